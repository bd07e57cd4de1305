/* What every Document promises, whatever was typed: checked on all examples and by the fuzzer. */
#ifndef SPEC_TREE_H
#define SPEC_TREE_H

#include "markup/node.h"

/* NULL where all promises are kept, else the one that is broken and the node. */
const char *tree_check(const Document *document, NodeId *ret_node);

#endif
