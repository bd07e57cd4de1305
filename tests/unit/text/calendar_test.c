/* Day arithmetic against ICU and against the leap years everybody knows. */
#include "fixture.h"
#include "text/calendar.h"

#include <unicode/ucal.h>

#define DAY_MILLIS 86400000.0

static void knows_leap_years_of_solar_hijri(void **state)
{
    (void) state;
    static const int32_t leap_years[] = {1375, 1379, 1383, 1387, 1391, 1395,
                                         1399, 1403, 1408, 1412, 1416, 1420};
    size_t next = 0;
    for (int32_t year = 1375; year <= 1420; year++) {
        bool expected = next < COUNT(leap_years) && leap_years[next] == year;
        next += expected;
        assert_int_equal(calendar_is_leap(CALENDAR_PERSIAN, year), expected);
        assert_int_equal(calendar_month_length(CALENDAR_PERSIAN, year, 12), expected ? 30 : 29);
    }
}

static void knows_leap_years_of_gregorian(void **state)
{
    (void) state;
    assert_true(calendar_is_leap(CALENDAR_GREGORIAN, 2000));
    assert_true(calendar_is_leap(CALENDAR_GREGORIAN, 2024));
    assert_false(calendar_is_leap(CALENDAR_GREGORIAN, 1900));
    assert_false(calendar_is_leap(CALENDAR_GREGORIAN, 2026));
    assert_int_equal(calendar_month_length(CALENDAR_GREGORIAN, 2024, 2), 29);
    assert_int_equal(calendar_month_length(CALENDAR_GREGORIAN, 2026, 2), 28);
}

static void compare_with_icu(Calendar calendar, const char *locale, int32_t first, int32_t last)
{
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *icu = ucal_open(u"Etc/UTC", -1, locale, UCAL_TRADITIONAL, &status);
    int32_t end = calendar_number(calendar, (Day){last, 12, 1});
    for (int32_t number = calendar_number(calendar, (Day){first, 1, 1}); number <= end; number++) {
        ucal_setMillis(icu, number * DAY_MILLIS, &status);
        Day day = calendar_day(calendar, number);
        assert_int_equal(day.year, ucal_get(icu, UCAL_YEAR, &status));
        assert_int_equal(day.month, ucal_get(icu, UCAL_MONTH, &status) + 1);
        assert_int_equal(day.day, ucal_get(icu, UCAL_DAY_OF_MONTH, &status));
        assert_int_equal(calendar_number(calendar, day), number);
    }
    assert_true(U_SUCCESS(status));
    ucal_close(icu);
}

static void agrees_with_icu_on_every_day(void **state)
{
    (void) state;
    compare_with_icu(CALENDAR_PERSIAN, "en_US_POSIX@calendar=persian", 1300, 1500);
    compare_with_icu(CALENDAR_GREGORIAN, "en_US_POSIX@calendar=gregorian", 1900, 2200);
}

static void reads_words_of_settings(void **state)
{
    (void) state;
    Calendar calendar = CALENDAR_DEFAULT;
    assert_true(calendar_find(SLICE("persian"), &calendar));
    assert_int_equal(calendar, CALENDAR_PERSIAN);
    assert_true(calendar_find(SLICE("gregorian"), &calendar));
    assert_int_equal(calendar, CALENDAR_GREGORIAN);
    assert_true(calendar_find(SLICE("none"), &calendar));
    assert_int_equal(calendar, CALENDAR_NONE);
    assert_false(calendar_find(SLICE("jalali"), &calendar));
    assert_false(calendar_find(SLICE(""), &calendar));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_leap_years_of_solar_hijri),
        cmocka_unit_test(knows_leap_years_of_gregorian),
        cmocka_unit_test(agrees_with_icu_on_every_day),
        cmocka_unit_test(reads_words_of_settings),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
