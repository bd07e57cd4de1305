/* SHA-256 (FIPS 180-4). Uses the processor's own instructions where they exist; the result is the
 * same. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include "base/slice.h"

#define DIGEST_SIZE 32
#define DIGEST_HEX_SIZE 64
#define DIGEST_BASE64_SIZE 44

typedef struct Digest {
    uint8_t bytes[DIGEST_SIZE];
} Digest;

Digest digest_of(Slice bytes);

/* The digests of two texts, in little more time than that of the longer one. */
void digest_of_two(Slice first, Slice second, Digest *ret_first, Digest *ret_second);

/* Lower-case hexadecimal of the first `count` digits (at most 64), in the arena. */
Slice digest_hex(Arena *arena, const Digest *digest, size_t count);

/* With padding, as a content policy wants it after "sha256-". */
Slice digest_base64(Arena *arena, const Digest *digest);

#endif
