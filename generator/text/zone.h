/* A time zone as a table of its changes from 1900 to 2200, made once from ICU's data: afterwards a
 * lookup is a search in a constant array. The zone of the machine is never asked. */
#ifndef TEXT_ZONE_H
#define TEXT_ZONE_H

#include "base/arena.h"

typedef struct Zone Zone;

/* NULL when ICU does not know the name ("Asia/Tehran", "UTC"). */
const Zone *zone_new(Arena *arena, Slice name);

Slice zone_name(const Zone *zone);

/* Seconds east of UTC at an instant, given in seconds since 1970-01-01T00:00Z. Whole minutes: the
 * local times of before 1935 have seconds too, which no machine form can say. */
int32_t zone_offset(const Zone *zone, int64_t seconds);

/* The instant at which clocks of the zone show `local` (seconds since 1970-01-01T00:00 of the
 * clock). A time that was skipped stands for the moment of the change; of a time that came twice
 * the first counts. */
int64_t zone_instant(const Zone *zone, int64_t local);

#endif
