"""The manual page against the program: it has each command and option that --help shows, and no other.

    check_manual.py PROGRAM"""

import re
import subprocess
import sys

from house import report, text_of

PAGE = "docs/qanat.1"
# It stands in the manual once, for all commands.
COMMON = {"--help"}


def help_of(*words):
    return subprocess.run([sys.argv[1], *words, "--help"], capture_output=True, check=True).stdout.decode()


def documented(part):
    """The options that have a paragraph of their own in a part of the page."""
    heads = re.findall(r"(?m)^\.TP\n\.B[IR]? (\S+)", part)
    return {head.replace("\\-", "-") for head in heads if head.startswith("\\-")}


def differences(command, shown, written):
    return ([f"{PAGE}: {command}: {name} is missing" for name in sorted(shown - written)]
            + [f"{PAGE}: {command}: {name} is in no --help" for name in sorted(written - shown)])


page = text_of(PAGE)
synopsis = page.split(".SH SYNOPSIS\n", 1)[1].split("\n.SH ", 1)[0]
parts = dict(re.findall(r"(?s)\n\.SS (\w+)\n(.*?)(?=\n\.S[SH] |\Z)", page))
commands = re.findall(r"(?m)^  ([a-z]+) +\S", help_of())
options = {command: set(re.findall(r"(?m)^  (--[a-z-]+)", help_of(command))) - COMMON for command in commands}
report({
    "the manual page has a part for each command of --help":
        differences("commands", set(commands), set(parts)),
    "its synopsis names each command":
        [f"{PAGE}: {command}" for command in commands if f".B qanat {command}\n" not in synopsis],
    "each option of a command stands in its part, and no other": sum(
        (differences(command, options[command], documented(parts.get(command, ""))) for command in commands), []),
})
