"""What `qanat fix` writes and what it leaves alone: bytes, modes, links, files that somebody changes meanwhile; that a
second run finds nothing, on every case of this folder; that its diff is one that patch and git apply take.

    mending.py PROGRAM"""

import os
import pathlib
import pty
import select
import shutil
import subprocess
import time

from casefile import Case
from sandbox import FINE, HERE, PROGRAM, SYSTEM, TIMEOUT, Site, Skip, expect, run_all

FAULTY = "---\ntitle: كتاب\n---\nسال ١٤٠٥، ۱۲-۱۵ نفر.\n"
MENDED = "---\ntitle: کتاب\n---\nسال ۱۴۰۵، ۱۲-۱۵ نفر.\n"
TRAPS = """---
title: "كتاب"
slug: kitab
description: 'نشانی https://example.org/كتاب و كتاب'
---
متن كتاب، `كتاب ١`، https://example.org/كتاب و <https://example.org/علي> و [كتاب](https://example.org/كتاب).

```text
كتاب ١
```

    كتاب ١

- ﺍﯾﺮﺍﻥ و &#1603; و \\ك [Kitab ك]{en} <kbd>ك</kbd>

| كتاب | ب |
|---|---|
| `ك\\|ك` | كم |
"""
LEFT = """---
title: "کتاب"
slug: kitab
description: 'نشانی https://example.org/كتاب و کتاب'
---
متن کتاب، `كتاب ١`، https://example.org/كتاب و <https://example.org/علي> و [کتاب](https://example.org/كتاب).

```text
كتاب ١
```

    كتاب ١

- ایران و &#1603; و \\ک [Kitab ك]{en} <kbd>ك</kbd>

| کتاب | ب |
|---|---|
| `ك\\|ك` | کم |
"""


def content(site, path="content/fa/a.md"):
    return (site.folder / path).read_bytes().decode("utf-8")


def sources(site):
    """Everything but what a build made."""
    return {path.relative_to(site.folder): path.read_bytes() for path in sorted(site.folder.rglob("*"))
            if path.is_file() and "public" not in path.relative_to(site.folder).parts}


def safe_repairs_are_written_and_nothing_else(site):
    site.write("content/fa/a.md", FAULTY)
    before = sources(site)
    status, report = site.run("fix")
    expect(status == FINE and report == "5 changes in 1 file\n", status, report)
    expect(content(site) == MENDED, content(site))
    changed = [path for path, data in sources(site).items() if before.get(path) != data]
    expect([str(path) for path in changed] == ["content/fa/a.md"], changed)
    expect(not site.public.exists(), "a repair is no build")


def suggestions_wait_until_they_are_asked_for(site):
    site.write("content/fa/a.md", MENDED)
    expect(site.run("fix")[1] == "0 changes in 0 files\n")
    expect(site.run("fix", "--suggested")[0] == FINE and "۱۲ تا ۱۵ نفر" in content(site), content(site))


def code_addresses_and_foreign_words_stay(site):
    site.write("content/fa/a.md", TRAPS)
    site.run("fix", "--suggested")
    expect(content(site) == LEFT, content(site))


def bytes_around_a_repair_stay(site):
    """A byte order mark, CRLF and LF mixed, blanks at line ends, no newline at the end."""
    place = site.folder / "content/fa/a.md"
    for text in ("\ufeff---\r\ntitle: كتاب\r\n---\r\nكم  \r\n\n\tكم\r\nآب", "---\r\ntitle: آب\r\n---\r\nكم"):
        place.write_bytes(text.encode())
        site.run("fix")
        wanted = text.replace("ك", "ک").encode().replace("\tک".encode(), "\tك".encode())
        expect(place.read_bytes() == wanted, place.read_bytes())


def settings_and_data_are_mended_and_templates_are_not(site):
    site.write("site.yaml", (site.folder / "site.yaml").read_text(encoding="utf-8").replace("fa: آب,", "fa: كتاب,"))
    site.write("data/tags.yaml", "water: {title: {fa: كتاب, en: Water}}\n")
    site.write("templates/components/note.html", "<p>كتاب</p>\n")
    before = sources(site)
    status, report = site.run("fix")
    expect(status == FINE and report == "2 changes in 2 files\n", status, report)
    expect("fa: کتاب," in content(site, "site.yaml") and "fa: کتاب," in content(site, "data/tags.yaml"))
    expect(all(before[path] == data for path, data in sources(site).items() if path.parts[0] == "templates"))


def paths_say_what_is_mended(site):
    for path in ("content/fa/a.md", "content/fa/b/index.md", "content/fa/b/c.md", "content/fa/bc.md"):
        site.write(path, FAULTY)
    expect(site.run("fix", "./content/fa/b/")[1] == "10 changes in 2 files\n")
    expect(content(site) == FAULTY and content(site, "content/fa/bc.md") == FAULTY)
    expect(content(site, "content/fa/b/c.md") == MENDED)
    status, report = site.run("fix", "--source", str(site.folder), f"{site.folder}/content/fa/a.md")
    expect(status == FINE and content(site) == MENDED, status, report)


def a_path_that_leads_nowhere_ends_with_2(site):
    site.write("content/fa/a.md", FAULTY)
    for path, words in (("content/fa/no.md", "there is no page"), ("templates/pages", "never edited"),
                        ("content/fa/a.m", "there is no page"), ("..", "there is no page")):
        status, report = site.run("fix", path)
        expect(status == SYSTEM and words in report and content(site) == FAULTY, path, status, report)
    expect(site.run("fix", "--source", "content")[0] == SYSTEM)


def a_dry_run_writes_nothing_and_its_diff_can_be_applied(site):
    site.write("content/fa/a.md", TRAPS + "\n" * 9 + "كم\n\nكم\n\n\n\n\n\n\n\n\nكم")
    site.write("content/fa/b.md", "---\ntitel: ب\n---\nكم\n")
    before = sources(site)
    status, report = site.run("fix", "--dry-run", "--suggested")
    expect(status == FINE and report.endswith(" files, nothing written\n"), status, report)
    expect(sources(site) == before, "a dry run wrote")
    diff = site.output
    results = []
    for command in (["patch", "-p1", "--quiet"], ["git", "apply", "-p1", "-"]):
        shutil.copytree(site.folder, site.top / command[0])
        try:
            subprocess.run(command, cwd=site.top / command[0], input=diff.encode(), check=True, timeout=TIMEOUT)
        except FileNotFoundError as fault:
            raise Skip(f"{command[0]} is not here") from fault
        results.append({path.relative_to(site.top / command[0]): path.read_bytes()
                        for path in (site.top / command[0]).rglob("*") if path.is_file()})
    site.run("fix", "--suggested")
    expect(results[0] == sources(site), "patch makes something else")
    expect(results[1] == sources(site), "git apply makes something else")


def answer(site, words, *, meanwhile=None):
    """Runs the command on a terminal, waits for its question and types an answer."""
    leader, follower = pty.openpty()
    process = subprocess.Popen([PROGRAM, "fix"], cwd=site.folder, stdin=follower, stdout=follower, stderr=follower)
    os.close(follower)
    shown, end = b"", time.monotonic() + TIMEOUT
    while b"[y/N]" not in shown and time.monotonic() < end and select.select([leader], [], [], 1)[0]:
        shown += os.read(leader, 65536)
    if meanwhile:
        meanwhile()
    os.write(leader, words)
    status = process.wait(timeout=TIMEOUT)
    while select.select([leader], [], [], 0)[0]:
        try:
            shown += os.read(leader, 65536)
        except OSError:
            break
    os.close(leader)
    return status, shown.decode("utf-8")


def a_terminal_is_asked_once(site):
    for path in ("content/fa/a.md", "content/fa/b.md"):
        site.write(path, FAULTY.replace("نفر", "نفر\u2067ها\u2069"))
    status, shown = answer(site, b"n\n")
    expect(status == FINE and shown.count("[y/N]") == 1 and "nothing written" in shown, status, shown)
    expect("⟨RLI⟩" in shown and "\u2067" not in shown, "what nobody sees is not named")
    expect("كتاب" in content(site), "a no was passed over")
    status, shown = answer(site, b"y\n")
    expect(status == FINE and "کتاب" in content(site, "content/fa/b.md"), status, shown)


def a_file_changed_meanwhile_is_left_and_ends_with_2(site):
    for path in ("content/fa/a.md", "content/fa/b.md"):
        site.write(path, FAULTY)
    status, shown = answer(site, b"y\n", meanwhile=lambda: site.write("content/fa/a.md", FAULTY + "تازه\n"))
    expect(status == SYSTEM and "run qanat fix again: content/fa/a.md" in shown, status, shown)
    expect(content(site) == FAULTY + "تازه\n", "somebody's work is lost")
    expect(content(site, "content/fa/b.md") == MENDED, "the other file was left as well")
    expect(site.run("fix")[0] == FINE and content(site) == MENDED + "تازه\n")


def modes_and_links_stay(site):
    place = site.folder / "content/fa/a.md"
    site.write("content/fa/a.md", FAULTY)
    place.chmod(0o640)
    site.run("fix")
    expect(place.stat().st_mode & 0o777 == 0o640, oct(place.stat().st_mode))
    site.write("content/en/a.md", "---\ntitle: A\n---\nA\n")
    (site.folder / "content/en/real.txt").write_text("---\ntitel: B\n---\nB\n")
    (site.folder / "content/en/b.md").symlink_to("real.txt")
    site.run("fix")
    expect((site.folder / "content/en/b.md").is_symlink(), "the link became a file")
    expect(content(site, "content/en/real.txt") == "---\ntitle: B\n---\nB\n")
    expect(not list(site.folder.rglob(".*")), "a temporary file stayed")


def a_file_that_cannot_be_written_ends_with_2(site):
    site.write("content/fa/b/index.md", FAULTY)
    (site.folder / "content/fa/b").chmod(0o555)
    status, report = site.run_without_rights("fix")
    (site.folder / "content/fa/b").chmod(0o755)
    expect(status == SYSTEM and "cannot write content/fa/b/index.md" in report, status, report)


def one_run_finds_what_the_first_repairs_hide(site):
    """A tab hides what is wrong in the front matter, and that what is wrong in the words."""
    site.write("content/fa/a.md", "---\n\ttitel: كتاب\n---\n[^الف ب] كم\n\n[^الف ب]: يك\n")
    site.run("fix")
    expect(site.run("fix")[1] == "0 changes in 0 files\n", content(site))
    expect("title: کتاب" in content(site) and "[^الف-ب]: یک" in content(site), content(site))


def more_faults_than_a_report_keeps_are_mended_at_once(site):
    site.write("content/fa/a.md", "---\ntitle: آ\n---\n" + "كم\n\n" * 3000)
    site.run("fix")
    expect("ك" not in content(site), content(site).count("ك"))


def prepare(site, path):
    shutil.copytree(HERE / "default", site.folder, dirs_exist_ok=True)
    case = Case(path)
    for name in case.lines("without"):
        (site.folder / name).unlink()
    for name, data in case.files():
        (site.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (site.folder / name).write_bytes(data)


def a_second_run_finds_nothing_on_any_case(site):
    faults = []
    for number, path in enumerate(sorted(HERE.glob("*/*.txt"))):
        for options in ((), ("--suggested",)):
            place = site.top / f"{number}{len(options)}"
            one = Site(place)
            prepare(one, path)
            if not (one.folder / "site.yaml").is_file():
                continue
            first = one.run("fix", *options)
            after = sources(one)
            second = one.run("fix", *options)
            if first[0] != FINE or second != (FINE, "0 changes in 0 files\n") or sources(one) != after:
                faults.append(f"{path.relative_to(HERE)} {' '.join(options)}: {first} {second}")
            shutil.rmtree(place)
    expect(not faults, *faults)


run_all((
    safe_repairs_are_written_and_nothing_else,
    suggestions_wait_until_they_are_asked_for,
    code_addresses_and_foreign_words_stay,
    bytes_around_a_repair_stay,
    settings_and_data_are_mended_and_templates_are_not,
    paths_say_what_is_mended,
    a_path_that_leads_nowhere_ends_with_2,
    a_dry_run_writes_nothing_and_its_diff_can_be_applied,
    a_terminal_is_asked_once,
    a_file_changed_meanwhile_is_left_and_ends_with_2,
    modes_and_links_stay,
    a_file_that_cannot_be_written_ends_with_2,
    one_run_finds_what_the_first_repairs_hide,
    more_faults_than_a_report_keeps_are_mended_at_once,
    a_second_run_finds_nothing_on_any_case,
))
