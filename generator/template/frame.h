/* What ops hold about calls, and the state of one component being run: its values, loops, and what
 * its slots hold. Frames lie in
 * the scratch arena of the run and are linked through their callers. */
#ifndef TEMPLATE_FRAME_H
#define TEMPLATE_FRAME_H

#include "template/run.h"
#include "template/set.h"

/* The content of a slot, as ops of the caller; pc 0: not filled. */
typedef struct Fill {
    uint32_t pc;
} Fill;

struct Call {
    const struct Component *component;
    const Expression **arguments; /* one for each parameter; NULL: its default */
    Fill *fills;                  /* one for each slot */
};

struct MessageCall {
    uint32_t number; /* of text/message */
    uint32_t count;
    const Expression **arguments; /* one for each of messages_arguments; NULL where it is a fill */
    Fill *fills;
};

struct InlineText {
    Slice path;
    const Slice *text;
    bool is_style;
};

typedef struct FrameLoop {
    List list;
    size_t next;
    const Type *item;
} FrameLoop;

typedef struct FramePlace {
    const Language *language;
    bool is_right_to_left;
} FramePlace;

struct RunFrame {
    const Component *component;
    RunFrame *caller;  /* whose ops the fills are; NULL: a callback fills */
    const Fill *fills; /* one for each slot; NULL: none */
    RunFill write;     /* content of the default slot, from outside */
    void *shared;
    Datum *values;
    FrameLoop *loops;
    FramePlace *places;
    uint32_t offset; /* of the op being run, for faults */
};

RunFrame *frame_new(Arena *arena, const Component *component);

/* Runs the component of a frame from its start. False after a fault. */
bool frame_execute(Run *run, RunFrame *frame);

static inline bool frame_is_filled(const RunFrame *frame, uint32_t slot)
{
    return (frame->fills != NULL && frame->fills[slot].pc != 0) ||
           (slot == SET_DEFAULT_SLOT && frame->write != NULL);
}

#endif
