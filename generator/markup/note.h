/* Faults of footnotes, which the parser passes over: a mark without a text stays text, a text
 * without a mark vanishes, and a name with a space makes a link of it. */
#ifndef MARKUP_NOTE_H
#define MARKUP_NOTE_H

#include "markup/node.h"
#include "markup/place.h"

/* Looks for `[^…]` in a part of a block's content that ended up as text. */
void note_check_text(Place *place, uint32_t start, uint32_t end, Document *document,
                     Report *report);

/* A link written as `[^two words]`. */
void note_check_link(const Document *document, NodeId link, Report *report);

/* Counts the marks of each footnote in the order of the page. Those inside texts that nobody refers
 * to have vanished with them. */
void note_count_uses(const Document *document, Arena *scratch, Report *report);

/* Looks for definitions in the file that have no node. The tree must be finished. */
void note_check_definitions(const Document *document, const Typing *typing, Report *report);

#endif
