"""What the program does when the system around it fails: exit status, words and what is left on the disk.

    system.py PROGRAM"""

import json
import os
import pty
import re
import resource
import select
import shutil
import signal
import subprocess
import time

from sandbox import CONTENT, FINE, PROGRAM, SYSTEM, TIMEOUT, Skip, expect, run_all

SECRET = "a secret outside the site"


def help_and_version_are_fine(site):
    for argument in ("--help", "--version"):
        status, report = site.run(argument)
        expect(status == FINE and report == "" and site.output.strip(), argument, status, report)



def the_registries_are_told_whole(site):
    status, report = site.run("explain", "--all")
    expect((status, report) == (FINE, ""), status, report)
    reference = json.loads(site.output)
    for kind, rows in reference.items():
        for row in rows:
            expect(row["name"] and row["english"] and row["persian"], kind, row)
    for row in reference["diagnostics"]:
        expect(row["entry"].startswith(f"## {row['name']}\n"), row["name"])
        expect(row["entry"].count("\n```") % 2 == 0, row["name"], "an example is cut off")
    expect(site.run("explain", "--all", "link/broken")[0] == SYSTEM)


def wrong_usage_ends_with_2(site):
    for arguments in (["bulid"], ["build", "--jbos", "2"], ["build", "--jobs", "many"], ["build", "--now", "soon"],
                      ["build", "--format", "xml"], ["explain"], ["new", "page"], []):
        status, report = site.run(*arguments)
        expect(status == SYSTEM and report, arguments, status, report)


def a_missing_source_folder_ends_with_2(site):
    status, report = site.run("build", "--source", "nowhere")
    expect(status == SYSTEM and "nowhere" in report, status, report)


def faults_in_content_end_with_1(site):
    site.write("content/fa/a.md", "---\ntitle: آ\ndiscription: ب\n---\n")
    status, report = site.run("build")
    expect(status == CONTENT and "[front-matter/unknown-field]" in report, status, report)
    expect(not site.public.exists(), "the output folder was made")


def strict_makes_warnings_count(site):
    site.write("site.yaml", "".join(line for line in (site.folder / "site.yaml").read_text(
        encoding="utf-8").splitlines(True) if not line.startswith("base:")))
    status, report = site.run("build")
    expect(status == FINE and ": warning: " in report, status, report)
    status, report = site.run("build", "--strict")
    expect(status == CONTENT, status, report)


def an_output_folder_that_cannot_be_made_ends_with_2(site):
    site.write("public", "a file stands here\n")
    status, report = site.run("build")
    expect(status == SYSTEM and "public" in report, status, report)
    status, report = site.run("build", "--output", "/proc/qanat")
    expect(status == SYSTEM and "[system/write]" in report, status, report)


def a_folder_without_permission_ends_with_2(site):
    site.public.mkdir(mode=0o555)
    status, report = site.run_without_rights("build")
    expect(status == SYSTEM and "[system/write]" in report, status, report)


def a_file_size_limit_leaves_whole_files_only(site):
    expect(site.run("build")[0] == FINE)
    before = site.tree()
    site.write("content/fa/long.md", "---\ntitle: دراز\n---\n" + ("آب " * 1_000 + "\n\n") * 200)

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    status, report = site.run("build", preexec_fn=limit, restore_signals=False)
    expect(status == SYSTEM and "system/" in report, status, report[:500])
    after = site.tree()
    expect(all(after.get(path) == data for path, data in before.items() if path.name != "MANIFEST"),
           "an old file was changed or lost")
    expect(not [path for path in after if path not in before], "a half-written file stayed")


def a_new_folder_appears_whole_or_not_at_all(site):
    left = site.public.with_name(".public.new")
    (left / "fa").mkdir(parents=True)
    (left / "fa/old.html").write_text("what a build that was killed left\n")
    site.write("content/fa/long.md", "---\ntitle: دراز\n---\n" + ("آب " * 1_000 + "\n\n") * 200)

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    status, report = site.run("build", preexec_fn=limit, restore_signals=False)
    expect(status == SYSTEM and "public/" in report and ".new" not in report, status, report[:500])
    expect(not site.public.exists() and not left.exists(), "a part of the site stayed")
    expect(site.run("build", "--output", "public/")[0] == FINE and not left.exists(), "no second start")
    expect(not (site.public / "fa/old.html").exists(), "an old file was published")


def all_below(folder):
    """Every path with its bytes, hidden ones and folders too."""
    return {path: path.is_file() and path.read_bytes() for path in folder.rglob("*")}


def a_fault_found_while_rendering_leaves_nothing_behind(site):
    """Pages are on their way to the disk when the budget of one of them turns out to be exceeded."""
    for number in range(50):
        site.write(f"content/fa/p{number}.md", f"---\ntitle: برگ {number}\n---\nآب\n")
    fine = (site.folder / "site.yaml").read_text(encoding="utf-8")
    expect(site.run("build")[0] == FINE)
    site.write("content/fa/long.md", "---\ntitle: دراز\n---\n" + ("آب " * 1_000 + "\n\n") * 100)
    site.write("content/fa/p7.md", "---\ntitle: برگ ۷\n---\nآبی دیگر\n")
    (site.folder / "content/fa/p8.md").unlink()
    for settings, arguments in ((fine + "budgets: {page: {html: 100000}}\n", ()), (fine, ("--strict",))):
        site.write("site.yaml", settings)
        before = all_below(site.top)
        for output in ("public", "new", "deep/er/new"):
            status, report = site.run("build", "--output", output, *arguments)
            expect(status == CONTENT and "[budget/html" in report, output, status, report[:500])
            after = all_below(site.top)
            changed = {path for path in before | after if before.get(path) != after.get(path)}
            expect(changed <= {site.top / "report", site.top / "output"}, output, changed)
    site.write("site.yaml", fine)
    status, report = site.run("build", "--output", "deep/er/new")
    expect(status == FINE and sorted(path.name for path in (site.folder / "deep/er").iterdir()) == ["new"], report)


def a_full_disk_ends_with_2(site):
    script = ('mount -t tmpfs -o size=64k none public && "$0" build >../output 2>../report; echo $? >../status; '
              'cd public && find . -type f | sort >../../left')
    site.public.mkdir()
    site.write("content/fa/long.md", "---\ntitle: دراز\n---\n" + ("آب " * 1_000 + "\n\n") * 100)
    try:
        subprocess.run(["unshare", "--mount", "--map-root-user", "sh", "-c", script, PROGRAM], cwd=site.folder,
                       check=True, timeout=TIMEOUT, stderr=subprocess.DEVNULL)
        status = int((site.top / "status").read_text())
    except (OSError, subprocess.CalledProcessError) as fault:
        raise Skip("no file system may be mounted here") from fault
    report = (site.top / "report").read_text(encoding="utf-8")
    expect(status == SYSTEM and "[system/space]" in report, status, report[:500])
    expect("long" not in (site.top / "left").read_text(), "a half-written file stayed")


def a_full_standard_output_is_noticed(site):
    with open("/dev/full", "wb") as full:
        status, _ = site.run("build", stdout=full)
    expect(status == SYSTEM, status)


def a_loop_of_links_is_reported(site):
    (site.folder / "content/fa/loop").symlink_to("loop")
    (site.folder / "content/fa/around").symlink_to(".")
    status, report = site.run("build")
    expect(status in (CONTENT, SYSTEM) and "content/fa/loop" in report, status, report)


def what_is_no_file_is_reported(site):
    os.mkfifo(site.folder / "content/fa/a.md")
    (site.folder / "templates/components").mkdir()
    os.mkfifo(site.folder / "templates/components/box.html")
    site.write("content/fa/b.md", "---\ntitle: ب\n---\n[a](a.md)\n\n:::box\nآب\n:::\n")
    status, report = site.run("build")
    expect(status == SYSTEM and report.count("[system/read]") == 2 and "2 problems in 2 files" in report, status, report)


def a_page_that_may_not_be_read_ends_with_2(site):
    site.write("content/fa/a.md", "---\ntitle: آ\n---\n")
    (site.folder / "content/fa/a.md").chmod(0)
    status, report = site.run_without_rights("build")
    expect(status == SYSTEM and "content/fa/a.md: error: cannot read: permission denied" in report, status, report)


def nothing_outside_the_site_is_read(site):
    (site.top / "secret.txt").write_text(SECRET)
    (site.folder / "content/fa/link.txt").symlink_to(site.top / "secret.txt")
    site.write("content/fa/a.md", "---\ntitle: آ\n---\n[a](link.txt) [b](../../../secret.txt)\n")
    status, report = site.run("build")
    expect(status in (CONTENT, SYSTEM) and "content/fa/" in report, status, report)
    expect(not any(SECRET.encode() in data for data in site.tree().values()), "the secret was published")


def names_that_are_no_text_do_not_stop_the_report(site):
    folder = os.fsencode(site.folder) + b"/content/fa/"
    for name in (b"new\nline.md", b"\xff\xfe.md", b"a b.md"):
        with open(folder + name, "wb") as file:
            file.write("---\ntitle: آ\n---\n".encode())
    status, report = site.run("build")
    expect(status in (CONTENT, SYSTEM) and "a b.md" in report, status, report)


def a_pipe_gets_no_colour_and_no_progress(site):
    status, report = site.run("build")
    expect(status == FINE and report == "" and "\r" not in site.output and "\x1b" not in site.output, report)
    site.write("content/fa/a.md", "---\ntitle: آ\nx: ب\n---\n")
    expect("\x1b" not in site.run("build")[1], "colour in a file")


def terminal_report(site, environment):
    """What a terminal shows of standard error."""
    leader, follower = pty.openpty()
    process = subprocess.Popen([PROGRAM, "build"], cwd=site.folder, stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=follower, env=os.environ | environment)
    os.close(follower)
    shown, end = b"", time.monotonic() + TIMEOUT
    while time.monotonic() < end and select.select([leader], [], [], 1)[0]:
        try:
            piece = os.read(leader, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    process.wait(timeout=TIMEOUT)
    os.close(leader)
    return shown.decode("utf-8")


def a_terminal_gets_colour_unless_told_otherwise(site):
    site.write("content/fa/a.md", "---\ntitle: آ\nx: ب\n---\n")
    colour = re.compile("\x1b\\[[0-9;]+m")
    plain = {"TERM": "xterm", "NO_COLOR": ""}
    expect(colour.search(terminal_report(site, plain)), "no colour on a terminal")
    expect(not colour.search(terminal_report(site, plain | {"NO_COLOR": "1"})), "NO_COLOR is passed over")
    expect("\x1b" not in terminal_report(site, plain | {"TERM": "dumb"}), "TERM=dumb is passed over")


def a_killed_build_is_mended_by_the_next(site):
    for number in range(300):
        site.write(f"content/fa/p{number}.md", f"---\ntitle: برگ {number}\n---\nآب\n")
    process = subprocess.Popen([PROGRAM, "build", "--jobs", "2"], cwd=site.folder, stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(0.03)
    process.kill()
    process.wait()
    expect(site.run("build")[0] == FINE)
    after = {path: data for path, data in site.tree().items()}
    shutil.rmtree(site.public)
    expect(site.run("build")[0] == FINE)
    expect(site.tree() == after, "the output keeps traces of the killed build")


def a_link_in_the_output_goes_without_what_it_leads_to(site):
    site.run("build")
    before = site.tree()
    (site.public / "persian").symlink_to("fa")
    status, report = site.run("build")
    expect(status == FINE and site.tree() == before, status, report)
    expect(not (site.public / "persian").is_symlink(), "the link stayed")
    kept = site.top / "kept"
    (site.public / "fa").rename(kept)
    (site.public / "fa").symlink_to(kept)
    held = sorted(kept.rglob("*"))
    status, report = site.run("build")
    expect(status == FINE and site.tree() == before and not (site.public / "fa").is_symlink(), status, report)
    expect(sorted(kept.rglob("*")) == held, "what a link led to was touched")


def a_folder_of_the_output_may_become_a_file_and_a_file_a_folder(site):
    old = "---\ntitle: یک\naliases: [/fa/two.html/]\n---\n"
    new = "---\ntitle: دو\n---\n"
    two = site.public / "fa/two.html"
    for _ in range(2):
        site.write("content/fa/one.md", old)
        status, report = site.run("build")
        expect(status == FINE and (two / "index.html").is_file(), status, report)
        site.write("content/fa/one.md", "---\ntitle: یک\n---\n")
        site.write("content/fa/two.md", new)
        status, report = site.run("build")
        expect(status == FINE and two.is_file(), status, report)
        (site.folder / "content/fa/two.md").unlink()


def what_cannot_be_committed_leaves_nothing_staged(site):
    site.run("build")
    foreign = site.public / "fa/two.html/.keep"
    foreign.parent.mkdir()
    foreign.write_text("no file of qanat\n")
    site.write("content/fa/two.md", "---\ntitle: دو\n---\n")
    site.write("content/fa/zebra.md", "---\ntitle: گورخر\n---\n")
    status, report = site.run("build")
    expect(status == SYSTEM and "fa/two.html: error: cannot write" in report, status, report)
    expect(foreign.is_file(), "a file of somebody else was removed")
    expect([path.name for path in site.public.rglob(".*")] == [".keep"], "staged files stayed")


TESTS = (
    help_and_version_are_fine,
    the_registries_are_told_whole,
    wrong_usage_ends_with_2,
    a_missing_source_folder_ends_with_2,
    faults_in_content_end_with_1,
    strict_makes_warnings_count,
    an_output_folder_that_cannot_be_made_ends_with_2,
    a_folder_without_permission_ends_with_2,
    a_file_size_limit_leaves_whole_files_only,
    a_new_folder_appears_whole_or_not_at_all,
    a_fault_found_while_rendering_leaves_nothing_behind,
    a_full_disk_ends_with_2,
    a_full_standard_output_is_noticed,
    a_loop_of_links_is_reported,
    what_is_no_file_is_reported,
    a_page_that_may_not_be_read_ends_with_2,
    nothing_outside_the_site_is_read,
    names_that_are_no_text_do_not_stop_the_report,
    a_pipe_gets_no_colour_and_no_progress,
    a_terminal_gets_colour_unless_told_otherwise,
    a_killed_build_is_mended_by_the_next,
    a_link_in_the_output_goes_without_what_it_leads_to,
    a_folder_of_the_output_may_become_a_file_and_a_file_a_folder,
    what_cannot_be_committed_leaves_nothing_staged,
)

run_all(TESTS)
