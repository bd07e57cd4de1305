/* The disk. Paths are Slices with "/"; only this file and the doors make C strings of them.
 * Functions return 0 or an errno value; file_fault turns it into a diagnostic on the path. Nothing
 * here follows a symbolic link out of the folder it was given, and a loop of links is ELOOP. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/report.h"
#include "base/workers.h"

#include <errno.h>

#define FILE_NO_FILE ENODEV /* neither a file nor a folder */

typedef struct FileEntry {
    Slice path;          /* from the listed folder, with "/" */
    bool is_folder;      /* or a link that leads to one */
    bool is_link;        /* what else is told is of what it leads to */
    bool is_behind_link; /* reached through a link: what stands there has a path of its own */
    int error; /* what a look at it gave: ELOOP, ENOENT, EACCES; EXDEV: a link that leaves the
                  folder; FILE_NO_FILE: a pipe, a socket, a device */
} FileEntry;

/* Once at the start of the program: what is written gets its mode, 0644 or 0755 for a folder,
 * whatever the umask was. */
void file_setup(void);

/* The whole file. EFBIG when it is larger than max_size. */
int file_read(Arena *arena, Slice path, size_t max_size, Slice *ret_bytes);

/* All files below a folder, folders before what they hold, in byte order of their paths. Names that
 * begin with "." are passed over. ENOENT when the folder is not there. `workers` may be NULL. */
int file_list(Arena *arena, Workers *workers, Slice folder, FileEntry **ret_entries,
              size_t *ret_count);

/* Creates a folder and those above it; fine when it is there. */
int file_make_folder(Slice path);

/* Writes through a temporary name beside the file and a rename, mode 0644; only when the bytes on
 * disk differ. `scratch` holds what is read to compare. */
int file_write_changed(Arena *scratch, Slice path, Slice bytes, bool *ret_changed);

/* Gives a file that is there new bytes by the same way, and leaves it its mode; of a link to a file
 * it is the file that changes. */
int file_replace(Slice path, Slice bytes);

/* True when the file holds exactly these bytes; every doubt is a no. */
bool file_holds(Arena *scratch, Slice path, Slice bytes);

/* Writes the file, mode 0644, and makes the folders above it. */
int file_create(Slice path, Slice bytes);

/* Gives a file or folder another path, in place of a file that stands there; the folders above it
 * are made. */
int file_move(Arena *scratch, Slice from, Slice to);

/* A file or a folder with all it holds; fine when it is gone. */
int file_remove_tree(Slice path);

int file_remove(Slice path);        /* a file; fine when it is gone */
int file_remove_folder(Slice path); /* an empty folder; ENOTEMPTY otherwise */
bool file_exists(Slice path);
bool file_is_folder(Slice path);

/* True when `path`, which need not be there yet, is `folder` or lies in it, links resolved. */
bool file_contains(Slice folder, Slice path);

/* system/read, system/write or system/space on the path, with the words of the system in a fixed
 * language. */
void file_fault(Report *report, Slice path, int error, bool while_writing);

/* The paths of folder and name with one "/" between. */
Slice file_join(Arena *arena, Slice folder, Slice name);

#endif
