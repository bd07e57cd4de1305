/* Time zones as tables: against ICU's own calendar, and at their changes. */
#include "fixture.h"
#include "text/zone.h"

#include <unicode/ucal.h>

static void knows_only_zones_of_icu(void **state)
{
    (void) state;
    static const char *const unknown[] = {
        "",
        "Tehran",
        "Asia/Teheran",
        "+03:30",
        "Asia/Tehran ",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    };
    for (size_t i = 0; i < COUNT(unknown); i++)
        assert_null(zone_new(&fixture_arena, slice_of_string(unknown[i])));
    const Zone *zone = zone_new(&fixture_arena, SLICE("UTC"));
    assert_non_null(zone);
    expect_text(zone_name(zone), "UTC", "name");
    assert_int_equal(zone_offset(zone, 0), 0);
    assert_int_equal(zone_instant(zone, 1234567), 1234567);
}

static void agrees_with_icu_all_the_time(void **state)
{
    (void) state;
    static const char *const names[] = {"Asia/Tehran", "Europe/Berlin", "America/New_York",
                                        "Australia/Lord_Howe", "Asia/Kabul"};
    for (size_t i = 0; i < COUNT(names); i++) {
        const Zone *zone = zone_new(&fixture_arena, slice_of_string(names[i]));
        UErrorCode status = U_ZERO_ERROR;
        UChar name[32];
        for (size_t j = 0; j <= strlen(names[i]); j++)
            name[j] = (UChar) names[i][j];
        UCalendar *icu = ucal_open(name, -1, "en_US_POSIX", UCAL_GREGORIAN, &status);
        for (int64_t time = INT64_C(-2208988800); time < INT64_C(7258118400); time += 1234567) {
            ucal_setMillis(icu, (UDate) time * 1000, &status);
            int32_t offset =
                ucal_get(icu, UCAL_ZONE_OFFSET, &status) + ucal_get(icu, UCAL_DST_OFFSET, &status);
            assert_int_equal(zone_offset(zone, time), offset / 60000 * 60);
        }
        assert_true(U_SUCCESS(status));
        ucal_close(icu);
    }
}

static void settles_times_that_come_never_or_twice(void **state)
{
    (void) state;
    const Zone *berlin = zone_new(&fixture_arena, SLICE("Europe/Berlin"));
    static const struct {
        int64_t local;
        int64_t instant;
    } cases[] = {
        {1711850399, 1711846799}, /* 2024-03-31T01:59:59, still +01:00 */
        {1711852200, 1711846800}, /* 02:30 does not exist: the change */
        {1711854000, 1711846800}, /* 03:00, +02:00 */
        {1729996200, 1729989000}, /* 2024-10-27T02:30: the first time, +02:00 */
        {1729998000, 1729994400}, /* 03:00, +01:00 */
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(zone_instant(berlin, cases[i].local), cases[i].instant);
}

static void has_no_summer_time_in_tehran_since_2022(void **state)
{
    (void) state;
    const Zone *tehran = zone_new(&fixture_arena, SLICE("Asia/Tehran"));
    assert_int_equal(zone_offset(tehran, 1528651800), 16200); /* June 2018 */
    assert_int_equal(zone_offset(tehran, 1720805400), 12600); /* July 2024 */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_only_zones_of_icu),
        cmocka_unit_test(agrees_with_icu_all_the_time),
        cmocka_unit_test(settles_times_that_come_never_or_twice),
        cmocka_unit_test(has_no_summer_time_in_tehran_since_2022),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
