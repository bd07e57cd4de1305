/* What becomes of one file: edits of several rounds, kept as the parts of the file that stay and
 * the texts that come between them. Private to command. */
#ifndef COMMAND_CHANGE_H
#define COMMAND_CHANGE_H

#include "base/report.h"

typedef struct ChangePart {
    Slice text;
    uint32_t start; /* in the file; UINT32_MAX: a new text */
} ChangePart;

typedef struct Change {
    Slice after; /* first: who builds with it knows no more */
    Slice path;
    Slice before;
    ChangePart *parts;
    size_t part_count;
    size_t edit_count; /* of all rounds */
} Change;

void change_init(Change *change, Arena *arena, Slice path, Slice bytes);

/* Makes edits of change->after: in order, without overlap. */
void change_apply(Change *change, Arena *arena, const Edit *edits, size_t count);

/* All rounds as edits of the file as it was; spans have no source. Returns how many. */
size_t change_edits(const Change *change, Arena *arena, Edit **ret_edits);

#endif
