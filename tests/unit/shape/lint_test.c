/* Marks that Markdown takes for text: what is said about them, and what the safe repair makes. */
#include "base/utf8.h"
#include "expect.h"
#include "markup/markdown.h"
#include "shape/lint.h"
#include "shape/silence.h"

static const Language persian = {.id = LANGUAGE_FA,
                                 .code = SLICE_INIT("fa"),
                                 .tag = SLICE_INIT("fa"),
                                 .direction = DIRECTION_RTL,
                                 .digits = DIGITS_ARABEXT,
                                 .is_arabic_script = true};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

typedef struct Bench {
    Arena arena;
    Arena scratch;
    Report report;
} Bench;

static void lint(Bench *bench, const char *typed)
{
    const Source *source = source_new(&bench->arena, SLICE("a.md"), slice_of_string(typed));
    report_init(&bench->report, &bench->arena, NULL);
    Document *document = markdown_parse(&bench->arena, &bench->scratch, source, 0, &bench->report);
    silence_document(document, &bench->report);
    lint_document(document, &persian, NULL, &bench->report, &bench->scratch);
}

static void close_bench(Bench *bench)
{
    arena_close(&bench->arena);
    arena_close(&bench->scratch);
}

/* The text after all safe repairs. */
static Slice mended(Bench *bench, const char *typed)
{
    const Report *reports[] = {&bench->report};
    const Slice text = slice_of_string(typed);
    FileFixes *files = NULL;
    Buffer out;
    size_t at = 0;
    buffer_init(&out, &bench->arena, 1 << 16);
    const size_t count = report_collect_fixes(reports, 1, false, &bench->arena, &files);
    for (size_t i = 0; count > 0 && i < files[0].edit_count; i++) {
        const Edit *edit = &files[0].edits[i];
        buffer_add(&out, slice_part(text, at, edit->span.start));
        buffer_add(&out, edit->text);
        at = edit->span.end;
    }
    buffer_add(&out, slice_from(text, at));
    return buffer_slice(&out);
}

static void mends_what_was_meant(void **state)
{
    (void) state;
    static const struct {
        const char *typed;
        const char *code;
        const char *mended;
    } cases[] = {
        {"۱- گام\n۲-  گام", "markdown/number-dash", "۱. گام\n۲. گام"},
        {"• یک\n•دو", "markdown/bullet", "- یک\n- دو"},
        {"> -یک\n> -دوم\n> -سوم", "markdown/item-space", "> - یک\n> - دوم\n> - سوم"},
        {"-یکم\n-دوم", "markdown/item-space", "- یکم\n- دوم"},
        {"یک **«آب»**را", "markdown/strong-quote", "یک «**آب**»را"},
        {"یک **“آب”**\u200cها", "markdown/strong-quote", "یک “**آب**”\u200cها"},
        {"یک** دو **سه", "markdown/strong-open", "یک **دو** سه"},
        {"\u200f\u200e## عنوان", "markdown/hidden-start", "## عنوان"},
        {"##عنوان", "markdown/heading-space", "## عنوان"},
        {"!(نقشه)[a.png]", "markdown/swapped-link", "![نقشه](a.png)"},
        {"[**متن**]  (a.md)", "markdown/link-gap", "[**متن**](a.md)"},
        {"1. [✅] کار", "markdown/task-mark", "1. [x] کار"},
        {"متن **voilà ** پایان", "markdown/strong-open", "متن **voilà** پایان"},
        {"متن **آب ٠ ** پایان", "markdown/strong-open", "متن **آب ٠** پایان"},
        {"متن **آب 🐠 ** پایان", "markdown/strong-open", "متن **آب 🐠** پایان"},
        {"متن **آب\u00a0\u3000** پایان", "markdown/strong-open", "متن **آب** پایان"},
        {"(متن)[à.md]", "markdown/swapped-link", "[متن](à.md)"},
        {"(متن)[٠.md]", "markdown/swapped-link", "[متن](٠.md)"},
        {"[متن] (🐠.md)", "markdown/link-gap", "[متن](🐠.md)"},
        {"متن\nـــــ", "markdown/tatweel-rule", "متن\n\n---"},
        {"پایان x ** 2 + y ** 2 است.", "markdown/strong-open", "پایان x ** 2 + y ** 2 است."},
        {"پایان 2** 3 + 4 **2 است.", "markdown/strong-open", "پایان 2** 3 + 4 **2 است."},
        {"این ** مهم ** است", "markdown/strong-open", "این ** مهم ** است"},
        {"این **مهم ** است", "markdown/strong-open", "این **مهم** است"},
        {"- یک\n  ـــــ\n  دو", "markdown/tatweel-rule", "- یک\n  ـــــ\n  دو"},
        {"> یک\n> ـــــ", "markdown/tatweel-rule", "> یک\n> ـــــ"},
        {"الف\n\n<div dir=\"rtl\">\n\nب\n\n</div>\n", "markdown/rtl-block", "الف\n\n\nب\n\n"},
        {"> <div dir=\"rtl\">\n>\n> متن", "markdown/rtl-block", "> <div dir=\"rtl\">\n>\n> متن"},
        {"<ul dir=\"rtl\">\n\nمتن", "markdown/rtl-block", "<ul dir=\"rtl\">\n\nمتن"},
        {"<div dir=rtl>\n\nمتن", "markdown/rtl-block", "\nمتن"},
        {"<div hidden dir=\"rtl\">\n\nمتن", "markdown/rtl-block",
         "<div hidden dir=\"rtl\">\n\nمتن"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Bench bench = {0};
        DiagnosticCode code;
        lint(&bench, cases[i].typed);
        assert_true(diagnostic_find(slice_of_string(cases[i].code), &code));
        bool is_found = false;
        for (const ReportEntry *entry = bench.report.newest; entry; entry = entry->next)
            is_found |= slice_equal(diagnostic_name(entry->code), slice_of_string(cases[i].code));
        if (!is_found)
            fail_msg("%s: nothing found", cases[i].typed);
        const Slice text = mended(&bench, cases[i].typed);
        size_t offset = 0;
        if (!utf8_check(text, &offset))
            fail_msg("%s: no UTF-8 at byte %zu", cases[i].typed, offset);
        expect_text(text, cases[i].mended, cases[i].typed);
        close_bench(&bench);
    }
}

static void is_silent_about_what_may_be_meant(void **state)
{
    (void) state;
    static const char *const cases[] = {
        "۱۲-۱۵ متر",
        "-۵ درجه\n-۶ درجه",
        "#آب_و_خاک",
        "5 * 3 ** 2",
        "`**«آب»**را`",
        "\\*\\*«آب»\\*\\*را",
        "(متن)[۲]",
        "[متن] (یادداشت)",
        "a_b_c",
        "(a)[b](c.md)",
        "متن\u200f متن",
        "ـ",
        "<b>x</b>",
        "[x](a.md \"**\")",
        "| ـ | ب |\n|---|---|",
        "**«آب»** را",
        "<div data-dir=\"rtl\">\n\nمتن",
        "<div \v\f =dir==\"rtl>\n\nمتن",
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Bench bench = {0};
        lint(&bench, cases[i]);
        for (const ReportEntry *entry = bench.report.newest; entry; entry = entry->next)
            if (entry->code != DIAGNOSTIC_LINT_STRONG_OPEN)
                fail_msg("%s: %.*s", cases[i], SLICE_FORMAT(diagnostic_name(entry->code)));
        close_bench(&bench);
    }
}

static size_t count_of(const Bench *bench, DiagnosticCode code)
{
    size_t count = 0;
    for (const ReportEntry *entry = bench->report.newest; entry; entry = entry->next)
        count += entry->code == code;
    return count;
}

static void silences_the_block_below(void **state)
{
    (void) state;
    Bench bench = {0};
    lint(&bench, "<!-- qanat: markdown/number-dash: یک گفته -->\n۱- الف\n\n۲- ب");
    assert_int_equal(count_of(&bench, DIAGNOSTIC_LINT_NUMBER_DASH), 1);
    assert_int_equal(bench.report.warning_count, 1);
    close_bench(&bench);
}

static void takes_back_what_parsing_said(void **state)
{
    (void) state;
    Bench bench = {0};
    lint(&bench,
         "<!-- qanat: markdown/persian-number: همین را می\u200cخواهیم -->\n۱. الف\n\n\n- ب");
    assert_int_equal(count_of(&bench, DIAGNOSTIC_PERSIAN_NUMBER), 0);
    assert_int_equal(bench.report.note_count, 0);
    close_bench(&bench);
}

static void reads_only_so_many_silences(void **state)
{
    (void) state;
    Bench bench = {0};
    Buffer text;
    buffer_init(&text, &bench.arena, 1 << 16);
    for (int i = 0; i < 102; i++)
        buffer_add(&text, SLICE("<!-- qanat: text/range: x -->\n"));
    buffer_add(&text, SLICE("متن"));
    buffer_add_byte(&text, '\0');
    lint(&bench, text.at);
    assert_int_equal(count_of(&bench, DIAGNOSTIC_SILENCE_BLOCK_MANY), 1);
    close_bench(&bench);
}

int main(void)
{
    markdown_setup();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mends_what_was_meant),
        cmocka_unit_test(is_silent_about_what_may_be_meant),
        cmocka_unit_test(silences_the_block_below),
        cmocka_unit_test(takes_back_what_parsing_said),
        cmocka_unit_test(reads_only_so_many_silences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
