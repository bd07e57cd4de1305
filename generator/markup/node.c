/* The document tree: what markdown builds, shape changes and render reads. */
#include "markup/node.h"

#include "base/arena.h"

#include <assert.h>
#include <string.h>

#define MIN_CAPACITY 16

Document *document_new(Arena *arena, Arena *scratch, const Source *source, size_t capacity)
{
    Document *document = ARENA_NEW(arena, Document);
    document->arena = arena;
    document->source = source;
    document->capacity = capacity < MIN_CAPACITY ? MIN_CAPACITY : capacity;
    document->nodes = arena_take_raw(scratch, document->capacity * sizeof(Node), _Alignof(Node));
    node_new(document, NODE_DOCUMENT, 0, 0);
    return document;
}

void document_settle(Document *document)
{
    const size_t size = document->count * sizeof(Node);
    Node *nodes = arena_take_raw(document->arena, size, _Alignof(Node));
    memcpy(nodes, document->nodes, size);
    document->nodes = nodes;
    document->capacity = document->count;
}

NodeId node_new(Document *document, NodeKind kind, uint32_t start, uint32_t end)
{
    assert(document->count < UINT32_MAX);
    if (document->count == document->capacity)
        document->nodes = arena_grow(document->arena, document->nodes, sizeof(Node),
                                     document->count, &document->capacity);
    const NodeId id = (NodeId) document->count++;
    document->nodes[id] = (Node){.kind = (uint8_t) kind, .start = start, .end = end};
    return id;
}

NodeId node_last_child(const Document *document, NodeId parent)
{
    NodeId last = node_at(document, parent)->first_child;
    while (last != NODE_NONE && node_at(document, last)->next != NODE_NONE)
        last = node_at(document, last)->next;
    return last;
}

void node_append(Document *document, NodeId parent, NodeId child)
{
    node_insert_after(document, parent, node_last_child(document, parent), child);
}

void node_insert_after(Document *document, NodeId parent, NodeId sibling, NodeId node)
{
    assert(sibling == NODE_NONE || node_at(document, sibling)->parent == parent);
    NodeId *place = sibling == NODE_NONE ? &node_at(document, parent)->first_child
                                         : &node_at(document, sibling)->next;
    node_at(document, node)->parent = parent;
    node_at(document, node)->next = *place;
    *place = node;
}

/* Where the number of a node stands: in its parent or in the sibling before it. */
static NodeId *place_of(Document *document, NodeId node)
{
    NodeId *place = &node_at(document, node_at(document, node)->parent)->first_child;
    while (*place != node) {
        assert(*place != NODE_NONE);
        place = &node_at(document, *place)->next;
    }
    return place;
}

void node_remove(Document *document, NodeId node)
{
    *place_of(document, node) = node_at(document, node)->next;
    node_at(document, node)->parent = NODE_NONE;
    node_at(document, node)->next = NODE_NONE;
}

void node_wrap(Document *document, NodeId first, NodeId last, NodeId node)
{
    NodeId *place = place_of(document, first);
    Node *wrapper = node_at(document, node);
    wrapper->parent = node_at(document, first)->parent;
    wrapper->first_child = first;
    wrapper->next = node_at(document, last)->next;
    *place = node;
    node_at(document, last)->next = NODE_NONE;
    for (NodeId child = first; child != NODE_NONE; child = node_at(document, child)->next)
        node_at(document, child)->parent = node;
}

void node_unwrap(Document *document, NodeId node)
{
    NodeId *place = place_of(document, node);
    Node *wrapper = node_at(document, node);
    *place = wrapper->next;
    const NodeId first = wrapper->first_child;
    if (first != NODE_NONE) {
        NodeId last = first;
        for (NodeId child = first; child != NODE_NONE; child = node_at(document, child)->next) {
            node_at(document, child)->parent = wrapper->parent;
            last = child;
        }
        node_at(document, last)->next = wrapper->next;
        *place = first;
    }
    wrapper->parent = NODE_NONE;
    wrapper->first_child = NODE_NONE;
    wrapper->next = NODE_NONE;
}

bool node_is_block(NodeKind kind)
{
    return kind > NODE_DOCUMENT && kind < NODE_ELEMENT;
}

bool node_is_text_container(NodeKind kind)
{
    return kind == NODE_PARAGRAPH || kind == NODE_HEADING || kind == NODE_TABLE_CELL ||
           kind == NODE_CAPTION;
}

Span node_span(const Document *document, NodeId id)
{
    const Node *node = node_at(document, id);
    return (Span){document->source, node->start, node->end};
}

NodeId node_following(const Document *document, NodeId root, NodeId id)
{
    const NodeId child = node_at(document, id)->first_child;
    return child != NODE_NONE ? child : node_after(document, root, id);
}

NodeId node_after(const Document *document, NodeId root, NodeId id)
{
    while (id != root) {
        const Node *node = node_at(document, id);
        if (node->next != NODE_NONE)
            return node->next;
        id = node->parent;
    }
    return NODE_NONE;
}

uint32_t document_add_reference(Document *document, NodeId node, bool is_image, Slice address,
                                uint32_t start, uint32_t end)
{
    if (document->reference_count == document->reference_capacity)
        document->references = arena_grow(document->arena, document->references, sizeof(Reference),
                                          document->reference_count, &document->reference_capacity);
    document->references[document->reference_count] = (Reference){
        .node = node, .is_image = is_image, .address = address, .start = start, .end = end};
    return (uint32_t) document->reference_count++;
}

static void add_letters(const Node *node, Buffer *out)
{
    // A switch over the few kinds that hold letters would have to name all the others.
    if (node->kind == NODE_TEXT || node->kind == NODE_CODE)
        buffer_add(out, node->text);
    else if (node->kind == NODE_SOFT_BREAK || node->kind == NODE_LINE_BREAK)
        buffer_add_byte(out, ' ');
}

void node_add_plain(const Document *document, NodeId id, Buffer *out)
{
    for (NodeId at = id;;) {
        add_letters(node_at(document, at), out);
        at = node_following(document, id, at);
        if (at == NODE_NONE)
            return;
    }
}
