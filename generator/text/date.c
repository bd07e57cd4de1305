/* Reads dates by hand and writes them with the formats of a language. */
#include "text/date.h"

#include "base/utf8.h"
#include "text/digit.h"
#include "text/tools.h"

#include <assert.h>

#define SOLAR_FIRST 1300
#define SOLAR_LAST 1500
#define GREGORIAN_FIRST 1900
#define GREGORIAN_LAST 2200
#define DAY_SECONDS 86400
#define OFFSET_MAX_HOURS 14

/* A date being read. The first digit settles the family of all. */
typedef struct Reader {
    Slice rest;
    DigitFamily family;
    DateFault fault; /* a fault in the digits themselves */
} Reader;

static uint32_t peek(const Reader *reader, size_t *ret_size)
{
    *ret_size = 0;
    return reader->rest.size > 0 ? utf8_next(reader->rest, ret_size) : 0;
}

static bool take(Reader *reader, char byte)
{
    if (reader->rest.size == 0 || reader->rest.at[0] != byte)
        return false;
    reader->rest = slice_from(reader->rest, 1);
    return true;
}

/* Exactly `count` digits, or one to `count` when `is_short`. */
static bool take_number(Reader *reader, int count, bool is_short, int32_t *ret_value)
{
    int32_t value = 0;
    int taken = 0;
    for (; taken < count; taken++) {
        size_t size;
        DigitFamily family = DIGITS_NONE;
        int digit = digit_value(peek(reader, &size), &family);
        if (digit < 0)
            break;
        if (reader->family != DIGITS_NONE && reader->family != family)
            reader->fault = DATE_MIXED_DIGITS;
        reader->family = family;
        value = value * 10 + digit;
        reader->rest = slice_from(reader->rest, size);
    }
    *ret_value = value;
    return taken == count || (is_short && taken > 0);
}

static DateFault read_day(Reader *reader, DateReading *reading)
{
    Day *day = &reading->day;
    if (!take_number(reader, 4, false, &day->year))
        return DATE_FORM;
    char separator = take(reader, '-') ? '-' : '/';
    if (separator == '/' && !take(reader, '/'))
        return DATE_FORM;
    if (!take_number(reader, 2, true, &day->month) || !take(reader, separator) ||
        !take_number(reader, 2, true, &day->day))
        return DATE_FORM;
    return DATE_FINE;
}

static DateFault check_day(DateReading *reading, bool allow_solar)
{
    Day day = reading->day;
    bool is_solar = day.year >= SOLAR_FIRST && day.year <= SOLAR_LAST;
    if (!is_solar && (day.year < GREGORIAN_FIRST || day.year > GREGORIAN_LAST))
        return DATE_YEAR;
    if (is_solar && !allow_solar)
        return DATE_SOLAR;
    reading->calendar = is_solar ? CALENDAR_PERSIAN : CALENDAR_GREGORIAN;
    if (day.month < 1 || day.month > 12)
        return DATE_MONTH;
    reading->last_day = calendar_month_length(reading->calendar, day.year, day.month);
    return day.day < 1 || day.day > reading->last_day ? DATE_DAY : DATE_FINE;
}

/* Seconds of fractions are read and dropped: feeds of other programs have them. */
static bool skip_fraction(Reader *reader)
{
    if (!take(reader, '.'))
        return true;
    int32_t ignored;
    if (!take_number(reader, 1, false, &ignored))
        return false;
    while (take_number(reader, 1, false, &ignored))
        continue;
    return true;
}

static DateFault read_time(Reader *reader, int64_t *ret_seconds)
{
    int32_t hour;
    int32_t minute;
    int32_t second = 0;
    if (!take_number(reader, 2, true, &hour) || !take(reader, ':') ||
        !take_number(reader, 2, false, &minute))
        return DATE_FORM;
    if (take(reader, ':') && (!take_number(reader, 2, false, &second) || !skip_fraction(reader)))
        return DATE_FORM;
    if (hour > 23 || minute > 59 || second > 59)
        return DATE_TIME;
    *ret_seconds = hour * 3600 + minute * 60 + second;
    return DATE_FINE;
}

static DateFault read_offset(Reader *reader, bool *ret_found, int64_t *ret_offset)
{
    take(reader, ' ');
    *ret_offset = 0;
    *ret_found = take(reader, 'Z') || take(reader, 'z');
    if (*ret_found || reader->rest.size == 0)
        return DATE_FINE;
    bool is_west = take(reader, '-');
    if (!is_west && !take(reader, '+'))
        return DATE_FORM;
    int32_t hours;
    int32_t minutes = 0;
    if (!take_number(reader, 2, false, &hours))
        return DATE_FORM;
    bool has_colon = take(reader, ':');
    if (!take_number(reader, 2, false, &minutes) && (has_colon || reader->rest.size > 0))
        return DATE_FORM;
    if (hours > OFFSET_MAX_HOURS || minutes > 59)
        return DATE_OFFSET;
    int64_t seconds = hours * 3600 + minutes * 60;
    *ret_offset = is_west ? -seconds : seconds;
    *ret_found = true;
    return DATE_FINE;
}

/* What follows the day: nothing, or a time and perhaps an offset. */
static DateFault read_clock(Reader *reader, const Zone *zone, int64_t day_start, Date *date)
{
    int64_t time = 0;
    int64_t offset = 0;
    bool has_offset = false;
    if (reader->rest.size > 0) {
        if (!take(reader, 'T') && !take(reader, 't') && !take(reader, ' '))
            return DATE_FORM;
        DateFault fault = read_time(reader, &time);
        if (fault == DATE_FINE)
            fault = read_offset(reader, &has_offset, &offset);
        if (fault != DATE_FINE)
            return fault;
        date->has_time = true;
    }
    if (reader->rest.size > 0)
        return DATE_FORM;
    int64_t local = day_start + time;
    date->is_set = true;
    date->seconds = has_offset ? local - offset : zone_instant(zone, local);
    date->offset = zone_offset(zone, date->seconds);
    return DATE_FINE;
}

DateFault date_read(Slice text, const Zone *zone, bool allow_solar, DateReading *ret_reading)
{
    DateReading reading = {0};
    Reader reader = {.rest = slice_trim(text)};
    DateFault fault = read_day(&reader, &reading);
    if (fault == DATE_FINE)
        fault = reader.fault;
    if (fault == DATE_FINE)
        fault = check_day(&reading, allow_solar);
    if (fault == DATE_FINE) {
        int64_t start = (int64_t) calendar_number(reading.calendar, reading.day) * DAY_SECONDS;
        fault = read_clock(&reader, zone, start, &reading.date);
    }
    if (fault == DATE_FINE)
        fault = reader.fault;
    if (fault != DATE_FINE)
        reading.date = (Date){0};
    *ret_reading = reading;
    return fault;
}

Date date_of_seconds(int64_t seconds, const Zone *zone)
{
    return (Date){
        .is_set = true,
        .has_time = true,
        .offset = zone_offset(zone, seconds),
        .seconds = seconds,
    };
}

static const Slice style_words[DATE_STYLE_COUNT] = {
    SLICE_INIT("long"), SLICE_INIT("full"), SLICE_INIT("short"),    SLICE_INIT("month"),
    SLICE_INIT("year"), SLICE_INIT("time"), SLICE_INIT("datetime"), SLICE_INIT("both"),
};

bool date_style_find(Slice word, DateStyle *ret_style)
{
    for (DateStyle style = DATE_STYLE_LONG; style < DATE_STYLE_COUNT; style++) {
        if (!slice_equal(word, style_words[style]))
            continue;
        *ret_style = style;
        return true;
    }
    return false;
}

Slice date_style_word(DateStyle style)
{
    return style_words[style];
}

/* Days since 1970-01-01 of a clock's seconds. */
static int32_t day_number(int64_t clock)
{
    return (int32_t) (clock / DAY_SECONDS - (clock % DAY_SECONDS < 0));
}

/* Formats run in UTC; the clock of the date is given to them as if it were there. */
static void write_form(const Language *language, Date date, DateForm form, Calendar calendar,
                       Buffer *out)
{
    const int64_t local = date.seconds + date.offset;
    if (form_write(&language->tools->forms[calendar][form], day_number(local), out))
        return;
    const UDateFormat *format = language->tools->dates[calendar][form];
    UChar units[TOOLS_MAX_UNITS];
    UErrorCode status = U_ZERO_ERROR;
    int32_t count =
        udat_format(format, (UDate) local * 1000, units, TOOLS_MAX_UNITS, NULL, &status);
    if (U_SUCCESS(status))
        tools_add_units(out, units, count);
}

static void write_time(const Language *language, Date date, Buffer *out)
{
    write_form(language, date, DATE_FORM_TIME, CALENDAR_GREGORIAN, out);
}

static void write_both(const Language *language, Date date, Calendar calendar, Buffer *out)
{
    write_form(language, date, DATE_FORM_LONG, calendar, out);
    if (language->second_calendar == CALENDAR_NONE || language->second_calendar == calendar)
        return;
    buffer_add(out, SLICE(" ("));
    write_form(language, date, DATE_FORM_LONG, language->second_calendar, out);
    buffer_add_byte(out, ')');
}

bool date_write(const Language *language, Date date, DateStyle style, Calendar calendar,
                Buffer *out)
{
    assert(language->kind == LANGUAGE_OF_SITE && date.is_set && calendar != CALENDAR_NONE);
    static const DateForm forms[DATE_STYLE_COUNT] = {
        [DATE_STYLE_LONG] = DATE_FORM_LONG,   [DATE_STYLE_FULL] = DATE_FORM_FULL,
        [DATE_STYLE_SHORT] = DATE_FORM_SHORT, [DATE_STYLE_MONTH] = DATE_FORM_MONTH,
        [DATE_STYLE_YEAR] = DATE_FORM_YEAR,   [DATE_STYLE_DATETIME] = DATE_FORM_LONG,
    };
    if (calendar == CALENDAR_DEFAULT)
        calendar = language->calendar;
    if (style == DATE_STYLE_TIME) {
        if (date.has_time)
            write_time(language, date, out);
        return date.has_time;
    }
    if (style == DATE_STYLE_BOTH) {
        write_both(language, date, calendar, out);
        return true;
    }
    write_form(language, date, forms[style], calendar, out);
    if (style == DATE_STYLE_DATETIME && date.has_time) {
        buffer_add(out, language->comma);
        write_time(language, date, out);
    }
    return true;
}

/* A number with zeros in front; `least` is the smallest one that needs none. */
static void add_padded(Buffer *out, int64_t value, int64_t least)
{
    for (; value < least && least > 1; least /= 10)
        buffer_add_byte(out, '0');
    buffer_add_int(out, value);
}

static void write_clock(int64_t clock, bool has_time, Buffer *out)
{
    int32_t number = day_number(clock);
    int64_t rest = clock - (int64_t) number * DAY_SECONDS;
    Day day = calendar_day(CALENDAR_GREGORIAN, number);
    const int64_t parts[] = {day.month, day.day, rest / 3600, rest / 60 % 60, rest % 60};
    static const char marks[] = "--T::";
    add_padded(out, day.year, 1000);
    for (size_t i = 0; i < (has_time ? 5 : 2); i++) {
        buffer_add_byte(out, marks[i]);
        add_padded(out, parts[i], 10);
    }
}

void date_write_iso(Date date, Buffer *out)
{
    write_clock(date.seconds + date.offset, date.has_time, out);
    if (!date.has_time)
        return;
    int32_t minutes = (date.offset < 0 ? -date.offset : date.offset) / 60;
    buffer_add_byte(out, date.offset < 0 ? '-' : '+');
    add_padded(out, minutes / 60, 10);
    buffer_add_byte(out, ':');
    add_padded(out, minutes % 60, 10);
}

void date_write_utc(Date date, Buffer *out)
{
    write_clock(date.seconds, true, out);
    buffer_add_byte(out, 'Z');
}
