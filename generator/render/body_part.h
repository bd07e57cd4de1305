/* What body.c and the files of its larger kinds (links and pictures, notes, tables) offer each
 * other. */
#ifndef RENDER_BODY_PART_H
#define RENDER_BODY_PART_H

#include "markup/html.h"
#include "model/interface.h"
#include "render/body.h"

static inline Buffer *body_out(const BodyWriter *writer)
{
    return writer->run->out;
}

static inline void body_add(const BodyWriter *writer, Slice html)
{
    buffer_add(writer->run->out, html);
}

/* A node whose children a component's slot shows. */
typedef struct BodySlot {
    BodyWriter *writer;
    NodeId node;
} BodySlot;

void body_write_children(BodyWriter *writer, NodeId parent);
void body_fill_children(Run *run, void *slot); /* a RunFill of a BodySlot */

/* Runs the component of a hook around the children of a node; false when the site has none. */
bool body_run_hook(BodyWriter *writer, Hook hook, const Datum *arguments, NodeId node);

/* dir and class as the flags of a node ask; nothing without them. */
void body_write_flags(BodyWriter *writer, const Node *node);

/* Text in the digits of the page's language. */
void body_write_number(BodyWriter *writer, int64_t number);

void body_write_link(BodyWriter *writer, NodeId id);
void body_write_image(BodyWriter *writer, NodeId id);
void body_write_figure(BodyWriter *writer, NodeId id);
void body_write_element(BodyWriter *writer, NodeId id);
void body_write_table(BodyWriter *writer, NodeId id);
void body_write_footnote_mark(BodyWriter *writer, NodeId id);
void body_write_footnotes(BodyWriter *writer);

#endif
