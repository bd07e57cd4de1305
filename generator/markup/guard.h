/* Keeps from the Markdown parser what it would read in more than linear time or memory: it looks
 * for the end of a tag or a bracket from every place where one might begin, and tries every row of
 * dashes against the whole paragraph above it. What is kept back is reported by the name of the
 * limit. */
#ifndef MARKUP_GUARD_H
#define MARKUP_GUARD_H

#include "markup/typing.h"

#define GUARD_MAX_TEXT_SIZE 65536     /* of a paragraph, or of one line */
#define GUARD_MAX_CONTAINERS 1000     /* in one line: the parser nests as many blocks */
#define GUARD_TEXT_SIZE_WORD "64 KiB" /* the same for people */

/* Lines where a limit was met, from 1; 0: none. */
typedef struct Guard {
    uint32_t wide_row;
    uint32_t long_text;
} Guard;

/* Before parsing: false, and it is reported, where the text is not fit for the parser. */
bool guard_admits(const Typing *typing, Report *report);

/* Must a line below a paragraph be kept from making a table of it? */
bool guard_refuses_row(Guard *guard, Slice paragraph, Slice line, uint32_t number);

/* Must a line be kept out of a paragraph of that size? */
bool guard_refuses_text(Guard *guard, size_t paragraph_size, uint32_t number);

/* Reports what was kept back while parsing. */
void guard_report(const Guard *guard, const Typing *typing, Report *report);

#endif
