/* The list of what was written, by which a copy can be checked. */
#include "emit/manifest.h"

#include <stdlib.h>

static int compare_paths(const void *a, const void *b)
{
    return slice_compare(((const ManifestEntry *) a)->path, ((const ManifestEntry *) b)->path);
}

static void add_hex(Buffer *out, const Digest *digest)
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < DIGEST_SIZE; i++) {
        buffer_add_byte(out, digits[digest->bytes[i] >> 4]);
        buffer_add_byte(out, digits[digest->bytes[i] & 15]);
    }
}

static bool is_digest(Slice word)
{
    for (size_t i = 0; i < word.size; i++) {
        char byte = word.at[i];
        if (!(byte >= '0' && byte <= '9') && !(byte >= 'a' && byte <= 'f'))
            return false;
    }
    return word.size == DIGEST_SIZE * 2;
}

/* The first line tells. */
bool manifest_is_ours(Slice text)
{
    Slice line, digest, size, path;
    int64_t number;
    if (text.size == 0)
        return true;
    return slice_cut_line(&text, &line) && slice_cut(line, ' ', &digest, &line) &&
           slice_cut(line, ' ', &size, &path) && is_digest(digest) && slice_to_int(size, &number) &&
           path.size > 0;
}

void manifest_write(ManifestEntry *entries, size_t count, Buffer *out)
{
    if (count > 1)
        qsort(entries, count, sizeof *entries, compare_paths);
    for (size_t i = 0; i < count; i++) {
        add_hex(out, &entries[i].digest);
        buffer_add_byte(out, ' ');
        buffer_add_int(out, (int64_t) entries[i].size);
        buffer_add_byte(out, ' ');
        buffer_add(out, entries[i].path);
        buffer_add_byte(out, '\n');
    }
}
