/* First stage of the pipeline: the files of the site, and a page for every Markdown file. */
#include "discover/discover.h"

#include "base/file.h"
#include "discover/settings.h"
#include "text/slug.h"

#include <errno.h>

#define PATH_MAX_SIZE 200
#define SECTION_MAX_DEPTH 6
#define PAGES_AT_ONCE 64 /* in one task */

/* What lies in one of the folders of the site. A missing folder holds nothing. */
static void list_folder(Site *site, Workers *workers, Slice folder, FoundFiles *ret_files)
{
    FileEntry *entries;
    size_t count;
    int error = file_list(&site->arena, workers,
                          file_join(&site->arena, site->options.source, folder), &entries, &count);
    if (error == ENOENT)
        return;
    if (error) {
        file_fault(&site->report, folder, error, false);
        return;
    }
    FoundFile *files = ARENA_ARRAY(&site->arena, FoundFile, count);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        Slice path = file_join(&site->arena, folder, entries[i].path);
        if (entries[i].error)
            file_fault(&site->report, path, entries[i].error, false);
        if (!entries[i].is_folder)
            files[kept++] = (FoundFile){path, entries[i].error != 0};
    }
    *ret_files = (FoundFiles){files, kept};
}

static void add_fault(Site *site, DiagnosticCode code, Slice path, Slice first, Slice second)
{
    report_add(&site->report, &(Diagnostic){.code = code, .path = path, .words = {first, second}});
}

/* The page's place in the site: "content/fa/guides/drip.md" is fa and "guides/drip". False when the
 * first folder is no language; `_shared` and files that are no pages are none of its business. */
static bool split_path(const Site *site, Slice path, const Language **ret_language, Slice *ret_rest)
{
    Slice content, rest, folder;
    slice_cut(path, '/', &content, &rest);
    if (!slice_cut(rest, '/', &folder, ret_rest))
        return false;
    for (size_t i = 0; i < site->settings.languages->count; i++) {
        if (slice_equal(site->settings.languages->items[i].folder, folder)) {
            *ret_language = &site->settings.languages->items[i];
            return true;
        }
    }
    return false;
}

/* "content/fa, content/en" */
static Slice language_folders(Site *site)
{
    const Languages *languages = site->settings.languages;
    Slice *folders = ARENA_ARRAY(&site->arena, Slice, languages->count);
    for (size_t i = 0; i < languages->count; i++)
        folders[i] =
            slice_print(&site->arena, "content/%.*s", SLICE_FORMAT(languages->items[i].folder));
    return slice_join(&site->arena, folders, languages->count, SLICE(", "));
}

static size_t path_depth(Slice path)
{
    size_t depth = 0;
    for (size_t i = 0; i < path.size; i++)
        depth += path.at[i] == '/';
    return depth;
}

static bool is_index(Slice path)
{
    return slice_equal(path, SLICE("index")) || slice_ends(path, SLICE("/index"));
}

/* Every folder of a page's path must be fit for an address; its own name may be replaced by `slug`.
 */
static void check_folders(Site *site, Slice source_path, Slice path)
{
    Slice folder, rest = path;
    while (slice_cut(rest, '/', &folder, &rest)) {
        if (!slug_is_valid(folder))
            add_fault(site, DIAGNOSTIC_FOLDER_NAME, source_path, folder,
                      slug_propose(&site->arena, folder));
    }
    if (path.size > PATH_MAX_SIZE)
        add_fault(site, DIAGNOSTIC_PATH_LENGTH, source_path, SLICE("200"), (Slice){0});
    if (path_depth(path) > SECTION_MAX_DEPTH)
        add_fault(site, DIAGNOSTIC_SECTION_DEPTH, source_path, SLICE("6"), (Slice){0});
}

/* What is known of a page before there is memory for it. */
typedef struct Finding {
    const FoundFile *file;
    const Language *language;
    Slice path;
} Finding;

typedef struct PageMaking {
    Site *site;
    const Finding *findings;
    Page *pages;
} PageMaking;

static void make_page(const PageMaking *making, size_t i)
{
    const Finding *finding = &making->findings[i];
    Page *page = &making->pages[i];
    *page = (Page){
        .site = making->site,
        .origin =
            {
                .type = PAGE_PAGE,
                .is_index = is_index(finding->path),
                .is_unread = finding->file->is_unread,
                .language = finding->language,
                .source_path = finding->file->path,
                .path = finding->path,
                .position = i,
            },
    };
    report_init(&page->report, &page->arena, &making->site->settings.policy);
    making->site->pages[i] = page;
}

/* The system finds the memory as it is first written to, which takes as long as all the rest. */
static void make_some(Worker *worker, size_t i, void *shared)
{
    const PageMaking *making = shared;
    (void) worker;
    for (size_t k = i * PAGES_AT_ONCE; k < (i + 1) * PAGES_AT_ONCE; k++) {
        if (k < making->site->source_count)
            make_page(making, k);
    }
}

static void make_pages(Site *site, const Finding *findings, size_t count, Workers *workers)
{
    PageMaking making = {site, findings,
                         arena_take_raw(&site->arena, count * sizeof(Page), _Alignof(Page))};
    site->pages = ARENA_ARRAY(&site->arena, Page *, count);
    site->page_capacity = site->page_count = site->source_count = count;
    workers_each(workers, (count + PAGES_AT_ONCE - 1) / PAGES_AT_ONCE, make_some, &making);
}

static void add_pages(Site *site, const FoundFiles *content, Workers *workers)
{
    Finding *findings = ARENA_ARRAY(&site->arena, Finding, content->count);
    FoundFile *others = ARENA_ARRAY(&site->arena, FoundFile, content->count);
    size_t count = 0, other_count = 0;
    for (size_t i = 0; i < content->count; i++) {
        Slice path = content->items[i].path, rest = {0};
        const Language *language = NULL;
        bool has_language = split_path(site, path, &language, &rest);
        if (!slice_ends(path, SLICE(".md"))) {
            others[other_count++] = content->items[i];
        } else if (!has_language) {
            add_fault(site, DIAGNOSTIC_WRONG_FOLDER, path, language_folders(site), (Slice){0});
        } else {
            Slice plain = slice_to(rest, rest.size - SLICE(".md").size);
            check_folders(site, path, plain);
            findings[count++] = (Finding){&content->items[i], language, plain};
        }
    }
    site->content_files = (FoundFiles){others, other_count};
    make_pages(site, findings, count, workers);
}

bool discover_site(Site *site, Workers *workers)
{
    if (!settings_read(site))
        return false;
    FoundFiles content = {0};
    list_folder(site, workers, SLICE("content"), &content);
    list_folder(site, workers, SLICE("templates"), &site->template_files);
    list_folder(site, workers, SLICE("data"), &site->data_files);
    list_folder(site, workers, SLICE("assets"), &site->asset_files);
    add_pages(site, &content, workers);
    if (site->source_count == 0)
        add_fault(site, DIAGNOSTIC_NO_PAGES, SLICE("content"), (Slice){0}, (Slice){0});
    return true;
}
