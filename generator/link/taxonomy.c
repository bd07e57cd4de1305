/* Terms: who carries them, and a page for each in every language that has pages with it. */
#include "base/suggest.h"
#include "link/part.h"
#include "text/collate.h"

#include <stdlib.h>

static void report_term(Page *page, Arena *arena, const Taxonomy *taxonomy, const Given *id)
{
    const Site *site = page->site;
    if (site_lacks_data(site, taxonomy->name))
        return;
    Slice *names = ARENA_ARRAY(arena, Slice, taxonomy->term_count);
    for (size_t i = 0; i < taxonomy->term_count; i++)
        names[i] = taxonomy->terms[i].id;
    Diagnostic fault = {
        .code = DIAGNOSTIC_TERM_UNKNOWN,
        .span = {page->text.source, id->start, id->end},
        .words = {id->text, taxonomy->name},
    };
    Edit edit;
    suggest_fill(&fault, id->text, names, taxonomy->term_count, &edit);
    report_add(&page->report, &fault);
}

/* The terms of one page in one taxonomy. */
static List find_terms(Page *page, Arena *arena, size_t row)
{
    const Taxonomy *taxonomy = &page->site->taxonomies[row];
    const FrontMatter *front = page_front(page);
    if (!front->terms)
        return (List){0};
    const GivenList *ids = &front->terms[row].ids;
    const void **terms = ARENA_ARRAY(arena, const void *, ids->count);
    size_t count = 0;
    bool is_own = page->text.front.terms && page->text.front.terms[row].taxonomy;
    for (size_t i = 0; i < ids->count; i++) {
        const Term *term = table_find(&taxonomy->by_id, ids->items[i].text);
        if (term)
            terms[count++] = term;
        else if (is_own) // an inherited id is reported where it was typed
            report_term(page, arena, taxonomy, &ids->items[i]);
    }
    return (List){terms, count};
}

static void find_all_terms(Worker *worker, size_t i, void *shared)
{
    const Site *site = shared;
    Page *page = site->pages[i];
    Arena *arena = site_task_links(page->site, worker);
    page->links.terms = ARENA_ARRAY(arena, List, site->taxonomy_count);
    for (size_t row = 0; row < site->taxonomy_count; row++)
        page->links.terms[row] = find_terms(page, arena, row);
}

/* Each page joins its terms' lists. */
static void join_terms(Site *site, const Page *page, size_t row, ListBuilder *builders)
{
    const Taxonomy *taxonomy = &site->taxonomies[row];
    const List terms = page->links.terms[row];
    if (!page_is_live(page) || page->links.is_expired)
        return;
    for (size_t i = 0; i < terms.count; i++) {
        const Term *term = terms.items[i];
        const size_t place = (size_t) (term - taxonomy->terms);
        list_add(site, &builders[place * site_language_count(site) + page->origin.language->number],
                 page);
    }
}

typedef struct TermLists {
    const Term *terms;
    size_t language_count;
} TermLists;

static void sort_term(Worker *worker, size_t i, void *shared)
{
    const TermLists *lists = shared;
    for (size_t l = 0; l < lists->language_count; l++)
        list_sort(&worker->scratch, lists->terms[i].pages[l], SORT_DATE);
}

static void join_taxonomy(Site *site, size_t row, Workers *workers)
{
    Taxonomy *taxonomy = &site->taxonomies[row];
    size_t languages = site_language_count(site);
    ListBuilder *builders =
        ARENA_ARRAY(&site->links, ListBuilder, taxonomy->term_count * languages);
    for (size_t i = 0; i < site->source_count; i++)
        join_terms(site, site->pages[i], row, builders);
    for (size_t t = 0; t < taxonomy->term_count; t++) {
        Term *term = &taxonomy->terms[t];
        term->pages = ARENA_ARRAY(&site->links, List, languages);
        term->made = ARENA_ARRAY(&site->links, const Page *, languages);
        for (size_t l = 0; l < languages; l++)
            term->pages[l] = list_done(&builders[t * languages + l]);
    }
    TermLists lists = {taxonomy->terms, languages};
    workers_each(workers, taxonomy->term_count, sort_term, &lists);
}

typedef struct SortedTerm {
    Slice key;
    const Term *term;
} SortedTerm;

static int compare_terms(const void *a, const void *b)
{
    const SortedTerm *first = a, *second = b;
    int order = slice_compare(first->key, second->key);
    return order ? order : slice_compare(first->term->id, second->term->id);
}

/* Terms that have pages in a language, in its order. */
static List sort_terms(Site *site, const Taxonomy *taxonomy, const Language *language)
{
    SortedTerm *sorted = ARENA_ARRAY(&site->links, SortedTerm, taxonomy->term_count);
    size_t count = 0;
    for (size_t i = 0; i < taxonomy->term_count; i++) {
        const Term *term = &taxonomy->terms[i];
        if (term->pages[language->number].count == 0 || !term->titles)
            continue;
        Slice title = term->titles[language->number].bytes;
        sorted[count++] = (SortedTerm){collate_key(&site->links, language, title), term};
    }
    if (count > 1)
        qsort(sorted, count, sizeof *sorted, compare_terms);
    const void **items = ARENA_ARRAY(&site->links, const void *, count);
    for (size_t i = 0; i < count; i++)
        items[i] = sorted[i].term;
    return (List){items, count};
}

static void make_term_page(Site *site, Term *term, const Language *language, const Page *index)
{
    size_t row = language->number;
    Slice path = slice_print(&site->links, "%.*s/%.*s", SLICE_FORMAT(term->taxonomy->address),
                             SLICE_FORMAT(term->id));
    Page *page = page_make(site, PAGE_TERM, language, path, term->titles[row]);
    if (term->descriptions)
        page->text.front.description = term->descriptions[row];
    page->links.taxonomy = term->taxonomy;
    page->links.term = term;
    page->links.all = term->pages[row];
    page->links.children = page->links.all;
    page->links.section = index;
    const void **ancestors = ARENA_ARRAY(&site->links, const void *, 2);
    ancestors[0] = site->homes[row];
    ancestors[1] = index;
    page->links.ancestors = (List){ancestors, 2};
    page->links.is_listed = true;
    term->made[row] = page;
}

static void make_pages(Site *site, Taxonomy *taxonomy, const Language *language)
{
    size_t row = language->number;
    List sorted = taxonomy->sorted[row];
    if (sorted.count == 0 || !taxonomy->titles || !site->homes[row])
        return;
    Slice path = slice_print(&site->links, "%.*s/index", SLICE_FORMAT(taxonomy->address));
    Page *index = page_make(site, PAGE_TAXONOMY, language, path, taxonomy->titles[row]);
    index->links.taxonomy = taxonomy;
    index->links.section = site->homes[row];
    const void **ancestors = ARENA_ARRAY(&site->links, const void *, 1);
    ancestors[0] = site->homes[row];
    index->links.ancestors = (List){ancestors, 1};
    index->links.is_listed = true;
    taxonomy->made[row] = index;
    for (size_t i = 0; i < sorted.count; i++) {
        const Term *term = sorted.items[i];
        make_term_page(site, &taxonomy->terms[term - taxonomy->terms], language, index);
    }
}

void taxonomy_build(Site *site, Workers *workers)
{
    workers_each(workers, site->source_count, find_all_terms, site);
    for (size_t i = 0; i < site->taxonomy_count; i++) {
        Taxonomy *taxonomy = &site->taxonomies[i];
        join_taxonomy(site, i, workers);
        taxonomy->made = ARENA_ARRAY(&site->links, const Page *, site_language_count(site));
        taxonomy->sorted = ARENA_ARRAY(&site->links, List, site_language_count(site));
        for (size_t l = 0; l < site_language_count(site); l++) {
            const Language *language = &site->settings.languages->items[l];
            taxonomy->sorted[l] = sort_terms(site, taxonomy, language);
            make_pages(site, taxonomy, language);
        }
    }
}
