/* Stands before libc: at the n-th call that changes a file below a directory the process is killed, or from then on the
 * disk is full. SHIM_UNDER is the directory, SHIM_AT the number, SHIM_WHAT "kill", "full" or "count". With "count" the
 * number of calls is written into the file that SHIM_COUNT names when the process ends. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static long calls;

static int below(const char *path) {
    const char *under = getenv("SHIM_UNDER");
    return under && strncmp(path, under, strlen(under)) == 0;
}

/* 1 if the call must fail. */
static int strike(int is_write) {
    const char *what = getenv("SHIM_WHAT"), *at = getenv("SHIM_AT");
    long number = __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST);
    if (!what || !at || number < atol(at)) return 0;
    if (!strcmp(what, "kill")) kill(getpid(), SIGKILL);
    if (!strcmp(what, "full") && is_write) {
        errno = ENOSPC;
        return 1;
    }
    return 0;
}

static int strike_fd(int fd, int is_write) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return below(path) && strike(is_write);
}

ssize_t write(int fd, const void *buffer, size_t size) {
    return strike_fd(fd, 1) ? -1 : syscall(SYS_write, fd, buffer, size);
}

ssize_t pwrite(int fd, const void *buffer, size_t size, off_t at) {
    return strike_fd(fd, 1) ? -1 : syscall(SYS_pwrite64, fd, buffer, size, at);
}

ssize_t pwrite64(int fd, const void *buffer, size_t size, off64_t at) {
    return strike_fd(fd, 1) ? -1 : syscall(SYS_pwrite64, fd, buffer, size, at);
}

int ftruncate(int fd, off_t length) {
    return strike_fd(fd, 0) ? -1 : syscall(SYS_ftruncate, fd, length);
}

int ftruncate64(int fd, off64_t length) {
    return strike_fd(fd, 0) ? -1 : syscall(SYS_ftruncate, fd, length);
}

int fsync(int fd) {
    return strike_fd(fd, 0) ? -1 : syscall(SYS_fsync, fd);
}

int fdatasync(int fd) {
    return strike_fd(fd, 0) ? -1 : syscall(SYS_fdatasync, fd);
}

int unlink(const char *path) {
    return below(path) && strike(0) ? -1 : syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

__attribute__((destructor)) static void end(void) {
    const char *to = getenv("SHIM_COUNT");
    FILE *file = to ? fopen(to, "w") : NULL;
    if (file) {
        fprintf(file, "%ld", calls);
        fclose(file);
    }
}
