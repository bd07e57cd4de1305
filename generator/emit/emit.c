/* Last stage of the pipeline: stage what changed, commit it all, remove what is stale, write
 * MANIFEST. */
#include "emit/emit.h"

#include "base/file.h"
#include "emit/manifest.h"

#include <errno.h>

typedef struct OutputFile {
    Slice path; /* from the output folder */
    Slice disk_path;
    Slice bytes;
    bool is_staged;
    int error;
} OutputFile;

typedef struct Emitting {
    Site *site;
    Slice folder; /* where the files are written: the output folder, or what will be */
    bool is_new;
    OutputFile *files;
    ManifestEntry *entries;
    size_t count;
    FileEntry *old; /* what stands in the output folder before */
    size_t old_count;
    Table made;    /* paths of the files of this build */
    Table folders; /* paths of the folders that hold them */
} Emitting;

static void add_file(Emitting *emitting, Slice path, Slice bytes)
{
    Site *site = emitting->site;
    emitting->files[emitting->count] = (OutputFile){
        .path = path,
        .disk_path = file_join(&site->bytes, emitting->folder, path),
        .bytes = bytes,
    };
    emitting->entries[emitting->count++] = (ManifestEntry){.path = path, .size = bytes.size};
}

static void collect(Emitting *emitting)
{
    Site *site = emitting->site;
    size_t most = site->page_count + site->site_file_count + site->written_files.count;
    emitting->files = ARENA_ARRAY(&site->bytes, OutputFile, most);
    emitting->entries = ARENA_ARRAY(&site->bytes, ManifestEntry, most);
    for (size_t i = 0; i < site->page_count; i++) {
        if (site->pages[i]->output.html.size > 0)
            add_file(emitting, site->pages[i]->links.output_path, site->pages[i]->output.html);
    }
    for (size_t i = 0; i < site->site_file_count; i++)
        add_file(emitting, site->site_files[i].path, site->site_files[i].bytes);
    for (size_t i = 0; i < site->written_files.count; i++) {
        const ImageFile *file = site->written_files.items[i];
        add_file(emitting, file->url.path, file->bytes);
    }
}

static void stage_one(Worker *worker, size_t i, void *shared)
{
    Emitting *emitting = shared;
    OutputFile *file = &emitting->files[i];
    file->error = emitting->is_new ? file_create(file->disk_path, file->bytes)
                                   : file_stage(&worker->scratch, file->disk_path, file->bytes,
                                                &file->is_staged);
    emitting->entries[i].digest = digest_of(file->bytes);
}

/* Reports the first failure of each kind; a full disk fails for every file alike. */
static bool stage_all(Emitting *emitting, Workers *workers)
{
    workers_each(workers, emitting->count, stage_one, emitting);
    int told = 0;
    bool is_fine = true;
    for (size_t i = 0; i < emitting->count; i++) {
        const OutputFile *file = &emitting->files[i];
        is_fine = is_fine && file->error == 0;
        if (file->error == 0 || file->error == told)
            continue;
        Site *site = emitting->site;
        file_fault(&site->output_report, file_join(&site->bytes, site->options.output, file->path),
                   file->error, true);
        told = file->error;
    }
    return is_fine;
}

static void abandon_all(const Emitting *emitting)
{
    for (size_t i = 0; i < emitting->count; i++) {
        if (emitting->files[i].is_staged)
            file_abandon(emitting->files[i].disk_path);
    }
}

static bool commit_all(Emitting *emitting, EmitResult *result)
{
    for (size_t i = 0; i < emitting->count; i++) {
        const OutputFile *file = &emitting->files[i];
        result->size += file->bytes.size;
        if (!file->is_staged)
            continue;
        int error = file_commit(file->disk_path);
        if (error) {
            file_fault(&emitting->site->output_report, file->disk_path, error, true);
            return false;
        }
        result->changed_count++;
    }
    return true;
}

/* What this build makes: its files, and the folders above them. */
static void index_made(Emitting *emitting)
{
    table_init(&emitting->made, &emitting->site->bytes);
    table_init(&emitting->folders, &emitting->site->bytes);
    table_add(&emitting->made, SLICE(MANIFEST_NAME), emitting);
    for (size_t i = 0; i < emitting->count; i++) {
        Slice path = emitting->files[i].path;
        table_add(&emitting->made, path, emitting);
        size_t slash;
        while (slice_find_last_byte(path, '/', &slash)) {
            path = slice_to(path, slash);
            if (!table_add(&emitting->folders, path, emitting))
                break; // those above it are there too
        }
    }
}

static bool is_real_folder(const FileEntry *entry)
{
    return entry->is_folder && !entry->is_link;
}

/* A file where a folder is to be, or a folder where a file is to be with all it holds: until it is
 * gone, what is new cannot be written. */
static bool is_in_way(const Emitting *emitting, const FileEntry *entry)
{
    Slice path = entry->path;
    const Table *other = is_real_folder(entry) ? &emitting->made : &emitting->folders;
    if (table_find(other, path))
        return true;
    size_t slash;
    while (slice_find_last_byte(path, '/', &slash)) {
        path = slice_to(path, slash);
        if (table_find(&emitting->made, path))
            return true;
    }
    return false;
}

/* Folders come after what they hold, so that an emptied one can go. A link goes itself; what it
 * leads to is judged where it stands. */
static void remove_stale(Emitting *emitting, bool in_way, EmitResult *result)
{
    Site *site = emitting->site;
    for (size_t i = emitting->old_count; i-- > 0;) {
        const FileEntry *entry = &emitting->old[i];
        if (entry->is_behind_link || is_in_way(emitting, entry) != in_way)
            continue;
        Slice path = file_join(&site->bytes, site->options.output, entry->path);
        if (is_real_folder(entry))
            file_remove_folder(path); // stays while it holds something
        else if (!table_find(&emitting->made, entry->path) && file_remove(path) == 0)
            result->removed_count++;
    }
}

static Slice manifest_path(Site *site, Slice folder)
{
    return file_join(&site->bytes, folder, SLICE(MANIFEST_NAME));
}

static bool write_manifest(Emitting *emitting)
{
    Site *site = emitting->site;
    Buffer text;
    buffer_init(&text, &site->bytes, MANIFEST_MAX_SIZE);
    manifest_write(emitting->entries, emitting->count, &text);
    Slice path = manifest_path(site, emitting->folder);
    bool is_changed;
    int error = file_write_changed(&site->bytes, path, buffer_slice(&text), &is_changed);
    if (error)
        file_fault(&site->output_report, path, error, true);
    return error == 0;
}

static bool refuse_folder(Site *site, DiagnosticCode code)
{
    report_add(
        &site->output_report,
        &(Diagnostic){.code = code, .path = site->options.output, .words = {site->options.output}});
    return false;
}

/* What stands in the output folder and was not made by the last build is removed: the site's own
 * files must never stand there, nor the output among them. */
static bool check_overlap(Site *site)
{
    static const Slice folders[] = {SLICE_INIT("content"), SLICE_INIT("templates"),
                                    SLICE_INIT("data"), SLICE_INIT("assets")};
    Slice output = site->options.output;
    bool overlaps = file_contains(output, site->options.source);
    for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
        Slice folder = file_join(&site->bytes, site->options.source, folders[i]);
        overlaps = overlaps || file_contains(folder, output) || file_contains(output, folder);
    }
    return !overlaps || refuse_folder(site, DIAGNOSTIC_OUTPUT_OVERLAP);
}

static bool has_manifest(Site *site)
{
    Slice text, path = manifest_path(site, site->options.output);
    return file_read(&site->bytes, path, MANIFEST_MAX_SIZE, &text) == 0 && manifest_is_ours(text);
}

/* A folder with files in it and no MANIFEST was not made by qanat: nothing in it is touched. */
static bool check_folder(Emitting *emitting)
{
    Site *site = emitting->site;
    if (!check_overlap(site))
        return false;
    size_t file_count = 0;
    int error = file_list(&site->bytes, site->options.output, &emitting->old, &emitting->old_count);
    for (size_t i = 0; i < emitting->old_count; i++)
        file_count += emitting->old[i].is_folder ? 0 : 1;
    if (error == ENOENT || (error == 0 && (file_count == 0 || has_manifest(site))))
        return true;
    if (error == 0)
        return refuse_folder(site, DIAGNOSTIC_OUTPUT_FOREIGN);
    file_fault(&site->output_report, site->options.output, error, true);
    return false;
}

/* An empty MANIFEST marks a new folder as ours before the first file stands in it, so that a build
 * that was killed does not bar the next one. */
static bool claim_folder(Site *site)
{
    Slice path = manifest_path(site, site->options.output);
    if (file_exists(path))
        return true;
    bool is_changed;
    int error = file_write_changed(&site->bytes, path, (Slice){0}, &is_changed);
    if (error)
        file_fault(&site->output_report, path, error, true);
    return error == 0;
}

/* Changes what differs in a folder that is there. When a step fails nothing staged stays behind,
 * hidden among what is published. */
static bool update_folder(Emitting *emitting, Workers *workers, EmitResult *result)
{
    emitting->folder = emitting->site->options.output;
    collect(emitting);
    index_made(emitting);
    remove_stale(emitting, true, result);
    bool is_done = stage_all(emitting, workers) && claim_folder(emitting->site) &&
                   commit_all(emitting, result);
    if (!is_done) {
        abandon_all(emitting);
        return false;
    }
    remove_stale(emitting, false, result);
    return write_manifest(emitting);
}

/* A folder that is not there yet appears whole, by one rename. */
static bool create_folder(Emitting *emitting, Workers *workers, EmitResult *result)
{
    Site *site = emitting->site;
    Slice output = site->options.output;
    int error = file_begin_folder(&site->bytes, output, &emitting->folder);
    if (error == 0) {
        emitting->is_new = true;
        collect(emitting);
        if (!stage_all(emitting, workers) || !write_manifest(emitting)) {
            file_abandon_folder(output);
            return false;
        }
        error = file_commit(output);
    }
    if (error) {
        file_fault(&site->output_report, output, error, true);
        file_abandon_folder(output);
        return false;
    }
    result->changed_count = emitting->count;
    for (size_t i = 0; i < emitting->count; i++)
        result->size += emitting->files[i].bytes.size;
    return true;
}

bool emit_site(Site *site, Workers *workers, EmitResult *ret_result)
{
    Emitting emitting = {.site = site};
    EmitResult result = {0};
    if (!check_folder(&emitting))
        return false;
    bool is_there = file_exists(site->options.output);
    bool is_done = is_there ? update_folder(&emitting, workers, &result)
                            : create_folder(&emitting, workers, &result);
    result.file_count = emitting.count;
    if (is_done)
        *ret_result = result;
    return is_done;
}
