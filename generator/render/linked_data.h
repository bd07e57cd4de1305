/* What a page is, for machines: JSON-LD in the words of schema.org, and nothing that the page does
 * not show (output 100). A data block is no script: the content policy lets it stand. Private to
 * render. */
#ifndef RENDER_LINKED_DATA_H
#define RENDER_LINKED_DATA_H

#include "render/plan.h"

/* Adds the block. `address` is the page's absolute one; nothing is added without it, because things
 * are known by their addresses. */
void linked_data_write(const Site *site, const Page *page, Slice address, Buffer *out);

#endif
