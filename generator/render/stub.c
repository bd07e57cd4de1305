/* A small page that refreshes to the new address and says so in words; both references are
 * relative. */
#include "render/stub.h"

#include "markup/html.h"
#include "model/interface.h"
#include "render/headers.h"
#include "render/sitemap.h"

void stub_write(const Site *site, const Redirect *redirect, Buffer *out)
{
    const Page *page = redirect->target;
    const Language *language = page->origin.language;
    Buffer address, text;
    buffer_init(&address, out->arena, 4096);
    buffer_init(&text, out->arena, MESSAGE_MAX_SIZE);
    url_add(&address, &page->links.url, redirect->path);
    interface_write(site, language, INTERFACE_REDIRECT_TEXT, NULL, &text);
    buffer_add(out, SLICE("<!DOCTYPE html>\n<html"));
    html_attribute(out, SLICE("lang"), language->tag);
    html_attribute(out, SLICE("dir"), direction_word(language->direction));
    buffer_add(out, SLICE("><head><meta charset=\"utf-8\"><title>"));
    html_escape(out, page_title(page));
    buffer_add(out, SLICE("</title><meta name=\"robots\" content=\"noindex\">"
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                          "'none'; base-uri 'none'; form-action 'none'\">"
                          "<meta name=\"referrer\" content=\"no-referrer\">"
                          "<meta name=\"color-scheme\" content=\"light dark\">"
                          "<meta name=\"viewport\" content=\"width=device-width\">"
                          "<meta http-equiv=\"refresh\" content=\"0; url="));
    html_escape_value(out, buffer_slice(&address));
    buffer_add(out, SLICE("\"></head><body><p>"));
    html_escape(out, buffer_slice(&text));
    buffer_add(out, SLICE(" <a"));
    html_attribute(out, SLICE("href"), buffer_slice(&address));
    buffer_add(out, SLICE(">"));
    html_escape(out, page_title(page));
    buffer_add(out, SLICE("</a></p></body></html>\n"));
}

static void index_files(const Site *site, Table *files)
{
    for (size_t i = 0; i < site->page_count; i++) {
        if (!site->pages[i]->is_held)
            table_add(files, site->pages[i]->links.output_path, files);
    }
    for (size_t i = 0; i < site->redirect_count; i++) {
        if (site->redirects[i].is_ascii) // the others have no file
            table_add(files, site->redirects[i].path, files);
    }
    for (size_t i = 0; i < site->feed_count; i++) {
        table_add(files, site->feeds[i].atom.path, files);
        table_add(files, site->feeds[i].json.path, files);
    }
    for (size_t i = 0; i < site->written_files.count; i++) {
        const ImageFile *file = site->written_files.items[i];
        table_add(files, file->url.path, files);
    }
    sitemap_list(site, files);
    headers_list(files);
    table_add(files, SLICE(MANIFEST_NAME), files);
}

/* "/fa/water.html/" wants a folder where the disk has a file. */
static void check_folders(Site *site, const Table *files, const Redirect *redirect)
{
    Slice folder = redirect->path;
    size_t slash;
    while (slice_find_last_byte(folder, '/', &slash)) {
        folder = slice_to(folder, slash);
        if (!table_find(files, folder))
            continue;
        report_add(&site->output_report,
                   &(Diagnostic){.code = DIAGNOSTIC_ALIAS_LIVE,
                                 .span = page_span(redirect->target, redirect->alias),
                                 .words = {redirect->alias->text, folder}});
        return;
    }
}

void stub_check(Site *site)
{
    Table files;
    table_init(&files, &site->bytes);
    if (site->redirect_count > 0)
        index_files(site, &files);
    for (size_t i = 0; i < site->redirect_count; i++) {
        if (site->redirects[i].is_ascii)
            check_folders(site, &files, &site->redirects[i]);
    }
}
