/* Prints a tree as text, one node a line, for --dump and golden tests. */
#include "markup/node.h"

#define INDENT 2

static const char *const kind_names[NODE_KIND_COUNT] = {
    [NODE_DOCUMENT] = "document",
    [NODE_PARAGRAPH] = "paragraph",
    [NODE_HEADING] = "heading",
    [NODE_QUOTE] = "quote",
    [NODE_LIST] = "list",
    [NODE_ITEM] = "item",
    [NODE_CODE_BLOCK] = "code-block",
    [NODE_RULE] = "rule",
    [NODE_TABLE] = "table",
    [NODE_TABLE_ROW] = "row",
    [NODE_TABLE_CELL] = "cell",
    [NODE_DIRECTIVE] = "directive",
    [NODE_HTML_BLOCK] = "html-block",
    [NODE_FOOTNOTE] = "footnote",
    [NODE_ALERT] = "alert",
    [NODE_FIGURE] = "figure",
    [NODE_CAPTION] = "caption",
    [NODE_ELEMENT] = "element",
    [NODE_TEXT] = "text",
    [NODE_SOFT_BREAK] = "soft-break",
    [NODE_LINE_BREAK] = "line-break",
    [NODE_CODE] = "code",
    [NODE_EMPHASIS] = "emphasis",
    [NODE_STRONG] = "strong",
    [NODE_STRIKE] = "strike",
    [NODE_LINK] = "link",
    [NODE_IMAGE] = "image",
    [NODE_HTML_INLINE] = "html-inline",
    [NODE_FOOTNOTE_MARK] = "footnote-mark",
    [NODE_SPAN] = "span",
    [NODE_ISOLATE] = "isolate",
};

static const char *const flag_names[] = {
    "ordered", "tight", "paren", "task",   "done", "start", "center", "end",
    "header",  "ltr",   "rtl",   "nowrap", "atom", "bare",  "fenced", "decorative",
};

/* Quoted, with line breaks and quotes escaped; invisible characters stay as they are. */
static void add_quoted(Buffer *out, Slice text)
{
    buffer_add_byte(out, '"');
    for (size_t i = 0; i < text.size; i++) {
        const char byte = text.at[i];
        if (byte == '\n')
            buffer_add(out, SLICE("\\n"));
        else if (byte == '\t')
            buffer_add(out, SLICE("\\t"));
        else if (byte == '"' || byte == '\\')
            buffer_print(out, "\\%c", byte);
        else
            buffer_add_byte(out, byte);
    }
    buffer_add_byte(out, '"');
}

static void add_field(Buffer *out, const char *name, Slice text)
{
    if (text.size == 0)
        return;
    buffer_print(out, " %s=", name);
    add_quoted(out, text);
}

static void add_number(Buffer *out, const char *name, int64_t number)
{
    buffer_print(out, " %s=", name);
    buffer_add_int(out, number);
}

static void add_directive(Buffer *out, const DirectiveDetail *directive)
{
    add_field(out, "name", directive->name);
    for (uint32_t i = 0; i < directive->attribute_count; i++) {
        const DirectiveAttribute *attribute = &directive->attributes[i];
        buffer_add_byte(out, ' ');
        buffer_add(out, attribute->key);
        if (attribute->is_flag)
            continue;
        buffer_add_byte(out, '=');
        add_quoted(out, attribute->value);
    }
    if (directive->is_leaf)
        buffer_add(out, SLICE(" leaf"));
    if (!directive->is_closed)
        buffer_add(out, SLICE(" unclosed"));
}

static void add_element(Buffer *out, const ElementDetail *element)
{
    add_field(out, "name", element->name);
    for (uint32_t i = 0; i < element->attribute_count; i++) {
        buffer_add_byte(out, ' ');
        buffer_add(out, element->attributes[i].name);
        buffer_add_byte(out, '=');
        add_quoted(out, element->attributes[i].value);
    }
}

static void add_span(Buffer *out, const SpanDetail *span)
{
    add_field(out, "language", span->language);
    if (span->no_isolation)
        buffer_add(out, SLICE(" isolate=off"));
    if (span->no_typography)
        buffer_add(out, SLICE(" typography=off"));
    if (span->latin_digits)
        buffer_add(out, SLICE(" digits=latn"));
}

static void add_code(Buffer *out, const CodeDetail *code)
{
    add_field(out, "language", code->language);
    add_field(out, "title", code->title);
    buffer_add_byte(out, ' ');
    add_quoted(out, code->text);
}

/* What a kind carries beside its flags. long: a switch over all kinds */
static void add_detail(Buffer *out, const Node *node)
{
    switch ((NodeKind) node->kind) {
    case NODE_TEXT:
    case NODE_CODE:
    case NODE_HTML_BLOCK:
    case NODE_HTML_INLINE:
        buffer_add_byte(out, ' ');
        add_quoted(out, node->text);
        return;
    case NODE_HEADING:
        add_field(out, "anchor", node->heading->anchor);
        return;
    case NODE_LIST:
        if (node->flags & NODE_ORDERED)
            add_number(out, "start", node->number);
        return;
    case NODE_CODE_BLOCK:
        add_code(out, node->code);
        return;
    case NODE_TABLE:
        add_number(out, "columns", node->table->column_count);
        return;
    case NODE_DIRECTIVE:
        add_directive(out, node->directive);
        return;
    case NODE_FOOTNOTE:
        add_field(out, "label", node->footnote->label);
        add_number(out, "number", node->footnote->number);
        add_number(out, "uses", node->footnote->use_count);
        return;
    case NODE_FOOTNOTE_MARK:
        add_field(out, "label", node->mark->label);
        add_number(out, "number", node->mark->number);
        add_number(out, "use", node->mark->use);
        return;
    case NODE_LINK:
    case NODE_IMAGE:
        buffer_add_byte(out, ' ');
        add_quoted(out, node->link->address);
        add_field(out, "title", node->link->title);
        return;
    case NODE_ELEMENT:
        add_element(out, node->element);
        return;
    case NODE_SPAN:
        add_span(out, node->span);
        return;
    case NODE_DOCUMENT:
    case NODE_PARAGRAPH:
    case NODE_QUOTE:
    case NODE_ITEM:
    case NODE_RULE:
    case NODE_TABLE_ROW:
    case NODE_TABLE_CELL:
    case NODE_ALERT:
    case NODE_FIGURE:
    case NODE_CAPTION:
    case NODE_SOFT_BREAK:
    case NODE_LINE_BREAK:
    case NODE_EMPHASIS:
    case NODE_STRONG:
    case NODE_STRIKE:
    case NODE_ISOLATE:
    case NODE_KIND_COUNT:
        return;
    }
}

static void add_node(Buffer *out, const Node *node)
{
    buffer_print(out, "%s", kind_names[node->kind]);
    if (node->level != 0)
        add_number(out, "level", node->level);
    for (size_t i = 0; i < sizeof flag_names / sizeof flag_names[0]; i++)
        if (node->flags & (1U << i))
            buffer_print(out, " %s", flag_names[i]);
    add_detail(out, node);
    buffer_print(out, " %u..%u\n", node->start, node->end);
}

void node_dump(const Document *document, Buffer *out)
{
    uint32_t depth = 0;
    NodeId id = 0;
    for (;;) {
        const Node *node = node_at(document, id);
        for (uint32_t i = 0; i < depth * INDENT; i++)
            buffer_add_byte(out, ' ');
        add_node(out, node);
        if (node->first_child != NODE_NONE) {
            id = node->first_child;
            depth++;
            continue;
        }
        while (id != 0 && node_at(document, id)->next == NODE_NONE) {
            id = node_at(document, id)->parent;
            depth--;
        }
        if (id == 0)
            return;
        id = node_at(document, id)->next;
    }
}
