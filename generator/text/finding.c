/* A growing list of faults, and what becomes of each. */
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

Slice finding_name(const FindingList *list, uint32_t code_point, uint32_t other)
{
    return code_point == other ? slice_print(list->arena, "U+%04X", code_point)
                               : slice_print(list->arena, "U+%04X U+%04X", code_point, other);
}

void finding_report(const Finding *finding, FindingLocator locate, void *shared, Report *report)
{
    Edit edits[FINDING_MAX_EDITS];
    Diagnostic diagnostic = {.code = finding->code, .edits = edits};
    for (size_t i = 0; i < FINDING_MAX_WORDS; i++)
        diagnostic.words[i] = finding->words[i];
    bool is_exact = locate(shared, finding->start, finding->end, &diagnostic.span);
    for (size_t i = 0; i < finding->edit_count; i++) {
        const FindingEdit *edit = &finding->edits[i];
        edits[i].text = edit->text;
        is_exact = locate(shared, edit->start, edit->end, &edits[i].span) && is_exact;
    }
    if (diagnostic.words[0].size == 0)
        diagnostic.words[0] = span_text(diagnostic.span);
    if (is_exact && finding->edit_count > 0) {
        diagnostic.edit_count = finding->edit_count;
        diagnostic.is_safe_fix = finding->is_safe;
        diagnostic.fix_label = edits[0].text.size > 0 ? SLICE("replace") : SLICE("remove");
    }
    report_add(report, &diagnostic);
}
