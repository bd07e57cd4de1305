/* A toy site for the tests of templates: records with a field of every type, two languages,
 * messages, and functions that compile texts and write pages. long: one model for all tests. */
#ifndef TEMPLATE_TOY_H
#define TEMPLATE_TOY_H

#include "expect.h"
#include "markup/xml.h"
#include "markup/yaml.h"
#include "template/run.h"

#include <string.h>

#define LRM "\xE2\x80\x8E"
#define RLM "\xE2\x80\x8F"
#define LRI "\xE2\x81\xA6"
#define RLI "\xE2\x81\xA7"
#define FSI "\xE2\x81\xA8"
#define PDI "\xE2\x81\xA9"
#define ALM "\xD8\x9C"
#define NBSP "\xC2\xA0"
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

typedef struct ToyLanguage {
    const Language *own;
    Text code, name;
} ToyLanguage;

typedef struct ToyImage {
    Url src;
    Text alt;
    Markup caption;
    int64_t width;
    Attributes attrs;
} ToyImage;

typedef struct ToyPerson {
    Text id, name, role;
} ToyPerson;

typedef struct ToyContact {
    uint32_t kind;
    Text text;
    Url url;
} ToyContact;

typedef struct ToyPublisher {
    Text name;
    List contacts;
} ToyPublisher;

typedef struct ToyItem {
    Text title;
    Url url;
    Text current;
} ToyItem;

typedef struct ToyPage ToyPage;

typedef struct ToyTranslation {
    const ToyLanguage *language;
    Text lang;
    Url url;
} ToyTranslation;

typedef struct ToyPaginator {
    int64_t number, count;
    List items;
    Url previous, next;
} ToyPaginator;

struct ToyPage {
    uint32_t type, state, level;
    Text title, lang, description;
    const ToyLanguage *language;
    Url url;
    Markup summary, body, head;
    const ToyImage *image;
    Date updated;
    int64_t time, words;
    double ratio;
    bool draft;
    List tags, authors, pages, translations, steps;
    const ToyPage *original;
    const ToyPaginator *paginator;
};

typedef struct ToySite {
    Text title;
    const ToyPublisher *publisher;
    Url base;
    const ToyPage *home;
    List pages, menu;
} ToySite;

static const Slice toy_types[] = {SLICE_INIT("home"), SLICE_INIT("section"), SLICE_INIT("page"),
                                  SLICE_INIT("article"), SLICE_INIT("guide")};
static const Slice toy_states[] = {SLICE_INIT("original"), SLICE_INIT("fresh"), SLICE_INIT("minor"),
                                   SLICE_INIT("stale"), SLICE_INIT("unknown")};
static const Slice toy_levels[] = {SLICE_INIT("easy"), SLICE_INIT("medium"), SLICE_INIT("hard")};
static const Slice toy_kinds[] = {SLICE_INIT("web"), SLICE_INIT("phone")};

static const Record toy_page, toy_language, toy_image, toy_person, toy_contact, toy_publisher,
    toy_item, toy_translation, toy_paginator, toy_footnote, toy_file;
static const Type toy_text = {.kind = TYPE_TEXT};
static const Type toy_page_type = {.kind = TYPE_RECORD, .record = &toy_page};
static const Type toy_person_type = {.kind = TYPE_RECORD, .record = &toy_person};
static const Type toy_contact_type = {.kind = TYPE_RECORD, .record = &toy_contact};
static const Type toy_item_type = {.kind = TYPE_RECORD, .record = &toy_item};
static const Type toy_translation_type = {.kind = TYPE_RECORD, .record = &toy_translation};
static const Type toy_item_list = {.kind = TYPE_LIST, .item = &toy_item_type};

#define FIELD(owner, member, ...)                                                                  \
    {                                                                                              \
        SLICE_INIT(#member), {__VA_ARGS__}, (uint32_t) offsetof(owner, member), NULL, 0            \
    }
#define GUIDE(owner, member, ...)                                                                  \
    {                                                                                              \
        SLICE_INIT(#member), {__VA_ARGS__}, (uint32_t) offsetof(owner, member), NULL, 1U << 4      \
    }
#define MAYBE .is_optional = true
#define RECORD(of) .kind = TYPE_RECORD, .record = &(of)
#define LIST(of) .kind = TYPE_LIST, .item = &(of)
#define WORDS(of) .kind = TYPE_ENUM, .words = (of), .word_count = COUNT(of)
#define TOY_RECORD(id, label)                                                                      \
    static const Record id = {SLICE_INIT(label), id##_fields, COUNT(id##_fields), NULL}

static const RecordField toy_language_fields[] = {FIELD(ToyLanguage, code, .kind = TYPE_TEXT),
                                                  FIELD(ToyLanguage, name, .kind = TYPE_TEXT)};
TOY_RECORD(toy_language, "language");

static const RecordField toy_image_fields[] = {
    FIELD(ToyImage, src, .kind = TYPE_URL), FIELD(ToyImage, alt, .kind = TYPE_TEXT),
    FIELD(ToyImage, caption, .kind = TYPE_INLINE, MAYBE), FIELD(ToyImage, width, .kind = TYPE_INT),
    FIELD(ToyImage, attrs, .kind = TYPE_ATTRIBUTES)};
TOY_RECORD(toy_image, "image");

static const RecordField toy_person_fields[] = {FIELD(ToyPerson, id, .kind = TYPE_TEXT),
                                                FIELD(ToyPerson, name, .kind = TYPE_TEXT),
                                                FIELD(ToyPerson, role, .kind = TYPE_TEXT, MAYBE)};
TOY_RECORD(toy_person, "person");

static const RecordField toy_contact_fields[] = {FIELD(ToyContact, kind, WORDS(toy_kinds)),
                                                 FIELD(ToyContact, text, .kind = TYPE_TEXT),
                                                 FIELD(ToyContact, url, .kind = TYPE_URL, MAYBE)};
TOY_RECORD(toy_contact, "contact");

static const RecordField toy_publisher_fields[] = {
    FIELD(ToyPublisher, name, .kind = TYPE_TEXT),
    FIELD(ToyPublisher, contacts, LIST(toy_contact_type))};
TOY_RECORD(toy_publisher, "publisher");

static const RecordField toy_item_fields[] = {FIELD(ToyItem, title, .kind = TYPE_TEXT),
                                              FIELD(ToyItem, url, .kind = TYPE_URL),
                                              FIELD(ToyItem, current, .kind = TYPE_TEXT, MAYBE)};
TOY_RECORD(toy_item, "menu-item");

static const RecordField toy_translation_fields[] = {
    FIELD(ToyTranslation, language, RECORD(toy_language)),
    FIELD(ToyTranslation, lang, .kind = TYPE_TEXT),
    FIELD(ToyTranslation, url, .kind = TYPE_URL, MAYBE)};
TOY_RECORD(toy_translation, "translation");

static const RecordField toy_paginator_fields[] = {
    FIELD(ToyPaginator, number, .kind = TYPE_INT), FIELD(ToyPaginator, count, .kind = TYPE_INT),
    FIELD(ToyPaginator, items, LIST(toy_page_type)),
    FIELD(ToyPaginator, previous, .kind = TYPE_URL, MAYBE),
    FIELD(ToyPaginator, next, .kind = TYPE_URL, MAYBE)};
TOY_RECORD(toy_paginator, "paginator");

static const RecordField toy_footnote_fields[] = {FIELD(ToyPerson, id, .kind = TYPE_TEXT)};
TOY_RECORD(toy_footnote, "footnote");
static const RecordField toy_file_fields[] = {FIELD(ToyPerson, name, .kind = TYPE_TEXT)};
TOY_RECORD(toy_file, "file");

static inline void toy_get_extra(const void *record, void *context, Slice name, size_t index,
                                 Datum *ret_datum)
{
    (void) record;
    (void) context;
    (void) index;
    ret_datum->is_absent = !slice_equal(name, SLICE("color"));
    ret_datum->text.bytes = SLICE("green");
}

static const NameFamily toy_extra = {.item = {.kind = TYPE_TEXT, MAYBE}, .get = toy_get_extra};

static const RecordField toy_page_fields[] = {
    FIELD(ToyPage, type, WORDS(toy_types)),
    FIELD(ToyPage, state, WORDS(toy_states)),
    FIELD(ToyPage, title, .kind = TYPE_TEXT),
    FIELD(ToyPage, lang, .kind = TYPE_TEXT),
    FIELD(ToyPage, description, .kind = TYPE_TEXT, MAYBE),
    FIELD(ToyPage, language, RECORD(toy_language)),
    {SLICE_INIT("content_language"),
     {RECORD(toy_language)},
     (uint32_t) offsetof(ToyPage, language),
     NULL,
     0},
    FIELD(ToyPage, url, .kind = TYPE_URL),
    FIELD(ToyPage, summary, .kind = TYPE_INLINE, MAYBE),
    FIELD(ToyPage, body, .kind = TYPE_HTML),
    FIELD(ToyPage, head, .kind = TYPE_INLINE),
    FIELD(ToyPage, image, RECORD(toy_image), MAYBE),
    FIELD(ToyPage, updated, .kind = TYPE_DATE, MAYBE),
    FIELD(ToyPage, words, .kind = TYPE_INT),
    FIELD(ToyPage, ratio, .kind = TYPE_NUMBER),
    FIELD(ToyPage, draft, .kind = TYPE_BOOL),
    FIELD(ToyPage, tags, LIST(toy_text)),
    FIELD(ToyPage, authors, LIST(toy_person_type)),
    FIELD(ToyPage, pages, LIST(toy_page_type)),
    FIELD(ToyPage, translations, LIST(toy_translation_type)),
    FIELD(ToyPage, original, RECORD(toy_page), MAYBE),
    FIELD(ToyPage, paginator, RECORD(toy_paginator)),
    {SLICE_INIT("extra"), {.kind = TYPE_NAMES, .family = &toy_extra}, 0, NULL, 0},
    GUIDE(ToyPage, time, .kind = TYPE_DURATION, MAYBE),
    GUIDE(ToyPage, level, WORDS(toy_levels), MAYBE),
    GUIDE(ToyPage, steps, LIST(toy_text)),
};
static const Record toy_page = {SLICE_INIT("page"), toy_page_fields, COUNT(toy_page_fields),
                                &toy_page_fields[0]};

static inline bool toy_find_menu(void *schema, Slice name, size_t *ret_index)
{
    (void) schema;
    *ret_index = 0;
    return slice_equal(name, SLICE("main"));
}

static inline Slice toy_menu_name(void *schema, size_t index)
{
    (void) schema;
    return index == 0 ? SLICE("main") : (Slice){0};
}

static inline void toy_get_menu(const void *record, void *context, Slice name, size_t index,
                                Datum *ret_datum)
{
    (void) context;
    (void) name;
    (void) index;
    ret_datum->list = ((const ToySite *) record)->menu;
}

static const NameFamily toy_menu = {
    {.kind = TYPE_LIST, .item = &toy_item_type}, toy_find_menu, toy_menu_name, toy_get_menu};

static const RecordField toy_site_fields[] = {
    FIELD(ToySite, title, .kind = TYPE_TEXT),
    FIELD(ToySite, publisher, RECORD(toy_publisher)),
    FIELD(ToySite, base, .kind = TYPE_URL, MAYBE),
    FIELD(ToySite, home, RECORD(toy_page)),
    FIELD(ToySite, pages, LIST(toy_page_type)),
    {SLICE_INIT("menu"), {.kind = TYPE_NAMES, .family = &toy_menu}, 0, NULL, 0}};
TOY_RECORD(toy_site, "site");

static const Record *const toy_records[] = {
    &toy_page, &toy_language,    &toy_image,     &toy_person,   &toy_contact, &toy_publisher,
    &toy_item, &toy_translation, &toy_paginator, &toy_footnote, &toy_file};

static Arena toy_arena;
static Languages *toy_languages;
static const Zone *toy_zone;

static inline Url toy_file_url(const char *path, const Language *language)
{
    return (Url){.kind = URL_FILE, .path = slice_of_string(path), .language = language};
}

static inline const Url *toy_find_asset(void *context, Slice path)
{
    (void) context;
    static const Url url = {.kind = URL_FILE, .path = SLICE_INIT("assets/main.1a2b.css")};
    return slice_equal(path, SLICE("main.css")) ? &url : NULL;
}

static inline const Slice *toy_find_asset_text(void *context, Slice path)
{
    (void) context;
    static const Slice css = SLICE_INIT("p>b{color:red}");
    static const Slice svg = SLICE_INIT("<?xml version='1.0'?>\n<svg><path d=\"M0 0\"/></svg>\n");
    if (slice_equal(path, SLICE("main.css")))
        return &css;
    return slice_equal(path, SLICE("logo.svg")) ? &svg : NULL;
}

static inline const Language *toy_language_of(void *context, const Record *record,
                                              const void *subject)
{
    (void) context;
    if (record == &toy_page)
        return ((const ToyPage *) subject)->language->own;
    if (record == &toy_translation)
        return ((const ToyTranslation *) subject)->language->own;
    return ((const ToyLanguage *) subject)->own;
}

static inline int open_toy(void **state)
{
    (void) state;
    static const LanguageSettings settings[] = {
        {.code = SLICE_INIT("fa"), .name = SLICE_INIT("فارسی"), .direction = DIRECTION_RTL},
        {.code = SLICE_INIT("en"), .name = SLICE_INIT("English"), .direction = DIRECTION_LTR},
    };
    xml_prepare();
    toy_languages = languages_open(&toy_arena, settings, COUNT(settings));
    toy_zone = zone_new(&toy_arena, SLICE("Asia/Tehran"));
    return toy_languages == NULL;
}

static inline int close_toy(void **state)
{
    (void) state;
    languages_close(toy_languages);
    arena_close(&toy_arena);
    return 0;
}

#endif
