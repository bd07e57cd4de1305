/* t-match, t-case, t-default: one of several, by a word or a text (templates.md 4). */
#ifndef TEMPLATE_CHOICE_H
#define TEMPLATE_CHOICE_H

#include "template/compiler.h"

void choice_compile(Compiler *compiler, const XmlNode *node);

#endif
