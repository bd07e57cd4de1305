/* What stands behind the `]` of a link or picture: `(address "title")`, `[label]` or nothing. The
 * parser has accepted the link already and says where it leads, but not where that is written; this
 * finds the place again by the same rules. */
#ifndef MARKUP_BRACKET_H
#define MARKUP_BRACKET_H

#include "base/slice.h"

typedef struct BracketTail {
    size_t end;                        /* behind the whole */
    bool is_inline;                    /* "(…)": the address is written here */
    size_t address_start, address_end; /* without "<" and ">" */
} BracketTail;

/* `after` is the offset behind the "]". */
BracketTail bracket_read_tail(Slice content, size_t after);

/* The offset of the "]" that closes a bracket opened before `start`; the size of the content where
 * there is none. */
size_t bracket_find_close(Slice content, size_t start);

#endif
