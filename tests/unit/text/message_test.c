/* Messages: what patterns say in each language, and where their faults are. */
#include "fixture.h"
#include "markup/yaml.h"
#include "text/date.h"
#include "text/message.h"

static const Value *tree_of(const char *path, const char *yaml, Report *report)
{
    const Source *source = source_new(&fixture_arena, slice_of_string(path), slice_of_string(yaml));
    Value *tree = ARENA_NEW(&fixture_arena, Value);
    assert_true(yaml_read_file(&fixture_arena, source, &YAML_SETTINGS, report, tree));
    return tree;
}

/* The catalogue of one language. */
static Messages *messages_of(const char *code, const char *yaml, Report *report)
{
    Messages *messages = messages_new(&fixture_arena, fixture_languages);
    report_init(report, &fixture_arena, NULL);
    messages_add(messages, language_of(code), tree_of("x.yaml", yaml, report), report);
    return messages;
}

typedef struct Written {
    Buffer out;
} Written;

static void add_literal(void *shared, Slice text)
{
    Written *sink = shared;
    buffer_add(&sink->out, text);
}

static void add_argument(void *shared, uint32_t argument, const MessageValue *value)
{
    (void) argument;
    Written *sink = shared;
    if (value->kind == MESSAGE_MARKUP)
        buffer_add(&sink->out, SLICE("<a>…</a>"));
    else
        buffer_print(&sink->out, "[%.*s]", SLICE_FORMAT(value->text.bytes));
}

/* Runs the only message of a catalogue. */
static const char *said(const Messages *messages, const char *code, const MessageValue *values)
{
    Written sink = {new_buffer()};
    Buffer scratch = new_buffer();
    message_run(messages_get(messages, 0, language_of(code)), values,
                &(MessageSink){add_literal, add_argument, &sink}, &scratch);
    assert_int_equal(scratch.size, 0);
    return written(&sink.out);
}

static MessageValue number(double value)
{
    return (MessageValue){.kind = MESSAGE_NUMBER, .number = value};
}

static MessageValue word(const char *text)
{
    return (MessageValue){.kind = MESSAGE_TEXT, .text = {slice_of_string(text), NULL}};
}

/* long: a table */
static void says_numbers_in_the_language(void **state)
{
    (void) state;
    static const struct {
        const char *language;
        const char *pattern;
        double value;
        const char *said;
    } cases[] = {
        {"en", "a: '{n} pages'", 1234, "1,234 pages"},
        {"fa", "a: '{n} صفحه'", 1234, "۱٬۲۳۴ صفحه"},
        {"fa", "a: '{n, number} صفحه'", 12.5, "۱۲٫۵ صفحه"},
        {"fa", "a: '{n, number, integer}'", 12.5, "۱۳"},
        {"fa", "a: '{n, number, percent}'", 0.25, ALM "۲۵٪"},
        {"en", "a: '{n, number, percent}'", 0.25, "25%"},
        {"en", "a: '{n, plural, one {# page} other {# pages}}'", 1, "1 page"},
        {"en", "a: '{n, plural, one {# page} other {# pages}}'", 2, "2 pages"},
        {"en", "a: '{n, plural, =0 {none} one {one} other {#}}'", 0, "none"},
        {"en", "a: '{n, plural, =1 {exact} one {word} other {#}}'", 1, "exact"},
        {"en", "a: '{n, plural, offset:1 =0 {nobody} one {you and # more} other {you and # more}}'",
         4, "you and 3 more"},
        {"en", "a: '{n, plural, offset:1 =1 {only you} one {one more} other {# more}}'", 2,
         "one more"},
        {"en", "a: '{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}'", 23, "23rd"},
        {"en", "a: '{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}'", 11, "11th"},
        {"fa", "a: '{n, plural, one {# صفحه} other {# صفحه}}'", 0, "۰ صفحه"},
        {"fa", "a: '{n, selectordinal, other {صفحهٔ #}}'", 3, "صفحهٔ ۳"},
        {"ar", "a: '{n, plural, zero {z} one {o} two {t} few {f#} many {m#} other {x#}}'", 3, "f٣"},
        {"ar", "a: '{n, plural, zero {z} one {o} two {t} few {f#} many {m#} other {x#}}'", 11,
         "m١١"},
        {"ar", "a: '{n, plural, zero {z} one {o} two {t} few {f#} many {m#} other {x#}}'", 100,
         "x١٠٠"},
        {"he", "a: '{n, plural, one {o} two {t} other {x#}}'", 2, "t"},
        {"azb", "a: '{n, plural, one {بیر} other {# دنه}}'", 5, "۵ دنه"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Report report;
        Messages *messages = messages_of(cases[i].language, cases[i].pattern, &report);
        expect_code(&report, "", (Position){0}, cases[i].pattern);
        MessageValue value = number(cases[i].value);
        assert_string_equal(said(messages, cases[i].language, &value), cases[i].said);
    }
}

static void says_texts_and_quotes(void **state)
{
    (void) state;
    static const struct {
        const char *pattern;
        const char *said;
    } cases[] = {
        {"a: plain", "plain"},
        {"a: \"it''s {x}\"", "it's [v]"},
        {"a: \"it's {x}\"", "it's [v]"},
        {"a: \"'{x}' is {x}\"", "{x} is [v]"},
        {"a: \"'# {' # {x}\"", "# { # [v]"},
        {"a: \"'{ to the end\"", "{ to the end"},
        {"a: \"{ x }\"", "[v]"},
        {"a: \"{x, select, v {yes} other {no}}\"", "yes"},
        {"a: \"{x, select, w {yes} other {no}}\"", "no"},
        {"a: \"{x, select, other {}}\"", ""},
        {"a: \"|{x}|\"", "|[v]|"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Report report;
        Messages *messages = messages_of("en", cases[i].pattern, &report);
        expect_code(&report, "", (Position){0}, cases[i].pattern);
        MessageValue value = word("v");
        assert_string_equal(said(messages, "en", &value), cases[i].said);
    }
}

static void says_dates_in_the_calendar_of_the_language(void **state)
{
    (void) state;
    const Zone *zone = zone_new(&fixture_arena, SLICE("Asia/Tehran"));
    DateReading reading;
    assert_int_equal(date_read(SLICE("2024-07-12T21:00"), zone, true, &reading), DATE_FINE);
    MessageValue value = {.kind = MESSAGE_DATE, .date = reading.date};
    Report report;
    assert_string_equal(said(messages_of("fa", "a: '{d, date}'", &report), "fa", &value),
                        "۲۲ تیر ۱۴۰۳");
    assert_string_equal(
        said(messages_of("fa", "a: '{d, date, full}، {d, date, time}'", &report), "fa", &value),
        "جمعه ۲۲ تیر ۱۴۰۳، ۲۱:۰۰");
    assert_string_equal(said(messages_of("en", "a: 'on {d, date, short}'", &report), "en", &value),
                        "on 7/12/2024");
}

static void leaves_markup_to_the_sink(void **state)
{
    (void) state;
    Report report;
    Messages *messages = messages_of("fa", "a: 'نگاه کنید به {link}.'", &report);
    MessageValue value = {.kind = MESSAGE_MARKUP};
    assert_string_equal(said(messages, "fa", &value), "نگاه کنید به <a>…</a>.");
}

static void isolates_texts_in_a_plain_string(void **state)
{
    (void) state;
    Report report;
    Messages *messages = messages_of("fa", "a: 'از {x} ({n, number})'", &report);
    MessageValue values[] = {
        {.kind = MESSAGE_TEXT, .text = {SLICE("Water Office"), language_of("en")}},
        number(2),
    };
    Buffer out = new_buffer();
    message_write(messages_get(messages, 0, language_of("fa")), values, &out);
    assert_string_equal(written(&out), "از " LRI "Water Office" PDI " (۲)");
    values[0].text = (Text){SLICE("دفتر آب"), language_of("fa")};
    buffer_clear(&out);
    message_write(messages_get(messages, 0, language_of("fa")), values, &out);
    assert_string_equal(written(&out), "از دفتر آب (۲)");
}

static void nests_and_counts_by_the_innermost_plural(void **state)
{
    (void) state;
    Report report;
    Messages *messages = messages_of(
        "en", "a: '{k, select, x {{n, plural, one {# a} other {# as}}} other {-}}'", &report);
    MessageValue values[] = {word("x"), number(3)};
    assert_string_equal(said(messages, "en", values), "3 as");
    values[0] = word("y");
    assert_string_equal(said(messages, "en", values), "-");
}

/* long: a table */
static void tells_where_a_pattern_is_wrong(void **state)
{
    (void) state;
    static const struct {
        const char *language;
        const char *yaml;
        const char *code;
        uint32_t line, column;
    } cases[] = {
        {"en", "a: x {n", "message/brace", 1, 6},
        {"en", "a: 'x {n'", "message/brace", 1, 7},
        {"en", "a: 'x }'", "message/brace", 1, 7},
        {"en", "a: '{n, plural, one {x} other {y}'", "message/brace", 1, 5},
        {"en", "a: '{n, plural, one {x other {y}}'", "message/brace", 1, 5},
        {"en", "a: '{}'", "message/name", 1, 5},
        {"en", "a: '{a.b}'", "message/name", 1, 5},
        {"en", "a: '{نام}'", "message/name", 1, 5},
        {"en", "a: '{n, time}'", "message/type", 1, 9},
        {"en", "a: '{n, number, money}'", "message/style", 1, 17},
        {"en", "a: '{n, number, }'", "message/style", 1, 17},
        {"en", "a: '{d, date, medium}'", "message/style", 1, 15},
        {"en", "a: '{n, plural}'", "message/branch", 1, 5},
        {"en", "a: '{n, plural, one}'", "message/branch", 1, 17},
        {"en", "a: '{n, plural, {x}}'", "message/branch", 1, 17},
        {"en", "a: '{n, plural, one {x}}'", "message/branch-missing", 1, 5},
        {"en", "a: '{n, plural, other {x}}'", "message/branch-missing", 1, 5},
        {"en", "a: '{n, plural, =1 {x} other {x}}'", "message/branch-missing", 1, 5},
        {"en", "a: '{n, select, x {x}}'", "message/branch-missing", 1, 5},
        {"ar", "a: '{n, plural, one {x} other {x}}'", "message/branch-missing", 1, 5},
        {"en", "a: '{n, plural, one {x} few {y} other {z}}'", "message/plural-word", 1, 25},
        {"fa", "a: '{n, selectordinal, one {x} other {z}}'", "message/plural-word", 1, 24},
        {"en", "a: '{n, plural, one {x} =x {y} other {z}}'", "message/plural-word", 1, 25},
        {"en", "a: '{n, plural, one {x} one {y} other {z}}'", "message/branch-twice", 1, 25},
        {"en", "a: '{n, number} {n, date}'", "message/kinds", 1, 17},
        {"en", "a: [x]", "message/value", 1, 1},
        {"en", "a:\n  b:\n    c: 'x {'", "message/brace", 3, 11},
        {"fa", "a: 'پیام {n'", "message/brace", 1, 10},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Report report;
        messages_of(cases[i].language, cases[i].yaml, &report);
        expect_code(&report, cases[i].code, (Position){cases[i].line, cases[i].column},
                    cases[i].yaml);
    }
}

static void holds_to_its_limits(void **state)
{
    (void) state;
    Buffer deep = new_buffer();
    buffer_add(&deep, SLICE("a: '"));
    for (size_t i = 0; i < 9; i++)
        buffer_add(&deep, SLICE("{x, select, other {"));
    buffer_add_byte(&deep, '\'');
    Report report;
    messages_of("en", written(&deep), &report);
    expect_code(&report, "message/depth", expect_first(&report)->from, "depth");

    Buffer many = new_buffer();
    buffer_add(&many, SLICE("a: '"));
    for (int i = 0; i < 17; i++)
        buffer_print(&many, "{a%d}", i);
    buffer_add_byte(&many, '\'');
    messages_of("en", written(&many), &report);
    expect_code(&report, "message/arguments", expect_first(&report)->from, "arguments");

    Buffer big = new_buffer();
    buffer_add(&big, SLICE("a: "));
    for (size_t i = 0; i <= MESSAGE_MAX_SIZE; i++)
        buffer_add_byte(&big, 'x');
    messages_of("en", written(&big), &report);
    expect_code(&report, "message/size", expect_first(&report)->from, "size");
}

static void compares_the_languages(void **state)
{
    (void) state;
    static const LanguageSettings settings[] = {
        {.code = SLICE_INIT("fa"), .direction = DIRECTION_RTL},
        {.code = SLICE_INIT("en"), .direction = DIRECTION_LTR},
    };
    static const struct {
        const char *fa;
        const char *en;
        const char *code;
        uint32_t line, column;
    } cases[] = {
        {"a: آ", "a: a", "", 0, 0},
        {"a: آ\nb: ب", "a: a", "message/missing", 1, 1},
        {"a: '{n}'", "a: '{n, plural, one {#} other {#}}'", "", 0, 0},
        {"a: '{n}'", "a: '{m}'", "message/differs", 1, 4},
        {"a: '{n} {m}'", "a: '{n}'", "message/differs", 1, 4},
        {"a: '{n, number}'", "a: '{n, date}'", "message/kinds", 1, 5},
        {"a: {b: ب}", "a: {b: b, c: c}", "message/missing", 1, 1},
    };
    Languages *languages = languages_open(&fixture_arena, settings, 2);
    for (size_t i = 0; i < COUNT(cases); i++) {
        Report report;
        report_init(&report, &fixture_arena, NULL);
        Messages *messages = messages_new(&fixture_arena, languages);
        bool is_sound = messages_add(messages, &languages->items[0],
                                     tree_of("fa.yaml", cases[i].fa, &report), &report);
        is_sound &= messages_add(messages, &languages->items[1],
                                 tree_of("en.yaml", cases[i].en, &report), &report);
        is_sound &= messages_check(messages, &report);
        expect_code(&report, cases[i].code, (Position){cases[i].line, cases[i].column},
                    cases[i].en);
        assert_int_equal(is_sound, cases[i].line == 0);
    }
    languages_close(languages);
}

static void finds_messages_by_dotted_key(void **state)
{
    (void) state;
    Report report;
    Messages *messages = messages_of("en", "a: {b: {c: '{x} {n, number}'}}\nd: e", &report);
    uint32_t found;
    assert_int_equal(messages_count(messages), 2);
    assert_true(messages_find(messages, SLICE("d"), &found));
    assert_int_equal(found, 1);
    assert_true(messages_find(messages, SLICE("a.b.c"), &found));
    assert_int_equal(found, 0);
    assert_false(messages_find(messages, SLICE("a.b"), &found));
    expect_text(messages_key(messages, 0), "a.b.c", "key");
    expect_text(messages_keys(messages)[1], "d", "keys");
    const MessageArgument *arguments;
    assert_int_equal(messages_arguments(messages, 0, &arguments), 2);
    expect_text(arguments[0].name, "x", "first argument");
    assert_int_equal(arguments[0].kind, ARGUMENT_ANY);
    expect_text(arguments[1].name, "n", "second argument");
    assert_int_equal(arguments[1].kind, ARGUMENT_NUMBER);
    assert_null(messages_get(messages, 0, language_of("fa")));
    assert_ptr_equal(message_language(messages_get(messages, 0, language_of("en"))),
                     language_of("en"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_numbers_in_the_language),
        cmocka_unit_test(says_texts_and_quotes),
        cmocka_unit_test(says_dates_in_the_calendar_of_the_language),
        cmocka_unit_test(leaves_markup_to_the_sink),
        cmocka_unit_test(isolates_texts_in_a_plain_string),
        cmocka_unit_test(nests_and_counts_by_the_innermost_plural),
        cmocka_unit_test(tells_where_a_pattern_is_wrong),
        cmocka_unit_test(holds_to_its_limits),
        cmocka_unit_test(compares_the_languages),
        cmocka_unit_test(finds_messages_by_dotted_key),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
