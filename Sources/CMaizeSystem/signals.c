#define _GNU_SOURCE
#include "CMaizeSystem.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static volatile int forwarding[NSIG];
static struct sigaction earlier[NSIG];

static void forward(int signal) {
    int kept = errno;
    unsigned char byte = (unsigned char)signal;
    // A full pipe already holds enough news; nothing else can be done in a handler.
    if (write(forwarding[signal], &byte, 1) < 0) {}
    errno = kept;
}

int maize_forward_signal(int signal, int descriptor) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = forward;
    action.sa_flags = SA_RESTART;
    sigfillset(&action.sa_mask);
    forwarding[signal] = descriptor;
    return sigaction(signal, &action, &earlier[signal]);
}

int maize_restore_signal(int signal) { return sigaction(signal, &earlier[signal], NULL); }

int maize_ignore_signal(int signal) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_IGN;
    return sigaction(signal, &action, NULL);
}

static void nothing(int signal) { (void)signal; }

int maize_swallow_signal(int signal) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = nothing;
    action.sa_flags = SA_RESTART;
    return sigaction(signal, &action, NULL);
}
