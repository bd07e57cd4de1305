/* The three families of digits. */
#include "fixture.h"
#include "text/digit.h"

static void knows_the_value_of_every_digit(void **state)
{
    (void) state;
    for (DigitFamily family = DIGITS_LATN; family < DIGITS_COUNT; family++) {
        for (int value = 0; value <= 9; value++) {
            DigitFamily found = DIGITS_NONE;
            assert_int_equal(digit_value(digit_of(family, value), &found), value);
            assert_int_equal(found, family);
        }
    }
    DigitFamily untouched = DIGITS_NONE;
    assert_int_equal(digit_value('a', &untouched), -1);
    assert_int_equal(digit_value(0x0966, &untouched), -1);
    assert_int_equal(untouched, DIGITS_NONE);
}

static void changes_only_digits(void **state)
{
    (void) state;
    static const struct {
        DigitFamily family;
        const char *text;
        const char *changed;
    } cases[] = {
        {DIGITS_ARABEXT, "12 راه، ٣", "۱۲ راه، ۳"},
        {DIGITS_ARAB, "12 ۳", "١٢ ٣"},
        {DIGITS_LATN, "۱۴۰۵-۰۲", "1405-02"},
        {DIGITS_LATN, "", ""},
        {DIGITS_ARABEXT, "آب", "آب"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Buffer out = new_buffer();
        digit_write(cases[i].family, slice_of_string(cases[i].text), &out);
        assert_string_equal(written(&out), cases[i].changed);
    }
}

static void writes_whole_numbers(void **state)
{
    (void) state;
    static const struct {
        DigitFamily family;
        int64_t value;
        const char *shown;
    } cases[] = {
        {DIGITS_ARABEXT, 0, "۰"},
        {DIGITS_ARABEXT, 120, "۱۲۰"},
        {DIGITS_ARAB, -7, "-٧"},
        {DIGITS_LATN, INT64_MIN, "-9223372036854775808"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Buffer out = new_buffer();
        digit_write_int(cases[i].family, cases[i].value, &out);
        assert_string_equal(written(&out), cases[i].shown);
    }
}

static void reads_words_of_settings(void **state)
{
    (void) state;
    DigitFamily family = DIGITS_NONE;
    assert_true(digit_find_family(SLICE("arabext"), &family));
    assert_int_equal(family, DIGITS_ARABEXT);
    assert_true(digit_find_family(SLICE("arab"), &family));
    assert_int_equal(family, DIGITS_ARAB);
    assert_true(digit_find_family(SLICE("latn"), &family));
    assert_int_equal(family, DIGITS_LATN);
    assert_false(digit_find_family(SLICE("persian"), &family));
    assert_false(digit_find_family(SLICE(""), &family));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_the_value_of_every_digit),
        cmocka_unit_test(changes_only_digits),
        cmocka_unit_test(writes_whole_numbers),
        cmocka_unit_test(reads_words_of_settings),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
