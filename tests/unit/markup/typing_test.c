/* List markers in other digits are rewritten, and every offset finds its way back. */
#include "expect.h"
#include "markup/typing.h"

static const Source *type(Arena *arena, const char *typed, Typing *typing)
{
    const Source *source = source_new(arena, SLICE("x.md"), slice_of_string(typed));
    typing_prepare(typing, arena, (Span){source, 0, (uint32_t) source->bytes.size});
    return source;
}

static void rewrites_list_markers_only(void **state)
{
    (void) state;
    static const struct {
        const char *typed, *text;
    } cases[] = {
        {"", ""},
        {"۱. گام\n", "1. گام\n"},
        {"۱۲) گام", "12) گام"},
        {"٣. خطوة", "3. خطوة"},
        {"  ۱. گام", "  1. گام"},
        {"> ۱. گام", "> 1. گام"},
        {"- ۱. گام", "- 1. گام"},
        {"۱. ۲. گام", "1. 2. گام"},
        {"[^۱]: ۱. گام", "[^۱]: 1. گام"},
        {"a\n۲. b\n۳. c\n", "a\n2. b\n3. c\n"},
        {"۱.", "1."},
        {"۱.\r\nx", "1.\r\nx"},
        {"۱۴۰۵. سال", "۱۴۰۵. سال"},
        {"۱.گام", "۱.گام"},
        {"۱ گام", "۱ گام"},
        {"۱", "۱"},
        {"۱۲٣. گام", "۱۲٣. گام"},
        {"سال ۱. گام", "سال ۱. گام"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Arena arena = {0};
        Typing typing;
        type(&arena, cases[i].typed, &typing);
        expect_text(typing.text, cases[i].text, cases[i].typed);
        arena_close(&arena);
    }
}

static void leaves_text_without_markers_where_it_is(void **state)
{
    (void) state;
    Arena arena = {0};
    Typing typing;
    const Source *source = type(&arena, "متن\n1. x\n", &typing);
    assert_ptr_equal(typing.text.at, source->bytes.at);
    arena_close(&arena);
}

static void every_offset_finds_its_byte(void **state)
{
    (void) state;
    Arena arena = {0};
    Typing typing;
    const Source *source = type(&arena, "a\n۱۲. b\n> ۳) c\nd", &typing);
    for (uint32_t at = 0; at < typing.text.size; at++) {
        const char byte = typing.text.at[at];
        const uint32_t offset = typing_offset(&typing, at);
        if (byte < '0' || byte > '9')
            assert_int_equal(source->bytes.at[offset], byte);
        else
            assert_int_equal((source->bytes.at[offset + 1] & 0x0F), byte - '0');
    }
    assert_int_equal(typing_offset(&typing, (uint32_t) typing.text.size), source->bytes.size);
    arena_close(&arena);
}

static void counts_lines_as_the_parser_does(void **state)
{
    (void) state;
    Arena arena = {0};
    Typing typing;
    type(&arena, "a\r\nb\rc\n\n۱. d", &typing);
    static const char *const lines[] = {"a", "b", "c", "", "1. d"};
    assert_int_equal(typing.line_count, 5);
    for (uint32_t i = 0; i < 5; i++)
        expect_text(typing_line(&typing, i + 1), lines[i], lines[i]);
    expect_text(typing_line(&typing, 6), "", "past the end");
    assert_int_equal(typing_line_start(&typing, 6), typing.text.size);
    arena_close(&arena);
}

static void offsets_count_from_the_start_of_the_file(void **state)
{
    (void) state;
    Arena arena = {0};
    Typing typing;
    const Source *source = source_new(&arena, SLICE("x.md"), SLICE("---\n---\n۱. a"));
    typing_prepare(&typing, &arena, (Span){source, 8, (uint32_t) source->bytes.size});
    expect_text(typing.text, "1. a", "body");
    assert_int_equal(typing_offset(&typing, 0), 8);
    assert_int_equal(typing_offset(&typing, 3), 12);
    assert_int_equal(typing_digits(source, 8), MARKER_ARABEXT);
    assert_int_equal(typing_digits(source, 12), MARKER_LATN);
    arena_close(&arena);
}

static void counts_containers_of_the_deepest_line(void **state)
{
    (void) state;
    Arena arena = {0};
    Typing typing;
    type(&arena, "> a\n> - 1. b\n- - - - -\n", &typing);
    assert_int_equal(typing.max_containers, 3);
    assert_int_equal(typing.deepest_line, 2);
    assert_int_equal(typing_skip_containers(SLICE("> - x")), 4);
    arena_close(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rewrites_list_markers_only),
        cmocka_unit_test(leaves_text_without_markers_where_it_is),
        cmocka_unit_test(every_offset_finds_its_byte),
        cmocka_unit_test(counts_lines_as_the_parser_does),
        cmocka_unit_test(offsets_count_from_the_start_of_the_file),
        cmocka_unit_test(counts_containers_of_the_deepest_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
