/* Templates and fragments become a tree whose every piece knows its bytes in the file. */
#include "base/buffer.h"
#include "expect.h"
#include "markup/xml.h"

/* A picture of the tree: names, attributes and texts. */
static void draw(const XmlNode *root, Buffer *out)
{
    for (const XmlNode *node = root; node != NULL; node = xml_following(root, node)) {
        size_t depth = 0;
        for (const XmlNode *above = node->parent; above != NULL; above = above->parent)
            depth++;
        buffer_print(out, "%s%zu ", out->size > 0 ? "|" : "", depth);
        if (xml_is_text(node))
            buffer_print(out, "'%.*s'", SLICE_FORMAT(node->text.bytes));
        buffer_add(out, node->name);
        for (uint32_t i = 0; i < node->attribute_count; i++)
            buffer_print(out, node->attributes[i].is_bare ? " %.*s" : " %.*s=%.*s",
                         SLICE_FORMAT(node->attributes[i].name),
                         SLICE_FORMAT(node->attributes[i].value.bytes));
    }
}

static XmlNode *read_template(Arena *arena, const char *typed, Report *report)
{
    XmlNode *root = NULL;
    report_init(report, arena, NULL);
    const Source *source = source_new(arena, SLICE("x.html"), slice_of_string(typed));
    if (!xml_read_template(arena, source, report, &root))
        fail_msg("%s: refused", typed);
    return root;
}

static void reads_a_tree(void **state)
{
    (void) state;
    static const struct {
        const char *typed;
        const char *tree;
    } cases[] = {
        {"", "0 qanat"},
        {"\xEF\xBB\xBFx", "0 qanat|1 'x'"},
        {"<a t-if=\"x\">1</a><p>2</p>", "0 qanat|1 a t-if=x|2 '1'|1 p|2 '2'"},
        {"<ul><br></ul><b></b>c", "0 qanat|1 ul|2 br|1 b|1 'c'"},
        {"a<!-- b -->c&amp;d", "0 qanat|1 'ac&d'"},
        {"<p><!-- b --></p>", "0 qanat|1 p"},
        {"<input disabled value=''>", "0 qanat|1 input disabled value="},
        {"<i a='&lt;&amp;&quot;\n{x < 1}'></i>", "0 qanat|1 i a=<&\" {x < 1}"},
        {"<svg><use xlink:href='#a' xml:space='b'/></svg>",
         "0 qanat|1 svg|2 use xlink:href=#a xml:space=b"},
        {"<script>a && b</script>", "0 qanat|1 script|2 'a && b'"},
        {"{page.title | date}", "0 qanat|1 '{page.title | date}'"},
        {"<p>]]></p>", "0 qanat|1 p|2 ']]>'"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Arena arena = {0};
        Report report;
        Buffer out;
        buffer_init(&out, &arena, 4096);
        draw(read_template(&arena, cases[i].typed, &report), &out);
        expect_text(buffer_slice(&out), cases[i].tree, cases[i].typed);
        arena_close(&arena);
    }
}

/* The bytes of `typed` where `word` of the decoded text of its first element stands. */
static void finds_text_in_the_file(void **state)
{
    (void) state;
    static const struct {
        const char *typed;
        const char *word;
        const char *found; /* in the file */
    } cases[] = {
        {"<p>آب {page.titel}</p>", "page.titel", "page.titel"},
        {"<p>&nbsp;{a}</p>", "a", "a"},
        {"<p>x&nbsp;<!-- a --> {b & c}</p>", "b & c", "b & c"},
        {"<p>x &amp; y</p>", "&", "&amp;"},
        {"<p>\r\nx\r\ny</p>", "y", "y"},
        {"<p>&zwnj;&zwnj;z</p>", "z", "z"},
        {"<p>{{{a}</p>", "{a}", "{a}"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Arena arena = {0};
        Report report;
        size_t at;
        const XmlNode *root = read_template(&arena, cases[i].typed, &report);
        const Source *source = source_new(&arena, SLICE("x"), slice_of_string(cases[i].typed));
        const XmlText *text = &root->first_child->first_child->text;
        const Slice word = slice_of_string(cases[i].word);
        assert_true(slice_find(text->bytes, word, &at));
        if (slice_equal(word, SLICE("{a}")))
            at = text->bytes.size - word.size;
        const Span span = xml_span(source, text, slice_part(text->bytes, at, at + word.size));
        expect_text(span_text(span), cases[i].found, cases[i].typed);
        arena_close(&arena);
    }
}

static void finds_values_in_the_file(void **state)
{
    (void) state;
    Arena arena = {0};
    Report report;
    const char *typed = "<p>\n<a\n href=\"{x}\"\n title='&laquo;آ&raquo; {y}'>z</a></p>";
    const XmlNode *root = read_template(&arena, typed, &report);
    const Source *source = source_new(&arena, SLICE("x"), slice_of_string(typed));
    const XmlNode *link = root->first_child->first_child->next;
    const XmlAttribute *title = xml_find_attribute(link, SLICE("title"));
    const Position name = source_position(source, title->name_start);
    assert_int_equal(name.line, 4);
    assert_int_equal(name.column, 2);
    expect_text(title->value.bytes, "«آ» {y}", "title");
    const size_t y = title->value.bytes.size - 2;
    assert_int_equal(source_position(source, xml_offset(&title->value, y)).column, 26);
    assert_int_equal(source_position(source, link->start).line, 2);
    expect_text(span_text((Span){source, link->tag_end, link->end}), "z</a>", "link");
    assert_null(xml_find_attribute(link, SLICE("class")));
    arena_close(&arena);
}

static void finds_places_behind_taken_off_prefixes(void **state)
{
    (void) state;
    Arena arena = {0};
    Report report;
    XmlNode *root;
    report_init(&report, &arena, NULL);
    const Source *source =
        source_new(&arena, SLICE("x.md"), SLICE("text\n\n> <div>\n> آب\n>   <b>c</b></div>\n"));
    const TidyInput input = {.span = {source, 8, (uint32_t) source->bytes.size},
                             .text = SLICE("<div>\nآب\n  <b>c</b></div>\n"),
                             .mode = TIDY_CONTENT};
    assert_true(xml_read(&arena, &input, &report, &root));
    const XmlNode *bold = root->first_child->first_child->next;
    expect_text(span_text((Span){source, bold->start, bold->end}), "<b>c</b>", "b");
    const XmlText *text = &root->first_child->first_child->text;
    expect_text(span_text(xml_span(source, text, slice_part(text->bytes, 1, 5))), "آب", "text");
    arena_close(&arena);
}

static void reads_single_tags(void **state)
{
    (void) state;
    static const struct {
        const char *typed;
        const char *tree; /* NULL: no tag */
        bool is_end;
    } cases[] = {
        {"<kbd>", "1 kbd", false},
        {"</kbd>", "1 kbd", true},
        {"<a href=\"x?a&amp;b\" hidden>", "1 a href=x?a&b hidden", false},
        {"<br/>", "1 br", false},
        {"<!-- a -->", NULL, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Arena arena = {0};
        Report report;
        XmlNode *tag;
        bool is_end;
        Buffer out;
        report_init(&report, &arena, NULL);
        buffer_init(&out, &arena, 4096);
        const Source *source = source_new(&arena, SLICE("x"), slice_of_string(cases[i].typed));
        const Span span = {source, 0, (uint32_t) source->bytes.size};
        assert_true(xml_read_tag(&arena, span, &report, &tag, &is_end));
        assert_int_equal(is_end, cases[i].is_end);
        assert_int_equal(tag == NULL, cases[i].tree == NULL);
        if (tag != NULL) {
            draw(tag, &out);
            expect_text(buffer_slice(&out), cases[i].tree, cases[i].typed);
        }
        arena_close(&arena);
    }
}

static void says_the_line_when_only_libxml2_refuses(void **state)
{
    (void) state;
    Arena arena = {0};
    Report report;
    XmlNode *root;
    report_init(&report, &arena, NULL);
    // such bytes never pass source_read; whoever skips it gets a diagnostic all the same
    const Source *source = source_new(&arena, SLICE("x"), SLICE("a\nb\x01\n"));
    assert_false(xml_read_template(&arena, source, &report, &root));
    expect_code(&report, "template/syntax", (Position){2, 1}, "control character");
    arena_close(&arena);
}

int main(void)
{
    xml_prepare();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_a_tree),
        cmocka_unit_test(finds_text_in_the_file),
        cmocka_unit_test(finds_values_in_the_file),
        cmocka_unit_test(finds_places_behind_taken_off_prefixes),
        cmocka_unit_test(reads_single_tags),
        cmocka_unit_test(says_the_line_when_only_libxml2_refuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
