/* Old addresses: each leads to the page that names it, straight and without a chain. */
#include "base/utf8.h"
#include "link/part.h"

#include <string.h>

#define ALIAS_MAX_SIZE 200

/* An alias, and the page whose living address it names. */
typedef struct Clash {
    Page *page;
    const Given *alias;
    const Page *owner;
    bool is_told;
} Clash;

typedef struct Redirecting {
    Site *site;
    Table taken;      /* path of an alias -> Redirect */
    ListBuilder held; /* of Clash */
    Clash **leads;    /* per page: its first clash */
} Redirecting;

/* Letters of any script, digits and a few marks: what no server takes for a pattern or a command.
 */
static bool is_alias_character(uint32_t code_point)
{
    if (code_point >= 0x80)
        return code_point == 0x200C || (code_point >= 0xA1 && !utf8_is_invisible(code_point));
    return (code_point >= 'a' && code_point <= 'z') || (code_point >= 'A' && code_point <= 'Z') ||
           (code_point >= '0' && code_point <= '9') ||
           (code_point != 0 && strchr("-._~/+,=@", (int) code_point));
}

/* "/fa/old.html" or "/fa/old/": from the root, names a file or a folder, stays inside. */
static bool is_alias(Slice text)
{
    bool is_named = slice_ends(text, SLICE(".html")) || slice_ends(text, SLICE("/"));
    if (!slice_starts(text, SLICE("/")) || !is_named || text.size > ALIAS_MAX_SIZE)
        return false;
    for (size_t offset = 0; offset < text.size;) {
        if (!is_alias_character(utf8_next(text, &offset)))
            return false;
    }
    return !slice_contains(text, SLICE("//")) && !slice_contains(text, SLICE("/../")) &&
           !slice_contains(text, SLICE("/./"));
}

/* An alias copied from a browser is percent-encoded; servers compare what it stands for. */
static bool read_alias(Site *site, Slice text, Slice *ret_address, Slice *ret_path)
{
    Slice address;
    if (!url_decode(&site->links, text, &address) || !is_alias(address))
        return false;
    *ret_address = slice_from(address, 1);
    *ret_path = *ret_address;
    if (slice_ends(address, SLICE("/")))
        *ret_path = slice_print(&site->links, "%.*sindex.html", SLICE_FORMAT(*ret_address));
    return true;
}

static void hold_clash(Redirecting *redirecting, Page *page, const Given *alias, const Page *owner)
{
    Clash *clash = ARENA_NEW(&redirecting->site->links, Clash);
    *clash = (Clash){page, alias, owner, false};
    list_add(redirecting->site, &redirecting->held, clash);
    if (!redirecting->leads[page->origin.position])
        redirecting->leads[page->origin.position] = clash;
}

static void add_redirect(Redirecting *redirecting, Page *page, const Given *alias)
{
    Site *site = redirecting->site;
    Diagnostic fault = {.span = page_span(page, alias), .words = {alias->text}};
    Redirect *redirect = &site->redirects[site->redirect_count];
    if (!read_alias(site, alias->text, &redirect->address, &redirect->path)) {
        fault.code = DIAGNOSTIC_ALIAS_FORM;
        report_add(&page->report, &fault);
        return;
    }
    const Page *owner = table_find(&site->by_output, redirect->path);
    if (owner) {
        hold_clash(redirecting, page, alias, owner);
        return;
    }
    redirect->target = page;
    redirect->alias = alias;
    redirect->is_ascii = slice_is_ascii(redirect->path);
    if (table_add(&redirecting->taken, redirect->path, redirect)) {
        site->redirect_count++;
        return;
    }
    const Redirect *other = table_find(&redirecting->taken, redirect->path);
    fault.code = DIAGNOSTIC_ALIAS_TWICE;
    fault.words[1] = other->target->origin.source_path;
    fault.other = page_span(other->target, other->alias);
    report_add(&page->report, &fault);
}

static void report_live(const Clash *clash)
{
    Diagnostic fault = {
        .code = DIAGNOSTIC_ALIAS_LIVE,
        .span = page_span(clash->page, clash->alias),
        .words = {clash->alias->text, page_place(clash->owner)},
    };
    if (clash->owner->text.source && clash->owner != clash->page)
        fault.other = span_whole(clash->owner->text.source);
    report_add(&clash->page->report, &fault);
}

/* True when following living addresses from this clash comes back to its page. */
static bool is_cycle(const Redirecting *redirecting, const Clash *clash)
{
    const Page *page = clash->owner;
    for (size_t i = 0; i < redirecting->held.count && page != clash->page; i++) {
        const Clash *next = redirecting->leads[page->origin.position];
        if (!next)
            return false;
        page = next->owner;
    }
    return page == clash->page && clash->owner != clash->page;
}

/* Pages whose aliases name each other's addresses: one fault with all of them in it. */
static void report_cycle(const Redirecting *redirecting, const Clash *clash)
{
    Buffer chain;
    buffer_init(&chain, &redirecting->site->links, 64 * 1024);
    buffer_add(&chain, page_place(clash->page));
    for (const Page *page = clash->owner; page != clash->page;) {
        Clash *next = redirecting->leads[page->origin.position];
        buffer_print(&chain, " → %.*s", SLICE_FORMAT(page_place(page)));
        next->is_told = true;
        page = next->owner;
    }
    buffer_print(&chain, " → %.*s", SLICE_FORMAT(page_place(clash->page)));
    const Clash *second = redirecting->leads[clash->owner->origin.position];
    report_add(&clash->page->report, &(Diagnostic){
                                         .code = DIAGNOSTIC_ALIAS_CYCLE,
                                         .span = page_span(clash->page, clash->alias),
                                         .other = page_span(second->page, second->alias),
                                         .words = {buffer_slice(&chain)},
                                     });
}

static void report_clashes(Redirecting *redirecting)
{
    for (size_t i = 0; i < redirecting->held.count; i++) {
        const Clash *clash = redirecting->held.items[i];
        if (clash->is_told)
            continue;
        bool is_first = redirecting->leads[clash->page->origin.position] == clash;
        if (is_first && is_cycle(redirecting, clash))
            report_cycle(redirecting, clash);
        else
            report_live(clash);
    }
}

static void prepare(Redirecting *redirecting, Site *site)
{
    *redirecting = (Redirecting){.site = site};
    table_init(&redirecting->taken, &site->links);
    redirecting->leads = ARENA_ARRAY(&site->links, Clash *, site->page_count);
    size_t count = 0;
    for (size_t i = 0; i < site->source_count; i++)
        count += site->pages[i]->text.front.aliases.count;
    site->redirects = ARENA_ARRAY(&site->links, Redirect, count + 1);
}

void redirect_build(Site *site)
{
    Redirecting redirecting;
    prepare(&redirecting, site);
    for (size_t i = 0; i < site->source_count; i++) {
        Page *page = site->pages[i];
        const GivenList *aliases = &page->text.front.aliases;
        for (size_t k = 0; page_is_live(page) && k < aliases->count; k++)
            add_redirect(&redirecting, page, &aliases->items[k]);
    }
    report_clashes(&redirecting);
}
