/* Between the file and the Markdown parser: rewrites list markers and remembers where. */
#include "markup/typing.h"

#include "base/arena.h"

#include <assert.h>
#include <string.h>

#define MIN_LINES 32
#define MEAN_LINE_SIZE 48 /* a guess; Persian prose has two bytes a letter */

static void add_line(Typing *typing, Arena *arena, uint32_t start)
{
    if (typing->line_count == typing->line_capacity)
        typing->lines = arena_grow(arena, typing->lines, sizeof(uint32_t), typing->line_count,
                                   &typing->line_capacity);
    typing->lines[typing->line_count++] = start;
}

/* The end of the line break that ends the line at `at`, as the parser sees it: LF, CRLF or CR. */
static size_t after_line(Slice text, size_t at, bool has_return)
{
    const char *newline = memchr(text.at + at, '\n', text.size - at);
    const size_t end = newline != NULL ? (size_t) (newline - text.at) : text.size;
    if (has_return) {
        const char *back = memchr(text.at + at, '\r', end - at);
        if (back != NULL && (size_t) (back - text.at) + 1 < end)
            return (size_t) (back - text.at) + 1;
    }
    return newline != NULL ? end + 1 : end;
}

static void find_lines(Typing *typing, Arena *arena)
{
    const Slice text = typing->text;
    typing->line_capacity = text.size / MEAN_LINE_SIZE + MIN_LINES;
    typing->lines = ARENA_ARRAY(arena, uint32_t, typing->line_capacity);
    const bool has_return = text.size > 0 && memchr(text.at, '\r', text.size) != NULL;
    for (size_t at = 0; at < text.size; at = after_line(text, at, has_return))
        add_line(typing, arena, (uint32_t) at);
    add_line(typing, arena, (uint32_t) text.size);
    typing->line_count--;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static bool ends_marker(Slice line, size_t at)
{
    return at >= line.size || is_blank(line.at[at]) || line.at[at] == '\n' || line.at[at] == '\r';
}

/* The family of a two-byte digit; MARKER_LATN where there is none. */
static MarkerDigits wide_digit(Slice line, size_t at)
{
    if (at + 1 >= line.size)
        return MARKER_LATN;
    const unsigned char first = (unsigned char) line.at[at];
    const unsigned char second = (unsigned char) line.at[at + 1];
    if (first == 0xDB && second >= 0xB0 && second <= 0xB9)
        return MARKER_ARABEXT;
    if (first == 0xD9 && second >= 0xA0 && second <= 0xA9)
        return MARKER_ARAB;
    return MARKER_LATN;
}

/* The size of the digits of `۱۲.` at `at`, 0 where there is no such marker. */
static size_t wide_marker(Slice line, size_t at)
{
    const MarkerDigits family = wide_digit(line, at);
    if (family == MARKER_LATN)
        return 0;
    size_t size = 0;
    while (wide_digit(line, at + size) == family)
        size += 2;
    const size_t end = at + size;
    if (size > (size_t) 2 * TYPING_MAX_DIGITS || end >= line.size)
        return 0;
    const bool is_marker =
        (line.at[end] == '.' || line.at[end] == ')') && ends_marker(line, end + 1);
    return is_marker ? size : 0;
}

/* The size of `-`, `12.` or `[^note]:`; 0 where there is none. */
static size_t plain_marker(Slice line, size_t at)
{
    const char first = line.at[at];
    if (first == '-' || first == '*' || first == '+')
        return ends_marker(line, at + 1) ? 1 : 0;
    if (first == '[' && at + 1 < line.size && line.at[at + 1] == '^') {
        size_t close = 0;
        const Slice rest = slice_from(line, at);
        return slice_find(rest, SLICE("]:"), &close) ? close + 2 : 0;
    }
    size_t size = 0;
    while (at + size < line.size && line.at[at + size] >= '0' && line.at[at + size] <= '9')
        size++;
    const size_t end = at + size;
    if (size == 0 || end >= line.size || (line.at[end] != '.' && line.at[end] != ')'))
        return 0;
    return ends_marker(line, end + 1) ? size + 1 : 0;
}

/* The size of the container mark at `at`; *ret_wide is that of its digits when they are not ASCII.
 */
static size_t container_mark(Slice line, size_t at, size_t *ret_wide)
{
    *ret_wide = 0;
    if (line.at[at] == '>')
        return 1;
    if ((unsigned char) line.at[at] < 0x80)
        return plain_marker(line, at);
    *ret_wide = wide_marker(line, at);
    return *ret_wide > 0 ? *ret_wide + 1 : 0;
}

/* Steps over the next container mark of a line and what is blank before it; false, and *at stands
 * at the first byte of the content, where there is none. */
static bool next_container(Slice line, size_t *at, size_t *ret_mark, size_t *ret_wide)
{
    while (*at < line.size && is_blank(line.at[*at]))
        ++*at;
    const size_t size = *at < line.size ? container_mark(line, *at, ret_wide) : 0;
    *ret_mark = *at;
    *at += size;
    return size > 0;
}

size_t typing_skip_containers(Slice line)
{
    size_t at = 0;
    size_t mark = 0;
    size_t wide = 0;
    while (next_container(line, &at, &mark, &wide)) {
    }
    return at;
}

static void add_edit(Typing *typing, Arena *arena, uint32_t start, uint32_t count)
{
    if (typing->edit_count == typing->edit_capacity)
        typing->edits = arena_grow(arena, typing->edits, sizeof(TypingEdit), typing->edit_count,
                                   &typing->edit_capacity);
    const uint32_t before =
        typing->edit_count > 0 ? typing->edits[typing->edit_count - 1].removed : 0;
    typing->edits[typing->edit_count++] =
        (TypingEdit){.start = start - before, .count = count, .removed = before + count};
}

/* Returns how many containers begin in the line. */
static uint32_t find_markers(Typing *typing, Arena *arena, uint32_t start, Slice line)
{
    uint32_t containers = 0;
    size_t at = 0;
    size_t mark = 0;
    size_t wide = 0;
    char last = '\0';
    while (next_container(line, &at, &mark, &wide)) {
        if (wide > 0)
            add_edit(typing, arena, start + (uint32_t) mark, (uint32_t) wide / 2);
        last = line.at[mark];
        containers++;
    }
    if (containers == 0)
        return 0;
    // A line of nothing but marks is a rule of stars or dashes more often than nested lists.
    const bool is_rule = slice_trim(slice_from(line, at)).size == 0 && last != '>';
    return is_rule ? 0 : containers;
}

/* Copies the text with one ASCII digit for each edited one, and moves the starts of the lines. */
static void apply_edits(Typing *typing, Arena *arena)
{
    const Slice typed = typing->text;
    const size_t size = typed.size - typing->edits[typing->edit_count - 1].removed;
    char *text = ARENA_ARRAY(arena, char, size);
    size_t from = 0;
    size_t to = 0;
    for (size_t i = 0; i < typing->edit_count; i++) {
        const TypingEdit *edit = &typing->edits[i];
        const size_t plain = edit->start - to;
        memcpy(text + to, typed.at + from, plain);
        from += plain;
        to += plain;
        for (uint32_t digit = 0; digit < edit->count; digit++, from += 2)
            text[to++] = (char) ('0' + ((unsigned char) typed.at[from + 1] & 0x0F));
    }
    memcpy(text + to, typed.at + from, typed.size - from);
    typing->text = (Slice){text, size};
}

static void move_lines(Typing *typing)
{
    size_t edit = 0;
    uint32_t removed = 0;
    for (size_t i = 0; i <= typing->line_count; i++) {
        while (edit < typing->edit_count && typing->edits[edit].start + removed < typing->lines[i])
            removed = typing->edits[edit++].removed;
        typing->lines[i] -= removed;
    }
}

void typing_prepare(Typing *typing, Arena *arena, Span body)
{
    *typing = (Typing){.source = body.source, .offset = body.start, .text = span_text(body)};
    find_lines(typing, arena);
    for (size_t i = 0; i < typing->line_count; i++) {
        const Slice line = slice_part(typing->text, typing->lines[i], typing->lines[i + 1]);
        const uint32_t containers = find_markers(typing, arena, typing->lines[i], line);
        if (containers > typing->max_containers) {
            typing->max_containers = containers;
            typing->deepest_line = (uint32_t) i + 1;
        }
    }
    if (typing->edit_count > 0) {
        apply_edits(typing, arena);
        move_lines(typing);
    }
}

/* How many edits begin before `at`. */
static size_t edits_before(const Typing *typing, uint32_t at)
{
    size_t low = 0;
    size_t high = typing->edit_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (typing->edits[middle].start < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t typing_offset(const Typing *typing, uint32_t at)
{
    if (typing->edit_count == 0)
        return typing->offset + at;
    const size_t before = edits_before(typing, at);
    if (before == 0)
        return typing->offset + at;
    const TypingEdit *edit = &typing->edits[before - 1];
    const uint32_t inside = at - edit->start;
    // Inside the digits each byte stands for two.
    const uint32_t unread = inside < edit->count ? edit->count - inside : 0;
    return typing->offset + at + edit->removed - unread;
}

uint32_t typing_line_start(const Typing *typing, uint32_t line)
{
    assert(line > 0);
    return line > typing->line_count ? (uint32_t) typing->text.size : typing->lines[line - 1];
}

Slice typing_line(const Typing *typing, uint32_t line)
{
    if (line == 0 || line > typing->line_count)
        return (Slice){0};
    Slice text = slice_part(typing->text, typing->lines[line - 1], typing->lines[line]);
    while (text.size > 0 && (text.at[text.size - 1] == '\n' || text.at[text.size - 1] == '\r'))
        text.size--;
    return text;
}

MarkerDigits typing_digits(const Source *source, uint32_t offset)
{
    return wide_digit(source->bytes, offset);
}
