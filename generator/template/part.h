/* Cuts a text or an attribute value into letters and {expressions}: `{{` and `}}` stand for the
 * brace itself. */
#ifndef TEMPLATE_PART_H
#define TEMPLATE_PART_H

#include "template/compiler.h"

typedef struct Part {
    bool is_expression;
    Slice text; /* a view into the decoded text; of an expression what stands between the braces */
} Part;

/* The part at *offset, and *offset behind it. False at the end and after a fault. */
bool part_next(Compiler *compiler, const XmlText *text, size_t *offset, Part *ret_part);

/* True when there is an expression in it. */
bool part_has_expression(const XmlText *text);

/* The text without expressions, braces settled, in the arena. */
Slice part_plain(Compiler *compiler, const XmlText *text);

#endif
