/* Faults of Markdown that the parser passes over without a word, because it takes what was typed
 * for plain text (editorial 6): marks without a space, swapped brackets, stars that close nothing,
 * hidden characters in code. It works on the tree as parsed and on the bytes of the file, so each
 * fault stands where it was typed and most carry their repair. Private to shape. */
#ifndef SHAPE_LINT_H
#define SHAPE_LINT_H

#include "model/site.h"

void lint_document(Document *document, const Language *language, const Languages *languages,
                   Report *report, Arena *scratch);

/* The same for the document of a page. Blocks that are taken out have been reported. */
void lint_apply(Page *page, Arena *scratch);

#endif
