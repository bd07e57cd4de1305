/* The disk: the only file of base that makes C strings of paths. */
#include "base/file.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_MODE 0644
#define FOLDER_MODE 0755
#define CLEARED_MODE 0022 /* of the modes above nothing is cleared */
#define OPEN_FOLDERS_MAX 16
#define COMPARE_SIZE ((size_t) 64 << 10) /* bytes read at once when a file is compared */

void file_setup(void)
{
    umask(CLEARED_MODE);
}

typedef struct PathString {
    char at[PATH_MAX];
} PathString;

static int make_string(Slice path, PathString *ret_string)
{
    if (path.size >= sizeof(ret_string->at))
        return ENAMETOOLONG;
    if (path.size == 0)
        return ENOENT;
    if (memchr(path.at, '\0', path.size) != NULL)
        return EINVAL;
    memcpy(ret_string->at, path.at, path.size);
    ret_string->at[path.size] = '\0';
    return 0;
}

/* Reads up to `size` bytes; fewer only at the end of the file. */
static int read_all(int descriptor, char *at, size_t size, size_t *ret_size)
{
    size_t done = 0;
    while (done < size) {
        ssize_t got = read(descriptor, at + done, size - done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errno;
        if (got == 0)
            break;
        done += (size_t) got;
    }
    *ret_size = done;
    return 0;
}

static int read_open_file(Arena *arena, int descriptor, size_t max_size, Slice *ret_bytes)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0)
        return errno;
    if (S_ISDIR(status.st_mode))
        return EISDIR;
    if (!S_ISREG(status.st_mode))
        return FILE_NO_FILE;
    if ((uint64_t) status.st_size > max_size)
        return EFBIG;
    size_t size = (size_t) status.st_size;
    char *at = arena_take_raw(arena, size, 1);
    int error = read_all(descriptor, at, size, &size);
    if (error == 0)
        *ret_bytes = (Slice){at, size};
    return error;
}

int file_read(Arena *arena, Slice path, size_t max_size, Slice *ret_bytes)
{
    PathString string;
    int error = make_string(path, &string);
    if (error != 0)
        return error;
    // Without O_NONBLOCK a pipe somebody put among the pages would stop the build for ever.
    int descriptor = open(string.at, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        return errno;
    error = read_open_file(arena, descriptor, max_size, ret_bytes);
    close(descriptor);
    return error;
}

/* Creates one folder; fine when it is there. */
static int make_one_folder(const char *path)
{
    if (mkdir(path, FOLDER_MODE) == 0)
        return 0;
    if (errno != EEXIST)
        return errno;
    struct stat status;
    if (stat(path, &status) != 0)
        return errno;
    return S_ISDIR(status.st_mode) ? 0 : ENOTDIR;
}

int file_make_folder(Slice path)
{
    PathString string;
    int error = make_string(path, &string);
    if (error != 0)
        return error;
    error = make_one_folder(string.at);
    if (error != ENOENT)
        return error;
    for (size_t i = 1; i <= path.size; i++) {
        if (string.at[i] != '/' && string.at[i] != '\0')
            continue;
        char kept = string.at[i];
        string.at[i] = '\0';
        error = make_one_folder(string.at);
        if (error != 0)
            return error;
        string.at[i] = kept;
    }
    return 0;
}

bool file_holds(Arena *scratch, Slice path, Slice bytes)
{
    PathString string;
    if (make_string(path, &string) != 0)
        return false;
    int descriptor = open(string.at, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY);
    if (descriptor < 0)
        return false;
    struct stat status;
    bool is_same = fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) &&
                   (uint64_t) status.st_size == bytes.size;
    ArenaMark mark = arena_mark(scratch);
    size_t step = bytes.size < COMPARE_SIZE ? bytes.size : COMPARE_SIZE;
    char *at = is_same ? arena_take_raw(scratch, step, 1) : NULL;
    for (Slice rest = bytes; is_same && rest.size > 0;) {
        size_t wanted = rest.size < step ? rest.size : step;
        size_t got = 0;
        is_same = read_all(descriptor, at, wanted, &got) == 0 && got == wanted &&
                  memcmp(at, rest.at, wanted) == 0;
        rest = slice_from(rest, wanted);
    }
    arena_rewind(scratch, mark);
    close(descriptor);
    return is_same;
}

static int write_all(int descriptor, Slice bytes)
{
    while (bytes.size > 0) {
        ssize_t done = write(descriptor, bytes.at, bytes.size);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return errno;
        bytes = slice_from(bytes, (size_t) done);
    }
    return 0;
}

/* "folder/name" becomes "folder/.name.new": file_list passes over it should it ever stay behind. */
static int make_temporary(Slice path, PathString *ret_string)
{
    size_t slash;
    size_t start = slice_find_last_byte(path, '/', &slash) ? slash + 1 : 0;
    int size = snprintf(ret_string->at, sizeof(ret_string->at), "%.*s.%.*s.new",
                        SLICE_FORMAT(slice_to(path, start)), SLICE_FORMAT(slice_from(path, start)));
    return size < 0 || (size_t) size >= sizeof(ret_string->at) ? ENAMETOOLONG : 0;
}

static int open_new(const char *path)
{
    return open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY, FILE_MODE);
}

/* Opens `name`, which stands in the folder of `path`; the folder is made when it is missing. */
static int open_in_folder(Slice path, const char *name, int *ret_descriptor)
{
    int descriptor = open_new(name);
    size_t slash;
    if (descriptor < 0 && errno == ENOENT && slice_find_last_byte(path, '/', &slash)) {
        int error = file_make_folder(slice_to(path, slash));
        if (error != 0)
            return error;
        descriptor = open_new(name);
    }
    *ret_descriptor = descriptor;
    return descriptor < 0 ? errno : 0;
}

/* The whole file `name`, which stands in the folder of `path`. */
static int write_new(Slice path, const char *name, Slice bytes, mode_t mode)
{
    int descriptor = -1;
    int error = open_in_folder(path, name, &descriptor);
    if (error != 0)
        return error;
    error = write_all(descriptor, bytes);
    if (error == 0 && mode != FILE_MODE && fchmod(descriptor, mode) != 0)
        error = errno;
    if (close(descriptor) != 0 && error == 0)
        error = errno;
    if (error != 0)
        unlink(name);
    return error;
}

static int write_temporary(Slice path, Slice bytes, mode_t mode)
{
    PathString temporary;
    int error = make_temporary(path, &temporary);
    return error != 0 ? error : write_new(path, temporary.at, bytes, mode);
}

int file_create(Slice path, Slice bytes)
{
    PathString string;
    int error = make_string(path, &string);
    return error != 0 ? error : write_new(path, string.at, bytes, FILE_MODE);
}

/* Links are removed, not followed. */
static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void) status;
    (void) kind;
    (void) place;
    return remove(path) == 0 ? 0 : errno;
}

int file_remove_tree(Slice path)
{
    PathString string;
    int error = make_string(path, &string);
    if (error != 0)
        return error;
    error = nftw(string.at, remove_one, OPEN_FOLDERS_MAX, FTW_DEPTH | FTW_PHYS);
    if (error < 0)
        error = errno;
    return error == ENOENT ? 0 : error;
}

static int rename_temporary(Slice path)
{
    PathString string, temporary;
    int error = make_string(path, &string);
    if (error == 0)
        error = make_temporary(path, &temporary);
    if (error != 0)
        return error;
    if (rename(temporary.at, string.at) != 0) {
        error = errno;
        unlink(temporary.at);
    }
    return error;
}

static int write_and_rename(Slice path, Slice bytes, mode_t mode)
{
    const int error = write_temporary(path, bytes, mode);
    return error != 0 ? error : rename_temporary(path);
}

int file_write_changed(Arena *scratch, Slice path, Slice bytes, bool *ret_changed)
{
    const bool is_same = file_holds(scratch, path, bytes);
    const int error = is_same ? 0 : write_and_rename(path, bytes, FILE_MODE);
    if (error == 0)
        *ret_changed = !is_same;
    return error;
}

/* Between two file systems nothing can be renamed. */
static int move_by_copy(Arena *scratch, Slice from, Slice to)
{
    Slice bytes;
    ArenaMark mark = arena_mark(scratch);
    int error = file_read(scratch, from, SIZE_MAX, &bytes);
    if (error == 0)
        error = write_and_rename(to, bytes, FILE_MODE);
    if (error == 0)
        error = file_remove(from);
    arena_rewind(scratch, mark);
    return error;
}

int file_move(Arena *scratch, Slice from, Slice to)
{
    PathString source, target;
    int error = make_string(from, &source);
    if (error == 0)
        error = make_string(to, &target);
    if (error != 0)
        return error;
    error = rename(source.at, target.at) == 0 ? 0 : errno;
    size_t slash;
    if (error == ENOENT && slice_find_last_byte(to, '/', &slash)) {
        error = file_make_folder(slice_to(to, slash));
        if (error == 0 && rename(source.at, target.at) != 0)
            error = errno;
    }
    return error == EXDEV ? move_by_copy(scratch, from, to) : error;
}

int file_replace(Slice path, Slice bytes)
{
    PathString string, real;
    struct stat status;
    int error = make_string(path, &string);
    if (error != 0)
        return error;
    if (realpath(string.at, real.at) == NULL || stat(real.at, &status) != 0)
        return errno;
    return write_and_rename(slice_of_string(real.at), bytes, status.st_mode & 0777);
}

int file_remove(Slice path)
{
    PathString string;
    int error = make_string(path, &string);
    if (error != 0)
        return error;
    return unlink(string.at) == 0 || errno == ENOENT ? 0 : errno;
}

int file_remove_folder(Slice path)
{
    PathString string;
    int error = make_string(path, &string);
    if (error != 0)
        return error;
    if (rmdir(string.at) == 0)
        return 0;
    return errno == EEXIST ? ENOTEMPTY : errno;
}

bool file_exists(Slice path)
{
    PathString string;
    struct stat status;
    return make_string(path, &string) == 0 && stat(string.at, &status) == 0;
}

bool file_is_folder(Slice path)
{
    PathString string;
    struct stat status;
    return make_string(path, &string) == 0 && stat(string.at, &status) == 0 &&
           S_ISDIR(status.st_mode);
}

/* A path with all links resolved; of one that is not there yet, the part that is. */
static bool resolve_path(Slice path, PathString *ret_resolved)
{
    PathString string;
    if (make_string(path, &string) != 0)
        return false;
    size_t size = path.size;
    while (size > 0 && realpath(string.at, ret_resolved->at) == NULL) {
        while (size > 0 && string.at[size - 1] == '/')
            size--;
        while (size > 0 && string.at[size - 1] != '/')
            size--;
        string.at[size] = '\0';
    }
    if (size == 0 && realpath(".", ret_resolved->at) == NULL)
        return false;
    size_t end = strlen(ret_resolved->at);
    int rest = snprintf(ret_resolved->at + end, sizeof(ret_resolved->at) - end, "/%.*s",
                        SLICE_FORMAT(slice_from(path, size)));
    return rest >= 0 && (size_t) rest < sizeof(ret_resolved->at) - end;
}

bool file_contains(Slice folder, Slice path)
{
    PathString outer, inner;
    if (!resolve_path(folder, &outer) || !resolve_path(path, &inner))
        return false;
    Slice outside = slice_of_string(outer.at), inside = slice_of_string(inner.at);
    while (slice_ends(outside, SLICE("/")))
        outside = slice_to(outside, outside.size - 1);
    return slice_starts(inside, outside) &&
           (inside.size == outside.size || inside.at[outside.size] == '/');
}

/* The system has no words for what it does not know: folders of sites. */
static const char *describe(int error)
{
    if (error == EXDEV)
        return "a link that leads out of this folder";
    if (error == FILE_NO_FILE)
        return "neither a file nor a folder";
    return strerrordesc_np(error);
}

/* The system's own words, in English whatever the locale; lower case, because they end a sentence
 * of ours. */
void file_fault(Report *report, Slice path, int error, bool while_writing)
{
    bool is_full = error == ENOSPC || error == EDQUOT;
    const char *words = describe(error);
    char text[128];
    int size = snprintf(text, sizeof(text), "%s", words != NULL ? words : "unknown error");
    if (text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'a')
        text[0] = (char) (text[0] - 'A' + 'a');
    report_add(report, &(Diagnostic){
                           .code = while_writing && is_full ? DIAGNOSTIC_SPACE
                                   : while_writing          ? DIAGNOSTIC_WRITE
                                                            : DIAGNOSTIC_READ,
                           .path = path,
                           .words = {{text, (size_t) size}},
                       });
}

Slice file_join(Arena *arena, Slice folder, Slice name)
{
    if (folder.size == 0)
        return slice_copy(arena, name);
    bool has_slash = slice_ends(folder, SLICE("/"));
    Slice parts[] = {folder, name};
    return slice_join(arena, parts, 2, has_slash ? SLICE("") : SLICE("/"));
}
