/* Numbers, percentages and sizes in words of a language (persian.md 6 and 11, templates
 * 7). All writing gives plain text, not escaped, in the digits of the language, which must be one
 * of the site. May be called from any thread. */
#ifndef TEXT_NUMBER_H
#define TEXT_NUMBER_H

#include "base/buffer.h"
#include "text/facts.h"

#define NUMBER_MAX_FRACTION 9
#define NUMBER_DEFAULT_FRACTION 3

/* Grouped; at most `fraction` digits after the point, rounded half up. */
void number_write(const Language *language, double value, uint32_t fraction, Buffer *out);
void number_write_int(const Language *language, int64_t value, Buffer *out);

/* Ungrouped: years, page numbers, ids. */
void number_write_plain(const Language *language, double value, uint32_t fraction, Buffer *out);
void number_write_plain_int(const Language *language, int64_t value, Buffer *out);

/* 0.25 is 25 %. In Arabic script with digits ۰–۹ or 0–9 U+061C stands before the digits. */
void number_write_percent(const Language *language, double value, uint32_t fraction, Buffer *out);

/* Steps of 1,000, one fraction digit from 1 kB: "24.3 kB", «۲۴٫۳ کیلوبایت». */
void number_write_bytes(const Language *language, int64_t bytes, Buffer *out);

/* A number with its unit, whole bytes or one fraction digit, held together by U+00A0. */
void number_write_unit(const Language *language, double value, Unit unit, Buffer *out);

/* ASCII, shortest form that reads back the same: for machines. */
void number_write_machine(double value, Buffer *out);

/* Reads a whole number, or a decimal one with "." or U+066B, in any one digit family. */
bool number_read_int(Slice text, int64_t *ret_value);
bool number_read(Slice text, double *ret_value);

#endif
