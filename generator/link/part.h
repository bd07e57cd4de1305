/* What the parts of link offer each other, in the order link_site calls them. Private to link. */
#ifndef LINK_PART_H
#define LINK_PART_H

#include "model/interface.h"

/* A list that grows in site->links. */
typedef struct ListBuilder {
    const void **items;
    size_t count;
    size_t capacity;
} ListBuilder;
void list_add(Site *site, ListBuilder *list, const void *item);
List list_done(const ListBuilder *list);

/* Sorts pages; equal ones keep the order of their sources. Nothing is left in `scratch`. */
void list_sort(Arena *scratch, List pages, SortOrder order);

/* A page that nobody wrote: it has no source, and its title is `title`. */
Page *page_make(Site *site, PageType type, const Language *language, Slice path, Text title);

/* An interface text as the title of a made page. */
Text page_words(Site *site, const Language *language, InterfaceText text,
                const MessageValue *values);

/* True for pages that are built: not broken, not held back. */
static inline bool page_is_live(const Page *page)
{
    return !page->is_held;
}

/* Sets drafts and pages not due aside, and lists what waits. */
void due_settle(Site *site);

Slice translation_key(const Page *page); /* what joins languages: `key`, else the path */
/* Per language: key -> page, of the pages that are wanted. */
const Table *translation_index(Site *site, bool (*wanted)(const Page *page));
/* In the language it was first written in, else the first that has it. NULL: the page itself. */
const Page *translation_original(const Site *site, const Table *keys, const Page *page);

/* Joins languages: keys, originals, what translations inherit. */
void translation_join(Site *site, Workers *workers);
/* The same for pages that link made: the same term, the same part of a list. */
void translation_join_made(Site *site);
/* The languages of the site besides the page's own, with its translation in each. */
void translation_list(Arena *arena, Page *page);

void anchor_share(Site *site, Workers *workers); /* the ids of all headings */

/* Pages that stand in for missing translations. */
void fallback_build(Site *site);
const Page *fallback_find(const Site *site, const Language *language, Slice key);
void fallback_join(Site *site);
void fallback_complete(Site *site);

/* Types, parents, ancestors, children, neighbours; homes. */
void section_build(Site *site, Workers *workers);

/* Terms of every page, pages of every term, and the pages made for them. */
void taxonomy_build(Site *site, Workers *workers);

/* Cuts the lists of sections and terms into numbered pages. */
void list_cut(Site *site);

/* The A–Z page of each language. */
void alphabet_build(Site *site);

/* Reads, measures and names pictures, downloads, style sheets. */
void asset_name(Site *site);

/* The file of a path typed on a page: beside the page, beside its original, or shared; NULL: there
 * is none. */
ImageFile *asset_find(Site *site, const Page *page, Slice path);
/* Marks it as written and reads what has to be known of it. */
void asset_use(Site *site, ImageFile *file);
/* Once all references are resolved: the list of files to write. */
void asset_collect(Site *site);

/* A path for everything; two on one is an error. */
void address_assign(Site *site, Workers *workers);

void menu_build(Site *site);
void redirect_build(Site *site);

/* Which lists have a feed, and what stands in it. */
void news_build(Site *site);

/* Pages that share terms. */
void relation_build(Site *site, Workers *workers);

/* Report an address that leads to no page or no file, with what was most likely meant, written as
 * it would be typed on the page. `path` is where the page would be. */
void hint_no_page(Site *site, Page *page, const Reference *reference, Slice path);
void hint_no_file(Site *site, Page *page, const Reference *reference);

/* Every link, picture and anchor of every page. */
void reference_resolve(Site *site, Workers *workers);

#endif
