/* Pages by language, each with its versions and the day it last changed. */
#include "render/sitemap.h"

#include "markup/html.h"
#include "render/alternate.h"
#include "text/date.h"

#define INDEX_NAME "sitemap.xml"
#define ROBOTS_NAME "robots.txt"
#define NAMESPACE "http://www.sitemaps.org/schemas/sitemap/0.9"
#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static const Slice url_set_end = SLICE_INIT("</urlset>\n");

typedef struct SitemapWriter {
    Site *site;
    SitemapLimits limits;
    Buffer address; /* of one page */
    Buffer index;
    const Language *language;
    size_t number; /* of the file within its language, from 1 */
    Buffer file;
    size_t count;
    Date changed; /* the newest change in the file */
} SitemapWriter;

static Date later(Date a, Date b)
{
    return !a.is_set || (b.is_set && b.seconds > a.seconds) ? b : a;
}

/* A list is as new as what stands in it. */
static Date list_changed(const Page *page)
{
    Date newest = page_changed(page);
    for (size_t i = 0; i < page->links.all.count; i++)
        newest = later(newest, page_changed(page_in(page->links.all, i)));
    return newest;
}

static Slice absolute(SitemapWriter *writer, const Url *url)
{
    buffer_clear(&writer->address);
    url_add_absolute(&writer->address, url, writer->site->settings.base);
    return buffer_slice(&writer->address);
}

static void add_place(SitemapWriter *writer, Buffer *out, const Url *url, Date changed)
{
    html_text(out, SLICE("loc"), absolute(writer, url));
    if (!changed.is_set)
        return;
    buffer_add(out, SLICE("<lastmod>"));
    date_write_iso(changed, out);
    buffer_add(out, SLICE("</lastmod>"));
}

static void add_alternates(SitemapWriter *writer, const Page *page)
{
    ArenaMark mark = arena_mark(&writer->site->bytes);
    Alternate *alternates;
    size_t count = alternate_list(page, &writer->site->bytes, &alternates);
    for (size_t i = 0; i < count; i++) {
        html_open_tag(&writer->file, SLICE("xhtml:link"));
        html_attribute(&writer->file, SLICE("rel"), SLICE("alternate"));
        html_attribute(&writer->file, SLICE("hreflang"), alternates[i].hreflang);
        html_attribute(&writer->file, SLICE("href"),
                       absolute(writer, &alternates[i].page->links.url));
        html_close_empty(&writer->file);
    }
    arena_rewind(&writer->site->bytes, mark);
}

static void add_page(SitemapWriter *writer, const Page *page, Date changed)
{
    buffer_add(&writer->file, SLICE("<url>"));
    add_place(writer, &writer->file, &page->links.url, changed);
    add_alternates(writer, page);
    buffer_add(&writer->file, SLICE("</url>\n"));
}

static void begin_file(SitemapWriter *writer)
{
    buffer_clear(&writer->file);
    buffer_add(&writer->file, SLICE(DECLARATION "<urlset xmlns=\"" NAMESPACE "\" "
                                                "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"));
    writer->number++;
    writer->count = 0;
    writer->changed = (Date){0};
}

/* "fa/sitemap.xml", "fa/sitemap-2.xml". */
static Slice file_path(Arena *arena, const Language *language, size_t number)
{
    Slice folder = language->folder;
    if (number == 1)
        return slice_print(arena, "%.*s/sitemap.xml", SLICE_FORMAT(folder));
    return slice_print(arena, "%.*s/sitemap-%zu.xml", SLICE_FORMAT(folder), number);
}

static void end_file(SitemapWriter *writer)
{
    if (writer->count == 0)
        return;
    buffer_add(&writer->file, url_set_end);
    Slice path = file_path(&writer->site->bytes, writer->language, writer->number);
    const Url url = {.kind = URL_FILE, .path = path};
    buffer_add(&writer->index, SLICE("<sitemap>"));
    add_place(writer, &writer->index, &url, writer->changed);
    buffer_add(&writer->index, SLICE("</sitemap>\n"));
    site_add_file(writer->site, url.path,
                  slice_copy(&writer->site->bytes, buffer_slice(&writer->file)));
}

static bool is_full(const SitemapWriter *writer)
{
    return writer->count == writer->limits.count ||
           writer->file.size + url_set_end.size > writer->limits.size;
}

/* What does not fit begins the next file. */
static void place_page(SitemapWriter *writer, const Page *page)
{
    Date changed = list_changed(page);
    size_t size = writer->file.size;
    if (writer->count < writer->limits.count)
        add_page(writer, page, changed);
    if (writer->count > 0 && is_full(writer)) {
        buffer_truncate(&writer->file, size);
        end_file(writer);
        begin_file(writer);
        add_page(writer, page, changed);
    }
    writer->count++;
    writer->changed = later(writer->changed, changed);
}

static void write_language(SitemapWriter *writer, const Language *language)
{
    const Site *site = writer->site;
    writer->language = language;
    writer->number = 0;
    begin_file(writer);
    for (size_t i = 0; i < site->page_count; i++) {
        const Page *page = site->pages[i];
        if (page->origin.language == language && page->links.is_listed)
            place_page(writer, page);
    }
    end_file(writer);
}

static void add_robots(Site *site)
{
    Slice text =
        slice_print(&site->bytes, "User-agent: *\nAllow: /\n\nSitemap: %.*s" INDEX_NAME "\n",
                    SLICE_FORMAT(site->settings.base));
    site_add_file(site, SLICE(ROBOTS_NAME), text);
}

void sitemap_add(Site *site, SitemapLimits limits)
{
    if (site->settings.base.size == 0)
        return;
    Arena files = {0}, index = {0}, address = {0}; // a growing text must be the last in its arena
    SitemapWriter writer = {.site = site, .limits = limits};
    buffer_init(&writer.file, &files, 2 * SITEMAP_MAX_SIZE);
    buffer_init(&writer.index, &index, SITEMAP_MAX_SIZE);
    buffer_init(&writer.address, &address, 4096);
    buffer_add(&writer.index, SLICE(DECLARATION "<sitemapindex xmlns=\"" NAMESPACE "\">\n"));
    for (size_t row = 0; row < site_language_count(site); row++)
        write_language(&writer, &site->settings.languages->items[row]);
    buffer_add(&writer.index, SLICE("</sitemapindex>\n"));
    site_add_file(site, SLICE(INDEX_NAME), slice_copy(&site->bytes, buffer_slice(&writer.index)));
    add_robots(site);
    arena_close(&files);
    arena_close(&index);
    arena_close(&address);
}

void sitemap_list(const Site *site, Table *paths)
{
    if (site->settings.base.size == 0)
        return;
    table_add(paths, SLICE(INDEX_NAME), paths);
    table_add(paths, SLICE(ROBOTS_NAME), paths);
    for (size_t row = 0; row < site_language_count(site); row++) {
        const Language *language = &site->settings.languages->items[row];
        for (size_t number = 1; number <= site->page_count / SITEMAP_MAX_COUNT + 1; number++)
            table_add(paths, file_path(paths->arena, language, number), paths);
    }
}
