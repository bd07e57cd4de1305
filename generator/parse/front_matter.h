/* Types front matter by the registry (editorial 3). Private to parse. */
#ifndef PARSE_FRONT_MATTER_H
#define PARSE_FRONT_MATTER_H

#include "base/value.h"
#include "model/site.h"

/* What fields are when they are not given, which is all that is known of a page that cannot be
 * read.
 */
void front_matter_prepare(Page *page);

/* Fills page->text.front, prepared; faults go to page->report. False when the title is missing. */
bool front_matter_read(Page *page, const Value *map);

#endif
