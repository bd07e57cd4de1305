/* The front of the program: picks a command from a table. */
#include "command/command.h"

#include "base/suggest.h"
#include "command/part.h"

#include <stdio.h>

typedef struct Command {
    Slice name;
    Slice help;
    int (*run)(int argc, char *const argv[]);
} Command;

static const Command commands[] = {
    {SLICE_INIT("build"), SLICE_INIT("build the site of this folder into public/"), command_build},
    {SLICE_INIT("new"), SLICE_INIT("write the skeleton of a page"), command_new},
    {SLICE_INIT("explain"), SLICE_INIT("explain a diagnostic or a front-matter field"),
     command_explain},
    {SLICE_INIT("fix"), SLICE_INIT("mend what has a safe repair"), command_fix},
};

#define COMMAND_COUNT (sizeof(commands) / sizeof(commands[0]))

static void print_help(FILE *out)
{
    fputs("qanat: builds public-information sites in several languages and both directions\n\n"
          "usage: qanat COMMAND [OPTION…]\n\n",
          out);
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        fprintf(out, "  %-10.*s %.*s\n", SLICE_FORMAT(commands[i].name),
                SLICE_FORMAT(commands[i].help));
    fputs("\n  --version  print the version\n  --help     show this\n\n"
          "qanat COMMAND --help tells more of a command.\n"
          "Exit status: 0 done, 1 faults in content, 2 wrong usage or a failing system.\n",
          out);
}

static void tell_unknown(Slice name)
{
    Slice names[COMMAND_COUNT];
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        names[i] = commands[i].name;
    Slice nearest = suggest_one(name, names, COMMAND_COUNT);
    fprintf(stderr, "qanat: there is no command “%.*s”", SLICE_FORMAT(name));
    if (nearest.size > 0)
        fprintf(stderr, "; did you mean “%.*s”?", SLICE_FORMAT(nearest));
    fputs("\nqanat --help lists them\n", stderr);
}

int command_run(int argc, char *const argv[])
{
    if (argc < 2) {
        print_help(stderr);
        return EXIT_TROUBLE;
    }
    Slice name = slice_of_string(argv[1]);
    if (slice_equal(name, SLICE("--help")) || slice_equal(name, SLICE("-h"))) {
        print_help(stdout);
        return EXIT_DONE;
    }
    if (slice_equal(name, SLICE("--version"))) {
        puts("qanat " QANAT_VERSION);
        return EXIT_DONE;
    }
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (slice_equal(commands[i].name, name))
            return commands[i].run(argc - 2, argv + 2);
    }
    tell_unknown(name);
    return EXIT_TROUBLE;
}
