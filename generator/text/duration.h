/* Durations: read as editors type them, written in words of a language or for machines. */
#ifndef TEXT_DURATION_H
#define TEXT_DURATION_H

#include "base/buffer.h"
#include "text/language.h"

#define DURATION_MAX (INT64_C(10) * 366 * 86400) /* seconds */

/* Reads `30m`, `1h 30m`, `2d`, `PT30M`, «۳۰ دقیقه», «۱ ساعت و ۳۰ دقیقه», `1 hour, 30 minutes` into
 * seconds; false for anything else and for more than DURATION_MAX. */
bool duration_read(Slice text, int64_t *ret_seconds);

/* «۱ ساعت و ۳۰ دقیقه», "1 hour, 30 minutes", no-break spaces between number and unit; `language` is
 * one of the site. */
void duration_write(const Language *language, int64_t seconds, Buffer *out);

/* PT1H30M, P2D: for machines. */
void duration_write_iso(int64_t seconds, Buffer *out);

#endif
