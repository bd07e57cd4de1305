/* Half-spaces that were typed as spaces (persian 9.3): «می رود», «کتاب ها», «بزرگ تر». */
#ifndef TEXT_WORDING_H
#define TEXT_WORDING_H

#include "text/finding.h"
#include "text/letters.h"

void wording_check(const Letters *letters, FindingList *findings);

#endif
