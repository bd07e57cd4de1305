/* The form for people: first line, source window, suggestion, hints; and the line that counts. */
#include "base/report_form.h"

#include <stdio.h>

#define MARGIN SLICE("     ")

typedef enum Paint {
    PAINT_PATH,
    PAINT_SEVERITY,
    PAINT_CARET,
    PAINT_HINT,
} Paint;

static void start_paint(Buffer *out, Paint paint, Severity severity, const ReportStyle *style)
{
    static const char *const by_severity[] = {
        [SEVERITY_OFF] = "\033[1;36m",
        [SEVERITY_NOTE] = "\033[1;36m",
        [SEVERITY_WARNING] = "\033[1;33m",
        [SEVERITY_ERROR] = "\033[1;31m",
    };
    static const char *const by_paint[] = {
        [PAINT_PATH] = "\033[1m",
        [PAINT_SEVERITY] = "",
        [PAINT_CARET] = "\033[1;32m",
        [PAINT_HINT] = "\033[2m",
    };
    if (!style->is_coloured)
        return;
    buffer_add(out,
               slice_of_string(paint == PAINT_SEVERITY ? by_severity[severity] : by_paint[paint]));
}

static void end_paint(Buffer *out, const ReportStyle *style)
{
    if (style->is_coloured)
        buffer_add(out, SLICE("\033[0m"));
}

static void add_first_line(Buffer *out, const ReportEntry *entry, const ReportStyle *style)
{
    start_paint(out, PAINT_PATH, entry->severity, style);
    report_add_shown(out, entry->path);
    if (entry->from.line > 0)
        buffer_print(out, ":%u:%u", entry->from.line, entry->from.column);
    buffer_add_byte(out, ':');
    end_paint(out, style);
    buffer_add_byte(out, ' ');
    start_paint(out, PAINT_SEVERITY, entry->severity, style);
    buffer_add(out, report_severity_name(entry->severity));
    buffer_add_byte(out, ':');
    end_paint(out, style);
    buffer_add_byte(out, ' ');
    bool is_isolated = style->is_terminal && style->is_persian;
    buffer_add(out, is_isolated ? SLICE("\u2068") : SLICE(""));
    report_add_sentence(out, entry, style);
    buffer_add(out, is_isolated ? SLICE("\u2069") : SLICE(""));
    buffer_print(out, " [%.*s]\n", SLICE_FORMAT(diagnostic_name(entry->code)));
}

static void add_source_line(Buffer *out, uint32_t number, Slice line, const ReportStyle *style)
{
    buffer_print(out, "%4u | ", number);
    if (report_has_right_to_left(line))
        report_add_quoted(out, line, style);
    else
        report_add_shown(out, line);
    buffer_add_byte(out, '\n');
}

/* The part of the quoted line before column `column`, and what follows. */
static void cut_at_column(const ReportEntry *entry, uint32_t column, Slice *ret_before,
                          Slice *ret_after)
{
    size_t offset = 0;
    for (uint32_t at = entry->line_first; at < column && offset < entry->line.size; at++) {
        do
            offset++;
        while (offset < entry->line.size &&
               ((unsigned char) entry->line.at[offset] & 0xC0) == 0x80);
    }
    *ret_before = slice_to(entry->line, offset);
    *ret_after = slice_from(entry->line, offset);
}

static void add_repeated(Buffer *out, char byte, size_t count)
{
    for (; count > 0; count--)
        buffer_add_byte(out, byte);
}

static void add_caret_line(Buffer *out, const ReportEntry *entry, const ReportStyle *style)
{
    Slice before, after, up_to_end, behind;
    cut_at_column(entry, entry->from.column, &before, &after);
    bool is_one_line = entry->to.line == entry->from.line;
    cut_at_column(entry, is_one_line ? entry->to.column : UINT32_MAX, &up_to_end, &behind);
    size_t indent = report_shown_width(before);
    size_t end = report_shown_width(up_to_end);
    buffer_add(out, SLICE("     | "));
    add_repeated(out, ' ', indent);
    start_paint(out, PAINT_CARET, entry->severity, style);
    add_repeated(out, '^', end > indent ? end - indent : 1);
    end_paint(out, style);
    if (report_has_suggestion(entry)) {
        buffer_add_byte(out, ' ');
        report_add_suggestion(out, entry, style);
    } else if (entry->edit_count > 0 && entry->repaired.size == 0) {
        buffer_add_byte(out, ' ');
        report_add_fix_label(out, entry, style);
    } else if (entry->edit_count > 0) {
        buffer_add_byte(out, ' ');
        report_add_repaired(out, entry, style);
    }
    buffer_add_byte(out, '\n');
}

/* Where letters run from right to left a caret would point at the wrong place: the part is quoted
 * instead. */
static void add_quoted_part(Buffer *out, const ReportEntry *entry, const ReportStyle *style)
{
    if (entry->quoted.size > 0) {
        buffer_add(out, MARGIN);
        buffer_add(out, style->is_persian ? SLICE("این بخش: ") : SLICE("this part: "));
        report_add_quoted(out, entry->quoted, style);
        buffer_add_byte(out, '\n');
    }
    if (entry->repaired.size > 0) {
        buffer_add(out, MARGIN);
        report_add_repaired(out, entry, style);
        buffer_add_byte(out, '\n');
    } else if (entry->edit_count > 0) {
        buffer_add(out, MARGIN);
        report_add_fix_label(out, entry, style);
        buffer_add_byte(out, '\n');
    } else if (report_has_suggestion(entry)) {
        buffer_add(out, MARGIN);
        report_add_suggestion(out, entry, style);
        buffer_add_byte(out, '\n');
    }
}

static void add_window(Buffer *out, const ReportEntry *entry, const ReportStyle *style)
{
    if (slice_trim(entry->line_before).size > 0)
        add_source_line(out, entry->from.line - 1, entry->line_before, style);
    add_source_line(out, entry->from.line, entry->line, style);
    if (report_has_right_to_left(entry->line))
        add_quoted_part(out, entry, style);
    else
        add_caret_line(out, entry, style);
}

static void add_other(Buffer *out, const ReportEntry *entry, const ReportStyle *style)
{
    if (entry->other_path.size == 0)
        return;
    buffer_add(out, MARGIN);
    buffer_add(out, style->is_persian ? SLICE("همچنین: ") : SLICE("see also "));
    report_add_shown(out, entry->other_path);
    buffer_print(out, ":%u:%u\n", entry->other.line, entry->other.column);
}

static void add_hints(Buffer *out, const ReportEntry *entry, const ReportStyle *style)
{
    buffer_add(out, SLICE("\n  "));
    start_paint(out, PAINT_HINT, entry->severity, style);
    if (report_is_fixable(entry)) {
        buffer_add(out, SLICE("qanat fix "));
        report_add_shown(out, entry->path);
        buffer_add(out, SLICE("      "));
    }
    buffer_add(out, SLICE("qanat explain "));
    buffer_add(out, diagnostic_name(entry->code));
    end_paint(out, style);
    buffer_add_byte(out, '\n');
}

void report_text_entry(Buffer *out, const ReportEntry *entry, const ReportStyle *style)
{
    add_first_line(out, entry, style);
    if (style->form == REPORT_SHORT)
        return;
    bool has_window = entry->line_first > 0;
    bool has_suggestion = !has_window && report_has_suggestion(entry);
    if (has_window || has_suggestion || entry->other_path.size > 0)
        buffer_add_byte(out, '\n');
    if (has_window)
        add_window(out, entry, style);
    if (has_suggestion) {
        buffer_add(out, MARGIN);
        report_add_suggestion(out, entry, style);
        buffer_add_byte(out, '\n');
    }
    add_other(out, entry, style);
    add_hints(out, entry, style);
}

/* "3 warnings": English adds an s, Persian counts in the singular. */
static void add_counted(Buffer *out, size_t count, const char *english, const char *persian,
                        const ReportStyle *style)
{
    report_add_count(out, count, style);
    buffer_add_byte(out, ' ');
    buffer_add(out, slice_of_string(style->is_persian ? persian : english));
    if (count != 1 && !style->is_persian)
        buffer_add_byte(out, 's');
}

void report_text_more(Buffer *out, Slice path, size_t count, const ReportStyle *style)
{
    if (style->form == REPORT_TEXT)
        buffer_add_byte(out, '\n');
    report_add_shown(out, path);
    buffer_add(out, SLICE(": "));
    add_counted(out, count, "more problem", "مشکل دیگر", style);
    buffer_add(out, style->is_persian ? SLICE("، نشان داده نشد\n") : SLICE(", not shown\n"));
}

static void add_fixable(Buffer *out, size_t fixable, size_t total, const ReportStyle *style)
{
    if (fixable == 0)
        return;
    buffer_add(out, style->is_persian ? SLICE("؛ ") : SLICE("; "));
    if (style->is_persian) {
        add_counted(out, fixable, "", "مورد را qanat fix درست می\u200cکند", style);
        return;
    }
    if (fixable < total)
        report_add_count(out, fixable, style);
    else
        buffer_add(out, total == 1 ? SLICE("it") : total == 2 ? SLICE("both") : SLICE("all"));
    buffer_add(out, SLICE(" can be fixed by qanat fix"));
}

void report_text_totals(Buffer *out, const ReportTotals *totals, const ReportStyle *style)
{
    const size_t *counts = totals->counts;
    size_t total = counts[SEVERITY_ERROR] + counts[SEVERITY_WARNING] + counts[SEVERITY_NOTE];
    Slice comma = style->is_persian ? SLICE("، ") : SLICE(", ");
    add_counted(out, total, "problem", "مشکل", style);
    buffer_add(out, style->is_persian ? SLICE(" در ") : SLICE(" in "));
    add_counted(out, totals->file_count, "file", "پرونده", style);
    buffer_add(out, SLICE(": "));
    add_counted(out, counts[SEVERITY_ERROR], "error", "خطا", style);
    buffer_add(out, comma);
    add_counted(out, counts[SEVERITY_WARNING], "warning", "هشدار", style);
    if (counts[SEVERITY_NOTE] > 0) {
        buffer_add(out, comma);
        add_counted(out, counts[SEVERITY_NOTE], "note", "یادداشت", style);
    }
    add_fixable(out, totals->fixable_count, total, style);
    if (totals->hidden_count > 0) {
        buffer_add(out, style->is_persian ? SLICE("؛ ") : SLICE("; "));
        report_add_count(out, totals->hidden_count, style);
        buffer_add(out, style->is_persian ? SLICE(" مورد نشان داده نشد") : SLICE(" not shown"));
    }
    buffer_add_byte(out, '\n');
}
