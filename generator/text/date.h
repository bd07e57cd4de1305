/* Dates: read in any digit family and in two calendars, written by language, calendar and style
 * (persian.md 10). Reading is plain arithmetic; writing uses formats opened with the language. A
 * Date that has been read carries the offset of the site's zone and is always shown in it. */
#ifndef TEXT_DATE_H
#define TEXT_DATE_H

#include "base/record.h"
#include "text/calendar.h"
#include "text/zone.h"

typedef enum DateFault {
    DATE_FINE,
    DATE_FORM,         /* not of the form 2026-05-01, then perhaps T20:00, then perhaps +03:30 */
    DATE_MIXED_DIGITS, /* two digit families in one date */
    DATE_YEAR,         /* neither 1300–1500 nor 1900–2200 */
    DATE_SOLAR,        /* a Solar Hijri year, but the site has dates.solar_input off */
    DATE_MONTH,        /* not 1–12 */
    DATE_DAY,          /* the month is shorter: see last_day */
    DATE_TIME,         /* no such time of day */
    DATE_OFFSET,       /* no such offset */
} DateFault;

typedef struct DateReading {
    Date date;
    Calendar calendar; /* it was typed in */
    Day day;           /* as typed */
    int32_t last_day;  /* DATE_DAY: of that month */
} DateReading;

/* Reads 2026-05-01, ۱۴۰۵/۰۲/۱۱, 2026-05-01T20:00, 1405-02-11 20:00:30+03:30, …Z. Without an offset
 * the time is that of `zone`. */
DateFault date_read(Slice text, const Zone *zone, bool allow_solar, DateReading *ret_reading);

/* An instant as a Date with time, shown in `zone`. */
Date date_of_seconds(int64_t seconds, const Zone *zone);

typedef enum DateStyle {
    DATE_STYLE_LONG, /* ۲۲ تیر ۱۴۰۳ */
    DATE_STYLE_FULL, /* جمعه ۲۲ تیر ۱۴۰۳ */
    DATE_STYLE_SHORT,
    DATE_STYLE_MONTH,
    DATE_STYLE_YEAR,
    DATE_STYLE_TIME,
    DATE_STYLE_DATETIME, /* of a mere day: as long */
    DATE_STYLE_BOTH,     /* long, and the second calendar in parentheses */
    DATE_STYLE_COUNT
} DateStyle;

bool date_style_find(Slice word, DateStyle *ret_style);
Slice date_style_word(DateStyle style);

/* Writes a date in a language of the site; CALENDAR_DEFAULT is that of the language. False, and
 * nothing is written, for the time of a mere day. Plain text, not escaped. */
bool date_write(const Language *language, Date date, DateStyle style, Calendar calendar,
                Buffer *out);

/* 2026-05-01 or 2026-05-01T20:00:00+03:30: Gregorian, ASCII, for machines. */
void date_write_iso(Date date, Buffer *out);

/* 2026-05-01T16:30:00Z: as feeds and sitemaps want it; a mere day with its first second. */
void date_write_utc(Date date, Buffer *out);

#endif
