/* YAML is read strictly: what is refused, how values keep their text and place, and front matter.
 */
#include "base/buffer.h"
#include "expect.h"
#include "markup/yaml.h"
typedef struct Reading {
    Arena arena;
    Report report;
    Source *source;
    Value value;
    bool is_fine;
} Reading;

static void read_text(Reading *reading, Slice text)
{
    *reading = (Reading){0};
    report_init(&reading->report, &reading->arena, NULL);
    reading->source = source_new(&reading->arena, SLICE("x.yaml"), text);
    reading->is_fine = yaml_read_file(&reading->arena, reading->source, &YAML_SETTINGS,
                                      &reading->report, &reading->value);
}

/* A picture of a value: quoted scalars in quotes, each with its place. */
static void draw(const Value *value, Buffer *out, bool has_places)
{
    if (value->kind == VALUE_NONE)
        buffer_add(out, SLICE("~"));
    if (value->kind == VALUE_SCALAR)
        buffer_print(out, value->is_quoted ? "'%.*s'" : "%.*s", SLICE_FORMAT(value->text));
    if (has_places)
        buffer_print(out, "@%u-%u", value->span.start, value->span.end);
    if (value->kind != VALUE_LIST && value->kind != VALUE_MAP)
        return;
    buffer_add_byte(out, value->kind == VALUE_LIST ? '[' : '{');
    for (size_t i = 0; i < value->count; i++) {
        if (i > 0)
            buffer_add_byte(out, ' ');
        if (value->kind == VALUE_MAP)
            buffer_print(out, "%.*s=", SLICE_FORMAT(value->entries[i].key));
        draw(&value->entries[i].value, out, has_places);
    }
    buffer_add_byte(out, value->kind == VALUE_LIST ? ']' : '}');
}

static void keeps_texts_as_typed(void **state)
{
    (void) state;
    static const struct {
        const char *typed;
        const char *value;
    } cases[] = {
        {"", "{}"},
        {"# nothing\n", "{}"},
        {"a: no\nb: 1.10\n", "{a=no b=1.10}"},
        {"title: آب\n", "{title=آب}"},
        {"a:\nb: ~\nc: null\nd: ''", "{a=~ b=~ c=~ d=''}"},
        {"a: 'null'\n", "{a='null'}"},
        {"tags: [آب, خانه]\n", "{tags=[آب خانه]}"},
        {"m:\n  - page: x\n    title: y\n  - z\n", "{m=[{page=x title=y} z]}"},
        {"a: |\n  one\n  two\nb: c\n", "{a='one\ntwo\n' b=c}"},
        {"\"a\": \"x\\u06cc\"\n", "{a='xی'}"},
        {"a: b\r\nc: d\r\n", "{a=b c=d}"},
        {"\xEF\xBB\xBF"
         "a: b",
         "{a=b}"},
        {"date: \"2026-05-01T20:00:00+03:30\"\n", "{date='2026-05-01T20:00:00+03:30'}"},
        {"---\na: b\n...\n", "{a=b}"},
        {"a: b # why\nc: {}\nd: []\n", "{a=b c={} d=[]}"},
        {"url: https://example.org/#top\n", "{url=https://example.org/#top}"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Reading reading;
        Buffer out;
        read_text(&reading, slice_of_string(cases[i].typed));
        buffer_init(&out, &reading.arena, 4096);
        draw(&reading.value, &out, false);
        if (!reading.is_fine)
            fail_msg("refused: %s", cases[i].typed);
        expect_text(buffer_slice(&out), cases[i].value, cases[i].typed);
        arena_close(&reading.arena);
    }
}

static void knows_where_values_stand_in_bytes(void **state)
{
    (void) state;
    static const struct {
        const char *typed;
        const char *value;
    } cases[] = {
        {"عنوان: آب\nb: c\n", "@0-21{عنوان=آب@12-16 b=c@20-21}"},
        {"آ: [ب, {پ: ت}]\n", "@0-18{آ=@4-18[ب@5-7 @9-17{پ=ت@14-16}]}"},
        {"a: \"آب\" # x\n", "@0-9{a='آب'@3-9}"},
        {"a:\n  - b\n  - c\n\nd: e\n", "@0-20{a=@5-14[b@7-8 c@13-14] d=e@19-20}"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Reading reading;
        Buffer out;
        read_text(&reading, slice_of_string(cases[i].typed));
        buffer_init(&out, &reading.arena, 4096);
        draw(&reading.value, &out, true);
        expect_text(buffer_slice(&out), cases[i].value, cases[i].typed);
        arena_close(&reading.arena);
    }
}

static void refuses_by_name(void **state)
{
    (void) state;
    static const struct {
        const char *typed;
        const char *code;
        Position from;
    } cases[] = {
        {"a: &x y\n", "yaml/anchor", {1, 4}},
        {"آ: *x\n", "yaml/alias", {1, 4}},
        {"a: !!str y\n", "yaml/tag", {1, 4}},
        {"a: ! y\n", "yaml/tag", {1, 4}},
        {"a: &x !y [z]\n", "yaml/anchor", {1, 4}},
        {"a:\n  <<: {b: c}\n", "yaml/merge-key", {2, 3}},
        {"a: b\n---\nc: d\n", "yaml/second-document", {2, 1}},
        {"%YAML 1.1\n---\na: b\n", "yaml/percent-line", {1, 1}},
        {"? [a, b]\n: c\n", "yaml/key", {1, 3}},
        {"{a: b}: c\n", "yaml/key", {1, 1}},
        {"\"\": c\n", "yaml/key", {1, 1}},
        {"a: b\nc: d\na: e\n", "yaml/repeated-key", {3, 1}},
        {"a: [[[[[[[[[[[[[b]]]]]]]]]]]]]\n", "yaml/depth", {1, 16}},
        {"a123456789a123456789a123456789a123456789a123456789a123456789a1234: b\n",
         "yaml/key-size",
         {1, 1}},
        {"ti\u200ctle: b\n", "text/hidden-name", {1, 3}},
        {"- a\n- b\n", "yaml/root", {1, 1}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Reading reading;
        read_text(&reading, slice_of_string(cases[i].typed));
        assert_false(reading.is_fine);
        expect_code(&reading.report, cases[i].code, cases[i].from, cases[i].typed);
        assert_int_equal(reading.value.count, 0);
        arena_close(&reading.arena);
    }
}

static void shows_both_lines_of_a_repeated_key(void **state)
{
    (void) state;
    Reading reading;
    read_text(&reading, SLICE("title: a\ndate: b\ntitle: c\n"));
    assert_int_equal(reading.report.newest->from.line, 3);
    assert_int_equal(reading.report.newest->other.line, 1);
    arena_close(&reading.arena);
}

static void finds_a_repeated_key_among_many(void **state)
{
    (void) state;
    Arena arena = {0};
    Buffer text;
    Reading reading;
    buffer_init(&text, &arena, 1 << 20);
    for (int i = 0; i < 1000; i++)
        buffer_print(&text, "k%d: x\n", i);
    buffer_add(&text, SLICE("k500: y\n"));
    read_text(&reading, buffer_slice(&text));
    assert_false(reading.is_fine);
    assert_int_equal(reading.report.error_count, 1);
    assert_int_equal(reading.report.newest->other.line, 501);
    arena_close(&reading.arena);
    arena_close(&arena);
}

static void holds_files_to_their_limits(void **state)
{
    (void) state;
    Arena arena = {0};
    Buffer text;
    Reading reading;
    buffer_init(&text, &arena, 1 << 20);
    buffer_add(&text, SLICE("a: ["));
    for (int i = 0; i < 4094; i++)
        buffer_add(&text, SLICE("x,"));
    buffer_add(&text, SLICE("]\n"));
    read_text(&reading, buffer_slice(&text)); // the map, the key and the list count as well
    assert_false(reading.is_fine);
    expect_text(diagnostic_name(expect_first(&reading.report)->code), "yaml/nodes", "code");
    arena_close(&reading.arena);
    while (text.size <= YAML_SETTINGS.max_size)
        buffer_add(&text, SLICE("# more\n"));
    read_text(&reading, buffer_slice(&text));
    expect_text(diagnostic_name(expect_first(&reading.report)->code), "yaml/size", "code");
    arena_close(&reading.arena);
    arena_close(&arena);
}

static void stops_at_a_hundred_faults(void **state)
{
    (void) state;
    Arena arena = {0};
    Buffer text;
    Reading reading;
    buffer_init(&text, &arena, 1 << 20);
    for (int i = 0; i < 1000; i++)
        buffer_add(&text, SLICE("k: *x\n"));
    read_text(&reading, buffer_slice(&text));
    assert_false(reading.is_fine);
    assert_int_equal(reading.report.error_count, 100);
    arena_close(&reading.arena);
    arena_close(&arena);
}

static void reads_a_part_of_a_file(void **state)
{
    (void) state;
    Arena arena = {0};
    Report report;
    Value value;
    report_init(&report, &arena, NULL);
    Source *source = source_new(&arena, SLICE("x.md"), SLICE("---\na: آب\nb:c\n---\ntext: [\n"));
    assert_false(
        yaml_read(&arena, &arena, (Span){source, 4, 17}, &YAML_FRONT_MATTER, &report, &value));
    assert_int_equal(report.error_count, 1);
    assert_int_equal(report.newest->from.line, 3);
    arena_close(&arena);
}

static void finds_front_matter(void **state)
{
    (void) state;
    static const struct {
        Slice typed;
        bool is_present;
        uint32_t start, end, body_start;
        const char *code; /* NULL: fine */
    } cases[] = {
        {SLICE_INIT("---\na: b\n---\ntext"), true, 4, 9, 13, NULL},
        {SLICE_INIT("\xEF\xBB\xBF---\r\na: b\r\n---\r\ntext"), true, 8, 14, 19, NULL},
        {SLICE_INIT("---\n---\n"), true, 4, 4, 8, NULL},
        {SLICE_INIT("---\na: b\n---"), true, 4, 9, 12, NULL},
        {SLICE_INIT("--- \na: b\n---\t\nx"), true, 5, 10, 15, NULL},
        {SLICE_INIT("text\n---\n"), false, 0, 0, 0, NULL},
        {SLICE_INIT("\xEF\xBB\xBFtext"), false, 3, 3, 3, NULL},
        {SLICE_INIT(""), false, 0, 0, 0, NULL},
        {SLICE_INIT("{name} is a text\n"), false, 0, 0, 0, NULL},
        {SLICE_INIT("---\na: b\n"), true, 4, 9, 9, "front-matter/never-closed"},
        {SLICE_INIT("---"), true, 3, 3, 3, "front-matter/never-closed"},
        {SLICE_INIT("+++\ntitle = 'x'\n+++\n"), false, 0, 0, 0, "front-matter/form"},
        {SLICE_INIT("{\n\"title\": \"x\"\n}\n"), false, 0, 0, 0, "front-matter/form"},
        {SLICE_INIT("{\"title\": \"x\"}\n"), false, 0, 0, 0, "front-matter/form"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Arena arena = {0};
        Report report;
        FrontMatterBlock found;
        report_init(&report, &arena, NULL);
        Source *source = source_new(&arena, SLICE("x.md"), cases[i].typed);
        assert_int_equal(yaml_find_front_matter(source, &report, &found), cases[i].code == NULL);
        assert_int_equal(found.is_present, cases[i].is_present);
        assert_int_equal(found.start, cases[i].start);
        assert_int_equal(found.end, cases[i].end);
        assert_int_equal(found.body_start, cases[i].body_start);
        if (cases[i].code != NULL)
            expect_text(diagnostic_name(expect_first(&report)->code), cases[i].code, "code");
        arena_close(&arena);
    }
}

static void refuses_front_matter_over_its_limit(void **state)
{
    (void) state;
    Arena arena = {0};
    Report report;
    Buffer text;
    FrontMatterBlock found;
    report_init(&report, &arena, NULL);
    buffer_init(&text, &arena, 1 << 20);
    buffer_add(&text, SLICE("---\n"));
    while (text.size < 4 + 64 * 1024)
        buffer_add(&text, SLICE("# x\n"));
    buffer_add(&text, SLICE("# x\n---\n"));
    Source *source = source_new(&arena, SLICE("x.md"), buffer_slice(&text));
    assert_false(yaml_find_front_matter(source, &report, &found));
    expect_text(diagnostic_name(expect_first(&report)->code), "front-matter/size", "code");
    arena_close(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_texts_as_typed),
        cmocka_unit_test(knows_where_values_stand_in_bytes),
        cmocka_unit_test(refuses_by_name),
        cmocka_unit_test(shows_both_lines_of_a_repeated_key),
        cmocka_unit_test(finds_a_repeated_key_among_many),
        cmocka_unit_test(holds_files_to_their_limits),
        cmocka_unit_test(stops_at_a_hundred_faults),
        cmocka_unit_test(reads_a_part_of_a_file),
        cmocka_unit_test(finds_front_matter),
        cmocka_unit_test(refuses_front_matter_over_its_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
