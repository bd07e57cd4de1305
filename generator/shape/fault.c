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

/* A walk through the pieces: faults come mostly in order, so it seldom begins anew. */
typedef struct Walk {
    const Document *document;
    const Pieces *pieces;
    const Piece *piece;
    size_t letter;
    size_t offset; /* of the letter, in the text of the piece */
} Walk;

/* The byte of the source where a letter begins. False where the source writes it differently (an
 * escape, an entity): then it is the node's own place. */
static bool find_offset(Walk *walk, size_t letter, uint32_t *ret_offset)
{
    const Piece *piece = piece_of(walk->pieces, letter);
    const Source *source = walk->document->source;
    const Slice bytes = source == NULL ? (Slice){0} : source->bytes;
    const bool is_view = piece->text.size > 0 && piece->text.at >= bytes.at &&
                         piece->text.at + piece->text.size <= bytes.at + bytes.size;
    if (!is_view) {
        *ret_offset = node_at(walk->document, piece->node)->start;
        return false;
    }
    if (walk->piece != piece || walk->letter > letter) {
        walk->piece = piece;
        walk->letter = piece->typed;
        walk->offset = 0;
    }
    for (; walk->letter < letter && walk->offset < piece->text.size; walk->letter++)
        utf8_next(piece->text, &walk->offset);
    *ret_offset = (uint32_t) ((size_t) (piece->text.at - bytes.at) + walk->offset);
    return true;
}

/* The range of the source that holds the letters start … end. */
static bool find_span(void *shared, size_t start, size_t end, Span *ret_span)
{
    Walk *walk = shared;
    *ret_span = (Span){.source = walk->document->source};
    bool is_exact = find_offset(walk, start, &ret_span->start);
    if (end == start) {
        ret_span->end = ret_span->start;
        return is_exact;
    }
    is_exact = find_offset(walk, end - 1, &ret_span->end) && is_exact;
    if (is_exact) {
        size_t next = ret_span->end;
        utf8_next(walk->document->source->bytes, &next);
        ret_span->end = (uint32_t) next;
    } else if (ret_span->end < ret_span->start)
        ret_span->end = ret_span->start;
    return is_exact;
}

void fault_report(const Document *document, const Pieces *pieces, const FindingList *findings,
                  Report *report)
{
    Walk walk = {.document = document, .pieces = pieces};
    for (size_t i = 0; i < findings->count; i++) {
        const size_t count = report->error_count + report->warning_count + report->note_count;
        if (count >= FAULT_MAX_PER_PAGE)
            return;
        finding_report(&findings->items[i], find_span, &walk, report);
    }
}
