/* The second stage. parse_shared reads what all pages need: people, terms, data, interface texts,
 * templates. parse_page turns one source into typed front matter and a document tree; it may run
 * for many pages at once. */
#ifndef PARSE_PARSE_H
#define PARSE_PARSE_H

#include "model/site.h"

/* Once, before any thread, and before anything else of this stage. */
void parse_setup(void);

/* Faults go to site->report. */
void parse_shared(Site *site);

/* Fills page->text. A page that cannot be read is marked is_broken; the others go on. */
void parse_page(Page *page, Arena *scratch);

#endif
