"""What the house tests share: the tree, its files, and TAP output."""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def tree_files():
    """Every file of the project by its path from the root: what git tracks or would track."""
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True).stdout
    names = sorted(name for name in listing.decode().split("\0") if name)
    return [name for name in names if (ROOT / name).is_file()]


def c_files(*folders):
    """The C files and headers below the folders, by path from the root."""
    return [name for name in tree_files()
            if name.endswith((".c", ".h")) and name.startswith(tuple(folder + "/" for folder in folders))]


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8")


def blank_comments(source):
    """C source with comments and literals blanked out, every line kept."""
    pattern = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)

    def blank(match):
        piece = match.group()
        inside = re.sub(r"[^\n]", " ", piece)
        return piece[0] + inside[2:] + piece[-1] if piece[0] in "\"'" else inside

    return pattern.sub(blank, source)


def table_rows(document, heading):
    """The rows of the first table below a heading that starts so; cells without outer blanks."""
    section = re.split(r"(?m)^(?=## )", text_of(document))
    body = next(part for part in section if part.startswith("## " + heading))
    rows = []
    for line in body.splitlines():
        if line.startswith("|"):
            cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
            rows.append([cell.strip() for cell in cells])
        elif rows:
            break
    return rows[2:]


def report(rules):
    """Prints one TAP point per rule, its faults below it, and ends the program."""
    print("TAP version 13")
    print(f"1..{len(rules)}")
    failed = 0
    for number, (rule, faults) in enumerate(rules.items(), 1):
        failed += bool(faults)
        print(f"{'not ok' if faults else 'ok'} {number} - {rule}")
        for fault in faults:
            print(f"# {fault}")
    sys.exit(1 if failed else 0)


def skip(reason):
    print(f"1..0 # SKIP {reason}")
    sys.exit(0)
