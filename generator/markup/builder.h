/* Grows a Document from its top to its end: opens and closes nodes as a parser meets them, each in
 * constant time. Below NODE_MAX_DEPTH levels nothing more is opened. */
#ifndef MARKUP_BUILDER_H
#define MARKUP_BUILDER_H

#include "markup/node.h"

typedef struct BuilderLevel {
    NodeId node;
    NodeId last_child;
} BuilderLevel;

typedef struct Builder {
    Document *document;
    uint32_t depth; /* of the open node; 0: the document itself */
    BuilderLevel levels[NODE_MAX_DEPTH];
} Builder;

void builder_init(Builder *builder, Document *document);

/* Adds a node without children behind what the open node holds already. */
NodeId builder_add(Builder *builder, NodeKind kind, uint32_t start, uint32_t end);

/* Adds a node and opens it; NODE_NONE, and nothing is added, where the tree is too deep. */
NodeId builder_open(Builder *builder, NodeKind kind, uint32_t start, uint32_t end);

/* Closes the open node and returns it. */
NodeId builder_close(Builder *builder);

static inline NodeId builder_current(const Builder *builder)
{
    return builder->levels[builder->depth].node;
}

static inline NodeId builder_last_child(const Builder *builder)
{
    return builder->levels[builder->depth].last_child;
}

#endif
