/* The program: hands its arguments to the commands. */
#include "command/command.h"

int main(int argc, char *argv[])
{
    return command_run(argc, argv);
}
