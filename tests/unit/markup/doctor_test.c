/* The doctor names the slip, where it stands, and the text that mends it: every row of editorial 4.
 */
#include "expect.h"
#include "markup/doctor.h"
#include "markup/yaml.h"
typedef struct Case {
    const char *typed;
    const char *code; /* NULL: nothing to say */
    Position from;
    const char *mended; /* NULL: no edit */
} Case;

static Slice apply_edits(Arena *arena, Slice text, const ReportEntry *entry)
{
    Slice parts[32];
    size_t count = 0;
    size_t done = 0;
    for (size_t i = 0; i < entry->edit_count; i++) {
        parts[count++] = slice_part(text, done, entry->edits[i].span.start);
        parts[count++] = entry->edits[i].text;
        done = entry->edits[i].span.end;
    }
    parts[count++] = slice_from(text, done);
    return slice_join(arena, parts, count, (Slice){0});
}

static void check_case(const Case *row)
{
    Arena arena = {0};
    Report report;
    Value value;
    report_init(&report, &arena, NULL);
    const Slice text = slice_of_string(row->typed);
    Source *source = source_new(&arena, SLICE("x.yaml"), text);
    const bool is_fine = yaml_read_file(&arena, source, &YAML_SETTINGS, &report, &value);
    if (is_fine != (row->code == NULL))
        fail_msg("%s: expected %s", row->typed, row->code == NULL ? "no fault" : row->code);
    if (row->code != NULL) {
        const ReportEntry *entry = report.newest;
        const Slice name = diagnostic_name(entry->code);
        if (!slice_equal(name, slice_of_string(row->code)))
            fail_msg("%s: expected %s, found %.*s", row->typed, row->code, SLICE_FORMAT(name));
        if (entry->from.line != row->from.line || entry->from.column != row->from.column)
            fail_msg("%s: found at %u:%u", row->typed, entry->from.line, entry->from.column);
        const Slice mended = apply_edits(&arena, text, entry);
        const char *expected = row->mended != NULL ? row->mended : row->typed;
        if (!slice_equal(mended, slice_of_string(expected)))
            fail_msg("%s: mended as %.*s", row->typed, SLICE_FORMAT(mended));
        assert_int_equal(report.error_count, 1);
    }
    arena_close(&arena);
}

static void check_cases(const Case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        check_case(&cases[i]);
}

#define CHECK(cases) check_cases(cases, sizeof cases / sizeof cases[0])

static void explains_what_libyaml_refused(void **state)
{
    (void) state;
    static const Case cases[] = {
        {"title: Water: a guide\n", "yaml/colon-in-value", {1, 13}, "title: \"Water: a guide\"\n"},
        {"عنوان: آب: راهنما\n", "yaml/colon-in-value", {1, 10}, "عنوان: \"آب: راهنما\"\n"},
        {"t: say \"a\": b\n", "yaml/colon-in-value", {1, 11}, "t: 'say \"a\": b'\n"},
        {"a: b\nc:\n", NULL, {0, 0}, NULL},
        {"a: b\nk:v\n", "yaml/colon-space", {2, 2}, "a: b\nk: v\n"},
        {"a: b\nx: y\nk:v\nc: d\n", "yaml/colon-space", {3, 2}, "a: b\nx: y\nk: v\nc: d\n"},
        {"k:v\nc: d\n", "yaml/colon-space", {1, 2}, "k: v\nc: d\n"},
        {"عنوان:آب\nc: d\n", "yaml/colon-space", {1, 6}, "عنوان: آب\nc: d\n"},
        {"a:\n\tb: c\n", "yaml/tab", {2, 1}, "a:\n  b: c\n"},
        {"a: b\n\tc: d\n", "yaml/tab", {2, 1}, "a: b\nc: d\n"},
        {"a:\n  b: c\n\td: e\n", "yaml/tab", {3, 1}, "a:\n  b: c\n  d: e\n"},
        {"a:\n  - b\n\t- c\n", "yaml/tab", {3, 1}, "a:\n  - b\n  - c\n"},
        {"a:\n- b: c\n\td: e\n", "yaml/tab", {3, 1}, "a:\n- b: c\n  d: e\n"},
        {"title: @x\n", "yaml/start-character", {1, 8}, "title: \"@x\"\n"},
        {"title: `x`\n", "yaml/start-character", {1, 8}, "title: \"`x`\"\n"},
        {"title: %x\n", "yaml/start-character", {1, 8}, "title: \"%x\"\n"},
        {"tags:\n  - @x\n", "yaml/start-character", {2, 5}, "tags:\n  - \"@x\"\n"},
        {"title: *x*\n", "yaml/star", {1, 8}, "title: \"*x*\"\n"},
        {"title: **آب**\n", "yaml/star", {1, 8}, "title: \"**آب**\"\n"},
        {"title: \"a\" b\n", "yaml/after-quote", {1, 12}, "title: '\"a\" b'\n"},
        {"title: 'it's'\n", "yaml/after-quote", {1, 12}, "title: \"'it's'\"\n"},
        {"title: [a] b\n", "yaml/after-quote", {1, 12}, "title: \"[a] b\"\n"},
        {"title: - b\n", "yaml/list-start", {1, 8}, "title: \"- b\"\n"},
        {"title: \"abc\nd: e\n", "yaml/open-quote", {1, 8}, NULL},
        {"title: \"abc\nd: \"e\"\n", "yaml/open-quote", {1, 8}, NULL},
        {"title: 'abc\n", "yaml/open-quote", {1, 8}, NULL},
        {"title: > x\n", "yaml/block-mark", {1, 8}, "title: \"> x\"\n"},
        {"title: | x\n", "yaml/block-mark", {1, 8}, "title: \"| x\"\n"},
        {"a: b\ntitle： x\nc: d\n", "yaml/foreign-mark", {2, 6}, "a: b\ntitle: x\nc: d\n"},
        {"title： x\na: b\n", "yaml/foreign-mark", {1, 6}, "title: x\na: b\n"},
        {"tags: [a, b\nd: e\n", "yaml/open-bracket", {1, 7}, NULL},
        {"a: \"C:\\Users\"\n", "yaml/escape", {1, 7}, "a: \"C:\\\\Users\"\n"},
        {"a: b\n c: d\n", "yaml/indentation", {2, 2}, NULL},
        {"a:\n  b: c\n d: e\n", "yaml/indentation", {3, 2}, NULL},
        {"a: b\n- c\n", "yaml/indentation", {2, 3}, NULL},
        {"a: b\n...\nc: d\n", "yaml/second-document", {2, 1}, NULL},
        {"a: b\nword\nc: d\n", "yaml/syntax", {2, 1}, NULL},
    };
    CHECK(cases);
}

static void finds_what_libyaml_accepted(void **state)
{
    (void) state;
    static const Case cases[] = {
        {"tags: [آب، خانه]\n", "yaml/foreign-comma", {1, 10}, "tags: [آب, خانه]\n"},
        {"tags: [آب؛ خانه، باغ]\n", "yaml/foreign-comma", {1, 10}, "tags: [آب, خانه, باغ]\n"},
        {"tags: [\"آب، خانه\"]\n", NULL, {0, 0}, NULL},
        {"title: آب، خانه\n", NULL, {0, 0}, NULL},
        {"title: آب #بحران\n", "yaml/comment", {1, 11}, "title: \"آب #بحران\"\n"},
        {"title: #بحران\n", "yaml/comment", {1, 8}, "title: \"#بحران\"\n"},
        {"tags:\n  - a #b\n", "yaml/comment", {2, 7}, "tags:\n  - \"a #b\"\n"},
        {"title: آب # بحران\n", NULL, {0, 0}, NULL},
        {"title: \"آب\" #بحران\n", NULL, {0, 0}, NULL},
        {"title: آب#بحران\n", NULL, {0, 0}, NULL},
        {"title: {a}\n", "yaml/braces", {1, 8}, "title: \"{a}\"\n"},
        {"title: {a: b}\n", NULL, {0, 0}, NULL},
        {"title: {a: }\n", NULL, {0, 0}, NULL},
        {"k:v\n", "yaml/colon-space", {1, 2}, "k: v\n"},
        {"title： x\n", "yaml/foreign-mark", {1, 6}, "title: x\n"},
        {"“title”: x\n", "yaml/foreign-mark", {1, 1}, "\"title”: x\n"},
        {"title： x: y\n", "yaml/foreign-mark", {1, 6}, "title: x: y\n"},
        {"just words\n", "yaml/syntax", {1, 1}, NULL},
    };
    CHECK(cases);
}

static void is_not_misled_by_blocks_of_text(void **state)
{
    (void) state;
    static const Case cases[] = {
        {"a: |\n  x: y: z\n  - @b\nc: @d\n",
         "yaml/start-character",
         {4, 4},
         "a: |\n  x: y: z\n  - @b\nc: \"@d\"\n"},
        {"# a: b: c\nd: *e*\n", "yaml/star", {2, 4}, "# a: b: c\nd: \"*e*\"\n"},
    };
    CHECK(cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(explains_what_libyaml_refused),
        cmocka_unit_test(finds_what_libyaml_accepted),
        cmocka_unit_test(is_not_misled_by_blocks_of_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
