/* Phrases that an editor marks: what becomes a span, what stays text, and what is said. */
#include "expect.h"
#include "markup/markdown.h"
#include "shape/marked.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

typedef struct Row {
    const char *text;
    const char *written; /* spans as <LANGUAGE DIRECTION SWITCHES> … </> */
    const char *code;    /* of the first diagnostic; "": none */
} Row;

static void open_span(const Node *node, Buffer *out)
{
    const char *direction = (node->flags & NODE_RTL)   ? "rtl"
                            : (node->flags & NODE_LTR) ? "ltr"
                                                       : "";
    buffer_print(out, "<%.*s %s%s%s%s>", SLICE_FORMAT(node->span->language), direction,
                 node->span->no_isolation ? " isolate" : "",
                 node->span->no_typography ? " typography" : "",
                 node->span->latin_digits ? " digits" : "");
}

static void write_node(const Document *document, NodeId id, Buffer *out)
{
    const Node *node = node_at(document, id);
    if (node->kind == NODE_TEXT)
        buffer_add(out, node->text);
    if (node->kind == NODE_SPAN)
        open_span(node, out);
    if (node->kind == NODE_EMPHASIS)
        buffer_print(out, "*");
    for (NodeId child = node->first_child; child != NODE_NONE;
         child = node_at(document, child)->next)
        write_node(document, child, out);
    if (node->kind == NODE_SPAN)
        buffer_print(out, "</>");
    if (node->kind == NODE_EMPHASIS)
        buffer_print(out, "*");
}

static const Row rows[] = {
    {"کتاب [Saving water]{en} خوب است", "کتاب <en ltr>Saving water</> خوب است", ""},
    {"[آب]{fa} means water", "<fa rtl>آب</> means water", ""},
    {"[*Saving* water]{en}", "<en ltr>*Saving* water</>", ""},
    {"[Saving *water*]{en}.", "<en ltr>Saving *water*</>.", ""},
    {"[a [آب]{fa} b]{en} c", "<en ltr>a <fa rtl>آب</> b</> c", ""},
    {"[a]{en}[b]{en}", "<en ltr>a</><en ltr>b</>", ""},
    {"[Wasser]{de ltr}", "<de ltr>Wasser</>", ""},
    {"[C++ 5]{isolate=off digits=latn}", "<  isolate digits>C++ 5</>", ""},
    {"[x]{typography=off}", "<  typography>x</>", ""},
    {"a] {en} and [b] c]{en}", "a] {en} and [b] c]{en}", ""},
    {"[note] alone", "[note] alone", ""},
    {"[x]{}", "[x]{}", "markdown/phrase-mark"},
    {"[x]{lang=en}", "[x]{lang=en}", "markdown/phrase-mark"},
    {"[x]{en fa}", "[x]{en fa}", "markdown/phrase-mark"},
    {"[x]{qaa}", "[x]{qaa}", "markdown/phrase-direction"},
    {"[x]{en", "[x]{en", ""},
    {"[x]&#123;en&#125;", "<en ltr>x</>", ""},
    {"[x]&lbrace;en&rbrace;", "<en ltr>x</>", ""},
};

static void a_mark_behind_brackets_makes_a_span(void **state)
{
    (void) state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        Arena arena = {0}, scratch = {0};
        Report report;
        report_init(&report, &arena, NULL);
        const Source *source = source_new(&arena, SLICE("a.md"), slice_of_string(rows[i].text));
        Document *document = markdown_parse(&arena, &scratch, source, 0, &report);
        marked_document(document, NULL, &report, &scratch);
        Buffer out;
        buffer_init(&out, &arena, 4096);
        write_node(document, NODE_NONE, &out);
        expect_text(buffer_slice(&out), rows[i].written, rows[i].text);
        const ReportEntry *entry = expect_first(&report);
        expect_text(entry != NULL ? diagnostic_name(entry->code) : (Slice){0}, rows[i].code,
                    rows[i].text);
        arena_close(&scratch);
        arena_close(&arena);
    }
}

int main(void)
{
    markdown_setup();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mark_behind_brackets_makes_a_span),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
