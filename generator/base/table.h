/* A Table maps Slices to pointers and remembers the order of insertion. Keys and items are kept by
 * reference. */
#ifndef BASE_TABLE_H
#define BASE_TABLE_H

#include "base/slice.h"

typedef struct TableEntry {
    Slice key;
    void *item;
} TableEntry;

/* A part of the hash stands beside the place, so that other keys are hardly ever looked at. */
typedef struct TableSlot {
    uint32_t place; /* index into the entries, plus one; 0: empty */
    uint32_t hash;
} TableSlot;

typedef struct Table {
    Arena *arena;
    TableEntry *entries; /* in order of insertion */
    size_t count;
    size_t capacity;
    TableSlot *slots; /* open addressing */
    size_t slot_count;
} Table;

void table_init(Table *table, Arena *arena);

/* Room for as many keys, before the first is added: a table that grows is filled several times. */
void table_reserve(Table *table, size_t count);

/* NULL where the key is unknown. */
void *table_find(const Table *table, Slice key);

/* False, and nothing is changed, when the key is already there. */
bool table_add(Table *table, Slice key, void *item);

#endif
