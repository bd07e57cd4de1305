/* Day numbers of two calendars: what reading and checking dates stands on. */
#include "text/calendar.h"

#include <assert.h>

/* 1 Farvardin 1 in the cycle's own count. */
#define SOLAR_EPOCH (-492268)

static const uint8_t gregorian_lengths[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

/* Rounds down, also below zero. */
static int32_t divide(int32_t value, int32_t by)
{
    int32_t quotient = value / by;
    return value % by < 0 ? quotient - 1 : quotient;
}

bool calendar_is_leap(Calendar calendar, int32_t year)
{
    if (calendar == CALENDAR_PERSIAN) {
        int32_t place = 25 * year + 11;
        return place - 33 * divide(place, 33) < 8;
    }
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int32_t calendar_month_length(Calendar calendar, int32_t year, int32_t month)
{
    assert(month >= 1 && month <= 12);
    bool is_leap = calendar_is_leap(calendar, year);
    if (calendar == CALENDAR_PERSIAN) {
        if (month <= 6)
            return 31;
        return month <= 11 || is_leap ? 30 : 29;
    }
    return gregorian_lengths[month - 1] + (month == 2 && is_leap ? 1 : 0);
}

/* Days from 1970-01-01 to the first day of a year. */
static int32_t year_start(Calendar calendar, int32_t year)
{
    if (calendar == CALENDAR_PERSIAN)
        return SOLAR_EPOCH + 365 * (year - 1) + divide(8 * year + 21, 33);
    int32_t before = year - 1;
    return 365 * before + divide(before, 4) - divide(before, 100) + divide(before, 400) - 719162;
}

int32_t calendar_number(Calendar calendar, Day day)
{
    int32_t number = year_start(calendar, day.year) + day.day - 1;
    for (int32_t month = 1; month < day.month; month++)
        number += calendar_month_length(calendar, day.year, month);
    return number;
}

Day calendar_day(Calendar calendar, int32_t number)
{
    Day day = {.month = 1};
    day.year = divide(number - year_start(calendar, 1), 366) + 1;
    while (year_start(calendar, day.year + 1) <= number)
        day.year++;
    int32_t rest = number - year_start(calendar, day.year);
    for (; day.month < 12; day.month++) {
        int32_t length = calendar_month_length(calendar, day.year, day.month);
        if (rest < length)
            break;
        rest -= length;
    }
    day.day = rest + 1;
    return day;
}

bool calendar_find(Slice word, Calendar *ret_calendar)
{
    static const Slice words[CALENDAR_COUNT] = {
        [CALENDAR_NONE] = SLICE_INIT("none"),
        [CALENDAR_GREGORIAN] = SLICE_INIT("gregorian"),
        [CALENDAR_PERSIAN] = SLICE_INIT("persian"),
    };
    for (Calendar calendar = CALENDAR_NONE; calendar < CALENDAR_COUNT; calendar++) {
        if (!slice_equal(word, words[calendar]))
            continue;
        *ret_calendar = calendar;
        return true;
    }
    return false;
}
