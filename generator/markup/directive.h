/* Reads the lines of directives: `:::name{key="value" flag}` opens one, `:::` closes it, and
 * `::name{…}` is one of a single line. Names and keys may be Persian; a value is a bare word or
 * stands in "…", '…' or «…». */
#ifndef MARKUP_DIRECTIVE_H
#define MARKUP_DIRECTIVE_H

#include "markup/node.h"

#define DIRECTIVE_MAX_ATTRIBUTES 64

typedef enum DirectiveLine {
    DIRECTIVE_NONE, /* an ordinary line */
    DIRECTIVE_OPEN,
    DIRECTIVE_LEAF,
    DIRECTIVE_CLOSE,
} DirectiveLine;

/* What a line is, from its first colon on and without its line break. */
DirectiveLine directive_probe(Slice line, uint32_t *ret_colons);

/* Reads name and attributes of an opening line. Faults are reported; what could be read is kept. */
DirectiveDetail *directive_read(Arena *arena, Span line, Report *report);

/* Reads `key="value" flag …` without braces, such as what follows the language of a code fence, and
 * says nothing about what it does not understand. */
size_t directive_read_attributes(Arena *arena, Slice text, DirectiveAttribute **ret_attributes);

/* Reports a text that is a closing line and has closed nothing. */
void directive_check_stray(const Document *document, NodeId text, Report *report);

/* NULL where the key is not there. */
const DirectiveAttribute *directive_find(const DirectiveDetail *directive, Slice key);

#endif
