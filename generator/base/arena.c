/* Memory for everything: the only caller of the system's allocator besides the doors. */
#include "base/arena.h"

#include <assert.h>
#include <limits.h>
#include <malloc.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#if defined(__has_feature)
#    if __has_feature(address_sanitizer)
#        define ARENA_HAS_ASAN 1
#    endif
#elif defined(__SANITIZE_ADDRESS__)
#    define ARENA_HAS_ASAN 1
#endif

#ifdef ARENA_HAS_ASAN
#    include <sanitizer/asan_interface.h>
#    define POISON(start, size) __asan_poison_memory_region((start), (size))
#    define UNPOISON(start, size) __asan_unpoison_memory_region((start), (size))
#    define GAP_SIZE 16 /* bytes that stay poisoned behind every piece */
#    define MIN_ALIGN 8 /* the sanitizer marks memory in steps of eight bytes */
#else
#    define POISON(start, size) ((void) (start), (void) (size))
#    define UNPOISON(start, size) ((void) (start), (void) (size))
#    define GAP_SIZE 0
#    define MIN_ALIGN 1
#endif

#define MAX_ALIGN 16
#define DEFAULT_BLOCK_SIZE 4096
#define LARGE_SIZE ((size_t) 1 << 20)
#define MAX_BLOCK_SIZE ((size_t) 4 << 20) // growth stops here; a larger piece gets its own size
#define MAX_KEPT_SIZE ((size_t) 4 << 20)
#define FIRST_ITEMS_SIZE 256 /* bytes of a growing array, about */
#define MAX_PIECE_SIZE ((size_t) PTRDIFF_MAX - 4096)
#define SYSTEM_STEP (4 << 20)
#define EXIT_SYSTEM 2

/* older <- older <- newest            [ header | pieces … | at   free   end ] */
struct ArenaBlock {
    ArenaBlock *older;
    char *end;
    size_t size;  /* bytes between the header and `end` */
    bool is_lent; /* a piece of another arena */
};

#define HEADER_SIZE ((sizeof(ArenaBlock) + MAX_ALIGN - 1) & ~(size_t) (MAX_ALIGN - 1))

void arena_setup(void)
{
#ifdef M_TOP_PAD // glibc
    mallopt(M_TOP_PAD, SYSTEM_STEP);
    mallopt(M_TRIM_THRESHOLD, INT_MAX);
    mallopt(M_MMAP_THRESHOLD, SYSTEM_STEP);
#endif
}

void arena_out_of_memory(size_t size)
{
    fprintf(stderr, "qanat: out of memory: no room for %zu bytes\n", size);
    _exit(EXIT_SYSTEM);
}

/* The environment is looked at once; whichever thread is first, all of them find the same. */
static bool is_hard(void)
{
    static atomic_int mode = -1; // the one static variable here: a constant found at run time
    int known = atomic_load_explicit(&mode, memory_order_relaxed);
    if (known < 0) {
        const char *wanted = getenv("QANAT_ARENA");
        known = wanted != NULL && strcmp(wanted, "hard") == 0;
        atomic_store_explicit(&mode, known, memory_order_relaxed);
    }
    return known == 1;
}

static char *block_start(ArenaBlock *block)
{
    return (char *) block + HEADER_SIZE;
}

void arena_open(Arena *arena, size_t block_size)
{
    *arena = (Arena){.block_size = block_size};
}

/* Pages go back to the system on many threads at once while they are emptied, but only on one at a
 * time while they are unmapped. */
static void empty_pages(ArenaBlock *block)
{
#ifdef __linux__ // elsewhere emptying is a mere wish
    const uintptr_t mask = (uintptr_t) sysconf(_SC_PAGESIZE) - 1;
    const uintptr_t start = ((uintptr_t) block_start(block) + mask) & ~mask;
    const uintptr_t end = (uintptr_t) block->end & ~mask;
    if (block->size >= LARGE_SIZE)
        madvise((void *) start, end - start, MADV_DONTNEED);
#endif
}

static void free_block(ArenaBlock *block)
{
    if (block->is_lent) {
        POISON(block_start(block), block->size);
        return;
    }
    UNPOISON(block_start(block), block->size);
    empty_pages(block);
    free(block);
}

void arena_close(Arena *arena)
{
    if (arena == NULL)
        return;
    while (arena->newest != NULL) {
        ArenaBlock *older = arena->newest->older;
        free_block(arena->newest);
        arena->newest = older;
    }
    *arena = (Arena){.block_size = arena->block_size};
}

void arena_reset(Arena *arena)
{
    ArenaBlock *block = arena->newest;
    if (block == NULL)
        return;
    if (block->older != NULL || is_hard()) {
        // What did not fit into one block will do so the next time.
        size_t needed = arena->used_size;
        size_t block_size = arena->block_size < needed ? needed : arena->block_size;
        arena_close(arena);
        arena->block_size = block_size < MAX_KEPT_SIZE ? block_size : MAX_KEPT_SIZE;
        return;
    }
    POISON(block_start(block), block->size);
    arena->at = block_start(block);
    arena->used_size = 0;
}

ArenaMark arena_mark(const Arena *arena)
{
    return (ArenaMark){arena->newest, arena->at, arena->used_size};
}

void arena_rewind(Arena *arena, ArenaMark mark)
{
    if (mark.newest == NULL) {
        arena_reset(arena);
        return;
    }
    while (arena->newest != mark.newest) {
        ArenaBlock *older = arena->newest->older;
        free_block(arena->newest);
        arena->newest = older;
        assert(older != NULL);
    }
    arena->at = mark.at;
    arena->end = mark.newest->end;
    arena->used_size = mark.used_size;
    if (arena->at < arena->end)
        POISON(arena->at, (size_t) (arena->end - arena->at));
}

/* The first block has the size that was asked for; later ones add a quarter to what is in use:
 * thousands of small arenas stand side by side, and none may hold twice what it needs. The few that
 * are large double. */
static size_t next_block_size(const Arena *arena)
{
    const size_t first = arena->block_size != 0 ? arena->block_size : DEFAULT_BLOCK_SIZE;
    if (arena->newest == NULL)
        return first;
    const size_t least = first < DEFAULT_BLOCK_SIZE ? first : DEFAULT_BLOCK_SIZE;
    const size_t growth = arena->used_size < LARGE_SIZE ? arena->used_size / 4 : arena->used_size;
    if (growth < least)
        return least;
    return growth < MAX_BLOCK_SIZE ? growth : MAX_BLOCK_SIZE;
}

/* Makes `size` bytes, header and all, the newest block. */
static void put_block(Arena *arena, ArenaBlock *block, size_t size, bool is_lent)
{
    const size_t room = size - HEADER_SIZE;
    *block = (ArenaBlock){arena->newest, block_start(block) + room, room, is_lent};
    POISON(block_start(block), room);
    arena->newest = block;
    arena->at = block_start(block);
    arena->end = block->end;
}

/* A new block that holds at least `size` bytes becomes the newest. */
static void add_block(Arena *arena, size_t size)
{
    size_t room = next_block_size(arena);
    if (room < size || is_hard())
        room = size;
    ArenaBlock *block = malloc(HEADER_SIZE + room);
    if (block == NULL)
        arena_out_of_memory(room);
    put_block(arena, block, HEADER_SIZE + room, false);
}

static char *align_up(char *at, size_t align)
{
    return at + (-(uintptr_t) at & (align - 1));
}

void *arena_take_raw(Arena *arena, size_t size, size_t align)
{
    assert(align > 0 && align <= MAX_ALIGN && (align & (align - 1)) == 0);
    if (align < MIN_ALIGN)
        align = MIN_ALIGN;
    char *piece = arena->newest != NULL ? align_up(arena->at, align) : NULL;
    if (piece == NULL || piece > arena->end || (size_t) (arena->end - piece) < size) {
        if (size > MAX_PIECE_SIZE)
            arena_out_of_memory(size);
        add_block(arena, size);
        piece = arena->at;
    }
    UNPOISON(piece, size);
    arena->at = piece + size + GAP_SIZE;
    arena->used_size += size;
    return piece;
}

static size_t room_left(const Arena *arena)
{
    const char *at = arena->newest != NULL ? align_up(arena->at, MAX_ALIGN) : NULL;
    return at != NULL && at < arena->end ? (size_t) (arena->end - at) : 0;
}

void arena_open_within(Arena *arena, Arena *store, size_t room)
{
    arena_open(arena, 0);
    if (is_hard())
        return;
    if (room_left(store) < HEADER_SIZE + room)
        add_block(store, HEADER_SIZE + room);
    const size_t size = room_left(store);
    put_block(arena, arena_take_raw(store, size, MAX_ALIGN), size, true);
}

void arena_settle(Arena *arena, Arena *store)
{
    ArenaBlock *block = arena->newest;
    if (block == NULL || !block->is_lent)
        return; // what is left of an older block is lost
    const size_t left = room_left(arena);
    POISON(arena->end - left, left);
    arena->end -= left;
    arena->at = block->end = arena->end;
    block->size -= left;
    store->at = arena->end + GAP_SIZE;
    store->used_size -= left;
}

Slice arena_newest(const Arena *arena)
{
    return slice_between((const char *) arena->newest, arena->at);
}

void *arena_take(Arena *arena, size_t size, size_t align)
{
    return memset(arena_take_raw(arena, size, align), 0, size);
}

void *arena_take_array(Arena *arena, size_t item_size, size_t count, size_t align)
{
    size_t size;
    if (__builtin_mul_overflow(item_size, count, &size))
        arena_out_of_memory(SIZE_MAX);
    return arena_take(arena, size, align);
}

void *arena_extend_raw(Arena *arena, void *old, size_t old_size, size_t new_size, size_t align)
{
    assert(old != NULL || old_size == 0);
    if (old == NULL)
        return arena_take_raw(arena, new_size, align);
    if (new_size <= old_size)
        return old;
    char *end = (char *) old + old_size;
    bool is_last = end + GAP_SIZE == arena->at;
    if (is_last && end <= arena->end && (size_t) (arena->end - end) >= new_size - old_size) {
        UNPOISON(end, new_size - old_size);
        arena->at = (char *) old + new_size + GAP_SIZE;
        arena->used_size += new_size - old_size;
        return old;
    }
    char *moved = arena_take_raw(arena, new_size, align);
    if (old_size > 0) {
        memcpy(moved, old, old_size);
        POISON(old, old_size);
    }
    return moved;
}

void *arena_extend(Arena *arena, void *old, size_t old_size, size_t new_size, size_t align)
{
    char *piece = arena_extend_raw(arena, old, old_size, new_size, align);
    if (new_size > old_size)
        memset(piece + old_size, 0, new_size - old_size);
    return piece;
}

void *arena_grow(Arena *arena, void *items, size_t item_size, size_t count, size_t *capacity)
{
    if (count < *capacity)
        return items;
    size_t more = *capacity > 0 ? *capacity * 2 : FIRST_ITEMS_SIZE / item_size + 2;
    size_t size;
    if (__builtin_mul_overflow(item_size, more, &size))
        arena_out_of_memory(SIZE_MAX);
    size_t align = item_size & -item_size; // the size of a type is a multiple of its alignment
    if (align > MAX_ALIGN)
        align = MAX_ALIGN;
    items = arena_extend(arena, items, *capacity * item_size, size, align);
    *capacity = more;
    return items;
}
