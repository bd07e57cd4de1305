"""Each header compiles alone, is guarded by its own name and opens with what it promises."""

import concurrent.futures
import os
import re
import subprocess

from house import ROOT, c_files, report, text_of

headers = [name for name in c_files("generator") if name.endswith(".h")]
flags = subprocess.run(["pkg-config", "--cflags", "libxml-2.0", "icu-uc", "libcmark-gfm", "yaml-0.1"],
                       capture_output=True, text=True, check=True).stdout.split()
command = [os.environ.get("CC", "cc"), "-std=c17", "-D_GNU_SOURCE", "-Wall", "-Wextra", "-Werror",
           "-fsyntax-only", "-I", str(ROOT / "generator"), *flags, "-x", "c"]


def compile_alone(name):
    inside = name.removeprefix("generator/")
    run = subprocess.run([*command, "-"], input=f'#include "{inside}"\n#include "{inside}"\n',
                         capture_output=True, text=True)
    faults = [line for line in run.stderr.splitlines() if "error" in line]
    return [] if run.returncode == 0 else [f"{name}: {(faults or ['no words'])[0]}"]


def guard_of(name):
    return re.sub(r"\W", "_", name.removeprefix("generator/")).upper()


with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
    alone = sum(pool.map(compile_alone, headers), [])
report({
    f"{len(headers)} headers compile alone": alone,
    "each header is guarded by its own name": [
        name for name in headers if f"#ifndef {guard_of(name)}\n#define {guard_of(name)}\n" not in text_of(name)],
    "each header opens with what it promises": [
        name for name in headers if not text_of(name).startswith("/*")],
})
