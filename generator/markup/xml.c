/* Door to libxml2: tidied HTML in, our own tree with places out. */
#include "markup/xml.h"

#include "base/arena.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include <assert.h>
#include <string.h>

/* The first thing libxml2 had to say. */
typedef struct XmlFault {
    bool is_set;
    uint32_t line;
    char words[128];
} XmlFault;

typedef struct Copy {
    Arena *arena;
    const Tidied *tidied;
    size_t event; /* the last tag passed; the text that follows is its run */
    XmlNode *parent;
    XmlNode *last; /* the child of `parent` that was made last */
    char *text;    /* the bytes of `last`, where it is a text and may still grow */
} Copy;

static void keep_first_fault(void *context, xmlErrorPtr error)
{
    XmlFault *fault = ((xmlParserCtxtPtr) context)->_private;
    if (fault->is_set || error->level < XML_ERR_ERROR || error->message == NULL)
        return;
    fault->is_set = true;
    fault->line = error->line > 0 ? (uint32_t) error->line : 1;
    size_t size = strcspn(error->message, "\n");
    if (size >= sizeof fault->words)
        size = sizeof fault->words - 1;
    memcpy(fault->words, error->message, size);
}

/* Tidying moves no line, so the line of the XML is the line of the text. */
static uint32_t place_of_line(const TidyInput *input, uint32_t line)
{
    Slice rest = span_text(input->span);
    Slice text = {0};
    for (uint32_t i = 0; i < line; i++)
        if (!slice_cut_line(&rest, &text))
            break;
    return text.at != NULL ? span_of(input->span.source, text).start : input->span.start;
}

static void report_fault(const TidyInput *input, const XmlFault *fault, Report *report)
{
    const uint32_t place = place_of_line(input, fault->line);
    const bool is_template = input->mode == TIDY_TEMPLATE;
    report_add(report, &(Diagnostic){.code = is_template ? DIAGNOSTIC_TEMPLATE_SYNTAX_XML
                                                         : DIAGNOSTIC_HTML_XML,
                                     .span = {input->span.source, place, place},
                                     .words = {slice_of_string(fault->words)}});
}

static Slice copy_name(Arena *arena, const xmlChar *name, const xmlNs *namespace)
{
    const Slice local = slice_of_string((const char *) name);
    if (namespace == NULL || namespace->prefix == NULL)
        return slice_copy(arena, local);
    const Slice prefix = slice_of_string((const char *) namespace->prefix);
    return slice_join(arena, (Slice[]){prefix, local}, 2, SLICE(":"));
}

static XmlText text_of_run(const Copy *copy, const TidyRun *run, Slice bytes)
{
    return (XmlText){.bytes = bytes,
                     .start = run->start,
                     .end = run->end,
                     .shifts =
                         run->shift_count > 0 ? &copy->tidied->shifts[run->first_shift] : NULL,
                     .shift_count = run->shift_count};
}

/* libxml2 cuts text into pieces at comments and entities. */
static char *add_bytes(Arena *arena, char *text, size_t size, const xmlChar *piece)
{
    const size_t piece_size = strlen((const char *) piece);
    text = arena_extend_raw(arena, text, size, size + piece_size, 1);
    memcpy(text + size, piece, piece_size);
    return text;
}

static Slice copy_value(Arena *arena, const xmlAttr *attr)
{
    char *value = NULL;
    size_t size = 0;
    for (const xmlNode *piece = attr->children; piece != NULL; piece = piece->next) {
        if (piece->type != XML_TEXT_NODE)
            continue;
        value = add_bytes(arena, value, size, piece->content);
        size += strlen((const char *) piece->content);
    }
    return (Slice){value, size};
}

static void copy_attributes(const Copy *copy, const xmlNode *from, XmlNode *to)
{
    const TidyEvent *event = &copy->tidied->events[copy->event];
    to->attributes = ARENA_ARRAY(copy->arena, XmlAttribute, event->attribute_count);
    for (const xmlAttr *attr = from->properties; attr != NULL; attr = attr->next) {
        assert(to->attribute_count < event->attribute_count);
        const TidyAttribute *place =
            &copy->tidied->attributes[event->first_attribute + to->attribute_count];
        const Slice value = copy_value(copy->arena, attr);
        assert(value.size == place->value.text_size);
        to->attributes[to->attribute_count++] =
            (XmlAttribute){.name = copy_name(copy->arena, attr->name, attr->ns),
                           .name_start = place->name_start,
                           .name_end = place->name_end,
                           .value = text_of_run(copy, &place->value, value),
                           .is_bare = place->is_bare};
    }
}

static void hang(Copy *copy, XmlNode *node)
{
    node->parent = copy->parent;
    if (copy->last != NULL)
        copy->last->next = node;
    else if (copy->parent != NULL)
        copy->parent->first_child = node;
    copy->last = node;
}

static XmlNode *enter_element(Copy *copy, const xmlNode *from)
{
    const TidyEvent *event = &copy->tidied->events[copy->event];
    XmlNode *node = ARENA_NEW(copy->arena, XmlNode);
    assert(!event->is_end);
    node->name = copy_name(copy->arena, from->name, from->ns);
    node->start = event->start;
    node->tag_end = node->end = event->end;
    copy_attributes(copy, from, node);
    hang(copy, node);
    if (!event->is_empty) {
        copy->parent = node;
        copy->last = NULL;
    }
    return node;
}

static void leave_element(Copy *copy)
{
    const TidyEvent *event = &copy->tidied->events[++copy->event];
    assert(event->is_end && copy->parent != NULL);
    copy->parent->end = event->end;
    copy->last = copy->parent;
    copy->parent = copy->parent->parent;
}

static void take_text(Copy *copy, const xmlNode *from)
{
    if (copy->last == NULL || !xml_is_text(copy->last)) {
        const TidyRun *run = &copy->tidied->events[copy->event].run;
        XmlNode *node = ARENA_NEW(copy->arena, XmlNode);
        node->text = text_of_run(copy, run, (Slice){0});
        node->start = run->start;
        node->tag_end = node->end = run->end;
        hang(copy, node);
        copy->text = NULL;
    }
    Slice *bytes = &copy->last->text.bytes;
    copy->text = add_bytes(copy->arena, copy->text, bytes->size, from->content);
    *bytes = (Slice){copy->text, bytes->size + strlen((const char *) from->content)};
}

static const xmlNode *following(Copy *copy, const xmlNode *top, const xmlNode *from)
{
    if (from->type == XML_ELEMENT_NODE) {
        if (from->children != NULL)
            return from->children;
        if (!copy->tidied->events[copy->event].is_empty)
            leave_element(copy);
    }
    while (from->next == NULL) {
        from = from->parent;
        if (from == top)
            return NULL;
        leave_element(copy);
    }
    return from->next;
}

/* Both trees are walked in the order of the text, and so are the events. */
static XmlNode *copy_tree(Arena *arena, const Tidied *tidied, const xmlNode *top)
{
    Copy copy = {.arena = arena, .tidied = tidied};
    XmlNode *root = enter_element(&copy, top);
    const xmlNode *from = top->children;
    while (from != NULL) {
        if (from->type == XML_ELEMENT_NODE) {
            copy.event++;
            enter_element(&copy, from);
        } else if (from->type == XML_TEXT_NODE) {
            take_text(&copy, from);
        }
        from = following(&copy, top, from);
    }
    return root;
}

void xml_prepare(void)
{
    xmlInitParser();
}

bool xml_read(Arena *arena, const TidyInput *input, Report *report, XmlNode **ret_root)
{
    Tidied tidied;
    XmlFault fault = {0};
    if (!tidy_read(arena, input, report, &tidied))
        return false;
    xmlParserCtxtPtr context = xmlNewParserCtxt();
    if (context == NULL)
        arena_out_of_memory(tidied.xml.size);
    context->_private = &fault;
    context->sax->serror = keep_first_fault;
    // the size fits: templates and pages have limits far below
    xmlDocPtr doc = xmlCtxtReadMemory(context, tidied.xml.at, (int) tidied.xml.size, NULL, "UTF-8",
                                      XML_PARSE_NONET | XML_PARSE_BIG_LINES);
    const bool is_fine = doc != NULL && !fault.is_set;
    if (is_fine)
        *ret_root = copy_tree(arena, &tidied, xmlDocGetRootElement(doc));
    else
        report_fault(input, &fault, report);
    xmlFreeDoc(doc);
    xmlFreeParserCtxt(context);
    return is_fine;
}

bool xml_read_template(Arena *arena, const Source *source, Report *report, XmlNode **ret_root)
{
    const uint32_t start = slice_starts(source->bytes, SLICE("\xEF\xBB\xBF")) ? 3 : 0;
    const Span span = {source, start, (uint32_t) source->bytes.size};
    const TidyInput input = {.span = span, .text = span_text(span), .mode = TIDY_TEMPLATE};
    return xml_read(arena, &input, report, ret_root);
}

bool xml_read_tag(Arena *arena, Span span, Report *report, XmlNode **ret_tag, bool *ret_is_end)
{
    const TidyInput input = {.span = span, .text = span_text(span), .mode = TIDY_TAG};
    XmlNode *root;
    if (!xml_read(arena, &input, report, &root))
        return false;
    *ret_tag =
        root->first_child != NULL && !xml_is_text(root->first_child) ? root->first_child : NULL;
    *ret_is_end = slice_starts(input.text, SLICE("</"));
    return true;
}

const XmlAttribute *xml_find_attribute(const XmlNode *node, Slice name)
{
    for (uint32_t i = 0; i < node->attribute_count; i++)
        if (slice_equal(node->attributes[i].name, name))
            return &node->attributes[i];
    return NULL;
}

XmlNode *xml_following(const XmlNode *root, const XmlNode *node)
{
    if (node->first_child != NULL)
        return node->first_child;
    while (node != root && node->next == NULL)
        node = node->parent;
    return node != root ? node->next : NULL;
}

uint32_t xml_offset(const XmlText *text, size_t offset)
{
    if (offset >= text->bytes.size || text->shift_count == 0)
        return text->end;
    size_t low = 0;
    size_t high = text->shift_count;
    while (low + 1 < high) {
        const size_t middle = (low + high) / 2;
        if (text->shifts[middle].text <= offset)
            low = middle;
        else
            high = middle;
    }
    return text->shifts[low].source + (uint32_t) (offset - text->shifts[low].text);
}

Span xml_span(const Source *source, const XmlText *text, Slice part)
{
    const size_t start = (size_t) (part.at - text->bytes.at);
    assert(start + part.size <= text->bytes.size);
    return (Span){source, xml_offset(text, start), xml_offset(text, start + part.size)};
}

bool xml_find_entity(Slice name, uint32_t *ret_code_point)
{
    char string[16];
    if (name.size >= sizeof string)
        return false;
    memcpy(string, name.at, name.size);
    string[name.size] = '\0';
    const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *) string);
    if (entity == NULL)
        return false;
    *ret_code_point = entity->value;
    // HTML 4 meant the mathematical brackets and named the CJK ones
    if (strcmp(string, "lang") == 0)
        *ret_code_point = 0x27E8;
    if (strcmp(string, "rang") == 0)
        *ret_code_point = 0x27E9;
    return true;
}
