/* A Slice is a view of bytes that somebody else owns: it lives as long as what it points into.
 * It is never ended by NUL. Text slices hold valid UTF-8 once parse has checked the source.
 * The zero Slice is the empty text. Nothing here allocates, except slice_copy and slice_join. */
#ifndef BASE_SLICE_H
#define BASE_SLICE_H

#include "base/lane.h"

typedef struct Arena Arena;

typedef struct Slice {
    const char *at;
    size_t size; /* in bytes */
} Slice;

#define SLICE(literal) ((Slice){("" literal), sizeof(literal) - 1})
#define SLICE_INIT(literal)                                                                        \
    {                                                                                              \
        ("" literal), sizeof(literal) - 1                                                          \
    }

/* For printf: printf("%.*s", SLICE_FORMAT(name)). */
#define SLICE_FORMAT(slice) (int) (slice).size, (slice).at

Slice slice_of_string(const char *string);
Slice slice_between(const char *start, const char *end);

bool slice_equal(Slice a, Slice b);
bool slice_equal_ascii_case(Slice a, Slice b); /* A–Z and a–z count as equal */
int slice_compare(Slice a, Slice b);           /* byte order, the shorter first */
bool slice_starts(Slice slice, Slice prefix);
bool slice_ends(Slice slice, Slice suffix);
bool slice_find(Slice slice, Slice needle, size_t *ret_offset);
bool slice_find_byte(Slice slice, char byte, size_t *ret_offset);
bool slice_find_last_byte(Slice slice, char byte, size_t *ret_offset);
bool slice_contains(Slice slice, Slice needle);
bool slice_is_ascii(Slice slice);
bool slice_find_beyond_ascii(Slice slice, size_t *ret_offset); /* the first byte that is none */

/* The first byte that is one of four, none of them NUL; looks at 16 bytes at a time. */
bool slice_find_lanes(Slice slice, Lane a, Lane b, Lane c, Lane d, size_t *ret_offset);
static inline bool slice_find_any(Slice slice, const char bytes[4], size_t *ret_offset)
{
    return slice_find_lanes(slice, lane_of(bytes[0]), lane_of(bytes[1]), lane_of(bytes[2]),
                            lane_of(bytes[3]), ret_offset);
}

/* Parts; offsets past the end are held to the end. */
Slice slice_from(Slice slice, size_t start);
Slice slice_to(Slice slice, size_t end);
Slice slice_part(Slice slice, size_t start, size_t end);

/* Splits at the first separator. Without one the whole is `before`, `after` is empty, and it is
 * false. */
bool slice_cut(Slice slice, char separator, Slice *ret_before, Slice *ret_after);

/* Takes the next line, without its "\n" or "\r\n", off the front of *rest; false when nothing is
 * left. */
bool slice_cut_line(Slice *rest, Slice *ret_line);

/* ASCII white space: space, tab, CR, LF, FF. */
Slice slice_trim(Slice slice);
Slice slice_trim_start(Slice slice);
Slice slice_trim_end(Slice slice);

/* A decimal number of ASCII digits with an optional sign, and nothing else. */
bool slice_to_int(Slice slice, int64_t *ret_value);

uint64_t slice_hash(Slice slice);

Slice slice_copy(Arena *arena, Slice slice);
Slice slice_join(Arena *arena, const Slice *parts, size_t count, Slice separator);

/* printf into an arena. */
Slice slice_print(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
