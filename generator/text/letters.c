/* A block of text as code points: decoded and classified once, for every rule that follows. */
#include "text/letters.h"

#include "base/arena.h"
#include "base/utf8.h"

void letters_init(Letters *letters, Arena *arena)
{
    *letters = (Letters){.arena = arena};
    letters_clear(letters);
}

void letters_clear(Letters *letters)
{
    letters->count = letters->typed_size = 0;
    letters->mask = letters->pairs = letters->wakes = 0;
    letters->has_changed = letters->has_moved = false;
    letters->changed_start = SIZE_MAX;
    letters->changed_end = 0;
    letters->last = class_words['b'];
}

static uint32_t *enlarge(Letters *letters, uint32_t *old, size_t capacity)
{
    return arena_extend_raw(letters->arena, old, letters->capacity * sizeof(*old),
                            capacity * sizeof(*old), _Alignof(uint32_t));
}

static void reserve(Letters *letters, size_t more)
{
    if (letters->capacity - letters->count >= more)
        return;
    const size_t wanted = letters->count + more;
    const size_t capacity = wanted < 512 ? 512 : wanted + wanted / 2;
    letters->codes = enlarge(letters, letters->codes, capacity);
    letters->classes = enlarge(letters, letters->classes, capacity);
    letters->origins = enlarge(letters, letters->origins, capacity);
    letters->capacity = capacity;
}

/* What letters_add keeps in registers. */
typedef struct Adding {
    uint32_t *codes, *classes;
    size_t count;
    uint32_t marks;
    uint64_t last, words, meets;
} Adding;

static inline void put(Adding *adding, uint32_t code, uint64_t word)
{
    adding->codes[adding->count] = code;
    adding->classes[adding->count++] = (uint32_t) word | adding->marks;
    adding->words |= word;
    adding->meets |= class_meet(adding->last, word);
    adding->last = word;
}

/* A letter that is not in the near table; returns where the next one begins. */
static inline size_t put_far(Adding *adding, Slice text, size_t offset)
{
    const uint32_t code = utf8_next(text, &offset);
    put(adding, code, class_far(code));
    return offset;
}

/* Lead bytes below this one begin two bytes of the near table. */
#define LEAD_FAR (0xC0 | CLASS_NEAR >> 6)

static Adding add_text(Adding adding, Slice text)
{
    for (size_t offset = 0; offset < text.size;) {
        const uint32_t byte = (unsigned char) text.at[offset];
        if (byte < 0x80) {
            put(&adding, byte, class_near(byte));
            offset++;
        } else if (byte < LEAD_FAR) {
            const uint32_t trail = (unsigned char) text.at[offset + 1];
            const uint32_t code = (byte & 0x1F) << 6 | (trail & 0x3F);
            put(&adding, code, class_near(code));
            offset += 2;
        } else
            offset = put_far(&adding, text, offset);
    }
    return adding;
}

void letters_add(Letters *letters, Slice text, uint32_t marks)
{
    reserve(letters, text.size);
    const Adding added = add_text((Adding){.codes = letters->codes,
                                           .classes = letters->classes,
                                           .count = letters->count,
                                           .marks = marks,
                                           .last = letters->last},
                                  text);
    letters->count = letters->typed_size = added.count;
    letters->last = added.last;
    letters->mask |= (uint32_t) added.words | (added.count > 0 ? marks : 0);
    letters->wakes |= class_wakes(added.words);
    letters->pairs |= (uint32_t) (added.meets >> 32);
}

void letters_add_code(Letters *letters, uint32_t code_point, uint32_t marks)
{
    const uint64_t word = class_word(code_point);
    reserve(letters, 1);
    letters->codes[letters->count] = code_point;
    letters->classes[letters->count] = (uint32_t) word | marks;
    letters->typed_size = ++letters->count;
    letters->pairs |= class_pair(letters->last, word);
    letters->mask |= (uint32_t) word | marks;
    letters->wakes |= class_wakes(word);
    letters->last = word;
}

void letters_finish(Letters *letters)
{
    letters->pairs |= class_pair(letters->last, class_words['b']);
}

void letters_set(Letters *letters, size_t position, uint32_t code)
{
    const uint64_t word = class_word(code);
    letters->codes[position] = code;
    letters->classes[position] = (uint32_t) word | (letters->classes[position] & CLASS_OWN);
    letters->mask |= (uint32_t) word;
    letters->wakes |= class_wakes(word);
    letters->has_changed = true;
    if (position < letters->changed_start)
        letters->changed_start = position;
    if (position >= letters->changed_end)
        letters->changed_end = position + 1;
    if (position > 0)
        letters->pairs |= class_pair(class_word(letters->codes[position - 1]), word);
    if (position + 1 < letters->count)
        letters->pairs |= class_pair(word, class_word(letters->codes[position + 1]));
}

#define STRIDE 16 /* letters */

size_t letters_find(const Letters *letters, size_t position, uint32_t classes)
{
    const uint32_t *at = letters->classes;
    while (position + STRIDE <= letters->count) {
        uint32_t all = 0; // no way out of the loop before its end, so that it becomes vectors
        for (size_t i = 0; i < STRIDE; i++)
            all |= at[position + i];
        if (all & classes)
            break;
        position += STRIDE;
    }
    while (position < letters->count && !(at[position] & classes))
        position++;
    return position;
}

void letters_rewrite_begin(LettersRewrite *rewrite, Letters *letters, size_t count)
{
    *rewrite = (LettersRewrite){.letters = letters};
    if (letters->spare_capacity >= count)
        return;
    uint32_t **const arrays[] = {&letters->spare_codes, &letters->spare_classes,
                                 &letters->spare_origins};
    for (size_t i = 0; i < sizeof(arrays) / sizeof(arrays[0]); i++)
        *arrays[i] = arena_take_raw(letters->arena, count * sizeof(uint32_t), _Alignof(uint32_t));
    letters->spare_capacity = count;
}

void letters_put(LettersRewrite *rewrite, uint32_t code, size_t position)
{
    Letters *letters = rewrite->letters;
    const uint64_t word = class_word(code);
    letters->spare_codes[rewrite->count] = code;
    letters->spare_classes[rewrite->count] =
        (uint32_t) word | (letters->classes[position] & CLASS_OWN);
    letters->spare_origins[rewrite->count++] = letters_origin(letters, position);
}

/* Neighbours have changed, so what wakes the rules has too. */
static void look_again(Letters *letters)
{
    uint64_t last = class_words['b'];
    for (size_t i = 0; i < letters->count; i++) {
        const uint64_t word = class_word(letters->codes[i]);
        letters->mask |= (uint32_t) word;
        letters->wakes |= class_wakes(word);
        letters->pairs |= class_pair(last, word);
        last = word;
    }
    letters->pairs |= class_pair(last, class_words['b']);
}

static void swap(uint32_t **a, uint32_t **b)
{
    uint32_t *const kept = *a;
    *a = *b;
    *b = kept;
}

void letters_rewrite_end(LettersRewrite *rewrite)
{
    Letters *letters = rewrite->letters;
    const size_t capacity = letters->capacity;
    swap(&letters->codes, &letters->spare_codes);
    swap(&letters->classes, &letters->spare_classes);
    swap(&letters->origins, &letters->spare_origins);
    letters->capacity = letters->spare_capacity;
    letters->spare_capacity = capacity;
    letters->count = rewrite->count;
    letters->has_changed = letters->has_moved = true;
    look_again(letters);
}

size_t letters_size(const Letters *letters, size_t start, size_t end)
{
    uint32_t more = 0; // counted without a branch, so that the loop becomes vectors
    for (size_t i = start; i < end; i++) {
        const uint32_t code = letters->codes[i];
        more += (uint32_t) (code >= 0x80) + (uint32_t) (code >= 0x800) + (code >= 0x10000);
    }
    return end - start + more;
}

void letters_encode(const Letters *letters, size_t start, size_t end, Buffer *out)
{
    const size_t size = letters_size(letters, start, end);
    if (size == 0 || !buffer_reserve(out, size))
        return;
    char *at = out->at + out->size;
    for (size_t i = start; i < end; i++) {
        const uint32_t code = letters->codes[i];
        if (code < 0x80) {
            *at++ = (char) code;
        } else if (code < 0x800) {
            *at++ = (char) (0xC0 | code >> 6);
            *at++ = (char) (0x80 | (code & 0x3F));
        } else {
            at += utf8_encode(code, at);
        }
    }
    out->size = (size_t) (at - out->at);
}
