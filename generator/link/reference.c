/* Resolves every link, picture and anchor: a renamed page or heading is found by the build, not by
 * a reader. */
#include "base/file.h"
#include "base/suggest.h"
#include "link/part.h"
#include "model/registry.h"
#include "template/template.h"

typedef struct Resolving {
    Site *site;
    Page *page;
    Arena *arena;
    const Reference *reference;
} Resolving;

/* What the task of a page leaves to be done in the order of the pages. */
typedef struct Rest {
    uint32_t *references; /* to files, which are read once, and to pages that are not there */
    size_t reference_count;
    uint32_t *targets; /* places in site->pages that the page leads to */
    size_t target_count;
} Rest;

static Span place(const Resolving *at)
{
    return (Span){at->page->text.source, at->reference->start, at->reference->end};
}

static void fault(const Resolving *at, DiagnosticCode code, Slice first, Slice second)
{
    report_add(&at->page->report,
               &(Diagnostic){.code = code, .span = place(at), .words = {first, second}});
}

static void report_no_anchor(const Resolving *at, const Page *target, Slice fragment)
{
    const PageShape *shape = &target->shape;
    Slice *names = ARENA_ARRAY(at->arena, Slice, shape->heading_count + shape->id_count);
    for (size_t i = 0; i < shape->heading_count; i++)
        names[i] = target->links.anchors[i];
    for (size_t i = 0; i < shape->id_count; i++)
        names[shape->heading_count + i] = shape->ids[i];
    Diagnostic diagnostic = {
        .code = DIAGNOSTIC_LINK_FRAGMENT,
        .span = place(at),
        .words = {fragment, target->origin.source_path},
    };
    diagnostic.suggestion = suggest_one(fragment, names, shape->heading_count + shape->id_count);
    report_add(&at->page->report, &diagnostic);
}

static bool has_anchor(const Page *page, Slice fragment)
{
    for (size_t i = 0; i < page->shape.heading_count; i++) {
        if (slice_equal(page->links.anchors[i], fragment))
            return true;
    }
    for (size_t i = 0; i < page->shape.id_count; i++) {
        if (slice_equal(page->shape.ids[i], fragment))
            return true;
    }
    return false;
}

static Target to_page(const Resolving *at, const Page *target, Slice fragment)
{
    if (fragment.size > 0 && !target->is_broken && !has_anchor(target, fragment)) {
        report_no_anchor(at, target, fragment);
        return (Target){0};
    }
    if (target->is_held && !at->page->is_held) {
        fault(at, DIAGNOSTIC_LINK_HELD, target->origin.source_path, (Slice){0});
        return (Target){0};
    }
    Url url = target->links.url;
    url.fragment = fragment;
    return (Target){
        .kind = fragment.size > 0 ? TARGET_HEADING : TARGET_PAGE, .url = url, .page = target};
}

static Slice source_path(const Resolving *at, Slice path)
{
    Slice full = {0};
    if (slice_starts(path, SLICE("/")))
        return slice_print(at->arena, "content/%.*s%.*s",
                           SLICE_FORMAT(at->page->origin.language->folder), SLICE_FORMAT(path));
    const bool is_inside = url_join(at->arena, at->page->origin.source_path, path, &full) &&
                           slice_starts(full, SLICE("content/"));
    return is_inside ? full : (Slice){0};
}

/* False for a page that is not there: what was meant is looked for in the order of the pages, since
 * only so many are. */
static bool to_source(const Resolving *at, Slice path, Slice fragment, Target *ret_target)
{
    const Site *site = at->site;
    const Slice full = source_path(at, path);
    *ret_target = (Target){0};
    if (full.size == 0) {
        fault(at, DIAGNOSTIC_LINK_OUTSIDE, at->reference->address, (Slice){0});
        return true;
    }
    const Page *target = table_find(&site->by_source, full);
    const Page *fallback = table_find(&site->fallbacks, full);
    if (fallback && (!target || target->is_held))
        target = fallback;
    if (target)
        *ret_target = to_page(at, target, fragment);
    return target != NULL;
}

static Target to_file(const Resolving *at, Slice path)
{
    Site *site = at->site;
    Slice full;
    if (!slice_starts(path, SLICE("/")) &&
        (!url_join(at->arena, at->page->origin.source_path, path, &full) ||
         !slice_starts(full, SLICE("content/")))) {
        fault(at, DIAGNOSTIC_LINK_OUTSIDE, at->reference->address, (Slice){0});
        return (Target){0};
    }
    ImageFile *file = asset_find(site, at->page, path);
    if (!file) {
        hint_no_file(site, at->page, at->reference);
        return (Target){0};
    }
    asset_use(site, file);
    if (at->reference->is_image && !file->is_picture) {
        fault(at, DIAGNOSTIC_IMAGE_FORMAT, at->reference->address, (Slice){0});
        return (Target){0};
    }
    return (Target){.kind = TARGET_FILE, .url = file->url, .image = file};
}

static TargetKind external_kind(Slice scheme)
{
    if (slice_equal_ascii_case(scheme, SLICE("mailto")))
        return TARGET_MAIL;
    return slice_equal_ascii_case(scheme, SLICE("tel")) ? TARGET_PHONE : TARGET_EXTERNAL;
}

/* A picture is a file of the site, whatever a link may do. */
static Target refuse_picture(const Resolving *at, Slice address)
{
    Slice scheme = url_scheme(address);
    bool is_host = scheme.size == 0 || slice_equal_ascii_case(scheme, SLICE("http")) ||
                   slice_equal_ascii_case(scheme, SLICE("https"));
    if (is_host)
        fault(at, DIAGNOSTIC_LINK_THIRD_PARTY, address, (Slice){0});
    else
        fault(at, DIAGNOSTIC_IMAGE_SCHEME, scheme, (Slice){0});
    return (Target){0};
}

static Target to_external(const Resolving *at, Slice address)
{
    const Settings *settings = &at->site->settings;
    Slice part = {0}, checked = address;
    if (at->reference->is_image)
        return refuse_picture(at, address);
    switch (
        url_check(at->arena, address, settings->schemes, settings->scheme_count, &part, &checked)) {
    case URL_FINE:
        break;
    case URL_SCHEME:
        fault(at, DIAGNOSTIC_LINK_SCHEME, part, (Slice){0});
        return (Target){0};
    case URL_HOST:
    case URL_NO_SCHEME:
        fault(at, DIAGNOSTIC_LINK_HOST, address, (Slice){0});
        return (Target){0};
    case URL_CHARACTER:
        fault(at, DIAGNOSTIC_LINK_CHARACTER, address, (Slice){0});
        return (Target){0};
    }
    Slice scheme = url_scheme(checked);
    if (slice_equal_ascii_case(scheme, SLICE("http")))
        fault(at, DIAGNOSTIC_LINK_HTTP, address, (Slice){0});
    return (Target){.kind = external_kind(scheme), .url = {.kind = URL_EXTERNAL, .path = checked}};
}

static bool is_page_link(const Reference *reference, Slice path)
{
    return slice_ends(path, SLICE(".md")) && !reference->is_image;
}

/* What needs nothing but what stands still. False for what is left: it is another's turn. */
static bool resolve_apart(const Resolving *at, Target *ret_target)
{
    Slice address = slice_trim(at->reference->address), path, fragment;
    *ret_target = (Target){0};
    if (address.size == 0) {
        fault(at, DIAGNOSTIC_LINK_EMPTY, (Slice){0}, (Slice){0});
        return true;
    }
    if (url_scheme(address).size > 0 || slice_starts(address, SLICE("//"))) {
        *ret_target = to_external(at, address);
        return true;
    }
    slice_cut(address, '#', &path, &fragment);
    if (path.size == 0 && !at->reference->is_image) {
        *ret_target = to_page(at, at->page, fragment);
        return true;
    }
    return is_page_link(at->reference, path) && to_source(at, path, fragment, ret_target);
}

/* What resolve_apart has left. */
static Target resolve_left(const Resolving *at)
{
    Slice path, fragment;
    slice_cut(slice_trim(at->reference->address), '#', &path, &fragment);
    if (!is_page_link(at->reference, path))
        return to_file(at, path);
    hint_no_page(at->site, at->page, at->reference, source_path(at, path));
    return (Target){0};
}

/* The picture of the front matter obeys the rules of those in the text. */
static const ImageFile *find_own_image(Site *site, Page *page, const Given *src)
{
    Reference reference = {
        .is_image = true, .address = src->text, .start = src->start, .end = src->end};
    const Resolving at = {site, page, &site->links, &reference};
    Target target;
    if (!resolve_apart(&at, &target))
        target = resolve_left(&at);
    const ImageFile *image = target.image;
    if (image && image->is_picture && !image->is_for_cards)
        fault(&at, DIAGNOSTIC_IMAGE_SHARE_FORMAT, image->format, (Slice){0});
    return image;
}

/* A translation may leave the file to its original; somebody has to name it. */
static void check_image_given(Page *page)
{
    size_t index = 0;
    const FrontMatter *front = &page->text.front;
    registry_find(SLICE("image"), &index);
    if (field_is_given(front, index) && !field_is_refused(front, index))
        report_add(&page->report, &(Diagnostic){.code = DIAGNOSTIC_FRONT_IMAGE_SRC,
                                                .span = page_field_span(page, index)});
}

static void resolve_image(Site *site, Page *page)
{
    const FrontMatter *front = page_front(page);
    const Given *src = &front->image.src;
    if (src->text.size == 0) {
        check_image_given(page);
        return;
    }
    bool is_own = page->text.front.image.src.text.size > 0;
    if (is_own || !page->links.original)
        page->links.image = find_own_image(site, page, src);
    else
        page->links.image = asset_find(site, page->links.original, src->text);
    if (page->links.image && front->image.alt.bytes.size == 0 && !front->image.is_decorative &&
        !is_own)
        report_add(&page->report, &(Diagnostic){.code = DIAGNOSTIC_FRONT_IMAGE_ALT,
                                                .span = span_whole(page->text.source),
                                                .words = {SLICE("image")}});
}

static void resolve_authors(Site *site, Page *page)
{
    const GivenList *ids = &page_front(page)->authors;
    ListBuilder authors = {0};
    for (size_t i = 0; i < ids->count; i++) {
        const Person *person = table_find(&site->people_by_id, ids->items[i].text);
        if (person) {
            list_add(site, &authors, person);
            continue;
        }
        if (page->text.front.authors.count == 0 || site_lacks_data(site, SLICE("people")))
            continue; // inherited: reported where it was typed
        Slice *names = ARENA_ARRAY(&site->links, Slice, site->person_count);
        for (size_t k = 0; k < site->person_count; k++)
            names[k] = site->people[k].id;
        Diagnostic diagnostic = {
            .code = DIAGNOSTIC_TERM_UNKNOWN,
            .span = {page->text.source, ids->items[i].start, ids->items[i].end},
            .words = {ids->items[i].text, SLICE("people")},
        };
        Edit edit;
        suggest_fill(&diagnostic, ids->items[i].text, names, site->person_count, &edit);
        report_add(&page->report, &diagnostic);
    }
    page->links.authors = list_done(&authors);
}

typedef struct Resolution {
    Site *site;
    Rest *rests; /* a row for each source page */
} Resolution;

static void resolve_page(Worker *worker, size_t i, void *shared)
{
    const Resolution *resolution = shared;
    Page *page = resolution->site->pages[i];
    Arena *arena = site_task_links(page->site, worker);
    const Document *document = page->text.document;
    const size_t count = document ? document->reference_count : 0;
    Target *targets = ARENA_ARRAY(arena, Target, count);
    Rest rest = {.references = ARENA_ARRAY(arena, uint32_t, count),
                 .targets = ARENA_ARRAY(arena, uint32_t, count)};
    for (size_t k = 0; k < count; k++) {
        const Resolving at = {page->site, page, arena, &document->references[k]};
        if (!resolve_apart(&at, &targets[k]))
            rest.references[rest.reference_count++] = (uint32_t) k;
        else if (targets[k].page && targets[k].page != page)
            rest.targets[rest.target_count++] = (uint32_t) targets[k].page->origin.position;
    }
    page->links.targets = document ? targets : NULL;
    resolution->rests[i] = rest;
}

static void resolve_rest(Site *site, Page *page, const Rest *rest)
{
    resolve_image(site, page);
    resolve_authors(site, page);
    for (size_t i = 0; i < rest->reference_count; i++) {
        const uint32_t k = rest->references[i];
        const Resolving at = {site, page, &site->links, &page->text.document->references[k]};
        page->links.targets[k] = resolve_left(&at);
    }
}

typedef struct Backlinks {
    const void **items;
    size_t count;
    uint32_t last; /* the page that was the last to lead here: each counts once */
} Backlinks;

/* One pass over all that leads from page to page, in the order of the pages; `first` is the stamp
 * of the first page. The first pass counts, the second, when there is room, fills. */
static void gather_backlinks(const Resolution *resolution, Backlinks *backlinks, uint32_t first)
{
    const Site *site = resolution->site;
    for (size_t i = 0; i < site->source_count; i++) {
        const Rest *rest = &resolution->rests[i];
        for (size_t k = 0; site->pages[i]->links.is_listed && k < rest->target_count; k++) {
            Backlinks *target = &backlinks[rest->targets[k]];
            if (target->last == first + (uint32_t) i)
                continue;
            target->last = first + (uint32_t) i;
            if (target->items)
                target->items[target->count] = site->pages[i];
            target->count++;
        }
    }
}

static void join_backlinks(const Resolution *resolution)
{
    Site *site = resolution->site;
    if (!template_uses_field(site->template_set, SLICE("backlinks")))
        return;
    Backlinks *backlinks = ARENA_ARRAY(&site->links, Backlinks, site->page_count);
    gather_backlinks(resolution, backlinks, 1);
    for (size_t i = 0; i < site->page_count; i++) {
        backlinks[i].items = ARENA_ARRAY(&site->links, const void *, backlinks[i].count);
        backlinks[i].count = 0;
    }
    gather_backlinks(resolution, backlinks, (uint32_t) site->source_count + 1);
    for (size_t i = 0; i < site->source_count; i++)
        site->pages[i]->links.backlinks = (List){backlinks[i].items, backlinks[i].count};
}

void reference_resolve(Site *site, Workers *workers)
{
    Resolution resolution = {site, ARENA_ARRAY(&site->links, Rest, site->source_count)};
    workers_each(workers, site->source_count, resolve_page, &resolution);
    for (size_t i = 0; i < site->source_count; i++)
        resolve_rest(site, site->pages[i], &resolution.rests[i]);
    join_backlinks(&resolution);
    asset_collect(site);
}
