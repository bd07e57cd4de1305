/* qanat fix: applies the safe repairs of diagnostics to content files, last edit first, and shows
 * what it changes. */
#include "base/file.h"
#include "base/terminal.h"
#include "build.h"
#include "command/option.h"
#include "command/part.h"

#include <stdio.h>

#define FIX_MAX_PATHS 256
#define FIX_MAX_SIZE (8 * 1024 * 1024)

typedef struct FixWords {
    Slice source;
    Slice paths[FIX_MAX_PATHS];
    size_t path_count;
    bool takes_suggested, is_dry, is_sure;
} FixWords;

typedef struct FixResult {
    size_t file_count;
    size_t edit_count;
    bool failed;
} FixResult;

static bool is_asked(const FixWords *words, Slice path)
{
    for (size_t i = 0; i < words->path_count; i++) {
        if (slice_equal(words->paths[i], path))
            return true;
    }
    return words->path_count == 0;
}

/* The text with all edits made; they come in order and do not overlap. */
static Slice apply(Arena *arena, Slice bytes, const Edit *edits, size_t count)
{
    Buffer out;
    buffer_init(&out, arena, FIX_MAX_SIZE);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        buffer_add(&out, slice_part(bytes, at, edits[i].span.start));
        buffer_add(&out, edits[i].text);
        at = edits[i].span.end;
    }
    buffer_add(&out, slice_from(bytes, at));
    return buffer_slice(&out);
}

/* The lines that an edit touches, before and after. */
static void show(Arena *arena, Slice path, Slice bytes, const Edit *edits, size_t count)
{
    const Source *source = source_new(arena, path, bytes);
    for (size_t i = 0; i < count; i++) {
        uint32_t start;
        Slice line = source_line(source, edits[i].span.start, &start);
        Position position = source_position(source, edits[i].span.start);
        bool is_inside = edits[i].span.end <= start + line.size;
        Edit moved = edits[i];
        moved.span.start -= start;
        moved.span.end = is_inside ? moved.span.end - start : (uint32_t) line.size;
        Slice after = apply(arena, line, &moved, 1);
        printf("%.*s:%u\n- %.*s\n+ %.*s\n", SLICE_FORMAT(path), position.line, SLICE_FORMAT(line),
               SLICE_FORMAT(after));
    }
}

/* On a terminal somebody is asked; a pipe and --yes are sure already. */
static bool is_confirmed(const FixWords *words)
{
    if (words->is_sure || !terminal_is_shown(stdin))
        return true;
    fputs("write these changes? [y/N] ", stdout);
    fflush(stdout);
    int answer = getchar();
    return answer == 'y' || answer == 'Y';
}

static void fix_file(const Site *site, const FixWords *words, Slice path, const Edit *edits,
                     size_t count, FixResult *result)
{
    Arena arena = {0};
    Slice disk = file_join(&arena, site->options.source, path), bytes;
    int error = file_read(&arena, disk, FIX_MAX_SIZE, &bytes);
    if (error == 0)
        show(&arena, path, bytes, edits, count);
    if (error == 0 && !words->is_dry && is_confirmed(words)) {
        bool is_changed;
        error = file_write_changed(&arena, disk, apply(&arena, bytes, edits, count), &is_changed);
    }
    if (error != 0) {
        fprintf(stderr, "qanat: cannot write %.*s\n", SLICE_FORMAT(path));
        result->failed = true;
    } else {
        result->file_count++;
        result->edit_count += count;
    }
    arena_close(&arena);
}

static void fix_all(const Site *site, const FixWords *words, FixResult *result)
{
    Arena arena = {0};
    const Report **reports;
    size_t count = build_reports(site, &arena, &reports);
    for (size_t i = 0; i < site->source_count; i++) {
        Slice path = site->pages[i]->origin.source_path;
        Edit *edits;
        if (!is_asked(words, path))
            continue;
        size_t edit_count =
            report_collect_edits(reports, count, path, words->takes_suggested, &arena, &edits);
        if (edit_count > 0)
            fix_file(site, words, path, edits, edit_count, result);
    }
    arena_close(&arena);
}

static void pass_begin(BuildObserver *observer, BuildStage stage, size_t page_count)
{
    (void) observer;
    (void) stage;
    (void) page_count;
}

static void pass_advance(BuildObserver *observer)
{
    (void) observer;
}

static int run_fix(const FixWords *words)
{
    Site site = {.options.source = words->source, .options.with_drafts = true};
    BuildObserver observer = {pass_begin, pass_advance};
    FixResult result = {0};
    Workers *workers = workers_open(0);
    build_site(&site, workers, &observer);
    fix_all(&site, words, &result);
    printf("%zu %s in %zu %s%s\n", result.edit_count, result.edit_count == 1 ? "change" : "changes",
           result.file_count, result.file_count == 1 ? "file" : "files",
           words->is_dry ? ", nothing written" : "");
    workers_close(workers);
    build_close(&site);
    return result.failed ? EXIT_TROUBLE : EXIT_DONE;
}

int command_fix(int argc, char *const argv[])
{
    FixWords words = {.source = SLICE(".")};
    const Option options[] = {
        {SLICE("source"), SLICE("DIR"), SLICE("folder of the site (this one)"), &words.source,
         NULL},
        {SLICE("suggested"), SLICE(""), SLICE("apply suggested repairs too"), NULL,
         &words.takes_suggested},
        {SLICE("dry-run"), SLICE(""), SLICE("show the changes and write nothing"), NULL,
         &words.is_dry},
        {SLICE("yes"), SLICE(""), SLICE("do not ask"), NULL, &words.is_sure},
    };
    OptionReader reader = {.options = options,
                           .option_count = sizeof(options) / sizeof(options[0]),
                           .arguments = words.paths,
                           .argument_max = FIX_MAX_PATHS};
    if (!option_read(&reader, argc, argv))
        return EXIT_TROUBLE;
    words.path_count = reader.argument_count;
    if (reader.wants_help) {
        puts("usage: qanat fix [PATH…] [OPTION…]\n\nMends what has a safe repair, in content files "
             "only.\n");
        option_print_help(options, reader.option_count);
        return EXIT_DONE;
    }
    return run_fix(&words);
}
