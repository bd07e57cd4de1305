/* Entries of site.yaml: what is wrong with them, and the languages they become. */
#include "fixture.h"
#include "text/languages.h"

#include <unicode/uloc.h>

static void says_what_is_wrong_with_an_entry(void **state)
{
    (void) state;
    static const struct {
        LanguageSettings settings;
        LanguageFault fault;
        const char *word;
    } cases[] = {
        {{.code = SLICE_INIT("fa"), .direction = DIRECTION_RTL}, LANGUAGE_FINE, "rtl"},
        {{.code = SLICE_INIT("en-GB"), .direction = DIRECTION_LTR}, LANGUAGE_FINE, "ltr"},
        {{.code = SLICE_INIT("de"), .direction = DIRECTION_LTR}, LANGUAGE_FINE, "ltr"},
        {{.code = SLICE_INIT("ku-IQ"), .direction = DIRECTION_RTL}, LANGUAGE_FINE, "rtl"},
        {{.code = SLICE_INIT("az-Arab"), .direction = DIRECTION_RTL}, LANGUAGE_FINE, "rtl"},
        {{.code = SLICE_INIT("fa")}, LANGUAGE_NO_DIRECTION, "rtl"},
        {{.code = SLICE_INIT("azb"), .direction = DIRECTION_LTR},
         LANGUAGE_DIRECTION_DIFFERS,
         "rtl"},
        {{.code = SLICE_INIT("de"), .direction = DIRECTION_RTL}, LANGUAGE_DIRECTION_DIFFERS, "ltr"},
        {{.code = SLICE_INIT("yi"), .direction = DIRECTION_LTR}, LANGUAGE_DIRECTION_DIFFERS, "rtl"},
        {{.code = SLICE_INIT("prs"), .direction = DIRECTION_RTL}, LANGUAGE_UNKNOWN, "fa-AF"},
        {{.code = SLICE_INIT("farsi"), .direction = DIRECTION_RTL}, LANGUAGE_UNKNOWN, "fa"},
        {{.code = SLICE_INIT("fa-AFG-"), .direction = DIRECTION_RTL}, LANGUAGE_UNKNOWN, "fa-AF"},
        {{.code = SLICE_INIT("xx"), .direction = DIRECTION_RTL}, LANGUAGE_UNKNOWN, ""},
        {{.code = SLICE_INIT(""), .direction = DIRECTION_RTL}, LANGUAGE_UNKNOWN, ""},
        {{.code = SLICE_INIT("آب"), .direction = DIRECTION_RTL}, LANGUAGE_UNKNOWN, ""},
        {{.code = SLICE_INIT("en"), .locale = SLICE_INIT("en_GB"), .direction = DIRECTION_LTR},
         LANGUAGE_FINE,
         "ltr"},
        {{.code = SLICE_INIT("en"), .locale = SLICE_INIT("xx_YY"), .direction = DIRECTION_LTR},
         LANGUAGE_LOCALE_UNKNOWN,
         "xx_YY"},
        {{.code = SLICE_INIT("en"), .locale = SLICE_INIT("en@a=b"), .direction = DIRECTION_LTR},
         LANGUAGE_LOCALE_UNKNOWN,
         "en@a=b"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Slice word;
        LanguageFault fault = language_check(&cases[i].settings, &word);
        if (fault != cases[i].fault)
            fail_msg("%.*s: fault %d", SLICE_FORMAT(cases[i].settings.code), (int) fault);
        expect_slice(word, slice_of_string(cases[i].word), cases[i].settings.code);
    }
}

/* long: a table */
static void fills_the_facts_of_the_table(void **state)
{
    (void) state;
    static const struct {
        const char *code;
        LanguageId id;
        Direction direction;
        DigitFamily digits;
        Calendar calendar, second;
        const char *hreflang, *locale, *open_quote, *last, *two, *comma;
    } cases[] = {
        {"fa", LANGUAGE_FA, DIRECTION_RTL, DIGITS_ARABEXT, CALENDAR_PERSIAN, CALENDAR_GREGORIAN,
         "fa", "fa", "«", " و ", " و ", "، "},
        {"fa-AF", LANGUAGE_FA_AF, DIRECTION_RTL, DIGITS_ARABEXT, CALENDAR_PERSIAN,
         CALENDAR_GREGORIAN, "fa-AF", "fa_AF", "«", " و ", " و ", "، "},
        {"ps", LANGUAGE_PS, DIRECTION_RTL, DIGITS_ARABEXT, CALENDAR_PERSIAN, CALENDAR_GREGORIAN,
         "ps", "ps_AF", "“", "، او ", " او ", "، "},
        {"ar", LANGUAGE_AR, DIRECTION_RTL, DIGITS_ARAB, CALENDAR_GREGORIAN, CALENDAR_NONE, "ar",
         "ar", "”", " و", " و", "، "},
        {"ar-IQ", LANGUAGE_AR, DIRECTION_RTL, DIGITS_ARAB, CALENDAR_GREGORIAN, CALENDAR_NONE,
         "ar-IQ", "ar_IQ", "”", " و", " و", "، "},
        {"he", LANGUAGE_HE, DIRECTION_RTL, DIGITS_LATN, CALENDAR_GREGORIAN, CALENDAR_NONE, "he",
         "he", "”", " ו", " ו", ", "},
        {"ckb", LANGUAGE_CKB, DIRECTION_RTL, DIGITS_ARAB, CALENDAR_GREGORIAN, CALENDAR_NONE,
         "ku-Arab", "ckb_IQ", "«", " و ", " و ", "، "},
        {"ckb-IR", LANGUAGE_CKB, DIRECTION_RTL, DIGITS_ARAB, CALENDAR_PERSIAN, CALENDAR_GREGORIAN,
         "ku-Arab", "ckb_IR", "«", " و ", " و ", "، "},
        {"azb", LANGUAGE_AZB, DIRECTION_RTL, DIGITS_ARABEXT, CALENDAR_PERSIAN, CALENDAR_GREGORIAN,
         "az-Arab", "fa", "«", " و ", " و ", "، "},
        {"ur", LANGUAGE_UR, DIRECTION_RTL, DIGITS_LATN, CALENDAR_GREGORIAN, CALENDAR_NONE, "ur",
         "ur", "”", "، اور ", " اور ", "، "},
        {"en", LANGUAGE_EN, DIRECTION_LTR, DIGITS_LATN, CALENDAR_GREGORIAN, CALENDAR_NONE, "en",
         "en", "“", ", and ", " and ", ", "},
        {"de", LANGUAGE_OTHER, DIRECTION_LTR, DIGITS_LATN, CALENDAR_GREGORIAN, CALENDAR_NONE, "de",
         "de", "“", " und ", " und ", ", "},
        {"ku", LANGUAGE_KU, DIRECTION_LTR, DIGITS_LATN, CALENDAR_GREGORIAN, CALENDAR_NONE, "ku",
         "ku", "“", " û ", " û ", ", "},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const Language *language = language_of(cases[i].code);
        assert_int_equal(language->kind, LANGUAGE_OF_SITE);
        assert_int_equal(language->id, cases[i].id);
        assert_int_equal(language->direction, cases[i].direction);
        assert_int_equal(language->digits, cases[i].digits);
        assert_int_equal(language->calendar, cases[i].calendar);
        assert_int_equal(language->second_calendar, cases[i].second);
        expect_text(language->hreflang, cases[i].hreflang, cases[i].code);
        expect_text(language->locale, cases[i].locale, cases[i].code);
        expect_text(language->quotes[0], cases[i].open_quote, cases[i].code);
        expect_text(language->lists[LIST_AND].last, cases[i].last, cases[i].code);
        expect_text(language->lists[LIST_AND].two, cases[i].two, cases[i].code);
        expect_text(language->comma, cases[i].comma, cases[i].code);
    }
}

static void finds_languages_in_any_case(void **state)
{
    (void) state;
    assert_ptr_equal(languages_find(fixture_languages, SLICE("FA-af")), language_of("fa-AF"));
    assert_ptr_equal(languages_find(fixture_languages, SLICE("fa-af")), language_of("fa-AF"));
    assert_null(languages_find(fixture_languages, SLICE("fr")));
    expect_text(language_of("fa-AF")->folder, "fa-af", "folder");
    expect_text(language_of("fa-AF")->tag, "fa-AF", "tag");
}

static void obeys_the_settings(void **state)
{
    (void) state;
    static const LanguageSettings settings[] = {{
        .code = SLICE_INIT("fa"),
        .name = SLICE_INIT("فارسی"),
        .hreflang = SLICE_INIT("fa-IR"),
        .direction = DIRECTION_RTL,
        .digits = DIGITS_LATN,
        .calendar = CALENDAR_GREGORIAN,
        .second_calendar = CALENDAR_PERSIAN,
    }};
    Languages *languages = languages_open(&fixture_arena, settings, 1);
    const Language *language = &languages->items[0];
    assert_int_equal(language->digits, DIGITS_LATN);
    assert_int_equal(language->calendar, CALENDAR_GREGORIAN);
    assert_int_equal(language->second_calendar, CALENDAR_PERSIAN);
    expect_text(language->hreflang, "fa-IR", "hreflang");
    languages_close(languages);
}

static void hides_the_locale_of_the_machine(void **state)
{
    (void) state;
    assert_string_equal(uloc_getDefault(), "en_US_POSIX");
}

static void knows_foreign_languages_and_tokens(void **state)
{
    (void) state;
    const Language *german = language_new(&fixture_arena, SLICE("fr"), DIRECTION_LTR);
    assert_int_equal(german->kind, LANGUAGE_FOREIGN);
    assert_int_equal(german->direction, DIRECTION_LTR);
    assert_int_equal(language_new(&fixture_arena, SLICE("fr"), DIRECTION_NONE)->direction,
                     DIRECTION_AUTO);
    assert_int_equal(language_new(&fixture_arena, SLICE("ckb"), DIRECTION_NONE)->direction,
                     DIRECTION_RTL);
    assert_true(language_equal(language_new(&fixture_arena, SLICE("FA"), DIRECTION_NONE),
                               language_of("fa")));
    assert_false(language_equal(language_of("fa"), language_of("fa-AF")));
    assert_false(language_equal(language_of("en"), &language_token));
    assert_true(language_equal(&language_token, &language_token));
    assert_true(language_equal(NULL, NULL));
    assert_false(language_equal(NULL, language_of("fa")));
    assert_int_equal(language_token.direction, DIRECTION_LTR);
}

static void accepts_only_tags(void **state)
{
    (void) state;
    static const struct {
        const char *tag;
        bool is_tag;
    } cases[] = {
        {"fa", true},  {"fa-AF", true}, {"zh-Hant-TW", true}, {"de-1996", true}, {"", false},
        {"f", false},  {"fa-", false},  {"-fa", false},       {"fa--AF", false}, {"fa_AF", false},
        {"12", false}, {"فا", false},   {"abcdefghi", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(language_is_tag(slice_of_string(cases[i].tag)), cases[i].is_tag);
}

static void reads_words_of_direction(void **state)
{
    (void) state;
    Direction direction = DIRECTION_NONE;
    assert_true(direction_find(SLICE("rtl"), &direction));
    assert_int_equal(direction, DIRECTION_RTL);
    assert_true(direction_find(SLICE("ltr"), &direction));
    assert_int_equal(direction, DIRECTION_LTR);
    assert_false(direction_find(SLICE("auto"), &direction));
    expect_text(direction_word(DIRECTION_RTL), "rtl", "word");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_is_wrong_with_an_entry),
        cmocka_unit_test(fills_the_facts_of_the_table),
        cmocka_unit_test(finds_languages_in_any_case),
        cmocka_unit_test(obeys_the_settings),
        cmocka_unit_test(hides_the_locale_of_the_machine),
        cmocka_unit_test(knows_foreign_languages_and_tokens),
        cmocka_unit_test(accepts_only_tags),
        cmocka_unit_test(reads_words_of_direction),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
