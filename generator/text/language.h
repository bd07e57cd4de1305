/* What is known about one language: a constant table (persian.md 1) holds the facts of those we
 * know better than ICU does, site.yaml may override them. A Language of the site carries tools of
 * ICU's, opened once by languages_open and shared by all threads. */
#ifndef TEXT_LANGUAGE_H
#define TEXT_LANGUAGE_H

#include "base/url.h"
#include "text/calendar.h"
#include "text/digit.h"

typedef enum Direction {
    DIRECTION_NONE, /* not stated */
    DIRECTION_LTR,
    DIRECTION_RTL,
    DIRECTION_AUTO, /* a text whose language nobody knows: <bdi> without dir, U+2068 */
} Direction;

/* The rows of the table; text rules go by them. */
typedef enum LanguageId {
    LANGUAGE_OTHER, /* no row: ICU's data */
    LANGUAGE_FA,
    LANGUAGE_FA_AF,
    LANGUAGE_PS,
    LANGUAGE_AR,
    LANGUAGE_HE,
    LANGUAGE_CKB,
    LANGUAGE_AZB,
    LANGUAGE_UR,
    LANGUAGE_AZ,
    LANGUAGE_KU,
    LANGUAGE_EN,
    LANGUAGE_ID_COUNT
} LanguageId;

typedef enum LanguageKind {
    LANGUAGE_OF_SITE, /* has tools: may be asked for dates, numbers, messages, order */
    LANGUAGE_FOREIGN, /* a tag and perhaps a direction, nothing else */
    LANGUAGE_TOKEN,   /* a phone number, a code: left-to-right, of no language */
} LanguageKind;

typedef enum ListKind {
    LIST_AND,
    LIST_OR,
    LIST_UNITS, /* of measures that make one: 1 hour, 30 minutes */
    LIST_COUNT
} ListKind;

typedef struct ListPattern {
    Slice middle; /* between items: "، " */
    Slice last;   /* before the last of three or more: " و " */
    Slice two;    /* between two items: " و " */
} ListPattern;

typedef struct LanguageTools LanguageTools; /* text/tools.h */

struct Language {
    LanguageKind kind;
    LanguageId id;
    uint32_t number; /* position in Languages.items; of site languages only */
    Slice code;      /* as site.yaml has it: "fa-AF" */
    Slice folder;    /* the code in lower case: "fa-af" */
    Slice tag;       /* for lang="…"; empty for a token */
    Slice hreflang;  /* for alternate links: "ku-Arab" for ckb */
    Slice name;      /* its own name: "فارسی" */
    Slice locale;    /* of ICU: "fa_AF" */
    Direction direction;
    DigitFamily digits;
    Calendar calendar;
    Calendar second_calendar; /* or CALENDAR_NONE */
    bool is_arabic_script;
    Slice quotes[4]; /* outer pair, inner pair */
    Slice comma;     /* with its space: "، " or ", " */
    ListPattern lists[LIST_COUNT];
    const LanguageTools *tools; /* NULL unless LANGUAGE_OF_SITE */
};

/* "ltr", "rtl", "auto": for dir="…" and in site.yaml. */
Slice direction_word(Direction direction);
bool direction_find(Slice word, Direction *ret_direction);

/* Left-to-right token of no language. */
extern const Language language_token;

/* A language that site.yaml does not name, as in [Wasser]{de ltr}. DIRECTION_NONE takes the
 * direction of the table, and DIRECTION_AUTO where that does not know the tag. */
const Language *language_new(Arena *arena, Slice tag, Direction direction);

/* A string of letters, digits and hyphens that has the form of a language tag (BCP 47). */
bool language_is_tag(Slice tag);

/* True for the same tag and kind; NULL is a text without language and equals only NULL. */
bool language_equal(const Language *a, const Language *b);

#endif
