/* Borders, normal forms, look-alikes and hosts, with ICU's own services as witnesses. */
#include "base/utf8.h"
#include "fixture.h"
#include "text/tools.h"
#include "text/unicode.h"

#include <unicode/ubrk.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>

static const char *const samples[] = {
    "",
    "plain words",
    "می" ZWNJ "خواهم آب",
    "خانهٔ ما",
    "e\xCC\x81t\xC3\xA9",
    "\r\n\na\tb",
    "🇮🇷🇩🇪🇫",
    "👨\u200d👩\u200d👧 family 👍🏽!",
    "한국어 \xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8",
    "हिंदी भाषा",
    "กำลัง",
    ("a\xE2\x80\x8D"
     "b" ALM "c"),
    ("\xF0\x91\x82\xBD"
     "क"),
    "❤️\u200d🔥☎",
};

static void finds_the_borders_of_clusters(void **state)
{
    (void) state;
    for (size_t i = 0; i < COUNT(samples); i++) {
        Slice text = slice_of_string(samples[i]);
        int32_t count;
        UChar *units = tools_units(&fixture_arena, text, &count);
        UErrorCode status = U_ZERO_ERROR;
        UBreakIterator *icu = ubrk_open(UBRK_CHARACTER, "en_US_POSIX", units, count, &status);
        size_t offset = 0;
        size_t clusters = 0;
        for (int32_t end; (end = ubrk_next(icu)) != UBRK_DONE; clusters++) {
            offset = unicode_next_cluster(text, offset);
            int32_t size = 0;
            u_strToUTF8(NULL, 0, &size, units, end, &(UErrorCode){U_ZERO_ERROR});
            if ((size_t) size != offset)
                fail_msg("sample %zu: border at %zu, not at %d", i, offset, (int) size);
        }
        assert_int_equal(unicode_count_clusters(text), clusters);
        ubrk_close(icu);
    }
}

/* The quick answer for letters that stand alone must not part what ICU holds together. */
static void finds_the_clusters_of_icu_in_every_pair_of_common_letters(void **state)
{
    (void) state;
    static const uint32_t others[] = {'a', 0x301, 0x627, 0x64E, 0x6F1, 0x200D, '\r', 0xA9};
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *icu = ubrk_open(UBRK_CHARACTER, "en_US_POSIX", NULL, 0, &status);
    for (uint32_t code_point = 1; code_point < 0x800; code_point++) {
        for (size_t i = 0; i < 2 * COUNT(others); i++) {
            uint32_t other = others[i / 2];
            UChar units[2] = {(UChar) (i % 2 ? other : code_point),
                              (UChar) (i % 2 ? code_point : other)};
            char bytes[2 * UTF8_MAX_SIZE];
            size_t size = utf8_encode(units[0], bytes);
            size += utf8_encode(units[1], bytes + size);
            ubrk_setText(icu, units, 2, &status);
            bool is_one = ubrk_next(icu) == 2;
            if (is_one != (unicode_next_cluster((Slice){bytes, size}, 0) == size))
                fail_msg("U+%04X U+%04X", units[0], units[1]);
        }
    }
    assert_true(U_SUCCESS(status));
    ubrk_close(icu);
}

static void takes_the_letters_marks_and_numbers_of_icu_for_words(void **state)
{
    (void) state;
    for (uint32_t code_point = 1; code_point < 0x1000; code_point++) {
        char bytes[UTF8_MAX_SIZE];
        Slice text = {bytes, utf8_encode(code_point, bytes)};
        uint32_t mask = U_GET_GC_MASK((UChar32) code_point);
        size_t expected = (mask & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0;
        if (unicode_count_words(text) != expected)
            fail_msg("U+%04X", code_point);
    }
}

static void counts_words(void **state)
{
    (void) state;
    static const struct {
        const char *text;
        size_t count;
    } cases[] = {
        {"", 0},           {" – ", 0},     {"می" ZWNJ "خواهم آب", 2}, {"it's fine", 2},
        {"۱۴۰۳/۰۴/۲۲", 3}, {"خانهٔ ما", 2}, {"C++ and C#", 3},         {"one", 1},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(unicode_count_words(slice_of_string(cases[i].text)), cases[i].count);
}

static void finds_the_last_end_of_a_word(void **state)
{
    (void) state;
    Slice text = SLICE("one two. three");
    assert_int_equal(unicode_word_end(text, 2), 0);
    assert_int_equal(unicode_word_end(text, 3), 3);
    assert_int_equal(unicode_word_end(text, 7), 7);
    assert_int_equal(unicode_word_end(text, 10), 7);
    assert_int_equal(unicode_word_end(text, 14), 14);
}

static void shortens_after_a_word_and_closes_brackets(void **state)
{
    (void) state;
    static const struct {
        const char *text;
        size_t max;
        const char *shortened;
    } cases[] = {
        {"short", 5, "short"},
        {"one two three", 13, "one two three"},
        {"one two three", 9, "one two…"},
        {"one two three", 8, "one two…"},
        {"one two three", 7, "one tw…"},
        {"incomprehensible", 6, "incom…"},
        {"a incomprehensible", 8, "a incom…"},
        {"آب، باران، برف و یخ", 11, "آب، باران…"},
        {"کتاب «تاریخ ایران باستان» را بخوانید", 20, "کتاب «تاریخ ایران…»"},
        {"see (the whole list) below", 16, "see (the whole…)"},
        {"see (the whole list) below", 15, "see (the…)"},
        {"می" ZWNJ "خواهم بروم", 3, "می…"},
        {"👍🏽👍🏽👍🏽", 2, "👍🏽…"},
        {"ab", 2, "ab"},
        {"abc", 2, "a…"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Slice result =
            unicode_shorten(&fixture_arena, slice_of_string(cases[i].text), cases[i].max);
        expect_text(result, cases[i].shortened, cases[i].text);
        assert_true(unicode_count_clusters(result) <= cases[i].max);
    }
}

static void composes_what_is_not_composed(void **state)
{
    (void) state;
    static const struct {
        const char *text;
        bool is_nfc;
        const char *nfc;
        const char *nfkc;
    } cases[] = {
        {"plain", true, "plain", "plain"},           {"آب", true, "آب", "آب"},
        {"\xD8\xA7\xD9\x93", false, "آ", "آ"},       {"e\xCC\x81", false, "\xC3\xA9", "\xC3\xA9"},
        {"\xEF\xBA\x8D", true, "\xEF\xBA\x8D", "ا"}, {"خانهٔ", false, "خانهٔ", "خانهٔ"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Slice text = slice_of_string(cases[i].text);
        assert_int_equal(unicode_is_nfc(text), cases[i].is_nfc);
        expect_text(unicode_nfc(&fixture_arena, text), cases[i].nfc, cases[i].text);
        expect_text(unicode_nfkc(&fixture_arena, text), cases[i].nfkc, cases[i].text);
    }
}

static void names_the_strangers_of_a_word(void **state)
{
    (void) state;
    static const struct {
        const char *word;
        const char *strangers;
    } cases[] = {
        {"Telegram", ""},
        {"تلگرام", ""},
        {"تلگرام Telegram", ""},
        {"Привет", ""},
        {"東京タワーtower", ""},
        {"p\xD0\xB0ypal", "U+0430"},
        {"\xD0\xB0pple", "U+0430"},
        {"gοοgle", "U+03BF, U+03BF"},
        {"ирانΩ", "U+0627, U+0646, U+03A9"},
        {"a۱", ""},
        {"1۱", "U+06F1"},
        {"۶٠", "U+0660"},
    };
    UErrorCode status = U_ZERO_ERROR;
    USpoofChecker *icu = uspoof_open(&status);
    uspoof_setChecks(icu, USPOOF_RESTRICTION_LEVEL | USPOOF_MIXED_NUMBERS, &status);
    uspoof_setRestrictionLevel(icu, USPOOF_MODERATELY_RESTRICTIVE);
    for (size_t i = 0; i < COUNT(cases); i++) {
        Slice word = slice_of_string(cases[i].word);
        Slice strangers;
        bool found = unicode_is_lookalike(&fixture_arena, word, &strangers);
        expect_text(strangers, cases[i].strangers, cases[i].word);
        int32_t faults = uspoof_check2UTF8(icu, word.at, (int32_t) word.size, NULL, &status);
        assert_true(U_SUCCESS(status));
        if (found != (faults != 0))
            fail_msg("%s: ICU says %d", cases[i].word, (int) faults);
    }
    uspoof_close(icu);
}

static void writes_hosts_in_ascii(void **state)
{
    (void) state;
    static const struct {
        const char *host;
        const char *ascii; /* NULL: none */
    } cases[] = {
        {"Example.ORG", "example.org"},
        {"bücher.example", "xn--bcher-kva.example"},
        {"آب.example", "xn--hgbm.example"},
        {"faß.de", "xn--fa-hia.de"},
        {"نامه" ZWNJ "ای.com", "xn--mgba3gch31f060k.com"},
        {"a_b.example", NULL},
        {"", NULL},
        {"a..b", NULL},
        {"a b", NULL},
        {"ab" ZWNJ "c.com", NULL},
        {"-a.com", NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Slice ascii = {0};
        bool is_host = unicode_host(fixture_languages->unicode, &fixture_arena,
                                    slice_of_string(cases[i].host), &ascii);
        assert_int_equal(is_host, cases[i].ascii != NULL);
        if (is_host)
            expect_text(ascii, cases[i].ascii, cases[i].host);
    }
}

static void knows_the_script_of_a_text(void **state)
{
    (void) state;
    assert_int_equal(unicode_first_script(SLICE("«آب» water")), SCRIPT_ARABIC);
    assert_int_equal(unicode_first_script(SLICE("12 water")), SCRIPT_LATIN);
    assert_int_equal(unicode_first_script(SLICE("מים")), SCRIPT_HEBREW);
    assert_int_equal(unicode_first_script(SLICE("вода")), SCRIPT_OTHER);
    assert_int_equal(unicode_first_script(SLICE("۱۲ –")), SCRIPT_COMMON);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_borders_of_clusters),
        cmocka_unit_test(finds_the_clusters_of_icu_in_every_pair_of_common_letters),
        cmocka_unit_test(takes_the_letters_marks_and_numbers_of_icu_for_words),
        cmocka_unit_test(counts_words),
        cmocka_unit_test(finds_the_last_end_of_a_word),
        cmocka_unit_test(shortens_after_a_word_and_closes_brackets),
        cmocka_unit_test(composes_what_is_not_composed),
        cmocka_unit_test(names_the_strangers_of_a_word),
        cmocka_unit_test(writes_hosts_in_ascii),
        cmocka_unit_test(knows_the_script_of_a_text),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
