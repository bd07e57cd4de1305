/* Fits expressions and written-out values to wanted types. */
#include "template/convert.h"

#include "template/literal.h"

static Expression *fail_type(Compiler *compiler, const Expression *given, const Type *wanted,
                             Slice label)
{
    compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_TYPE_WANTED,
                    compiler_span(compiler, given->start, given->end), label,
                    type_phrase(compiler->arena, wanted), type_name(compiler->arena, &given->type));
    return NULL;
}

static Expression *wrap(Compiler *compiler, ExpressionKind kind, Expression *inner, Type type)
{
    Expression *node = expression_new(compiler->arena, kind, inner->start, inner->end);
    node->left = inner;
    node->type = type;
    node->type.is_optional = inner->type.is_optional;
    node->absent = inner->absent;
    return node;
}

/* Every word of the value's enum has to be one of the wanted ones. */
static Expression *reword(Compiler *compiler, Expression *given, const Type *wanted, Slice label)
{
    if (type_equal(&given->type, wanted))
        return given;
    uint32_t *map = ARENA_ARRAY(compiler->arena, uint32_t, given->type.word_count);
    for (uint32_t i = 0; i < given->type.word_count; i++) {
        if (!type_find_word(wanted, given->type.words[i], &map[i]))
            return fail_type(compiler, given, wanted, label);
    }
    Expression *node = wrap(compiler, EXPRESSION_REWORD, given, *wanted);
    node->map = map;
    return node;
}

Expression *convert_value(Compiler *compiler, Expression *given, const Type *wanted, Slice label)
{
    if (!wanted->is_optional && !compiler_require(compiler, given))
        return NULL;
    bool is_text = given->type.kind == TYPE_TEXT && given->kind == EXPRESSION_CONSTANT;
    if (wanted->kind == TYPE_ENUM && is_text)
        return convert_literal(compiler, given->value.text.bytes,
                               compiler_span(compiler, given->start, given->end), wanted, label);
    if (wanted->kind == TYPE_ENUM && given->type.kind == TYPE_ENUM)
        return reword(compiler, given, wanted, label);
    if (wanted->kind == TYPE_NUMBER && given->type.kind == TYPE_INT)
        return wrap(compiler, EXPRESSION_WIDEN, given, *wanted);
    if (wanted->kind == TYPE_HTML && given->type.kind == TYPE_INLINE)
        return given;
    return type_equal(&given->type, wanted) ? given : fail_type(compiler, given, wanted, label);
}

static void fail_literal(Compiler *compiler, LiteralFault fault, Slice literal, Span span,
                         const Type *wanted, Slice label)
{
    Arena *arena = compiler->arena;
    if (fault == LITERAL_NO_WORD) {
        compiler_unknown(compiler, DIAGNOSTIC_TEMPLATE_ENUM, span,
                         (Slice[2]){literal, type_words(arena, wanted)}, literal,
                         (KnownWords){wanted->words, wanted->word_count});
    } else if (fault == LITERAL_NO_RECORD) {
        compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_REFERENCE, span, type_name(arena, wanted),
                        literal, (Slice){0});
    } else {
        compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_TYPE_WANTED, span, label,
                        type_phrase(arena, wanted),
                        slice_print(arena, "“%.*s”", SLICE_FORMAT(literal)));
    }
}

Expression *convert_literal(Compiler *compiler, Slice literal, Span span, const Type *wanted,
                            Slice label)
{
    Literal read = {0};
    LiteralFault fault =
        literal_read(compiler->arena, &compiler->set->host, literal, wanted, NULL, &read);
    if (fault != LITERAL_FINE) {
        fail_literal(compiler, fault, literal, span, wanted, label);
        return NULL;
    }
    ExpressionKind kind = read.key != NULL ? EXPRESSION_REFERENCE : EXPRESSION_CONSTANT;
    Expression *node = expression_new(compiler->arena, kind, span.start, span.end);
    node->type = *wanted;
    node->type.is_optional = false;
    if (read.key != NULL)
        node->key = read.key;
    else
        node->value = read.value;
    return node;
}
