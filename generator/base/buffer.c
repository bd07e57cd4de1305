/* Output that grows in an arena up to a stated maximum. */
#include "base/buffer.h"

#include "base/arena.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>

#define MIN_CAPACITY 256
#define MAX_DIGITS 20

void buffer_init(Buffer *buffer, Arena *arena, size_t max_size)
{
    *buffer = (Buffer){.arena = arena, .max_size = max_size};
}

void buffer_clear(Buffer *buffer)
{
    buffer->size = 0;
    buffer->overflowed = false;
}

void buffer_truncate(Buffer *buffer, size_t size)
{
    assert(size <= buffer->size);
    buffer->size = size;
}

bool buffer_reserve(Buffer *buffer, size_t size)
{
    if (buffer->overflowed || size > buffer->max_size - buffer->size) {
        // Closes the fast paths as well, so that no later, shorter piece slips in behind the gap.
        buffer->overflowed = true;
        buffer->capacity = buffer->size;
        return false;
    }
    size_t needed = buffer->size + size;
    if (needed <= buffer->capacity)
        return true;
    size_t capacity = buffer->capacity < MIN_CAPACITY ? MIN_CAPACITY : buffer->capacity * 2;
    if (capacity < needed)
        capacity = needed;
    if (capacity > buffer->max_size)
        capacity = buffer->max_size;
    buffer->at = arena_extend_raw(buffer->arena, buffer->at, buffer->capacity, capacity, 1);
    buffer->capacity = capacity;
    return true;
}

void buffer_add_code_point(Buffer *buffer, uint32_t code_point)
{
    char bytes[UTF8_MAX_SIZE];
    buffer_add(buffer, (Slice){bytes, utf8_encode(code_point, bytes)});
}

void buffer_add_int(Buffer *buffer, int64_t value)
{
    char digits[MAX_DIGITS];
    size_t start = MAX_DIGITS;
    uint64_t rest = value < 0 ? -(uint64_t) value : (uint64_t) value;
    do {
        digits[--start] = (char) ('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (value < 0)
        digits[--start] = '-';
    buffer_add(buffer, (Slice){digits + start, MAX_DIGITS - start});
}

void buffer_print(Buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    assert(size >= 0);
    // vsnprintf ends its text with NUL: where there is no room for that, it goes by way of scratch.
    if ((size_t) size < buffer->capacity - buffer->size) {
        vsnprintf(buffer->at + buffer->size, (size_t) size + 1, format, again);
        buffer->size += (size_t) size;
    } else if (buffer_reserve(buffer, (size_t) size)) {
        ArenaMark mark = arena_mark(buffer->arena);
        char *text = arena_take_raw(buffer->arena, (size_t) size + 1, 1);
        vsnprintf(text, (size_t) size + 1, format, again);
        buffer_add(buffer, (Slice){text, (size_t) size});
        arena_rewind(buffer->arena, mark);
    }
    va_end(again);
}
