/* What the rules of the lint share. Private to shape/lint. */
#ifndef SHAPE_LINT_PART_H
#define SHAPE_LINT_PART_H

#include "base/report.h"
#include "shape/lint.h"

/* A stretch of the file that stands as text in the tree: Markdown found no meaning in it. */
typedef struct LintLeaf {
    uint32_t start;
    uint32_t end;
    NodeId block; /* that holds it */
} LintLeaf;

typedef struct Lint {
    Document *document;
    const Language *language;
    const Languages *languages; /* NULL: hosts are not compared */
    Report *report;
    Arena *scratch;
    Slice bytes; /* of the whole file */
    LintLeaf *leaves;
    size_t leaf_count;
    bool has_leaves;
} Lint;

/* The leaf that holds a byte of the file; NULL: it is markup, code or an address. */
const LintLeaf *lint_leaf(Lint *lint, size_t offset);

/* True where a byte is text and no backslash takes its meaning away. */
bool lint_is_text(Lint *lint, size_t offset);

Edit lint_edit(const Lint *lint, size_t start, size_t end, Slice text);
Diagnostic lint_fault(const Lint *lint, DiagnosticCode code, size_t start, size_t end);

/* The code point before and behind an offset; a space at the edges of the file. */
uint32_t lint_before(const Lint *lint, size_t offset);
uint32_t lint_after(const Lint *lint, size_t offset);

bool lint_is_blank(uint32_t code);
bool lint_is_letter(uint32_t code);

/* True for what is written where a link leads: “x.md”, “../map.png”, “https://…”. */
bool lint_is_address(Slice text);

/* The rules. */
void lint_lines(Lint *lint, NodeId paragraph);
void lint_row(Lint *lint, NodeId row);

/* Two lines of a paragraph, one below the other: true, and reported, when a table was meant. */
bool lint_table(const Lint *lint, Slice head, Slice line);
void lint_stars(Lint *lint);
void lint_underscores(Lint *lint);
void lint_brackets(Lint *lint);
void lint_escapes(Lint *lint, NodeId id);
void lint_code(Lint *lint, NodeId code);
void lint_html(Lint *lint);
void lint_link(Lint *lint, NodeId link);
void lint_note(Lint *lint, NodeId note);
void lint_handles(Lint *lint);

#endif
