/* Sixteen bytes looked at together. GCC and clang make of it what the processor has: SSE2, NEON, or
 * plain words. A comparison gives 0xFF in each byte where it holds and 0 elsewhere. */
#ifndef BASE_LANE_H
#define BASE_LANE_H

#include <stdbool.h>
#include <stddef.h>
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

/* One bit for each byte of a comparison, the lowest for the first: set where it holds. */
static inline uint32_t lane_bits(Lane found)
{
    const Lane places = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    const Lane kept = found & places;
    uint64_t halves[2];
    memcpy(halves, &kept, sizeof(halves));
    // the highest byte of a product is the sum of all eight
    const uint64_t low = halves[0] * 0x0101010101010101 >> 56;
    const uint64_t high = halves[1] * 0x0101010101010101 >> 56;
    return (uint32_t) (low | high << 8);
}

/* Texts shorter than a lane: both their ends, which may overlap, without a way through memory. What
 * is left of the lane is 0. */
static inline Lane lane_of_ends(const char *at, size_t size)
{
    typedef uint64_t Halves __attribute__((vector_size(16)));
    typedef uint32_t Quarters __attribute__((vector_size(16)));
    if (size >= sizeof(uint64_t)) {
        uint64_t first, last;
        memcpy(&first, at, sizeof(first));
        memcpy(&last, at + size - sizeof(last), sizeof(last));
        return (Lane) (Halves){first, last};
    }
    if (size >= sizeof(uint32_t)) {
        uint32_t first, last;
        memcpy(&first, at, sizeof(first));
        memcpy(&last, at + size - sizeof(last), sizeof(last));
        return (Lane) (Quarters){first, last};
    }
    if (size == 0)
        return (Lane){0};
    return (Lane){(unsigned char) at[0], (unsigned char) at[size / 2],
                  (unsigned char) at[size - 1]};
}

/* Where in the text the byte `index` of lane_of_ends stands. */
static inline size_t lane_place_of_end(size_t index, size_t size)
{
    if (size < sizeof(uint32_t))
        return index < 2 ? index * (size / 2) : size - 1;
    const size_t end_size = size < sizeof(uint64_t) ? sizeof(uint32_t) : sizeof(uint64_t);
    return index < end_size ? index : size - 2 * end_size + index;
}

#endif
