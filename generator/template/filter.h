/* The table of filters (templates.md 7): name, check of types and arguments while a template is
 * compiled, function while a page is written. */
#ifndef TEMPLATE_FILTER_H
#define TEMPLATE_FILTER_H

#include "template/compiler.h"
#include "template/run.h"

struct Filter {
    Slice name;
    Slice takes;    /* for the fault: "a date" */
    uint32_t kinds; /* a bit for each TypeKind it takes */
    TypeKind result;
    uint32_t max_arguments;

    /* Reads the arguments and may set node->type, option and second_option. NULL: none to read. */
    bool (*check)(Compiler *compiler, Expression *node);

    /* Turns the input, which is there, into the result. */
    void (*apply)(Run *run, const Expression *node, Datum *value);

    Slice english, persian; /* what it does, for the manual */

    /* Writes the result into element content, where markup can stand. NULL: like any text. */
    void (*write)(Run *run, const Expression *node, const Datum *value);
};

const Filter *filter_find(Slice name);
size_t filter_names(Arena *arena, const Slice **ret_names);

/* Sets the type of the node; false after a fault. */
bool filter_check(Compiler *compiler, Expression *node);

/* For checks: tells that argument i is not known, or that one is missing. */
bool filter_refuse(Compiler *compiler, const Expression *node, uint32_t i, const Slice *known,
                   size_t known_count);
bool filter_miss(Compiler *compiler, const Expression *node, const char *what);

/* Tells that the input is not what the filter takes. */
bool filter_refuse_input(Compiler *compiler, const Expression *node);

/* Argument i as a whole number from `min` to `max`, into node->option. */
bool filter_take_int(Compiler *compiler, Expression *node, uint32_t i, uint32_t min, uint32_t max);

#endif
