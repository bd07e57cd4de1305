/* What a build says at its end, on standard output. Private to command. */
#ifndef COMMAND_SUMMARY_H
#define COMMAND_SUMMARY_H

#include "emit/emit.h"

void summary_print(const Site *site, Arena *arena, const EmitResult *result);

/* A line for each page: bytes of HTML, bytes with all that it loads, path. */
void summary_print_weights(const Site *site);

/* One line for CI: {"waiting":[{"path":…,"due":…}],"next":…}. */
void summary_print_json(const Site *site, Arena *arena);

#endif
