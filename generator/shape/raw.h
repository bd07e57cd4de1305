/* Turns raw HTML into nodes like all others and holds it to the list of editorial 5. Private to
 * shape. */
#ifndef SHAPE_RAW_H
#define SHAPE_RAW_H

#include "model/site.h"

/* Every NODE_HTML_BLOCK and NODE_HTML_INLINE becomes elements or is reported; comments go. */
void raw_apply(Page *page, Arena *scratch);

#endif
