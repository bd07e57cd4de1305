/* Which lists have a feed, and what stands in it: pages with a date, newest first (output 101). */
#include "link/part.h"
#include "text/isolate.h"

static bool is_entry(const Page *page)
{
    return page->links.is_listed && page_front(page)->date.is_set;
}

/* The newest entries of a list that is sorted by date. */
static List newest(Site *site, List pages)
{
    ListBuilder list = {0};
    size_t limit = (size_t) site->settings.feed_entries;
    for (size_t i = 0; i < pages.count && list.count < limit; i++) {
        if (is_entry(page_in(pages, i)))
            list_add(site, &list, pages.items[i]);
    }
    return list_done(&list);
}

static Url file_in(Site *site, Slice folder, const char *name)
{
    return (Url){.kind = URL_FILE,
                 .path = slice_print(&site->links, "%.*s%s", SLICE_FORMAT(folder), name)};
}

static void add_feed(Site *site, const Page *page, const Language *language, Slice folder,
                     List entries)
{
    Slice title = site->settings.titles[language->number].bytes;
    if (page && page->origin.type != PAGE_HOME)
        title = slice_print(&site->links, "%.*s – %.*s", SLICE_FORMAT(page_title(page)),
                            SLICE_FORMAT(title));
    site->feeds[site->feed_count++] = (Feed){
        .page = page,
        .language = language,
        .title = isolate_plain(&site->links, title, language),
        .entries = entries,
        .atom = file_in(site, folder, "feed.xml"),
        .json = file_in(site, folder, "feed.json"),
    };
    for (size_t i = 0; i < entries.count; i++)
        site->pages[page_in(entries, i)->origin.position]->links.is_in_feed = true;
}

/* Terms have a feed where the taxonomy asks for them, sections and homes unless they decline. */
static bool wants_feed(const Page *page)
{
    PageType type = page->origin.type;
    if (!page_is_live(page) || page->links.first_cut)
        return false;
    if (type == PAGE_TERM)
        return page->links.taxonomy->has_feed;
    return (type == PAGE_HOME || type == PAGE_SECTION) && page_front(page)->has_feed;
}

/* "fa/guides/" of fa/guides/index.html, "fa/tags/water/" of fa/tags/water.html. */
static Slice folder_of(Site *site, const Page *page)
{
    Slice path = page->links.output_path;
    if (page->origin.type != PAGE_TERM)
        return slice_to(path, path.size - url_file_name(path).size);
    path = slice_to(path, path.size - SLICE(".html").size);
    return slice_print(&site->links, "%.*s/", SLICE_FORMAT(path));
}

static void add_list_feed(Site *site, Page *page)
{
    List entries = newest(site, page->links.all);
    if (entries.count == 0) // nothing could say when it was updated
        return;
    add_feed(site, page, page->origin.language, folder_of(site, page), entries);
    page->links.feed = &site->feeds[site->feed_count - 1];
}

/* All languages that have a feed of their own, together. */
static const Feed *add_root_feed(Site *site)
{
    ListBuilder all = {0};
    for (size_t row = 0; row < site_language_count(site); row++) {
        const Page *home = site->homes[row];
        List entries = home && home->links.feed ? home->links.feed->entries : (List){0};
        for (size_t i = 0; i < entries.count; i++)
            list_add(site, &all, entries.items[i]);
    }
    List merged = list_done(&all);
    list_sort(&site->links, merged, SORT_DATE);
    List entries = newest(site, merged);
    if (entries.count == 0)
        return NULL;
    add_feed(site, NULL, site->settings.default_language, (Slice){0}, entries);
    return &site->feeds[site->feed_count - 1];
}

void news_build(Site *site)
{
    if (site->settings.base.size == 0)
        return;      // entries have no address to be known by
    size_t most = 1; // that of all languages
    for (size_t i = 0; i < site->page_count; i++)
        most += wants_feed(site->pages[i]);
    site->feeds = ARENA_ARRAY(&site->links, Feed, most);
    for (size_t i = 0; i < site->page_count; i++) {
        if (wants_feed(site->pages[i]))
            add_list_feed(site, site->pages[i]);
    }
    const Feed *root = add_root_feed(site);
    for (size_t i = 0; i < site->page_count; i++) {
        Page *page = site->pages[i];
        if (page->links.first_cut)
            page->links.feed = page->links.first_cut->links.feed;
        else if (page->origin.type == PAGE_LANGUAGES)
            page->links.feed = root;
    }
}
