/* Texts that stand in attributes. */
#include "shape/remark.h"

#include "base/utf8.h"
#include "text/isolate.h"

/* Where the text stands; `start` is of no use when it is not there as it is. */
typedef struct Place {
    Span where;
    Slice text;
    bool is_found;
} Place;

/* The last of its kind: a title stands behind the words of its link. */
static Place find_place(Slice text, Span where)
{
    Place place = {.where = where, .text = text};
    Slice rest = span_text(where);
    size_t offset;
    while (where.source != NULL && slice_find(rest, text, &offset)) {
        rest = slice_from(rest, offset);
        place.where.start = span_of(where.source, rest).start;
        place.is_found = true;
        rest = slice_from(rest, 1);
    }
    return place;
}

static bool find_span(void *shared, size_t start, size_t end, Span *ret_span)
{
    const Place *place = shared;
    size_t offset = 0;
    *ret_span = (Span){place->where.source, place->where.start, place->where.start};
    for (size_t letter = 0; place->is_found && letter <= end; letter++) {
        if (letter == start)
            ret_span->start = place->where.start + (uint32_t) offset;
        ret_span->end = place->where.start + (uint32_t) offset;
        if (offset < place->text.size)
            utf8_next(place->text, &offset);
    }
    return place->is_found;
}

static bool has_letter(Slice text, Direction direction)
{
    const uint32_t strong = direction == DIRECTION_RTL ? CLASS_R : CLASS_L;
    for (size_t offset = 0; offset < text.size;)
        if (class_of(utf8_next(text, &offset)) & strong)
            return true;
    return false;
}

static Slice isolate_whole(Arena *arena, Slice text, Direction direction)
{
    const Slice parts[] = {direction == DIRECTION_RTL ? SLICE(ISOLATE_RLI) : SLICE(ISOLATE_LRI),
                           text, SLICE(ISOLATE_PDI)};
    return slice_join(arena, parts, 3, SLICE(""));
}

Slice remark_polish(Document *document, const PolishRules *rules, Direction place, Slice text,
                    Span where, Report *report)
{
    const bool runs_against = place != DIRECTION_NONE && place != rules->base;
    const bool is_foreign = runs_against && !has_letter(text, rules->base);
    PolishRules own = *rules;
    if (is_foreign)
        polish_rules_turn(&own, place);
    FindingList findings;
    finding_list_init(&findings, document->arena);
    const Slice safe =
        polish_string(document->arena, &own, text, report == NULL ? NULL : &findings);
    Place found = find_place(text, where);
    for (size_t i = 0; i < findings.count; i++)
        finding_report(&findings.items[i], find_span, &found, report);
    return runs_against && !is_foreign ? isolate_whole(document->arena, safe, rules->base) : safe;
}
