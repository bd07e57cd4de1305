/* The text of one block as code points with their classes: what the finder and the rules of
 * typography work on. long: reading a letter is inlined. A block may be filled from many pieces;
 * who fills it keeps the map back. A change made by a rule keeps, for each letter, the position it
 * had when it was typed. Memory comes from the arena given at birth and is used again after
 * letters_clear. */
#ifndef TEXT_LETTERS_H
#define TEXT_LETTERS_H

#include "base/buffer.h"
#include "text/class.h"

#define LETTER_ATOM 0xFFFC  /* stands for an element that is not looked into */
#define LETTER_BREAK 0x2029 /* stands for a hard break */

typedef struct Letters {
    Arena *arena;
    uint32_t *codes;
    uint32_t *classes; /* ClassBit of each code */
    uint32_t *origins; /* position as typed; read it with letters_origin */
    size_t count;
    size_t capacity;
    uint32_t *spare_codes, *spare_classes, *spare_origins; /* what a rewrite fills */
    size_t spare_capacity;
    uint32_t mask;                     /* all classes, or-ed */
    uint32_t pairs;                    /* all ClassPair, or-ed */
    uint32_t wakes;                    /* all ClassWake, or-ed */
    uint64_t last;                     /* class word of the last letter added */
    bool has_changed;                  /* a rule changed a letter, or took one out or put one in */
    bool has_moved;                    /* the origins are no longer 0, 1, 2 … */
    size_t changed_start, changed_end; /* until they have moved, letters outside are as typed */
    size_t typed_size;                 /* letters as typed */
} Letters;

void letters_init(Letters *letters, Arena *arena);
void letters_clear(Letters *letters);

/* Adds checked UTF-8; `marks` (CLASS_KEPT, CLASS_BARE, CLASS_LATIN_DIGITS) is or-ed to each class.
 */
void letters_add(Letters *letters, Slice text, uint32_t marks);
void letters_add_code(Letters *letters, uint32_t code_point, uint32_t marks);

/* Tells the pairs that the block ends here. */
void letters_finish(Letters *letters);

static inline uint32_t letters_origin(const Letters *letters, size_t position)
{
    return letters->has_moved ? letters->origins[position] : (uint32_t) position;
}

/* The edges of a block count as breaks; there is no code there, 0. */
static inline uint32_t letters_class(const Letters *letters, size_t position)
{
    return position < letters->count ? letters->classes[position] : (uint32_t) CLASS_BREAK;
}

static inline uint32_t letters_class_before(const Letters *letters, size_t position)
{
    return position > 0 ? letters->classes[position - 1] : (uint32_t) CLASS_BREAK;
}

static inline uint32_t letters_code(const Letters *letters, size_t position)
{
    return position < letters->count ? letters->codes[position] : 0;
}

static inline uint32_t letters_code_before(const Letters *letters, size_t position)
{
    return position > 0 ? letters->codes[position - 1] : 0;
}

/* Behind the last letter from `position` on that has one of these classes. */
static inline size_t letters_skip(const Letters *letters, size_t position, uint32_t classes)
{
    while (position < letters->count && (letters->classes[position] & classes))
        position++;
    return position;
}

/* The first letter from `position` on that has one of these classes; `count` when none has. For
 * what is rare: it looks at many letters at a time. */
size_t letters_find(const Letters *letters, size_t position, uint32_t classes);

/* Bytes of the letters start … end in UTF-8. */
size_t letters_size(const Letters *letters, size_t start, size_t end);

/* Puts `code` in the place of the letter at `position`. */
void letters_set(Letters *letters, size_t position, uint32_t code);

/* Writes a block anew, letter by letter, when letters come or go: begin, put each, end. `count` is
 * the most that will be put. */
typedef struct LettersRewrite {
    Letters *letters;
    size_t count; /* letters put so far */
} LettersRewrite;
void letters_rewrite_begin(LettersRewrite *rewrite, Letters *letters, size_t count);
void letters_rewrite_end(LettersRewrite *rewrite);

/* Keeps the letter at `position`, or puts `code` in its place. */
static inline void letters_keep(LettersRewrite *rewrite, size_t position)
{
    Letters *letters = rewrite->letters;
    letters->spare_codes[rewrite->count] = letters->codes[position];
    letters->spare_classes[rewrite->count] = letters->classes[position];
    letters->spare_origins[rewrite->count++] = letters_origin(letters, position);
}
void letters_put(LettersRewrite *rewrite, uint32_t code, size_t position);

/* The letter put last; 0 and a break before the first. */
static inline uint32_t letters_last_code(const LettersRewrite *rewrite)
{
    return rewrite->count > 0 ? rewrite->letters->spare_codes[rewrite->count - 1] : 0;
}

static inline uint32_t letters_last_class(const LettersRewrite *rewrite)
{
    return rewrite->count > 0 ? rewrite->letters->spare_classes[rewrite->count - 1]
                              : (uint32_t) CLASS_BREAK;
}

/* Adds the letters start … end as UTF-8. */
void letters_encode(const Letters *letters, size_t start, size_t end, Buffer *out);

#endif
