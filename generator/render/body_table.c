/* Tables: each in its own box that scrolls and can be reached by keyboard, with header cells and a
 * name. */
#include "base/utf8.h"
#include "render/body_part.h"
#include "text/digit.h"

static NodeId caption_of(const Document *document, NodeId table)
{
    NodeId first = node_at(document, table)->first_child;
    return first && node_at(document, first)->kind == NODE_CAPTION ? first : NODE_NONE;
}

static NodeId first_row(const Document *document, NodeId table)
{
    NodeId caption = caption_of(document, table);
    return caption ? node_at(document, caption)->next : node_at(document, table)->first_child;
}

/* U+066A to U+066C (percent, decimal and thousands signs) and what stands between digits. */
static bool is_number_mark(uint32_t code_point)
{
    return (code_point >= 0x66A && code_point <= 0x66C) || code_point == '.' || code_point == ',' ||
           code_point == '-' || code_point == ' ';
}

static bool is_number(Slice text)
{
    bool has_digit = false;
    DigitFamily family;
    for (size_t offset = 0; offset < text.size;) {
        uint32_t code_point = utf8_next(text, &offset);
        bool is_digit = digit_value(code_point, &family) >= 0;
        if (!is_digit && !is_number_mark(code_point))
            return false;
        has_digit = has_digit || is_digit;
    }
    return has_digit;
}

#define COLUMNS_MAX 64

typedef struct Columns {
    bool is_numeric[COLUMNS_MAX];
} Columns;

/* A column whose body cells are all numbers aligns at the end, so that digits stand under digits.
 */
static Columns find_numeric(BodyWriter *writer, NodeId table)
{
    Columns columns;
    const Document *document = writer->document;
    size_t row_count = 0;
    for (size_t i = 0; i < COLUMNS_MAX; i++)
        columns.is_numeric[i] = true;
    NodeId row = first_row(document, table);
    for (row = row ? node_at(document, row)->next : NODE_NONE; row;
         row = node_at(document, row)->next) {
        size_t column = 0;
        row_count++;
        for (NodeId cell = node_at(document, row)->first_child; cell && column < COLUMNS_MAX;
             cell = node_at(document, cell)->next, column++) {
            if (!columns.is_numeric[column])
                continue;
            ArenaMark mark = arena_mark(writer->run->scratch);
            Buffer plain;
            buffer_init(&plain, writer->run->scratch, 64 * 1024);
            node_add_plain(document, cell, &plain);
            Slice text = slice_trim(buffer_slice(&plain));
            if (text.size > 0 && !is_number(text))
                columns.is_numeric[column] = false;
            arena_rewind(writer->run->scratch, mark);
        }
    }
    for (size_t i = 0; row_count == 0 && i < COLUMNS_MAX; i++)
        columns.is_numeric[i] = false;
    return columns;
}

static void write_cell(BodyWriter *writer, NodeId id, bool is_numeric)
{
    const Node *cell = node_at(writer->document, id);
    const Node *row = node_at(writer->document, cell->parent);
    bool heads_column = (row->flags & NODE_HEADER) != 0;
    bool is_header = heads_column || (cell->flags & NODE_HEADER);
    Slice name = is_header ? SLICE("th") : SLICE("td");
    if (heads_column && !cell->first_child) {
        body_add(writer,
                 SLICE("<td></td>")); // the corner of a table with row headers heads nothing
        return;
    }
    html_open_tag(body_out(writer), name);
    if (is_header)
        body_add(writer, heads_column ? SLICE(" scope=\"col\"") : SLICE(" scope=\"row\""));
    if (cell->flags & NODE_CENTER)
        body_add(writer, SLICE(" class=\"center\""));
    else if ((cell->flags & NODE_END) || (is_numeric && !(cell->flags & NODE_START)))
        body_add(writer, SLICE(" class=\"end\""));
    html_close_tag(body_out(writer));
    body_write_children(writer, id);
    html_end(body_out(writer), name);
}

static void write_row(BodyWriter *writer, NodeId row, const Columns *columns)
{
    size_t column = 0;
    body_add(writer, SLICE("<tr>"));
    for (NodeId cell = node_at(writer->document, row)->first_child; cell;
         cell = node_at(writer->document, cell)->next, column++)
        write_cell(writer, cell, column < COLUMNS_MAX && columns->is_numeric[column]);
    body_add(writer, SLICE("</tr>"));
}

static void write_rows(BodyWriter *writer, NodeId table)
{
    Columns columns = find_numeric(writer, table);
    NodeId row = first_row(writer->document, table);
    if (!row)
        return;
    body_add(writer, SLICE("<thead>"));
    write_row(writer, row, &columns);
    body_add(writer, SLICE("</thead>"));
    row = node_at(writer->document, row)->next;
    if (!row)
        return;
    body_add(writer, SLICE("<tbody>"));
    for (; row; row = node_at(writer->document, row)->next)
        write_row(writer, row, &columns);
    body_add(writer, SLICE("</tbody>"));
}

static void fill_rows(Run *run, void *slot)
{
    (void) run;
    const BodySlot *place = slot;
    write_rows(place->writer, place->node);
}

static void write_caption_markup(const Markup *markup, void *context, Buffer *out)
{
    (void) context;
    (void) out;
    const BodySlot *place = markup->subject;
    body_write_children(place->writer, place->node);
}

static bool run_table_hook(BodyWriter *writer, NodeId id, NodeId caption)
{
    const Component *component = writer->site->plan->hooks[HOOK_TABLE];
    if (!component)
        return false;
    BodySlot rows = {writer, id}, title = {writer, caption};
    const Datum arguments[] = {
        {.markup = {write_caption_markup, &title, 0, writer->language},
         .is_absent = caption == NODE_NONE},
        {.integer = node_at(writer->document, id)->table->column_count},
    };
    run_hook(writer->run, component, HOOK_TABLE, arguments, fill_rows, &rows);
    return true;
}

/* The box has a name: that of the caption, else "table 3". */
static void write_label(BodyWriter *writer, bool has_caption)
{
    if (has_caption) {
        buffer_print(body_out(writer), " aria-labelledby=\"table-%lld\"",
                     (long long) writer->table_count);
        return;
    }
    Buffer label;
    buffer_init(&label, writer->run->scratch, MESSAGE_MAX_SIZE);
    const MessageValue values[] = {
        {.kind = MESSAGE_NUMBER, .number = (double) writer->table_count}};
    interface_write(writer->site, writer->language, INTERFACE_TABLE_LABEL, values, &label);
    html_attribute(body_out(writer), SLICE("aria-label"), buffer_slice(&label));
}

void body_write_table(BodyWriter *writer, NodeId id)
{
    NodeId caption = caption_of(writer->document, id);
    writer->table_count++;
    if (run_table_hook(writer, id, caption))
        return;
    body_add(writer, SLICE("<div class=\"table\" role=\"region\" tabindex=\"0\""));
    write_label(writer, caption != NODE_NONE);
    body_add(writer, SLICE("><table"));
    body_write_flags(writer, node_at(writer->document, id));
    body_add(writer, SLICE(">"));
    if (caption) {
        buffer_print(body_out(writer), "<caption id=\"table-%lld\">",
                     (long long) writer->table_count);
        body_write_children(writer, caption);
        body_add(writer, SLICE("</caption>"));
    }
    write_rows(writer, id);
    body_add(writer, SLICE("</table></div>"));
}
