/* The fifth stage: every byte of the output. render_page makes one page, in any thread; render_site
 * makes the files that belong to no one page. Nothing is written to disk here. */
#ifndef RENDER_RENDER_H
#define RENDER_RENDER_H

#include "model/site.h"

/* Once after link and before the first page: finds the hooks and the interface texts that pages
 * need. */
void render_setup(Site *site);

/* Fills page->output, and that of the pages that show its text for want of a translation; faults go
 * to their reports. `worker` names the row of ICU tools, and its scratch holds the HTML. */
void render_page(Page *page, Worker *worker);

/* Fills site->site_files: redirect pages, feeds and what else is made once. */
void render_site(Site *site, Workers *workers);

#endif
