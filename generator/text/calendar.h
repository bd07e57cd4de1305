/* Days of the Gregorian and the Solar Hijri calendar, by plain arithmetic. The Solar Hijri leap
 * years are those of the 33-year cycle, which agrees with the sky and with ICU from 1178 to
 * 1502. */
#ifndef TEXT_CALENDAR_H
#define TEXT_CALENDAR_H

#include "base/slice.h"

typedef enum Calendar {
    CALENDAR_DEFAULT, /* that of the language */
    CALENDAR_NONE,    /* as a second calendar: there is none */
    CALENDAR_GREGORIAN,
    CALENDAR_PERSIAN, /* Solar Hijri */
    CALENDAR_COUNT
} Calendar;

typedef struct Day {
    int32_t year;
    int32_t month; /* from 1 */
    int32_t day;   /* from 1 */
} Day;

/* `calendar` is one of the two here and below. */
bool calendar_is_leap(Calendar calendar, int32_t year);
int32_t calendar_month_length(Calendar calendar, int32_t year, int32_t month);

/* Days since 1970-01-01 and back; the day must exist. */
int32_t calendar_number(Calendar calendar, Day day);
Day calendar_day(Calendar calendar, int32_t number);

/* The word of site.yaml and templates: "gregorian", "persian", "none". */
bool calendar_find(Slice word, Calendar *ret_calendar);

#endif
