"""Documents against tables: diagnostics, settings, fields, filters and packages are the same in both."""

import re

from house import report, table_rows, text_of, tree_files

CODE_ROW = re.compile(r'X\((\w+), (?:ERROR|WARNING|NOTE), "([a-z-]+/[a-z0-9-]+)"')
LITERALS = r'((?:[\s\\]*"(?:[^"\\]|\\.)*")+)'
SENTENCES = re.compile(rf'X\(\w+, (\w+), "([a-z-]+/[a-z0-9-]+)",{LITERALS},{LITERALS}\)')
# These name modules and what is to come as well.
DESIGN = ("docs/architecture.md", "docs/persian.md")
# Only a machine without ICU's data shows it.
CANNOT_BE_SHOWN = {"config/icu-data"}
MANUAL_SETTINGS = ("manual/content/en/site/settings.md", "manual/content/fa/site/settings.md")
QUOTED = re.compile(r"`([^`]+)`")


def differences(first, second, where_first, where_second):
    """What stands in one of two sets only, in words."""
    return ([f"{name}: in {where_first} only" for name in sorted(first - second)]
            + [f"{name}: in {where_second} only" for name in sorted(second - first)])


def table_names(source, start):
    """The first name of each row of a C table that begins with `start`."""
    body = text_of(source).split(start, 1)[1].split("\n};", 1)[0]
    return set(re.findall(r'(?m)^    \{SLICE_INIT\("([^"]+)"\)', body))


def first_cells(document, heading):
    """The quoted words of the first column of a document's table."""
    return {word for row in table_rows(document, heading) for word in QUOTED.findall(row[0])}


def field_names():
    """The fields of editorial 3: the first column, and the last of the rows for one type only."""
    rows = table_rows("docs/editorial.md", "3. Front matter")
    words = [QUOTED.findall(row[-1] if row[0].endswith(" only") else row[0]) for row in rows]
    return {re.match(r"[a-z_]*", word).group() for word in sum(words, [])}


def sentence(literals):
    """What a C literal says, with … for each word that is filled in."""
    text = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literals))
    return re.sub(r"\{\d\}", "…", text.replace('\\"', '"').replace("\\u200c", "\u200c").replace("\\\\", "\\")) + "."


def opens_with_sentence(body, code):
    """An entry begins with a sentence of its code as the report prints it, in both languages."""
    opening = " ".join(body.strip().split("\n\n", 1)[0].split())
    return opening in {f"{severity.capitalize()}: {sentence(english)} {sentence(persian)}"
                       for severity, name, english, persian in SENTENCES.findall(codes_text) if name == code}


codes_text = text_of("generator/base/codes.h")
rows = CODE_ROW.findall(codes_text)
codes = {code for _, code in rows}
groups = {code.split("/")[0] for code in codes}
entries_text = text_of("docs/diagnostics.md")
entries = re.findall(r"(?m)^## ([a-z-]+/[a-z0-9-]+)$", entries_text)
bodies = dict(zip(entries, re.split(r"(?m)^## [a-z-]+/[a-z0-9-]+$", entries_text)[1:]))

shown = set()
for name in tree_files():
    if name.startswith(("tests/cases/", "tests/sites/", "tests/unit/", "tests/spec/")):
        text = text_of(name) if name.endswith((".txt", ".c", ".py")) else ""
        shown |= set(re.findall(r"\[([a-z-]+/[a-z0-9-]+)\]", text))
        shown |= set(re.findall(r'"([a-z-]+/[a-z0-9-]+)"', text))
        names = set(re.findall(r"\bDIAGNOSTIC_(\w+)", text))
        shown |= {code for name_of_code, code in rows if name_of_code in names}

mentioned = {}
for name in tree_files():
    is_about_codes = name.startswith(("docs/", "content/")) and name not in DESIGN
    if is_about_codes and name.endswith(".md"):
        for word in re.findall(rf"`((?:{'|'.join(sorted(groups))})/[a-z0-9-]+)`", text_of(name)):
            mentioned.setdefault(word, name)

packages = set(re.findall(r"[a-z0-9][a-z0-9.+-]+", " ".join(
    re.findall(r"(?s)packages_\w+=\((.*?)\)", text_of("tools/packages.sh")))))
by_group = {group: [code for _, code in rows if code.startswith(group + "/")] for group in groups}
report({
    "each diagnostic has an entry in docs/diagnostics.md, and the reverse":
        differences(codes, set(entries), "codes.h", "docs/diagnostics.md"),
    "codes and entries stand in alphabetical order":
        [group for group, names in by_group.items() if names != sorted(names)]
        + [f"docs/diagnostics.md: {second}" for first, second in zip(entries, entries[1:]) if first > second],
    "each entry begins with its sentence in both languages":
        [code for code, body in bodies.items() if code in codes and not opens_with_sentence(body, code)],
    "each entry has an example": [code for code, body in bodies.items() if "```" not in body],
    "each diagnostic is shown by a case or a unit test": sorted(codes - shown - CANNOT_BE_SHOWN),
    "documents mention no diagnostic that is not there":
        [f"{where}: {word}" for word, where in sorted(mentioned.items()) if word not in codes],
    "the settings of site.yaml stand in docs/editorial.md": differences(
        table_names("generator/discover/settings.c", "site_keys[] = {"),
        first_cells("docs/editorial.md", "2. site.yaml"), "settings.c", "docs/editorial.md"),
    "the settings of site.yaml stand in the manual": [
        f"{name}: not in {page}" for page in MANUAL_SETTINGS
        for name in sorted(table_names("generator/discover/settings.c", "site_keys[] = {")
                           - set(QUOTED.findall(text_of(page))))],
    "the fields of front matter stand in docs/editorial.md": differences(
        table_names("generator/model/registry.c", "fields[] = {"), field_names() - {"page", "pagination", "true"},
        "registry.c", "docs/editorial.md"),
    "each Debian package stands in docs/dependencies.md": differences(
        packages, first_cells("docs/dependencies.md", "Debian packages"), "tools/packages.sh", "docs/dependencies.md"),
})
