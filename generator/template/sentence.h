/* Messages in templates (templates.md 8): the key and the arguments are checked against the
 * catalogues and put in the order that is common to all languages. */
#ifndef TEMPLATE_SENTENCE_H
#define TEMPLATE_SENTENCE_H

#include "template/compiler.h"

/* Types an EXPRESSION_MESSAGE: afterwards its arguments stand in the order of messages_arguments,
 * with value NULL where a fill of t-msg has the argument's name. False after a fault. */
bool sentence_resolve(Compiler *compiler, Expression *node, const Slice *fills, size_t fill_count);

#endif
