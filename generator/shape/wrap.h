/* Writes isolates into the tree, with the least markup there is (persian 5.2). Private to shape. */
#ifndef SHAPE_WRAP_H
#define SHAPE_WRAP_H

#include "shape/flatten.h"
#include "text/polish.h"

/* Ends a text node after `size` bytes. */
void wrap_cut(Document *document, NodeId text, size_t size);

/* Splits a text node at `offset`; returns the node of the second half. */
NodeId wrap_split(Document *document, NodeId text, size_t offset);

/* Cuts the bytes start … end out of a text node and makes them the child of a new node of `kind`.
 * Returns that node. */
NodeId wrap_text(Document *document, NodeId text, size_t start, size_t end, NodeKind kind);

/* Isolates every token that needs or wishes it and puts U+061C before percent numbers. A token that
 * crosses the border of an element adds text/crosses-markup to the findings. */
void wrap_tokens(Document *document, NodeId block, const Pieces *pieces, Polish *polish,
                 const PolishRules *rules);

#endif
