/* An Arena hands out zeroed memory and takes all of it back at once. There is no free for a single
 * piece, and out of memory ends the program here and nowhere else. An Arena belongs to one thread
 * at a time. {0} is a valid empty arena with the default block size; nothing is taken from the
 * system before the first piece.
 *
 * Under AddressSanitizer free space is poisoned, pieces stand 16 bytes apart, and a reset poisons
 * everything. With QANAT_ARENA=hard in the environment every piece is a system allocation of its
 * own (for tests). */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/slice.h"

typedef struct ArenaBlock ArenaBlock;

struct Arena {
    ArenaBlock *newest;
    char *at;
    char *end;
    size_t block_size; /* of the next block, in bytes; 0 stands for the default */
    size_t used_size;  /* bytes handed out since the last reset */
};

/* Once at the start of the program: tells the system's allocator to fetch memory in large steps and
 * to keep what comes back, since arenas open and close all the time. */
void arena_setup(void);

/* Sets how many bytes a block holds; later ones grow with what is in use. Nothing to undo before
 * the first piece. */
void arena_open(Arena *arena, size_t block_size);

/* The same for one of many arenas that are filled one after the other: the first block is all that
 * `store` has left, but at least `room` bytes, and what is not needed of it goes back when the
 * arena is settled. Until then nothing else takes from the store, which has to live longer. Later
 * blocks come from the system. */
void arena_open_within(Arena *arena, Arena *store, size_t room);
void arena_settle(Arena *arena, Arena *store);
void arena_close(Arena *arena);

/* The memory of the newest block that is in use. */
Slice arena_newest(const Arena *arena);

/* Ends the life of every piece, but keeps the block for what comes next; where it took several, the
 * next one will be as large as all of them. */
void arena_reset(Arena *arena);

/* A mark lets scratch memory be given back in order: what was taken after the mark ends with the
 * rewind. */
typedef struct ArenaMark {
    ArenaBlock *newest;
    char *at;
    size_t used_size;
} ArenaMark;
ArenaMark arena_mark(const Arena *arena);
void arena_rewind(Arena *arena, ArenaMark mark);

/* `align` is a power of two, at most 16. A size of 0 gives a valid pointer that must not be read.
 */
void *arena_take(Arena *arena, size_t size, size_t align);

/* Makes a piece larger, in place when it is the last one; the added bytes are zero. The old pointer
 * ends. */
void *arena_extend(Arena *arena, void *old, size_t old_size, size_t new_size, size_t align);

/* The same two without the zeros, for bytes that are written before they are read. */
void *arena_take_raw(Arena *arena, size_t size, size_t align);
void *arena_extend_raw(Arena *arena, void *old, size_t old_size, size_t new_size, size_t align);

/* Room for one more item in a growing array: returns the array, moved or not, and raises *capacity.
 */
void *arena_grow(Arena *arena, void *items, size_t item_size, size_t count, size_t *capacity);

#define ARENA_NEW(arena, Type) ((Type *) arena_take((arena), sizeof(Type), _Alignof(Type)))
#define ARENA_ARRAY(arena, Type, count)                                                            \
    ((Type *) arena_take_array((arena), sizeof(Type), (count), _Alignof(Type)))
void *arena_take_array(Arena *arena, size_t item_size, size_t count, size_t align);

/* Ends the program with a message: the only answer to a failed allocation. */
_Noreturn void arena_out_of_memory(size_t size);

#endif
