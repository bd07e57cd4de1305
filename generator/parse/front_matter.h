/* Types front matter by the registry (editorial 3). Private to parse. */
#ifndef PARSE_FRONT_MATTER_H
#define PARSE_FRONT_MATTER_H

#include "base/value.h"
#include "model/site.h"

/* Fills page->text.front; faults go to page->report. False when the title is missing. */
bool front_matter_read(Page *page, const Value *map);

#endif
