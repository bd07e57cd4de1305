/* The text of one block as letters, with a map back to the nodes it came from. An atom (code, a
 * picture, a phrase in another language) is one letter. Private to shape. */
#ifndef SHAPE_FLATTEN_H
#define SHAPE_FLATTEN_H

#include "markup/node.h"
#include "text/letters.h"

typedef struct Piece {
    NodeId node;    /* text, break or atom */
    Slice text;     /* of the node as typed; empty: no text */
    uint32_t typed; /* first letter, as typed */
    uint32_t start; /* first letter, after all changes */
    uint32_t end;
} Piece;

typedef struct Pieces {
    Arena *arena;
    Piece *items;
    size_t count;
    size_t capacity;
    NodeId *atoms; /* atoms whose own text is a block of its own */
    size_t atom_count;
    size_t atom_capacity;
} Pieces;

/* True for a node that stands in a line of text. */
bool flatten_is_inline(const Document *document, NodeId id);

/* True for a node that text rules of the block around it do not look into. */
bool flatten_is_atom(const Document *document, NodeId id);

/* True for a raw element that holds code, which runs left-to-right. */
bool flatten_is_code(const Node *node);

/* Adds the siblings from `first` up to the first block. Atoms with text of their own are added to
 * pieces->atoms. */
void flatten_run(const Document *document, NodeId first, Letters *letters, Pieces *pieces);

/* Sets start and end of every piece, once the rules have worked on the letters. */
void flatten_settle(const Letters *letters, Pieces *pieces);

/* The attribute of a raw element; empty when there is none. */
Slice flatten_attribute(const Node *node, Slice name);

#endif
