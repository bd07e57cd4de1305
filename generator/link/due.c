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

/* True for a page that may hold back itself or what is translated from it. */
static bool may_wait(const Page *page)
{
    const FrontMatter *front = &page->text.front;
    return !is_no_draft(page) || is_later(front->date, page->site->options.now) ||
           front->expires.is_set;
}

/* What a translation leaves out counts as in its original, before the two are joined: a page that
 * waits is not joined at all. No keys: no page may wait. */
static void settle(Site *site, const Table *keys, Page *page)
{
    const Page *original = keys ? translation_original(site, keys, page) : NULL;
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
    bool some_may_wait = false;
    for (size_t i = 0; i < site->source_count; i++) {
        const Page *page = site->pages[i];
        site->has_originals |= page->text.front.original.text.size > 0;
        some_may_wait = some_may_wait || may_wait(page);
    }
    const Table *keys = some_may_wait ? translation_index(site, is_no_draft) : NULL;
    for (size_t i = 0; i < site->source_count; i++)
        settle(site, keys, site->pages[i]);
}
