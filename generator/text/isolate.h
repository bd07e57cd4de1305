/* Keeps a string's direction safe: `<bdi lang dir>` where markup stands, U+2066…U+2069 where it
 * cannot, and first-strong protection of a finished plain string. The words in between are written
 * (and escaped) by the caller; nothing written here needs escaping.
 *
 * A value without language (NULL), an empty one, and one in the language of the place get nothing.
 */
#ifndef TEXT_ISOLATE_H
#define TEXT_ISOLATE_H

#include "base/buffer.h"
#include "text/language.h"

#define ISOLATE_LRI "\xE2\x81\xA6" /* U+2066 */
#define ISOLATE_RLI "\xE2\x81\xA7" /* U+2067 */
#define ISOLATE_FSI "\xE2\x81\xA8" /* U+2068 */
#define ISOLATE_PDI "\xE2\x81\xA9" /* U+2069 */
#define ISOLATE_LRM "\xE2\x80\x8E" /* U+200E */
#define ISOLATE_RLM "\xE2\x80\x8F" /* U+200F */
#define ISOLATE_ALM "\xD8\x9C"     /* U+061C */

/* Opens an isolate in element content around `text` of `language`, where `place` is the language in
 * force. A token (language_token) that is a phone number gets class="nowrap" too. False: nothing
 * was written and nothing is to be closed. */
bool isolate_open_markup(Buffer *out, Slice text, const Language *language, const Language *place);
void isolate_close_markup(Buffer *out); /* </bdi> */

/* The same in plain text: titles, human attributes, feeds, JSON. */
bool isolate_open_plain(Buffer *out, Slice text, const Language *language, const Language *place);
void isolate_close_plain(Buffer *out); /* U+2069 */

/* The mark to put in front of a finished, not yet escaped plain string: U+200F, U+200E or nothing.
 * It is needed when the first strong letter, counted with or without the inside of isolates, is not
 * of `direction`, or when a right-to-left string has none. */
Slice isolate_guard(Slice text, Direction direction);

/* A title, description or other plain string, ready for a place without markup: tokens isolated,
 * percent signs held, guarded in front. What is already isolated is left alone. Returns `text`
 * itself where nothing is to be done. Do it once per string, not per use. */
Slice isolate_plain(Arena *arena, Slice text, const Language *language);

/* Reads a plain string piece by piece, so that element content can carry markup instead of
 * controls. False at the end. */
typedef enum IsolatePart {
    ISOLATE_TEXT,
    ISOLATE_OPEN_LTR,
    ISOLATE_OPEN_RTL,
    ISOLATE_OPEN_AUTO,
    ISOLATE_CLOSE,
} IsolatePart;
bool isolate_next(Slice *rest, IsolatePart *ret_part, Slice *ret_text);

/* For addresses, ids, JSON-LD numbers, sitemaps: without U+061C, U+200E, U+200F and isolates. */
Slice isolate_strip(Arena *arena, Slice text);

#endif
