/* Sections from folders: what type a page is, where it belongs, what stands beside it. */
#include "link/part.h"
#include "model/registry.h"

/* The folder of a path: "guides" of "guides/drip", "" of "about". */
static Slice folder_of(Slice path)
{
    size_t slash;
    return slice_find_last_byte(path, '/', &slash) ? slice_to(path, slash) : (Slice){0};
}

static Slice index_path(Site *site, Slice folder)
{
    return folder.size == 0 ? SLICE("index")
                            : slice_print(&site->links, "%.*s/index", SLICE_FORMAT(folder));
}

/* Paths of index pages, per language: keys may be renamed by `key`, paths may not. */
typedef struct SectionIndex {
    Table *by_path; /* per language: folder -> Page */
} SectionIndex;

static SectionIndex index_sections(Site *site)
{
    SectionIndex sections = {ARENA_ARRAY(&site->links, Table, site_language_count(site))};
    for (size_t i = 0; i < site_language_count(site); i++)
        table_init(&sections.by_path[i], &site->links);
    // of a draft and the page that stands in for it, the one that readers see
    for (int is_held = 0; is_held <= 1; is_held++) {
        for (size_t i = 0; i < site->page_count; i++) {
            Page *page = site->pages[i];
            if (page->origin.is_index && page->is_held == is_held)
                table_add(&sections.by_path[page->origin.language->number],
                          folder_of(page->origin.path), page);
        }
    }
    return sections;
}

static Page *find_section(const SectionIndex *sections, const Language *language, Slice folder)
{
    return table_find(&sections->by_path[language->number], folder);
}

/* The folder whose section a page belongs to: of an index page the one around its own. */
static Slice folder_above(const Page *page)
{
    Slice folder = folder_of(page->origin.path);
    return page->origin.is_index ? folder_of(folder) : folder;
}

static bool is_home(const Page *page)
{
    return page->origin.is_index && folder_of(page->origin.path).size == 0;
}

static Page *find_parent(const SectionIndex *sections, const Page *page)
{
    return is_home(page) ? NULL : find_section(sections, page->origin.language, folder_above(page));
}

/* Nobody is led to a section that is not written: its pages belong to the next one above. */
static const Page *find_live_parent(const SectionIndex *sections, const Page *page)
{
    if (is_home(page))
        return NULL;
    Slice folder = folder_above(page);
    const Page *section = find_section(sections, page->origin.language, folder);
    while ((!section || section->is_held) && folder.size > 0) {
        folder = folder_of(folder);
        section = find_section(sections, page->origin.language, folder);
    }
    return section && !section->is_held ? section : NULL;
}

static void report_no_index(Site *site, const Page *page, Table *reported)
{
    Slice folder = folder_of(page->origin.source_path);
    if (table_add(reported, folder, site))
        report_add(&site->link_report,
                   &(Diagnostic){.code = DIAGNOSTIC_NO_INDEX, .path = folder, .words = {folder}});
}

static PageType type_of(const Page *page, const Page *parent)
{
    const FrontMatter *front = page_front(page);
    if (page->origin.is_index)
        return folder_of(page->origin.path).size == 0 ? PAGE_HOME : PAGE_SECTION;
    if (front->type != UINT32_MAX)
        return front->type;
    uint32_t children = parent ? page_front(parent)->children_type : UINT32_MAX;
    return children != UINT32_MAX ? children : PAGE_PAGE;
}

static void report_field(Page *page, DiagnosticCode code, size_t field, Slice second)
{
    report_add(&page->report, &(Diagnostic){.code = code,
                                            .span = page_field_span(page, field),
                                            .words = {registry_at(field)->name, second}});
}

/* Fields that only some types have, and types that need a field. */
static void check_type(Page *page)
{
    PageType type = page->origin.type;
    const FrontMatter *front = &page->text.front;
    size_t stated = 0, date = 0;
    if (front->refused != 0 && registry_find(SLICE("type"), &stated) &&
        field_is_refused(front, stated))
        return; // a misspelt type says nothing of what the page may have
    for (uint64_t given = front->given; given != 0; given &= given - 1) {
        const size_t field = (size_t) __builtin_ctzll(given);
        const uint32_t types = registry_at(field)->types;
        if (types != 0 && !(types & PAGE_TYPE_BIT(type)))
            report_field(page, DIAGNOSTIC_FIELD_TYPE, field, page_type_words[type]);
    }
    bool is_index_type = type == PAGE_HOME || type == PAGE_SECTION;
    if (is_index_type != page->origin.is_index && page->text.source)
        report_add(&page->report, &(Diagnostic){.code = DIAGNOSTIC_INDEX_TYPE,
                                                .span = span_whole(page->text.source),
                                                .words = {page_type_words[type]}});
    bool is_read = page->text.source && front->given != 0;
    if (type == PAGE_ARTICLE && is_read && !page_front(page)->date.is_set &&
        registry_find(SLICE("date"), &date) && !field_is_given(front, date) &&
        !field_is_refused(front, date))
        report_add(&page->report, &(Diagnostic){.code = DIAGNOSTIC_ARTICLE_DATE,
                                                .span = span_whole(page->text.source)});
}

static void set_type(Site *site, const SectionIndex *sections, Page *page, Table *reported)
{
    const Page *parent = find_parent(sections, page);
    if (!parent && !is_home(page))
        report_no_index(site, page, reported);
    page->origin.type = type_of(page, parent);
    if (!page->is_broken) // what could not be read says nothing about its type
        check_type(page);
}

static void set_parents(Site *site, const SectionIndex *sections)
{
    Table reported;
    table_init(&reported, &site->links);
    for (size_t i = 0; i < site->source_count; i++)
        set_type(site, sections, site->pages[i], &reported);
    for (size_t i = 0; i < site->page_count; i++) {
        Page *page = site->pages[i];
        page->links.section = find_live_parent(sections, page);
        if (page->links.fallback_of)
            page->origin.type = page->links.fallback_of->origin.type;
    }
}

#define ANCESTOR_MAX 8

static void set_ancestors(Site *site, Page *page)
{
    const Page *line[ANCESTOR_MAX];
    size_t count = 0;
    for (const Page *up = page->links.section; up && count < ANCESTOR_MAX; up = up->links.section)
        line[count++] = up;
    const void **items = ARENA_ARRAY(&site->links, const void *, count);
    for (size_t i = 0; i < count; i++)
        items[i] = line[count - 1 - i];
    page->links.ancestors = (List){items, count};
}

/* Lists under construction, one row for each page. */
typedef struct SectionLists {
    ListBuilder *children;
    ListBuilder *sections;
    ListBuilder *all;
} SectionLists;

static bool belongs_in_lists(const Page *page)
{
    return page_is_live(page) && !page->links.is_expired;
}

static void collect(Site *site, const Page *page, SectionLists *lists)
{
    const Page *parent = page->links.section;
    if (!parent || !belongs_in_lists(page))
        return;
    if (page->origin.is_index) {
        list_add(site, &lists->sections[parent->origin.position], page);
        return;
    }
    list_add(site, &lists->children[parent->origin.position], page);
    if (page->links.fallback_of) // shown beside its siblings, and no news of the site
        return;
    for (const Page *up = parent; up; up = up->links.section)
        list_add(site, &lists->all[up->origin.position], page);
}

static void set_neighbours(List children)
{
    for (size_t i = 0; i < children.count; i++) {
        Page *page = (Page *) (uintptr_t) children.items[i];
        page->links.previous = i > 0 ? children.items[i - 1] : NULL;
        page->links.next = i + 1 < children.count ? children.items[i + 1] : NULL;
    }
}

/* The lists of one section. A page stands among the children of one. */
static void sort_lists(Worker *worker, size_t i, void *shared)
{
    const Site *site = shared;
    const Page *page = site->pages[i];
    if (!page->origin.is_index)
        return;
    list_sort(&worker->scratch, page->links.children, page_front(page)->sort);
    list_sort(&worker->scratch, page->links.sections, SORT_WEIGHT);
    list_sort(&worker->scratch, page->links.all, SORT_DATE);
    set_neighbours(page->links.children);
}

static void fill_lists(Site *site, Workers *workers)
{
    size_t count = site->page_count;
    SectionLists lists = {
        ARENA_ARRAY(&site->links, ListBuilder, count),
        ARENA_ARRAY(&site->links, ListBuilder, count),
        ARENA_ARRAY(&site->links, ListBuilder, count),
    };
    for (size_t i = 0; i < count; i++)
        collect(site, site->pages[i], &lists);
    for (size_t i = 0; i < count; i++) {
        PageLinks *links = &site->pages[i]->links;
        if (!site->pages[i]->origin.is_index)
            continue;
        links->children = list_done(&lists.children[i]);
        links->sections = list_done(&lists.sections[i]);
        links->all = list_done(&lists.all[i]);
    }
    workers_each(workers, count, sort_lists, site);
}

static void set_homes(Site *site, const SectionIndex *sections)
{
    size_t count = site_language_count(site);
    site->homes = ARENA_ARRAY(&site->links, const Page *, count);
    site->sections = ARENA_ARRAY(&site->links, List, count);
    site->all = ARENA_ARRAY(&site->links, List, count);
    for (size_t i = 0; i < count; i++) {
        const Language *language = &site->settings.languages->items[i];
        const Page *home = find_section(sections, language, (Slice){0});
        if (home && page_is_live(home)) {
            site->homes[i] = home;
            site->sections[i] = home->links.sections;
            site->all[i] = home->links.all;
            continue;
        }
        Slice path =
            slice_print(&site->links, "content/%.*s/%.*s.md", SLICE_FORMAT(language->folder),
                        SLICE_FORMAT(index_path(site, (Slice){0})));
        DiagnosticCode code = home ? DIAGNOSTIC_HOME_HELD : DIAGNOSTIC_NO_HOME;
        report_add(&site->link_report,
                   &(Diagnostic){.code = code, .path = path, .words = {language->code}});
    }
}

void section_build(Site *site, Workers *workers)
{
    SectionIndex sections = index_sections(site);
    set_parents(site, &sections);
    for (size_t i = 0; i < site->page_count; i++) {
        Page *page = site->pages[i];
        set_ancestors(site, page);
        page->links.is_listed =
            belongs_in_lists(page) && !page_front(page)->is_noindex && !page->links.fallback_of;
    }
    fill_lists(site, workers);
    set_homes(site, &sections);
}
