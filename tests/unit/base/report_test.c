/* base/report: one order, no doubles, and every form to the letter. */
#include "base/report.h"
#include "base/suggest.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

#define FSI "\u2068"
#define PDI "\u2069"

/* A report with one diagnostic on the first place of `word` in the text. */
typedef struct Finding {
    const char *text, *word;
    DiagnosticCode code;
    const char *words[2];
    const char *replacement; /* NULL: no edit */
    const char *suggestion;
} Finding;

static void add_finding(Report *report, Arena *arena, const Finding *finding)
{
    const Source *source =
        source_new(arena, SLICE("content/fa/drip.md"), slice_of_string(finding->text));
    size_t offset = 0;
    assert_true(slice_find(source->bytes, slice_of_string(finding->word), &offset));
    size_t end = offset + strlen(finding->word);
    Edit edit = {.span = span_of(source, slice_part(source->bytes, offset, end)),
                 .text = slice_of_string(finding->replacement)};
    Diagnostic diagnostic = {
        .code = finding->code,
        .span = edit.span,
        .words = {slice_of_string(finding->words[0]), slice_of_string(finding->words[1])},
        .suggestion = slice_of_string(finding->suggestion),
        .edits = &edit,
        .edit_count = finding->replacement != NULL,
        .is_safe_fix = true,
    };
    report_add(report, &diagnostic);
}

static Slice print_all(Arena *arena, const Report *const *reports, size_t count, ReportStyle style)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    report_print(reports, count, &style, out);
    fclose(out);
    Slice printed = slice_copy(arena, (Slice){text, size});
    free(text);
    return printed;
}

static Slice print_one(Arena *arena, const Finding *finding, ReportStyle style)
{
    Report report;
    report_init(&report, arena, NULL);
    add_finding(&report, arena, finding);
    return print_all(arena, &(const Report *){&report}, 1, style);
}

static const Finding misspelt = {
    "---\ntitle: Save water at home\ndiscription: Three simple steps\n",
    "discription",
    DIAGNOSTIC_UNKNOWN_FIELD,
    {"discription"},
    "description",
    "description",
};

static void points_at_the_place_and_suggests(void **state)
{
    (void) state;
    Arena arena = {0};
    assert_slice(
        print_one(&arena, &misspelt, (ReportStyle){.form = REPORT_TEXT}),
        "content/fa/drip.md:3:1: error: unknown field “discription” [front-matter/unknown-field]\n"
        "\n"
        "   2 | title: Save water at home\n"
        "   3 | discription: Three simple steps\n"
        "     | ^^^^^^^^^^^ did you mean “description”?\n"
        "\n"
        "  qanat fix content/fa/drip.md      qanat explain front-matter/unknown-field\n"
        "1 problem in 1 file: 1 error, 0 warnings; it can be fixed by qanat fix\n");
    arena_close(&arena);
}

static void prints_first_lines_only_when_asked(void **state)
{
    (void) state;
    Arena arena = {0};
    assert_slice(
        print_one(&arena, &misspelt, (ReportStyle){.form = REPORT_SHORT}),
        "content/fa/drip.md:3:1: error: unknown field “discription” [front-matter/unknown-field]\n"
        "1 problem in 1 file: 1 error, 0 warnings; it can be fixed by qanat fix\n");
    arena_close(&arena);
}

static void speaks_persian_when_asked(void **state)
{
    (void) state;
    Arena arena = {0};
    assert_slice(
        print_one(&arena, &misspelt, (ReportStyle){.form = REPORT_TEXT, .is_persian = true}),
        "content/fa/drip.md:3:1: error: فیلدی به نام «discription» نداریم "
        "[front-matter/unknown-field]\n"
        "\n"
        "   2 | title: Save water at home\n"
        "   3 | discription: Three simple steps\n"
        "     | ^^^^^^^^^^^ منظورتان «description» بود؟\n"
        "\n"
        "  qanat fix content/fa/drip.md      qanat explain front-matter/unknown-field\n"
        "۱ مشکل در ۱ پرونده: ۱ خطا، ۰ هشدار؛ ۱ مورد را qanat fix درست می\u200cکند\n");
    arena_close(&arena);
}

static void writes_one_json_object_on_a_line(void **state)
{
    (void) state;
    Arena arena = {0};
    assert_slice(
        print_one(&arena, &misspelt, (ReportStyle){.form = REPORT_JSON}),
        "{\"severity\":\"error\",\"code\":\"front-matter/unknown-field\",\"message\":\"unknown "
        "field “discription”\",\"path\":\"content/fa/drip.md\",\"line\":3,\"column\":1,"
        "\"end_line\":3,\"end_column\":12,\"start\":30,\"end\":41,\"notes\":[],"
        "\"fixes\":[{\"safe\":true,\"label\":\"write “description”\",\"edits\":[{\"start\":30,"
        "\"end\":41,\"text\":\"description\"}]}]}\n");
    arena_close(&arena);
}

static void writes_github_commands_with_escapes(void **state)
{
    (void) state;
    Arena arena = {0};
    assert_slice(print_one(&arena, &misspelt, (ReportStyle){.form = REPORT_GITHUB}),
                 "::error file=content/fa/drip.md,line=3,col=1,endColumn=12,title=front-matter/"
                 "unknown-field::unknown field “discription”; did you mean “description”?\n");
    Report report;
    report_init(&report, &arena, NULL);
    report_add(&report, &(Diagnostic){.code = DIAGNOSTIC_READ,
                                      .path = SLICE("a,b:c%.md"),
                                      .words = {SLICE_INIT("50%, at: once")}});
    assert_slice(
        print_all(&arena, &(const Report *){&report}, 1, (ReportStyle){.form = REPORT_GITHUB}),
        "::error file=a%2Cb%3Ac%25.md,title=system/read::cannot read: 50%25, at: once\n");
    arena_close(&arena);
}

static void lays_the_caret_out_by_display_width(void **state)
{
    (void) state;
    static const struct {
        const char *text, *word, *caret_line;
    } cases[] = {
        {"abc def", "def", "     |     ^^^\n"},
        {"水 def", "def", "     |    ^^^\n"}, /* two columns */
        {" 💧", "💧", "     |  ^^\n"},
        {"e\u0301 def", "def", "     |   ^^^\n"}, /* an accent takes none */
        {"a\tdef", "def", "     |   ^^^\n"},
        {"a\u200bdef", "def", "     |          ^^^\n"}, /* shown as ⟨U+200B⟩ */
        {"a\u200bdef", "\u200b", "     |  ^^^^^^^^\n"},
    };
    Arena arena = {0};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const Finding finding = {cases[i].text, cases[i].word, DIAGNOSTIC_CONTROL,
                                 {"x"},         NULL,          NULL};
        Slice printed = print_one(&arena, &finding, (ReportStyle){.form = REPORT_TEXT});
        Slice wanted = slice_of_string(cases[i].caret_line);
        if (!slice_contains(printed, wanted))
            assert_slices(printed, wanted);
    }
    arena_close(&arena);
}

static void quotes_the_place_in_right_to_left_lines(void **state)
{
    (void) state;
    const Finding finding = {
        "\nواژهٔ **«آب»**را\n", "**«آب»**را", DIAGNOSTIC_CONTROL, {"می\u200c"}, "«**آب**»را", NULL,
    };
    Arena arena = {0};
    assert_slice(
        print_one(&arena, &finding,
                  (ReportStyle){.form = REPORT_TEXT, .is_persian = true, .is_terminal = false}),
        "content/fa/drip.md:2:7: error: نویسهٔ کنترلی می⟨ZWNJ⟩؛ آن را پاک کنید [text/control]\n"
        "\n"
        "   2 | واژهٔ **«آب»**را\n"
        "     این بخش: **«آب»**را\n"
        "     بنویسید: «**آب**»را\n"
        "\n"
        "  qanat fix content/fa/drip.md      qanat explain text/control\n"
        "۱ مشکل در ۱ پرونده: ۱ خطا، ۰ هشدار؛ ۱ مورد را qanat fix درست می\u200cکند\n");
    Slice printed =
        print_one(&arena, &finding, (ReportStyle){.form = REPORT_TEXT, .is_terminal = true});
    assert_true(slice_contains(printed, SLICE("this part: " FSI "**«آب»**را" PDI "\n")));
    assert_true(slice_contains(printed, SLICE("write: " FSI "«**آب**»را" PDI "\n")));
    assert_true(slice_contains(printed, SLICE("control character " FSI "می⟨ZWNJ⟩" PDI ";")));
    arena_close(&arena);
}

static void shows_what_cannot_be_seen(void **state)
{
    (void) state;
    const Finding finding = {
        "ab\u202ecd\x1b[2J\u200f", "\u202e", DIAGNOSTIC_BIDI_CONTROL, {"U+202E"}, "", NULL,
    };
    Arena arena = {0};
    Slice printed = print_one(&arena, &finding, (ReportStyle){.form = REPORT_TEXT});
    assert_true(slice_contains(printed, SLICE("   1 | ab⟨U+202E⟩cd⟨U+001B⟩[2J⟨RLM⟩\n"
                                              "     |   ^^^^^^^^ remove it\n")));
    arena_close(&arena);
}

static void sorts_and_drops_doubles(void **state)
{
    (void) state;
    Arena arena = {0};
    Report reports[3];
    const char *const paths[3][2] = {{"b.md", "a.md"}, {"a.md", "c.md"}, {"a-b.md", "a/b.md"}};
    for (size_t i = 0; i < 3; i++) {
        report_init(&reports[i], &arena, NULL);
        for (size_t j = 0; j < 2; j++)
            report_add(&reports[i], &(Diagnostic){.code = DIAGNOSTIC_READ,
                                                  .path = slice_of_string(paths[i][j]),
                                                  .words = {SLICE_INIT("gone")}});
    }
    static const size_t orders[][3] = {{0, 1, 2}, {2, 1, 0}, {1, 2, 0}};
    for (size_t i = 0; i < COUNT_OF(orders); i++) {
        const Report *list[] = {&reports[orders[i][0]], &reports[orders[i][1]],
                                &reports[orders[i][2]]};
        assert_slice(print_all(&arena, list, 3, (ReportStyle){.form = REPORT_SHORT}),
                     "a-b.md: error: cannot read: gone [system/read]\n"
                     "a.md: error: cannot read: gone [system/read]\n"
                     "a/b.md: error: cannot read: gone [system/read]\n"
                     "b.md: error: cannot read: gone [system/read]\n"
                     "c.md: error: cannot read: gone [system/read]\n"
                     "5 problems in 5 files: 5 errors, 0 warnings\n");
    }
    arena_close(&arena);
}

static void counts_what_it_does_not_print(void **state)
{
    (void) state;
    Arena arena = {0};
    Report report;
    report_init(&report, &arena, NULL);
    for (size_t i = 0; i < 3000; i++)
        report_add(&report, &(Diagnostic){.code = DIAGNOSTIC_READ,
                                          .path = SLICE("a.md"),
                                          .words = {slice_print(&arena, "%04zu", i)}});
    assert_int_equal(report.error_count, 3000);
    assert_true(report_is_full(&report, SLICE("a.md")));
    assert_false(report_is_full(&report, SLICE("b.md")));
    const Report *list[] = {&report};
    Slice printed = print_all(&arena, list, 1, (ReportStyle){.form = REPORT_SHORT});
    assert_true(slice_starts(printed, SLICE("a.md: error: cannot read: 0000 [system/read]\n")));
    assert_true(slice_ends(printed, SLICE("cannot read: 0019 [system/read]\n"
                                          "a.md: 2980 more problems, not shown\n"
                                          "3000 problems in 1 file: 3000 errors, 0 warnings; "
                                          "2980 not shown\n")));
    for (size_t i = 0; i < 1100; i++)
        report_add(&report, &(Diagnostic){.code = DIAGNOSTIC_READ,
                                          .path = slice_print(&arena, "b-%04zu.md", i)});
    printed = print_all(&arena, list, 1, (ReportStyle){.form = REPORT_JSON});
    size_t lines = 0;
    for (Slice line; slice_cut_line(&printed, &line);)
        lines++;
    assert_int_equal(lines, REPORT_MAX_PRINTED);
    arena_close(&arena);
}

static void obeys_policy_and_silence(void **state)
{
    (void) state;
    Arena arena = {0};
    ReportPolicy policy;
    report_policy_init(&policy);
    const Diagnostic diagnostic = {.code = DIAGNOSTIC_READ, .path = SLICE_INIT("a.md")};
    static const struct {
        Severity severity;
        bool is_strict, is_silenced;
        size_t errors, warnings, notes;
    } cases[] = {
        {SEVERITY_ERROR, false, false, 1, 0, 0},   {SEVERITY_ERROR, false, true, 1, 0, 0},
        {SEVERITY_WARNING, false, false, 0, 1, 0}, {SEVERITY_WARNING, true, false, 1, 1, 0},
        {SEVERITY_WARNING, true, true, 0, 0, 0},   {SEVERITY_NOTE, true, false, 0, 0, 1},
        {SEVERITY_NOTE, false, true, 0, 0, 0},     {SEVERITY_OFF, true, false, 0, 0, 0},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        report_policy_set(&policy, DIAGNOSTIC_READ, cases[i].severity);
        policy.is_strict = cases[i].is_strict;
        Report report;
        report_init(&report, &arena, &policy);
        if (cases[i].is_silenced)
            report_silence(&report, DIAGNOSTIC_READ);
        report_add(&report, &diagnostic);
        assert_int_equal(report.error_count, cases[i].errors);
        assert_int_equal(report.warning_count, cases[i].warnings);
        assert_int_equal(report.note_count, cases[i].notes);
        assert_int_equal(report_has_errors(&report), cases[i].errors > 0);
    }
    arena_close(&arena);
}

static void outlives_its_source(void **state)
{
    (void) state;
    Arena arena = {0};
    Arena body = {0};
    Report report;
    report_init(&report, &arena, NULL);
    Finding finding = misspelt;
    finding.text = slice_print(&body, "%s", misspelt.text).at;
    finding.replacement = slice_print(&body, "%s", "description").at;
    add_finding(&report, &body, &finding);
    memset((char *) (uintptr_t) finding.text, '#', strlen(finding.text));
    arena_close(&body);
    const Report *list[] = {&report};
    assert_slices(print_all(&arena, list, 1, (ReportStyle){.form = REPORT_JSON}),
                  print_one(&arena, &misspelt, (ReportStyle){.form = REPORT_JSON}));
    arena_close(&arena);
}

static void cuts_long_lines_around_the_place(void **state)
{
    (void) state;
    Arena arena = {0};
    char *text = arena_take(&arena, 5001, 1);
    memset(text, 'a', 5000);
    memcpy(text + 4000, "HERE", 4);
    const Finding finding = {text, "HERE", DIAGNOSTIC_CONTROL, {"x"}, NULL, NULL};
    Slice printed = print_one(&arena, &finding, (ReportStyle){.form = REPORT_TEXT});
    assert_true(slice_contains(printed, SLICE("\n   1 | …aaaa")));
    assert_true(slice_contains(printed, SLICE("aaaHEREaaa")));
    char caret[80];
    snprintf(caret, sizeof(caret), "a…\n     | %41s^^^^\n", ""); // an ellipsis and 40 letters
    assert_true(slice_contains(printed, slice_of_string(caret)));
    assert_true(printed.size < 500);
    arena_close(&arena);
}

static void collects_edits_that_do_not_overlap(void **state)
{
    (void) state;
    Arena arena = {0};
    const Source *source = source_new(&arena, SLICE("a.md"), SLICE("0123456789"));
    static const struct {
        uint32_t start, end;
        const char *text;
        bool is_safe;
    } cases[] = {
        {6, 8, "late", true},   {0, 2, "first", true},   {1, 3, "overlaps", true},
        {2, 2, "insert", true}, {4, 5, "unsafe", false}, {0, 2, "first", true},
    };
    Report report;
    report_init(&report, &arena, NULL);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Edit edit = {{source, cases[i].start, cases[i].end}, slice_of_string(cases[i].text)};
        report_add(&report, &(Diagnostic){.code = DIAGNOSTIC_CONTROL,
                                          .span = edit.span,
                                          .words = {edit.text},
                                          .edits = &edit,
                                          .edit_count = 1,
                                          .is_safe_fix = cases[i].is_safe});
    }
    const Report *list[] = {&report};
    FileFixes *files;
    assert_int_equal(report_collect_fixes(list, 1, false, &arena, &files), 1);
    assert_slice(files[0].path, "a.md");
    assert_int_equal(files[0].edit_count, 3);
    assert_slice(files[0].edits[0].text, "first");
    assert_slice(files[0].edits[1].text, "insert");
    assert_slice(files[0].edits[2].text, "late");
    assert_int_equal(report_collect_fixes(list, 1, true, &arena, &files), 1);
    assert_int_equal(files[0].edit_count, 4);
    assert_slice(files[0].edits[2].text, "unsafe");
    assert_int_equal(report_collect_fixes(list, 0, true, &arena, &files), 0);
    arena_close(&arena);
}

static void finds_codes_by_name(void **state)
{
    (void) state;
    DiagnosticCode code;
    assert_true(diagnostic_find(SLICE("front-matter/unknown-field"), &code));
    assert_int_equal(code, DIAGNOSTIC_UNKNOWN_FIELD);
    assert_false(diagnostic_find(SLICE("front-matter"), &code));
    assert_slice(diagnostic_name(DIAGNOSTIC_READ), "system/read");
    assert_int_equal(diagnostic_severity(DIAGNOSTIC_READ), SEVERITY_ERROR);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(points_at_the_place_and_suggests),
        cmocka_unit_test(prints_first_lines_only_when_asked),
        cmocka_unit_test(speaks_persian_when_asked),
        cmocka_unit_test(writes_one_json_object_on_a_line),
        cmocka_unit_test(writes_github_commands_with_escapes),
        cmocka_unit_test(lays_the_caret_out_by_display_width),
        cmocka_unit_test(quotes_the_place_in_right_to_left_lines),
        cmocka_unit_test(shows_what_cannot_be_seen),
        cmocka_unit_test(sorts_and_drops_doubles),
        cmocka_unit_test(counts_what_it_does_not_print),
        cmocka_unit_test(obeys_policy_and_silence),
        cmocka_unit_test(outlives_its_source),
        cmocka_unit_test(cuts_long_lines_around_the_place),
        cmocka_unit_test(collects_edits_that_do_not_overlap),
        cmocka_unit_test(finds_codes_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
