/* The root element of a component file: its parameters, its form as a directive, its names in other
 * languages, and which slots its body has. Headers are read when files are added, before any body
 * is compiled. */
#ifndef TEMPLATE_HEADER_H
#define TEMPLATE_HEADER_H

#include "template/set.h"

/* Reads the file of `component`, whose name and source are set. Faults are reported; is_readable
 * says whether calls can be checked against it. */
void header_read(Component *component);

/* Checks the parameters of a Markdown hook against the table and notes their order. */
void header_check_hook(Component *component, Hook hook);

#endif
