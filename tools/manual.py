"""Builds the manual: the pages of manual/ with the portal's templates and assets, and reference pages made from what
the program and the templates say of themselves, so that they cannot differ from them. manual/words.json holds the
words of those pages and manual/explanations.json what diagnostics mean, in Persian; a word that is missing in the one
or a code that is gone in the other stops the build.

    manual.py PROGRAM OUTPUT"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
WORDS = json.loads((ROOT / "manual/words.json").read_text(encoding="utf-8"))
EXPLANATIONS = json.loads((ROOT / "manual/explanations.json").read_text(encoding="utf-8"))
HELP = {"en": "english", "fa": "persian"}


class Writer:
    """The reference pages of one language."""

    def __init__(self, language):
        self.language = language
        self.words = WORDS[language]
        self.is_original = language == "en"

    def translate(self, word):
        """A word of the registries, which speak English."""
        return str(word) if self.is_original else self.words[str(word)]

    def page(self, name, body, *values, **fields):
        front = {"title": self.words[f"{name}.title"].format(*values),
                 "description": self.words[f"{name}.description"].format(*values), **fields}
        head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
        return f"---\n{head}---\n\n{body.strip()}\n"

    def fields(self, rows):
        parts = [self.words["fields.before"]]
        for row in rows:
            facts = "".join(f"- {fact}\n" for fact in self.field_facts(row))
            parts.append(f"## `{row['name']}` {{#{row['name'].replace('_', '-')}}}")
            parts += [escaped(row[HELP[self.language]]), facts]
        return self.page("fields", "\n\n".join(parts), weight=1)

    def field_facts(self, row):
        yield self.words["field.kind"].format(self.translate(row["kind"]))
        for key in ("words", "default", "types"):
            if row[key]:
                values = row[key] if isinstance(row[key], list) else [row[key]]
                yield self.words[f"field.{key}"].format(self.words["comma"].join(f"`{value}`" for value in values))
        yield self.words["field.required" if row["required"] else "field.shared" if row["shared"] else "field.own"]

    def filters(self, rows):
        lines = [self.words["filters.before"], "", self.words["filters.head"], "|---|---|---|---|---|"]
        for row in rows:
            cells = [f"`{row['name']}`", escaped(row[HELP[self.language]]),
                     *(self.translate(row[key]) for key in ("takes", "gives", "arguments"))]
            lines.append(f"| {' | '.join(cells)} |")
        return self.page("filters", "\n".join(lines), weight=3)

    def directives(self, rows):
        parts = [self.words["directives.before"]]
        for row in rows:
            parts += self.directive_parts(**row)
        return self.page("directives", "\n\n".join(part for part in parts if part), weight=2)

    def directive_parts(self, name, form, parameters, own_name, own_keys):
        """One directive, in the names of the language; the other ones beside them."""
        shown, other = (name, own_name) if self.is_original else (own_name, name)
        keys = {key: key if self.is_original else own_keys.get(key, key) for key in parameters}
        given = " ".join(f'{key}="…"' for key in keys.values())
        line = shown + (f"{{{given}}}" if given else "")
        yield f"## `{shown}` {{#{name}}}"
        yield f"```markdown\n::{line}\n```" if form == "leaf" else f"```markdown\n:::{line}\n…\n:::\n```"
        yield self.words["directive.other"].format(other)
        yield "".join(f"- `{keys[key]}` (`{own_keys.get(key, key) if self.is_original else key}`): `{kind}`\n"
                      for key, kind in parameters.items())

    def diagnostics(self, group, codes):
        parts = []
        for rows in codes.values():
            code = rows[0]["name"]
            anchor = code.replace("/", "-")
            parts.append(f"## `{code}` {{#{anchor}}}")
            parts += [f"**{self.words[row['severity']]}:** {quoted(row[HELP[self.language]])}" for row in rows]
            rest = explanation(rows[0]["entry"])
            if self.is_original:
                parts.append(rest)
            else:
                parts += [EXPLANATIONS.get(code, ""), *self.examples(rest)]
                parts.append(f"[{self.words['diagnostics.entry']}](../../../en/reference/diagnostics/{group}.md#{anchor})")
        return self.page("diagnostics", "\n\n".join(part for part in parts if part), group, short_title=group)

    def examples(self, text):
        """Only the examples of an entry, each with the word before it translated."""
        for label, fence in re.findall(r"(?ms)^(?:(Wrong|Right)[^\n]*:\n\n)?(^```.*?^```$)", text):
            yield self.words[label]
            yield fence


def escaped(text):
    """Prose of the registries as Markdown: stars, brackets and the like are letters."""
    return re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", text)


def quoted(sentence):
    """A sentence as Markdown; the letters it speaks of are code, so that no rule mends them."""
    text = re.sub(r"\{\d\}", "…", sentence)
    parts = re.split(r"([«“][^»”…]+[»”]|(?<=\s)(?:a–z|0–9|-)(?=\s))", text)
    for i in range(1, len(parts), 2):
        inner = parts[i].strip("«»“”")
        parts[i] = parts[i].replace(inner, f"`{inner.strip()}`")
    return "".join(part if i % 2 else escaped(part) for i, part in enumerate(parts))


def explanation(entry):
    """An entry without its heading and the sentences, which stand in the table of codes."""
    paragraphs = entry.split("\n", 1)[1].strip().split("\n\n")
    while paragraphs and re.match(r"(Error|Warning|Note): ", paragraphs[0]):
        paragraphs.pop(0)
    return "\n\n".join(paragraphs)


def directives():
    """What the headers of the components say of those that text may call."""
    rows = []
    for path in sorted((ROOT / "templates/components").glob("*.html")):
        tag = re.match(r"<t-component\b([^>]*)>", path.read_text(encoding="utf-8"))
        values = dict(re.findall(r'([\w-]+)="([^"]*)"', tag.group(1)))
        if "markdown" in values:
            own_name, *pairs = values.get("names-fa", path.stem).split()
            own_keys = dict(reversed(pair.split("=")) for pair in pairs)
            parameters = dict(re.findall(r"([\w-]+): ([^,]+)", values.get("params", "")))
            rows.append({"name": path.stem, "form": values["markdown"], "parameters": parameters, "own_name": own_name,
                         "own_keys": own_keys})
    return rows


def by_group(rows):
    groups = {}
    for row in rows:
        groups.setdefault(row["name"].split("/")[0], {}).setdefault(row["name"], []).append(row)
    return groups


def write_reference(reference, content):
    gone = EXPLANATIONS.keys() - {row["name"] for row in reference["diagnostics"]}
    if gone:
        sys.exit(f"manual/explanations.json explains what is not there: {', '.join(sorted(gone))}")
    for language in WORDS:
        writer = Writer(language)
        folder = content / language / "reference"
        pages = {"fields": writer.fields(reference["fields"]), "filters": writer.filters(reference["filters"]),
                 "directives": writer.directives(directives())}
        for group, codes in by_group(reference["diagnostics"]).items():
            pages[f"diagnostics/{group}"] = writer.diagnostics(group, codes)
        for name, text in pages.items():
            (folder / f"{name}.md").write_text(text, encoding="utf-8")


def main(program, output):
    told = subprocess.run([program, "explain", "--all"], check=True, capture_output=True)
    with tempfile.TemporaryDirectory(prefix="qanat-manual-") as folder:
        site = pathlib.Path(folder)
        shutil.copytree(ROOT / "manual", site, dirs_exist_ok=True)
        for shared in ("templates", "assets"):
            shutil.copytree(ROOT / shared, site / shared)
        write_reference(json.loads(told.stdout), site / "content")
        return subprocess.run([program, "build", "--strict", "--source", site, "--output", output]).returncode


if len(sys.argv) != 3:
    sys.exit(__doc__)
sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()))
