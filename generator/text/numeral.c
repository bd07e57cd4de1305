/* Numbers in Persian: their digits, and the marks between them. */
#include "text/numeral.h"

#include "base/arena.h"
#include "text/numeric.h"

#include <string.h>

static bool is_fixed(const Letters *letters, size_t position)
{
    return (letters->classes[position] & (CLASS_KEPT | CLASS_PROTECTED)) != 0;
}

static bool is_persian_digit(const Letters *letters, size_t position)
{
    const uint32_t code = letters_code(letters, position);
    return code >= 0x6F0 && code <= 0x6F9;
}

/* D1 */
static void turn_digits(Letters *letters, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
        if ((letters->classes[i] & CLASS_LATIN_DIGIT) &&
            !(letters->classes[i] & CLASS_LATIN_DIGITS))
            letters_set(letters, i, letters->codes[i] - '0' + 0x6F0);
}

static size_t end_of_digits(const Letters *letters, size_t position)
{
    while (is_persian_digit(letters, position))
        position++;
    return position;
}

/* D3: 1–3 digits and groups of exactly three, joined by commas and by nothing else. */
static bool is_grouped(const Letters *letters, size_t start, size_t end)
{
    size_t position = end_of_digits(letters, start);
    if (position == start || position - start > 3 || position == end)
        return false;
    while (position < end && letters->codes[position] == ',') {
        const size_t group = position + 1;
        position = end_of_digits(letters, group);
        if (position - group != 3)
            return false;
    }
    return position == end;
}

static void turn_commas(Letters *letters, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
        if (letters->codes[i] == ',')
            letters_set(letters, i, 0x66C);
}

/* Words that follow a decimal number (D4), as UTF-8. */
static const Slice decimal_words[] = {
    SLICE_INIT("درصد"),   SLICE_INIT("هزار"),    SLICE_INIT("میلیون"),  SLICE_INIT("میلیارد"),
    SLICE_INIT("متر"),    SLICE_INIT("کیلومتر"), SLICE_INIT("کیلوگرم"), SLICE_INIT("گرم"),
    SLICE_INIT("تن"),     SLICE_INIT("لیتر"),    SLICE_INIT("مگابایت"), SLICE_INIT("گیگابایت"),
    SLICE_INIT("مگاوات"), SLICE_INIT("دلار"),    SLICE_INIT("ریال"),    SLICE_INIT("تومان"),
    SLICE_INIT("هکتار"),  SLICE_INIT("درجه"),    SLICE_INIT("برابر")};

#define DECIMAL_WORD_MAX 16 /* bytes; letters are two each */

static bool is_decimal_word(const Letters *letters, size_t start)
{
    char word[DECIMAL_WORD_MAX];
    size_t size = 0;
    for (; letters_class(letters, start) & (CLASS_R | CLASS_JOINER | CLASS_NSM); start++) {
        const uint32_t code = letters->codes[start];
        if (size + 2 > sizeof(word) || code >= 0x800)
            return false;
        word[size++] = (char) (0xC0 | code >> 6);
        word[size++] = (char) (0x80 | (code & 0x3F));
    }
    for (size_t i = 0; i < sizeof(decimal_words) / sizeof(decimal_words[0]); i++)
        if (slice_equal(decimal_words[i], (Slice){word, size}))
            return true;
    return false;
}

/* Where the full stop of a number with one stop and nothing else stands; `end` when there is none.
 */
static size_t find_point(const Letters *letters, size_t start, size_t end)
{
    const size_t point = end_of_digits(letters, start);
    if (point == start || point >= end || letters->codes[point] != '.')
        return end;
    return end_of_digits(letters, point + 1) == end ? point : end;
}

static bool takes_decimal(const Letters *letters, size_t end)
{
    if (letters_class(letters, end) & CLASS_PERCENT)
        return true;
    const size_t word = letters_skip(letters, end, CLASS_SPACE);
    return word > end && is_decimal_word(letters, word);
}

/* D4: a full stop before a unit is a decimal mark; else somebody should look at it. */
static void turn_point(Letters *letters, size_t start, size_t end, FindingList *findings)
{
    const size_t point = find_point(letters, start, end);
    if (point == end)
        return;
    const bool is_decimal = takes_decimal(letters, end);
    if (is_decimal) {
        letters_set(letters, point, 0x66B);
        return;
    }
    const size_t from = letters_origin(letters, start);
    const size_t to = (size_t) letters_origin(letters, end - 1) + 1;
    const size_t at = letters_origin(letters, point);
    Buffer text;
    buffer_init(&text, findings->arena, 256);
    letters_encode(letters, start, point, &text);
    buffer_add(&text, SLICE("٫"));
    letters_encode(letters, point + 1, end, &text);
    Finding *finding = finding_add(findings, DIAGNOSTIC_TEXT_DECIMAL, from, to);
    finding->words[1] = buffer_slice(&text);
    finding_edit(finding, at, at + 1, SLICE("٫"));
}

static void fix_number(const Typography *typography, Letters *letters, size_t start, size_t end,
                       FindingList *findings)
{
    if (!typography->keeps_digits)
        turn_digits(letters, start, end);
    if (is_grouped(letters, start, end))
        turn_commas(letters, start, end);
    else
        turn_point(letters, start, end, findings);
    if (letters_code(letters, end) == '%' && is_persian_digit(letters, end - 1))
        letters_set(letters, end, 0x66A);
}

void numeral_fix(const Typography *typography, Letters *letters, FindingList *findings)
{
    for (size_t i = 0; (i = letters_find(letters, i, CLASS_DIGIT)) < letters->count;) {
        if (is_fixed(letters, i)) {
            i++;
            continue;
        }
        const size_t end = numeric_end_of_number(letters, i);
        fix_number(typography, letters, i, end, findings);
        i = end;
    }
}
