/* Writes the registries as JSON, for the manual. */
#include "command/reference.h"

#include "base/json.h"
#include "base/report.h"
#include "command/manual.h"
#include "model/registry.h"
#include "template/filter.h"
#include "template/type.h"

#include <stdio.h>

#define REFERENCE_MAX_SIZE (4U << 20)

static const Slice kind_words[] = {
    [FIELD_TEXT] = SLICE_INIT("text"),         [FIELD_BOOL] = SLICE_INIT("bool"),
    [FIELD_SWITCH] = SLICE_INIT("bool"),       [FIELD_INT] = SLICE_INIT("int"),
    [FIELD_DATE] = SLICE_INIT("date"),         [FIELD_DURATION] = SLICE_INIT("duration"),
    [FIELD_WORD] = SLICE_INIT("word"),         [FIELD_SLUG] = SLICE_INIT("slug"),
    [FIELD_PATH] = SLICE_INIT("path"),         [FIELD_NAME] = SLICE_INIT("name"),
    [FIELD_LANGUAGE] = SLICE_INIT("language"), [FIELD_IDS] = SLICE_INIT("ids"),
    [FIELD_TEXTS] = SLICE_INIT("texts"),       [FIELD_ALIASES] = SLICE_INIT("addresses"),
    [FIELD_TERMS] = SLICE_INIT("ids"),         [FIELD_IMAGE] = SLICE_INIT("image"),
    [FIELD_SILENCE] = SLICE_INIT("reasons"),   [FIELD_EXTRA] = SLICE_INIT("map"),
};

Slice reference_entry(Slice code)
{
    Slice rest = manual_diagnostics(), line;
    const char *start = NULL;
    bool is_code = false; // an example may hold headings
    while (slice_cut_line(&rest, &line)) {
        is_code ^= slice_starts(line, SLICE("```"));
        bool is_heading = !is_code && slice_starts(line, SLICE("## "));
        if (start && is_heading)
            return slice_between(start, line.at);
        if (is_heading && slice_equal(slice_trim(slice_from(line, 3)), code))
            start = line.at;
    }
    return start ? slice_between(start, rest.at ? rest.at : start) : (Slice){0};
}

static void add_texts(JsonWriter *json, Slice key, const Slice *texts, size_t count)
{
    json_key(json, key);
    json_open_array(json);
    for (size_t i = 0; i < count; i++)
        json_text(json, texts[i]);
    json_close_array(json);
}

static void add_types(JsonWriter *json, uint32_t types)
{
    json_key(json, SLICE("types"));
    json_open_array(json);
    for (PageType type = PAGE_HOME; type <= PAGE_GUIDE; type++) {
        if (types & PAGE_TYPE_BIT(type))
            json_text(json, page_type_words[type]);
    }
    json_close_array(json);
}

static void add_field(JsonWriter *json, const Field *field)
{
    json_open_object(json);
    json_pair(json, SLICE("name"), field->name);
    json_pair(json, SLICE("kind"), kind_words[field->kind]);
    json_key(json, SLICE("shared"));
    json_bool(json, field->is_shared);
    json_key(json, SLICE("required"));
    json_bool(json, field->is_required);
    add_types(json, field->types);
    add_texts(json, SLICE("words"), field->words, field->word_count);
    json_pair(json, SLICE("default"), field->fallback);
    json_pair(json, SLICE("english"), field->english);
    json_pair(json, SLICE("persian"), field->persian);
    json_close_object(json);
}

static void add_filter(JsonWriter *json, Arena *arena, const Filter *filter)
{
    Type gives = {.kind = filter->result};
    json_open_object(json);
    json_pair(json, SLICE("name"), filter->name);
    json_pair(json, SLICE("takes"), filter->takes);
    json_pair(json, SLICE("gives"), type_phrase(arena, &gives));
    json_key(json, SLICE("arguments"));
    json_int(json, filter->max_arguments);
    json_pair(json, SLICE("english"), filter->english);
    json_pair(json, SLICE("persian"), filter->persian);
    json_close_object(json);
}

static void add_diagnostic(JsonWriter *json, DiagnosticCode code)
{
    static const Slice severities[] = {
        [SEVERITY_OFF] = SLICE_INIT("off"),
        [SEVERITY_NOTE] = SLICE_INIT("note"),
        [SEVERITY_WARNING] = SLICE_INIT("warning"),
        [SEVERITY_ERROR] = SLICE_INIT("error"),
    };
    json_open_object(json);
    json_pair(json, SLICE("name"), diagnostic_name(code));
    json_pair(json, SLICE("severity"), severities[diagnostic_severity(code)]);
    json_pair(json, SLICE("english"), diagnostic_sentence(code, false));
    json_pair(json, SLICE("persian"), diagnostic_sentence(code, true));
    json_pair(json, SLICE("entry"), slice_trim(reference_entry(diagnostic_name(code))));
    json_close_object(json);
}

static void add_filters(JsonWriter *json, Arena *arena)
{
    const Slice *names;
    size_t count = filter_names(arena, &names);
    json_key(json, SLICE("filters"));
    json_open_array(json);
    for (size_t i = 0; i < count; i++)
        add_filter(json, arena, filter_find(names[i]));
    json_close_array(json);
}

void reference_print(void)
{
    Arena arena;
    Buffer out;
    JsonWriter json;
    arena_open(&arena, 0);
    buffer_init(&out, &arena, REFERENCE_MAX_SIZE);
    json_init(&json, &out);
    json_open_object(&json);
    json_key(&json, SLICE("fields"));
    json_open_array(&json);
    for (size_t i = 0; i < registry_count(); i++)
        add_field(&json, registry_at(i));
    json_close_array(&json);
    add_filters(&json, &arena);
    json_key(&json, SLICE("diagnostics"));
    json_open_array(&json);
    for (size_t i = 0; i < DIAGNOSTIC_CODE_COUNT; i++)
        add_diagnostic(&json, (DiagnosticCode) i);
    json_close_array(&json);
    json_close_object(&json);
    printf("%.*s\n", SLICE_FORMAT(buffer_slice(&out)));
    arena_close(&arena);
}
