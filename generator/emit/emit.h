/* The last stage: moves bytes to disk. Files are staged under temporary names first and renamed
 * only when all could be written, so a full disk leaves the last good output as it was. Files that
 * this build did not make are removed, and MANIFEST comes last. */
#ifndef EMIT_EMIT_H
#define EMIT_EMIT_H

#include "model/site.h"

typedef struct EmitResult {
    size_t file_count;
    size_t changed_count;
    size_t removed_count;
    uint64_t size; /* bytes of all files */
} EmitResult;

/* False when anything could not be written; the reason is in site->output_report. */
bool emit_site(Site *site, Workers *workers, EmitResult *ret_result);

#endif
