/* Reads data/: people, terms, and the tables of templates and Markdown (editorial 2, 5). Private to
 * parse. */
#ifndef PARSE_DATA_H
#define PARSE_DATA_H

#include "model/site.h"

void data_read(Site *site);

#endif
