/* Which versions of a page name each other as alternates. */
#include "render/alternate.h"

/* A page that stands in for a missing translation is no version of its own. */
static bool is_version(const Page *page)
{
    return page && !page_front(page)->is_noindex &&
           page->links.content_language == page->origin.language;
}

size_t alternate_list(const Page *page, Arena *arena, Alternate **ret_alternates)
{
    const PageLinks *links = &page->links;
    Alternate *alternates = ARENA_ARRAY(arena, Alternate, links->translation_count + 2);
    size_t count = 0;
    // for readers whose language the site does not have
    Alternate fallback = {SLICE("x-default"), page};
    alternates[count++] = (Alternate){page->origin.language->hreflang, page};
    for (size_t i = 0; i < links->translation_count; i++) {
        const Translation *translation = &links->translations[i];
        if (!is_version(translation->page))
            continue;
        alternates[count++] = (Alternate){translation->language->hreflang, translation->page};
        if (translation->language == page->site->settings.default_language)
            fallback.page = translation->page;
    }
    if (count == 1 || !is_version(page))
        return 0;
    alternates[count++] = fallback;
    *ret_alternates = alternates;
    return count;
}
