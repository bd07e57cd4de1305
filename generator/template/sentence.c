/* Checks the messages that templates name. */
#include "template/sentence.h"

#include "template/resolve.h"

static bool fail_key(Compiler *compiler, const Expression *node)
{
    const TemplateHost *host = &compiler->set->host;
    if (host->messages != NULL && messages_skipped_any(host->messages))
        return false; // the catalogue that cannot be read may have it
    Slice file = SLICE("templates/messages/");
    if (host->languages != NULL && host->languages->count > 0)
        file = slice_print(compiler->arena, "templates/messages/%.*s.yaml",
                           SLICE_FORMAT(host->languages->items[0].code));
    KnownWords known = {0};
    if (host->messages != NULL)
        known = (KnownWords){messages_keys(host->messages), messages_count(host->messages)};
    Slice words[2] = {node->name, file};
    compiler_unknown(compiler, DIAGNOSTIC_MESSAGE_UNKNOWN,
                     compiler_span(compiler, node->start, node->end), words, node->name, known);
    return false;
}

static bool fits(ArgumentKind kind, const Type *type)
{
    bool is_number = type->kind == TYPE_INT || type->kind == TYPE_NUMBER;
    switch (kind) {
    case ARGUMENT_NUMBER:
        return is_number;
    case ARGUMENT_DATE:
        return type->kind == TYPE_DATE;
    case ARGUMENT_WORD:
        return type->kind == TYPE_TEXT || type->kind == TYPE_ENUM;
    case ARGUMENT_ANY:
        return is_number || type->kind == TYPE_TEXT || type->kind == TYPE_ENUM;
    }
    return false;
}

static Slice wanted_name(ArgumentKind kind)
{
    switch (kind) {
    case ARGUMENT_NUMBER:
        return SLICE("a number");
    case ARGUMENT_DATE:
        return SLICE("a date");
    case ARGUMENT_WORD:
        return SLICE("text or an enum");
    case ARGUMENT_ANY:
        return SLICE("text or a number");
    }
    return (Slice){0};
}

static bool check_type(Compiler *compiler, const Expression *node, const MessageArgument *wanted,
                       const Expression *value)
{
    if (!compiler_require(compiler, value))
        return false;
    if (fits(wanted->kind, &value->type))
        return true;
    report_add(compiler->report,
               &(Diagnostic){.code = DIAGNOSTIC_MESSAGE_ARGUMENT_TYPE,
                             .span = compiler_span(compiler, value->start, value->end),
                             .words = {node->name, wanted->name, wanted_name(wanted->kind),
                                       type_name(compiler->arena, &value->type)}});
    compiler->component->is_sound = false;
    return false;
}

static bool has_word(const Slice *words, size_t count, Slice word)
{
    for (size_t i = 0; i < count; i++) {
        if (slice_equal(words[i], word))
            return true;
    }
    return false;
}

static ExpressionArgument *find_given(const Expression *node, Slice name)
{
    for (uint32_t i = 0; i < node->argument_count; i++) {
        if (slice_equal(node->arguments[i].word, name))
            return &node->arguments[i];
    }
    return NULL;
}

static bool check_names(Compiler *compiler, const Expression *node, const MessageArgument *wanted,
                        size_t wanted_count)
{
    Slice known[MESSAGE_MAX_ARGUMENTS];
    size_t count = 0;
    for (; count < wanted_count && count < MESSAGE_MAX_ARGUMENTS; count++)
        known[count] = wanted[count].name;
    for (uint32_t i = 0; i < node->argument_count; i++) {
        const ExpressionArgument *given = &node->arguments[i];
        if (has_word(known, count, given->word))
            continue;
        Slice words[2] = {node->name, given->word};
        compiler_unknown(compiler, DIAGNOSTIC_MESSAGE_ARGUMENT_UNKNOWN,
                         compiler_span(compiler, given->start, given->end), words, given->word,
                         (KnownWords){known, count});
        return false;
    }
    return true;
}

bool sentence_resolve(Compiler *compiler, Expression *node, const Slice *fills, size_t fill_count)
{
    const Messages *messages = compiler->set->host.messages;
    if (messages == NULL || !messages_find(messages, node->name, &node->index))
        return fail_key(compiler, node);
    compiler->set->used_messages[node->index] = true;
    for (uint32_t i = 0; i < node->argument_count; i++) {
        if (!resolve_expression(compiler, node->arguments[i].value))
            return false;
    }
    const MessageArgument *wanted = NULL;
    size_t count = messages_arguments(messages, node->index, &wanted);
    if (!check_names(compiler, node, wanted, count))
        return false;
    ExpressionArgument *ordered = ARENA_ARRAY(compiler->arena, ExpressionArgument, count);
    for (size_t i = 0; i < count; i++) {
        const ExpressionArgument *given = find_given(node, wanted[i].name);
        if (given != NULL && !check_type(compiler, node, &wanted[i], given->value))
            return false;
        if (given == NULL && !has_word(fills, fill_count, wanted[i].name)) {
            compiler_fault(compiler, DIAGNOSTIC_MESSAGE_ARGUMENT, node->start, node->end,
                           node->name, wanted[i].name);
            return false;
        }
        ordered[i] = given != NULL ? *given : (ExpressionArgument){.word = wanted[i].name};
    }
    node->arguments = ordered;
    node->argument_count = (uint32_t) count;
    node->type = (Type){.kind = TYPE_TEXT};
    return true;
}
