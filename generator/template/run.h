/* Runs compiled templates over records into a Buffer. A Run is the state of one page being written:
 * the caller fills its first part, run_init the rest. Whatever a slot of a Markdown hook or
 * directive holds is written by a callback in the middle of the component, straight into the same
 * buffer. Faults that show only now (render/…) are reported on the source of the page. */
#ifndef TEMPLATE_RUN_H
#define TEMPLATE_RUN_H

#include "markup/node.h"
#include "template/hook.h"

#define RUN_MAX_OUTPUT_SIZE ((size_t) 16 * 1024 * 1024)
#define RUN_MAX_DEPTH 32

typedef struct RunFrame RunFrame;

typedef struct Run {
    const TemplateSet *set;
    Arena *scratch; /* of the worker; lives as long as the run */
    Buffer *out;
    void *context; /* for RecordGetters, Markup writers, resolve and language_of */
    Slice path;    /* of the file being written, from the output root */
    Slice base;    /* address of the site, ends in "/"; empty: none */
    Slice root;    /* what addresses of the site begin with on a text that may be read anywhere (the
                      not-found page, entries of feeds); empty: they are relative */
    uint32_t worker;  /* number of the worker: names its row of ICU tools */
    const void *site; /* records of the host's `site` and `page` types */
    const void *page;
    const Language *page_language;
    Span span; /* of the page's source, for the codes render/… */
    Report *report;

    /* set by run_init, kept by the run */
    const Language *language; /* of the place being written */
    bool is_right_to_left;    /* direction of the place */
    RunFrame *frame;
    uint32_t depth;
    Buffer text;    /* a plain string being built (title, alt, an address) */
    Buffer *target; /* where values go: `out` or `text` */
    bool failed;    /* a fault has been reported; the output must not be used */
    Url link;       /* the last address written for an `a` */
} Run;

void run_init(Run *run);

/* Writes a whole page, doctype first where its root is `html`. False after a fault. */
bool run_page(Run *run, const Component *page);

/* Writes the content of a slot into run->out. NULL: nothing. */
typedef void (*RunFill)(Run *run, void *shared);

/* A hook's component with its arguments in the order of hook.h; an absent Datum stands for no
 * value. */
bool run_hook(Run *run, const Component *component, Hook hook, const Datum *arguments, RunFill fill,
              void *shared);

/* A directive of a Markdown text: its attributes are read by the types of the parameters. Unknown,
 * missing and unreadable ones are reported on `source`, at the attribute. */
bool run_directive(Run *run, const Component *component, const DirectiveDetail *directive,
                   const Source *source, RunFill fill, void *shared);

/* Changes the language of the place around content that run's caller writes itself; gives back what
 * it was. */
const Language *run_set_language(Run *run, const Language *language);

/* Writes a text where it lands in element content: escaped, isolated by its language (templates
 * 10).
 */
void run_write_text(Run *run, Text text);

/* The value of an attribute in quotes' inside: built whole, isolated with characters, escaped. */
void run_write_attribute_text(Run *run, Text text);

/* An address as seen from the page, escaped for an attribute. False after a fault. */
bool run_write_url(Run *run, const Url *url);

/* Tells of a fault at the page's source. */
void run_fail(Run *run, DiagnosticCode code, Slice first, Slice second);

#endif
