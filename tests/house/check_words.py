"""Words that promise work instead of being it stand nowhere in code, templates, tools and tests."""

import re

from house import report, text_of, tree_files

FOLDERS = ("generator/", "templates/", "tools/", "tests/", "assets/")
SUFFIXES = (".c", ".h", ".py", ".sh", ".build", ".ini", ".html", ".css", ".js", ".mjs", ".yaml")
PROMISES = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK|for n" r"ow)\b")

faults = [f"{name}:{number}: {line.strip()}"
          for name in tree_files() if name.startswith(FOLDERS) and name.endswith(SUFFIXES)
          for number, line in enumerate(text_of(name).splitlines(), 1) if PROMISES.search(line)]
report({"no word puts work off": faults})
