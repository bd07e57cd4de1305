/* The output folder as the build finds it: whether it may be touched, what in it is still right,
 * and what of it goes. Private to emit. */
#ifndef EMIT_OUTPUT_H
#define EMIT_OUTPUT_H

#include "base/file.h"
#include "model/site.h"

typedef struct OutputFolder {
    Site *site;
    Arena *arena;
    Slice path;
    bool is_new;        /* it is not there yet */
    FileEntry *entries; /* what stands in it */
    size_t entry_count;
    Table files;   /* path -> FileEntry: the files among them, none of them a link or behind one */
    Table made;    /* paths of the files of this build */
    Table folders; /* paths of the folders that hold them */
} OutputFolder;

/* False, reported, when it must not be touched. */
bool output_look(OutputFolder *output, Site *site, Workers *workers, Arena *arena);

/* True when the file stands there with these very bytes. Any thread may ask. */
bool output_holds(const OutputFolder *output, Arena *scratch, Slice path, Slice bytes);

/* This build makes the file. */
void output_add_made(OutputFolder *output, Slice path);

/* Removes what this build did not make: first what stands in the way of what it made, later the
 * rest. Returns how many files went. */
size_t output_remove_in_way(const OutputFolder *output);
size_t output_remove_stale(const OutputFolder *output);

#endif
