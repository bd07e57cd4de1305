/* Reads `menus` of site.yaml; link finds the pages they name. */
#include "discover/settings_reader.h"

#define MENU_MAX_DEPTH 3

typedef struct MenuReading {
    MenuEntry *entry;
    int depth;
} MenuReading;

static void read_entries(Site *site, Slice name, const Value *list, int depth,
                         MenuEntry **ret_entries, size_t *ret_count);

static void read_page(SchemaReader *reader, Slice name, const Value *value)
{
    MenuReading *reading = reader->target;
    schema_given(reader, name, value, &reading->entry->page);
}

static void read_url(SchemaReader *reader, Slice name, const Value *value)
{
    MenuReading *reading = reader->target;
    settings_url(reader, name, value, &reading->entry->url);
}

static void read_title(SchemaReader *reader, Slice name, const Value *value)
{
    MenuReading *reading = reader->target;
    schema_texts(reader, name, value, true, &reading->entry->titles);
}

/* Children are read by read_entries, which knows the site; the key only has to be known. */
static void pass_children(SchemaReader *reader, Slice name, const Value *value)
{
    (void) reader;
    (void) name;
    (void) value;
}

static const SchemaKey entry_keys[] = {
    {SLICE_INIT("page"), false, read_page},
    {SLICE_INIT("url"), false, read_url},
    {SLICE_INIT("title"), false, read_title},
    {SLICE_INIT("children"), false, pass_children},
};

static void read_entry(Site *site, const Value *value, int depth, MenuEntry *entry)
{
    MenuReading reading = {entry, depth};
    SchemaReader reader = settings_reader(site, &reading);
    if (!schema_map(&reader, SLICE("menus"), value, entry_keys,
                    sizeof(entry_keys) / sizeof(entry_keys[0])))
        return;
    bool has_page = entry->page.text.size > 0;
    bool has_url = entry->url.kind == URL_EXTERNAL;
    bool has_neither = !has_page && value_is_none(value_find(value, SLICE("url")));
    if (has_neither || (has_page && has_url))
        schema_fault(&reader, DIAGNOSTIC_CONFIG_MENU_ENTRY, value, (Slice){0}, (Slice){0});
    if (has_url && !entry->titles)
        schema_fault(&reader, DIAGNOSTIC_CONFIG_MISSING_KEY, value, SLICE("title"), (Slice){0});
    const Value *children = value_find(value, SLICE("children"));
    if (!value_is_none(children))
        read_entries(site, SLICE("children"), children, depth + 1, &entry->children,
                     &entry->child_count);
}

static void read_entries(Site *site, Slice name, const Value *list, int depth,
                         MenuEntry **ret_entries, size_t *ret_count)
{
    SchemaReader reader = settings_reader(site, site);
    if (depth > MENU_MAX_DEPTH) {
        schema_fault(&reader, DIAGNOSTIC_CONFIG_MENU_DEPTH, list, SLICE("3"), (Slice){0});
        return;
    }
    const ValueEntry *values;
    size_t count;
    if (!schema_list(&reader, name, list, &values, &count))
        return;
    MenuEntry *entries = ARENA_ARRAY(&site->arena, MenuEntry, count);
    for (size_t i = 0; i < count; i++)
        read_entry(site, &values[i].value, depth, &entries[i]);
    *ret_entries = entries;
    *ret_count = count;
}

void settings_read_menus(Site *site, const Value *map)
{
    Settings *settings = &site->settings;
    SchemaReader reader = settings_reader(site, site);
    if (map->kind != VALUE_MAP) {
        schema_fault(&reader, DIAGNOSTIC_YAML_MAP, map, SLICE("menus"), (Slice){0});
        return;
    }
    settings->menus = ARENA_ARRAY(&site->arena, Menu, map->count);
    for (size_t i = 0; i < map->count; i++) {
        if (!settings_check_name(&reader, &map->entries[i]))
            continue;
        Menu *menu = &settings->menus[settings->menu_count++];
        menu->name = map->entries[i].key;
        read_entries(site, menu->name, &map->entries[i].value, 1, &menu->entries,
                     &menu->entry_count);
    }
}
