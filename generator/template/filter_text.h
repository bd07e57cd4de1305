/* Filters that give text or an address. */
#ifndef TEMPLATE_FILTER_TEXT_H
#define TEMPLATE_FILTER_TEXT_H

#include "template/filter.h"

bool filter_check_date(Compiler *compiler, Expression *node);
bool filter_check_digits(Compiler *compiler, Expression *node);
bool filter_check_truncate(Compiler *compiler, Expression *node);
bool filter_check_lang(Compiler *compiler, Expression *node);

void filter_date(Run *run, const Expression *node, Datum *value);
void filter_iso(Run *run, const Expression *node, Datum *value);
void filter_duration(Run *run, const Expression *node, Datum *value);
void filter_number(Run *run, const Expression *node, Datum *value);
void filter_percent(Run *run, const Expression *node, Datum *value);
void filter_bytes(Run *run, const Expression *node, Datum *value);
void filter_plain(Run *run, const Expression *node, Datum *value);
void filter_truncate(Run *run, const Expression *node, Datum *value);
void filter_url(Run *run, const Expression *node, Datum *value);
void filter_absolute(Run *run, const Expression *node, Datum *value);
void filter_ltr(Run *run, const Expression *node, Datum *value);
void filter_lang(Run *run, const Expression *node, Datum *value);
void filter_slug(Run *run, const Expression *node, Datum *value);
void filter_json(Run *run, const Expression *node, Datum *value);

#endif
