/* Old addresses: each leads to the page that names it, straight and without a chain. */
#include "link/part.h"

#define ALIAS_MAX_SIZE 200

static Span alias_span(const Page *page, const Given *alias)
{
    return (Span){page->text.source, alias->start, alias->end};
}

/* "/fa/old.html": from the root, names a file, stays inside. */
static bool is_alias(Slice text)
{
    if (!slice_starts(text, SLICE("/")) || !slice_ends(text, SLICE(".html")) ||
        text.size > ALIAS_MAX_SIZE)
        return false;
    return !slice_contains(text, SLICE("//")) && !slice_contains(text, SLICE("/../")) &&
           !slice_contains(text, SLICE("/./")) && !slice_contains(text, SLICE("?")) &&
           !slice_contains(text, SLICE("#")) && !slice_contains(text, SLICE(" ")) &&
           !slice_contains(text, SLICE("\\"));
}

static void add_redirect(Site *site, Table *live, Table *taken, Page *page, const Given *alias)
{
    Slice path = slice_from(alias->text, 1);
    Diagnostic fault = {.span = alias_span(page, alias), .words = {alias->text}};
    const Page *other = table_find(live, path);
    if (!is_alias(alias->text)) {
        fault.code = DIAGNOSTIC_ALIAS_FORM;
    } else if (other) {
        fault.code = DIAGNOSTIC_ALIAS_LIVE;
        fault.words[1] =
            other->origin.is_made ? other->links.output_path : other->origin.source_path;
    } else if (!table_add(taken, path, page)) {
        fault.code = DIAGNOSTIC_ALIAS_TWICE;
        fault.words[1] = ((const Page *) table_find(taken, path))->origin.source_path;
    } else {
        site->redirects[site->redirect_count++] = (Redirect){path, page, slice_is_ascii(path)};
        return;
    }
    report_add(&page->report, &fault);
}

void redirect_build(Site *site)
{
    Table live, taken;
    table_init(&live, &site->links);
    table_init(&taken, &site->links);
    size_t count = 0;
    for (size_t i = 0; i < site->page_count; i++) {
        if (page_is_live(site->pages[i]))
            table_add(&live, site->pages[i]->links.output_path, site->pages[i]);
        count += site->pages[i]->text.front.aliases.count;
    }
    site->redirects = ARENA_ARRAY(&site->links, Redirect, count);
    for (size_t i = 0; i < site->source_count; i++) {
        Page *page = site->pages[i];
        const GivenList *aliases = &page->text.front.aliases;
        for (size_t k = 0; page_is_live(page) && k < aliases->count; k++)
            add_redirect(site, &live, &taken, page, &aliases->items[k]);
    }
}
