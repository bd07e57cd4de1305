/* What can be checked only when all bodies are compiled, along the calls between components:
 * endless recursion, page.head exactly once, the publisher on every page, the assets put inside a
 * page (templates.md 5, 12). */
#ifndef TEMPLATE_CHECKS_H
#define TEMPLATE_CHECKS_H

#include "template/set.h"

void checks_run(TemplateSet *set);

#endif
