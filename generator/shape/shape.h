/* The third stage: one page by itself, in any thread. The tree gets its meaning (alerts, figures,
 * captions, marked phrases, raw HTML), its text is made safe and well set, and what other pages may
 * ask of it is worked out: outline, summary, counts, sort key. */
#ifndef SHAPE_SHAPE_H
#define SHAPE_SHAPE_H

#include "model/site.h"

/* Needs page->text. Faults go to page->report. */
void shape_page(Page *page, Arena *scratch);

#endif
