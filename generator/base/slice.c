/* Views of bytes: compare, cut, trim, search, hash. */
#include "base/slice.h"

#include "base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

Slice slice_of_string(const char *string)
{
    return string != NULL ? (Slice){string, strlen(string)} : (Slice){0};
}

Slice slice_between(const char *start, const char *end)
{
    assert(start <= end);
    return (Slice){start, (size_t) (end - start)};
}

bool slice_equal(Slice a, Slice b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.at, b.at, a.size) == 0);
}

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char) (byte - 'A' + 'a') : byte;
}

bool slice_equal_ascii_case(Slice a, Slice b)
{
    if (a.size != b.size)
        return false;
    for (size_t i = 0; i < a.size; i++) {
        if (lower(a.at[i]) != lower(b.at[i]))
            return false;
    }
    return true;
}

int slice_compare(Slice a, Slice b)
{
    size_t shared = a.size < b.size ? a.size : b.size;
    int order = shared > 0 ? memcmp(a.at, b.at, shared) : 0;
    if (order != 0)
        return order < 0 ? -1 : 1;
    return (a.size > b.size) - (a.size < b.size);
}

bool slice_starts(Slice slice, Slice prefix)
{
    return slice.size >= prefix.size && slice_equal(slice_to(slice, prefix.size), prefix);
}

bool slice_ends(Slice slice, Slice suffix)
{
    return slice.size >= suffix.size &&
           slice_equal(slice_from(slice, slice.size - suffix.size), suffix);
}

bool slice_find(Slice slice, Slice needle, size_t *ret_offset)
{
    if (needle.size > slice.size)
        return false;
    size_t offset = 0;
    if (needle.size > 0) {
        const char *found = memmem(slice.at, slice.size, needle.at, needle.size);
        if (found == NULL)
            return false;
        offset = (size_t) (found - slice.at);
    }
    *ret_offset = offset;
    return true;
}

bool slice_find_byte(Slice slice, char byte, size_t *ret_offset)
{
    const char *found = slice.size > 0 ? memchr(slice.at, byte, slice.size) : NULL;
    if (found == NULL)
        return false;
    *ret_offset = (size_t) (found - slice.at);
    return true;
}

/* The first byte of the lane that is one of the wanted ones; its size where none is. */
static inline size_t find_in_lane(Lane lane, Lane a, Lane b, Lane c, Lane d)
{
    const Lane found = (Lane) ((lane == a) | (lane == b) | (lane == c) | (lane == d));
    return lane_is_empty(found) ? sizeof(lane) : (size_t) __builtin_ctz(lane_bits(found));
}

bool slice_find_lanes(Slice slice, Lane a, Lane b, Lane c, Lane d, size_t *ret_offset)
{
    size_t step;
    if (slice.size < sizeof(Lane)) {
        step = find_in_lane(lane_of_ends(slice.at, slice.size), a, b, c, d);
        if (step < sizeof(Lane))
            *ret_offset = lane_place_of_end(step, slice.size);
        return step < sizeof(Lane);
    }
    const size_t last = slice.size - sizeof(Lane);
    for (size_t i = 0;; i += sizeof(Lane)) {
        // the last lane ends where the text ends, and shares with the one before what holds none
        i = i < last ? i : last;
        step = find_in_lane(lane_at(slice.at + i), a, b, c, d);
        if (step < sizeof(Lane)) {
            *ret_offset = i + step;
            return true;
        }
        if (i == last)
            return false;
    }
}

bool slice_find_last_byte(Slice slice, char byte, size_t *ret_offset)
{
    const char *found = slice.size > 0 ? memrchr(slice.at, byte, slice.size) : NULL;
    if (found == NULL)
        return false;
    *ret_offset = (size_t) (found - slice.at);
    return true;
}

bool slice_contains(Slice slice, Slice needle)
{
    size_t offset;
    return slice_find(slice, needle, &offset);
}

bool slice_find_beyond_ascii(Slice slice, size_t *ret_offset)
{
    size_t i = 0;
    for (uint64_t word; i + sizeof(word) <= slice.size; i += sizeof(word)) {
        memcpy(&word, slice.at + i, sizeof(word));
        if (word & 0x8080808080808080u)
            break;
    }
    while (i < slice.size && (unsigned char) slice.at[i] < 0x80)
        i++;
    if (i < slice.size)
        *ret_offset = i;
    return i < slice.size;
}

bool slice_is_ascii(Slice slice)
{
    size_t offset;
    return !slice_find_beyond_ascii(slice, &offset);
}

Slice slice_from(Slice slice, size_t start)
{
    if (start > slice.size)
        start = slice.size;
    return start > 0 ? (Slice){slice.at + start, slice.size - start} : slice;
}

Slice slice_to(Slice slice, size_t end)
{
    return (Slice){slice.at, end < slice.size ? end : slice.size};
}

Slice slice_part(Slice slice, size_t start, size_t end)
{
    return slice_from(slice_to(slice, end), start);
}

bool slice_cut(Slice slice, char separator, Slice *ret_before, Slice *ret_after)
{
    size_t offset = slice.size;
    bool found = slice_find_byte(slice, separator, &offset);
    *ret_before = slice_to(slice, offset);
    *ret_after = slice_from(slice, found ? offset + 1 : offset);
    return found;
}

bool slice_cut_line(Slice *rest, Slice *ret_line)
{
    if (rest->size == 0)
        return false;
    Slice line;
    slice_cut(*rest, '\n', &line, rest);
    if (line.size > 0 && line.at[line.size - 1] == '\r')
        line.size--;
    *ret_line = line;
    return true;
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n' || byte == '\f';
}

Slice slice_trim_start(Slice slice)
{
    size_t start = 0;
    while (start < slice.size && is_space(slice.at[start]))
        start++;
    return slice_from(slice, start);
}

Slice slice_trim_end(Slice slice)
{
    while (slice.size > 0 && is_space(slice.at[slice.size - 1]))
        slice.size--;
    return slice;
}

Slice slice_trim(Slice slice)
{
    return slice_trim_start(slice_trim_end(slice));
}

bool slice_to_int(Slice slice, int64_t *ret_value)
{
    size_t i = slice.size > 0 && (slice.at[0] == '-' || slice.at[0] == '+');
    bool is_negative = i > 0 && slice.at[0] == '-';
    if (i == slice.size)
        return false;
    int64_t value = 0; // kept negative: the range below zero is larger by one
    for (; i < slice.size; i++) {
        if (slice.at[i] < '0' || slice.at[i] > '9' || __builtin_mul_overflow(value, 10, &value) ||
            __builtin_sub_overflow(value, slice.at[i] - '0', &value))
            return false;
    }
    if (!is_negative && value == INT64_MIN)
        return false;
    *ret_value = is_negative ? value : -value;
    return true;
}

/* Multiply and fold, eight bytes at a time. The value stays inside one run, so the order of bytes
 * in the machine does not matter. */
uint64_t slice_hash(Slice slice)
{
    const uint64_t factor = 0x9E3779B97F4A7C15u;
    uint64_t hash = slice.size * factor;
    size_t i = 0;
    for (; i + 8 <= slice.size; i += 8) {
        uint64_t word;
        memcpy(&word, slice.at + i, 8);
        hash = (hash ^ word) * factor;
        hash ^= hash >> 29;
    }
    if (i < slice.size) {
        uint64_t word = 0;
        memcpy(&word, slice.at + i, slice.size - i);
        hash = (hash ^ word) * factor;
    }
    hash ^= hash >> 32;
    hash *= factor;
    return hash ^ hash >> 29;
}

Slice slice_copy(Arena *arena, Slice slice)
{
    if (slice.size == 0)
        return (Slice){0};
    char *at = arena_take_raw(arena, slice.size, 1);
    memcpy(at, slice.at, slice.size);
    return (Slice){at, slice.size};
}

Slice slice_join(Arena *arena, const Slice *parts, size_t count, Slice separator)
{
    size_t size = count > 1 ? separator.size * (count - 1) : 0;
    for (size_t i = 0; i < count; i++)
        size += parts[i].size;
    if (size == 0)
        return (Slice){0};
    char *start = arena_take_raw(arena, size, 1);
    char *at = start;
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && separator.size > 0)
            at = mempcpy(at, separator.at, separator.size);
        if (parts[i].size > 0)
            at = mempcpy(at, parts[i].at, parts[i].size);
    }
    return (Slice){start, size};
}

Slice slice_print(Arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    assert(size >= 0);
    char *at = arena_take_raw(arena, (size_t) size + 1, 1);
    vsnprintf(at, (size_t) size + 1, format, again);
    va_end(again);
    return (Slice){at, (size_t) size};
}
