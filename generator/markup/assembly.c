/* From the parser's events to the Document: spans, details, limits. */
#include "markup/assembly.h"

#include "base/arena.h"
#include "base/report.h"
#include "markup/directive.h"
#include "markup/markdown.h"

#include <string.h>

static void report_limit(Assembly *assembly, DiagnosticCode code, uint32_t limit, uint32_t start,
                         uint32_t end)
{
    const Slice number = slice_print(assembly->scratch, "%u", limit);
    report_add(assembly->report, &(Diagnostic){.code = code,
                                               .span = {assembly->document->source, start, end},
                                               .words = {number}});
}

/* Reports the first one past the limit. */
static void count_against(Assembly *assembly, DiagnosticCode code, uint32_t count, uint32_t limit)
{
    const Node *node = node_at(assembly->document, builder_current(&assembly->builder));
    if (count == limit + 1)
        report_limit(assembly, code, limit, node->start, node->end);
}

static void report_depth(Assembly *assembly, uint32_t start, uint32_t end)
{
    if (!assembly->is_too_deep)
        report_limit(assembly, DIAGNOSTIC_DEPTH, NODE_MAX_DEPTH, start, end);
    assembly->is_too_deep = true;
}

/* A block that begins on the closing line of a code block shows that the line closes nothing: the
 * end of a list item did. */
static void settle_code(Assembly *assembly, uint32_t start)
{
    NodeId id = assembly->code;
    const uint32_t end = id != NODE_NONE ? node_at(assembly->document, id)->end : 0;
    if (start >= end || start < assembly->code_end)
        return;
    for (; id != 0 && node_at(assembly->document, id)->end == end;
         id = node_at(assembly->document, id)->parent)
        node_at(assembly->document, id)->end = assembly->code_end;
    assembly->code = NODE_NONE;
}

static bool open_node(Assembly *assembly, NodeKind kind, uint32_t start, uint32_t end)
{
    settle_code(assembly, start);
    if (builder_open(&assembly->builder, kind, start, end > start ? end : start) != NODE_NONE)
        return true;
    report_depth(assembly, start, end);
    return false;
}

static Node *current(const Assembly *assembly)
{
    return node_at(assembly->document, builder_current(&assembly->builder));
}

/* The offset in the rewritten text. */
static uint32_t text_offset(const Assembly *assembly, AssemblySpot spot)
{
    const uint32_t start = typing_line_start(assembly->typing, spot.line);
    return start + (spot.column > 0 ? spot.column - 1 : 0);
}

static uint32_t file_offset(const Assembly *assembly, AssemblySpot spot)
{
    return typing_offset(assembly->typing, text_offset(assembly, spot));
}

/* A container ends where its last child ends; before it has one, with its first line. */
bool assembly_container(Assembly *assembly, NodeKind kind, AssemblySpot spot)
{
    return open_node(assembly, kind, file_offset(assembly, spot),
                     block_line_end(assembly->typing, spot.line));
}

/* Opens a block of inlines; the place of the phrase is set. */
static bool open_phrase(Assembly *assembly, NodeKind kind, uint32_t start, uint32_t end)
{
    phrase_begin(&assembly->phrase, &assembly->builder, assembly->report, assembly->read_entity);
    return open_node(assembly, kind, start, end);
}

/* Finds the lines of a block and returns the offset of their end, trailing blanks left out. */
static uint32_t place_block(Assembly *assembly, const AssemblyLines *lines)
{
    Place *place = &assembly->phrase.place;
    place_lines(place, assembly->typing, lines->content, lines->first, lines->last);
    if (place->kind == PLACE_UNKNOWN)
        return block_line_end(assembly->typing, lines->last);
    return place_offset(place, (uint32_t) slice_trim_end(lines->content).size);
}

bool assembly_paragraph(Assembly *assembly, const AssemblyLines *lines)
{
    const uint32_t end = place_block(assembly, lines);
    const uint32_t start = place_offset(&assembly->phrase.place, 0);
    return open_phrase(assembly, NODE_PARAGRAPH, start, end);
}

static void begin_heading(Assembly *assembly, uint8_t level)
{
    current(assembly)->level = level;
    count_against(assembly, DIAGNOSTIC_HEADINGS, ++assembly->heading_count, MARKDOWN_MAX_HEADINGS);
}

bool assembly_setext_heading(Assembly *assembly, const AssemblyLines *lines, uint8_t level)
{
    place_block(assembly, lines);
    const uint32_t found = assembly->phrase.place.first_line;
    const uint32_t line = found > 0 ? found : lines->first;
    const uint32_t underline = line + block_count_lines(lines->content);
    const uint32_t start = place_offset(&assembly->phrase.place, 0);
    if (!open_phrase(assembly, NODE_HEADING, start, block_line_end(assembly->typing, underline)))
        return false;
    begin_heading(assembly, level);
    return true;
}

bool assembly_heading(Assembly *assembly, Slice content, AssemblySpot spot, uint8_t level,
                      uint32_t mark_size)
{
    const uint32_t start = text_offset(assembly, spot);
    place_run(&assembly->phrase.place, assembly->typing, content, start + mark_size);
    if (!open_phrase(assembly, NODE_HEADING, typing_offset(assembly->typing, start),
                     block_line_end(assembly->typing, spot.line)))
        return false;
    begin_heading(assembly, level);
    return true;
}

bool assembly_list(Assembly *assembly, AssemblySpot spot, const AssemblyList *list)
{
    if (!assembly_container(assembly, NODE_LIST, spot))
        return false;
    Node *node = current(assembly);
    if (list->is_tight)
        node->flags |= NODE_TIGHT;
    if (!list->is_ordered)
        return true;
    node->flags |= NODE_ORDERED;
    if (list->has_parenthesis)
        node->flags |= NODE_PAREN;
    node->number = list->start;
    node->level = (uint8_t) typing_digits(assembly->document->source, node->start);
    return true;
}

bool assembly_item(Assembly *assembly, AssemblySpot spot, bool is_task)
{
    if (!assembly_container(assembly, NODE_ITEM, spot))
        return false;
    if (!is_task)
        return true;
    current(assembly)->flags |= NODE_TASK;
    if (block_task_is_done(assembly->document, builder_current(&assembly->builder)))
        current(assembly)->flags |= NODE_DONE;
    return true;
}

bool assembly_directive(Assembly *assembly, AssemblySpot spot, bool is_leaf, bool is_closed)
{
    if (!assembly_container(assembly, NODE_DIRECTIVE, spot))
        return false;
    const Span line = node_span(assembly->document, builder_current(&assembly->builder));
    DirectiveDetail *detail = directive_read(assembly->document->arena, line, assembly->report);
    detail->is_closed = is_closed;
    current(assembly)->directive = detail;
    if (!is_leaf)
        current(assembly)->flags |= NODE_FENCED;
    assembly->directive_count++;
    count_against(assembly, DIAGNOSTIC_DIRECTIVE_DEPTH, ++assembly->directive_depth,
                  MARKDOWN_MAX_DIRECTIVE_DEPTH);
    if (!is_closed)
        report_add(assembly->report, &(Diagnostic){.code = DIAGNOSTIC_DIRECTIVE_UNCLOSED,
                                                   .span = line,
                                                   .words = {detail->name}});
    return true;
}

bool assembly_footnote(Assembly *assembly, AssemblySpot spot, size_t label_size)
{
    if (!assembly_container(assembly, NODE_FOOTNOTE, spot))
        return false;
    Document *document = assembly->document;
    FootnoteDetail *detail = ARENA_NEW(document->arena, FootnoteDetail);
    const size_t label = current(assembly)->start + strlen("[^");
    detail->label = slice_part(document->source->bytes, label, label + label_size);
    detail->number = ++assembly->footnote_count;
    current(assembly)->footnote = detail;
    if (document->first_footnote == NODE_NONE)
        document->first_footnote = builder_current(&assembly->builder);
    count_against(assembly, DIAGNOSTIC_FOOTNOTES, assembly->footnote_count, MARKDOWN_MAX_FOOTNOTES);
    return true;
}

bool assembly_table(Assembly *assembly, AssemblySpot spot, uint32_t column_count,
                    bool has_row_headers)
{
    if (!assembly_container(assembly, NODE_TABLE, spot))
        return false;
    TableDetail *detail = ARENA_NEW(assembly->document->arena, TableDetail);
    detail->column_count = column_count;
    detail->has_row_headers = has_row_headers;
    current(assembly)->table = detail;
    return true;
}

bool assembly_row(Assembly *assembly, uint32_t line, bool is_header)
{
    const Typing *typing = assembly->typing;
    block_row_begin(&assembly->row, typing, line);
    assembly->column = 0;
    const uint32_t start = typing_offset(typing, assembly->row.start);
    if (!open_node(assembly, NODE_TABLE_ROW, start, block_line_end(typing, line)))
        return false;
    if (is_header) {
        Node *table = node_at(assembly->document, current(assembly)->parent);
        current(assembly)->flags |= NODE_HEADER;
        table->start = start;
        table->end = block_line_end(typing, line + 1);
    }
    return true;
}

static uint16_t alignment_flag(char letter)
{
    if (letter == 'l')
        return NODE_START;
    if (letter == 'c')
        return NODE_CENTER;
    return letter == 'r' ? NODE_END : 0;
}

bool assembly_cell(Assembly *assembly, Slice content, const uint8_t *alignments)
{
    const Typing *typing = assembly->typing;
    const Slice cell = block_row_cell(&assembly->row);
    const uint32_t column = assembly->column++;
    const size_t end = (size_t) (cell.at - typing->text.at) + cell.size;
    place_cell(&assembly->phrase.place, typing, content, cell);
    if (!open_phrase(assembly, NODE_TABLE_CELL, place_offset(&assembly->phrase.place, 0),
                     typing_offset(typing, (uint32_t) end)))
        return false;
    Node *node = current(assembly);
    const Node *row = node_at(assembly->document, node->parent);
    const Node *table = node_at(assembly->document, row->parent);
    node->flags = alignment_flag((char) alignments[column]);
    if ((row->flags & NODE_HEADER) || (column == 0 && table->table->has_row_headers))
        node->flags |= NODE_HEADER;
    return true;
}

static NodeId add_leaf(Assembly *assembly, NodeKind kind, AssemblySpot spot, uint32_t last_line)
{
    const uint32_t start = file_offset(assembly, spot);
    settle_code(assembly, start);
    return builder_add(&assembly->builder, kind, start,
                       block_line_end(assembly->typing, last_line));
}

void assembly_code(Assembly *assembly, AssemblySpot spot, const BlockCode *code)
{
    const NodeId id = add_leaf(assembly, NODE_CODE_BLOCK, spot, spot.line);
    assembly->code_end = block_read_code(assembly->document, id, assembly->typing, code);
    assembly->code = id;
}

void assembly_html(Assembly *assembly, AssemblySpot spot, Slice literal)
{
    const uint32_t last = spot.line + block_count_lines(literal) - 1;
    const Slice text = block_raw(assembly->document->arena, assembly->typing, literal, spot.line);
    const NodeId id = add_leaf(assembly, NODE_HTML_BLOCK, spot, last);
    node_at(assembly->document, id)->text = text;
}

void assembly_rule(Assembly *assembly, AssemblySpot spot)
{
    add_leaf(assembly, NODE_RULE, spot, spot.line);
}

bool assembly_inline(Assembly *assembly, NodeKind kind)
{
    if (phrase_open(&assembly->phrase, kind) != NODE_NONE)
        return true;
    const uint32_t at = place_offset(&assembly->phrase.place, assembly->phrase.cursor);
    report_depth(assembly, at, at);
    return false;
}

static void close_list(Assembly *assembly, NodeId id)
{
    Node *list = node_at(assembly->document, id);
    // The line that closes a directive counts as blank for the parser and makes its list loose.
    if (assembly->directive_count > 0 && !(list->flags & NODE_TIGHT) &&
        !block_list_is_loose(assembly->document, id))
        list->flags |= NODE_TIGHT;
    if (list->level > MARKER_LATN)
        block_report_digits(assembly->document, id, assembly->scratch, assembly->report);
}

static uint32_t max_of(uint32_t a, uint32_t b)
{
    return a > b ? a : b;
}

static void close_block(Assembly *assembly, uint32_t last_line)
{
    const NodeId last = builder_last_child(&assembly->builder);
    const NodeId id = builder_close(&assembly->builder);
    Node *node = node_at(assembly->document, id);
    if (!node_is_text_container((NodeKind) node->kind) && last != NODE_NONE &&
        node->kind != NODE_TABLE_ROW)
        node->end = max_of(node->end, node_at(assembly->document, last)->end);
    if (node->kind == NODE_HEADING)
        block_cut_anchor(assembly->document, id);
    else if (node->kind == NODE_LIST)
        close_list(assembly, id);
    if (node->kind != NODE_DIRECTIVE)
        return;
    assembly->directive_depth--;
    if (last_line > 0)
        node->end = block_line_end(assembly->typing, last_line);
}

void assembly_close(Assembly *assembly, Slice address, Slice title, uint32_t last_line)
{
    if (node_is_block((NodeKind) current(assembly)->kind))
        close_block(assembly, last_line);
    else
        phrase_close(&assembly->phrase, address, title);
}
