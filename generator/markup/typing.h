/* What people type before the parser sees it: a list marker in Persian or Arabic digits (`۱.`,
 * `۲)`; up to three digits, so a year never becomes a list) is rewritten as `1.`, because the
 * parser knows no other. Every offset in the rewritten text can be turned back into one of the
 * file, and the digits as typed are still there in the Source. Text without such markers is not
 * copied. */
#ifndef MARKUP_TYPING_H
#define MARKUP_TYPING_H

#include "base/source.h"

#define TYPING_MAX_DIGITS 3

/* The same numbers as DigitFamily of text/language.h, which this layer cannot see. */
typedef enum MarkerDigits {
    MARKER_LATN = 1,    /* 0–9 */
    MARKER_ARABEXT = 2, /* ۰–۹ */
    MARKER_ARAB = 3,    /* ٠–٩ */
} MarkerDigits;

typedef struct TypingEdit {
    uint32_t start;   /* of the digits, in the rewritten text */
    uint32_t count;   /* of digits: each was two bytes and is one */
    uint32_t removed; /* bytes removed up to the end of these digits */
} TypingEdit;

typedef struct Typing {
    const Source *source;
    uint32_t offset; /* in the file, of the first byte of the text */
    Slice text;      /* rewritten; a view into the source where there is no edit */
    uint32_t *lines; /* starts of the lines in `text`, and behind the last one its size */
    size_t line_count;
    size_t line_capacity;
    TypingEdit *edits;
    size_t edit_count;
    size_t edit_capacity;
    uint32_t max_containers; /* the most container markers at the start of one line */
    uint32_t deepest_line;   /* the line that has them */
} Typing;

void typing_prepare(Typing *typing, Arena *arena, Span body);

/* The offset in the file of an offset in the rewritten text. */
uint32_t typing_offset(const Typing *typing, uint32_t at);

/* A line, counted from 1, without its line break; an empty Slice past the end. */
Slice typing_line(const Typing *typing, uint32_t line);

/* Its first byte; the size of the text past the end. */
uint32_t typing_line_start(const Typing *typing, uint32_t line);

/* The family of the digits that stand at an offset of the file. */
MarkerDigits typing_digits(const Source *source, uint32_t offset);

/* Steps over container marks at the start of a line (spaces, `>`, bullets, numbers in any family,
 * `[^note]:`) and returns the offset behind them. */
size_t typing_skip_containers(Slice line);

#endif
