/* Escaping, and what browsers would not leave where it stands. */
#include "expect.h"
#include "markup/html.h"

static void escapes_what_markup_needs(void **state)
{
    (void) state;
    static const struct {
        const char *text;
        const char *as_text;
        const char *as_value;
    } cases[] = {
        {"", "", ""},
        {"آب و خانه", "آب و خانه", "آب و خانه"},
        {"a < b & c > \"d\" 'e'", "a &lt; b &amp; c &gt; \"d\" 'e'",
         "a &lt; b &amp; c &gt; &quot;d&quot; 'e'"},
        {"&amp;", "&amp;amp;", "&amp;amp;"},
        {"<<>>", "&lt;&lt;&gt;&gt;", "&lt;&lt;&gt;&gt;"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Arena arena = {0};
        Buffer out;
        buffer_init(&out, &arena, 1024);
        html_escape(&out, slice_of_string(cases[i].text));
        expect_text(buffer_slice(&out), cases[i].as_text, cases[i].text);
        buffer_clear(&out);
        html_escape_value(&out, slice_of_string(cases[i].text));
        expect_text(buffer_slice(&out), cases[i].as_value, cases[i].text);
        arena_close(&arena);
    }
}

static void writes_tags(void **state)
{
    (void) state;
    Arena arena = {0};
    Buffer out;
    buffer_init(&out, &arena, 1024);
    html_open_tag(&out, SLICE("a"));
    html_attribute(&out, SLICE("href"), SLICE("x?a&b"));
    html_bare_attribute(&out, SLICE("download"));
    html_close_tag(&out);
    html_text(&out, SLICE("b"), SLICE("<"));
    html_end(&out, SLICE("a"));
    expect_text(buffer_slice(&out), "<a href=\"x?a&amp;b\" download><b>&lt;</b></a>", "tags");
    arena_close(&arena);
}

static void knows_every_element_once(void **state)
{
    (void) state;
    Arena arena = {0};
    Slice *names;
    const size_t count = html_element_names(&arena, &names);
    assert_true(count > 100);
    for (size_t i = 0; i < count; i++) {
        assert_non_null(html_find_element(names[i]));
        assert_true(i == 0 || slice_compare(names[i - 1], names[i]) < 0);
    }
    assert_null(html_find_element(SLICE("scetion")));
    assert_null(html_find_element(SLICE("P")));
    assert_null(html_find_element(SLICE("")));
    assert_true(html_is_void(SLICE("br")));
    assert_false(html_is_void(SLICE("p")));
    assert_true(html_is_boolean_attribute(SLICE("hidden")));
    assert_false(html_is_boolean_attribute(SLICE("hid")));
    assert_true(html_is_content_attribute(SLICE("colspan")));
    assert_false(html_is_content_attribute(SLICE("style")));
    arena_close(&arena);
}

/* `path` is the open elements from the outside in; "?" stands for one nobody knows. */
static const struct {
    const char *path;
    const char *child;
    int at; /* -1: fine; else the element at odds, or as many as are open: a parent lacks */
} nestings[] = {
    {"", "li", -1},
    {"p", "ul", 0},
    {"div p span", "div", 1},
    {"p", "em", -1},
    {"a", "a", 0},
    {"a span", "a", 0},
    {"a b", "button", 0},
    {"div", "li", 1},
    {"ul", "li", -1},
    {"ul", "p", 0},
    {"? ", "li", -1},
    {"p ?", "div", 0},
    {"table", "tr", -1},
    {"table", "td", 0},
    {"table tr", "td", -1},
    {"table", "div", 0},
    {"div", "tr", 1},
    {"h2", "h3", 0},
    {"h2 span", "em", -1},
    {"title", "b", 0},
    {"textarea", "b", 0},
    {"select", "option", -1},
    {"form div", "form", 0},
    {"dl div", "dt", -1},
    {"p object", "div", -1},
    {"p svg", "title", -1},
    {"button", "input", 0},
    {"html", "body", -1},
    {"html", "p", 0},
    {"head", "title", -1},
    {"body", "title", 1},
    {"figure", "figcaption", -1},
    {"p", "figure", 0},
    {"ul li", "li", 2},
    {"ul li ul", "li", -1},
};

static void knows_what_browsers_would_move(void **state)
{
    (void) state;
    for (size_t i = 0; i < sizeof nestings / sizeof nestings[0]; i++) {
        const HtmlElement *open[8];
        size_t count = 0;
        size_t at = 0;
        Slice path = slice_of_string(nestings[i].path);
        Slice name;
        while (path.size > 0) {
            slice_cut(path, ' ', &name, &path);
            open[count++] = html_find_element(name);
        }
        const HtmlElement *child = html_find_element(slice_of_string(nestings[i].child));
        const bool is_fine = html_may_stand(open, count, child, &at);
        if (is_fine != (nestings[i].at < 0) || (!is_fine && at != (size_t) nestings[i].at))
            fail_msg("%s in %s: %d at %zu", nestings[i].child, nestings[i].path, is_fine, at);
    }
}

static void leaves_out_what_xml_may_not_hold(void **state)
{
    (void) state;
    static const struct {
        const char *text, *escaped;
    } cases[] = {
        {"a < b & c", "a &lt; b &amp; c"},
        {"a\x01\x02<\x1F", "a&lt;"},
        {"a\tb\r\n", "a\tb\r\n"},
        {"\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD", "\xEF\xBF\xBD"}, // U+FFFE, U+FFFF, U+FFFD
        {"\xFF\xFE", ""},
        {"آب", "آب"},
        {"", ""},
    };
    Arena arena = {0};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Buffer out;
        buffer_init(&out, &arena, 100);
        html_escape_xml(&out, slice_of_string(cases[i].text));
        assert_true(slice_equal(buffer_slice(&out), slice_of_string(cases[i].escaped)));
    }
    arena_close(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(escapes_what_markup_needs),
        cmocka_unit_test(leaves_out_what_xml_may_not_hold),
        cmocka_unit_test(writes_tags),
        cmocka_unit_test(knows_every_element_once),
        cmocka_unit_test(knows_what_browsers_would_move),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
