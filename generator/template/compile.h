/* Checks the tree of one template file and turns it into ops (templates.md 2–5, 9). The headers of
 * all components have been read. Every fault is reported with its exact place. */
#ifndef TEMPLATE_COMPILE_H
#define TEMPLATE_COMPILE_H

#include "template/compiler.h"

void compile_component(Component *component);

/* The children of an element, for the other parts of the compiler. With `trims` white space at both
 * ends is dropped. */
void compile_children(Compiler *compiler, const XmlNode *parent, bool trims);

#endif
