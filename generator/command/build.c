/* qanat build: runs the conductor, prints what was found, writes what was made. */
#include "base/clock.h"
#include "base/file.h"
#include "base/terminal.h"
#include "command/option.h"
#include "command/part.h"
#include "command/progress.h"
#include "command/summary.h"
#include "command/today.h"

#include <stdio.h>

typedef struct BuildWords {
    Slice source, output, jobs, now, format, dump;
    bool is_strict, with_drafts, is_short, is_quiet, shows_timings, shows_weights;
} BuildWords;

#define OPTION_COUNT 12

static void fill_options(BuildWords *words, Option options[OPTION_COUNT])
{
    const Option table[OPTION_COUNT] = {
        {SLICE("source"), SLICE("DIR"), SLICE("folder of the site (this one)"), &words->source,
         NULL},
        {SLICE("output"), SLICE("DIR"), SLICE("where the site goes (SOURCE/public)"),
         &words->output, NULL},
        {SLICE("jobs"), SLICE("N"), SLICE("worker threads (one for each processor)"), &words->jobs,
         NULL},
        {SLICE("strict"), SLICE(""), SLICE("warnings stop the build"), NULL, &words->is_strict},
        {SLICE("drafts"), SLICE(""), SLICE("build drafts and pages not due yet too"), NULL,
         &words->with_drafts},
        {SLICE("now"), SLICE("DATE"), SLICE("what day it is (SOURCE_DATE_EPOCH, else the clock)"),
         &words->now, NULL},
        {SLICE("format"), SLICE("FORM"), SLICE("text, json or github"), &words->format, NULL},
        {SLICE("short"), SLICE(""), SLICE("first lines of diagnostics only"), NULL,
         &words->is_short},
        {SLICE("quiet"), SLICE(""), SLICE("no summary"), NULL, &words->is_quiet},
        {SLICE("timings"), SLICE(""), SLICE("time and share of each stage"), NULL,
         &words->shows_timings},
        {SLICE("weights"), SLICE(""), SLICE("bytes of each page and of all that it loads"), NULL,
         &words->shows_weights},
        {SLICE("dump"), SLICE("STAGE:PATH"), SLICE("print a page after parse, shape or link"),
         &words->dump, NULL},
    };
    for (size_t i = 0; i < OPTION_COUNT; i++)
        options[i] = table[i];
}

static bool find_form(const BuildWords *words, ReportForm *ret_form)
{
    static const Slice names[] = {SLICE_INIT("text"), SLICE_INIT("json"), SLICE_INIT("github")};
    static const ReportForm forms[] = {REPORT_TEXT, REPORT_JSON, REPORT_GITHUB};
    *ret_form = words->is_short ? REPORT_SHORT : REPORT_TEXT;
    if (words->format.size == 0)
        return true;
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (slice_equal(names[i], words->format)) {
            *ret_form = forms[i] == REPORT_TEXT ? *ret_form : forms[i];
            return true;
        }
    }
    fprintf(stderr, "qanat: --format is text, json or github, not “%.*s”\n",
            SLICE_FORMAT(words->format));
    return false;
}

static bool fill_build_options(const BuildWords *words, Arena *arena, BuildOptions *options)
{
    int64_t jobs = 0;
    if (words->jobs.size > 0 &&
        (!slice_to_int(words->jobs, &jobs) || jobs < 1 || jobs > WORKERS_MAX)) {
        fprintf(stderr, "qanat: --jobs wants a number from 1 to %d\n", WORKERS_MAX);
        return false;
    }
    options->source = words->source.size > 0 ? words->source : SLICE(".");
    options->output =
        words->output.size > 0 ? words->output : file_join(arena, options->source, SLICE("public"));
    while (options->output.size > 1 && slice_ends(options->output, SLICE("/")))
        options->output = slice_to(options->output, options->output.size - 1);
    options->jobs = (uint32_t) jobs;
    options->is_strict = words->is_strict;
    options->with_drafts = words->with_drafts;
    slice_cut(words->dump, ':', &options->dump_stage, &options->dump_path);
    if (!file_is_folder(options->source)) {
        fprintf(stderr, "qanat: there is no folder %.*s\n", SLICE_FORMAT(options->source));
        return false;
    }
    return today_find(arena, words->now, &options->now);
}

static void print_reports(const Site *site, Arena *arena, ReportForm form)
{
    const Report **reports;
    size_t count = build_reports(site, arena, &reports);
    bool is_terminal = terminal_is_shown(stderr);
    ReportStyle style = {
        .form = form,
        .is_persian = site->settings.persian_messages,
        .is_coloured = is_terminal && terminal_wants_colour(),
        .is_terminal = is_terminal,
    };
    report_print(reports, count, &style, stderr);
}

/* Nobody can mend these by writing something else. */
static bool is_system_fault(const Site *site, Arena *arena)
{
    const Report **reports;
    size_t count = build_reports(site, arena, &reports);
    bool is_found = false;
    for (size_t i = 0; i < count && !is_found; i++)
        is_found = report_has_code(reports[i], DIAGNOSTIC_WRITE) ||
                   report_has_code(reports[i], DIAGNOSTIC_SPACE) ||
                   report_has_code(reports[i], DIAGNOSTIC_READ);
    return is_found;
}

/* Pages go to the disk as they are made. */
typedef struct Output {
    BuildSink sink; /* first: a sink is an Output */
    Emission *emission;
} Output;

static void open_output(BuildSink *sink, Site *site, Workers *workers)
{
    ((Output *) sink)->emission = emit_open(site, workers);
}

static void take_page(BuildSink *sink, Worker *worker, const Page *page)
{
    const Output *output = (const Output *) sink;
    if (output->emission != NULL)
        emit_page(output->emission, worker, page);
}

static int build_and_emit(Site *site, Workers *workers, const BuildWords *words, ReportForm form)
{
    Arena arena = {0};
    Progress progress;
    progress_init(&progress, !words->is_quiet && form == REPORT_TEXT && terminal_is_shown(stderr) &&
                                 terminal_knows_escapes());
    Output output = {.sink = {open_output, take_page}};
    const bool is_dumped = words->dump.size > 0;
    bool is_fine = build_site(site, workers, &progress.observer, is_dumped ? NULL : &output.sink);
    progress_end(&progress);
    EmitResult result = {0};
    int64_t started = clock_elapsed();
    if (is_fine && !is_dumped)
        is_fine = emit_site(output.emission, workers, &result);
    emit_close(output.emission);
    int64_t emitted = clock_elapsed() - started;
    printf("%.*s", SLICE_FORMAT(buffer_slice(&site->dump)));
    print_reports(site, &arena, form);
    if (is_fine && !is_dumped && !words->is_quiet && form != REPORT_JSON)
        summary_print(site, &arena, &result);
    if (is_fine && words->shows_weights)
        summary_print_weights(site);
    if (form == REPORT_JSON)
        summary_print_json(site, &arena);
    if (words->shows_timings)
        progress_print_timings(&progress, emitted);
    int status = is_fine ? EXIT_DONE : is_system_fault(site, &arena) ? EXIT_TROUBLE : EXIT_FAULTS;
    arena_close(&arena);
    return status;
}

int command_build(int argc, char *const argv[])
{
    BuildWords words = {0};
    Option options[OPTION_COUNT];
    fill_options(&words, options);
    OptionReader reader = {.options = options, .option_count = OPTION_COUNT};
    ReportForm form;
    if (!option_read(&reader, argc, argv) || !find_form(&words, &form))
        return EXIT_TROUBLE;
    if (reader.wants_help) {
        puts("usage: qanat build [OPTION…]\n\nBuilds the site; nothing is written while an error "
             "stands.\n");
        option_print_help(options, OPTION_COUNT);
        return EXIT_DONE;
    }
    Site site = {0};
    if (!fill_build_options(&words, &site.arena, &site.options)) {
        arena_close(&site.arena);
        return EXIT_TROUBLE;
    }
    Workers *workers = workers_open(site.options.jobs);
    const int status = build_and_emit(&site, workers, &words, form);
    build_close(&site, workers);
    workers_close(workers);
    return status;
}
