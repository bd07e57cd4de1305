/* The table of classes against ICU, for every code point. */
#include "expect.h"
#include "text/class.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

static uint32_t expected_direction(uint32_t code)
{
    switch ((int) u_charDirection((UChar32) code)) {
    case U_LEFT_TO_RIGHT:
        return CLASS_L;
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
        return CLASS_R;
    case U_EUROPEAN_NUMBER:
        return CLASS_EN;
    case U_ARABIC_NUMBER:
        return CLASS_AN;
    case U_DIR_NON_SPACING_MARK:
        return CLASS_NSM;
    case U_BLOCK_SEPARATOR:
        return CLASS_BREAK;
    default:
        return 0;
    }
}

static void gives_every_code_point_its_bidi_class(void **state)
{
    (void) state;
    const uint32_t bidi = CLASS_L | CLASS_R | CLASS_EN | CLASS_AN | CLASS_NSM | CLASS_BREAK;
    for (uint32_t code = 0; code <= 0x10FFFF; code++)
        if ((class_of(code) & bidi) != expected_direction(code))
            fail_msg("U+%04X: class %x, ICU says %x", code, class_of(code) & bidi,
                     expected_direction(code));
}

static bool is_arabic_letter(uint32_t code)
{
    const bool in_block = (code >= 0x600 && code < 0x700) || (code >= 0x750 && code <= 0x77F) ||
                          (code >= 0x870 && code <= 0x8FF) || (code >= 0xFB50 && code <= 0xFDCF) ||
                          (code >= 0xFE70 && code <= 0xFEFC);
    return in_block && u_isalpha((UChar32) code) &&
           u_charDirection((UChar32) code) == U_RIGHT_TO_LEFT_ARABIC;
}

static void knows_the_letters_of_the_arabic_script(void **state)
{
    (void) state;
    for (uint32_t code = 0; code <= 0x10FFFF; code++)
        if (((class_of(code) & CLASS_ARABIC) != 0) != is_arabic_letter(code))
            fail_msg("U+%04X", code);
}

static void knows_what_normal_form_may_change(void **state)
{
    (void) state;
    for (uint32_t code = 0; code <= 0x10FFFF; code++) {
        const bool may_change =
            u_getCombiningClass((UChar32) code) != 0 ||
            u_getIntPropertyValue((UChar32) code, UCHAR_NFC_QUICK_CHECK) != UNORM_YES;
        if (may_change && !(class_of(code) & CLASS_COMPOSES))
            fail_msg("U+%04X", code);
    }
}

static void knows_currency_signs(void **state)
{
    (void) state;
    for (uint32_t code = 0; code <= 0x10FFFF; code++) {
        const bool is_currency = u_charType((UChar32) code) == U_CURRENCY_SYMBOL &&
                                 !(expected_direction(code) & CLASS_R);
        if (((class_of(code) & CLASS_CURRENCY) != 0) != is_currency)
            fail_msg("U+%04X", code);
    }
}

static void knows_three_families_of_digits(void **state)
{
    (void) state;
    size_t count = 0;
    for (uint32_t code = 0; code <= 0x10FFFF; code++)
        count += (class_of(code) & CLASS_DIGIT) != 0;
    assert_int_equal(count, 30);
    assert_true(class_of(0x6F5) & CLASS_DIGIT);
    assert_true(class_of(0x665) & CLASS_ARABIC_DIGIT);
    assert_true(class_of('5') & CLASS_LATIN_DIGIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_every_code_point_its_bidi_class),
        cmocka_unit_test(knows_the_letters_of_the_arabic_script),
        cmocka_unit_test(knows_what_normal_form_may_change),
        cmocka_unit_test(knows_currency_signs),
        cmocka_unit_test(knows_three_families_of_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
