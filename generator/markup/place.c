/* From the parser's content back to the bytes of the file. */
#include "markup/place.h"

#include "base/arena.h"

#include <string.h>

static size_t line_size(Slice content, size_t start)
{
    size_t size = 0;
    const Slice rest = slice_from(content, start);
    return slice_find_byte(rest, '\n', &size) ? size : rest.size;
}

/* The line of the file that ends with a line of content. Content that does not end with a line
 * break was cut off above a table, and has lost the blanks at its end. */
static Slice typed_line(const Typing *typing, uint32_t line, Slice content, size_t end)
{
    const Slice typed = typing_line(typing, line);
    return end >= content.size ? slice_trim_end(typed) : typed;
}

/* The parser may write a tab at the start of a continuation line as spaces. */
static Slice without_indent(Slice line)
{
    while (line.size > 0 && (line.at[0] == ' ' || line.at[0] == '\t'))
        line = slice_from(line, 1);
    return line;
}

/* Opens the line of the content at `start`. False where it is not the tail of that line of the
 * file. */
static bool open_line(Place *place, uint32_t line, uint32_t start)
{
    place->line = line;
    place->line_start = start;
    place->line_end = start + (uint32_t) line_size(place->content, start);
    const Slice typed = typed_line(place->typing, line, place->content, place->line_end);
    const uint32_t size = place->line_end - start;
    const Slice content = without_indent(slice_part(place->content, start, place->line_end));
    place->same_start = place->line_end - (uint32_t) content.size;
    place->text_start = typing_line_start(place->typing, line) + (uint32_t) typed.size - size;
    place->file_start = typing_offset(place->typing, place->text_start);
    place->is_plain =
        typing_offset(place->typing, place->text_start + size) == place->file_start + size;
    return slice_ends(typed, content);
}

/* Are the lines of the content the tails of lines of the file, from `line` on? The last one stays
 * open. */
static bool open_lines(Place *place, uint32_t line)
{
    uint32_t at = 0;
    do {
        if (line > place->typing->line_count || !open_line(place, line++, at))
            return false;
        at = place->line_end + 1;
    } while (at < place->content.size);
    return true;
}

void place_lines(Place *place, const Typing *typing, Slice content, uint32_t first, uint32_t last)
{
    *place = (Place){.typing = typing, .content = content};
    // A link definition at the top of a paragraph leaves its lines out of the content.
    for (uint32_t line = first; line > 0 && line <= last; line++) {
        if (!open_lines(place, line))
            continue;
        place->kind = PLACE_LINES;
        place->first_line = line;
        return;
    }
    place->is_plain = false;
    place->run_start = first > 0 ? typing_line_start(typing, first) : 0;
}

/* A run is one line. */
static void open_run(Place *place)
{
    const uint32_t size = (uint32_t) place->content.size;
    place->line_end = size;
    place->file_start = typing_offset(place->typing, place->run_start);
    place->is_plain =
        typing_offset(place->typing, place->run_start + size) == place->file_start + size;
}

void place_run(Place *place, const Typing *typing, Slice content, uint32_t start)
{
    *place = (Place){.typing = typing, .content = content, .run_start = start};
    const Slice typed = slice_part(typing->text, start, start + content.size);
    place->kind = slice_equal(typed, content) ? PLACE_RUN : PLACE_UNKNOWN;
    if (place->kind == PLACE_RUN)
        open_run(place);
}

void place_cell(Place *place, const Typing *typing, Slice content, Slice cell)
{
    *place = (Place){.typing = typing, .content = content};
    place->run_start = (uint32_t) (cell.at - typing->text.at);
    if (slice_equal(cell, content)) {
        place->kind = PLACE_RUN;
        open_run(place);
        return;
    }
    size_t read = 0;
    for (size_t at = 0; at < content.size; at++, read++) {
        const Slice rest = slice_from(cell, read);
        read += slice_starts(rest, SLICE("\\|")) ? 1 : 0;
        if (read >= cell.size || cell.at[read] != content.at[at])
            return;
    }
    place->kind = read == cell.size ? PLACE_CELL : PLACE_UNKNOWN;
}

static uint32_t lines_offset(Place *place, uint32_t at)
{
    if (at < place->line_start)
        open_line(place, place->first_line, 0);
    while (at > place->line_end) {
        if (place->line_end + 1 == place->content.size)
            return typing_line_start(place->typing, place->line + 1);
        open_line(place, place->line + 1, place->line_end + 1);
    }
    return place->text_start + at - place->line_start;
}

static uint32_t cell_offset(const Place *place, uint32_t at)
{
    uint32_t read = place->run_start;
    for (uint32_t i = 0; i < at; i++, read++) {
        const Slice rest = slice_from(place->typing->text, read);
        read += slice_starts(rest, SLICE("\\|")) ? 1 : 0;
    }
    return read;
}

uint32_t place_find_offset(Place *place, uint32_t at)
{
    uint32_t offset = place->run_start;
    switch (place->kind) {
    case PLACE_UNKNOWN:
        break;
    case PLACE_LINES:
        offset = lines_offset(place, at);
        break;
    case PLACE_RUN:
        offset += at;
        break;
    case PLACE_CELL:
        offset = cell_offset(place, at);
        break;
    }
    return typing_offset(place->typing, offset);
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Rewritten digits are one byte in the content and two in the file. */
static Slice restore_digits(Place *place, Arena *arena, uint32_t start, uint32_t end)
{
    const Slice file = place->typing->source->bytes;
    char *text = ARENA_ARRAY(arena, char, (size_t) 2 * (end - start));
    size_t size = 0;
    for (uint32_t at = start; at < end; at++) {
        const char byte = place->content.at[at];
        const uint32_t offset = place_offset(place, at);
        if (is_digit(byte) && offset < file.size && file.at[offset] != byte) {
            memcpy(text + size, file.at + offset, 2);
            size += 2;
        } else {
            text[size++] = byte;
        }
    }
    return (Slice){text, size};
}

Slice place_text(Place *place, Arena *arena, uint32_t start, uint32_t end)
{
    const uint32_t from = place_offset(place, start);
    if (place->is_plain && start >= place->same_start && start < end && end <= place->line_end)
        return (Slice){place->typing->source->bytes.at + from, end - start};
    const Slice content = slice_part(place->content, start, end);
    if (place->kind == PLACE_UNKNOWN || content.size == 0)
        return slice_copy(arena, content);
    const uint32_t to = place_offset(place, end);
    const Slice typed = slice_part(place->typing->source->bytes, from, to);
    if (slice_equal(typed, content))
        return typed;
    if (place->typing->edit_count == 0)
        return slice_copy(arena, content);
    // Without a break inside, longer bytes in the file are the digits as typed.
    if (place->kind == PLACE_LINES && !slice_find_byte(content, '\n', &(size_t){0}))
        return typed;
    return restore_digits(place, arena, start, end);
}
