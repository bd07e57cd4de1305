/* From the letters of a YAML scalar back to the bytes of the file. */
#include "expect.h"
#include "markup/scalar.h"
#include "markup/yaml.h"

typedef struct ScalarCase {
    const char *yaml; /* the value of "k" is looked into */
    size_t start, end;
    const char *place;
    bool is_exact;
} ScalarCase;

static void check(const ScalarCase *row)
{
    Arena arena = {0};
    Report report = {0};
    Value map;
    report_init(&report, &arena, NULL);
    const Source *source = source_new(&arena, SLICE("a.yaml"), slice_of_string(row->yaml));
    assert_true(yaml_read_file(&arena, source, &YAML_SETTINGS, &report, &map));
    const Value *value = value_find(&map, SLICE("k"));
    ScalarWalk walk;
    Span span;
    scalar_walk_init(&walk, value, slice_trim(value->text));
    const bool is_exact = scalar_find(&walk, row->start, row->end, &span);
    expect_text(span_text(span), row->place, row->yaml);
    assert_int_equal(is_exact, row->is_exact);
    // the walk goes back to what was asked before
    scalar_find(&walk, 0, 1, &span);
    assert_int_equal(scalar_find(&walk, row->start, row->end, &span), row->is_exact);
    expect_text(span_text(span), row->place, row->yaml);
    arena_close(&arena);
}

static void names_bytes_of_letters_that_stand_as_they_are(void **state)
{
    (void) state;
    static const ScalarCase cases[] = {
        {"k: abc def", 4, 7, "def", true},
        {"\xEF\xBB\xBFk: آب کم", 3, 5, "کم", true},
        {"k: 'abc def'", 0, 3, "abc", true},
        {"k: \"abc def\"", 4, 5, "d", true},
        {"k: \"  abc \"", 0, 3, "abc", true},
        {"k: abc\n  def", 4, 7, "def", true},
        {"k: 'abc\n\n  def'", 4, 7, "def", true},
        {"k: \"abc\\\n  def\"", 3, 6, "def", true},
        {"k: >\n  abc\n  def\n", 4, 7, "def", true},
        {"k: >-\n  abc\n  def\n", 0, 3, "abc", true},
        {"k: |\r\n  abc\r\n    def\r\n", 6, 9, "def", true},
        {"k: |\n\n  abc\n\n  def", 5, 8, "def", true},
        {"k: 'it''s def'", 5, 8, "def", true},
        {"k: \"\\u0627 \\n \\\" def\"", 6, 9, "def", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        check(&cases[i]);
}

static void says_where_the_file_writes_them_differently(void **state)
{
    (void) state;
    static const ScalarCase cases[] = {
        {"k: 'it''s'", 2, 3, "''", false},
        {"k: \"a\\u0627b\"", 1, 2, "\\u0627", false},
        {"k: \"a\\u0627b\"", 0, 3, "a\\u0627b", false},
        {"k: abc\n  def", 2, 5, "c\n  d", false},
        {"k: \"\\x41\\U00000042c\"", 1, 3, "\\U00000042c", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        check(&cases[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_bytes_of_letters_that_stand_as_they_are),
        cmocka_unit_test(says_where_the_file_writes_them_differently),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
