/* Raw HTML: what is allowed becomes elements of the tree, what is not gets a diagnostic that names
 * the way to write it; nothing passes unseen and nothing is dropped in silence. */
#include "shape/raw.h"

#include "markup/html.h"
#include "markup/xml.h"

/* What to write instead of an element that is not allowed. */
typedef struct RawAdvice {
    Slice name;
    Slice instead;
} RawAdvice;

static const RawAdvice advices[] = {
    {SLICE_INIT("b"), SLICE_INIT("**…**")},
    {SLICE_INIT("strong"), SLICE_INIT("**…**")},
    {SLICE_INIT("i"), SLICE_INIT("*…*")},
    {SLICE_INIT("em"), SLICE_INIT("*…*")},
    {SLICE_INIT("s"), SLICE_INIT("~~…~~")},
    {SLICE_INIT("code"), SLICE_INIT("`…`")},
    {SLICE_INIT("pre"), SLICE_INIT("```")},
    {SLICE_INIT("hr"), SLICE_INIT("---")},
    {SLICE_INIT("h1"), SLICE_INIT("title:")},
    {SLICE_INIT("h2"), SLICE_INIT("##")},
    {SLICE_INIT("h3"), SLICE_INIT("###")},
    {SLICE_INIT("h4"), SLICE_INIT("####")},
    {SLICE_INIT("font"), SLICE_INIT("[…]{…}")},
    {SLICE_INIT("center"), SLICE_INIT(":::")},
    {SLICE_INIT("script"), SLICE_INIT(":::")},
    {SLICE_INIT("style"), SLICE_INIT(":::")},
    {SLICE_INIT("iframe"), SLICE_INIT("[…](https://…)")},
    {SLICE_INIT("video"), SLICE_INIT("[…](https://…)")},
};

static Slice advice_for(Slice name)
{
    for (size_t i = 0; i < sizeof(advices) / sizeof(advices[0]); i++) {
        if (slice_equal(advices[i].name, name))
            return advices[i].instead;
    }
    return SLICE(":::");
}

static void add_fault(Page *page, DiagnosticCode code, uint32_t start, uint32_t end, Slice first,
                      Slice second)
{
    report_add(&page->report, &(Diagnostic){.code = code,
                                            .span = {page->text.source, start, end},
                                            .words = {first, second}});
}

static bool is_comment(Slice text)
{
    return slice_starts(slice_trim(text), SLICE("<!--"));
}

/* A comment takes the rest of its last line with it; one that never ends, all of the page. */
static void check_after_comment(Page *page, NodeId id)
{
    const Node *node = node_at(page->text.document, id);
    const Slice typed = span_text(node_span(page->text.document, id));
    size_t end = 0;
    if (!is_comment(typed))
        return; // an element that the linter has taken out
    if (!slice_find(typed, SLICE("-->"), &end)) {
        add_fault(page, DIAGNOSTIC_COMMENT_UNCLOSED, node->start,
                  node->start + (uint32_t) SLICE("<!--").size, (Slice){0}, (Slice){0});
        return;
    }
    const Slice rest = slice_trim(slice_from(typed, end + 3));
    const uint32_t start = node->start + (uint32_t) (rest.at - typed.at);
    if (rest.size > 0 && !is_comment(rest))
        add_fault(page, DIAGNOSTIC_HTML_AFTER_COMMENT, start, start + (uint32_t) rest.size,
                  (Slice){0}, (Slice){0});
}

static bool is_address(Slice name)
{
    return slice_equal(name, SLICE("href")) || slice_equal(name, SLICE("src"));
}

static void add_attribute(Page *page, NodeId node, const XmlNode *xml,
                          const XmlAttribute *attribute)
{
    Document *document = page->text.document;
    ElementDetail *element = node_at(document, node)->element;
    if (!html_is_content_attribute(attribute->name)) {
        add_fault(page, DIAGNOSTIC_RAW_ATTRIBUTE, attribute->name_start, attribute->name_end,
                  attribute->name, xml->name);
        return;
    }
    ElementAttribute *added = &element->attributes[element->attribute_count++];
    *added = (ElementAttribute){
        .name = slice_copy(document->arena, attribute->name),
        .value = slice_copy(document->arena, attribute->value.bytes),
        .value_start = attribute->value.start,
        .value_end = attribute->value.end,
    };
    if (is_address(added->name))
        added->reference =
            1 + document_add_reference(document, node, slice_equal(xml->name, SLICE("img")),
                                       added->value, added->value_start, added->value_end);
}

/* The node for one start tag; NODE_NONE and reported when the element is not allowed. */
static NodeId new_element(Page *page, const XmlNode *xml)
{
    Document *document = page->text.document;
    const HtmlElement *known = html_find_element(xml->name);
    if (!known || !(known->flags & HTML_CONTENT)) {
        add_fault(page, DIAGNOSTIC_RAW_ELEMENT, xml->start, xml->tag_end, xml->name,
                  advice_for(xml->name));
        return NODE_NONE;
    }
    NodeId node = node_new(document, NODE_ELEMENT, xml->start, xml->end);
    ElementDetail *element = ARENA_NEW(document->arena, ElementDetail);
    node_at(document, node)->element = element;
    element->name = slice_copy(document->arena, xml->name);
    element->is_block = (known->flags & HTML_BLOCK) != 0;
    element->is_void = (known->flags & HTML_VOID) != 0;
    element->attributes = ARENA_ARRAY(document->arena, ElementAttribute, xml->attribute_count);
    for (uint32_t i = 0; i < xml->attribute_count; i++)
        add_attribute(page, node, xml, &xml->attributes[i]);
    if (slice_equal(element->name, SLICE("img")) && !xml_find_attribute(xml, SLICE("alt")))
        add_fault(page, DIAGNOSTIC_IMAGE_ALT, xml->start, xml->tag_end, (Slice){0}, (Slice){0});
    return node;
}

#define OPEN_MAX 100

/* False and reported where a browser would move `xml` out of what stands around it. */
static bool check_nesting(Page *page, const XmlNode *xml)
{
    const HtmlElement *open[OPEN_MAX], *child = html_find_element(xml->name);
    size_t count = 0;
    for (const XmlNode *up = xml->parent; up && up->parent && count < OPEN_MAX; up = up->parent)
        count++;
    size_t row = count;
    for (const XmlNode *up = xml->parent; row > 0; up = up->parent)
        open[--row] = html_find_element(up->name);
    size_t at;
    if (!child || html_may_stand(open, count, child, &at))
        return true;
    Slice around = at < count && open[at] ? open[at]->name : SLICE("…");
    add_fault(page, DIAGNOSTIC_RAW_NESTING, xml->start, xml->tag_end, xml->name, around);
    return false;
}

/* Adds one XML node below `parent`; returns the new node, or NODE_NONE when it is refused. */
static NodeId add_node(Page *page, const XmlNode *xml, NodeId parent)
{
    Document *document = page->text.document;
    NodeId node;
    if (xml_is_text(xml)) {
        node = node_new(document, NODE_TEXT, xml->text.start, xml->text.end);
        node_at(document, node)->text = slice_copy(document->arena, xml->text.bytes);
    } else {
        if (!check_nesting(page, xml))
            return NODE_NONE;
        node = new_element(page, xml);
    }
    if (node)
        node_append(document, parent, node);
    return node;
}

/* The children of an XML tree below `parent`, in document order; depth is held by tidy. */
static void add_children(Page *page, const XmlNode *xml, NodeId parent)
{
    for (const XmlNode *child = xml->first_child; child; child = child->next) {
        NodeId node = add_node(page, child, parent);
        if (node && child->first_child)
            add_children(page, child, node);
    }
}

static void apply_block(Page *page, NodeId id, Arena *scratch)
{
    Document *document = page->text.document;
    XmlNode *root;
    TidyInput input = {node_span(document, id), node_at(document, id)->text, TIDY_CONTENT};
    if (!is_comment(input.text) && xml_read(scratch, &input, &page->report, &root)) {
        // The block itself holds the elements for a moment, then they take its place.
        add_children(page, root, id);
        node_unwrap(document, id);
        return;
    }
    if (is_comment(input.text))
        check_after_comment(page, id);
    node_remove(document, id);
}

/* The end tag of `name` among the siblings after `id`, counting those opened in between. */
static NodeId find_end(const Document *document, NodeId id, Slice name, Arena *scratch)
{
    int depth = 1;
    for (NodeId next = node_at(document, id)->next; next; next = node_at(document, next)->next) {
        const Node *node = node_at(document, next);
        if (node->kind != NODE_HTML_INLINE || is_comment(node->text))
            continue;
        Slice end = slice_print(scratch, "</%.*s", SLICE_FORMAT(name));
        Slice start = slice_print(scratch, "<%.*s", SLICE_FORMAT(name));
        if (slice_starts(node->text, end) && --depth == 0)
            return next;
        if (slice_starts(node->text, start))
            depth++;
    }
    return NODE_NONE;
}

/* The siblings between two tags become the children of the element. */
static void enclose(Document *document, NodeId start, NodeId end, NodeId element)
{
    NodeId parent = node_at(document, start)->parent;
    node_insert_after(document, parent, start, element);
    for (NodeId child; (child = node_at(document, element)->next) != end;) {
        node_remove(document, child);
        node_append(document, element, child);
    }
    node_at(document, element)->end = node_at(document, end)->end;
    node_remove(document, end);
}

static void apply_inline(Page *page, NodeId id, Arena *scratch)
{
    Document *document = page->text.document;
    XmlNode *tag;
    bool is_end;
    if (is_comment(node_at(document, id)->text)) {
        node_remove(document, id);
        return;
    }
    Span span = node_span(document, id);
    if (!xml_read_tag(scratch, span, &page->report, &tag, &is_end))
        return;
    NodeId element = is_end ? NODE_NONE : new_element(page, tag);
    if (is_end)
        add_fault(page, DIAGNOSTIC_RAW_UNOPENED, span.start, span.end, tag->name, (Slice){0});
    if (!element)
        return;
    NodeId parent = node_at(document, id)->parent;
    if (node_at(document, element)->element->is_void) {
        node_insert_after(document, parent, id, element);
    } else {
        NodeId end = find_end(document, id, tag->name, scratch);
        if (end)
            enclose(document, id, end, element);
        else
            add_fault(page, DIAGNOSTIC_RAW_UNCLOSED, span.start, span.end, tag->name, (Slice){0});
    }
    node_remove(document, id);
}

void raw_apply(Page *page, Arena *scratch)
{
    Document *document = page->text.document;
    // The array holds every node in the order typed; what is added here needs no second look.
    for (NodeId id = 1, count = (NodeId) document->count; id < count; id++) {
        const Node *node = node_at(document, id);
        if (node->kind == NODE_HTML_BLOCK)
            apply_block(page, id, scratch);
        else if (node->kind == NODE_HTML_INLINE && node->parent) // else it was an end tag
            apply_inline(page, id, scratch);
    }
}
