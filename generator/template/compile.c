/* The flow of a template: t-for, t-if, t-else, t-let, t-lang around elements. */
#include "template/compile.h"

#include "template/call.h"
#include "template/choice.h"
#include "template/content.h"
#include "template/element.h"
#include "template/resolve.h"
#include "template/speech.h"

/* Jumps that all lead to the end of a chain of t-if and t-else. */
typedef struct Jumps {
    uint32_t *items;
    size_t count;
    size_t capacity;
} Jumps;

static void add_jump(Compiler *compiler, Jumps *jumps, uint32_t offset)
{
    jumps->items = arena_grow(compiler->arena, jumps->items, sizeof *jumps->items, jumps->count,
                              &jumps->capacity);
    jumps->items[jumps->count++] = (uint32_t) compiler->program->op_count;
    program_add(compiler->program, OP_JUMP, offset);
}

static const XmlAttribute *find(const XmlNode *node, const char *name)
{
    return xml_find_attribute(node, slice_of_string(name));
}

/* The sibling with t-else, behind nothing but white space. */
static const XmlNode *find_else(const XmlNode *node)
{
    const XmlNode *next = node->next;
    while (next != NULL && xml_is_text(next) && slice_trim(next->text.bytes).size == 0)
        next = next->next;
    return next != NULL && !xml_is_text(next) && find(next, "t-else") != NULL ? next : NULL;
}

static Expression *read_test(Compiler *compiler, const XmlAttribute *attribute)
{
    compiler->is_testing = true;
    Expression *test = compiler_expression(compiler, &attribute->value, attribute->value.bytes);
    compiler->is_testing = false;
    return test != NULL && compiler_check_test(compiler, test) ? test : NULL;
}

/* "m = expr": names a value for what follows. */
static void compile_name(Compiler *compiler, const XmlText *text, Slice part)
{
    Slice name;
    Slice value;
    bool is_pair = slice_cut(part, '=', &name, &value);
    name = slice_trim(name);
    Span span = xml_span(compiler->component->source, text, part);
    if (!is_pair || expression_name_size(name) != name.size || name.size == 0) {
        compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_EXPRESSION, span,
                        SLICE("“name = expression”"), slice_trim(part), (Slice){0});
        return;
    }
    Expression *expression = compiler_expression(compiler, text, value);
    uint16_t slot;
    if (expression == NULL ||
        !compiler_bind(compiler, name, xml_span(compiler->component->source, text, name),
                       &expression->type, &slot))
        return;
    Op *op = program_add(compiler->program, OP_LET, expression->start);
    op->expression = expression;
    op->slot = slot;
}

static void compile_let(Compiler *compiler, const XmlAttribute *attribute)
{
    Slice bytes = attribute->value.bytes;
    char quote = '\0';
    size_t start = 0;
    for (size_t i = 0; i <= bytes.size; i++) {
        char byte = i < bytes.size ? bytes.at[i] : ';';
        if (quote != '\0' && i < bytes.size)
            quote = byte == quote ? '\0' : quote;
        else if (byte == '"' || byte == '\'')
            quote = byte;
        else if (byte == ';') {
            Slice part = slice_part(bytes, start, i);
            if (slice_trim(part).size > 0)
                compile_name(compiler, &attribute->value, part);
            start = i + 1;
        }
    }
}

/* An element after t-for, t-if and t-let: HTML, t-element, t-slot … */
static void compile_bare(Compiler *compiler, const XmlNode *node)
{
    if (!slice_starts(node->name, SLICE("t-")))
        element_compile(compiler, node);
    else if (slice_equal(node->name, SLICE("t-match")))
        choice_compile(compiler, node);
    else
        call_compile(compiler, node);
}

/* The element after t-for and t-if. */
static void compile_inner(Compiler *compiler, const XmlNode *node)
{
    const XmlAttribute *let = find(node, "t-let");
    const XmlAttribute *lang = find(node, "t-lang");
    ScopeMark mark = scope_mark(&compiler->scope);
    if (let != NULL)
        compile_let(compiler, let);
    SpeechState place = speech_open(compiler, node, lang);
    compile_bare(compiler, node);
    speech_close(compiler, &place);
    scope_rewind(&compiler->scope, mark);
}

/* Compiles what a true test lets through; the test's own failure is landed by the caller. */
static bool compile_if(Compiler *compiler, const XmlNode *node, const XmlAttribute *attribute,
                       const Expression **ret_test, uint32_t *ret_failed)
{
    Expression *test = read_test(compiler, attribute);
    *ret_test = test;
    *ret_failed = (uint32_t) compiler->program->op_count;
    if (test != NULL) {
        program_add(compiler->program, OP_UNLESS, test->start)->expression = test;
        scope_assume(&compiler->scope, test, true);
    }
    compiler->condition_depth++;
    compile_inner(compiler, node);
    compiler->condition_depth--;
    return test != NULL;
}

static bool fail_for(Compiler *compiler, const XmlAttribute *attribute)
{
    compiler_fault(compiler, DIAGNOSTIC_TEMPLATE_FOR, attribute->value.start, attribute->value.end,
                   attribute->value.bytes, (Slice){0});
    return false;
}

typedef struct Loop {
    Slice item;
    Slice number; /* empty: none */
    Slice list;
} Loop;

/* "x in list", "x, i in list" */
static bool read_for(Compiler *compiler, const XmlAttribute *attribute, Loop *ret_loop)
{
    Slice bytes = slice_trim_start(attribute->value.bytes);
    size_t size = expression_name_size(bytes);
    ret_loop->item = slice_to(bytes, size);
    bytes = slice_trim_start(slice_from(bytes, size));
    ret_loop->number = (Slice){0};
    if (slice_starts(bytes, SLICE(","))) {
        bytes = slice_trim_start(slice_from(bytes, 1));
        ret_loop->number = slice_to(bytes, expression_name_size(bytes));
        bytes = slice_trim_start(slice_from(bytes, ret_loop->number.size));
        if (ret_loop->number.size == 0)
            return fail_for(compiler, attribute);
    }
    bool has_in = slice_starts(bytes, SLICE("in ")) || slice_starts(bytes, SLICE("in("));
    if (size == 0 || !has_in)
        return fail_for(compiler, attribute);
    ret_loop->list = slice_from(bytes, 2);
    return true;
}

static Expression *read_list(Compiler *compiler, const XmlAttribute *attribute, Slice list)
{
    Expression *expression = compiler_expression(compiler, &attribute->value, list);
    if (expression == NULL || !compiler_require(compiler, expression))
        return NULL;
    if (expression->type.kind == TYPE_LIST)
        return expression;
    compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_TYPE_WANTED,
                    compiler_span(compiler, expression->start, expression->end), SLICE("t-for"),
                    SLICE("a list"), type_name(compiler->arena, &expression->type));
    return NULL;
}

/* Takes two values of the frame side by side: the item, and its number. */
static bool bind_loop(Compiler *compiler, const XmlAttribute *attribute, const Loop *loop,
                      const Expression *list, uint16_t *ret_slot)
{
    const Source *source = compiler->component->source;
    uint16_t number_slot;
    Span span = xml_span(source, &attribute->value, loop->item);
    if (!compiler_bind(compiler, loop->item, span, list->type.item, ret_slot))
        return false;
    if (loop->number.size == 0) {
        compiler_take_slot(compiler);
        return true;
    }
    span = xml_span(source, &attribute->value, loop->number);
    return compiler_bind(compiler, loop->number, span, &(Type){.kind = TYPE_INT}, &number_slot);
}

static bool open_loop(Compiler *compiler, const XmlAttribute *attribute, uint32_t *ret_failed)
{
    Loop loop;
    uint16_t slot;
    if (!read_for(compiler, attribute, &loop))
        return false;
    if (compiler->loop_depth == COMPILER_MAX_LOOPS) {
        compiler_fault(compiler, DIAGNOSTIC_TEMPLATE_LIMIT, attribute->name_start,
                       attribute->name_end, SLICE("t-for inside t-for"), SLICE("16"));
        return false;
    }
    Expression *list = read_list(compiler, attribute, loop.list);
    if (list == NULL || !bind_loop(compiler, attribute, &loop, list, &slot))
        return false;
    *ret_failed = (uint32_t) compiler->program->op_count;
    Op *op = program_add(compiler->program, OP_FOR, list->start);
    op->expression = list;
    op->slot = slot;
    op->size = compiler->loop_depth;
    if (compiler->program->loop_count <= compiler->loop_depth)
        compiler->program->loop_count = (uint16_t) (compiler->loop_depth + 1);
    return true;
}

static bool compile_for(Compiler *compiler, const XmlNode *node, uint32_t *ret_failed)
{
    const XmlAttribute *test = find(node, "t-if");
    ScopeMark mark = scope_mark(&compiler->scope);
    bool is_open = open_loop(compiler, find(node, "t-for"), ret_failed);
    compiler->condition_depth++;
    compiler->loop_depth++;
    uint32_t body = program_mark(compiler->program);
    const Expression *expression = NULL;
    uint32_t failed = 0;
    if (!is_open)
        compiler->loop_depth--; // its names are unknown: what is inside would only add faults
    else if (test == NULL)
        compile_inner(compiler, node);
    else if (compile_if(compiler, node, test, &expression, &failed))
        program_land(compiler->program, failed);
    compiler->condition_depth--;
    scope_rewind(&compiler->scope, mark);
    if (!is_open)
        return false;
    compiler->loop_depth--;
    program_mark(compiler->program);
    Op *next = program_add(compiler->program, OP_NEXT, node->start);
    next->pc = body;
    next->slot = compiler->program->ops[*ret_failed].slot;
    next->size = compiler->loop_depth;
    program_mark(compiler->program);
    return true;
}

/* One element of a chain. True: the op at *ret_failed waits for the place to go to. */
static bool compile_branch(Compiler *compiler, const XmlNode *node, const Expression **ret_test,
                           uint32_t *ret_failed)
{
    const XmlAttribute *test = find(node, "t-if");
    *ret_test = NULL;
    if (find(node, "t-for") != NULL)
        return compile_for(compiler, node, ret_failed);
    if (test != NULL) {
        ScopeMark mark = scope_mark(&compiler->scope);
        bool is_open = compile_if(compiler, node, test, ret_test, ret_failed);
        scope_rewind(&compiler->scope, mark);
        return is_open;
    }
    bool is_else = find(node, "t-else") != NULL;
    compiler->condition_depth += is_else;
    compile_inner(compiler, node);
    compiler->condition_depth -= is_else;
    return false;
}

static bool takes_else(const XmlNode *node)
{
    return (find(node, "t-if") != NULL) != (find(node, "t-for") != NULL);
}

static void fail_else(Compiler *compiler, const XmlNode *node)
{
    const XmlAttribute *attribute = find(node, "t-else");
    compiler_fault(compiler, DIAGNOSTIC_TEMPLATE_ELSE, attribute->name_start, attribute->name_end,
                   (Slice){0}, (Slice){0});
}

/* An alternative is tested, never repeated. */
static void check_order(Compiler *compiler, const XmlNode *node)
{
    const XmlAttribute *attribute = find(node, "t-for");
    if (attribute != NULL && find(node, "t-else") != NULL)
        compiler_fault(compiler, DIAGNOSTIC_TEMPLATE_ORDER, attribute->name_start,
                       attribute->name_end, SLICE("t-else"), SLICE("t-for"));
}

/* An element with all t-else that belong to it; returns the last of them. */
static const XmlNode *compile_chain(Compiler *compiler, const XmlNode *node)
{
    ScopeMark mark = scope_mark(&compiler->scope);
    Jumps ends = {0};
    if (find(node, "t-else") != NULL)
        fail_else(compiler, node);
    for (;;) {
        const XmlNode *next = takes_else(node) ? find_else(node) : NULL;
        const Expression *test;
        uint32_t failed;
        check_order(compiler, node);
        bool is_open = compile_branch(compiler, node, &test, &failed);
        if (next != NULL)
            add_jump(compiler, &ends, node->start);
        if (is_open)
            program_land(compiler->program, failed);
        if (test != NULL)
            scope_assume(&compiler->scope, test, false);
        if (next == NULL)
            break;
        node = next;
    }
    for (size_t i = 0; i < ends.count; i++)
        program_land(compiler->program, ends.items[i]);
    scope_rewind(&compiler->scope, mark);
    return node;
}

void compile_children(Compiler *compiler, const XmlNode *parent, bool trims)
{
    for (const XmlNode *node = parent->first_child; node != NULL; node = node->next) {
        if (parent == compiler->fill_parent && slice_equal(node->name, SLICE("t-fill")))
            continue;
        if (!xml_is_text(node)) {
            node = compile_chain(compiler, node);
            continue;
        }
        bool is_between = node->next != NULL && node != parent->first_child &&
                          find(node->next, "t-else") != NULL &&
                          slice_trim(node->text.bytes).size == 0;
        if (!is_between)
            content_compile(
                compiler, node,
                (ContentTrim){trims && node == parent->first_child, trims && node->next == NULL});
    }
}

/* The types of pages a file writes: its own, or all that have no file. */
static uint32_t page_variants(const Component *component)
{
    const TemplateSet *set = component->set;
    const RecordField *variant = set->host.page->variant;
    if (variant == NULL)
        return 0;
    uint32_t all = (uint32_t) ((UINT64_C(1) << variant->type.word_count) - 1);
    uint32_t index;
    if (!component->is_page)
        return all;
    if (type_find_word(&variant->type, component->name, &index))
        return UINT32_C(1) << index;
    uint32_t rest = 0;
    for (index = 0; index < variant->type.word_count; index++) {
        if (table_find(&set->pages, variant->type.words[index]) == NULL)
            rest |= UINT32_C(1) << index;
    }
    return rest;
}

void compile_component(Component *component)
{
    if (!component->is_readable)
        return;
    TemplateSet *set = component->set;
    Compiler *compiler = ARENA_NEW(set->arena, Compiler);
    compiler->set = set;
    compiler->arena = set->arena;
    compiler->component = component;
    compiler->program = &component->program;
    compiler->report = set->report;
    compiler->page_variants = page_variants(component);
    for (uint32_t i = 0; i < component->parameter_count; i++) {
        const Parameter *parameter = &component->parameters[i];
        Type type = parameter->type;
        if (parameter->fallback != NULL)
            type.is_optional = false;
        uint16_t slot;
        compiler_bind(compiler, parameter->name,
                      (Span){component->source, parameter->start, parameter->end}, &type, &slot);
    }
    compile_children(compiler, component->body, true);
    program_add(compiler->program, OP_RETURN, 0);
}
