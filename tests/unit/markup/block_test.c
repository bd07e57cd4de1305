/* Details of blocks that only the bytes of the file tell. */
#include "expect.h"
#include "markup/block.h"
#include "markup/markdown.h"

typedef struct Page {
    Arena arena;
    Arena scratch;
    Report report;
    const Document *document;
} Page;

static void read_page(Page *page, const char *typed)
{
    *page = (Page){0};
    report_init(&page->report, &page->arena, NULL);
    const Source *source = source_new(&page->arena, SLICE("x.md"), slice_of_string(typed));
    page->document = markdown_parse(&page->arena, &page->scratch, source, 0, &page->report);
}

static void close_page(Page *page)
{
    arena_close(&page->scratch);
    arena_close(&page->arena);
}

static void headings_give_their_id_away(void **state)
{
    (void) state;
    static const struct {
        const char *typed, *id, *text, *place;
    } cases[] = {
        {"## a {#b}", "b", "a", "{#b}"},         {"## a {#b} ##", "b", "a", "{#b}"},
        {"a {#b-c}\n---", "b-c", "a", "{#b-c}"}, {"## آب{#ab}", "ab", "آب", "{#ab}"},
        {"## a {#b c}", "", "a {#b c}", ""},     {"## a {#}", "", "a {#}", ""},
        {"## a {b}", "", "a {b}", ""},           {"## {#b} a", "", "{#b} a", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Page page;
        read_page(&page, cases[i].typed);
        const Node *heading = node_at(page.document, node_at(page.document, 0)->first_child);
        const Span span = {page.document->source, heading->heading->anchor_start,
                           heading->heading->anchor_end};
        expect_text(heading->heading->anchor, cases[i].id, cases[i].typed);
        expect_text(node_at(page.document, heading->first_child)->text, cases[i].text,
                    cases[i].typed);
        expect_text(span_text(span), cases[i].place, cases[i].typed);
        assert_int_equal(heading->heading->is_explicit, cases[i].id[0] != '\0');
        close_page(&page);
    }
}

static void code_knows_language_title_and_end(void **state)
{
    (void) state;
    static const struct {
        const char *typed, *language, *title, *text, *whole;
    } cases[] = {
        {"```c\nx\n```\ny", "c", "", "x\n", "```c\nx\n```"},
        {"~~~~ c title=\"a b\"\n~~~\n~~~~", "c", "a b", "~~~\n", "~~~~ c title=\"a b\"\n~~~\n~~~~"},
        {"```c title=«آب»\nx\n```", "c", "آب", "x\n", "```c title=«آب»\nx\n```"},
        {"```\nx", "", "", "x\n", "```\nx"},
        {"```\n```", "", "", "", "```\n```"},
        {"> ```\n> x\n> ```\n", "", "", "x\n", "```\n> x\n> ```"},
        {"    x\n\n    y\n\nz", "", "", "x\n\ny\n", "x\n\n    y"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Page page;
        read_page(&page, cases[i].typed);
        NodeId id = 0;
        while (node_at(page.document, id)->kind != NODE_CODE_BLOCK)
            id = node_following(page.document, 0, id);
        const CodeDetail *code = node_at(page.document, id)->code;
        expect_text(code->language, cases[i].language, cases[i].typed);
        expect_text(code->title, cases[i].title, cases[i].typed);
        expect_text(code->text, cases[i].text, cases[i].typed);
        expect_text(span_text(node_span(page.document, id)), cases[i].whole, cases[i].typed);
        close_page(&page);
    }
}

static void directives_leave_a_list_as_tight_as_it_is(void **state)
{
    (void) state;
    static const struct {
        const char *typed;
        bool is_tight;
    } cases[] = {
        {"- a\n  :::b\n  c\n  :::\n- d", true},
        {"- ::b\n- d", true},
        {"- a\n\n  ::b\n- d", false},
        {"- a\n  ::b\n\n- d", false},
        {"- :::b\n  c\n\n  d\n  :::\n- e", true},
        {"- a\n\n- b", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Page page;
        read_page(&page, cases[i].typed);
        const Node *list = node_at(page.document, node_at(page.document, 0)->first_child);
        if (((list->flags & NODE_TIGHT) != 0) != cases[i].is_tight)
            fail_msg("%s", cases[i].typed);
        close_page(&page);
    }
}

static void rows_are_cut_at_bare_pipes(void **state)
{
    (void) state;
    Arena arena = {0};
    const Source *source = source_new(&arena, SLICE("x.md"), SLICE("> | a | b\\|c ||\n"));
    Typing typing;
    typing_prepare(&typing, &arena, (Span){source, 0, (uint32_t) source->bytes.size});
    BlockRow row;
    block_row_begin(&row, &typing, 1);
    assert_int_equal(row.start, 2);
    expect_text(block_row_cell(&row), "a", "first");
    expect_text(block_row_cell(&row), "b\\|c", "second");
    expect_text(block_row_cell(&row), "", "third");
    expect_text(block_row_cell(&row), "", "past the end");
    arena_close(&arena);
}

int main(void)
{
    markdown_setup();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headings_give_their_id_away),
        cmocka_unit_test(code_knows_language_title_and_end),
        cmocka_unit_test(directives_leave_a_list_as_tight_as_it_is),
        cmocka_unit_test(rows_are_cut_at_bare_pipes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
