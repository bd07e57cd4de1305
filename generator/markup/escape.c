/* Looks behind escapes and entities for characters that nobody may write. */
#include "markup/escape.h"

#include "base/report.h"
#include "base/utf8.h"

#include <stdio.h>

#define MAX_HEX 16
#define MAX_ENTITY_SIZE 12

/* The value of a digit, at most 15; 16 for any other byte. */
static uint32_t digit_of(char byte)
{
    if (byte >= '0' && byte <= '9')
        return (uint32_t) (byte - '0');
    const char lower = (char) (byte | 0x20);
    return lower >= 'a' && lower <= 'f' ? (uint32_t) (lower - 'a' + 10) : MAX_HEX;
}

/* Behind the digits that begin at `at`; their value is held to what a code point may be. */
static size_t read_digits(Slice text, size_t at, uint32_t base, uint32_t *ret_value)
{
    *ret_value = 0;
    while (at < text.size && digit_of(text.at[at]) < base) {
        *ret_value = *ret_value > 0x10FFFF ? *ret_value : *ret_value * base + digit_of(text.at[at]);
        at++;
    }
    return at;
}

/* The end of the escape or entity at `at`, and its character; 0: none stands there. */
static size_t read_escape(Slice text, size_t at, uint32_t *ret_code_point)
{
    const char first = text.at[at];
    const char kind = at + 1 < text.size ? text.at[at + 1] : '\0';
    if (first == '\\' && (kind == 'x' || kind == 'u' || kind == 'U')) {
        const size_t size = kind == 'x' ? 2 : kind == 'u' ? 4 : 8;
        const size_t end = at + 2 + size;
        return read_digits(slice_to(text, end), at + 2, 16, ret_code_point) == end ? end : 0;
    }
    if (first != '&' || kind != '#' || at + 2 >= text.size)
        return 0;
    const bool is_hex = text.at[at + 2] == 'x' || text.at[at + 2] == 'X';
    const Slice part = slice_to(text, at + MAX_ENTITY_SIZE);
    const size_t end = read_digits(part, at + (is_hex ? 3 : 2), is_hex ? 16 : 10, ret_code_point);
    return end < part.size && part.at[end] == ';' ? end + 1 : 0;
}

/* The place of the first escape that stands for a character; else all that is written. */
static Span find_escape(Span written, uint32_t code_point)
{
    const Slice text = span_text(written);
    for (size_t at = 0; at < text.size; at++) {
        uint32_t found = 0;
        const size_t end = read_escape(text, at, &found);
        if (end > 0 && found == code_point)
            return (Span){written.source, written.start + (uint32_t) at,
                          written.start + (uint32_t) end};
    }
    return written;
}

static void say(DiagnosticCode code, Span written, uint32_t code_point, Report *report)
{
    char name[16];
    const int size = snprintf(name, sizeof(name), "U+%04X", (unsigned) code_point);
    report_add(report, &(Diagnostic){.code = code,
                                     .span = find_escape(written, code_point),
                                     .words = {{name, (size_t) size}}});
}

bool escape_check(Span written, Slice text, Report *report)
{
    size_t offset = 0;
    uint32_t code_point = 0;
    if (utf8_find_bidi_control(text, &offset, &code_point)) {
        say(DIAGNOSTIC_BIDI_CONTROL, written, code_point, report);
        return false;
    }
    if (utf8_find_control(text, &offset, &code_point)) {
        say(DIAGNOSTIC_CONTROL, written, code_point, report);
        return false;
    }
    return true;
}

bool escape_check_name(Span written, Slice name, Report *report)
{
    for (size_t offset = 0; offset < name.size;) {
        const uint32_t code_point = utf8_next(name, &offset);
        if (utf8_is_invisible(code_point)) {
            say(DIAGNOSTIC_HIDDEN_NAME, written, code_point, report);
            return false;
        }
    }
    return escape_check(written, name, report);
}

bool escape_check_entity(Span written, Report *report)
{
    char bytes[UTF8_MAX_SIZE];
    uint32_t code_point = 0;
    size_t offset = 0;
    const Slice text = span_text(written);
    if (text.size == 0 || read_escape(text, 0, &code_point) == 0)
        return true;
    const Slice character = {bytes, utf8_encode(code_point, bytes)};
    return !utf8_find_bidi_control(character, &offset, &code_point) ||
           escape_check(written, character, report);
}
