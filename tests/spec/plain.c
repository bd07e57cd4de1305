/* The tree as cmark's HTML. */
#include "plain.h"

#include <string.h>

typedef struct Writer {
    const Document *document;
    Buffer *out;
} Writer;

static void add(Writer *writer, const char *text)
{
    buffer_add(writer->out, slice_of_string(text));
}

static void start_line(Writer *writer)
{
    if (writer->out->size > 0 && writer->out->at[writer->out->size - 1] != '\n')
        buffer_add_byte(writer->out, '\n');
}

static void add_escaped(Writer *writer, Slice text)
{
    for (size_t i = 0; i < text.size; i++) {
        const char byte = text.at[i];
        if (byte == '&')
            add(writer, "&amp;");
        else if (byte == '<')
            add(writer, "&lt;");
        else if (byte == '>')
            add(writer, "&gt;");
        else if (byte == '"')
            add(writer, "&quot;");
        else
            buffer_add_byte(writer->out, byte);
    }
}

static void add_address(Writer *writer, Slice address)
{
    for (size_t i = 0; i < address.size; i++) {
        const unsigned char byte = (unsigned char) address.at[i];
        const bool is_letter = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                               (byte >= 'a' && byte <= 'z');
        if (byte == '&')
            add(writer, "&amp;");
        else if (byte == '\'')
            add(writer, "&#x27;");
        else if (is_letter || (byte != 0 && strchr("-_.+!*(),%#@?=;:/$~", byte) != NULL))
            buffer_add_byte(writer->out, (char) byte);
        else
            buffer_print(writer->out, "%%%02X", byte);
    }
}

static const Node *parent_of(const Writer *writer, const Node *node)
{
    return node_at(writer->document, node->parent);
}

static bool is_in_tight_list(const Writer *writer, const Node *node)
{
    const Node *item = parent_of(writer, node);
    return item->kind == NODE_ITEM && (parent_of(writer, item)->flags & NODE_TIGHT);
}

static void open_list(Writer *writer, const Node *list)
{
    start_line(writer);
    if (!(list->flags & NODE_ORDERED))
        add(writer, "<ul>\n");
    else if (list->number == 1)
        add(writer, "<ol>\n");
    else
        buffer_print(writer->out, "<ol start=\"%d\">\n", (int) list->number);
}

static void open_item(Writer *writer, const Node *item)
{
    start_line(writer);
    add(writer, "<li>");
    if (item->flags & NODE_TASK)
        add(writer, item->flags & NODE_DONE
                        ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
                        : "<input type=\"checkbox\" disabled=\"\" /> ");
}

static void add_code_block(Writer *writer, const CodeDetail *code)
{
    start_line(writer);
    add(writer, "<pre><code");
    if (code->language.size > 0) {
        add(writer, " class=\"language-");
        add_escaped(writer, code->language);
        add(writer, "\"");
    }
    add(writer, ">");
    add_escaped(writer, code->text);
    add(writer, "</code></pre>\n");
}

static void open_row(Writer *writer, const Node *row)
{
    const Node *table = parent_of(writer, row);
    const Node *header = node_at(writer->document, table->first_child);
    start_line(writer);
    if (row->flags & NODE_HEADER)
        add(writer, "<thead>\n");
    else if (node_at(writer->document, header->next) == row)
        add(writer, "<tbody>\n");
    add(writer, "<tr>");
}

static void close_row(Writer *writer, const Node *row)
{
    start_line(writer);
    add(writer, "</tr>");
    if (row->flags & NODE_HEADER)
        add(writer, "\n</thead>");
    else if (row->next == NODE_NONE)
        add(writer, "\n</tbody>");
}

static void open_cell(Writer *writer, const Node *cell)
{
    start_line(writer);
    add(writer, parent_of(writer, cell)->flags & NODE_HEADER ? "<th" : "<td");
    if (cell->flags & NODE_START)
        add(writer, " align=\"left\"");
    else if (cell->flags & NODE_CENTER)
        add(writer, " align=\"center\"");
    else if (cell->flags & NODE_END)
        add(writer, " align=\"right\"");
    add(writer, ">");
}

static void close_cell(Writer *writer, const Node *cell)
{
    add(writer, parent_of(writer, cell)->flags & NODE_HEADER ? "</th>" : "</td>");
}

static void add_title(Writer *writer, Slice title)
{
    if (title.size == 0)
        return;
    add(writer, "\" title=\"");
    add_escaped(writer, title);
}

static void add_image(Writer *writer, const Node *image)
{
    add(writer, "<img src=\"");
    add_address(writer, image->link->address);
    add(writer, "\" alt=\"");
    const NodeId root = (NodeId) (image - writer->document->nodes);
    for (NodeId id = root; id != NODE_NONE; id = node_following(writer->document, root, id)) {
        const Node *node = node_at(writer->document, id);
        if (node->kind == NODE_TEXT || node->kind == NODE_CODE || node->kind == NODE_HTML_INLINE)
            add_escaped(writer, node->text);
        else if (node->kind == NODE_SOFT_BREAK || node->kind == NODE_LINE_BREAK)
            add(writer, " ");
    }
    add_title(writer, image->link->title);
    add(writer, "\" />");
}

static void open_footnote(Writer *writer, const Node *note)
{
    if (note->footnote->number == 1)
        add(writer, "<section class=\"footnotes\" data-footnotes>\n<ol>\n");
    add(writer, "<li id=\"fn-");
    add_address(writer, note->footnote->label);
    add(writer, "\">\n");
}

static void add_back_links(Writer *writer, const FootnoteDetail *note)
{
    for (uint32_t use = 1; use <= note->use_count; use++) {
        add(writer, use > 1 ? " <a href=\"#fnref-" : "<a href=\"#fnref-");
        add_address(writer, note->label);
        if (use > 1)
            buffer_print(writer->out, "-%u", use);
        add(writer, "\" class=\"footnote-backref\" data-footnote-backref aria-label=\"Back to "
                    "content\">↩");
        if (use > 1)
            buffer_print(writer->out, "<sup class=\"footnote-ref\">%u</sup>", use);
        add(writer, "</a>");
    }
}

/* The links back stand in the last paragraph, if that is what the note ends with. */
static bool ends_with_paragraph(const Writer *writer, const Node *note)
{
    const NodeId id = (NodeId) (note - writer->document->nodes);
    const NodeId last = node_last_child(writer->document, id);
    return last != NODE_NONE && node_at(writer->document, last)->kind == NODE_PARAGRAPH;
}

static void close_footnote(Writer *writer, const Node *note)
{
    if (!ends_with_paragraph(writer, note)) {
        add_back_links(writer, note->footnote);
        add(writer, "\n");
    }
    add(writer, "</li>\n");
    if (note->next == NODE_NONE)
        add(writer, "</ol>\n</section>\n");
}

static void close_paragraph(Writer *writer, const Node *paragraph)
{
    if (is_in_tight_list(writer, paragraph))
        return;
    const Node *parent = parent_of(writer, paragraph);
    if (parent->kind == NODE_FOOTNOTE && paragraph->next == NODE_NONE) {
        add(writer, " ");
        add_back_links(writer, parent->footnote);
    }
    add(writer, "</p>\n");
}

static void add_mark(Writer *writer, const MarkDetail *mark)
{
    const Document *document = writer->document;
    NodeId note = document->first_footnote;
    for (uint32_t number = 1; number < mark->number; number++)
        note = node_at(document, note)->next;
    const Slice label = node_at(document, note)->footnote->label;
    add(writer, "<sup class=\"footnote-ref\"><a href=\"#fn-");
    add_address(writer, label);
    add(writer, "\" id=\"fnref-");
    add_address(writer, label);
    if (mark->use > 1)
        buffer_print(writer->out, "-%u", mark->use);
    buffer_print(writer->out, "\" data-footnote-ref>%u</a></sup>", mark->number);
}

static void open_directive(Writer *writer, const Node *node)
{
    start_line(writer);
    buffer_print(writer->out, "<div class=\"%.*s\">\n", SLICE_FORMAT(node->directive->name));
}

static void open_link(Writer *writer, const LinkDetail *link)
{
    add(writer, "<a href=\"");
    add_address(writer, link->address);
    add_title(writer, link->title);
    add(writer, "\">");
}

static void open_line(Writer *writer, const char *tag)
{
    start_line(writer);
    add(writer, tag);
}

/* What is written before the children of a node. long: a switch over all kinds */
static void open_node(Writer *writer, const Node *node)
{
    switch ((NodeKind) node->kind) {
    case NODE_PARAGRAPH:
        if (!is_in_tight_list(writer, node))
            open_line(writer, "<p>");
        return;
    case NODE_HEADING:
        start_line(writer);
        buffer_print(writer->out, "<h%u>", node->level);
        return;
    case NODE_QUOTE:
        open_line(writer, "<blockquote>\n");
        return;
    case NODE_LIST:
        open_list(writer, node);
        return;
    case NODE_ITEM:
        open_item(writer, node);
        return;
    case NODE_CODE_BLOCK:
        add_code_block(writer, node->code);
        return;
    case NODE_RULE:
        open_line(writer, "<hr />\n");
        return;
    case NODE_TABLE:
        open_line(writer, "<table>");
        return;
    case NODE_TABLE_ROW:
        open_row(writer, node);
        return;
    case NODE_TABLE_CELL:
        open_cell(writer, node);
        return;
    case NODE_DIRECTIVE:
        open_directive(writer, node);
        return;
    case NODE_HTML_BLOCK:
        start_line(writer);
        buffer_add(writer->out, node->text);
        start_line(writer);
        return;
    case NODE_FOOTNOTE:
        open_footnote(writer, node);
        return;
    case NODE_TEXT:
        add_escaped(writer, node->text);
        return;
    case NODE_SOFT_BREAK:
        add(writer, "\n");
        return;
    case NODE_LINE_BREAK:
        add(writer, "<br />\n");
        return;
    case NODE_CODE:
        add(writer, "<code>");
        add_escaped(writer, node->text);
        add(writer, "</code>");
        return;
    case NODE_EMPHASIS:
        add(writer, "<em>");
        return;
    case NODE_STRONG:
        add(writer, "<strong>");
        return;
    case NODE_STRIKE:
        add(writer, "<del>");
        return;
    case NODE_LINK:
        open_link(writer, node->link);
        return;
    case NODE_IMAGE:
        add_image(writer, node);
        return;
    case NODE_HTML_INLINE:
        buffer_add(writer->out, node->text);
        return;
    case NODE_FOOTNOTE_MARK:
        add_mark(writer, node->mark);
        return;
    case NODE_DOCUMENT:
    case NODE_ALERT:
    case NODE_FIGURE:
    case NODE_CAPTION:
    case NODE_ELEMENT:
    case NODE_SPAN:
    case NODE_ISOLATE:
    case NODE_KIND_COUNT:
        return;
    }
}

/* What is written behind the children. long: a switch over all kinds */
static void close_node(Writer *writer, const Node *node)
{
    switch ((NodeKind) node->kind) {
    case NODE_PARAGRAPH:
        close_paragraph(writer, node);
        return;
    case NODE_HEADING:
        buffer_print(writer->out, "</h%u>\n", node->level);
        return;
    case NODE_QUOTE:
        open_line(writer, "</blockquote>\n");
        return;
    case NODE_LIST:
        add(writer, node->flags & NODE_ORDERED ? "</ol>\n" : "</ul>\n");
        return;
    case NODE_ITEM:
        add(writer, "</li>\n");
        return;
    case NODE_TABLE:
        open_line(writer, "</table>\n");
        return;
    case NODE_TABLE_ROW:
        close_row(writer, node);
        return;
    case NODE_TABLE_CELL:
        close_cell(writer, node);
        return;
    case NODE_DIRECTIVE:
        open_line(writer, "</div>\n");
        return;
    case NODE_FOOTNOTE:
        close_footnote(writer, node);
        return;
    case NODE_EMPHASIS:
        add(writer, "</em>");
        return;
    case NODE_STRONG:
        add(writer, "</strong>");
        return;
    case NODE_STRIKE:
        add(writer, "</del>");
        return;
    case NODE_LINK:
        add(writer, "</a>");
        return;
    case NODE_DOCUMENT:
    case NODE_CODE_BLOCK:
    case NODE_RULE:
    case NODE_HTML_BLOCK:
    case NODE_TEXT:
    case NODE_SOFT_BREAK:
    case NODE_LINE_BREAK:
    case NODE_CODE:
    case NODE_IMAGE:
    case NODE_HTML_INLINE:
    case NODE_FOOTNOTE_MARK:
    case NODE_ALERT:
    case NODE_FIGURE:
    case NODE_CAPTION:
    case NODE_ELEMENT:
    case NODE_SPAN:
    case NODE_ISOLATE:
    case NODE_KIND_COUNT:
        return;
    }
}

void plain_write(const Document *document, Buffer *out)
{
    Writer writer = {document, out};
    NodeId id = node_at(document, 0)->first_child;
    while (id != NODE_NONE) {
        const Node *node = node_at(document, id);
        open_node(&writer, node);
        if (node->first_child != NODE_NONE && node->kind != NODE_IMAGE) {
            id = node->first_child;
            continue;
        }
        close_node(&writer, node);
        while (node->next == NODE_NONE && node->parent != 0) {
            node = parent_of(&writer, node);
            close_node(&writer, node);
        }
        id = node->next;
    }
}
