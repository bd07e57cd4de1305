/* Letters of a block: decoded, sought, counted, changed and written again. */
#include "base/utf8.h"
#include "expect.h"
#include "text/letters.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const char *const texts[] = {
    "",
    "water",
    "آب و خاک",
    "می\u200cرود، “PVC” ۲۵٪ 50 m³",
    "سلام\u061c é ß Ж א ࢠ ﷲ € … 𐤀 😀",
    "a text of more than sixteen letters, with one ۵ far behind",
};

static void decodes_and_writes_every_size_of_letter(void **state)
{
    Arena *arena = *state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        const Slice text = slice_of_string(texts[i]);
        Letters letters;
        letters_init(&letters, arena);
        letters_add(&letters, text, 0);
        uint32_t mask = 0;
        size_t count = 0;
        for (size_t offset = 0; offset < text.size; count++) {
            const uint32_t code = utf8_next(text, &offset);
            assert_int_equal(letters.codes[count], code);
            assert_int_equal(letters.classes[count], class_of(code));
            mask |= class_of(code);
        }
        assert_int_equal(letters.count, count);
        assert_int_equal(letters.mask, mask);
        assert_int_equal(letters_size(&letters, 0, count), text.size);
        Buffer out;
        buffer_init(&out, arena, 1024);
        letters_encode(&letters, 0, count, &out);
        expect_text(buffer_slice(&out), texts[i], texts[i]);
    }
}

static void finds_a_class_near_and_far(void **state)
{
    Letters letters;
    letters_init(&letters, *state);
    letters_add(&letters, slice_of_string(texts[5]), 0);
    assert_int_equal(letters_find(&letters, 0, CLASS_L), 0);
    assert_int_equal(letters_find(&letters, 0, CLASS_SPACE), 1);
    assert_int_equal(letters_find(&letters, 2, CLASS_SPACE), 6);
    assert_int_equal(letters_find(&letters, 0, CLASS_DIGIT), 46);
    assert_int_equal(letters_find(&letters, 46, CLASS_DIGIT), 46);
    assert_int_equal(letters_find(&letters, 47, CLASS_DIGIT), letters.count);
    assert_int_equal(letters_find(&letters, 0, CLASS_R), letters.count);
}

static const struct {
    const char *text;
    uint32_t pairs, wakes;
} signals[] = {
    {"آب", 0, 0},
    {"خانه\u200cی ما", PAIR_EZAFE | PAIR_JOINER_YEH, 0},
    {"خانه\u0654 ما", PAIR_EZAFE, 0},
    {"۱2", PAIR_BEFORE_LATIN, 0},
    {"1۲", PAIR_BEFORE_PERSIAN, 0},
    {"٣۲", PAIR_BEFORE_PERSIAN, 0},
    {"۱٣", PAIR_BEFORE_LATIN, 0},
    {"1٣", PAIR_BEFORE_PERSIAN, 0},
    {"٣1", PAIR_BEFORE_LATIN, 0},
    {"12 ۳۴", 0, 0},
    {"a_b", 0, WAKE_NAME},
    {"a\\b", 0, WAKE_NAME},
    {"#آب", 0, WAKE_NAME},
    {"\"آب\"", 0, WAKE_QUOTE},
    {"“آب”", 0, WAKE_QUOTE},
    {"«آب»", 0, 0},
    {"+1", 0, WAKE_NUMBER},
};

static void says_which_rules_to_wake(void **state)
{
    const uint32_t pairs = PAIR_EZAFE | PAIR_JOINER_YEH | PAIR_BEFORE_LATIN | PAIR_BEFORE_PERSIAN;
    for (size_t i = 0; i < COUNT(signals); i++) {
        Letters letters;
        letters_init(&letters, *state);
        letters_add(&letters, slice_of_string(signals[i].text), 0);
        if ((letters.pairs & pairs) != signals[i].pairs || letters.wakes != signals[i].wakes)
            fail_msg("%s: %x %x", signals[i].text, letters.pairs & pairs, letters.wakes);
    }
}

static void remembers_where_letters_changed(void **state)
{
    Letters letters;
    letters_init(&letters, *state);
    letters_add(&letters, SLICE("آب, خاک, باد"), 0);
    assert_true(letters.changed_start >= letters.changed_end);
    letters_set(&letters, 7, 0x60C);
    letters_set(&letters, 2, 0x60C);
    assert_int_equal(letters.changed_start, 2);
    assert_int_equal(letters.changed_end, 8);
    letters_clear(&letters);
    assert_true(letters.changed_start >= letters.changed_end);
}

static int set_up(void **state)
{
    static Arena arena;
    *state = &arena;
    return 0;
}

static int tear_down(void **state)
{
    arena_close(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decodes_and_writes_every_size_of_letter),
        cmocka_unit_test(finds_a_class_near_and_far),
        cmocka_unit_test(says_which_rules_to_wake),
        cmocka_unit_test(remembers_where_letters_changed),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
