/* Durations: a number and a unit, once or several times. */
#include "text/duration.h"

#include "base/utf8.h"
#include "text/digit.h"
#include "text/number.h"

#include <unicode/uchar.h>

#define MINUTE INT64_C(60)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
#define WEEK (7 * DAY)

/* Words editors write for units, in the languages of the table. */
static const struct {
    Slice word;
    int64_t seconds;
} unit_words[] = {
    {SLICE_INIT("s"), 1},           {SLICE_INIT("sec"), 1},          {SLICE_INIT("second"), 1},
    {SLICE_INIT("seconds"), 1},     {SLICE_INIT("m"), MINUTE},       {SLICE_INIT("min"), MINUTE},
    {SLICE_INIT("minute"), MINUTE}, {SLICE_INIT("minutes"), MINUTE}, {SLICE_INIT("h"), HOUR},
    {SLICE_INIT("hour"), HOUR},     {SLICE_INIT("hours"), HOUR},     {SLICE_INIT("d"), DAY},
    {SLICE_INIT("day"), DAY},       {SLICE_INIT("days"), DAY},       {SLICE_INIT("w"), WEEK},
    {SLICE_INIT("week"), WEEK},     {SLICE_INIT("weeks"), WEEK},     {SLICE_INIT("ثانیه"), 1},
    {SLICE_INIT("دقیقه"), MINUTE},  {SLICE_INIT("ساعت"), HOUR},      {SLICE_INIT("روز"), DAY},
    {SLICE_INIT("هفته"), WEEK},     {SLICE_INIT("ثانية"), 1},        {SLICE_INIT("دقيقة"), MINUTE},
    {SLICE_INIT("ساعة"), HOUR},     {SLICE_INIT("يوم"), DAY},
};

#define UNIT_WORD_COUNT (sizeof unit_words / sizeof unit_words[0])

static bool is_white(uint32_t code_point)
{
    return code_point == ' ' || code_point == '\t' || code_point == 0xA0 || code_point == 0x202F;
}

static Slice skip_white(Slice rest)
{
    for (size_t offset = 0; offset < rest.size;) {
        size_t before = offset;
        if (!is_white(utf8_next(rest, &offset)))
            return slice_from(rest, before);
    }
    return slice_from(rest, rest.size);
}

/* Takes digits of one family; false when there are none, or too many. */
static bool take_count(Slice *rest, int64_t *ret_count)
{
    DigitFamily first = DIGITS_NONE;
    int64_t count = 0;
    size_t end = 0;
    for (size_t offset = 0; offset < rest->size;) {
        DigitFamily family = DIGITS_NONE;
        int digit = digit_value(utf8_next(*rest, &offset), &family);
        if (digit < 0)
            break;
        if (first != DIGITS_NONE && first != family)
            return false;
        first = family;
        count = count * 10 + digit;
        if (count > DURATION_MAX)
            return false;
        end = offset;
    }
    *rest = slice_from(*rest, end);
    *ret_count = count;
    return end > 0;
}

static Slice take_word(Slice *rest)
{
    size_t end = 0;
    for (size_t offset = 0; offset < rest->size;) {
        if (!u_isalpha((UChar32) utf8_next(*rest, &offset)))
            break;
        end = offset;
    }
    Slice word = slice_to(*rest, end);
    *rest = slice_from(*rest, end);
    return word;
}

static bool find_unit(Slice word, int64_t *ret_seconds)
{
    for (size_t i = 0; i < UNIT_WORD_COUNT; i++) {
        if (!slice_equal_ascii_case(word, unit_words[i].word))
            continue;
        *ret_seconds = unit_words[i].seconds;
        return true;
    }
    return false;
}

/* «و», "and" and a comma may stand between two measures. */
static Slice skip_joint(Slice rest)
{
    static const Slice joints[] = {SLICE_INIT(","), SLICE_INIT("،"), SLICE_INIT("and "),
                                   SLICE_INIT("و ")};
    rest = skip_white(rest);
    for (size_t i = 0; i < sizeof joints / sizeof joints[0]; i++) {
        if (slice_starts(rest, joints[i]))
            rest = skip_white(slice_from(rest, joints[i].size));
    }
    return rest;
}

/* `smaller` makes sure that units come in falling order, each once. */
static bool add_measure(int64_t count, int64_t unit, int64_t *smaller, int64_t *total)
{
    if (unit >= *smaller || count > DURATION_MAX / unit)
        return false;
    *smaller = unit;
    *total += count * unit;
    return *total <= DURATION_MAX;
}

static bool read_words(Slice rest, int64_t *ret_seconds)
{
    int64_t total = 0;
    int64_t smaller = INT64_MAX;
    while (rest.size > 0) {
        int64_t count;
        int64_t unit;
        if (!take_count(&rest, &count))
            return false;
        rest = skip_white(rest);
        if (!find_unit(take_word(&rest), &unit) || !add_measure(count, unit, &smaller, &total))
            return false;
        if (skip_white(rest).size == 0)
            break;
        rest = skip_joint(rest);
        if (rest.size == 0)
            return false;
    }
    *ret_seconds = total;
    return smaller != INT64_MAX;
}

static int64_t iso_unit(char letter, bool in_time)
{
    switch (letter) {
    case 'W':
        return in_time ? 0 : WEEK;
    case 'D':
        return in_time ? 0 : DAY;
    case 'H':
        return in_time ? HOUR : 0;
    case 'M':
        return in_time ? MINUTE : 0;
    case 'S':
        return in_time ? 1 : 0;
    default:
        return 0;
    }
}

/* ISO 8601 without months and years, whose length is not fixed. */
static bool read_iso(Slice rest, int64_t *ret_seconds)
{
    int64_t total = 0;
    int64_t smaller = INT64_MAX;
    bool in_time = false;
    while (rest.size > 0) {
        int64_t count;
        if (!in_time && rest.at[0] == 'T') {
            in_time = true;
            rest = slice_from(rest, 1);
        }
        if (!take_count(&rest, &count) || rest.size == 0)
            return false;
        int64_t unit = iso_unit(rest.at[0], in_time);
        if (unit == 0 || !add_measure(count, unit, &smaller, &total))
            return false;
        rest = slice_from(rest, 1);
    }
    *ret_seconds = total;
    return smaller != INT64_MAX;
}

bool duration_read(Slice text, int64_t *ret_seconds)
{
    Slice rest = slice_trim(text);
    if (slice_starts(rest, SLICE("P")))
        return read_iso(slice_from(rest, 1), ret_seconds);
    return read_words(rest, ret_seconds);
}

typedef struct Measure {
    int64_t seconds;
    Unit unit;
    char letter;
} Measure;

#define MEASURE_COUNT 4

static const Measure measures[MEASURE_COUNT] = {
    {DAY, UNIT_DAY, 'D'},
    {HOUR, UNIT_HOUR, 'H'},
    {MINUTE, UNIT_MINUTE, 'M'},
    {1, UNIT_SECOND, 'S'},
};

void duration_write(const Language *language, int64_t seconds, Buffer *out)
{
    int64_t counts[MEASURE_COUNT];
    size_t left = 0;
    for (size_t i = 0; i < MEASURE_COUNT; i++) {
        counts[i] = seconds / measures[i].seconds;
        seconds %= measures[i].seconds;
        left += counts[i] > 0;
    }
    if (left == 0) {
        number_write_unit(language, 0, UNIT_MINUTE, out);
        return;
    }
    const ListPattern *list = &language->lists[LIST_UNITS];
    Slice last = left == 2 ? list->two : list->last;
    for (size_t i = 0; i < MEASURE_COUNT; i++) {
        if (counts[i] == 0)
            continue;
        number_write_unit(language, (double) counts[i], measures[i].unit, out);
        left--;
        if (left > 0)
            buffer_add(out, left == 1 ? last : list->middle);
    }
}

void duration_write_iso(int64_t seconds, Buffer *out)
{
    buffer_add_byte(out, 'P');
    bool has_time = false;
    for (size_t i = 0; i < MEASURE_COUNT; i++) {
        int64_t count = seconds / measures[i].seconds;
        seconds %= measures[i].seconds;
        if (count == 0)
            continue;
        if (measures[i].unit != UNIT_DAY && !has_time)
            buffer_add_byte(out, 'T');
        has_time |= measures[i].unit != UNIT_DAY;
        buffer_add_int(out, count);
        buffer_add_byte(out, measures[i].letter);
    }
    if (buffer_slice(out).at[out->size - 1] == 'P')
        buffer_add(out, SLICE("T0S"));
}
