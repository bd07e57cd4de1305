/* Numbers, percentages, sizes and units in nine languages, and numbers as they are typed. */
#include "fixture.h"
#include "text/number.h"
#include "text/tools.h"

static void groups_by_language(void **state)
{
    (void) state;
    static const struct {
        const char *language;
        double value;
        uint32_t fraction;
        const char *grouped;
        const char *plain;
    } cases[] = {
        {"fa", 1234567.891, 3, "۱٬۲۳۴٬۵۶۷٫۸۹۱", "۱۲۳۴۵۶۷٫۸۹۱"},
        {"fa", 1403, 0, "۱٬۴۰۳", "۱۴۰۳"},
        {"fa", -5, 0, LRM MINUS "۵", LRM MINUS "۵"},
        {"fa", 0.5, 0, "۱", "۱"},
        {"fa", -0.4, 0, "۰", "۰"},
        {"fa-AF", 1234.5, 3, "۱٬۲۳۴٫۵", "۱۲۳۴٫۵"},
        {"azb", 1234.5, 3, "۱٬۲۳۴٫۵", "۱۲۳۴٫۵"},
        {"ps", 1234.5, 3, "۱٬۲۳۴٫۵", "۱۲۳۴٫۵"},
        {"ar", 1234.5, 3, "١٬٢٣٤٫٥", "١٢٣٤٫٥"},
        {"ckb", 1234.5, 3, "١٬٢٣٤٫٥", "١٢٣٤٫٥"},
        {"he", 1234.5, 3, "1,234.5", "1234.5"},
        {"ur", 1234.5, 3, "1,234.5", "1234.5"},
        {"en", 1234567.891, 3, "1,234,567.891", "1234567.891"},
        {"en", 2.675, 2, "2.68", "2.68"},
        {"en", 2.5, 0, "3", "3"},
        {"en", -2.5, 0, "-3", "-3"},
        {"en", 1e-9, 9, "0.000000001", "0.000000001"},
        {"en", 1.5, 12, "1.5", "1.5"},
        {"de", 1234.5, 3, "1.234,5", "1234,5"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const Language *language = language_of(cases[i].language);
        Buffer out = new_buffer();
        number_write(language, cases[i].value, cases[i].fraction, &out);
        assert_string_equal(written(&out), cases[i].grouped);
        buffer_clear(&out);
        number_write_plain(language, cases[i].value, cases[i].fraction, &out);
        assert_string_equal(written(&out), cases[i].plain);
    }
}

/* What ICU makes of a number. */
static Slice figure_of(const UNumberFormatter *formatter, int64_t value)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar units[TOOLS_MAX_UNITS];
    Buffer out = new_buffer();
    UFormattedNumber *result = unumf_openResult(&status);
    unumf_formatInt(formatter, value, result, &status);
    tools_add_units(&out, units, unumf_resultToString(result, units, TOOLS_MAX_UNITS, &status));
    unumf_closeResult(result);
    assert_true(U_SUCCESS(status));
    return buffer_slice(&out);
}

static void writes_small_numbers_as_icu_does(void **state)
{
    (void) state;
    for (size_t row = 0; row < fixture_languages->count; row++) {
        const Language *language = &fixture_languages->items[row];
        const ArenaMark mark = arena_mark(&fixture_arena);
        for (int64_t value = 0; value < 1010; value++) {
            Buffer whole = new_buffer(), number = new_buffer(), plain = new_buffer();
            number_write_int(language, value, &whole);
            number_write(language, (double) value, 3, &number);
            number_write_plain(language, (double) value, 3, &plain);
            const Slice grouped = figure_of(language->tools->numbers[0], value);
            assert_true(slice_equal(buffer_slice(&whole), grouped));
            assert_true(slice_equal(buffer_slice(&number), grouped));
            assert_true(
                slice_equal(buffer_slice(&plain), figure_of(language->tools->plain[3], value)));
        }
        arena_rewind(&fixture_arena, mark);
    }
}

static void writes_whole_numbers_exactly(void **state)
{
    (void) state;
    Buffer out = new_buffer();
    number_write_int(language_of("en"), INT64_MAX, &out);
    assert_string_equal(written(&out), "9,223,372,036,854,775,807");
    buffer_clear(&out);
    number_write_plain_int(language_of("fa"), INT64_MIN, &out);
    assert_string_equal(written(&out), LRM MINUS "۹۲۲۳۳۷۲۰۳۶۸۵۴۷۷۵۸۰۸");
}

static void keeps_percent_signs_on_their_side(void **state)
{
    (void) state;
    static const struct {
        const char *language;
        double value;
        uint32_t fraction;
        const char *shown;
    } cases[] = {
        {"fa", 0.25, 0, ALM "۲۵٪"},
        {"fa", -0.25, 0, LRM MINUS "۲۵" ALM "٪"},
        {"fa", 0.125, 1, ALM "۱۲٫۵٪"},
        {"fa", -0.0001, 0, ALM "۰٪"},
        {"fa-AF", 0.25, 0, ALM "۲۵٪"},
        {"azb", 0.25, 0, ALM "۲۵٪"},
        {"ps", -0.25, 0, LRM MINUS "۲۵" ALM "٪"},
        {"ur", 0.25, 0, ALM "25%"},
        {"ur", -0.25, 0, LRM MINUS "25" ALM "%"},
        {"ar", 0.25, 0, "٢٥٪" ALM},
        {"ckb", 0.25, 0, "٢٥" NBSP "٪"},
        {"he", 0.25, 0, "25%"},
        {"he", -0.25, 0, LRM "-25%"},
        {"en", 0.25, 0, "25%"},
        {"en", -0.25, 0, "-25%"},
        {"en", 12.5, 0, "1,250%"},
        {"de", 0.25, 0, "25" NBSP "%"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Buffer out = new_buffer();
        number_write_percent(language_of(cases[i].language), cases[i].value, cases[i].fraction,
                             &out);
        assert_string_equal(written(&out), cases[i].shown);
    }
}

static void writes_sizes_in_steps_of_a_thousand(void **state)
{
    (void) state;
    static const struct {
        const char *language;
        int64_t bytes;
        const char *shown;
    } cases[] = {
        {"fa", 24300, "۲۴٫۳" NBSP "کیلوبایت"},
        {"fa", 1, "۱" NBSP "بایت"},
        {"fa", 0, "۰" NBSP "بایت"},
        {"en", 24300, "24.3" NBSP "kB"},
        {"en", 999, "999" NBSP "byte"},
        {"en", 1000, "1" NBSP "kB"},
        {"en", 999949, "999.9" NBSP "kB"},
        {"en", 999950, "1" NBSP "MB"},
        {"en", 1500000000, "1.5" NBSP "GB"},
        {"en", 1234000000000000, "1,234" NBSP "TB"},
        {"ckb", 24300, "٢٤٫٣" NBSP "کیلۆبایت"},
        {"azb", 24300, "۲۴٫۳" NBSP "کیلوبایت"},
        {"ps", 24300, "۲۴٫۳" NBSP "کیلوبایټ"},
        {"ar", 24300, "٢٤٫٣" NBSP "كيلوبايت"},
        {"he", 24300, "24.3" NBSP "קילו-בייט"},
        {"ur", 24300, "24.3" NBSP "کلوبائٹس"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Buffer out = new_buffer();
        number_write_bytes(language_of(cases[i].language), cases[i].bytes, &out);
        assert_string_equal(written(&out), cases[i].shown);
    }
}

static void writes_numbers_for_machines(void **state)
{
    (void) state;
    static const struct {
        double value;
        const char *shown;
    } cases[] = {{0.1, "0.1"}, {1.0 / 3, "0.3333333333333333"}, {1e21, "1e+21"}, {-7, "-7"}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        Buffer out = new_buffer();
        number_write_machine(cases[i].value, &out);
        assert_string_equal(written(&out), cases[i].shown);
    }
}

static void reads_numbers_of_one_digit_family(void **state)
{
    (void) state;
    static const struct {
        const char *typed;
        bool is_int, is_number;
        double value;
    } cases[] = {
        {"12", true, true, 12},
        {"۱۲", true, true, 12},
        {"١٢", true, true, 12},
        {" 12 ", true, true, 12},
        {"-۵", true, true, -5},
        {MINUS "5", true, true, -5},
        {"+5", true, true, 5},
        {"12.5", false, true, 12.5},
        {"۱۲٫۵", false, true, 12.5},
        {"1۲", false, false, 0},
        {"", false, false, 0},
        {"-", false, false, 0},
        {"12.", false, false, 0},
        {".5", false, false, 0},
        {"1.2.3", false, false, 0},
        {"1,234", false, false, 0},
        {"12 m", false, false, 0},
        {"0x10", false, false, 0},
        {"99999999999999999999", false, true, 1e20},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        int64_t whole = 0;
        double value = 0;
        assert_int_equal(number_read_int(slice_of_string(cases[i].typed), &whole), cases[i].is_int);
        assert_int_equal(number_read(slice_of_string(cases[i].typed), &value), cases[i].is_number);
        if (cases[i].is_int)
            assert_int_equal(whole, (int64_t) cases[i].value);
        assert_true(value == cases[i].value);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_by_language),
        cmocka_unit_test(writes_small_numbers_as_icu_does),
        cmocka_unit_test(writes_whole_numbers_exactly),
        cmocka_unit_test(keeps_percent_signs_on_their_side),
        cmocka_unit_test(writes_sizes_in_steps_of_a_thousand),
        cmocka_unit_test(writes_numbers_for_machines),
        cmocka_unit_test(reads_numbers_of_one_digit_family),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
