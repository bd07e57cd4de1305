"""Runs the program on the case files below this folder and compares what it makes and says, byte by byte.

    run.py PROGRAM [--update] [CASE…]

Sections of a case (see casefile.py for the form; every file of default/ is there unless the case brings its own):

    PATH                   a file of the site; "PATH (base64)" for bytes that are no text
    without                files of default/ that the case does not have, one a line
    command                arguments of the program, one run a line; "build" when there is none
    env                    NAME=VALUE lines
    expect/report          standard error, exactly; nothing when there is none
    expect/output          standard output, exactly; not compared when there is none
    expect/exit            exit status; 1 when the report holds an error, else 0
    expect/files           every file of the output folder, one a line
    expect/absent          files that must not be there
    expect/PATH            a file of the output folder, exactly
    expect/PATH (ELEMENT)  what stands inside its first such element
    after/PATH             a file of the site after the run

--update rewrites the expected sections that a case has; review the difference.
A build that reports errors must leave the output folder as it was: every such case checks it."""

import difflib
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

from casefile import Case, brackets_of, with_marks

HERE = pathlib.Path(__file__).resolve().parent
SPECIAL = ("report", "output", "exit", "files", "absent")
TIMEOUT = 60
LAST_GOOD = {"index.html": b"the last good build\n", "fa/old.html": b"an old page\n"}


class Run:
    """One case in a folder of its own: the site, what the program said and what it left."""

    def __init__(self, program, case, folder):
        self.program, self.case, self.folder = program, case, pathlib.Path(folder)
        self.public = self.folder / "public"
        self.status, self.output, self.report = 0, "", ""

    def prepare(self):
        shutil.copytree(HERE / "default", self.folder, dirs_exist_ok=True)
        for path in self.case.lines("without"):
            (self.folder / path).unlink()
        for path, data in self.case.files():
            target = self.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)

    def environment(self):
        plain = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "LANG": "C.UTF-8", "TZ": "UTC",
                 "SOURCE_DATE_EPOCH": "1780272000", "NO_COLOR": "1"}
        kept = {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
        told = dict(line.split("=", 1) for line in self.case.lines("env"))
        return plain | kept | told

    def start(self):
        """The program writes to files, never into a pipe, so that its exit status is its own."""
        for command in self.case.lines("command") or ["build"]:
            with open(self.folder / ".output", "wb") as output, open(self.folder / ".report", "wb") as report:
                self.status = subprocess.run([self.program, *shlex.split(command)], cwd=self.folder,
                                             env=self.environment(), stdin=subprocess.DEVNULL, stdout=output,
                                             stderr=report, timeout=TIMEOUT).returncode
            self.output = (self.folder / ".output").read_text(encoding="utf-8", errors="backslashreplace")
            self.report = (self.folder / ".report").read_text(encoding="utf-8", errors="backslashreplace")

    def made_files(self):
        return sorted(str(path.relative_to(self.public)) for path in self.public.rglob("*") if path.is_file())

    def actual(self, path, element):
        """What stands for an expected section, as text; None when the file is not there."""
        special = {"report": lambda: self.report, "output": lambda: self.output, "exit": lambda: f"{self.status}\n",
                   "files": lambda: "".join(f"{name}\n" for name in self.made_files())}
        if path in special:
            return special[path]()
        return element_of(read_text(self.public / path), element)


def read_text(path):
    return path.read_bytes().decode("utf-8", errors="backslashreplace") if path.is_file() else None


def element_of(text, element):
    if text is None or not element:
        return text
    found = re.search(rf"(?s)<{element}\b[^>]*>\n?(.*?)\s*</{element}>", text)
    return found.group(1) + "\n" if found else None


def difference(name, expected, actual):
    if actual is None:
        return [f"{name}: is not there"]
    if expected == actual:
        return []
    brackets = brackets_of(name)
    lines = difflib.unified_diff(with_marks(expected, brackets).splitlines(), with_marks(actual, brackets).splitlines(),
                                 f"expected {name}", f"actual {name}", lineterm="", n=2)
    return list(lines) or [f"{name}: differs in the newline at the end"]


def wanted_exit(case):
    if "expect/exit" in case.sections:
        return int(case.sections["expect/exit"])
    return 1 if re.search(r"(?m)^\S.*: error: ", case.text("expect/report", "")) else 0


def faults_of(run):
    case = run.case
    faults = []
    if run.status != wanted_exit(case):
        faults.append(f"exit status {run.status}, expected {wanted_exit(case)}")
    faults += difference("expect/report", case.text("expect/report", ""), run.report)
    for name, path, element in case.expected("expect"):
        if path not in ("report", "exit", "absent"):
            faults += difference(name, case.text(name), run.actual(path, element))
    for name, path, _ in case.expected("after"):
        faults += difference(name, case.text(name), read_text(run.folder / path))
    faults += [f"{path}: is there" for path in case.lines("expect/absent") if (run.public / path).exists()]
    return faults


def faults_of_last_good(run):
    """Errors stop a build before anything is written."""
    before = tree_of(run.public)
    run.start()
    return [] if tree_of(run.public) == before else ["a build with errors touched the output folder"]


def tree_of(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def update(run):
    case = run.case
    if run.report and "expect/report" not in case.sections:
        case.sections["expect/report"] = ""
    for name, path, element in case.expected("expect"):
        actual = run.actual(path, element)
        if path != "absent" and actual is not None:
            case.rewrite(name, actual)
    if "expect/exit" in case.sections or run.status != wanted_exit(case):
        case.sections["expect/exit"] = f"{run.status}\n"
    for name, path, _ in case.expected("after"):
        case.rewrite(name, read_text(run.folder / path) or "")
    case.write()


def run_case(program, case, is_update):
    with tempfile.TemporaryDirectory(prefix="qanat-case-") as folder:
        run = Run(program, case, folder)
        run.prepare()
        run.start()
        if is_update:
            update(run)
            return []
        faults = faults_of(run)
        is_plain_build = "command" not in case.sections
        if is_plain_build and run.status == 1:
            for path, data in LAST_GOOD.items():
                (run.public / path).parent.mkdir(parents=True, exist_ok=True)
                (run.public / path).write_bytes(data)
            faults += faults_of_last_good(run)
        return faults


def main():
    arguments = [word for word in sys.argv[1:] if word != "--update"]
    program = str(pathlib.Path(arguments[0]).resolve())
    chosen = [pathlib.Path(word).resolve() for word in arguments[1:]]
    paths = chosen or sorted(HERE.glob("*/**/*.txt"))
    failed = 0
    print(f"TAP version 13\n1..{len(paths)}")
    for number, path in enumerate(paths, 1):
        try:
            faults = run_case(program, Case(path), "--update" in sys.argv)
        except (OSError, ValueError, subprocess.TimeoutExpired) as fault:
            faults = [str(fault)]
        failed += bool(faults)
        print(f"{'not ok' if faults else 'ok'} {number} - {path.relative_to(HERE).with_suffix('')}")
        print("".join(f"# {line}\n" for line in faults), end="", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
