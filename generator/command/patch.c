/* From edits in bytes to a unified diff in lines. */
#include "command/patch.h"

#include "base/arena.h"

#define CONTEXT_LINES 3

/* Whole lines that make place for others. */
typedef struct Block {
    size_t from; /* the first line that goes, from 0 */
    size_t old_count, new_count;
    Slice new_lines;
} Block;

typedef struct Patch {
    Buffer *out;
    Slice before;
    size_t *lines; /* where each line begins, and the end of the file */
    size_t line_count;
    Block *blocks;
    size_t block_count;
} Patch;

static size_t count_lines(Slice text)
{
    size_t count = 0, newline;
    for (; slice_find_byte(text, '\n', &newline); text = slice_from(text, newline + 1))
        count++;
    return count + (text.size > 0);
}

static void find_lines(Patch *patch, Arena *arena)
{
    patch->line_count = count_lines(patch->before);
    patch->lines = ARENA_ARRAY(arena, size_t, patch->line_count + 1);
    for (size_t i = 1; i <= patch->line_count; i++) {
        size_t newline, start = patch->lines[i - 1];
        const bool is_ended = slice_find_byte(slice_from(patch->before, start), '\n', &newline);
        patch->lines[i] = is_ended ? start + newline + 1 : patch->before.size;
    }
}

/* The line, with its end, at the front of a text. */
static Slice first_line(Slice text)
{
    size_t newline;
    return slice_find_byte(text, '\n', &newline) ? slice_to(text, newline + 1) : text;
}

static Slice last_line(Slice text)
{
    size_t newline;
    const size_t end = text.size > 0 && text.at[text.size - 1] == '\n' ? text.size - 1 : text.size;
    return slice_find_last_byte(slice_to(text, end), '\n', &newline) ? slice_from(text, newline + 1)
                                                                     : text;
}

/* Lines that come back as they were are no part of a block. */
static void add_block(Patch *patch, size_t from, Slice old_lines, Slice new_lines)
{
    while (old_lines.size > 0 && slice_equal(first_line(old_lines), first_line(new_lines))) {
        const size_t size = first_line(old_lines).size;
        old_lines = slice_from(old_lines, size);
        new_lines = slice_from(new_lines, size);
        from++;
    }
    while (old_lines.size > 0 && slice_equal(last_line(old_lines), last_line(new_lines))) {
        const size_t size = last_line(old_lines).size;
        old_lines = slice_to(old_lines, old_lines.size - size);
        new_lines = slice_to(new_lines, new_lines.size - size);
    }
    if (old_lines.size > 0 || new_lines.size > 0)
        patch->blocks[patch->block_count++] =
            (Block){from, count_lines(old_lines), count_lines(new_lines), new_lines};
}

/* Edits of the same lines make one block. */
static void find_blocks(Patch *patch, Arena *arena, const Edit *edits, size_t count)
{
    patch->blocks = ARENA_ARRAY(arena, Block, count);
    size_t line = 0;
    for (size_t i = 0; i < count;) {
        while (line + 1 < patch->line_count && patch->lines[line + 1] <= edits[i].span.start)
            line++;
        const size_t start = patch->lines[line];
        size_t end = line, at = start;
        Buffer text;
        buffer_init(&text, arena, SIZE_MAX);
        do {
            buffer_add(&text, slice_part(patch->before, at, edits[i].span.start));
            buffer_add(&text, edits[i].text);
            at = edits[i++].span.end;
            while (end < patch->line_count && patch->lines[end] <= at)
                end++;
        } while (i < count &&
                 (end == patch->line_count || edits[i].span.start < patch->lines[end]));
        buffer_add(&text, slice_part(patch->before, at, patch->lines[end]));
        add_block(patch, line, slice_part(patch->before, start, patch->lines[end]),
                  buffer_slice(&text));
    }
}

static void write_lines(Buffer *out, char sign, Slice text)
{
    while (text.size > 0) {
        const Slice line = first_line(text);
        text = slice_from(text, line.size);
        buffer_add_byte(out, sign);
        buffer_add(out, line);
        if (line.at[line.size - 1] != '\n')
            buffer_add(out, SLICE("\n\\ No newline at end of file\n"));
    }
}

static Slice old_lines(const Patch *patch, size_t from, size_t end)
{
    return slice_part(patch->before, patch->lines[from], patch->lines[end]);
}

static size_t end_of(const Block *block)
{
    return block->from + block->old_count;
}

/* "-3,7": where lines stand and how many they are; of none the line before is named. */
static void write_range(Buffer *out, char sign, size_t from, size_t count)
{
    buffer_print(out, "%c%zu,%zu ", sign, count > 0 ? from + 1 : from, count);
}

/* Blocks that touch: all that goes, then all that comes. Returns behind the last of them. */
static size_t write_blocks(const Patch *patch, size_t first, size_t last)
{
    const Block *blocks = patch->blocks;
    size_t end = first + 1;
    while (end < last && blocks[end].from == end_of(&blocks[end - 1]))
        end++;
    write_lines(patch->out, '-', old_lines(patch, blocks[first].from, end_of(&blocks[end - 1])));
    for (size_t i = first; i < end; i++)
        write_lines(patch->out, '+', blocks[i].new_lines);
    return end;
}

/* The blocks first … last - 1, which stand near each other. `shift` is how many lines the text in
 * front of them has grown by; returns the same for what comes behind them. */
static size_t write_hunk(const Patch *patch, size_t first, size_t last, size_t shift)
{
    const Block *blocks = patch->blocks;
    const size_t from = blocks[first].from > CONTEXT_LINES ? blocks[first].from - CONTEXT_LINES : 0;
    const size_t rest = patch->line_count - end_of(&blocks[last - 1]);
    const size_t end = end_of(&blocks[last - 1]) + (rest < CONTEXT_LINES ? rest : CONTEXT_LINES);
    size_t grown = 0, at = from;
    for (size_t i = first; i < last; i++)
        grown += blocks[i].new_count - blocks[i].old_count; // wraps round, and back in the sum
    buffer_add(patch->out, SLICE("@@ "));
    write_range(patch->out, '-', from, end - from);
    write_range(patch->out, '+', from + shift, end - from + grown);
    buffer_add(patch->out, SLICE("@@\n"));
    for (size_t i = first; i < last;) {
        write_lines(patch->out, ' ', old_lines(patch, at, blocks[i].from));
        i = write_blocks(patch, i, last);
        at = end_of(&blocks[i - 1]);
    }
    write_lines(patch->out, ' ', old_lines(patch, at, end));
    return shift + grown;
}

static void write_name(Buffer *out, const char *sign, const char *side, Slice path)
{
    // a name with a space ends in a tab, so that nobody takes the space for its end
    const bool has_space = slice_contains(path, SLICE(" "));
    buffer_print(out, "%s %s/%.*s%s\n", sign, side, SLICE_FORMAT(path), has_space ? "\t" : "");
}

void patch_write(Buffer *out, Slice path, Slice before, const Edit *edits, size_t count)
{
    Arena arena = {0};
    Patch patch = {.out = out, .before = before};
    find_lines(&patch, &arena);
    find_blocks(&patch, &arena, edits, count);
    if (patch.block_count > 0) {
        write_name(out, "---", "a", path);
        write_name(out, "+++", "b", path);
    }
    size_t shift = 0;
    for (size_t i = 0; i < patch.block_count;) {
        size_t last = i + 1;
        while (last < patch.block_count &&
               patch.blocks[last].from - end_of(&patch.blocks[last - 1]) <= 2 * CONTEXT_LINES)
            last++;
        shift = write_hunk(&patch, i, last, shift);
        i = last;
    }
    arena_close(&arena);
}
