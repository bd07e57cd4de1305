/* Addresses that lead nowhere, reported with what was most likely meant: for links the page whose
 * address, name or spelling fits, for pictures and downloads the nearest file. */
#include "base/suggest.h"
#include "link/part.h"

/* How many names are looked at for all hints of a run together: when every page of a large site has
 * a broken link, the first ones get a guess, and the build still ends in seconds. */
#define HINT_MAX_NAMES 2000000

typedef struct Hint {
    Site *site;
    Page *page;
    const Reference *reference;
    Slice path; /* as typed, without fragment */
    Slice fragment;
} Hint;

static bool is_picture_name(Slice path)
{
    static const Slice endings[] = {SLICE_INIT(".jpg"),  SLICE_INIT(".jpeg"), SLICE_INIT(".png"),
                                    SLICE_INIT(".webp"), SLICE_INIT(".avif"), SLICE_INIT(".gif"),
                                    SLICE_INIT(".svg")};
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
        if (slice_ends(path, endings[i]))
            return true;
    }
    return false;
}

/* From the folder of the page to a file. */
static Slice typed_from_here(const Hint *hint, Slice path)
{
    Slice source = hint->page->origin.source_path;
    Buffer typed;
    buffer_init(&typed, &hint->site->links, path.size + source.size * 2);
    url_add(&typed, &(Url){.kind = URL_FILE, .path = path}, source);
    return buffer_slice(&typed);
}

/* How a file of content/ would be typed on the page; what lies beside the original counts as beside
 * the page. */
static Slice typed_file(const Hint *hint, Slice path)
{
    Slice shared = SLICE("content/_shared/"), name = url_file_name(path);
    if (slice_starts(path, shared))
        return slice_from(path, shared.size - 1);
    Slice folder = slice_to(path, path.size - name.size);
    for (const Page *page = hint->page; page; page = page->links.original) {
        Slice source = page->origin.source_path;
        if (slice_equal(slice_to(source, source.size - url_file_name(source).size), folder))
            return name;
    }
    return typed_from_here(hint, path);
}

/* Who typed a path from the folder of the language is answered with one. */
static Slice typed_page(const Hint *hint, const Page *target)
{
    Arena *arena = &hint->site->links;
    Slice path = typed_from_here(hint, target->origin.source_path);
    if (slice_starts(hint->path, SLICE("/")) &&
        target->origin.language == hint->page->origin.language)
        path = slice_print(arena, "/%.*s.md", SLICE_FORMAT(target->origin.path));
    if (hint->fragment.size == 0)
        return path;
    return slice_print(arena, "%.*s#%.*s", SLICE_FORMAT(path), SLICE_FORMAT(hint->fragment));
}

/* The path without what tells a page from its address: "/guides/" and "guides.html" mean the same.
 */
static Slice stem_of(Slice path)
{
    static const Slice endings[] = {SLICE_INIT("/"), SLICE_INIT(".md"), SLICE_INIT(".html"),
                                    SLICE_INIT(".htm")};
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
        if (slice_ends(path, endings[i]))
            return slice_to(path, path.size - endings[i].size);
    }
    return path;
}

/* Where a path may start: at the page, at the folder of its language, at content/ as the addresses
 * of readers do. */
static const Page *find_same(const Hint *hint, Slice stem)
{
    Arena *arena = &hint->site->links;
    Slice plain = slice_starts(stem, SLICE("/")) ? slice_from(stem, 1) : stem, here = {0};
    url_join(arena, hint->page->origin.source_path, stem, &here);
    const Slice starts[] = {
        here,
        slice_print(arena, "content/%.*s/%.*s", SLICE_FORMAT(hint->page->origin.language->folder),
                    SLICE_FORMAT(plain)),
        slice_print(arena, "content/%.*s", SLICE_FORMAT(plain)),
    };
    static const char *const endings[] = {".md", "/index.md"};
    for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
        for (size_t k = 0; k < sizeof(endings) / sizeof(endings[0]); k++) {
            Slice path = slice_print(arena, "%.*s%s", SLICE_FORMAT(starts[i]), endings[k]);
            const Page *page = table_find(&hint->site->by_source, path);
            if (page)
                return page;
        }
    }
    return NULL;
}

static bool may_search(const Hint *hint, size_t count)
{
    Site *site = hint->site;
    site->hinted_names += count;
    return site->hinted_names <= HINT_MAX_NAMES;
}

/* The only page of the language with this name or path; NULL: none or several. */
static const Page *find_named(const Hint *hint, Slice name, bool is_path)
{
    const Page *found = NULL;
    for (size_t i = 0; i < hint->site->source_count; i++) {
        const Page *page = hint->site->pages[i];
        Slice own = is_path ? page->origin.path : url_file_name(page->origin.path);
        if (page->origin.language != hint->page->origin.language || !slice_equal(own, name))
            continue;
        if (found)
            return NULL;
        found = page;
    }
    return found;
}

static const Page *find_misspelt(const Hint *hint, Slice word, bool is_path)
{
    const Site *site = hint->site;
    Slice *names = ARENA_ARRAY(&hint->site->links, Slice, site->source_count);
    size_t count = 0;
    for (size_t i = 0; i < site->source_count; i++) {
        const PageOrigin *origin = &site->pages[i]->origin;
        if (origin->language == hint->page->origin.language)
            names[count++] = is_path ? origin->path : url_file_name(origin->path);
    }
    Slice nearest = suggest_one(word, names, count);
    return nearest.size > 0 ? find_named(hint, nearest, is_path) : NULL;
}

/* The path from the folder of the language, as pages keep theirs. */
static Slice path_in_language(const Hint *hint, Slice stem)
{
    Slice full;
    if (slice_starts(stem, SLICE("/")))
        return slice_from(stem, 1);
    if (!url_join(&hint->site->links, hint->page->origin.source_path, stem, &full))
        return stem;
    Slice folder = slice_print(&hint->site->links, "content/%.*s/",
                               SLICE_FORMAT(hint->page->origin.language->folder));
    return slice_starts(full, folder) ? slice_from(full, folder.size) : stem;
}

/* The surest first; empty: nothing is near. */
static Slice guess_page(const Hint *hint)
{
    Slice stem = stem_of(hint->path), name = url_file_name(stem);
    if (slice_starts(hint->path, SLICE("www.")))
        return slice_print(&hint->site->links, "https://%.*s",
                           SLICE_FORMAT(hint->reference->address));
    const Page *page = find_same(hint, stem);
    if (!page && !may_search(hint, hint->site->source_count))
        return (Slice){0};
    if (!page && name.size > 0)
        page = find_named(hint, name, false);
    if (!page)
        page = find_misspelt(hint, path_in_language(hint, stem), true);
    if (!page && name.size > 0)
        page = find_misspelt(hint, name, false);
    return page ? typed_page(hint, page) : (Slice){0};
}

/* The repair is only suggested: what is nearest may be another thing. Where the address stands
 * elsewhere, as in [text][name], there is none. */
static void report(const Hint *hint, Diagnostic diagnostic)
{
    Span span = diagnostic.span;
    const Edit edit = {span, diagnostic.suggestion};
    Slice typed = slice_part(span.source->bytes, span.start, span.end);
    if (diagnostic.suggestion.size > 0 && slice_equal(typed, hint->reference->address)) {
        diagnostic.edits = &edit;
        diagnostic.edit_count = 1;
    }
    report_add(&hint->page->report, &diagnostic);
}

static Diagnostic fault_of(const Hint *hint, DiagnosticCode code, Slice path)
{
    const Reference *reference = hint->reference;
    return (Diagnostic){
        .code = code,
        .span = {hint->page->text.source, reference->start, reference->end},
        .words = {reference->address, path},
    };
}

static Hint hint_of(Site *site, Page *page, const Reference *reference)
{
    Hint hint = {.site = site, .page = page, .reference = reference};
    slice_cut(slice_trim(reference->address), '#', &hint.path, &hint.fragment);
    return hint;
}

void hint_no_page(Site *site, Page *page, const Reference *reference, Slice path)
{
    const Hint hint = hint_of(site, page, reference);
    Diagnostic diagnostic = fault_of(&hint, DIAGNOSTIC_LINK_BROKEN, path);
    ArenaMark mark = arena_mark(&site->links);
    diagnostic.suggestion = guess_page(&hint);
    report(&hint, diagnostic);
    arena_rewind(&site->links, mark);
}

static void suggest_file(const Hint *hint, Diagnostic *diagnostic)
{
    const Table *files = &hint->site->files;
    if (!may_search(hint, files->count))
        return;
    Slice *names = ARENA_ARRAY(&hint->site->links, Slice, files->count);
    size_t count = 0;
    for (size_t i = 0; i < files->count; i++) {
        Slice path = files->entries[i].key;
        if (slice_starts(path, SLICE("content/")) &&
            (!hint->reference->is_image || is_picture_name(path)))
            names[count++] = typed_file(hint, path);
    }
    diagnostic->suggestion = suggest_one(hint->reference->address, names, count);
    if (diagnostic->suggestion.size == 0 && hint->reference->is_image)
        suggest_nearest(hint->reference->address, names, count, diagnostic->suggestions);
}

/* Without an ending, or with one that pages have only when they are made. */
static bool is_page_name(Slice path)
{
    size_t dot;
    return stem_of(path).size < path.size || slice_starts(path, SLICE("www.")) ||
           !slice_find_byte(url_file_name(path), '.', &dot);
}

void hint_no_file(Site *site, Page *page, const Reference *reference)
{
    const Hint hint = hint_of(site, page, reference);
    DiagnosticCode code = reference->is_image ? DIAGNOSTIC_IMAGE_MISSING : DIAGNOSTIC_LINK_FILE;
    ArenaMark mark = arena_mark(&site->links);
    Diagnostic diagnostic = fault_of(&hint, code, (Slice){0});
    if (!reference->is_image && is_page_name(hint.path))
        diagnostic.suggestion = guess_page(&hint);
    else
        suggest_file(&hint, &diagnostic);
    report(&hint, diagnostic);
    arena_rewind(&site->links, mark);
}
