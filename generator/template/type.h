/* Types of values in templates (templates.md 3): compared, named in faults, read from `params`. */
#ifndef TEMPLATE_TYPE_H
#define TEMPLATE_TYPE_H

#include "template/template.h"

/* The same type, whether optional or not. Enums are equal when their words are. */
bool type_equal(const Type *a, const Type *b);

/* "text", "int", "list of page", "page". */
Slice type_name(Arena *arena, const Type *type);

/* The same with its article where it has one: "a date", "an int", "text". */
Slice type_phrase(Arena *arena, const Type *type);

/* Words of an enum, joined by ", ". */
Slice type_words(Arena *arena, const Type *type);

/* The place of a word in an enum; false: it has no such word. */
bool type_find_word(const Type *type, Slice word, uint32_t *ret_index);

/* "text", "list of page?", "note|warning|tip". False: *ret_word is the part that names nothing. */
bool type_read(Arena *arena, const TemplateHost *host, Slice text, Type *ret_type, Slice *ret_word);

/* All names a type may have, for did-you-mean. */
size_t type_known_names(Arena *arena, const TemplateHost *host, Slice **ret_names);

#endif
