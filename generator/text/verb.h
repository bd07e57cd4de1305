/* Persian verbs, as far as half-spaces need them (persian 9.3). */
#ifndef TEXT_VERB_H
#define TEXT_VERB_H

#include "base/slice.h"

/* True for the present or past stem of a known verb: رو, رفت. */
bool verb_has_stem(Slice stem);

#endif
