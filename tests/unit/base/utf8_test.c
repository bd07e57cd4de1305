/* base/utf8: well-formedness by the Unicode Standard, and characters nobody sees. */
#include "base/utf8.h"
#include "test.h"

#include <string.h>

static void accepts_well_formed_text_only(void **state)
{
    (void) state;
    static const struct {
        const char *text;
        size_t bad; /* offset of the first bad byte; SIZE_MAX: none */
    } cases[] = {
        {"", SIZE_MAX},
        {"plain ascii that is longer than eight bytes", SIZE_MAX},
        {"آب و خاک 💧 é", SIZE_MAX},
        {"\xF4\x8F\xBF\xBF \xEF\xBF\xBD \xED\x9F\xBF \xEE\x80\x80", SIZE_MAX},
        {"a\x80", 1},      /* a continuation alone */
        {"ab\xC0\xAF", 2}, /* overlong "/" */
        {"\xC1\xBF", 0},
        {"\xE0\x9F\xBF", 0},     /* overlong */
        {"\xF0\x8F\xBF\xBF", 0}, /* overlong */
        {"\xED\xA0\x80", 0},     /* surrogate */
        {"\xF4\x90\x80\x80", 0}, /* above U+10FFFF */
        {"\xF5\x80\x80\x80", 0},
        {"12345678\xFF", 8},
        {"آ\xD8", 2}, /* cut short at the end */
        {"\xE2\x80", 0},
        {"\xF0\x9F\x92", 0},
        {"\xE2\x28\xA1", 0},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        size_t offset = SIZE_MAX;
        bool is_fine = utf8_check(slice_of_string(cases[i].text), &offset);
        assert_int_equal(is_fine, cases[i].bad == SIZE_MAX);
        assert_int_equal(offset, cases[i].bad);
    }
}

static void walks_both_ways_over_every_code_point(void **state)
{
    (void) state;
    for (uint32_t code_point = 1; code_point <= 0x10FFFF;
         code_point += code_point < 0x3000 ? 1 : 37) {
        if (code_point >= 0xD800 && code_point <= 0xDFFF)
            continue;
        char bytes[UTF8_MAX_SIZE];
        Slice text = {bytes, utf8_encode(code_point, bytes)};
        size_t offset = 0;
        assert_true(utf8_check(text, &offset));
        assert_int_equal(utf8_next(text, &offset), code_point);
        assert_int_equal(offset, text.size);
        assert_int_equal(utf8_previous(text, &offset), code_point);
        assert_int_equal(offset, 0);
        assert_int_equal(utf8_count(text), 1);
    }
}

static void counts_letters_of_all_lengths_wherever_they_stand(void **state)
{
    (void) state;
    const Slice letters[] = {SLICE("a"), SLICE("آ"), SLICE("–"), SLICE("💧")};
    char bytes[200];
    for (size_t first = 0; first < 20; first++) { // ASCII in front moves the rest
        memset(bytes, 'x', first);
        Slice text = {bytes, first};
        assert_int_equal(utf8_count(text), first);
        for (size_t count = 1; count <= 40; count++) {
            const Slice letter = letters[(count + first) % COUNT_OF(letters)];
            memcpy(bytes + text.size, letter.at, letter.size);
            text.size += letter.size;
            assert_int_equal(utf8_count(text), first + count);
        }
    }
}

/* The quick pass lets nothing through that a closer look would find. */
static void calls_text_clean_only_where_the_finders_find_nothing(void **state)
{
    (void) state;
    for (uint32_t code_point = 0; code_point <= 0x10FFFF; code_point++) {
        if (code_point >= 0xD800 && code_point <= 0xDFFF)
            continue;
        char bytes[UTF8_MAX_SIZE];
        Slice text = {bytes, utf8_encode(code_point, bytes)};
        size_t offset;
        uint32_t found;
        bool is_found = utf8_find_control(text, &offset, &found) ||
                        utf8_find_bidi_control(text, &offset, &found);
        if (is_found && utf8_is_clean(text))
            fail_msg("U+%04X", code_point);
    }
    assert_true(utf8_is_clean(SLICE("آب\n\tو خاک « » 💧 –")));
    assert_false(utf8_is_clean(SLICE("آب\xD8")));
    assert_false(utf8_is_clean(SLICE("\xC0\xAF")));
}

/* Sixteen bytes are looked at together: wherever a doubtful character or a broken one stands in a
 * long text, it is found there too. */
static void calls_long_text_clean_only_where_all_of_it_is(void **state)
{
    (void) state;
    static const char *const doubtful[] = {
        "\x7F",         "\x01",         "\xC2\x85",
        "\xE2\x80\xAE", "\xE2\x81\xA6", "\xEF\xBF\xBE",
        "\xD8",         "\xE2\x80",     "\x80",
        "\xC0\xAF",     "\xED\xA0\x80", "\xF3\xA0\x80\xA1",
        "\xE2\x8C.",    "\xD8\xA7\xA7", "\xF4\x90\x80\x80",
    };
    const Slice clean =
        SLICE("آب\u200cهای «شور» – 50 m³…\tدر خاک\n# water ⅔ و خشک\u200cسالی 💧 پایان "
              "همین");
    assert_true(utf8_is_clean(clean));
    for (size_t i = 0; i < sizeof(doubtful) / sizeof(doubtful[0]); i++) {
        const Slice bad = slice_of_string(doubtful[i]);
        for (size_t start = 0, end = 0; start <= clean.size; start = end) {
            char bytes[256];
            end = start;
            if (start < clean.size)
                utf8_next(clean, &end);
            else
                end = clean.size + 1;
            memcpy(bytes, clean.at, start);
            memcpy(bytes + start, bad.at, bad.size);
            memcpy(bytes + start + bad.size, clean.at + start, clean.size - start);
            if (utf8_is_clean((Slice){bytes, clean.size + bad.size}))
                fail_msg("doubtful %zu at %zu", i, start);
        }
    }
    for (size_t start = 0; start < clean.size; start++) // what is cut off in the middle is broken
        if (((unsigned char) clean.at[start] & 0xC0) == 0x80)
            assert_false(utf8_is_clean(slice_to(clean, start)));
}

static void encodes_what_is_no_character_as_replacement(void **state)
{
    (void) state;
    static const uint32_t cases[] = {0xD800, 0xDFFF, 0x110000, UINT32_MAX};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        char bytes[UTF8_MAX_SIZE];
        assert_slice(((Slice){bytes, utf8_encode(cases[i], bytes)}), "\uFFFD");
    }
}

static void never_reads_past_the_end_of_unchecked_text(void **state)
{
    (void) state;
    Arena arena = {0};
    static const char *const cases[] = {"\xF0", "\xE2\x80", "\xF0\x9F\x92", "\xD8", "\xFF", "\x80"};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Slice text = slice_copy(&arena, slice_of_string(cases[i]));
        size_t offset = 0;
        while (offset < text.size)
            utf8_next(text, &offset);
        assert_int_equal(offset, text.size);
        while (offset > 0)
            utf8_previous(text, &offset);
    }
    arena_close(&arena);
}

static void finds_control_characters(void **state)
{
    (void) state;
    static const struct {
        const char *text;
        size_t offset;
        uint32_t code_point;
    } cases[] = {
        {"fine\ttext\r\nکتاب", SIZE_MAX, 0},
        {"a\x01", 1, 1},
        {"آ\x1B[2J", 2, 0x1B},
        {"a\x7F", 1, 0x7F},
        {"a\xC2\x85"
         "b",
         1, 0x85},
        {"«a» \uFFFE", 6, 0xFFFE},
        {"\uFFFF", 0, 0xFFFF},
        {"\u00a0\uFEFF", SIZE_MAX, 0},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        size_t offset = SIZE_MAX;
        uint32_t code_point = 0;
        utf8_find_control(slice_of_string(cases[i].text), &offset, &code_point);
        assert_int_equal(offset, cases[i].offset);
        assert_int_equal(code_point, cases[i].code_point);
    }
}

static void finds_what_changes_direction_unseen(void **state)
{
    (void) state;
    static const struct {
        const char *text;
        size_t offset;
        uint32_t code_point;
    } cases[] = {
        {"می\u200cرود \u200f و \u200e", SIZE_MAX, 0},
        {"a\u202eb", 1, 0x202E},
        {"a\u202ab", 1, 0x202A},
        {"a \u2066b\u2069 c", SIZE_MAX, 0},
        {"\u2067a \u2068b\u2069\u2069", SIZE_MAX, 0},
        {"ab\u2068c", 2, 0x2068},
        {"ab\u2069c", 2, 0x2069},
        {"\u2066a\nb\u2069", 0, 0x2066}, /* pairs do not reach over a line */
        {"\u2066a\u2069\nb\u2069", 9, 0x2069},
        {"\u2066 \u2067 \u2069", 0, 0x2066},
        {"\u2066a\u202eb\u2069", 4, 0x202E},
        {"x\U000E0041", 1, 0xE0041},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        size_t offset = SIZE_MAX;
        uint32_t code_point = 0;
        bool found = utf8_find_bidi_control(slice_of_string(cases[i].text), &offset, &code_point);
        assert_int_equal(found, cases[i].offset != SIZE_MAX);
        assert_int_equal(offset, cases[i].offset);
        assert_int_equal(code_point, cases[i].code_point);
    }
}

static void knows_characters_without_ink(void **state)
{
    (void) state;
    static const struct {
        uint32_t code_point;
        bool is_invisible;
    } cases[] = {
        {'a', false},    {' ', false},    {0xA0, false},   {0xAD, true},     {0x61C, true},
        {0x627, false},  {0x200A, false}, {0x200B, true},  {0x200C, true},   {0x200F, true},
        {0x2010, false}, {0x202E, true},  {0x202F, false}, {0x2060, true},   {0x206F, true},
        {0xFE0F, true},  {0xFEFF, true},  {0xE0020, true}, {0x1F4A7, false}, {0x34F, true},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_int_equal(utf8_is_invisible(cases[i].code_point), cases[i].is_invisible);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(accepts_well_formed_text_only),
        cmocka_unit_test(walks_both_ways_over_every_code_point),
        cmocka_unit_test(counts_letters_of_all_lengths_wherever_they_stand),
        cmocka_unit_test(calls_text_clean_only_where_the_finders_find_nothing),
        cmocka_unit_test(calls_long_text_clean_only_where_all_of_it_is),
        cmocka_unit_test(encodes_what_is_no_character_as_replacement),
        cmocka_unit_test(never_reads_past_the_end_of_unchecked_text),
        cmocka_unit_test(finds_control_characters),
        cmocka_unit_test(finds_what_changes_direction_unseen),
        cmocka_unit_test(knows_characters_without_ink),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
