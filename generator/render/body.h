/* Tree to HTML: each kind of node has its built-in output, or the component that takes its place.
 * Private to render. */
#ifndef RENDER_BODY_H
#define RENDER_BODY_H

#include "render/plan.h"

typedef struct BodyWriter {
    Run *run;
    const Site *site;
    const Page *page;  /* whose page is written */
    const Page *owner; /* whose document it is: another one on a fallback page and in feeds */
    const Document *document;
    const Language *language; /* of the document; what the engine writes into it is in that too */
    bool has_no_links;        /* titles in contents stand inside links */
    bool is_tight;            /* inside a tight list item: paragraphs have no tag */
    int64_t table_count;
} BodyWriter;

/* All blocks of a page and its footnotes, into run->out. */
void body_write(BodyWriter *writer);

/* The inlines below a node: a summary, the title of a heading. */
void body_write_inlines(BodyWriter *writer, NodeId parent);

#endif
