/* qanat fix: applies the repairs of diagnostics to content, settings and data, and shows what it
 * changes. It builds again with what it has changed, in memory, until nothing is left to repair:
 * one repair can bring another fault to light. */
#include "base/file.h"
#include "base/terminal.h"
#include "build.h"
#include "command/change.h"
#include "command/option.h"
#include "command/part.h"
#include "command/patch.h"

#include <stdio.h>

#define FIX_MAX_PATHS 256
#define FIX_MAX_SIZE (64 * 1024 * 1024) /* of a file; the largest data file there may be */
#define FIX_MAX_ROUNDS 16               /* real files are settled after two */

typedef struct FixWords {
    Slice source;
    Slice paths[FIX_MAX_PATHS];
    size_t path_count;
    bool takes_suggested, is_dry, is_sure;
} FixWords;

typedef struct Fix {
    const FixWords *words;
    Arena arena;
    Table changes; /* path → Change of each file that was asked for, in order of paths */
    size_t edit_count;
    bool failed;
} Fix;

static Change *change_at(const Fix *fix, size_t i)
{
    return fix->changes.entries[i].item;
}

static void tell(Fix *fix, const char *what, Slice path)
{
    fprintf(stderr, "qanat: %s %.*s\n", what, SLICE_FORMAT(path));
    fix->failed = true;
}

static Slice without_slash(Slice path)
{
    return slice_ends(path, SLICE("/")) ? slice_to(path, path.size - 1) : path;
}

/* The path from the site's folder, as an editor may have typed it from another. */
static Slice path_in_site(const FixWords *words, Slice path)
{
    const Slice source = without_slash(words->source);
    if (slice_starts(path, source) && slice_starts(slice_from(path, source.size), SLICE("/")))
        path = slice_from(path, source.size + 1);
    if (slice_starts(path, SLICE("./")))
        path = slice_from(path, 2);
    return without_slash(path);
}

/* True for the file itself and for all in the folder of that name. */
static bool is_named(Slice word, Slice path)
{
    const Slice rest = slice_from(path, word.size);
    return slice_starts(path, word) && (rest.size == 0 || rest.at[0] == '/');
}

static bool is_asked(const FixWords *words, Slice path)
{
    for (size_t i = 0; i < words->path_count; i++)
        if (is_named(words->paths[i], path))
            return true;
    return words->path_count == 0;
}

/* What is read here is what the build sees, and what the disk must still hold when it is written.
 */
static void add_file(Fix *fix, Slice path)
{
    if (!is_asked(fix->words, path))
        return;
    const Slice disk = file_join(&fix->arena, fix->words->source, path);
    Slice bytes;
    if (file_read(&fix->arena, disk, FIX_MAX_SIZE, &bytes) != 0) {
        tell(fix, "cannot read", path);
        return;
    }
    Change *change = ARENA_NEW(&fix->arena, Change);
    change_init(change, &fix->arena, path, bytes);
    table_add(&fix->changes, path, change);
}

static bool is_text(Slice path)
{
    return slice_ends(path, SLICE(".md")) || slice_ends(path, SLICE(".yaml")) ||
           slice_ends(path, SLICE(".csv"));
}

static void add_folder(Fix *fix, Slice folder)
{
    FileEntry *entries;
    size_t count = 0;
    if (file_list(&fix->arena, NULL, file_join(&fix->arena, fix->words->source, folder), &entries,
                  &count) != 0)
        return; // a site may have no data; what else is wrong the build will say
    for (size_t i = 0; i < count; i++)
        if (!entries[i].is_folder && entries[i].error == 0 && is_text(entries[i].path))
            add_file(fix, file_join(&fix->arena, folder, entries[i].path));
}

/* Every path that was typed must lead to something that can be mended. */
static bool check_paths(Fix *fix)
{
    for (size_t i = 0; i < fix->words->path_count; i++) {
        const Slice word = fix->words->paths[i];
        bool is_found = false;
        for (size_t j = 0; j < fix->changes.count && !is_found; j++)
            is_found = is_named(word, fix->changes.entries[j].key);
        if (!is_found && is_named(SLICE("templates"), word))
            tell(fix, "templates are never edited:", word);
        else if (!is_found)
            tell(fix, "there is no page, setting or data file", word);
    }
    return !fix->failed;
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

/* Builds with the files as they are by now and repairs what was found; returns how many edits. */
static size_t run_round(Fix *fix, Workers *workers)
{
    Site site = {
        .options = {.source = fix->words->source, .with_drafts = true, .overlay = &fix->changes}};
    BuildObserver observer = {pass_begin, pass_advance};
    Arena arena = {0};
    const Report **reports;
    FileFixes *files;
    size_t edit_count = 0;
    build_site(&site, workers, &observer, NULL);
    const size_t report_count = build_reports(&site, &arena, &reports);
    const size_t file_count =
        report_collect_fixes(reports, report_count, fix->words->takes_suggested, &arena, &files);
    for (size_t i = 0; i < file_count; i++) {
        Change *change = table_find(&fix->changes, files[i].path);
        if (change == NULL)
            continue;
        change_apply(change, &fix->arena, files[i].edits, files[i].edit_count);
        edit_count += files[i].edit_count;
    }
    arena_close(&arena);
    build_close(&site, workers);
    return edit_count;
}

static void run_rounds(Fix *fix)
{
    Workers *workers = workers_open(0);
    size_t count = 1;
    for (size_t round = 0; round < FIX_MAX_ROUNDS && count > 0; round++) {
        count = run_round(fix, workers);
        fix->edit_count += count;
    }
    workers_close(workers);
}

/* On a terminal what cannot be seen is named; everywhere else the diff is what patch reads. */
static void print_diff(Slice diff)
{
    if (!terminal_is_shown(stdout)) {
        printf("%.*s", SLICE_FORMAT(diff));
        return;
    }
    Arena arena = {0};
    Slice line;
    while (slice_cut_line(&diff, &line)) {
        Buffer shown;
        buffer_init(&shown, &arena, SIZE_MAX);
        report_add_shown(&shown, line);
        printf("%.*s\n", SLICE_FORMAT(buffer_slice(&shown)));
        arena_reset(&arena);
    }
    arena_close(&arena);
}

static size_t show_changes(const Fix *fix)
{
    size_t count = 0;
    for (size_t i = 0; i < fix->changes.count; i++) {
        const Change *change = change_at(fix, i);
        Arena arena = {0};
        Edit *edits;
        Buffer diff;
        buffer_init(&diff, &arena, SIZE_MAX);
        const size_t edit_count = change_edits(change, &arena, &edits);
        patch_write(&diff, change->path, change->before, edits, edit_count);
        print_diff(buffer_slice(&diff));
        count += edit_count > 0;
        arena_close(&arena);
    }
    fflush(stdout);
    return count;
}

/* On a terminal somebody is asked; a pipe and --yes are sure already. */
static bool is_confirmed(const FixWords *words)
{
    if (words->is_sure || !terminal_is_shown(stdin))
        return true;
    fputs("write these changes? [y/N] ", stderr);
    const int answer = getchar();
    return answer == 'y' || answer == 'Y';
}

static void write_file(Fix *fix, const Change *change)
{
    Arena arena = {0};
    const Slice disk = file_join(&arena, fix->words->source, change->path);
    Slice bytes;
    if (file_read(&arena, disk, FIX_MAX_SIZE, &bytes) != 0)
        tell(fix, "cannot read", change->path);
    else if (!slice_equal(bytes, change->before))
        tell(fix, "somebody has changed it meanwhile, run qanat fix again:", change->path);
    else if (file_replace(disk, change->after) != 0)
        tell(fix, "cannot write", change->path);
    arena_close(&arena);
}

static void write_files(Fix *fix)
{
    for (size_t i = 0; i < fix->changes.count; i++) {
        const Change *change = change_at(fix, i);
        if (!slice_equal(change->before, change->after))
            write_file(fix, change);
    }
}

static void mend(Fix *fix)
{
    run_rounds(fix);
    const size_t file_count = show_changes(fix);
    const bool is_written = !fix->words->is_dry && file_count > 0 && is_confirmed(fix->words);
    if (is_written)
        write_files(fix);
    fprintf(stderr, "%zu %s in %zu %s%s\n", fix->edit_count,
            fix->edit_count == 1 ? "change" : "changes", file_count,
            file_count == 1 ? "file" : "files",
            is_written || file_count == 0 ? "" : ", nothing written");
}

static int run_fix(const FixWords *words)
{
    Fix fix = {.words = words};
    table_init(&fix.changes, &fix.arena);
    if (!file_exists(file_join(&fix.arena, words->source, SLICE("site.yaml"))))
        tell(&fix, "there is no site.yaml in", words->source);
    else {
        add_folder(&fix, SLICE("content"));
        add_folder(&fix, SLICE("data"));
        add_file(&fix, SLICE("site.yaml"));
        if (check_paths(&fix))
            mend(&fix);
    }
    arena_close(&fix.arena);
    return fix.failed ? EXIT_TROUBLE : EXIT_DONE;
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
    if (reader.wants_help) {
        puts("usage: qanat fix [PATH…] [OPTION…]\n\nMends what has a safe repair, in content, "
             "settings and data; PATH is a file or a\nfolder of them. Templates are never "
             "edited.\n");
        option_print_help(options, reader.option_count);
        return EXIT_DONE;
    }
    words.path_count = reader.argument_count;
    for (size_t i = 0; i < words.path_count; i++)
        words.paths[i] = path_in_site(&words, words.paths[i]);
    return run_fix(&words);
}
