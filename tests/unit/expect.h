/* What every unit test needs: cmocka with the headers it wants first, and comparisons of our own
 * types that say what they found. `about` names the case of a table. */
#ifndef UNIT_EXPECT_H
#define UNIT_EXPECT_H

#include "base/arena.h"
#include "base/report.h"

// cmocka.h does not stand alone: these come first
// clang-format off
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
// clang-format on

static inline void expect_slice(Slice found, Slice expected, Slice about)
{
    if (!slice_equal(found, expected))
        fail_msg("%.*s: expected \"%.*s\", found \"%.*s\"", SLICE_FORMAT(about),
                 SLICE_FORMAT(expected), SLICE_FORMAT(found));
}

static inline void expect_text(Slice found, const char *expected, const char *about)
{
    expect_slice(found, slice_of_string(expected), slice_of_string(about));
}

/* The diagnostic that was added first; NULL: none. */
static inline const ReportEntry *expect_first(const Report *report)
{
    const ReportEntry *entry = report->newest;
    while (entry != NULL && entry->next != NULL)
        entry = entry->next;
    return entry;
}

/* The first diagnostic has this code and begins here; an empty code: there is none. */
static inline void expect_code(const Report *report, const char *code, Position from,
                               const char *about)
{
    const ReportEntry *entry = expect_first(report);
    expect_text(entry != NULL ? diagnostic_name(entry->code) : (Slice){0}, code, about);
    if (entry != NULL && (entry->from.line != from.line || entry->from.column != from.column))
        fail_msg("%s: expected at %u:%u, found at %u:%u", about, from.line, from.column,
                 entry->from.line, entry->from.column);
}

#endif
