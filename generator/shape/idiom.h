/* Gives the tree the meanings that Markdown itself does not know (editorial 5): alerts, figures,
 * table captions, marked phrases. Raw HTML is shape/raw's. Private to shape. */
#ifndef SHAPE_IDIOM_H
#define SHAPE_IDIOM_H

#include "model/site.h"

void idiom_apply(Page *page, Arena *scratch);

#endif
