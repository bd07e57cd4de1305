/* base/arena: pieces are zero, aligned, apart, and end together. */
#include "test.h"

#include <string.h>

static void gives_zeroed_aligned_pieces(void **state)
{
    (void) state;
    static const struct {
        size_t size, align;
    } cases[] = {{1, 1},   {3, 1},     {8, 8}, {1, 2},    {16, 16},
                 {100, 4}, {5000, 16}, {0, 8}, {70000, 1}};
    Arena arena = {0};
    for (size_t round = 0; round < 3; round++) {
        for (size_t i = 0; i < COUNT_OF(cases); i++) {
            char *piece = arena_take(&arena, cases[i].size, cases[i].align);
            assert_non_null(piece);
            assert_int_equal((uintptr_t) piece % cases[i].align, 0);
            for (size_t j = 0; j < cases[i].size; j++)
                assert_int_equal(piece[j], 0);
            if (cases[i].size > 0)
                memset(piece, 0xA5, cases[i].size);
        }
        arena_reset(&arena);
    }
    arena_close(&arena);
}

static void keeps_pieces_apart(void **state)
{
    (void) state;
    Arena arena;
    arena_open(&arena, 128);
    unsigned char *pieces[200];
    for (size_t i = 0; i < COUNT_OF(pieces); i++) {
        pieces[i] = arena_take(&arena, i, 1);
        if (i > 0)
            memset(pieces[i], (int) i, i);
    }
    for (size_t i = 0; i < COUNT_OF(pieces); i++) {
        for (size_t j = 0; j < i; j++)
            assert_int_equal(pieces[i][j], i);
    }
    assert_int_equal(arena.used_size, 199 * 200 / 2);
    arena_close(&arena);
}

static void rewinds_to_a_mark(void **state)
{
    (void) state;
    Arena arena;
    arena_open(&arena, 64);
    char *kept = arena_take(&arena, 10, 1);
    memcpy(kept, "kept bytes", 10);
    ArenaMark mark = arena_mark(&arena);
    for (size_t round = 0; round < 5; round++) {
        for (size_t size = 1; size < 3000; size *= 3)
            memset(arena_take(&arena, size, 8), 0xFF, size);
        arena_rewind(&arena, mark);
        assert_int_equal(arena.used_size, 10);
    }
    assert_memory_equal(kept, "kept bytes", 10);
    const char *after = arena_take(&arena, 40, 1);
    for (size_t i = 0; i < 40; i++)
        assert_int_equal(after[i], 0);
    arena_close(&arena);
}

static void rewinds_to_the_mark_of_an_empty_arena(void **state)
{
    (void) state;
    Arena arena = {0};
    ArenaMark mark = arena_mark(&arena);
    memset(arena_take(&arena, 100, 1), 1, 100);
    arena_rewind(&arena, mark);
    assert_int_equal(arena.used_size, 0);
    assert_int_equal(*(char *) arena_take(&arena, 1, 1), 0);
    arena_close(&arena);
}

static void keeps_the_largest_block_on_reset(void **state)
{
    (void) state;
    Arena arena;
    arena_open(&arena, 64);
    for (size_t size = 10; size < 100000; size *= 2)
        arena_take(&arena, size, 1);
    arena_reset(&arena);
    const ArenaBlock *block = arena.newest;
    arena_take(&arena, 50000, 1);
    // In hard mode every piece has a block of its own, and nothing is kept.
    if (block != NULL)
        assert_ptr_equal(arena.newest, block);
    arena_close(&arena);
}

static void extends_the_last_piece_in_place(void **state)
{
    (void) state;
    Arena arena;
    arena_open(&arena, 4096);
    char *piece = arena_take(&arena, 8, 8);
    memcpy(piece, "12345678", 8);
    bool is_hard = arena.at >= arena.end;
    char *larger = arena_extend(&arena, piece, 8, 100, 8);
    if (!is_hard)
        assert_ptr_equal(larger, piece);
    assert_memory_equal(larger, "12345678", 8);
    for (size_t i = 8; i < 100; i++)
        assert_int_equal(larger[i], 0);
    arena_take(&arena, 1, 1);
    char *moved = arena_extend(&arena, larger, 100, 200, 8);
    assert_ptr_not_equal(moved, larger);
    assert_memory_equal(moved, "12345678", 8);
    assert_ptr_equal(arena_extend(&arena, moved, 200, 100, 8), moved);
    arena_close(&arena);
}

static void grows_an_array_and_keeps_its_items(void **state)
{
    (void) state;
    Arena arena = {0};
    uint64_t *items = NULL;
    size_t count = 0;
    size_t capacity = 0;
    for (; count < 10000; count++) {
        items = arena_grow(&arena, items, sizeof(*items), count, &capacity);
        assert_true(capacity > count);
        items[count] = count * count;
        if (count % 100 == 0)
            arena_take(&arena, 3, 1);
    }
    for (size_t i = 0; i < count; i++)
        assert_int_equal(items[i], i * i);
    assert_int_equal((uintptr_t) items % sizeof(*items), 0);
    arena_close(&arena);
}

static void closes_an_arena_without_pieces(void **state)
{
    (void) state;
    Arena arena = {0};
    arena_close(&arena);
    arena_close(NULL);
    arena_reset(&arena);
    arena_close(&arena);
    assert_null(arena.newest);
}

static void lays_one_arena_behind_the_other(void **state)
{
    (void) state;
    enum { COUNT = 300 };
    Arena store = {0};
    Arena *arenas = calloc(COUNT, sizeof(Arena));
    unsigned char *pieces[COUNT];
    assert_non_null(arenas);
    for (size_t i = 0; i < COUNT; i++) {
        arena_open_within(&arenas[i], &store, 1000);
        pieces[i] = arena_take(&arenas[i], 1 + i * 7, 8);
        memset(pieces[i], (int) i, 1 + i * 7);
        arena_settle(&arenas[i], &store);
    }
    const size_t used = store.used_size;
    for (size_t i = 0; i < COUNT; i++) { // what comes later has blocks of its own
        memset(arena_take(&arenas[i], 100, 1), 0xFF, 100);
        arena_settle(&arenas[i], &store);
    }
    assert_int_equal(store.used_size, used);
    for (size_t i = 0; i < COUNT; i++) {
        for (size_t k = 0; k < 1 + i * 7; k++)
            assert_int_equal(pieces[i][k], (unsigned char) i);
        arena_close(&arenas[i]);
    }
    free(arenas);
    arena_close(&store);
}

static void takes_no_more_of_a_store_than_is_used(void **state)
{
    (void) state;
    Arena store, arena;
    arena_open(&store, 1 << 20);
    for (size_t i = 0; i < 1000; i++) {
        arena_open_within(&arena, &store, 32 * 1024);
        arena_take(&arena, 500, 1);
        arena_settle(&arena, &store);
        arena_close(&arena);
    }
    assert_true(store.used_size <= (500 + 64) * 1000); // 64: its header, and what aligns it
    arena_close(&store);
}

static void outgrows_a_store(void **state)
{
    (void) state;
    Arena store = {0}, arena;
    arena_open_within(&arena, &store, 4096);
    char *first = arena_take(&arena, 3000, 1);
    memset(first, 1, 3000);
    char *large = arena_take(&arena, 10 << 20, 1); // larger than any block
    memset(large, 2, 10 << 20);
    arena_settle(&arena, &store);
    Arena next;
    arena_open_within(&next, &store, 4096);
    memset(arena_take(&next, 4000, 1), 3, 4000);
    arena_settle(&next, &store);
    for (size_t i = 0; i < 3000; i++)
        assert_int_equal(first[i], 1);
    arena_close(&next);
    arena_close(&arena);
    arena_close(&store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_zeroed_aligned_pieces),
        cmocka_unit_test(keeps_pieces_apart),
        cmocka_unit_test(rewinds_to_a_mark),
        cmocka_unit_test(rewinds_to_the_mark_of_an_empty_arena),
        cmocka_unit_test(keeps_the_largest_block_on_reset),
        cmocka_unit_test(extends_the_last_piece_in_place),
        cmocka_unit_test(grows_an_array_and_keeps_its_items),
        cmocka_unit_test(closes_an_arena_without_pieces),
        cmocka_unit_test(lays_one_arena_behind_the_other),
        cmocka_unit_test(takes_no_more_of_a_store_than_is_used),
        cmocka_unit_test(outgrows_a_store),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
