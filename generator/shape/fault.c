/* Faults in words, with their place in the source. */
#include "shape/fault.h"

#include "base/utf8.h"

/* The piece that holds a letter as typed. */
static const Piece *piece_of(const Pieces *pieces, size_t letter)
{
    size_t low = 0, high = pieces->count;
    while (high - low > 1) {
        const size_t middle = low + (high - low) / 2;
        if (pieces->items[middle].typed <= letter)
            low = middle;
        else
            high = middle;
    }
    return &pieces->items[low];
}

/* The byte of the source where a letter begins. False where the source writes it differently (an
 * escape, an entity): then it is the node's own place. */
static bool find_offset(const Document *document, const Pieces *pieces, size_t letter,
                        uint32_t *ret_offset)
{
    const Piece *piece = piece_of(pieces, letter);
    const Slice source = document->source == NULL ? (Slice){0} : document->source->bytes;
    const bool is_view = piece->text.at >= source.at &&
                         piece->text.at + piece->text.size <= source.at + source.size &&
                         piece->text.size > 0;
    if (!is_view) {
        *ret_offset = node_at(document, piece->node)->start;
        return false;
    }
    size_t offset = 0;
    for (size_t i = piece->typed; i < letter && offset < piece->text.size; i++)
        utf8_next(piece->text, &offset);
    *ret_offset = (uint32_t) ((size_t) (piece->text.at - source.at) + offset);
    return true;
}

/* The range of the source that holds the letters start … end. */
static bool find_span(const Document *document, const Pieces *pieces, size_t start, size_t end,
                      Span *ret_span)
{
    *ret_span = (Span){.source = document->source};
    bool is_exact = find_offset(document, pieces, start, &ret_span->start);
    if (end == start) {
        ret_span->end = ret_span->start;
        return is_exact;
    }
    is_exact = find_offset(document, pieces, end - 1, &ret_span->end) && is_exact;
    if (is_exact) {
        size_t next = ret_span->end;
        utf8_next(document->source->bytes, &next);
        ret_span->end = (uint32_t) next;
    } else if (ret_span->end < ret_span->start)
        ret_span->end = ret_span->start;
    return is_exact;
}

static void report_one(const Document *document, const Pieces *pieces, const Finding *finding,
                       Report *report)
{
    Edit edits[FINDING_MAX_EDITS];
    Diagnostic diagnostic = {.code = finding->code, .edits = edits};
    diagnostic.words[0] = finding->words[0];
    diagnostic.words[1] = finding->words[1];
    bool is_exact = find_span(document, pieces, finding->start, finding->end, &diagnostic.span);
    for (size_t i = 0; i < finding->edit_count; i++) {
        const FindingEdit *edit = &finding->edits[i];
        edits[i].text = edit->text;
        is_exact = find_span(document, pieces, edit->start, edit->end, &edits[i].span) && is_exact;
    }
    if (diagnostic.words[0].size == 0 && is_exact)
        diagnostic.words[0] = span_text(diagnostic.span);
    if (is_exact && finding->edit_count > 0) {
        diagnostic.edit_count = finding->edit_count;
        diagnostic.is_safe_fix = finding->is_safe;
        diagnostic.fix_label = edits[0].text.size > 0 ? SLICE("replace") : SLICE("remove");
    }
    report_add(report, &diagnostic);
}

void fault_report(const Document *document, const Pieces *pieces, const FindingList *findings,
                  Report *report)
{
    for (size_t i = 0; i < findings->count; i++)
        report_one(document, pieces, &findings->items[i], report);
}
