"""What the tests of the program and its system share: a site in a folder of its own, and TAP."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
TIMEOUT = 60
FINE, CONTENT, SYSTEM = 0, 1, 2
NOBODY = 65534


class Skip(Exception):
    """This machine cannot show the behaviour."""


class Site:
    """A copy of the default site in a folder of its own."""

    def __init__(self, folder):
        self.top = pathlib.Path(folder)
        self.folder = self.top / "site"
        shutil.copytree(HERE / "default", self.folder)
        self.public = self.folder / "public"

    def write(self, path, text):
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text, encoding="utf-8")

    def run(self, *arguments, program=PROGRAM, stdout=None, environment=None, **options):
        """Exit status and standard error; the program writes to files, never into a pipe."""
        with open(self.top / "report", "wb") as report, open(self.top / "output", "wb") as output:
            status = subprocess.run([program, *arguments], cwd=self.folder, stdin=subprocess.DEVNULL,
                                    env=os.environ | (environment or {}), stdout=stdout or output, stderr=report,
                                    timeout=TIMEOUT, **options).returncode
        self.output = (self.top / "output").read_text(encoding="utf-8")
        return status, (self.top / "report").read_text(encoding="utf-8")

    def run_without_rights(self, *arguments):
        """The same as somebody whom the system holds to permissions, as it does not hold root."""
        if os.geteuid() != 0:
            return self.run(*arguments)
        program = shutil.copy(PROGRAM, self.top / "qanat")
        try:
            for path in (self.top, *self.top.rglob("*")):
                os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
            return self.run(*arguments, program=program, user=NOBODY, group=NOBODY, extra_groups=[])
        except (PermissionError, subprocess.SubprocessError) as fault:
            raise Skip("root may do everything here, and become nobody else") from fault

    def tree(self):
        return {path: path.read_bytes() for path in self.public.rglob("*") if path.is_file()}


def expect(claim, *details):
    if not claim:
        raise AssertionError("; ".join(map(str, details)))


def outcome(test):
    """The words after "ok", or the fault."""
    with tempfile.TemporaryDirectory(prefix="qanat-system-") as folder:
        try:
            test(Site(folder))
        except Skip as reason:
            return f" # SKIP {reason}", None
        except (AssertionError, OSError, UnicodeDecodeError, subprocess.TimeoutExpired) as fault:
            return "", str(fault)
    return "", None


def run_all(tests):
    print(f"TAP version 13\n1..{len(tests)}")
    failed = 0
    for number, test in enumerate(tests, 1):
        note, fault = outcome(test)
        failed += fault is not None
        print(f"{'ok' if fault is None else 'not ok'} {number} - {test.__name__.replace('_', ' ')}{note}")
        print("".join(f"# {line}\n" for line in (fault or "").splitlines()), end="", flush=True)
    sys.exit(1 if failed else 0)
