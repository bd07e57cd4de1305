/* Dates and durations as editors type them: what is read must be read again from its machine form,
 * with the same result. */
#include "text/date.h"

#include "base/utf8.h"
#include "text/duration.h"
#include "text/number.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_date(Arena *arena, Slice text, const Zone *zone)
{
    DateReading first;
    if (date_read(text, zone, true, &first) != DATE_FINE)
        return;
    Buffer iso;
    buffer_init(&iso, arena, 64);
    date_write_iso(first.date, &iso);
    DateReading second;
    if (date_read(buffer_slice(&iso), zone, true, &second) != DATE_FINE ||
        second.date.seconds != first.date.seconds || second.date.has_time != first.date.has_time)
        abort();
}

static void check_duration(Arena *arena, Slice text)
{
    int64_t first;
    if (!duration_read(text, &first))
        return;
    Buffer iso;
    buffer_init(&iso, arena, 64);
    duration_write_iso(first, &iso);
    int64_t second;
    if (!duration_read(buffer_slice(&iso), &second) || second != first)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Arena long_lived;
    static const Zone *zone;
    if (zone == NULL)
        zone = zone_new(&long_lived, SLICE("Asia/Tehran"));
    Slice text = {(const char *) data, size};
    size_t offset;
    if (!utf8_check(text, &offset))
        return 0;
    Arena arena = {0};
    check_date(&arena, text, zone);
    check_duration(&arena, text);
    double number;
    int64_t whole;
    number_read(text, &number);
    number_read_int(text, &whole);
    arena_close(&arena);
    return 0;
}
