/* Types expressions: names, fields, operators. */
#include "template/resolve.h"

#include "template/convert.h"
#include "template/filter.h"
#include "template/sentence.h"

static bool fail_unknown(Compiler *compiler, DiagnosticCode code, const Expression *node,
                         Slice owner, KnownWords known)
{
    Slice words[2] = {owner, node->name};
    if (owner.size == 0) {
        words[0] = node->name;
        words[1] = (Slice){0};
    }
    compiler_unknown(compiler, code, compiler_span(compiler, node->start, node->end), words,
                     node->name, known);
    return false;
}

static bool resolve_name(Compiler *compiler, Expression *node)
{
    const TemplateHost *host = &compiler->set->host;
    node->path = node->name;
    if (slice_equal(node->name, SLICE("site"))) {
        node->kind = EXPRESSION_SITE;
        node->type = (Type){.kind = TYPE_RECORD, .record = host->site};
        return true;
    }
    if (slice_equal(node->name, SLICE("page"))) {
        node->kind = EXPRESSION_PAGE;
        node->type = (Type){.kind = TYPE_RECORD, .record = host->page};
        return true;
    }
    const ScopeName *name = scope_find(&compiler->scope, node->name);
    if (name == NULL) {
        Slice known[SCOPE_MAX_NAMES + 2] = {SLICE("site"), SLICE("page")};
        for (uint32_t i = 0; i < compiler->scope.name_count; i++)
            known[i + 2] = compiler->scope.names[i].name;
        return fail_unknown(compiler, DIAGNOSTIC_TEMPLATE_UNKNOWN_NAME, node, (Slice){0},
                            (KnownWords){known, compiler->scope.name_count + 2});
    }
    node->kind = EXPRESSION_SLOT;
    node->index = name->slot;
    node->type = name->type;
    if (node->type.is_optional && scope_is_present(&compiler->scope, node->path))
        node->type.is_optional = false;
    node->absent = node->type.is_optional ? node : NULL;
    return true;
}

static uint32_t all_variants(const Compiler *compiler, const Expression *record)
{
    if (record->kind == EXPRESSION_PAGE)
        return compiler->page_variants;
    const RecordField *variant = record->type.record->variant;
    return variant == NULL ? 0 : (uint32_t) ((UINT64_C(1) << variant->type.word_count) - 1);
}

/* What is worked out while the page is rendered, and of that page alone. */
static bool is_own_field(Slice name)
{
    static const Slice names[] = {SLICE_INIT("body"), SLICE_INIT("toc"), SLICE_INIT("head"),
                                  SLICE_INIT("digest")};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (slice_equal(name, names[i]))
            return true;
    }
    return false;
}

static bool is_visible(const Compiler *compiler, const Expression *record, const RecordField *field)
{
    if (is_own_field(field->name) && record->type.record == compiler->set->host.page &&
        record->kind != EXPRESSION_PAGE)
        return false;
    if (field->variants == 0)
        return true;
    uint32_t possible =
        scope_variants(&compiler->scope, record->path, all_variants(compiler, record));
    return (possible & ~field->variants) == 0;
}

static bool fail_field(Compiler *compiler, const Expression *node, const Record *record)
{
    Slice known[COMPILER_MAX_KNOWN];
    size_t count = 0;
    for (size_t i = 0; i < record->field_count && count < COMPILER_MAX_KNOWN; i++) {
        if (is_visible(compiler, node->left, &record->fields[i]))
            known[count++] = record->fields[i].name;
    }
    return fail_unknown(compiler, DIAGNOSTIC_TEMPLATE_UNKNOWN_FIELD, node,
                        compiler_label(compiler, node->left), (KnownWords){known, count});
}

/* A member of something that may be absent may be absent itself. */
static void settle_optional(Compiler *compiler, Expression *node)
{
    const Expression *left = node->left;
    if (left->type.is_optional)
        node->absent = left->absent != NULL ? left->absent : left;
    else if (node->type.is_optional)
        node->absent = node;
    node->type.is_optional |= left->type.is_optional;
    if (node->type.is_optional && scope_is_present(&compiler->scope, node->path)) {
        node->type.is_optional = false;
        node->absent = NULL;
    }
}

static bool resolve_family(Compiler *compiler, Expression *node)
{
    const NameFamily *family = node->left->type.family;
    void *schema = compiler->set->host.context;
    size_t index = 0;
    if (family->find != NULL && !family->find(schema, node->name, &index)) {
        Slice known[COMPILER_MAX_KNOWN];
        size_t count = 0;
        for (Slice name; family->name_at != NULL && count < COMPILER_MAX_KNOWN; count++) {
            name = family->name_at(schema, count);
            if (name.size == 0)
                break;
            known[count] = name;
        }
        return fail_unknown(compiler, DIAGNOSTIC_TEMPLATE_UNKNOWN_FIELD, node,
                            compiler_label(compiler, node->left), (KnownWords){known, count});
    }
    node->kind = EXPRESSION_FAMILY;
    node->family = family;
    node->index = (uint32_t) index;
    node->type = family->item;
    node->left = node->left->left;
    settle_optional(compiler, node);
    return true;
}

static bool resolve_filled(Compiler *compiler, Expression *node)
{
    const Component *component = compiler->component;
    uint32_t index = SET_DEFAULT_SLOT;
    if (!slice_equal(node->name, SLICE("default")) && !set_find_slot(component, node->name, &index))
        return fail_unknown(compiler, DIAGNOSTIC_TEMPLATE_UNKNOWN_FIELD, node, SLICE("slots"),
                            (KnownWords){component->slots, component->slot_count});
    node->kind = EXPRESSION_FILLED;
    node->index = index;
    node->type = (Type){.kind = TYPE_BOOL};
    return true;
}

/* Which of the things every page must show has been named. */
static void note_publisher(Compiler *compiler, const Expression *node)
{
    if (compiler->is_testing || compiler->condition_depth > 0)
        return;
    if (slice_equal(node->path, SLICE("site.publisher.name")))
        compiler->component->shows_name = true;
    else if (slice_equal(node->path, SLICE("site.publisher.contacts")))
        compiler->component->shows_contacts = true;
}

static bool resolve_member(Compiler *compiler, Expression *node)
{
    Expression *left = node->left;
    if (left->kind == EXPRESSION_NAME && slice_equal(left->name, SLICE("slots")))
        return resolve_filled(compiler, node);
    if (!resolve_expression(compiler, left))
        return false;
    node->path = slice_print(compiler->arena, "%.*s.%.*s", SLICE_FORMAT(left->path),
                             SLICE_FORMAT(node->name));
    if (left->type.kind == TYPE_NAMES)
        return resolve_family(compiler, node);
    if (left->type.kind != TYPE_RECORD)
        return fail_unknown(compiler, DIAGNOSTIC_TEMPLATE_UNKNOWN_FIELD, node,
                            compiler_label(compiler, left), (KnownWords){0});
    const Record *record = left->type.record;
    const RecordField *field = record_find(record, node->name);
    if (field == NULL || !is_visible(compiler, left, field))
        return fail_field(compiler, node, record);
    node->kind = EXPRESSION_FIELD;
    node->field = field;
    node->type = field->type;
    table_add(&compiler->set->used_fields, field->name, compiler->set);
    settle_optional(compiler, node);
    note_publisher(compiler, node);
    return true;
}

static bool resolve_logic(Compiler *compiler, Expression *node)
{
    if (!resolve_expression(compiler, node->left) || !compiler_check_test(compiler, node->left))
        return false;
    ScopeMark mark = scope_mark(&compiler->scope);
    scope_assume(&compiler->scope, node->left, node->kind == EXPRESSION_AND);
    bool is_fine = node->right == NULL || (resolve_expression(compiler, node->right) &&
                                           compiler_check_test(compiler, node->right));
    scope_rewind(&compiler->scope, mark);
    node->type = (Type){.kind = TYPE_BOOL};
    return is_fine;
}

static bool resolve_else(Compiler *compiler, Expression *node)
{
    if (!resolve_expression(compiler, node->left) || !resolve_expression(compiler, node->right))
        return false;
    Type wanted = node->left->type;
    wanted.is_optional = true;
    node->right = convert_value(compiler, node->right, &wanted, SLICE("“?:”"));
    if (node->right == NULL)
        return false;
    node->type = node->left->type;
    node->type.is_optional = node->right->type.is_optional && node->left->type.is_optional;
    node->absent = node->type.is_optional ? node->right->absent : NULL;
    return true;
}

static bool is_number(const Expression *node)
{
    return node->type.kind == TYPE_INT || node->type.kind == TYPE_NUMBER;
}

static bool can_compare(const Expression *node)
{
    const Type *left = &node->left->type;
    const Type *right = &node->right->type;
    bool is_order = node->comparison != COMPARE_EQUAL && node->comparison != COMPARE_NOT_EQUAL;
    if (is_number(node->left) && is_number(node->right))
        return true;
    if (!type_equal(left, right) || left->kind == TYPE_LIST || left->kind == TYPE_ATTRIBUTES ||
        left->kind == TYPE_INLINE || left->kind == TYPE_HTML || left->kind == TYPE_NAMES)
        return false;
    return !is_order || left->kind == TYPE_DATE;
}

/* A word in quotes beside an enum is a word of it. */
static bool settle_word(Compiler *compiler, const Expression *other, Expression **side)
{
    if (other->type.kind != TYPE_ENUM || (*side)->kind != EXPRESSION_CONSTANT ||
        (*side)->type.kind != TYPE_TEXT)
        return true;
    *side = convert_value(compiler, *side, &other->type, compiler_label(compiler, other));
    return *side != NULL;
}

static bool resolve_compare(Compiler *compiler, Expression *node)
{
    if (!resolve_expression(compiler, node->left) || !resolve_expression(compiler, node->right) ||
        !compiler_require(compiler, node->left) || !compiler_require(compiler, node->right) ||
        !settle_word(compiler, node->left, &node->right) ||
        !settle_word(compiler, node->right, &node->left))
        return false;
    node->type = (Type){.kind = TYPE_BOOL};
    if (can_compare(node))
        return true;
    compiler_fault(compiler, DIAGNOSTIC_TEMPLATE_TYPE_COMPARE, node->start, node->end,
                   type_phrase(compiler->arena, &node->left->type),
                   type_phrase(compiler->arena, &node->right->type));
    return false;
}

static bool resolve_filter(Compiler *compiler, Expression *node)
{
    if (!resolve_expression(compiler, node->left))
        return false;
    for (uint32_t i = 0; i < node->argument_count; i++) {
        Expression *value = node->arguments[i].value;
        if (value != NULL &&
            (!resolve_expression(compiler, value) || !compiler_require(compiler, value)))
            return false;
    }
    node->filter = filter_find(node->name);
    if (node->filter == NULL) {
        const Slice *known = NULL;
        size_t count = filter_names(compiler->arena, &known);
        Span span = compiler_span(compiler, node->start, node->end);
        compiler_unknown(compiler, DIAGNOSTIC_TEMPLATE_UNKNOWN_FILTER, span,
                         (Slice[2]){node->name, {0}}, node->name, (KnownWords){known, count});
        return false;
    }
    if (!filter_check(compiler, node))
        return false;
    if (node->left->type.is_optional) {
        node->type.is_optional = true;
        node->absent = node->left->absent;
    }
    return true;
}

static bool resolve_asset(Compiler *compiler, Expression *node)
{
    const TemplateHost *host = &compiler->set->host;
    node->type = (Type){.kind = TYPE_URL};
    node->url = host->find_asset == NULL ? NULL : host->find_asset(host->context, node->name);
    if (node->url == NULL)
        compiler_fault(compiler, DIAGNOSTIC_TEMPLATE_ASSET, node->start, node->end, node->name,
                       (Slice){0});
    return node->url != NULL;
}

static bool resolve_reference(Compiler *compiler, Expression *node)
{
    const TemplateHost *host = &compiler->set->host;
    node->type = (Type){.kind = TYPE_RECORD, .record = host->page, .is_optional = true};
    node->absent = node;
    node->key = host->find_literal == NULL
                    ? NULL
                    : host->find_literal(host->context, host->page, node->name);
    if (node->key == NULL)
        compiler_fault(compiler, DIAGNOSTIC_TEMPLATE_REFERENCE, node->start, node->end,
                       SLICE("page"), node->name);
    return node->key != NULL;
}

/* long: one line for each kind of node */
bool resolve_expression(Compiler *compiler, Expression *node)
{
    switch (node->kind) {
    case EXPRESSION_NAME:
        return resolve_name(compiler, node);
    case EXPRESSION_MEMBER:
        return resolve_member(compiler, node);
    case EXPRESSION_FILTER:
        return resolve_filter(compiler, node);
    case EXPRESSION_AND:
    case EXPRESSION_OR:
    case EXPRESSION_NOT:
        return resolve_logic(compiler, node);
    case EXPRESSION_ELSE:
        return resolve_else(compiler, node);
    case EXPRESSION_COMPARE:
        return resolve_compare(compiler, node);
    case EXPRESSION_MESSAGE:
        return sentence_resolve(compiler, node, NULL, 0);
    case EXPRESSION_ASSET:
        return resolve_asset(compiler, node);
    case EXPRESSION_REFERENCE:
        return resolve_reference(compiler, node);
    case EXPRESSION_CONSTANT:
    case EXPRESSION_SLOT:
    case EXPRESSION_SITE:
    case EXPRESSION_PAGE:
    case EXPRESSION_FIELD:
    case EXPRESSION_FAMILY:
    case EXPRESSION_FILLED:
    case EXPRESSION_REWORD:
    case EXPRESSION_WIDEN:
    case EXPRESSION_JOIN:
        return true;
    }
    return false;
}
