/* One tag of hand-written HTML, and the text inside its values: the inner half of markup/tidy, with
 * the state both halves share. Functions that read return false after they have reported. */
#ifndef MARKUP_TAG_H
#define MARKUP_TAG_H

#include "markup/decode.h"

typedef enum TagFault {
    FAULT_UNCLOSED,
    FAULT_NEVER_CLOSED,
    FAULT_END,
    FAULT_VALUE,
    FAULT_BARE,
    FAULT_NAME,
    FAULT_TAG_NAME,
    FAULT_TWICE,
    FAULT_ENTITY,
    FAULT_CASE,
    FAULT_EMPTY,
    FAULT_OPEN,
    FAULT_FOREIGN,
    FAULT_LESS,
    FAULT_DEPTH,
    FAULT_ATTRIBUTES,
    FAULT_VALUE_SIZE,
} TagFault;

typedef struct OpenElement {
    Slice name;
    size_t start; /* of its tag in the text */
} OpenElement;

typedef struct Tidy {
    Arena *arena;
    Report *report;
    const TidyInput *input;
    Tidied *tidied;
    Buffer xml;
    Decoder decoder;
    Slice text;
    size_t at;
    OpenElement open[TIDY_MAX_DEPTH];
    size_t depth;
    size_t foreign_depth; /* of the open svg or math; 0: none */
    bool is_broken;
} Tidy;

/* The tag that is being read. */
typedef struct Tag {
    size_t start;
    Slice name;
    bool is_foreign;
    bool is_slashed; /* "/>" */
    TidyEvent event;
} Tag;

/* Reports `rest` (words, other span, edits) for a place in the text; always false. */
bool tag_fail(Tidy *tidy, TagFault fault, size_t start, size_t end, Diagnostic rest);

/* The same, with the text that mends the place. */
bool tag_fail_with_fix(Tidy *tidy, TagFault fault, Slice place, Diagnostic rest, Slice text);

/* For a thing that never ends: it is shown by its first bytes. */
bool tag_fail_open(Tidy *tidy, size_t start, size_t size);

/* The name of an element, with its case checked. */
bool tag_read_name(Tidy *tidy, Slice *ret_name);

/* White space inside a tag is written as it stands, so that no newline is lost. */
void tag_skip_space(Tidy *tidy);

/* Everything from behind the name to behind the ">". */
bool tag_read_attributes(Tidy *tidy, Tag *tag);

/* Text, entities and expressions up to the next tag or, in a value, up to `limit`. */
bool tag_read_text(Tidy *tidy, size_t limit, bool is_value);

bool tag_is_foreign_root(Slice name); /* svg or math */

/* NUL past the end. */
static inline char tag_byte(const Tidy *tidy, size_t at)
{
    return at < tidy->text.size ? tidy->text.at[at] : '\0';
}

static inline bool tag_is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

#endif
