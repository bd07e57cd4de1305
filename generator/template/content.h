/* The texts between tags: letters with white space squeezed, expressions written as the place
 * demands, raw text of script and style (templates.md 2, 9). */
#ifndef TEMPLATE_CONTENT_H
#define TEMPLATE_CONTENT_H

#include "template/compiler.h"

/* Which ends of a text stand at an end of the component: white space is dropped there. */
typedef struct ContentTrim {
    bool start;
    bool end;
} ContentTrim;

void content_compile(Compiler *compiler, const XmlNode *text, ContentTrim trim);

/* Inside script and style, where braces mean nothing. */
void content_compile_raw(Compiler *compiler, const XmlNode *text, Slice element);

/* False, after a fault, for a value that cannot be written in this context. */
bool content_check_type(Compiler *compiler, const Expression *expression, Context context);

/* Warns of letters that stand directly in a template. */
void content_check_letters(Compiler *compiler, Slice letters, Span span);

#endif
