/* Grows the document tree while Markdown is read. */
#include "markup/builder.h"

#include <assert.h>

void builder_init(Builder *builder, Document *document)
{
    builder->document = document;
    builder->depth = 0;
    builder->levels[0] = (BuilderLevel){.node = 0};
}

NodeId builder_add(Builder *builder, NodeKind kind, uint32_t start, uint32_t end)
{
    const NodeId id = node_new(builder->document, kind, start, end);
    BuilderLevel *level = &builder->levels[builder->depth];
    node_insert_after(builder->document, level->node, level->last_child, id);
    level->last_child = id;
    return id;
}

NodeId builder_open(Builder *builder, NodeKind kind, uint32_t start, uint32_t end)
{
    // One level is left for leaves.
    if (builder->depth + 1 >= NODE_MAX_DEPTH)
        return NODE_NONE;
    const NodeId id = builder_add(builder, kind, start, end);
    builder->levels[++builder->depth] = (BuilderLevel){.node = id};
    return id;
}

NodeId builder_close(Builder *builder)
{
    assert(builder->depth > 0);
    return builder->levels[builder->depth--].node;
}
