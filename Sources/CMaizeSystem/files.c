#define _GNU_SOURCE
#include "CMaizeSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

int maize_clone_file(int source, int target) { return ioctl(target, FICLONE, source); }

long maize_copy_file_range(int source, int target, unsigned long count) {
    return copy_file_range(source, NULL, target, NULL, count, 0);
}

int maize_next_data(int descriptor, long offset, long *start, long *end) {
    long data = lseek(descriptor, offset, SEEK_DATA);
    if (data < 0) return errno == ENXIO ? 0 : -1;
    long hole = lseek(descriptor, data, SEEK_HOLE);
    if (hole < 0) return -1;
    *start = data;
    *end = hole;
    return 1;
}

int maize_rename_to_free(const char *source, const char *target) {
    return renameat2(AT_FDCWD, source, AT_FDCWD, target, RENAME_NOREPLACE);
}

int maize_exchange_names(const char *one, const char *other) {
    return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE);
}

int maize_sync_file_system(int descriptor) { return syncfs(descriptor); }
