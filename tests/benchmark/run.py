"""Builds the same load with qanat and with Hugo in turn, cold, on two processors, and prints ratios, peak memory and
the shares of qanat's stages.

    run.py PROGRAM [--pages N] [--repeat N] [--folder DIR] [--without-related]
                             the measurement; 10,000 pages and 3 turns unless told
    run.py PROGRAM --check   a small load as a test, in TAP

Both are asked for the same pages, those of the theme of this portal: --check compares what they hold (alike.py). Related
pages are what Hugo takes longest for; --without-related leaves them out of the templates of both. Some things only qanat does, and they count
in its time: dates of the Persian calendar, isolated phrases, checks of text and links, the A–Z pages, digests of all files.
Where tests/floor is built beside PROGRAM (ninja -C build tests/floor), what bare cmark-gfm takes for the load is measured
too.

The load stands in memory (/dev/shm) where there is room: on a disk both programs wait for the same writes, and the
ratio is that of the disk. `--folder /tmp` measures there."""

import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import alike
import load

HERE = pathlib.Path(__file__).resolve().parent
CPUS = 2
CHECK_PAGES = 400
ALIKE = ("fa", "en", "fa/s00", "en/s00", "fa/tags", "en/tags/t05", "fa/s00/p00010", "en/s00/p00010", "en/s00/p00111")
ROOM = 4 << 30
NOW = "2026-06-01"


class Measure:
    """Seconds and megabytes at the peak of one run."""

    def __init__(self, command, folder, log):
        environment = os.environ | {"GOMAXPROCS": str(CPUS)}
        with open(log, "wb") as output:
            start = time.perf_counter()
            child = subprocess.Popen(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=output,
                                     stderr=subprocess.STDOUT)
            _, status, usage = os.wait4(child.pid, 0)
            self.seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        self.megabytes = usage.ru_maxrss / 1024
        self.cpu_seconds = usage.ru_utime + usage.ru_stime
        self.words = pathlib.Path(log).read_text(encoding="utf-8", errors="replace")
        if child.returncode != 0:
            raise SystemExit(f"{command[0]} ended with {child.returncode}:\n{self.words[-2000:]}")


class Generator:
    """One program, its folder with the load, and its runs."""

    def __init__(self, name, folder, command):
        self.name, self.folder, self.command, self.runs = name, folder, command, []

    def run(self):
        public = self.folder / "public"
        if public.exists():  # deleting so many files just before would slow the next run down on some file systems
            public.rename(self.folder.parent / f"{self.name}-{len(self.runs)}")
        os.sync()
        self.runs.append(Measure(self.command, self.folder, self.folder.parent / f"{self.name}.log"))

    def seconds(self):
        return statistics.median(run.seconds for run in self.runs)

    def megabytes(self):
        return max(run.megabytes for run in self.runs)

    def pages(self):
        return sum(1 for path in (self.folder / "public").rglob("p0*.html"))


def leave_out_related(template):
    """Takes the line away that calls for related pages."""
    lines = template.read_text(encoding="utf-8").splitlines(keepends=True)
    template.write_text("".join(line for line in lines if "related" not in line), encoding="utf-8")


def prepare(folder, program, count, has_related):
    """Both sites in `folder`; Hugo is left out where it is not installed."""
    shutil.copytree(HERE / "qanat", folder / "qanat")
    size = load.write_pages(folder / "qanat" / "content", count, "index.md", "children_type: article\n")
    load.write_tags(folder / "qanat" / "data" / "tags.yaml")
    generators = [Generator("qanat", folder / "qanat",
                            [program, "build", "--jobs", str(CPUS), "--now", NOW, "--timings"])]
    if shutil.which("hugo"):
        shutil.copytree(HERE / "hugo", folder / "hugo")
        load.write_pages(folder / "hugo" / "content", count, "_index.md", "")
        load.write_tag_pages(folder / "hugo" / "content")
        generators.append(Generator("hugo", folder / "hugo", ["hugo", "--quiet"]))
    if not has_related:
        for template in ("qanat/templates/pages/article.html", "hugo/layouts/_default/single.html"):
            if (folder / template).exists():
                leave_out_related(folder / template)
    floor = pathlib.Path(program).parent / "tests" / "floor"
    if floor.exists():
        (folder / "floor").mkdir()
        generators.append(Generator("floor", folder / "floor", [floor, folder / "qanat" / "content", "public", str(CPUS)]))
    return size, generators


def compare(ours, theirs):
    if theirs.name == "floor":
        return f"{ours.name} takes {ours.seconds() / theirs.seconds():.2f} times as long as bare cmark-gfm with its files"
    return (f"{ours.name} is {theirs.seconds() / ours.seconds():.1f} times as fast as {theirs.name} "
            f"and takes {ours.megabytes() / theirs.megabytes():.2f} of its memory")


def describe(generators, count):
    lines = []
    for generator in generators:
        lines.append(f"{generator.name:6} {generator.seconds():8.3f} s {generator.megabytes():7.0f} MB at the peak "
                     f"{generator.seconds() / count * 1e6:7.0f} µs a page")
    lines += [compare(generators[0], other) for other in generators[1:]]
    stages = re.findall(r"(?m)^ *(?!total)(\w+) +([\d.]+) ms", generators[0].runs[-1].words)
    total = sum(float(milliseconds) for _, milliseconds in stages) or 1
    lines += [f"  {stage:10} {float(milliseconds):8.1f} ms {100 * float(milliseconds) / total:5.1f} %"
              for stage, milliseconds in stages]
    return lines


def check(generators, count):
    """The points of the test: the load builds, whole, and not slower than what people use today."""
    points = []
    for generator in generators:
        generator.run()
        generator.run()
        if generator.name != "floor":
            points.append((f"{generator.name} builds {count} pages", generator.pages() == count))
    ours, differences = generators[0], []
    theirs = next((one for one in generators if one.name == "hugo"), None)
    if theirs:
        roots = [one.folder / "public" for one in (ours, theirs)]
        differences = list(filter(None, (alike.find_difference(roots, page) for page in ALIKE)))
        points.append(("the pages of both hold the same", not differences))
        points.append(("qanat is faster than hugo", ours.seconds() < theirs.seconds()))
    else:
        points.append(("qanat is faster than hugo # SKIP hugo is not installed", True))
    print(f"TAP version 13\n1..{len(points)}")
    print("".join(f"# {difference}\n" for difference in differences), end="")
    for number, (words, is_fine) in enumerate(points, 1):
        print(f"{'ok' if is_fine else 'not ok'} {number} - {words}")
    print("".join(f"# {line}\n" for line in describe(generators, count)), end="")
    sys.exit(0 if all(is_fine for _, is_fine in points) else 1)


def find_folder():
    """A folder in memory with room for the load and what is made of it; None: the usual one for temporary files."""
    memory = pathlib.Path("/dev/shm")
    has_room = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ROOM
    return memory if has_room else None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--folder", default=find_folder())
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--without-related", action="store_true")
    options = parser.parse_args()
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CPUS])
    count = CHECK_PAGES if options.check else options.pages
    with tempfile.TemporaryDirectory(prefix="qanat-benchmark-", dir=options.folder) as folder:
        program = str(pathlib.Path(options.program).resolve())
        size, generators = prepare(pathlib.Path(folder), program, count, not options.without_related)
        if options.check:
            check(generators, count)
        where = options.folder or tempfile.gettempdir()
        print(f"{count} pages, {size / 1e6:.1f} MB, {CPUS} processors, in {where}, median of {options.repeat}")
        for _ in range(options.repeat):
            for generator in generators:
                generator.run()
        print("\n".join(describe(generators, count)))


if __name__ == "__main__":
    main()
