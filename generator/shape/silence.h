/* Notes to the program in comments: `<!-- qanat: text/range: a chemical formula -->` on the line
 * above a block silences one diagnostic for that block (editorial 2). Private to shape. */
#ifndef SHAPE_SILENCE_H
#define SHAPE_SILENCE_H

#include "markup/node.h"

/* Must run before anything else is said about the page. What parsing has said is taken back. */
void silence_document(const Document *document, Report *report);

#endif
