/* Lines of directives: what counts as one, names and attributes, faults with their places. */
#include "expect.h"
#include "markup/directive.h"

static void tells_lines_of_directives_from_prose(void **state)
{
    (void) state;
    static const struct {
        const char *line;
        DirectiveLine kind;
        uint32_t colons;
    } cases[] = {
        {":::note", DIRECTIVE_OPEN, 3},
        {"::::نکته{a=b}", DIRECTIVE_OPEN, 4},
        {"::: note", DIRECTIVE_OPEN, 3},
        {":::{.note}", DIRECTIVE_OPEN, 3},
        {":::", DIRECTIVE_CLOSE, 3},
        {":::::  ", DIRECTIVE_CLOSE, 5},
        {"::table{data=x}", DIRECTIVE_LEAF, 2},
        {"::toc", DIRECTIVE_LEAF, 2},
        {"::جدول {data=x}", DIRECTIVE_LEAF, 2},
        {"::std is a name", DIRECTIVE_NONE, 2},
        {"::", DIRECTIVE_NONE, 2},
        {":: note", DIRECTIVE_NONE, 2},
        {": note", DIRECTIVE_NONE, 1},
        {"متن", DIRECTIVE_NONE, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        uint32_t colons = 99;
        const DirectiveLine kind = directive_probe(slice_of_string(cases[i].line), &colons);
        if (kind != cases[i].kind || colons != cases[i].colons)
            fail_msg("%s: kind %d, %u colons", cases[i].line, (int) kind, colons);
    }
}

/* "name key=value@start-end flag" */
static Slice picture(Arena *arena, const DirectiveDetail *directive)
{
    Buffer out;
    buffer_init(&out, arena, 1000);
    buffer_print(&out, "%.*s@%u-%u", SLICE_FORMAT(directive->name), directive->name_start,
                 directive->name_end);
    for (uint32_t i = 0; i < directive->attribute_count; i++) {
        const DirectiveAttribute *attribute = &directive->attributes[i];
        buffer_print(&out, " %.*s@%u-%u", SLICE_FORMAT(attribute->key), attribute->key_start,
                     attribute->key_end);
        if (!attribute->is_flag)
            buffer_print(&out, "=%.*s@%u-%u", SLICE_FORMAT(attribute->value),
                         attribute->value_start, attribute->value_end);
    }
    return buffer_slice(&out);
}

static void reads_names_and_attributes_with_their_places(void **state)
{
    (void) state;
    static const struct {
        const char *line, *picture;
    } cases[] = {
        {":::note", "note@3-7"},
        {"::: note", "note@4-8"},
        {"::t{a=b}", "t@2-3 a@4-5=b@6-7"},
        {":::n{a=\"b c\" d}", "n@3-4 a@5-6=b c@8-11 d@13-14"},
        {":::n{a='b \"c'}", "n@3-4 a@5-6=b \"c@8-12"},
        {":::n{a=«b»}", "n@3-4 a@5-6=b@9-10"},
        {":::n{a=\"\"}", "n@3-4 a@5-6=@8-8"},
        {":::n { a }", "n@3-4 a@7-8"},
        {":::نکته{عنوان=آب}", "نکته@3-11 عنوان@12-22=آب@23-27"},
        {":::n{}", "n@3-4"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Arena arena = {0};
        Report report = {0};
        report_init(&report, &arena, NULL);
        const Source *source = source_new(&arena, SLICE("x.md"), slice_of_string(cases[i].line));
        const DirectiveDetail *directive =
            directive_read(&arena, (Span){source, 0, (uint32_t) source->bytes.size}, &report);
        expect_text(picture(&arena, directive), cases[i].picture, cases[i].line);
        expect_code(&report, "", (Position){0}, cases[i].line);
        arena_close(&arena);
    }
}

static void reports_what_it_cannot_read(void **state)
{
    (void) state;
    static const struct {
        const char *line, *code;
        uint32_t column;
        const char *found, *expected;
    } cases[] = {
        {":::n{a=\"b}", "markdown/directive-syntax", 8, "\"b}", "\""},
        {":::n{a=«b}", "markdown/directive-syntax", 8, "«b}", "»"},
        {":::n{a=}", "markdown/directive-syntax", 8, "}", "\"…\""},
        {":::n{.a}", "markdown/directive-syntax", 6, ".a}", "key=\"value\""},
        {":::n{a", "markdown/directive-syntax", 5, "{a", "}"},
        {":::n a", "markdown/directive-syntax", 6, "a", "{key=\"value\"}"},
        {":::n{a} b", "markdown/directive-syntax", 9, "b", "{key=\"value\"}"},
        {":::{a}", "markdown/directive-syntax", 4, "{a}", ":::name"},
        {":::n{a=1 a=2}", "markdown/directive-repeat", 10, "a", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Arena arena = {0};
        Report report = {0};
        report_init(&report, &arena, NULL);
        const Source *source = source_new(&arena, SLICE("x.md"), slice_of_string(cases[i].line));
        directive_read(&arena, (Span){source, 0, (uint32_t) source->bytes.size}, &report);
        expect_code(&report, cases[i].code, (Position){1, cases[i].column}, cases[i].line);
        expect_text(report.newest->words[0], cases[i].found, cases[i].line);
        expect_text(report.newest->words[1], cases[i].expected, cases[i].line);
        assert_int_equal(report.error_count, 1);
        arena_close(&arena);
    }
}

static void finds_attributes_by_their_key(void **state)
{
    (void) state;
    Arena arena = {0};
    Report report = {0};
    report_init(&report, &arena, NULL);
    const Source *source = source_new(&arena, SLICE("x.md"), SLICE(":::n{a=b flag}"));
    const DirectiveDetail *directive =
        directive_read(&arena, (Span){source, 0, (uint32_t) source->bytes.size}, &report);
    expect_text(directive_find(directive, SLICE("a"))->value, "b", "a");
    expect_text(directive_find(directive, SLICE("flag"))->value, "true", "flag");
    assert_null(directive_find(directive, SLICE("b")));
    arena_close(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_lines_of_directives_from_prose),
        cmocka_unit_test(reads_names_and_attributes_with_their_places),
        cmocka_unit_test(reports_what_it_cannot_read),
        cmocka_unit_test(finds_attributes_by_their_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
