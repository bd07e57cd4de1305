/* Asks the system about a terminal. */
#include "base/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool terminal_is_shown(FILE *stream)
{
    return isatty(fileno(stream)) != 0;
}

bool terminal_knows_escapes(void)
{
    const char *terminal = getenv("TERM");
    return terminal != NULL && strcmp(terminal, "dumb") != 0;
}

bool terminal_wants_colour(void)
{
    const char *refusal = getenv("NO_COLOR");
    return terminal_knows_escapes() && (refusal == NULL || *refusal == '\0');
}
