/* Makes a constant table out of ICU's rules for a time zone. */
#include "text/zone.h"

#include "text/tools.h"

#include <unicode/ucal.h>

#include <string.h>

#define ZONE_FIRST INT64_C(-2240524800) /* 1899-01-01 */
#define ZONE_LAST INT64_C(7289654400)   /* 2201-01-01 */
#define ZONE_NAME_MAX_SIZE 64

typedef struct ZoneChange {
    int64_t start; /* in seconds of UTC */
    int32_t offset;
} ZoneChange;

struct Zone {
    Slice name;
    ZoneChange *changes; /* the first one holds for all time before the second */
    size_t count;
    size_t capacity;
};

static void add_change(Arena *arena, Zone *zone, UCalendar *calendar, int64_t start,
                       UErrorCode *status)
{
    int32_t offset =
        ucal_get(calendar, UCAL_ZONE_OFFSET, status) + ucal_get(calendar, UCAL_DST_OFFSET, status);
    offset = offset / 60000 * 60;
    if (zone->count > 0 && zone->changes[zone->count - 1].offset == offset)
        return;
    if (zone->count == zone->capacity)
        zone->changes =
            arena_grow(arena, zone->changes, sizeof(ZoneChange), zone->count, &zone->capacity);
    zone->changes[zone->count++] = (ZoneChange){start, offset};
}

static void fill_changes(Arena *arena, Zone *zone, UCalendar *calendar, UErrorCode *status)
{
    int64_t start = ZONE_FIRST;
    while (U_SUCCESS(*status) && start < ZONE_LAST) {
        ucal_setMillis(calendar, (UDate) start * 1000, status);
        add_change(arena, zone, calendar, start, status);
        UDate next;
        if (!ucal_getTimeZoneTransitionDate(calendar, UCAL_TZ_TRANSITION_NEXT, &next, status))
            break;
        start = (int64_t) (next / 1000);
    }
}

/* ICU takes an unknown name for a zone called "Etc/Unknown". */
static bool is_known(const UChar *name, int32_t count)
{
    UChar canonical[ZONE_NAME_MAX_SIZE];
    UErrorCode status = U_ZERO_ERROR;
    UBool is_system = false;
    ucal_getCanonicalTimeZoneID(name, count, canonical, ZONE_NAME_MAX_SIZE, &is_system, &status);
    return U_SUCCESS(status) && is_system;
}

const Zone *zone_new(Arena *arena, Slice name)
{
    tools_start();
    int32_t count;
    UChar *units = tools_units(arena, name, &count);
    if (name.size == 0 || name.size > ZONE_NAME_MAX_SIZE || !is_known(units, count))
        return NULL;
    Zone *zone = ARENA_NEW(arena, Zone);
    zone->name = slice_copy(arena, name);
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *calendar =
        ucal_open(units, count, "en_US_POSIX@calendar=gregorian", UCAL_GREGORIAN, &status);
    fill_changes(arena, zone, calendar, &status);
    ucal_close(calendar);
    return U_SUCCESS(status) ? zone : NULL;
}

Slice zone_name(const Zone *zone)
{
    return zone->name;
}

/* The change in force at an instant. */
static size_t find_change(const Zone *zone, int64_t seconds)
{
    size_t low = 0;
    size_t high = zone->count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (zone->changes[middle].start <= seconds)
            low = middle;
        else
            high = middle;
    }
    return low;
}

int32_t zone_offset(const Zone *zone, int64_t seconds)
{
    return zone->changes[find_change(zone, seconds)].offset;
}

int64_t zone_instant(const Zone *zone, int64_t local)
{
    /* No offset is larger than a day, so the change before that is early enough. */
    size_t i = find_change(zone, local - 86400);
    for (; i + 1 < zone->count; i++) {
        int64_t end = zone->changes[i + 1].start;
        if (local - zone->changes[i].offset < end)
            break;
        if (local - zone->changes[i + 1].offset < end)
            return end;
    }
    return local - zone->changes[i].offset;
}
