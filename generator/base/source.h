/* A Source is a loaded file. A Span is a half-open range of its bytes: byte offsets from 0 in the
 * file on disk, a byte order mark and front matter included. Lines and columns are worked out only
 * when something is printed. */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

#include "base/arena.h"

typedef struct Report Report;

typedef struct Source {
    Slice path;     /* as shown to people: relative to the site's folder, with "/" */
    Slice bytes;    /* valid UTF-8 unless is_unread */
    bool is_unread; /* source_read has reported why; nothing is known of what the file holds */
} Source;

typedef struct Span {
    const Source *source; /* NULL: no place */
    uint32_t start;
    uint32_t end;
} Span;

typedef struct Position {
    uint32_t line;   /* from 1 */
    uint32_t column; /* from 1, in code points */
} Position;

Span span_of(const Source *source, Slice part); /* `part` must be a view into source->bytes */
Slice span_text(Span span);
Span span_whole(const Source *source); /* the place of a whole file: its first byte */

Position source_position(const Source *source, uint32_t offset);
Slice source_line(const Source *source, uint32_t offset,
                  uint32_t *ret_start); /* without its line break */

/* Reads `folder`/`path` whole and checks it: at most max_size bytes, valid UTF-8, no control
 * characters, no bidi controls (persian 13). Every fault is reported (system/read, system/size,
 * text/encoding, text/control, text/bidi-control) and makes it false; *ret_source is set even then,
 * as a source that is_unread. */
bool source_read(Arena *arena, Slice folder, Slice path, size_t max_size, Report *report,
                 Source **ret_source);

/* The bytes alone, unchecked: for who wants to know how many there are before they settle. */
bool source_load(Arena *arena, Slice folder, Slice path, size_t max_size, Report *report,
                 Slice *ret_bytes);

/* A Source of bytes already in memory, for tests and made text; nothing is checked. */
Source *source_new(Arena *arena, Slice path, Slice bytes);

/* The checks of source_read on bytes that are already there. */
bool source_check(const Source *source, Report *report);

#endif
