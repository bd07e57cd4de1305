/* The state of compiling one template file, and what all parts of the compiler do: report faults,
 * read and type expressions, keep track of what is open. */
#ifndef TEMPLATE_COMPILER_H
#define TEMPLATE_COMPILER_H

#include "base/suggest.h"
#include "markup/html.h"
#include "template/scope.h"
#include "template/set.h"
#include "template/type.h"

#define COMPILER_MAX_OPEN (TIDY_MAX_DEPTH + 8)
#define COMPILER_MAX_LOOPS 16
#define COMPILER_MAX_KNOWN 512

typedef struct OpenElement {
    const HtmlElement *element; /* NULL: of unknown kind */
    const XmlNode *node;
} OpenElement;

typedef struct Compiler {
    TemplateSet *set;
    Arena *arena;
    Component *component;
    Program *program;
    Report *report;
    Scope scope;
    uint32_t page_variants; /* types of the pages this file writes */
    OpenElement open[COMPILER_MAX_OPEN];
    size_t open_count;
    size_t nesting_base;      /* what is open before it is not at odds with what comes */
    uint32_t condition_depth; /* t-if, t-for, t-match around */
    uint32_t loop_depth;
    uint32_t place_depth;
    bool is_testing;            /* inside a test: what is named there is not shown */
    bool preserves;             /* white space is kept */
    bool is_plain;              /* inside title, textarea, option */
    uint32_t foreign;           /* svg, math around */
    const XmlNode *fill_parent; /* the call whose t-fill children are compiled apart */
} Compiler;

void compiler_fault(Compiler *compiler, DiagnosticCode code, uint32_t start, uint32_t end,
                    Slice first, Slice second);
void compiler_fault3(Compiler *compiler, DiagnosticCode code, Span span, Slice first, Slice second,
                     Slice third);

/* With the nearest of the known words. */
typedef struct KnownWords {
    const Slice *words;
    size_t count;
} KnownWords;
void compiler_unknown(Compiler *compiler, DiagnosticCode code, Span span, const Slice words[2],
                      Slice word, KnownWords known);

Span compiler_span(const Compiler *compiler, uint32_t start, uint32_t end);
Span compiler_name_span(const Compiler *compiler, const XmlNode *node); /* of a start tag's name */

/* How an expression is called in a fault: its path, else as typed. */
Slice compiler_label(const Compiler *compiler, const Expression *expression);

/* Reads and types a whole text, or the part of one between braces. NULL after a fault. */
Expression *compiler_expression(Compiler *compiler, const XmlText *text, Slice part);

/* False, after a fault, for a value that may be absent here. */
bool compiler_require(Compiler *compiler, const Expression *expression);

/* Reads a test; the same rules for t-if, and, or, not. */
bool compiler_check_test(Compiler *compiler, const Expression *expression);

/* A new value of the frame with a name for what follows; false after a fault. */
bool compiler_bind(Compiler *compiler, Slice name, Span span, const Type *type, uint16_t *ret_slot);

/* A value of the frame without a name. */
uint16_t compiler_take_slot(Compiler *compiler);

#endif
