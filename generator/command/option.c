/* Words of the command line: small enough to do here, and a misspelt option gets its suggestion. */
#include "command/option.h"

#include "base/suggest.h"

#include <stdio.h>

static const Option *find_option(const OptionReader *reader, Slice name)
{
    for (size_t i = 0; i < reader->option_count; i++) {
        if (slice_equal(reader->options[i].name, name))
            return &reader->options[i];
    }
    return NULL;
}

static void tell_unknown(const OptionReader *reader, Slice name)
{
    enum { NAMES_MAX = 32 };
    Slice names[NAMES_MAX];
    size_t count = reader->option_count < NAMES_MAX ? reader->option_count : NAMES_MAX;
    for (size_t i = 0; i < count; i++)
        names[i] = reader->options[i].name;
    Slice nearest = suggest_one(name, names, count);
    fprintf(stderr, "qanat: unknown option --%.*s", SLICE_FORMAT(name));
    if (nearest.size > 0)
        fprintf(stderr, "; did you mean --%.*s?", SLICE_FORMAT(nearest));
    fputc('\n', stderr);
}

/* Reads one option; *i moves over a value that stands by itself. */
static bool read_one(OptionReader *reader, Slice word, int argc, char *const argv[], int *i)
{
    Slice name, value;
    bool has_value = slice_cut(slice_from(word, 2), '=', &name, &value);
    if (slice_equal(name, SLICE("help"))) {
        reader->wants_help = true;
        return true;
    }
    const Option *option = find_option(reader, name);
    if (!option) {
        tell_unknown(reader, name);
        return false;
    }
    if (option->flag) {
        *option->flag = true;
        if (has_value)
            fprintf(stderr, "qanat: --%.*s takes no value\n", SLICE_FORMAT(name));
        return !has_value;
    }
    if (!has_value && *i + 1 < argc)
        value = slice_of_string(argv[++*i]);
    else if (!has_value) {
        fprintf(stderr, "qanat: --%.*s wants %.*s\n", SLICE_FORMAT(name),
                SLICE_FORMAT(option->value));
        return false;
    }
    *option->text = value;
    return true;
}

bool option_read(OptionReader *reader, int argc, char *const argv[])
{
    for (int i = 0; i < argc; i++) {
        Slice word = slice_of_string(argv[i]);
        if (slice_equal(word, SLICE("-h"))) {
            reader->wants_help = true;
        } else if (slice_starts(word, SLICE("--"))) {
            if (!read_one(reader, word, argc, argv, &i))
                return false;
        } else if (reader->argument_count < reader->argument_max) {
            reader->arguments[reader->argument_count++] = word;
        } else {
            fprintf(stderr, "qanat: do not know what to do with “%.*s”\n", SLICE_FORMAT(word));
            return false;
        }
    }
    return true;
}

#define HELP_COLUMN 22

void option_print_help(const Option *options, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        int width =
            printf("  --%.*s %.*s", SLICE_FORMAT(options[i].name), SLICE_FORMAT(options[i].value));
        printf("%*s%.*s\n", width < HELP_COLUMN ? HELP_COLUMN - width : 1, "",
               SLICE_FORMAT(options[i].help));
    }
    puts("  --help              show this");
}
