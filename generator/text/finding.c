/* A growing list of faults. */
#include "text/finding.h"

#include "base/arena.h"

#include <assert.h>

void finding_list_init(FindingList *list, Arena *arena)
{
    *list = (FindingList){.arena = arena};
}

Finding *finding_add(FindingList *list, DiagnosticCode code, size_t start, size_t end)
{
    if (list->count == list->capacity)
        list->items =
            arena_grow(list->arena, list->items, sizeof(Finding), list->count, &list->capacity);
    Finding *finding = &list->items[list->count++];
    *finding = (Finding){.code = code, .start = (uint32_t) start, .end = (uint32_t) end};
    return finding;
}

void finding_edit(Finding *finding, size_t start, size_t end, Slice text)
{
    assert(finding->edit_count < FINDING_MAX_EDITS);
    finding->edits[finding->edit_count++] =
        (FindingEdit){.start = (uint32_t) start, .end = (uint32_t) end, .text = text};
}
