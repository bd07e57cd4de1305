/* base/table: finds what was added, in the order of insertion. */
#include "base/table.h"
#include "test.h"

static void finds_every_key_it_was_given(void **state)
{
    (void) state;
    Arena arena = {0};
    Table table;
    table_init(&table, &arena);
    assert_null(table_find(&table, SLICE("empty")));
    for (size_t i = 0; i < 5000; i++) {
        Slice key = slice_print(&arena, "guides/page-%zu", i);
        assert_true(table_add(&table, key, slice_print(&arena, "%zu", i).at ? &table : NULL));
    }
    assert_int_equal(table.count, 5000);
    for (size_t i = 0; i < 5000; i++) {
        assert_ptr_equal(table_find(&table, slice_print(&arena, "guides/page-%zu", i)), &table);
        assert_slices(table.entries[i].key, slice_print(&arena, "guides/page-%zu", i));
    }
    assert_null(table_find(&table, SLICE("guides/page-5000")));
    arena_close(&arena);
}

static void finds_the_same_in_a_table_with_room(void **state)
{
    (void) state;
    static const size_t rooms[] = {0, 1, 12, 13, 100, 3000};
    for (size_t k = 0; k < COUNT_OF(rooms); k++) {
        Arena arena = {0};
        Table table;
        table_init(&table, &arena);
        table_reserve(&table, rooms[k]);
        assert_null(table_find(&table, SLICE("0")));
        for (size_t i = 0; i < 200; i++)
            assert_true(table_add(&table, slice_print(&arena, "%zu", i), &table));
        for (size_t i = 0; i < 200; i++)
            assert_ptr_equal(table_find(&table, slice_print(&arena, "%zu", i)), &table);
        assert_null(table_find(&table, SLICE("200")));
        arena_close(&arena);
    }
}

static void keeps_the_first_of_two_equal_keys(void **state)
{
    (void) state;
    Arena arena = {0};
    Table table;
    table_init(&table, &arena);
    int first = 1, second = 2;
    assert_true(table_add(&table, SLICE("key"), &first));
    assert_false(table_add(&table, SLICE("key"), &second));
    assert_ptr_equal(table_find(&table, SLICE("key")), &first);
    assert_true(table_add(&table, SLICE(""), &second));
    assert_ptr_equal(table_find(&table, (Slice){0}), &second);
    assert_int_equal(table.count, 2);
    arena_close(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_every_key_it_was_given),
        cmocka_unit_test(finds_the_same_in_a_table_with_room),
        cmocka_unit_test(keeps_the_first_of_two_equal_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
