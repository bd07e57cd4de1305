/* A Table maps Slices to pointers and remembers the order of insertion. Keys and items are kept by
 * reference. */
#ifndef BASE_TABLE_H
#define BASE_TABLE_H

#include "base/slice.h"

typedef struct TableEntry {
    Slice key;
    void *item;
} TableEntry;

typedef struct Table {
    Arena *arena;
    TableEntry *entries; /* in order of insertion */
    size_t count;
    size_t capacity;
    uint32_t *slots; /* indexes into entries, plus one; open addressing */
    size_t slot_count;
} Table;

void table_init(Table *table, Arena *arena);

/* NULL where the key is unknown. */
void *table_find(const Table *table, Slice key);

/* False, and nothing is changed, when the key is already there. */
bool table_add(Table *table, Slice key, void *item);

#endif
