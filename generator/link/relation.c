/* Pages that share terms with a page. */
#include "link/part.h"

#define RELATED_MAX_COUNT 5
#define RELATED_LOOKED_AT 50 /* of each term, the newest: large terms say little */

static bool is_in(const ListBuilder *list, const Page *page)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i] == page)
            return true;
    }
    return false;
}

/* How many terms two pages share. */
static size_t shared_terms(const Site *site, const Page *a, const Page *b)
{
    size_t shared = 0;
    for (size_t t = 0; t < site->taxonomy_count; t++) {
        for (size_t i = 0; i < a->links.terms[t].count; i++) {
            for (size_t k = 0; k < b->links.terms[t].count; k++)
                shared += a->links.terms[t].items[i] == b->links.terms[t].items[k];
        }
    }
    return shared;
}

typedef struct Related {
    const Page *page;
    size_t shared;
} Related;

/* Keeps the best few, the earlier one first among equals. */
static void keep_best(Related *best, size_t *count, Related candidate)
{
    size_t at = *count;
    while (at > 0 && best[at - 1].shared < candidate.shared)
        at--;
    if (at == RELATED_MAX_COUNT)
        return;
    size_t last = *count < RELATED_MAX_COUNT ? (*count)++ : RELATED_MAX_COUNT - 1;
    for (; last > at; last--)
        best[last] = best[last - 1];
    best[at] = candidate;
}

static void relate(Site *site, Page *page)
{
    Related best[RELATED_MAX_COUNT];
    size_t count = 0;
    ArenaMark mark = arena_mark(&site->links);
    ListBuilder seen = {0};
    for (size_t t = 0; t < site->taxonomy_count; t++) {
        for (size_t i = 0; i < page->links.terms[t].count; i++) {
            const Term *term = page->links.terms[t].items[i];
            List pages = term->pages[page->origin.language->number];
            for (size_t k = 0; k < pages.count && k < RELATED_LOOKED_AT; k++) {
                const Page *other = page_in(pages, k);
                if (other == page || is_in(&seen, other))
                    continue;
                list_add(site, &seen, other);
                keep_best(best, &count, (Related){other, shared_terms(site, page, other)});
            }
        }
    }
    arena_rewind(&site->links, mark);
    const void **items = ARENA_ARRAY(&site->links, const void *, count);
    for (size_t i = 0; i < count; i++)
        items[i] = best[i].page;
    page->links.related = (List){items, count};
}

void relation_build(Site *site)
{
    for (size_t i = 0; i < site->source_count; i++) {
        if (page_is_live(site->pages[i]))
            relate(site, site->pages[i]);
    }
}
