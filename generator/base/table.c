/* A map from Slice to pointer with open addressing; the entries keep the order of insertion. */
#include "base/table.h"

#include "base/arena.h"

#include <assert.h>

#define MIN_SLOT_COUNT 16

void table_init(Table *table, Arena *arena)
{
    *table = (Table){.arena = arena};
}

/* The slot that holds the key, or the empty one where it belongs. */
static TableSlot *find_slot(const Table *table, Slice key, uint32_t hash)
{
    const size_t mask = table->slot_count - 1;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        TableSlot *slot = &table->slots[i];
        if (slot->place == 0 ||
            (slot->hash == hash && slice_equal(table->entries[slot->place - 1].key, key)))
            return slot;
    }
}

void *table_find(const Table *table, Slice key)
{
    if (table->count == 0)
        return NULL;
    const TableSlot *slot = find_slot(table, key, (uint32_t) slice_hash(key));
    return slot->place != 0 ? table->entries[slot->place - 1].item : NULL;
}

static void set_slot_count(Table *table, size_t count)
{
    const TableSlot *old = table->slots;
    const size_t old_count = table->slot_count, mask = count - 1;
    table->slot_count = count;
    table->slots = ARENA_ARRAY(table->arena, TableSlot, count);
    for (size_t i = 0; i < old_count; i++) {
        size_t at = old[i].hash & mask;
        while (old[i].place != 0 && table->slots[at].place != 0)
            at = (at + 1) & mask;
        if (old[i].place != 0)
            table->slots[at] = old[i];
    }
}

/* At most three quarters of the slots are in use, so a search always meets an empty one. */
static bool has_room(size_t slot_count, size_t count)
{
    return count <= slot_count / 4 * 3;
}

void table_reserve(Table *table, size_t count)
{
    size_t slot_count = MIN_SLOT_COUNT;
    assert(table->count == 0);
    while (!has_room(slot_count, count))
        slot_count *= 2;
    set_slot_count(table, slot_count);
    table->entries = ARENA_ARRAY(table->arena, TableEntry, count);
    table->capacity = count;
}

bool table_add(Table *table, Slice key, void *item)
{
    assert(table->count < UINT32_MAX);
    if (!has_room(table->slot_count, table->count + 1))
        set_slot_count(table, table->slot_count > 0 ? table->slot_count * 2 : MIN_SLOT_COUNT);
    const uint32_t hash = (uint32_t) slice_hash(key);
    TableSlot *slot = find_slot(table, key, hash);
    if (slot->place != 0)
        return false;
    table->entries = arena_grow(table->arena, table->entries, sizeof(TableEntry), table->count,
                                &table->capacity);
    table->entries[table->count++] = (TableEntry){key, item};
    *slot = (TableSlot){(uint32_t) table->count, hash};
    return true;
}
