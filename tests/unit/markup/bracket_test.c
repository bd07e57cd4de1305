/* What stands behind the "]" of a link, by the rules of the parser. */
#include "expect.h"
#include "markup/bracket.h"

static void finds_the_address_behind_a_bracket(void **state)
{
    (void) state;
    static const struct {
        const char *content; /* begins behind the "]" */
        const char *address; /* NULL: not inline */
        size_t end;
    } cases[] = {
        {"(a.md)", "a.md", 6},
        {"( a.md )x", "a.md", 8},
        {"(a.md \"t\")", "a.md", 10},
        {"(a.md 't (u)' )", "a.md", 15},
        {"(a.md (t))", "a.md", 10},
        {"(<a b>)", "a b", 7},
        {"(<>)", "", 4},
        {"()", "", 2},
        {"(a(b)c)", "a(b)c", 7},
        {"(a\\)b)", "a\\)b", 6},
        {"(a \"t\\\"u\")", "a", 10},
        {"(آب.md)", "آب.md", 9},
        {"(a b)", NULL, 0},
        {"(a", NULL, 0},
        {"(<a\nb>)", NULL, 0},
        {"[label] x", NULL, 7},
        {"[]", NULL, 2},
        {"[a[b]", NULL, 0},
        {"[a\\]b]", NULL, 6},
        {" (a)", NULL, 0},
        {"", NULL, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const Slice content = slice_of_string(cases[i].content);
        const BracketTail tail = bracket_read_tail(content, 0);
        if (tail.end != cases[i].end || tail.is_inline != (cases[i].address != NULL))
            fail_msg("%s: ends at %zu, inline %d", cases[i].content, tail.end, tail.is_inline);
        if (cases[i].address != NULL)
            expect_text(slice_part(content, tail.address_start, tail.address_end), cases[i].address,
                        cases[i].content);
    }
}

static void finds_the_bracket_that_closes(void **state)
{
    (void) state;
    assert_int_equal(bracket_find_close(SLICE("a]b"), 0), 1);
    assert_int_equal(bracket_find_close(SLICE("a[b]c]"), 0), 5);
    assert_int_equal(bracket_find_close(SLICE("a\\]b]"), 0), 4);
    assert_int_equal(bracket_find_close(SLICE("abc"), 0), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_address_behind_a_bracket),
        cmocka_unit_test(finds_the_bracket_that_closes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
