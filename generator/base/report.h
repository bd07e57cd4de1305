/* A Report collects diagnostics. Who finds a fault adds it, once; adding copies the words, works
 * out line and column and keeps the quoted lines, so that a diagnostic outlives its source. Nothing
 * is printed before the end of a run: report_print gathers all reports, sorts by path, offset, code
 * and words, drops doubles, and prints one order for any number of threads. {0} is a valid Report
 * that has no arena yet: call report_init before the first add.
 *
 * long: finders, printers and the policy share the one struct. */
#ifndef BASE_REPORT_H
#define BASE_REPORT_H

#include "base/buffer.h"
#include "base/codes.h"
#include "base/source.h"

#include <stdio.h>

#define REPORT_MAX_PER_FILE 20
#define REPORT_MAX_PRINTED 1000
#define REPORT_MAX_KEPT 1000 /* of one file in a row; more are counted only */
#define REPORT_MAX_WORDS 4

typedef enum Severity {
    SEVERITY_OFF,
    SEVERITY_NOTE,
    SEVERITY_WARNING,
    SEVERITY_ERROR,
} Severity;

typedef enum DiagnosticCode {
#define X(code, severity, name, english, persian) DIAGNOSTIC_##code,
    DIAGNOSTIC_CODES(X)
#undef X
        DIAGNOSTIC_CODE_COUNT
} DiagnosticCode;

typedef struct Edit {
    Span span;
    Slice text; /* what takes the place of the span */
} Edit;

/* What a finder says. All slices are copied by report_add. */
typedef struct Diagnostic {
    DiagnosticCode code;
    Span span;
    Slice path;                    /* where there is no source: the file or folder concerned */
    Span other;                    /* "first used here"; no source: none */
    Slice words[REPORT_MAX_WORDS]; /* stand for {0} … {3} in the sentence */
    Slice suggestion;              /* "did you mean “…”?"; empty: none */
    Slice suggestions[3];          /* nearest names where no single one stands out */
    Slice fix_label;               /* what the edits do, in few words: write “description” */
    const Edit *edits;             /* in order, without overlap; in the span's source */
    size_t edit_count;
    bool is_safe_fix; /* qanat fix applies it unasked */
} Diagnostic;

typedef struct ReportEntry ReportEntry;
typedef struct ReportSilence ReportSilence;

/* Severities after site.yaml `checks`; one for the whole run. */
typedef struct ReportPolicy {
    uint8_t severities[DIAGNOSTIC_CODE_COUNT];
    bool is_strict; /* warnings stop the build */
} ReportPolicy;

void report_policy_init(ReportPolicy *policy);

/* For a code and all that share its name. */
void report_policy_set(ReportPolicy *policy, DiagnosticCode code, Severity severity);

struct Report {
    Arena *arena;
    const ReportPolicy *policy; /* NULL: the severities of the table */
    ReportEntry *newest;
    size_t error_count; /* by policy; warnings count when strict */
    size_t warning_count;
    size_t note_count;
    uint64_t silenced[(DIAGNOSTIC_CODE_COUNT + 63) / 64]; /* codes silenced for the whole subject */
    ReportSilence *silences;                              /* those for a part of it */
};

void report_init(Report *report, Arena *arena, const ReportPolicy *policy);

/* A silenced code is not added; errors cannot be silenced. */
void report_silence(Report *report, DiagnosticCode code);

/* The same for a part of a file, for a code and all that share its name. Entries that stand there
 * already are taken back. */
void report_silence_span(Report *report, DiagnosticCode code, Span span);
void report_add(Report *report, const Diagnostic *diagnostic);

/* True when one more about this file would only be counted: who has to work out its words need not.
 */
bool report_is_full(const Report *report, Slice path);

bool report_has_code(const Report *report, DiagnosticCode code);

static inline bool report_has_errors(const Report *report)
{
    return report->error_count > 0;
}

/* The table of codes. */
Slice diagnostic_name(DiagnosticCode code); /* "front-matter/unknown-field" */
Severity diagnostic_severity(DiagnosticCode code);
Slice diagnostic_sentence(DiagnosticCode code, bool is_persian); /* with {0} … {3} */
bool diagnostic_find(Slice name, DiagnosticCode *ret_code);

typedef enum ReportForm {
    REPORT_TEXT,
    REPORT_SHORT, /* first lines only */
    REPORT_JSON,
    REPORT_GITHUB,
} ReportForm;

typedef struct ReportStyle {
    ReportForm form;
    bool is_persian; /* language of the sentences: site.yaml `messages` */
    bool is_coloured;
    bool is_terminal; /* quoted text stands between U+2068 and U+2069 */
} ReportStyle;

/* Writes every diagnostic of `reports` to `out`, then (in the text forms) one line that counts
 * them. */
void report_print(const Report *const *reports, size_t count, const ReportStyle *style, FILE *out);

/* Text a user wrote: invisible characters as ⟨RLM⟩ or ⟨U+202E⟩, a tab as a space. */
void report_add_shown(Buffer *out, Slice text);

/* One settled entry, as report_print and the printers see it. */
struct ReportEntry {
    ReportEntry *next;
    DiagnosticCode code;
    Severity severity;
    Slice path;
    uint32_t start, end; /* bytes */
    Position from, to;   /* line 0: the whole file */
    Slice line;          /* the line `from` stands on; of a long one the part around it */
    uint32_t line_first; /* column of the first character of `line` */
    Slice line_before;
    Slice quoted;     /* the text of the span and its edits, at most one line */
    Slice repaired;   /* the same after the edits; empty where they do not stay in one line */
    uint32_t ordinal; /* among its neighbours of the same path */
    uint32_t left_out[SEVERITY_ERROR + 1]; /* found after this last kept one, and only counted */
    Slice other_path;
    Position other;
    Slice words[REPORT_MAX_WORDS];
    Slice suggestion;
    Slice suggestions[3];
    Slice fix_label;
    Edit *edits; /* spans keep start and end; their source is NULL */
    size_t edit_count;
    bool is_safe_fix;
};

/* The edits for one file, in order of offset, without overlap. */
typedef struct FileFixes {
    Slice path;
    Edit *edits;
    size_t edit_count;
} FileFixes;

/* The edits of safe fixes, with `suggested` also the others: one row for each file that has any, in
 * order of paths. A fix is taken whole or not at all. */
size_t report_collect_fixes(const Report *const *reports, size_t count, bool suggested,
                            Arena *arena, FileFixes **ret_files);

#endif
