/* The rules P2 and P3 (persian 9.1): quotation marks around Persian words. */
#ifndef TEXT_QUOTE_H
#define TEXT_QUOTE_H

#include "text/letters.h"
#include "text/typography.h"

/* Needs CLASS_PROTECTED set on what must stay. */
void quote_fix(Letters *letters, FindingList *findings);

#endif
