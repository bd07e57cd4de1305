/* Reads C structs by their tables of fields. */
#include "base/record.h"

#include <math.h>

const RecordField *record_find(const Record *record, Slice name)
{
    for (size_t i = 0; i < record->field_count; i++) {
        if (slice_equal(record->fields[i].name, name))
            return &record->fields[i];
    }
    return NULL;
}

/* Whether a datum that was just read holds nothing. A number is absent as NaN; int and bool always
 * hold something. */
static bool is_nothing(TypeKind kind, const Datum *datum)
{
    switch (kind) {
    case TYPE_TEXT:
        return datum->text.bytes.size == 0;
    case TYPE_INLINE:
    case TYPE_HTML:
        return datum->markup.write == NULL;
    case TYPE_URL:
        return datum->url.kind == URL_NONE;
    case TYPE_NUMBER:
        return isnan(datum->number);
    case TYPE_DATE:
        return !datum->date.is_set;
    case TYPE_DURATION:
        return datum->integer == 0;
    case TYPE_ENUM:
        return datum->word == UINT32_MAX;
    case TYPE_ATTRIBUTES:
        return datum->attributes.count == 0;
    case TYPE_LIST:
        return datum->list.count == 0;
    case TYPE_RECORD:
        return datum->record == NULL;
    case TYPE_INT:
    case TYPE_BOOL:
    case TYPE_NAMES:
        return false;
    }
    return false;
}

/* Copies what lies at `place` into the datum. A long switch: one line for each kind. */
static void read_place(const Type *type, const void *place, Datum *ret_datum)
{
    switch (type->kind) {
    case TYPE_TEXT:
        ret_datum->text = *(const Text *) place;
        break;
    case TYPE_INLINE:
    case TYPE_HTML:
        ret_datum->markup = *(const Markup *) place;
        break;
    case TYPE_URL:
        ret_datum->url = *(const Url *) place;
        break;
    case TYPE_INT:
    case TYPE_DURATION:
        ret_datum->integer = *(const int64_t *) place;
        break;
    case TYPE_NUMBER:
        ret_datum->number = *(const double *) place;
        break;
    case TYPE_BOOL:
        ret_datum->truth = *(const bool *) place;
        break;
    case TYPE_DATE:
        ret_datum->date = *(const Date *) place;
        break;
    case TYPE_ENUM:
        ret_datum->word = *(const uint32_t *) place;
        break;
    case TYPE_ATTRIBUTES:
        ret_datum->attributes = *(const Attributes *) place;
        break;
    case TYPE_LIST:
        ret_datum->list = *(const List *) place;
        break;
    case TYPE_RECORD:
    case TYPE_NAMES:
        ret_datum->record = place;
        break;
    }
    ret_datum->is_absent = type->is_optional && is_nothing(type->kind, ret_datum);
}

void record_read(const RecordField *field, const void *record, void *context, Datum *ret_datum)
{
    *ret_datum = (Datum){0};
    if (field->get != NULL) {
        field->get(record, context, ret_datum);
        return;
    }
    const void *place = (const char *) record + field->offset;
    if (field->type.kind == TYPE_RECORD)
        place = *(const void *const *) place;
    if (field->type.kind == TYPE_NAMES)
        place = record;
    read_place(&field->type, place, ret_datum);
}

void record_read_item(const Type *item, const void *pointer, Datum *ret_datum)
{
    *ret_datum = (Datum){0};
    read_place(item, pointer, ret_datum);
}

static void add_words(Buffer *buffer, const Type *type)
{
    for (uint32_t i = 0; i < type->word_count; i++) {
        buffer_add_byte(buffer, i == 0 ? ' ' : '|');
        buffer_add(buffer, type->words[i]);
    }
}

void type_describe(Buffer *buffer, const Type *type)
{
    static const Slice names[] = {
        [TYPE_TEXT] = SLICE_INIT("text"),
        [TYPE_INLINE] = SLICE_INIT("inline"),
        [TYPE_HTML] = SLICE_INIT("html"),
        [TYPE_URL] = SLICE_INIT("url"),
        [TYPE_INT] = SLICE_INIT("int"),
        [TYPE_NUMBER] = SLICE_INIT("number"),
        [TYPE_BOOL] = SLICE_INIT("bool"),
        [TYPE_DATE] = SLICE_INIT("date"),
        [TYPE_DURATION] = SLICE_INIT("duration"),
        [TYPE_ENUM] = SLICE_INIT("enum"),
        [TYPE_ATTRIBUTES] = SLICE_INIT("attributes"),
        [TYPE_LIST] = SLICE_INIT("list of "),
        [TYPE_RECORD] = SLICE_INIT("record"),
        [TYPE_NAMES] = SLICE_INIT("names of "),
    };
    // Lists of lists do not nest without an end: each step goes to a constant of a table.
    for (; type->kind == TYPE_LIST && type->item != NULL; type = type->item)
        buffer_add(buffer, names[TYPE_LIST]);
    if (type->kind == TYPE_NAMES && type->family != NULL) {
        buffer_add(buffer, names[TYPE_NAMES]);
        type = &type->family->item;
    }
    bool is_named = type->kind == TYPE_RECORD && type->record != NULL;
    buffer_add(buffer, is_named ? type->record->name : names[type->kind]);
    if (type->kind == TYPE_ENUM)
        add_words(buffer, type);
    if (type->is_optional)
        buffer_add_byte(buffer, '?');
}
