/* Filters that take or give lists. */
#ifndef TEMPLATE_FILTER_LIST_H
#define TEMPLATE_FILTER_LIST_H

#include "template/filter.h"

bool filter_check_texts(Compiler *compiler, Expression *node); /* list */
bool filter_check_join(Compiler *compiler, Expression *node);
bool filter_check_first(Compiler *compiler, Expression *node); /* first and last */
bool filter_check_skip(Compiler *compiler, Expression *node);
bool filter_check_same(Compiler *compiler, Expression *node); /* reverse */
bool filter_check_sort(Compiler *compiler, Expression *node);
bool filter_check_where(Compiler *compiler, Expression *node);
bool filter_check_has(Compiler *compiler, Expression *node);
bool filter_check_json(Compiler *compiler, Expression *node);

void filter_texts(Run *run, const Expression *node, Datum *value);
void filter_write_texts(Run *run, const Expression *node, const Datum *value);
void filter_join(Run *run, const Expression *node, Datum *value);
void filter_write_join(Run *run, const Expression *node, const Datum *value);
void filter_count(Run *run, const Expression *node, Datum *value);
void filter_first(Run *run, const Expression *node, Datum *value);
void filter_last(Run *run, const Expression *node, Datum *value);
void filter_skip(Run *run, const Expression *node, Datum *value);
void filter_reverse(Run *run, const Expression *node, Datum *value);
void filter_sort(Run *run, const Expression *node, Datum *value);
void filter_where(Run *run, const Expression *node, Datum *value);
void filter_has(Run *run, const Expression *node, Datum *value);

#endif
