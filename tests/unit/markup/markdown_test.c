/* Markdown to tree: kinds, texts and the byte spans of both, faults with their places, and the same
 * outcome on many threads. long: the table of trees */
#include "base/workers.h"
#include "expect.h"
#include "markup/markdown.h"

#define MAX_TREE_SIZE (1 << 16)

typedef struct Reading {
    Arena arena;
    Arena scratch;
    Report report;
    const Source *source;
    Document *document;
} Reading;

static void read_text(Reading *reading, Slice text, uint32_t start)
{
    *reading = (Reading){0};
    report_init(&reading->report, &reading->arena, NULL);
    reading->source = source_new(&reading->arena, SLICE("x.md"), text);
    reading->document = markdown_parse(&reading->arena, &reading->scratch, reading->source, start,
                                       &reading->report);
}

static void forget(Reading *reading)
{
    arena_close(&reading->scratch);
    arena_close(&reading->arena);
}

static Slice picture(Reading *reading)
{
    Buffer out;
    buffer_init(&out, &reading->arena, MAX_TREE_SIZE);
    node_dump(reading->document, &out);
    return buffer_slice(&out);
}

// clang-format off
static const struct {
    const char *about, *typed, *tree;
} trees[] = {
    {"nested quotes and emphasis over lines",
     "> > a\n> b *c\n>d* e\n",
     "document 0..19\n"
     "  quote 0..18\n"
     "    quote 2..18\n"
     "      paragraph 4..18\n"
     "        text \"a\" 4..5\n"
     "        soft-break 5..6\n"
     "        text \"b \" 8..10\n"
     "        emphasis 10..16\n"
     "          text \"c\" 11..12\n"
     "          soft-break 12..13\n"
     "          text \"d\" 14..15\n"
     "        text \" e\" 16..18\n"},
    {"references to what is no character",
     "a&#xFFFF;b&#65534;\n",
     "document 0..19\n"
     "  paragraph 0..18\n"
     "    text \"a\uFFFDb\uFFFD\" 0..18\n"},
    {"a bracket and a caret written as references",
     "a[&Hat;b]c [&#94;d *e*]\n",
     "document 0..24\n"
     "  paragraph 0..23\n"
     "    text \"a[^b]c [^d \" 0..19\n"
     "    emphasis 19..22\n"
     "      text \"e\" 20..21\n"
     "    text \"]\" 22..23\n"},
    {"hard breaks",
     "a  \n   b\\\nc\n",
     "document 0..12\n"
     "  paragraph 0..11\n"
     "    text \"a\" 0..1\n"
     "    line-break 1..4\n"
     "    text \"b\" 7..8\n"
     "    line-break 8..10\n"
     "    text \"c\" 10..11\n"},
    {"runs of stars",
     "***a** b* **c***\n",
     "document 0..17\n"
     "  paragraph 0..16\n"
     "    emphasis 0..9\n"
     "      strong 1..6\n"
     "        text \"a\" 3..4\n"
     "      text \" b\" 6..8\n"
     "    text \" \" 9..10\n"
     "    strong 10..15\n"
     "      text \"c\" 12..13\n"
     "    text \"*\" 15..16\n"},
    {"links of every form",
     "[a](<b c> \"t\") [d][e] ![f *g*][] [h]\n\n[e]: /x\n[f *g*]: y.png\n[h]: z\n",
     "document 0..68\n"
     "  paragraph 0..36\n"
     "    link \"b c\" title=\"t\" 0..14\n"
     "      text \"a\" 1..2\n"
     "    text \" \" 14..15\n"
     "    link \"/x\" 15..21\n"
     "      text \"d\" 16..17\n"
     "    text \" \" 21..22\n"
     "    image \"y.png\" 22..32\n"
     "      text \"f \" 24..26\n"
     "      emphasis 26..29\n"
     "        text \"g\" 27..28\n"
     "    text \" \" 32..33\n"
     "    link \"z\" 33..36\n"
     "      text \"h\" 34..35\n"},
    {"an address in angle brackets",
     "<https://a.b/> <c@d.e>\n",
     "document 0..23\n"
     "  paragraph 0..22\n"
     "    link bare \"https://a.b/\" 0..14\n"
     "      text \"https://a.b/\" 1..13\n"
     "    text \" \" 14..15\n"
     "    link bare \"mailto:c@d.e\" 15..22\n"
     "      text \"c@d.e\" 16..21\n"},
    {"a decoration",
     "![-](x.png) ![a](y.png)\n",
     "document 0..24\n"
     "  paragraph 0..23\n"
     "    image decorative \"x.png\" 0..11\n"
     "      text \"-\" 2..3\n"
     "    text \" \" 11..12\n"
     "    image \"y.png\" 12..23\n"
     "      text \"a\" 14..15\n"},
    {"a heading below a definition",
     "[x]: /y\ntext [x] ü\n===\nmore\n",
     "document 0..29\n"
     "  heading level=1 8..23\n"
     "    text \"text \" 8..13\n"
     "    link \"/y\" 13..16\n"
     "      text \"x\" 14..15\n"
     "    text \" ü\" 16..19\n"
     "  paragraph 24..28\n"
     "    text \"more\" 24..28\n"},
    {"a paragraph below a definition",
     "[x]: /y\ntext [x]\nmore\n",
     "document 0..22\n"
     "  paragraph 8..21\n"
     "    text \"text \" 8..13\n"
     "    link \"/y\" 13..16\n"
     "      text \"x\" 14..15\n"
     "    soft-break 16..17\n"
     "    text \"more\" 17..21\n"},
    {"a table below its paragraph",
     "intro\nb | c\n:-:|--:\nd | `e\\|f`\n",
     "document 0..31\n"
     "  paragraph 0..5\n"
     "    text \"intro\" 0..5\n"
     "  table columns=2 6..30\n"
     "    row header 6..11\n"
     "      cell center header 6..7\n"
     "        text \"b\" 6..7\n"
     "      cell end header 10..11\n"
     "        text \"c\" 10..11\n"
     "    row 20..30\n"
     "      cell center 20..21\n"
     "        text \"d\" 20..21\n"
     "      cell end 24..30\n"
     "        code \"e|f\" 24..30\n"},
    {"row headers and missing cells",
     "| | a |\n|--|--|\n| b |\n",
     "document 0..22\n"
     "  table columns=2 0..21\n"
     "    row header 0..7\n"
     "      cell header 2..2\n"
     "      cell header 4..5\n"
     "        text \"a\" 4..5\n"
     "    row 16..21\n"
     "      cell header 18..19\n"
     "        text \"b\" 18..19\n"
     "      cell 21..21\n"},
    {"tasks",
     "- [ ] a [x](y)\n- [x] b\n",
     "document 0..23\n"
     "  list tight 0..22\n"
     "    item task 0..14\n"
     "      paragraph 6..14\n"
     "        text \"a \" 6..8\n"
     "        link \"y\" 8..14\n"
     "          text \"x\" 9..10\n"
     "    item task done 15..22\n"
     "      paragraph 21..22\n"
     "        text \"b\" 21..22\n"},
    {"directives in directives",
     ":::a\n::::b\ntext\n::::\n:::\n",
     "document 0..25\n"
     "  directive fenced name=\"a\" 0..24\n"
     "    directive fenced name=\"b\" 5..20\n"
     "      paragraph 11..15\n"
     "        text \"text\" 11..15\n"},
    {"a directive in a list",
     ":::a\n- x\n  :::b\n  y\n  :::\n- z\n:::\nw\n",
     "document 0..36\n"
     "  directive fenced name=\"a\" 0..33\n"
     "    list tight 5..29\n"
     "      item 5..25\n"
     "        paragraph 7..8\n"
     "          text \"x\" 7..8\n"
     "        directive fenced name=\"b\" 11..25\n"
     "          paragraph 18..19\n"
     "            text \"y\" 18..19\n"
     "      item 26..29\n"
     "        paragraph 28..29\n"
     "          text \"z\" 28..29\n"
     "  paragraph 34..35\n"
     "    text \"w\" 34..35\n"},
    {"a directive in a quote",
     ":::a\n> :::b\n> x\n> :::\n:::\n",
     "document 0..26\n"
     "  directive fenced name=\"a\" 0..25\n"
     "    quote 5..21\n"
     "      directive fenced name=\"b\" 7..21\n"
     "        paragraph 14..15\n"
     "          text \"x\" 14..15\n"},
    {"colons inside a fence",
     ":::a\n```\n:::\n```\n:::\n",
     "document 0..21\n"
     "  directive fenced name=\"a\" 0..20\n"
     "    code-block fenced \":::\\n\" 5..16\n"},
    {"directives between lines of a paragraph",
     "a\n:::b\nc\n:::\nd\n::e\nf\n",
     "document 0..21\n"
     "  paragraph 0..1\n"
     "    text \"a\" 0..1\n"
     "  directive fenced name=\"b\" 2..12\n"
     "    paragraph 7..8\n"
     "      text \"c\" 7..8\n"
     "  paragraph 13..14\n"
     "    text \"d\" 13..14\n"
     "  directive name=\"e\" leaf 15..18\n"
     "  paragraph 19..20\n"
     "    text \"f\" 19..20\n"},
    {"a directive right below a table",
     "| a |\n|---|\n:::n\nb\n:::\n",
     "document 0..23\n"
     "  table columns=1 0..11\n"
     "    row header 0..5\n"
     "      cell header 2..3\n"
     "        text \"a\" 2..3\n"
     "  directive fenced name=\"n\" 12..22\n"
     "    paragraph 17..18\n"
     "      text \"b\" 17..18\n"},
    {"code with list markers",
     "۱. a\n\n   ```c title=\"t.c\"\n   ۱. x\n   ```\n",
     "document 0..43\n"
     "  list level=2 ordered start=1 0..42\n"
     "    item 0..42\n"
     "      paragraph 4..5\n"
     "        text \"a\" 4..5\n"
     "      code-block fenced language=\"c\" title=\"t.c\" \"۱. x\\n\" 10..42\n"},
    {"a number inside a paragraph",
     "متن\n۲. ب & *پ*\n",
     "document 0..21\n"
     "  paragraph 0..20\n"
     "    text \"متن\" 0..6\n"
     "    soft-break 6..7\n"
     "    text \"۲. ب & \" 7..16\n"
     "    emphasis 16..20\n"
     "      text \"پ\" 17..19\n"},
    {"raw HTML",
     "<div>\n۱. x\n</div>\n\na <b>c</b> d\n",
     "document 0..33\n"
     "  html-block \"<div>\\n۱. x\\n</div>\\n\" 0..18\n"
     "  paragraph 20..32\n"
     "    text \"a \" 20..22\n"
     "    html-inline \"<b>\" 22..25\n"
     "    text \"c\" 25..26\n"
     "    html-inline \"</b>\" 26..30\n"
     "    text \" d\" 30..32\n"},
    {"indented code",
     "    ۱. x\n\n    y\n",
     "document 0..17\n"
     "  code-block \"۱. x\\n\\ny\\n\" 4..16\n"},
    {"entities and escapes",
     "&amp; a\\*b &#x627; \\& x\n",
     "document 0..24\n"
     "  paragraph 0..23\n"
     "    text \"& a*b ا & x\" 0..23\n"},
    {"ids of headings",
     "# a `b` {#c} #\n\n## {#d}\n\n## e {#f\n",
     "document 0..34\n"
     "  heading level=1 anchor=\"c\" 0..14\n"
     "    text \"a \" 2..4\n"
     "    code \"b\" 4..7\n"
     "  heading level=2 anchor=\"d\" 16..23\n"
     "  heading level=2 25..33\n"
     "    text \"e {#f\" 28..33\n"},
    {"footnotes by first use",
     "a[^2] b[^۱] c[^2]\n\n[^۱]: x\n\n[^2]:\n    y\n\n[^3]: z[^2]\n",
     "document 0..55\n"
     "  paragraph 0..18\n"
     "    text \"a\" 0..1\n"
     "    footnote-mark label=\"2\" number=1 use=1 1..5\n"
     "    text \" b\" 5..7\n"
     "    footnote-mark label=\"۱\" number=2 use=1 7..12\n"
     "    text \" c\" 12..14\n"
     "    footnote-mark label=\"2\" number=1 use=2 14..18\n"
     "  footnote label=\"2\" number=1 uses=2 30..41\n"
     "    paragraph 40..41\n"
     "      text \"y\" 40..41\n"
     "  footnote label=\"۱\" number=2 uses=1 20..28\n"
     "    paragraph 27..28\n"
     "      text \"x\" 27..28\n"},
    {"strikethrough with two tildes",
     "~~a *b*~~ ~c~\n",
     "document 0..14\n"
     "  paragraph 0..13\n"
     "    strike 0..9\n"
     "      text \"a \" 2..4\n"
     "      emphasis 4..7\n"
     "        text \"b\" 5..6\n"
     "    text \" ~c~\" 9..13\n"},
    {"line breaks of another system",
     "a\r\n*b*\r\n\r\n- c\r\n",
     "document 0..15\n"
     "  paragraph 0..6\n"
     "    text \"a\" 0..1\n"
     "    soft-break 1..3\n"
     "    emphasis 3..6\n"
     "      text \"b\" 4..5\n"
     "  list tight 10..13\n"
     "    item 10..13\n"
     "      paragraph 12..13\n"
     "        text \"c\" 12..13\n"},
    {"code over lines and with spaces",
     "`` a ` `` `b\nc`\n",
     "document 0..16\n"
     "  paragraph 0..15\n"
     "    code \"a `\" 0..9\n"
     "    text \" \" 9..10\n"
     "    code \"b c\" 10..15\n"},
};
// clang-format on

static void builds_the_tree_with_spans(void **state)
{
    (void) state;
    for (size_t i = 0; i < sizeof trees / sizeof trees[0]; i++) {
        Reading reading;
        read_text(&reading, slice_of_string(trees[i].typed), 0);
        expect_text(picture(&reading), trees[i].tree, trees[i].about);
        forget(&reading);
    }
}

static void text_as_typed_is_a_view_into_the_file(void **state)
{
    (void) state;
    Reading reading;
    const Slice text = SLICE("## آب `x` {#a}\n\n۱. *ب*\n   [پ](q.md)\n\n```c\ny\n```\n\n<div>\n");
    read_text(&reading, text, 0);
    for (NodeId id = 0; id < reading.document->count; id++) {
        const Node *node = node_at(reading.document, id);
        Slice part = {0};
        if (node->kind == NODE_TEXT || node->kind == NODE_CODE || node->kind == NODE_HTML_BLOCK)
            part = node->text;
        else if (node->kind == NODE_CODE_BLOCK)
            part = node->code->text;
        else if (node->kind == NODE_LINK)
            part = node->link->address;
        else if (node->kind == NODE_HEADING)
            part = node->heading->anchor;
        if (part.size > 0 && (part.at < text.at || part.at + part.size > text.at + text.size))
            fail_msg("“%.*s” was copied", SLICE_FORMAT(part));
    }
    forget(&reading);
}

static void addresses_know_where_they_stand(void **state)
{
    (void) state;
    static const struct {
        const char *typed, *address, *place;
    } cases[] = {
        {"[a](b.md)", "b.md", "b.md"},
        {"[a *b*](<c d> 't')", "c d", "c d"},
        {"> [a\n> b](c.md)", "c.md", "c.md"},
        {"[a](b\\)c)", "b)c", "b\\)c"},
        {"[a](b?c&amp;d)", "b?c&d", "b?c&amp;d"},
        {"![a](b.png)", "b.png", "b.png"},
        {"<https://a.b>", "https://a.b", "https://a.b"},
        {"<a@b.c>", "mailto:a@b.c", "a@b.c"},
        {"[a][b]\n\n[b]: c.md", "c.md", "[a][b]"},
        {"| [a](b.md) |\n|---|", "b.md", "b.md"},
        {"| `\\|` [a](b.md) |\n|---|", "b.md", "b.md"},
        {"۱. [آب](ب.md)", "ب.md", "ب.md"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Reading reading;
        read_text(&reading, slice_of_string(cases[i].typed), 0);
        const Reference *reference = &reading.document->references[0];
        assert_int_equal(reading.document->reference_count, 1);
        expect_text(reference->address, cases[i].address, cases[i].typed);
        expect_text(span_text((Span){reading.source, reference->start, reference->end}),
                    cases[i].place, cases[i].typed);
        forget(&reading);
    }
}

static void reports_faults_where_they_stand(void **state)
{
    (void) state;
    static const struct {
        const char *typed, *code;
        Position from;
    } cases[] = {
        {"a [^b] c", "markdown/note-undefined", {1, 5}},
        {"a \\[^b] c", "", {0}},
        {"`[^b]`", "", {0}},
        {"| a |\n|---|\n| [^ب] |", "markdown/note-undefined", {3, 5}},
        {"a\n\n[^b]: c", "markdown/note-unused", {3, 1}},
        {"a\n\n> [^b]: c", "markdown/note-unused", {3, 3}},
        {"```\n[^b]: c\n```", "", {0}},
        {"[^b c]", "markdown/note-label", {1, 3}},
        {"a\n\n[^b c]: d", "markdown/note-label", {3, 3}},
        {":::a\nb", "markdown/directive-unclosed", {1, 1}},
        {":::a\nb\n::::", "markdown/directive-unclosed", {1, 1}},
        {"a\n\n:::", "markdown/directive-stray", {3, 1}},
        {"a\n- :::", "markdown/directive-stray", {2, 3}},
        {"a ::: b", "", {0}},
        {":::a{b=\"c}\n:::", "markdown/directive-syntax", {1, 8}},
        {"۱. a\n۲. b", "markdown/persian-number", {1, 1}},
        {"1. a", "", {0}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Reading reading;
        read_text(&reading, slice_of_string(cases[i].typed), 0);
        expect_code(&reading.report, cases[i].code, cases[i].from, cases[i].typed);
        forget(&reading);
    }
}

static void offers_repairs(void **state)
{
    (void) state;
    Reading reading;
    read_text(&reading, SLICE("۱. a\n۱۲. b"), 0);
    const ReportEntry *entry = reading.report.newest;
    assert_int_equal(entry->edit_count, 2);
    expect_slice(entry->edits[1].text, SLICE("12"), SLICE("second marker"));
    assert_int_equal(entry->edits[1].span.start, 6);
    assert_int_equal(entry->edits[1].span.end, 10);
    assert_false(entry->is_safe_fix);
    forget(&reading);
    read_text(&reading, SLICE("[^a  b]"), 0);
    assert_true(reading.report.newest->is_safe_fix);
    expect_slice(reading.report.newest->edits[0].text, SLICE("a-b"), SLICE("label"));
    forget(&reading);
}

static Slice repeat(Arena *arena, const char *piece, uint32_t count)
{
    Buffer out;
    buffer_init(&out, arena, MAX_TREE_SIZE);
    for (uint32_t i = 0; i < count; i++)
        buffer_add(&out, slice_of_string(piece));
    return buffer_slice(&out);
}

static void reports_each_limit_by_its_name(void **state)
{
    (void) state;
    static const struct {
        const char *before, *piece;
        uint32_t count;
        const char *code;
    } cases[] = {
        {"", "# a\n", MARKDOWN_MAX_HEADINGS, ""},
        {"", "# a\n", MARKDOWN_MAX_HEADINGS + 1, "markdown/headings"},
        {"", "> ", 120, "markdown/depth"},
        {"", "> ", 1200, "markdown/depth"},
        {"", "*a **b ", 1, ""},
        {"|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a"
         "|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|\n",
         "|-", 65, "markdown/columns"},
        {":::a\n:::\n", ":::a\n", 17, "markdown/directive-unclosed"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Arena arena = {0};
        Buffer text;
        buffer_init(&text, &arena, MAX_TREE_SIZE);
        buffer_add(&text, slice_of_string(cases[i].before));
        buffer_add(&text, repeat(&arena, cases[i].piece, cases[i].count));
        Reading reading;
        read_text(&reading, buffer_slice(&text), 0);
        const ReportEntry *entry = expect_first(&reading.report);
        expect_text(entry != NULL ? diagnostic_name(entry->code) : (Slice){0}, cases[i].code,
                    cases[i].piece);
        forget(&reading);
        arena_close(&arena);
    }
}

static void footnotes_are_counted(void **state)
{
    (void) state;
    Arena arena = {0};
    Buffer text;
    buffer_init(&text, &arena, MAX_TREE_SIZE);
    for (int i = 0; i <= MARKDOWN_MAX_FOOTNOTES; i++)
        buffer_print(&text, "[^%d]\n\n[^%d]: a\n\n", i, i);
    Reading reading;
    read_text(&reading, buffer_slice(&text), 0);
    expect_slice(diagnostic_name(reading.report.newest->code), SLICE("markdown/footnotes"),
                 SLICE("footnotes"));
    assert_int_equal(reading.report.error_count, 1);
    forget(&reading);
    arena_close(&arena);
}

static void directives_nest_as_deep_as_allowed(void **state)
{
    (void) state;
    for (uint32_t depth = MARKDOWN_MAX_DIRECTIVE_DEPTH; depth < MARKDOWN_MAX_DIRECTIVE_DEPTH + 2;
         depth++) {
        Arena arena = {0};
        Buffer text;
        buffer_init(&text, &arena, MAX_TREE_SIZE);
        buffer_add(&text, repeat(&arena, ":::a\n", depth));
        buffer_add(&text, repeat(&arena, ":::\n", depth));
        Reading reading;
        read_text(&reading, buffer_slice(&text), 0);
        assert_int_equal(reading.report.error_count, depth > MARKDOWN_MAX_DIRECTIVE_DEPTH ? 1 : 0);
        forget(&reading);
        arena_close(&arena);
    }
}

static void spans_count_from_the_start_of_the_file(void **state)
{
    (void) state;
    Reading reading;
    read_text(&reading, SLICE("---\ntitle: x\n---\n۱. *a* [^b]\n"), 17);
    expect_text(picture(&reading),
                "document 17..30\n"
                "  list level=2 ordered tight start=1 17..29\n"
                "    item 17..29\n"
                "      paragraph 21..29\n"
                "        emphasis 21..24\n"
                "          text \"a\" 22..23\n"
                "        text \" [^b]\" 24..29\n",
                "body");
    forget(&reading);
}

/* All but the nodes, and those too once the document is settled. */
static void scratch_is_given_back(void **state)
{
    (void) state;
    Reading reading;
    read_text(&reading, SLICE("a *b* [c](d)\n"), 0);
    Document *document = reading.document;
    assert_int_equal(reading.scratch.used_size, document->capacity * sizeof(Node));
    document_settle(document);
    arena_reset(&reading.scratch);
    assert_int_equal(document->capacity, document->count);
    const Slice tree = picture(&reading);
    assert_true(slice_contains(tree, SLICE("link")) && slice_contains(tree, SLICE("\"b\"")));
    forget(&reading);
}

#define PAGE_COUNT 400

typedef struct Crowd {
    Slice pictures[PAGE_COUNT];
    Reading readings[PAGE_COUNT];
} Crowd;

/* Every third page has strikethrough, which switches tables of the whole process. */
static void read_page(Worker *worker, size_t i, void *shared)
{
    (void) worker;
    Crowd *crowd = shared;
    static const char *const pages[] = {
        "~~a~~ *b* ~~c d~~\n",
        "*a* **b** ***c***\n",
        "a_b_ _c_ www.example.org\n",
    };
    read_text(&crowd->readings[i], slice_of_string(pages[i % 3]), 0);
    crowd->pictures[i] = picture(&crowd->readings[i]);
}

static void threads_do_not_disturb_each_other(void **state)
{
    (void) state;
    Arena arena = {0};
    Crowd *crowd = ARENA_NEW(&arena, Crowd);
    Workers *workers = workers_open(4);
    workers_each(workers, PAGE_COUNT, read_page, crowd);
    workers_close(workers);
    for (size_t i = 3; i < PAGE_COUNT; i++)
        expect_slice(crowd->pictures[i], crowd->pictures[i % 3], SLICE("page"));
    for (size_t i = 0; i < PAGE_COUNT; i++)
        forget(&crowd->readings[i]);
    arena_close(&arena);
}

int main(void)
{
    markdown_setup();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(builds_the_tree_with_spans),
        cmocka_unit_test(text_as_typed_is_a_view_into_the_file),
        cmocka_unit_test(addresses_know_where_they_stand),
        cmocka_unit_test(reports_faults_where_they_stand),
        cmocka_unit_test(offers_repairs),
        cmocka_unit_test(reports_each_limit_by_its_name),
        cmocka_unit_test(footnotes_are_counted),
        cmocka_unit_test(directives_nest_as_deep_as_allowed),
        cmocka_unit_test(spans_count_from_the_start_of_the_file),
        cmocka_unit_test(scratch_is_given_back),
        cmocka_unit_test(threads_do_not_disturb_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
