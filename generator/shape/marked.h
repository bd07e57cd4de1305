/* Marked phrases: `[Saving water]{en}`, `[Wasser]{de ltr}`, `[…]{isolate=off}` become one node that
 * states the language, the direction or a switch for what stands in the brackets (editorial 5).
 * Private to shape. */
#ifndef SHAPE_MARKED_H
#define SHAPE_MARKED_H

#include "model/site.h"

/* `languages`: of the site; NULL: a tag is looked up nowhere. */
void marked_document(Document *document, const Languages *languages, Report *report,
                     Arena *scratch);

void marked_apply(Page *page, Arena *scratch);

#endif
