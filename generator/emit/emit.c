/* Last stage of the pipeline: stage what changed, commit it all, remove what is stale, write
 * MANIFEST. */
#include "emit/emit.h"

#include "emit/manifest.h"
#include "emit/output.h"

typedef struct OutputFile {
    ManifestEntry entry;
    Slice bytes; /* of a file that is no page */
    bool is_staged;
    int error;
} OutputFile;

/* The last page a worker staged: its digest is made together with that of the next. */
typedef struct Waiting {
    Arena bytes; /* of the page, which is gone by then */
    OutputFile *file;
    Slice copy;
    char apart[128]; /* the next row is written all the time by another thread */
} Waiting;

struct Emission {
    Arena arena; /* holds this very struct */
    Site *site;
    OutputFolder output;
    Slice staging;     /* the folder where files wait */
    Slice above;       /* what is there of the folders above the staging folder */
    OutputFile *pages; /* a row for each of site->pages; no path: not made */
    Waiting *waiting;  /* a row for each worker */
    OutputFile *files; /* all that are made, once all are known */
    size_t count;
};

/* A new output appears whole, by one rename of a folder beside it. One that is there, perhaps as a
 * file system of its own, holds what is staged, where readers of hidden names alone would find it.
 */
static Slice staging_path(Arena *arena, const OutputFolder *output)
{
    if (!output->is_new)
        return file_join(arena, output->path, SLICE(".new"));
    size_t slash;
    const size_t start = slice_find_last_byte(output->path, '/', &slash) ? slash + 1 : 0;
    return slice_print(arena, "%.*s.%.*s.new", SLICE_FORMAT(slice_to(output->path, start)),
                       SLICE_FORMAT(slice_from(output->path, start)));
}

/* The folder that holds this one; empty at the root and for a single name. */
static Slice folder_above(Slice path)
{
    size_t slash;
    return slice_find_last_byte(path, '/', &slash) ? slice_to(path, slash) : (Slice){0};
}

static Slice existing_above(Slice path)
{
    do
        path = folder_above(path);
    while (path.size > 0 && !file_exists(path));
    return path;
}

static void close_arena(Emission *emission)
{
    for (size_t i = 0; i < WORKERS_MAX && emission->waiting != NULL; i++)
        arena_close(&emission->waiting[i].bytes);
    Arena arena = emission->arena;
    arena_close(&arena);
}

Emission *emit_open(Site *site, Workers *workers)
{
    Arena arena = {0};
    Emission *emission = ARENA_NEW(&arena, Emission);
    emission->arena = arena;
    emission->site = site;
    if (!output_look(&emission->output, site, workers, &emission->arena)) {
        close_arena(emission);
        return NULL;
    }
    emission->staging = staging_path(&emission->arena, &emission->output);
    emission->above = existing_above(emission->staging);
    emission->pages = ARENA_ARRAY(&emission->arena, OutputFile, site->page_count);
    emission->waiting = ARENA_ARRAY(&emission->arena, Waiting, WORKERS_MAX);
    file_remove_tree(emission->staging); // what a run that was killed left; writing tells of faults
    return emission;
}

static void stage(const Emission *emission, Worker *worker, OutputFile *file, Slice bytes)
{
    file->entry.size = bytes.size;
    if (output_holds(&emission->output, &worker->scratch, file->entry.path, bytes))
        return;
    file->error =
        file_create(file_join(&worker->scratch, emission->staging, file->entry.path), bytes);
    file->is_staged = file->error == 0;
}

static void digest_with_next(Waiting *waiting, OutputFile *file, Slice bytes)
{
    if (waiting->file == NULL) {
        arena_reset(&waiting->bytes);
        waiting->copy = slice_copy(&waiting->bytes, bytes);
        waiting->file = file;
        return;
    }
    digest_of_two(waiting->copy, bytes, &waiting->file->entry.digest, &file->entry.digest);
    waiting->file = NULL;
}

static void digest_waiting(Emission *emission)
{
    for (size_t i = 0; i < WORKERS_MAX; i++) {
        Waiting *waiting = &emission->waiting[i];
        if (waiting->file != NULL)
            waiting->file->entry.digest = digest_of(waiting->copy);
        waiting->file = NULL;
    }
}

void emit_page(Emission *emission, Worker *worker, const Page *page)
{
    OutputFile *file = &emission->pages[page->origin.position];
    file->entry.path = page->links.output_path;
    stage(emission, worker, file, page->output.html);
    digest_with_next(&emission->waiting[worker->number], file, page->output.html);
}

static void stage_one(Worker *worker, size_t i, void *shared)
{
    const Emission *emission = shared;
    OutputFile *file = &emission->files[i];
    if (file->bytes.at == NULL)
        return;
    stage(emission, worker, file, file->bytes);
    file->entry.digest = digest_of(file->bytes);
}

static void add_file(Emission *emission, Slice path, Slice bytes)
{
    emission->files[emission->count++] = (OutputFile){
        .entry = {.path = path},
        .bytes = bytes.at != NULL ? bytes : SLICE(""),
    };
}

static void collect(Emission *emission)
{
    const Site *site = emission->site;
    const size_t most = site->page_count + site->site_file_count + site->written_files.count;
    emission->files = ARENA_ARRAY(&emission->arena, OutputFile, most);
    for (size_t i = 0; i < site->page_count; i++) {
        if (emission->pages[i].entry.path.size > 0)
            emission->files[emission->count++] = emission->pages[i];
    }
    for (size_t i = 0; i < site->site_file_count; i++)
        add_file(emission, site->site_files[i].path, site->site_files[i].bytes);
    for (size_t i = 0; i < site->written_files.count; i++) {
        const ImageFile *file = site->written_files.items[i];
        add_file(emission, file->url.path, file->bytes);
    }
}

static void tell(const Emission *emission, Slice path, int error)
{
    Site *site = emission->site;
    file_fault(&site->output_report, file_join(&site->bytes, site->options.output, path), error,
               true);
}

/* Reports the first failure of each kind; a full disk fails for every file alike. */
static bool tell_faults(const Emission *emission)
{
    int told = 0;
    bool is_fine = true;
    for (size_t i = 0; i < emission->count; i++) {
        const OutputFile *file = &emission->files[i];
        is_fine = is_fine && file->error == 0;
        if (file->error == 0 || file->error == told)
            continue;
        tell(emission, file->entry.path, file->error);
        told = file->error;
    }
    return is_fine;
}

static bool move_all(Emission *emission)
{
    for (size_t i = 0; i < emission->count; i++) {
        const OutputFile *file = &emission->files[i];
        if (!file->is_staged)
            continue;
        const Slice path = file->entry.path;
        ArenaMark mark = arena_mark(&emission->arena);
        const int error =
            file_move(&emission->arena, file_join(&emission->arena, emission->staging, path),
                      file_join(&emission->arena, emission->output.path, path));
        arena_rewind(&emission->arena, mark);
        if (error != 0) {
            tell(emission, path, error);
            return false;
        }
    }
    return true;
}

static bool write_manifest(Emission *emission, Slice folder)
{
    ManifestEntry *entries = ARENA_ARRAY(&emission->arena, ManifestEntry, emission->count);
    for (size_t i = 0; i < emission->count; i++)
        entries[i] = emission->files[i].entry;
    Buffer text;
    buffer_init(&text, &emission->arena, MANIFEST_MAX_SIZE);
    manifest_write(entries, emission->count, &text);
    bool is_changed;
    const int error = file_write_changed(&emission->arena,
                                         file_join(&emission->arena, folder, SLICE(MANIFEST_NAME)),
                                         buffer_slice(&text), &is_changed);
    if (error != 0)
        tell(emission, SLICE(MANIFEST_NAME), error);
    return error == 0;
}

/* An empty MANIFEST marks a new folder as ours before the first file stands in it, so that a build
 * that was killed does not bar the next one. */
static bool claim_folder(const Emission *emission)
{
    Arena scratch = {0};
    const Slice path = file_join(&scratch, emission->output.path, SLICE(MANIFEST_NAME));
    const int error = file_exists(path) ? 0 : file_create(path, (Slice){0});
    arena_close(&scratch);
    if (error != 0)
        tell(emission, SLICE(MANIFEST_NAME), error);
    return error == 0;
}

/* Changes what differs in a folder that is there. */
static bool update_folder(Emission *emission, EmitResult *result)
{
    OutputFolder *output = &emission->output;
    output_add_made(output, SLICE(MANIFEST_NAME));
    for (size_t i = 0; i < emission->count; i++)
        output_add_made(output, emission->files[i].entry.path);
    result->removed_count = output_remove_in_way(output);
    if (!claim_folder(emission) || !move_all(emission))
        return false;
    result->removed_count += output_remove_stale(output);
    return write_manifest(emission, output->path);
}

/* A folder that is not there yet appears whole. */
static bool create_folder(Emission *emission)
{
    if (!write_manifest(emission, emission->staging))
        return false;
    const Slice output = emission->output.path;
    const int error = file_move(&emission->arena, emission->staging, output);
    if (error != 0)
        file_fault(&emission->site->output_report, output, error, true);
    return error == 0;
}

bool emit_site(Emission *emission, Workers *workers, EmitResult *ret_result)
{
    EmitResult result = {0};
    digest_waiting(emission);
    collect(emission);
    workers_each(workers, emission->count, stage_one, emission);
    if (!tell_faults(emission))
        return false;
    if (emission->output.is_new ? !create_folder(emission) : !update_folder(emission, &result))
        return false;
    result.file_count = emission->count;
    for (size_t i = 0; i < emission->count; i++) {
        result.size += emission->files[i].entry.size;
        result.changed_count += emission->files[i].is_staged ? 1 : 0;
    }
    *ret_result = result;
    return true;
}

/* Folders above a new output that hold nothing were made for it. */
void emit_close(Emission *emission)
{
    if (emission == NULL)
        return;
    file_remove_tree(emission->staging);
    Slice folder = folder_above(emission->staging);
    while (folder.size > emission->above.size && file_remove_folder(folder) == 0)
        folder = folder_above(folder);
    close_arena(emission);
}
