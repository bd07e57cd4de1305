/* Letters that join across the border of an element. */
#include "shape/joining.h"

#include "base/utf8.h"
#include "shape/flatten.h"
#include "text/class.h"

#define JOINER "\u200d"

static uint32_t first_letter(Slice text)
{
    size_t offset = 0;
    return utf8_next(text, &offset);
}

/* The last code point that is no mark on another; 0 when there is none. */
static uint32_t last_letter(Slice text)
{
    for (size_t offset = text.size; offset > 0;) {
        const uint32_t code = utf8_previous(text, &offset);
        if (!(class_of(code) & CLASS_NSM))
            return code;
    }
    return 0;
}

static bool is_ascii_byte(char byte)
{
    return (unsigned char) byte < 0x80;
}

static void add_joiners(Document *document, NodeId left, NodeId right)
{
    const Slice before[] = {node_at(document, left)->text, SLICE(JOINER)};
    const Slice after[] = {SLICE(JOINER), node_at(document, right)->text};
    node_at(document, left)->text = slice_join(document->arena, before, 2, SLICE(""));
    node_at(document, right)->text = slice_join(document->arena, after, 2, SLICE(""));
}

static void mend_border(Document *document, NodeId left, NodeId right)
{
    const Slice before = node_at(document, left)->text, after = node_at(document, right)->text;
    if (before.size == 0 || after.size == 0 || is_ascii_byte(before.at[before.size - 1]) ||
        is_ascii_byte(after.at[0]))
        return;
    if (class_joins(last_letter(before), first_letter(after)))
        add_joiners(document, left, right);
}

void joining_mend(Document *document, NodeId first)
{
    const NodeId parent = node_at(document, first)->parent;
    NodeId left = NODE_NONE, id = first;
    while (id != NODE_NONE) {
        const Node *node = node_at(document, id);
        if (node->parent == parent && !flatten_is_inline(document, id))
            return;
        if (node->kind == NODE_TEXT) {
            if (left != NODE_NONE && node_at(document, left)->parent != node->parent)
                mend_border(document, left, id);
            left = id;
        } else if (node->first_child == NODE_NONE)
            left = NODE_NONE;
        id = node_following(document, parent, id);
    }
}
