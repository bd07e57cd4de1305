/* What the parser leaves open about blocks: the bytes of code and raw HTML, the id of a heading,
 * where the cells of a table row stand, which lists are loose. Free of the parser's types. */
#ifndef MARKUP_BLOCK_H
#define MARKUP_BLOCK_H

#include "markup/node.h"
#include "markup/place.h"

/* The offset in the file of the end of a line, before its line break. */
uint32_t block_line_end(const Typing *typing, uint32_t line);

/* Lines of code or raw HTML from `line` on, as they stand in the file where that is one run. */
Slice block_raw(Arena *arena, const Typing *typing, Slice literal, uint32_t line);

/* A last line without a line break counts. */
uint32_t block_count_lines(Slice text);

typedef struct BlockCode {
    Slice info; /* behind the fence */
    Slice literal;
    uint32_t line; /* the block's first line */
    char fence;    /* '`' or '~'; '\0': indented */
} BlockCode;

/* Fills in a code block: text, language, title, end. Returns the end without the line that looks
 * like the closing fence; the same as the end where there is none. */
uint32_t block_read_code(Document *document, NodeId id, const Typing *typing,
                         const BlockCode *code);

/* Cuts `{#id}` off the end of a heading whose inlines stand. */
void block_cut_anchor(Document *document, NodeId heading);

/* A table row being cut into cells. */
typedef struct BlockRow {
    Slice line; /* in the rewritten text */
    size_t at;
    uint32_t start; /* of the row, in the rewritten text */
} BlockRow;

void block_row_begin(BlockRow *row, const Typing *typing, uint32_t line);

/* The next cell without its pipes and blanks; empty at the end of the row. */
Slice block_row_cell(BlockRow *row);

/* Is there a blank line between the items of a list or between the blocks of one of them? */
bool block_list_is_loose(const Document *document, NodeId list);

/* A task is done when its own box says so. */
bool block_task_is_done(const Document *document, NodeId item);

/* Tells, once for a list, that `۱.` was read as `1.`. */
void block_report_digits(const Document *document, NodeId list, Arena *scratch, Report *report);

#endif
