/* Sixteen bytes looked at together. GCC and clang make of it what the processor has: SSE2, NEON, or
 * plain words. A comparison gives 0xFF in each byte where it holds and 0 elsewhere. */
#ifndef BASE_LANE_H
#define BASE_LANE_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef unsigned char Lane __attribute__((vector_size(16)));

/* The sixteen bytes at `at`, which need not be aligned. */
static inline Lane lane_at(const void *at)
{
    Lane lane;
    memcpy(&lane, at, sizeof(lane));
    return lane;
}

/* Sixteen times the same byte. */
static inline Lane lane_of(char byte)
{
    return (Lane){0} + (unsigned char) byte;
}

/* True when no byte of a comparison holds. */
static inline bool lane_is_empty(Lane found)
{
    uint64_t halves[2];
    memcpy(halves, &found, sizeof(halves));
    return (halves[0] | halves[1]) == 0;
}

#endif
