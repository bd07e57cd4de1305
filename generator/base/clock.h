/* The clock, in one place: what time it is (asked once, by the command), and how long something
 * took. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdint.h>

/* Seconds since 1970-01-01T00:00Z. */
int64_t clock_now(void);

/* Nanoseconds from an arbitrary start, never going back. */
int64_t clock_elapsed(void);

#endif
