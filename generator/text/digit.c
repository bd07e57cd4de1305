/* Digits of three families: read by value, written by family. */
#include "text/digit.h"

#include "base/utf8.h"

#include <assert.h>

static const uint32_t zeros[DIGITS_COUNT] = {'0', '0', 0x06F0, 0x0660};

static const Slice words[DIGITS_COUNT] = {
    SLICE_INIT(""),
    SLICE_INIT("latn"),
    SLICE_INIT("arabext"),
    SLICE_INIT("arab"),
};

int digit_value(uint32_t code_point, DigitFamily *ret_family)
{
    for (DigitFamily family = DIGITS_LATN; family < DIGITS_COUNT; family++) {
        if (code_point < zeros[family] || code_point > zeros[family] + 9)
            continue;
        *ret_family = family;
        return (int) (code_point - zeros[family]);
    }
    return -1;
}

uint32_t digit_of(DigitFamily family, int value)
{
    assert(value >= 0 && value <= 9);
    return zeros[family] + (uint32_t) value;
}

void digit_write(DigitFamily family, Slice text, Buffer *out)
{
    size_t start = 0;
    for (size_t offset = 0; offset < text.size;) {
        size_t before = offset;
        DigitFamily typed;
        int value = digit_value(utf8_next(text, &offset), &typed);
        if (value < 0 || typed == family)
            continue;
        buffer_add(out, slice_part(text, start, before));
        buffer_add_code_point(out, digit_of(family, value));
        start = offset;
    }
    buffer_add(out, slice_from(text, start));
}

void digit_write_int(DigitFamily family, int64_t value, Buffer *out)
{
    char digits[20];
    size_t count = 0;
    uint64_t rest = value < 0 ? 0 - (uint64_t) value : (uint64_t) value;
    do {
        digits[count++] = (char) (rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (value < 0)
        buffer_add_byte(out, '-');
    while (count > 0)
        buffer_add_code_point(out, digit_of(family, digits[--count]));
}

bool digit_find_family(Slice word, DigitFamily *ret_family)
{
    for (DigitFamily family = DIGITS_LATN; family < DIGITS_COUNT; family++) {
        if (!slice_equal(word, words[family]))
            continue;
        *ret_family = family;
        return true;
    }
    return false;
}
