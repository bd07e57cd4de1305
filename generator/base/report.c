/* Collects diagnostics: works out places, copies what is quoted, counts by severity. */
#include "base/report.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/utf8.h"

#include <assert.h>

#define MAX_LINE_LENGTH 120   /* code points quoted of a line */
#define LENGTH_BEFORE 40      /* of them before the place, where a line is cut */
#define MAX_QUOTED_LENGTH 200 /* code points of a span, a word, a name */
#define ELLIPSIS SLICE("…")

typedef struct CodeRow {
    Slice name;
    Severity severity;
} CodeRow;

static const CodeRow code_rows[] = {
#define X(code, severity, name, english, persian) {SLICE_INIT(name), SEVERITY_##severity},
    DIAGNOSTIC_CODES(X)
#undef X
};

Slice diagnostic_name(DiagnosticCode code)
{
    return code_rows[code].name;
}

Severity diagnostic_severity(DiagnosticCode code)
{
    return code_rows[code].severity;
}

bool diagnostic_find(Slice name, DiagnosticCode *ret_code)
{
    for (size_t i = 0; i < DIAGNOSTIC_CODE_COUNT; i++) {
        if (slice_equal(code_rows[i].name, name)) {
            *ret_code = (DiagnosticCode) i;
            return true;
        }
    }
    return false;
}

void report_policy_init(ReportPolicy *policy)
{
    *policy = (ReportPolicy){0};
    for (size_t i = 0; i < DIAGNOSTIC_CODE_COUNT; i++)
        policy->severities[i] = (uint8_t) code_rows[i].severity;
}

void report_policy_set(ReportPolicy *policy, DiagnosticCode code, Severity severity)
{
    for (size_t i = 0; i < DIAGNOSTIC_CODE_COUNT; i++) {
        if (slice_equal(code_rows[i].name, code_rows[code].name))
            policy->severities[i] = (uint8_t) severity;
    }
}

void report_init(Report *report, Arena *arena, const ReportPolicy *policy)
{
    *report = (Report){.arena = arena, .policy = policy};
}

void report_silence(Report *report, DiagnosticCode code)
{
    report->silenced[code / 64] |= (uint64_t) 1 << code % 64;
}

/* A part of a file where a code is silent. */
struct ReportSilence {
    ReportSilence *next;
    Slice name; /* of the code */
    Slice path;
    uint32_t start, end;
};

static bool holds(const ReportSilence *silence, DiagnosticCode code, Slice path, uint32_t start)
{
    return start >= silence->start && start < silence->end &&
           slice_equal(silence->name, code_rows[code].name) && slice_equal(silence->path, path);
}

static bool is_silent_at(const Report *report, const Diagnostic *diagnostic)
{
    const Span *span = &diagnostic->span;
    for (const ReportSilence *silence = report->silences; silence; silence = silence->next)
        if (span->source != NULL &&
            holds(silence, diagnostic->code, span->source->path, span->start))
            return true;
    return false;
}

static Severity find_severity(const Report *report, DiagnosticCode code)
{
    Severity severity = report->policy != NULL ? (Severity) report->policy->severities[code]
                                               : code_rows[code].severity;
    bool is_silenced = (report->silenced[code / 64] >> code % 64 & 1) != 0;
    return is_silenced && severity != SEVERITY_ERROR ? SEVERITY_OFF : severity;
}

/* Adds one (or takes one back, by SIZE_MAX) where the severity counts. */
static void count(Report *report, Severity severity, size_t step)
{
    bool is_strict = report->policy != NULL && report->policy->is_strict;
    if (severity == SEVERITY_ERROR || (severity == SEVERITY_WARNING && is_strict))
        report->error_count += step;
    if (severity == SEVERITY_WARNING)
        report->warning_count += step;
    if (severity == SEVERITY_NOTE)
        report->note_count += step;
}

void report_silence_span(Report *report, DiagnosticCode code, Span span)
{
    ReportSilence *silence = ARENA_NEW(report->arena, ReportSilence);
    *silence = (ReportSilence){.next = report->silences,
                               .name = code_rows[code].name,
                               .path = slice_copy(report->arena, span.source->path),
                               .start = span.start,
                               .end = span.end};
    report->silences = silence;
    for (ReportEntry **at = &report->newest; *at != NULL;) {
        const ReportEntry *entry = *at;
        if (entry->severity == SEVERITY_ERROR ||
            !holds(silence, entry->code, entry->path, entry->start)) {
            at = &(*at)->next;
            continue;
        }
        count(report, entry->severity, SIZE_MAX);
        *at = entry->next;
    }
}

/* The byte where code point number `count` starts. */
static size_t offset_of(Slice text, size_t count)
{
    size_t offset = 0;
    for (; count > 0 && offset < text.size; count--)
        utf8_next(text, &offset);
    return offset;
}

/* What is printed is always text. */
static Slice copy_clean(Arena *arena, Slice text)
{
    Slice mended = utf8_mend(arena, text);
    return mended.at == text.at ? slice_copy(arena, text) : mended;
}

/* The first `max_length` code points, with an ellipsis where something is missing. */
static Slice copy_short(Arena *arena, Slice text, size_t max_length)
{
    if (text.size <= max_length)
        return copy_clean(arena, text);
    Slice kept = slice_to(text, offset_of(text, max_length));
    Slice parts[] = {copy_clean(arena, kept), kept.size < text.size ? ELLIPSIS : (Slice){0}};
    return slice_join(arena, parts, 2, (Slice){0});
}

/* The whole line, or of a long one the part around the place. */
static void set_line(ReportEntry *entry, Arena *arena, Slice line)
{
    entry->line_first = 1;
    size_t before = entry->from.column - 1;
    if (line.size > MAX_LINE_LENGTH && before > MAX_LINE_LENGTH - LENGTH_BEFORE) {
        size_t left_out = before - LENGTH_BEFORE;
        line = slice_from(line, offset_of(line, left_out));
        Slice parts[] = {ELLIPSIS, copy_short(arena, line, MAX_LINE_LENGTH)};
        entry->line = slice_join(arena, parts, 2, (Slice){0});
        entry->line_first = (uint32_t) left_out; // the ellipsis stands in one column
        return;
    }
    entry->line = copy_short(arena, line, MAX_LINE_LENGTH);
}

static void set_place(ReportEntry *entry, Arena *arena, Span span)
{
    const Source *source = span.source;
    uint32_t line_start;
    Slice line = source_line(source, span.start, &line_start);
    entry->from = source_position(source, span.start);
    entry->to = source_position(source, span.end);
    bool is_whole = span.start == 0 && span.end == 0;
    if (is_whole)
        return;
    set_line(entry, arena, line);
    if (line_start > 0 && entry->from.line > 1) {
        Slice before = source_line(source, line_start - 1, &line_start);
        entry->line_before = copy_short(arena, before, MAX_LINE_LENGTH);
    }
}

/* The text of the span and of all its edits, as it is and as it will be. */
static void set_quoted(ReportEntry *entry, Arena *arena, const Diagnostic *diagnostic)
{
    Slice bytes = diagnostic->span.source->bytes;
    uint32_t start = diagnostic->span.start;
    uint32_t end = diagnostic->span.end;
    for (size_t i = 0; i < diagnostic->edit_count; i++) {
        const Span *span = &diagnostic->edits[i].span;
        start = span->start < start ? span->start : start;
        end = span->end > end ? span->end : end;
    }
    Slice rest = slice_part(bytes, start, end);
    bool is_one_line = memchr(rest.size > 0 ? rest.at : "", '\n', rest.size) == NULL;
    Slice first = {0};
    slice_cut_line(&(Slice){rest.at, rest.size}, &first);
    entry->quoted = copy_short(arena, first, MAX_QUOTED_LENGTH);
    if (!is_one_line || diagnostic->edit_count == 0)
        return;
    Buffer buffer;
    buffer_init(&buffer, arena, (size_t) 1 << 16);
    for (size_t i = 0; i < diagnostic->edit_count; i++) {
        const Edit *edit = &diagnostic->edits[i];
        buffer_add(&buffer, slice_part(bytes, start, edit->span.start));
        buffer_add(&buffer, edit->text);
        start = edit->span.end;
    }
    buffer_add(&buffer, slice_part(bytes, start, end));
    Slice repaired = buffer_slice(&buffer);
    if (!buffer.overflowed && !slice_contains(repaired, SLICE("\n")))
        entry->repaired = copy_short(arena, repaired, MAX_QUOTED_LENGTH);
}

static void set_edits(ReportEntry *entry, Arena *arena, const Diagnostic *diagnostic)
{
    entry->edits = ARENA_ARRAY(arena, Edit, diagnostic->edit_count);
    entry->edit_count = diagnostic->edit_count;
    entry->is_safe_fix = diagnostic->is_safe_fix;
    entry->fix_label = slice_copy(arena, diagnostic->fix_label);
    for (size_t i = 0; i < diagnostic->edit_count; i++) {
        const Edit *edit = &diagnostic->edits[i];
        assert(edit->span.source == diagnostic->span.source);
        entry->edits[i].span = (Span){NULL, edit->span.start, edit->span.end};
        entry->edits[i].text = slice_copy(arena, edit->text);
    }
}

static void set_words(ReportEntry *entry, Arena *arena, const Diagnostic *diagnostic)
{
    for (size_t i = 0; i < REPORT_MAX_WORDS; i++)
        entry->words[i] = copy_short(arena, diagnostic->words[i], MAX_QUOTED_LENGTH);
    entry->suggestion = copy_short(arena, diagnostic->suggestion, MAX_QUOTED_LENGTH);
    for (size_t i = 0; i < 3; i++)
        entry->suggestions[i] = copy_short(arena, diagnostic->suggestions[i], MAX_QUOTED_LENGTH);
}

static ReportEntry *make_entry(Arena *arena, const Diagnostic *diagnostic, Slice path)
{
    ReportEntry *entry = ARENA_NEW(arena, ReportEntry);
    entry->code = diagnostic->code;
    entry->path = path;
    set_words(entry, arena, diagnostic);
    if (diagnostic->span.source != NULL) {
        entry->start = diagnostic->span.start;
        entry->end = diagnostic->span.end;
        set_place(entry, arena, diagnostic->span);
        set_quoted(entry, arena, diagnostic);
        set_edits(entry, arena, diagnostic);
    }
    if (diagnostic->other.source != NULL) {
        entry->other_path = slice_copy(arena, diagnostic->other.source->path);
        entry->other = source_position(diagnostic->other.source, diagnostic->other.start);
    }
    return entry;
}

bool report_is_full(const Report *report, Slice path)
{
    const ReportEntry *newest = report->newest;
    return newest != NULL && newest->ordinal >= REPORT_MAX_KEPT && slice_equal(newest->path, path);
}

void report_add(Report *report, const Diagnostic *diagnostic)
{
    Severity severity = find_severity(report, diagnostic->code);
    if (severity == SEVERITY_OFF ||
        (severity != SEVERITY_ERROR && is_silent_at(report, diagnostic)))
        return;
    assert(report->arena != NULL);
    count(report, severity, 1);
    Slice path = diagnostic->span.source != NULL ? diagnostic->span.source->path : diagnostic->path;
    ReportEntry *newest = report->newest;
    if (report_is_full(report, path)) { // hostile input must not fill the memory with complaints
        newest->left_out[severity]++;
        return;
    }
    bool is_same_path = newest != NULL && slice_equal(newest->path, path);
    Slice kept_path = is_same_path ? newest->path : copy_clean(report->arena, path);
    ReportEntry *entry = make_entry(report->arena, diagnostic, kept_path);
    entry->severity = severity;
    entry->ordinal = is_same_path ? newest->ordinal + 1 : 1;
    entry->next = report->newest;
    report->newest = entry;
}

bool report_has_code(const Report *report, DiagnosticCode code)
{
    for (const ReportEntry *entry = report->newest; entry; entry = entry->next) {
        if (entry->code == code)
            return true;
    }
    return false;
}
