"""Text hygiene of every file of the project (docs/style.md 9)."""

import re
import unicodedata

from house import ROOT, report, tree_files

BINARY = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".woff2", ".pdf", ".zip")
# Input kept as it came, and output kept as it is made: their bytes are the point.
AS_IT_CAME = re.compile(r"tests/fuzz/corpora/|tests/fuzz/corpus/|tests/spec/.*\.(txt|json|html)$|"
                        r"tests/sites/[^/]+/expected/|tests/unit/.*/data/")
MAY_JOIN = re.compile(r"content/|manual/|templates/|data/|site\.yaml$|docs/|README\.md$|tests/cases/|tests/sites/|"
                      r"tests/benchmark/")
JOINERS = "\u200c\u200d"
INVISIBLE = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")

rules = {rule: [] for rule in (
    "is UTF-8", "is in normal form C", "has no tab", "has no blank at the end of a line",
    "ends with one newline", "holds no invisible character outside its place")}


def check(name):
    data = (ROOT / name).read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        rules["is UTF-8"].append(f"{name}: {fault}")
        return
    if text and (not text.endswith("\n") or text.endswith("\n\n")):
        rules["ends with one newline"].append(name)
    for number, line in enumerate(text.split("\n"), 1):
        place = f"{name}:{number}"
        if unicodedata.normalize("NFC", line) != line:
            rules["is in normal form C"].append(place)
        if "\t" in line:
            rules["has no tab"].append(place)
        if line != line.rstrip():
            rules["has no blank at the end of a line"].append(place)
        for found in INVISIBLE.finditer(line):
            if not (found.group() in JOINERS and MAY_JOIN.match(name)):
                rules["holds no invisible character outside its place"].append(
                    f"{place}:{found.start() + 1}: U+{ord(found.group()):04X}")


for path in tree_files():
    if not path.endswith(BINARY) and not AS_IT_CAME.match(path):
        check(path)
report(rules)
