/* The first stage: reads site.yaml and finds every file of the site. Nothing but site.yaml is
 * opened. */
#ifndef DISCOVER_DISCOVER_H
#define DISCOVER_DISCOVER_H

#include "model/site.h"

/* Fills site->settings, the lists of files, and a page with its origin for every Markdown file, in
 * byte order of the source paths. Faults go to site->report; false when the languages could not be
 * settled and no later stage can run. */
bool discover_site(Site *site, Workers *workers);

#endif
