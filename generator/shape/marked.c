/* Finds `[…]{…}` in the texts below one parent: brackets are kept on a stack, so phrases may hold
 * markup and stand inside each other. */
#include "shape/marked.h"

#include "shape/wrap.h"

#define MAX_MARK_SIZE 200

typedef struct Bracket {
    NodeId text;
    size_t offset;
} Bracket;

typedef struct Marked {
    Document *document;
    const Languages *languages;
    Report *report;
    Arena *scratch;
    Bracket *open;
    size_t open_count;
    size_t open_capacity;
} Marked;

static bool read_switch(Slice word, SpanDetail *span)
{
    if (slice_equal(word, SLICE("isolate=off")))
        span->no_isolation = true;
    else if (slice_equal(word, SLICE("typography=off")))
        span->no_typography = true;
    else if (slice_equal(word, SLICE("digits=latn")))
        span->latin_digits = true;
    else
        return false;
    return true;
}

static bool next_word(Slice *rest, Slice *ret_word)
{
    *rest = slice_trim(*rest);
    size_t size = 0;
    if (!slice_find_byte(*rest, ' ', &size))
        size = rest->size;
    *ret_word = slice_to(*rest, size);
    *rest = slice_from(*rest, size);
    return size > 0;
}

/* What the words in the braces state. False: they are no mark of a phrase. */
static bool read_mark(Slice mark, SpanDetail *span, Direction *ret_direction)
{
    Slice word;
    size_t count = 0;
    *ret_direction = DIRECTION_NONE;
    for (; next_word(&mark, &word); count++) {
        if (read_switch(word, span))
            continue;
        if (*ret_direction == DIRECTION_NONE && direction_find(word, ret_direction) &&
            *ret_direction != DIRECTION_AUTO)
            continue;
        if (span->language.size > 0 || !language_is_tag(word))
            return false;
        span->language = word;
    }
    return count > 0;
}

static Direction direction_of(const Marked *marked, Slice tag)
{
    const Languages *languages = marked->languages;
    const Language *language = languages == NULL ? NULL : languages_find(languages, tag);
    if (language == NULL)
        language = language_new(marked->scratch, tag, DIRECTION_NONE);
    return language->direction;
}

static void report_mark(const Marked *marked, DiagnosticCode code, NodeId text, Slice mark)
{
    report_add(
        marked->report,
        &(Diagnostic){.code = code, .span = node_span(marked->document, text), .words = {mark}});
}

static void remove_empty(Document *document, NodeId text)
{
    if (node_at(document, text)->text.size == 0)
        node_remove(document, text);
}

/* Cuts the brackets and the braces off and hangs what stood between them below the new node.
 * Returns the text behind the braces, or 0. */
static NodeId wrap_phrase(Marked *marked, Bracket from, Bracket to, size_t end, NodeId span)
{
    Document *document = marked->document;
    NodeId last = to.text;
    NodeId rest = NODE_NONE;
    if (end < node_at(document, last)->text.size)
        rest = wrap_split(document, last, end);
    wrap_cut(document, last, to.offset);
    const NodeId first = wrap_split(document, from.text, from.offset + 1);
    wrap_cut(document, from.text, from.offset);
    if (from.text == last)
        last = first;
    node_wrap(document, first, last, span);
    remove_empty(document, from.text);
    remove_empty(document, first);
    if (last != first)
        remove_empty(document, last);
    return rest;
}

/* The bracket that opens last and the one at `to` hold a phrase with the mark `mark`. */
static bool make_phrase(Marked *marked, Bracket to, Slice mark, size_t end, NodeId *ret_rest)
{
    SpanDetail *detail = ARENA_NEW(marked->document->arena, SpanDetail);
    Direction direction;
    if (!read_mark(mark, detail, &direction)) {
        report_mark(marked, DIAGNOSTIC_PHRASE_MARK, to.text, mark);
        return false;
    }
    if (detail->language.size > 0 && direction == DIRECTION_NONE)
        direction = direction_of(marked, detail->language);
    if (direction == DIRECTION_AUTO) {
        report_mark(marked, DIAGNOSTIC_PHRASE_DIRECTION, to.text, mark);
        return false;
    }
    const Bracket from = marked->open[--marked->open_count];
    Document *document = marked->document;
    const NodeId span = node_new(document, NODE_SPAN, node_at(document, from.text)->start,
                                 node_at(document, to.text)->end);
    node_at(document, span)->span = detail;
    if (direction != DIRECTION_NONE)
        node_at(document, span)->flags |= direction == DIRECTION_RTL ? NODE_RTL : NODE_LTR;
    *ret_rest = wrap_phrase(marked, from, to, end, span);
    return true;
}

static void push(Marked *marked, Bracket bracket)
{
    if (marked->open_count == marked->open_capacity)
        marked->open = arena_grow(marked->scratch, marked->open, sizeof(Bracket),
                                  marked->open_count, &marked->open_capacity);
    marked->open[marked->open_count++] = bracket;
}

/* `]` at `offset`: true when it ends a phrase. */
static bool close_bracket(Marked *marked, NodeId text, size_t offset, NodeId *ret_rest)
{
    Slice after = slice_from(node_at(marked->document, text)->text, offset + 1);
    if (after.size > MAX_MARK_SIZE)
        after = slice_to(after, MAX_MARK_SIZE);
    size_t size = 0;
    if (marked->open_count == 0)
        return false;
    if (slice_starts(after, SLICE("{")) && slice_find_byte(after, '}', &size) &&
        make_phrase(marked, (Bracket){text, offset}, slice_part(after, 1, size),
                    offset + 1 + size + 1, ret_rest))
        return true;
    marked->open_count--;
    return false;
}

/* Returns the node to go on with. */
static NodeId read_text(Marked *marked, NodeId text)
{
    const Slice bytes = node_at(marked->document, text)->text;
    const NodeId next = node_at(marked->document, text)->next;
    for (size_t i = 0, step; slice_find_any(slice_from(bytes, i), "[][]", &step); i++) {
        NodeId rest = NODE_NONE;
        i += step;
        if (bytes.at[i] == '[')
            push(marked, (Bracket){text, i});
        else if (bytes.at[i] == ']' && close_bracket(marked, text, i, &rest))
            return rest != NODE_NONE ? rest : next;
    }
    return next;
}

static void read_children(Marked *marked, NodeId parent)
{
    marked->open_count = 0;
    NodeId id = node_at(marked->document, parent)->first_child;
    while (id != NODE_NONE) {
        if (node_at(marked->document, id)->kind == NODE_TEXT)
            id = read_text(marked, id);
        else
            id = node_at(marked->document, id)->next;
    }
}

/* A brace in the text was typed as one or as an entity: most pages hold neither. */
static bool may_hold_marks(const Document *document)
{
    size_t found = 0;
    return document->source == NULL || slice_find_byte(document->source->bytes, '{', &found) ||
           slice_find_byte(document->source->bytes, '&', &found);
}

void marked_document(Document *document, const Languages *languages, Report *report, Arena *scratch)
{
    Marked marked = {
        .document = document, .languages = languages, .report = report, .scratch = scratch};
    if (!may_hold_marks(document))
        return;
    for (NodeId id = node_at(document, NODE_NONE)->first_child; id != NODE_NONE;
         id = node_following(document, NODE_NONE, id))
        read_children(&marked, id);
}

void marked_apply(Page *page, Arena *scratch)
{
    marked_document(page->text.document, page->site->settings.languages, &page->report, scratch);
}
