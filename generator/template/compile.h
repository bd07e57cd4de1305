/* Checks the tree of one template file and turns it into ops (templates.md 2–5, 9). The headers of
 * all components have been read. Every fault is reported with its exact place. */
#ifndef TEMPLATE_COMPILE_H
#define TEMPLATE_COMPILE_H

#include "template/compiler.h"

void compile_component(Component *component);

/* The children of an element, for the other parts of the compiler. With `trims` white space at both
 * ends is dropped. */
void compile_children(Compiler *compiler, const XmlNode *parent, bool trims);

/* One node with all its attributes of flow; t-else is settled by compile_children. */
void compile_node(Compiler *compiler, const XmlNode *node);

/* An element after t-for, t-if and t-let: HTML, t-element, t-slot … */
void compile_bare_element(Compiler *compiler, const XmlNode *node);

#endif
