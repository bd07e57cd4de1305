/* What stands at the other end of a stream: whether a person looks at it, and what their terminal
 * understands. Reads TERM and NO_COLOR; keeps nothing. */
#ifndef BASE_TERMINAL_H
#define BASE_TERMINAL_H

#include <stdbool.h>
#include <stdio.h>

bool terminal_is_shown(FILE *stream);

/* False for TERM=dumb and for no TERM at all. */
bool terminal_knows_escapes(void);

/* As no-color.org asks: NO_COLOR refuses, unless it is empty. */
bool terminal_wants_colour(void);

#endif
