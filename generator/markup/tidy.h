/* Makes hand-written HTML readable as XML: comments are emptied, void elements closed, attributes
 * that stand alone get a value, entities become characters, "&" and "<" in expressions are escaped,
 * and all of it stands in one synthetic root. No newline is added or removed. Faults of form are
 * found here, where the bytes are known: tags that do not match, values without quotes, unknown
 * entities. Only the first one is reported, as template/… or markdown/html-… by mode.
 *
 * Beside the XML stands a table of where everything was typed. An event is a start or an end tag;
 * the text between two events is the run of the first one. Event 0 is the start of the root.
 *
 *   <p>a&amp;b<br>c</p>       0 root  1 <p> "a&b"  2 <br> "c"  3 </p> ""               */
#ifndef MARKUP_TIDY_H
#define MARKUP_TIDY_H

#include "base/report.h"

#define TIDY_MAX_DEPTH 100
#define TIDY_MAX_ATTRIBUTES 100 /* of one tag */
#define TIDY_MAX_VALUE_SIZE 65536

typedef enum TidyMode {
    TIDY_TEMPLATE, /* with expressions and t- elements */
    TIDY_CONTENT,  /* a fragment of raw HTML in Markdown */
    TIDY_TAG,      /* one single tag of an inline fragment in Markdown; need not match anything */
} TidyMode;

/* What is tidied. `text` may differ from the bytes of the span where Markdown took line prefixes
 * off ("> "); each of its lines is then the end of a line of the span. */
typedef struct TidyInput {
    Span span;
    Slice text;
    TidyMode mode;
} TidyInput;

/* From here on, byte for byte, text lies in the file from `source` on. */
typedef struct TidyShift {
    uint32_t text;
    uint32_t source;
} TidyShift;

typedef struct TidyRun {
    uint32_t start, end; /* bytes of the file */
    uint32_t text_size;  /* decoded */
    uint32_t first_shift, shift_count;
} TidyRun;

typedef struct TidyAttribute {
    uint32_t name_start, name_end;
    TidyRun value; /* without the quotes */
    bool is_bare;
} TidyAttribute;

typedef struct TidyEvent {
    uint32_t start, end; /* "<" and behind ">" */
    bool is_end;
    bool is_empty; /* a void element, or "/>": no end tag comes */
    uint32_t first_attribute, attribute_count;
    TidyRun run; /* the text behind this tag */
} TidyEvent;

typedef struct Tidied {
    const Source *source;
    Slice xml;
    TidyEvent *events;
    size_t event_count, event_capacity;
    TidyAttribute *attributes;
    size_t attribute_count, attribute_capacity;
    TidyShift *shifts;
    size_t shift_count, shift_capacity;
} Tidied;

bool tidy_read(Arena *arena, const TidyInput *input, Report *report, Tidied *ret_tidied);

#endif
