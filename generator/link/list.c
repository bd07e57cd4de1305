/* Order of lists, and long lists cut into numbered pages with stable addresses. */
#include "link/part.h"

#include <stdlib.h>

static int compare_positions(const Page *a, const Page *b)
{
    return a->origin.position < b->origin.position ? -1 : a->origin.position > b->origin.position;
}

static int compare_titles(const Page *a, const Page *b)
{
    int order = slice_compare(a->shape.sort_key, b->shape.sort_key);
    return order ? order : compare_positions(a, b);
}

/* A page with the part of its place that nearly always decides, beside the others in one block of
 * memory: pages themselves lie far apart. */
typedef struct Ranked {
    uint64_t rank; /* the lower the earlier */
    const Page *page;
} Ranked;

static int compare_ranks(const void *a, const void *b)
{
    const Ranked *first = a, *second = b;
    if (first->rank != second->rank)
        return first->rank < second->rank ? -1 : 1;
    return compare_titles(first->page, second->page);
}

/* Turns signed order into unsigned order. */
static uint64_t rank_of_number(int64_t number)
{
    return (uint64_t) number ^ (uint64_t) 1 << 63;
}

/* Newest first; pages without a date come last. */
static uint64_t rank_of_date(Date date)
{
    return date.is_set ? ~rank_of_number(date.seconds) : UINT64_MAX;
}

static uint64_t rank_of(const Page *page, SortOrder order)
{
    switch (order) {
    case SORT_DATE:
        return rank_of_date(page_front(page)->date);
    case SORT_WEIGHT:
        return rank_of_number(page_front(page)->weight);
    case SORT_TITLE:
        break;
    }
    return page->shape.sort_rank;
}

void list_sort(Arena *scratch, List pages, SortOrder order)
{
    const void **items = (const void **) (uintptr_t) pages.items; // the list is still link's own
    if (pages.count < 2)
        return;
    ArenaMark mark = arena_mark(scratch);
    Ranked *ranked = ARENA_ARRAY(scratch, Ranked, pages.count);
    for (size_t i = 0; i < pages.count; i++)
        ranked[i] = (Ranked){rank_of(page_in(pages, i), order), page_in(pages, i)};
    qsort(ranked, pages.count, sizeof *ranked, compare_ranks);
    for (size_t i = 0; i < pages.count; i++)
        items[i] = ranked[i].page;
    arena_rewind(scratch, mark);
}

static List part_of(List list, int64_t number, int64_t size)
{
    size_t start = (size_t) ((number - 1) * size);
    size_t rest = list.count - start;
    return (List){list.items + start, rest < (size_t) size ? rest : (size_t) size};
}

/* "guides/index" → "guides/page-2"; "tags/water" → "tags/water/page-2". */
static Slice numbered_path(Site *site, const Page *first, int64_t number)
{
    Slice path = first->origin.path;
    bool is_index = slice_equal(path, SLICE("index")) || slice_ends(path, SLICE("/index"));
    if (is_index)
        path = slice_to(path, path.size - SLICE("index").size);
    return slice_print(&site->links, "%.*s%spage-%lld", SLICE_FORMAT(path), is_index ? "" : "/",
                       (long long) number);
}

/* A page of its own has a title of its own. */
static Page *make_cut(Site *site, Page *first, int64_t number)
{
    const Language *language = first->origin.language;
    const MessageValue values[] = {
        {.kind = MESSAGE_TEXT, .text = first->text.front.title},
        {.kind = MESSAGE_NUMBER, .number = (double) number},
    };
    Page *page = page_make(site, first->origin.type, language, numbered_path(site, first, number),
                           page_words(site, language, INTERFACE_LIST_PAGE, values));
    page->links.first_cut = first;
    page->links.content_language = first->links.content_language;
    page->links.section = first->links.section;
    page->links.ancestors = first->links.ancestors;
    page->links.taxonomy = first->links.taxonomy;
    page->links.term = first->links.term;
    page->links.children = first->links.children;
    page->links.sections = first->links.sections;
    page->links.all = first->links.all;
    page->text.front.short_title = first->text.front.short_title;
    page->text.front.is_noindex = page_front(first)->is_noindex;
    return page;
}

static void cut_list(Site *site, Page *first, List list, int64_t size)
{
    int64_t total = (int64_t) list.count;
    int64_t count = total == 0 ? 1 : (total + size - 1) / size;
    Paginator *paginators = ARENA_ARRAY(&site->links, Paginator, (size_t) count);
    Url *urls = ARENA_ARRAY(&site->links, Url, (size_t) count); // filled with the addresses
    for (int64_t number = 1; number <= count; number++) {
        Page *page = number == 1 ? first : make_cut(site, first, number);
        paginators[number - 1] =
            (Paginator){number, count, size, total, part_of(list, number, size), urls};
        page->links.paginator = &paginators[number - 1];
    }
}

void list_cut(Site *site)
{
    size_t count = site->page_count; // the pages made here are cut already
    for (size_t i = 0; i < count; i++) {
        Page *page = site->pages[i];
        if (!page_is_live(page))
            continue;
        PageType type = page->origin.type;
        const FrontMatter *front = page_front(page);
        int64_t size = front->page_size > 0 ? front->page_size : site->settings.page_size;
        if (type == PAGE_HOME || type == PAGE_SECTION)
            cut_list(site, page, page->links.children, size);
        else if (type == PAGE_TERM)
            cut_list(site, page, page->links.all, size);
    }
}
