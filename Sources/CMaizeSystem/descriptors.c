#define _GNU_SOURCE
#include "CMaizeSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

int maize_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int maize_socket_pair(int ends[2]) { return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends); }

int maize_event_descriptor(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

int maize_memory_file(const char *name) { return memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING); }

int maize_seal_memory_file(int descriptor) {
    return fcntl(descriptor, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL);
}

int maize_seal_memory_file_size(int descriptor) {
    return fcntl(descriptor, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL);
}

int maize_terminal_size(int descriptor, int *rows, int *columns) {
    struct winsize size = {0};
    if (ioctl(descriptor, TIOCGWINSZ, &size) < 0) return -1;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return 0;
}

int maize_close_range(unsigned first, unsigned last) { return (int)syscall(SYS_close_range, first, last, 0); }

int maize_set_nonblocking(int descriptor) {
    int flags = fcntl(descriptor, F_GETFL);
    if (flags < 0) return -1;
    return fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
}

int maize_set_pipe_size(int descriptor, int size) { return fcntl(descriptor, F_SETPIPE_SZ, size); }

int maize_pending_bytes(int descriptor) {
    int count = 0;
    return ioctl(descriptor, FIONREAD, &count) < 0 ? -1 : count;
}

long maize_send(int socket, const void *bytes, unsigned long count) {
    return send(socket, bytes, count, MSG_NOSIGNAL);
}

int maize_epoll_create(void) { return epoll_create1(EPOLL_CLOEXEC); }

int maize_epoll_add(int epoll, int descriptor, unsigned events, unsigned long token) {
    struct epoll_event event = {0};
    if (events & MAIZE_EVENT_READABLE) event.events |= EPOLLIN;
    if (events & MAIZE_EVENT_WRITABLE) event.events |= EPOLLOUT;
    event.data.u64 = token;
    return epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event);
}

int maize_epoll_remove(int epoll, int descriptor) { return epoll_ctl(epoll, EPOLL_CTL_DEL, descriptor, NULL); }

int maize_epoll_wait(int epoll, unsigned long *tokens, unsigned *events, int limit, int timeout) {
    struct epoll_event ready[64];
    int count = epoll_wait(epoll, ready, limit < 64 ? limit : 64, timeout);
    for (int i = 0; i < count; i++) {
        tokens[i] = ready[i].data.u64;
        events[i] = 0;
        if (ready[i].events & EPOLLIN) events[i] |= MAIZE_EVENT_READABLE;
        if (ready[i].events & EPOLLOUT) events[i] |= MAIZE_EVENT_WRITABLE;
        if (ready[i].events & (EPOLLHUP | EPOLLERR)) events[i] |= MAIZE_EVENT_HANGUP;
    }
    return count;
}
