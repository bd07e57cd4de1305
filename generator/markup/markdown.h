/* Markdown to a Document: CommonMark with tables, strikethrough, task lists, footnotes, `:::`
 * directives and list markers in any family of digits (editorial 5). The door to cmark-gfm: nothing
 * of it leaves markdown.c. Every span is a byte offset in the file, checked against its bytes; text
 * that equals the bytes of the file is a view into them, so a Document ends with its Source.
 *
 * Parsing never fails: faults are reported (group markdown) and what can be read is returned. Raw
 * HTML stays raw text, directives keep their name as typed; shape gives both a meaning. */
#ifndef MARKUP_MARKDOWN_H
#define MARKUP_MARKDOWN_H

#include "markup/node.h"

#define MARKDOWN_MAX_DIRECTIVE_DEPTH 16
#define MARKDOWN_MAX_FOOTNOTES 1000
#define MARKDOWN_MAX_HEADINGS 1000
#define MARKDOWN_MAX_COLUMNS 64

/* Once, before any thread parses: registers the extensions, which changes tables of the library. */
void markdown_setup(void);

/* Reads a file from `body_offset`, the first byte behind its front matter, to its end. The
 * nodes stand in `scratch` until the document is settled; all else taken from it is given back. */
Document *markdown_parse(Arena *arena, Arena *scratch, const Source *source, uint32_t body_offset,
                         Report *report);

#endif
