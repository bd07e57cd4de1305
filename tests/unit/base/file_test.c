/* base/file: writes only what changed, lists in one order, and never leaves the folder. */
#include "base/file.h"
#include "test.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Place {
    Arena arena;
    char folder[64];
} Place;

static Slice path_of(Place *place, const char *name)
{
    return file_join(&place->arena, slice_of_string(place->folder), slice_of_string(name));
}

static const char *string_of(Place *place, const char *name)
{
    return slice_print(&place->arena, "%s/%s", place->folder, name).at;
}

static void write_file(Place *place, const char *name, const char *text)
{
    bool changed;
    Slice path = path_of(place, name);
    assert_int_equal(file_write_changed(&place->arena, path, slice_of_string(text), &changed), 0);
}

static int open_place(void **state)
{
    static Place place;
    place = (Place){.folder = "/tmp/qanat-file-test-XXXXXX"};
    *state = &place;
    return mkdtemp(place.folder) == NULL ? -1 : 0;
}

static int close_place(void **state)
{
    Place *place = *state;
    FileEntry *entries;
    size_t count = 0;
    int error = file_list(&place->arena, NULL, slice_of_string(place->folder), &entries, &count);
    for (size_t i = count; i > 0; i--) {
        Slice path = file_join(&place->arena, slice_of_string(place->folder), entries[i - 1].path);
        bool is_gone = file_remove(path) == 0 || file_remove_folder(path) == 0;
        assert_true(is_gone);
    }
    error = error != 0 ? error : file_remove_folder(slice_of_string(place->folder));
    arena_close(&place->arena);
    return error;
}

static void writes_only_what_changed(void **state)
{
    Place *place = *state;
    Slice path = path_of(place, "new/folder/page.html");
    char large[200000];
    memset(large, 'x', sizeof(large));
    const struct {
        Slice bytes;
        bool changed;
    } cases[] = {
        {SLICE("first"), true},
        {SLICE("first"), false},
        {SLICE("fIrst"), true},
        {SLICE("longer text"), true},
        {SLICE(""), true},
        {SLICE(""), false},
        {{large, sizeof(large)}, true},
        {{large, sizeof(large)}, false},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        bool changed = !cases[i].changed;
        assert_int_equal(file_write_changed(&place->arena, path, cases[i].bytes, &changed), 0);
        assert_int_equal(changed, cases[i].changed);
        Slice bytes;
        assert_int_equal(file_read(&place->arena, path, 1 << 20, &bytes), 0);
        assert_slices(bytes, cases[i].bytes);
    }
    large[sizeof(large) - 1] = 'y'; // the last byte of the last piece compared
    bool changed = false;
    file_write_changed(&place->arena, path, (Slice){large, sizeof(large)}, &changed);
    assert_true(changed);
}

static void gives_files_one_mode_whatever_the_umask(void **state)
{
    Place *place = *state;
    mode_t before = umask(0077);
    file_setup();
    write_file(place, "sub/a.html", "a");
    umask(before);
    struct stat status;
    assert_int_equal(stat(string_of(place, "sub/a.html"), &status), 0);
    assert_int_equal(status.st_mode & 0777, 0644);
    assert_int_equal(stat(string_of(place, "sub"), &status), 0);
    assert_int_equal(status.st_mode & 0777, 0755);
}

static void replaces_a_link_and_not_what_it_leads_to(void **state)
{
    Place *place = *state;
    write_file(place, "target.html", "target");
    assert_int_equal(symlink("target.html", string_of(place, "link.html")), 0);
    bool changed = false;
    Slice path = path_of(place, "link.html");
    assert_int_equal(file_write_changed(&place->arena, path, SLICE("target"), &changed), 0);
    assert_true(changed);
    struct stat status;
    assert_int_equal(lstat(string_of(place, "link.html"), &status), 0);
    assert_true(S_ISREG(status.st_mode));
}

static void gives_new_bytes_to_a_file_through_a_link_and_leaves_its_mode(void **state)
{
    Place *place = *state;
    write_file(place, "target.md", "old");
    assert_int_equal(chmod(string_of(place, "target.md"), 0640), 0);
    assert_int_equal(symlink("target.md", string_of(place, "link.md")), 0);
    assert_int_equal(file_replace(path_of(place, "link.md"), SLICE("new")), 0);
    struct stat status;
    Slice bytes;
    assert_int_equal(lstat(string_of(place, "link.md"), &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_int_equal(lstat(string_of(place, "target.md"), &status), 0);
    assert_int_equal(status.st_mode & 0777, 0640);
    assert_int_equal(file_read(&place->arena, path_of(place, "target.md"), 10, &bytes), 0);
    assert_slice(bytes, "new");
    assert_int_equal(file_replace(path_of(place, "missing.md"), SLICE("new")), ENOENT);
}

static void reads_up_to_a_limit(void **state)
{
    Place *place = *state;
    write_file(place, "a.txt", "12345");
    Slice bytes = {0};
    assert_int_equal(file_read(&place->arena, path_of(place, "a.txt"), 5, &bytes), 0);
    assert_slice(bytes, "12345");
    assert_int_equal(file_read(&place->arena, path_of(place, "a.txt"), 4, &bytes), EFBIG);
    assert_int_equal(file_read(&place->arena, path_of(place, "b.txt"), 5, &bytes), ENOENT);
    assert_int_equal(file_read(&place->arena, path_of(place, "a.txt/b"), 5, &bytes), ENOTDIR);
    assert_int_equal(file_read(&place->arena, path_of(place, ""), 5, &bytes), EISDIR);
    assert_int_equal(file_read(&place->arena, SLICE("a\0b"), 5, &bytes), EINVAL);
    assert_int_equal(file_read(&place->arena, (Slice){0}, 5, &bytes), ENOENT);
    assert_int_equal(mkfifo(string_of(place, "pipe"), 0600), 0);
    assert_int_equal(file_read(&place->arena, path_of(place, "pipe"), 5, &bytes), FILE_NO_FILE);
}

static void lists_in_byte_order_of_paths(void **state)
{
    Place *place = *state;
    static const char *const made[] = {"a/x.md", "a-b.md", "b.md", "a/آب.md", "a/c/d.md", "Z.md"};
    for (size_t i = 0; i < COUNT_OF(made); i++)
        write_file(place, made[i], "12");
    write_file(place, ".hidden/x.md", "x");
    static const char *const paths[] = {"Z.md",     "a",      "a-b.md",  "a/c",
                                        "a/c/d.md", "a/x.md", "a/آب.md", "b.md"};
    FileEntry *entries;
    size_t count;
    for (uint32_t threads = 0; threads <= 3; threads++) {
        Workers *workers = threads > 0 ? workers_open(threads) : NULL;
        assert_int_equal(
            file_list(&place->arena, workers, slice_of_string(place->folder), &entries, &count), 0);
        assert_int_equal(count, COUNT_OF(paths));
        for (size_t i = 0; i < count; i++) {
            assert_slice(entries[i].path, paths[i]);
            bool is_folder = !slice_ends(entries[i].path, SLICE(".md"));
            assert_int_equal(entries[i].is_folder, is_folder);
            assert_int_equal(entries[i].error, 0);
        }
        workers_close(workers);
    }
    assert_int_equal(file_list(&place->arena, NULL, path_of(place, "none"), &entries, &count),
                     ENOENT);
    assert_int_equal(file_remove(path_of(place, ".hidden/x.md")), 0);
    assert_int_equal(file_remove_folder(path_of(place, ".hidden")), 0);
}

static void judges_links_by_where_they_lead(void **state)
{
    Place *place = *state;
    write_file(place, "real/a.md", "abc");
    static const struct {
        const char *name, *target;
        int error;
        bool is_folder;
    } cases[] = {
        {"l-file", "real/a.md", 0, false},
        {"l-folder", "real", 0, true},
        {"l-gone", "nothing", ENOENT, false},
        {"l-out", "/etc", EXDEV, false},
        {"l-out-file", "/etc/passwd", EXDEV, false},
        {"l-self", "l-self", ELOOP, false},
        {"real/up", "..", ELOOP, false},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_int_equal(symlink(cases[i].target, string_of(place, cases[i].name)), 0);
    FileEntry *entries;
    size_t count;
    assert_int_equal(
        file_list(&place->arena, NULL, slice_of_string(place->folder), &entries, &count), 0);
    size_t seen = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < COUNT_OF(cases); j++) {
            if (!slice_equal(entries[i].path, slice_of_string(cases[j].name)))
                continue;
            assert_int_equal(entries[i].error, cases[j].error);
            assert_int_equal(entries[i].is_folder, cases[j].is_folder);
            assert_true(entries[i].is_link);
            seen++;
        }
        bool is_behind = slice_starts(entries[i].path, SLICE("l-folder/"));
        assert_int_equal(entries[i].is_behind_link, is_behind);
        assert_false(slice_equal(entries[i].path, SLICE("real")) && entries[i].is_link);
    }
    assert_int_equal(seen, COUNT_OF(cases));
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        unlink(string_of(place, cases[i].name));
}

static void removes_files_and_empty_folders(void **state)
{
    Place *place = *state;
    write_file(place, "a/b.md", "b");
    assert_true(file_exists(path_of(place, "a/b.md")));
    assert_false(file_is_folder(path_of(place, "a/b.md")));
    assert_true(file_is_folder(path_of(place, "a")));
    assert_int_equal(file_remove_folder(path_of(place, "a")), ENOTEMPTY);
    assert_int_equal(file_remove(path_of(place, "a/b.md")), 0);
    assert_int_equal(file_remove(path_of(place, "a/b.md")), 0);
    assert_int_equal(file_remove_folder(path_of(place, "a")), 0);
    assert_false(file_exists(path_of(place, "a")));
    write_file(place, "file", "x");
    assert_int_equal(file_make_folder(path_of(place, "file")), ENOTDIR);
    assert_int_equal(file_make_folder(path_of(place, "c/d/e")), 0);
    assert_int_equal(file_make_folder(path_of(place, "c/d/e")), 0);
}

static void moves_files_and_folders_over_what_stands_there(void **state)
{
    Place *place = *state;
    static const struct {
        const char *from, *to;
        int error;
    } cases[] = {
        {"staged/a", "new/folder/a", 0}, {"staged/b", "b", 0}, // in place of a file
        {"staged/c", "c", EISDIR},       {"staged/none", "d", ENOENT}, {"staged", "whole", 0},
    };
    write_file(place, "staged/a", "new a");
    write_file(place, "staged/b", "new b");
    write_file(place, "staged/c", "new c");
    write_file(place, "b", "old b");
    write_file(place, "c/kept", "kept");
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_int_equal(
            file_move(&place->arena, path_of(place, cases[i].from), path_of(place, cases[i].to)),
            cases[i].error);
    assert_true(file_holds(&place->arena, path_of(place, "new/folder/a"), SLICE("new a")));
    assert_true(file_holds(&place->arena, path_of(place, "b"), SLICE("new b")));
    assert_true(file_holds(&place->arena, path_of(place, "whole/c"), SLICE("new c")));
    assert_true(file_holds(&place->arena, path_of(place, "c/kept"), SLICE("kept")));
    assert_false(file_holds(&place->arena, path_of(place, "b"), SLICE("new B")));
    assert_false(file_exists(path_of(place, "staged")));
}

static void moves_a_file_to_another_file_system(void **state)
{
    Place *place = *state;
    char folder[] = "/dev/shm/qanat-file-test-XXXXXX";
    struct stat here, there;
    if (mkdtemp(folder) == NULL)
        skip();
    bool is_other =
        stat(place->folder, &here) == 0 && stat(folder, &there) == 0 && here.st_dev != there.st_dev;
    const Slice target = file_join(&place->arena, slice_of_string(folder), SLICE("sub/a"));
    write_file(place, "a", "text");
    assert_int_equal(file_move(&place->arena, path_of(place, "a"), target), 0);
    assert_true(file_holds(&place->arena, target, SLICE("text")));
    assert_false(file_exists(path_of(place, "a")));
    assert_int_equal(file_remove_tree(slice_of_string(folder)), 0);
    if (!is_other)
        skip();
}

static void removes_a_tree_and_follows_no_link(void **state)
{
    Place *place = *state;
    write_file(place, "kept/a", "a");
    write_file(place, "tree/sub/b", "b");
    write_file(place, "tree/.hidden/c", "c");
    assert_int_equal(symlink("../kept", string_of(place, "tree/link")), 0);
    assert_int_equal(file_remove_tree(path_of(place, "tree")), 0);
    assert_int_equal(file_remove_tree(path_of(place, "tree")), 0);
    assert_false(file_exists(path_of(place, "tree")));
    assert_true(file_exists(path_of(place, "kept/a")));
    assert_int_equal(file_remove_tree(path_of(place, "kept/a")), 0);
    assert_false(file_exists(path_of(place, "kept/a")));
}

static void tells_faults_in_words_of_its_own(void **state)
{
    Place *place = *state;
    static const struct {
        int error;
        bool while_writing;
        DiagnosticCode code;
        const char *word;
    } cases[] = {
        {ENOENT, false, DIAGNOSTIC_READ, "no such file or directory"},
        {EACCES, true, DIAGNOSTIC_WRITE, "permission denied"},
        {ENOSPC, true, DIAGNOSTIC_SPACE, "no space left on device"},
        {99999, false, DIAGNOSTIC_READ, "unknown error"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Report report;
        report_init(&report, &place->arena, NULL);
        file_fault(&report, SLICE("fa/a.md"), cases[i].error, cases[i].while_writing);
        assert_int_equal(report.newest->code, cases[i].code);
        assert_slice(report.newest->words[0], cases[i].word);
        assert_slice(report.newest->path, "fa/a.md");
    }
}

static void joins_with_one_slash(void **state)
{
    Place *place = *state;
    assert_slice(file_join(&place->arena, SLICE("a"), SLICE("b")), "a/b");
    assert_slice(file_join(&place->arena, SLICE("a/"), SLICE("b")), "a/b");
    assert_slice(file_join(&place->arena, SLICE(""), SLICE("b")), "b");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(writes_only_what_changed, open_place, close_place),
        cmocka_unit_test_setup_teardown(
            gives_new_bytes_to_a_file_through_a_link_and_leaves_its_mode, open_place, close_place),
        cmocka_unit_test_setup_teardown(gives_files_one_mode_whatever_the_umask, open_place,
                                        close_place),
        cmocka_unit_test_setup_teardown(replaces_a_link_and_not_what_it_leads_to, open_place,
                                        close_place),
        cmocka_unit_test_setup_teardown(reads_up_to_a_limit, open_place, close_place),
        cmocka_unit_test_setup_teardown(lists_in_byte_order_of_paths, open_place, close_place),
        cmocka_unit_test_setup_teardown(judges_links_by_where_they_lead, open_place, close_place),
        cmocka_unit_test_setup_teardown(removes_files_and_empty_folders, open_place, close_place),
        cmocka_unit_test_setup_teardown(moves_files_and_folders_over_what_stands_there, open_place,
                                        close_place),
        cmocka_unit_test_setup_teardown(moves_a_file_to_another_file_system, open_place,
                                        close_place),
        cmocka_unit_test_setup_teardown(removes_a_tree_and_follows_no_link, open_place,
                                        close_place),
        cmocka_unit_test_setup_teardown(tells_faults_in_words_of_its_own, open_place, close_place),
        cmocka_unit_test_setup_teardown(joins_with_one_slash, open_place, close_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
