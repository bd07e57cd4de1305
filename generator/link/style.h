/* Joins a style sheet with what it imports and leads its url() to the names the files get. Private
 * to link. */
#ifndef LINK_STYLE_H
#define LINK_STYLE_H

#include "model/site.h"

/* The text as it is written. Missing files and addresses of other hosts are reported; a sheet that
 * stands inside pages may not load anything, since it has no place of its own. */
Slice style_join(Site *site, const ImageFile *file);

#endif
