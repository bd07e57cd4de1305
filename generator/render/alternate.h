/* The versions of a page that search engines are told of: complete, the page itself among them,
 * only what exists, so that the pages of a set name each other (output 98). Private to render. */
#ifndef RENDER_ALTERNATE_H
#define RENDER_ALTERNATE_H

#include "model/site.h"

typedef struct Alternate {
    Slice hreflang;
    const Page *page;
} Alternate;

/* How many; 0 where the page stands alone. The last one is x-default. */
size_t alternate_list(const Page *page, Arena *arena, Alternate **ret_alternates);

#endif
