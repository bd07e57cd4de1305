/* Nesting across the calls of components: what a component writes, seen from where it is called,
 * and what a caller fills in, seen from where the slot stands (templates.md 2, 3). Inside one file
 * the compiler has checked it already. */
#ifndef TEMPLATE_NESTING_H
#define TEMPLATE_NESTING_H

#include "template/set.h"

/* After all bodies are compiled: walks every page, and every component nobody calls, as it will be
 * written. */
void nesting_check(TemplateSet *set);

#endif
