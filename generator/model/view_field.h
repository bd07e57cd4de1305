/* How the record tables of model/view are written: one line for each field. Private to
 * model/view*.c. */
#ifndef MODEL_VIEW_FIELD_H
#define MODEL_VIEW_FIELD_H

#include "model/view.h"

// clang-format off
#define MEMBER(record, member) (uint32_t) offsetof(record, member)
#define FIELD_AT(text, kind_, record, member) \
    {SLICE_INIT(text), {.kind = kind_}, MEMBER(record, member), NULL, 0}
#define FIELD_MAYBE(text, kind_, record, member) \
    {SLICE_INIT(text), {.kind = kind_, .is_optional = true}, MEMBER(record, member), NULL, 0}
#define FIELD_GET(text, kind_, getter) {SLICE_INIT(text), {.kind = kind_}, 0, getter, 0}
#define FIELD_GET_MAYBE(text, kind_, getter) \
    {SLICE_INIT(text), {.kind = kind_, .is_optional = true}, 0, getter, 0}
#define FIELD_RECORD(text, of, getter) \
    {SLICE_INIT(text), {.kind = TYPE_RECORD, .record = &of}, 0, getter, 0}
#define FIELD_RECORD_MAYBE(text, of, getter) \
    {SLICE_INIT(text), {.kind = TYPE_RECORD, .is_optional = true, .record = &of}, 0, getter, 0}
#define FIELD_LIST(text, of, getter) \
    {SLICE_INIT(text), {.kind = TYPE_LIST, .item = &(const Type){.kind = TYPE_RECORD, \
     .record = &of}}, 0, getter, 0}
#define FIELD_LIST_OF(text, of, getter) \
    {SLICE_INIT(text), {.kind = TYPE_LIST, .item = &of}, 0, getter, 0}
#define FIELD_ENUM(text, list, getter) \
    {SLICE_INIT(text), {.kind = TYPE_ENUM, .words = list, \
     .word_count = sizeof(list) / sizeof(list[0])}, 0, getter, 0}
#define FIELD_ENUM_MAYBE(text, list, getter) \
    {SLICE_INIT(text), {.kind = TYPE_ENUM, .is_optional = true, .words = list, \
     .word_count = sizeof(list) / sizeof(list[0])}, 0, getter, 0}
#define FIELD_NAMES(text, of) {SLICE_INIT(text), {.kind = TYPE_NAMES, .family = &of}, 0, NULL, 0}
#define RECORD(text, list) {SLICE_INIT(text), list, sizeof(list) / sizeof(list[0]), NULL}
#define GETTER(name, Struct) static void name(const void *record, void *context, Datum *ret)
// clang-format on

static inline void set_text(Datum *ret, Text text)
{
    ret->text = text;
    ret->is_absent = text.bytes.size == 0;
}

static inline void set_record(Datum *ret, const void *record)
{
    ret->record = record;
    ret->is_absent = record == NULL;
}

static inline void set_url(Datum *ret, Url url)
{
    ret->url = url;
    ret->is_absent = url.kind == URL_NONE;
}

static inline void set_markup(Datum *ret, Markup markup)
{
    ret->markup = markup;
    ret->is_absent = markup.write == NULL;
}

static inline uint32_t direction_index(const Language *language)
{
    return language->direction == DIRECTION_RTL ? 1 : 0;
}

static inline bool extra_find(const ExtraEntry *extra, size_t count, Slice name, Text *ret_text)
{
    for (size_t i = 0; i < count; i++) {
        if (slice_equal(extra[i].name, name)) {
            *ret_text = extra[i].text;
            return true;
        }
    }
    return false;
}

extern const Slice view_direction_words[2];

#endif
