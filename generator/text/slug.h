/* Short ASCII names for addresses and ids: [a-z0-9]+(-[a-z0-9]+)*, at most 60 bytes (editorial 1,
 * output 55, 56). No name is made from letters outside ASCII: a transliteration without vowels
 * helps nobody. */
#ifndef TEXT_SLUG_H
#define TEXT_SLUG_H

#include "base/arena.h"

#define SLUG_MAX_SIZE 60

bool slug_is_valid(Slice slug);

/* Lower case, everything but letters and digits to single hyphens, cut after a whole word. Empty
 * when the text holds a letter or digit that is not ASCII, or nothing to make a name of. */
Slice slug_make(Arena *arena, Slice text);

/* The same, but what is not ASCII is dropped instead: a proposal for `slug:` and file names. May be
 * empty. */
Slice slug_propose(Arena *arena, Slice text);

/* The id of a heading: the slug of its text, else "h-" and six hexadecimal digits of its digest. */
Slice slug_heading(Arena *arena, Slice text);

/* A stated id: an ASCII letter, then letters, digits, "-", "_", ".", at most 60 bytes. */
bool slug_is_id(Slice id);

#endif
