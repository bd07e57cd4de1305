/* Fifth stage of the pipeline: a page is its template run over the records of the page and the
 * site. */
#include "render/render.h"

#include "markup/html.h"
#include "render/body.h"
#include "render/budget.h"
#include "render/feed.h"
#include "render/head.h"
#include "render/headers.h"
#include "render/sitemap.h"
#include "render/stub.h"

#define SITE_FILE_MAX_SIZE (64 * 1024 * 1024)

/* The writers of Markup get the context of the run; it knows the run that is under way. */
typedef struct PageWriter {
    ViewContext view; /* first: the context of getters is a ViewContext */
    Run run;
} PageWriter;

static BodyWriter body_writer(PageWriter *writer, const Page *owner, const Document *document,
                              const Language *language)
{
    return (BodyWriter){
        .run = &writer->run,
        .site = writer->view.site,
        .page = writer->view.page,
        .owner = owner,
        .document = document,
        .language = language,
    };
}

/* Markup may land in the page or, for a filter such as `plain`, aside. */
static void write_aside(PageWriter *writer, Buffer *out, BodyWriter *body, const NodeId *inlines)
{
    Buffer *saved = writer->run.out;
    writer->run.out = out;
    if (inlines)
        body_write_inlines(body, *inlines);
    else
        body_write(body);
    writer->run.out = saved;
}

static void write_body(const Markup *markup, void *context, Buffer *out)
{
    PageWriter *writer = context;
    const Page *page = markup->subject;
    if (!page->text.document)
        return; // a page that nobody wrote has no text
    BodyWriter body = body_writer(writer, page, page->text.document, markup->language);
    write_aside(writer, out, &body, NULL);
}

static void write_inline(const Markup *markup, void *context, Buffer *out)
{
    PageWriter *writer = context;
    BodyWriter body = body_writer(writer, writer->view.page, markup->subject, markup->language);
    body.has_no_links = true;
    write_aside(writer, out, &body, &markup->node);
}

static void write_head(const Markup *markup, void *context, Buffer *out)
{
    PageWriter *writer = context;
    head_write(writer->view.site, markup->subject, out);
}

static void prepare(PageWriter *writer, Page *page, Worker *worker, Buffer *out)
{
    const Site *site = page->site;
    *writer = (PageWriter){
        .view = {.site = site,
                 .page = page,
                 .row = page->origin.language->number,
                 .scratch = &worker->scratch,
                 .write_body = write_body,
                 .write_head = write_head,
                 .write_inline = write_inline},
    };
    writer->run = (Run){
        .set = site->template_set,
        .scratch = &worker->scratch,
        .out = out,
        .context = writer,
        .path = page->links.output_path,
        .base = site->settings.base,
        .root =
            page->origin.type == PAGE_NOT_FOUND ? url_base_path(site->settings.base) : (Slice){0},
        .worker = worker->number,
        .site = site,
        .page = page,
        .page_language = page->origin.language,
        .report = &page->report,
    };
    if (page->text.source)
        writer->run.span = span_whole(page->text.source);
    run_init(&writer->run);
}

/* The text of the page for feeds: on its own, so that it knows its language and no address is
 * relative. */
static void write_entry(Page *page, Worker *worker, Buffer *out)
{
    const Language *language = page->links.content_language;
    PageWriter writer;
    prepare(&writer, page, worker, out);
    writer.run.path = (Slice){0};
    writer.run.root = page->site->settings.base;
    html_open_tag(out, SLICE("div"));
    html_attribute(out, SLICE("lang"), language->tag);
    html_attribute(out, SLICE("dir"), direction_word(language->direction));
    html_close_tag(out);
    BodyWriter body = body_writer(&writer, page, page->text.document, language);
    body_write(&body);
    html_end(out, SLICE("div"));
}

static bool needs_entry(const Page *page)
{
    return page->links.is_in_feed && page->site->settings.feeds_are_full && page->text.document;
}

/* What feeds want of a page is written while its tree is at hand. */
static void keep_entry(Page *page, Worker *worker)
{
    Buffer entry;
    buffer_init(&entry, &worker->scratch, RUN_MAX_OUTPUT_SIZE);
    write_entry(page, worker, &entry);
    arena_open(&page->bytes, entry.size);
    page->output.entry = slice_copy(&page->bytes, buffer_slice(&entry));
}

static bool write_page(Page *page, Worker *worker)
{
    const Component *component = page->site->plan->pages[page->origin.type];
    Buffer out;
    if (!component)
        return false;
    buffer_init(&out, &worker->scratch, RUN_MAX_OUTPUT_SIZE);
    buffer_reserve(&out, 32 * 1024);
    PageWriter writer;
    prepare(&writer, page, worker, &out);
    if (!run_page(&writer.run, component))
        return false;
    page->output.html = buffer_slice(&out);
    page->output.size = out.size;
    if (needs_entry(page))
        keep_entry(page, worker);
    budget_check(page);
    return true;
}

void render_page(Page *page, Worker *worker)
{
    bool is_of_other = page->links.fallback_of != NULL; // it is written with its original
    if (page->is_broken || page->is_held || is_of_other || !write_page(page, worker))
        return;
    for (size_t i = 0; i < page->links.fallbacks.count; i++) {
        const Page *fallback = page_in(page->links.fallbacks, i);
        write_page(page->site->pages[fallback->origin.position], worker);
    }
}

static void add_redirects(Site *site)
{
    for (size_t i = 0; i < site->redirect_count; i++) {
        const Redirect *redirect = &site->redirects[i];
        if (!redirect->is_ascii)
            continue;
        Buffer out;
        buffer_init(&out, &site->bytes, SITE_FILE_MAX_SIZE);
        stub_write(site, redirect, &out);
        site_add_file(site, redirect->path, buffer_slice(&out));
    }
}

static void write_feed(Worker *worker, size_t i, void *shared)
{
    Site *site = shared;
    Feed *feed = &site->feeds[i];
    Buffer atom, json;
    buffer_init(&atom, &worker->scratch, SITE_FILE_MAX_SIZE);
    buffer_init(&json, &worker->scratch, SITE_FILE_MAX_SIZE);
    feed_write_atom(site, feed, &atom);
    feed_write_json(site, feed, &json);
    feed->is_too_large = atom.overflowed || json.overflowed;
    arena_open(&feed->bytes, atom.size + json.size);
    feed->atom_bytes = slice_copy(&feed->bytes, buffer_slice(&atom));
    feed->json_bytes = slice_copy(&feed->bytes, buffer_slice(&json));
}

static void add_feeds(Site *site, Workers *workers)
{
    workers_each(workers, site->feed_count, write_feed, site);
    for (size_t i = 0; i < site->feed_count; i++) {
        const Feed *feed = &site->feeds[i];
        if (feed->is_too_large)
            report_add(&site->output_report, &(Diagnostic){.code = DIAGNOSTIC_RENDER_SIZE,
                                                           .path = feed->atom.path,
                                                           .words = {SLICE("64 MiB")}});
        site_add_file(site, feed->atom.path, feed->atom_bytes);
        site_add_file(site, feed->json.path, feed->json_bytes);
    }
}

void render_site(Site *site, Workers *workers)
{
    add_redirects(site);
    add_feeds(site, workers);
    sitemap_add(site, (SitemapLimits){SITEMAP_MAX_COUNT, SITEMAP_MAX_SIZE}, workers);
    headers_add(site);
}
