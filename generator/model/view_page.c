/* The record of a page: what templates name below `page`. */
#include "base/digest.h"
#include "model/view_field.h"

#define SHORT_DIGEST_SIZE 12

static const Slice state_words[] = {SLICE_INIT("original"), SLICE_INIT("fresh"),
                                    SLICE_INIT("minor"), SLICE_INIT("stale"),
                                    SLICE_INIT("unknown")};
static const Slice level_words[] = {SLICE_INIT("easy"), SLICE_INIT("medium"), SLICE_INIT("hard")};
enum { STATE_ORIGINAL = 0, STATE_UNKNOWN = 4 };

static const Type type_text = {.kind = TYPE_TEXT};

GETTER(page_type, Page)
{
    (void) context;
    ret->word = ((const Page *) record)->origin.type;
}

GETTER(page_key, Page)
{
    (void) context;
    const Page *page = record;
    Slice key = page->text.front.key.text.size > 0 ? page->text.front.key.text : page->origin.path;
    set_text(ret, (Text){key, NULL});
}

GETTER(page_lang, Page)
{
    (void) context;
    set_text(ret, (Text){((const Page *) record)->origin.language->tag, NULL});
}

GETTER(page_dir, Page)
{
    (void) context;
    ret->word = direction_index(((const Page *) record)->origin.language);
}

GETTER(page_language, Page)
{
    (void) context;
    set_record(ret, ((const Page *) record)->origin.language);
}

GETTER(page_url, Page)
{
    (void) context;
    set_url(ret, ((const Page *) record)->links.url);
}

GETTER(page_short_title, Page)
{
    (void) context;
    const FrontMatter *front = &((const Page *) record)->text.front;
    set_text(ret, front->short_title.bytes.size > 0 ? front->short_title : front->title);
}

GETTER(page_summary, Page)
{
    const ViewContext *view = context;
    const Page *page = record;
    if (!page->shape.summary) {
        ret->is_absent = true;
        return;
    }
    set_markup(ret,
               (Markup){view->write_inline, page->shape.summary, 0, page->links.content_language});
}

GETTER(page_expired, Page)
{
    (void) context;
    ret->truth = ((const Page *) record)->links.is_expired;
}

static void page_extra(const void *record, void *context, Slice name, size_t index, Datum *ret)
{
    (void) context;
    (void) index;
    const FrontMatter *front = &((const Page *) record)->text.front;
    Text text = {0};
    extra_find(front->extra, front->extra_count, name, &text);
    set_text(ret, text);
}

static const NameFamily page_extra_names = {
    {.kind = TYPE_TEXT, .is_optional = true}, NULL, NULL, page_extra};

GETTER(page_image, Page)
{
    const ViewContext *view = context;
    const Page *page = record;
    if (!page->links.image) {
        ret->is_absent = true;
        return;
    }
    ImageView *image = ARENA_NEW(view->scratch, ImageView);
    view_fill_image(image, page->links.image, page_front(page)->image.alt);
    image->caption = page_front(page)->image.caption;
    image->credit = page_front(page)->image.credit;
    set_record(ret, image);
}

GETTER(page_authors, Page)
{
    (void) context;
    ret->list = ((const Page *) record)->links.authors;
}

GETTER(page_tags, Page)
{
    (void) context;
    const Page *page = record;
    size_t row;
    if (page->links.terms && site_find_taxonomy(page->site, SLICE("tags"), &row))
        ret->list = page->links.terms[row];
}

static bool find_taxonomy(void *schema, Slice name, size_t *ret_index)
{
    return site_find_taxonomy(schema, name, ret_index);
}

static Slice taxonomy_name_at(void *schema, size_t index)
{
    const Site *site = schema;
    return index < site->taxonomy_count ? site->taxonomies[index].name : (Slice){0};
}

static void page_terms(const void *record, void *context, Slice name, size_t index, Datum *ret)
{
    (void) context;
    (void) name;
    const Page *page = record;
    if (page->links.terms)
        ret->list = page->links.terms[index];
}

static const NameFamily page_term_names = {
    {.kind = TYPE_LIST, .item = &(const Type){.kind = TYPE_RECORD, .record = &view_term}},
    find_taxonomy,
    taxonomy_name_at,
    page_terms};

GETTER(page_body, Page)
{
    const ViewContext *view = context;
    const Page *page = record;
    set_markup(ret, (Markup){view->write_body, page, 0, page->links.content_language});
}

GETTER(page_head, Page)
{
    const ViewContext *view = context;
    const Page *page = record;
    set_markup(ret, (Markup){view->write_head, page, 0, page->origin.language});
}

GETTER(page_toc, Page)
{
    const ViewContext *view = context;
    ret->list = view_toc(record, view->scratch);
}

GETTER(page_words, Page)
{
    (void) context;
    ret->integer = ((const Page *) record)->shape.word_count;
}

/* 1,450 characters a minute in every language, rounded up, at least 1 (persian 12). */
#define CHARACTERS_A_MINUTE 1450

GETTER(page_minutes, Page)
{
    (void) context;
    int64_t minutes = (((const Page *) record)->shape.character_count + CHARACTERS_A_MINUTE - 1) /
                      CHARACTERS_A_MINUTE;
    ret->integer = minutes > 0 ? minutes : 1;
}

GETTER(page_feed, Page)
{
    (void) context;
    const Feed *feed = ((const Page *) record)->links.feed;
    set_url(ret, feed ? feed->atom : (Url){0});
}

GETTER(page_edit_url, Page)
{
    const ViewContext *view = context;
    const Page *page = record;
    Slice pattern = page->site->settings.edit_url, before, after;
    if (pattern.size == 0 || page->origin.source_path.size == 0) {
        ret->is_absent = true;
        return;
    }
    size_t mark = 0;
    slice_find(pattern, SLICE("{path}"), &mark);
    before = slice_to(pattern, mark);
    after = slice_from(pattern, mark + SLICE("{path}").size);
    Slice parts[] = {before, page->origin.source_path, after};
    set_url(ret,
            (Url){.kind = URL_EXTERNAL, .path = slice_join(view->scratch, parts, 3, SLICE(""))});
}

GETTER(page_digest, Page)
{
    const ViewContext *view = context;
    const Source *source = ((const Page *) record)->text.source;
    if (source == NULL)
        return; // a page that nobody wrote
    const Digest digest = digest_of(source->bytes);
    set_text(ret, (Text){digest_hex(view->scratch, &digest, SHORT_DIGEST_SIZE), &language_token});
}

GETTER(page_section, Page)
{
    (void) context;
    set_record(ret, ((const Page *) record)->links.section);
}

GETTER(page_previous, Page)
{
    (void) context;
    set_record(ret, ((const Page *) record)->links.previous);
}

GETTER(page_next, Page)
{
    (void) context;
    set_record(ret, ((const Page *) record)->links.next);
}

GETTER(page_translations, Page)
{
    const ViewContext *view = context;
    const Page *page = record;
    size_t count = page->links.translation_count;
    const void **items = ARENA_ARRAY(view->scratch, const void *, count);
    for (size_t i = 0; i < count; i++)
        items[i] = &page->links.translations[i];
    ret->list = (List){items, count};
}

GETTER(page_original, Page)
{
    (void) context;
    set_record(ret, ((const Page *) record)->links.original);
}

GETTER(page_state, Page)
{
    (void) context;
    ret->word = ((const Page *) record)->links.original ? STATE_UNKNOWN : STATE_ORIGINAL;
}

/* Block digests, which tell when a translation went stale, belong to the second round. */
GETTER(page_stale_since, Page)
{
    (void) record;
    (void) context;
    ret->is_absent = true;
}

GETTER(page_fallback, Page)
{
    (void) context;
    ret->truth = ((const Page *) record)->links.fallback_of != NULL;
}

GETTER(page_content_language, Page)
{
    (void) context;
    set_record(ret, ((const Page *) record)->links.content_language);
}

GETTER(page_paginator, Page)
{
    (void) context;
    static const Paginator empty = {.number = 1, .count = 1, .size = 1};
    const Paginator *paginator = ((const Page *) record)->links.paginator;
    set_record(ret, paginator ? paginator : &empty);
}

GETTER(page_needs, Page)
{
    const ViewContext *view = context;
    const Page *page = record;
    size_t count = page->text.front.needs.count;
    Text *texts = ARENA_ARRAY(view->scratch, Text, count);
    const void **items = ARENA_ARRAY(view->scratch, const void *, count);
    for (size_t i = 0; i < count; i++) {
        texts[i] = (Text){page->text.front.needs.items[i].text, page->links.content_language};
        items[i] = &texts[i];
    }
    ret->list = (List){items, count};
}

GETTER(page_level, Page)
{
    (void) context;
    ret->word = page_front(record)->level;
    ret->is_absent = ret->word >= LEVEL_NONE;
}

/* Each level 2 heading of a guide is a step. */
GETTER(page_steps, Page)
{
    const ViewContext *view = context;
    List toc = view_toc(record, view->scratch);
    const void **items = ARENA_ARRAY(view->scratch, const void *, toc.count);
    size_t count = 0;
    for (size_t i = 0; i < toc.count; i++) {
        if (((const HeadingView *) toc.items[i])->heading->level == 2)
            items[count++] = toc.items[i];
    }
    ret->list = (List){items, count};
}

GETTER(page_taxonomy, Page)
{
    (void) context;
    set_record(ret, ((const Page *) record)->links.taxonomy);
}

GETTER(page_term, Page)
{
    (void) context;
    set_record(ret, ((const Page *) record)->links.term);
}

GETTER(page_letters, Page)
{
    const ViewContext *view = context;
    const Page *page = record;
    const void **items = ARENA_ARRAY(view->scratch, const void *, page->links.letter_count);
    for (size_t i = 0; i < page->links.letter_count; i++)
        items[i] = &page->links.letters[i];
    ret->list = (List){items, page->links.letter_count};
}

#define PAGE_DATE_GETTER(name, member)                                                             \
    GETTER(name, Page)                                                                             \
    {                                                                                              \
        (void) context;                                                                            \
        ret->date = page_front(record)->member;                                                    \
        ret->is_absent = !ret->date.is_set;                                                        \
    }
PAGE_DATE_GETTER(page_date, date)
PAGE_DATE_GETTER(page_updated, updated)
PAGE_DATE_GETTER(page_expires, expires)

GETTER(page_weight, Page)
{
    (void) context;
    ret->integer = page_front(record)->weight;
}

GETTER(page_time, Page)
{
    (void) context;
    ret->integer = page_front(record)->time;
    ret->is_absent = ret->integer == 0;
}

#define PAGE_LIST_GETTER(name, member)                                                             \
    GETTER(name, Page)                                                                             \
    {                                                                                              \
        (void) context;                                                                            \
        ret->list = ((const Page *) record)->links.member;                                         \
    }
PAGE_LIST_GETTER(page_ancestors, ancestors)
PAGE_LIST_GETTER(page_children, children)
PAGE_LIST_GETTER(page_sections, sections)
PAGE_LIST_GETTER(page_all, all)
PAGE_LIST_GETTER(page_related, related)
PAGE_LIST_GETTER(page_backlinks, backlinks)

#define FRONT(member)                                                                              \
    (uint32_t)(offsetof(Page, text) + offsetof(PageText, front) + offsetof(FrontMatter, member))
#define FIELD_FRONT(text, kind_, member)                                                           \
    {                                                                                              \
        SLICE_INIT(text), {.kind = kind_}, FRONT(member), NULL, 0                                  \
    }
#define FIELD_FRONT_MAYBE(text, kind_, member)                                                     \
    {                                                                                              \
        SLICE_INIT(text), {.kind = kind_, .is_optional = true}, FRONT(member), NULL, 0             \
    }
#define ONLY(type) PAGE_TYPE_BIT(type)

// clang-format off
static const RecordField page_fields[] = {
    {SLICE_INIT("type"), {.kind = TYPE_ENUM, .words = page_type_words,
     .word_count = PAGE_TYPE_COUNT},
     0, page_type, 0},
    FIELD_GET("key", TYPE_TEXT, page_key),
    FIELD_GET("lang", TYPE_TEXT, page_lang),
    FIELD_ENUM("dir", view_direction_words, page_dir),
    FIELD_RECORD("language", view_language, page_language),
    FIELD_GET("url", TYPE_URL, page_url),
    FIELD_FRONT("draft", TYPE_BOOL, is_draft),
    FIELD_GET("weight", TYPE_INT, page_weight),
    FIELD_FRONT("title", TYPE_TEXT, title),
    FIELD_GET("short_title", TYPE_TEXT, page_short_title),
    FIELD_FRONT_MAYBE("description", TYPE_TEXT, description),
    FIELD_GET_MAYBE("summary", TYPE_INLINE, page_summary),
    FIELD_GET("expired", TYPE_BOOL, page_expired),
    FIELD_NAMES("extra", page_extra_names),
    FIELD_GET_MAYBE("date", TYPE_DATE, page_date),
    FIELD_GET_MAYBE("updated", TYPE_DATE, page_updated),
    FIELD_FRONT_MAYBE("checked", TYPE_DATE, checked),
    FIELD_GET_MAYBE("expires", TYPE_DATE, page_expires),
    FIELD_FRONT_MAYBE("change_note", TYPE_TEXT, change_note),
    FIELD_RECORD_MAYBE("image", view_image, page_image),
    FIELD_LIST("authors", view_person, page_authors),
    FIELD_LIST("tags", view_term, page_tags),
    FIELD_NAMES("terms", page_term_names),
    FIELD_GET("body", TYPE_HTML, page_body),
    FIELD_LIST("toc", view_heading, page_toc),
    FIELD_GET("head", TYPE_INLINE, page_head),
    FIELD_GET("words", TYPE_INT, page_words),
    FIELD_GET("minutes", TYPE_INT, page_minutes),
    FIELD_GET_MAYBE("feed", TYPE_URL, page_feed),
    FIELD_GET_MAYBE("edit_url", TYPE_URL, page_edit_url),
    FIELD_GET("digest", TYPE_TEXT, page_digest),
    FIELD_RECORD_MAYBE("section", view_page, page_section),
    FIELD_LIST("ancestors", view_page, page_ancestors),
    FIELD_RECORD_MAYBE("previous", view_page, page_previous),
    FIELD_RECORD_MAYBE("next", view_page, page_next),
    FIELD_LIST("related", view_page, page_related),
    FIELD_LIST("backlinks", view_page, page_backlinks),
    FIELD_LIST("translations", view_translation, page_translations),
    FIELD_RECORD_MAYBE("original", view_page, page_original),
    FIELD_ENUM("state", state_words, page_state),
    FIELD_GET_MAYBE("stale_since", TYPE_DATE, page_stale_since),
    FIELD_GET("fallback", TYPE_BOOL, page_fallback),
    FIELD_RECORD("content_language", view_language, page_content_language),
    FIELD_LIST("children", view_page, page_children),
    FIELD_LIST("sections", view_page, page_sections),
    FIELD_LIST("all", view_page, page_all),
    FIELD_RECORD("paginator", view_paginator, page_paginator),
    {SLICE_INIT("time"), {.kind = TYPE_DURATION, .is_optional = true}, 0, page_time,
     ONLY(PAGE_GUIDE)},
    {SLICE_INIT("needs"), {.kind = TYPE_LIST, .item = &type_text}, 0, page_needs, ONLY(PAGE_GUIDE)},
    {SLICE_INIT("level"), {.kind = TYPE_ENUM, .is_optional = true, .words = level_words,
     .word_count = 3},
     0, page_level, ONLY(PAGE_GUIDE)},
    {SLICE_INIT("steps"), {.kind = TYPE_LIST, .item = &(const Type){.kind = TYPE_RECORD,
     .record = &view_heading}},
     0, page_steps, ONLY(PAGE_GUIDE)},
    {SLICE_INIT("taxonomy"), {.kind = TYPE_RECORD, .record = &view_taxonomy},
     0, page_taxonomy, ONLY(PAGE_TAXONOMY) | ONLY(PAGE_TERM)},
    {SLICE_INIT("term"), {.kind = TYPE_RECORD, .record = &view_term},
     0, page_term, ONLY(PAGE_TERM)},
    {SLICE_INIT("letters"), {.kind = TYPE_LIST, .item = &(const Type){.kind = TYPE_RECORD,
     .record = &view_letter}},
     0, page_letters, ONLY(PAGE_ALPHABET)},
};
// clang-format on
const Record view_page = {SLICE_INIT("page"), page_fields,
                          sizeof(page_fields) / sizeof(page_fields[0]), &page_fields[0]};
