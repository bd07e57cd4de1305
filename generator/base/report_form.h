/* What the printed forms of a report share. Private to report_*.c. */
#ifndef BASE_REPORT_FORM_H
#define BASE_REPORT_FORM_H

#include "base/buffer.h"
#include "base/report.h"

/* What the last line counts. */
typedef struct ReportTotals {
    size_t counts[SEVERITY_ERROR + 1];
    size_t file_count;
    size_t fixable_count;
    size_t shown_count;
    size_t hidden_count; /* past REPORT_MAX_PER_FILE or REPORT_MAX_PRINTED */
} ReportTotals;

/* One entry in one form. */
void report_text_entry(Buffer *out, const ReportEntry *entry, const ReportStyle *style);
void report_json_entry(Buffer *out, const ReportEntry *entry, const ReportStyle *style);
void report_github_entry(Buffer *out, const ReportEntry *entry, const ReportStyle *style);

/* "path: 35 more problems, not shown" and the last line. */
void report_text_more(Buffer *out, Slice path, size_t count, const ReportStyle *style);
void report_text_totals(Buffer *out, const ReportTotals *totals, const ReportStyle *style);

Slice report_severity_name(Severity severity);

/* The sentence with its words. In JSON they stand as they are, else with invisible characters
 * shown. */
void report_add_sentence(Buffer *out, const ReportEntry *entry, const ReportStyle *style);

/* “did you mean …?” or the nearest names; adds nothing where there are none. */
void report_add_suggestion(Buffer *out, const ReportEntry *entry, const ReportStyle *style);
bool report_has_suggestion(const ReportEntry *entry);

/* What the edits do: write “description”, remove it, write 2 spaces. */
void report_add_fix_label(Buffer *out, const ReportEntry *entry, const ReportStyle *style);

/* The part after the edits, with "write: " before it; blanks are counted, because nobody sees them.
 */
void report_add_repaired(Buffer *out, const ReportEntry *entry, const ReportStyle *style);

/* In Persian with Persian digits. */
void report_add_count(Buffer *out, size_t count, const ReportStyle *style);

/* `qanat fix` would mend it. */
bool report_is_fixable(const ReportEntry *entry);

/* report_add_shown, isolated where a terminal shows it. */
void report_add_quoted(Buffer *out, Slice text, const ReportStyle *style);

/* Columns of a terminal the text takes once it is shown. */
size_t report_shown_width(Slice text);
bool report_has_right_to_left(Slice text);

#endif
