/* docs/diagnostics.md, compiled in: tools/meson/embed.py makes the source of this. Private to
 * command. */
#ifndef COMMAND_MANUAL_H
#define COMMAND_MANUAL_H

#include "base/slice.h"

Slice manual_diagnostics(void);

#endif
