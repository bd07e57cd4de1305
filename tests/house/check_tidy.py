"""clang-tidy 14 over every source of the program (.clang-tidy), with the flags of the build folder.

    check_tidy.py [BUILD-FOLDER [FILE…]]"""

import concurrent.futures
import pathlib
import re
import shutil
import subprocess
import sys

from house import ROOT, c_files, report, skip

build = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build").resolve()
tool = shutil.which("clang-tidy-14")
if tool is None:
    skip("clang-tidy 14 is not installed")
if not (build / "compile_commands.json").is_file():
    skip(f"{build} is no build folder")
files = sys.argv[2:] or [name for name in c_files("generator") if name.endswith(".c")]


def faults_of(name):
    run = subprocess.run([tool, "--quiet", "-p", build, ROOT / name], capture_output=True, text=True)
    faults = re.findall(r"(?m)^\S*?(generator/\S+:\d+:\d+: (?:error|warning): .*)$", run.stdout)
    if run.returncode != 0 and not faults:
        faults = [f"{name}: {run.stderr.strip()}"]
    return faults


with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
    faults = sorted(set(sum(pool.map(faults_of, files), [])))
report({f"clang-tidy finds nothing in {len(files)} files": faults})
