/* base/buffer: text grows up to its maximum, and stops there for good. */
#include "base/buffer.h"
#include "test.h"

static void adds_text_bytes_numbers_and_letters(void **state)
{
    (void) state;
    Arena arena = {0};
    Buffer buffer;
    buffer_init(&buffer, &arena, 1000);
    buffer_add(&buffer, SLICE("آب "));
    buffer_add(&buffer, (Slice){0});
    buffer_add_byte(&buffer, '=');
    buffer_add_code_point(&buffer, 0x1F4A7);
    buffer_print(&buffer, " %d%%", 7);
    buffer_add_byte(&buffer, ' ');
    buffer_add_int(&buffer, INT64_MIN);
    assert_slice(buffer_slice(&buffer), "آب =💧 7% -9223372036854775808");
    buffer_truncate(&buffer, 4);
    assert_slice(buffer_slice(&buffer), "آب");
    buffer_clear(&buffer);
    assert_slice(buffer_slice(&buffer), "");
    arena_close(&arena);
}

static void writes_numbers_in_full(void **state)
{
    (void) state;
    static const struct {
        int64_t value;
        const char *text;
    } cases[] = {{0, "0"},   {7, "7"},       {-1, "-1"},
                 {10, "10"}, {-100, "-100"}, {INT64_MAX, "9223372036854775807"}};
    Arena arena = {0};
    Buffer buffer;
    buffer_init(&buffer, &arena, 100);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        buffer_clear(&buffer);
        buffer_add_int(&buffer, cases[i].value);
        assert_slice(buffer_slice(&buffer), cases[i].text);
    }
    arena_close(&arena);
}

static void keeps_its_text_while_it_grows(void **state)
{
    (void) state;
    Arena arena = {0};
    Buffer buffer;
    buffer_init(&buffer, &arena, 1 << 20);
    for (size_t i = 0; i < 10000; i++) {
        buffer_print(&buffer, "%04zu", i);
        if (i % 50 == 0)
            arena_take(&arena, 8, 8); // the buffer is not the last piece any more
    }
    assert_int_equal(buffer.size, 40000);
    for (size_t i = 0; i < 10000; i++) {
        int64_t value = -1;
        assert_true(slice_to_int(slice_part(buffer_slice(&buffer), 4 * i, 4 * i + 4), &value));
        assert_int_equal(value, i);
    }
    arena_close(&arena);
}

static void takes_exactly_its_maximum(void **state)
{
    (void) state;
    Arena arena = {0};
    Buffer buffer;
    buffer_init(&buffer, &arena, 8);
    buffer_add(&buffer, SLICE("1234"));
    buffer_print(&buffer, "%s", "5678");
    assert_false(buffer.overflowed);
    assert_slice(buffer_slice(&buffer), "12345678");
    buffer_add_byte(&buffer, '9');
    assert_true(buffer.overflowed);
    assert_slice(buffer_slice(&buffer), "12345678");
    arena_close(&arena);
}

static void adds_nothing_after_it_overflowed(void **state)
{
    (void) state;
    Arena arena = {0};
    Buffer buffer;
    buffer_init(&buffer, &arena, 600);
    buffer_add(&buffer, SLICE("first"));
    assert_false(buffer_reserve(&buffer, 600));
    buffer_add_byte(&buffer, 'x');
    buffer_add(&buffer, SLICE("x"));
    buffer_print(&buffer, "%d", 1);
    assert_slice(buffer_slice(&buffer), "first");
    assert_true(buffer.overflowed);
    buffer_clear(&buffer);
    buffer_add(&buffer, SLICE("again"));
    assert_slice(buffer_slice(&buffer), "again");
    assert_false(buffer.overflowed);
    arena_close(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adds_text_bytes_numbers_and_letters),
        cmocka_unit_test(writes_numbers_in_full),
        cmocka_unit_test(keeps_its_text_while_it_grows),
        cmocka_unit_test(takes_exactly_its_maximum),
        cmocka_unit_test(adds_nothing_after_it_overflowed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
