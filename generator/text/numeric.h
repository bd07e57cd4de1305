/* Tokens made of numbers: phones, dates, ranges, quantities and their kin (persian 4.3). */
#ifndef TEXT_NUMERIC_H
#define TEXT_NUMERIC_H

#include "text/token.h"

/* The kind of token that begins at `position`, and its end; false when none does. */
bool numeric_match(const Letters *letters, size_t position, TokenKind *ret_kind, size_t *ret_end);

/* A phone that begins with + or (+. */
bool numeric_match_international_phone(const Letters *letters, size_t position, size_t *ret_end);

/* The end of the number at `position`: digits with single separators between them. */
size_t numeric_end_of_number(const Letters *letters, size_t position);

/* True when something at `end` binds the number before it to a Latin word. */
bool numeric_is_glued(const Letters *letters, size_t end);

/* True when a token may begin at `position`: not inside a Latin word or a number. */
bool numeric_may_start(const Letters *letters, size_t position);

#endif
