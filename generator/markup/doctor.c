/* Explains YAML: looks at lines as typed, after libyaml stopped or before its tree is believed. */
#include "markup/doctor.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "markup/entry.h"
#include "markup/escape.h"

#include <string.h>

// how far above the fault the doctor looks for its cause, and how far ahead for a closing mark
#define WINDOW_SIZE 16384
#define REACH 65536
#define MAX_EDITS 64
// more than this many suspicious values are no slips
#define MAX_FAULTS 100

typedef struct Doctor {
    Arena *scratch;
    Report *report;
    const Source *source;
    Slice part;
    const Entry *lines; /* none of them empty or a comment */
} Doctor;

typedef struct ForeignMark {
    Slice mark;
    Slice name;
    Slice ascii;
} ForeignMark;

static const ForeignMark foreign_colons[] = {
    {SLICE_INIT("："), SLICE_INIT("U+FF1A"), SLICE_INIT(":")},
    {SLICE_INIT("﹕"), SLICE_INIT("U+FE55"), SLICE_INIT(":")},
    {SLICE_INIT("∶"), SLICE_INIT("U+2236"), SLICE_INIT(":")},
    {SLICE_INIT("꞉"), SLICE_INIT("U+A789"), SLICE_INIT(":")},
    {SLICE_INIT("ː"), SLICE_INIT("U+02D0"), SLICE_INIT(":")},
    {SLICE_INIT("׃"), SLICE_INIT("U+05C3"), SLICE_INIT(":")},
};

static const ForeignMark foreign_quotes[] = {
    {SLICE_INIT("“"), SLICE_INIT("U+201C"), SLICE_INIT("\"")},
    {SLICE_INIT("”"), SLICE_INIT("U+201D"), SLICE_INIT("\"")},
    {SLICE_INIT("„"), SLICE_INIT("U+201E"), SLICE_INIT("\"")},
    {SLICE_INIT("«"), SLICE_INIT("U+00AB"), SLICE_INIT("\"")},
    {SLICE_INIT("»"), SLICE_INIT("U+00BB"), SLICE_INIT("\"")},
    {SLICE_INIT("＂"), SLICE_INIT("U+FF02"), SLICE_INIT("\"")},
    {SLICE_INIT("‘"), SLICE_INIT("U+2018"), SLICE_INIT("'")},
    {SLICE_INIT("’"), SLICE_INIT("U+2019"), SLICE_INIT("'")},
};

static const ForeignMark foreign_commas[] = {
    {SLICE_INIT("،"), SLICE_INIT("U+060C"), SLICE_INIT(",")},
    {SLICE_INIT("؛"), SLICE_INIT("U+061B"), SLICE_INIT(",")},
    {SLICE_INIT("，"), SLICE_INIT("U+FF0C"), SLICE_INIT(",")},
    {SLICE_INIT("、"), SLICE_INIT("U+3001"), SLICE_INIT(",")},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static Slice from_place_on(const Doctor *doctor, Slice place)
{
    return slice_between(place.at, doctor->part.at + doctor->part.size);
}

static bool say(const Doctor *doctor, DiagnosticCode code, Slice place, Slice word)
{
    report_add(
        doctor->report,
        &(Diagnostic){.code = code, .span = span_of(doctor->source, place), .words = {word}});
    return true;
}

/* The same, with the text that takes the place of `old`. */
static bool mend(const Doctor *doctor, Diagnostic diagnostic, Slice old, Slice text)
{
    const Edit edit = {span_of(doctor->source, old), text};
    diagnostic.edits = &edit;
    diagnostic.edit_count = 1;
    report_add(doctor->report, &diagnostic);
    return true;
}

/* The whole value in quotes is what was meant. */
static bool ask_quotes(const Doctor *doctor, DiagnosticCode code, Slice place, Slice value)
{
    const Slice quoted = entry_quote(doctor->scratch, value);
    const Diagnostic diagnostic = {.code = code,
                                   .span = span_of(doctor->source, place),
                                   .words = {slice_to(place, 1), quoted}};
    return mend(doctor, diagnostic, value, quoted);
}

static bool say_foreign(const Doctor *doctor, const ForeignMark *mark, Slice place)
{
    const Diagnostic diagnostic = {.code = DIAGNOSTIC_YAML_FOREIGN_MARK,
                                   .span = span_of(doctor->source, place),
                                   .words = {mark->mark, mark->name, mark->ascii}};
    return mend(doctor, diagnostic, place, mark->ascii);
}

/* The first of `marks` in the text. */
static const ForeignMark *find_mark(const ForeignMark *marks, size_t count, Slice text,
                                    Slice *ret_place)
{
    size_t offset = 0;
    size_t plain = 0; // no foreign mark is ASCII
    while (slice_find_beyond_ascii(slice_from(text, offset), &plain)) {
        offset += plain;
        const Slice rest = slice_from(text, offset);
        for (size_t i = 0; i < count; i++) {
            if (!slice_starts(rest, marks[i].mark))
                continue;
            *ret_place = slice_to(rest, marks[i].mark.size);
            return &marks[i];
        }
        utf8_next(text, &offset);
    }
    return NULL;
}

/* How far a line belongs to the right, by the line above it. */
static Slice indent_below(const Doctor *doctor, const Entry *line)
{
    size_t tab;
    if (line == doctor->lines)
        return (Slice){0};
    const Entry *above = line - 1;
    const bool is_beside = line->is_item == above->is_item && line->key.size > 0 &&
                           above->key.size > 0 && above->value.size > 0;
    const bool is_next_item = line->is_item && above->is_item;
    const Slice indent = slice_find_byte(above->indent, '\t', &tab) ? (Slice){0} : above->indent;
    if (is_beside || is_next_item)
        return indent;
    return slice_print(doctor->scratch, "%.*s  ", SLICE_FORMAT(indent));
}

static bool explain_tab(const Doctor *doctor, const Entry *line)
{
    size_t tab;
    if (!slice_find_byte(line->indent, '\t', &tab) || line->body.size == 0)
        return false;
    const Slice place = slice_part(line->indent, tab, tab + 1);
    const Position position = source_position(doctor->source, span_of(doctor->source, place).start);
    const Diagnostic diagnostic = {.code = DIAGNOSTIC_YAML_TAB,
                                   .span = span_of(doctor->source, place),
                                   .words = {slice_print(doctor->scratch, "%u", position.line)},
                                   .is_safe_fix = true};
    return mend(doctor, diagnostic, line->indent, indent_below(doctor, line));
}

static bool explain_foreign_quote(const Doctor *doctor, Slice key)
{
    const bool is_foreign = (unsigned char) entry_first(key) >= 0x80;
    for (size_t i = 0; is_foreign && i < COUNT(foreign_quotes); i++)
        if (slice_starts(key, foreign_quotes[i].mark))
            return say_foreign(doctor, &foreign_quotes[i],
                               slice_to(key, foreign_quotes[i].mark.size));
    return false;
}

static bool explain_foreign_colon(const Doctor *doctor, const Entry *line)
{
    Slice place;
    if (line->key.size > 0)
        return explain_foreign_quote(doctor, line->key);
    const ForeignMark *mark = find_mark(foreign_colons, COUNT(foreign_colons), line->body, &place);
    return mark != NULL && say_foreign(doctor, mark, place);
}

static bool explain_start(const Doctor *doctor, const Entry *line)
{
    const char first = entry_first(line->value);
    if (first == '*')
        return ask_quotes(doctor, DIAGNOSTIC_YAML_STAR, slice_to(line->value, 1), line->value);
    if (first == '\0' || strchr("@`%]},", first) == NULL)
        return false;
    return ask_quotes(doctor, DIAGNOSTIC_YAML_START, slice_to(line->value, 1), line->value);
}

static bool explain_list_start(const Doctor *doctor, const Entry *line)
{
    if (line->key.size == 0 ||
        !(slice_starts(line->value, SLICE("- ")) || slice_equal(line->value, SLICE("-"))))
        return false;
    return ask_quotes(doctor, DIAGNOSTIC_YAML_LIST_START, slice_to(line->value, 1), line->value);
}

static bool explain_block_mark(const Doctor *doctor, const Entry *line)
{
    const char first = entry_first(line->value);
    if (first != '>' && first != '|')
        return false;
    size_t end = 1;
    while (end < line->value.size && strchr("+-123456789", line->value.at[end]) != NULL)
        end++;
    if (end == line->value.size)
        return false;
    return ask_quotes(doctor, DIAGNOSTIC_YAML_BLOCK_MARK, slice_to(line->value, 1), line->value);
}

static bool is_escape(Slice text)
{
    const char kind = entry_first(text);
    const size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (kind == '\0' || strchr("0abtnvfre \"/\\N_LPxuU\t\r\n", kind) == NULL || text.size <= digits)
        return false;
    for (size_t i = 1; i <= digits; i++)
        if (strchr("0123456789abcdefABCDEF", text.at[i]) == NULL)
            return false;
    return true;
}

static bool explain_escape(const Doctor *doctor, Slice quoted)
{
    if (entry_first(quoted) != '"')
        return false;
    for (size_t i = 1; i + 1 < quoted.size; i++) {
        if (quoted.at[i] != '\\')
            continue;
        if (is_escape(slice_from(quoted, i + 1))) {
            i++;
            continue;
        }
        const Diagnostic diagnostic = {.code = DIAGNOSTIC_YAML_ESCAPE,
                                       .span =
                                           span_of(doctor->source, slice_part(quoted, i, i + 1))};
        return mend(doctor, diagnostic, slice_part(quoted, i, i + 1), SLICE("\\\\"));
    }
    return false;
}

/* A value in quotes or brackets: never closed, or closed too early. */
static bool explain_closing(const Doctor *doctor, const Entry *line)
{
    const char first = entry_first(line->value);
    const bool is_quote = first == '"' || first == '\'';
    if (!is_quote && first != '[' && first != '{')
        return false;
    const Slice rest = slice_to(from_place_on(doctor, line->value), REACH);
    const size_t size = is_quote ? entry_quoted_size(rest) : entry_bracket_size(rest);
    const DiagnosticCode open =
        is_quote ? DIAGNOSTIC_YAML_OPEN_QUOTE : DIAGNOSTIC_YAML_OPEN_BRACKET;
    if (explain_escape(doctor, slice_to(rest, size)))
        return true;
    if (size == 0)
        return say(doctor, open, slice_to(line->value, 1), slice_to(line->value, 1));
    Slice behind = slice_from(rest, size);
    Slice tail = {0};
    slice_cut_line(&behind, &tail);
    if (entry_without_comment(tail).size == 0)
        return false;
    if (size > line->value.size)
        return say(doctor, open, slice_to(line->value, 1), slice_to(line->value, 1));
    return ask_quotes(doctor, DIAGNOSTIC_YAML_AFTER_QUOTE, entry_without_comment(tail),
                      entry_without_comment(line->value));
}

static bool explain_colon_in_value(const Doctor *doctor, const Entry *line)
{
    const char first = entry_first(line->value);
    if (line->key.size == 0 || first == '\0' || strchr("\"'[{>|&!", first) != NULL)
        return false;
    size_t colon = 0;
    while (colon < line->value.size && !entry_has_colon(line->value, colon))
        colon++;
    if (colon == line->value.size)
        return false;
    const Slice quoted = entry_quote(doctor->scratch, line->value);
    const Diagnostic diagnostic = {
        .code = DIAGNOSTIC_YAML_COLON_IN_VALUE,
        .span = span_of(doctor->source, slice_part(line->value, colon, colon + 1)),
        .words = {slice_join(doctor->scratch, (Slice[]){line->key, quoted}, 2, SLICE(": "))},
        .is_safe_fix = true};
    return mend(doctor, diagnostic, line->value, quoted);
}

static bool explain_colon_space(const Doctor *doctor, const Entry *line)
{
    size_t colon;
    if (line->key.size > 0 || !slice_find_byte(line->body, ':', &colon) || colon == 0)
        return false;
    const Slice name = slice_to(line->body, colon);
    const char first = entry_first(name);
    const bool is_word =
        !slice_contains(name, SLICE(" ")) && strchr("\"'[{0123456789", first) == NULL;
    if (!is_word || slice_starts(slice_from(line->body, colon), SLICE("://")))
        return false;
    const Slice place = slice_part(line->body, colon, colon + 1);
    const Diagnostic diagnostic = {.code = DIAGNOSTIC_YAML_COLON_SPACE,
                                   .span = span_of(doctor->source, place),
                                   .is_safe_fix = true};
    return mend(doctor, diagnostic, place, SLICE(": "));
}

static bool explain_second_document(const Doctor *doctor, const Entry *line)
{
    return slice_equal(line->body, SLICE("...")) &&
           say(doctor, DIAGNOSTIC_YAML_SECOND_DOCUMENT, line->body, (Slice){0});
}

typedef bool (*Explanation)(const Doctor *doctor, const Entry *line);

/* The slips of editorial 4, the surest first. */
static const Explanation explanations[] = {
    explain_tab,
    explain_foreign_colon,
    explain_start,
    explain_list_start,
    explain_block_mark,
    explain_closing,
    explain_colon_in_value,
    explain_colon_space,
    explain_second_document,
};

static bool is_block_head(const Entry *line)
{
    const char first = entry_first(line->value);
    return (first == '|' || first == '>') && line->value.size <= 3;
}

/* The lines of the window up to the fault, without those inside a block of text. */
static size_t collect_lines(const Doctor *doctor, uint32_t start, uint32_t problem,
                            Entry **ret_lines)
{
    Slice rest = from_place_on(doctor, slice_from(doctor->source->bytes, start));
    Slice text;
    size_t count = 0;
    size_t capacity = 0;
    size_t block_indent = SIZE_MAX;
    *ret_lines = NULL;
    while (slice_cut_line(&rest, &text)) {
        if (span_of(doctor->source, text).start > problem && count > 0)
            break;
        const Entry line = entry_split(text);
        const bool is_in_block = block_indent != SIZE_MAX && line.indent.size > block_indent;
        if (line.body.size == 0 || line.body.at[0] == '#' || is_in_block)
            continue;
        block_indent = is_block_head(&line) ? line.indent.size : SIZE_MAX;
        *ret_lines = arena_grow(doctor->scratch, *ret_lines, sizeof(Entry), count, &capacity);
        (*ret_lines)[count++] = line;
    }
    return count;
}

static uint32_t window_start(const YamlFault *fault)
{
    uint32_t start = fault->part.start;
    if (fault->problem - start > WINDOW_SIZE)
        source_line(fault->part.source, fault->problem - WINDOW_SIZE, &start);
    return start;
}

static void say_shape(const Doctor *doctor, const Entry *line)
{
    const bool is_off = line->indent.size > 0 || line->is_item || line->key.size > 0;
    say(doctor, is_off ? DIAGNOSTIC_YAML_INDENTATION : DIAGNOSTIC_YAML_SYNTAX, line->body,
        line->body);
}

void doctor_explain(Arena *scratch, const YamlFault *fault, Report *report)
{
    Doctor doctor = {scratch, report, fault->part.source, span_text(fault->part), NULL};
    Entry *lines;
    const size_t count = collect_lines(&doctor, window_start(fault), fault->problem, &lines);
    doctor.lines = lines;
    for (size_t i = count; i > 0; i--)
        for (size_t row = 0; row < COUNT(explanations); row++)
            if (explanations[row](&doctor, &lines[i - 1]))
                return;
    if (count > 0) {
        say_shape(&doctor, &lines[count - 1]);
        return;
    }
    report_add(report, &(Diagnostic){.code = DIAGNOSTIC_YAML_SYNTAX, .span = fault->part});
}

static bool check_commas(const Doctor *doctor, const Value *item)
{
    Edit edits[MAX_EDITS];
    size_t count = 0;
    Slice rest = span_text(item->span);
    Slice place;
    Slice first_place = {0};
    const ForeignMark *first = NULL;
    const ForeignMark *mark;
    while (count < MAX_EDITS &&
           (mark = find_mark(foreign_commas, COUNT(foreign_commas), rest, &place)) != NULL) {
        if (first == NULL) {
            first = mark;
            first_place = place;
        }
        edits[count++] = (Edit){span_of(doctor->source, place), mark->ascii};
        rest = slice_between(place.at + place.size, rest.at + rest.size);
    }
    if (first == NULL)
        return true;
    report_add(doctor->report, &(Diagnostic){.code = DIAGNOSTIC_YAML_FOREIGN_COMMA,
                                             .span = span_of(doctor->source, first_place),
                                             .words = {first->mark},
                                             .edits = edits,
                                             .edit_count = count});
    return false;
}

/* A "#" with a letter right behind it was meant as text. */
static bool check_comment(const Doctor *doctor, const Value *value)
{
    const Slice rest = slice_from(doctor->source->bytes, value->span.end);
    size_t at = 0;
    while (at < rest.size && entry_is_blank(rest.at[at]))
        at++;
    if (at == 0 || at + 1 >= rest.size || rest.at[at] != '#' ||
        strchr(" \t#!\r\n", rest.at[at + 1]))
        return true;
    Slice behind = slice_from(rest, at);
    Slice comment;
    slice_cut_line(&behind, &comment);
    comment = slice_trim_end(comment);
    const char *start = value->kind == VALUE_NONE && span_text(value->span).size == 0
                            ? comment.at
                            : doctor->source->bytes.at + value->span.start;
    ask_quotes(doctor, DIAGNOSTIC_YAML_COMMENT, comment,
               slice_between(start, comment.at + comment.size));
    return false;
}

static bool check_braces(const Doctor *doctor, const Value *map)
{
    const Slice text = span_text(map->span);
    if (entry_first(text) != '{')
        return true;
    for (size_t i = 0; i < map->count; i++) {
        const ValueEntry *entry = &map->entries[i];
        const Slice behind =
            slice_trim_start(slice_from(doctor->source->bytes, entry->key_span.end));
        if (entry->value.kind != VALUE_NONE || entry_first(behind) == ':')
            continue;
        ask_quotes(doctor, DIAGNOSTIC_YAML_BRACES, text, text);
        return false;
    }
    return true;
}

static bool check_key(const Doctor *doctor, const ValueEntry *entry)
{
    Slice place;
    const Slice key = span_text(entry->key_span);
    if (explain_foreign_quote(doctor, key))
        return false;
    if (entry_first(key) == '"' && !escape_check_name(entry->key_span, entry->key, doctor->report))
        return false;
    const ForeignMark *mark = find_mark(foreign_colons, COUNT(foreign_colons), key, &place);
    return mark == NULL || !say_foreign(doctor, mark, place);
}

/* The reader holds values to YAML_MAX_DEPTH, and so this. */
static bool check_value(const Doctor *doctor, const Value *value)
{
    if (value->kind == VALUE_NONE || value->kind == VALUE_SCALAR)
        return value->is_quoted ? escape_check(value->span, value->text, doctor->report)
                                : check_comment(doctor, value);
    if (value->kind == VALUE_MAP && !check_braces(doctor, value))
        return false;
    const bool is_flow_list = entry_first(span_text(value->span)) == '[';
    bool is_fine = true;
    for (size_t i = 0; i < value->count && doctor->report->error_count < MAX_FAULTS; i++) {
        const ValueEntry *entry = &value->entries[i];
        if (value->kind == VALUE_MAP && !check_key(doctor, entry))
            is_fine = false;
        if (is_flow_list && entry->value.kind == VALUE_SCALAR && !entry->value.is_quoted &&
            !check_commas(doctor, &entry->value))
            is_fine = false;
        if (!check_value(doctor, &entry->value))
            is_fine = false;
    }
    return is_fine;
}

bool doctor_check(Arena *scratch, const Value *root, Report *report)
{
    if (root->kind == VALUE_NONE)
        return true;
    const Doctor doctor = {scratch, report, root->span.source, span_text(root->span), NULL};
    if (root->kind == VALUE_MAP)
        return check_value(&doctor, root);
    if (root->kind == VALUE_SCALAR) {
        const YamlFault fault = {root->span, root->span.start, root->span.start};
        doctor_explain(scratch, &fault, report);
        return false;
    }
    say(&doctor, DIAGNOSTIC_YAML_ROOT, slice_to(doctor.part, 1), (Slice){0});
    return false;
}
