/* Gives every node of an expression its type and turns names into slots, fields, constants and keys
 * (templates.md 6, 12). What may be absent stays optional in its type; guards of the scope take
 * that away. */
#ifndef TEMPLATE_RESOLVE_H
#define TEMPLATE_RESOLVE_H

#include "template/compiler.h"

/* False after a fault, which has been reported. */
bool resolve_expression(Compiler *compiler, Expression *node);

#endif
