"""How the link stage grows: two sites, the second four times as large, built in one run on one machine. Small pages in
sections of 500, half in each language, every one with two of 200 tags, two links and a heading that both lead to.

    scale.py PROGRAM [--pages N]   the measurement; 10,000 and 40,000 pages unless told
    scale.py PROGRAM --check       2,000 and 8,000 pages as a test, in TAP"""

import argparse
import os
import pathlib
import random
import re
import shutil
import sys
import tempfile

from load import LANGUAGES, SECTION_SIZE, WORDS, page_name, write
from run import CPUS, HERE, NOW, Measure

GROWTH = 4
CHECK_PAGES = 2_000
TURNS = 3
TAG_COUNT = 200
# Four times the pages: what grows with n log n stays below, what grows with n² is at 16.
MOST_TIME = 8
MOST_MEMORY = 4.5


def small_page(number, language, count):
    """The translation leaves out what its original says: date and tags."""
    draw = random.Random(number)
    words = WORDS[language]
    tags = ", ".join(f"t{one:03d}" for one in sorted(draw.sample(range(TAG_COUNT), 2)))
    shared = f"date: {2015 + number % 10}-{1 + number % 12:02d}-{1 + number % 28:02d}\ntags: [{tags}]\n"
    start = number - number % SECTION_SIZE
    near = draw.randrange(start, min(start + SECTION_SIZE, count))
    far = draw.randrange(count)
    title = " ".join(random.Random(f"{number} {language}").sample(words, 4))
    return (f"---\ntitle: {title}\n{shared if language == LANGUAGES[0] else ''}---\n\n"
            f"{words[2]} [{words[4]}]({page_name(near)}.md) "
            f"[{words[5]}](../s{far // SECTION_SIZE:03d}/{page_name(far)}.md#one).\n\n## {words[6]} {{#one}}\n")


def prepare(folder, count):
    shutil.copytree(HERE / "qanat", folder)
    write(folder / "data" / "tags.yaml", "".join(
        f"t{one:03d}: {{title: {{fa: {WORDS['fa'][one % 40]} {one}, en: {WORDS['en'][one % 40]} {one}}}}}\n"
        for one in range(TAG_COUNT)))
    for language in LANGUAGES:
        write(folder / "content" / language / "index.md", f"---\ntitle: {WORDS[language][0]}\n---\n")
        for number in range(count // len(LANGUAGES)):
            section = folder / "content" / language / f"s{number // SECTION_SIZE:03d}"
            if number % SECTION_SIZE == 0:
                write(section / "index.md",
                      f"---\ntitle: {WORDS[language][1]} {number}\nchildren_type: article\n---\n")
            write(section / f"{page_name(number)}.md", small_page(number, language, count // len(LANGUAGES)))


class Size:
    """A site of one size and the best of its runs."""

    def __init__(self, program, folder, count):
        self.program, self.folder, self.count = program, folder / str(count), count
        self.link, self.total, self.megabytes = [], [], []
        prepare(self.folder, count)

    def run(self):
        shutil.rmtree(self.folder / "public", ignore_errors=True)
        command = [self.program, "build", "--jobs", str(CPUS), "--now", NOW, "--timings"]
        measure = Measure(command, self.folder, self.folder.parent / f"{self.count}.log")
        times = dict(re.findall(r"(?m)^ *(\w+) +([\d.]+) ms", measure.words))
        self.link.append(float(times["link"]))
        self.total.append(float(times["total"]))
        self.megabytes.append(measure.megabytes)

    def describe(self):
        link, total, megabytes = min(self.link), min(self.total), max(self.megabytes)
        return (f"{self.count:7} pages: link {link:8.1f} ms, {100 * link / total:4.1f} % of the build, "
                f"{1000 * link / self.count:5.1f} µs a page; {megabytes:6.0f} MB at the peak, "
                f"{1000 * megabytes / self.count:5.1f} kB a page")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CPUS])
    count = CHECK_PAGES if options.check else options.pages
    with tempfile.TemporaryDirectory(prefix="qanat-scale-") as folder:
        program = str(pathlib.Path(options.program).resolve())
        sizes = [Size(program, pathlib.Path(folder), number) for number in (count, count * GROWTH)]
        for _ in range(TURNS):
            for size in sizes:
                size.run()
    small, large = sizes
    time = min(large.link) / min(small.link)
    memory = max(large.megabytes) / max(small.megabytes)
    lines = [small.describe(), large.describe(),
             f"{GROWTH} times the pages: {time:.1f} times the time to link, {memory:.1f} times the memory"]
    points = [(f"{GROWTH} times the pages link in less than {MOST_TIME} times the time", time < MOST_TIME),
              (f"and take less than {MOST_MEMORY} times the memory", memory < MOST_MEMORY)]
    if options.check:
        print(f"TAP version 13\n1..{len(points)}")
        for number, (words, is_fine) in enumerate(points, 1):
            print(f"{'ok' if is_fine else 'not ok'} {number} - {words}")
    print("".join(f"{'# ' if options.check else ''}{line}\n" for line in lines), end="")
    sys.exit(1 if options.check and not all(is_fine for _, is_fine in points) else 0)


if __name__ == "__main__":
    main()
