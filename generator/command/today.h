/* What day it is, for the commands that need to know: told, else SOURCE_DATE_EPOCH, else the clock.
 * Private to command. */
#ifndef COMMAND_TODAY_H
#define COMMAND_TODAY_H

#include "text/date.h"

/* `word` is the value of --now, empty without one. False and told on standard error when it is no
 * date. */
bool today_find(Arena *arena, Slice word, Date *ret_today);

#endif
