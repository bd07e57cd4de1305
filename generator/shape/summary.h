/* What other pages may show of a page: its first paragraph, counts, the key it is sorted by.
 * Private to shape. */
#ifndef SHAPE_SUMMARY_H
#define SHAPE_SUMMARY_H

#include "model/site.h"

void summary_make(Page *page, Arena *scratch);

#endif
