/* Characters that the bytes of a file do not show, because they are written as an escape of YAML
 * ("\u202e") or an entity (&#x202E;): what source_read refuses is refused in this form as well. */
#ifndef MARKUP_ESCAPE_H
#define MARKUP_ESCAPE_H

#include "base/source.h"

/* `text` is what `written` stands for. False, and reported at the escape, where it holds a control
 * character or one that turns the direction of what follows. */
bool escape_check(Span written, Slice text, Report *report);

/* The same for one entity of HTML, which holds control characters to be no entities at all. */
bool escape_check_entity(Span written, Report *report);

/* The same for a name, which holds nothing invisible at all. */
bool escape_check_name(Span written, Slice name, Report *report);

#endif
