/* One task per index on N threads: each takes a range of its own first, then helps the others, and
 * the call returns when all is done. Tasks leave their results in slot i, so the outcome is the
 * same for any number of threads. */
#ifndef BASE_WORKERS_H
#define BASE_WORKERS_H

#include "base/arena.h"

typedef struct Workers Workers;

typedef struct Worker {
    uint32_t number; /* from 0; names the worker's row in per-worker arrays */
    Arena scratch;   /* reset before each task */
} Worker;

/* Memory for results that outlive the task, a row for each worker. Rows stand apart, because every
 * one of them is written all the time by another thread. */
typedef struct WorkerArena {
    Arena arena;
    char apart[128];
} WorkerArena;

typedef void (*WorkerTask)(Worker *worker, size_t i, void *shared);

/* `count` 0 stands for the number of processors this process may use; at most WORKERS_MAX. */
#define WORKERS_MAX 64
Workers *workers_open(uint32_t count);
void workers_close(Workers *workers);
uint32_t workers_count(const Workers *workers);

/* Runs function(worker, i, shared) for every i below `count`. With one worker, or with NULL for the
 * workers, everything runs on the caller. */
void workers_each(Workers *workers, size_t count, WorkerTask function, void *shared);

#endif
