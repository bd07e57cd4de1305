/* Texts without markup that people wrote in YAML: titles, descriptions, names, alternative texts.
 * They are judged as typed, by the rules that hold for the text of a page, and then made safe for
 * every place they may be shown in. */
#ifndef MODEL_LABEL_H
#define MODEL_LABEL_H

#include "model/schema.h"

/* Reads one text of `language`. With max_size 0 it may have any length. */
bool label_read(SchemaReader *reader, Slice name, const Value *value, uint32_t max_size,
                const Language *language, Text *ret_text);

#endif
