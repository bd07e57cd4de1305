/* Edits of several rounds are one change of the file as it was. */
#include "command/change.h"
#include "test.h"

typedef struct Round {
    Edit edits[3];
    size_t count;
} Round;

#define EDIT(start, end, text)                                                                     \
    {                                                                                              \
        {NULL, (start), (end)}, SLICE_INIT(text)                                                   \
    }

static void joins_rounds(void **state)
{
    (void) state;
    static const struct {
        Round rounds[3];
        const char *after;
        Edit edits[3]; /* of 0123456789 */
        size_t edit_count;
    } cases[] = {
        {{{{EDIT(0, 1, "")}, 0}}, "0123456789", {EDIT(0, 0, "")}, 0},
        {{{{EDIT(1, 3, "ab"), EDIT(9, 10, "")}, 2}},
         "0ab345678",
         {EDIT(1, 3, "ab"), EDIT(9, 10, "")},
         2},
        {{{{EDIT(0, 0, "a"), EDIT(10, 10, "z")}, 2}},
         "a0123456789z",
         {EDIT(0, 0, "a"), EDIT(10, 10, "z")},
         2},
        // the second round changes what the first has put in, and what stands beside it
        {{{{EDIT(2, 4, "abc")}, 1}, {{EDIT(3, 4, "B"), EDIT(5, 6, "")}, 2}},
         "01aBc56789",
         {EDIT(2, 5, "aBc")},
         1},
        {{{{EDIT(2, 4, "abc")}, 1}, {{EDIT(2, 5, "")}, 1}}, "01456789", {EDIT(2, 4, "")}, 1},
        {{{{EDIT(2, 2, "abc")}, 1}, {{EDIT(2, 5, "")}, 1}}, "0123456789", {EDIT(0, 0, "")}, 0},
        {{{{EDIT(0, 10, "x")}, 1}, {{EDIT(1, 1, "y")}, 1}, {{EDIT(0, 1, "w")}, 1}},
         "wy",
         {EDIT(0, 10, "wy")},
         1},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Arena arena = {0};
        Change change;
        Edit *edits;
        change_init(&change, &arena, SLICE("a.md"), SLICE("0123456789"));
        for (size_t j = 0; j < COUNT_OF(cases[i].rounds); j++)
            change_apply(&change, &arena, cases[i].rounds[j].edits, cases[i].rounds[j].count);
        assert_slice(change.after, cases[i].after);
        assert_slice(change.before, "0123456789");
        assert_int_equal(change_edits(&change, &arena, &edits), cases[i].edit_count);
        for (size_t j = 0; j < cases[i].edit_count; j++) {
            assert_int_equal(edits[j].span.start, cases[i].edits[j].span.start);
            assert_int_equal(edits[j].span.end, cases[i].edits[j].span.end);
            assert_slices(edits[j].text, cases[i].edits[j].text);
        }
        arena_close(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(joins_rounds)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
