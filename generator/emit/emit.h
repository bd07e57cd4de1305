/* The last stage: moves bytes to disk, in two steps. Files are staged in a hidden folder as they
 * are made, while faults may still be found; only when everything could be made and staged are they
 * moved to their places, those that this build did not make removed, and MANIFEST written. So a
 * fault or a full disk leaves the last good output as it was. */
#ifndef EMIT_EMIT_H
#define EMIT_EMIT_H

#include "model/site.h"

typedef struct Emission Emission;

typedef struct EmitResult {
    size_t file_count;
    size_t changed_count;
    size_t removed_count;
    uint64_t size; /* bytes of all files */
} EmitResult;

/* Behind link, which settles what pages there are. NULL when the output folder must not be touched;
 * the reason is in site->output_report. */
Emission *emit_open(Site *site, Workers *workers);

/* Stages page->output.html, unless the same bytes stand in the output already. In any thread. */
void emit_page(Emission *emission, Worker *worker, const Page *page);

/* Stages all other files and puts the output in place. False when anything could not be written;
 * the reason is in site->output_report. */
bool emit_site(Emission *emission, Workers *workers, EmitResult *ret_result);

/* Removes what is still staged. */
void emit_close(Emission *emission);

#endif
