/* The rules C1–C10 (persian 9.1): normal form, letters, joiners, marks, white space. They run
 * before tokens are found. */
#ifndef TEXT_CHARACTER_H
#define TEXT_CHARACTER_H

#include "text/letters.h"
#include "text/typography.h"

void character_fix(const Typography *typography, Letters *letters, FindingList *findings);

/* The Persian letter or digit for an Arabic one; the code point itself for all others. */
uint32_t character_persian(uint32_t code_point);

#endif
