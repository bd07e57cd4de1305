/* The names a place in a template can use, and what is known there about values that may be absent
 * (templates.md 3): facts come from t-if and t-match and end with their element. A path such as
 * "page.image.src" names a value; names cannot hide each other, so equal paths are equal values. */
#ifndef TEMPLATE_SCOPE_H
#define TEMPLATE_SCOPE_H

#include "template/expression.h"

#define SCOPE_MAX_NAMES 64
#define SCOPE_MAX_FACTS 256

typedef struct ScopeName {
    Slice name;
    Type type;
    uint16_t slot; /* of the frame */
} ScopeName;

typedef struct ScopeFact {
    Slice path;
    uint32_t variants; /* 0: it is present; else it is one of these variants of its record */
} ScopeFact;

typedef struct Scope {
    ScopeName names[SCOPE_MAX_NAMES];
    uint32_t name_count;
    ScopeFact facts[SCOPE_MAX_FACTS];
    uint32_t fact_count;
} Scope;

typedef struct ScopeMark {
    uint32_t name_count;
    uint32_t fact_count;
} ScopeMark;

ScopeMark scope_mark(const Scope *scope);
void scope_rewind(Scope *scope, ScopeMark mark);

const ScopeName *scope_find(const Scope *scope, Slice name);

/* A full list of facts forgets the newest: what it allows is then reported as absent. */
void scope_add_fact(Scope *scope, Slice path, uint32_t variants);
bool scope_is_present(const Scope *scope, Slice path);

/* The variants the record at `path` may have; `all` where nothing is known. */
uint32_t scope_variants(const Scope *scope, Slice path, uint32_t all);

/* Facts that hold where `test` is true, or where it is false. */
void scope_assume(Scope *scope, const Expression *test, bool outcome);

#endif
