/* base/slice: views compare, cut, trim and search without touching what lies outside. */
#include "test.h"

static void compares_by_bytes_with_the_shorter_first(void **state)
{
    (void) state;
    static const struct {
        const char *a, *b;
        int order;
    } cases[] = {
        {"", "", 0},     {"a", "", 1},   {"", "a", -1},     {"a", "b", -1}, {"a", "ab", -1},
        {"ab", "ab", 0}, {"b", "ab", 1}, {"a/b", "a-b", 1}, {"z", "é", -1}, {"آ", "ا", -1},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Slice a = slice_of_string(cases[i].a);
        Slice b = slice_of_string(cases[i].b);
        assert_int_equal(slice_compare(a, b), cases[i].order);
        assert_int_equal(slice_equal(a, b), cases[i].order == 0);
        assert_true(!slice_equal(a, b) || slice_hash(a) == slice_hash(b));
    }
}

/* The search looks at whole lanes: every size and place has to come out right. */
static void finds_the_first_of_four_bytes_wherever_it_stands(void **state)
{
    (void) state;
    char text[70];
    for (size_t size = 0; size <= sizeof(text); size++) {
        size_t offset = 99;
        memset(text, 'a', sizeof(text));
        assert_false(slice_find_any((Slice){text, size}, "&<>\"", &offset));
        if (size < sizeof(text))
            text[size] = '<'; // behind the end
        assert_false(slice_find_any((Slice){text, size}, "&<>\"", &offset));
        assert_int_equal(offset, 99);
        for (size_t at = size; at-- > 0;) {
            text[at] = "&<>\""[at % 4];
            assert_true(slice_find_any((Slice){text, size}, "&<>\"", &offset));
            assert_int_equal(offset, at);
        }
    }
}

static void folds_only_ascii_letters(void **state)
{
    (void) state;
    assert_true(slice_equal_ascii_case(SLICE("HTTPS"), SLICE("https")));
    assert_false(slice_equal_ascii_case(SLICE("https"), SLICE("http")));
    assert_false(slice_equal_ascii_case(SLICE("É"), SLICE("é")));
    assert_false(slice_equal_ascii_case(SLICE("["), SLICE("{")));
}

static void finds_prefixes_suffixes_and_parts(void **state)
{
    (void) state;
    static const struct {
        const char *text, *needle;
        bool starts, ends;
        int offset;
    } cases[] = {
        {"guides/drip.md", "guides/", true, false, 0},
        {"guides/drip.md", ".md", false, true, 11},
        {"guides", "guides", true, true, 0},
        {"guides", "guides/", false, false, -1},
        {"guides", "", true, true, 0},
        {"", "", true, true, 0},
        {"", "a", false, false, -1},
        {"aab", "ab", false, true, 1},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Slice text = slice_of_string(cases[i].text);
        Slice needle = slice_of_string(cases[i].needle);
        assert_int_equal(slice_starts(text, needle), cases[i].starts);
        assert_int_equal(slice_ends(text, needle), cases[i].ends);
        assert_int_equal(slice_contains(text, needle), cases[i].offset >= 0);
        size_t offset = 99;
        if (slice_find(text, needle, &offset))
            assert_int_equal(offset, cases[i].offset);
        else
            assert_int_equal(offset, 99);
    }
}

static void finds_the_first_and_the_last_byte(void **state)
{
    (void) state;
    size_t offset = 0;
    assert_true(slice_find_byte(SLICE("a/b/c"), '/', &offset));
    assert_int_equal(offset, 1);
    assert_true(slice_find_last_byte(SLICE("a/b/c"), '/', &offset));
    assert_int_equal(offset, 3);
    assert_false(slice_find_byte(SLICE("abc"), '/', &offset));
    assert_false(slice_find_last_byte((Slice){0}, '/', &offset));
}

static void holds_parts_to_the_end(void **state)
{
    (void) state;
    Slice text = SLICE("abcdef");
    assert_slice(slice_from(text, 2), "cdef");
    assert_slice(slice_from(text, 99), "");
    assert_slice(slice_to(text, 2), "ab");
    assert_slice(slice_to(text, 99), "abcdef");
    assert_slice(slice_part(text, 1, 3), "bc");
    assert_slice(slice_part(text, 3, 1), "");
    assert_slice(slice_from((Slice){0}, 1), "");
}

static void cuts_at_the_first_separator(void **state)
{
    (void) state;
    static const struct {
        const char *text, *before, *after;
        bool found;
    } cases[] = {
        {"key: value: more", "key", " value: more", true},
        {"key", "key", "", false},
        {":", "", "", true},
        {"", "", "", false},
        {"key:", "key", "", true},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Slice before, after;
        assert_int_equal(slice_cut(slice_of_string(cases[i].text), ':', &before, &after),
                         cases[i].found);
        assert_slice(before, cases[i].before);
        assert_slice(after, cases[i].after);
    }
}

static void cuts_lines_at_both_kinds_of_break(void **state)
{
    (void) state;
    Slice rest = SLICE("one\r\n\ntwo\nthree");
    static const char *const lines[] = {"one", "", "two", "three"};
    Slice line;
    for (size_t i = 0; i < COUNT_OF(lines); i++) {
        assert_true(slice_cut_line(&rest, &line));
        assert_slice(line, lines[i]);
    }
    assert_false(slice_cut_line(&rest, &line));
    rest = SLICE("last\n");
    assert_true(slice_cut_line(&rest, &line));
    assert_false(slice_cut_line(&rest, &line));
}

static void trims_ascii_white_space_only(void **state)
{
    (void) state;
    assert_slice(slice_trim(SLICE(" \t\r\n\fa b \n")), "a b");
    assert_slice(slice_trim_start(SLICE("  a ")), "a ");
    assert_slice(slice_trim_end(SLICE("  a ")), "  a");
    assert_slice(slice_trim(SLICE(" \n ")), "");
    assert_slice(slice_trim(SLICE("\u00a0a\u00a0")), "\u00a0a\u00a0");
}

static void reads_whole_numbers_and_nothing_else(void **state)
{
    (void) state;
    static const struct {
        const char *text;
        bool is_number;
        int64_t value;
    } cases[] = {
        {"0", true, 0},
        {"-12", true, -12},
        {"+7", true, 7},
        {"007", true, 7},
        {"9223372036854775807", true, INT64_MAX},
        {"-9223372036854775808", true, INT64_MIN},
        {"9223372036854775808", false, 0},
        {"-9223372036854775809", false, 0},
        {"", false, 0},
        {"-", false, 0},
        {"1 ", false, 0},
        {"1.0", false, 0},
        {"0x1", false, 0},
        {"۱۲", false, 0},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        int64_t value = 99;
        assert_int_equal(slice_to_int(slice_of_string(cases[i].text), &value), cases[i].is_number);
        assert_int_equal(value, cases[i].is_number ? cases[i].value : 99);
    }
}

static void hashes_spread_similar_names(void **state)
{
    (void) state;
    Arena arena = {0};
    size_t used[256] = {0};
    for (int i = 0; i < 4096; i++)
        used[slice_hash(slice_print(&arena, "page-%d", i)) & 255]++;
    for (size_t i = 0; i < 256; i++)
        assert_in_range(used[i], 2, 48); // 16 on the average
    arena_close(&arena);
}

static void joins_copies_and_prints_into_an_arena(void **state)
{
    (void) state;
    Arena arena = {0};
    const Slice parts[] = {SLICE("fa"), SLICE(""), SLICE("drip")};
    assert_slice(slice_join(&arena, parts, 3, SLICE("/")), "fa//drip");
    assert_slice(slice_join(&arena, parts, 1, SLICE("/")), "fa");
    assert_slice(slice_join(&arena, parts, 0, SLICE("/")), "");
    char bytes[] = "old";
    Slice copy = slice_copy(&arena, slice_of_string(bytes));
    bytes[0] = 'x';
    assert_slice(copy, "old");
    assert_slice(slice_print(&arena, "%d-%s", 7, "آب"), "7-آب");
    assert_true(slice_is_ascii(SLICE("abc\x7f")));
    assert_false(slice_is_ascii(SLICE("abcé")));
    size_t offset = 7;
    assert_true(slice_find_beyond_ascii(SLICE("more than eight é"), &offset));
    assert_int_equal(offset, 16);
    assert_false(slice_find_beyond_ascii(SLICE("more than eight e"), &offset));
    assert_int_equal(offset, 16);
    arena_close(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compares_by_bytes_with_the_shorter_first),
        cmocka_unit_test(folds_only_ascii_letters),
        cmocka_unit_test(finds_the_first_of_four_bytes_wherever_it_stands),
        cmocka_unit_test(finds_prefixes_suffixes_and_parts),
        cmocka_unit_test(finds_the_first_and_the_last_byte),
        cmocka_unit_test(holds_parts_to_the_end),
        cmocka_unit_test(cuts_at_the_first_separator),
        cmocka_unit_test(cuts_lines_at_both_kinds_of_break),
        cmocka_unit_test(trims_ascii_white_space_only),
        cmocka_unit_test(reads_whole_numbers_and_nothing_else),
        cmocka_unit_test(hashes_spread_similar_names),
        cmocka_unit_test(joins_copies_and_prints_into_an_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
