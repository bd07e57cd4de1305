"""Counts the tests of the given Meson logs (testlog.json) and prints one closing line.

A test that speaks TAP counts each of its points. One that crashed, ran out of time or stopped early counts as a
failure even if all its points were fine, and so does a log that was not made."""

import collections
import json
import pathlib
import re
import sys

POINT = re.compile(r"(?m)^(ok|not ok)\b([^\n#]*)(?:# *(\w+))?[^\n]*\n?((?:#[^\n]*\n?)*)")
MAX_WORDS = 2000
FAULTS = ("FAIL", "ERROR", "TIMEOUT", "INTERRUPT", "UNEXPECTEDPASS")


def count(test):
    """What one program of tests adds up to, and the names of what failed."""
    counts, failed = collections.Counter(), []
    for word, name, note, words in POINT.findall(test.get("stdout", "")):
        if note.upper() == "SKIP":
            counts["skipped"] += 1
        elif word == "ok":
            counts["passed"] += 1
        else:
            failed.append(f"{name.strip()}\n{words[:MAX_WORDS]}".rstrip())
    if test["result"] == "SKIP":
        counts["skipped"] = max(1, counts["skipped"])
    elif test["result"] in FAULTS and not failed:
        failed.append(f"ended with {test['result'].lower()}, status {test.get('returncode')}")
    elif not counts and not failed:
        counts["passed"] = 1
    counts["failed"] = len(failed)
    return counts, failed


totals = collections.Counter(failed=0)
for log in map(pathlib.Path, sys.argv[1:]):
    if not log.is_file():
        print(f"failed: {log} was not made")
        totals["failed"] += 1
        continue
    for line in log.read_text(encoding="utf-8").splitlines():
        test = json.loads(line)
        counts, failed = count(test)
        totals += counts
        for name in failed:
            print(f"failed: {log.parts[0]}: {test['name']}: {name}")

line = f"{totals['passed']} passed, {totals['failed']} failed"
if totals["skipped"]:
    line += f", {totals['skipped']} skipped"
print(line)
sys.exit(1 if totals["failed"] or not totals["passed"] else 0)
