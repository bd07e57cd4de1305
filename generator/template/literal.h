/* Values written out as letters: in a call, as a default, in a directive of a Markdown text. The
 * type says how they are read (templates.md 5). */
#ifndef TEMPLATE_LITERAL_H
#define TEMPLATE_LITERAL_H

#include "template/type.h"

typedef enum LiteralFault {
    LITERAL_FINE,
    LITERAL_UNREADABLE, /* not of the type, or of a type that cannot be written out */
    LITERAL_NO_WORD,    /* no word of the enum */
    LITERAL_NO_RECORD,  /* nothing is called that */
    LITERAL_ADDRESS,    /* an address that cannot stand there */
} LiteralFault;

typedef struct Literal {
    Datum value;
    const void *key; /* of a record, for the host's resolve; then `value` is not set */
} Literal;

/* A text gets `language`. */
LiteralFault literal_read(Arena *arena, const TemplateHost *host, Slice text, const Type *type,
                          const Language *language, Literal *ret_literal);

#endif
