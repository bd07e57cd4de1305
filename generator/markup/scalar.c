/* From the letters of a YAML scalar to the bytes of its file. */
#include "markup/scalar.h"

#include "base/utf8.h"

#include <assert.h>

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* What stands between the marks around a scalar: quotes, or the line that opens a block. */
static Slice inner(Slice raw, char *ret_style)
{
    const char first = raw.size > 0 ? raw.at[0] : '\0';
    *ret_style = first == '"' || first == '\'' ? first : '\0';
    if (*ret_style != '\0')
        return raw.size > 1 ? slice_part(raw, 1, raw.size - 1) : (Slice){0};
    Slice line;
    if (first == '|' || first == '>')
        slice_cut_line(&raw, &line);
    return raw;
}

/* Behind the white space at `at`: with `is_letter` always, else only when a line ends in it. */
static size_t skip_space(Slice raw, size_t at, bool is_letter)
{
    bool has_newline = false;
    size_t end = at;
    for (; end < raw.size && is_space(raw.at[end]); end++)
        has_newline |= raw.at[end] == '\n';
    return has_newline || is_letter ? end : at;
}

/* How many bytes the escape at `at` takes; 0 when there is none. */
static size_t escape_size(const ScalarWalk *walk)
{
    const Slice rest = slice_from(walk->raw, walk->raw_at);
    if (walk->style == '\'')
        return slice_starts(rest, SLICE("''")) ? 2 : 0;
    if (walk->style != '"' || rest.size < 2 || rest.at[0] != '\\')
        return 0;
    const size_t size = rest.at[1] == 'x' ? 4 : rest.at[1] == 'u' ? 6 : rest.at[1] == 'U' ? 10 : 2;
    return size < rest.size ? size : rest.size;
}

static bool is_line_joined(const ScalarWalk *walk)
{
    const Slice rest = slice_from(walk->raw, walk->raw_at);
    return walk->style == '"' && rest.size > 1 && rest.at[0] == '\\' &&
           (rest.at[1] == '\n' || rest.at[1] == '\r');
}

/* Passes one letter of the text; true when it stands in the file as it is. */
static bool step(ScalarWalk *walk)
{
    size_t next = walk->text_at;
    utf8_next(walk->value->text, &next);
    const Slice letter = slice_part(walk->value->text, walk->text_at, next);
    const bool is_white = is_space(letter.at[0]);
    walk->text_at = next;
    walk->letter++;
    while (is_line_joined(walk))
        walk->raw_at = skip_space(walk->raw, walk->raw_at + 1, true);
    const size_t behind = skip_space(walk->raw, walk->raw_at, !is_white);
    const bool is_folded = is_white && behind > walk->raw_at;
    walk->raw_at = walk->letter_at = behind;
    const size_t escaped = escape_size(walk);
    if (walk->is_lost || is_folded)
        return false;
    if (escaped == 0 && slice_starts(slice_from(walk->raw, behind), letter)) {
        walk->raw_at += letter.size;
        return true;
    }
    walk->raw_at += escaped;
    walk->is_lost = escaped == 0 && !is_white; // white space may have been folded already
    return false;
}

void scalar_walk_init(ScalarWalk *walk, const Value *value, Slice text)
{
    assert(text.size == 0 ||
           (text.at >= value->text.at && text.at + text.size <= value->text.at + value->text.size));
    *walk = (ScalarWalk){.value = value, .text = text};
    walk->raw = inner(span_text(value->span), &walk->style);
    while (text.size > 0 && value->text.at + walk->text_at < text.at)
        step(walk);
    walk->letter = 0;
}

static uint32_t place_of(const ScalarWalk *walk, size_t at)
{
    return (uint32_t) (walk->raw.at + at - walk->value->span.source->bytes.at);
}

bool scalar_find(ScalarWalk *walk, size_t start, size_t end, Span *ret_span)
{
    if (walk->letter > start)
        scalar_walk_init(walk, walk->value, walk->text);
    const size_t limit = walk->value->text.size;
    while (walk->letter < start && walk->text_at < limit)
        step(walk);
    bool is_exact = !walk->is_lost;
    *ret_span = (Span){.source = walk->value->span.source, .start = place_of(walk, walk->raw_at)};
    for (size_t i = start; i < end && walk->text_at < limit; i++) {
        is_exact = step(walk) && is_exact;
        if (i == start)
            ret_span->start = place_of(walk, walk->letter_at);
    }
    ret_span->end = place_of(walk, walk->raw_at);
    return is_exact;
}
