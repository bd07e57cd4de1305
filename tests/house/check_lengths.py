"""Lengths of functions, files, headers and lines (docs/style.md 5).

Tables inside a function do not count. A function or file that is long for a reason says so: "long: the reason" in a comment on the line above the
function or in the first comment of the file."""

import re

from house import c_files, report, text_of

MAX_FUNCTION, MAX_FILE, MAX_HEADER, MAX_LINE = 50, 500, 100, 100
REASON = re.compile(r"\blong: \w")

rules = {rule: [] for rule in (
    f"no function is over {MAX_FUNCTION} lines", f"no .c file is over {MAX_FILE} lines",
    f"no header is over {MAX_HEADER} lines", f"no line is over {MAX_LINE} columns",
    "each .c file opens with its role")}
FUNCTION, FILE, HEADER, LINE, ROLE = rules


def table_lines(body):
    """Lines inside the tables of a body: from "= {" at the end of a line to its "};"."""
    count, is_table = 0, False
    for line in body:
        if is_table and re.match(r" {4,8}\S?.*};$", line):
            is_table = False
        count += is_table
        if line.endswith("= {"):
            is_table = True
    return count


def check_functions(name, lines):
    """The form is clang-format's: a body opens and closes in column 1."""
    opened = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            opened = number
        elif line == "}" and opened:
            length = number - opened - 1 - table_lines(lines[opened:number - 1])
            above = opened - 2
            while above > 0 and lines[above - 1] and not lines[above - 1].startswith(("}", "#")):
                above -= 1
            if length > MAX_FUNCTION and not REASON.search("\n".join(lines[above - 1:opened])):
                rules[FUNCTION].append(f"{name}:{opened}: {length} lines")
            opened = None


for path in c_files("generator", "tests"):
    text = text_of(path)
    lines = text.splitlines()
    first_comment = re.match(r"(/\*.*?\*/\s*|//[^\n]*\n)*", text, re.DOTALL).group()
    has_reason = REASON.search(first_comment)
    limit, rule = (MAX_HEADER, HEADER) if path.endswith(".h") else (MAX_FILE, FILE)
    if len(lines) > limit and not has_reason:
        rules[rule].append(f"{path}: {len(lines)} lines")
    if not first_comment and path.startswith("generator/"):
        rules[ROLE].append(path)
    rules[LINE] += [f"{path}:{number}: {len(line)} columns"
                    for number, line in enumerate(lines, 1) if len(line) > MAX_LINE]
    check_functions(path, lines)
report(rules)
