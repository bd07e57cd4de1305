/* A pattern of ICU that names only days, months, years and weekdays, taken apart, so that a day is
 * written by arithmetic: a page shows several, and ICU takes a microsecond for each. Other patterns
 * and days long ago are left to ICU; where both can, both write the same. */
#ifndef TEXT_FORM_H
#define TEXT_FORM_H

#include "text/calendar.h"
#include "text/digit.h"

typedef struct LanguageTools LanguageTools;

#define FORM_MAX_PARTS 12

typedef enum FormField {
    FORM_LETTERS,
    FORM_DAY,
    FORM_MONTH,
    FORM_MONTH_NAME,
    FORM_YEAR,
    FORM_WEEKDAY,
} FormField;

typedef struct FormPart {
    FormField field;
    bool is_padded; /* to two digits */
    Slice letters;
} FormPart;

typedef struct Form {
    FormPart parts[FORM_MAX_PARTS];
    size_t count; /* 0: left to ICU */
    Calendar calendar;
    DigitFamily digits;
    Slice months[12];
    Slice weekdays[7]; /* from Sunday */
} Form;

/* Takes the patterns and names of all formats of a language, once they are open. */
void form_read_all(Arena *arena, LanguageTools *tools, DigitFamily digits);

/* Writes a day, counted from 1970-01-01. False, and nothing is written, for what ICU has to do. */
bool form_write(const Form *form, int32_t number, Buffer *out);

#endif
