/* Facts about characters: normal form, scripts, borders, look-alikes, host names. Nothing here
 * depends on a language; classes stand in text/class. Only hosts need UnicodeTools, which are
 * opened with the languages; all else is constant. Text is valid UTF-8. */
#ifndef TEXT_UNICODE_H
#define TEXT_UNICODE_H

#include "base/arena.h"

typedef struct UnicodeTools UnicodeTools;

/* NULL when ICU's data is missing. */
UnicodeTools *unicode_open(Arena *arena);
void unicode_close(UnicodeTools *tools);

typedef enum Script {
    SCRIPT_COMMON, /* and inherited: belongs to any */
    SCRIPT_LATIN,
    SCRIPT_ARABIC,
    SCRIPT_HEBREW,
    SCRIPT_OTHER,
} Script;
Script unicode_script(uint32_t code_point);

/* The script of the first letter, SCRIPT_COMMON without one. */
Script unicode_first_script(Slice text);

/* True for text in normal form C (a quick check that may say false for some that are). */
bool unicode_is_nfc(Slice text);
Slice unicode_nfc(Arena *arena, Slice text); /* the text itself where nothing changes */
Slice unicode_nfkc(Arena *arena, Slice text);

/* Grapheme clusters (UAX 29): what a reader takes for one character. */
size_t unicode_count_clusters(Slice text);
size_t unicode_next_cluster(Slice text, size_t offset); /* offset of the border after `offset` */

/* Words: runs of letters, digits and marks, joined by U+200C, U+200D and apostrophes. */
size_t unicode_count_words(Slice text);

/* The last border behind a word at or before `offset`; 0: none. */
size_t unicode_word_end(Slice text, size_t offset);

/* The text held to `max` clusters (at least 2), "…" included: cut behind a word where one ends in
 * the second half, `، ؛ : ( « –` and U+200C taken off the end, open « and ( closed (persian.md 12).
 * The text itself where it fits. */
Slice unicode_shorten(Arena *arena, Slice text, size_t max);

/* True when a word of a name mixes scripts or digits so that it may be taken for another one
 * (persian.md 13). *ret_strangers names the foreign characters: "U+0430, U+0435". */
bool unicode_is_lookalike(Arena *arena, Slice word, Slice *ret_strangers);

/* A host by UTS 46 (non-transitional, CheckBidi, ContextJ, STD3), in ASCII and lower case; false
 * when it is none. */
bool unicode_host(const UnicodeTools *tools, Arena *arena, Slice host, Slice *ret_ascii);

#endif
