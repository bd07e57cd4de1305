/* The only file that asks what time it is. */
#include "base/clock.h"

#include <time.h>

int64_t clock_now(void)
{
    return (int64_t) time(NULL);
}

int64_t clock_elapsed(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t) now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}
