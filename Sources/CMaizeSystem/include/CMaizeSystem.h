// The few Linux calls that Swift's Glibc module lacks, and the takeover before `main`.
//
// This header includes no system header and defines no feature macro: either would clash with
// Swift's Glibc module in debug builds. Every call returns -1 and sets `errno` on failure unless
// it says otherwise, and every descriptor that is made here closes on exec.
#ifndef CMAIZESYSTEM_H
#define CMAIZESYSTEM_H

// MARK: Takeover (takeover.c)

/// The environment variable that makes an executable a child of a run: "<role>:<launch descriptor>".
#define MAIZE_ROLE_VARIABLE "MAIZE_ROLE"

/// Lets libraries that log with swift-log be heard in a node's process, if the executable holds MaizeLogging.
void maize_bootstrap_logging(void);

/// Lets the YAML reader of MaizeFormats read a text, if the executable holds it: what both point to is a matter between
/// it and MaizeDocuments. 0 if it does not.
int maize_read_yaml(const void *text, void *result);

/// Puts stars in the place of `value` where it is a word of this process's arguments, or what stands behind the `=` of one:
/// other processes see them in /proc, and so does `ps`.
void maize_overwrite_argument(const char *value);
/// Removes a variable from the environment, and puts stars in the place of its value as other processes see it.
void maize_erase_environment(const char *name);

/// Whether the executable holds MaizeTool, and with it the whole command.
int maize_has_command(void);
/// Runs that command on the words of this process; ends the process.
void maize_run_command(void);

// MARK: Types (types.c)

/// Calls `found` with the metadata of each class of this program that derives from the class `name` of `module`, unless
/// it is generic or inside of something generic.
void maize_find_classes(
    const char *module, const char *name, void (*found)(const void *metadata, void *context), void *context
);
/// Calls `found` with the metadata of each type of this program that is declared to conform to the protocol `name` of
/// `module`, unless it is generic or inside of something generic.
void maize_find_conforming(
    const char *module, const char *name, void (*found)(const void *metadata, void *context), void *context
);

// MARK: Descriptors (descriptors.c)

int maize_pipe(int ends[2]);
int maize_socket_pair(int ends[2]);
int maize_event_descriptor(void);
int maize_memory_file(const char *name);
int maize_seal_memory_file(int descriptor);
/// Keeps a memory file from changing its size; what it holds may be written on.
int maize_seal_memory_file_size(int descriptor);
int maize_close_range(unsigned first, unsigned last);
int maize_set_nonblocking(int descriptor);
/// The size of a terminal in characters.
int maize_terminal_size(int descriptor, int *rows, int *columns);
int maize_set_pipe_size(int descriptor, int size);
/// Bytes that lie in a pipe, seen from either end.
int maize_pending_bytes(int descriptor);
/// `send` that never raises SIGPIPE.
long maize_send(int socket, const void *bytes, unsigned long count);

#define MAIZE_EVENT_READABLE 1u
#define MAIZE_EVENT_WRITABLE 2u
#define MAIZE_EVENT_HANGUP 4u

int maize_epoll_create(void);
int maize_epoll_add(int epoll, int descriptor, unsigned events, unsigned long token);
int maize_epoll_remove(int epoll, int descriptor);
/// Fills `tokens` and `events`; a negative time-out (milliseconds) waits for ever.
int maize_epoll_wait(int epoll, unsigned long *tokens, unsigned *events, int limit, int timeout);

// MARK: Files (files.c)

/// Lets `target` share the blocks of `source` until one of both is written to.
int maize_clone_file(int source, int target);
/// Copies inside the kernel from and to where both stand; the bytes copied, 0 at the end.
long maize_copy_file_range(int source, int target, unsigned long count);
/// Finds the next bytes of a sparse file that are no hole: 1 with their place, 0 when only a hole follows.
int maize_next_data(int descriptor, long offset, long *start, long *end);
/// `rename` that refuses (`EEXIST`) to replace anything; not every file system can do that (`EINVAL`).
int maize_rename_to_free(const char *source, const char *target);
/// Each of two files or folders gets the name of the other one; not every file system can do that (`EINVAL`).
int maize_exchange_names(const char *one, const char *other);
/// Waits until all that was written to the file system of an open file is on disk.
int maize_sync_file_system(int descriptor);

// MARK: Processes (processes.c)

int maize_pidfd_open(int process);
int maize_pidfd_signal(int descriptor, int signal);
/// Reaps `process`: 1 with the reason filled in, 0 while it runs (only with `nohang`), -1 on an error.
/// `signalled` is 1 when a signal ended it; `value` is then the signal, else the exit status.
int maize_wait(int process, int nohang, int *signalled, int *value);
/// Lets a process be spawned in a folder; `actions` are its `posix_spawn_file_actions_t`. An error number, or 0.
int maize_spawn_in_folder(void *actions, const char *folder);
int maize_set_process_name(const char *name);
int maize_set_parent_death_signal(int signal);
int maize_become_subreaper(void);
int maize_is_main_thread(void);
int maize_pin_to_cpu(int cpu);
/// Line buffering for `stdout`, as a terminal has it.
void maize_line_buffer_stdout(void);
/// Writes out what stdio still holds, then ends the process without running anything else.
void maize_flush_and_exit(int status);
/// Registers `handler(status)` for a call of `exit`.
int maize_on_exit(void (*handler)(int status));

// MARK: Signals (signals.c)

/// From now on `signal` writes its number as one byte into `descriptor`. The earlier disposition is kept.
int maize_forward_signal(int signal, int descriptor);
/// Gives `signal` its earlier disposition back.
int maize_restore_signal(int signal);
/// Ignores `signal`, here and in every program that this process starts.
int maize_ignore_signal(int signal);
/// Lets `signal` do nothing here. Unlike one that is ignored it works again in every program that this process starts.
int maize_swallow_signal(int signal);

#endif
