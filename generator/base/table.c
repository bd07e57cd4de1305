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
static uint32_t *find_slot(const Table *table, Slice key)
{
    size_t mask = table->slot_count - 1;
    size_t i = (size_t) slice_hash(key) & mask;
    while (table->slots[i] != 0 && !slice_equal(table->entries[table->slots[i] - 1].key, key))
        i = (i + 1) & mask;
    return &table->slots[i];
}

void *table_find(const Table *table, Slice key)
{
    if (table->count == 0)
        return NULL;
    uint32_t slot = *find_slot(table, key);
    return slot != 0 ? table->entries[slot - 1].item : NULL;
}

/* At most three quarters of the slots are in use, so a search always meets an empty one. */
static void make_room(Table *table)
{
    if (table->count + 1 <= table->slot_count / 4 * 3)
        return;
    table->slot_count = table->slot_count > 0 ? table->slot_count * 2 : MIN_SLOT_COUNT;
    table->slots = ARENA_ARRAY(table->arena, uint32_t, table->slot_count);
    for (size_t i = 0; i < table->count; i++)
        *find_slot(table, table->entries[i].key) = (uint32_t) (i + 1);
}

bool table_add(Table *table, Slice key, void *item)
{
    assert(table->count < UINT32_MAX);
    make_room(table);
    uint32_t *slot = find_slot(table, key);
    if (*slot != 0)
        return false;
    table->entries = arena_grow(table->arena, table->entries, sizeof(TableEntry), table->count,
                                &table->capacity);
    table->entries[table->count++] = (TableEntry){key, item};
    *slot = (uint32_t) table->count;
    return true;
}
