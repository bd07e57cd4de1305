/* The languages of a site: an entry of site.yaml is checked, then all tools are opened before
 * threads start. Afterwards everything here may be used from any thread. */
#ifndef TEXT_LANGUAGES_H
#define TEXT_LANGUAGES_H

#include "text/language.h"

#define LANGUAGES_MAX 64

/* A language entry of site.yaml, typed; empty fields stand for the default of its row. */
typedef struct LanguageSettings {
    Slice code;
    Slice name;
    Slice hreflang;
    Slice locale;
    Direction direction;
    DigitFamily digits;
    Calendar calendar;
    Calendar second_calendar;
} LanguageSettings;

typedef enum LanguageFault {
    LANGUAGE_FINE,
    LANGUAGE_NO_DIRECTION,      /* direction is missing */
    LANGUAGE_DIRECTION_DIFFERS, /* from the table or from the script; a warning */
    LANGUAGE_UNKNOWN,           /* neither a row nor ICU's; *ret_word: "did you mean", or empty */
    LANGUAGE_LOCALE_UNKNOWN,    /* ICU has no data for settings.locale */
} LanguageFault;

/* What is wrong with an entry, worst first. *ret_word: the code to write instead of an unknown one,
 * or empty; the locale at fault; the direction that is missing or expected. */
LanguageFault language_check(const LanguageSettings *settings, Slice *ret_word);

typedef struct Languages {
    Language *items; /* in the order of site.yaml */
    size_t count;
    struct UnicodeTools *unicode; /* text/unicode.h */
} Languages;

/* Opens all tools of the languages; each entry has passed language_check. Sets ICU's default
 * locale first, so nothing depends on the machine. NULL when ICU's data is missing or broken. */
Languages *languages_open(Arena *arena, const LanguageSettings *settings, size_t count);
void languages_close(Languages *languages);

/* By code, tag or folder, in any case; NULL: not one of the site. */
const Language *languages_find(const Languages *languages, Slice code);

#endif
