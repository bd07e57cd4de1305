"""Counts the tests of the given Meson logs (testlog.json) and prints one closing line.

A test that speaks TAP counts each of its points. One that crashed, ran out of time or stopped early counts as a
failure even if all its points were fine, and so does a log that was not made."""

import collections
import json
import pathlib
import re
import sys

POINT = re.compile(r"(?m)^(ok|not ok)\b([^\n#]*)(?:# *(\w+))?([^\n]*)\n?((?:#[^\n]*\n?)*)")
MAX_WORDS = 2000
FAULTS = ("FAIL", "ERROR", "TIMEOUT", "INTERRUPT", "UNEXPECTEDPASS")


def count(test):
    """What one program of tests adds up to, and the names of what failed and of what was skipped."""
    counts, failed, skipped = collections.Counter(), [], []
    for word, name, note, reason, words in POINT.findall(test.get("stdout", "")):
        if note.upper() == "SKIP":
            skipped.append(f"{name.strip()} ({reason.strip()})")
        elif word == "ok":
            counts["passed"] += 1
        else:
            failed.append(f"{name.strip()}\n{words[:MAX_WORDS]}".rstrip())
    if test["result"] == "SKIP" and not skipped:
        skipped.append("all of it")
    elif test["result"] in FAULTS and not failed:
        failed.append(f"ended with {test['result'].lower()}, status {test.get('returncode')}")
    elif not counts and not failed and not skipped:
        counts["passed"] = 1
    counts["failed"], counts["skipped"] = len(failed), len(skipped)
    return counts, failed, skipped


totals = collections.Counter(failed=0)
for log in map(pathlib.Path, sys.argv[1:]):
    if not log.is_file():
        print(f"failed: {log} was not made")
        totals["failed"] += 1
        continue
    for line in log.read_text(encoding="utf-8").splitlines():
        test = json.loads(line)
        counts, failed, skipped = count(test)
        totals.update(counts)
        for name in skipped:
            print(f"skipped: {log.parts[0]}: {test['name']}: {name}")
        for name in failed:
            print(f"failed: {log.parts[0]}: {test['name']}: {name}")

line = f"{totals['passed']} passed, {totals['failed']} failed"
if totals["skipped"]:
    line += f", {totals['skipped']} skipped"
print(line)
sys.exit(1 if totals["failed"] or not totals["passed"] else 0)
