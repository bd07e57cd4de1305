"""The layer law and the module table of docs/architecture.md, read from there, against the tree."""

import re

from house import c_files, report, table_rows, text_of

C_HEADERS = set("assert ctype errno float inttypes iso646 limits locale math setjmp signal stdalign stdarg stdatomic "
                "stdbool stddef stdint stdio stdlib stdnoreturn string threads time uchar wchar wctype".split())
SYSTEM_HEADERS = set("dirent fcntl ftw langinfo malloc sched unistd sys/mman sys/resource sys/stat sys/time sys/types "
                    "sys/uio sys/wait sys/auxv sys/ioctl poll pwd termios cpuid immintrin arm_neon sanitizer/asan_interface".split())
SYSTEM_FOLDERS = ("base", "serve", "publish", "main.c")
QUOTED = re.compile(r"`([^`]+)`")


class Law:
    """What one folder or root file may include."""

    def __init__(self):
        self.folders, self.fronts, self.files, self.doors = set(), set(), set(), []


def read_words(law, words, above, stages):
    """Second column: folders, fronts of folders, single files."""
    if "all of the above" in words:
        law.folders |= above
    for part in re.split(r",\s*(?=fronts? )|\bfronts? of ", words):
        is_front = part is not words and "front" in words and words.find(part) > words.find("front")
        if "stages up to" in part:
            law.fronts |= set(stages)
            continue
        for name in QUOTED.findall(part):
            if name.endswith(".h"):
                law.files.add(name)
            else:
                (law.fronts if is_front else law.folders).add(name)


def read_doors(law, words):
    """Third column: patterns of foreign headers and the one file that has them ("" for any)."""
    for part in words.split(";"):
        named = QUOTED.findall(part)
        headers = [name.strip("<>") for name in named if name.startswith("<")]
        files = [name for name in named if not name.startswith("<")]
        law.doors += [(re.compile(re.escape(header).replace("…", ".*") + "$"), (files or [""])[0])
                      for header in headers]


def read_laws():
    rows = table_rows("docs/architecture.md", "3 Layer law")
    stages = next(QUOTED.findall(row[0]) for row in rows if "`render`" in row[0])
    stages = stages[:stages.index("render") + 1]
    laws, above = {}, set()
    for first, second, third in rows:
        names = QUOTED.findall(first)
        law = Law()
        read_words(law, second, above, stages)
        read_doors(law, third)
        laws |= {name: law for name in names}
        above |= set(names)
    return laws


def place_of(name):
    """Folder of a file below generator/, or the root file's own name."""
    inside = name.removeprefix("generator/")
    return inside.split("/")[0] if "/" in inside else inside.replace("build.h", "build.c")


def own_fault(law, place, name, target):
    folder, _, rest = target.partition("/")
    if not rest:
        return None if target in law.files or place == target.replace(".h", ".c") else f"{name} includes {target}"
    if folder == place or folder in law.folders:
        return None
    if folder in law.fronts and rest == f"{folder}.h":
        return None
    return f"{name} includes {target}"


def foreign_fault(law, place, name, target):
    word = target.removesuffix(".h")
    file = name.rsplit("/", 1)[-1]
    if any(pattern.match(target) and door in ("", file) for pattern, door in law.doors):
        return None
    if word in C_HEADERS or (word in SYSTEM_HEADERS and place in SYSTEM_FOLDERS):
        return None
    return f"{name} includes <{target}>"


def includes_of(name):
    return re.findall(r'(?m)^\s*#\s*include\s+([<"])([^>"]+)[>"]', text_of(name))


def ring_faults(names):
    """Headers that include each other in a ring."""
    graph = {name.removeprefix("generator/"): [target for kind, target in includes_of(name) if kind == '"']
             for name in names if name.endswith(".h")}
    done, faults = set(), []

    def visit(node, trail):
        if node in trail:
            faults.append(" -> ".join([*trail[trail.index(node):], node]))
        elif node not in done:
            for target in graph.get(node, []):
                visit(target, [*trail, node])
            done.add(node)

    for node in graph:
        visit(node, [])
    return faults


def module_table():
    """Modules that must exist, those that may, and the commands the table names."""
    needed, allowed, commands = set(), set(), set()
    for first, second in table_rows("docs/architecture.md", "4 Modules"):
        modules = QUOTED.findall(first)
        (allowed if "(2)" in first else needed).update(modules)
        if "command/command" in modules:
            commands = {f"command/{word}" for word in re.findall(r"[a-z]+", second.split("one file each:")[1])}
    return needed, needed | allowed | commands


laws = read_laws()
files = [path for path in c_files("generator") if path != "generator/banned.h"]
own, foreign = [], []
for path in files:
    place = place_of(path)
    if place not in laws:
        own.append(f"{path}: the layer table does not know {place}")
        continue
    for kind, target in includes_of(path):
        fault = (own_fault if kind == '"' else foreign_fault)(laws[place], place, path, target)
        (own if kind == '"' else foreign).extend([fault] if fault else [])

needed, known = module_table()
here = {path.removeprefix("generator/").rsplit(".", 1)[0] for path in files if path.count("/") == 2}


def is_known(module):
    """A module may have parts, model/view_page.c of model/view; a folder's modules may share one header, part.h."""
    return module in known or module.endswith("/part") or any(module.startswith(name + "_") for name in known)


def is_missing(module):
    """A table may be a header only; what a folder shares may stand in its part.h."""
    return not {f"generator/{module}.h", f"generator/{module}.c"} & set(files)


report({
    "each folder includes what the layer table allows": own,
    "each foreign header stands in its door": foreign,
    "no headers include each other in a ring": ring_faults(files),
    "each module of the table exists": sorted(module for module in needed if is_missing(module)),
    "each module stands in the table": sorted(module for module in here if not is_known(module)),
})
