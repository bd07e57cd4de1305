/* Elements that are ours: components with their arguments and fills, slots, messages with markup,
 * t-block and t-inline (templates.md 4, 5, 8). */
#ifndef TEMPLATE_CALL_H
#define TEMPLATE_CALL_H

#include "template/compiler.h"

void call_compile(Compiler *compiler, const XmlNode *node);

#endif
