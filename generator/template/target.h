/* Addresses written out in a template (templates.md 9): what would break at another root, has a
 * scheme nobody may use, or loads from another host is found before any page is written. */
#ifndef TEMPLATE_TARGET_H
#define TEMPLATE_TARGET_H

#include "template/compiler.h"

typedef struct TargetPlace {
    Slice attribute;
    Context context;
    Span span;
} TargetPlace;

/* A whole address. *ret_url is empty for "#id", which stands as it is. False after a fault. */
bool target_check(Compiler *compiler, Slice address, const TargetPlace *place, Url *ret_url);

/* An address made of parts: the letters it begins with decide. */
bool target_check_parts(Compiler *compiler, const Expression *join, const TargetPlace *place);

#endif
