/* Types values of YAML by what a key wants, with one clear sentence for whatever does not fit. */
#include "model/schema.h"

#include "base/buffer.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "model/label.h"
#include "text/duration.h"
#include "text/number.h"
#include "text/slug.h"

void schema_fault(SchemaReader *reader, DiagnosticCode code, const Value *value, Slice first,
                  Slice second)
{
    report_add(reader->report,
               &(Diagnostic){.code = code, .span = value->span, .words = {first, second}});
}

static bool is_known(const SchemaKey *keys, size_t count, Slice name)
{
    for (size_t i = 0; i < count; i++) {
        if (slice_equal(keys[i].name, name))
            return true;
    }
    return false;
}

/* Returns the key that was most likely meant; empty: none stands out. */
static Slice report_unknown(SchemaReader *reader, const ValueEntry *entry, const SchemaKey *keys,
                            size_t count)
{
    Slice *names = ARENA_ARRAY(reader->arena, Slice, count);
    for (size_t i = 0; i < count; i++)
        names[i] = keys[i].name;
    Diagnostic diagnostic = {
        .code = reader->unknown_key, .span = entry->key_span, .words = {entry->key}};
    Edit edit;
    suggest_fill(&diagnostic, entry->key, names, count, &edit);
    report_add(reader->report, &diagnostic);
    return diagnostic.suggestion;
}

static bool is_meant(const Slice *meant, size_t count, Slice name)
{
    for (size_t i = 0; i < count; i++) {
        if (slice_equal(meant[i], name))
            return true;
    }
    return false;
}

bool schema_check(SchemaReader *reader, Slice name, const Value *map, const SchemaKey *keys,
                  size_t key_count)
{
    if (map->kind != VALUE_MAP) {
        schema_fault(reader, DIAGNOSTIC_YAML_MAP, map, name, (Slice){0});
        return false;
    }
    bool is_fine = true;
    Slice *meant = ARENA_ARRAY(reader->arena, Slice, map->count);
    for (size_t i = 0; i < map->count; i++) {
        if (!is_known(keys, key_count, map->entries[i].key)) {
            meant[i] = report_unknown(reader, &map->entries[i], keys, key_count);
            is_fine = false;
        }
    }
    for (size_t i = 0; i < key_count; i++) {
        if (!keys[i].is_required || !value_is_none(value_find(map, keys[i].name)))
            continue;
        is_fine = false;
        if (!is_meant(meant, map->count, keys[i].name)) // misspelt is not missing
            schema_fault(reader, reader->missing_key, map, keys[i].name, name);
    }
    return is_fine;
}

bool schema_map(SchemaReader *reader, Slice name, const Value *map, const SchemaKey *keys,
                size_t key_count)
{
    bool is_fine = schema_check(reader, name, map, keys, key_count);
    for (size_t i = 0; map->kind == VALUE_MAP && i < key_count; i++) {
        const Value *value = value_find(map, keys[i].name);
        if (!value_is_none(value))
            keys[i].read(reader, keys[i].name, value);
    }
    return is_fine;
}

bool schema_list(SchemaReader *reader, Slice name, const Value *value,
                 const ValueEntry **ret_entries, size_t *ret_count)
{
    if (value_is_none(value))
        return false;
    if (value->kind == VALUE_LIST) {
        *ret_entries = value->entries;
        *ret_count = value->count;
        return true;
    }
    if (value->kind == VALUE_MAP) {
        schema_fault(reader, DIAGNOSTIC_YAML_LIST, value, name, (Slice){0});
        return false;
    }
    ValueEntry *single = ARENA_NEW(reader->arena, ValueEntry);
    single->value = *value;
    *ret_entries = single;
    *ret_count = 1;
    return true;
}

/* True for a scalar that holds something; a list or map is reported. */
static bool is_scalar(SchemaReader *reader, Slice name, const Value *value)
{
    if (value_is_none(value))
        return false;
    if (value->kind == VALUE_SCALAR)
        return true;
    schema_fault(reader, DIAGNOSTIC_YAML_TEXT, value, name, (Slice){0});
    return false;
}

bool schema_text(SchemaReader *reader, Slice name, const Value *value, uint32_t max_size,
                 Slice *ret_text)
{
    if (!is_scalar(reader, name, value))
        return false;
    if (max_size > 0 && value->text.size > max_size && utf8_count(value->text) > max_size) {
        schema_fault(reader, DIAGNOSTIC_YAML_TOO_LONG, value, name,
                     slice_print(reader->arena, "%u", max_size));
        return false;
    }
    *ret_text = slice_trim(value->text);
    return true;
}

typedef struct TruthWord {
    Slice word;
    bool value;
} TruthWord;

static const TruthWord truth_words[] = {
    {SLICE_INIT("true"), true}, {SLICE_INIT("yes"), true},    {SLICE_INIT("on"), true},
    {SLICE_INIT("بله"), true},  {SLICE_INIT("false"), false}, {SLICE_INIT("no"), false},
    {SLICE_INIT("off"), false}, {SLICE_INIT("خیر"), false},
};

bool schema_bool(SchemaReader *reader, Slice name, const Value *value, bool *ret_value)
{
    if (!is_scalar(reader, name, value))
        return false;
    for (size_t i = 0; i < sizeof(truth_words) / sizeof(truth_words[0]); i++) {
        if (slice_equal_ascii_case(truth_words[i].word, value->text)) {
            *ret_value = truth_words[i].value;
            return true;
        }
    }
    schema_fault(reader, DIAGNOSTIC_YAML_BOOL, value, name, value->text);
    return false;
}

bool schema_int(SchemaReader *reader, Slice name, const Value *value, int64_t *ret_value)
{
    if (!is_scalar(reader, name, value))
        return false;
    if (number_read_int(slice_trim(value->text), ret_value))
        return true;
    schema_fault(reader, DIAGNOSTIC_YAML_INT, value, name, value->text);
    return false;
}

static void report_date(SchemaReader *reader, Slice name, const Value *value, DateFault fault,
                        const DateReading *reading)
{
    switch (fault) {
    case DATE_FINE:
        break;
    case DATE_YEAR:
        schema_fault(reader, DIAGNOSTIC_YAML_DATE_YEAR, value, value->text, name);
        break;
    case DATE_SOLAR:
        schema_fault(reader, DIAGNOSTIC_YAML_DATE_SOLAR, value, value->text, name);
        break;
    case DATE_DAY:
        schema_fault(reader, DIAGNOSTIC_YAML_DATE_DAY, value, value->text,
                     slice_print(reader->arena, "%d", reading->last_day));
        break;
    case DATE_FORM:
    case DATE_MIXED_DIGITS:
    case DATE_MONTH:
    case DATE_TIME:
    case DATE_OFFSET:
        schema_fault(reader, DIAGNOSTIC_YAML_DATE, value, name, value->text);
        break;
    }
}

bool schema_date(SchemaReader *reader, Slice name, const Value *value, Date *ret_date)
{
    if (!is_scalar(reader, name, value))
        return false;
    DateReading reading = {0};
    DateFault fault =
        date_read(slice_trim(value->text), reader->zone, reader->allows_solar, &reading);
    if (fault == DATE_FINE)
        *ret_date = reading.date;
    else
        report_date(reader, name, value, fault, &reading);
    return fault == DATE_FINE;
}

bool schema_duration(SchemaReader *reader, Slice name, const Value *value, int64_t *ret_seconds)
{
    if (!is_scalar(reader, name, value))
        return false;
    if (duration_read(slice_trim(value->text), ret_seconds))
        return true;
    schema_fault(reader, DIAGNOSTIC_YAML_DURATION, value, name, value->text);
    return false;
}

bool schema_word(SchemaReader *reader, const Value *value, const Slice *words, size_t count,
                 uint32_t *ret_word)
{
    if (!is_scalar(reader, (Slice){0}, value))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (slice_equal(words[i], value->text)) {
            *ret_word = (uint32_t) i;
            return true;
        }
    }
    Diagnostic diagnostic = {
        .code = DIAGNOSTIC_YAML_WORD,
        .span = value->span,
        .words = {value->text, slice_join(reader->arena, words, count, SLICE(", "))},
    };
    Edit edit;
    suggest_fill(&diagnostic, value->text, words, count, &edit);
    report_add(reader->report, &diagnostic);
    return false;
}

bool schema_slug(SchemaReader *reader, Slice name, const Value *value, Given *ret_slug)
{
    if (!schema_given(reader, name, value, ret_slug))
        return false;
    if (slug_is_valid(ret_slug->text))
        return true;
    Slice proposal = slug_propose(reader->arena, ret_slug->text);
    Edit edit = {value->span, proposal};
    report_add(reader->report, &(Diagnostic){
                                   .code = DIAGNOSTIC_YAML_SLUG,
                                   .span = value->span,
                                   .words = {ret_slug->text},
                                   .suggestion = proposal,
                                   .fix_label = proposal,
                                   .edits = &edit,
                                   .edit_count = proposal.size > 0 ? 1 : 0,
                               });
    *ret_slug = (Given){0};
    return false;
}

bool schema_given(SchemaReader *reader, Slice name, const Value *value, Given *ret_given)
{
    if (!is_scalar(reader, name, value))
        return false;
    *ret_given = (Given){slice_trim(value->text), value->span.start, value->span.end};
    return true;
}

bool schema_given_list(SchemaReader *reader, Slice name, const Value *value, uint32_t max_count,
                       GivenList *ret_list)
{
    const ValueEntry *entries;
    size_t count;
    if (!schema_list(reader, name, value, &entries, &count))
        return false;
    if (max_count > 0 && count > max_count) {
        schema_fault(reader, DIAGNOSTIC_YAML_TOO_MANY, value, name,
                     slice_print(reader->arena, "%u", max_count));
        return false;
    }
    Given *items = ARENA_ARRAY(reader->arena, Given, count);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (schema_given(reader, name, &entries[i].value, &items[kept]))
            kept++;
    }
    *ret_list = (GivenList){items, kept};
    return true;
}

static const Language *find_language(SchemaReader *reader, const ValueEntry *entry)
{
    const Language *language = languages_find(reader->languages, entry->key);
    if (!language) {
        report_add(reader->report, &(Diagnostic){.code = DIAGNOSTIC_LANGUAGE_NOT_LISTED,
                                                 .span = entry->key_span,
                                                 .words = {entry->key}});
    }
    return language;
}

bool schema_texts(SchemaReader *reader, Slice name, const Value *value, bool is_complete,
                  Text **ret_texts)
{
    if (value_is_none(value))
        return false;
    if (value->kind != VALUE_MAP) {
        schema_fault(reader, DIAGNOSTIC_YAML_PER_LANGUAGE, value, name, (Slice){0});
        return false;
    }
    Text *texts = ARENA_ARRAY(reader->arena, Text, reader->languages->count);
    for (size_t i = 0; i < value->count; i++) {
        const Language *language = find_language(reader, &value->entries[i]);
        if (language)
            label_read(reader, name, &value->entries[i].value, 0, language,
                       &texts[language->number]);
    }
    bool is_fine = true;
    for (size_t i = 0; is_complete && i < reader->languages->count; i++) {
        if (texts[i].bytes.size > 0)
            continue;
        schema_fault(reader, DIAGNOSTIC_LANGUAGE_TEXT, value, name,
                     reader->languages->items[i].code);
        is_fine = false;
    }
    *ret_texts = texts;
    return is_fine;
}

bool schema_is_id(Slice text)
{
    for (size_t i = 0; i < text.size; i++) {
        char c = text.at[i];
        bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!is_letter && !(c >= '0' && c <= '9') && c != '-' && c != '_')
            return false;
    }
    return text.size > 0 && text.size <= SLUG_MAX_SIZE;
}
