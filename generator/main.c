/* The program: hands its arguments to the commands. */
#include "base/arena.h"
#include "base/file.h"
#include "command/command.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* What could not be written was not said. */
static int flush_output(int status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    fprintf(stderr, "qanat: cannot write to standard output: %s\n", strerror(errno));
    return EXIT_TROUBLE;
}

int main(int argc, char *argv[])
{
    arena_setup();
    file_setup();
    return flush_output(command_run(argc, argv));
}
