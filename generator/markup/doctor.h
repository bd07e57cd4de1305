/* Says in plain words what is wrong with YAML that libyaml refused, and finds what libyaml accepted
 * although nobody meant it: one tag where a Persian comma stands between two, a value cut off by a
 * "#". It looks at lines as typed and knows the slips people make (editorial 4); where it can, it
 * brings the edit that mends them. */
#ifndef MARKUP_DOCTOR_H
#define MARKUP_DOCTOR_H

#include "base/report.h"
#include "base/value.h"

/* Where libyaml stopped. */
typedef struct YamlFault {
    Span part;        /* the YAML that was read */
    uint32_t problem; /* byte of the file */
    uint32_t context; /* byte of the file where the construct began; the problem, if not known */
} YamlFault;

/* Reports exactly one diagnostic for a failure. */
void doctor_explain(Arena *scratch, const YamlFault *fault, Report *report);

/* Checks a tree that was read without failure; false when something was reported. */
bool doctor_check(Arena *scratch, const Value *root, Report *report);

#endif
