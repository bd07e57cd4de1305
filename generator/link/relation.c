/* Pages that share terms with a page. */
#include "link/part.h"
#include "template/template.h"

#define RELATED_MAX_COUNT 5
#define RELATED_LOOKED_AT 1000 /* of each term, the newest: larger terms say little */

/* Places in site->pages. */
typedef struct Places {
    uint32_t *items;
    size_t count;
} Places;

/* How often a page was met, and by which page last: nothing has to be cleared in between. A worker
 * has its own row of them, one for each page. */
typedef struct Meeting {
    uint32_t by;    /* the place of the other, plus one */
    uint32_t count; /* of the terms they share */
} Meeting;

/* Pages and terms as numbers side by side: each page meets hundreds of others, and a look at every
 * one of them where it stands would be most of the work. */
typedef struct Relating {
    Site *site;
    size_t *first_terms; /* per taxonomy: the number of its first term */
    size_t term_count;
    uint32_t *terms;       /* the numbers of the terms of all pages */
    uint32_t *term_starts; /* per page and one more: where its own begin */
    int64_t *dates;        /* per page, in seconds; without one the earliest */
    Places *newest;        /* per language, per term */
    Meeting *meetings[WORKERS_MAX];
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
    relating->dates = ARENA_ARRAY(&site->links, int64_t, site->source_count);
    count = 0;
    for (size_t i = 0; i < site->source_count; i++) {
        const List *terms = site->pages[i]->links.terms;
        const Date date = page_front(site->pages[i])->date;
        relating->dates[i] = date.is_set ? date.seconds : INT64_MIN;
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

typedef struct Related {
    size_t page;
    size_t shared;
    int64_t date;
} Related;

static bool is_better(Related a, Related b)
{
    return a.shared != b.shared ? a.shared > b.shared : a.date > b.date;
}

/* Keeps the best few, the one met first among equals. */
static void keep_best(Related *best, size_t *count, Related candidate)
{
    size_t at = *count;
    while (at > 0 && is_better(candidate, best[at - 1]))
        at--;
    if (at == RELATED_MAX_COUNT)
        return;
    size_t last = *count < RELATED_MAX_COUNT ? (*count)++ : RELATED_MAX_COUNT - 1;
    for (; last > at; last--)
        best[last] = best[last - 1];
    best[at] = candidate;
}

/* The lists of pages that a page meets others in: the newest of each of its terms. */
typedef struct Circle {
    const uint32_t *terms;
    size_t term_count;
    const Places *newest; /* per term */
} Circle;

static Circle circle_of(const Relating *relating, const Page *page)
{
    const uint32_t *starts = relating->term_starts + page->origin.position;
    return (Circle){relating->terms + starts[0], starts[1] - starts[0],
                    relating->newest + page->origin.language->number * relating->term_count};
}

static void count_meetings(const Circle *circle, Meeting *meetings, uint32_t by)
{
    for (size_t i = 0; i < circle->term_count; i++) {
        const Places *places = &circle->newest[circle->terms[i]];
        for (size_t k = 0; k < places->count; k++) {
            Meeting *meeting = &meetings[places->items[k]];
            *meeting = (Meeting){by, meeting->by == by ? meeting->count + 1 : 1};
        }
    }
}

static size_t find_best(const Circle *circle, const int64_t *dates, Meeting *meetings,
                        Related *best)
{
    size_t count = 0;
    for (size_t i = 0; i < circle->term_count; i++) {
        const Places *places = &circle->newest[circle->terms[i]];
        for (size_t k = 0; k < places->count; k++) {
            const size_t other = places->items[k], shared = meetings[other].count;
            if (shared == 0 || (count == RELATED_MAX_COUNT && shared < best[count - 1].shared))
                continue;
            meetings[other].count = 0; // it has been considered
            keep_best(best, &count, (Related){other, shared, dates[other]});
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
    Meeting **meetings = &relating->meetings[worker->number];
    Related best[RELATED_MAX_COUNT];
    if (!page_is_live(page))
        return;
    if (*meetings == NULL)
        *meetings = ARENA_ARRAY(arena, Meeting, site->source_count);
    const Circle circle = circle_of(relating, page);
    count_meetings(&circle, *meetings, (uint32_t) page->origin.position + 1);
    (*meetings)[page->origin.position].count = 0; // itself
    const size_t count = find_best(&circle, relating->dates, *meetings, best);
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
