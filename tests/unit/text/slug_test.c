/* Names for addresses and ids. */
#include "fixture.h"
#include "text/slug.h"

static void accepts_only_short_ascii_words(void **state)
{
    (void) state;
    static const struct {
        const char *slug;
        bool is_valid;
    } cases[] = {
        {"drip", true},
        {"drip-2", true},
        {"404", true},
        {"a", true},
        {"", false},
        {"Drip", false},
        {"-a", false},
        {"a-", false},
        {"a--b", false},
        {"a_b", false},
        {"a.b", false},
        {"a b", false},
        {"آب", false},
        {"caf\xC3\xA9", false},
        {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", true},
        {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(slug_is_valid(slice_of_string(cases[i].slug)), cases[i].is_valid);
}

static void makes_slugs_of_ascii_text(void **state)
{
    (void) state;
    static const struct {
        const char *text;
        const char *slug;
        const char *proposal;
    } cases[] = {
        {"Saving water at home", "saving-water-at-home", "saving-water-at-home"},
        {"  What is  C++?  ", "what-is-c", "what-is-c"},
        {"Don't leak – it’s 2026!", "dont-leak-its-2026", "dont-leak-its-2026"},
        {"HTTP/2", "http-2", "http-2"},
        {"---", "", ""},
        {"", "", ""},
        {"آب", "", ""},
        {"آب Water 2", "", "water-2"},
        {"۱۲ steps", "", "steps"},
        {"caf\xC3\xA9", "", "caf"},
        {"drip_irrigation.v2", "drip-irrigation-v2", "drip-irrigation-v2"},
        {"one two three four five six seven eight nine ten eleven twelve thirteen",
         "one-two-three-four-five-six-seven-eight-nine-ten-eleven",
         "one-two-three-four-five-six-seven-eight-nine-ten-eleven"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Slice text = slice_of_string(cases[i].text);
        expect_text(slug_make(&fixture_arena, text), cases[i].slug, cases[i].text);
        expect_text(slug_propose(&fixture_arena, text), cases[i].proposal, cases[i].text);
    }
}

static void cuts_one_long_word_at_the_limit(void **state)
{
    (void) state;
    char text[101];
    memset(text, 'a', 100);
    text[100] = '\0';
    assert_int_equal(slug_make(&fixture_arena, slice_of_string(text)).size, SLUG_MAX_SIZE);
}

static void gives_headings_an_id_in_any_language(void **state)
{
    (void) state;
    expect_text(slug_heading(&fixture_arena, SLICE("Cost of pipes")), "cost-of-pipes", "ascii");
    Slice persian = slug_heading(&fixture_arena, SLICE("هزینه"));
    assert_int_equal(persian.size, 8);
    assert_true(slice_starts(persian, SLICE("h-")));
    assert_true(slug_is_id(persian));
    expect_slice(slug_heading(&fixture_arena, SLICE("هزینه")), persian, SLICE("the same again"));
    assert_false(slice_equal(slug_heading(&fixture_arena, SLICE("هزینه\u200cها")), persian));
}

static void accepts_ascii_ids(void **state)
{
    (void) state;
    assert_true(slug_is_id(SLICE("cost")));
    assert_true(slug_is_id(SLICE("fn-1.2_A")));
    assert_false(slug_is_id(SLICE("")));
    assert_false(slug_is_id(SLICE("1a")));
    assert_false(slug_is_id(SLICE("a b")));
    assert_false(slug_is_id(SLICE("هزینه")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(accepts_only_short_ascii_words),
        cmocka_unit_test(makes_slugs_of_ascii_text),
        cmocka_unit_test(cuts_one_long_word_at_the_limit),
        cmocka_unit_test(gives_headings_an_id_in_any_language),
        cmocka_unit_test(accepts_ascii_ids),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
