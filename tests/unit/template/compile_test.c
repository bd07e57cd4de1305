/* What the compiler refuses: every sentence of templates.md 13, with its place. long: a table */
#include "theme.h"

#include <stdlib.h>

typedef struct Fault {
    const char *piece;
    const char *component;
    const char *expected; /* place, sentence and code of the first diagnostic */
} Fault;

/* The first diagnostic as printed, without path and severity. */
static Slice first_fault(const Toy *toy, bool of_page)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    const Report *reports[] = {&toy->report};
    report_print(reports, 1, &(ReportStyle){.form = REPORT_SHORT}, out);
    fclose(out);
    Slice rest = slice_copy(&toy_arena, (Slice){text, size});
    Slice line;
    free(text);
    while (slice_cut_line(&rest, &line)) {
        size_t at = 0;
        bool is_whole = slice_contains(line, SLICE("[template/head]")) ||
                        slice_contains(line, SLICE("[template/publisher]")) ||
                        slice_contains(line, SLICE("[template/default-page]"));
        if ((is_whole && !of_page) || !slice_find(line, SLICE(".html:"), &at))
            continue;
        return slice_from(line, at + 6);
    }
    return (Slice){0};
}

static void check(const Fault *faults, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        ToyFile files[] = {
            {"pages/guide", faults[i].piece},
            {"components/x", faults[i].component != NULL ? faults[i].component : "<t-component/>"}};
        Toy *toy = toy_compile(files, 2);
        expect_text(first_fault(toy, false), faults[i].expected, faults[i].piece);
    }
}

static void refuses_unknown_names(void **state)
{
    (void) state;
    static const Fault faults[] = {
        {"<h1>{page.titel}</h1>", NULL, "1:11: error: page has no “titel” [template/unknown-name]"},
        {"<i t-if=\"pgae\"></i>", NULL, "1:10: error: unknown name “pgae” [template/unknown-name]"},
        {"{site.menu.mian}", NULL, "1:12: error: site.menu has no “mian” [template/unknown-name]"},
        {"<t-block t-for=\"p in page.pages\">{p.body}</t-block>", NULL,
         "1:37: error: p has no “body” [template/unknown-name]"},
        {"<t-x/>", "<t-component>{page.steps | count}</t-component>",
         "1:20: error: page has no “steps” [template/unknown-name]"},
        {"<scetion></scetion>", NULL,
         "1:2: error: unknown element <scetion> [template/unknown-element]"},
        {"<t-nvabar/>", NULL,
         "1:4: error: there is no component “nvabar” [template/unknown-component]"},
        {"<t-x titel=\"a\"/>", "<t-component params=\"title: text?\"/>",
         "1:6: error: t-x has no parameter “titel” [template/unknown-parameter]"},
        {"<t-x/>", "<t-component params=\"of: page\"/>",
         "1:2: error: t-x needs the parameter “of” [template/missing-parameter]"},
        {"{page.updated | dat}", NULL,
         "1:17: error: there is no filter “dat” [template/unknown-filter]"},
        {"<t-x><t-fill slot=\"fot\">a</t-fill></t-x>",
         "<t-component><t-slot name=\"foot\"/></t-component>",
         "1:20: error: t-x has no slot “fot” [template/unknown-slot]"},
        {"<b t-fi=\"page\">1</b>", NULL,
         "1:4: error: unknown attribute “t-fi” [template/unknown-attribute]"},
        {"<t-x/>", "<t-component params=\"a: txet\"/>",
         "1:25: error: unknown type “txet” [template/unknown-type]"},
        {"<i title=\"{msg stale.notic}\"></i>", NULL,
         "1:12: error: there is no message “stale.notic” in templates/messages/fa.yaml "
         "[message/unknown]"},
        {"{msg page.of n=1}", NULL,
         "1:2: error: message “page.of” needs the argument “total” [message/argument]"},
        {"{msg page.of n=1 totl=2}", NULL,
         "1:18: error: message “page.of” has no argument “totl” [message/argument]"},
        {"<a href=\"{asset 'x.css'}\">1</a>", NULL,
         "1:11: error: there is no file “x.css” in assets/ [template/asset]"},
        {"<i t-if=\"ref 'x.md'\"></i>", NULL,
         "1:10: error: there is no page “x.md” [template/reference]"},
        {"<i t-if=\"page.type == 'giude'\"></i>", NULL,
         "1:23: error: “giude” is not one of home, section, page, article, guide "
         "[template/enum-word]"},
    };
    check(faults, COUNT(faults));
}

static void refuses_wrong_types(void **state)
{
    (void) state;
    static const Fault faults[] = {
        {"{page.title | date}", NULL,
         "1:15: error: filter “date” takes a date, got text [template/type]"},
        {"<i t-let=\"n = page.words\" t-if=\"page.words\"></i>", NULL,
         "1:38: error: t-if cannot test an int; compare it, for example “page.words > 0” "
         "[template/type]"},
        {"<i title=\"{page.body}\"></i>", NULL,
         "1:17: error: page.body is html and cannot stand in an attribute; use “| plain” "
         "[template/type]"},
        {"{page.image.src}", NULL,
         "1:13: error: page.image may be absent here; test it with t-if or add “?:” "
         "[template/absent]"},
        {"<p>{page.body}</p>", NULL,
         "1:10: error: page.body is html and cannot stand in <p> [template/type]"},
        {"{page.draft}", NULL,
         "1:7: error: page.draft is bool and cannot stand in text [template/type]"},
        {"{page.url}", NULL,
         "1:7: error: page.url is url and cannot stand in text; use “| absolute” [template/type]"},
        {"<a href=\"{page.title}\">1</a>", NULL,
         "1:16: error: page.title is text and cannot stand in an address; use “| url” "
         "[template/type]"},
        {"<i t-if=\"page.title == page.words\"></i>", NULL,
         "1:15: error: cannot compare text with an int [template/type]"},
        {"<i t-for=\"p of items\"></i>", NULL,
         "1:11: error: t-for wants “item in list”, got “p of items” [template/for]"},
        {"<i t-for=\"p in page.title\"></i>", NULL,
         "1:21: error: t-for takes a list, got text [template/type]"},
        {"<t-x of=\"{page.title}\"/>", "<t-component params=\"of: page\"/>",
         "1:16: error: parameter “of” takes a page, got text [template/type]"},
        {"<i t-lang=\"page.words\"></i>", NULL,
         "1:17: error: t-lang wants a page, a translation, a language or 'de ltr', got int "
         "[template/lang]"},
        {"<i t-lang=\"'de'\"></i>", NULL,
         "1:12: error: language “de” is not in site.yaml; add its direction: 'de ltr' "
         "[template/lang]"},
        {"{page.title | truncate}", NULL,
         "1:15: error: filter “truncate” needs a number of letters [template/argument]"},
        {"<t-block t-if=\"page.updated\">{page.updated | date lnog}</t-block>", NULL,
         "1:51: error: filter “date” does not know “lnog” [template/argument]"},
        {"<i t-let=\"page = site\"></i>", NULL,
         "1:11: error: name “page” is already taken [template/duplicate-name]"},
    };
    check(faults, COUNT(faults));
}

static void refuses_wrong_places(void **state)
{
    (void) state;
    static const Fault faults[] = {
        {"<p t-else>1</p>", NULL,
         "1:4: error: t-else follows no t-if and no t-for [template/else]"},
        {"<b t-if=\"page.draft\">1</b>2<p t-else>1</p>", NULL,
         "1:31: error: t-else follows no t-if and no t-for [template/else]"},
        {"<b t-if=\"page.draft\">1</b><p t-else t-for=\"t in page.tags\">2</p>", NULL,
         "1:37: error: t-else and t-for cannot stand on one element [template/order]"},
        {"<t-match on=\"page.state\"><t-case is=\"original|fresh|stale\"/></t-match>", NULL,
         "1:2: error: t-match on page.state misses minor, unknown [template/match]"},
        {"<a href=\"/fa/\">1</a>", NULL,
         "1:10: error: address “/fa/” starts at the server's root; use ref or asset "
         "[template/root-address]"},
        {"<a href=\"about.html\">1</a>", NULL,
         "1:10: error: address “about.html” depends on the page it stands on; use ref or asset "
         "[template/relative-address]"},
        {"<a href=\"javascript:x\">1</a>", NULL,
         "1:10: error: address “javascript:x” has the scheme “javascript” [template/scheme]"},
        {"<script src=\"https://cdn.example/x.js\"></script>", NULL,
         "1:14: error: src loads from another host: https://cdn.example/x.js "
         "[template/third-party]"},
        {"<link rel=\"icon\" href=\"https://cdn.example/x.ico\">", NULL,
         "1:24: error: href loads from another host: https://cdn.example/x.ico "
         "[template/third-party]"},
        {"<script>x = {page.title}</script>", NULL,
         "1:13: error: expressions do not work inside <script>; use a data- attribute "
         "[template/place]"},
        {"<i lang=\"fa\"></i>", NULL, "1:4: error: lang is written by t-lang only [template/lang]"},
        {"<b onclick=\"x()\">1</b>", NULL,
         "1:4: error: attribute “onclick” cannot stand in a template [template/attribute]"},
        {"<b style=\"x\">1</b>", NULL,
         "1:4: error: attribute “style” cannot stand in a template [template/attribute]"},
        {"1\n\n<p>\n<ul><li>1</li></ul></p>", NULL,
         "4:2: error: <ul> cannot stand inside the <p> of line 3; browsers close the <p> "
         "[template/nesting]"},
        {"<b><li>1</li></b>", NULL,
         "1:5: error: <li> cannot stand here; it belongs directly inside ul ol menu "
         "[template/nesting]"},
        {"<table>x</table>", NULL,
         "1:8: error: text cannot stand directly inside the <table> of line 1; browsers move it "
         "[template/nesting]"},
        {"<title><b>{page.title}</b></title>", NULL,
         "1:9: error: <title> holds plain text; <b> cannot stand in it [template/place]"},
        {"<t-fill slot=\"a\"/>", NULL,
         "1:2: error: <t-fill> cannot stand here; it belongs directly inside the call of a "
         "component or t-msg [template/place]"},
        {"<b>{page.title</b>", NULL,
         "1:4: error: what begins here with “{” never ends [template/syntax]"},
        {"{page.}", NULL, "1:7: error: expected a name, got “end” [template/expression]"},
        {"{page.words +}", NULL,
         "1:13: error: expected the end of the expression, got “+” [template/expression]"},
        {"<p>آب</p>", NULL,
         "1:4: warning: “آب” stands directly in a template; make it a message "
         "[template/literal-text]"},
        {"<i title=\"water\"></i>", NULL,
         "1:11: warning: “water” stands directly in a template; make it a message "
         "[template/literal-text]"},
        {"<p><bdi> {page.title}</bdi></p>", NULL,
         "1:5: warning: white space just inside <bdi> is swallowed on one side; put it outside "
         "[template/space]"},
        {"<ul>\n<li>a\n</ul>", NULL,
         "3:1: error: <li> opened on line 2 is not closed before </ul> [template/syntax]"},
        {"<t-x/>", "<t-component><t-x/></t-component>",
         "1:1: error: t-x calls itself without t-if or t-for [template/recursion]"},
    };
    check(faults, COUNT(faults));
}

#define SHELL(head, body)                                                                          \
    "<html t-lang=\"page\"><head><title>{page.title}</title>" head "</head><body>" body            \
    "</body></html>"
#define PUBLISHER                                                                                  \
    "<p>{site.publisher.name}</p><ul><li t-for=\"c in site.publisher.contacts\">{c.text}</li>"     \
    "</ul>"

static void demands_what_every_page_shows(void **state)
{
    (void) state;
    static const Fault faults[] = {
        {SHELL("{page.head}", PUBLISHER), NULL, ""},
        {SHELL("{page.head}", "<t-x/>"), "<t-component>" PUBLISHER "</t-component>", ""},
        {SHELL("<t-x/>", PUBLISHER), "<t-component>{page.head}</t-component>", ""},
        {SHELL("", PUBLISHER), NULL,
         "1:1: error: pages of type guide do not write page.head [template/head]"},
        {SHELL("{page.head}{page.head}", PUBLISHER), NULL,
         "1:1: error: pages of type guide write page.head 2 times [template/head]"},
        {SHELL("{page.head}", "<t-x t-if=\"page.draft\"/>"),
         "<t-component>" PUBLISHER "</t-component>",
         "1:1: error: pages of type guide do not show site.publisher.contacts "
         "[template/publisher]"},
        {"<body>{page.head}</body>", NULL,
         "1:13: error: page.head stands outside <head> [template/head]"},
        {SHELL("{page.head}", "{site.publisher.name}"), NULL,
         "1:1: error: pages of type guide do not show site.publisher.contacts "
         "[template/publisher]"},
    };
    for (size_t i = 0; i < COUNT(faults); i++) {
        ToyFile files[] = {
            {"pages/guide", faults[i].piece},
            {"components/x", faults[i].component != NULL ? faults[i].component : "<t-component/>"},
            {"pages/default", SHELL("{page.head}", PUBLISHER)}};
        Toy *toy = toy_compile(files, 3);
        expect_text(first_fault(toy, true), faults[i].expected, faults[i].piece);
    }
}

static void checks_files_and_hooks(void **state)
{
    (void) state;
    static const struct {
        const char *name;
        const char *text;
        const char *expected;
    } cases[] = {
        {"pages/giude", "x",
         "1:1: error: templates/pages/giude.html names no page type "
         "[template/file-name]"},
        {"components/Note", "<t-component/>",
         "1:1: error: “Note” is no name of a component; use a–z, 0–9 and “-” "
         "[template/file-name]"},
        {"components/md-quote", "<t-component><t-slot/><t-slot/></t-component>",
         "1:1: error: hook md-quote must contain exactly one <t-slot>, found 2 "
         "[template/hook-slot]"},
        {"components/md-heading", "<t-component params=\"levle: int\"><t-slot/></t-component>",
         "1:22: error: md-heading has no parameter “levle” [template/unknown-parameter]"},
        {"components/note", "<t-component params=\"a\"/>",
         "1:22: error: a parameter is written “name: type”, got “a” [template/parameter]"},
        {"components/note", "<p>1</p>",
         "1:1: error: <p> cannot stand here; it belongs inside <t-component> [template/place]"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        ToyFile file = {cases[i].name, cases[i].text};
        expect_text(first_fault(toy_compile(&file, 1), false), cases[i].expected, cases[i].text);
    }
}

static void names_its_limits(void **state)
{
    (void) state;
    Buffer deep;
    buffer_init(&deep, &toy_arena, 65536);
    for (int i = 0; i < 40; i++)
        buffer_add(&deep, SLICE("("));
    ToyFile file = {"pages/guide", NULL};
    Slice piece = slice_print(&toy_arena, "{%.*s", SLICE_FORMAT(buffer_slice(&deep)));
    file.text = slice_print(&toy_arena, "%.*s}%c", SLICE_FORMAT(piece), 0).at;
    Slice fault = first_fault(toy_compile(&file, 1), false);
    if (!slice_contains(fault, SLICE("at most 16 levels of parentheses")))
        fail_msg("%.*s", SLICE_FORMAT(fault));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_unknown_names),  cmocka_unit_test(refuses_wrong_types),
        cmocka_unit_test(refuses_wrong_places),   cmocka_unit_test(demands_what_every_page_shows),
        cmocka_unit_test(checks_files_and_hooks), cmocka_unit_test(names_its_limits),
    };
    return cmocka_run_group_tests(tests, open_toy, close_toy);
}
