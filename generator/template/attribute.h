/* Attributes of elements: what each demands of its value (template/context), addresses, and what
 * the engine adds itself (templates.md 2, 9). */
#ifndef TEMPLATE_ATTRIBUTE_H
#define TEMPLATE_ATTRIBUTE_H

#include "template/compiler.h"

/* All attributes of an element, flow aside. `element` is empty for a computed name. */
void attribute_compile_all(Compiler *compiler, const XmlNode *node, Slice element);

/* The value of an attribute as one expression: a part, a constant, or several side by side. NULL
 * after a fault. */
Expression *attribute_read_value(Compiler *compiler, const XmlText *text, Context context);

/* Reports t- attributes that nobody knows on an element of ours; `known` are those it takes itself.
 */
void attribute_check_own(Compiler *compiler, const XmlNode *node, const Slice *known, size_t count);

#endif
