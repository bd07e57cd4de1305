/* base/digest: the examples of FIPS 180-4 and every size around a block. */
#include "base/digest.h"
#include "test.h"

#include <string.h>

static void gives_the_digests_of_the_standard(void **state)
{
    (void) state;
    static const struct {
        const char *text, *hex, *base64;
    } cases[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
         "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
         "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
         "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="},
    };
    Arena arena = {0};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Digest digest = digest_of(slice_of_string(cases[i].text));
        assert_slice(digest_hex(&arena, &digest, DIGEST_HEX_SIZE), cases[i].hex);
        assert_slice(digest_base64(&arena, &digest), cases[i].base64);
        assert_slices(digest_hex(&arena, &digest, 7), slice_to(slice_of_string(cases[i].hex), 7));
    }
    arena_close(&arena);
}

static void pads_every_size_as_the_standard_says(void **state)
{
    (void) state;
    // The digest of the digests of "", "a", "aa", … up to 300 letters, worked out by sha256sum.
    Arena arena = {0};
    char letters[300];
    memset(letters, 'a', sizeof(letters));
    char all[301 * DIGEST_SIZE];
    for (size_t size = 0; size <= 300; size++) {
        Digest digest = digest_of((Slice){letters, size});
        memcpy(all + size * DIGEST_SIZE, digest.bytes, DIGEST_SIZE);
    }
    Digest digest = digest_of((Slice){all, sizeof(all)});
    assert_slice(digest_hex(&arena, &digest, DIGEST_HEX_SIZE),
                 "e8e4a8cfe049153f6f930f2156161a5b19bb9b3dc4b698c20e4d44a29d7f9526");
    arena_close(&arena);
}

static void digests_two_texts_as_it_does_each(void **state)
{
    (void) state;
    char letters[300];
    for (size_t i = 0; i < sizeof(letters); i++)
        letters[i] = (char) (i * 7);
    for (size_t first = 0; first <= 300; first += 3) {
        for (size_t second = 0; second <= 300; second += 5) {
            const Slice one = {letters, first};
            const Slice other = {letters + 300 - second, second};
            const Digest alone[] = {digest_of(one), digest_of(other)};
            Digest pair[2];
            digest_of_two(one, other, &pair[0], &pair[1]);
            assert_memory_equal(pair, alone, sizeof(pair));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_the_digests_of_the_standard),
        cmocka_unit_test(pads_every_size_as_the_standard_says),
        cmocka_unit_test(digests_two_texts_as_it_does_each),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
