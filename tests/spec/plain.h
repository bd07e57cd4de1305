/* Writes a Document as cmark writes HTML, so that the examples of the specifications can be
 * compared byte for byte. Only the tests use it: what readers get is made by render. */
#ifndef SPEC_PLAIN_H
#define SPEC_PLAIN_H

#include "markup/node.h"

void plain_write(const Document *document, Buffer *out);

#endif
