/* Reads the words of a command line by a table of options: `--name value`, `--name=value`, flags.
 * Private to command. */
#ifndef COMMAND_OPTION_H
#define COMMAND_OPTION_H

#include "base/arena.h"

typedef struct Option {
    Slice name;  /* without "--" */
    Slice value; /* what help calls its value: "DIR"; empty: a flag */
    Slice help;
    Slice *text; /* where the value goes */
    bool *flag;  /* where a flag goes */
} Option;

typedef struct OptionReader {
    const Option *options;
    size_t option_count;
    Slice *arguments; /* the words that are no options, in order; room for argument_max */
    size_t argument_max;
    size_t argument_count;
    bool wants_help;
} OptionReader;

/* False and told on standard error when a word does not fit. */
bool option_read(OptionReader *reader, int argc, char *const argv[]);

/* The lines of help for a table of options, on standard output. */
void option_print_help(const Option *options, size_t count);

#endif
