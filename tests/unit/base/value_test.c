/* base/value: looking up what a file said. */
#include "base/value.h"
#include "test.h"

static ValueEntry entries[] = {
    {.key = SLICE_INIT("title"), .value = {.kind = VALUE_SCALAR, .text = SLICE_INIT("آب")}},
    {.key = SLICE_INIT("date"), .value = {.kind = VALUE_NONE}},
};

static void finds_entries_of_maps_only(void **state)
{
    (void) state;
    Value map = {.kind = VALUE_MAP, .entries = entries, .count = COUNT_OF(entries)};
    assert_slice(value_find(&map, SLICE("title"))->text, "آب");
    assert_ptr_equal(value_find_entry(&map, SLICE("date")), &entries[1]);
    assert_null(value_find(&map, SLICE("Title")));
    assert_null(value_find(NULL, SLICE("title")));
    map.kind = VALUE_LIST;
    assert_null(value_find(&map, SLICE("title")));
}

static void takes_absent_and_empty_values_as_none(void **state)
{
    (void) state;
    assert_true(value_is_none(NULL));
    assert_true(value_is_none(&entries[1].value));
    assert_false(value_is_none(&entries[0].value));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_entries_of_maps_only),
        cmocka_unit_test(takes_absent_and_empty_values_as_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
