/* What a page says to people outside the flow of its text: alternative texts, titles, labels.
 * They have no elements, so controls keep their direction (persian 7). Private to shape. */
#ifndef SHAPE_REMARK_H
#define SHAPE_REMARK_H

#include "markup/node.h"
#include "text/polish.h"

/* Judges and makes safe the text of an element that runs in direction `place` (DIRECTION_NONE: as
 * the text). `where` holds it in the source. `rules` are those of its language. Without a report
 * (NULL) it is not judged. */
Slice remark_polish(Document *document, const PolishRules *rules, Direction place, Slice text,
                    Span where, Report *report);

#endif
