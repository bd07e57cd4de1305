/* Lists all files below a folder: walks it, judges symbolic links, sorts. */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_DEPTH 64 /* folders in each other; sections go 6 deep */

typedef struct Identity {
    dev_t device;
    ino_t number;
} Identity;

typedef struct Listing {
    Arena *arena;
    FileEntry *entries;
    size_t count;
    size_t capacity;
    char root[PATH_MAX]; /* with all links resolved */
    size_t root_size;
    Identity open[MAX_DEPTH]; /* the folders that hold the present one */
    size_t link_count;        /* how many of them are links */
} Listing;

/* A look through a link: what it leads to, and whether that lies inside the folder. */
static int follow(const Listing *listing, Slice path, struct stat *ret_status)
{
    char full[PATH_MAX];
    char target[PATH_MAX];
    int size = snprintf(full, sizeof(full), "%s/%.*s", listing->root, SLICE_FORMAT(path));
    if (size < 0 || (size_t) size >= sizeof(full))
        return ENAMETOOLONG;
    if (realpath(full, target) == NULL || stat(target, ret_status) != 0)
        return errno;
    bool is_inside = strncmp(target, listing->root, listing->root_size) == 0 &&
                     (target[listing->root_size] == '/' || target[listing->root_size] == '\0');
    return is_inside ? 0 : EXDEV;
}

/* A look at what is no plain file, or at what a file system says nothing of. */
static FileEntry look_at(const Listing *listing, int folder, Slice path, const char *name,
                         size_t depth)
{
    FileEntry entry = {.path = path, .is_behind_link = listing->link_count > 0};
    struct stat status;
    if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        entry.error = errno;
    else
        entry.is_link = S_ISLNK(status.st_mode);
    if (entry.is_link)
        entry.error = follow(listing, path, &status);
    if (entry.error == 0 && S_ISDIR(status.st_mode)) {
        entry.is_folder = true;
        for (size_t i = 0; i <= depth; i++) {
            if (listing->open[i].device == status.st_dev &&
                listing->open[i].number == status.st_ino)
                entry.error = ELOOP;
        }
        if (depth + 1 == MAX_DEPTH)
            entry.error = ENAMETOOLONG;
    } else if (entry.error == 0 && !S_ISREG(status.st_mode)) {
        entry.error = FILE_NO_FILE;
    }
    if (entry.error != 0)
        entry.is_folder = false;
    return entry;
}

static int list_folder(Listing *listing, int descriptor, Slice path, size_t depth);

static void add_entry(Listing *listing, int folder, Slice folder_path, const struct dirent *item,
                      size_t depth)
{
    const char *name = item->d_name;
    Slice path = file_join(listing->arena, folder_path, slice_of_string(name));
    FileEntry entry = {.path = path, .is_behind_link = listing->link_count > 0};
    if (item->d_type != DT_REG)
        entry = look_at(listing, folder, path, name, depth);
    listing->entries = arena_grow(listing->arena, listing->entries, sizeof(FileEntry),
                                  listing->count, &listing->capacity);
    size_t place = listing->count++;
    listing->entries[place] = entry;
    if (!entry.is_folder)
        return;
    listing->link_count += entry.is_link;
    int descriptor = openat(folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int error = descriptor < 0 ? errno : list_folder(listing, descriptor, path, depth + 1);
    listing->entries[place].error = error;
    listing->link_count -= entry.is_link;
}

/* Takes the descriptor over. Goes down at most MAX_DEPTH levels: look_at stops there. */
static int list_folder(Listing *listing, int descriptor, Slice path, size_t depth)
{
    struct stat status;
    DIR *stream = fstat(descriptor, &status) == 0 ? fdopendir(descriptor) : NULL;
    if (stream == NULL) {
        int error = errno;
        close(descriptor);
        return error;
    }
    listing->open[depth] = (Identity){status.st_dev, status.st_ino};
    errno = 0;
    for (const struct dirent *item; (item = readdir(stream)) != NULL; errno = 0) {
        if (item->d_name[0] != '.')
            add_entry(listing, dirfd(stream), path, item, depth);
    }
    int error = errno;
    closedir(stream);
    return error;
}

static int compare_paths(const void *a, const void *b)
{
    return slice_compare(((const FileEntry *) a)->path, ((const FileEntry *) b)->path);
}

int file_list(Arena *arena, Slice folder, FileEntry **ret_entries, size_t *ret_count)
{
    char path[PATH_MAX];
    if (folder.size == 0 || folder.size >= sizeof(path))
        return folder.size == 0 ? ENOENT : ENAMETOOLONG;
    memcpy(path, folder.at, folder.size);
    path[folder.size] = '\0';
    Listing listing = {.arena = arena};
    if (realpath(path, listing.root) == NULL)
        return errno;
    listing.root_size = strlen(listing.root);
    int descriptor = open(listing.root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int error = descriptor < 0 ? errno : list_folder(&listing, descriptor, (Slice){0}, 0);
    if (error != 0)
        return error;
    if (listing.count > 0)
        qsort(listing.entries, listing.count, sizeof(FileEntry), compare_paths);
    *ret_entries = listing.entries;
    *ret_count = listing.count;
    return 0;
}
