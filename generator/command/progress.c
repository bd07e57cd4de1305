/* One line on standard error that is written over while pages are read and rendered. */
#include "command/progress.h"

#include "base/clock.h"

#include <stdio.h>

#define SHOW_EVERY 256 /* pages */

static void end_stage(Progress *progress)
{
    if (progress->has_begun)
        progress->spent[progress->stage] += clock_elapsed() - progress->started;
}

static void begin(BuildObserver *observer, BuildStage stage, size_t page_count)
{
    Progress *progress = (Progress *) observer;
    end_stage(progress);
    progress->has_begun = true;
    progress->stage = stage;
    progress->started = clock_elapsed();
    progress->total = page_count;
    atomic_store(&progress->done, 0);
}

/* Any thread that completes a round number of pages shows it; lines are short enough to be written
 * at once. */
static void advance(BuildObserver *observer)
{
    Progress *progress = (Progress *) observer;
    if (!progress->is_shown)
        return;
    size_t done = atomic_fetch_add(&progress->done, 1) + 1;
    if (done % SHOW_EVERY != 0)
        return;
    Slice name = build_stage_name(progress->stage);
    fprintf(stderr, "\r%.*s %zu of %zu pages\033[K", SLICE_FORMAT(name), done, progress->total);
}

void progress_init(Progress *progress, bool is_shown)
{
    *progress = (Progress){.observer = {begin, advance}, .is_shown = is_shown};
    atomic_init(&progress->done, 0);
}

void progress_end(Progress *progress)
{
    end_stage(progress);
    progress->has_begun = false;
    if (progress->is_shown)
        fputs("\r\033[K", stderr);
}

static void print_share(Slice name, int64_t spent, int64_t total)
{
    printf("  %-9.*s %8.1f ms %5.1f %%\n", SLICE_FORMAT(name), (double) spent / 1e6,
           total > 0 ? 100.0 * (double) spent / (double) total : 0.0);
}

void progress_print_timings(const Progress *progress, int64_t emit)
{
    int64_t total = emit;
    for (size_t i = 0; i < BUILD_STAGE_COUNT; i++)
        total += progress->spent[i];
    for (size_t i = 0; i < BUILD_STAGE_COUNT; i++)
        print_share(build_stage_name((BuildStage) i), progress->spent[i], total);
    print_share(SLICE("emit"), emit, total);
    print_share(SLICE("total"), total, total);
}
