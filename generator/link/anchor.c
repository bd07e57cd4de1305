/* The ids of headings: a translation takes those of its original where the headings match one to
 * one, so that a link to a place holds in every language (output 56). */
#include "link/part.h"

static bool same_levels(const PageShape *a, const PageShape *b)
{
    if (a->heading_count != b->heading_count)
        return false;
    for (size_t i = 0; i < a->heading_count; i++) {
        if (a->headings[i].level != b->headings[i].level)
            return false;
    }
    return true;
}

static bool has_anchor(const Slice *anchors, size_t count, Slice id)
{
    for (size_t i = 0; i < count; i++) {
        if (slice_equal(anchors[i], id))
            return true;
    }
    return false;
}

static bool has_heading(const PageShape *shape, Slice id)
{
    for (size_t i = 0; i < shape->heading_count; i++) {
        if (slice_equal(shape->headings[i].id, id))
            return true;
    }
    return has_anchor(shape->ids, shape->id_count, id);
}

static void report_id(Page *page, DiagnosticCode code, const Heading *heading, Slice wanted)
{
    Slice original = page->links.original->origin.source_path;
    Diagnostic fault = {
        .code = code,
        .span = {page->text.source, heading->start, heading->end},
        .words = {heading->id, wanted.size > 0 ? wanted : original, original},
    };
    report_add(&page->report, &fault);
}

/* Headings that do not match keep their ids; those that an editor gave ought to be the same set. */
static void compare_ids(Arena *arena, Page *page, const Page *original)
{
    Buffer missing;
    const Heading *first = NULL;
    buffer_init(&missing, arena, 64 * 1024);
    for (size_t i = 0; i < page->shape.heading_count; i++) {
        const Heading *heading = &page->shape.headings[i];
        if (heading->is_explicit && !has_heading(&original->shape, heading->id))
            report_id(page, DIAGNOSTIC_IDS_EXTRA, heading, (Slice){0});
    }
    for (size_t i = 0; i < original->shape.heading_count; i++) {
        const Heading *heading = &original->shape.headings[i];
        if (!heading->is_explicit || has_heading(&page->shape, heading->id))
            continue;
        buffer_print(&missing, "%s%.*s", first ? ", " : "", SLICE_FORMAT(heading->id));
        first = first ? first : heading;
    }
    if (first)
        report_add(&page->report,
                   &(Diagnostic){.code = DIAGNOSTIC_IDS_MISSING,
                                 .span = span_whole(page->text.source),
                                 .other = {original->text.source, first->start, first->end},
                                 .words = {buffer_slice(&missing), original->origin.source_path}});
}

static void share(Page *page, const Page *original)
{
    for (size_t i = 0; i < page->shape.heading_count; i++) {
        const Heading *heading = &page->shape.headings[i];
        Slice wanted = original->shape.headings[i].id;
        if (heading->is_explicit && !slice_equal(heading->id, wanted))
            report_id(page, DIAGNOSTIC_IDS_DIFFER, heading, wanted);
        else if (!has_anchor(page->links.anchors, i, wanted))
            page->links.anchors[i] = wanted;
    }
}

static void settle(Worker *worker, size_t i, void *shared)
{
    Site *site = shared;
    Page *page = site->pages[i];
    const Page *original = page->links.original;
    Arena *arena = site_task_links(site, worker);
    page->links.anchors = ARENA_ARRAY(arena, Slice, page->shape.heading_count);
    for (size_t k = 0; k < page->shape.heading_count; k++)
        page->links.anchors[k] = page->shape.headings[k].id;
    if (!original || page->is_broken || original->is_broken)
        return;
    if (same_levels(&page->shape, &original->shape))
        share(page, original);
    else
        compare_ids(arena, page, original);
}

void anchor_share(Site *site, Workers *workers)
{
    workers_each(workers, site->source_count, settle, site);
}
