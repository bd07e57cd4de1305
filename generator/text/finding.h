/* Faults in a text as typed, as the rules find them: positions are letters. Who knows the tree
 * turns them into diagnostics. */
#ifndef TEXT_FINDING_H
#define TEXT_FINDING_H

#include "base/report.h"

#define FINDING_MAX_EDITS 2
#define FINDING_MAX_WORDS 3

/* Positions are letters as typed, half open. */
typedef struct FindingEdit {
    uint32_t start;
    uint32_t end;
    Slice text; /* what takes their place */
} FindingEdit;

typedef struct Finding {
    DiagnosticCode code;
    uint32_t start;
    uint32_t end;
    Slice words[FINDING_MAX_WORDS]; /* the first empty: the text of the span */
    FindingEdit edits[FINDING_MAX_EDITS];
    uint8_t edit_count;
    bool is_safe;
} Finding;

typedef struct FindingList {
    Arena *arena; /* of the items and their words */
    Finding *items;
    size_t count;
    size_t capacity;
} FindingList;

void finding_list_init(FindingList *list, Arena *arena);

/* The new finding; the pointer ends with the next add. */
Finding *finding_add(FindingList *list, DiagnosticCode code, size_t start, size_t end);

/* Adds to a finding that `text` takes the place of start … end. */
void finding_edit(Finding *finding, size_t start, size_t end, Slice text);

/* Letters that look like others are told apart by their names: “U+0643”, “U+06F6 U+0660”. */
Slice finding_name(const FindingList *list, uint32_t code_point, uint32_t other);

/* Tells where the letters start … end stand in the source. False when it can only name a place
 * nearby, because the source writes them differently: then there is no repair. */
typedef bool (*FindingLocator)(void *shared, size_t start, size_t end, Span *ret_span);

/* Makes a diagnostic of a finding and adds it. */
void finding_report(const Finding *finding, FindingLocator locate, void *shared, Report *report);

#endif
