/* The tree: nodes keep their order and parents through every way of moving them. */
#include "expect.h"
#include "markup/node.h"

typedef struct Forest {
    Arena arena;
    Document *document;
    NodeId paragraph, a, b, c; /* three texts in a paragraph */
} Forest;

static NodeId add_text(Forest *forest, const char *text)
{
    const NodeId id = node_new(forest->document, NODE_TEXT, 0, 0);
    node_at(forest->document, id)->text = slice_of_string(text);
    node_append(forest->document, forest->paragraph, id);
    return id;
}

static void plant(Forest *forest)
{
    *forest = (Forest){0};
    const Source *source = source_new(&forest->arena, SLICE("x.md"), SLICE("abc"));
    forest->document = document_new(&forest->arena, &forest->arena, source, 1);
    forest->paragraph = node_new(forest->document, NODE_PARAGRAPH, 0, 3);
    node_append(forest->document, 0, forest->paragraph);
    forest->a = add_text(forest, "a");
    forest->b = add_text(forest, "b");
    forest->c = add_text(forest, "c");
}

static void expect_plain(Forest *forest, const char *expected, const char *about)
{
    Buffer out;
    buffer_init(&out, &forest->arena, 100);
    node_add_plain(forest->document, 0, &out);
    expect_text(buffer_slice(&out), expected, about);
}

static void fell(Forest *forest)
{
    arena_close(&forest->arena);
}

static void children_keep_their_order(void **state)
{
    (void) state;
    Forest forest;
    plant(&forest);
    expect_plain(&forest, "abc", "appended");
    assert_int_equal(node_last_child(forest.document, forest.paragraph), forest.c);
    node_remove(forest.document, forest.b);
    expect_plain(&forest, "ac", "removed");
    node_insert_after(forest.document, forest.paragraph, NODE_NONE, forest.b);
    expect_plain(&forest, "bac", "inserted first");
    node_remove(forest.document, forest.b);
    node_insert_after(forest.document, forest.paragraph, forest.c, forest.b);
    expect_plain(&forest, "acb", "inserted last");
    assert_int_equal(node_last_child(forest.document, forest.paragraph), forest.b);
    fell(&forest);
}

static void wrapping_and_unwrapping_undo_each_other(void **state)
{
    (void) state;
    Forest forest;
    plant(&forest);
    const NodeId strong = node_new(forest.document, NODE_STRONG, 0, 0);
    node_wrap(forest.document, forest.a, forest.b, strong);
    assert_int_equal(node_at(forest.document, forest.paragraph)->first_child, strong);
    assert_int_equal(node_at(forest.document, strong)->next, forest.c);
    assert_int_equal(node_at(forest.document, forest.a)->parent, strong);
    assert_int_equal(node_at(forest.document, forest.b)->next, NODE_NONE);
    expect_plain(&forest, "abc", "wrapped");
    node_unwrap(forest.document, strong);
    assert_int_equal(node_at(forest.document, forest.b)->next, forest.c);
    assert_int_equal(node_at(forest.document, forest.b)->parent, forest.paragraph);
    expect_plain(&forest, "abc", "unwrapped");
    fell(&forest);
}

static void an_empty_node_unwraps_to_nothing(void **state)
{
    (void) state;
    Forest forest;
    plant(&forest);
    const NodeId strong = node_new(forest.document, NODE_STRONG, 0, 0);
    node_insert_after(forest.document, forest.paragraph, forest.a, strong);
    node_unwrap(forest.document, strong);
    assert_int_equal(node_at(forest.document, forest.a)->next, forest.b);
    expect_plain(&forest, "abc", "unwrapped");
    fell(&forest);
}

static void a_walk_meets_every_node_below_its_root_once(void **state)
{
    (void) state;
    Forest forest;
    plant(&forest);
    const NodeId strong = node_new(forest.document, NODE_STRONG, 0, 0);
    node_wrap(forest.document, forest.a, forest.b, strong);
    const NodeId expected[] = {forest.paragraph, strong, forest.a, forest.b, forest.c, NODE_NONE};
    NodeId id = 0;
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        id = node_following(forest.document, 0, id);
        assert_int_equal(id, expected[i]);
    }
    assert_int_equal(node_after(forest.document, 0, strong), forest.c);
    assert_int_equal(node_following(forest.document, strong, forest.b), NODE_NONE);
    assert_int_equal(node_after(forest.document, strong, strong), NODE_NONE);
    fell(&forest);
}

static void kinds_know_whether_they_are_blocks(void **state)
{
    (void) state;
    assert_true(node_is_block(NODE_PARAGRAPH));
    assert_true(node_is_block(NODE_CAPTION));
    assert_false(node_is_block(NODE_DOCUMENT));
    assert_false(node_is_block(NODE_TEXT));
    assert_true(node_is_text_container(NODE_TABLE_CELL));
    assert_false(node_is_text_container(NODE_QUOTE));
}

static void references_are_numbered_in_order(void **state)
{
    (void) state;
    Forest forest;
    plant(&forest);
    for (uint32_t i = 0; i < 20; i++)
        assert_int_equal(
            document_add_reference(forest.document, forest.a, i % 2, SLICE("x.md"), i, i + 1), i);
    assert_int_equal(forest.document->references[19].start, 19);
    assert_true(forest.document->references[19].is_image);
    fell(&forest);
}

static void a_dump_shows_kinds_flags_and_spans(void **state)
{
    (void) state;
    Forest forest;
    plant(&forest);
    node_at(forest.document, forest.a)->text = SLICE("a\"\n");
    node_at(forest.document, forest.a)->flags = NODE_ATOM;
    node_remove(forest.document, forest.b);
    Buffer out;
    buffer_init(&out, &forest.arena, 1000);
    node_dump(forest.document, &out);
    expect_text(buffer_slice(&out),
                "document 0..0\n"
                "  paragraph 0..3\n"
                "    text atom \"a\\\"\\n\" 0..0\n"
                "    text \"c\" 0..0\n",
                "dump");
    fell(&forest);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(children_keep_their_order),
        cmocka_unit_test(wrapping_and_unwrapping_undo_each_other),
        cmocka_unit_test(an_empty_node_unwraps_to_nothing),
        cmocka_unit_test(a_walk_meets_every_node_below_its_root_once),
        cmocka_unit_test(kinds_know_whether_they_are_blocks),
        cmocka_unit_test(references_are_numbered_in_order),
        cmocka_unit_test(a_dump_shows_kinds_flags_and_spans),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
