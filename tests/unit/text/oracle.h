/* The oracle of direction: ICU's bidi algorithm says in which order letters are seen, with the
 * isolates that were decided put in and taken out of the levels again (persian 8). long: it is all
 * of the oracle, for several tests. */
#ifndef TESTS_TEXT_ORACLE_H
#define TESTS_TEXT_ORACLE_H

#include "base/arena.h"
#include "text/token.h"

#include <unicode/ubidi.h>
#include <unicode/utf16.h>

#include <assert.h>
#include <stdio.h>
#include <string.h>

#define ORACLE_MAX 512

typedef struct Oracle {
    Direction base;
    UChar text[ORACLE_MAX];
    int32_t letter_of[ORACLE_MAX]; /* per unit: the letter, or -1 for what was put in */
    int32_t size;
    int32_t count; /* letters seen */
    UBiDiLevel levels[ORACLE_MAX];
    int32_t letters[ORACLE_MAX];
    int32_t order[ORACLE_MAX]; /* visual position -> letter */
    UBiDiLevel order_level[ORACLE_MAX];
} Oracle;

static inline void oracle_put(Oracle *oracle, uint32_t code, int32_t letter)
{
    assert(oracle->size + 2 < ORACLE_MAX && code < 0x10000);
    oracle->letter_of[oracle->size] = letter;
    oracle->text[oracle->size++] = (UChar) code;
}

/* What is written in front of a token and behind it, as controls. */
static inline void oracle_put_border(Oracle *oracle, const Token *token, bool opens)
{
    const bool is_rtl = oracle->base == DIRECTION_RTL;
    const bool is_percent = token->kind == TOKEN_PERCENT;
    if (!opens) {
        if (token_is_isolated(token))
            oracle_put(oracle, 0x2069, -1);
        return;
    }
    if (token_is_isolated(token))
        oracle_put(oracle, is_rtl ? 0x2066 : 0x2067, -1);
    if (is_percent)
        oracle_put(oracle, 0x061C, -1);
}

static inline void oracle_fill(Oracle *oracle, const Letters *letters, const TokenList *tokens)
{
    size_t next = 0;
    for (size_t i = 0; i <= letters->count; i++) {
        if (tokens != NULL && next < tokens->count && tokens->items[next].end == i) {
            oracle_put_border(oracle, &tokens->items[next], false);
            next++;
        }
        if (tokens != NULL && next < tokens->count && tokens->items[next].start == i)
            oracle_put_border(oracle, &tokens->items[next], true);
        if (i < letters->count)
            oracle_put(oracle, letters->codes[i], (int32_t) i);
    }
}

/* Works out the order in which the letters are seen; `tokens` NULL: nothing is isolated. */
static inline void oracle_run(Oracle *oracle, const Letters *letters, const TokenList *tokens,
                              Direction base)
{
    *oracle = (Oracle){.base = base};
    oracle_fill(oracle, letters, tokens);
    UErrorCode status = U_ZERO_ERROR;
    UBiDi *bidi = ubidi_open();
    ubidi_setPara(bidi, oracle->text, oracle->size, base == DIRECTION_RTL ? 1 : 0, NULL, &status);
    const UBiDiLevel *levels = ubidi_getLevels(bidi, &status);
    assert(U_SUCCESS(status));
    for (int32_t i = 0; i < oracle->size; i++) {
        if (oracle->letter_of[i] < 0)
            continue;
        oracle->levels[oracle->count] = levels[i];
        oracle->letters[oracle->count++] = oracle->letter_of[i];
    }
    int32_t map[ORACLE_MAX];
    ubidi_reorderVisual(oracle->levels, oracle->count, map);
    for (int32_t i = 0; i < oracle->count; i++) {
        oracle->order[i] = oracle->letters[map[i]];
        oracle->order_level[i] = oracle->levels[map[i]];
    }
    ubidi_close(bidi);
}

/* The end of the run that begins at visual position `start`. */
static inline int32_t oracle_run_end(const Oracle *oracle, int32_t start)
{
    const bool is_rtl = oracle->order_level[start] & 1;
    int32_t end = start + 1;
    while (end < oracle->count && (oracle->order_level[end] & 1) == is_rtl &&
           oracle->order[end] == oracle->order[end - 1] + (is_rtl ? -1 : 1))
        end++;
    return end;
}

static inline uint32_t oracle_as_ascii(uint32_t code)
{
    if (code >= 0x6F0 && code <= 0x6F9)
        return code - 0x6F0 + '0';
    if (code == 0x66A)
        return '%';
    return code >= 0x660 && code <= 0x669 ? code - 0x660 + '0' : code;
}

/* Which stretch this is among the right-to-left ones, in memory order, from 1. */
static inline int oracle_stretch_number(const Oracle *oracle, int32_t start)
{
    int number = 1;
    for (int32_t i = 0; i < oracle->count; i = oracle_run_end(oracle, i))
        if ((oracle->order_level[i] & 1) && oracle->order[i] < oracle->order[start])
            number++;
    return number;
}

/* The notation of the examples: runs in ` `, right-to-left stretches as R1, R2 … */
static inline void oracle_describe(const Oracle *oracle, const Letters *letters, Buffer *out)
{
    for (int32_t start = 0; start < oracle->count;) {
        const int32_t end = oracle_run_end(oracle, start);
        if (start > 0)
            buffer_add_byte(out, ' ');
        if (oracle->order_level[start] & 1)
            buffer_print(out, "R%d", oracle_stretch_number(oracle, start));
        else {
            buffer_add_byte(out, '`');
            for (int32_t i = start; i < end; i++)
                buffer_add_code_point(out, oracle_as_ascii(letters->codes[oracle->order[i]]));
            buffer_add_byte(out, '`');
        }
        start = end;
    }
}

/* The tokens that are written differently: "phrase `C++`, phrase `C#`", or "–". */
static inline void oracle_describe_tokens(const Letters *letters, const TokenList *tokens,
                                          Buffer *out)
{
    for (size_t i = 0; i < tokens->count; i++) {
        const Token *token = &tokens->items[i];
        if (!token_is_isolated(token) && token->kind != TOKEN_PERCENT)
            continue;
        if (out->size > 0)
            buffer_add(out, SLICE(", "));
        buffer_add(out, token_kind_name((TokenKind) token->kind));
        buffer_add(out, token->kind == TOKEN_PERCENT ? SLICE(" U+061C `") : SLICE(" `"));
        letters_encode(letters, token->start, token->end, out);
        buffer_add_byte(out, '`');
    }
    if (out->size == 0)
        buffer_add(out, SLICE("–"));
}

#endif
