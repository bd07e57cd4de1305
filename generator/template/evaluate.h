/* Works out expressions over the records of a run. */
#ifndef TEMPLATE_EVALUATE_H
#define TEMPLATE_EVALUATE_H

#include "template/frame.h"

/* An absent value says so. */
void evaluate_value(Run *run, const Expression *expression, Datum *ret_value);

/* What t-if makes of it. */
bool evaluate_test(Run *run, const Expression *expression);

/* The values of a message, in the common order of its arguments. */
size_t evaluate_message(Run *run, const Expression *const *arguments, size_t count,
                        MessageValue *ret_values);

/* The message in the language of the place; NULL: the catalogue lacks it. */
const Message *evaluate_find_message(const Run *run, uint32_t number);

/* The language that dates, numbers and messages are written in here: that of the place where it is
 * one of the site, else that of the page. */
const Language *evaluate_language(const Run *run);

#endif
