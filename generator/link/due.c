/* Sets drafts and pages whose day has not come aside; they are read and checked, never written
 * (editorial 11). */
#include "link/part.h"

static bool is_later(Date date, Date now)
{
    return date.is_set && date.seconds > now.seconds;
}

/* The next moment at which the output would change by itself. */
static void note_moment(Site *site, Date date)
{
    if (is_later(date, site->options.now) &&
        (!site->next_moment.is_set || date.seconds < site->next_moment.seconds))
        site->next_moment = date;
}

void due_settle(Site *site)
{
    for (size_t i = 0; i < site->source_count; i++) {
        Page *page = site->pages[i];
        const FrontMatter *front = &page->text.front;
        bool is_early = is_later(front->date, site->options.now);
        bool is_draft = front->is_draft && !site->options.with_drafts;
        page->is_held = is_draft || (is_early && !site->options.with_drafts);
        page->links.is_expired =
            front->expires.is_set && !is_later(front->expires, site->options.now);
        if (!is_draft) {
            note_moment(site, front->date);
            note_moment(site, front->expires);
        }
    }
}
