/* Pages that share terms with a page. */
#include "link/part.h"
#include "template/template.h"

#define RELATED_MAX_COUNT 5
#define RELATED_LOOKED_AT 50 /* of each term, the newest: large terms say little */

/* Places in site->pages. */
typedef struct Places {
    uint32_t *items;
    size_t count;
} Places;

/* Which page was the last to meet a thing: no list has to be searched or cleared. A worker has its
 * own. */
typedef struct Stamps {
    uint32_t *met;    /* per page */
    uint32_t *marked; /* per term */
} Stamps;

/* Pages and terms as numbers side by side: each page meets a hundred others, and a look at every
 * one of them where it stands would be most of the work. */
typedef struct Relating {
    Site *site;
    size_t *first_terms; /* per taxonomy: the number of its first term */
    size_t term_count;
    uint32_t *terms;       /* the numbers of the terms of all pages */
    uint32_t *term_starts; /* per page and one more: where its own begin */
    Places *newest;        /* per language, per term */
    Stamps stamps[WORKERS_MAX];
} Relating;

static size_t number_of(const Relating *relating, size_t taxonomy, const Term *term)
{
    return relating->first_terms[taxonomy] + (size_t) (term - term->taxonomy->terms);
}

static void number_terms(Relating *relating)
{
    Site *site = relating->site;
    relating->first_terms = ARENA_ARRAY(&site->links, size_t, site->taxonomy_count);
    for (size_t t = 0; t < site->taxonomy_count; t++) {
        relating->first_terms[t] = relating->term_count;
        relating->term_count += site->taxonomies[t].term_count;
    }
}

static void gather_terms(Relating *relating)
{
    Site *site = relating->site;
    size_t count = 0;
    for (size_t i = 0; i < site->source_count; i++) {
        for (size_t t = 0; t < site->taxonomy_count; t++)
            count += site->pages[i]->links.terms[t].count;
    }
    relating->terms = ARENA_ARRAY(&site->links, uint32_t, count);
    relating->term_starts = ARENA_ARRAY(&site->links, uint32_t, site->source_count + 1);
    count = 0;
    for (size_t i = 0; i < site->source_count; i++) {
        const List *terms = site->pages[i]->links.terms;
        for (size_t t = 0; t < site->taxonomy_count; t++) {
            for (size_t k = 0; k < terms[t].count; k++)
                relating->terms[count++] = (uint32_t) number_of(relating, t, terms[t].items[k]);
        }
        relating->term_starts[i + 1] = (uint32_t) count;
    }
}

static Places places_of(Site *site, List pages)
{
    const size_t count = pages.count < RELATED_LOOKED_AT ? pages.count : RELATED_LOOKED_AT;
    uint32_t *items = ARENA_ARRAY(&site->links, uint32_t, count);
    for (size_t i = 0; i < count; i++)
        items[i] = (uint32_t) page_in(pages, i)->origin.position;
    return (Places){items, count};
}

static void gather_newest(Relating *relating)
{
    Site *site = relating->site;
    const size_t languages = site_language_count(site);
    relating->newest = ARENA_ARRAY(&site->links, Places, languages * relating->term_count);
    for (size_t t = 0; t < site->taxonomy_count; t++) {
        const Taxonomy *taxonomy = &site->taxonomies[t];
        for (size_t i = 0; i < taxonomy->term_count; i++) {
            for (size_t l = 0; l < languages; l++)
                relating->newest[l * relating->term_count + relating->first_terms[t] + i] =
                    places_of(site, taxonomy->terms[i].pages[l]);
        }
    }
}

/* How many terms another page shares with the one whose terms are marked. */
static size_t shared_terms(const Relating *relating, const uint32_t *marked, uint32_t stamp,
                           size_t other)
{
    size_t shared = 0;
    for (uint32_t i = relating->term_starts[other]; i < relating->term_starts[other + 1]; i++)
        shared += marked[relating->terms[i]] == stamp;
    return shared;
}

typedef struct Related {
    size_t page;
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

static size_t find_best(const Relating *relating, const Stamps *stamps, const Page *page,
                        Related *best)
{
    const size_t place = page->origin.position;
    const uint32_t *terms = relating->terms + relating->term_starts[place];
    const size_t term_count = relating->term_starts[place + 1] - relating->term_starts[place];
    const Places *newest = relating->newest + page->origin.language->number * relating->term_count;
    const uint32_t stamp = (uint32_t) place + 1;
    size_t count = 0;
    for (size_t i = 0; i < term_count; i++)
        stamps->marked[terms[i]] = stamp;
    stamps->met[place] = stamp;
    for (size_t i = 0; i < term_count; i++) {
        const Places *places = &newest[terms[i]];
        for (size_t k = 0; k < places->count; k++) {
            const size_t other = places->items[k];
            if (stamps->met[other] == stamp)
                continue;
            stamps->met[other] = stamp;
            keep_best(best, &count,
                      (Related){other, shared_terms(relating, stamps->marked, stamp, other)});
        }
    }
    return count;
}

static void relate(Worker *worker, size_t i, void *shared)
{
    Relating *relating = shared;
    Site *site = relating->site;
    Page *page = site->pages[i];
    Arena *arena = site_task_links(site, worker);
    Stamps *stamps = &relating->stamps[worker->number];
    Related best[RELATED_MAX_COUNT];
    if (!page_is_live(page))
        return;
    if (stamps->met == NULL)
        *stamps = (Stamps){ARENA_ARRAY(arena, uint32_t, site->source_count),
                           ARENA_ARRAY(arena, uint32_t, relating->term_count)};
    const size_t count = find_best(relating, stamps, page, best);
    const void **items = ARENA_ARRAY(arena, const void *, count);
    for (size_t k = 0; k < count; k++)
        items[k] = site->pages[best[k].page];
    page->links.related = (List){items, count};
}

void relation_build(Site *site, Workers *workers)
{
    Relating relating = {.site = site};
    if (!template_uses_field(site->template_set, SLICE("related")))
        return;
    number_terms(&relating);
    gather_terms(&relating);
    gather_newest(&relating);
    workers_each(workers, site->source_count, relate, &relating);
}
