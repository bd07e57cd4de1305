/* From the parser's inlines to nodes with verified spans. */
#include "markup/phrase.h"

#include "base/arena.h"
#include "markup/bracket.h"
#include "markup/directive.h"
#include "markup/note.h"

#include <string.h>

void phrase_begin(Phrase *phrase, Builder *builder, Report *report, PhraseEntityReader read_entity)
{
    phrase->builder = builder;
    phrase->report = report;
    phrase->read_entity = read_entity;
    phrase->cursor = 0;
    phrase->is_lost = phrase->place.kind == PLACE_UNKNOWN;
}

static Arena *arena_of(const Phrase *phrase)
{
    return phrase->builder->document->arena;
}

static char byte_at(const Phrase *phrase, uint32_t at)
{
    return at < phrase->place.content.size ? phrase->place.content.at[at] : '\0';
}

/* Adds a leaf for a part of the content and moves the cursor behind it. */
static Node *add_leaf(Phrase *phrase, NodeKind kind, uint32_t start, uint32_t end)
{
    const uint32_t from = place_offset(&phrase->place, start);
    const uint32_t to = phrase->is_lost ? from : place_offset(&phrase->place, end);
    phrase->cursor = end;
    const NodeId id = builder_add(phrase->builder, kind, from, to);
    return node_at(phrase->builder->document, id);
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static Node *add_lost(Phrase *phrase, NodeKind kind)
{
    phrase->is_lost = true;
    return add_leaf(phrase, kind, phrase->cursor, phrase->cursor);
}

static bool is_escaped_by(char byte, char next)
{
    return byte == '\\' && ((next >= '!' && next <= '/') || (next >= ':' && next <= '@') ||
                            (next >= '[' && next <= '`') || (next >= '{' && next <= '~'));
}

/* Bytes that stand the same in both, up to what may be an entity or an escape. */
static size_t plain_size(Slice content, Slice literal)
{
    size_t size = content.size < literal.size ? content.size : literal.size;
    slice_find_any(slice_to(content, size), "&\\&\\", &size);
    return slice_equal(slice_to(content, size), slice_to(literal, size)) ? size : 0;
}

/* Follows a text through the content, where "\*" stands for "*" and "&amp;" for "&". Adds what is
 * read to `out` with the digits as typed, and returns the end; 0 where the two differ. */
static uint32_t follow_text(Phrase *phrase, Slice literal, char *out, size_t *ret_size)
{
    const Slice content = phrase->place.content;
    uint32_t at = phrase->cursor;
    size_t size = 0;
    for (size_t i = 0; i < literal.size;) {
        const size_t plain = plain_size(slice_from(content, at), slice_from(literal, i));
        memcpy(out + size, literal.at + i, plain);
        size += plain;
        i += plain;
        at += (uint32_t) plain;
        if (i == literal.size)
            break;
        if (at >= content.size)
            return 0;
        char bytes[PHRASE_ENTITY_MAX_SIZE] = {content.at[at]};
        size_t count = 1;
        size_t step = 0;
        if (content.at[at] == '&')
            step = phrase->read_entity(slice_from(content, at + 1), bytes, &count);
        if (step == 0 && is_escaped_by(content.at[at], byte_at(phrase, at + 1))) {
            bytes[0] = content.at[at + 1];
            step = 1;
        }
        if (count > literal.size - i || memcmp(literal.at + i, bytes, count) != 0)
            return 0;
        memcpy(out + size, bytes, count);
        size += count;
        i += count;
        at += 1 + (uint32_t) step;
    }
    *ret_size = size;
    return at;
}

/* A text that is no part of the content as it stands: escapes, entities, or several pieces joined.
 */
static void add_joined_text(Phrase *phrase, Slice literal)
{
    Arena *arena = arena_of(phrase);
    const ArenaMark mark = arena_mark(arena);
    char *text = ARENA_ARRAY(arena, char, literal.size);
    size_t size = 0;
    const uint32_t start = phrase->cursor;
    const uint32_t end = phrase->is_lost ? 0 : follow_text(phrase, literal, text, &size);
    if (end == 0) {
        arena_rewind(arena, mark);
        add_lost(phrase, NODE_TEXT)->text = slice_copy(arena, literal);
        return;
    }
    if (end - start == literal.size) {
        arena_rewind(arena, mark);
        const Slice typed = place_text(&phrase->place, arena, start, end);
        add_leaf(phrase, NODE_TEXT, start, end)->text = typed;
    } else {
        add_leaf(phrase, NODE_TEXT, start, end)->text = (Slice){text, size};
    }
    note_check_text(&phrase->place, start, end, phrase->builder->document, phrase->report);
}

static bool is_in_content(const Phrase *phrase, Slice literal)
{
    const uintptr_t start = (uintptr_t) phrase->place.content.at;
    const uintptr_t at = (uintptr_t) literal.at;
    return at >= start && at - start + literal.size <= phrase->place.content.size &&
           literal.size > 0;
}

void phrase_text(Phrase *phrase, Slice literal)
{
    if (!is_in_content(phrase, literal)) {
        add_joined_text(phrase, literal);
        return;
    }
    uint32_t start = (uint32_t) (literal.at - phrase->place.content.at);
    // Blanks behind a hard break belong to the break.
    for (; start < phrase->cursor && is_blank(literal.at[0]) && literal.size > 1; start++)
        literal = slice_from(literal, 1);
    // What is left of a run of stars is given as its first ones, although emphasis took those.
    if (start < phrase->cursor)
        start = phrase->cursor;
    phrase->is_lost = phrase->place.kind == PLACE_UNKNOWN;
    const uint32_t end = start + (uint32_t) literal.size;
    const Slice typed = place_text(&phrase->place, arena_of(phrase), start, end);
    const bool is_escaped = start == phrase->cursor + 1 && byte_at(phrase, phrase->cursor) == '\\';
    add_leaf(phrase, NODE_TEXT, is_escaped ? phrase->cursor : start, end)->text = typed;
    if (literal.at[0] == ':')
        directive_check_stray(phrase->builder->document, builder_last_child(phrase->builder),
                              phrase->report);
}

static uint32_t skip_blanks(const Phrase *phrase, uint32_t at)
{
    while (is_blank(byte_at(phrase, at)))
        at++;
    return at;
}

void phrase_break(Phrase *phrase, bool is_hard)
{
    const NodeKind kind = is_hard ? NODE_LINE_BREAK : NODE_SOFT_BREAK;
    uint32_t at = skip_blanks(phrase, phrase->cursor);
    if (byte_at(phrase, at) == '\\')
        at++;
    if (phrase->is_lost || byte_at(phrase, at) != '\n') {
        add_lost(phrase, kind);
        return;
    }
    // The next line may begin behind the marks of containers, so the break ends with its own line.
    Node *node = add_leaf(phrase, kind, phrase->cursor, at);
    const Slice rest = slice_from(phrase->place.typing->source->bytes, node->end);
    node->end += slice_starts(rest, SLICE("\r\n")) ? 2 : 1;
    phrase->cursor = skip_blanks(phrase, at + 1);
}

static uint32_t run_of(const Phrase *phrase, uint32_t at, char byte)
{
    uint32_t size = 0;
    while (at + size < phrase->place.content.size && byte_at(phrase, at + size) == byte)
        size++;
    return size;
}

/* The start of the next run of exactly `size` back-quotes; 0 where there is none. */
static uint32_t closing_ticks(const Phrase *phrase, uint32_t at, uint32_t size)
{
    const uint32_t end = (uint32_t) phrase->place.content.size;
    while (at < end) {
        const uint32_t run = run_of(phrase, at, '`');
        if (run == size)
            return at;
        at += run > 0 ? run : 1;
    }
    return 0;
}

void phrase_code(Phrase *phrase, Slice literal)
{
    Arena *arena = arena_of(phrase);
    const uint32_t ticks = phrase->is_lost ? 0 : run_of(phrase, phrase->cursor, '`');
    const uint32_t start = phrase->cursor + ticks;
    const uint32_t close = ticks > 0 ? closing_ticks(phrase, start, ticks) : 0;
    if (close == 0) {
        add_lost(phrase, NODE_CODE)->text = slice_copy(arena, literal);
        return;
    }
    // One space on each side is dropped, and line breaks are spaces.
    const uint32_t pad = close - start == literal.size + 2 ? 1 : 0;
    const Slice inside = slice_part(phrase->place.content, start, close);
    const bool is_one_line = !slice_find_byte(inside, '\n', &(size_t){0});
    const Slice text = is_one_line ? place_text(&phrase->place, arena, start + pad, close - pad)
                                   : slice_copy(arena, literal);
    add_leaf(phrase, NODE_CODE, phrase->cursor, close + ticks)->text = text;
}

void phrase_html(Phrase *phrase, Slice literal)
{
    Arena *arena = arena_of(phrase);
    if (!is_in_content(phrase, literal)) {
        add_lost(phrase, NODE_HTML_INLINE)->text = slice_copy(arena, literal);
        return;
    }
    const uint32_t start = (uint32_t) (literal.at - phrase->place.content.at);
    const uint32_t end = start + (uint32_t) literal.size;
    phrase->is_lost = phrase->place.kind == PLACE_UNKNOWN;
    const Slice text = place_text(&phrase->place, arena, start, end);
    add_leaf(phrase, NODE_HTML_INLINE, start, end)->text = text;
}

void phrase_mark(Phrase *phrase, const MarkDetail *mark)
{
    Arena *arena = arena_of(phrase);
    MarkDetail *detail = ARENA_NEW(arena, MarkDetail);
    *detail = *mark;
    const uint32_t label = phrase->cursor + 2;
    const uint32_t close = (uint32_t) bracket_find_close(phrase->place.content, label);
    if (phrase->is_lost || byte_at(phrase, phrase->cursor) != '[' ||
        close == phrase->place.content.size) {
        detail->label = slice_copy(arena, mark->label);
        add_lost(phrase, NODE_FOOTNOTE_MARK)->mark = detail;
        return;
    }
    detail->label = place_text(&phrase->place, arena, label, close);
    add_leaf(phrase, NODE_FOOTNOTE_MARK, phrase->cursor, close + 1)->mark = detail;
}

/* How many bytes open a kind at the cursor; 0 where it does not begin there. */
static uint32_t opener_size(const Phrase *phrase, NodeKind kind)
{
    const char first = byte_at(phrase, phrase->cursor);
    const char second = byte_at(phrase, phrase->cursor + 1);
    if (kind == NODE_LINK)
        return first == '[' || first == '<' ? 1 : 0;
    if (kind == NODE_IMAGE)
        return first == '!' && second == '[' ? 2 : 0;
    if (kind == NODE_STRIKE)
        return first == '~' ? 2 : 0;
    if (first != '*' && first != '_')
        return 0;
    return kind == NODE_STRONG ? 2 : 1;
}

NodeId phrase_open(Phrase *phrase, NodeKind kind)
{
    const uint32_t size = phrase->is_lost ? 0 : opener_size(phrase, kind);
    if (size == 0)
        phrase->is_lost = true;
    const uint32_t start = place_offset(&phrase->place, phrase->cursor);
    const NodeId id = builder_open(phrase->builder, kind, start, start);
    if (id != NODE_NONE && size == 1 && byte_at(phrase, phrase->cursor) == '<')
        node_at(phrase->builder->document, id)->flags |= NODE_BARE;
    phrase->cursor += size;
    return id;
}

static void end_node(Phrase *phrase, Node *node)
{
    if (!phrase->is_lost)
        node->end = place_offset(&phrase->place, phrase->cursor);
    if (node->end < node->start)
        node->end = node->start;
}

/* Sets `![-](x.png)` apart: somebody has said that the picture needs no words. */
static bool is_decorative(const Document *document, const Node *node)
{
    if (node->kind != NODE_IMAGE || node->first_child == NODE_NONE)
        return false;
    const Node *child = node_at(document, node->first_child);
    return child->kind == NODE_TEXT && child->next == NODE_NONE &&
           slice_equal(child->text, SLICE("-"));
}

static Slice kept(Phrase *phrase, Slice typed, Slice text)
{
    return slice_equal(typed, text) ? typed : slice_copy(arena_of(phrase), text);
}

/* Moves the cursor behind a link; true when its address is written there. */
static bool pass_link(Phrase *phrase, const Node *node, uint32_t *ret_start, uint32_t *ret_end)
{
    const Slice content = phrase->place.content;
    if (node->flags & NODE_BARE) {
        *ret_start = node->start + 1;
        *ret_end = place_offset(&phrase->place, phrase->cursor);
        phrase->is_lost |= byte_at(phrase, phrase->cursor) != '>';
        phrase->cursor++;
        return !phrase->is_lost;
    }
    if (phrase->is_lost || byte_at(phrase, phrase->cursor) != ']') {
        phrase->is_lost = true;
        return false;
    }
    const BracketTail tail = bracket_read_tail(content, phrase->cursor + 1);
    phrase->cursor = (uint32_t) tail.end;
    if (!tail.is_inline)
        return false;
    *ret_start = place_offset(&phrase->place, (uint32_t) tail.address_start);
    *ret_end = place_offset(&phrase->place, (uint32_t) tail.address_end);
    return true;
}

static void close_link(Phrase *phrase, NodeId id, Slice address, Slice title)
{
    Document *document = phrase->builder->document;
    Node *node = node_at(document, id);
    uint32_t start = 0;
    uint32_t end = 0;
    const bool is_written = pass_link(phrase, node, &start, &end);
    end_node(phrase, node);
    if (!is_written) {
        start = node->start;
        end = node->end;
        note_check_link(document, id, phrase->report);
    }
    const Slice typed = slice_part(document->source->bytes, start, end);
    LinkDetail *link = ARENA_NEW(document->arena, LinkDetail);
    link->address = kept(phrase, typed, address);
    link->title = slice_copy(document->arena, title);
    if (is_decorative(document, node))
        node->flags |= NODE_DECORATIVE;
    node->link = link;
    link->reference =
        document_add_reference(document, id, node->kind == NODE_IMAGE, link->address, start, end);
}

void phrase_close(Phrase *phrase, Slice address, Slice title)
{
    const NodeId id = builder_close(phrase->builder);
    Node *node = node_at(phrase->builder->document, id);
    if (node->kind == NODE_LINK || node->kind == NODE_IMAGE) {
        close_link(phrase, id, address, title);
        return;
    }
    const uint32_t size = opener_size(phrase, (NodeKind) node->kind);
    if (size == 0)
        phrase->is_lost = true;
    phrase->cursor += size;
    end_node(phrase, node);
}
