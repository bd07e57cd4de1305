/* Cuts a line of YAML as typed into its pieces, for the doctor and for editors of front matter. */
#include "markup/entry.h"

#include "base/buffer.h"

#include <string.h>

size_t entry_quoted_size(Slice text)
{
    const char quote = text.at[0];
    for (size_t i = 1; i < text.size; i++) {
        const bool is_doubled =
            quote == '\'' && text.at[i] == quote && i + 1 < text.size && text.at[i + 1] == quote;
        if (is_doubled || (quote == '"' && text.at[i] == '\\'))
            i++;
        else if (text.at[i] == quote)
            return i + 1;
    }
    return 0;
}

size_t entry_bracket_size(Slice text)
{
    size_t depth = 0;
    for (size_t i = 0; i < text.size; i++) {
        const char byte = text.at[i];
        const bool is_start = i == 0 || strchr(" \n[{,:", text.at[i - 1]) != NULL;
        if (is_start && (byte == '"' || byte == '\'')) {
            const size_t size = entry_quoted_size(slice_from(text, i));
            if (size == 0)
                return 0;
            i += size - 1;
        } else if (byte == '[' || byte == '{') {
            depth++;
        } else if ((byte == ']' || byte == '}') && --depth == 0) {
            return i + 1;
        }
    }
    return 0;
}

Slice entry_without_comment(Slice text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.at[i] == '#' && (i == 0 || entry_is_blank(text.at[i - 1])))
            return slice_trim(slice_to(text, i));
    return slice_trim(text);
}

bool entry_has_colon(Slice text, size_t i)
{
    return i < text.size && text.at[i] == ':' &&
           (i + 1 == text.size || entry_is_blank(text.at[i + 1]));
}

/* Where the colon behind the key stands; text.size: there is none. */
static size_t find_key_colon(Slice text)
{
    const char first = entry_first(text);
    if (first == '[' || first == '{')
        return text.size;
    size_t start = first == '"' || first == '\'' ? entry_quoted_size(text) : 0;
    if (start > 0) {
        while (start < text.size && entry_is_blank(text.at[start]))
            start++;
        return entry_has_colon(text, start) ? start : text.size;
    }
    for (size_t i = 0; i < text.size; i++) {
        if (text.at[i] == '#' && i > 0 && entry_is_blank(text.at[i - 1]))
            return text.size;
        if (entry_has_colon(text, i))
            return i;
    }
    return text.size;
}

Entry entry_split(Slice text)
{
    Entry line = {.text = text};
    size_t indent = 0;
    while (indent < text.size && entry_is_blank(text.at[indent]))
        indent++;
    line.indent = slice_to(text, indent);
    line.body = slice_trim(slice_from(text, indent));
    while (slice_starts(line.body, SLICE("- ")) || slice_equal(line.body, SLICE("-"))) {
        line.is_item = true;
        line.body = slice_trim(slice_from(line.body, 1));
    }
    line.value = line.body;
    const size_t colon = find_key_colon(line.body);
    if (colon < line.body.size) {
        line.key = slice_trim(slice_to(line.body, colon));
        line.value = slice_trim(slice_from(line.body, colon + 1));
    }
    const char first = entry_first(line.value);
    if (first != '"' && first != '\'' && first != '[' && first != '{')
        line.value = entry_without_comment(line.value);
    return line;
}

Slice entry_quote(Arena *arena, Slice value)
{
    const bool is_plain =
        !slice_contains(value, SLICE("\"")) && !slice_contains(value, SLICE("\\"));
    const bool is_single = !is_plain && !slice_contains(value, SLICE("'"));
    Buffer buffer;
    buffer_init(&buffer, arena, 2 * value.size + 2);
    buffer_add_byte(&buffer, is_single ? '\'' : '"');
    for (size_t i = 0; i < value.size; i++) {
        if (!is_single && (value.at[i] == '"' || value.at[i] == '\\'))
            buffer_add_byte(&buffer, '\\');
        buffer_add_byte(&buffer, value.at[i]);
    }
    buffer_add_byte(&buffer, is_single ? '\'' : '"');
    return buffer_slice(&buffer);
}
