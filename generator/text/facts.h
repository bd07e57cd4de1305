/* The constant table of persian.md 1: what we know about languages better than ICU does, and where
 * in ICU's data the rest is found. Only the modules that open tools look at it. */
#ifndef TEXT_FACTS_H
#define TEXT_FACTS_H

#include "text/language.h"

/* What a date is written with; both and datetime are made of these. */
typedef enum DateForm {
    DATE_FORM_LONG,
    DATE_FORM_FULL,
    DATE_FORM_SHORT,
    DATE_FORM_MONTH,
    DATE_FORM_YEAR,
    DATE_FORM_TIME,
    DATE_FORM_COUNT
} DateForm;

typedef enum Unit {
    UNIT_BYTE,
    UNIT_KILOBYTE,
    UNIT_MEGABYTE,
    UNIT_GIGABYTE,
    UNIT_TERABYTE,
    UNIT_SECOND,
    UNIT_MINUTE,
    UNIT_HOUR,
    UNIT_DAY,
    UNIT_COUNT
} Unit;

typedef struct LanguageFacts {
    LanguageId id;
    Slice code;
    Slice hreflang; /* empty: the code */
    Direction direction;
    DigitFamily digits; /* DIGITS_NONE: as ICU has them for the locale */
    Calendar calendar;
    bool is_arabic_script;
    Slice quotes[4];

    Slice locale;         /* of all tools not named here */
    Slice persian_locale; /* of dates in the Solar Hijri calendar; empty: the locale */
    Slice number_locale;  /* of numbers, plural rules aside */
    Slice plural_locale;
    Slice order_locale;

    ListPattern lists[LIST_COUNT];   /* empty: ICU's */
    Slice patterns[DATE_FORM_COUNT]; /* empty: ICU's best pattern */
    const Slice *months;             /* 12, Gregorian; NULL: ICU's */
    const Slice *persian_months;
    const Slice *weekdays;   /* 7, from Sunday */
    const Slice (*units)[2]; /* one, other; NULL: ICU's */
    Slice order_rules;       /* added to those of the order locale, in ICU's language */
    Slice letters;           /* of the index, between spaces; empty: ICU's */
} LanguageFacts;

/* The row of a code, whatever its case; "ku-IQ" is ckb, "ar-EG" is ar. NULL: no row. */
const LanguageFacts *facts_find(Slice code);

/* The row of a language without one: neutral facts. */
const LanguageFacts *facts_get(LanguageId id);

/* "prs" → "fa-AF"; empty: no such advice. */
Slice facts_advice(Slice code);

/* Codes of the table. */
size_t facts_codes(const Slice **ret_codes);

#endif
