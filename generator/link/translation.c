/* Joins the languages of a page: by path or `key`. What a translation leaves out comes from its
 * original; what it says otherwise is a warning; anchors are shared where the headings match. */
#include "link/part.h"
#include "model/registry.h"

#include <string.h>

Slice translation_key(const Page *page)
{
    Slice key = page->text.front.key.text;
    return key.size > 0 ? key : page->origin.path;
}

static Span key_span(const Page *page)
{
    const Given *key = &page->text.front.key;
    return key->text.size > 0 ? page_span(page, key) : span_whole(page->text.source);
}

/* A table for each language, with room for its share of the pages. */
static Table *new_keys(Site *site)
{
    const size_t count = site_language_count(site);
    Table *keys = ARENA_ARRAY(&site->links, Table, count);
    for (size_t i = 0; i < count; i++) {
        table_init(&keys[i], &site->links);
        table_reserve(&keys[i], site->source_count / count + 1);
    }
    return keys;
}

const Table *translation_index(Site *site, bool (*wanted)(const Page *page))
{
    Table *keys = new_keys(site);
    for (size_t i = 0; i < site->source_count; i++) {
        if (wanted(site->pages[i]))
            table_add(&keys[site->pages[i]->origin.language->number],
                      translation_key(site->pages[i]), site->pages[i]);
    }
    return keys;
}

static void index_keys(Site *site)
{
    site->by_key = new_keys(site);
    for (size_t i = 0; i < site->source_count; i++) {
        Page *page = site->pages[i];
        if (!page_is_live(page))
            continue;
        Table *keys = &site->by_key[page->origin.language->number];
        if (table_add(keys, translation_key(page), page))
            continue;
        const Page *other = table_find(keys, translation_key(page));
        report_add(&page->report,
                   &(Diagnostic){.code = DIAGNOSTIC_KEY_TWICE,
                                 .span = key_span(page),
                                 .other = key_span(other),
                                 .words = {translation_key(page), other->origin.source_path}});
    }
}

static const Page *find_in(const Table *keys, const Page *page, const Language *language)
{
    return table_find(&keys[language->number], translation_key(page));
}

/* The page of a group that states its original, the first by language; NULL: none does. */
static const Page *find_statement(const Site *site, const Table *keys, const Page *page)
{
    if (!site->has_originals)
        return NULL;
    for (size_t i = 0; i < site_language_count(site); i++) {
        const Page *member = find_in(keys, page, &site->settings.languages->items[i]);
        if (member && languages_find(site->settings.languages, member->text.front.original.text))
            return member;
    }
    return NULL;
}

const Page *translation_original(const Site *site, const Table *keys, const Page *page)
{
    const Page *statement = find_statement(site, keys, page);
    const Language *language = site->settings.original;
    if (statement)
        language = languages_find(site->settings.languages, statement->text.front.original.text);
    const Page *original = find_in(keys, page, language);
    for (size_t i = 0; !original && i < site_language_count(site); i++)
        original = find_in(keys, page, &site->settings.languages->items[i]);
    return original == page ? NULL : original;
}

/* What is stated is a language of the site, and all pages of a group state the same. */
static void check_original(const Site *site, Page *page)
{
    const Given *stated = &page->text.front.original;
    if (stated->text.size == 0)
        return;
    const Page *first = find_statement(site, site->by_key, page);
    Diagnostic fault = {.span = page_span(page, stated), .words = {stated->text}};
    if (!languages_find(site->settings.languages, stated->text)) {
        fault.code = DIAGNOSTIC_LANGUAGE_NOT_LISTED;
    } else if (first && !slice_equal(first->text.front.original.text, stated->text)) {
        fault.code = DIAGNOSTIC_ORIGINALS_DIFFER;
        fault.words[1] = first->text.front.original.text;
        fault.words[2] = first->origin.source_path;
        fault.other = page_span(first, &first->text.front.original);
    } else {
        return;
    }
    report_add(&page->report, &fault);
}

/* A page that its key joins to one page and its path to another: it cannot translate both, unless a
 * page of its own language has the path for its key. */
static void check_path(const Site *site, Page *page)
{
    const Given *key = &page->text.front.key;
    Slice path = page->origin.path;
    const Page *joined = page->links.original;
    bool is_by_key = key->text.size > 0 && !slice_equal(key->text, path);
    if (!is_by_key || table_find(&site->by_key[page->origin.language->number], path))
        return;
    for (size_t i = 0; !joined && i < page->links.translation_count; i++)
        joined = page->links.translations[i].page;
    for (size_t i = 0; joined && i < site_language_count(site); i++) {
        const Page *other = table_find(&site->by_key[i], path);
        if (!other)
            continue;
        report_add(&page->report,
                   &(Diagnostic){.code = DIAGNOSTIC_TWO_ORIGINALS,
                                 .span = key_span(page),
                                 .other = span_whole(other->text.source),
                                 .words = {joined->origin.source_path, other->origin.source_path}});
        return;
    }
}

/* Where one of the two dates comes from the original, nothing has compared them yet. */
static void check_dates(Page *page)
{
    const FrontMatter *own = &page->text.front, *all = page_front(page);
    bool is_mixed = own->date.is_set != own->expires.is_set;
    if (!is_mixed || !all->date.is_set || !all->expires.is_set ||
        all->expires.seconds >= all->date.seconds)
        return;
    size_t date = 0, expires = 0;
    registry_find(SLICE("date"), &date);
    registry_find(SLICE("expires"), &expires);
    size_t mine = own->date.is_set ? date : expires, theirs = own->date.is_set ? expires : date;
    report_add(&page->report, &(Diagnostic){.code = DIAGNOSTIC_DATE_ORDER,
                                            .span = page_field_span(page, mine),
                                            .other = page_field_span(page->links.original, theirs),
                                            .words = {SLICE("expires"), SLICE("date")}});
}

static size_t member_size(FieldKind kind)
{
    switch (kind) {
    case FIELD_TEXT:
        return sizeof(Text);
    case FIELD_BOOL:
    case FIELD_SWITCH:
        return sizeof(bool);
    case FIELD_INT:
    case FIELD_DURATION:
        return sizeof(int64_t);
    case FIELD_DATE:
        return sizeof(Date);
    case FIELD_WORD:
        return sizeof(uint32_t);
    case FIELD_SLUG:
    case FIELD_PATH:
    case FIELD_NAME:
    case FIELD_LANGUAGE:
        return sizeof(Given);
    case FIELD_IDS:
    case FIELD_TEXTS:
    case FIELD_ALIASES:
    case FIELD_SILENCE:
        return sizeof(GivenList);
    case FIELD_IMAGE:
        return sizeof(FrontImage);
    case FIELD_EXTRA:
    case FIELD_TERMS:
        return 0;
    }
    return 0;
}

static bool equal_lists(const GivenList *a, const GivenList *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++) {
        if (!slice_equal(a->items[i].text, b->items[i].text))
            return false;
    }
    return true;
}

static bool equal_dates(const Date *a, const Date *b)
{
    return a->seconds == b->seconds && a->has_time == b->has_time;
}

static bool equal_members(FieldKind kind, const void *a, const void *b)
{
    if (kind == FIELD_DATE)
        return equal_dates(a, b);
    if (kind == FIELD_IDS)
        return equal_lists(a, b);
    if (kind == FIELD_PATH || kind == FIELD_NAME || kind == FIELD_LANGUAGE)
        return slice_equal(((const Given *) a)->text, ((const Given *) b)->text);
    if (kind == FIELD_IMAGE)
        return slice_equal(((const FrontImage *) a)->src.text, ((const FrontImage *) b)->src.text);
    return memcmp(a, b, member_size(kind)) == 0;
}

static void report_difference(Page *page, size_t index, const Page *original)
{
    report_add(&page->report, &(Diagnostic){
                                  .code = DIAGNOSTIC_SHARED_DIFFERS,
                                  .span = page_field_span(page, index),
                                  .other = page_field_span(original, index),
                                  .words = {registry_at(index)->name, original->origin.source_path},
                              });
}

/* The text of a picture is written per language; only its file is shared. */
static void inherit_image(FrontMatter *front, const FrontImage *image)
{
    front->image.src = image->src;
    front->image.is_decorative = image->is_decorative;
}

static void inherit_member(FrontMatter *front, const FrontMatter *original, const Field *field)
{
    const char *from = (const char *) original + field->offset;
    char *to = (char *) front + field->offset;
    if (field->kind == FIELD_IMAGE)
        inherit_image(front, &original->image);
    else
        memcpy(to, from, member_size(field->kind));
}

/* A picture of which the translation only writes the words takes over the file. */
static bool takes_over(const FrontMatter *front, size_t index, const Field *field)
{
    return !field_is_given(front, index) ||
           (field->kind == FIELD_IMAGE && front->image.src.text.size == 0);
}

static FrontMatter *copy_front(Arena *arena, const Page *page)
{
    const size_t count = page->site->taxonomy_count;
    FrontMatter *front = arena_take_raw(arena, sizeof *front, _Alignof(FrontMatter));
    *front = page->text.front;
    front->terms = ARENA_ARRAY(arena, TermIds, count);
    for (size_t i = 0; page->text.front.terms && i < count; i++)
        front->terms[i] = page->text.front.terms[i];
    return front;
}

/* What a translation takes over goes into a copy; most write all that counts themselves. */
static FrontMatter *own_front(Arena *arena, const Page *page, FrontMatter *front)
{
    return front ? front : copy_front(arena, page);
}

static void inherit(Arena *arena, Page *page, const Page *original)
{
    const FrontMatter *own = &page->text.front, *shared = &original->text.front;
    FrontMatter *front = NULL;
    for (size_t i = 0; i < registry_count(); i++) {
        const Field *field = registry_at(i);
        // the original is settled for the whole group
        bool is_apart = field->kind == FIELD_TERMS || field->kind == FIELD_LANGUAGE;
        if (!field->is_shared || !field_is_given(shared, i) || is_apart)
            continue;
        if (takes_over(own, i, field)) {
            front = own_front(arena, page, front);
            inherit_member(front, shared, field);
        } else if (!equal_members(field->kind, (const char *) own + field->offset,
                                  (const char *) shared + field->offset)) {
            report_difference(page, i, original);
        }
    }
    for (size_t i = 0; shared->terms && i < page->site->taxonomy_count; i++) {
        if (!shared->terms[i].taxonomy || (own->terms && own->terms[i].taxonomy))
            continue;
        front = own_front(arena, page, front);
        front->terms[i] = shared->terms[i];
    }
    page->links.front = front;
}

void translation_list(Arena *arena, Page *page)
{
    const Site *site = page->site;
    Translation *translations = ARENA_ARRAY(arena, Translation, site_language_count(site));
    size_t count = 0;
    for (size_t i = 0; i < site_language_count(site); i++) {
        const Language *language = &site->settings.languages->items[i];
        if (language != page->origin.language)
            translations[count++] =
                (Translation){language, find_in(site->by_key, page, language), NULL};
    }
    page->links.translations = translations;
    page->links.translation_count = count;
}

static void join_page(Worker *worker, size_t i, void *shared)
{
    Site *site = shared;
    Page *page = site->pages[i];
    page->links.content_language = page->origin.language;
    if (!page_is_live(page))
        return;
    translation_list(site_task_links(site, worker), page);
    check_original(site, page);
    page->links.original = translation_original(site, site->by_key, page);
    if (page->links.original) {
        inherit(site_task_links(site, worker), page, page->links.original);
        check_dates(page);
    }
    check_path(site, page);
}

void translation_join(Site *site, Workers *workers)
{
    index_keys(site);
    workers_each(workers, site->source_count, join_page, site);
}

/* Pages that link made join each other by their paths: the same term, the same part of a list. */
void translation_join_made(Site *site)
{
    for (size_t i = site->source_count; i < site->page_count; i++) {
        if (!site->pages[i]->links.fallback_of)
            table_add(&site->by_key[site->pages[i]->origin.language->number],
                      site->pages[i]->origin.path, site->pages[i]);
    }
    for (size_t i = site->source_count; i < site->page_count; i++) {
        Page *page = site->pages[i];
        bool is_of_all = page->origin.type == PAGE_LANGUAGES || page->origin.type == PAGE_NOT_FOUND;
        if (!is_of_all && !page->links.fallback_of)
            translation_list(&site->links, page);
    }
}
