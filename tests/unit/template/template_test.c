/* A whole theme, that of templates.md 18, compiled and run over the toy site. */
#include "theme.h"

static const char base_html[] =
    "<!-- templates/components/base.html -->\n"
    "<t-component params=\"title: text\">\n"
    "<html t-lang=\"page\">\n<head>\n  <meta charset=\"utf-8\">\n"
    "  <title>{title} – {site.title}</title>\n"
    "  <meta name=\"viewport\" content=\"width=device-width\">\n"
    "  <t-inline asset=\"main.css\"/>\n  {page.head}\n</head>\n<body>\n"
    "  <a class=\"skip\" href=\"#main\">{msg skip}</a>\n"
    "  <header><a href=\"{site.home.url}\">{site.title}</a>\n"
    "    <nav aria-label=\"{msg nav.main}\"><ul>\n"
    "      <li t-for=\"m in site.menu.main\"><a href=\"{m.url}\" aria-current=\"{m.current}\">"
    "{m.title}</a></li></ul></nav>\n"
    "    <ul t-if=\"page.translations\">\n"
    "      <li t-for=\"t in page.translations\"><a t-if=\"t.url\" t-lang=\"t\" href=\"{t.url}\" "
    "hreflang=\"{t.lang}\">{t.language.name}</a>\n"
    "        <span t-else>{t.language.name} <small>{msg "
    "language.missing}</small></span></li></ul>\n"
    "  </header>\n  <main id=\"main\"><t-slot/></main>\n"
    "  <footer><p>{msg published.by name=site.publisher.name}</p>\n"
    "    <ul><li t-for=\"c in site.publisher.contacts\"><a href=\"{c.url}\">{c.text}</a></li></ul>"
    "</footer>\n</body>\n</html>\n</t-component>\n";

static const char default_html[] =
    "<t-base title=\"{page.title}\">\n  <h1>{page.title}</h1>\n"
    "  <p t-if=\"page.updated\">{msg updated} <time datetime=\"{page.updated | iso}\">"
    "{page.updated | date both}</time></p>\n"
    "  <div t-lang=\"page.content_language\">{page.body}</div>\n</t-base>\n";

static const char section_html[] =
    "<t-base title=\"{page.title}\">\n  <h1>{page.title}</h1>\n  {page.body}\n  <ul>\n"
    "    <li t-for=\"p in page.paginator.items\"><a href=\"{p.url}\">{p.title}</a> "
    "<span t-if=\"p.summary\">{p.summary}</span></li>\n"
    "    <li t-else>{msg section.empty}</li>\n  </ul>\n"
    "  <nav t-if=\"page.paginator.count > 1\" aria-label=\"{msg nav.pages}\">\n"
    "    <a t-if=\"page.paginator.previous\" rel=\"prev\" href=\"{page.paginator.previous}\">"
    "{msg previous}</a>\n"
    "    {msg page.of n=page.paginator.number total=page.paginator.count}\n"
    "    <a t-if=\"page.paginator.next\" rel=\"next\" href=\"{page.paginator.next}\">{msg "
    "next}</a>\n"
    "  </nav>\n</t-base>\n";

static const char note_html[] =
    "<t-component params=\"title: text?, kind: note|warning|tip = note\" markdown=\"block\"\n"
    "             names-fa=\"نکته عنوان=title نوع=kind هشدار=warning\">\n"
    "<aside class=\"note {kind}\" role=\"note\"><p t-if=\"title\"><b>{title}</b></p><t-slot/>"
    "</aside>\n</t-component>\n";

static const char heading_html[] =
    "<t-component params=\"level: int, id: text\">\n"
    "<t-element name=\"h{level}\" id=\"{id}\"><t-slot/> <a class=\"anchor\" href=\"#{id}\" "
    "aria-labelledby=\"{id}\">#</a></t-element>\n</t-component>\n";

static Toy *compile_theme(void)
{
    static const ToyFile files[] = {{"components/base", base_html},
                                    {"components/note", note_html},
                                    {"components/md-heading", heading_html},
                                    {"pages/default", default_html},
                                    {"pages/section", section_html}};
    Toy *toy = toy_compile(files, COUNT(files));
    expect_text(toy_faults(toy, true), "", "faults of the theme");
    return toy;
}

static const char page_start[] =
    "<!DOCTYPE html>\n<html lang=\"fa\" dir=\"rtl\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<title>راهنمای آب – آب</title>\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n"
    "<style>p>b{color:red}</style>\n<meta name=\"x\">\n</head>\n<body>\n"
    "<a class=\"skip\" href=\"#main\">برو به متن</a>\n"
    "<header><a href=\"drip.html\">آب</a>\n<nav aria-label=\"فهرست\"><ul>\n"
    "<li><a href=\"../index.html\" aria-current=\"page\">خانه</a></li></ul></nav>\n<ul>\n"
    "<li><a lang=\"en\" dir=\"ltr\" href=\"../../en/guides/drip.html\" hreflang=\"en\">English</a>"
    "</li></ul>\n</header>\n<main id=\"main\">\n<h1>راهنمای آب</h1>\n";

static const char page_end[] =
    "\n</main>\n<footer><p>ناشر: جهاد کشاورزی</p>\n<ul><li><a href=\"tel:+982112345678\">"
    "<bdi dir=\"ltr\" class=\"nowrap\">+98 21 1234 5678</bdi></a></li></ul></footer>\n</body>\n"
    "</html>";

static void expect_page(Toy *toy, const char *type, const char *middle)
{
    if (!run_page(&toy->run, template_find_page(toy->set, slice_of_string(type))))
        fail_msg("%.*s", SLICE_FORMAT(toy_faults(toy, true)));
    Slice parts[] = {slice_of_string(page_start), slice_of_string(middle),
                     slice_of_string(page_end)};
    expect_slice(buffer_slice(&toy->out), slice_join(&toy_arena, parts, 3, (Slice){0}),
                 slice_of_string(type));
}

static void writes_pages_of_the_small_theme(void **state)
{
    (void) state;
    expect_page(
        compile_theme(), "guide",
        "<p>به\u200cروز <time datetime=\"2024-07-12\">۲۲ تیر ۱۴۰۳ (۱۲ ژوئیهٔ ۲۰۲۴)</time></p>\n"
        "<div><p>متن <b>یک</b></p></div>");
    expect_page(compile_theme(), "section",
                "<p>متن <b>یک</b></p>\n<ul>\n<li><a href=\"drip.html\">راهنمای آب</a> "
                "<span><i>کوتاه</i></span></li>\n</ul>\n<nav aria-label=\"صفحه\u200cها\">\n\n"
                "صفحهٔ ۱ از ۳\n<a href=\"2.html\" rel=\"next\">پس</a>\n</nav>");
}

static void tells_which_assets_a_page_holds(void **state)
{
    (void) state;
    const InlinedAsset *assets;
    const Toy *toy = compile_theme();
    const Component *page = template_find_page(toy->set, SLICE("guide"));
    assert_int_equal(template_inlined_assets(page, &assets), 1);
    expect_text(assets[0].path, "main.css", "path");
    expect_text(*assets[0].text, "p>b{color:red}", "text");
}

static void tells_which_fields_the_templates_name(void **state)
{
    (void) state;
    const Toy *toy = compile_theme();
    assert_true(template_uses_field(toy->set, SLICE("title")));
    assert_false(template_uses_field(toy->set, SLICE("words")));
}

static void write_content(Run *run, void *shared)
{
    buffer_add(run->out, slice_of_string(shared));
}

static void runs_hooks_around_their_content(void **state)
{
    (void) state;
    Toy *toy = compile_theme();
    static char content[] = "عنوان";
    const Datum arguments[] = {{.integer = 3}, {.text = {SLICE("a1"), NULL}}};
    const Component *hook = template_find_hook(toy->set, HOOK_HEADING);
    assert_null(template_find_hook(toy->set, HOOK_QUOTE));
    assert_true(run_hook(&toy->run, hook, HOOK_HEADING, arguments, write_content, content));
    expect_text(buffer_slice(&toy->out),
                "<h3 id=\"a1\">عنوان <a class=\"anchor\" href=\"#a1\" aria-labelledby=\"a1\">#</a>"
                "</h3>",
                "md-heading");
}

/* A directive as typed: `key=value` pairs with blanks between. */
static Slice write_directive(const char *name, const char *typed)
{
    Toy *toy = compile_theme();
    const Source *source = source_new(&toy_arena, SLICE("a.md"), slice_of_string(typed));
    DirectiveAttribute attributes[4];
    DirectiveDetail directive = {.name = slice_of_string(name), .attributes = attributes};
    Slice rest = source->bytes;
    while (rest.size > 0) {
        Slice item;
        DirectiveAttribute *attribute = &attributes[directive.attribute_count++];
        *attribute = (DirectiveAttribute){0};
        slice_cut(rest, ' ', &item, &rest);
        slice_cut(item, '=', &attribute->key, &attribute->value);
        attribute->key_start = span_of(source, attribute->key).start;
        attribute->key_end = span_of(source, attribute->key).end;
        attribute->value_start = span_of(source, attribute->value).start;
        attribute->value_end = span_of(source, attribute->value).end;
    }
    static char content[] = "<p>شیر را ببندید.</p>";
    const Component *component = template_find_directive(toy->set, directive.name);
    assert_non_null(component);
    bool is_fine = run_directive(&toy->run, component, &directive, source, write_content, content);
    return is_fine ? buffer_slice(&toy->out) : toy_faults(toy, true);
}

static void reads_directives_in_every_language(void **state)
{
    (void) state;
    static const struct {
        const char *name;
        const char *typed;
        const char *expected;
    } cases[] = {
        {"نکته", "عنوان=هشدار نوع=هشدار",
         "<aside class=\"note warning\" role=\"note\"><p><b>هشدار</b></p><p>شیر را ببندید.</p>"
         "</aside>"},
        {"note", "isolate=off",
         "<aside class=\"note note\" role=\"note\"><p>شیر را ببندید.</p></aside>"},
        {"note", "titel=x", "1:1 template/unknown-parameter [note] [titel] → title; "},
        {"note", "kind=tpi", "1:6 template/enum-word [tpi] [note, warning, tip] → tip; "},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        expect_text(write_directive(cases[i].name, cases[i].typed), cases[i].expected,
                    cases[i].typed);
}

static void holds_a_page_to_its_size(void **state)
{
    (void) state;
    Toy *toy = compile_theme();
    buffer_init(&toy->out, &toy_arena, 100);
    assert_false(run_page(&toy->run, template_find_page(toy->set, SLICE("guide"))));
    assert_int_equal(toy->report.newest->code, DIAGNOSTIC_RENDER_SIZE);
}

static void wants_foreign_markup_to_say_its_language(void **state)
{
    (void) state;
    Toy *toy = compile_theme();
    toy->page.summary.language = &toy_languages->items[1];
    assert_false(run_page(&toy->run, template_find_page(toy->set, SLICE("section"))));
    assert_int_equal(toy->report.newest->code, DIAGNOSTIC_RENDER_LANGUAGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_pages_of_the_small_theme),
        cmocka_unit_test(tells_which_assets_a_page_holds),
        cmocka_unit_test(tells_which_fields_the_templates_name),
        cmocka_unit_test(runs_hooks_around_their_content),
        cmocka_unit_test(reads_directives_in_every_language),
        cmocka_unit_test(holds_a_page_to_its_size),
        cmocka_unit_test(wants_foreign_markup_to_say_its_language),
    };
    return cmocka_run_group_tests(tests, open_toy, close_toy);
}
