/* A unified diff as patch and git apply read it. */
#include "base/arena.h"
#include "command/patch.h"
#include "test.h"

#define EDIT(start, end, text)                                                                     \
    {                                                                                              \
        {NULL, (start), (end)}, SLICE_INIT(text)                                                   \
    }

static void writes_lines_that_change_with_their_neighbours(void **state)
{
    (void) state;
    static const struct {
        const char *before;
        Edit edits[3];
        size_t count;
        const char *hunks;
    } cases[] = {
        {"a\nb\nc\nd\ne\n", {EDIT(4, 5, "C")}, 1, "@@ -1,5 +1,5 @@\n a\n b\n-c\n+C\n d\n e\n"},
        {"a\nb\nc\nd\ne\nf\ng\nh\n",
         {EDIT(8, 9, "E")},
         1,
         "@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n"},
        // lines that come and go
        {"a\nb\nc\n", {EDIT(2, 4, "")}, 1, "@@ -1,3 +1,2 @@\n a\n-b\n c\n"},
        {"a\nb\n", {EDIT(2, 2, "x\ny\n")}, 1, "@@ -1,2 +1,4 @@\n a\n+x\n+y\n b\n"},
        {"a\nb\n", {EDIT(4, 4, "c\n")}, 1, "@@ -1,2 +1,3 @@\n a\n b\n+c\n"},
        {"a\n", {EDIT(0, 2, "")}, 1, "@@ -1,1 +0,0 @@\n-a\n"},
        {"", {EDIT(0, 0, "a\n")}, 1, "@@ -0,0 +1,1 @@\n+a\n"},
        // lines joined and cut
        {"a\nb\n", {EDIT(1, 2, "")}, 1, "@@ -1,2 +1,1 @@\n-a\n-b\n+ab\n"},
        {"ab\n", {EDIT(1, 1, "\n")}, 1, "@@ -1,1 +1,2 @@\n-ab\n+a\n+b\n"},
        // neighbours go first and come after
        {"a\nb\nc\n",
         {EDIT(0, 1, "A"), EDIT(2, 3, "B")},
         2,
         "@@ -1,3 +1,3 @@\n-a\n-b\n+A\n+B\n c\n"},
        {"abc\n", {EDIT(0, 1, "A"), EDIT(2, 3, "C")}, 2, "@@ -1,1 +1,1 @@\n-abc\n+AbC\n"},
        // what stands far away gets a hunk of its own
        {"a\n\n\n\n\n\n\n\nb\n",
         {EDIT(0, 2, ""), EDIT(9, 10, "B")},
         2,
         "@@ -1,4 +1,3 @@\n-a\n \n \n \n@@ -6,4 +5,4 @@\n \n \n \n-b\n+B\n"},
        {"a\n\n\n\n\n\n\nb\n",
         {EDIT(0, 2, ""), EDIT(8, 9, "B")},
         2,
         "@@ -1,8 +1,7 @@\n-a\n \n \n \n \n \n \n-b\n+B\n"},
        // line ends are the file's own
        {"a\r\nb\r\n", {EDIT(3, 4, "B")}, 1, "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+B\r\n"},
        {"a\nb",
         {EDIT(0, 1, "A")},
         1,
         "@@ -1,2 +1,2 @@\n-a\n+A\n b\n\\ No newline at end of file\n"},
        {"a\nb",
         {EDIT(2, 3, "B"), EDIT(3, 3, "\n")},
         2,
         "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+B\n"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Arena arena = {0};
        Buffer out;
        buffer_init(&out, &arena, 4096);
        patch_write(&out, SLICE("x.md"), slice_of_string(cases[i].before), cases[i].edits,
                    cases[i].count);
        const Slice head = SLICE("--- a/x.md\n+++ b/x.md\n");
        assert_slices(slice_to(buffer_slice(&out), head.size), head);
        assert_slice(slice_from(buffer_slice(&out), head.size), cases[i].hunks);
        arena_close(&arena);
    }
}

static void says_nothing_where_nothing_changes(void **state)
{
    (void) state;
    const Edit edit = EDIT(0, 1, "a");
    Arena arena = {0};
    Buffer out;
    buffer_init(&out, &arena, 4096);
    patch_write(&out, SLICE("x.md"), SLICE("a\n"), &edit, 1);
    patch_write(&out, SLICE("x.md"), SLICE("a\n"), NULL, 0);
    assert_int_equal(out.size, 0);
    arena_close(&arena);
}

static void ends_a_name_with_a_space_in_it(void **state)
{
    (void) state;
    const Edit edit = EDIT(0, 1, "b");
    Arena arena = {0};
    Buffer out;
    buffer_init(&out, &arena, 4096);
    patch_write(&out, SLICE("x y.md"), SLICE("a\n"), &edit, 1);
    assert_slice(slice_to(buffer_slice(&out), 28), "--- a/x y.md\t\n+++ b/x y.md\t\n");
    arena_close(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_lines_that_change_with_their_neighbours),
        cmocka_unit_test(says_nothing_where_nothing_changes),
        cmocka_unit_test(ends_a_name_with_a_space_in_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
