/* The rules D1–D5 and P1–P7 (persian 9.1): digits and punctuation. They run after tokens are found,
 * outside of them. Where has_changed is set afterwards, tokens have to be found again. */
#ifndef TEXT_MARK_H
#define TEXT_MARK_H

#include "text/token.h"
#include "text/typography.h"

void mark_fix(const Typography *typography, Letters *letters, const TokenList *tokens,
              FindingList *findings);

/* D6: a quantity does not break between number and unit. The tokens stay what they are. */
void mark_bind_units(const Typography *typography, Letters *letters, const TokenList *tokens);

#endif
