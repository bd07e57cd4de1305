/* Joins the edits of several rounds into one change of a file. */
#include "command/change.h"

#include "base/arena.h"
#include "base/buffer.h"

#define NEW_TEXT UINT32_MAX

void change_init(Change *change, Arena *arena, Slice path, Slice bytes)
{
    *change = (Change){.after = bytes, .path = path, .before = bytes, .part_count = 1};
    change->parts = ARENA_NEW(arena, ChangePart);
    change->parts[0] = (ChangePart){bytes, 0};
}

/* Reads the old parts from their front while the new ones are made. */
typedef struct Cutter {
    const ChangePart *parts;
    size_t count;
    size_t part;   /* the one that is being read */
    size_t offset; /* in it */
    ChangePart *made;
    size_t made_count;
} Cutter;

static void add_part(Cutter *cutter, Slice text, uint32_t start)
{
    if (text.size > 0)
        cutter->made[cutter->made_count++] = (ChangePart){text, start};
}

/* Passes `size` bytes; `keeps` says whether they stay. */
static void pass(Cutter *cutter, size_t size, bool keeps)
{
    while (size > 0 && cutter->part < cutter->count) {
        const ChangePart *part = &cutter->parts[cutter->part];
        const Slice rest = slice_from(part->text, cutter->offset);
        const Slice text = slice_to(rest, size);
        const bool is_new = part->start == NEW_TEXT;
        if (keeps)
            add_part(cutter, text, is_new ? NEW_TEXT : part->start + (uint32_t) cutter->offset);
        size -= text.size;
        cutter->offset += text.size;
        if (text.size == rest.size) {
            cutter->part++;
            cutter->offset = 0;
        }
    }
}

static Slice join(const Change *change, Arena *arena)
{
    size_t size = 0;
    for (size_t i = 0; i < change->part_count; i++)
        size += change->parts[i].text.size;
    Buffer out;
    buffer_init(&out, arena, size);
    for (size_t i = 0; i < change->part_count; i++)
        buffer_add(&out, change->parts[i].text);
    return buffer_slice(&out);
}

void change_apply(Change *change, Arena *arena, const Edit *edits, size_t count)
{
    // an edit cuts a part in two and puts a third between them
    Cutter cutter = {.parts = change->parts, .count = change->part_count};
    cutter.made = ARENA_ARRAY(arena, ChangePart, change->part_count + 2 * count);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        pass(&cutter, edits[i].span.start - at, true);
        pass(&cutter, edits[i].span.end - edits[i].span.start, false);
        add_part(&cutter, slice_copy(arena, edits[i].text), NEW_TEXT);
        at = edits[i].span.end;
    }
    pass(&cutter, SIZE_MAX, true);
    change->parts = cutter.made;
    change->part_count = cutter.made_count;
    change->edit_count += count;
    change->after = join(change, arena);
}

size_t change_edits(const Change *change, Arena *arena, Edit **ret_edits)
{
    Edit *edits = ARENA_ARRAY(arena, Edit, change->part_count + 1);
    size_t count = 0, at = 0;
    Buffer text;
    for (size_t i = 0; i <= change->part_count;) {
        buffer_init(&text, arena, change->after.size);
        for (; i < change->part_count && change->parts[i].start == NEW_TEXT; i++)
            buffer_add(&text, change->parts[i].text);
        const bool is_end = i == change->part_count;
        const size_t next = is_end ? change->before.size : change->parts[i].start;
        if (next > at || text.size > 0)
            edits[count++] = (Edit){{NULL, (uint32_t) at, (uint32_t) next}, buffer_slice(&text)};
        at = is_end ? next : next + change->parts[i].text.size;
        i++;
    }
    *ret_edits = edits;
    return count;
}
