"""Names (docs/style.md 1): a file is the prefix of its public functions, no name stands twice, and what is public is
used by somebody else."""

import collections
import re

from house import blank_comments, c_files, report, text_of

BORROWED = {"link", "index", "read", "write", "remove", "rename", "time", "signal"}
# A command's file is named after its word: command/build.c holds command_build.
FOLDER_PREFIX = {"command"}


def snake(name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def statements(source):
    """What stands between ";" and braces at the outer level, white space squeezed."""
    source = re.sub(r"(?m)^\s*#(?:[^\n\\]|\\\n|\\.)*", "", blank_comments(source))
    depth, start = 0, 0
    for at, letter in enumerate(source):
        if letter == "{":
            if depth == 0:
                yield " ".join(source[start:at].split()), "{"
            depth += 1
        elif letter == "}":
            depth -= 1
            start = at + 1 if depth == 0 else start
        elif letter == ";" and depth == 0:
            yield " ".join(source[start:at].split()), ";"
            start = at + 1


def functions_of(source):
    """Names of the functions that a source declares or defines outside "static" without "inline"."""
    for words, _ in statements(source):
        words = re.sub(r"__attribute__\s*\(\(.*?\)\)\s*", "", words)
        if words.startswith(("typedef", "_Static_assert", "extern const", "}")) or "=" in words.split("(")[0]:
            continue
        found = re.match(r"(?P<head>[\w\s*]+?)(?P<name>\w+) ?\(", words)
        if found and not (re.match(r"static (?!inline)", words)):
            yield found["name"]


def types_of(source):
    return set(re.findall(r"(?m)^(?:typedef [^;{]*?|\} )(\w+);", source))


def is_private(header):
    """A header that says so is shared by the parts of one module only."""
    return "Private to" in " ".join(sources[header].split("*/")[0].split())


sources = {name: text_of(name) for name in c_files("generator", "tests/unit", "tests/fuzz", "tests/spec")}
headers = [name for name in sources if name.startswith("generator/") and name.endswith(".h")
           and not is_private(name) and name != "generator/banned.h"]
words_in = {name: set(re.findall(r"\w+", blank_comments(text))) for name, text in sources.items()}
prefix_faults, borrowed_faults, lonely, owners = [], [], [], collections.defaultdict(list)

for header in headers:
    folder, module = header.removeprefix("generator/").removesuffix(".h").rpartition("/")[::2]
    prefixes = {module} | {snake(name) for name in types_of(sources[header])}
    # A part of a module carries the module's name: settings_reader.h holds settings_…, languages.h language_….
    prefixes |= {folder} & FOLDER_PREFIX | {module.split("_")[0], module.removesuffix("s")}
    for name in set(functions_of(sources[header])):
        owners[name].append(header)
        if name in BORROWED:
            borrowed_faults.append(f"{header}: {name}")
        is_front = folder == module and name.split("_")[-1] in ("site", "page", "shared", module)
        if not is_front and not any(name == prefix or name.startswith(prefix + "_") for prefix in prefixes):
            if not (name.endswith("_" + module) or name.startswith(module)):
                prefix_faults.append(f"{header}: {name} begins with none of {', '.join(sorted(prefixes))}")
        home = header.removesuffix(".h")
        # An inline function or a macro of the header carries the call into every file that includes it.
        is_in_header = sources[header].count(f"{name}(") > 1
        if not is_in_header and not any(name in words for path, words in words_in.items()
                                       if not path.startswith(home + ".")):
            lonely.append(f"{header}: {name} is used by nobody else")

modules = collections.Counter(header.rsplit("/", 1)[-1] for header in headers)
report({
    "a file is the prefix of its public functions": sorted(prefix_faults),
    "no function has a name of libc": borrowed_faults,
    "no function is declared twice": [f"{name}: {', '.join(where)}" for name, where in owners.items() if len(where) > 1],
    "no two modules share a name": [
        name for name, count in modules.items() if count > 1 and name not in ("build.h", "part.h")],
    "what is public is used outside its module": sorted(lonely),
})
