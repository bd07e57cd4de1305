"""clang-format 14 decides about form (docs/style.md 9)."""

import re
import shutil
import subprocess

from house import ROOT, c_files, report, skip

tool = shutil.which("clang-format-14") or shutil.which("clang-format")
if tool is None:
    skip("clang-format 14 is not installed")
version = subprocess.run([tool, "--version"], capture_output=True, text=True, check=True).stdout
if "version 14." not in version:
    skip(f"clang-format 14 decides, found {version.strip()}")
files = c_files("generator", "tests")
run = subprocess.run([tool, "--dry-run", "-Werror", *files], cwd=ROOT, capture_output=True, text=True)
faults = re.findall(r"(?m)^(\S+:\d+:\d+): error", run.stderr)
if run.returncode != 0 and not faults:
    faults = run.stderr.splitlines()
report({f"{len(files)} files are as clang-format writes them": faults})
