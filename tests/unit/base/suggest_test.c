/* base/suggest: the nearest known word, when one stands out. */
#include "base/suggest.h"
#include "test.h"

static const Slice fields[] = {
    SLICE_INIT("title"), SLICE_INIT("description"), SLICE_INIT("date"),  SLICE_INIT("draft"),
    SLICE_INIT("tags"),  SLICE_INIT("sort-by"),     SLICE_INIT("عنوان"), SLICE_INIT("کلید"),
};

static void suggests_one_clear_winner(void **state)
{
    (void) state;
    static const struct {
        const char *word, *suggestion;
    } cases[] = {
        {"discription", "description"},
        {"titel", "title"}, /* neighbours swapped count as one */
        {"Title", "title"},
        {"sort_by", "sort-by"},
        {"sortby", "sort-by"},
        {"dtae", "date"},
        {"tagz", "tags"},
        {"عنوا", "عنوان"},
        {"كليد", "کلید"}, /* Arabic letters for Persian ones */
        {"colour", ""},
        {"d", ""},
        {"", ""},
        {"--", ""},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_slice(suggest_one(slice_of_string(cases[i].word), fields, COUNT_OF(fields)),
                     cases[i].suggestion);
}

static void suggests_nothing_on_a_tie(void **state)
{
    (void) state;
    const Slice known[] = {SLICE("cat"), SLICE("car"), SLICE("dog")};
    assert_slice(suggest_one(SLICE("caz"), known, 3), "");
    assert_slice(suggest_one(SLICE("cat"), known, 3), "cat");
    const Slice twice[] = {SLICE("cat"), SLICE("cat")};
    assert_slice(suggest_one(SLICE("caz"), twice, 2), "cat");
}

static void lists_the_three_nearest(void **state)
{
    (void) state;
    Slice nearest[SUGGEST_MAX_NEAREST];
    assert_int_equal(suggest_nearest(SLICE("dat"), fields, COUNT_OF(fields), nearest), 3);
    assert_slice(nearest[0], "date");
    assert_slice(nearest[1], "draft");
    assert_slice(nearest[2], "tags");
    assert_int_equal(suggest_nearest(SLICE("x"), fields, 2, nearest), 2);
    assert_int_equal(suggest_nearest(SLICE("x"), fields, 0, nearest), 0);
}

static void bears_words_of_any_length(void **state)
{
    (void) state;
    Arena arena = {0};
    Slice known[] = {{arena_take(&arena, 5000, 1), 5000}, SLICE("short")};
    assert_slice(suggest_one(known[0], known, 2), "");
    assert_slice(suggest_one(SLICE("shor"), known, 2), "short");
    arena_close(&arena);
}

static void fills_the_fix_of_a_diagnostic(void **state)
{
    (void) state;
    const Source source = {.path = SLICE_INIT("a.md"), .bytes = SLICE_INIT("titel: x")};
    Diagnostic diagnostic = {.span = {&source, 0, 5}};
    Edit edit;
    suggest_fill(&diagnostic, SLICE("titel"), fields, COUNT_OF(fields), &edit);
    assert_slice(diagnostic.suggestion, "title");
    assert_int_equal(diagnostic.edit_count, 1);
    assert_slice(diagnostic.edits[0].text, "title");
    assert_true(diagnostic.is_safe_fix);
    diagnostic = (Diagnostic){.span = {&source, 0, 5}};
    suggest_fill(&diagnostic, SLICE("colour"), fields, COUNT_OF(fields), &edit);
    assert_int_equal(diagnostic.edit_count, 0);
    assert_true(diagnostic.suggestions[2].size > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(suggests_one_clear_winner),
        cmocka_unit_test(suggests_nothing_on_a_tie),
        cmocka_unit_test(lists_the_three_nearest),
        cmocka_unit_test(bears_words_of_any_length),
        cmocka_unit_test(fills_the_fix_of_a_diagnostic),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
