/* A recorder that is preloaded into a server (LD_PRELOAD): every write, truncate, sync, rename and unlink below the
   folder SOAK_FOLDER is appended to the file SOAK_RECORD, in the order in which they happened, with what was written.

   A record is a header of six 64-bit numbers (kind, inode, offset, length, process, length of the name), the name of the
   file below the folder, and for a write its bytes. It is appended by one writev, after the call has succeeded and before
   it returns, so that an answer that depends on the call is recorded after it. A sync is recorded twice, when it begins
   and when it has ended: it is sure to cover only what was written before it began. The parent's table of open files is
   inherited by fork with its memory. tests/soak/disk.py reads the record. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OPENED = 1, WRITTEN, TRUNCATED, SYNCING, SYNCED, RENAMED, UNLINKED, FOLDER_SYNCING, FOLDER_SYNCED };
enum { MOST_FILES = 4096 };

static char names[MOST_FILES][256];   /* the name below the folder by descriptor; empty: not ours */
static char folders[MOST_FILES];      /* whether the descriptor is the folder itself */
static char folder[PATH_MAX];
static size_t folder_length;
static int record = -1;

#define REAL(type, name, ...) \
    static type (*real_##name)(__VA_ARGS__); \
    if (!real_##name) real_##name = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

static void set_up(void) {
    if (folder_length) return;
    const char *asked = getenv("SOAK_FOLDER"), *file = getenv("SOAK_RECORD");
    if (!asked || !file || !realpath(asked, folder)) return;
    REAL(int, open, const char *, int, ...);
    record = real_open(file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (record >= 0) folder_length = strlen(folder);
}

static void tell(uint64_t kind, uint64_t inode, uint64_t offset, const void *data, uint64_t length, const char *name) {
    uint64_t header[6] = {kind, inode, offset, length, (uint64_t)getpid(), strlen(name)};
    struct iovec parts[3] = {{header, sizeof header}, {(void *)name, strlen(name)}, {(void *)data, length}};
    int kept = errno;
    ssize_t size = (ssize_t)(sizeof header + strlen(name) + length);
    if (writev(record, parts, 3) != size) abort();  /* half a record is worse than none */
    errno = kept;
}

static const char *below(const char *path, char *whole) {
    if (!folder_length || !path || !realpath(path, whole)) return NULL;
    if (strncmp(whole, folder, folder_length) || whole[folder_length] != '/') return NULL;
    return whole + folder_length + 1;
}

static uint64_t inode_of(int fd) {
    struct stat found;
    return fstat(fd, &found) ? 0 : (uint64_t)found.st_ino;
}

static int opened(int fd) {
    char link[64], whole[PATH_MAX];
    set_up();
    if (fd < 0 || fd >= MOST_FILES || !folder_length) return fd;
    int kept = errno;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, whole, sizeof whole - 1);
    names[fd][0] = 0;
    folders[fd] = 0;
    if (length > 0) {
        whole[length] = 0;
        folders[fd] = !strcmp(whole, folder);
        if (!strncmp(whole, folder, folder_length) && whole[folder_length] == '/') {
            snprintf(names[fd], sizeof names[fd], "%s", whole + folder_length + 1);
            struct stat found;
            if (!fstat(fd, &found) && S_ISREG(found.st_mode))
                tell(OPENED, (uint64_t)found.st_ino, (uint64_t)found.st_size, NULL, 0, names[fd]);
            else
                names[fd][0] = 0;
        }
    }
    errno = kept;
    return fd;
}

static int ours(int fd) { return fd >= 0 && fd < MOST_FILES && names[fd][0]; }

#define MODE(flags, last) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, last); mode = va_arg(more, mode_t); va_end(more); }

int open(const char *path, int flags, ...) { MODE(flags, flags) REAL(int, open, const char *, int, ...); return opened(real_open(path, flags, mode)); }
int open64(const char *path, int flags, ...) { MODE(flags, flags) REAL(int, open64, const char *, int, ...); return opened(real_open64(path, flags, mode)); }
int openat(int at, const char *path, int flags, ...) { MODE(flags, flags) REAL(int, openat, int, const char *, int, ...); return opened(real_openat(at, path, flags, mode)); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags, flags) REAL(int, openat64, int, const char *, int, ...); return opened(real_openat64(at, path, flags, mode)); }
int __open_2(const char *path, int flags) { return open(path, flags); }
int __open64_2(const char *path, int flags) { return open64(path, flags); }

int close(int fd) {
    REAL(int, close, int);
    if (fd >= 0 && fd < MOST_FILES) { names[fd][0] = 0; folders[fd] = 0; }
    return real_close(fd);
}

static ssize_t written(int fd, const void *data, ssize_t done, off64_t offset) {
    if (done > 0 && ours(fd)) tell(WRITTEN, inode_of(fd), (uint64_t)offset, data, (uint64_t)done, names[fd]);
    return done;
}

ssize_t write(int fd, const void *data, size_t size) {
    REAL(ssize_t, write, int, const void *, size_t);
    ssize_t done = real_write(fd, data, size);
    return ours(fd) && done > 0 ? written(fd, data, done, lseek64(fd, 0, SEEK_CUR) - done) : done;
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) { REAL(ssize_t, pwrite, int, const void *, size_t, off_t); return written(fd, data, real_pwrite(fd, data, size, offset), offset); }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset) { REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t); return written(fd, data, real_pwrite64(fd, data, size, offset), offset); }

static int cut(int fd, int failed, off64_t size) {
    if (!failed && ours(fd)) tell(TRUNCATED, inode_of(fd), (uint64_t)size, NULL, 0, names[fd]);
    return failed;
}
int ftruncate(int fd, off_t size) { REAL(int, ftruncate, int, off_t); return cut(fd, real_ftruncate(fd, size), size); }
int ftruncate64(int fd, off64_t size) { REAL(int, ftruncate64, int, off64_t); return cut(fd, real_ftruncate64(fd, size), size); }

static void sync_of(int fd, int ended) {
    if (ours(fd)) tell(ended ? SYNCED : SYNCING, inode_of(fd), 0, NULL, 0, names[fd]);
    else if (fd >= 0 && fd < MOST_FILES && folders[fd]) tell(ended ? FOLDER_SYNCED : FOLDER_SYNCING, 0, 0, NULL, 0, "");
}
int fsync(int fd) { REAL(int, fsync, int); sync_of(fd, 0); int failed = real_fsync(fd); if (!failed) sync_of(fd, 1); return failed; }
int fdatasync(int fd) { REAL(int, fdatasync, int); sync_of(fd, 0); int failed = real_fdatasync(fd); if (!failed) sync_of(fd, 1); return failed; }

static int unlinked(const char *name, int failed) {
    if (!failed && name) tell(UNLINKED, 0, 0, NULL, 0, name);
    return failed;
}
int unlink(const char *path) { REAL(int, unlink, const char *); char whole[PATH_MAX]; set_up(); const char *name = below(path, whole); return unlinked(name, real_unlink(path)); }

int rename(const char *from, const char *to) {
    REAL(int, rename, const char *, const char *);
    char old[PATH_MAX], new[PATH_MAX];
    set_up();
    const char *was = below(from, old);
    int failed = real_rename(from, to);
    const char *now = failed ? NULL : below(to, new);
    if (was && now) tell(RENAMED, 0, 0, now, strlen(now), was);
    return failed;
}
