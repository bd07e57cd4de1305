/* Which rules of typography a language has, and what bends them at one place. The rules themselves
 * change the page, never the source: text/character before tokens are found, text/mark after. What
 * the source gets wrong becomes a Finding. Running them on their own result changes nothing. */
#ifndef TEXT_TYPOGRAPHY_H
#define TEXT_TYPOGRAPHY_H

#include "text/finding.h"
#include "text/language.h"

typedef enum TypographyFamily {
    TYPOGRAPHY_OTHER,  /* Hebrew and left-to-right languages: C1 and C9 */
    TYPOGRAPHY_ARABIC, /* languages in Arabic script: also C3, C5, C6, C8, C10, D6 */
    TYPOGRAPHY_PERSIAN /* fa and fa-AF: all rules */
} TypographyFamily;

typedef struct Typography {
    TypographyFamily family;
    const Language *language;
    bool is_verse;     /* U+0640 stays */
    bool keeps_digits; /* D1 is off: the digits of the language are not ۰–۹ */
} Typography;

void typography_init(Typography *typography, const Language *language);

#endif
