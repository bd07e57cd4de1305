/* Lists all files below a folder: walks it level by level, judges symbolic links, sorts. */
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

typedef struct Folder Folder;

typedef struct Item {
    FileEntry entry; /* its path is the mere name until all is known */
    Folder *folder;  /* what it holds; NULL: nothing that is listed */
} Item;

/* A folder is listed in one task, into memory of its own. */
struct Folder {
    Folder *above; /* NULL: it is the listed one itself */
    Slice path;    /* from there */
    size_t depth;
    bool is_behind_link;
    Arena arena;
    Item *items;
    size_t count, capacity;
    dev_t device;
    ino_t number;
    int error;
};

typedef struct Listing {
    Arena scratch;       /* folders, paths of folders */
    char root[PATH_MAX]; /* with all links resolved */
    size_t root_size;
    Folder **level; /* the folders of one depth */
    size_t folder_count, capacity;
    size_t entry_count; /* of all folders */
} Listing;

/* A look through a link: what it leads to, and whether that lies inside the folder. */
static int follow(const Listing *listing, const char *full, struct stat *ret_status)
{
    char target[PATH_MAX];
    if (realpath(full, target) == NULL || stat(target, ret_status) != 0)
        return errno;
    bool is_inside = strncmp(target, listing->root, listing->root_size) == 0 &&
                     (target[listing->root_size] == '/' || target[listing->root_size] == '\0');
    return is_inside ? 0 : EXDEV;
}

static bool is_around(const Folder *folder, const struct stat *status)
{
    for (; folder != NULL; folder = folder->above) {
        if (folder->device == status->st_dev && folder->number == status->st_ino)
            return true;
    }
    return false;
}

/* "ROOT/PATH/NAME"; false when it is too long for the system. */
static bool make_full(const Listing *listing, Slice path, const char *name, char full[PATH_MAX])
{
    const char *const slash = path.size > 0 ? "/" : "";
    int size =
        snprintf(full, PATH_MAX, "%s%s%.*s/%s", listing->root, slash, SLICE_FORMAT(path), name);
    return size >= 0 && size < PATH_MAX;
}

/* A look at what is no plain file, or at what a file system says nothing of. */
static void look_at(const Listing *listing, const Folder *folder, int descriptor, const char *name,
                    FileEntry *entry)
{
    struct stat status;
    char full[PATH_MAX];
    if (fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        entry->error = errno;
    else
        entry->is_link = S_ISLNK(status.st_mode);
    if (entry->is_link)
        entry->error = make_full(listing, folder->path, name, full) ? follow(listing, full, &status)
                                                                    : ENAMETOOLONG;
    if (entry->error != 0)
        return;
    if (!S_ISDIR(status.st_mode))
        entry->error = S_ISREG(status.st_mode) ? 0 : FILE_NO_FILE;
    else if (is_around(folder, &status))
        entry->error = ELOOP;
    else if (folder->depth + 1 == MAX_DEPTH)
        entry->error = ENAMETOOLONG;
    else
        entry->is_folder = true;
}

static void add_item(const Listing *listing, Folder *folder, int descriptor,
                     const struct dirent *found)
{
    folder->items =
        arena_grow(&folder->arena, folder->items, sizeof(Item), folder->count, &folder->capacity);
    FileEntry *entry = &folder->items[folder->count++].entry;
    entry->path = slice_copy(&folder->arena, slice_of_string(found->d_name));
    entry->is_behind_link = folder->is_behind_link;
    if (found->d_type != DT_REG)
        look_at(listing, folder, descriptor, found->d_name, entry);
}

static int compare_items(const void *a, const void *b)
{
    return slice_compare(((const Item *) a)->entry.path, ((const Item *) b)->entry.path);
}

static int read_folder(const Listing *listing, Folder *folder)
{
    char full[PATH_MAX];
    if (!make_full(listing, folder->path, ".", full))
        return ENAMETOOLONG;
    DIR *stream = opendir(full);
    struct stat status;
    if (stream == NULL || fstat(dirfd(stream), &status) != 0) {
        const int error = errno;
        if (stream != NULL)
            closedir(stream);
        return error;
    }
    folder->device = status.st_dev;
    folder->number = status.st_ino;
    errno = 0;
    for (const struct dirent *found; (found = readdir(stream)) != NULL; errno = 0) {
        if (found->d_name[0] != '.')
            add_item(listing, folder, dirfd(stream), found);
    }
    const int error = errno;
    closedir(stream);
    if (folder->count > 1)
        qsort(folder->items, folder->count, sizeof(Item), compare_items);
    return error;
}

static void list_one(Worker *worker, size_t i, void *shared)
{
    const Listing *listing = shared;
    (void) worker;
    listing->level[i]->error = read_folder(listing, listing->level[i]);
}

static Folder *add_folder(Listing *listing, Folder *above, const FileEntry *entry)
{
    Folder *folder = ARENA_NEW(&listing->scratch, Folder);
    folder->above = above;
    if (above != NULL) {
        folder->path = file_join(&listing->scratch, above->path, entry->path);
        folder->depth = above->depth + 1;
        folder->is_behind_link = above->is_behind_link || entry->is_link;
    }
    listing->level = arena_grow(&listing->scratch, listing->level, sizeof(Folder *),
                                listing->folder_count, &listing->capacity);
    listing->level[listing->folder_count++] = folder;
    return folder;
}

/* The folders of the next level take the place of this one. */
static void go_down(Listing *listing)
{
    Folder *const *level = listing->level;
    const size_t count = listing->folder_count;
    listing->level = NULL;
    listing->folder_count = listing->capacity = 0;
    for (size_t i = 0; i < count; i++) {
        listing->entry_count += level[i]->count;
        for (size_t k = 0; k < level[i]->count; k++) {
            Item *item = &level[i]->items[k];
            if (item->entry.is_folder)
                item->folder = add_folder(listing, level[i], &item->entry);
        }
    }
}

/* Goes down at most MAX_DEPTH levels: look_at stops there. */
static size_t gather(Arena *arena, Folder *folder, FileEntry *entries, size_t count)
{
    for (size_t i = 0; i < folder->count; i++) {
        const Item *item = &folder->items[i];
        FileEntry *entry = &entries[count++];
        *entry = item->entry;
        entry->path = file_join(arena, folder->path, item->entry.path);
        if (item->folder != NULL) {
            entry->error = item->folder->error;
            count = gather(arena, item->folder, entries, count);
        }
    }
    arena_close(&folder->arena);
    return count;
}

static int compare_paths(const void *a, const void *b)
{
    return slice_compare(((const FileEntry *) a)->path, ((const FileEntry *) b)->path);
}

/* Folders that stand behind each other are nearly always in order: "a" and what it holds, then "b",
 * but for a name such as "a-b". */
static void sort_paths(FileEntry *entries, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        if (compare_paths(&entries[i - 1], &entries[i]) > 0) {
            qsort(entries, count, sizeof(FileEntry), compare_paths);
            return;
        }
    }
}

int file_list(Arena *arena, Workers *workers, Slice folder, FileEntry **ret_entries,
              size_t *ret_count)
{
    char path[PATH_MAX];
    if (folder.size == 0 || folder.size >= sizeof(path))
        return folder.size == 0 ? ENOENT : ENAMETOOLONG;
    memcpy(path, folder.at, folder.size);
    path[folder.size] = '\0';
    Listing listing = {0};
    if (realpath(path, listing.root) == NULL)
        return errno;
    listing.root_size = strlen(listing.root);
    Folder *top = add_folder(&listing, NULL, NULL);
    while (listing.folder_count > 0) {
        workers_each(workers, listing.folder_count, list_one, &listing);
        go_down(&listing);
    }
    FileEntry *entries = ARENA_ARRAY(arena, FileEntry, listing.entry_count);
    const size_t count = gather(arena, top, entries, 0);
    const int error = top->error;
    arena_close(&listing.scratch);
    sort_paths(entries, count);
    if (error != 0)
        return error;
    *ret_entries = entries;
    *ret_count = count;
    return 0;
}
