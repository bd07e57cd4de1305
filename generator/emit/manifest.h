/* MANIFEST: "sha256 size path" for every file of the output, sorted by path (output 63). Private to
 * emit. */
#ifndef EMIT_MANIFEST_H
#define EMIT_MANIFEST_H

#include "base/buffer.h"
#include "base/digest.h"

#define MANIFEST_MAX_SIZE (512 * 1024 * 1024)

typedef struct ManifestEntry {
    Slice path;
    uint64_t size;
    Digest digest;
} ManifestEntry;

/* True for the text of a MANIFEST, or for an empty one: many programs have a file of this name. */
bool manifest_is_ours(Slice text);

/* Sorts the entries and writes the file's text. */
void manifest_write(ManifestEntry *entries, size_t count, Buffer *out);

#endif
