/* Runs discover, parse, shape, link and render in order. Parse and shape share one task, because
 * the page is hot in the cache between them. A broken page or template does not stop the others
 * before a gate: one run shows all faults. */
#include "build.h"

#include "base/cache.h"
#include "discover/discover.h"
#include "link/link.h"
#include "parse/parse.h"
#include "render/render.h"
#include "shape/shape.h"

#define DUMP_MAX_SIZE (16 * 1024 * 1024)
#define PAGE_ROOM (32 * 1024) /* bytes that nearly every page gets by on */

static const Slice stage_names[BUILD_STAGE_COUNT] = {
    SLICE_INIT("discover"), SLICE_INIT("shared"), SLICE_INIT("read"),
    SLICE_INIT("link"),     SLICE_INIT("render"), SLICE_INIT("site"),
};

typedef struct Build {
    Site *site;
    BuildObserver *observer;
    BuildSink *sink;
} Build;

Slice build_stage_name(BuildStage stage)
{
    return stage_names[stage];
}

static void begin(const Build *build, BuildStage stage, size_t page_count)
{
    build->observer->begin(build->observer, stage, page_count);
}

static bool is_dumped(const Page *page, Slice stage)
{
    const BuildOptions *options = &page->site->options;
    return slice_equal(options->dump_stage, stage) &&
           slice_equal(options->dump_path, page->origin.source_path);
}

/* The tree of the page that is asked for, at the border behind a stage; golden tests hang on this.
 */
static void dump_tree(Page *page, Slice stage)
{
    if (is_dumped(page, stage) && page->text.document)
        node_dump(page->text.document, &page->site->dump);
}

static void dump_links(const Page *page, Buffer *out)
{
    buffer_print(out, "%.*s\n", SLICE_FORMAT(page->links.output_path));
    const Document *document = page->text.document;
    for (size_t i = 0; document && i < document->reference_count; i++) {
        const Url *url = &page->links.targets[i].url;
        buffer_print(out, "%.*s -> %.*s#%.*s\n", SLICE_FORMAT(document->references[i].address),
                     SLICE_FORMAT(url->path), SLICE_FORMAT(url->fragment));
    }
}

static void dump_linked(Site *site)
{
    for (size_t i = 0; i < site->source_count; i++) {
        if (is_dumped(site->pages[i], SLICE("link")))
            dump_links(site->pages[i], &site->dump);
    }
}

static void read_one(Worker *worker, size_t i, void *shared)
{
    const Build *build = shared;
    Page *page = build->site->pages[i];
    Arena *store = &build->site->sources[worker->number].arena;
    arena_open_within(&page->arena, store, PAGE_ROOM);
    parse_page(page, &worker->scratch);
    dump_tree(page, SLICE("parse"));
    shape_page(page, &worker->scratch);
    dump_tree(page, SLICE("shape"));
    arena_settle(&page->arena, store);
    page->memory = arena_newest(&page->arena); // the arena may grow by what render reports
    build->observer->advance(build->observer);
}

static void hand_over(const Build *build, Worker *worker, Page *page)
{
    if (page->output.size > 0 && build->sink)
        build->sink->take(build->sink, worker, page);
    page->output.html = (Slice){0};
}

static Page *other_page(const Page *page, List pages, size_t i)
{
    return page->site->pages[page_in(pages, i)->origin.position];
}

/* What a page shows of those it leads to. */
static void prefetch_related(const Page *page)
{
    for (size_t i = 0; i < page->links.related.count; i++) {
        const Page *other = page_in(page->links.related, i);
        cache_prefetch(&other->text.front.title, sizeof(Text));
        cache_prefetch(&other->links, offsetof(PageLinks, section));
    }
}

/* By the time a page is written, what was read of it has long left the caches. The one after the
 * next is fetched while this one is written, and then what it points to. */
static void prefetch_pages(const Site *site, size_t i)
{
    if (i + 2 < site->page_count)
        cache_prefetch(site->pages[i + 2], sizeof(Page));
    if (i + 1 < site->page_count) {
        cache_prefetch(site->pages[i + 1]->memory.at, site->pages[i + 1]->memory.size);
        prefetch_related(site->pages[i + 1]);
    }
}

/* Rendering and taking share one task as well, and the memory of the page serves the next. */
static void render_one(Worker *worker, size_t i, void *shared)
{
    const Build *build = shared;
    Page *page = build->site->pages[i];
    prefetch_pages(build->site, i);
    if (!page->links.fallback_of) { // it is written with its original
        render_page(page, worker);
        hand_over(build, worker, page);
        for (size_t k = 0; k < page->links.fallbacks.count; k++)
            hand_over(build, worker, other_page(page, page->links.fallbacks, k));
    }
    build->observer->advance(build->observer);
}

static void init_reports(Site *site)
{
    ReportPolicy *policy = &site->settings.policy;
    report_policy_init(policy);
    policy->is_strict = site->options.is_strict;
    report_init(&site->report, &site->arena, policy);
    report_init(&site->link_report, &site->arena, policy);
    report_init(&site->output_report, &site->arena, policy);
}

bool build_site(Site *site, Workers *workers, BuildObserver *observer, BuildSink *sink)
{
    Build build = {site, observer, sink};
    init_reports(site);
    buffer_init(&site->dump, &site->bytes, DUMP_MAX_SIZE);
    parse_setup();
    begin(&build, BUILD_DISCOVER, 0);
    if (!discover_site(site, workers))
        return false;
    begin(&build, BUILD_SHARED, 0);
    parse_shared(site);
    begin(&build, BUILD_READ, site->source_count);
    workers_each(workers, site->source_count, read_one, &build);
    begin(&build, BUILD_LINK, 0);
    link_site(site, workers);
    dump_linked(site);
    if (site_has_errors(site))
        return false; // nothing has been written
    render_setup(site);
    if (sink)
        sink->open(sink, site, workers);
    begin(&build, BUILD_RENDER, site->page_count);
    workers_each(workers, site->page_count, render_one, &build);
    begin(&build, BUILD_SITE, 0);
    render_site(site, workers);
    return !site_has_errors(site);
}

bool build_read_settings(Site *site, Workers *workers)
{
    init_reports(site);
    return discover_site(site, workers);
}

static void close_page(Worker *worker, size_t i, void *shared)
{
    const Site *site = shared;
    Page *page = site->pages[i];
    (void) worker;
    arena_close(&page->arena);
    arena_close(&page->bytes);
}

static void close_row(Worker *worker, size_t i, void *shared)
{
    Site *site = shared;
    (void) worker;
    arena_close(&site->task_links[i].arena);
    arena_close(&site->sources[i].arena);
}

/* The system takes about as long to take memory back as it took to find it. */
void build_close(Site *site, Workers *workers)
{
    workers_each(workers, site->page_count, close_page, site);
    workers_each(workers, WORKERS_MAX, close_row, site);
    for (size_t i = 0; i < site->feed_count; i++)
        arena_close(&site->feeds[i].bytes);
    languages_close(site->settings.languages);
    arena_close(&site->bytes);
    arena_close(&site->links);
    arena_close(&site->arena);
}

size_t build_reports(const Site *site, Arena *arena, const Report ***ret_reports)
{
    const Report **reports = ARENA_ARRAY(arena, const Report *, site->page_count + 3);
    size_t count = 0;
    reports[count++] = &site->report;
    reports[count++] = &site->link_report;
    reports[count++] = &site->output_report;
    for (size_t i = 0; i < site->page_count; i++)
        reports[count++] = &site->pages[i]->report;
    *ret_reports = reports;
    return count;
}
