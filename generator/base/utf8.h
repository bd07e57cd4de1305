/* UTF-8 by the Unicode Standard, chapter 3.9: no overlong forms, no surrogates, nothing above
 * U+10FFFF. Free of ICU. The walking functions expect checked text. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/slice.h"

#define UTF8_MAX_SIZE 4

/* False at the first byte that is not UTF-8; *ret_offset is where it stands. */
bool utf8_check(Slice text, size_t *ret_offset);

/* The text itself where it is UTF-8; else a copy in which each byte that is not is U+FFFD. */
Slice utf8_mend(Arena *arena, Slice text);

/* One quick pass: true for UTF-8 in which neither finder below finds anything. False only says that
 * a closer look is needed. */
bool utf8_is_clean(Slice text);

/* The code point at *offset, and *offset behind it. Needs *offset < text.size. */
uint32_t utf8_next(Slice text, size_t *offset);

/* The code point before *offset, and *offset at its start. Needs *offset > 0. */
uint32_t utf8_previous(Slice text, size_t *offset);

size_t utf8_count(Slice text); /* code points */
size_t utf8_encode(uint32_t code_point, char bytes[UTF8_MAX_SIZE]);

/* The first control character (C0 without tab, LF, CR; C1; DEL) or U+FFFE, U+FFFF. */
bool utf8_find_control(Slice text, size_t *ret_offset, uint32_t *ret_code_point);

/* The first character that changes the direction of what follows in a way a reader cannot see:
 * U+202A–U+202E, an unpaired U+2066–U+2069 (pairs count within a paragraph line), U+E0000–U+E007F.
 */
bool utf8_find_bidi_control(Slice text, size_t *ret_offset, uint32_t *ret_code_point);

/* True for characters that leave no ink and that a name, key or address must not hold: the bidi
 * controls above and U+00AD, U+034F, U+061C, U+180E, U+200B–U+200F, U+2028–U+202E, U+2060–U+206F,
 * U+FE00–U+FE0F, U+FEFF, tags. */
bool utf8_is_invisible(uint32_t code_point);

#endif
