/* Reads the files of templates/ and assets/ and has the templates compiled. Private to parse. */
#ifndef PARSE_COMPONENT_H
#define PARSE_COMPONENT_H

#include "model/site.h"

/* Registers every file of assets/ and content/ that is no page in site->files. */
void component_register_files(Site *site);

/* Reads and compiles all templates. Needs files, data, messages and the list of pages. */
void component_read(Site *site);

#endif
