/* From a tree to a line of letters and back. */
#include "shape/flatten.h"

#include "base/arena.h"

#include <assert.h>

bool flatten_is_inline(const Document *document, NodeId id)
{
    const Node *node = node_at(document, id);
    return node->kind >= NODE_TEXT || (node->kind == NODE_ELEMENT && !node->element->is_block);
}

Slice flatten_attribute(const Node *node, Slice name)
{
    for (uint32_t i = 0; i < node->element->attribute_count; i++)
        if (slice_equal(node->element->attributes[i].name, name))
            return node->element->attributes[i].value;
    return (Slice){0};
}

static bool is_code_element(Slice name)
{
    return slice_equal(name, SLICE("kbd")) || slice_equal(name, SLICE("samp")) ||
           slice_equal(name, SLICE("var")) || slice_equal(name, SLICE("code"));
}

bool flatten_is_code(const Node *node)
{
    return node->kind == NODE_ELEMENT && is_code_element(node->element->name);
}

static bool is_foreign_element(const Node *node)
{
    return flatten_attribute(node, SLICE("lang")).size > 0 ||
           flatten_attribute(node, SLICE("dir")).size > 0;
}

bool flatten_is_atom(const Document *document, NodeId id)
{
    const Node *node = node_at(document, id);
    if (node->flags & NODE_ATOM)
        return true;
    if (node->kind == NODE_SPAN)
        return node->span->language.size > 0;
    if (node->kind == NODE_ELEMENT)
        return flatten_is_code(node) || is_foreign_element(node);
    return node->kind == NODE_CODE || node->kind == NODE_IMAGE ||
           node->kind == NODE_FOOTNOTE_MARK || node->kind == NODE_HTML_INLINE ||
           node->kind == NODE_ISOLATE;
}

static bool has_own_text(const Node *node)
{
    return node->first_child != NODE_NONE &&
           (node->kind == NODE_SPAN || node->kind == NODE_IMAGE ||
            (node->kind == NODE_ELEMENT && !flatten_is_code(node)));
}

static void add_atom(Pieces *pieces, NodeId id)
{
    if (pieces->atom_count == pieces->atom_capacity)
        pieces->atoms = arena_grow(pieces->arena, pieces->atoms, sizeof(NodeId), pieces->atom_count,
                                   &pieces->atom_capacity);
    pieces->atoms[pieces->atom_count++] = id;
}

static void add_piece(Pieces *pieces, NodeId id, Slice text, size_t typed)
{
    if (pieces->count == pieces->capacity)
        pieces->items = arena_grow(pieces->arena, pieces->items, sizeof(Piece), pieces->count,
                                   &pieces->capacity);
    pieces->items[pieces->count++] = (Piece){.node = id, .text = text, .typed = (uint32_t) typed};
}

/* The switches of the spans around a text: [1.5]{digits=latn}. An address keeps its letters. */
static uint32_t marks_of(const Document *document, NodeId id)
{
    uint32_t marks = 0;
    for (; flatten_is_inline(document, id); id = node_at(document, id)->parent) {
        const Node *node = node_at(document, id);
        if (node->kind == NODE_LINK && (node->flags & NODE_BARE))
            marks |= CLASS_KEPT;
        if (node->kind != NODE_SPAN)
            continue;
        marks |= node->span->no_isolation ? (uint32_t) CLASS_BARE : 0;
        marks |= node->span->no_typography ? (uint32_t) CLASS_KEPT : 0;
        marks |= node->span->latin_digits ? (uint32_t) CLASS_LATIN_DIGITS : 0;
    }
    return marks;
}

static void add_leaf(const Document *document, NodeId id, Letters *letters, Pieces *pieces)
{
    const Node *node = node_at(document, id);
    const bool is_break =
        node->kind == NODE_LINE_BREAK ||
        (node->kind == NODE_ELEMENT && slice_equal(node->element->name, SLICE("br")));
    if (node->kind == NODE_TEXT) {
        add_piece(pieces, id, node->text, letters->count);
        letters_add(letters, node->text, marks_of(document, id));
        return;
    }
    add_piece(pieces, id, (Slice){0}, letters->count);
    const uint32_t code = is_break                        ? LETTER_BREAK
                          : node->kind == NODE_SOFT_BREAK ? ' '
                                                          : LETTER_ATOM;
    letters_add_code(letters, code, 0);
}

/* The node behind `id` in the order of the text, not below it and not outside of `parent`. */
static NodeId next_after(const Document *document, NodeId parent, NodeId id)
{
    while (node_at(document, id)->next == NODE_NONE) {
        id = node_at(document, id)->parent;
        if (id == parent)
            return NODE_NONE;
    }
    return node_at(document, id)->next;
}

void flatten_run(const Document *document, NodeId first, Letters *letters, Pieces *pieces)
{
    const NodeId parent = node_at(document, first)->parent;
    for (NodeId id = first; id != NODE_NONE && flatten_is_inline(document, id);) {
        const Node *node = node_at(document, id);
        const bool is_atom = flatten_is_atom(document, id);
        if (is_atom && has_own_text(node))
            add_atom(pieces, id);
        if (!is_atom && node->first_child != NODE_NONE) {
            id = node->first_child;
            continue;
        }
        add_leaf(document, id, letters, pieces);
        id = next_after(document, parent, id);
    }
}

void flatten_settle(const Letters *letters, Pieces *pieces)
{
    size_t position = 0;
    for (size_t i = 0; i < pieces->count; i++) {
        Piece *piece = &pieces->items[i];
        if (!letters->has_moved)
            position = piece->typed;
        while (position < letters->count && letters_origin(letters, position) < piece->typed)
            position++;
        piece->start = (uint32_t) position;
        if (i > 0)
            pieces->items[i - 1].end = (uint32_t) position;
    }
    if (pieces->count > 0)
        pieces->items[pieces->count - 1].end = (uint32_t) letters->count;
}
