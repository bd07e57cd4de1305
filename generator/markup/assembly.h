/* Assembles a Document from what the Markdown parser finds, block by block and inline by inline, in
 * plain data: lines and columns count from 1, content is a view into the parser's memory. Functions
 * that open a node return false, and open nothing, where the tree would be too deep. */
#ifndef MARKUP_ASSEMBLY_H
#define MARKUP_ASSEMBLY_H

#include "markup/block.h"
#include "markup/phrase.h"

typedef struct Assembly {
    Document *document;
    Arena *scratch;
    Report *report;
    const Typing *typing;
    PhraseEntityReader read_entity;
    Builder builder;
    Phrase phrase;
    BlockRow row;
    uint32_t column; /* of the next cell */
    uint32_t heading_count;
    uint32_t footnote_count;
    uint32_t directive_count;
    uint32_t directive_depth;
    bool is_too_deep;  /* and that has been reported */
    NodeId code;       /* the last code block with what looks like a closing fence; or 0 */
    uint32_t code_end; /* its end without that line */
} Assembly;

typedef struct AssemblySpot {
    uint32_t line;
    uint32_t column;
} AssemblySpot;

typedef struct AssemblyLines {
    Slice content;
    uint32_t first, last; /* lines it stands between */
} AssemblyLines;

typedef struct AssemblyList {
    bool is_ordered, is_tight, has_parenthesis;
    int64_t start;
} AssemblyList;

bool assembly_container(Assembly *assembly, NodeKind kind, AssemblySpot spot);
bool assembly_paragraph(Assembly *assembly, const AssemblyLines *lines);
bool assembly_setext_heading(Assembly *assembly, const AssemblyLines *lines, uint8_t level);
/* `mark_size` is that of the "#" and what is blank behind them. */
bool assembly_heading(Assembly *assembly, Slice content, AssemblySpot spot, uint8_t level,
                      uint32_t mark_size);
bool assembly_list(Assembly *assembly, AssemblySpot spot, const AssemblyList *list);
bool assembly_item(Assembly *assembly, AssemblySpot spot, bool is_task);
bool assembly_directive(Assembly *assembly, AssemblySpot spot, bool is_leaf, bool is_closed);
/* `spot` is that of the "[^". */
bool assembly_footnote(Assembly *assembly, AssemblySpot spot, size_t label_size);
bool assembly_table(Assembly *assembly, AssemblySpot spot, uint32_t column_count,
                    bool has_row_headers);
bool assembly_row(Assembly *assembly, uint32_t line, bool is_header);
/* `alignments` are those of the columns: 'l', 'c', 'r' or '\0'. */
bool assembly_cell(Assembly *assembly, Slice content, const uint8_t *alignments);

void assembly_code(Assembly *assembly, AssemblySpot spot, const BlockCode *code);
void assembly_html(Assembly *assembly, AssemblySpot spot, Slice literal);
void assembly_rule(Assembly *assembly, AssemblySpot spot);

/* Emphasis, strong, strike, link or image. Other inlines go straight to the phrase. */
bool assembly_inline(Assembly *assembly, NodeKind kind);

/* Closes the open node. `address` and `title` are those of a link or image, `last_line` is the
 * closing line of a directive, 0 where there is none. */
void assembly_close(Assembly *assembly, Slice address, Slice title, uint32_t last_line);

#endif
