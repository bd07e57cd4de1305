/* Pages that stand in for a missing translation, where site.yaml asks for them: the text of the
 * original in its own language, within the page of the language that lacks it. */
#include "link/part.h"

/* Where the translation would be typed. */
static Slice missing_path(Site *site, const Page *source, const Language *language)
{
    return slice_print(&site->links, "content/%.*s/%.*s.md", SLICE_FORMAT(language->folder),
                       SLICE_FORMAT(source->origin.path));
}

/* A page of its own at this place would be hidden; that its key is another one is told elsewhere.
 */
static bool is_taken(Site *site, const Page *source, const Language *language)
{
    const Page *other = table_find(&site->by_source, missing_path(site, source, language));
    return other && page_is_live(other);
}

static Page *make_fallback(Site *site, Page *source, const Language *language)
{
    Page *page = page_make(site, source->origin.type, language, source->origin.path,
                           source->text.front.title);
    page->origin.is_index = source->origin.is_index;
    page->text = source->text;
    page->text.front.key.text = translation_key(source);
    page->text.front.aliases = (GivenList){0};
    page->shape = source->shape;
    page->is_broken = source->is_broken;
    page->links.content_language = source->origin.language;
    page->links.fallback_of = source;
    page->links.original = source;
    page->links.is_expired = source->links.is_expired;
    table_add(&site->fallbacks, missing_path(site, source, language), page);
    return page;
}

static void stand_in(Site *site, Page *source)
{
    ListBuilder made = {0};
    for (size_t i = 0; i < source->links.translation_count; i++) {
        const Translation *translation = &source->links.translations[i];
        if (!translation->page && !is_taken(site, source, translation->language))
            list_add(site, &made, make_fallback(site, source, translation->language));
    }
    source->links.fallbacks = list_done(&made);
}

void fallback_build(Site *site)
{
    table_init(&site->fallbacks, &site->links);
    if (!site->settings.fallback_pages)
        return;
    for (size_t i = 0; i < site->source_count; i++) {
        Page *page = site->pages[i];
        bool is_home = slice_equal(page->origin.path, SLICE("index"));
        if (page_is_live(page) && !page->links.original && !is_home)
            stand_in(site, page);
    }
}

static const Page *find_stand_in(const Page *page, const Language *language)
{
    const Page *source = page->links.original ? page->links.original : page;
    for (size_t i = 0; i < source->links.fallbacks.count; i++) {
        const Page *fallback = page_in(source->links.fallbacks, i);
        if (fallback->origin.language == language)
            return fallback;
    }
    return NULL;
}

const Page *fallback_find(const Site *site, const Language *language, Slice key)
{
    const Page *page = NULL;
    for (size_t i = 0; !page && i < site_language_count(site); i++)
        page = table_find(&site->by_key[i], key);
    return page ? find_stand_in(page, language) : NULL;
}

/* Every page of a group knows who stands in for the ones that are missing. */
void fallback_join(Site *site)
{
    for (size_t i = 0; site->settings.fallback_pages && i < site->page_count; i++) {
        Page *page = site->pages[i];
        if (page->links.fallback_of) {
            translation_list(&site->links, page);
            page->links.anchors = page->links.fallback_of->links.anchors;
        }
        for (size_t k = 0; k < page->links.translation_count; k++) {
            Translation *translation = &page->links.translations[k];
            if (!translation->page)
                translation->fallback = find_stand_in(page, translation->language);
        }
    }
}

/* Where the original leads to a place of its own, the reader stays on this page. */
static Target *own_targets(Site *site, const Page *page)
{
    const Page *source = page->links.fallback_of;
    size_t count = source->text.document ? source->text.document->reference_count : 0;
    Target *targets = ARENA_ARRAY(&site->links, Target, count);
    for (size_t i = 0; source->links.targets && i < count; i++) {
        targets[i] = source->links.targets[i];
        if (targets[i].page != source)
            continue;
        targets[i].page = page;
        targets[i].url.path = page->links.url.path;
    }
    return targets;
}

void fallback_complete(Site *site)
{
    for (size_t i = site->source_count; i < site->page_count; i++) {
        PageLinks *links = &site->pages[i]->links;
        if (!links->fallback_of)
            continue;
        links->targets = own_targets(site, site->pages[i]);
        links->image = links->fallback_of->links.image;
        links->authors = links->fallback_of->links.authors;
    }
}
