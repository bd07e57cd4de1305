/* A template file over a model of three fields: as a page, and as a component that a page calls.
 * What compiles without an error is run, and nobody is hurt. */
#include "markup/xml.h"
#include "template/run.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct Leaf {
    Text title;
    int64_t words;
    Url url;
    List pages;
} Leaf;

static const Record page_record;
static const Type page_type = {.kind = TYPE_RECORD, .record = &page_record};
static const RecordField page_fields[] = {
    {SLICE_INIT("title"), {.kind = TYPE_TEXT, .is_optional = true}, offsetof(Leaf, title), NULL, 0},
    {SLICE_INIT("words"), {.kind = TYPE_INT}, offsetof(Leaf, words), NULL, 0},
    {SLICE_INIT("url"), {.kind = TYPE_URL}, offsetof(Leaf, url), NULL, 0},
    {SLICE_INIT("pages"), {.kind = TYPE_LIST, .item = &page_type}, offsetof(Leaf, pages), NULL, 0},
};
static const Record page_record = {SLICE_INIT("page"), page_fields, 4, NULL};

static const Record *const records[] = {&page_record};

static void run_all(Arena *arena, const TemplateSet *set, Report *report)
{
    Language language = {.kind = LANGUAGE_FOREIGN, .direction = DIRECTION_RTL};
    Leaf leaf = {.title = {SLICE("آب <&>"), NULL}, .words = 3};
    const void *items[] = {&leaf, &leaf};
    leaf.url = (Url){.kind = URL_FILE, .path = SLICE("fa/a.html")};
    leaf.pages = (List){items, 2};
    Buffer out;
    buffer_init(&out, arena, 1 << 16);
    Run run = {.set = set,
               .scratch = arena,
               .out = &out,
               .path = SLICE("fa/b.html"),
               .site = &leaf,
               .page = &leaf,
               .page_language = &language,
               .report = report};
    run_init(&run);
    run_page(&run, template_find_page(set, SLICE("default")));
}

/* What needs tools of a language is not run: opening them for each input would take too long. */
static bool needs_tools(Slice text)
{
    static const Slice words[] = {SLICE_INIT("number"), SLICE_INIT("percent"), SLICE_INIT("bytes"),
                                  SLICE_INIT("sort"),   SLICE_INIT("words"),   SLICE_INIT("count"),
                                  SLICE_INIT("0"),      SLICE_INIT("1"),       SLICE_INIT("2"),
                                  SLICE_INIT("3"),      SLICE_INIT("4"),       SLICE_INIT("5"),
                                  SLICE_INIT("6"),      SLICE_INIT("7"),       SLICE_INIT("8"),
                                  SLICE_INIT("9"),      SLICE_INIT("date"),    SLICE_INIT(", ")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (slice_contains(text, words[i]))
            return true;
    }
    return false;
}

/* True when all that is wrong is what a page of three fields cannot have. */
static bool can_run(const Report *report)
{
    for (const ReportEntry *entry = report->newest; entry != NULL; entry = entry->next) {
        bool is_about_page =
            entry->code == DIAGNOSTIC_TEMPLATE_HEAD || entry->code == DIAGNOSTIC_TEMPLATE_PUBLISHER;
        if (entry->severity == SEVERITY_ERROR && !is_about_page)
            return false;
    }
    return true;
}

/* One set: the bytes as the page, or as a component that a page calls. */
static void compile(Slice text, bool as_component)
{
    Arena arena = {0};
    Report report;
    xml_prepare();
    report_init(&report, &arena, NULL);
    TemplateHost host = {
        .site = &page_record, .page = &page_record, .records = records, .record_count = 1};
    TemplateSet *set = template_set_new(&arena, &host, &report);
    const Source *source = source_new(&arena, SLICE("x.html"), text);
    const Source *caller = source_new(&arena, SLICE("y.html"), SLICE("<t-x>{page.url}</t-x>"));
    if (source_check(source, &report)) {
        size_t before = report.error_count;
        if (as_component)
            template_add_component(set, SLICE("x"), source);
        template_add_page(set, SLICE("default"), as_component ? caller : source);
        template_compile(set);
        const Component *page = template_find_page(set, SLICE("default"));
        if (page == NULL || report.error_count == before)
            abort(); // nothing of this shows a publisher, so there is a fault
        if (!needs_tools(text) && can_run(&report))
            run_all(&arena, set, &report);
    }
    arena_close(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Slice text = {(const char *) data, size};
    compile(text, false);
    compile(text, true);
    return 0;
}
