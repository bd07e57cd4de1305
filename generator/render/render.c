/* Fifth stage of the pipeline: a page is its template run over the records of the page and the
 * site. */
#include "render/render.h"

#include "render/body.h"
#include "render/budget.h"
#include "render/head.h"
#include "render/stub.h"

#define SITE_FILE_MAX_SIZE (64 * 1024 * 1024)

/* The writers of Markup get the context of the run; it knows the run that is under way. */
typedef struct PageWriter {
    ViewContext view; /* first: the context of getters is a ViewContext */
    Run run;
} PageWriter;

static BodyWriter body_writer(PageWriter *writer, const Page *owner, const Document *document)
{
    return (BodyWriter){
        .run = &writer->run,
        .site = writer->view.site,
        .page = writer->view.page,
        .owner = owner,
        .document = document,
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
    BodyWriter body = body_writer(writer, page, page->text.document);
    write_aside(writer, out, &body, NULL);
}

static void write_inline(const Markup *markup, void *context, Buffer *out)
{
    PageWriter *writer = context;
    BodyWriter body = body_writer(writer, writer->view.page, markup->subject);
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
        .is_anywhere = page->origin.type == PAGE_NOT_FOUND,
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

void render_page(Page *page, Worker *worker)
{
    const Component *component = page->site->plan->pages[page->origin.type];
    if (page->is_broken || page->is_held || !component)
        return;
    Buffer out;
    buffer_init(&out, &worker->scratch, RUN_MAX_OUTPUT_SIZE);
    buffer_reserve(&out, 32 * 1024);
    PageWriter writer;
    prepare(&writer, page, worker, &out);
    if (!run_page(&writer.run, component))
        return;
    arena_open(&page->bytes, out.size);
    page->output.html = slice_copy(&page->bytes, buffer_slice(&out));
    budget_check(page);
    arena_close(&page->body);
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
        site->site_files[site->site_file_count++] = (SiteFile){redirect->path, buffer_slice(&out)};
    }
}

void render_site(Site *site)
{
    site->site_files = ARENA_ARRAY(&site->bytes, SiteFile, site->redirect_count);
    add_redirects(site);
}
