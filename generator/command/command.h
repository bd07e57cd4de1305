/* The commands of the program: one table, one file each. Exit status: 0 done, 1 faults in content,
 * 2 wrong usage or a failing system. */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

typedef enum ExitStatus {
    EXIT_DONE = 0,
    EXIT_FAULTS = 1,
    EXIT_TROUBLE = 2,
} ExitStatus;

/* Runs what the arguments ask for and returns the exit status of the program. */
int command_run(int argc, char *const argv[]);

#endif
