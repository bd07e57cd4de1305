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
    Slice raw;     /* what the source holds of the piece, from the letter on */
    bool is_exact; /* the letter stands in the source as it is */
    bool is_lost;
} Walk;

/* An entity, also where it stands for the very "&" it begins with. */
static bool is_entity(Slice raw, Slice letter)
{
    if (!slice_equal(letter, SLICE("&")))
        return slice_starts(raw, SLICE("&"));
    return slice_starts(raw, SLICE("&amp;")) || slice_starts(raw, SLICE("&#38;")) ||
           slice_starts(raw, SLICE("&#x26;"));
}

/* Moves over what the source writes in front of a letter, or instead of it. */
static void find_letter(Walk *walk)
{
    const Slice rest = slice_from(walk->piece->text, walk->offset);
    size_t size = 0, semicolon;
    utf8_next(rest, &size);
    const Slice letter = slice_to(rest, size);
    if (slice_starts(walk->raw, SLICE("\\")) && !slice_starts(walk->raw, letter))
        walk->raw = slice_from(walk->raw, 1);
    const bool is_coded = is_entity(walk->raw, letter);
    walk->is_exact = !walk->is_lost && !is_coded && slice_starts(walk->raw, letter);
    if (!walk->is_exact)
        walk->is_lost |= !is_coded || !slice_find_byte(walk->raw, ';', &semicolon);
}

static void pass_letter(Walk *walk)
{
    size_t size = 0, semicolon;
    const size_t before = walk->offset;
    find_letter(walk);
    utf8_next(walk->piece->text, &walk->offset);
    size = walk->offset - before;
    if (!walk->is_lost && !walk->is_exact && slice_find_byte(walk->raw, ';', &semicolon))
        size = semicolon + 1;
    if (!walk->is_lost)
        walk->raw = slice_from(walk->raw, size);
    walk->letter++;
}

static void enter_piece(Walk *walk, const Piece *piece)
{
    const Node *node = node_at(walk->document, piece->node);
    const Source *source = walk->document->source;
    const Slice bytes = source == NULL ? (Slice){0} : source->bytes;
    const bool is_view = piece->text.size > 0 && piece->text.at >= bytes.at &&
                         piece->text.at + piece->text.size <= bytes.at + bytes.size;
    walk->piece = piece;
    walk->letter = piece->typed;
    walk->offset = 0;
    walk->raw = is_view ? piece->text : slice_part(bytes, node->start, node->end);
    walk->is_lost = piece->text.size == 0;
}

/* The byte of the source where a letter begins. False where the source writes it differently (an
 * entity): then it is a place nearby. */
static bool find_offset(Walk *walk, size_t letter, uint32_t *ret_offset)
{
    const Piece *piece = piece_of(walk->pieces, letter);
    if (walk->piece != piece || walk->letter > letter)
        enter_piece(walk, piece);
    while (walk->letter < letter && walk->offset < piece->text.size)
        pass_letter(walk);
    if (walk->offset < piece->text.size)
        find_letter(walk);
    else
        walk->is_exact = false;
    const Source *source = walk->document->source;
    *ret_offset = walk->raw.at == NULL ? node_at(walk->document, piece->node)->start
                                       : (uint32_t) (walk->raw.at - source->bytes.at);
    return walk->is_exact;
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
