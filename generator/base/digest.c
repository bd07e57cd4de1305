/* SHA-256, in plain C and with the processor's own instructions where it has them. */
#include "base/digest.h"

#include "base/arena.h"

#include <assert.h>
#include <string.h>

#if defined(__x86_64__)
#    include <cpuid.h>
#    include <immintrin.h>
#    include <stdatomic.h>
#    define HAS_SHA_CODE 1
#endif

#define BLOCK_SIZE 64

static const uint32_t round_keys[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t rotate(uint32_t word, unsigned bits)
{
    return word >> bits | word << (32 - bits);
}

static uint32_t load_big_endian(const uint8_t *at)
{
    return (uint32_t) at[0] << 24 | (uint32_t) at[1] << 16 | (uint32_t) at[2] << 8 | at[3];
}

/* FIPS 180-4, 6.2.2, steps 1 and 2. */
static void add_block_plain(uint32_t state[8], const uint8_t *block)
{
    uint32_t schedule[64];
    for (size_t t = 0; t < 16; t++)
        schedule[t] = load_big_endian(block + 4 * t);
    for (size_t t = 16; t < 64; t++) {
        uint32_t early = schedule[t - 15];
        uint32_t late = schedule[t - 2];
        schedule[t] = schedule[t - 16] + schedule[t - 7] +
                      (rotate(early, 7) ^ rotate(early, 18) ^ early >> 3) +
                      (rotate(late, 17) ^ rotate(late, 19) ^ late >> 10);
    }
    uint32_t v[8];
    memcpy(v, state, sizeof(v));
    for (size_t t = 0; t < 64; t++) {
        uint32_t choice = (v[4] & v[5]) ^ (~v[4] & v[6]);
        uint32_t majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
        uint32_t first = v[7] + (rotate(v[4], 6) ^ rotate(v[4], 11) ^ rotate(v[4], 25)) + choice +
                         round_keys[t] + schedule[t];
        uint32_t second = (rotate(v[0], 2) ^ rotate(v[0], 13) ^ rotate(v[0], 22)) + majority;
        memmove(v + 1, v, 7 * sizeof(v[0]));
        v[4] += first;
        v[0] = first + second;
    }
    for (size_t i = 0; i < 8; i++)
        state[i] += v[i];
}

static void add_blocks_plain(uint32_t state[8], const uint8_t *blocks, size_t count)
{
    for (; count > 0; count--, blocks += BLOCK_SIZE)
        add_block_plain(state, blocks);
}

#ifdef HAS_SHA_CODE

#    define SHA_TARGET __attribute__((target("sha,sse4.1,ssse3")))

/* The instructions want the state as two vectors, highest word first. */
typedef struct FastState {
    __m128i abef;
    __m128i cdgh;
} FastState;

/* Four rounds on four words of the schedule. */
SHA_TARGET static inline FastState run_four(FastState state, __m128i words, const uint32_t *keys)
{
    const __m128i keyed = _mm_add_epi32(words, _mm_loadu_si128((const __m128i *) keys));
    state.cdgh = _mm_sha256rnds2_epu32(state.cdgh, state.abef, keyed);
    state.abef = _mm_sha256rnds2_epu32(state.abef, state.cdgh, _mm_shuffle_epi32(keyed, 0x0E));
    return state;
}

/* The four words of the schedule that follow sixteen others. */
SHA_TARGET static inline __m128i next_words(__m128i first, __m128i second, __m128i third,
                                            __m128i last)
{
    const __m128i mixed =
        _mm_add_epi32(_mm_sha256msg1_epu32(first, second), _mm_alignr_epi8(last, third, 4));
    return _mm_sha256msg2_epu32(mixed, last);
}

SHA_TARGET static inline __m128i load_words(const uint8_t *at)
{
    const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    return _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *) (const void *) at), swap);
}

/* What is made at once: every round waits for the one before it, so two blocks of different texts
 * take hardly longer than one. */
#    define MAX_WIDTH 2

/* One block of each of `width` texts. Sixteen words of the schedule stand in four variables, which
 * so stay in registers; `width` is a constant where this is inlined. */
SHA_TARGET static inline __attribute__((always_inline)) void
run_block(FastState *states, const uint8_t *const *blocks, size_t width)
{
    __m128i a[MAX_WIDTH], b[MAX_WIDTH], c[MAX_WIDTH], d[MAX_WIDTH];
    for (size_t i = 0; i < width; i++) {
        a[i] = load_words(blocks[i]);
        b[i] = load_words(blocks[i] + 16);
        c[i] = load_words(blocks[i] + 32);
        d[i] = load_words(blocks[i] + 48);
    }
    for (const uint32_t *keys = round_keys; keys < round_keys + 64; keys += 16) {
        for (size_t i = 0; i < width; i++) {
            states[i] = run_four(states[i], a[i], keys);
            a[i] = next_words(a[i], b[i], c[i], d[i]);
        }
        for (size_t i = 0; i < width; i++) {
            states[i] = run_four(states[i], b[i], keys + 4);
            b[i] = next_words(b[i], c[i], d[i], a[i]);
        }
        for (size_t i = 0; i < width; i++) {
            states[i] = run_four(states[i], c[i], keys + 8);
            c[i] = next_words(c[i], d[i], a[i], b[i]);
        }
        for (size_t i = 0; i < width; i++) {
            states[i] = run_four(states[i], d[i], keys + 12);
            d[i] = next_words(d[i], a[i], b[i], c[i]);
        }
    }
}

SHA_TARGET static inline FastState load_state(const uint32_t words[8])
{
    const __m128i badc = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *) words), 0xB1);
    const __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *) (words + 4)), 0x1B);
    return (FastState){_mm_alignr_epi8(badc, efgh, 8), _mm_blend_epi16(efgh, badc, 0xF0)};
}

SHA_TARGET static inline void store_state(FastState state, uint32_t words[8])
{
    const __m128i feba = _mm_shuffle_epi32(state.abef, 0x1B);
    const __m128i dchg = _mm_shuffle_epi32(state.cdgh, 0xB1);
    _mm_storeu_si128((__m128i *) words, _mm_blend_epi16(feba, dchg, 0xF0));
    _mm_storeu_si128((__m128i *) (words + 4), _mm_alignr_epi8(dchg, feba, 8));
}

SHA_TARGET static inline __attribute__((always_inline)) void
run_blocks(uint32_t *const *words, const uint8_t *const *texts, size_t width, size_t count)
{
    FastState states[MAX_WIDTH];
    const uint8_t *at[MAX_WIDTH];
    for (size_t i = 0; i < width; i++) {
        states[i] = load_state(words[i]);
        at[i] = texts[i];
    }
    for (; count > 0; count--) {
        FastState made[MAX_WIDTH];
        for (size_t i = 0; i < width; i++)
            made[i] = states[i];
        run_block(made, at, width);
        for (size_t i = 0; i < width; i++) {
            states[i].abef = _mm_add_epi32(states[i].abef, made[i].abef);
            states[i].cdgh = _mm_add_epi32(states[i].cdgh, made[i].cdgh);
            at[i] += BLOCK_SIZE;
        }
    }
    for (size_t i = 0; i < width; i++)
        store_state(states[i], words[i]);
}

SHA_TARGET static void add_blocks_fast(uint32_t words[8], const uint8_t *blocks, size_t count)
{
    run_blocks(&words, &blocks, 1, count);
}

SHA_TARGET static void add_pairs_fast(uint32_t *const words[2], const uint8_t *const blocks[2],
                                      size_t count)
{
    run_blocks(words, blocks, 2, count);
}

/* Asking the processor is slow, in a virtual machine most of all; the answer never changes.
 * __builtin_cpu_supports knows no name for these instructions in every compiler we build with. */
static bool has_sha(void)
{
    static atomic_int answer = -1; // a constant found at run time, the same for every thread
    int known = atomic_load_explicit(&answer, memory_order_relaxed);
    if (known < 0) {
        unsigned a, b, c, d;
        known = __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & bit_SHA) != 0 &&
                __builtin_cpu_supports("sse4.1") && __builtin_cpu_supports("ssse3");
        atomic_store_explicit(&answer, known, memory_order_relaxed);
    }
    return known == 1;
}

#endif

static void add_blocks(uint32_t state[8], const uint8_t *blocks, size_t count)
{
#ifdef HAS_SHA_CODE
    if (has_sha()) {
        add_blocks_fast(state, blocks, count);
        return;
    }
#endif
    add_blocks_plain(state, blocks, count);
}

/* As many blocks of each of two texts. */
static void add_pairs(uint32_t *const states[2], const uint8_t *const blocks[2], size_t count)
{
#ifdef HAS_SHA_CODE
    if (has_sha()) {
        add_pairs_fast(states, blocks, count);
        return;
    }
#endif
    add_blocks_plain(states[0], blocks[0], count);
    add_blocks_plain(states[1], blocks[1], count);
}

#define FIRST_STATE                                                                                \
    {                                                                                              \
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab,        \
            0x5be0cd19,                                                                            \
    }

/* FIPS 180-4, 5.1.1: what is left behind the first `done` blocks, and the padding. */
static Digest finish(uint32_t state[8], Slice bytes, size_t done)
{
    const uint8_t *text = (const uint8_t *) bytes.at;
    const size_t whole = bytes.size / BLOCK_SIZE;
    if (whole > done)
        add_blocks(state, text + done * BLOCK_SIZE, whole - done);
    uint8_t last[2 * BLOCK_SIZE] = {0};
    size_t left = bytes.size % BLOCK_SIZE;
    if (left > 0)
        memcpy(last, text + whole * BLOCK_SIZE, left);
    last[left] = 0x80;
    size_t last_count = left < BLOCK_SIZE - 8 ? 1 : 2;
    uint64_t bit_count = (uint64_t) bytes.size * 8;
    for (size_t i = 0; i < 8; i++)
        last[last_count * BLOCK_SIZE - 1 - i] = (uint8_t) (bit_count >> 8 * i);
    add_blocks(state, last, last_count);
    Digest digest;
    for (size_t i = 0; i < DIGEST_SIZE; i++)
        digest.bytes[i] = (uint8_t) (state[i / 4] >> (24 - 8 * (i % 4)));
    return digest;
}

Digest digest_of(Slice bytes)
{
    uint32_t state[8] = FIRST_STATE;
    return finish(state, bytes, 0);
}

void digest_of_two(Slice first, Slice second, Digest *ret_first, Digest *ret_second)
{
    uint32_t one[8] = FIRST_STATE, other[8] = FIRST_STATE;
    const size_t common = (first.size < second.size ? first.size : second.size) / BLOCK_SIZE;
    if (common > 0)
        add_pairs((uint32_t *[]){one, other},
                  (const uint8_t *[]){(const uint8_t *) first.at, (const uint8_t *) second.at},
                  common);
    *ret_first = finish(one, first, common);
    *ret_second = finish(other, second, common);
}

Slice digest_hex(Arena *arena, const Digest *digest, size_t count)
{
    static const char digits[] = "0123456789abcdef";
    assert(count <= DIGEST_HEX_SIZE);
    char *text = arena_take_raw(arena, count, 1);
    for (size_t i = 0; i < count; i++)
        text[i] = digits[digest->bytes[i / 2] >> (i % 2 == 0 ? 4 : 0) & 15];
    return (Slice){text, count};
}

Slice digest_base64(Arena *arena, const Digest *digest)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char *text = arena_take_raw(arena, DIGEST_BASE64_SIZE, 1);
    for (size_t i = 0; i < DIGEST_BASE64_SIZE / 4; i++) {
        uint32_t group = 0;
        for (size_t j = 3 * i; j < 3 * i + 3; j++)
            group = group << 8 | (j < DIGEST_SIZE ? digest->bytes[j] : 0u);
        for (size_t j = 0; j < 4; j++)
            text[4 * i + j] = digits[group >> (18 - 6 * j) & 63];
    }
    text[DIGEST_BASE64_SIZE - 1] = '='; // 32 bytes leave one place of the last group empty
    return (Slice){text, DIGEST_BASE64_SIZE};
}
