/* Reads YAML maps by a table of keys, and single values by their type: what site.yaml, front matter
 * and data files share. Every function reports what does not fit (yaml/…, and the caller's codes
 * for unknown and missing keys) and then returns false, leaving its result alone. Absent values
 * (VALUE_NONE) are fine and also leave it alone: the function returns false without a report. */
#ifndef MODEL_SCHEMA_H
#define MODEL_SCHEMA_H

#include "base/record.h"
#include "base/report.h"
#include "base/value.h"
#include "model/page.h"
#include "text/date.h"
#include "text/languages.h"

typedef struct SchemaReader {
    Arena *arena; /* of what is kept */
    Report *report;
    const Languages *languages; /* NULL until they are read */
    const Zone *zone;
    bool allows_solar;
    DiagnosticCode unknown_key; /* {0}: the key */
    DiagnosticCode missing_key; /* {0}: the key */
    void *target;               /* of the keys' functions */
    const Language *language;   /* of texts that are not per language */
    bool no_isolation;          /* in texts: the switches of a page */
    bool no_typography;
} SchemaReader;

typedef struct SchemaKey {
    Slice name;
    bool is_required;
    void (*read)(SchemaReader *reader, Slice name, const Value *value);
} SchemaKey;

/* Reports keys that are unknown or missing, and a `map` that is none; then it is false. */
bool schema_check(SchemaReader *reader, Slice name, const Value *map, const SchemaKey *keys,
                  size_t key_count);

/* The same, and calls the function of each key that is there. */
bool schema_map(SchemaReader *reader, Slice name, const Value *map, const SchemaKey *keys,
                size_t key_count);

/* The entries of a list; a single scalar counts as a list of one. */
bool schema_list(SchemaReader *reader, Slice name, const Value *value,
                 const ValueEntry **ret_entries, size_t *ret_count);

bool schema_text(SchemaReader *reader, Slice name, const Value *value, uint32_t max_size,
                 Slice *ret_text);
bool schema_bool(SchemaReader *reader, Slice name, const Value *value, bool *ret_value);
bool schema_int(SchemaReader *reader, Slice name, const Value *value, int64_t *ret_value);
bool schema_date(SchemaReader *reader, Slice name, const Value *value, Date *ret_date);
bool schema_duration(SchemaReader *reader, Slice name, const Value *value, int64_t *ret_seconds);
bool schema_word(SchemaReader *reader, const Value *value, const Slice *words, size_t count,
                 uint32_t *ret_word);
bool schema_slug(SchemaReader *reader, Slice name, const Value *value, Given *ret_slug);
bool schema_given(SchemaReader *reader, Slice name, const Value *value, Given *ret_given);
bool schema_given_list(SchemaReader *reader, Slice name, const Value *value, uint32_t max_count,
                       GivenList *ret_list);

/* A text per language, read by label_read: a map with an entry for every language of the site.
 * *ret_texts has a row for each. With `is_complete` a missing language is an error
 * (config/language-text). */
bool schema_texts(SchemaReader *reader, Slice name, const Value *value, bool is_complete,
                  Text **ret_texts);

/* A name that stands alone: an id, a key. Invisible characters and anything but a-z, 0-9, "-", "_"
 * are refused. */
bool schema_is_id(Slice text);

/* The fault at a value, for callers with codes of their own. */
void schema_fault(SchemaReader *reader, DiagnosticCode code, const Value *value, Slice first,
                  Slice second);

#endif
