/* HTML as typed becomes XML without moving a line, and the table says where every tag stood. */
#include "expect.h"
#include "markup/tidy.h"

#define ROOT "<qanat xmlns:xlink=\"http://www.w3.org/1999/xlink\">"

typedef struct Case {
    const char *typed;
    const char *xml; /* inside the root */
    TidyMode mode;
} Case;

static bool tidy(Arena *arena, const char *typed, TidyMode mode, Report *report, Tidied *ret_tidied)
{
    report_init(report, arena, NULL);
    const Source *source = source_new(arena, SLICE("x.html"), slice_of_string(typed));
    const TidyInput input = {
        .span = {source, 0, (uint32_t) source->bytes.size}, .text = source->bytes, .mode = mode};
    return tidy_read(arena, &input, report, ret_tidied);
}

static void writes_xml(void **state)
{
    (void) state;
    static const Case cases[] = {
        {"", "", TIDY_TEMPLATE},
        {"<p>آب<br>خانه</p>", "<p>آب<br/>خانه</p>", TIDY_TEMPLATE},
        {"<input disabled>", "<input disabled=\"\"/>", TIDY_TEMPLATE},
        {"<a download href='x'>y</a>", "<a download =\"\" href=\"x\">y</a>", TIDY_TEMPLATE},
        {"<p t-else t-omit>x</p>", "<p t-else =\"\" t-omit=\"\">x</p>", TIDY_TEMPLATE},
        {"<t-note a/>", "<t-note a=\"\"/>", TIDY_TEMPLATE},
        {"<t-block/>", "<t-block/>", TIDY_TEMPLATE},
        {"a<!-- <b -- {x -->b", "a<!---->b", TIDY_TEMPLATE},
        {"a<!--\n\n-->b", "a<!--\n\n-->b", TIDY_TEMPLATE},
        {"&nbsp;&amp;&lt;", "\u00a0&amp;&lt;", TIDY_TEMPLATE},
        {"a & b &copy", "a &amp; b &amp;copy", TIDY_TEMPLATE},
        {"&#1570;&#x622;", "آآ", TIDY_TEMPLATE},
        {"&#10;", "&#10;", TIDY_TEMPLATE},
        {"&lang;x&rang;", "⟨x⟩", TIDY_TEMPLATE},
        {"{a < b & c}", "{a &lt; b &amp; c}", TIDY_TEMPLATE},
        {"{x | join '}'}", "{x | join '}'}", TIDY_TEMPLATE},
        {"{{a}} &#123;b", "{{a}} {{b", TIDY_TEMPLATE},
        {"{a &amp; b}", "{a &amp;amp; b}", TIDY_TEMPLATE},
        {"<p t-if=\"a < b\">x</p>", "<p t-if=\"a &lt; b\">x</p>", TIDY_TEMPLATE},
        {"<p t-if='a == \"b\"'>x</p>", "<p t-if=\"a == &quot;b&quot;\">x</p>", TIDY_TEMPLATE},
        {"<p title='&quot;{a & b}'>x</p>", "<p title=\"&quot;{a &amp; b}\">x</p>", TIDY_TEMPLATE},
        {"<p\n  id=\"a\"\n>x</p>", "<p\n  id=\"a\"\n>x</p>", TIDY_TEMPLATE},
        {"<p id=\"a\"class=\"b\">x</p>", "<p id=\"a\" class=\"b\">x</p>", TIDY_TEMPLATE},
        {"<script>if (a < b && {}) x('</p>')</script>",
         "<script>if (a &lt; b &amp;&amp; {}) x('&lt;/p&gt;')</script>", TIDY_TEMPLATE},
        {"<svg viewBox=\"0 0 1 1\" xmlns=\"x\"><linearGradient/></svg>",
         "<svg viewBox=\"0 0 1 1\"          ><linearGradient/></svg>", TIDY_TEMPLATE},
        {"a\r\nb", "a\nb", TIDY_TEMPLATE},
        {"{a} {b", "{a} {b", TIDY_CONTENT},
        {"<br/>", "<br/>", TIDY_CONTENT},
        {"<kbd class=\"x\">", "<kbd class=\"x\"></kbd>", TIDY_TAG},
        {"</kbd >", "<kbd />", TIDY_TAG},
        {"<br>", "<br/>", TIDY_TAG},
        {"<!-- x -->", "<!---->", TIDY_TAG},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Arena arena = {0};
        Report report;
        Tidied tidied;
        if (!tidy(&arena, cases[i].typed, cases[i].mode, &report, &tidied))
            fail_msg("%s: refused", cases[i].typed);
        const Slice parts[] = {SLICE(ROOT), slice_of_string(cases[i].xml), SLICE("</qanat>")};
        const Slice expected = slice_join(&arena, parts, 3, (Slice){0});
        expect_slice(tidied.xml, expected, slice_of_string(cases[i].typed));
        arena_close(&arena);
    }
}

static void remembers_where_tags_stood(void **state)
{
    (void) state;
    Arena arena = {0};
    Report report;
    Tidied tidied;
    assert_true(tidy(&arena, "آ<p id='ب' hidden>c<br></p>d", TIDY_TEMPLATE, &report, &tidied));
    static const struct {
        uint32_t start, end;
        bool is_end, is_empty;
        uint32_t attribute_count;
        uint32_t run_start, run_end;
    } events[] = {
        {0, 0, false, false, 0, 0, 2},
        {2, 20, false, false, 2, 20, 21},
        {21, 25, false, true, 0, 25, 25},
        {25, 29, true, false, 0, 29, 30},
    };
    assert_int_equal(tidied.event_count, 4);
    for (size_t i = 0; i < tidied.event_count; i++) {
        assert_int_equal(tidied.events[i].start, events[i].start);
        assert_int_equal(tidied.events[i].end, events[i].end);
        assert_int_equal(tidied.events[i].is_end, events[i].is_end);
        assert_int_equal(tidied.events[i].is_empty, events[i].is_empty);
        assert_int_equal(tidied.events[i].attribute_count, events[i].attribute_count);
        assert_int_equal(tidied.events[i].run.start, events[i].run_start);
        assert_int_equal(tidied.events[i].run.end, events[i].run_end);
    }
    assert_int_equal(tidied.attributes[0].name_start, 5);
    assert_int_equal(tidied.attributes[0].name_end, 7);
    assert_int_equal(tidied.attributes[0].value.start, 9);
    assert_int_equal(tidied.attributes[0].value.end, 11);
    assert_true(tidied.attributes[1].is_bare);
    arena_close(&arena);
}

static size_t count_newlines(Slice text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.size; i++)
        count += text.at[i] == '\n';
    return count;
}

static void keeps_every_newline(void **state)
{
    (void) state;
    static const char *const cases[] = {
        "<p\n>\n</p\n>",          "<!--\n\n-->\n<br\n>",        "<p id\n=\n'a\nb'\n\n>{x\n}</p>",
        "<svg\nxmlns='a\nb'\n/>", "<script>\n</script>&#10;\n", "\r\n<p hidden\r\n>\r\n</p>",
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Arena arena = {0};
        Report report;
        Tidied tidied;
        assert_true(tidy(&arena, cases[i], TIDY_TEMPLATE, &report, &tidied));
        assert_int_equal(count_newlines(tidied.xml), count_newlines(slice_of_string(cases[i])));
        arena_close(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_xml),
        cmocka_unit_test(remembers_where_tags_stood),
        cmocka_unit_test(keeps_every_newline),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
