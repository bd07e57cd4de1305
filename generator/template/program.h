/* What a template becomes: a list of ops over a frame of values (templates.md 14). A program is
 * built once, checked, and never changed again; all threads share it. Static markup lies in one
 * text. Neighbouring pieces of it become one op, but never across a place that something jumps to:
 * program_mark makes such a barrier. */
#ifndef TEMPLATE_PROGRAM_H
#define TEMPLATE_PROGRAM_H

#include "template/context.h"
#include "template/expression.h"

typedef enum OpCode {
    OP_TEXT,      /* static text: start, size */
    OP_WRITE,     /* expression, as context demands */
    OP_MARKUP,    /* expression: inline or html */
    OP_ATTRIBUTE, /* name="expression"; nothing where it is absent */
    OP_ADD,       /* expression: an attrs value, without the names of `names` */
    OP_REL,       /* rel of an `a`: expression (or none), and what external addresses need */
    OP_HREFLANG,  /* hreflang of an `a` to a page in another language */
    OP_UNLESS,    /* expression false: go to pc */
    OP_JUMP,      /* go to pc */
    OP_FOR,       /* loop slot over expression; empty: go to pc */
    OP_NEXT,      /* next item: go to pc; at the end: go on */
    OP_LET,       /* slot = expression */
    OP_LANG,      /* language of the place from expression; the old one is kept in place slot */
    OP_DIR,       /* direction of the place; the old one is kept in place slot */
    OP_LANG_TAG,  /* lang and dir where they differ from the place kept in slot */
    OP_LANG_END,
    OP_STRING,     /* begin a plain string */
    OP_STRING_END, /* write it, guarded and escaped */
    OP_MESSAGE,    /* a message with markup */
    OP_CALL,
    OP_SLOT,    /* content of the caller's fill, then go to pc; not filled: go on */
    OP_TAG,     /* <name; the name is kept in slot */
    OP_TAG_END, /* </name> */
    OP_INLINE,  /* text of a file */
    OP_RETURN,
} OpCode;

/* template/frame.h */
typedef struct Call Call;
typedef struct MessageCall MessageCall;
typedef struct InlineText InlineText;

typedef struct Op {
    uint8_t code;
    uint8_t context; /* Context */
    uint16_t slot;
    uint32_t pc;
    uint32_t offset; /* in the file, for faults */
    const Expression *expression;
    uint32_t size; /* of a text; number of a loop; for OP_DIR 1: right to left */
    union {
        uint32_t start; /* of a text */
        Slice name;
        const Slice *names; /* ends with an empty one */
        const Call *call;
        const MessageCall *message;
        const InlineText *inlined;
    };
} Op;

typedef struct Program {
    Arena *arena;
    Op *ops;
    size_t op_count;
    size_t op_capacity;
    Buffer text;
    size_t barrier;      /* ops before it take no more text */
    uint16_t slot_count; /* of a frame */
    uint16_t loop_count;
    uint16_t place_count;
} Program;

#define PROGRAM_MAX_TEXT_SIZE ((size_t) 4 * 1024 * 1024)

void program_init(Program *program, Arena *arena);
Op *program_add(Program *program, OpCode code, uint32_t offset);
void program_text(Program *program, Slice text);
void program_text_byte(Program *program, char byte);

/* The place the next op will have, as a target of jumps. */
uint32_t program_mark(Program *program);

/* Lets the op at `at` jump to the place the next op will have. */
void program_land(Program *program, uint32_t at);

#endif
