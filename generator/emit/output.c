/* Stands before and behind the writing: looks at the output folder, and clears what is stale. */
#include "emit/output.h"

#include "emit/manifest.h"

static bool refuse(OutputFolder *output, DiagnosticCode code)
{
    report_add(&output->site->output_report,
               &(Diagnostic){.code = code, .path = output->path, .words = {output->path}});
    return false;
}

/* What stands in the output folder and was not made by the last build is removed: the site's own
 * files must never stand there, nor the output among them. */
static bool check_overlap(OutputFolder *output)
{
    static const Slice folders[] = {SLICE_INIT("content"), SLICE_INIT("templates"),
                                    SLICE_INIT("data"), SLICE_INIT("assets")};
    const Slice source = output->site->options.source;
    bool overlaps = file_contains(output->path, source);
    for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
        const Slice folder = file_join(output->arena, source, folders[i]);
        overlaps =
            overlaps || file_contains(folder, output->path) || file_contains(output->path, folder);
    }
    return !overlaps || refuse(output, DIAGNOSTIC_OUTPUT_OVERLAP);
}

static bool has_manifest(const OutputFolder *output)
{
    Slice text, path = file_join(output->arena, output->path, SLICE(MANIFEST_NAME));
    return file_read(output->arena, path, MANIFEST_MAX_SIZE, &text) == 0 && manifest_is_ours(text);
}

/* Where a link leads is no place of its own: what stands behind one is not what is published. */
static void index_files(OutputFolder *output)
{
    table_init(&output->files, output->arena);
    table_reserve(&output->files, output->entry_count);
    for (size_t i = 0; i < output->entry_count; i++) {
        FileEntry *entry = &output->entries[i];
        if (!entry->is_folder && !entry->is_link && !entry->is_behind_link && entry->error == 0)
            table_add(&output->files, entry->path, entry);
    }
}

/* A folder with files in it and no MANIFEST was not made by qanat: nothing in it is touched. */
bool output_look(OutputFolder *output, Site *site, Workers *workers, Arena *arena)
{
    *output = (OutputFolder){.site = site, .arena = arena, .path = site->options.output};
    table_init(&output->made, arena);
    table_init(&output->folders, arena);
    if (!check_overlap(output))
        return false;
    const int error =
        file_list(arena, workers, output->path, &output->entries, &output->entry_count);
    index_files(output);
    output->is_new = error == ENOENT;
    size_t file_count = 0;
    for (size_t i = 0; i < output->entry_count; i++)
        file_count += output->entries[i].is_folder ? 0 : 1;
    if (output->is_new || (error == 0 && (file_count == 0 || has_manifest(output))))
        return true;
    if (error == 0)
        return refuse(output, DIAGNOSTIC_OUTPUT_FOREIGN);
    file_fault(&site->output_report, output->path, error, true);
    return false;
}

bool output_holds(const OutputFolder *output, Arena *scratch, Slice path, Slice bytes)
{
    return table_find(&output->files, path) != NULL &&
           file_holds(scratch, file_join(scratch, output->path, path), bytes);
}

void output_add_made(OutputFolder *output, Slice path)
{
    table_add(&output->made, path, output);
    size_t slash;
    while (slice_find_last_byte(path, '/', &slash)) {
        path = slice_to(path, slash);
        if (!table_add(&output->folders, path, output))
            return; // those above it are there too
    }
}

static bool is_real_folder(const FileEntry *entry)
{
    return entry->is_folder && !entry->is_link;
}

/* A file where a folder is to be, or a folder where a file is to be with all it holds: until it is
 * gone, what is new cannot be written. */
static bool is_in_way(const OutputFolder *output, const FileEntry *entry)
{
    Slice path = entry->path;
    const Table *other = is_real_folder(entry) ? &output->made : &output->folders;
    if (table_find(other, path))
        return true;
    size_t slash;
    while (slice_find_last_byte(path, '/', &slash)) {
        path = slice_to(path, slash);
        if (table_find(&output->made, path))
            return true;
    }
    return false;
}

/* Folders come after what they hold, so that an emptied one can go. A link goes itself; what it
 * leads to is judged where it stands. */
static size_t remove_old(const OutputFolder *output, bool in_way)
{
    size_t removed_count = 0;
    for (size_t i = output->entry_count; i-- > 0;) {
        const FileEntry *entry = &output->entries[i];
        if (entry->is_behind_link || is_in_way(output, entry) != in_way)
            continue;
        const Slice path = file_join(output->arena, output->path, entry->path);
        if (is_real_folder(entry))
            file_remove_folder(path); // stays while it holds something
        else if (!table_find(&output->made, entry->path) && file_remove(path) == 0)
            removed_count++;
    }
    return removed_count;
}

size_t output_remove_in_way(const OutputFolder *output)
{
    return remove_old(output, true);
}

size_t output_remove_stale(const OutputFolder *output)
{
    return remove_old(output, false);
}
