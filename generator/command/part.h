/* The commands, as the table of command.c names them. `argc` and `argv` begin behind the command's
 * own name. */
#ifndef COMMAND_PART_H
#define COMMAND_PART_H

#include "command/command.h"

int command_build(int argc, char *const argv[]);
int command_new(int argc, char *const argv[]);
int command_explain(int argc, char *const argv[]);
int command_fix(int argc, char *const argv[]);

#endif
