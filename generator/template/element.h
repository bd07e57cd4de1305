/* HTML elements with computed and plain names: nesting as browsers see it, tags, and what stands
 * between them (templates.md 2, 4). */
#ifndef TEMPLATE_ELEMENT_H
#define TEMPLATE_ELEMENT_H

#include "template/compiler.h"

/* An element whose name is written out. */
void element_compile(Compiler *compiler, const XmlNode *node);

/* t-element: its name is worked out when the page is written. */
void element_compile_computed(Compiler *compiler, const XmlNode *node);

/* Keeps account of what is open; `element` NULL: of unknown kind. */
void element_push(Compiler *compiler, const HtmlElement *element, const XmlNode *node);
void element_pop(Compiler *compiler);

#endif
