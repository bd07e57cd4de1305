/* A language's rules for a run of text: joiners, letters, quotes, digits, dashes. They change the
 * page, never the source; what the source gets wrong becomes a Finding. The rules run in two
 * halves, because tokens are found between them and must not be touched by the second. Running them
 * on their own result changes nothing. */
#ifndef TEXT_TYPOGRAPHY_H
#define TEXT_TYPOGRAPHY_H

#include "base/report.h"
#include "text/token.h"

/* Which rules a language has. */
typedef enum TypographyFamily {
    TYPOGRAPHY_OTHER,  /* Hebrew and left-to-right languages: C1 and C9 */
    TYPOGRAPHY_ARABIC, /* languages in Arabic script: also C3, C5, C6, C8, C10, D6 */
    TYPOGRAPHY_PERSIAN /* fa and fa-AF: all rules */
} TypographyFamily;

typedef struct Typography {
    TypographyFamily family;
    const Language *language;
    bool is_verse;     /* U+0640 stays */
    bool keeps_digits; /* D1 is off: the language's digits are Latin */
    bool reports;      /* findings are wanted */
} Typography;

void typography_init(Typography *typography, const Language *language);

#define FINDING_MAX_EDITS 2

/* A fault in the text as typed. Positions are letters as typed, half open. */
typedef struct FindingEdit {
    uint32_t start;
    uint32_t end;
    Slice text; /* what takes their place */
} FindingEdit;

typedef struct Finding {
    DiagnosticCode code;
    uint32_t start;
    uint32_t end;
    Slice words[2];
    FindingEdit edits[FINDING_MAX_EDITS];
    uint8_t edit_count;
    bool is_safe;
} Finding;

typedef struct FindingList {
    Arena *arena; /* of the items and their words */
    Finding *items;
    size_t count;
    size_t capacity;
} FindingList;

void finding_list_init(FindingList *list, Arena *arena);
Finding *finding_add(FindingList *list, DiagnosticCode code, size_t start, size_t end);

/* C1–C10, before tokens are found. */
void typography_fix_characters(const Typography *typography, Letters *letters,
                               FindingList *findings);

/* D1–D6 and P1–P8, outside tokens; moves the tokens with the text. */
void typography_fix_marks(const Typography *typography, Letters *letters, TokenList *tokens,
                          FindingList *findings);

#endif
