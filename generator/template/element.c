/* Compiles elements of HTML. */
#include "template/element.h"

#include "template/attribute.h"
#include "template/compile.h"
#include "template/content.h"
#include "template/part.h"

#include <assert.h>

/* How an element's tags are written: always, never, or as a test says. */
typedef struct Omit {
    bool always;
    bool has_test;
    uint16_t slot; /* true: the tag is written */
    uint32_t jump;
} Omit;

void element_push(Compiler *compiler, const HtmlElement *element, const XmlNode *node)
{
    assert(compiler->open_count < COMPILER_MAX_OPEN);
    compiler->open[compiler->open_count++] = (OpenElement){element, node};
}

void element_pop(Compiler *compiler)
{
    compiler->open_count--;
}

static void fail_unknown(Compiler *compiler, const XmlNode *node)
{
    Slice *known;
    size_t count = html_element_names(compiler->arena, &known);
    Slice words[2] = {node->name};
    compiler_unknown(compiler, DIAGNOSTIC_TEMPLATE_UNKNOWN_ELEMENT,
                     compiler_name_span(compiler, node), words, node->name,
                     (KnownWords){known, count});
}

static void fail_inside(Compiler *compiler, const XmlNode *node, const XmlNode *outer)
{
    Position position = source_position(compiler->component->source, outer->start);
    compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_NESTING_INSIDE,
                    compiler_name_span(compiler, node), node->name, outer->name,
                    slice_print(compiler->arena, "%u", position.line));
}

/* What stands in an element that is refused would only be refused again. */
static void check_nesting(Compiler *compiler, const XmlNode *node, const HtmlElement *element)
{
    const HtmlElement *open[COMPILER_MAX_OPEN] = {NULL};
    size_t base = compiler->nesting_base, count = compiler->open_count - base;
    for (size_t i = 0; i < count; i++)
        open[i] = compiler->open[base + i].element;
    size_t at = 0;
    if (html_may_stand(open, count, element, &at))
        return;
    compiler->nesting_base = compiler->open_count;
    if (at < count)
        fail_inside(compiler, node, compiler->open[base + at].node);
    else
        compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_NESTING_PARENT,
                        compiler_name_span(compiler, node), node->name, element->parents,
                        (Slice){0});
}

/* False: nobody knows what the element is. *ret_element may be NULL where it cannot be known. */
static bool find_element(Compiler *compiler, const XmlNode *node, const HtmlElement **ret_element)
{
    size_t hyphen;
    *ret_element = compiler->foreign > 0 ? NULL : html_find_element(node->name);
    if (*ret_element != NULL) {
        check_nesting(compiler, node, *ret_element);
        return true;
    }
    if (compiler->foreign > 0 || slice_find_byte(node->name, '-', &hyphen))
        return true;
    fail_unknown(compiler, node);
    return false;
}

static void read_omit(Compiler *compiler, const XmlNode *node, Omit *ret_omit)
{
    const XmlAttribute *attribute = xml_find_attribute(node, SLICE("t-omit"));
    *ret_omit = (Omit){0};
    if (attribute == NULL)
        return;
    ret_omit->always = attribute->is_bare || slice_trim(attribute->value.bytes).size == 0;
    if (ret_omit->always)
        return;
    Expression *test = compiler_expression(compiler, &attribute->value, attribute->value.bytes);
    if (test == NULL || !compiler_check_test(compiler, test))
        return;
    Expression *keep = expression_new(compiler->arena, EXPRESSION_NOT, test->start, test->end);
    keep->left = test;
    keep->type = (Type){.kind = TYPE_BOOL};
    ret_omit->has_test = true;
    ret_omit->slot = compiler_take_slot(compiler);
    Op *op = program_add(compiler->program, OP_LET, test->start);
    op->expression = keep;
    op->slot = ret_omit->slot;
}

static void begin_tag(Compiler *compiler, Omit *omit)
{
    if (!omit->has_test)
        return;
    Expression *kept = expression_new(compiler->arena, EXPRESSION_SLOT, 0, 0);
    kept->index = omit->slot;
    kept->type = (Type){.kind = TYPE_BOOL};
    omit->jump = (uint32_t) compiler->program->op_count;
    program_add(compiler->program, OP_UNLESS, 0)->expression = kept;
}

static void end_tag(Compiler *compiler, const Omit *omit)
{
    if (omit->has_test)
        program_land(compiler->program, omit->jump);
}

static void write_lang(Compiler *compiler, const XmlNode *node)
{
    if (xml_find_attribute(node, SLICE("t-lang")) == NULL || compiler->place_depth == 0)
        return;
    Op *op = program_add(compiler->program, OP_LANG_TAG, node->start);
    op->slot = (uint16_t) (compiler->place_depth - 1);
    op->size = slice_equal(node->name, SLICE("html"));
}

/* Browsers swallow white space on one side of what is isolated. */
static void check_space(Compiler *compiler, const XmlNode *node, const HtmlElement *element)
{
    bool is_isolated =
        slice_equal(node->name, SLICE("bdi")) || xml_find_attribute(node, SLICE("t-lang")) != NULL;
    const XmlNode *first = node->first_child;
    if (!is_isolated || first == NULL || element == NULL || (element->flags & HTML_BLOCK) != 0 ||
        (element->flags & HTML_PHRASING) == 0)
        return;
    const XmlNode *last = first;
    while (last->next != NULL)
        last = last->next;
    bool at_start =
        xml_is_text(first) && slice_trim_start(first->text.bytes).size < first->text.bytes.size;
    bool at_end =
        xml_is_text(last) && slice_trim_end(last->text.bytes).size < last->text.bytes.size;
    if (at_start || at_end)
        compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_SPACE, compiler_name_span(compiler, node),
                        node->name, (Slice){0}, (Slice){0});
}

static bool is_static(const XmlNode *node)
{
    for (const XmlNode *child = node->first_child; child != NULL; child = child->next) {
        if (!xml_is_text(child) || part_has_expression(&child->text))
            return false;
    }
    return true;
}

/* title, textarea, option: one string, guarded as a whole. */
static void compile_plain(Compiler *compiler, const XmlNode *node)
{
    if (is_static(node)) {
        compile_children(compiler, node, false);
        return;
    }
    compiler->is_plain = true;
    program_add(compiler->program, OP_STRING, node->start);
    compile_children(compiler, node, false);
    program_add(compiler->program, OP_STRING_END, node->start);
    compiler->is_plain = false;
}

static void compile_content(Compiler *compiler, const XmlNode *node, uint32_t flags)
{
    bool preserved = compiler->preserves;
    compiler->preserves = preserved || (flags & HTML_PRESERVES) != 0;
    compiler->foreign += (flags & HTML_FOREIGN) != 0;
    if ((flags & HTML_RAW) != 0) {
        for (const XmlNode *child = node->first_child; child != NULL; child = child->next) {
            if (xml_is_text(child))
                content_compile_raw(compiler, child, node->name);
        }
    } else if ((flags & HTML_PLAIN) != 0) {
        compile_plain(compiler, node);
    } else {
        compile_children(compiler, node, false);
    }
    compiler->foreign -= (flags & HTML_FOREIGN) != 0;
    compiler->preserves = preserved;
}

static bool refuse_in_plain(Compiler *compiler, const XmlNode *node)
{
    if (!compiler->is_plain)
        return false;
    Slice outer = compiler->open[compiler->open_count - 1].node->name;
    compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_PLACE_PLAIN, compiler_name_span(compiler, node),
                    outer, slice_print(compiler->arena, "<%.*s>", SLICE_FORMAT(node->name)),
                    (Slice){0});
    return true;
}

static void write_start(Compiler *compiler, const XmlNode *node, Omit *omit, bool closes_itself)
{
    if (omit->always)
        return;
    begin_tag(compiler, omit);
    program_text_byte(compiler->program, '<');
    program_text(compiler->program, node->name);
    write_lang(compiler, node);
    attribute_compile_all(compiler, node, node->name);
    program_text(compiler->program, closes_itself ? SLICE("/>") : SLICE(">"));
    end_tag(compiler, omit);
}

static void write_end(Compiler *compiler, const XmlNode *node, Omit *omit)
{
    if (omit->always)
        return;
    begin_tag(compiler, omit);
    program_text(compiler->program, SLICE("</"));
    program_text(compiler->program, node->name);
    program_text_byte(compiler->program, '>');
    end_tag(compiler, omit);
}

static void compile_found(Compiler *compiler, const XmlNode *node, const HtmlElement *element)
{
    uint32_t flags = element != NULL ? element->flags : 0;
    if (compiler->foreign > 0 && slice_equal(node->name, SLICE("title")))
        flags = HTML_PLAIN;
    if (compiler->open_count == 0 && slice_equal(node->name, SLICE("html")))
        compiler->component->is_html = true;
    bool is_alone = (flags & HTML_VOID) != 0;
    bool closes_itself = compiler->foreign > 0 && node->first_child == NULL;
    Omit omit;
    read_omit(compiler, node, &omit);
    check_space(compiler, node, element);
    write_start(compiler, node, &omit, closes_itself);
    if (is_alone || closes_itself)
        return;
    element_push(compiler, element, node);
    compile_content(compiler, node, flags);
    element_pop(compiler);
    write_end(compiler, node, &omit);
}

void element_compile(Compiler *compiler, const XmlNode *node)
{
    const HtmlElement *element;
    size_t base = compiler->nesting_base;
    if (!refuse_in_plain(compiler, node) && find_element(compiler, node, &element))
        compile_found(compiler, node, element);
    compiler->nesting_base = base;
}

void element_compile_computed(Compiler *compiler, const XmlNode *node)
{
    const XmlAttribute *name = xml_find_attribute(node, SLICE("name"));
    if (refuse_in_plain(compiler, node))
        return;
    if (name == NULL) {
        compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_MISSING_PARAMETER,
                        compiler_name_span(compiler, node), SLICE("t-element"), SLICE("name"),
                        (Slice){0});
        return;
    }
    Expression *value = attribute_read_value(compiler, &name->value, CONTEXT_MACHINE);
    if (value == NULL || !compiler_require(compiler, value))
        return;
    Omit omit;
    uint16_t slot = compiler_take_slot(compiler);
    read_omit(compiler, node, &omit);
    if (!omit.always) {
        begin_tag(compiler, &omit);
        Op *op = program_add(compiler->program, OP_TAG, value->start);
        op->expression = value;
        op->slot = slot;
        write_lang(compiler, node);
        attribute_compile_all(compiler, node, (Slice){0});
        program_text_byte(compiler->program, '>');
        end_tag(compiler, &omit);
    }
    element_push(compiler, NULL, node);
    compile_children(compiler, node, false);
    element_pop(compiler);
    if (!omit.always) {
        begin_tag(compiler, &omit);
        program_add(compiler->program, OP_TAG_END, value->start)->slot = slot;
        end_tag(compiler, &omit);
    }
}
