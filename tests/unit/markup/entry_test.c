/* One line of YAML is cut into indent, key and value as its writer meant it. */
#include "expect.h"
#include "markup/entry.h"
static void cuts_a_line(void **state)
{
    (void) state;
    static const struct {
        const char *line;
        const char *indent, *key, *value;
        bool is_item;
    } cases[] = {
        {"a: b", "", "a", "b", false},
        {"  a:  b # why", "  ", "a", "b", false},
        {"a:", "", "a", "", false},
        {"- a: b", "", "a", "b", true},
        {"- - b", "", "", "b", true},
        {"\"a: b\": c", "", "\"a: b\"", "c", false},
        {"a: \"b # c\"", "", "a", "\"b # c\"", false},
        {"a:b", "", "", "a:b", false},
        {"[a: b]", "", "", "[a: b]", false},
        {"a # b: c", "", "", "a", false},
        {"", "", "", "", false},
        {"\t", "\t", "", "", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const Entry entry = entry_split(slice_of_string(cases[i].line));
        expect_text(entry.indent, cases[i].indent, cases[i].line);
        expect_text(entry.key, cases[i].key, cases[i].line);
        expect_text(entry.value, cases[i].value, cases[i].line);
        assert_int_equal(entry.is_item, cases[i].is_item);
    }
}

static void measures_quotes_and_brackets(void **state)
{
    (void) state;
    static const struct {
        const char *text;
        size_t size;
    } cases[] = {
        {"\"a\" b", 3},    {"\"a\\\" b\"", 7}, {"'it''s' x", 7}, {"\"a", 0},      {"[a, [b]] c", 8},
        {"{a: ']'} x", 8}, {"[a", 0},          {"[a, \"b]", 0},  {"[it's] x", 6},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const Slice text = slice_of_string(cases[i].text);
        const bool is_quote = text.at[0] == '"' || text.at[0] == '\'';
        assert_int_equal(is_quote ? entry_quoted_size(text) : entry_bracket_size(text),
                         cases[i].size);
    }
}

static void quotes_a_value(void **state)
{
    (void) state;
    Arena arena = {0};
    expect_text(entry_quote(&arena, SLICE("a: b")), "\"a: b\"", "plain");
    expect_text(entry_quote(&arena, SLICE("\"a\" b")), "'\"a\" b'", "with quotes");
    expect_text(entry_quote(&arena, SLICE("it's \"a\"")), "\"it's \\\"a\\\"\"", "with both");
    arena_close(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_a_line),
        cmocka_unit_test(measures_quotes_and_brackets),
        cmocka_unit_test(quotes_a_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
