"""Counts the tests of the given Meson logs (testlog.junit.xml) and prints one closing line.

A test that speaks TAP counts each of its points; a log that is not there counts as a failure."""

import collections
import pathlib
import sys
import xml.etree.ElementTree as tree


def outcome(case):
    if case.find("failure") is not None or case.find("error") is not None:
        return "failed"
    return "skipped" if case.find("skipped") is not None else "passed"


counts = collections.Counter()
for log in map(pathlib.Path, sys.argv[1:]):
    if not log.is_file():
        print(f"no log: {log}")
        counts["failed"] += 1
        continue
    for suite in tree.parse(log).getroot().iter("testsuite"):
        cases = list(suite.iter("testcase"))
        here = collections.Counter(map(outcome, cases))
        for case in cases:
            if outcome(case) == "failed":
                print(f"failed: {log.parts[0]}: {suite.get('name')}: {case.get('name')}")
        missing = int(suite.get("failures", 0)) + int(suite.get("errors", 0)) - here["failed"]
        here["failed"] += max(0, missing)
        counts += here

line = f"{counts['passed']} passed, {counts['failed']} failed"
if counts["skipped"]:
    line += f", {counts['skipped']} skipped"
print(line)
sys.exit(1 if counts["failed"] or not counts["passed"] else 0)
