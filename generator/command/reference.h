/* Everything the registries know, as JSON: fields of front matter, filters of templates and
 * diagnostics with their entries. tools/manual.py makes the reference pages of the manual from it,
 * so that the manual cannot say anything else than the program. Private to command. */
#ifndef COMMAND_REFERENCE_H
#define COMMAND_REFERENCE_H

#include "base/slice.h"

/* The entry of a code in docs/diagnostics.md, heading included; empty: none. */
Slice reference_entry(Slice code);

/* Writes one JSON object to standard output. */
void reference_print(void);

#endif
