/* Writes days by the patterns of ICU, without ICU. */
#include "text/form.h"

#include "text/tools.h"

#define YEAR_PADDED 4 /* "yyyy": years here have four digits anyway */

/* What a run of one pattern letter stands for; false for what only ICU knows. */
static bool read_field(UChar letter, int32_t count, FormPart *ret_part)
{
    *ret_part = (FormPart){.is_padded = count == 2};
    switch (letter) {
    case u'd':
        ret_part->field = FORM_DAY;
        return count <= 2;
    case u'M':
        ret_part->field = count == 4 ? FORM_MONTH_NAME : FORM_MONTH;
        return count <= 2 || count == 4;
    case u'y':
        ret_part->field = FORM_YEAR;
        return count == 1 || count == YEAR_PADDED;
    case u'E':
        ret_part->field = FORM_WEEKDAY;
        return count == 4;
    default:
        return false;
    }
}

static bool is_pattern_letter(UChar unit)
{
    return (unit >= u'A' && unit <= u'Z') || (unit >= u'a' && unit <= u'z');
}

/* The end of the run that starts at `start`: of one pattern letter, or of letters to be shown. */
static int32_t end_of_run(const UChar *pattern, int32_t count, int32_t start, bool is_quoted)
{
    const bool is_field = !is_quoted && is_pattern_letter(pattern[start]);
    int32_t end = start + 1;
    for (; end < count && pattern[end] != u'\''; end++) {
        if (is_field ? pattern[end] != pattern[start]
                     : !is_quoted && is_pattern_letter(pattern[end]))
            break;
    }
    return end;
}

/* False for a pattern that is left to ICU, the doubled quote among them. */
static bool read_pattern(Arena *arena, const UChar *pattern, int32_t count, Form *form)
{
    bool is_quoted = false;
    for (int32_t i = 0; i < count;) {
        if (pattern[i] == u'\'') {
            is_quoted = !is_quoted;
            if (++i < count && pattern[i] == u'\'')
                return false;
            continue;
        }
        const int32_t end = end_of_run(pattern, count, i, is_quoted);
        FormPart part = {.field = FORM_LETTERS};
        if (form->count == FORM_MAX_PARTS)
            return false;
        if (is_quoted || !is_pattern_letter(pattern[i]))
            part.letters = tools_slice(arena, pattern + i, end - i);
        else if (!read_field(pattern[i], end - i, &part))
            return false;
        form->parts[form->count++] = part;
        i = end;
    }
    return true;
}

static bool read_names(Arena *arena, const UDateFormat *format, UDateFormatSymbolType type,
                       int32_t first, int32_t count, Slice *names)
{
    UErrorCode status = U_ZERO_ERROR;
    for (int32_t i = 0; i < count; i++) {
        UChar units[TOOLS_MAX_UNITS];
        int32_t size = udat_getSymbols(format, type, first + i, units, TOOLS_MAX_UNITS, &status);
        if (U_FAILURE(status))
            return false;
        names[i] = tools_slice(arena, units, size);
    }
    return true;
}

static void read_form(Arena *arena, const UDateFormat *format, Form *form)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar pattern[TOOLS_MAX_UNITS];
    int32_t count = udat_toPattern(format, false, pattern, TOOLS_MAX_UNITS, &status);
    bool is_plain = U_SUCCESS(status) && form->digits != DIGITS_NONE &&
                    read_pattern(arena, pattern, count, form) &&
                    read_names(arena, format, UDAT_MONTHS, 0, 12, form->months) &&
                    read_names(arena, format, UDAT_WEEKDAYS, 1, 7, form->weekdays);
    if (!is_plain)
        form->count = 0;
}

void form_read_all(Arena *arena, LanguageTools *tools, DigitFamily digits)
{
    for (Calendar calendar = CALENDAR_DEFAULT; calendar < CALENDAR_COUNT; calendar++) {
        for (DateForm i = DATE_FORM_LONG; i < DATE_FORM_COUNT; i++) {
            Form *form = &tools->forms[calendar][i];
            *form = (Form){.calendar = calendar, .digits = digits};
            if (tools->dates[calendar][i] != NULL)
                read_form(arena, tools->dates[calendar][i], form);
        }
    }
}

/* Sunday is 0, and the first day of all was a Thursday. */
static int32_t weekday_of(int32_t number)
{
    const int32_t weekday = (number + 4) % 7;
    return weekday < 0 ? weekday + 7 : weekday;
}

/* Years in which arithmetic and ICU agree. */
static bool is_sure(Calendar calendar, int32_t year)
{
    return calendar == CALENDAR_PERSIAN ? year >= 1178 && year <= 1502
                                        : year >= 1600 && year <= 9999;
}

static void write_number(const Form *form, const FormPart *part, int32_t value, Buffer *out)
{
    if (part->is_padded && value < 10)
        digit_write_int(form->digits, 0, out);
    digit_write_int(form->digits, value, out);
}

bool form_write(const Form *form, int32_t number, Buffer *out)
{
    if (form->count == 0)
        return false;
    const Day day = calendar_day(form->calendar, number);
    if (!is_sure(form->calendar, day.year))
        return false;
    for (size_t i = 0; i < form->count; i++) {
        const FormPart *part = &form->parts[i];
        switch (part->field) {
        case FORM_LETTERS:
            buffer_add(out, part->letters);
            break;
        case FORM_DAY:
            write_number(form, part, day.day, out);
            break;
        case FORM_MONTH:
            write_number(form, part, day.month, out);
            break;
        case FORM_MONTH_NAME:
            buffer_add(out, form->months[day.month - 1]);
            break;
        case FORM_YEAR:
            write_number(form, part, day.year, out);
            break;
        case FORM_WEEKDAY:
            buffer_add(out, form->weekdays[weekday_of(number)]);
            break;
        }
    }
    return true;
}
