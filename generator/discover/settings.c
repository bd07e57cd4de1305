/* Reads site.yaml into Settings: one table of keys, one function for each. */
#include "discover/settings.h"

#include "base/file.h"
#include "discover/settings_reader.h"
#include "markup/yaml.h"

#include <string.h>

#define SETTINGS_MAX_SIZE (256 * 1024)
#define DEFAULT_PAGE_SIZE 20
#define DEFAULT_FEED_ENTRIES 20
#define DEFAULT_HTML_BUDGET 56000
#define DEFAULT_PAGE_BUDGET 200000

bool settings_check_name(SchemaReader *reader, const ValueEntry *entry)
{
    if (schema_is_id(entry->key))
        return true;
    report_add(reader->report, &(Diagnostic){.code = DIAGNOSTIC_CONFIG_NAME,
                                             .span = entry->key_span,
                                             .words = {entry->key}});
    return false;
}

bool settings_url(SchemaReader *reader, Slice name, const Value *value, Url *ret_url)
{
    Slice text, part, address;
    if (!schema_text(reader, name, value, 2000, &text))
        return false;
    if (url_check(reader->arena, text, NULL, 0, &part, &address) != URL_FINE) {
        schema_fault(reader, DIAGNOSTIC_CONFIG_URL, value, text, (Slice){0});
        return false;
    }
    *ret_url = (Url){.kind = URL_EXTERNAL, .path = address};
    return true;
}

static void read_title(SchemaReader *reader, Slice name, const Value *value)
{
    schema_texts(reader, name, value, true, &settings_site(reader)->settings.titles);
}

static void read_description(SchemaReader *reader, Slice name, const Value *value)
{
    schema_texts(reader, name, value, true, &settings_site(reader)->settings.descriptions);
}

static void read_publisher(SchemaReader *reader, Slice name, const Value *value)
{
    (void) name;
    settings_read_publisher(settings_site(reader), value);
}

static void read_menus(SchemaReader *reader, Slice name, const Value *value)
{
    (void) name;
    settings_read_menus(settings_site(reader), value);
}

static void read_checks(SchemaReader *reader, Slice name, const Value *value)
{
    (void) name;
    settings_read_checks(settings_site(reader), value);
}

/* Languages were read before all other keys. */
static void pass(SchemaReader *reader, Slice name, const Value *value)
{
    (void) reader;
    (void) name;
    (void) value;
}

static void read_language_code(SchemaReader *reader, Slice name, const Value *value,
                               const Language **ret_language)
{
    Slice code;
    if (!schema_text(reader, name, value, 100, &code))
        return;
    const Language *language = languages_find(reader->languages, code);
    if (language)
        *ret_language = language;
    else
        schema_fault(reader, DIAGNOSTIC_LANGUAGE_NOT_LISTED, value, code, (Slice){0});
}

static void read_default_language(SchemaReader *reader, Slice name, const Value *value)
{
    read_language_code(reader, name, value, &settings_site(reader)->settings.default_language);
}

static void read_original(SchemaReader *reader, Slice name, const Value *value)
{
    read_language_code(reader, name, value, &settings_site(reader)->settings.original);
}

/* The address goes into pages, feeds and the configuration of servers as it is. */
static bool is_plain_address(Slice address)
{
    static const char marks[] = "\"'`<>{}[]|\\^$*;, ?#";
    for (size_t i = 0; i < address.size; i++) {
        if (strchr(marks, address.at[i]))
            return false;
    }
    return true;
}

static void read_base(SchemaReader *reader, Slice name, const Value *value)
{
    Slice text, part, address;
    if (!schema_text(reader, name, value, 500, &text))
        return;
    bool is_web = slice_starts(text, SLICE("https://")) || slice_starts(text, SLICE("http://"));
    if (is_web && slice_ends(text, SLICE("/")) && is_plain_address(text) &&
        url_check(reader->arena, text, NULL, 0, &part, &address) == URL_FINE)
        settings_site(reader)->settings.base = address;
    else
        schema_fault(reader, DIAGNOSTIC_CONFIG_BASE, value, text, (Slice){0});
}

static void read_timezone(SchemaReader *reader, Slice name, const Value *value)
{
    Slice text;
    if (!schema_text(reader, name, value, 100, &text))
        return;
    const Zone *zone = zone_new(reader->arena, text);
    if (zone)
        settings_site(reader)->settings.zone = zone;
    else
        schema_fault(reader, DIAGNOSTIC_CONFIG_TIMEZONE, value, text, (Slice){0});
}

static void read_taxonomy_title(SchemaReader *reader, Slice name, const Value *value)
{
    schema_texts(reader, name, value, true, &((Taxonomy *) reader->target)->titles);
}

static void read_taxonomy_address(SchemaReader *reader, Slice name, const Value *value)
{
    Given slug = {0};
    if (schema_slug(reader, name, value, &slug))
        ((Taxonomy *) reader->target)->address = slug.text;
}

static void read_taxonomy_feed(SchemaReader *reader, Slice name, const Value *value)
{
    schema_bool(reader, name, value, &((Taxonomy *) reader->target)->has_feed);
}

static const SchemaKey taxonomy_keys[] = {
    {SLICE_INIT("title"), true, read_taxonomy_title},
    {SLICE_INIT("address"), false, read_taxonomy_address},
    {SLICE_INIT("feed"), false, read_taxonomy_feed},
};

static void read_taxonomies(SchemaReader *reader, Slice name, const Value *value)
{
    Site *site = settings_site(reader);
    if (value->kind != VALUE_MAP) {
        schema_fault(reader, DIAGNOSTIC_YAML_MAP, value, name, (Slice){0});
        return;
    }
    site->taxonomies = ARENA_ARRAY(&site->arena, Taxonomy, value->count);
    for (size_t i = 0; i < value->count; i++) {
        const ValueEntry *entry = &value->entries[i];
        if (!settings_check_name(reader, entry))
            continue;
        Taxonomy *taxonomy = &site->taxonomies[site->taxonomy_count++];
        taxonomy->name = entry->key;
        taxonomy->address = entry->key;
        SchemaReader inner = settings_reader(site, taxonomy);
        schema_map(&inner, entry->key, &entry->value, taxonomy_keys,
                   sizeof(taxonomy_keys) / sizeof(taxonomy_keys[0]));
    }
}

/* A whole number of at least 1. */
static void read_positive(SchemaReader *reader, Slice name, const Value *value, int64_t *ret_number)
{
    int64_t number;
    if (!schema_int(reader, name, value, &number))
        return;
    if (number >= 1)
        *ret_number = number;
    else
        schema_fault(reader, DIAGNOSTIC_CONFIG_RANGE, value, name, SLICE("1"));
}

static void read_size(SchemaReader *reader, Slice name, const Value *value)
{
    read_positive(reader, name, value, &settings_site(reader)->settings.page_size);
}

static void read_entries(SchemaReader *reader, Slice name, const Value *value)
{
    read_positive(reader, name, value, &settings_site(reader)->settings.feed_entries);
}

static void read_full(SchemaReader *reader, Slice name, const Value *value)
{
    schema_bool(reader, name, value, &settings_site(reader)->settings.feeds_are_full);
}

static const SchemaKey pagination_keys[] = {{SLICE_INIT("size"), false, read_size}};
static const SchemaKey feed_keys[] = {{SLICE_INIT("entries"), false, read_entries},
                                      {SLICE_INIT("full"), false, read_full}};

static void read_pagination(SchemaReader *reader, Slice name, const Value *value)
{
    schema_map(reader, name, value, pagination_keys, 1);
}

static void read_feeds(SchemaReader *reader, Slice name, const Value *value)
{
    schema_map(reader, name, value, feed_keys, 2);
}

static void read_budget_html(SchemaReader *reader, Slice name, const Value *value)
{
    read_positive(reader, name, value, &((Budget *) reader->target)->html);
}

static void read_budget_page(SchemaReader *reader, Slice name, const Value *value)
{
    read_positive(reader, name, value, &((Budget *) reader->target)->page);
}

static const SchemaKey budget_keys[] = {{SLICE_INIT("html"), false, read_budget_html},
                                        {SLICE_INIT("page"), false, read_budget_page}};

static void read_budgets(SchemaReader *reader, Slice name, const Value *value)
{
    Site *site = settings_site(reader);
    if (value->kind != VALUE_MAP) {
        schema_fault(reader, DIAGNOSTIC_YAML_MAP, value, name, (Slice){0});
        return;
    }
    for (size_t i = 0; i < value->count; i++) {
        const ValueEntry *entry = &value->entries[i];
        Value key = {.kind = VALUE_SCALAR, .text = entry->key, .span = entry->key_span};
        uint32_t type;
        if (!schema_word(reader, &key, page_type_words, PAGE_TYPE_COUNT, &type))
            continue;
        Budget *budget = &site->settings.budgets[type];
        budget->is_set = true;
        SchemaReader inner = settings_reader(site, budget);
        schema_map(&inner, entry->key, &entry->value, budget_keys, 2);
    }
}

static void read_missing_translations(SchemaReader *reader, Slice name, const Value *value)
{
    (void) name;
    static const Slice words[] = {SLICE_INIT("omit"), SLICE_INIT("fallback")};
    uint32_t word;
    if (schema_word(reader, value, words, 2, &word))
        settings_site(reader)->settings.fallback_pages = word == 1;
}

static void read_schemes(SchemaReader *reader, Slice name, const Value *value)
{
    GivenList list;
    if (!schema_given_list(reader, name, value, 64, &list))
        return;
    Settings *settings = &settings_site(reader)->settings;
    settings->schemes = ARENA_ARRAY(reader->arena, Slice, list.count);
    for (size_t i = 0; i < list.count; i++) {
        static const Slice refused[] = {SLICE_INIT("javascript"), SLICE_INIT("data"),
                                        SLICE_INIT("vbscript"), SLICE_INIT("file"),
                                        SLICE_INIT("blob")};
        bool is_refused = !schema_is_id(list.items[i].text);
        for (size_t k = 0; k < sizeof(refused) / sizeof(refused[0]); k++)
            is_refused = is_refused || slice_equal_ascii_case(refused[k], list.items[i].text);
        if (is_refused)
            schema_fault(reader, DIAGNOSTIC_CONFIG_SCHEME, value, list.items[i].text, (Slice){0});
        else
            settings->schemes[settings->scheme_count++] = list.items[i].text;
    }
}

static const SchemaKey url_keys[] = {{SLICE_INIT("schemes"), false, read_schemes}};

static void read_urls(SchemaReader *reader, Slice name, const Value *value)
{
    schema_map(reader, name, value, url_keys, 1);
}

static void read_solar_input(SchemaReader *reader, Slice name, const Value *value)
{
    bool allows = true;
    if (schema_bool(reader, name, value, &allows))
        settings_site(reader)->settings.no_solar_input = !allows;
}

static const SchemaKey date_keys[] = {{SLICE_INIT("solar_input"), false, read_solar_input}};

static void read_dates(SchemaReader *reader, Slice name, const Value *value)
{
    schema_map(reader, name, value, date_keys, 1);
}

static void read_messages(SchemaReader *reader, Slice name, const Value *value)
{
    (void) name;
    static const Slice words[] = {SLICE_INIT("en"), SLICE_INIT("fa")};
    uint32_t word;
    if (schema_word(reader, value, words, 2, &word))
        settings_site(reader)->settings.persian_messages = word == 1;
}

static void read_edit_url(SchemaReader *reader, Slice name, const Value *value)
{
    Slice text;
    if (!schema_text(reader, name, value, 500, &text))
        return;
    if (slice_starts(text, SLICE("https://")) && slice_contains(text, SLICE("{path}")))
        settings_site(reader)->settings.edit_url = text;
    else
        schema_fault(reader, DIAGNOSTIC_CONFIG_EDIT_URL, value, text, (Slice){0});
}

static void read_extra(SchemaReader *reader, Slice name, const Value *value)
{
    Settings *settings = &settings_site(reader)->settings;
    if (value->kind != VALUE_MAP) {
        schema_fault(reader, DIAGNOSTIC_YAML_MAP, value, name, (Slice){0});
        return;
    }
    settings->extra = ARENA_ARRAY(reader->arena, ExtraEntry, value->count);
    for (size_t i = 0; i < value->count; i++) {
        ExtraEntry *entry = &settings->extra[settings->extra_count];
        entry->name = value->entries[i].key;
        if (schema_text(reader, entry->name, &value->entries[i].value, 0, &entry->text.bytes))
            settings->extra_count++;
    }
}

static const SchemaKey site_keys[] = {
    {SLICE_INIT("title"), true, read_title},
    {SLICE_INIT("description"), true, read_description},
    {SLICE_INIT("publisher"), true, read_publisher},
    {SLICE_INIT("languages"), true, pass},
    {SLICE_INIT("default_language"), false, read_default_language},
    {SLICE_INIT("original"), false, read_original},
    {SLICE_INIT("base"), false, read_base},
    {SLICE_INIT("timezone"), false, read_timezone},
    {SLICE_INIT("taxonomies"), false, read_taxonomies},
    {SLICE_INIT("menus"), false, read_menus},
    {SLICE_INIT("pagination"), false, read_pagination},
    {SLICE_INIT("feeds"), false, read_feeds},
    {SLICE_INIT("budgets"), false, read_budgets},
    {SLICE_INIT("missing_translations"), false, read_missing_translations},
    {SLICE_INIT("urls"), false, read_urls},
    {SLICE_INIT("dates"), false, read_dates},
    {SLICE_INIT("checks"), false, read_checks},
    {SLICE_INIT("messages"), false, read_messages},
    {SLICE_INIT("edit_url"), false, read_edit_url},
    {SLICE_INIT("extra"), false, read_extra},
};

static void set_defaults(Site *site)
{
    Settings *settings = &site->settings;
    settings->default_language = &settings->languages->items[0];
    settings->original = settings->default_language;
    settings->zone = zone_new(&site->arena, SLICE("UTC"));
    settings->page_size = DEFAULT_PAGE_SIZE;
    settings->feed_entries = DEFAULT_FEED_ENTRIES;
    settings->feeds_are_full = true;
    for (PageType type = PAGE_HOME; type <= PAGE_GUIDE; type++)
        settings->budgets[type] = (Budget){DEFAULT_HTML_BUDGET, DEFAULT_PAGE_BUDGET, false};
}

/* Without the key there is still one taxonomy: tags, which shows its name until it gets a title. */
static void add_default_taxonomy(Site *site)
{
    Taxonomy *tags = ARENA_NEW(&site->arena, Taxonomy);
    tags->name = SLICE("tags");
    tags->address = tags->name;
    tags->titles = ARENA_ARRAY(&site->arena, Text, site->settings.languages->count);
    for (size_t i = 0; i < site->settings.languages->count; i++)
        tags->titles[i] = (Text){tags->name, NULL};
    site->taxonomies = tags;
    site->taxonomy_count = 1;
}

bool settings_read(Site *site)
{
    Slice name = SLICE("site.yaml");
    if (!file_exists(file_join(&site->arena, site->options.source, name))) {
        report_add(&site->report, &(Diagnostic){.code = DIAGNOSTIC_CONFIG_NO_SITE, .path = name});
        return false;
    }
    Value map = {0};
    if (!site_read(site, &site->arena, name, SETTINGS_MAX_SIZE, &site->report,
                   &site->settings.source) ||
        !yaml_read_file(&site->arena, site->settings.source, &YAML_SETTINGS, &site->report, &map))
        return false;
    const Value *messages = value_find(&map, SLICE("messages"));
    site->settings.persian_messages = messages && slice_equal(messages->text, SLICE("fa"));
    SchemaReader reader = settings_reader(site, site);
    const Value *languages = value_find(&map, SLICE("languages"));
    if (!languages)
        schema_check(&reader, SLICE("site.yaml"), &map, site_keys,
                     sizeof(site_keys) / sizeof(site_keys[0]));
    if (!settings_read_languages(site, languages))
        return false;
    set_defaults(site);
    reader = settings_reader(site, site);
    reader.zone = site->settings.zone;
    schema_map(&reader, SLICE("site.yaml"), &map, site_keys,
               sizeof(site_keys) / sizeof(site_keys[0]));
    if (!value_find(&map, SLICE("taxonomies")))
        add_default_taxonomy(site);
    if (!value_find(&map, SLICE("base")))
        report_add(&site->report, &(Diagnostic){.code = DIAGNOSTIC_NO_BASE,
                                                .span = span_whole(site->settings.source)});
    return site->settings.titles && site->settings.descriptions && site->settings.publisher.names;
}
