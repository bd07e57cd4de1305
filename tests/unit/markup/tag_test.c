/* Every fault of form in hand-written HTML: its place, its words and what mends it. */
#include "expect.h"
#include "markup/tag.h"

typedef struct Case {
    const char *typed;
    DiagnosticCode code;
    Position from;
    const char *words[3];
    const char *edit; /* what takes the place of the edit's span; NULL: no edit */
} Case;

static void check_case(const Case *row, TidyMode mode)
{
    Arena arena = {0};
    Report report;
    Tidied tidied;
    report_init(&report, &arena, NULL);
    const Source *source = source_new(&arena, SLICE("x"), slice_of_string(row->typed));
    const TidyInput input = {
        .span = {source, 0, (uint32_t) source->bytes.size}, .text = source->bytes, .mode = mode};
    if (tidy_read(&arena, &input, &report, &tidied))
        fail_msg("%s: accepted", row->typed);
    const ReportEntry *entry = report.newest;
    assert_int_equal(report.error_count, 1);
    expect_code(&report, mode == TIDY_TEMPLATE ? "template/syntax" : "markdown/html", row->from,
                row->typed);
    if (entry->code != row->code)
        fail_msg("%s: another sentence", row->typed);
    for (size_t i = 0; i < 3 && row->words[i] != NULL; i++)
        expect_text(entry->words[i], row->words[i], row->typed);
    assert_int_equal(entry->edit_count, row->edit != NULL);
    if (row->edit != NULL)
        expect_text(entry->edits[0].text, row->edit, row->typed);
    arena_close(&arena);
}

#define FAULT(name) DIAGNOSTIC_TEMPLATE_SYNTAX_##name

static void says_what_is_wrong_in_a_template(void **state)
{
    (void) state;
    static const Case cases[] = {
        {"<ul>\n<li>a\n</ul>", FAULT(UNCLOSED), {3, 1}, {"li", "2", "</ul>"}, NULL},
        {"<ul>\n<li>a", FAULT(NEVER_CLOSED), {2, 1}, {"li", "2"}, NULL},
        {"<p>a</p></div>", FAULT(END), {1, 9}, {"div"}, NULL},
        {"<p>a</b></p>", FAULT(END), {1, 5}, {"b"}, NULL},
        {"a</br>", FAULT(END), {1, 2}, {"br"}, NULL},
        {"<td colspan=2>", FAULT(VALUE), {1, 13}, {"colspan"}, "\"2\""},
        {"<p id>", FAULT(BARE), {1, 4}, {"id"}, NULL},
        {"<p @click=\"x\">", FAULT(NAME), {1, 4}, {"@click"}, NULL},
        {"<p t:if=\"x\">", FAULT(NAME), {1, 4}, {"t:if"}, NULL},
        {"<p =\"x\">", FAULT(NAME), {1, 4}, {"="}, NULL},
        {"<p id=\"a\" id=\"b\">", FAULT(TWICE), {1, 11}, {"id"}, NULL},
        {"<p:q>", FAULT(TAG_NAME), {1, 2}, {"p:q"}, NULL},
        {"آب &foo;", FAULT(ENTITY), {1, 4}, {"&foo;"}, NULL},
        {"<a title='&foo;'>", FAULT(ENTITY), {1, 11}, {"&foo;"}, NULL},
        {"&#0;", FAULT(ENTITY), {1, 1}, {"&#0;"}, NULL},
        {"&#x7;", FAULT(ENTITY), {1, 1}, {"&#x7;"}, NULL},
        {"&#x110000;", FAULT(ENTITY), {1, 1}, {"&#x110000;"}, NULL},
        {"<P>a</P>", FAULT(CASE), {1, 2}, {"P", "p"}, "p"},
        {"<p CLASS='a'>a</p>", FAULT(CASE), {1, 4}, {"CLASS", "class"}, "class"},
        {"<div/>", FAULT(EMPTY), {1, 5}, {"div", "<div></div>"}, "></div>"},
        {"<br/>", FAULT(EMPTY), {1, 4}, {"br", "<br>"}, ">"},
        {"a <!-- b", FAULT(OPEN), {1, 3}, {"<!--"}, NULL},
        {"<p id=\"a>b", FAULT(OPEN), {1, 7}, {"\""}, NULL},
        {"<p id='a'", FAULT(OPEN), {1, 1}, {"<p"}, NULL},
        {"<p <b>", FAULT(OPEN), {1, 1}, {"<p"}, NULL},
        {"<p>{page.title</p>", FAULT(OPEN), {1, 4}, {"{"}, NULL},
        {"{a {b}", FAULT(OPEN), {1, 1}, {"{"}, NULL},
        {"<!DOCTYPE html>", FAULT(FOREIGN), {1, 1}, {"<!DOCTYPE"}, NULL},
        {"<![CDATA[x]]>", FAULT(FOREIGN), {1, 1}, {"<![CDATA["}, NULL},
        {"<?xml version='1.0'?>", FAULT(FOREIGN), {1, 1}, {"<?xml"}, NULL},
        {"a < b", FAULT(LESS), {1, 3}, {NULL}, "&lt;"},
        {"<script>x", FAULT(NEVER_CLOSED), {1, 1}, {"script", "1"}, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        check_case(&cases[i], TIDY_TEMPLATE);
}

#undef FAULT
#define FAULT(name) DIAGNOSTIC_HTML_##name

static void says_what_is_wrong_in_a_fragment(void **state)
{
    (void) state;
    static const Case cases[] = {
        {"<div>\n<p>a\n</div>", FAULT(UNCLOSED), {3, 1}, {"p", "2", "</div>"}, NULL},
        {"<div dir=\"rtl\">", FAULT(NEVER_CLOSED), {1, 1}, {"div", "1"}, NULL},
        {"<t-note a>", FAULT(BARE), {1, 9}, {"a"}, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        check_case(&cases[i], TIDY_CONTENT);
}

static void holds_tags_to_their_limits(void **state)
{
    (void) state;
    Arena arena = {0};
    Buffer text;
    buffer_init(&text, &arena, 1 << 20);
    for (int i = 0; i <= TIDY_MAX_DEPTH; i++)
        buffer_add(&text, SLICE("<b>"));
    buffer_add_byte(&text, '\0');
    check_case(&(Case){text.at, DIAGNOSTIC_TEMPLATE_SYNTAX_DEPTH, {1, 301}, {"100"}, NULL},
               TIDY_TEMPLATE);
    buffer_clear(&text);
    buffer_add(&text, SLICE("<b id='"));
    while (text.size <= TIDY_MAX_VALUE_SIZE + 8)
        buffer_add_byte(&text, 'x');
    buffer_add(&text, SLICE("'></b>\0"));
    check_case(
        &(Case){text.at, DIAGNOSTIC_TEMPLATE_SYNTAX_VALUE_SIZE, {1, 8}, {"id", "65536"}, NULL},
        TIDY_TEMPLATE);
    buffer_clear(&text);
    buffer_add(&text, SLICE("<b"));
    for (int i = 0; i <= TIDY_MAX_ATTRIBUTES; i++)
        buffer_print(&text, " a%d=''", i);
    buffer_add(&text, SLICE("></b>\0"));
    check_case(&(Case){text.at, DIAGNOSTIC_TEMPLATE_SYNTAX_ATTRIBUTES, {1, 1}, {"b", "100"}, NULL},
               TIDY_TEMPLATE);
    arena_close(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_is_wrong_in_a_template),
        cmocka_unit_test(says_what_is_wrong_in_a_fragment),
        cmocka_unit_test(holds_tags_to_their_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
