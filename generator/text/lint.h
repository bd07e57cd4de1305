/* Faults in single letters of the source (persian 9.2): digits of two families, hidden characters,
 * letters of other languages. Reported before any rule has worked; nothing is changed here. */
#ifndef TEXT_LINT_H
#define TEXT_LINT_H

#include "text/letters.h"
#include "text/typography.h"

void lint_typed(const Typography *typography, const Letters *letters, FindingList *findings);

#endif
