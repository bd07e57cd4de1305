/* Redirect pages for old addresses (output 104). Private to render. */
#ifndef RENDER_STUB_H
#define RENDER_STUB_H

#include "render/plan.h"

void stub_write(const Site *site, const Redirect *redirect, Buffer *out);

/* Reports old addresses below the path of a file, while the sources of pages are there to quote. */
void stub_check(Site *site);

#endif
