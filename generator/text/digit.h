/* The three families of digits. Needs no tools: for any text, in any thread. */
#ifndef TEXT_DIGIT_H
#define TEXT_DIGIT_H

#include "base/buffer.h"

typedef enum DigitFamily {
    DIGITS_NONE,    /* not stated */
    DIGITS_LATN,    /* 0–9 */
    DIGITS_ARABEXT, /* ۰–۹ */
    DIGITS_ARAB,    /* ٠–٩ */
    DIGITS_COUNT
} DigitFamily;

/* The value of a digit of any family, or -1; *ret_family is set only for a digit. */
int digit_value(uint32_t code_point, DigitFamily *ret_family);

/* The digit of a family: digit_of(DIGITS_ARABEXT, 5) is U+06F5. */
uint32_t digit_of(DigitFamily family, int value);

/* Copies text, digits of any family becoming those of `family`; DIGITS_LATN makes them ASCII. */
void digit_write(DigitFamily family, Slice text, Buffer *out);

/* A number in the digits of a family, without grouping: list marks, footnotes. */
void digit_write_int(DigitFamily family, int64_t value, Buffer *out);

/* The word of site.yaml: "latn", "arabext", "arab". */
bool digit_find_family(Slice word, DigitFamily *ret_family);

#endif
