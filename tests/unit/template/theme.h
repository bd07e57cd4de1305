/* A site of the toy model: its two pages, its messages, and functions that compile templates and
 * write pages with them. long: one fixture for all tests of templates. */
#ifndef TEMPLATE_THEME_H
#define TEMPLATE_THEME_H

#include "toy.h"

#include <stdio.h>

typedef struct ToyFile {
    const char *name; /* "pages/default", "components/note" */
    const char *text;
} ToyFile;

typedef struct Toy {
    ToySite site;
    ToyPage page, english;
    ToyLanguage languages[2];
    ToyImage image;
    ToyPerson person, other;
    ToyContact contact;
    ToyPublisher publisher;
    ToyItem item;
    ToyTranslation translation;
    ToyPaginator paginator;
    Attribute attributes[2];
    const void *pointers[16];
    Text tags[2];
    Messages *messages;
    Report report;
    TemplateHost host;
    TemplateSet *set;
    Run run;
    Buffer out;
} Toy;

static inline const void *toy_find_literal(void *context, const Record *record, Slice literal)
{
    Toy *toy = context;
    if (record == &toy_person)
        return slice_equal(literal, SLICE("sara")) ? (const void *) &toy->person : NULL;
    if (record == &toy_page && slice_equal(literal, SLICE("gone.md")))
        return &toy->report; // there, but not in this language
    return record == &toy_page && slice_equal(literal, SLICE("about.md")) ? &toy->english : NULL;
}

static inline const void *toy_resolve(void *context, const Record *record, const void *key)
{
    (void) record;
    return key == &((Toy *) context)->report ? NULL : key;
}

static inline void toy_write(const Markup *markup, void *context, Buffer *out)
{
    (void) context;
    buffer_add(out, slice_of_string(markup->subject));
}

static inline Text toy_word(const char *text, const Language *language)
{
    return (Text){slice_of_string(text), language};
}

/* long: one site, member by member */
static inline void toy_fill(Toy *toy)
{
    const Language *fa = &toy_languages->items[0];
    const Language *en = &toy_languages->items[1];
    static const char body[] = "<p>متن <b>یک</b></p>";
    for (int i = 0; i < 2; i++) {
        const Language *language = &toy_languages->items[i];
        toy->languages[i] =
            (ToyLanguage){language, {language->code, NULL}, {language->name, language}};
    }
    toy->image = (ToyImage){.src = toy_file_url("fa/a.png", NULL),
                            .alt = toy_word("گندم", fa),
                            .width = 640,
                            .attrs = {toy->attributes, 2}};
    toy->attributes[0] = (Attribute){.name = SLICE("width"), .value = SLICE("640")};
    toy->attributes[1] =
        (Attribute){.name = SLICE("src"), .is_address = true, .url = toy->image.src};
    toy->person = (ToyPerson){toy_word("sara", NULL), toy_word("سارا", fa), {{0}, NULL}};
    toy->other = (ToyPerson){toy_word("bob", NULL), toy_word("Bob", en), {{0}, NULL}};
    toy->contact = (ToyContact){1,
                                toy_word("+98 21 1234 5678", &language_token),
                                {.kind = URL_EXTERNAL, .path = SLICE("tel:+982112345678")}};
    toy->pointers[0] = &toy->contact;
    toy->publisher = (ToyPublisher){toy_word("جهاد کشاورزی", fa), {&toy->pointers[0], 1}};
    toy->item =
        (ToyItem){toy_word("خانه", fa), toy_file_url("fa/index.html", fa), toy_word("page", NULL)};
    toy->pointers[1] = &toy->item;
    toy->translation = (ToyTranslation){&toy->languages[1], toy_word("en", NULL),
                                        toy_file_url("en/guides/drip.html", en)};
    toy->pointers[2] = &toy->translation;
    toy->tags[0] = toy_word("آب", fa);
    toy->tags[1] = toy_word("soil", en);
    for (int i = 0; i < 2; i++)
        toy->pointers[3 + i] = &toy->tags[i];
    toy->pointers[5] = &toy->person;
    toy->pointers[6] = &toy->other;
    toy->pointers[7] = &toy->english;
    toy->pointers[8] = &toy->page;
    toy->paginator = (ToyPaginator){.number = 1, .count = 3, .items = {&toy->pointers[8], 1}};
    toy->paginator.next = toy_file_url("fa/guides/2.html", fa);
    toy->english = (ToyPage){.title = toy_word("Save water!", en),
                             .lang = toy_word("en", NULL),
                             .language = &toy->languages[1],
                             .type = 4,
                             .words = 7,
                             .url = toy_file_url("en/about.html", en),
                             .level = UINT32_MAX};
    toy->page = toy->english;
    toy->page.title = toy_word("راهنمای آب", fa);
    toy->page.lang = toy_word("fa", NULL);
    toy->page.language = &toy->languages[0];
    toy->page.url = toy_file_url("fa/guides/drip.html", fa);
    toy->page.words = 1234;
    toy->page.ratio = 0.25;
    toy->page.time = 5400;
    toy->page.state = 1;
    toy->page.original = &toy->english;
    toy->page.image = &toy->image;
    toy->page.updated = (Date){true, false, 12600, 1720729800};
    toy->page.body = (Markup){toy_write, body, 0, fa};
    toy->page.summary = (Markup){toy_write, "<i>کوتاه</i>", 0, fa};
    toy->page.head = (Markup){toy_write, "<meta name=\"x\">", 0, NULL};
    toy->page.translations = (List){&toy->pointers[2], 1};
    toy->page.tags = (List){&toy->pointers[3], 2};
    toy->page.authors = (List){&toy->pointers[5], 2};
    toy->page.pages = (List){&toy->pointers[7], 2};
    toy->page.paginator = &toy->paginator;
    toy->site = (ToySite){.title = toy_word("آب", fa),
                          .publisher = &toy->publisher,
                          .home = &toy->page,
                          .pages = toy->page.pages,
                          .menu = {&toy->pointers[1], 1}};
}

static inline void toy_read_messages(Toy *toy)
{
    static const char *const texts[] = {
        "skip: برو به متن\nnav: {main: فهرست, pages: صفحه\u200cها}\nlanguage: {missing: نیست}\n"
        "updated: به\u200cروز\nsection: {empty: خالی}\nprevious: پیش\nnext: پس\n"
        "published: {by: 'ناشر: {name}'}\npage: {of: 'صفحهٔ {n} از {total}'}\n"
        "more: 'بیشتر در {link} ببینید'\n",
        "skip: Skip\nnav: {main: Menu, pages: Pages}\nlanguage: {missing: missing}\n"
        "updated: Updated\nsection: {empty: Empty}\nprevious: Previous\nnext: Next\n"
        "published: {by: 'Published by {name}'}\npage: {of: 'Page {n} of {total}'}\n"
        "more: 'See {link} for more'\n"};
    toy->messages = messages_new(&toy_arena, toy_languages);
    for (int i = 0; i < 2; i++) {
        const Source *source =
            source_new(&toy_arena, SLICE("messages.yaml"), slice_of_string(texts[i]));
        Value *tree = ARENA_NEW(&toy_arena, Value);
        if (!yaml_read_file(&toy_arena, source, &YAML_SETTINGS, &toy->report, tree))
            fail_msg("messages: not YAML");
        messages_add(toy->messages, &toy_languages->items[i], tree, &toy->report);
    }
    messages_check(toy->messages, &toy->report);
}

static inline void toy_init_host(Toy *toy)
{
    toy->host = (TemplateHost){.context = toy,
                               .site = &toy_site,
                               .page = &toy_page,
                               .records = toy_records,
                               .record_count = COUNT(toy_records),
                               .languages = toy_languages,
                               .messages = toy->messages,
                               .zone = toy_zone,
                               .find_asset = toy_find_asset,
                               .find_asset_text = toy_find_asset_text,
                               .find_literal = toy_find_literal,
                               .resolve = toy_resolve,
                               .language_of = toy_language_of};
}

/* Compiles the files; each call is a site of its own. */
static inline Toy *toy_compile(const ToyFile *files, size_t count)
{
    Toy *toy = ARENA_NEW(&toy_arena, Toy);
    report_init(&toy->report, &toy_arena, NULL);
    toy_fill(toy);
    toy_read_messages(toy);
    toy_init_host(toy);
    toy->set = template_set_new(&toy_arena, &toy->host, &toy->report);
    for (size_t i = 0; i < count; i++) {
        Slice folder;
        Slice name;
        slice_cut(slice_of_string(files[i].name), '/', &folder, &name);
        Slice path = slice_print(&toy_arena, "templates/%s.html", files[i].name);
        const Source *source = source_new(&toy_arena, path, slice_of_string(files[i].text));
        if (slice_equal(folder, SLICE("pages")))
            template_add_page(toy->set, name, source);
        else
            template_add_component(toy->set, name, source);
    }
    template_compile(toy->set);
    buffer_init(&toy->out, &toy_arena, RUN_MAX_OUTPUT_SIZE);
    toy->run = (Run){.set = toy->set,
                     .scratch = &toy_arena,
                     .out = &toy->out,
                     .context = toy,
                     .path = SLICE("fa/guides/drip.html"),
                     .site = &toy->site,
                     .page = &toy->page,
                     .page_language = &toy_languages->items[0],
                     .report = &toy->report};
    run_init(&toy->run);
    return toy;
}

/* What a piece of a template cannot help: it is no whole page. */
static inline bool toy_is_about_page(const ReportEntry *entry)
{
    Slice code = diagnostic_name(entry->code);
    return slice_equal(code, SLICE("template/head")) ||
           slice_equal(code, SLICE("template/publisher")) ||
           slice_equal(code, SLICE("template/default-page")) ||
           slice_equal(code, SLICE("template/literal-text"));
}

static inline void toy_add_fault(Buffer *out, const ReportEntry *entry)
{
    buffer_print(out, "%u:%u %.*s", entry->from.line, entry->from.column,
                 SLICE_FORMAT(diagnostic_name(entry->code)));
    for (int i = 0; i < REPORT_MAX_WORDS && entry->words[i].size > 0; i++)
        buffer_print(out, " [%.*s]", SLICE_FORMAT(entry->words[i]));
    if (entry->suggestion.size > 0)
        buffer_print(out, " → %.*s", SLICE_FORMAT(entry->suggestion));
    buffer_add(out, SLICE("; "));
}

/* The diagnostics, first one first: "line:column code [word] … → suggestion; ". */
static inline Slice toy_faults(const Toy *toy, bool of_page)
{
    Buffer out;
    buffer_init(&out, &toy_arena, 65536);
    const ReportEntry *last = NULL;
    while (last != toy->report.newest) {
        const ReportEntry *entry = toy->report.newest;
        while (entry->next != last)
            entry = entry->next;
        if (of_page || !toy_is_about_page(entry))
            toy_add_fault(&out, entry);
        last = entry;
    }
    return buffer_slice(&out);
}

/* What the template of guides writes when it is only this piece; its faults, if there are any. */
static inline Slice toy_write_piece(const char *piece, const char *component)
{
    ToyFile files[] = {{"pages/guide", piece},
                       {"components/x", component != NULL ? component : "<t-component/>"}};
    Toy *toy = toy_compile(files, 2);
    Slice faults = toy_faults(toy, false);
    if (faults.size > 0)
        return faults;
    run_page(&toy->run, template_find_page(toy->set, SLICE("guide")));
    faults = toy_faults(toy, false);
    return faults.size > 0 ? faults : buffer_slice(&toy->out);
}

#endif
