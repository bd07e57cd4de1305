/* Where an element begins or ends between two letters that join, U+200D goes on both sides of the
 * border, so that every browser keeps their shapes (output 36). Private to shape. */
#ifndef SHAPE_JOINING_H
#define SHAPE_JOINING_H

#include "markup/node.h"

/* Looks at the siblings from `first` up to the first block, and at all below them. */
void joining_mend(Document *document, NodeId first);

#endif
