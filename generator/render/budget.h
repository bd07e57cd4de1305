/* Weight of a page and of what it loads against the limits of site.yaml (output 42, 43). Private to
 * render. */
#ifndef RENDER_BUDGET_H
#define RENDER_BUDGET_H

#include "model/site.h"

void budget_check(Page *page);

#endif
