/* Shows on a terminal how far a build is, and measures its stages. In a pipe nothing is shown.
 * Private to command. */
#ifndef COMMAND_PROGRESS_H
#define COMMAND_PROGRESS_H

#include "build.h"

#include <stdatomic.h>

typedef struct Progress {
    BuildObserver observer; /* first: an observer is a Progress */
    bool is_shown;
    atomic_size_t done;
    size_t total;
    BuildStage stage;
    bool has_begun;
    int64_t started;                  /* of the stage under way */
    int64_t spent[BUILD_STAGE_COUNT]; /* nanoseconds */
} Progress;

void progress_init(Progress *progress, bool is_shown);

/* Ends the last stage and takes the line off the terminal. */
void progress_end(Progress *progress);

/* One line for each stage: milliseconds and share. `emit` is measured by the caller. */
void progress_print_timings(const Progress *progress, int64_t emit);

#endif
