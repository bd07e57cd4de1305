/* The rules D1–D5 (persian 9.1): digits, percent signs and separators in Persian text. */
#ifndef TEXT_NUMERAL_H
#define TEXT_NUMERAL_H

#include "text/letters.h"
#include "text/typography.h"

/* Needs CLASS_PROTECTED set on what must stay. */
void numeral_fix(const Typography *typography, Letters *letters, FindingList *findings);

#endif
