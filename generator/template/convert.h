/* Makes an expression fit where a value of a certain type is wanted: a parameter, the right side of
 * "?:", a comparison. */
#ifndef TEMPLATE_CONVERT_H
#define TEMPLATE_CONVERT_H

#include "template/compiler.h"

/* `label` names who wants it, for the fault. NULL after a fault. */
Expression *convert_value(Compiler *compiler, Expression *expression, const Type *wanted,
                          Slice label);

/* The same for what is written out as letters. */
Expression *convert_literal(Compiler *compiler, Slice literal, Span span, const Type *wanted,
                            Slice label);

#endif
