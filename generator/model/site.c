/* Questions about the whole site. */
#include "model/site.h"

bool site_find_taxonomy(const Site *site, Slice name, size_t *ret_row)
{
    for (size_t i = 0; i < site->taxonomy_count; i++) {
        if (slice_equal(site->taxonomies[i].name, name)) {
            *ret_row = i;
            return true;
        }
    }
    return false;
}

FoundFile *site_find_file(const FoundFiles *files, Slice path)
{
    for (size_t i = 0; i < files->count; i++) {
        if (slice_equal(files->items[i].path, path))
            return &files->items[i];
    }
    return NULL;
}

bool site_lacks_data(const Site *site, Slice name)
{
    for (size_t i = 0; i < site->data_files.count; i++) {
        const FoundFile *file = &site->data_files.items[i];
        Slice rest = slice_from(file->path, SLICE("data/").size);
        if (file->is_unread && slice_starts(rest, name) &&
            slice_equal(slice_from(rest, name.size), SLICE(".yaml")))
            return true;
    }
    return false;
}

void site_add_file(Site *site, Slice path, Slice bytes)
{
    site->site_files = arena_grow(&site->bytes, site->site_files, sizeof(SiteFile),
                                  site->site_file_count, &site->site_file_capacity);
    site->site_files[site->site_file_count++] = (SiteFile){path, bytes};
}

bool site_load(const Site *site, Arena *arena, Slice path, size_t max_size, Report *report,
               Slice *ret_bytes)
{
    const Table *overlay = site->options.overlay;
    const Slice *bytes = overlay != NULL ? table_find(overlay, path) : NULL;
    if (bytes == NULL || bytes->size > max_size)
        return source_load(arena, site->options.source, path, max_size, report, ret_bytes);
    *ret_bytes = *bytes;
    return true;
}

bool site_read(const Site *site, Arena *arena, Slice path, size_t max_size, Report *report,
               Source **ret_source)
{
    Source *source = source_new(arena, slice_copy(arena, path), (Slice){0});
    source->is_unread = !site_load(site, arena, path, max_size, report, &source->bytes) ||
                        !source_check(source, report);
    *ret_source = source;
    return !source->is_unread;
}

bool site_has_errors(const Site *site)
{
    if (report_has_errors(&site->report) || report_has_errors(&site->link_report) ||
        report_has_errors(&site->output_report))
        return true;
    for (size_t i = 0; i < site->page_count; i++) {
        if (report_has_errors(&site->pages[i]->report))
            return true;
    }
    return false;
}
