/* Plain data as somebody wrote it: looking things up in it. */
#include "base/value.h"

const ValueEntry *value_find_entry(const Value *map, Slice key)
{
    if (map == NULL || map->kind != VALUE_MAP)
        return NULL;
    for (size_t i = 0; i < map->count; i++) {
        if (slice_equal(map->entries[i].key, key))
            return &map->entries[i];
    }
    return NULL;
}

const Value *value_find(const Value *map, Slice key)
{
    const ValueEntry *entry = value_find_entry(map, key);
    return entry != NULL ? &entry->value : NULL;
}

bool value_is_none(const Value *value)
{
    return value == NULL || value->kind == VALUE_NONE;
}
