/* base/source: lines and columns of a place, and text that may not come in. */
#include "base/file.h"
#include "base/report.h"
#include "base/source.h"
#include "test.h"

#include <stdlib.h>

static void finds_line_and_column_of_every_byte(void **state)
{
    (void) state;
    static const struct {
        const char *text;
        uint32_t offset, line, column;
        const char *quoted;
    } cases[] = {
        {"ab\ncd", 0, 1, 1, "ab"},
        {"ab\ncd", 2, 1, 3, "ab"},
        {"ab\ncd", 3, 2, 1, "cd"},
        {"ab\ncd", 5, 2, 3, "cd"},
        {"ab\ncd", 99, 2, 3, "cd"},
        {"ab\r\n\r\ncd\r\n", 6, 3, 1, "cd"},
        {"ab\r\n\r\ncd\r\n", 4, 2, 1, ""},
        {"آب x\n", 5, 1, 4, "آب x"},
        {"\xEF\xBB\xBFtitle", 3, 1, 1, "title"},
        {"\xEF\xBB\xBFtitle\nb", 5, 1, 3, "title"},
        {"\xEF\xBB\xBFtitle\nb", 9, 2, 1, "b"},
        {"", 0, 1, 1, ""},
        {"a\n", 2, 2, 1, ""},
    };
    Arena arena = {0};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const Source *source = source_new(&arena, SLICE("a.md"), slice_of_string(cases[i].text));
        Position position = source_position(source, cases[i].offset);
        assert_int_equal(position.line, cases[i].line);
        assert_int_equal(position.column, cases[i].column);
        uint32_t start;
        assert_slice(source_line(source, cases[i].offset, &start), cases[i].quoted);
    }
    arena_close(&arena);
}

static void makes_spans_of_its_parts(void **state)
{
    (void) state;
    Arena arena = {0};
    const Source *source = source_new(&arena, SLICE("a.md"), SLICE("title: x"));
    Span span = span_of(source, slice_part(source->bytes, 7, 8));
    assert_int_equal(span.start, 7);
    assert_int_equal(span.end, 8);
    assert_slice(span_text(span), "x");
    assert_slice(span_text(span_whole(source)), "");
    assert_slice(span_text((Span){0}), "");
    arena_close(&arena);
}

static void reports_text_that_may_not_come_in(void **state)
{
    (void) state;
    static const struct {
        const char *text;
        size_t count;
        DiagnosticCode code; /* of the last */
        uint32_t start;
        const char *word;
    } cases[] = {
        {"می\u200cرود\tو\r\n\u2066a\u2069", 0, DIAGNOSTIC_READ, 0, ""},
        {"a\xFF", 1, DIAGNOSTIC_ENCODING, 1, "FF"},
        {"a\xFF\xFE\x01", 1, DIAGNOSTIC_ENCODING, 1, "FF"}, /* one is enough */
        {"a\x1B", 1, DIAGNOSTIC_CONTROL, 1, "U+001B"},
        {"\x01\x01\n\x02", 2, DIAGNOSTIC_CONTROL, 3, "U+0002"}, /* one for each line */
        {"a\u202eb", 1, DIAGNOSTIC_BIDI_CONTROL, 1, "U+202E"},
        {"\x01\n\U000E0041", 2, DIAGNOSTIC_BIDI_CONTROL, 2, "U+E0041"},
        {"\u2066\n\n\u2069", 2, DIAGNOSTIC_BIDI_CONTROL, 5, "U+2069"},
    };
    Arena arena = {0};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const Source *source = source_new(&arena, SLICE("a.md"), slice_of_string(cases[i].text));
        Report report;
        report_init(&report, &arena, NULL);
        assert_int_equal(source_check(source, &report), cases[i].count == 0);
        assert_int_equal(report.error_count, cases[i].count);
        if (cases[i].count == 0)
            continue;
        assert_int_equal(report.newest->code, cases[i].code);
        assert_int_equal(report.newest->start, cases[i].start);
        assert_slice(report.newest->words[0], cases[i].word);
        bool is_removed = cases[i].code != DIAGNOSTIC_ENCODING;
        assert_int_equal(report.newest->edit_count, is_removed);
    }
    arena_close(&arena);
}

static void reads_files_within_the_limit(void **state)
{
    (void) state;
    char folder[] = "/tmp/qanat-source-test-XXXXXX";
    assert_non_null(mkdtemp(folder));
    Arena arena = {0};
    Slice path = file_join(&arena, slice_of_string(folder), SLICE("a.md"));
    bool changed;
    assert_int_equal(file_write_changed(&arena, path, SLICE("0123456789"), &changed), 0);
    static const struct {
        const char *name;
        size_t max_size, error_count;
        DiagnosticCode code;
        const char *word;
    } cases[] = {
        {"a.md", 10, 0, DIAGNOSTIC_READ, ""},
        {"a.md", 9, 1, DIAGNOSTIC_SIZE, "9 B"},
        {"b.md", 4096, 1, DIAGNOSTIC_READ, "no such file or directory"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Report report;
        report_init(&report, &arena, NULL);
        Source *source = NULL;
        bool is_read = source_read(&arena, slice_of_string(folder), slice_of_string(cases[i].name),
                                   cases[i].max_size, &report, &source);
        assert_int_equal(is_read, cases[i].error_count == 0);
        assert_int_equal(report.error_count, cases[i].error_count);
        if (!is_read) {
            assert_int_equal(report.newest->code, cases[i].code);
            assert_slice(report.newest->words[0], cases[i].word);
            continue;
        }
        assert_slice(source->path, "a.md");
        assert_slice(source->bytes, "0123456789");
    }
    file_remove(path);
    file_remove_folder(slice_of_string(folder));
    arena_close(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_line_and_column_of_every_byte),
        cmocka_unit_test(makes_spans_of_its_parts),
        cmocka_unit_test(reports_text_that_may_not_come_in),
        cmocka_unit_test(reads_files_within_the_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
