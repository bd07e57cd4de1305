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

typedef struct SitemapFile {
    Slice path;
    Slice bytes;
    Date changed; /* the newest change in it */
} SitemapFile;

/* The files of one language. */
typedef struct SitemapFiles {
    SitemapFile *items;
    size_t count;
    size_t capacity;
} SitemapFiles;

typedef struct SitemapWriter {
    const Site *site;
    SitemapLimits limits;
    const Language *language;
    Arena *arena; /* of what is finished */
    Arena *scratch;
    SitemapFiles *files; /* finished */
    Buffer file;
    size_t count; /* of pages in the file */
    Date changed;
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

static Slice absolute(const Site *site, Arena *scratch, const Url *url)
{
    Buffer address;
    buffer_init(&address, scratch, 4096);
    url_add_absolute(&address, url, site->settings.base);
    return buffer_slice(&address);
}

static void add_place(Buffer *out, Slice address, Date changed)
{
    html_text(out, SLICE("loc"), address);
    if (!changed.is_set)
        return;
    buffer_add(out, SLICE("<lastmod>"));
    date_write_iso(changed, out);
    buffer_add(out, SLICE("</lastmod>"));
}

static void add_alternates(SitemapWriter *writer, const Page *page)
{
    Alternate *alternates;
    size_t count = alternate_list(page, writer->scratch, &alternates);
    for (size_t i = 0; i < count; i++) {
        html_open_tag(&writer->file, SLICE("xhtml:link"));
        html_attribute(&writer->file, SLICE("rel"), SLICE("alternate"));
        html_attribute(&writer->file, SLICE("hreflang"), alternates[i].hreflang);
        html_attribute(&writer->file, SLICE("href"),
                       absolute(writer->site, writer->scratch, &alternates[i].page->links.url));
        html_close_empty(&writer->file);
    }
}

static void add_page(SitemapWriter *writer, const Page *page, Date changed)
{
    ArenaMark mark = arena_mark(writer->scratch);
    buffer_add(&writer->file, SLICE("<url>"));
    add_place(&writer->file, absolute(writer->site, writer->scratch, &page->links.url), changed);
    add_alternates(writer, page);
    buffer_add(&writer->file, SLICE("</url>\n"));
    arena_rewind(writer->scratch, mark);
}

static void begin_file(SitemapWriter *writer)
{
    buffer_clear(&writer->file);
    buffer_add(&writer->file, SLICE(DECLARATION "<urlset xmlns=\"" NAMESPACE "\" "
                                                "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"));
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
    SitemapFiles *files = writer->files;
    if (writer->count == 0)
        return;
    buffer_add(&writer->file, url_set_end);
    files->items = arena_grow(writer->arena, files->items, sizeof *files->items, files->count,
                              &files->capacity);
    files->items[files->count] = (SitemapFile){
        .path = file_path(writer->arena, writer->language, files->count + 1),
        .bytes = slice_copy(writer->arena, buffer_slice(&writer->file)),
        .changed = writer->changed,
    };
    files->count++;
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

typedef struct SitemapMaking {
    Site *site;
    SitemapLimits limits;
    SitemapFiles *files; /* per language */
} SitemapMaking;

static void write_language(Worker *worker, size_t row, void *shared)
{
    const SitemapMaking *making = shared;
    Site *site = making->site;
    Arena text = {0}; // a growing text must be the last in its arena
    SitemapWriter writer = {
        .site = site,
        .limits = making->limits,
        .language = &site->settings.languages->items[row],
        .arena = site_task_links(site, worker),
        .scratch = &worker->scratch,
        .files = &making->files[row],
    };
    buffer_init(&writer.file, &text, 2 * SITEMAP_MAX_SIZE);
    begin_file(&writer);
    for (size_t i = 0; i < site->page_count; i++) {
        const Page *page = site->pages[i];
        if (page->origin.language == writer.language && page->links.is_listed)
            place_page(&writer, page);
    }
    end_file(&writer);
    arena_close(&text);
}

static void add_files(Site *site, const SitemapFiles *files, Buffer *index)
{
    for (size_t i = 0; i < files->count; i++) {
        const SitemapFile *file = &files->items[i];
        const Url url = {.kind = URL_FILE, .path = file->path};
        buffer_add(index, SLICE("<sitemap>"));
        add_place(index, absolute(site, &site->bytes, &url), file->changed);
        buffer_add(index, SLICE("</sitemap>\n"));
        site_add_file(site, file->path, file->bytes);
    }
}

static void add_robots(Site *site)
{
    Slice text =
        slice_print(&site->bytes, "User-agent: *\nAllow: /\n\nSitemap: %.*s" INDEX_NAME "\n",
                    SLICE_FORMAT(site->settings.base));
    site_add_file(site, SLICE(ROBOTS_NAME), text);
}

void sitemap_add(Site *site, SitemapLimits limits, Workers *workers)
{
    const size_t languages = site_language_count(site);
    if (site->settings.base.size == 0)
        return;
    SitemapMaking making = {site, limits, ARENA_ARRAY(&site->bytes, SitemapFiles, languages)};
    workers_each(workers, languages, write_language, &making);
    Buffer index;
    buffer_init(&index, &site->bytes, SITEMAP_MAX_SIZE);
    buffer_add(&index, SLICE(DECLARATION "<sitemapindex xmlns=\"" NAMESPACE "\">\n"));
    for (size_t row = 0; row < languages; row++)
        add_files(site, &making.files[row], &index);
    buffer_add(&index, SLICE("</sitemapindex>\n"));
    site_add_file(site, SLICE(INDEX_NAME), buffer_slice(&index));
    add_robots(site);
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
