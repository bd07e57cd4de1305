/* The record of the site: what templates name below `site`. */
#include "model/view_field.h"

GETTER(site_title, Site)
{
    const ViewContext *view = context;
    set_text(ret, view_text_in(((const Site *) record)->settings.titles, view->row));
}

GETTER(site_description, Site)
{
    const ViewContext *view = context;
    set_text(ret, view_text_in(((const Site *) record)->settings.descriptions, view->row));
}

GETTER(site_publisher, Site)
{
    (void) context;
    set_record(ret, &((const Site *) record)->settings.publisher);
}

GETTER(site_base, Site)
{
    (void) context;
    const Settings *settings = &((const Site *) record)->settings;
    if (settings->base.size > 0)
        set_url(ret, (Url){.kind = URL_EXTERNAL, .path = settings->base});
    else
        ret->is_absent = true;
}

static List language_list(const Site *site, Arena *scratch)
{
    const Languages *languages = site->settings.languages;
    const void **items = ARENA_ARRAY(scratch, const void *, languages->count);
    for (size_t i = 0; i < languages->count; i++)
        items[i] = &languages->items[i];
    return (List){items, languages->count};
}

GETTER(site_languages, Site)
{
    const ViewContext *view = context;
    ret->list = language_list(record, view->scratch);
}

GETTER(site_default_language, Site)
{
    (void) context;
    set_record(ret, ((const Site *) record)->settings.default_language);
}

GETTER(site_home, Site)
{
    const ViewContext *view = context;
    set_record(ret, ((const Site *) record)->homes[view->row]);
}

GETTER(site_alphabet, Site)
{
    const ViewContext *view = context;
    set_record(ret, ((const Site *) record)->alphabets[view->row]);
}

GETTER(site_sections, Site)
{
    const ViewContext *view = context;
    ret->list = ((const Site *) record)->sections[view->row];
}

GETTER(site_pages, Site)
{
    const ViewContext *view = context;
    ret->list = ((const Site *) record)->all[view->row];
}

GETTER(site_taxonomies, Site)
{
    const ViewContext *view = context;
    const Site *site = record;
    const void **items = ARENA_ARRAY(view->scratch, const void *, site->taxonomy_count);
    for (size_t i = 0; i < site->taxonomy_count; i++)
        items[i] = &site->taxonomies[i];
    ret->list = (List){items, site->taxonomy_count};
}

static void site_extra(const void *record, void *context, Slice name, size_t index, Datum *ret)
{
    (void) context;
    (void) index;
    const Settings *settings = &((const Site *) record)->settings;
    Text text = {0};
    extra_find(settings->extra, settings->extra_count, name, &text);
    set_text(ret, text);
}

static const NameFamily site_extra_names = {
    {.kind = TYPE_TEXT, .is_optional = true}, NULL, NULL, site_extra};

static bool find_menu(void *schema, Slice name, size_t *ret_index)
{
    const Settings *settings = &((const Site *) schema)->settings;
    for (size_t i = 0; i < settings->menu_count; i++) {
        if (slice_equal(settings->menus[i].name, name)) {
            *ret_index = i;
            return true;
        }
    }
    return false;
}

static Slice menu_name_at(void *schema, size_t index)
{
    const Settings *settings = &((const Site *) schema)->settings;
    return index < settings->menu_count ? settings->menus[index].name : (Slice){0};
}

/* "page" on the page itself, "true" above it: what aria-current wants. */
static Text menu_current(const Page *page, const Page *target)
{
    if (!target)
        return (Text){0};
    if (page == target || page->links.first_cut == target)
        return (Text){SLICE("page"), NULL};
    for (size_t i = 0; i < page->links.ancestors.count; i++) {
        if (page_in(page->links.ancestors, i) == target && target->origin.type != PAGE_HOME)
            return (Text){SLICE("true"), NULL};
    }
    return (Text){0};
}

#define MENU_MAX_DEPTH 3

static List menu_views(const ViewContext *view, const MenuItem *items, size_t count, int depth)
{
    if (depth == MENU_MAX_DEPTH)
        return (List){0};
    MenuItemView *views = ARENA_ARRAY(view->scratch, MenuItemView, count);
    const void **pointers = ARENA_ARRAY(view->scratch, const void *, count);
    for (size_t i = 0; i < count; i++) {
        views[i] = (MenuItemView){
            .title = items[i].title,
            .url = items[i].url,
            .page = items[i].page,
            .current = menu_current(view->page, items[i].page),
            .is_external = items[i].url.kind == URL_EXTERNAL,
            .children = menu_views(view, items[i].children, items[i].child_count, depth + 1),
        };
        pointers[i] = &views[i];
    }
    return (List){pointers, count};
}

static void site_menu(const void *record, void *context, Slice name, size_t index, Datum *ret)
{
    (void) name;
    const ViewContext *view = context;
    const MenuItems *menu = &((const Site *) record)->menu_items[index][view->row];
    ret->list = menu_views(view, menu->items, menu->count, 0);
}

static const NameFamily site_menu_names = {
    {.kind = TYPE_LIST, .item = &(const Type){.kind = TYPE_RECORD, .record = &view_menu_item}},
    find_menu,
    menu_name_at,
    site_menu};

static bool find_table(void *schema, Slice name, size_t *ret_index)
{
    const Site *site = schema;
    for (size_t i = 0; i < site->table_count; i++) {
        if (slice_equal(site->tables[i].name, name)) {
            *ret_index = i;
            return true;
        }
    }
    return false;
}

static Slice table_name_at(void *schema, size_t index)
{
    const Site *site = schema;
    return index < site->table_count ? site->tables[index].name : (Slice){0};
}

static void site_data(const void *record, void *context, Slice name, size_t index, Datum *ret)
{
    (void) context;
    (void) name;
    set_record(ret, &((const Site *) record)->tables[index]);
}

static const NameFamily site_data_names = {
    {.kind = TYPE_RECORD, .record = &view_table}, find_table, table_name_at, site_data};

// clang-format off
static const RecordField site_fields[] = {
    FIELD_GET("title", TYPE_TEXT, site_title),
    FIELD_GET("description", TYPE_TEXT, site_description),
    FIELD_RECORD("publisher", view_publisher, site_publisher),
    FIELD_GET_MAYBE("base", TYPE_URL, site_base),
    FIELD_LIST("languages", view_language, site_languages),
    FIELD_RECORD("default_language", view_language, site_default_language),
    FIELD_NAMES("extra", site_extra_names),
    FIELD_RECORD("home", view_page, site_home),
    FIELD_RECORD_MAYBE("alphabet", view_page, site_alphabet),
    FIELD_LIST("sections", view_page, site_sections),
    FIELD_LIST("pages", view_page, site_pages),
    FIELD_NAMES("menu", site_menu_names),
    FIELD_LIST("taxonomies", view_taxonomy, site_taxonomies),
    FIELD_NAMES("data", site_data_names),
};
// clang-format on
const Record view_site = RECORD("site", site_fields);
