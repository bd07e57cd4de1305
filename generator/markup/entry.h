/* One line of YAML as somebody typed it, cut into indent, key and value. This is no parser: it
 * knows enough to say what a line was meant to be when YAML itself gave up. All slices are views
 * into the line. */
#ifndef MARKUP_ENTRY_H
#define MARKUP_ENTRY_H

#include "base/slice.h"

typedef struct Entry {
    Slice text;   /* the line without its break */
    Slice indent; /* spaces and tabs */
    Slice body;   /* behind indent and "- " */
    Slice key;    /* with its quotes; empty: none */
    Slice value;  /* without a comment, unless it begins with a quote or a bracket */
    bool is_item; /* "- " stood before the body */
} Entry;

Entry entry_split(Slice text);

static inline bool entry_is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* NUL for the empty text. */
static inline char entry_first(Slice text)
{
    return text.size > 0 ? text.at[0] : '\0';
}

/* A colon that ends a key: a blank or the end follows. */
bool entry_has_colon(Slice text, size_t i);

/* Trimmed, and without a comment at its end. */
Slice entry_without_comment(Slice text);

/* The length of a text in quotes, both included; 0: it never closes. */
size_t entry_quoted_size(Slice text);

/* The length of a list or map in brackets; 0: it never closes. */
size_t entry_bracket_size(Slice text);

/* The value in quotes, so that YAML reads back the same text. */
Slice entry_quote(Arena *arena, Slice value);

#endif
