"""Builds the small whole sites below this folder, compares all bytes with what is expected, and proves that the
same input gives the same bytes.

    run.py PROGRAM [--update] [NAME…]

NAME/ holds a site, NAME/expected/ its output and NAME/report.txt what the build says (nothing when it is not there).
Invisible characters stand as marks in both, as in case files. The project's own site is built too, for sameness.
--update rewrites expected/ and report.txt; review the difference."""

import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent / "cases"))
from casefile import with_characters, with_marks  # noqa: E402

OWN_SITE = ("site.yaml", "content", "data", "templates", "assets")
# Everything the portal holds is due by then.
NOW = "2030-01-01"
TIMEOUT = 300
# Two worlds that must not show in the output.
SETTINGS = (
    {"folder": "a", "jobs": "1", "umask": 0o022, "LANG": "C", "TZ": "UTC"},
    {"folder": "باغ و آب", "jobs": "8", "umask": 0o077, "LANG": "fa_IR.UTF-8", "TZ": "Asia/Tehran"},
)


def copy_site(source, names, target):
    """Copies the named parts; marks in text files become characters."""
    for name in names:
        for path in [source / name, *sorted((source / name).rglob("*"))]:
            if path.is_file():
                place = target / path.relative_to(source)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(characters_of(path.read_bytes()))


def characters_of(data):
    try:
        return with_characters(data.decode("utf-8")).encode("utf-8")
    except UnicodeDecodeError:
        return data


def marks_of(data):
    try:
        return with_marks(data.decode("utf-8")).encode("utf-8")
    except UnicodeDecodeError:
        return data


def build(program, folder, settings):
    """One build; the program writes to files, never into a pipe."""
    environment = os.environ | {"LANG": settings["LANG"], "LC_ALL": settings["LANG"], "TZ": settings["TZ"],
                                "NO_COLOR": "1"}
    command = [program, "build", "--now", NOW, "--jobs", settings["jobs"]]
    with open(folder / ".report", "wb") as report, open(os.devnull, "wb") as nowhere:
        status = subprocess.run(command, cwd=folder, env=environment, umask=settings["umask"],
                                stdin=subprocess.DEVNULL, stdout=nowhere, stderr=report, timeout=TIMEOUT).returncode
    return status, (folder / ".report").read_bytes()


def tree_of(folder):
    """Path to (mode, bytes) of every file."""
    return {str(path.relative_to(folder)): (path.stat().st_mode & 0o777, path.read_bytes())
            for path in sorted(folder.rglob("*")) if path.is_file()}


def times_of(folder):
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def difference(first, second, words):
    """Paths that stand in one tree only or differ."""
    faults = [f"{words}: {path} is missing" for path in first.keys() - second.keys()]
    faults += [f"{words}: {path} is too much" for path in second.keys() - first.keys()]
    faults += [f"{words}: {path} differs" for path in first.keys() & second.keys() if first[path] != second[path]]
    return sorted(faults)


def manifest_faults(tree):
    """MANIFEST lists digest, size and path of every other file, sorted by path (output 63)."""
    if "MANIFEST" not in tree:
        return ["there is no MANIFEST"]
    wanted = "".join(f"{hashlib.sha256(data).hexdigest()} {len(data)} {path}\n"
                     for path, (_, data) in sorted(tree.items(), key=lambda item: item[0].encode())
                     if path != "MANIFEST")
    return [] if tree["MANIFEST"][1].decode() == wanted else ["MANIFEST does not list the tree"]


def expected_faults(site, tree, report):
    wanted = {str(path.relative_to(site / "expected")): path.read_bytes()
              for path in (site / "expected").rglob("*") if path.is_file()}
    faults = difference(wanted, {path: marks_of(data) for path, (_, data) in tree.items()}, "expected")
    told = (site / "report.txt").read_bytes() if (site / "report.txt").is_file() else b""
    return faults + ([] if told == report else ["report.txt differs: " + report.decode("utf-8", "replace")])


def update(site, tree, report):
    shutil.rmtree(site / "expected", ignore_errors=True)
    for path, (_, data) in tree.items():
        place = site / "expected" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(marks_of(data))
    (site / "report.txt").unlink(missing_ok=True)
    if report:
        (site / "report.txt").write_bytes(report)


def check_site(program, name, source, names, is_update):
    """The points of one site: name of the point and its faults."""
    with tempfile.TemporaryDirectory(prefix="qanat-site-") as place:
        folders = [pathlib.Path(place) / settings["folder"] for settings in SETTINGS]
        results = []
        for folder, settings in zip(folders, SETTINGS):
            copy_site(source, names, folder)
            results.append(build(program, folder, settings))
        trees = [tree_of(folder / "public") for folder in folders]
        before = times_of(folders[0] / "public")
        again = build(program, folders[0], SETTINGS[1] | {"umask": 0o022})
        written = [f"{path.name} was written again" for path, time in times_of(folders[0] / "public").items()
                   if before.get(path) != time]
    if is_update and source != ROOT:
        update(source, trees[0], results[0][1])
    points = {
        "builds": [] if results[0][0] == 0 else [f"exit status {results[0][0]}", *results[0][1].decode().split("\n")],
        "is the same under other settings": difference(trees[0], trees[1], "other settings")
        + ([] if results[0] == results[1] == again else ["the reports differ"]),
        "is not written again when nothing changed": written,
        "is listed in MANIFEST": manifest_faults(trees[0]),
    }
    if source != ROOT:
        points["is as expected, byte by byte"] = expected_faults(source, trees[0], results[0][1])
    return {f"{name} {words}": faults for words, faults in points.items()}


def sites(chosen):
    """Name, folder and input of each site."""
    for source in sorted(path.parent for path in HERE.glob("*/site.yaml")):
        names = [path.name for path in source.iterdir() if path.name not in ("expected", "report.txt")]
        if not chosen or source.name in chosen:
            yield source.name, source, sorted(names)
    if (ROOT / "site.yaml").is_file() and not chosen:
        yield "portal", ROOT, [name for name in OWN_SITE if (ROOT / name).exists()]


def main():
    arguments = [word for word in sys.argv[1:] if word != "--update"]
    program = str(pathlib.Path(arguments[0]).resolve())
    print("TAP version 13")
    number = failed = 0
    for name, source, names in sites(arguments[1:]):
        for words, faults in check_site(program, name, source, names, "--update" in sys.argv).items():
            number += 1
            failed += bool(faults)
            print(f"{'not ok' if faults else 'ok'} {number} - {words}")
            print("".join(f"# {line}\n" for fault in faults[:40] for line in fault.splitlines()), end="", flush=True)
    print(f"1..{number}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
