/* What is kept from the parser, and what is not. */
#include "base/buffer.h"
#include "expect.h"
#include "markup/guard.h"

static void refuses_rows_that_make_no_table_and_tables_too_wide(void **state)
{
    (void) state;
    static const struct {
        const char *paragraph, *line;
        bool is_refused;
    } cases[] = {
        {"a\n", "|-|", false},
        {"| a | b |\n", "|---|:-:|", false},
        {"| a | b |\n", "---|---", false},
        {"a | b\n", "|-|-|", false},
        {"x\n| a | b |\n", "|-|-|", false},
        {"| a \\| b |\n", "|-|", false},
        {"|  |  |\n", "|-|-|", false},
        {"| a | b |\n", "|-|", true},
        {"a\n", "|-|-|", true},
        {"| a | b |\nx\n", "|-|-|", true},
        {"| a |\n", "| b |", false}, /* no row of dashes: the table extension says so at once */
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Guard guard = {0};
        const bool is_refused = guard_refuses_row(&guard, slice_of_string(cases[i].paragraph),
                                                  slice_of_string(cases[i].line), 2);
        if (is_refused != cases[i].is_refused || guard.wide_row != 0)
            fail_msg("%s%s", cases[i].paragraph, cases[i].line);
    }
}

static void remembers_the_line_of_a_table_too_wide(void **state)
{
    (void) state;
    Arena arena = {0};
    Buffer head;
    Buffer dashes;
    buffer_init(&head, &arena, 1000);
    buffer_init(&dashes, &arena, 1000);
    for (int i = 0; i < 65; i++) {
        buffer_add(&head, SLICE("|a"));
        buffer_add(&dashes, SLICE("|-"));
    }
    Guard guard = {0};
    assert_true(guard_refuses_row(&guard, buffer_slice(&head), buffer_slice(&dashes), 7));
    assert_int_equal(guard.wide_row, 7);
    arena_close(&arena);
}

static void keeps_only_what_is_too_long_out_of_a_paragraph(void **state)
{
    (void) state;
    Guard guard = {0};
    assert_false(guard_refuses_text(&guard, GUARD_MAX_TEXT_SIZE, 3));
    assert_true(guard_refuses_text(&guard, GUARD_MAX_TEXT_SIZE + 1, 4));
    assert_true(guard_refuses_text(&guard, GUARD_MAX_TEXT_SIZE + 1, 5));
    assert_int_equal(guard.long_text, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_rows_that_make_no_table_and_tables_too_wide),
        cmocka_unit_test(remembers_the_line_of_a_table_too_wide),
        cmocka_unit_test(keeps_only_what_is_too_long_out_of_a_paragraph),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
