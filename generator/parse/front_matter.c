/* From the YAML of a page to typed fields: the registry says what each one is. */
#include "parse/front_matter.h"

#include "base/suggest.h"
#include "base/utf8.h"
#include "model/label.h"
#include "model/registry.h"
#include "model/schema.h"

/* The member of FrontMatter that a field fills. */
static void *member_of(FrontMatter *front, const Field *field)
{
    return (char *) front + field->offset;
}

static void read_image_src(SchemaReader *reader, Slice name, const Value *value)
{
    schema_given(reader, name, value, &((FrontImage *) reader->target)->src);
}

static void read_image_text(SchemaReader *reader, Slice name, const Value *value, Text *ret_text)
{
    label_read(reader, name, value, 1000, reader->language, ret_text);
}

static void read_image_alt(SchemaReader *reader, Slice name, const Value *value)
{
    read_image_text(reader, name, value, &((FrontImage *) reader->target)->alt);
}

static void read_image_caption(SchemaReader *reader, Slice name, const Value *value)
{
    read_image_text(reader, name, value, &((FrontImage *) reader->target)->caption);
}

static void read_image_credit(SchemaReader *reader, Slice name, const Value *value)
{
    read_image_text(reader, name, value, &((FrontImage *) reader->target)->credit);
}

static void read_image_decorative(SchemaReader *reader, Slice name, const Value *value)
{
    schema_bool(reader, name, value, &((FrontImage *) reader->target)->is_decorative);
}

static const SchemaKey image_keys[] = {
    {SLICE_INIT("src"), false, read_image_src},
    {SLICE_INIT("alt"), false, read_image_alt},
    {SLICE_INIT("caption"), false, read_image_caption},
    {SLICE_INIT("credit"), false, read_image_credit},
    {SLICE_INIT("decorative"), false, read_image_decorative},
};

static void read_image(SchemaReader *reader, const Field *field, const Value *value,
                       FrontImage *image)
{
    SchemaReader inner = *reader;
    inner.target = image;
    schema_map(&inner, field->name, value, image_keys, sizeof(image_keys) / sizeof(image_keys[0]));
}

static void read_extra(SchemaReader *reader, FrontMatter *front, const Value *value)
{
    if (value->kind != VALUE_MAP) {
        schema_fault(reader, DIAGNOSTIC_YAML_MAP, value, SLICE("extra"), (Slice){0});
        return;
    }
    front->extra = ARENA_ARRAY(reader->arena, ExtraEntry, value->count);
    for (size_t i = 0; i < value->count; i++) {
        ExtraEntry *entry = &front->extra[front->extra_count];
        entry->name = value->entries[i].key;
        front->extra_count += label_read(reader, entry->name, &value->entries[i].value, 0,
                                         reader->language, &entry->text);
    }
}

/* Each text of the list takes the place of what was typed. */
static void read_texts(SchemaReader *reader, const Field *field, const Value *value,
                       GivenList *ret_list)
{
    const ValueEntry *entries;
    size_t count;
    if (!schema_given_list(reader, field->name, value, field->max_size, ret_list) ||
        !schema_list(reader, field->name, value, &entries, &count))
        return;
    for (size_t i = 0, kept = 0; i < count && kept < ret_list->count; i++) {
        Text text;
        if (label_read(reader, field->name, &entries[i].value, 0, reader->language, &text))
            ret_list->items[kept++].text = text.bytes;
    }
}

static void silence_code(SchemaReader *reader, const ValueEntry *entry)
{
    DiagnosticCode code;
    Diagnostic fault = {.span = entry->key_span, .words = {entry->key}};
    if (!diagnostic_find(entry->key, &code))
        fault.code = DIAGNOSTIC_SILENCE_CODE;
    else if (diagnostic_severity(code) == SEVERITY_ERROR)
        fault.code = DIAGNOSTIC_SILENCE_ERROR;
    else if (entry->value.kind != VALUE_SCALAR || slice_trim(entry->value.text).size == 0)
        fault.code = DIAGNOSTIC_SILENCE_REASON;
    else {
        report_silence(reader->report, code);
        return;
    }
    report_add(reader->report, &fault);
}

static void read_silence(SchemaReader *reader, const Value *value)
{
    if (value->kind != VALUE_MAP) {
        schema_fault(reader, DIAGNOSTIC_YAML_MAP, value, SLICE("silence"), (Slice){0});
        return;
    }
    for (size_t i = 0; i < value->count; i++)
        silence_code(reader, &value->entries[i]);
}

static void read_switch(SchemaReader *reader, Slice name, const Value *value, bool *ret_off)
{
    bool is_on;
    if (value != NULL && schema_bool(reader, name, value, &is_on))
        *ret_off = !is_on;
}

static bool stands_among(const Given *items, size_t count, Slice text)
{
    for (size_t i = 0; i < count; i++) {
        if (slice_equal(items[i].text, text))
            return true;
    }
    return false;
}

/* Ids name what a page belongs to: one that stands twice would list the page twice. */
static void read_ids(SchemaReader *reader, Slice name, const Value *value, uint32_t max_count,
                     GivenList *ret_list)
{
    if (!schema_given_list(reader, name, value, max_count, ret_list))
        return;
    size_t kept = 0;
    for (size_t i = 0; i < ret_list->count; i++) {
        const Given id = ret_list->items[i];
        if (!stands_among(ret_list->items, kept, id.text))
            ret_list->items[kept++] = id;
        else
            report_add(reader->report, &(Diagnostic){.code = DIAGNOSTIC_FIELD_REPEATED,
                                                     .span = {value->span.source, id.start, id.end},
                                                     .words = {id.text, name}});
    }
    ret_list->count = kept;
}

static void read_field(SchemaReader *reader, FrontMatter *front, const Field *field,
                       const Value *value)
{
    void *member = member_of(front, field);
    switch (field->kind) {
    case FIELD_TEXT:
        label_read(reader, field->name, value, field->max_size, reader->language, member);
        break;
    case FIELD_BOOL:
        schema_bool(reader, field->name, value, member);
        break;
    case FIELD_SWITCH:
    case FIELD_SILENCE: // read first: they bend how all others are read
    case FIELD_TERMS:   // read with the taxonomies of the site
        break;
    case FIELD_INT:
        schema_int(reader, field->name, value, member);
        break;
    case FIELD_DATE:
        schema_date(reader, field->name, value, member);
        break;
    case FIELD_DURATION:
        schema_duration(reader, field->name, value, member);
        break;
    case FIELD_WORD:
        schema_word(reader, value, field->words, field->word_count, member);
        break;
    case FIELD_SLUG:
        schema_slug(reader, field->name, value, member);
        break;
    case FIELD_PATH:
    case FIELD_NAME:
    case FIELD_LANGUAGE:
        schema_given(reader, field->name, value, member);
        break;
    case FIELD_TEXTS:
        read_texts(reader, field, value, member);
        break;
    case FIELD_IDS:
        read_ids(reader, field->name, value, field->max_size, member);
        break;
    case FIELD_ALIASES:
        schema_given_list(reader, field->name, value, field->max_size, member);
        break;
    case FIELD_IMAGE:
        read_image(reader, field, value, member);
        break;
    case FIELD_EXTRA:
        read_extra(reader, front, value);
        break;
    }
}

/* A field that was meant counts as refused: a fault of its own would be the second for one slip. */
/* Fields that a page of this site may have; terms are named by the taxonomies of the site. */
static size_t known_names(SchemaReader *reader, const Site *site, Slice **ret_names)
{
    Slice *names = ARENA_ARRAY(reader->arena, Slice, registry_count() + site->taxonomy_count);
    size_t count = 0;
    for (size_t i = 0; i < registry_count(); i++) {
        if (registry_at(i)->kind != FIELD_TERMS)
            names[count++] = registry_at(i)->name;
    }
    for (size_t i = 0; i < site->taxonomy_count; i++)
        names[count++] = site->taxonomies[i].name;
    *ret_names = names;
    return count;
}

static void report_unknown(SchemaReader *reader, const Site *site, const ValueEntry *entry,
                           FrontMatter *front)
{
    Slice advice = registry_advice(entry->key, site->settings.persian_messages);
    if (advice.size > 0) {
        report_add(reader->report, &(Diagnostic){.code = DIAGNOSTIC_NO_SUCH_FIELD,
                                                 .span = entry->key_span,
                                                 .words = {entry->key, advice}});
        return;
    }
    Slice *names;
    size_t count = known_names(reader, site, &names), row;
    const Field *other = registry_find_other(entry->key);
    Diagnostic diagnostic = {
        .code = DIAGNOSTIC_UNKNOWN_FIELD, .span = entry->key_span, .words = {entry->key}};
    Edit edit;
    bool is_known =
        other && (other->kind != FIELD_TERMS || site_find_taxonomy(site, other->name, &row));
    if (is_known)
        suggest_fill(&diagnostic, other->name, &other->name, 1, &edit);
    else
        suggest_fill(&diagnostic, entry->key, names, count, &edit);
    report_add(reader->report, &diagnostic);
    size_t index = 0;
    if (registry_find(diagnostic.suggestion, &index))
        front->refused |= UINT64_C(1) << index;
}

#define TERMS_MAX_COUNT 64

static void read_entry(SchemaReader *reader, Page *page, const ValueEntry *entry)
{
    const Site *site = page->site;
    FrontMatter *front = &page->text.front;
    size_t row, index = 0;
    const Field *field = registry_find(entry->key, &index);
    if (site_find_taxonomy(site, entry->key, &row)) {
        front->terms[row].taxonomy = &site->taxonomies[row];
        read_ids(reader, entry->key, &entry->value, TERMS_MAX_COUNT, &front->terms[row].ids);
    } else if (!field || field->kind == FIELD_TERMS) {
        report_unknown(reader, site, entry, front);
        return;
    }
    if (!field || value_is_none(&entry->value))
        return;
    front->given |= UINT64_C(1) << index;
    front->places[index] = (FieldPlace){entry->value.span.start, entry->value.span.end};
    size_t errors = page->report.error_count;
    read_field(reader, front, field, &entry->value);
    if (page->report.error_count > errors)
        front->refused |= UINT64_C(1) << index;
}

static Span field_span(const Page *page, Slice name)
{
    size_t index = 0;
    registry_find(name, &index);
    return page_field_span(page, index);
}

static void report_at(Page *page, DiagnosticCode code, Slice name, Slice word)
{
    report_add(&page->report,
               &(Diagnostic){.code = code, .span = field_span(page, name), .words = {name, word}});
}

static void check_order(Page *page, Slice name, Date later)
{
    const FrontMatter *front = &page->text.front;
    if (!front->date.is_set || !later.is_set || later.seconds >= front->date.seconds)
        return;
    report_add(&page->report, &(Diagnostic){.code = DIAGNOSTIC_DATE_ORDER,
                                            .span = field_span(page, name),
                                            .other = field_span(page, SLICE("date")),
                                            .words = {name, SLICE("date")}});
}

static void check_dates(Page *page)
{
    check_order(page, SLICE("updated"), page->text.front.updated);
    check_order(page, SLICE("expires"), page->text.front.expires);
}

#define DESCRIPTION_GOOD_SIZE 160

/* Shared cards show a short title in the place of one that they would cut (output 73). */
static bool has_card_title(const FrontMatter *front)
{
    Slice given = front->short_title.bytes;
    return utf8_count(front->title.bytes) <= CARD_TITLE_SIZE ||
           (given.size > 0 && utf8_count(given) <= CARD_TITLE_SIZE);
}

static void check_texts(Page *page)
{
    const FrontMatter *front = &page->text.front;
    if (utf8_count(front->description.bytes) > DESCRIPTION_GOOD_SIZE)
        report_at(page, DIAGNOSTIC_LONG_DESCRIPTION, SLICE("description"), SLICE("160"));
    if (!has_card_title(front))
        report_at(page, DIAGNOSTIC_LONG_TITLE, SLICE("title"), SLICE("70"));
    if (front->image.src.text.size > 0 && front->image.alt.bytes.size == 0 &&
        !front->image.is_decorative)
        report_at(page, DIAGNOSTIC_FRONT_IMAGE_ALT, SLICE("image"), (Slice){0});
}

void front_matter_prepare(Page *page)
{
    FrontMatter *front = &page->text.front;
    front->type = UINT32_MAX;
    front->children_type = UINT32_MAX;
    front->level = LEVEL_NONE;
    front->has_feed = true;
    front->places = ARENA_ARRAY(&page->arena, FieldPlace, registry_count());
    front->terms = ARENA_ARRAY(&page->arena, TermIds, page->site->taxonomy_count);
}

static bool is_blank(const Value *value)
{
    return value->kind == VALUE_SCALAR && slice_equal(value->text, SLICE("…"));
}

/* What qanat new leaves open must be written before readers see the page. */
static void check_blank(Page *page, const ValueEntry *entry)
{
    const Value *value = &entry->value;
    bool is_open = is_blank(value);
    for (size_t i = 0; value->kind == VALUE_LIST && i < value->count; i++)
        is_open = is_open || is_blank(&value->entries[i].value);
    if (is_open)
        report_add(&page->report, &(Diagnostic){.code = DIAGNOSTIC_FIELD_BLANK,
                                                .span = value->span,
                                                .words = {entry->key}});
}

static bool check_title(Page *page, const Value *map)
{
    const ValueEntry *empty = value_find_entry(map, SLICE("title"));
    size_t index = 0;
    registry_find(SLICE("title"), &index);
    if (page->text.front.title.bytes.size > 0)
        return true;
    if (!field_is_refused(&page->text.front, index))
        report_add(&page->report,
                   &(Diagnostic){.code = DIAGNOSTIC_MISSING_FIELD,
                                 .span = empty ? empty->key_span : span_whole(page->text.source),
                                 .words = {SLICE("title")}});
    return false;
}

/* What holds for the texts of the page, wherever it stands among them. */
static void read_first(SchemaReader *reader, FrontMatter *front, const Value *map)
{
    const Value *silence = value_find(map, SLICE("silence"));
    if (!value_is_none(silence))
        read_silence(reader, silence);
    read_switch(reader, SLICE("isolate"), value_find(map, SLICE("isolate")), &front->no_isolation);
    read_switch(reader, SLICE("typography"), value_find(map, SLICE("typography")),
                &front->no_typography);
    reader->no_isolation = front->no_isolation;
    reader->no_typography = front->no_typography;
}

bool front_matter_read(Page *page, const Value *map)
{
    const Settings *settings = &page->site->settings;
    SchemaReader reader = {
        .arena = &page->arena,
        .report = &page->report,
        .languages = settings->languages,
        .zone = settings->zone,
        .allows_solar = !settings->no_solar_input,
        .unknown_key = DIAGNOSTIC_UNKNOWN_FIELD,
        .missing_key = DIAGNOSTIC_MISSING_FIELD,
        .language = page->origin.language,
    };
    read_first(&reader, &page->text.front, map);
    for (size_t i = 0; i < map->count; i++)
        read_entry(&reader, page, &map->entries[i]);
    check_dates(page);
    check_texts(page);
    for (size_t i = 0; i < map->count && !page->text.front.is_draft; i++)
        check_blank(page, &map->entries[i]);
    return check_title(page, map);
}
