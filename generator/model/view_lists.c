/* The records that link pages together: terms, translations, languages, menus, paginators. */
#include "base/arena.h"
#include "model/view_field.h"

const Slice view_direction_words[2] = {SLICE_INIT("ltr"), SLICE_INIT("rtl")};
static const Slice translation_words[] = {SLICE_INIT("original"), SLICE_INIT("fresh"),
                                          SLICE_INIT("minor"),    SLICE_INIT("stale"),
                                          SLICE_INIT("unknown"),  SLICE_INIT("missing")};
enum { STATE_ORIGINAL = 0, STATE_UNKNOWN = 4, STATE_MISSING = 5 };

static const Type type_url = {.kind = TYPE_URL};

GETTER(taxonomy_title, Taxonomy)
{
    const ViewContext *view = context;
    set_text(ret, view_text_in(((const Taxonomy *) record)->titles, view->row));
}

static void set_made_page(Datum *ret, const Page *const *made, size_t row)
{
    set_url(ret, made && made[row] ? made[row]->links.url : (Url){0});
}

GETTER(taxonomy_url, Taxonomy)
{
    const ViewContext *view = context;
    set_made_page(ret, ((const Taxonomy *) record)->made, view->row);
}

GETTER(taxonomy_terms, Taxonomy)
{
    const ViewContext *view = context;
    const Taxonomy *taxonomy = record;
    ret->list = taxonomy->sorted ? taxonomy->sorted[view->row] : (List){0};
}

GETTER(taxonomy_name, Taxonomy)
{
    (void) context;
    set_text(ret, (Text){((const Taxonomy *) record)->name, NULL});
}

// clang-format off
static const RecordField taxonomy_fields[] = {
    FIELD_GET("name", TYPE_TEXT, taxonomy_name),
    FIELD_GET("title", TYPE_TEXT, taxonomy_title),
    FIELD_GET("url", TYPE_URL, taxonomy_url),
    FIELD_LIST("terms", view_term, taxonomy_terms),
};
// clang-format on
const Record view_taxonomy = RECORD("taxonomy", taxonomy_fields);

GETTER(term_id, Term)
{
    (void) context;
    set_text(ret, (Text){((const Term *) record)->id, NULL});
}

GETTER(term_title, Term)
{
    const ViewContext *view = context;
    set_text(ret, view_text_in(((const Term *) record)->titles, view->row));
}

GETTER(term_description, Term)
{
    const ViewContext *view = context;
    set_text(ret, view_text_in(((const Term *) record)->descriptions, view->row));
}

GETTER(term_url, Term)
{
    const ViewContext *view = context;
    set_made_page(ret, ((const Term *) record)->made, view->row);
}

GETTER(term_count, Term)
{
    const ViewContext *view = context;
    const Term *term = record;
    ret->integer = term->pages ? (int64_t) term->pages[view->row].count : 0;
}

GETTER(term_pages, Term)
{
    const ViewContext *view = context;
    const Term *term = record;
    ret->list = term->pages ? term->pages[view->row] : (List){0};
}

// clang-format off
static const RecordField term_fields[] = {
    FIELD_GET("id", TYPE_TEXT, term_id),
    FIELD_GET("title", TYPE_TEXT, term_title),
    FIELD_GET_MAYBE("description", TYPE_TEXT, term_description),
    FIELD_GET("url", TYPE_URL, term_url),
    FIELD_GET("count", TYPE_INT, term_count),
    FIELD_LIST("pages", view_page, term_pages),
};
// clang-format on
const Record view_term = RECORD("term", term_fields);

GETTER(translation_language, Translation)
{
    (void) context;
    set_record(ret, ((const Translation *) record)->language);
}

GETTER(translation_lang, Translation)
{
    (void) context;
    set_text(ret, (Text){((const Translation *) record)->language->tag, NULL});
}

GETTER(translation_dir, Translation)
{
    (void) context;
    ret->word = direction_index(((const Translation *) record)->language);
}

GETTER(translation_page, Translation)
{
    (void) context;
    set_record(ret, ((const Translation *) record)->page);
}

GETTER(translation_url, Translation)
{
    (void) context;
    const Page *page = ((const Translation *) record)->page;
    set_url(ret, page ? page->links.url : (Url){0});
}

GETTER(translation_title, Translation)
{
    (void) context;
    const Page *page = ((const Translation *) record)->page;
    set_text(ret, page ? page->text.front.title : (Text){0});
}

GETTER(translation_fallback, Translation)
{
    (void) context;
    set_record(ret, ((const Translation *) record)->fallback);
}

GETTER(translation_state, Translation)
{
    (void) context;
    const Page *page = ((const Translation *) record)->page;
    ret->word = !page ? STATE_MISSING : page->links.original ? STATE_UNKNOWN : STATE_ORIGINAL;
}

// clang-format off
static const RecordField translation_fields[] = {
    FIELD_RECORD("language", view_language, translation_language),
    FIELD_GET("lang", TYPE_TEXT, translation_lang),
    FIELD_ENUM("dir", view_direction_words, translation_dir),
    FIELD_RECORD_MAYBE("page", view_page, translation_page),
    FIELD_GET_MAYBE("url", TYPE_URL, translation_url),
    FIELD_GET_MAYBE("title", TYPE_TEXT, translation_title),
    FIELD_RECORD_MAYBE("fallback", view_page, translation_fallback),
    FIELD_ENUM("state", translation_words, translation_state),
};
// clang-format on
const Record view_translation = RECORD("translation", translation_fields);

GETTER(language_code, Language)
{
    (void) context;
    set_text(ret, (Text){((const Language *) record)->code, NULL});
}

/* A language's own name is tagged in that language. */
GETTER(language_name, Language)
{
    (void) context;
    const Language *language = record;
    set_text(ret, (Text){language->name, language});
}

/* What readers of the page call it: the text `language.CODE`. */
GETTER(language_title, Language)
{
    const ViewContext *view = context;
    const Language *own = view->page->origin.language, *language = record;
    if (own == language) {
        set_text(ret, (Text){language->name, language});
        return;
    }
    Slice key = slice_print(view->scratch, "language.%.*s", SLICE_FORMAT(language->code));
    uint32_t number;
    const Message *message = messages_find(view->site->messages, key, &number)
                                 ? messages_get(view->site->messages, number, own)
                                 : NULL;
    Buffer title;
    buffer_init(&title, view->scratch, MESSAGE_MAX_SIZE);
    if (message)
        message_write(message, NULL, &title);
    set_text(ret, (Text){buffer_slice(&title), own});
}

GETTER(language_dir, Language)
{
    (void) context;
    ret->word = direction_index(record);
}

GETTER(language_home, Language)
{
    const ViewContext *view = context;
    set_record(ret, view->site->homes[((const Language *) record)->number]);
}

GETTER(language_is_default, Language)
{
    const ViewContext *view = context;
    ret->truth = record == view->site->settings.default_language;
}

// clang-format off
static const RecordField language_fields[] = {
    FIELD_GET("code", TYPE_TEXT, language_code),
    FIELD_GET("name", TYPE_TEXT, language_name),
    FIELD_GET("title", TYPE_TEXT, language_title),
    FIELD_ENUM("dir", view_direction_words, language_dir),
    FIELD_RECORD_MAYBE("home", view_page, language_home),
    FIELD_GET("is_default", TYPE_BOOL, language_is_default),
};
// clang-format on
const Record view_language = RECORD("language", language_fields);

GETTER(menu_item_page, MenuItemView)
{
    (void) context;
    set_record(ret, ((const MenuItemView *) record)->page);
}

GETTER(menu_item_children, MenuItemView)
{
    (void) context;
    ret->list = ((const MenuItemView *) record)->children;
}

// clang-format off
static const RecordField menu_item_fields[] = {
    FIELD_AT("title", TYPE_TEXT, MenuItemView, title),
    FIELD_AT("url", TYPE_URL, MenuItemView, url),
    FIELD_RECORD_MAYBE("page", view_page, menu_item_page),
    FIELD_MAYBE("current", TYPE_TEXT, MenuItemView, current),
    FIELD_AT("external", TYPE_BOOL, MenuItemView, is_external),
    FIELD_LIST("children", view_menu_item, menu_item_children),
};
// clang-format on
const Record view_menu_item = RECORD("menu-item", menu_item_fields);

GETTER(paginator_items, Paginator)
{
    (void) context;
    ret->list = ((const Paginator *) record)->items;
}

static void set_paginator_url(Datum *ret, const Paginator *paginator, int64_t number)
{
    bool exists = paginator->urls && number >= 1 && number <= paginator->count;
    set_url(ret, exists ? paginator->urls[number - 1] : (Url){0});
}

GETTER(paginator_first, Paginator)
{
    (void) context;
    set_paginator_url(ret, record, 1);
}

GETTER(paginator_last, Paginator)
{
    (void) context;
    set_paginator_url(ret, record, ((const Paginator *) record)->count);
}

GETTER(paginator_previous, Paginator)
{
    (void) context;
    set_paginator_url(ret, record, ((const Paginator *) record)->number - 1);
}

GETTER(paginator_next, Paginator)
{
    (void) context;
    set_paginator_url(ret, record, ((const Paginator *) record)->number + 1);
}

GETTER(paginator_pages, Paginator)
{
    const ViewContext *view = context;
    const Paginator *paginator = record;
    size_t count = paginator->urls ? (size_t) paginator->count : 0;
    PageLink *links = ARENA_ARRAY(view->scratch, PageLink, count);
    const void **items = ARENA_ARRAY(view->scratch, const void *, count);
    for (size_t i = 0; i < count; i++) {
        int64_t number = (int64_t) i + 1;
        links[i] = (PageLink){number, paginator->urls[i], number == paginator->number};
        items[i] = &links[i];
    }
    ret->list = (List){items, count};
}

// clang-format off
static const RecordField paginator_fields[] = {
    FIELD_AT("number", TYPE_INT, Paginator, number),
    FIELD_AT("count", TYPE_INT, Paginator, count),
    FIELD_AT("size", TYPE_INT, Paginator, size),
    FIELD_AT("total", TYPE_INT, Paginator, total),
    FIELD_LIST("items", view_page, paginator_items),
    FIELD_GET("first", TYPE_URL, paginator_first),
    FIELD_GET("last", TYPE_URL, paginator_last),
    FIELD_GET_MAYBE("previous", TYPE_URL, paginator_previous),
    FIELD_GET_MAYBE("next", TYPE_URL, paginator_next),
    FIELD_LIST("pages", view_page_link, paginator_pages),
};
// clang-format on
const Record view_paginator = RECORD("paginator", paginator_fields);

GETTER(page_link_current, PageLink)
{
    (void) context;
    set_text(ret,
             ((const PageLink *) record)->is_current ? (Text){SLICE("page"), NULL} : (Text){0});
}

// clang-format off
static const RecordField page_link_fields[] = {
    FIELD_AT("number", TYPE_INT, PageLink, number),
    FIELD_AT("url", TYPE_URL, PageLink, url),
    FIELD_GET_MAYBE("current", TYPE_TEXT, page_link_current),
};
// clang-format on
const Record view_page_link = RECORD("page-link", page_link_fields);

GETTER(footnote_backs, FootnoteView)
{
    (void) context;
    ret->list = ((const FootnoteView *) record)->backs;
}

// clang-format off
static const RecordField footnote_fields[] = {
    FIELD_AT("number", TYPE_INT, FootnoteView, number),
    FIELD_AT("id", TYPE_TEXT, FootnoteView, id),
    FIELD_AT("body", TYPE_HTML, FootnoteView, body),
    FIELD_LIST_OF("backs", type_url, footnote_backs),
};
// clang-format on
const Record view_footnote = RECORD("footnote", footnote_fields);

GETTER(letter_title, Letter)
{
    const ViewContext *view = context;
    set_text(ret, (Text){((const Letter *) record)->title, view->page->origin.language});
}

GETTER(letter_id, Letter)
{
    (void) context;
    set_text(ret, (Text){((const Letter *) record)->id, NULL});
}

GETTER(letter_pages, Letter)
{
    (void) context;
    ret->list = ((const Letter *) record)->pages;
}

// clang-format off
static const RecordField letter_fields[] = {
    FIELD_GET("title", TYPE_TEXT, letter_title),
    FIELD_GET("id", TYPE_TEXT, letter_id),
    FIELD_AT("url", TYPE_URL, Letter, url),
    FIELD_LIST("pages", view_page, letter_pages),
};
static const RecordField file_fields[] = {
    FIELD_AT("name", TYPE_TEXT, FileView, name),
    FIELD_AT("format", TYPE_TEXT, FileView, format),
    FIELD_AT("bytes", TYPE_INT, FileView, bytes),
};
// clang-format on
const Record view_letter = RECORD("letter", letter_fields);
const Record view_file = RECORD("file", file_fields);
