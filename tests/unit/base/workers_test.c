/* base/workers: every index once, whatever the number of threads. */
#include "base/workers.h"
#include "test.h"

#include <stdatomic.h>
#include <string.h>

typedef struct Work {
    atomic_uint runs[1000];
    uint32_t results[1000];
    uint32_t worker_count;
    atomic_bool has_failed;
} Work;

static void do_one(Worker *worker, size_t i, void *shared)
{
    Work *work = shared;
    unsigned char *piece = arena_take(&worker->scratch, i + 1, 1);
    for (size_t j = 0; j <= i; j++) {
        if (piece[j] != 0)
            atomic_store(&work->has_failed, true);
    }
    memset(piece, 0xEE, i + 1);
    if (worker->number >= work->worker_count || worker->scratch.used_size != i + 1)
        atomic_store(&work->has_failed, true);
    atomic_fetch_add(&work->runs[i], 1);
    work->results[i] = (uint32_t) (i * i);
}

static void runs_every_task_once_on_any_number_of_threads(void **state)
{
    (void) state;
    static const uint32_t counts[] = {1, 2, 3, 8};
    for (size_t i = 0; i < COUNT_OF(counts); i++) {
        Workers *workers = workers_open(counts[i]);
        Work work = {.worker_count = workers_count(workers)};
        assert_int_equal(workers_count(workers), counts[i]);
        static const size_t sizes[] = {1000, 0, 1, 2, 999};
        for (size_t j = 0; j < COUNT_OF(sizes); j++) {
            memset(work.runs, 0, sizeof(work.runs));
            memset(work.results, 0, sizeof(work.results));
            workers_each(workers, sizes[j], do_one, &work);
            for (size_t k = 0; k < 1000; k++) {
                assert_int_equal(atomic_load(&work.runs[k]), k < sizes[j]);
                assert_int_equal(work.results[k], k < sizes[j] ? k * k : 0);
            }
        }
        assert_false(atomic_load(&work.has_failed));
        workers_close(workers);
    }
}

static void runs_every_task_without_workers(void **state)
{
    (void) state;
    Work work = {.worker_count = 1};
    workers_each(NULL, 1000, do_one, &work);
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(atomic_load(&work.runs[i]), 1);
    assert_false(atomic_load(&work.has_failed));
}

static void holds_the_number_of_threads_to_its_limit(void **state)
{
    (void) state;
    Workers *workers = workers_open(0);
    assert_in_range(workers_count(workers), 1, WORKERS_MAX);
    workers_close(workers);
    workers = workers_open(100000);
    assert_in_range(workers_count(workers), 1, WORKERS_MAX);
    workers_close(workers);
    workers_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_every_task_once_on_any_number_of_threads),
        cmocka_unit_test(runs_every_task_without_workers),
        cmocka_unit_test(holds_the_number_of_threads_to_its_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
