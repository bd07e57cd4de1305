/* The rules D1–D6 and P1–P7 (persian 9.1): digits and punctuation. They run after tokens are found,
 * outside of them. Where has_changed is set afterwards, tokens have to be found again. */
#ifndef TEXT_MARK_H
#define TEXT_MARK_H

#include "text/token.h"
#include "text/typography.h"

void mark_fix(const Typography *typography, Letters *letters, const TokenList *tokens,
              FindingList *findings);

#endif
