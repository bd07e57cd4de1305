/* ICU's objects of one language: opened once before threads start, only read afterwards (the calls
 * used on them are const in ICU). Nobody but the modules of text looks inside. */
#ifndef TEXT_TOOLS_H
#define TEXT_TOOLS_H

#include "base/buffer.h"
#include "text/facts.h"
#include "text/form.h"
#include "text/number.h"
#include "text/plural.h"
#include "text/unicode.h"

#include <unicode/ucol.h>
#include <unicode/udat.h>
#include <unicode/unumberformatter.h>
#include <unicode/upluralrules.h>

/* Everything a date, a number or a unit comes to. */
#define TOOLS_MAX_UNITS 256

typedef struct IndexLetter {
    Slice letter;
    Slice key; /* primary part of its sort key */
} IndexLetter;

struct LanguageTools {
    UDateFormat *dates[CALENDAR_COUNT][DATE_FORM_COUNT]; /* in UTC */
    Form forms[CALENDAR_COUNT][DATE_FORM_COUNT];         /* what of them needs no ICU */

    /* by the number of fraction digits */
    UNumberFormatter *numbers[NUMBER_MAX_FRACTION + 1];
    UNumberFormatter *plain[NUMBER_MAX_FRACTION + 1];
    UNumberFormatter *percents[NUMBER_MAX_FRACTION + 1];
    bool marks_percent; /* U+061C before the digits; `percents` then only scale */
    Slice percent_sign;

    UNumberFormatter *units[UNIT_COUNT]; /* NULL: own names */
    const Slice (*unit_names)[2];

    UPluralRules *plurals[PLURAL_KIND_COUNT];
    uint32_t plural_words[PLURAL_KIND_COUNT];

    UCollator *collator;
    Script script;
    IndexLetter *letters; /* in order */
    size_t letter_count;
};

/* Makes ICU deaf to the machine's locale: before any other call. */
void tools_start(void);

/* Opens everything for a language whose facts are filled, and fills what ICU knows better: digits
 * and lists. NULL when ICU fails. `code_locale` is the locale its code stands for. */
LanguageTools *tools_open(Arena *arena, const LanguageFacts *facts, Language *language);
void tools_close(const LanguageTools *tools);

/* The family of digits ICU has for a locale. */
DigitFamily tools_digits(Slice locale);

/* True when ICU has data for a locale or its language. */
bool tools_has_locale(Slice locale);

/* UTF-16 to UTF-8, into a Buffer or an arena. */
void tools_add_units(Buffer *out, const UChar *units, int32_t count);
Slice tools_slice(Arena *arena, const UChar *units, int32_t count);

/* UTF-8 to UTF-16 in an arena, ended by NUL. */
UChar *tools_units(Arena *arena, Slice text, int32_t *ret_count);

#endif
