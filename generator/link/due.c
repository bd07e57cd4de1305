/* Sets drafts and pages whose day has not come aside; they are read and checked, never written
 * (editorial 11). */
#include "link/part.h"

static bool is_later(Date date, Date now)
{
    return date.is_set && date.seconds > now.seconds;
}

static bool is_no_draft(const Page *page)
{
    return !page->text.front.is_draft || page->site->options.with_drafts;
}

/* The next moment at which the output would change by itself. */
static void note_moment(Site *site, Date date)
{
    if (is_later(date, site->options.now) &&
        (!site->next_moment.is_set || date.seconds < site->next_moment.seconds))
        site->next_moment = date;
}

/* What a translation leaves out counts as in its original, before the two are joined: a page that
 * waits is not joined at all. */
static void settle(Site *site, const Table *keys, Page *page)
{
    const Page *original = translation_original(site, keys, page);
    const FrontMatter *shared = original ? &original->text.front : &page->text.front;
    Date date = page->text.front.date, expires = page->text.front.expires;
    if (!date.is_set)
        date = shared->date;
    if (!expires.is_set)
        expires = shared->expires;
    bool is_early = is_later(date, site->options.now) && !site->options.with_drafts;
    page->is_held = is_early || !is_no_draft(page);
    page->links.is_expired = expires.is_set && !is_later(expires, site->options.now);
    if (!is_no_draft(page))
        return;
    page->links.due = is_early ? date : (Date){0};
    note_moment(site, date);
    note_moment(site, expires);
}

void due_settle(Site *site)
{
    const Table *keys = translation_index(site, is_no_draft);
    for (size_t i = 0; i < site->source_count; i++)
        site->has_originals |= site->pages[i]->text.front.original.text.size > 0;
    for (size_t i = 0; i < site->source_count; i++)
        settle(site, keys, site->pages[i]);
}
