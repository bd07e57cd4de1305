/* A path for everything this build makes; two things on one path are an error that names both. */
#include "link/part.h"
#include "text/slug.h"

static bool is_numbered(Slice name)
{
    if (!slice_starts(name, SLICE("page-")))
        return false;
    int64_t number;
    return slice_to_int(slice_from(name, SLICE("page-").size), &number);
}

/* Names that qanat gives to pages it makes. */
static bool is_reserved(Slice name)
{
    static const Slice names[] = {SLICE_INIT("feed"), SLICE_INIT("a-z"), SLICE_INIT("404")};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (slice_equal(names[i], name))
            return true;
    }
    return is_numbered(name) || slice_starts(name, SLICE("a-z-"));
}

/* Where an address is typed; no source: the page is made. */
static Span address_span(const Page *page)
{
    const Given *slug = &page->text.front.slug;
    if (page->text.source && slug->text.size > 0)
        return page_span(page, slug);
    return page->text.source ? span_whole(page->text.source) : (Span){0};
}

static void check_name(Arena *arena, Page *page, Slice name)
{
    Span span = address_span(page);
    if (is_reserved(name)) {
        report_add(&page->report,
                   &(Diagnostic){.code = DIAGNOSTIC_RESERVED_NAME, .span = span, .words = {name}});
    } else if (!slug_is_valid(name)) {
        Slice proposal = slug_propose(arena, name);
        report_add(&page->report,
                   &(Diagnostic){.code = DIAGNOSTIC_FILE_NAME,
                                 .span = span,
                                 .words = {name, proposal.size > 0 ? proposal : SLICE("…")}});
    }
}

/* The path within the language, with the page's slug in the place of its file name. */
static Slice addressed_path(Arena *arena, Page *page)
{
    Slice path = page->origin.path, slug = page->text.front.slug.text;
    bool is_own = page->origin.is_made && !page->links.fallback_of;
    if (is_own || page->origin.is_index)
        return path;
    Slice name = url_file_name(path);
    if (page->text.source && !page->links.fallback_of)
        check_name(arena, page, slug.size > 0 ? slug : name);
    if (slug.size == 0)
        return path;
    return slice_print(arena, "%.*s%.*s", (int) (path.size - name.size), path.at,
                       SLICE_FORMAT(slug));
}

static Slice output_path(Arena *arena, Page *page)
{
    if (page->origin.type == PAGE_NOT_FOUND)
        return SLICE("404.html");
    if (page->origin.type == PAGE_LANGUAGES)
        return SLICE("index.html");
    const Slice parts[] = {page->origin.language->folder, SLICE("/"), addressed_path(arena, page),
                           SLICE(".html")};
    return slice_join(arena, parts, 4, SLICE(""));
}

static void take_path(Site *site, Page *page)
{
    if (table_add(&site->by_output, page->links.output_path, page))
        return;
    const Page *other = table_find(&site->by_output, page->links.output_path);
    Diagnostic fault = {
        .code = DIAGNOSTIC_ADDRESS_TWICE,
        .path = page_place(page),
        .words = {page->links.output_path, page_place(other)},
        .span = address_span(page),
        .other = address_span(other),
    };
    report_add(&site->link_report, &fault);
}

static void make_root_pages(Site *site)
{
    const Language *language = site->settings.default_language;
    size_t row = language->number;
    page_make(site, PAGE_LANGUAGES, language, SLICE("/index"), site->settings.titles[row]);
    page_make(site, PAGE_NOT_FOUND, language, SLICE("/404"),
              page_words(site, language, INTERFACE_NOT_FOUND_TITLE, NULL));
}

static void set_list_urls(Page *page)
{
    const Paginator *paginator = page->links.paginator;
    if (paginator)
        paginator->urls[paginator->number - 1] = page->links.url;
    for (size_t i = 0; i < page->links.letter_count; i++) {
        Letter *letter = &page->links.letters[i];
        if (letter->url.kind == URL_NONE) {
            letter->url = page->links.url;
            letter->url.fragment = letter->id;
        }
    }
}

/* Letters on pages of their own are led to by the first page. */
static void set_letter_urls(const Page *page)
{
    const Page *index = page->links.first_cut;
    if (page->origin.type != PAGE_ALPHABET || !index)
        return;
    for (size_t i = 0; i < index->links.letter_count; i++) {
        Letter *letter = &index->links.letters[i];
        if (slice_equal(letter->id, page->links.letters[0].id))
            letter->url = page->links.url;
    }
}

static void set_address(Worker *worker, size_t i, void *shared)
{
    Site *site = shared;
    Page *page = site->pages[i];
    page->links.output_path = output_path(site_task_links(site, worker), page);
    page->links.url = (Url){
        .kind = URL_FILE,
        .path = page->links.output_path,
        .language = page->links.content_language, // what a reader finds there
    };
}

void address_assign(Site *site, Workers *workers)
{
    make_root_pages(site);
    table_init(&site->by_output, &site->links);
    table_reserve(&site->by_output, site->page_count);
    workers_each(workers, site->page_count, set_address, site);
    for (size_t i = 0; i < site->page_count; i++) {
        if (page_is_live(site->pages[i]))
            take_path(site, site->pages[i]);
    }
    for (size_t i = 0; i < site->page_count; i++) {
        set_list_urls(site->pages[i]);
        set_letter_urls(site->pages[i]);
    }
}
