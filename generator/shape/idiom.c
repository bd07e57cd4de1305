/* Alerts, figures, captions and directives: what a plain Markdown tree says between the lines. */
#include "shape/idiom.h"

#include "base/suggest.h"
#include "base/utf8.h"
#include "template/template.h"

#define ALT_MAX_COUNT 1000 /* characters */

typedef struct AlertWord {
    Slice word;
    AlertKind kind;
} AlertWord;

static const AlertWord alert_words[] = {
    {SLICE_INIT("NOTE"), ALERT_NOTE},           {SLICE_INIT("TIP"), ALERT_TIP},
    {SLICE_INIT("IMPORTANT"), ALERT_IMPORTANT}, {SLICE_INIT("WARNING"), ALERT_WARNING},
    {SLICE_INIT("CAUTION"), ALERT_CAUTION},     {SLICE_INIT("نکته"), ALERT_NOTE},
    {SLICE_INIT("راهنمایی"), ALERT_TIP},        {SLICE_INIT("مهم"), ALERT_IMPORTANT},
    {SLICE_INIT("هشدار"), ALERT_WARNING},       {SLICE_INIT("احتیاط"), ALERT_CAUTION},
};

static bool find_alert(Slice word, AlertKind *ret_kind)
{
    for (size_t i = 0; i < sizeof(alert_words) / sizeof(alert_words[0]); i++) {
        if (slice_equal_ascii_case(alert_words[i].word, word)) {
            *ret_kind = alert_words[i].kind;
            return true;
        }
    }
    return false;
}

/* The text of the first line of a paragraph and the node behind it; false when the line holds more
 * than text. */
static bool first_line(const Document *document, NodeId paragraph, Buffer *line, NodeId *ret_after)
{
    NodeId id = node_at(document, paragraph)->first_child;
    for (; id && node_at(document, id)->kind == NODE_TEXT; id = node_at(document, id)->next)
        buffer_add(line, node_at(document, id)->text);
    uint8_t kind = id ? node_at(document, id)->kind : NODE_SOFT_BREAK;
    *ret_after = id;
    return kind == NODE_SOFT_BREAK || kind == NODE_LINE_BREAK;
}

static void remove_until(Document *document, NodeId parent, NodeId end)
{
    NodeId id;
    while ((id = node_at(document, parent)->first_child) != end)
        node_remove(document, id);
    if (end)
        node_remove(document, end);
}

/* > [!NOTE] alone on the first line of a quote. */
static void apply_alert(Page *page, NodeId quote, Arena *scratch)
{
    Document *document = page->text.document;
    NodeId paragraph = node_at(document, quote)->first_child, after;
    if (!paragraph || node_at(document, paragraph)->kind != NODE_PARAGRAPH)
        return;
    Buffer line;
    buffer_init(&line, scratch, 4096);
    if (!first_line(document, paragraph, &line, &after))
        return;
    Slice mark = slice_trim(buffer_slice(&line));
    AlertKind kind;
    if (!slice_starts(mark, SLICE("[!")) || !slice_ends(mark, SLICE("]")))
        return;
    Slice word = slice_part(mark, 2, mark.size - 1);
    if (!find_alert(word, &kind)) {
        report_add(&page->report, &(Diagnostic){.code = DIAGNOSTIC_MARKDOWN_ALERT,
                                                .span = node_span(document, paragraph),
                                                .words = {word}});
        return;
    }
    node_at(document, quote)->kind = NODE_ALERT;
    node_at(document, quote)->level = (uint8_t) kind;
    remove_until(document, paragraph, after);
    if (!node_at(document, paragraph)->first_child)
        node_remove(document, paragraph);
}

static void check_alt(Page *page, NodeId image, Arena *scratch)
{
    Document *document = page->text.document;
    Buffer alt;
    buffer_init(&alt, scratch, 64 * 1024);
    node_add_plain(document, image, &alt);
    Slice text = slice_trim(buffer_slice(&alt));
    Diagnostic fault = {.span = node_span(document, image)};
    if (slice_equal(text, SLICE("-"))) {
        node_at(document, image)->flags |= NODE_DECORATIVE;
        return;
    }
    if (text.size == 0)
        fault.code = DIAGNOSTIC_IMAGE_ALT;
    else if (utf8_count(text) > ALT_MAX_COUNT)
        fault.code = DIAGNOSTIC_IMAGE_ALT_LENGTH;
    else
        return;
    report_add(&page->report, &fault);
}

/* A picture alone in a paragraph is a figure; its title is the caption. */
static void apply_figure(Document *document, NodeId paragraph)
{
    NodeId image = node_at(document, paragraph)->first_child;
    if (!image || node_at(document, image)->kind != NODE_IMAGE || node_at(document, image)->next)
        return;
    node_at(document, paragraph)->kind = NODE_FIGURE;
    Slice title = node_at(document, image)->link->title;
    if (title.size == 0)
        return;
    uint32_t start = node_at(document, image)->start, end = node_at(document, image)->end;
    NodeId caption = node_new(document, NODE_CAPTION, start, end);
    NodeId text = node_new(document, NODE_TEXT, start, end);
    node_at(document, text)->text = title;
    node_append(document, caption, text);
    node_append(document, paragraph, caption);
    node_at(document, image)->link->title = (Slice){0};
}

static bool caption_prefix(Slice text, Slice *ret_rest)
{
    static const Slice prefixes[] = {SLICE_INIT("Table:"), SLICE_INIT("جدول:")};
    for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++) {
        if (slice_starts(text, prefixes[i])) {
            *ret_rest = slice_trim_start(slice_from(text, prefixes[i].size));
            return true;
        }
    }
    return false;
}

/* A paragraph "Table: …" just above a table is its caption. Returns the table. */
static NodeId apply_caption(Document *document, NodeId paragraph)
{
    NodeId table = node_at(document, paragraph)->next;
    NodeId text = node_at(document, paragraph)->first_child;
    Slice rest;
    if (!table || node_at(document, table)->kind != NODE_TABLE || !text ||
        node_at(document, text)->kind != NODE_TEXT ||
        !caption_prefix(node_at(document, text)->text, &rest))
        return NODE_NONE;
    node_at(document, text)->text = rest;
    NodeId caption = node_new(document, NODE_CAPTION, node_at(document, paragraph)->start,
                              node_at(document, paragraph)->end);
    NodeId child;
    while ((child = node_at(document, paragraph)->first_child) != NODE_NONE) {
        NodeId moved = child;
        node_remove(document, moved);
        node_append(document, caption, moved);
    }
    node_remove(document, paragraph);
    node_insert_after(document, table, NODE_NONE, caption);
    return table;
}

/* An empty first header cell makes the first column row headers. */
static void apply_row_headers(Document *document, NodeId table)
{
    NodeId row = node_at(document, table)->first_child;
    while (row && node_at(document, row)->kind != NODE_TABLE_ROW)
        row = node_at(document, row)->next;
    NodeId first = row ? node_at(document, row)->first_child : NODE_NONE;
    if (!first || node_at(document, first)->first_child)
        return;
    node_at(document, table)->table->has_row_headers = true;
    for (row = node_at(document, row)->next; row; row = node_at(document, row)->next) {
        if (node_at(document, row)->first_child)
            node_at(document, node_at(document, row)->first_child)->flags |= NODE_HEADER;
    }
}

static void check_directive(Page *page, NodeId id)
{
    const Document *document = page->text.document;
    const DirectiveDetail *directive = node_at(document, id)->directive;
    const TemplateSet *set = page->site->template_set;
    Diagnostic fault = {
        .span = {document->source, directive->name_start, directive->name_end},
        .words = {directive->name},
    };
    Edit edit;
    const Component *component = template_find_directive(set, directive->name);
    if (!component && !template_knows_directives(set))
        return;
    if (!component) {
        const Slice *names;
        size_t count = template_directive_names(set, &names);
        fault.code = DIAGNOSTIC_DIRECTIVE_UNKNOWN;
        suggest_fill(&fault, directive->name, names, count, &edit);
        report_add(&page->report, &fault);
    } else if (template_is_leaf(component) != directive->is_leaf) {
        fault.code =
            directive->is_leaf ? DIAGNOSTIC_DIRECTIVE_NEEDS_BLOCK : DIAGNOSTIC_DIRECTIVE_NEEDS_LEAF;
        report_add(&page->report, &fault);
    }
}

/* Returns where the walk goes on. */
static NodeId apply_paragraph(Document *document, NodeId paragraph)
{
    NodeId table = apply_caption(document, paragraph);
    if (table)
        return table;
    apply_figure(document, paragraph);
    return node_following(document, NODE_NONE, paragraph);
}

static NodeId apply_node(Page *page, NodeId id, Arena *scratch)
{
    Document *document = page->text.document;
    NodeKind kind = node_at(document, id)->kind;
    if (kind == NODE_PARAGRAPH)
        return apply_paragraph(document, id);
    if (kind == NODE_QUOTE)
        apply_alert(page, id, scratch);
    else if (kind == NODE_IMAGE)
        check_alt(page, id, scratch);
    else if (kind == NODE_TABLE)
        apply_row_headers(document, id);
    else if (kind == NODE_DIRECTIVE)
        check_directive(page, id);
    return node_following(document, NODE_NONE, id);
}

void idiom_apply(Page *page, Arena *scratch)
{
    NodeId id = node_following(page->text.document, NODE_NONE, NODE_NONE);
    while (id) {
        ArenaMark mark = arena_mark(scratch);
        id = apply_node(page, id, scratch);
        arena_rewind(scratch, mark);
    }
}
