/* Menus of each language: the entries of site.yaml, then pages that ask for a menu in their front
 * matter. */
#include "base/suggest.h"
#include "link/part.h"

static Slice entry_key(Slice path)
{
    return slice_ends(path, SLICE(".md")) ? slice_to(path, path.size - SLICE(".md").size) : path;
}

typedef struct MenuMaking {
    Site *site;
    size_t row; /* of the language */
} MenuMaking;

/* Link knows live pages by key; an entry that leads to none of them may name one that waits. */
static const Page *find_any(const Site *site, size_t row, Slice key)
{
    for (size_t i = 0; i < site->source_count; i++) {
        const Page *page = site->pages[i];
        if (page->origin.language->number == row && slice_equal(translation_key(page), key))
            return page;
    }
    return NULL;
}

static bool exists_anywhere(const Site *site, Slice key)
{
    for (size_t i = 0; i < site_language_count(site); i++) {
        if (find_any(site, i, key))
            return true;
    }
    return false;
}

static void report_entry(Site *site, const MenuEntry *entry, DiagnosticCode code, Slice second)
{
    Diagnostic fault = {
        .code = code,
        .span = {site->settings.source, entry->page.start, entry->page.end},
        .words = {entry->page.text, second},
    };
    Edit edit;
    if (code == DIAGNOSTIC_MENU_PAGE) {
        Slice *names = ARENA_ARRAY(&site->links, Slice, site->source_count);
        for (size_t i = 0; i < site->source_count; i++)
            names[i] =
                slice_print(&site->links, "%.*s.md", SLICE_FORMAT(site->pages[i]->origin.path));
        suggest_fill(&fault, entry->page.text, names, site->source_count, &edit);
    }
    report_add(&site->link_report, &fault);
}

static Text item_title(const MenuEntry *entry, const Page *page, size_t row)
{
    if (entry->titles && entry->titles[row].bytes.size > 0)
        return entry->titles[row];
    if (page->text.front.short_title.bytes.size > 0)
        return page->text.front.short_title;
    return page->text.front.title;
}

static void report_missing(const MenuMaking *making, const MenuEntry *entry, Slice key)
{
    Site *site = making->site;
    const Page *held = find_any(site, making->row, key);
    if (held)
        report_add(&site->link_report, &(Diagnostic){.code = DIAGNOSTIC_MENU_HELD,
                                                     .span = {site->settings.source,
                                                              entry->page.start, entry->page.end},
                                                     .other = span_whole(held->text.source),
                                                     .words = {held->origin.source_path}});
    else if (exists_anywhere(site, key))
        report_entry(site, entry, DIAGNOSTIC_MENU_LANGUAGE,
                     site->settings.languages->items[making->row].code);
    else if (making->row == 0)
        report_entry(site, entry, DIAGNOSTIC_MENU_PAGE, (Slice){0});
}

static MenuItems build_items(const MenuMaking *making, const MenuEntry *entries, size_t count);

/* False when the entry does not exist in this language. */
static bool build_item(const MenuMaking *making, const MenuEntry *entry, MenuItem *item)
{
    Site *site = making->site;
    size_t row = making->row;
    MenuItems children = build_items(making, entry->children, entry->child_count);
    item->children = children.items;
    item->child_count = children.count;
    if (entry->url.kind == URL_EXTERNAL) {
        item->url = entry->url;
        item->title = entry->titles ? entry->titles[row] : (Text){0};
        return true;
    }
    if (entry->page.text.size == 0)
        return false;
    Slice key = entry_key(entry->page.text);
    item->page = table_find(&site->by_key[row], key);
    if (!item->page)
        item->page = fallback_find(site, &site->settings.languages->items[row], key);
    if (!item->page) {
        report_missing(making, entry, key);
        return false;
    }
    item->url = item->page->links.url;
    item->title = item_title(entry, item->page, row);
    return true;
}

/* Settings hold menus to three levels. */
static MenuItems build_items(const MenuMaking *making, const MenuEntry *entries, size_t count)
{
    MenuItems built = {ARENA_ARRAY(&making->site->links, MenuItem, count), 0};
    for (size_t i = 0; i < count; i++) {
        MenuItem item = {0};
        if (build_item(making, &entries[i], &item))
            built.items[built.count++] = item;
    }
    return built;
}

/* The pages of one language that ask for a menu, by weight. */
static List asking_pages(Site *site, Slice menu, size_t row)
{
    ListBuilder list = {0};
    for (size_t i = 0; i < site->page_count; i++) {
        const Page *page = site->pages[i];
        if (page_is_live(page) && page->origin.language->number == row &&
            slice_equal(page_front(page)->menu.text, menu))
            list_add(site, &list, page);
    }
    List pages = list_done(&list);
    list_sort(&site->links, pages, SORT_WEIGHT);
    return pages;
}

static void add_asking(Site *site, Slice menu, size_t row, MenuItems *items)
{
    List pages = asking_pages(site, menu, row);
    if (pages.count == 0)
        return;
    MenuItem *all = ARENA_ARRAY(&site->links, MenuItem, items->count + pages.count);
    for (size_t i = 0; i < items->count; i++)
        all[i] = items->items[i];
    static const MenuEntry plain = {0};
    for (size_t i = 0; i < pages.count; i++) {
        const Page *page = page_in(pages, i);
        all[items->count + i] = (MenuItem){
            .title = item_title(&plain, page, row), .url = page->links.url, .page = page};
    }
    *items = (MenuItems){all, items->count + pages.count};
}

static bool is_menu(const Site *site, Slice name)
{
    for (size_t i = 0; i < site->settings.menu_count; i++) {
        if (slice_equal(site->settings.menus[i].name, name))
            return true;
    }
    return false;
}

static void check_asked(Site *site)
{
    for (size_t i = 0; i < site->source_count; i++) {
        Page *page = site->pages[i];
        const Given *menu = &page->text.front.menu;
        if (menu->text.size == 0 || is_menu(site, menu->text))
            continue;
        Slice *names = ARENA_ARRAY(&site->links, Slice, site->settings.menu_count);
        for (size_t k = 0; k < site->settings.menu_count; k++)
            names[k] = site->settings.menus[k].name;
        Diagnostic fault = {
            .code = DIAGNOSTIC_MENU_UNKNOWN,
            .span = {page->text.source, menu->start, menu->end},
            .words = {menu->text},
        };
        Edit edit;
        suggest_fill(&fault, menu->text, names, site->settings.menu_count, &edit);
        report_add(&page->report, &fault);
    }
}

void menu_build(Site *site)
{
    size_t count = site->settings.menu_count;
    check_asked(site);
    site->menu_items = ARENA_ARRAY(&site->links, MenuItems *, count);
    for (size_t m = 0; m < count; m++) {
        const Menu *menu = &site->settings.menus[m];
        site->menu_items[m] = ARENA_ARRAY(&site->links, MenuItems, site_language_count(site));
        for (size_t row = 0; row < site_language_count(site); row++) {
            MenuMaking making = {site, row};
            site->menu_items[m][row] = build_items(&making, menu->entries, menu->entry_count);
            add_asking(site, menu->name, row, &site->menu_items[m][row]);
        }
    }
}
