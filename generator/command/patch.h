/* Writes edits of a file as a unified diff that patch and git apply take, with the file's own line
 * ends and an unended last line said. Private to command. */
#ifndef COMMAND_PATCH_H
#define COMMAND_PATCH_H

#include "base/buffer.h"
#include "base/report.h"

/* `edits` are in order and do not overlap. Adds nothing where nothing changes. */
void patch_write(Buffer *out, Slice path, Slice before, const Edit *edits, size_t count);

#endif
