/* Trees grow in order, and no deeper than the limit. */
#include "expect.h"
#include "markup/builder.h"

static void nodes_stand_in_the_order_they_come(void **state)
{
    (void) state;
    Arena arena = {0};
    const Source *source = source_new(&arena, SLICE("x.md"), SLICE(""));
    Builder builder;
    builder_init(&builder, document_new(&arena, &arena, source, 0));
    const NodeId quote = builder_open(&builder, NODE_QUOTE, 0, 9);
    const NodeId first = builder_add(&builder, NODE_RULE, 0, 3);
    const NodeId second = builder_add(&builder, NODE_RULE, 4, 7);
    assert_int_equal(builder_current(&builder), quote);
    assert_int_equal(builder_last_child(&builder), second);
    assert_int_equal(builder_close(&builder), quote);
    const NodeId last = builder_add(&builder, NODE_RULE, 10, 13);
    assert_int_equal(node_at(builder.document, quote)->first_child, first);
    assert_int_equal(node_at(builder.document, first)->next, second);
    assert_int_equal(node_at(builder.document, second)->next, NODE_NONE);
    assert_int_equal(node_at(builder.document, quote)->next, last);
    assert_int_equal(node_at(builder.document, last)->parent, 0);
    arena_close(&arena);
}

static void nothing_opens_below_the_deepest_level(void **state)
{
    (void) state;
    Arena arena = {0};
    const Source *source = source_new(&arena, SLICE("x.md"), SLICE(""));
    Builder builder;
    builder_init(&builder, document_new(&arena, &arena, source, 0));
    uint32_t depth = 0;
    while (builder_open(&builder, NODE_QUOTE, 0, 0) != NODE_NONE)
        depth++;
    assert_int_equal(depth, NODE_MAX_DEPTH - 1);
    const size_t count = builder.document->count;
    assert_int_equal(builder_open(&builder, NODE_QUOTE, 0, 0), NODE_NONE);
    assert_int_equal(builder.document->count, count);
    assert_int_not_equal(builder_add(&builder, NODE_RULE, 0, 0), NODE_NONE);
    arena_close(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nodes_stand_in_the_order_they_come),
        cmocka_unit_test(nothing_opens_below_the_deepest_level),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
