/* Tables that are none, and rows that lose what they hold: the parser drops the cells behind those
 * of the head without a word. */
#include "shape/lint_part.h"

/* How many cells a row has, the marks at its edges or not. */
static size_t count_cells(Slice row)
{
    size_t count = 1;
    row = slice_trim(row);
    size_t at = row.size > 0 && row.at[0] == '|' ? 1 : 0;
    for (; at < row.size; at++) {
        if (row.at[at] == '\\')
            at++;
        else if (row.at[at] == '|' && at + 1 < row.size)
            count++;
    }
    return count;
}

static void report_cells(const Lint *lint, DiagnosticCode code, Slice row, size_t cells,
                         size_t wanted)
{
    Diagnostic fault = {.code = code, .span = span_of(lint->document->source, row)};
    fault.words[0] = slice_print(lint->scratch, "%zu", cells);
    fault.words[1] = slice_print(lint->scratch, "%zu", wanted);
    report_add(lint->report, &fault);
}

void lint_row(Lint *lint, NodeId row)
{
    const Node *node = node_at(lint->document, row);
    const uint32_t wanted = node_at(lint->document, node->parent)->table->column_count;
    const Slice typed = slice_part(lint->bytes, node->start, node->end);
    const size_t cells = count_cells(typed);
    if (cells > wanted)
        report_cells(lint, DIAGNOSTIC_LINT_TABLE_ROW, typed, cells, wanted);
}

static bool is_rule(Slice line)
{
    size_t found = 0;
    for (size_t i = 0; i < line.size; i++)
        if (line.at[i] != '|' && line.at[i] != '-' && line.at[i] != ':' && line.at[i] != ' ')
            return false;
    return slice_find_byte(line, '-', &found) && slice_find_byte(line, '|', &found);
}

static bool is_row(Slice line)
{
    return line.size > 2 && line.at[0] == '|' && line.at[line.size - 1] == '|';
}

bool lint_table(const Lint *lint, Slice head, Slice line)
{
    size_t found = 0;
    if (is_rule(line) && slice_find_byte(head, '|', &found)) {
        const size_t cells = count_cells(line), wanted = count_cells(head);
        if (cells != wanted)
            report_cells(lint, DIAGNOSTIC_LINT_TABLE_HEAD, line, cells, wanted);
        return true;
    }
    // A rule of stretched letters has been reported.
    const bool is_stretched = slice_contains(head, SLICE("ـ")) || slice_contains(line, SLICE("ـ"));
    if (!is_row(head) || !is_row(line) || is_stretched)
        return false;
    Diagnostic fault = {.code = DIAGNOSTIC_LINT_TABLE_RULE,
                        .span = span_of(lint->document->source, head)};
    report_add(lint->report, &fault);
    return true;
}
