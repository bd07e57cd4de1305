/* Numbers in words and digits of a language, and numbers as editors type them. */
#include "text/number.h"

#include "base/utf8.h"
#include "text/tools.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define READ_MAX_DIGITS 64
#define GROUP 1000 /* no language parts the digits of smaller numbers */

#define ALM "\xD8\x9C"     /* U+061C */
#define LRM "\xE2\x80\x8E" /* U+200E */
#define MINUS "\xE2\x88\x92"

/* What is to be written: ICU takes whole numbers exactly. */
typedef struct Figure {
    bool is_int;
    int64_t integer;
    double number;
} Figure;

/* A result object costs 20 ns: less than handing one to every caller. */
static void write_figure(const UNumberFormatter *formatter, Figure figure, Buffer *out)
{
    UErrorCode status = U_ZERO_ERROR;
    UFormattedNumber *result = unumf_openResult(&status);
    if (figure.is_int)
        unumf_formatInt(formatter, figure.integer, result, &status);
    else
        unumf_formatDouble(formatter, figure.number, result, &status);
    UChar units[TOOLS_MAX_UNITS];
    int32_t count = unumf_resultToString(result, units, TOOLS_MAX_UNITS, &status);
    if (U_SUCCESS(status))
        tools_add_units(out, units, count);
    unumf_closeResult(result);
}

/* Whole numbers below the first group are digits and nothing else: ICU is not asked. */
static bool write_small(const Language *language, double value, Buffer *out)
{
    if (!(value >= 0 && value < GROUP) || signbit(value) || value != floor(value) ||
        language->digits == DIGITS_NONE)
        return false;
    digit_write_int(language->digits, (int64_t) value, out);
    return true;
}

static uint32_t held(uint32_t fraction)
{
    return fraction > NUMBER_MAX_FRACTION ? NUMBER_MAX_FRACTION : fraction;
}

void number_write(const Language *language, double value, uint32_t fraction, Buffer *out)
{
    assert(language->kind == LANGUAGE_OF_SITE);
    if (!write_small(language, value, out))
        write_figure(language->tools->numbers[held(fraction)], (Figure){.number = value}, out);
}

void number_write_int(const Language *language, int64_t value, Buffer *out)
{
    assert(language->kind == LANGUAGE_OF_SITE);
    if (!write_small(language, (double) value, out))
        write_figure(language->tools->numbers[0], (Figure){.is_int = true, .integer = value}, out);
}

void number_write_plain(const Language *language, double value, uint32_t fraction, Buffer *out)
{
    assert(language->kind == LANGUAGE_OF_SITE);
    if (!write_small(language, value, out))
        write_figure(language->tools->plain[held(fraction)], (Figure){.number = value}, out);
}

void number_write_plain_int(const Language *language, int64_t value, Buffer *out)
{
    assert(language->kind == LANGUAGE_OF_SITE);
    write_figure(language->tools->plain[0], (Figure){.is_int = true, .integer = value}, out);
}

static bool is_zero(Slice figure)
{
    for (size_t offset = 0; offset < figure.size;) {
        DigitFamily family;
        if (digit_value(utf8_next(figure, &offset), &family) > 0)
            return false;
    }
    return true;
}

/* Persian digits become Arabic numbers for the bidi algorithm after an Arabic letter, and then let
 * go of their signs: U+061C makes that so everywhere, U+200E keeps the minus in front. */
static void write_marked_percent(const LanguageTools *tools, double value, uint32_t fraction,
                                 Buffer *out)
{
    size_t start = out->size;
    buffer_add(out, SLICE(ALM));
    write_figure(tools->percents[fraction], (Figure){.number = fabs(value)}, out);
    buffer_add(out, tools->percent_sign);
    Slice written = slice_from(buffer_slice(out), start);
    if (value >= 0 || is_zero(written))
        return;
    buffer_truncate(out, start);
    buffer_add(out, SLICE(LRM MINUS));
    write_figure(tools->percents[fraction], (Figure){.number = fabs(value)}, out);
    buffer_add(out, SLICE(ALM));
    buffer_add(out, tools->percent_sign);
}

void number_write_percent(const Language *language, double value, uint32_t fraction, Buffer *out)
{
    assert(language->kind == LANGUAGE_OF_SITE);
    const LanguageTools *tools = language->tools;
    if (tools->marks_percent)
        write_marked_percent(tools, value, held(fraction), out);
    else
        write_figure(tools->percents[held(fraction)], (Figure){.number = value}, out);
}

/* Between number and unit a line must not break. */
static void keep_together(Buffer *out, size_t start)
{
    char kept[TOOLS_MAX_UNITS * 4];
    Slice written = slice_from(buffer_slice(out), start);
    if (written.size > sizeof kept)
        return;
    memcpy(kept, written.at, written.size);
    Slice rest = {kept, written.size};
    buffer_truncate(out, start);
    Slice word;
    while (slice_cut(rest, ' ', &word, &rest)) {
        buffer_add(out, word);
        buffer_add(out, SLICE("\u00A0"));
    }
    buffer_add(out, word);
}

void number_write_unit(const Language *language, double value, Unit unit, Buffer *out)
{
    assert(language->kind == LANGUAGE_OF_SITE);
    const LanguageTools *tools = language->tools;
    size_t start = out->size;
    if (tools->unit_names == NULL) {
        write_figure(tools->units[unit], (Figure){.number = value}, out);
        keep_together(out, start);
        return;
    }
    bool is_one = plural_select(language, PLURAL_CARDINAL, value) == PLURAL_ONE;
    number_write(language, value, unit == UNIT_BYTE ? 0 : 1, out);
    buffer_add(out, SLICE("\u00A0"));
    buffer_add(out, tools->unit_names[unit][is_one ? 0 : 1]);
}

void number_write_bytes(const Language *language, int64_t bytes, Buffer *out)
{
    double value = (double) bytes;
    Unit unit = UNIT_BYTE;
    /* 999,950 bytes would be written as 1,000.0 kB. */
    while (unit < UNIT_TERABYTE && fabs(value) >= (unit == UNIT_BYTE ? 1000 : 999.95)) {
        value /= 1000;
        unit++;
    }
    number_write_unit(language, value, unit, out);
}

void number_write_machine(double value, Buffer *out)
{
    char text[32];
    for (int precision = 15; precision <= 17; precision++) {
        snprintf(text, sizeof text, "%.*g", precision, value);
        if (strtod(text, NULL) == value)
            break;
    }
    buffer_add(out, slice_of_string(text));
}

/* ASCII digits of a number typed in one family; false for anything that is no such number. */
static bool plain_digits(Slice text, bool allow_point, char out[READ_MAX_DIGITS])
{
    DigitFamily first = DIGITS_NONE;
    size_t count = 0;
    bool has_point = false;
    bool has_digit = false;
    for (size_t offset = 0; offset < text.size;) {
        if (count == READ_MAX_DIGITS - 1)
            return false;
        uint32_t code_point = utf8_next(text, &offset);
        DigitFamily family = DIGITS_NONE;
        int digit = digit_value(code_point, &family);
        bool is_point = code_point == '.' || code_point == 0x066B;
        bool is_sign = code_point == '-' || code_point == '+' || code_point == 0x2212;
        if (digit >= 0 && (first == DIGITS_NONE || first == family)) {
            first = family;
            has_digit = true;
            out[count++] = (char) ('0' + digit);
        } else if (is_point && allow_point && has_digit && !has_point) {
            has_point = true;
            out[count++] = '.';
        } else if (is_sign && count == 0) {
            out[count++] = code_point == '+' ? '+' : '-';
        } else {
            return false;
        }
    }
    out[count] = '\0';
    return has_digit && out[count - 1] != '.';
}

bool number_read_int(Slice text, int64_t *ret_value)
{
    char digits[READ_MAX_DIGITS];
    return plain_digits(slice_trim(text), false, digits) &&
           slice_to_int(slice_of_string(digits), ret_value);
}

bool number_read(Slice text, double *ret_value)
{
    char digits[READ_MAX_DIGITS];
    if (!plain_digits(slice_trim(text), true, digits))
        return false;
    *ret_value = strtod(digits, NULL);
    return true;
}
