/* Checks the shape, the spans and the texts of a Document. */
#include "tree.h"

#include <stdint.h>

static bool is_view(const Document *document, Slice text)
{
    const uintptr_t start = (uintptr_t) document->source->bytes.at;
    const uintptr_t at = (uintptr_t) text.at;
    return at >= start && at + text.size <= start + document->source->bytes.size;
}

static bool holds_text(NodeKind kind)
{
    return kind == NODE_TEXT || kind == NODE_CODE || kind == NODE_HTML_INLINE;
}

static const char *check_text(const Document *document, const Node *node)
{
    if (!holds_text((NodeKind) node->kind) || !is_view(document, node->text))
        return NULL;
    const size_t at = (size_t) (node->text.at - document->source->bytes.at);
    if (node->text.size > 0 && (at < node->start || at + node->text.size > node->end))
        return "a text that is a view stands in the span of its node";
    return NULL;
}

/* Footnotes are moved to the end; nodes whose place is unknown have an empty span. */
static bool is_free(const Node *node)
{
    return node->kind == NODE_FOOTNOTE || node->start == node->end;
}

static const char *check_span(const Document *document, const Node *node)
{
    const Node *parent = node_at(document, node->parent);
    if (node->start > node->end || node->end > document->source->bytes.size)
        return "a span lies in the file";
    if (is_free(node) || is_free(parent))
        return NULL;
    if (node->start < parent->start || node->end > parent->end)
        return "a node lies in its parent";
    if (node->next != NODE_NONE) {
        const Node *next = node_at(document, node->next);
        if (!is_free(next) && next->start < node->end)
            return "a node ends before the next one begins";
    }
    return NULL;
}

static const char *check_place(const Document *document, const Node *node)
{
    const Node *parent = node_at(document, node->parent);
    const bool holds_inlines =
        node_is_text_container((NodeKind) parent->kind) ||
        !(parent->kind == NODE_DOCUMENT || node_is_block((NodeKind) parent->kind));
    if (holds_inlines == node_is_block((NodeKind) node->kind))
        return "blocks hold blocks or inlines, never both";
    return NULL;
}

const char *tree_check(const Document *document, NodeId *ret_node)
{
    uint32_t depth = 0;
    NodeId id = 0;
    for (;;) {
        const Node *node = node_at(document, id);
        *ret_node = id;
        if (depth > NODE_MAX_DEPTH)
            return "the tree is not too deep";
        const char *broken = id == 0 ? NULL : check_span(document, node);
        broken = broken != NULL || id == 0 ? broken : check_place(document, node);
        broken = broken != NULL ? broken : check_text(document, node);
        if (broken != NULL)
            return broken;
        if (node->first_child != NODE_NONE) {
            if (node_at(document, node->first_child)->parent != id)
                return "a child knows its parent";
            id = node->first_child;
            depth++;
            continue;
        }
        while (id != 0 && node_at(document, id)->next == NODE_NONE) {
            id = node_at(document, id)->parent;
            depth--;
        }
        if (id == 0)
            return NULL;
        id = node_at(document, id)->next;
    }
}
