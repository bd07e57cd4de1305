/* What the tests of text share: the nine languages of the fixture, opened as a site opens them, and
 * a buffer to write into. Every function that writes gives a string for assert_string_equal. */
#ifndef TEXT_FIXTURE_H
#define TEXT_FIXTURE_H

#include "base/buffer.h"
#include "expect.h"
#include "text/languages.h"

#include <string.h>

#define ALM "\xD8\x9C"
#define LRM "\xE2\x80\x8E"
#define RLM "\xE2\x80\x8F"
#define LRI "\xE2\x81\xA6"
#define RLI "\xE2\x81\xA7"
#define FSI "\xE2\x81\xA8"
#define PDI "\xE2\x81\xA9"
#define NBSP "\xC2\xA0"
#define NNBSP "\xE2\x80\xAF"
#define MINUS "\xE2\x88\x92"
#define ZWNJ "\xE2\x80\x8C"

static Arena fixture_arena;
static Languages *fixture_languages;

static inline int open_fixture(void **state)
{
    (void) state;
    static const LanguageSettings settings[] = {
        {.code = SLICE_INIT("fa"), .name = SLICE_INIT("فارسی"), .direction = DIRECTION_RTL},
        {.code = SLICE_INIT("en"), .name = SLICE_INIT("English"), .direction = DIRECTION_LTR},
        {.code = SLICE_INIT("ar"), .direction = DIRECTION_RTL},
        {.code = SLICE_INIT("he"), .direction = DIRECTION_RTL},
        {.code = SLICE_INIT("ckb"), .direction = DIRECTION_RTL},
        {.code = SLICE_INIT("azb"), .direction = DIRECTION_RTL},
        {.code = SLICE_INIT("fa-AF"), .direction = DIRECTION_RTL},
        {.code = SLICE_INIT("ps"), .direction = DIRECTION_RTL},
        {.code = SLICE_INIT("ur"), .direction = DIRECTION_RTL},
        {.code = SLICE_INIT("de"), .direction = DIRECTION_LTR},
        {.code = SLICE_INIT("ckb-IR"), .direction = DIRECTION_RTL, .calendar = CALENDAR_PERSIAN},
        {.code = SLICE_INIT("ar-IQ"), .direction = DIRECTION_RTL},
        {.code = SLICE_INIT("az"), .direction = DIRECTION_LTR},
        {.code = SLICE_INIT("ku"), .direction = DIRECTION_LTR},
    };
    fixture_languages =
        languages_open(&fixture_arena, settings, sizeof settings / sizeof settings[0]);
    return fixture_languages == NULL;
}

static inline int close_fixture(void **state)
{
    (void) state;
    languages_close(fixture_languages);
    arena_close(&fixture_arena);
    return 0;
}

static inline const Language *language_of(const char *code)
{
    const Language *language = languages_find(fixture_languages, slice_of_string(code));
    assert_non_null(language);
    return language;
}

static inline const char *string_of(Slice slice)
{
    char *string = arena_take(&fixture_arena, slice.size + 1, 1);
    if (slice.size > 0)
        memcpy(string, slice.at, slice.size);
    return string;
}

static inline Buffer new_buffer(void)
{
    Buffer buffer;
    buffer_init(&buffer, &fixture_arena, 1 << 16);
    return buffer;
}

static inline const char *written(const Buffer *buffer)
{
    return string_of(buffer_slice(buffer));
}

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#endif
