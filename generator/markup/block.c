/* Details of blocks, read from the bytes of the file. */
#include "markup/block.h"

#include "base/arena.h"
#include "base/report.h"
#include "markup/directive.h"

#include <string.h>

uint32_t block_line_end(const Typing *typing, uint32_t line)
{
    const uint32_t start = typing_line_start(typing, line);
    return typing_offset(typing, start + (uint32_t) typing_line(typing, line).size);
}

uint32_t block_count_lines(Slice text)
{
    uint32_t count = 0;
    size_t at = 0;
    while (slice_find_byte(text, '\n', &at)) {
        text = slice_from(text, at + 1);
        count++;
    }
    return count + (text.size > 0 ? 1 : 0);
}

Slice block_raw(Arena *arena, const Typing *typing, Slice literal, uint32_t line)
{
    Place place;
    place_lines(&place, typing, literal, line, line);
    return place_text(&place, arena, 0, (uint32_t) literal.size);
}

/* Does the line end the code that `fence` has opened? The parser has read the lines before it. */
static bool is_closing_fence(Slice line, char fence)
{
    size_t at = 0;
    while (at < line.size && (line.at[at] == ' ' || line.at[at] == '\t' || line.at[at] == '>'))
        at++;
    return at < line.size && line.at[at] == fence;
}

static Slice read_title(Arena *arena, Slice text)
{
    DirectiveAttribute *attributes = NULL;
    const size_t count = directive_read_attributes(arena, text, &attributes);
    for (size_t i = 0; i < count; i++)
        if (slice_equal(attributes[i].key, SLICE("title")))
            return attributes[i].value;
    return (Slice){0};
}

/* The info string as it stands in the file, or a copy where escapes were read. */
static Slice info_in_file(const Document *document, const Typing *typing, const BlockCode *code)
{
    const Slice line = slice_trim_end(typing_line(typing, code->line));
    if (code->info.size == 0 || !slice_ends(line, code->info))
        return slice_copy(document->arena, code->info);
    const uint32_t end = typing_line_start(typing, code->line) + (uint32_t) line.size;
    const uint32_t start = typing_offset(typing, end - (uint32_t) code->info.size);
    return slice_part(document->source->bytes, start, typing_offset(typing, end));
}

uint32_t block_read_code(Document *document, NodeId id, const Typing *typing, const BlockCode *code)
{
    CodeDetail *detail = ARENA_NEW(document->arena, CodeDetail);
    Node *node = node_at(document, id);
    node->code = detail;
    const uint32_t first = code->line + (code->fence != '\0' ? 1 : 0);
    const uint32_t after = first + block_count_lines(code->literal);
    detail->text = block_raw(document->arena, typing, code->literal, first);
    node->end = block_line_end(typing, after > code->line ? after - 1 : code->line);
    const uint32_t end = node->end;
    if (code->fence == '\0')
        return end;
    node->flags |= NODE_FENCED;
    if (is_closing_fence(typing_line(typing, after), code->fence))
        node->end = block_line_end(typing, after);
    const Slice info = info_in_file(document, typing, code);
    Slice rest = {0};
    slice_cut(info, ' ', &detail->language, &rest);
    if (rest.size > 0)
        detail->title = read_title(document->arena, rest);
    return end;
}

/* The size of `{#id}` and the blanks before it at the end of a text; 0 where there is none. */
static size_t anchor_size(Slice text, Slice *ret_id)
{
    size_t open = 0;
    if (!slice_ends(text, SLICE("}")) || !slice_find_last_byte(text, '{', &open))
        return 0;
    const Slice id = slice_part(text, open + 2, text.size - 1);
    if (text.at[open + 1] != '#' || id.size == 0 || slice_find_byte(id, ' ', &(size_t){0}))
        return 0;
    *ret_id = id;
    return text.size - slice_trim_end(slice_to(text, open)).size;
}

void block_cut_anchor(Document *document, NodeId heading)
{
    const NodeId last = node_last_child(document, heading);
    HeadingDetail *detail = ARENA_NEW(document->arena, HeadingDetail);
    node_at(document, heading)->heading = detail;
    Node *text = node_at(document, last);
    if (last == NODE_NONE || text->kind != NODE_TEXT)
        return;
    Slice id = {0};
    const size_t size = anchor_size(text->text, &id);
    if (size == 0)
        return;
    detail->anchor = id;
    detail->is_explicit = true;
    detail->anchor_end = text->end;
    const uint32_t typed = (uint32_t) (id.size + strlen("{#}"));
    detail->anchor_start = text->end - text->start < typed ? text->end : text->end - typed;
    text->text.size -= size;
    if (text->end - text->start >= size)
        text->end -= (uint32_t) size;
    if (text->text.size == 0)
        node_remove(document, last);
}

static bool is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

void block_row_begin(BlockRow *row, const Typing *typing, uint32_t line)
{
    row->line = typing_line(typing, line);
    row->at = typing_skip_containers(row->line);
    row->start = typing_line_start(typing, line) + (uint32_t) row->at;
    if (row->at < row->line.size && row->line.at[row->at] == '|')
        row->at++;
}

Slice block_row_cell(BlockRow *row)
{
    const Slice line = row->line;
    const size_t start = row->at < line.size ? row->at : line.size;
    size_t end = start;
    while (end < line.size && (line.at[end] != '|' || line.at[end - 1] == '\\'))
        end++;
    row->at = end + 1;
    size_t from = start;
    while (from < end && is_blank(line.at[from]))
        from++;
    while (end > from && is_blank(line.at[end - 1]))
        end--;
    return slice_part(line, from, end);
}

/* A line with nothing but the marks of quotes. */
static bool has_blank_line(Slice between)
{
    Slice line = {0};
    Slice rest = between;
    // The first piece ends the block before, the last one begins the block behind.
    if (!slice_cut_line(&rest, &line))
        return false;
    while (slice_find_byte(rest, '\n', &(size_t){0}) && slice_cut_line(&rest, &line)) {
        size_t at = 0;
        while (at < line.size && (is_blank(line.at[at]) || line.at[at] == '>'))
            at++;
        if (at == line.size)
            return true;
    }
    return false;
}

/* Is there a blank line between two children of a node? */
static bool children_are_apart(const Document *document, NodeId parent)
{
    const Slice file = document->source->bytes;
    NodeId before = node_at(document, parent)->first_child;
    while (before != NODE_NONE) {
        const NodeId next = node_at(document, before)->next;
        if (next != NODE_NONE && has_blank_line(slice_part(file, node_at(document, before)->end,
                                                           node_at(document, next)->start)))
            return true;
        before = next;
    }
    return false;
}

bool block_list_is_loose(const Document *document, NodeId list)
{
    if (children_are_apart(document, list))
        return true;
    NodeId item = node_at(document, list)->first_child;
    for (; item != NODE_NONE; item = node_at(document, item)->next)
        if (children_are_apart(document, item))
            return true;
    return false;
}

bool block_task_is_done(const Document *document, NodeId item)
{
    size_t box = 0;
    const Slice text = slice_from(document->source->bytes, node_at(document, item)->start);
    return slice_find_byte(text, '[', &box) && box + 1 < text.size && text.at[box + 1] != ' ';
}

/* The edit that writes the marker of an item in ASCII digits. */
static Edit digits_edit(const Document *document, NodeId item, Arena *scratch)
{
    const uint32_t start = node_at(document, item)->start;
    const Slice file = document->source->bytes;
    char *digits = ARENA_ARRAY(scratch, char, TYPING_MAX_DIGITS);
    size_t count = 0;
    uint32_t at = start;
    for (; count < TYPING_MAX_DIGITS && typing_digits(document->source, at) != MARKER_LATN; at += 2)
        digits[count++] = (char) ('0' + ((unsigned char) file.at[at + 1] & 0x0F));
    return (Edit){.span = {document->source, start, at}, .text = {digits, count}};
}

void block_report_digits(const Document *document, NodeId list, Arena *scratch, Report *report)
{
    Edit *edits = NULL;
    size_t count = 0;
    size_t capacity = 0;
    NodeId item = node_at(document, list)->first_child;
    for (; item != NODE_NONE; item = node_at(document, item)->next) {
        const Edit edit = digits_edit(document, item, scratch);
        if (edit.text.size == 0)
            continue;
        if (count == capacity)
            edits = arena_grow(scratch, edits, sizeof(Edit), count, &capacity);
        edits[count++] = edit;
    }
    if (count > 0)
        report_add(report, &(Diagnostic){.code = DIAGNOSTIC_PERSIAN_NUMBER,
                                         .span = edits[0].span,
                                         .words = {edits[0].text, span_text(edits[0].span)},
                                         .edits = edits,
                                         .edit_count = count});
}
