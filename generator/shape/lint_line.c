/* Marks at the start of a line that Markdown takes for text: a heading, an item, a rule. */
#include "base/utf8.h"
#include "shape/lint_part.h"
#include "text/class.h"

#define MAX_HASHES 6
#define MAX_DIGITS 3 /* of a list marker */
#define MIN_RULE 3   /* stretched letters that stand for a rule */
#define TATWEEL SLICE("ـ")
#define MAX_CELLS 64

typedef struct Line {
    Slice text; /* from the first mark to the end of the line */
    uint32_t start;
    NodeId paragraph;
    bool is_first; /* of its paragraph */
    bool is_only;
    bool is_nested; /* in a list, a quotation or a directive */
} Line;

/* What earlier lines of the paragraph said. */
typedef struct Lines {
    Lint *lint;
    bool has_numbers; /* the first line begins like “1- ” */
    bool has_bullets;
    Line item; /* the line before, if it begins like “-word” and is not reported yet */
    char item_mark;
    Slice above;    /* the line before */
    bool has_table; /* one is enough */
} Lines;

static void report_edit(const Lint *lint, Diagnostic fault, const Line *line, size_t start,
                        size_t end, Slice text)
{
    const Edit edit = lint_edit(lint, line->start + start, line->start + end, text);
    fault.edits = &edit;
    fault.edit_count = 1;
    fault.is_safe_fix = true;
    report_add(lint->report, &fault);
}

static Diagnostic fault_in(const Lint *lint, const Line *line, DiagnosticCode code, size_t end)
{
    return lint_fault(lint, code, line->start, line->start + end);
}

static uint32_t code_at(Slice text, size_t offset)
{
    return offset < text.size ? utf8_next(text, &offset) : ' ';
}

static size_t count_bytes(Slice text, size_t at, char byte)
{
    size_t count = 0;
    while (at + count < text.size && text.at[at + count] == byte)
        count++;
    return count;
}

/* `#tag` in a sentence or among other tags is no heading that lost its space. */
static bool is_hashtag(const Line *line)
{
    const Slice rest = slice_from(line->text, 1);
    size_t found = 0, letters = 0;
    if (!line->is_only || slice_find_byte(rest, '_', &found) || slice_find_byte(rest, '#', &found))
        return true;
    for (size_t i = 1; i < rest.size && rest.at[i] != ' '; i++)
        letters += rest.at[i] >= 'A' && rest.at[i] <= 'Z';
    const char last = rest.at[rest.size - 1];
    return letters > 0 || last == '.' || last == '!' || last == ':';
}

static void check_heading(Lint *lint, const Line *line)
{
    const size_t count = count_bytes(line->text, 0, '#');
    const uint32_t next = code_at(line->text, count);
    const bool is_word = lint_is_letter(next) || next == 0xAB || next == '(';
    if (count > MAX_HASHES || !is_word || line->text.at[count - 1] == '\\')
        return;
    const NodeId parent = node_at(lint->document, line->paragraph)->parent;
    const bool is_digit = (class_of(next) & CLASS_DIGIT) != 0;
    if (count == 1 &&
        (is_digit || is_hashtag(line) || node_at(lint->document, parent)->kind == NODE_ITEM))
        return;
    Diagnostic fault = fault_in(lint, line, DIAGNOSTIC_LINT_HEADING_SPACE, line->text.size);
    fault.words[0] = slice_to(line->text, count);
    fault.fix_label = SLICE("add the space");
    report_edit(lint, fault, line, count, count, SLICE(" "));
}

/* The mark that would begin a block; empty: none. */
static Slice block_mark(Slice text)
{
    const size_t hashes = count_bytes(text, 0, '#');
    size_t end = 0, digits = 0;
    if (hashes > 0)
        return hashes <= MAX_HASHES && lint_is_blank(code_at(text, hashes)) ? slice_to(text, hashes)
                                                                            : (Slice){0};
    if (text.size > 0 && (text.at[0] == '>' || text.at[0] == '|'))
        return slice_to(text, 1);
    if (text.size > 1 && (text.at[0] == '-' || text.at[0] == '*' || text.at[0] == '+'))
        return text.at[1] == ' ' ? slice_to(text, 1) : (Slice){0};
    while (end < text.size && digits <= MAX_DIGITS && (class_of(code_at(text, end)) & CLASS_DIGIT))
        digits++, utf8_next(text, &end);
    const bool is_number = digits > 0 && digits <= MAX_DIGITS && end + 1 < text.size &&
                           (text.at[end] == '.' || text.at[end] == ')') && text.at[end + 1] == ' ';
    return is_number ? slice_to(text, end + 1) : (Slice){0};
}

static void check_hidden_start(Lint *lint, const Line *line)
{
    size_t end = 0;
    for (size_t next = 0; next < line->text.size; end = next)
        if (!utf8_is_invisible(utf8_next(line->text, &next)))
            break;
    const Slice mark = block_mark(slice_from(line->text, end));
    if (end == 0 || mark.size == 0)
        return;
    Diagnostic fault = fault_in(lint, line, DIAGNOSTIC_LINT_HIDDEN_START, end);
    fault.words[0] = slice_print(lint->scratch, "U+%04X", code_at(line->text, 0));
    fault.words[1] = mark;
    fault.fix_label = SLICE("remove");
    report_edit(lint, fault, line, 0, end, SLICE(""));
}

/* The size of the digits of “۱- ” and the like, 0: none; *ret_end is behind its blanks. */
static size_t number_dash(Slice text, size_t *ret_end)
{
    size_t end = 0, digits = 0;
    while (end < text.size && digits <= MAX_DIGITS && (class_of(code_at(text, end)) & CLASS_DIGIT))
        digits++, utf8_next(text, &end);
    const size_t size = end;
    if (digits == 0 || digits > MAX_DIGITS || end >= text.size)
        return 0;
    const uint32_t dash = utf8_next(text, &end);
    const uint32_t next = code_at(text, end);
    const bool is_mark = (dash == '-' || dash == 0x2013) && next == ' ';
    const bool is_stretched = dash == 0x640 && (next == ' ' || (class_of(next) & CLASS_ARABIC));
    *ret_end = end + count_bytes(text, end, ' ');
    const uint32_t word = code_at(text, *ret_end);
    const bool is_word = *ret_end < text.size && word != 0x640 && !(class_of(word) & CLASS_DIGIT);
    return (is_mark || is_stretched) && is_word ? size : 0;
}

static void check_number(Lines *lines, const Line *line)
{
    size_t end = 0;
    const size_t size = number_dash(line->text, &end);
    if (size == 0 || (!line->is_first && !lines->has_numbers))
        return;
    lines->has_numbers = true;
    Diagnostic fault = fault_in(lines->lint, line, DIAGNOSTIC_LINT_NUMBER_DASH, end);
    fault.words[0] = slice_trim_end(slice_to(line->text, end));
    fault.words[1] =
        slice_print(lines->lint->scratch, "%.*s.", SLICE_FORMAT(slice_to(line->text, size)));
    report_edit(lines->lint, fault, line, size, end, SLICE(". "));
}

static bool is_bullet(uint32_t code)
{
    static const uint32_t bullets[] = {0x2022, 0x2023, 0x25AA, 0x25AB, 0x25A0, 0x25A1,
                                       0x25CF, 0x25CB, 0x25E6, 0x25BA, 0x25B8};
    for (size_t i = 0; i < sizeof(bullets) / sizeof(bullets[0]); i++)
        if (bullets[i] == code)
            return true;
    return false;
}

/* A dash may begin what somebody says, or name whom a quotation is from. */
static bool is_dash_bullet(const Line *line, uint32_t code, uint32_t next)
{
    return (code == 0x2013 || code == 0xB7) && next == ' ' && !line->is_nested;
}

static void check_bullet(Lines *lines, const Line *line)
{
    const Lint *lint = lines->lint;
    size_t end = 0;
    const uint32_t code = utf8_next(line->text, &end);
    const bool is_mark = is_bullet(code) || is_dash_bullet(line, code, code_at(line->text, end));
    const Slice mark = slice_to(line->text, end);
    end += count_bytes(line->text, end, ' ');
    if (!is_mark || end == line->text.size || (!line->is_first && !lines->has_bullets))
        return;
    lines->has_bullets = true;
    Diagnostic fault = fault_in(lint, line, DIAGNOSTIC_LINT_BULLET, end);
    fault.words[0] = mark;
    report_edit(lint, fault, line, 0, end, SLICE("- "));
}

static void report_item(const Lint *lint, const Line *line)
{
    Diagnostic fault = fault_in(lint, line, DIAGNOSTIC_LINT_ITEM_SPACE, 1);
    fault.words[0] = slice_to(line->text, 1);
    fault.fix_label = SLICE("add the space");
    report_edit(lint, fault, line, 1, 1, SLICE(" "));
}

/* `-word`, but not `-v`, `--help`, `-5` or `*stressed*`. */
static bool is_glued_item(const Line *line)
{
    const Slice rest = slice_from(line->text, 1);
    size_t end = 0, found = 0;
    if (rest.size == 0 || slice_find_byte(rest, line->text.at[0], &found))
        return false;
    const uint32_t first = utf8_next(rest, &end);
    const uint32_t second = code_at(rest, end);
    return lint_is_letter(first) && !(class_of(first) & CLASS_DIGIT) && lint_is_letter(second);
}

/* One such line may be anything; two in a row are a list. */
static void check_item(Lines *lines, const Line *line)
{
    if (!is_glued_item(line)) {
        lines->item_mark = '\0';
        return;
    }
    if (lines->item_mark == line->text.at[0]) {
        if (lines->item.text.size > 0)
            report_item(lines->lint, &lines->item);
        report_item(lines->lint, line);
        lines->item = (Line){0};
    } else
        lines->item = *line;
    lines->item_mark = line->text.at[0];
}

static void check_task(const Lint *lint, const Line *line)
{
    static const Slice marks[] = {SLICE_INIT("✓"), SLICE_INIT("✔"), SLICE_INIT("√"),
                                  SLICE_INIT("☑"), SLICE_INIT("✅")};
    const Node *parent = node_at(lint->document, node_at(lint->document, line->paragraph)->parent);
    if (parent->kind != NODE_ITEM || !line->is_first)
        return;
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        const Slice rest = slice_from(line->text, 1);
        if (!slice_starts(rest, marks[i]) ||
            !slice_starts(slice_from(rest, marks[i].size), SLICE("] ")))
            continue;
        Diagnostic fault = fault_in(lint, line, DIAGNOSTIC_LINT_TASK_MARK, marks[i].size + 2);
        fault.words[0] = slice_to(line->text, marks[i].size + 2);
        report_edit(lint, fault, line, 1, 1 + marks[i].size, SLICE("x"));
    }
}

/* The line with `---` for each run of U+0640; false where anything else stands in it. */
static bool write_rule(Slice text, Buffer *out)
{
    size_t letters = 0, cells = 0;
    const bool is_row = text.at[0] == '|';
    for (size_t i = 0; i < text.size;) {
        size_t count = 0;
        for (; slice_starts(slice_from(text, i), TATWEEL); i += TATWEEL.size)
            count++;
        letters += count;
        if (count > 0) {
            cells++;
            buffer_add(out, SLICE("---"));
        } else if (is_row && (text.at[i] == '|' || text.at[i] == ':' || text.at[i] == ' '))
            buffer_add_byte(out, text.at[i++]);
        else
            return false;
    }
    return is_row ? cells > 0 && cells <= MAX_CELLS : letters >= MIN_RULE;
}

/* Where the line is nested, its marks or its indent would have to go along: no edit. */
static void check_rule(const Lint *lint, const Line *line)
{
    const Slice text = slice_trim_end(line->text);
    // Right below a line --- would make a heading of it.
    const bool needs_gap = !line->is_first && text.at[0] != '|';
    Buffer out;
    buffer_init(&out, lint->scratch, text.size * 3 + 8);
    if (needs_gap)
        buffer_add_byte(&out, '\n');
    if (!write_rule(text, &out))
        return;
    Diagnostic fault = fault_in(lint, line, DIAGNOSTIC_LINT_TATWEEL_RULE, text.size);
    fault.words[0] = text;
    if (needs_gap)
        fault.fix_label = SLICE("write --- below an empty line");
    if (line->is_nested)
        report_add(lint->report, &fault);
    else
        report_edit(lint, fault, line, 0, text.size, buffer_slice(&out));
}

/* Most lines begin with none of these bytes. */
static void check_line(Lines *lines, const Line *line)
{
    Lint *lint = lines->lint;
    const unsigned char first = (unsigned char) line->text.at[0];
    const unsigned char second = line->text.size > 1 ? (unsigned char) line->text.at[1] : 0;
    if (first == '-' || first == '*' || first == '+')
        check_item(lines, line);
    else
        lines->item_mark = '\0';
    if (first == '#')
        check_heading(lint, line);
    else if (first == '[')
        check_task(lint, line);
    else if (first == '|' || (first == 0xD9 && second == 0x80))
        check_rule(lint, line);
    else if ((first >= '0' && first <= '9') || (first == 0xDB && second >= 0xB0) ||
             (first == 0xD9 && second >= 0xA0))
        check_number(lines, line);
    else if (first == 0xE2 || first == 0xC2 || first == 0xEF || (first == 0xD8 && second == 0x9C)) {
        check_hidden_start(lint, line);
        check_bullet(lines, line);
    }
}

/* Steps over the marks of quotations and what is blank. */
static size_t skip_marks(Slice text, size_t at)
{
    while (at < text.size && (text.at[at] == '>' || text.at[at] == ' ' || text.at[at] == '\t'))
        at++;
    return at;
}

void lint_lines(Lint *lint, NodeId paragraph)
{
    const Node *node = node_at(lint->document, paragraph);
    const Slice text = slice_to(lint->bytes, node->end);
    Lines lines = {.lint = lint};
    size_t end = 0;
    for (size_t start = node->start; start < node->end; start += end + 1) {
        Line line = {.paragraph = paragraph,
                     .is_first = start == node->start,
                     .is_nested = node->parent != NODE_NONE};
        const bool has_next = slice_find_byte(slice_from(text, start), '\n', &end);
        if (!has_next)
            end = text.size - start;
        const size_t from = skip_marks(slice_to(text, start + end), start);
        line.text = slice_trim_end(slice_part(text, from, start + end));
        line.start = (uint32_t) from;
        line.is_only = line.is_first && start + end + 1 >= node->end;
        if (line.text.size == 0)
            continue;
        check_line(&lines, &line);
        if (!lines.has_table && !line.is_first)
            lines.has_table = lint_table(lint, lines.above, line.text);
        lines.above = line.text;
    }
}
