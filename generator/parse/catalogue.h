/* Reads the interface texts of templates/messages. Private to parse. */
#ifndef PARSE_CATALOGUE_H
#define PARSE_CATALOGUE_H

#include "model/site.h"

/* One catalogue for each language of the site; every key in every language. */
void catalogue_read(Site *site);

#endif
