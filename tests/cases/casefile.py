"""Case files: one text file that holds the files of a small site and what is expected of it.

    What the case shows, in a sentence or two.

    -- content/fa/a.md --
    # ...
    -- expect/report --
    content/fa/a.md:1:1: error: ...

Invisible characters stand as marks, ⟨ZWNJ⟩ or ⟨U+202E⟩, which become the character and back. In what the program
says (expect/report, expect/output) a mark is text, because the program prints such marks; there ⟪U+2068⟫ is one."""

import base64
import re

MARKS = {"ZWNJ": 0x200C, "ZWJ": 0x200D, "LRM": 0x200E, "RLM": 0x200F, "ALM": 0x061C, "LRI": 0x2066,
         "RLI": 0x2067, "FSI": 0x2068, "PDI": 0x2069, "NBSP": 0x00A0, "NNBSP": 0x202F, "BOM": 0xFEFF,
         "TAB": 0x0009, "CR": 0x000D, "SP": 0x0020, "NUL": 0x0000, "SHY": 0x00AD}
NAMES = {code: name for name, code in MARKS.items()}
# What never stands raw in a case file; the joiners may, because Persian is written with them.
HIDDEN = re.compile("[\x00-\x08\t\x0b-\x1f\x7f-\xa0\xad\u061c\u200b\u200e\u200f\u2028-\u202f\u2060-\u206f"
                    "\ufeff\U000e0000-\U000e007f]| (?=\n)| $")
# Stands at the end of a file that does not end with a newline.
NO_NEWLINE = "⟨END⟩\n"
SECTION = re.compile(r"(?m)^-- (\S.*?) --\n")


def mark_pattern(brackets):
    words = "U\\+[0-9A-F]{4,6}|" + "|".join(MARKS)
    return re.compile(f"{brackets[0]}({words}){brackets[1]}")


def with_characters(text, brackets="⟨⟩"):
    """Marks to characters."""
    def one(match):
        word = match.group(1)
        return chr(int(word[2:], 16) if word.startswith("U+") else MARKS[word])

    return mark_pattern(brackets).sub(one, text.removesuffix(NO_NEWLINE))


def with_marks(text, brackets="⟨⟩"):
    """Characters to marks, so that with_characters gives the text back; a mark that was there loses its bracket."""
    def mark(code):
        return f"{brackets[0]}{NAMES.get(code, f'U+{code:04X}')}{brackets[1]}"

    kept = mark_pattern(brackets).sub(lambda match: mark(ord(brackets[0])) + match.group()[1:], text)
    shown = HIDDEN.sub(lambda match: mark(ord(match.group())), kept)
    return shown if not text or text.endswith("\n") else shown + NO_NEWLINE


def brackets_of(name):
    """The program prints marks of its own; in what it says ours have other brackets."""
    return "⟪⟫" if name in ("expect/report", "expect/output") else "⟨⟩"


class Case:
    """The comment and the sections of a case file, in order."""

    def __init__(self, path):
        self.path = path
        pieces = SECTION.split(path.read_text(encoding="utf-8"))
        self.comment = pieces[0]
        self.sections = dict(zip(pieces[1::2], pieces[2::2]))
        if len(self.sections) * 2 + 1 != len(pieces):
            raise ValueError(f"{path}: two sections with the same name")

    def text(self, name, default=None):
        """A section with its characters; `default` where there is none."""
        if name not in self.sections:
            return default
        return with_characters(self.sections[name], brackets_of(name))

    def rewrite(self, name, text):
        self.sections[name] = with_marks(text, brackets_of(name))

    def lines(self, name):
        return [line for line in (self.text(name) or "").splitlines() if line]

    def files(self):
        """The input: path and bytes of every section that is neither told nor expected."""
        for name, body in self.sections.items():
            path, _, form = name.partition(" (")
            if path in ("command", "env", "without") or path.startswith(("expect/", "after/")):
                continue
            yield path, base64.b64decode(body) if form == "base64)" else with_characters(body).encode()

    def expected(self, folder):
        """Sections below `folder`: name of the section, path, and the element named in brackets."""
        for name in list(self.sections):
            if name.startswith(folder + "/"):
                path, _, element = name.removeprefix(folder + "/").partition(" (")
                yield name, path, element.rstrip(")")

    def write(self):
        parts = [f"-- {name} --\n{body}" for name, body in self.sections.items()]
        self.path.write_text(self.comment + "".join(parts), encoding="utf-8")
