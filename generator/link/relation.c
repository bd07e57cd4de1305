/* Pages that share terms with a page. */
#include "link/part.h"

#define RELATED_MAX_COUNT 5
#define RELATED_LOOKED_AT 50 /* of each term, the newest: large terms say little */

/* Stamps say which page was the last to meet a thing: no list has to be searched or cleared. */
typedef struct Relating {
    Site *site;
    uint32_t *met;    /* per page */
    uint32_t **terms; /* per taxonomy, per term */
} Relating;

static uint32_t stamp_of(const Page *page)
{
    return (uint32_t) page->origin.position + 1;
}

static void mark_terms(const Relating *relating, const Page *page)
{
    for (size_t t = 0; t < relating->site->taxonomy_count; t++) {
        for (size_t i = 0; i < page->links.terms[t].count; i++) {
            const Term *term = page->links.terms[t].items[i];
            relating->terms[t][term - term->taxonomy->terms] = stamp_of(page);
        }
    }
}

/* How many terms another page shares with the one whose terms are marked. */
static size_t shared_terms(const Relating *relating, const Page *page, const Page *other)
{
    size_t shared = 0;
    for (size_t t = 0; t < relating->site->taxonomy_count; t++) {
        for (size_t i = 0; i < other->links.terms[t].count; i++) {
            const Term *term = other->links.terms[t].items[i];
            shared += relating->terms[t][term - term->taxonomy->terms] == stamp_of(page);
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

static void relate(const Relating *relating, Page *page)
{
    Site *site = relating->site;
    Related best[RELATED_MAX_COUNT];
    size_t count = 0;
    mark_terms(relating, page);
    for (size_t t = 0; t < site->taxonomy_count; t++) {
        for (size_t i = 0; i < page->links.terms[t].count; i++) {
            const Term *term = page->links.terms[t].items[i];
            List pages = term->pages[page->origin.language->number];
            for (size_t k = 0; k < pages.count && k < RELATED_LOOKED_AT; k++) {
                const Page *other = page_in(pages, k);
                uint32_t *met = &relating->met[other->origin.position];
                if (other == page || *met == stamp_of(page))
                    continue;
                *met = stamp_of(page);
                keep_best(best, &count, (Related){other, shared_terms(relating, page, other)});
            }
        }
    }
    const void **items = ARENA_ARRAY(&site->links, const void *, count);
    for (size_t i = 0; i < count; i++)
        items[i] = best[i].page;
    page->links.related = (List){items, count};
}

void relation_build(Site *site)
{
    Relating relating = {
        .site = site,
        .met = ARENA_ARRAY(&site->links, uint32_t, site->source_count),
        .terms = ARENA_ARRAY(&site->links, uint32_t *, site->taxonomy_count),
    };
    for (size_t t = 0; t < site->taxonomy_count; t++)
        relating.terms[t] = ARENA_ARRAY(&site->links, uint32_t, site->taxonomies[t].term_count);
    for (size_t i = 0; i < site->source_count; i++) {
        if (page_is_live(site->pages[i]))
            relate(&relating, site->pages[i]);
    }
}
