/* Where the content of one block stands in the file. The parser reads the lines of a block without
 * what containers put before them, joined by "\n"; a table cell without the backslash of `\|`. A
 * Place turns an offset in that content into one of the file. It never trusts a column of the
 * parser: a line of content must be the tail of a line of the file, else the place is unknown. */
#ifndef MARKUP_PLACE_H
#define MARKUP_PLACE_H

#include "markup/typing.h"

typedef enum PlaceKind {
    PLACE_UNKNOWN,
    PLACE_LINES, /* each line of content ends where a line of the file ends */
    PLACE_RUN,   /* one run of bytes */
    PLACE_CELL,  /* one run, with backslashes before pipes left out */
} PlaceKind;

typedef struct Place {
    const Typing *typing;
    Slice content;
    PlaceKind kind;
    uint32_t first_line;
    uint32_t run_start; /* in the rewritten text */
    /* the line looked at last */
    uint32_t line;
    uint32_t line_start, line_end; /* in the content */
    uint32_t same_start;           /* from here on the file has the same bytes */
    uint32_t text_start;           /* in the rewritten text */
    uint32_t file_start;           /* in the file, where nothing in the line was rewritten */
    bool is_plain;                 /* nothing was */
} Place;

/* Looks for the lines of the content between two lines of the file, counted from 1. */
void place_lines(Place *place, const Typing *typing, Slice content, uint32_t first, uint32_t last);

/* Content that stands in one run at an offset of the rewritten text. */
void place_run(Place *place, const Typing *typing, Slice content, uint32_t start);

/* The content of a table cell, typed as `cell`, a view into the rewritten text. */
void place_cell(Place *place, const Typing *typing, Slice content, Slice cell);

/* The offset in the file; the same for every place in content that was not found. Nearly every
 * question is about the line of the last one. */
uint32_t place_find_offset(Place *place, uint32_t at);

static inline uint32_t place_offset(Place *place, uint32_t at)
{
    if (place->is_plain && at >= place->line_start && at <= place->line_end)
        return place->file_start + at - place->line_start;
    return place_find_offset(place, at);
}

/* A part of the content with the digits as typed: a view into the source where the bytes stand
 * there in one run, else in the arena. */
Slice place_text(Place *place, Arena *arena, uint32_t start, uint32_t end);

#endif
