/* One task per index on N threads that stay alive between calls; the only user of pthread in base.
 */
#include "base/workers.h"

#include <assert.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <unistd.h>

#define STACK_SIZE                                                                                 \
    ((size_t) 8 << 20) /* the same on every system, so depth limits hold everywhere */

/* Each worker has cache lines of its own: its arena is written all the time. The tasks are cut into
 * one range for each worker, so that the same worker meets the same pages in every round, and two
 * workers seldom create files in the same folder. Who is done with its own helps the others. */
typedef struct WorkerRow {
    _Alignas(16) Worker worker;
    Workers *workers;
    pthread_t thread;
    atomic_size_t next; /* of the range */
    size_t end;
    char apart[128];
} WorkerRow;

struct Workers {
    Arena arena; /* holds this very struct */
    WorkerRow *rows;
    uint32_t count;

    pthread_mutex_t lock;
    pthread_cond_t started;
    pthread_cond_t finished;
    uint64_t round;      /* under lock: a new one wakes the threads */
    uint32_t busy_count; /* under lock: threads still in this round */
    bool is_closing;     /* under lock */

    WorkerTask function;
    void *shared;
};

static void do_range(Workers *workers, WorkerRow *range, Worker *worker)
{
    for (;;) {
        const size_t i = atomic_fetch_add_explicit(&range->next, 1, memory_order_relaxed);
        if (i >= range->end)
            return;
        arena_reset(&worker->scratch);
        workers->function(worker, i, workers->shared);
    }
}

static void do_tasks(Workers *workers, Worker *worker)
{
    for (uint32_t i = 0; i < workers->count; i++)
        do_range(workers, &workers->rows[(worker->number + i) % workers->count], worker);
}

static void cut_ranges(Workers *workers, size_t count)
{
    for (uint32_t i = 0; i < workers->count; i++) {
        const size_t each = count / workers->count, left = count % workers->count;
        const size_t start = i * each + (i < left ? i : left);
        atomic_store_explicit(&workers->rows[i].next, start, memory_order_relaxed);
        workers->rows[i].end = start + each + (i < left);
    }
}

static void *thread_main(void *argument)
{
    WorkerRow *row = argument;
    Workers *workers = row->workers;
    uint64_t seen = 0;
    pthread_mutex_lock(&workers->lock);
    for (;;) {
        while (workers->round == seen && !workers->is_closing)
            pthread_cond_wait(&workers->started, &workers->lock);
        if (workers->is_closing)
            break;
        seen = workers->round;
        pthread_mutex_unlock(&workers->lock);
        do_tasks(workers, &row->worker);
        pthread_mutex_lock(&workers->lock);
        if (--workers->busy_count == 0)
            pthread_cond_signal(&workers->finished);
    }
    pthread_mutex_unlock(&workers->lock);
    return NULL;
}

static uint32_t processor_count(void)
{
    cpu_set_t usable;
    if (sched_getaffinity(0, sizeof(usable), &usable) == 0)
        return (uint32_t) CPU_COUNT(&usable);
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    return online > 0 ? (uint32_t) online : 1;
}

/* Threads 1 to wanted-1; the caller is worker 0. A system that gives fewer is worked with. */
static void start_threads(Workers *workers, uint32_t wanted)
{
    pthread_attr_t attributes;
    if (pthread_attr_init(&attributes) != 0)
        return;
    pthread_attr_setstacksize(&attributes, STACK_SIZE);
    while (workers->count < wanted) {
        WorkerRow *row = &workers->rows[workers->count];
        if (pthread_create(&row->thread, &attributes, thread_main, row) != 0)
            break;
        workers->count++;
    }
    pthread_attr_destroy(&attributes);
}

Workers *workers_open(uint32_t count)
{
    if (count == 0)
        count = processor_count();
    if (count > WORKERS_MAX)
        count = WORKERS_MAX;
    Arena arena = {0};
    Workers *workers = ARENA_NEW(&arena, Workers);
    workers->rows = ARENA_ARRAY(&arena, WorkerRow, count);
    workers->arena = arena;
    workers->count = 1;
    for (uint32_t i = 0; i < count; i++) {
        workers->rows[i].worker.number = i;
        atomic_init(&workers->rows[i].next, 0);
        workers->rows[i].workers = workers;
    }
    if (count > 1) {
        pthread_mutex_init(&workers->lock, NULL);
        pthread_cond_init(&workers->started, NULL);
        pthread_cond_init(&workers->finished, NULL);
        start_threads(workers, count);
    }
    return workers;
}

static void stop_threads(Workers *workers)
{
    pthread_mutex_lock(&workers->lock);
    workers->is_closing = true;
    pthread_cond_broadcast(&workers->started);
    pthread_mutex_unlock(&workers->lock);
    for (uint32_t i = 1; i < workers->count; i++)
        pthread_join(workers->rows[i].thread, NULL);
    pthread_cond_destroy(&workers->finished);
    pthread_cond_destroy(&workers->started);
    pthread_mutex_destroy(&workers->lock);
}

void workers_close(Workers *workers)
{
    if (workers == NULL)
        return;
    if (workers->count > 1)
        stop_threads(workers);
    for (uint32_t i = 0; i < workers->count; i++)
        arena_close(&workers->rows[i].worker.scratch);
    Arena arena = workers->arena;
    arena_close(&arena);
}

uint32_t workers_count(const Workers *workers)
{
    return workers->count;
}

static void do_alone(size_t count, WorkerTask function, void *shared)
{
    Worker worker = {0};
    for (size_t i = 0; i < count; i++) {
        arena_reset(&worker.scratch);
        function(&worker, i, shared);
    }
    arena_close(&worker.scratch);
}

void workers_each(Workers *workers, size_t count, WorkerTask function, void *shared)
{
    assert(count < SIZE_MAX - WORKERS_MAX);
    if (workers == NULL) {
        do_alone(count, function, shared);
        return;
    }
    workers->function = function;
    workers->shared = shared;
    cut_ranges(workers, count);
    bool is_shared = workers->count > 1 && count > 1;
    if (is_shared) {
        pthread_mutex_lock(&workers->lock);
        workers->round++;
        workers->busy_count = workers->count - 1;
        pthread_cond_broadcast(&workers->started);
        pthread_mutex_unlock(&workers->lock);
    }
    do_tasks(workers, &workers->rows[0].worker);
    if (is_shared) {
        pthread_mutex_lock(&workers->lock);
        while (workers->busy_count > 0)
            pthread_cond_wait(&workers->finished, &workers->lock);
        pthread_mutex_unlock(&workers->lock);
    }
}
