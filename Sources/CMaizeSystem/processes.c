#define _GNU_SOURCE
#include "CMaizeSystem.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int maize_pidfd_open(int process) {
    return (int)syscall(SYS_pidfd_open, process, 0);  // close-on-exec by definition
}

int maize_pidfd_signal(int descriptor, int signal) {
    return (int)syscall(SYS_pidfd_send_signal, descriptor, signal, NULL, 0);
}

int maize_wait(int process, int nohang, int *signalled, int *value) {
    siginfo_t info = {0};
    int result;
    do {
        result = waitid(P_PID, (id_t)process, &info, WEXITED | (nohang ? WNOHANG : 0));
    } while (result < 0 && errno == EINTR);
    if (result < 0) return -1;
    if (info.si_pid == 0) return 0;
    *signalled = info.si_code != CLD_EXITED;
    *value = info.si_status;
    return 1;
}

int maize_spawn_in_folder(void *actions, const char *folder) {
    return posix_spawn_file_actions_addchdir_np(actions, folder);
}

int maize_set_process_name(const char *name) { return prctl(PR_SET_NAME, name, 0, 0, 0); }

int maize_set_parent_death_signal(int signal) { return prctl(PR_SET_PDEATHSIG, signal, 0, 0, 0); }

int maize_is_main_thread(void) { return gettid() == getpid(); }

int maize_become_subreaper(void) { return prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0); }

int maize_pin_to_cpu(int cpu) {
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(cpu, &set);
    return sched_setaffinity(0, sizeof set, &set);
}

void maize_line_buffer_stdout(void) { setvbuf(stdout, NULL, _IOLBF, BUFSIZ); }

void maize_flush_and_exit(int status) {
    fflush(NULL);
    _exit(status);
}

static void (*exit_handler)(int);

static void run_exit_handler(int status, void *unused) {
    (void)unused;
    exit_handler(status);
}

int maize_on_exit(void (*handler)(int status)) {
    exit_handler = handler;
    return on_exit(run_exit_handler, NULL);
}
