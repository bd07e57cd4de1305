/* Names and facts of a place. */
#include "template/scope.h"

ScopeMark scope_mark(const Scope *scope)
{
    return (ScopeMark){scope->name_count, scope->fact_count};
}

void scope_rewind(Scope *scope, ScopeMark mark)
{
    scope->name_count = mark.name_count;
    scope->fact_count = mark.fact_count;
}

const ScopeName *scope_find(const Scope *scope, Slice name)
{
    for (uint32_t i = scope->name_count; i > 0; i--) {
        if (slice_equal(scope->names[i - 1].name, name))
            return &scope->names[i - 1];
    }
    return NULL;
}

void scope_add_fact(Scope *scope, Slice path, uint32_t variants)
{
    if (path.size > 0 && scope->fact_count < SCOPE_MAX_FACTS)
        scope->facts[scope->fact_count++] = (ScopeFact){path, variants};
}

bool scope_is_present(const Scope *scope, Slice path)
{
    for (uint32_t i = scope->fact_count; i > 0 && path.size > 0; i--) {
        if (scope->facts[i - 1].variants == 0 && slice_equal(scope->facts[i - 1].path, path))
            return true;
    }
    return false;
}

uint32_t scope_variants(const Scope *scope, Slice path, uint32_t all)
{
    uint32_t variants = all;
    for (uint32_t i = 0; i < scope->fact_count && path.size > 0; i++) {
        if (scope->facts[i].variants != 0 && slice_equal(scope->facts[i].path, path))
            variants &= scope->facts[i].variants;
    }
    return variants;
}

/* A test of page.image.caption holds only where page.image is there too. */
static void assume_present(Scope *scope, const Expression *path)
{
    for (; path != NULL && path->path.size > 0; path = path->left) {
        if (path->type.is_optional || path->absent != NULL)
            scope_add_fact(scope, path->path, 0);
    }
}

void scope_assume(Scope *scope, const Expression *test, bool outcome)
{
    if (test->kind == EXPRESSION_NOT) {
        scope_assume(scope, test->left, !outcome);
    } else if (test->kind == (outcome ? EXPRESSION_AND : EXPRESSION_OR)) {
        scope_assume(scope, test->left, outcome);
        scope_assume(scope, test->right, outcome);
    } else if (outcome && test->path.size > 0) {
        assume_present(scope, test);
    }
}
