/* Compiles calls of components and the elements of the language itself. */
#include "template/call.h"

#include "template/attribute.h"
#include "template/compile.h"
#include "template/content.h"
#include "template/convert.h"
#include "template/element.h"
#include "template/frame.h"
#include "template/sentence.h"

static Slice label_of(Compiler *compiler, const Component *component)
{
    return slice_print(compiler->arena, "t-%.*s", SLICE_FORMAT(component->name));
}

static bool is_flow(Slice name)
{
    return slice_starts(name, SLICE("t-"));
}

static bool is_blank(const XmlNode *node)
{
    return xml_is_text(node) && slice_trim(node->text.bytes).size == 0;
}

static bool is_fill(const XmlNode *node)
{
    return slice_equal(node->name, SLICE("t-fill"));
}

/* The ops of a fill, behind the op that calls. */
static uint32_t compile_fill(Compiler *compiler, const XmlNode *node)
{
    uint32_t start = program_mark(compiler->program);
    bool preserved = compiler->preserves;
    compiler->preserves = false;
    element_push(compiler, NULL, node);
    compile_children(compiler, node, false);
    element_pop(compiler);
    compiler->preserves = preserved;
    program_add(compiler->program, OP_RETURN, node->end);
    program_mark(compiler->program);
    return start;
}

static void fail_place(Compiler *compiler, const XmlNode *node, Slice where)
{
    compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_PLACE_ELEMENT, compiler_name_span(compiler, node),
                    node->name, where, (Slice){0});
}

static const XmlAttribute *need(Compiler *compiler, const XmlNode *node, const char *name)
{
    const XmlAttribute *attribute = xml_find_attribute(node, slice_of_string(name));
    if (attribute == NULL)
        compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_MISSING_PARAMETER,
                        compiler_name_span(compiler, node), node->name, slice_of_string(name),
                        (Slice){0});
    return attribute;
}

static Expression *read_argument(Compiler *compiler, const XmlAttribute *attribute,
                                 const Parameter *parameter)
{
    Slice label = slice_print(compiler->arena, "parameter “%.*s”", SLICE_FORMAT(parameter->name));
    Span span = compiler_span(compiler, attribute->value.start, attribute->value.end);
    if (attribute->is_bare)
        return convert_literal(compiler, SLICE("true"),
                               compiler_span(compiler, attribute->name_start, attribute->name_end),
                               &parameter->type, label);
    Expression *value = attribute_read_value(compiler, &attribute->value, CONTEXT_HUMAN);
    if (value == NULL)
        return NULL;
    bool is_letters = value->kind == EXPRESSION_CONSTANT && value->type.kind == TYPE_TEXT &&
                      !slice_starts(span_text(span), SLICE("{"));
    if (is_letters)
        return convert_literal(compiler, value->value.text.bytes, span, &parameter->type, label);
    Type wanted = parameter->type;
    wanted.is_optional |= parameter->fallback != NULL;
    return convert_value(compiler, value, &wanted, label);
}

static void fail_parameter(Compiler *compiler, const Component *callee,
                           const XmlAttribute *attribute)
{
    Slice known[SET_MAX_PARAMETERS];
    for (uint32_t i = 0; i < callee->parameter_count; i++)
        known[i] = callee->parameters[i].name;
    Slice words[2] = {label_of(compiler, callee), attribute->name};
    compiler_unknown(compiler, DIAGNOSTIC_TEMPLATE_UNKNOWN_PARAMETER,
                     compiler_span(compiler, attribute->name_start, attribute->name_end), words,
                     attribute->name, (KnownWords){known, callee->parameter_count});
}

static void read_arguments(Compiler *compiler, const XmlNode *node, const Component *callee,
                           const Expression **arguments)
{
    for (uint32_t i = 0; i < node->attribute_count; i++) {
        const XmlAttribute *attribute = &node->attributes[i];
        uint32_t index;
        if (is_flow(attribute->name))
            continue;
        const Parameter *parameter = set_find_parameter(callee, attribute->name, &index);
        if (parameter == NULL)
            fail_parameter(compiler, callee, attribute);
        else
            arguments[index] = read_argument(compiler, attribute, parameter);
    }
    for (uint32_t i = 0; i < callee->parameter_count; i++) {
        const Parameter *parameter = &callee->parameters[i];
        bool is_needed = !parameter->type.is_optional && parameter->fallback == NULL;
        if (is_needed && xml_find_attribute(node, parameter->name) == NULL)
            compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_MISSING_PARAMETER,
                            compiler_name_span(compiler, node), label_of(compiler, callee),
                            parameter->name, (Slice){0});
    }
}

static bool has_default_fill(const XmlNode *node)
{
    for (const XmlNode *child = node->first_child; child != NULL; child = child->next) {
        if (!is_blank(child) && !is_fill(child))
            return true;
    }
    return false;
}

static void fail_slot(Compiler *compiler, const Component *callee, const XmlNode *node,
                      const XmlAttribute *name)
{
    Slice slot = name == NULL ? SLICE("default") : name->value.bytes;
    Slice words[2] = {label_of(compiler, callee), slot};
    Span span = name == NULL ? compiler_name_span(compiler, node)
                             : compiler_span(compiler, name->value.start, name->value.end);
    compiler_unknown(compiler, DIAGNOSTIC_TEMPLATE_UNKNOWN_SLOT, span, words, slot,
                     (KnownWords){callee->slots + 1, callee->slot_count - 1});
}

static void compile_named_fill(Compiler *compiler, const Component *callee, const XmlNode *node,
                               Fill *fills)
{
    const XmlAttribute *name = need(compiler, node, "slot");
    uint32_t index;
    if (name == NULL)
        return;
    if (!set_find_slot(callee, name->value.bytes, &index))
        fail_slot(compiler, callee, node, name);
    else if (fills[index].pc != 0)
        compiler_fault(compiler, DIAGNOSTIC_TEMPLATE_FILL_TWICE, name->value.start, name->value.end,
                       name->value.bytes, (Slice){0});
    else
        fills[index].pc = compile_fill(compiler, node);
}

static void compile_fills(Compiler *compiler, const XmlNode *node, const Component *callee,
                          Fill *fills)
{
    for (const XmlNode *child = node->first_child; child != NULL; child = child->next) {
        if (is_fill(child))
            compile_named_fill(compiler, callee, child, fills);
    }
    if (!has_default_fill(node))
        return;
    if (callee->default_slot_uses == 0)
        fail_slot(compiler, callee, node, NULL);
    const XmlNode *outer = compiler->fill_parent;
    compiler->fill_parent = node;
    fills[SET_DEFAULT_SLOT].pc = compile_fill(compiler, node);
    compiler->fill_parent = outer;
}

static void add_edge(Compiler *compiler, Component *callee)
{
    Component *component = compiler->component;
    bool is_in_head = false;
    for (size_t i = 0; i < compiler->open_count; i++)
        is_in_head |= slice_equal(compiler->open[i].node->name, SLICE("head"));
    component->calls = arena_grow(compiler->arena, component->calls, sizeof *component->calls,
                                  component->call_count, &component->call_capacity);
    component->calls[component->call_count++] =
        (CallEdge){callee, compiler->condition_depth > 0, is_in_head};
}

static void compile_component_call(Compiler *compiler, const XmlNode *node)
{
    TemplateSet *set = compiler->set;
    Slice name = slice_from(node->name, 2);
    Component *callee = table_find(&set->components, name);
    if (callee == NULL) {
        Slice words[2] = {name};
        Span span = compiler_name_span(compiler, node);
        span.start += 2;
        compiler_unknown(compiler, DIAGNOSTIC_TEMPLATE_UNKNOWN_COMPONENT, span, words, name,
                         (KnownWords){set->component_names, set->component_name_count});
        return;
    }
    add_edge(compiler, callee);
    if (!callee->is_readable)
        return;
    Call *call = ARENA_NEW(compiler->arena, Call);
    call->component = callee;
    call->arguments = ARENA_ARRAY(compiler->arena, const Expression *, callee->parameter_count);
    call->fills = ARENA_ARRAY(compiler->arena, Fill, callee->slot_count);
    read_arguments(compiler, node, callee, call->arguments);
    uint32_t at = (uint32_t) compiler->program->op_count;
    program_add(compiler->program, OP_CALL, node->start)->call = call;
    compile_fills(compiler, node, callee, call->fills);
    program_land(compiler->program, at);
}

static void compile_slot(Compiler *compiler, const XmlNode *node)
{
    static const Slice known[] = {SLICE_INIT("name")};
    const XmlAttribute *name = xml_find_attribute(node, SLICE("name"));
    uint32_t index = SET_DEFAULT_SLOT;
    attribute_check_own(compiler, node, known, 1);
    if (compiler->component->is_page) {
        fail_place(compiler, node, SLICE("in a component"));
        return;
    }
    if (name != NULL && !set_find_slot(compiler->component, name->value.bytes, &index))
        return;
    uint32_t at = (uint32_t) compiler->program->op_count;
    Op *op = program_add(compiler->program, OP_SLOT, node->start);
    op->slot = (uint16_t) index;
    program_mark(compiler->program);
    compile_children(compiler, node, false);
    program_land(compiler->program, at);
}

static void compile_inline(Compiler *compiler, const XmlNode *node)
{
    static const Slice known[] = {SLICE_INIT("asset")};
    const TemplateHost *host = &compiler->set->host;
    const XmlAttribute *asset = need(compiler, node, "asset");
    attribute_check_own(compiler, node, known, 1);
    if (asset == NULL)
        return;
    Slice path = asset->value.bytes;
    const Slice *text =
        host->find_asset_text == NULL ? NULL : host->find_asset_text(host->context, path);
    bool is_style = slice_ends(path, SLICE(".css"));
    if (text == NULL || (!is_style && !slice_ends(path, SLICE(".svg")))) {
        compiler_fault(compiler, DIAGNOSTIC_TEMPLATE_ASSET, asset->value.start, asset->value.end,
                       path, (Slice){0});
        return;
    }
    InlineText *inlined = ARENA_NEW(compiler->arena, InlineText);
    *inlined = (InlineText){path, text, is_style};
    set_add_inlined(compiler->component, (InlinedAsset){path, text});
    program_add(compiler->program, OP_INLINE, node->start)->inlined = inlined;
}

/* The call as an expression: key and arguments from the attributes. */
static Expression *read_message(Compiler *compiler, const XmlNode *node, const XmlAttribute *key)
{
    Expression *message =
        expression_new(compiler->arena, EXPRESSION_MESSAGE, key->value.start, key->value.end);
    message->name = key->value.bytes;
    message->arguments = ARENA_ARRAY(compiler->arena, ExpressionArgument, node->attribute_count);
    for (uint32_t i = 0; i < node->attribute_count; i++) {
        const XmlAttribute *attribute = &node->attributes[i];
        if (attribute == key || is_flow(attribute->name))
            continue;
        Expression *value = attribute_read_value(compiler, &attribute->value, CONTEXT_HUMAN);
        if (value == NULL)
            return NULL;
        message->arguments[message->argument_count++] = (ExpressionArgument){
            attribute->name, value, attribute->name_start, attribute->name_end};
    }
    return message;
}

static size_t read_fill_names(Compiler *compiler, const XmlNode *node, Slice *names)
{
    size_t count = 0;
    for (const XmlNode *child = node->first_child; child != NULL; child = child->next) {
        const XmlAttribute *slot = is_fill(child) ? need(compiler, child, "slot") : NULL;
        if (slot != NULL && count < MESSAGE_MAX_ARGUMENTS)
            names[count++] = slot->value.bytes;
        if (!is_fill(child) && !is_blank(child))
            compiler_fault(compiler, DIAGNOSTIC_TEMPLATE_PLACE_ELEMENT,
                           xml_is_text(child) ? child->text.start : child->start,
                           xml_is_text(child) ? child->text.end : child->tag_end,
                           xml_is_text(child) ? SLICE("text") : child->name,
                           SLICE("inside <t-fill>"));
    }
    return count;
}

static void check_fill_names(Compiler *compiler, const XmlNode *node, const Expression *message)
{
    for (const XmlNode *child = node->first_child; child != NULL; child = child->next) {
        const XmlAttribute *slot = is_fill(child) ? xml_find_attribute(child, SLICE("slot")) : NULL;
        bool found = slot == NULL;
        for (uint32_t i = 0; i < message->argument_count; i++)
            found |= slot != NULL && slice_equal(message->arguments[i].word, slot->value.bytes);
        if (!found)
            compiler_fault(compiler, DIAGNOSTIC_MESSAGE_ARGUMENT_UNKNOWN, slot->value.start,
                           slot->value.end, message->name, slot->value.bytes);
    }
}

static void compile_message_fills(Compiler *compiler, const XmlNode *node, MessageCall *call,
                                  const Expression *message)
{
    for (const XmlNode *child = node->first_child; child != NULL; child = child->next) {
        if (!is_fill(child))
            continue;
        const XmlAttribute *slot = xml_find_attribute(child, SLICE("slot"));
        for (uint32_t i = 0; i < message->argument_count && slot != NULL; i++) {
            if (slice_equal(message->arguments[i].word, slot->value.bytes))
                call->fills[i].pc = compile_fill(compiler, child);
        }
    }
}

static void compile_message(Compiler *compiler, const XmlNode *node)
{
    Slice names[MESSAGE_MAX_ARGUMENTS];
    const XmlAttribute *key = need(compiler, node, "key");
    if (key == NULL)
        return;
    size_t name_count = read_fill_names(compiler, node, names);
    Expression *message = read_message(compiler, node, key);
    if (message == NULL || !sentence_resolve(compiler, message, names, name_count))
        return;
    check_fill_names(compiler, node, message);
    MessageCall *call = ARENA_NEW(compiler->arena, MessageCall);
    call->number = message->index;
    call->count = message->argument_count;
    call->arguments = ARENA_ARRAY(compiler->arena, const Expression *, call->count);
    call->fills = ARENA_ARRAY(compiler->arena, Fill, call->count);
    for (uint32_t i = 0; i < call->count; i++)
        call->arguments[i] = message->arguments[i].value;
    uint32_t at = (uint32_t) compiler->program->op_count;
    program_add(compiler->program, OP_MESSAGE, node->start)->message = call;
    compile_message_fills(compiler, node, call, message);
    program_land(compiler->program, at);
}

static bool refuse_in_plain(Compiler *compiler, const XmlNode *node)
{
    if (!compiler->is_plain || slice_equal(node->name, SLICE("t-block")))
        return false;
    const OpenElement *outer = &compiler->open[compiler->open_count - 1];
    compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_PLACE_PLAIN, compiler_name_span(compiler, node),
                    outer->node->name,
                    slice_print(compiler->arena, "<%.*s>", SLICE_FORMAT(node->name)), (Slice){0});
    return true;
}

void call_compile(Compiler *compiler, const XmlNode *node)
{
    static const struct {
        const char *name;
        void (*compile)(Compiler *compiler, const XmlNode *node);
        const char *place;
    } own[] = {
        {"t-slot", compile_slot, NULL},
        {"t-inline", compile_inline, NULL},
        {"t-msg", compile_message, NULL},
        {"t-element", element_compile_computed, NULL},
        {"t-fill", NULL, "directly inside the call of a component or t-msg"},
        {"t-case", NULL, "directly inside t-match"},
        {"t-default", NULL, "directly inside t-match"},
        {"t-component", NULL, "at the root of a component"},
    };
    if (refuse_in_plain(compiler, node))
        return;
    if (slice_equal(node->name, SLICE("t-block"))) {
        attribute_check_own(compiler, node, NULL, 0);
        compile_children(compiler, node, false);
        return;
    }
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        if (!slice_equal(node->name, slice_of_string(own[i].name)))
            continue;
        if (own[i].compile == NULL)
            fail_place(compiler, node, slice_of_string(own[i].place));
        else
            own[i].compile(compiler, node);
        return;
    }
    compile_component_call(compiler, node);
}
