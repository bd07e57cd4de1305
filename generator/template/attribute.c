/* Compiles attributes. */
#include "template/attribute.h"

#include "template/content.h"
#include "template/part.h"
#include "template/target.h"

static const Slice flow_names[] = {
    SLICE_INIT("t-if"),   SLICE_INIT("t-else"),  SLICE_INIT("t-for"),  SLICE_INIT("t-let"),
    SLICE_INIT("t-lang"), SLICE_INIT("t-attrs"), SLICE_INIT("t-omit"),
};

#define FLOW_COUNT (sizeof flow_names / sizeof *flow_names)

static bool is_among(Slice name, const Slice *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (slice_equal(words[i], name))
            return true;
    }
    return false;
}

static void fail_name(Compiler *compiler, const XmlAttribute *attribute, const Slice *known,
                      size_t count)
{
    Slice words[2] = {attribute->name};
    compiler_unknown(compiler, DIAGNOSTIC_TEMPLATE_UNKNOWN_ATTRIBUTE,
                     compiler_span(compiler, attribute->name_start, attribute->name_end), words,
                     attribute->name, (KnownWords){known, count});
}

static void fault(Compiler *compiler, DiagnosticCode code, const XmlAttribute *attribute,
                  Slice word)
{
    compiler_fault(compiler, code, attribute->name_start, attribute->name_end, word, (Slice){0});
}

void attribute_check_own(Compiler *compiler, const XmlNode *node, const Slice *known, size_t count)
{
    for (uint32_t i = 0; i < node->attribute_count; i++) {
        const XmlAttribute *attribute = &node->attributes[i];
        if (!is_among(attribute->name, flow_names, FLOW_COUNT) &&
            !is_among(attribute->name, known, count))
            fail_name(compiler, attribute, known, count);
    }
}

static Expression *letters(Compiler *compiler, Slice bytes, Span span)
{
    Expression *node = expression_new(compiler->arena, EXPRESSION_CONSTANT, span.start, span.end);
    node->type = (Type){.kind = TYPE_TEXT};
    node->value.text.bytes = bytes;
    return node;
}

static Expression *join(Compiler *compiler, const XmlText *text, Expression **parts, uint32_t count)
{
    Expression *node = expression_new(compiler->arena, EXPRESSION_JOIN, text->start, text->end);
    node->type = (Type){.kind = TYPE_TEXT};
    node->parts = parts;
    node->argument_count = count;
    return node;
}

Expression *attribute_read_value(Compiler *compiler, const XmlText *text, Context context)
{
    Expression **parts = NULL;
    size_t capacity = 0;
    uint32_t count = 0;
    size_t offset = 0;
    Part part;
    Span span = compiler_span(compiler, text->start, text->end);
    if (!part_has_expression(text))
        return letters(compiler, part_plain(compiler, text), span);
    while (part_next(compiler, text, &offset, &part)) {
        Expression *node = part.is_expression
                               ? compiler_expression(compiler, text, part.text)
                               : letters(compiler, part.text,
                                         xml_span(compiler->component->source, text, part.text));
        if (node == NULL)
            return NULL;
        parts = arena_grow(compiler->arena, parts, sizeof(Expression *), count, &capacity);
        parts[count++] = node;
    }
    if (count <= 1)
        return count == 1 ? parts[0] : NULL;
    for (uint32_t i = 0; i < count; i++) {
        bool is_letters = parts[i]->kind == EXPRESSION_CONSTANT;
        if (!compiler_require(compiler, parts[i]) ||
            (!is_letters && !context_is_address(context) &&
             !content_check_type(compiler, parts[i], context)))
            return NULL;
    }
    return join(compiler, text, parts, count);
}

static void write_static(Compiler *compiler, Slice name, Slice value)
{
    Buffer out;
    buffer_init(&out, compiler->arena, (size_t) TIDY_MAX_VALUE_SIZE * 6);
    html_attribute(&out, name, value);
    program_text(compiler->program, buffer_slice(&out));
}

static void write_value(Compiler *compiler, const XmlAttribute *attribute, Context context,
                        Expression *value)
{
    Op *op = program_add(compiler->program, OP_ATTRIBUTE, attribute->name_start);
    op->name = attribute->name;
    op->context = (uint8_t) context;
    op->expression = value;
    op->slot = html_is_boolean_attribute(attribute->name);
}

static bool is_ids(Slice text)
{
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char) text.at[i];
        if (byte < 0x20 || byte > 0x7E)
            return false;
    }
    return true;
}

static void compile_letters(Compiler *compiler, const XmlAttribute *attribute, Context context,
                            Expression *value)
{
    Slice text = value->value.text.bytes;
    Span span = compiler_span(compiler, attribute->value.start, attribute->value.end);
    if (context == CONTEXT_HUMAN && !slice_equal(attribute->name, SLICE("content")))
        content_check_letters(compiler, text, span);
    if (context == CONTEXT_ID && !is_ids(text)) {
        compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_TYPE_WANTED, span, attribute->name,
                        SLICE("an id in ASCII"),
                        slice_print(compiler->arena, "“%.*s”", SLICE_FORMAT(text)));
        return;
    }
    if (context_is_address(context)) {
        Url url;
        TargetPlace place = {attribute->name, context, span};
        if (!target_check(compiler, text, &place, &url))
            return;
        if (url.kind == URL_EXTERNAL) {
            value->type = (Type){.kind = TYPE_URL};
            value->value.url = url;
            write_value(compiler, attribute, context, value);
            return;
        }
    }
    write_static(compiler, attribute->name, text);
}

static void compile_value(Compiler *compiler, const XmlAttribute *attribute, Context context)
{
    Expression *value = attribute_read_value(compiler, &attribute->value, context);
    if (value == NULL)
        return;
    Span span = compiler_span(compiler, attribute->value.start, attribute->value.end);
    TargetPlace place = {attribute->name, context, span};
    if (value->kind == EXPRESSION_JOIN) {
        if (!context_is_address(context) || target_check_parts(compiler, value, &place))
            write_value(compiler, attribute, context, value);
    } else if (!part_has_expression(&attribute->value)) {
        compile_letters(compiler, attribute, context, value);
    } else {
        bool is_switch =
            html_is_boolean_attribute(attribute->name) && value->type.kind == TYPE_BOOL;
        if (is_switch || content_check_type(compiler, value, context))
            write_value(compiler, attribute, context, value);
    }
}

/* A literal dir was settled with the place; here it is only written. */
static void compile_dir(Compiler *compiler, const XmlAttribute *attribute, Slice element)
{
    Slice value = attribute->value.bytes;
    bool may_be_auto =
        slice_equal(element, SLICE("input")) || slice_equal(element, SLICE("textarea"));
    if (slice_equal(value, SLICE("ltr")) || slice_equal(value, SLICE("rtl")) ||
        (slice_equal(value, SLICE("auto")) && may_be_auto))
        write_static(compiler, attribute->name, value);
    else
        compiler_fault(compiler, DIAGNOSTIC_TEMPLATE_DIR, attribute->value.start,
                       attribute->value.end, value, (Slice){0});
}

static bool has_capital(Slice name)
{
    for (size_t i = 0; i < name.size; i++) {
        if (name.at[i] >= 'A' && name.at[i] <= 'Z')
            return true;
    }
    return false;
}

static void compile_one(Compiler *compiler, const XmlAttribute *attribute, Slice element)
{
    Slice name = attribute->name;
    Context context = context_of_attribute(element, name);
    if (slice_starts(name, SLICE("t-"))) {
        if (!is_among(name, flow_names, FLOW_COUNT))
            fail_name(compiler, attribute, flow_names, FLOW_COUNT);
    } else if (slice_equal(name, SLICE("lang")) || slice_equal(name, SLICE("xml:lang"))) {
        fault(compiler, DIAGNOSTIC_TEMPLATE_LANG, attribute, (Slice){0});
    } else if (context == CONTEXT_NOWHERE) {
        fault(compiler, DIAGNOSTIC_TEMPLATE_ATTRIBUTE, attribute, name);
    } else if (compiler->foreign == 0 && has_capital(name)) {
        fail_name(compiler, attribute, NULL, 0);
    } else if (slice_equal(name, SLICE("dir"))) {
        compile_dir(compiler, attribute, element);
    } else if (attribute->is_bare) {
        program_text_byte(compiler->program, ' ');
        program_text(compiler->program, name);
    } else {
        compile_value(compiler, attribute, context);
    }
}

/* t-attrs: what is written out wins. */
static void compile_added(Compiler *compiler, const XmlNode *node, const XmlAttribute *attribute)
{
    Expression *value = compiler_expression(compiler, &attribute->value, attribute->value.bytes);
    if (value == NULL)
        return;
    if (value->type.kind != TYPE_ATTRIBUTES) {
        compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_TYPE_WANTED,
                        compiler_span(compiler, value->start, value->end), SLICE("t-attrs"),
                        SLICE("attrs"), type_name(compiler->arena, &value->type));
        return;
    }
    Slice *names = ARENA_ARRAY(compiler->arena, Slice, node->attribute_count + 1);
    for (uint32_t i = 0; i < node->attribute_count; i++)
        names[i] = node->attributes[i].name;
    Op *op = program_add(compiler->program, OP_ADD, attribute->name_start);
    op->expression = value;
    op->names = names;
}

/* What an `a` gets besides, once its address is known. */
static void compile_link(Compiler *compiler, const XmlNode *node)
{
    const XmlAttribute *href = xml_find_attribute(node, SLICE("href"));
    const XmlAttribute *rel = xml_find_attribute(node, SLICE("rel"));
    bool has_address = href != NULL || xml_find_attribute(node, SLICE("t-attrs")) != NULL;
    Expression *value = NULL;
    if (rel != NULL) {
        value = attribute_read_value(compiler, &rel->value, CONTEXT_MACHINE);
        if (value == NULL || !content_check_type(compiler, value, CONTEXT_MACHINE))
            return;
    }
    if (!has_address && rel == NULL)
        return;
    program_add(compiler->program, OP_REL, node->start)->expression = value;
    if (xml_find_attribute(node, SLICE("hreflang")) == NULL)
        program_add(compiler->program, OP_HREFLANG, node->start);
}

void attribute_compile_all(Compiler *compiler, const XmlNode *node, Slice element)
{
    bool is_link = slice_equal(element, SLICE("a"));
    bool is_computed = element.size == 0;
    for (uint32_t i = 0; i < node->attribute_count; i++) {
        const XmlAttribute *attribute = &node->attributes[i];
        bool is_late = (is_link && slice_equal(attribute->name, SLICE("rel"))) ||
                       (is_computed && slice_equal(attribute->name, SLICE("name")));
        if (!is_late)
            compile_one(compiler, attribute, element);
    }
    const XmlAttribute *added = xml_find_attribute(node, SLICE("t-attrs"));
    if (added != NULL)
        compile_added(compiler, node, added);
    if (is_link)
        compile_link(compiler, node);
}
