/* A Value is plain data as somebody wrote it: a tree of scalars, lists and maps that knows where
 * every piece stands. Scalars stay text until a schema types them (editorial 4). Values live in the
 * arena of whoever read them. */
#ifndef BASE_VALUE_H
#define BASE_VALUE_H

#include "base/source.h"

typedef enum ValueKind {
    VALUE_NONE, /* empty, "~" or null, unquoted: not given */
    VALUE_SCALAR,
    VALUE_LIST,
    VALUE_MAP,
} ValueKind;

typedef struct Value Value;
typedef struct ValueEntry ValueEntry;

struct Value {
    ValueKind kind;
    bool is_quoted;      /* scalar: stood in quotes or in a block */
    Span span;           /* the scalar with its quotes; the whole list or map */
    Slice text;          /* scalar: its content */
    ValueEntry *entries; /* list and map, in order; a list has empty keys */
    size_t count;
};

struct ValueEntry {
    Slice key;
    Span key_span;
    Value value;
};

/* The value under a key of a map; NULL where there is none or `map` is no map. */
const Value *value_find(const Value *map, Slice key);
const ValueEntry *value_find_entry(const Value *map, Slice key);

/* True for an absent value too. */
bool value_is_none(const Value *value);

#endif
