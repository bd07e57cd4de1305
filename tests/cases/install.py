"""What meson install puts on a machine: the program, which runs, and its manual page.

    install.py MESON BUILD-FOLDER"""

import pathlib
import subprocess
import sys
import tempfile

MESON, BUILD = sys.argv[1:]


def installed(folder):
    """Every installed file by its path below the prefix."""
    subprocess.run([MESON, "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", folder], check=True,
                   stdout=subprocess.DEVNULL)
    program, = pathlib.Path(folder).rglob("bin/qanat")
    prefix = program.parents[1]
    return prefix, sorted(path.relative_to(prefix).as_posix() for path in prefix.rglob("*") if path.is_file())


with tempfile.TemporaryDirectory() as folder:
    prefix, files = installed(folder)
    run = subprocess.run([prefix / "bin/qanat", "--version"], capture_output=True, check=False)
    results = {
        "program and manual page are all that is installed": files == ["bin/qanat", "share/man/man1/qanat.1"],
        "the installed program runs": run.returncode == 0 and run.stdout.startswith(b"qanat "),
    }
print("TAP version 13")
print(f"1..{len(results)}")
for number, (name, is_fine) in enumerate(results.items(), 1):
    print(f"{'ok' if is_fine else 'not ok'} {number} - {name}")
    if not is_fine:
        print(f"# {files}\n# {run}")
sys.exit(0 if all(results.values()) else 1)
