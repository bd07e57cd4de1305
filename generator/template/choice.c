/* Compiles t-match: the value is worked out once, then compared case by case. */
#include "template/choice.h"

#include "template/compile.h"
#include "template/convert.h"

#define CHOICE_MAX_WORDS 64

typedef struct Choice {
    Expression *value; /* the kept value */
    Slice path;        /* of the record that a case narrows; empty: none */
    uint64_t seen;     /* words that have a case */
    uint32_t *ends;
    size_t end_count, end_capacity;
    bool has_default;
} Choice;

static bool open_choice(Compiler *compiler, const XmlAttribute *on, Choice *choice)
{
    Expression *value = compiler_expression(compiler, &on->value, on->value.bytes);
    if (value == NULL || !compiler_require(compiler, value))
        return false;
    if (value->type.kind != TYPE_ENUM && value->type.kind != TYPE_TEXT) {
        compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_TYPE_WANTED,
                        compiler_span(compiler, value->start, value->end), SLICE("t-match"),
                        SLICE("an enum or text"), type_name(compiler->arena, &value->type));
        return false;
    }
    bool narrows =
        value->kind == EXPRESSION_FIELD && value->field == value->left->type.record->variant;
    choice->path = narrows ? value->left->path : (Slice){0};
    Expression *kept = expression_new(compiler->arena, EXPRESSION_SLOT, value->start, value->end);
    kept->type = value->type;
    kept->path = value->path;
    kept->index = compiler_take_slot(compiler);
    Op *op = program_add(compiler->program, OP_LET, value->start);
    op->expression = value;
    op->slot = (uint16_t) kept->index;
    choice->value = kept;
    return true;
}

static Expression *compare(Compiler *compiler, const Choice *choice, Slice word, Span span)
{
    Expression *constant =
        convert_literal(compiler, word, span, &choice->value->type, choice->value->path);
    if (constant == NULL)
        return NULL;
    Expression *node = expression_new(compiler->arena, EXPRESSION_COMPARE, span.start, span.end);
    node->comparison = COMPARE_EQUAL;
    node->left = choice->value;
    node->right = constant;
    node->type = (Type){.kind = TYPE_BOOL};
    return node;
}

/* "a|b" as a test; *ret_words has a bit for each word of an enum. */
static Expression *read_case(Compiler *compiler, const Choice *choice, const XmlAttribute *is,
                             uint64_t *ret_words)
{
    Expression *test = NULL;
    Slice rest = is->value.bytes;
    bool more = true;
    *ret_words = 0;
    while (more) {
        Slice word;
        uint32_t index;
        more = slice_cut(rest, '|', &word, &rest);
        word = slice_trim(word);
        Span span = xml_span(compiler->component->source, &is->value, word);
        Expression *next = compare(compiler, choice, word, span);
        if (next == NULL)
            return NULL;
        if (choice->value->type.kind == TYPE_ENUM &&
            type_find_word(&choice->value->type, word, &index) && index < CHOICE_MAX_WORDS)
            *ret_words |= UINT64_C(1) << index;
        if (test != NULL) {
            Expression *either =
                expression_new(compiler->arena, EXPRESSION_OR, test->start, next->end);
            either->left = test;
            either->right = next;
            either->type = (Type){.kind = TYPE_BOOL};
            next = either;
        }
        test = next;
    }
    return test;
}

static void compile_branch(Compiler *compiler, Choice *choice, const XmlNode *node, uint64_t words)
{
    ScopeMark mark = scope_mark(&compiler->scope);
    if (choice->path.size > 0 && words != 0)
        scope_add_fact(&compiler->scope, choice->path, (uint32_t) words);
    compile_children(compiler, node, false);
    scope_rewind(&compiler->scope, mark);
    choice->ends = arena_grow(compiler->arena, choice->ends, sizeof *choice->ends,
                              choice->end_count, &choice->end_capacity);
    choice->ends[choice->end_count++] = (uint32_t) compiler->program->op_count;
    program_add(compiler->program, OP_JUMP, node->start);
}

static void compile_case(Compiler *compiler, Choice *choice, const XmlNode *node)
{
    const XmlAttribute *is = xml_find_attribute(node, SLICE("is"));
    uint64_t words = 0;
    if (is == NULL) {
        compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_MISSING_PARAMETER,
                        compiler_name_span(compiler, node), SLICE("t-case"), SLICE("is"),
                        (Slice){0});
        return;
    }
    Expression *test = read_case(compiler, choice, is, &words);
    if (test == NULL)
        return;
    choice->seen |= words;
    uint32_t failed = (uint32_t) compiler->program->op_count;
    program_add(compiler->program, OP_UNLESS, test->start)->expression = test;
    compile_branch(compiler, choice, node, words);
    program_land(compiler->program, failed);
}

static uint64_t all_words(const Choice *choice)
{
    uint32_t count = choice->value->type.word_count;
    return count >= CHOICE_MAX_WORDS ? UINT64_MAX : (UINT64_C(1) << count) - 1;
}

static void check_complete(Compiler *compiler, const Choice *choice, const XmlNode *node)
{
    const Type *type = &choice->value->type;
    if (choice->has_default || type->kind != TYPE_ENUM)
        return;
    Slice missing[CHOICE_MAX_WORDS];
    size_t count = 0;
    for (uint32_t i = 0; i < type->word_count && i < CHOICE_MAX_WORDS; i++) {
        if ((choice->seen >> i & 1) == 0)
            missing[count++] = type->words[i];
    }
    if (count > 0)
        compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_MATCH, compiler_name_span(compiler, node),
                        compiler_label(compiler, choice->value),
                        slice_join(compiler->arena, missing, count, SLICE(", ")), (Slice){0});
}

static void compile_child(Compiler *compiler, Choice *choice, const XmlNode *node)
{
    if (slice_equal(node->name, SLICE("t-case"))) {
        compile_case(compiler, choice, node);
    } else if (slice_equal(node->name, SLICE("t-default"))) {
        choice->has_default = true;
        uint64_t rest =
            choice->value->type.kind == TYPE_ENUM ? all_words(choice) & ~choice->seen : 0;
        compile_branch(compiler, choice, node, rest);
    } else if (!xml_is_text(node) || slice_trim(node->text.bytes).size > 0) {
        compiler_fault(compiler, DIAGNOSTIC_TEMPLATE_MATCH_CASE,
                       xml_is_text(node) ? node->text.start : node->start,
                       xml_is_text(node) ? node->text.end : node->tag_end, (Slice){0}, (Slice){0});
    }
}

void choice_compile(Compiler *compiler, const XmlNode *node)
{
    const XmlAttribute *on = xml_find_attribute(node, SLICE("on"));
    Choice choice = {0};
    if (on == NULL) {
        compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_MISSING_PARAMETER,
                        compiler_name_span(compiler, node), SLICE("t-match"), SLICE("on"),
                        (Slice){0});
        return;
    }
    if (!open_choice(compiler, on, &choice))
        return;
    compiler->condition_depth++;
    for (const XmlNode *child = node->first_child; child != NULL; child = child->next)
        compile_child(compiler, &choice, child);
    compiler->condition_depth--;
    for (size_t i = 0; i < choice.end_count; i++)
        program_land(compiler->program, choice.ends[i]);
    check_complete(compiler, &choice, node);
}
