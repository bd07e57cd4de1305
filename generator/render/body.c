/* The document tree as HTML: blocks and plain inlines. Links, tables and notes have files of their
 * own. */
#include "render/body.h"

#include "render/body_part.h"
#include "text/digit.h"

static void write_node(BodyWriter *writer, NodeId id);

/* The tree is at most NODE_MAX_DEPTH deep. */
void body_write_children(BodyWriter *writer, NodeId parent)
{
    const Document *document = writer->document;
    for (NodeId id = node_at(document, parent)->first_child; id; id = node_at(document, id)->next)
        write_node(writer, id);
}

void body_fill_children(Run *run, void *slot)
{
    (void) run;
    const BodySlot *place = slot;
    body_write_children(place->writer, place->node);
}

bool body_run_hook(BodyWriter *writer, Hook hook, const Datum *arguments, NodeId node)
{
    const Component *component = writer->site->plan->hooks[hook];
    if (!component)
        return false;
    BodySlot slot = {writer, node};
    run_hook(writer->run, component, hook, arguments, body_fill_children, &slot);
    return true;
}

void body_write_flags(BodyWriter *writer, const Node *node)
{
    if (node->flags & NODE_LTR)
        body_add(writer, SLICE(" dir=\"ltr\""));
    else if (node->flags & NODE_RTL)
        body_add(writer, SLICE(" dir=\"rtl\""));
    if (node->flags & NODE_NOWRAP)
        body_add(writer, SLICE(" class=\"nowrap\""));
}

void body_write_number(BodyWriter *writer, int64_t number)
{
    digit_write_int(writer->language->digits, number, body_out(writer));
}

/* <name dir class>children</name> */
static void write_wrapped(BodyWriter *writer, NodeId id, Slice name)
{
    html_open_tag(body_out(writer), name);
    body_write_flags(writer, node_at(writer->document, id));
    html_close_tag(body_out(writer));
    body_write_children(writer, id);
    html_end(body_out(writer), name);
}

static void write_paragraph(BodyWriter *writer, NodeId id)
{
    const Node *node = node_at(writer->document, id);
    bool has_direction = (node->flags & (NODE_LTR | NODE_RTL)) != 0;
    if (writer->is_tight && !has_direction)
        body_write_children(writer, id);
    else
        write_wrapped(writer, id, writer->is_tight ? SLICE("span") : SLICE("p"));
}

/* The final id: link may have given a translation the id of its original. */
static Slice heading_anchor(const BodyWriter *writer, NodeId id)
{
    const PageShape *shape = &writer->owner->shape;
    for (size_t i = 0; i < shape->heading_count; i++) {
        if (shape->headings[i].node == id)
            return writer->owner->links.anchors[i];
    }
    return node_at(writer->document, id)->heading->anchor;
}

static void write_heading(BodyWriter *writer, NodeId id)
{
    const Node *node = node_at(writer->document, id);
    Slice anchor = heading_anchor(writer, id);
    const Datum arguments[] = {
        {.integer = node->level},
        {.text = {anchor, NULL}},
    };
    if (body_run_hook(writer, HOOK_HEADING, arguments, id))
        return;
    char name[] = {'h', (char) ('0' + node->level)};
    Slice element = {name, sizeof name};
    html_open_tag(body_out(writer), element);
    html_attribute(body_out(writer), SLICE("id"), anchor);
    html_close_tag(body_out(writer));
    body_write_children(writer, id);
    html_end(body_out(writer), element);
}

static void write_quote(BodyWriter *writer, NodeId id)
{
    if (!body_run_hook(writer, HOOK_QUOTE, NULL, id))
        write_wrapped(writer, id, SLICE("blockquote"));
}

static Slice alert_title(BodyWriter *writer, AlertKind kind)
{
    Buffer title;
    buffer_init(&title, writer->run->scratch, MESSAGE_MAX_SIZE);
    interface_write(writer->site, writer->language,
                    (InterfaceText) ((int) INTERFACE_ALERT_NOTE + (int) kind), NULL, &title);
    return buffer_slice(&title);
}

static void write_alert(BodyWriter *writer, NodeId id)
{
    static const Slice words[] = {SLICE_INIT("note"), SLICE_INIT("tip"), SLICE_INIT("important"),
                                  SLICE_INIT("warning"), SLICE_INIT("caution")};
    const Node *node = node_at(writer->document, id);
    Slice title = alert_title(writer, node->level);
    const Datum arguments[] = {
        {.word = node->level},
        {.text = {title, writer->language}},
    };
    if (body_run_hook(writer, HOOK_ALERT, arguments, id))
        return;
    body_add(writer, SLICE("<aside class=\"alert "));
    body_add(writer, words[node->level]);
    body_add(writer, SLICE("\"><p>"));
    run_write_text(writer->run, (Text){title, writer->language});
    body_add(writer, SLICE("</p>"));
    body_write_children(writer, id);
    body_add(writer, SLICE("</aside>"));
}

static void write_task(BodyWriter *writer, const Node *item)
{
    bool is_done = (item->flags & NODE_DONE) != 0;
    Buffer label;
    buffer_init(&label, writer->run->scratch, MESSAGE_MAX_SIZE);
    interface_write(writer->site, writer->language,
                    is_done ? INTERFACE_TASK_DONE : INTERFACE_TASK_OPEN, NULL, &label);
    body_add(writer, SLICE("<input type=\"checkbox\" disabled"));
    if (is_done)
        body_add(writer, SLICE(" checked"));
    html_attribute(body_out(writer), SLICE("aria-label"), buffer_slice(&label));
    body_add(writer, SLICE("> "));
}

static void write_item(BodyWriter *writer, NodeId id)
{
    const Node *node = node_at(writer->document, id);
    html_open_tag(body_out(writer), SLICE("li"));
    if (node->flags & NODE_TASK)
        html_attribute(body_out(writer), SLICE("class"), SLICE("task"));
    body_write_flags(writer, node);
    html_close_tag(body_out(writer));
    if (node->flags & NODE_TASK)
        write_task(writer, node);
    bool was_tight = writer->is_tight;
    writer->is_tight = (node_at(writer->document, node->parent)->flags & NODE_TIGHT) != 0;
    body_write_children(writer, id);
    writer->is_tight = was_tight;
    html_end(body_out(writer), SLICE("li"));
}

static bool has_tasks(const Document *document, NodeId list)
{
    NodeId item = node_at(document, list)->first_child;
    return item && (node_at(document, item)->flags & NODE_TASK);
}

static void write_list(BodyWriter *writer, NodeId id)
{
    const Node *node = node_at(writer->document, id);
    bool is_ordered = (node->flags & NODE_ORDERED) != 0;
    const Datum arguments[] = {
        {.truth = is_ordered},
        {.integer = node->number},
        {.truth = has_tasks(writer->document, id)},
    };
    if (body_run_hook(writer, HOOK_LIST, arguments, id))
        return;
    Slice name = is_ordered ? SLICE("ol") : SLICE("ul");
    html_open_tag(body_out(writer), name);
    if (is_ordered && node->number != 1) {
        body_add(writer, SLICE(" start=\""));
        buffer_add_int(body_out(writer), node->number);
        body_add(writer, SLICE("\""));
    }
    body_write_flags(writer, node);
    html_close_tag(body_out(writer));
    body_write_children(writer, id);
    html_end(body_out(writer), name);
}

static void write_code_block(BodyWriter *writer, NodeId id)
{
    const CodeDetail *code = node_at(writer->document, id)->code;
    const Datum arguments[] = {
        {.text = {code->language, NULL}, .is_absent = code->language.size == 0},
        {.text = {code->title, writer->language}, .is_absent = code->title.size == 0},
        {.text = {code->text, NULL}},
    };
    if (body_run_hook(writer, HOOK_CODE, arguments, id))
        return;
    body_add(writer, SLICE("<pre dir=\"ltr\"><code"));
    if (code->language.size > 0) {
        body_add(writer, SLICE(" class=\"language-"));
        html_escape_value(body_out(writer), code->language);
        body_add(writer, SLICE("\""));
    }
    body_add(writer, SLICE(">"));
    html_escape(body_out(writer), code->text);
    body_add(writer, SLICE("</code></pre>"));
}

static void write_code(BodyWriter *writer, NodeId id)
{
    body_add(writer, SLICE("<code dir=\"ltr\">"));
    html_escape(body_out(writer), node_at(writer->document, id)->text);
    body_add(writer, SLICE("</code>"));
}

static void write_directive(BodyWriter *writer, NodeId id)
{
    const DirectiveDetail *directive = node_at(writer->document, id)->directive;
    const Component *component =
        template_find_directive(writer->site->template_set, directive->name);
    if (!component)
        return; // shape has reported it
    BodySlot slot = {writer, id};
    bool was_tight = writer->is_tight;
    writer->is_tight = false;
    run_directive(writer->run, component, directive, writer->document->source, body_fill_children,
                  &slot);
    writer->is_tight = was_tight;
}

/* What a component inside the phrase takes for the language of its place. */
static const Language *span_language(const BodyWriter *writer, const SpanDetail *span)
{
    if (span->language.size == 0)
        return writer->run->language;
    const Language *known = languages_find(writer->site->settings.languages, span->language);
    return known ? known : language_new(writer->run->scratch, span->language, DIRECTION_NONE);
}

/* A phrase in another language: <bdi lang dir>. */
static void write_span(BodyWriter *writer, NodeId id)
{
    const Node *node = node_at(writer->document, id);
    if (node->span->language.size == 0 && !(node->flags & (NODE_LTR | NODE_RTL))) {
        body_write_children(writer, id);
        return;
    }
    html_open_tag(body_out(writer), SLICE("bdi"));
    if (node->span->language.size > 0)
        html_attribute(body_out(writer), SLICE("lang"), node->span->language);
    body_write_flags(writer, node);
    html_close_tag(body_out(writer));
    const Language *place = run_set_language(writer->run, span_language(writer, node->span));
    body_write_children(writer, id);
    run_set_language(writer->run, place);
    html_end(body_out(writer), SLICE("bdi"));
}

static void write_rule(BodyWriter *writer, NodeId id)
{
    (void) id;
    body_add(writer, SLICE("<hr>"));
}

static void write_text(BodyWriter *writer, NodeId id)
{
    html_escape(body_out(writer), node_at(writer->document, id)->text);
}

static void write_soft_break(BodyWriter *writer, NodeId id)
{
    (void) id;
    body_add(writer, SLICE("\n"));
}

static void write_line_break(BodyWriter *writer, NodeId id)
{
    (void) id;
    body_add(writer, SLICE("<br>"));
}

static void write_emphasis(BodyWriter *writer, NodeId id)
{
    write_wrapped(writer, id, SLICE("em"));
}

static void write_strong(BodyWriter *writer, NodeId id)
{
    write_wrapped(writer, id, SLICE("strong"));
}

static void write_strike(BodyWriter *writer, NodeId id)
{
    write_wrapped(writer, id, SLICE("del"));
}

static void write_isolate(BodyWriter *writer, NodeId id)
{
    write_wrapped(writer, id, SLICE("bdi"));
}

typedef void (*NodeWriter)(BodyWriter *writer, NodeId id);

/* Kinds without a writer are written by the node above them, or have been reported by shape. */
static const NodeWriter node_writers[NODE_KIND_COUNT] = {
    [NODE_PARAGRAPH] = write_paragraph,
    [NODE_HEADING] = write_heading,
    [NODE_QUOTE] = write_quote,
    [NODE_LIST] = write_list,
    [NODE_ITEM] = write_item,
    [NODE_CODE_BLOCK] = write_code_block,
    [NODE_RULE] = write_rule,
    [NODE_TABLE] = body_write_table,
    [NODE_DIRECTIVE] = write_directive,
    [NODE_ALERT] = write_alert,
    [NODE_FIGURE] = body_write_figure,
    [NODE_ELEMENT] = body_write_element,
    [NODE_TEXT] = write_text,
    [NODE_SOFT_BREAK] = write_soft_break,
    [NODE_LINE_BREAK] = write_line_break,
    [NODE_CODE] = write_code,
    [NODE_EMPHASIS] = write_emphasis,
    [NODE_STRONG] = write_strong,
    [NODE_STRIKE] = write_strike,
    [NODE_LINK] = body_write_link,
    [NODE_IMAGE] = body_write_image,
    [NODE_FOOTNOTE_MARK] = body_write_footnote_mark,
    [NODE_SPAN] = write_span,
    [NODE_ISOLATE] = write_isolate,
};

static void write_node(BodyWriter *writer, NodeId id)
{
    NodeWriter write = node_writers[node_at(writer->document, id)->kind];
    if (write)
        write(writer, id);
}

void body_write(BodyWriter *writer)
{
    body_write_children(writer, NODE_NONE);
    body_write_footnotes(writer);
}

void body_write_inlines(BodyWriter *writer, NodeId parent)
{
    body_write_children(writer, parent);
}
