/* Limits that must hold before and while the Markdown parser runs. */
#include "markup/guard.h"

#include "base/report.h"
#include "markup/block.h"
#include "markup/markdown.h"

#include <string.h>

static void report_line(const Typing *typing, DiagnosticCode code, uint32_t line, Slice limit,
                        Report *report)
{
    const uint32_t start = typing_offset(typing, typing_line_start(typing, line));
    report_add(report, &(Diagnostic){.code = code,
                                     .span = {typing->source, start, block_line_end(typing, line)},
                                     .words = {limit}});
}

static bool is_fit(const Typing *typing, uint32_t line)
{
    // Only a line that is too long with its line break may be so without.
    return typing->lines[line] - typing->lines[line - 1] <= GUARD_MAX_TEXT_SIZE ||
           typing_line(typing, line).size <= GUARD_MAX_TEXT_SIZE;
}

bool guard_admits(const Typing *typing, Report *report)
{
    uint32_t line = 1;
    while (line <= typing->line_count && is_fit(typing, line))
        line++;
    if (line <= typing->line_count) {
        report_line(typing, DIAGNOSTIC_TEXT_SIZE, line, SLICE(GUARD_TEXT_SIZE_WORD), report);
        return false;
    }
    if (typing->max_containers <= GUARD_MAX_CONTAINERS)
        return true;
    report_line(typing, DIAGNOSTIC_DEPTH, typing->deepest_line, SLICE("100"), report);
    return false;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\v' || byte == '\f';
}

static bool is_row_of_dashes(Slice line)
{
    for (size_t i = 0; i < line.size; i++)
        if (memchr("|-: \t\v\f", line.at[i], sizeof "|-: \t\v\f" - 1) == NULL)
            return false;
    return true;
}

/* How many cells the parser finds in a line. */
static uint32_t count_cells(Slice line)
{
    uint32_t count = 0;
    size_t at = 0;
    bool has_pipe = line.size > 0 && line.at[0] == '|';
    at = has_pipe ? 1 : 0;
    do {
        while (has_pipe && at < line.size && is_blank(line.at[at]))
            at++;
        const size_t start = at;
        while (at < line.size && (line.at[at] != '|' || (at > 0 && line.at[at - 1] == '\\')))
            at++;
        has_pipe = at < line.size;
        count += has_pipe || at > start ? 1 : 0;
        at++;
    } while (has_pipe && at < line.size);
    return count;
}

static Slice last_line(Slice paragraph)
{
    while (slice_ends(paragraph, SLICE("\n")))
        paragraph.size--;
    size_t newline = 0;
    return slice_find_last_byte(paragraph, '\n', &newline) ? slice_from(paragraph, newline + 1)
                                                           : paragraph;
}

bool guard_refuses_row(Guard *guard, Slice paragraph, Slice line, uint32_t number)
{
    if (!is_row_of_dashes(line))
        return false;
    const uint32_t columns = count_cells(line);
    // The parser makes no table here either, but only after reading the whole paragraph.
    if (columns != count_cells(last_line(paragraph)))
        return true;
    if (columns <= MARKDOWN_MAX_COLUMNS)
        return false;
    guard->wide_row = number;
    return true;
}

bool guard_refuses_text(Guard *guard, size_t paragraph_size, uint32_t number)
{
    if (paragraph_size <= GUARD_MAX_TEXT_SIZE)
        return false;
    if (guard->long_text == 0)
        guard->long_text = number;
    return true;
}

void guard_report(const Guard *guard, const Typing *typing, Report *report)
{
    if (guard->wide_row > 0)
        report_line(typing, DIAGNOSTIC_COLUMNS, guard->wide_row, SLICE("64"), report);
    if (guard->long_text > 0)
        report_line(typing, DIAGNOSTIC_TEXT_SIZE, guard->long_text, SLICE(GUARD_TEXT_SIZE_WORD),
                    report);
}
