/* A Buffer is text that grows in an arena up to a maximum stated at its birth. Past the maximum
 * nothing more is added and `overflowed` says so: the caller reports the limit by name. A Slice of
 * a Buffer ends with the next add. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include "base/slice.h"

#include <string.h>

typedef struct Buffer {
    Arena *arena;
    char *at;
    size_t size;
    size_t capacity;
    size_t max_size;
    bool overflowed;
} Buffer;

void buffer_init(Buffer *buffer, Arena *arena, size_t max_size);

/* Forgets the text and keeps the memory. */
void buffer_clear(Buffer *buffer);

/* Cuts the text back to `size`. */
void buffer_truncate(Buffer *buffer, size_t size);

/* Room for `size` more bytes; false past the maximum. */
bool buffer_reserve(Buffer *buffer, size_t size);

static inline void buffer_add(Buffer *buffer, Slice text)
{
    if (buffer->capacity - buffer->size < text.size && !buffer_reserve(buffer, text.size))
        return;
    if (text.size > 0)
        memcpy(buffer->at + buffer->size, text.at, text.size);
    buffer->size += text.size;
}

static inline void buffer_add_byte(Buffer *buffer, char byte)
{
    if (buffer->capacity == buffer->size && !buffer_reserve(buffer, 1))
        return;
    buffer->at[buffer->size++] = byte;
}

void buffer_add_code_point(Buffer *buffer, uint32_t code_point);
void buffer_add_int(Buffer *buffer, int64_t value);
void buffer_print(Buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));

static inline Slice buffer_slice(const Buffer *buffer)
{
    return (Slice){buffer->at, buffer->size};
}

#endif
