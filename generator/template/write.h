/* Writes values into the page as their place demands (templates.md 9, 10): escaped, isolated,
 * relative. */
#ifndef TEMPLATE_WRITE_H
#define TEMPLATE_WRITE_H

#include "template/frame.h"

/* The value of an expression as element content; inside a plain string it goes there. */
void write_content(Run *run, const Expression *expression);

/* A text as element content, isolated by markup. */
void write_text(Run *run, Text text);

/* A value as part of a plain string, not escaped. `is_human`: in the digits of the language,
 * isolated. */
void write_plain(Run *run, const Expression *expression, bool is_human, Buffer *out);

/* Writes inline or html markup. */
void write_markup(Run *run, const Expression *expression);

/* ` name="…"`, a bare name, or nothing. */
void write_attribute(Run *run, const Op *op);

/* The attributes of an attrs value. */
void write_attributes(Run *run, const Op *op);

/* rel and hreflang of an `a`, after its address. */
void write_rel(Run *run, const Op *op);
void write_hreflang(Run *run);

/* A finished plain string: guarded in front, escaped. */
void write_string(Run *run, Slice text, bool is_attribute);

/* The address as seen from the page, not escaped. False after a fault. */
bool write_address(Run *run, const Url *url, Buffer *out);

#endif
