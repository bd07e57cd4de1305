/* What day it is; read once in a run (editorial 11). */
#include "command/today.h"

#include "base/clock.h"

#include <stdio.h>
#include <stdlib.h>

bool today_find(Arena *arena, Slice word, Date *ret_today)
{
    const Zone *zone = zone_new(arena, SLICE("UTC"));
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    int64_t seconds = clock_now();
    DateReading reading;
    if (word.size > 0) {
        if (date_read(word, zone, true, &reading) == DATE_FINE) {
            *ret_today = reading.date;
            return true;
        }
        fprintf(stderr, "qanat: --now wants a date such as 2026-05-01, not “%.*s”\n",
                SLICE_FORMAT(word));
        return false;
    }
    if (epoch && !slice_to_int(slice_of_string(epoch), &seconds)) {
        fprintf(stderr, "qanat: SOURCE_DATE_EPOCH wants seconds, not “%s”\n", epoch);
        return false;
    }
    *ret_today = date_of_seconds(seconds, zone);
    return true;
}
