/* Where the letters of a YAML scalar stand in the file. Quotes, escapes, folded lines and indents
 * make the text differ from its bytes; what stands there as it is can be named exactly. */
#ifndef MARKUP_SCALAR_H
#define MARKUP_SCALAR_H

#include "base/value.h"

/* A walk through text and file side by side: letters are mostly asked for in order. */
typedef struct ScalarWalk {
    const Value *value;
    Slice text; /* the part of value->text that is walked through */
    Slice raw;  /* the scalar as written, without what opens and closes it */
    char style; /* ' or " or, for all others, 0 */
    size_t letter;
    size_t text_at;
    size_t raw_at;
    size_t letter_at; /* in raw: the letter passed last */
    bool is_lost;     /* nothing behind this place can be named */
} ScalarWalk;

/* `text` is a view into value->text. */
void scalar_walk_init(ScalarWalk *walk, const Value *value, Slice text);

/* The bytes of the file that hold the letters start … end (code points of the text). False when
 * the file writes one of them in another way; *ret_span is then a place nearby. */
bool scalar_find(ScalarWalk *walk, size_t start, size_t end, Span *ret_span);

#endif
