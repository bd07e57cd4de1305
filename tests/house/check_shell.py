"""shellcheck over the scripts of the project."""

import shutil
import subprocess

from house import ROOT, report, skip, text_of, tree_files

if shutil.which("shellcheck") is None:
    skip("shellcheck is not installed")
scripts = [name for name in tree_files()
           if name.endswith(".sh") or (name.startswith((".ci/", "tools/")) and text_of(name).startswith("#!"))]
run = subprocess.run(["shellcheck", "--external-sources", "--format", "gcc", *scripts], cwd=ROOT, capture_output=True,
                     text=True)
report({f"shellcheck finds nothing in {len(scripts)} scripts": (run.stdout + run.stderr).splitlines()})
