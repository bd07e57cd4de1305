/* Reads `languages` of site.yaml: no direction is ever guessed (output 2). */
#include "base/suggest.h"
#include "discover/settings_reader.h"
#include "text/calendar.h"
#include "text/digit.h"

#include <assert.h>

static void read_name(SchemaReader *reader, Slice name, const Value *value)
{
    LanguageSettings *settings = reader->target;
    schema_text(reader, name, value, 100, &settings->name);
}

static void read_hreflang(SchemaReader *reader, Slice name, const Value *value)
{
    LanguageSettings *settings = reader->target;
    schema_text(reader, name, value, 100, &settings->hreflang);
}

static void read_locale(SchemaReader *reader, Slice name, const Value *value)
{
    LanguageSettings *settings = reader->target;
    schema_text(reader, name, value, 100, &settings->locale);
}

/* A misspelt direction gets no repair: the nearest word may be the wrong way round. */
static void read_direction(SchemaReader *reader, Slice name, const Value *value)
{
    LanguageSettings *settings = reader->target;
    Slice word = {0};
    if (!schema_text(reader, name, value, 100, &word))
        return;
    if (slice_equal(word, SLICE("ltr")))
        settings->direction = DIRECTION_LTR;
    else if (slice_equal(word, SLICE("rtl")))
        settings->direction = DIRECTION_RTL;
    else
        schema_fault(reader, DIAGNOSTIC_YAML_WORD, value, word, SLICE("ltr, rtl"));
}

static void read_calendar(SchemaReader *reader, Slice name, const Value *value)
{
    (void) name;
    static const Slice words[] = {SLICE_INIT("gregorian"), SLICE_INIT("persian")};
    LanguageSettings *settings = reader->target;
    uint32_t word;
    if (schema_word(reader, value, words, 2, &word))
        settings->calendar = word == 0 ? CALENDAR_GREGORIAN : CALENDAR_PERSIAN;
}

static void read_digits(SchemaReader *reader, Slice name, const Value *value)
{
    (void) name;
    static const Slice words[] = {SLICE_INIT("latn"), SLICE_INIT("arabext"), SLICE_INIT("arab")};
    LanguageSettings *settings = reader->target;
    uint32_t word;
    if (schema_word(reader, value, words, 3, &word))
        digit_find_family(words[word], &settings->digits);
}

static void read_second_calendar(SchemaReader *reader, Slice name, const Value *value)
{
    (void) name;
    static const Slice words[] = {SLICE_INIT("none"), SLICE_INIT("gregorian"),
                                  SLICE_INIT("persian")};
    LanguageSettings *settings = reader->target;
    uint32_t word;
    if (schema_word(reader, value, words, 3, &word) && word > 0)
        settings->second_calendar = word == 1 ? CALENDAR_GREGORIAN : CALENDAR_PERSIAN;
}

static const SchemaKey language_keys[] = {
    {SLICE_INIT("name"), true, read_name},
    {SLICE_INIT("direction"), false, read_direction},
    {SLICE_INIT("calendar"), false, read_calendar},
    {SLICE_INIT("digits"), false, read_digits},
    {SLICE_INIT("second_calendar"), false, read_second_calendar},
    {SLICE_INIT("hreflang"), false, read_hreflang},
    {SLICE_INIT("locale"), false, read_locale},
};

static void add_fault(Site *site, DiagnosticCode code, Span span, Slice first, Slice suggestion)
{
    report_add(&site->report, &(Diagnostic){.code = code,
                                            .span = span,
                                            .words = {first, suggestion},
                                            .suggestion = suggestion});
}

/* False when the language cannot be used. */
static bool check_language(Site *site, const ValueEntry *entry, const LanguageSettings *settings)
{
    Slice word = {0};
    switch (language_check(settings, &word)) {
    case LANGUAGE_FINE:
        return true;
    case LANGUAGE_NO_DIRECTION:
        add_fault(site, DIAGNOSTIC_DIRECTION_MISSING, entry->key_span, entry->key, (Slice){0});
        return false;
    case LANGUAGE_DIRECTION_DIFFERS:
        report_add(&site->report,
                   &(Diagnostic){.code = DIAGNOSTIC_DIRECTION_DIFFERS,
                                 .span = entry->key_span,
                                 .words = {entry->key, direction_word(settings->direction)}});
        return true;
    case LANGUAGE_UNKNOWN:
        add_fault(site, DIAGNOSTIC_LANGUAGE_UNKNOWN, entry->key_span, entry->key, word);
        return false;
    case LANGUAGE_LOCALE_UNKNOWN:
        add_fault(site, DIAGNOSTIC_LANGUAGE_LOCALE, entry->value.span, settings->locale, word);
        return false;
    }
    return false;
}

static bool has_second_calendar_key(const ValueEntry *entry)
{
    return value_find(&entry->value, SLICE("second_calendar")) != NULL;
}

static bool read_language(Site *site, const ValueEntry *entry, LanguageSettings *settings)
{
    SchemaReader reader = settings_reader(site, settings);
    settings->code = entry->key;
    size_t errors = site->report.error_count;
    if (!schema_map(&reader, entry->key, &entry->value, language_keys,
                    sizeof(language_keys) / sizeof(language_keys[0])) ||
        site->report.error_count > errors)
        return false;
    // A Solar Hijri date has the Gregorian one beside it unless the site turns that off (output
    // 24).
    if (!has_second_calendar_key(entry) && settings->calendar == CALENDAR_PERSIAN)
        settings->second_calendar = CALENDAR_GREGORIAN;
    return check_language(site, entry, settings);
}

/* Codes that differ in their case alone would share a folder. */
static bool check_folders(Site *site, const Value *map)
{
    bool is_fine = true;
    for (size_t i = 0; i < map->count; i++) {
        size_t first = 0;
        while (!slice_equal_ascii_case(map->entries[first].key, map->entries[i].key))
            first++;
        if (first == i)
            continue;
        Span span = map->entries[first].key_span;
        uint32_t line = source_position(span.source, span.start).line;
        report_add(&site->report, &(Diagnostic){.code = DIAGNOSTIC_YAML_REPEATED_KEY,
                                                .span = map->entries[i].key_span,
                                                .other = span,
                                                .words = {map->entries[i].key,
                                                          slice_print(&site->arena, "%u", line)}});
        is_fine = false;
    }
    return is_fine;
}

static bool check_map(Site *site, const Value *map)
{
    Slice name = SLICE("languages");
    SchemaReader reader = settings_reader(site, NULL);
    if (map->kind == VALUE_MAP && map->count > 0 && map->count <= LANGUAGES_MAX)
        return check_folders(site, map);
    if (map->kind != VALUE_MAP)
        schema_fault(&reader, DIAGNOSTIC_YAML_MAP, map, name, (Slice){0});
    else if (map->count == 0)
        schema_fault(&reader, DIAGNOSTIC_CONFIG_MISSING_KEY, map, name, (Slice){0});
    else
        schema_fault(&reader, DIAGNOSTIC_YAML_TOO_MANY, map, name,
                     slice_print(&site->arena, "%d", LANGUAGES_MAX));
    return false;
}

bool settings_read_languages(Site *site, const Value *map)
{
    if (!map || !check_map(site, map))
        return false; // missing: reported with the other keys
    LanguageSettings *settings = ARENA_ARRAY(&site->arena, LanguageSettings, map->count);
    bool is_fine = true;
    for (size_t i = 0; i < map->count; i++)
        is_fine = read_language(site, &map->entries[i], &settings[i]) && is_fine;
    if (!is_fine)
        return false;
    site->settings.languages = languages_open(&site->arena, settings, map->count);
    if (!site->settings.languages)
        report_add(&site->report, &(Diagnostic){.code = DIAGNOSTIC_ICU_DATA, .span = map->span});
    return site->settings.languages != NULL;
}
