/* What only a person can judge, once tokens are found (persian 5.4, 9.2): ranges, marks and numbers
 * beside names, half-spaces, dashes, quotation marks without partner. Reported, never changed. */
#ifndef TEXT_ADVICE_H
#define TEXT_ADVICE_H

#include "text/token.h"
#include "text/typography.h"

void advice_give(const Typography *typography, const Letters *letters, const TokenList *tokens,
                 FindingList *findings);

#endif
