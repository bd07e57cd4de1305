/* The order of titles in a language and the letters an index is cut into (persian.md 12). The
 * collator is opened with the language; keys are compared as bytes. */
#ifndef TEXT_COLLATE_H
#define TEXT_COLLATE_H

#include "base/record.h"
#include "text/language.h"

/* The sort key of a text in a language of the site: compare keys with slice_compare, and the texts
 * themselves where keys are equal. */
Slice collate_key(Arena *arena, const Language *language, Slice text);

/* The first bytes of a key as a number: of two keys the one with the lower number comes first, and
 * only where both have the same do the keys themselves have to be compared. */
uint64_t collate_rank(Slice key);

/* Headings of an index in order: the letters of the language, then one for all other scripts ("A–Z"
 * or «ا–ی»), then "#" for titles that begin with a digit or with no letter at all. */
size_t collate_heading_count(const Language *language);
Text collate_heading(const Language *language, size_t heading);

/* The ASCII name of a heading for ids and addresses: "l1", "l2", …, "other", "digits". */
Slice collate_heading_id(Arena *arena, const Language *language, size_t heading);

/* The heading a title belongs to. `key` is its collate_key. */
size_t collate_find_heading(const Language *language, Slice title, Slice key);

#endif
