/* Finds the known word nearest to a misspelt one: optimal string alignment distance over code
 * points, after folding ASCII case, dropping "-" and "_", and folding ي ك to ی ک (editorial 7). */
#ifndef BASE_SUGGEST_H
#define BASE_SUGGEST_H

#include "base/report.h"

#define SUGGEST_MAX_NEAREST 3

/* A candidate counts when its distance is at most max(1, length/3) and no other is as near; else an
 * empty Slice. */
Slice suggest_one(Slice word, const Slice *known, size_t count);

/* The nearest three, nearest first, whatever their distance; returns how many. */
size_t suggest_nearest(Slice word, const Slice *known, size_t count,
                       Slice ret_nearest[SUGGEST_MAX_NEAREST]);

/* Fills suggestion, or else suggestions, of a diagnostic; with one clear winner also the fix that
 * writes it in the place of the diagnostic's span. `ret_edit` must live until report_add. */
void suggest_fill(Diagnostic *diagnostic, Slice word, const Slice *known, size_t count,
                  Edit *ret_edit);

#endif
