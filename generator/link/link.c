/* Fourth stage of the pipeline: the whole site, in order. */
#include "link/link.h"

#include "link/part.h"

void list_add(Site *site, ListBuilder *list, const void *item)
{
    list->items =
        arena_grow(&site->links, list->items, sizeof *list->items, list->count, &list->capacity);
    list->items[list->count++] = item;
}

List list_done(const ListBuilder *list)
{
    return (List){list->items, list->count};
}

Page *page_make(Site *site, PageType type, const Language *language, Slice path, Text title)
{
    Page *page = ARENA_NEW(&site->links, Page);
    page->site = site;
    page->origin = (PageOrigin){
        .type = type,
        .is_made = true,
        .language = language,
        .path = path,
        .position = site->page_count,
    };
    page->text.front.title = title;
    page->text.front.has_feed = true;
    page->links.content_language = language;
    report_init(&page->report, &page->arena, &site->settings.policy); // threads report too
    site->pages = arena_grow(&site->links, site->pages, sizeof(Page *), site->page_count,
                             &site->page_capacity);
    site->pages[site->page_count++] = page;
    return page;
}

Text page_words(Site *site, const Language *language, InterfaceText text,
                const MessageValue *values)
{
    Buffer buffer;
    buffer_init(&buffer, &site->links, MESSAGE_MAX_SIZE);
    interface_write(site, language, text, values, &buffer);
    return (Text){buffer_slice(&buffer), language};
}

static void index_sources(Site *site)
{
    table_init(&site->by_source, &site->links);
    table_reserve(&site->by_source, site->source_count);
    for (size_t i = 0; i < site->source_count; i++)
        table_add(&site->by_source, site->pages[i]->origin.source_path, site->pages[i]);
}

void link_site(Site *site, Workers *workers)
{
    index_sources(site);
    due_settle(site);
    translation_join(site, workers);
    fallback_build(site);
    section_build(site, workers);
    taxonomy_build(site, workers);
    list_cut(site);
    alphabet_build(site);
    asset_name(site);
    address_assign(site, workers);
    translation_join_made(site);
    anchor_share(site, workers);
    fallback_join(site);
    menu_build(site);
    redirect_build(site);
    reference_resolve(site, workers);
    fallback_complete(site);
    relation_build(site, workers);
    news_build(site);
}
