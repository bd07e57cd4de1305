/* From a fault in the letters of a block to a diagnostic with its place in the source and its
 * repair. Private to shape. */
#ifndef SHAPE_FAULT_H
#define SHAPE_FAULT_H

#include "shape/flatten.h"
#include "text/typography.h"

#define FAULT_MAX_PER_PAGE 1000 /* no reader takes in more; mend these first */

void fault_report(const Document *document, const Pieces *pieces, const FindingList *findings,
                  Report *report);

#endif
