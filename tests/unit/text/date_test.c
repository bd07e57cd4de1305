/* Reading and writing of dates: the table of persian.md 10 both ways, styles of all languages,
 * everything that is refused. */
#include "fixture.h"
#include "text/date.h"
#include "text/tools.h"

static const Zone *tehran;

static int open_dates(void **state)
{
    if (open_fixture(state) != 0)
        return 1;
    tehran = zone_new(&fixture_arena, SLICE("Asia/Tehran"));
    return tehran == NULL;
}

static Date date_of(const char *text)
{
    DateReading reading;
    assert_int_equal(date_read(slice_of_string(text), tehran, true, &reading), DATE_FINE);
    return reading.date;
}

static const char *shown_in(const char *code, const char *text, DateStyle style, Calendar calendar)
{
    Buffer out = new_buffer();
    assert_true(date_write(language_of(code), date_of(text), style, calendar, &out));
    return written(&out);
}

static const char *iso_of(Date date)
{
    Buffer out = new_buffer();
    date_write_iso(date, &out);
    return written(&out);
}

static void converts_days_between_calendars(void **state)
{
    (void) state;
    static const struct {
        const char *gregorian;
        const char *solar;
        const char *full;
    } cases[] = {
        {"1970-01-01", "1348-10-11", "پنجشنبه ۱۱ دی ۱۳۴۸"},
        {"1979-02-01", "1357-11-12", "پنجشنبه ۱۲ بهمن ۱۳۵۷"},
        {"1997-03-20", "1375-12-30", "پنجشنبه ۳۰ اسفند ۱۳۷۵"},
        {"2021-03-20", "1399-12-30", "شنبه ۳۰ اسفند ۱۳۹۹"},
        {"2021-03-21", "1400-01-01", "یکشنبه ۱ فروردین ۱۴۰۰"},
        {"2024-02-29", "1402-12-10", "پنجشنبه ۱۰ اسفند ۱۴۰۲"},
        {"2024-03-19", "1402-12-29", "سه" ZWNJ "شنبه ۲۹ اسفند ۱۴۰۲"},
        {"2024-03-20", "1403-01-01", "چهارشنبه ۱ فروردین ۱۴۰۳"},
        {"2024-07-12", "1403-04-22", "جمعه ۲۲ تیر ۱۴۰۳"},
        {"2024-09-22", "1403-07-01", "یکشنبه ۱ مهر ۱۴۰۳"},
        {"2025-03-20", "1403-12-30", "پنجشنبه ۳۰ اسفند ۱۴۰۳"},
        {"2025-03-21", "1404-01-01", "جمعه ۱ فروردین ۱۴۰۴"},
        {"2026-03-20", "1404-12-29", "جمعه ۲۹ اسفند ۱۴۰۴"},
        {"2026-03-21", "1405-01-01", "شنبه ۱ فروردین ۱۴۰۵"},
        {"2030-03-20", "1408-12-30", "چهارشنبه ۳۰ اسفند ۱۴۰۸"},
        {"2030-03-21", "1409-01-01", "پنجشنبه ۱ فروردین ۱۴۰۹"},
        {"2034-03-20", "1412-12-30", "دوشنبه ۳۰ اسفند ۱۴۱۲"},
        {"2034-03-21", "1413-01-01", "سه" ZWNJ "شنبه ۱ فروردین ۱۴۱۳"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_string_equal(shown_in("fa", cases[i].gregorian, DATE_STYLE_FULL, CALENDAR_DEFAULT),
                            cases[i].full);
        assert_string_equal(shown_in("fa", cases[i].solar, DATE_STYLE_FULL, CALENDAR_DEFAULT),
                            cases[i].full);
        assert_string_equal(iso_of(date_of(cases[i].solar)), cases[i].gregorian);
        assert_string_equal(iso_of(date_of(cases[i].gregorian)), cases[i].gregorian);
    }
}

/* long: a table */
static void writes_each_style_in_each_language(void **state)
{
    (void) state;
    static const struct {
        const char *language;
        DateStyle style;
        Calendar calendar;
        const char *shown;
    } cases[] = {
        {"fa", DATE_STYLE_LONG, CALENDAR_DEFAULT, "۲۲ تیر ۱۴۰۳"},
        {"fa", DATE_STYLE_FULL, CALENDAR_GREGORIAN, "جمعه ۱۲ ژوئیهٔ ۲۰۲۴"},
        {"fa", DATE_STYLE_LONG, CALENDAR_GREGORIAN, "۱۲ ژوئیهٔ ۲۰۲۴"},
        {"fa", DATE_STYLE_MONTH, CALENDAR_DEFAULT, "تیر ۱۴۰۳"},
        {"fa", DATE_STYLE_MONTH, CALENDAR_GREGORIAN, "ژوئیهٔ ۲۰۲۴"},
        {"fa", DATE_STYLE_SHORT, CALENDAR_DEFAULT, "۱۴۰۳/۰۴/۲۲"},
        {"fa", DATE_STYLE_SHORT, CALENDAR_GREGORIAN, "۲۰۲۴/۰۷/۱۲"},
        {"fa", DATE_STYLE_YEAR, CALENDAR_DEFAULT, "۱۴۰۳"},
        {"fa", DATE_STYLE_YEAR, CALENDAR_GREGORIAN, "۲۰۲۴"},
        {"fa", DATE_STYLE_TIME, CALENDAR_DEFAULT, "۲۱:۰۰"},
        {"fa", DATE_STYLE_DATETIME, CALENDAR_DEFAULT, "۲۲ تیر ۱۴۰۳، ۲۱:۰۰"},
        {"fa", DATE_STYLE_BOTH, CALENDAR_DEFAULT, "۲۲ تیر ۱۴۰۳ (۱۲ ژوئیهٔ ۲۰۲۴)"},
        {"fa-AF", DATE_STYLE_FULL, CALENDAR_DEFAULT, "جمعه ۲۲ سرطان ۱۴۰۳"},
        {"fa-AF", DATE_STYLE_LONG, CALENDAR_DEFAULT, "۲۲ سرطان ۱۴۰۳"},
        {"fa-AF", DATE_STYLE_MONTH, CALENDAR_DEFAULT, "سرطان ۱۴۰۳"},
        {"fa-AF", DATE_STYLE_SHORT, CALENDAR_DEFAULT, "۱۴۰۳/۰۴/۲۲"},
        {"fa-AF", DATE_STYLE_TIME, CALENDAR_DEFAULT, "۲۱:۰۰"},
        {"ps", DATE_STYLE_FULL, CALENDAR_DEFAULT, "جمعه د ۱۴۰۳ د چنگاښ ۲۲"},
        {"ps", DATE_STYLE_LONG, CALENDAR_DEFAULT, "د ۱۴۰۳ د چنگاښ ۲۲"},
        {"ps", DATE_STYLE_MONTH, CALENDAR_DEFAULT, "د ۱۴۰۳ د چنگاښ"},
        {"ps", DATE_STYLE_SHORT, CALENDAR_DEFAULT, "۱۴۰۳/۰۴/۲۲"},
        {"ckb", DATE_STYLE_FULL, CALENDAR_DEFAULT, "ھەینی، ١٢ی تەمووزی ٢٠٢٤"},
        {"ckb", DATE_STYLE_LONG, CALENDAR_DEFAULT, "١٢ی تەمووزی ٢٠٢٤"},
        {"ckb", DATE_STYLE_LONG, CALENDAR_PERSIAN, "٢٢ی پووشپەڕی ١٤٠٣"},
        {"ckb", DATE_STYLE_SHORT, CALENDAR_DEFAULT, "٢٠٢٤/٠٧/١٢"},
        {"ckb-IR", DATE_STYLE_LONG, CALENDAR_DEFAULT, "٢٢ی پووشپەڕی ١٤٠٣"},
        {"azb", DATE_STYLE_FULL, CALENDAR_DEFAULT, "۲۲ تیر ۱۴۰۳، جومعه"},
        {"azb", DATE_STYLE_LONG, CALENDAR_DEFAULT, "۲۲ تیر ۱۴۰۳"},
        {"azb", DATE_STYLE_LONG, CALENDAR_GREGORIAN, "۱۲ ژوئیه ۲۰۲۴"},
        {"azb", DATE_STYLE_TIME, CALENDAR_DEFAULT, "۲۱:۰۰"},
        {"ar", DATE_STYLE_FULL, CALENDAR_DEFAULT, "الجمعة، ١٢ يوليو ٢٠٢٤"},
        {"ar-IQ", DATE_STYLE_LONG, CALENDAR_DEFAULT, "١٢ تموز ٢٠٢٤"},
        {"he", DATE_STYLE_FULL, CALENDAR_DEFAULT, "יום שישי, 12 ביולי 2024"},
        {"he", DATE_STYLE_TIME, CALENDAR_DEFAULT, "21:00"},
        {"ur", DATE_STYLE_LONG, CALENDAR_DEFAULT, "12 جولائی، 2024"},
        {"en", DATE_STYLE_FULL, CALENDAR_DEFAULT, "Friday, July 12, 2024"},
        {"en", DATE_STYLE_LONG, CALENDAR_DEFAULT, "July 12, 2024"},
        {"en", DATE_STYLE_LONG, CALENDAR_PERSIAN, "Tir 22, 1403"},
        {"en", DATE_STYLE_MONTH, CALENDAR_DEFAULT, "July 2024"},
        {"en", DATE_STYLE_SHORT, CALENDAR_DEFAULT, "7/12/2024"},
        {"en", DATE_STYLE_TIME, CALENDAR_DEFAULT, "9:00" NNBSP "PM"},
        {"en", DATE_STYLE_DATETIME, CALENDAR_DEFAULT, "July 12, 2024, 9:00" NNBSP "PM"},
        {"en", DATE_STYLE_BOTH, CALENDAR_DEFAULT, "July 12, 2024"},
        {"de", DATE_STYLE_LONG, CALENDAR_DEFAULT, "12. Juli 2024"},
        {"az", DATE_STYLE_LONG, CALENDAR_DEFAULT, "12 iyul 2024"},
        {"ku", DATE_STYLE_LONG, CALENDAR_DEFAULT, "2024 tîrmehê 12"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_string_equal(
            shown_in(cases[i].language, "2024-07-12T21:00", cases[i].style, cases[i].calendar),
            cases[i].shown);
}

/* One format: true when a day comes out as ICU writes it, or is left to ICU. */
static bool agrees(const Language *language, Calendar calendar, DateForm form, int32_t number)
{
    UChar units[TOOLS_MAX_UNITS];
    UErrorCode status = U_ZERO_ERROR;
    Buffer ours = new_buffer(), theirs = new_buffer();
    int32_t count = udat_format(language->tools->dates[calendar][form], number * 86400000.0, units,
                                TOOLS_MAX_UNITS, NULL, &status);
    assert_true(U_SUCCESS(status));
    tools_add_units(&theirs, units, count);
    return !form_write(&language->tools->forms[calendar][form], number, &ours) ||
           slice_equal(buffer_slice(&ours), buffer_slice(&theirs));
}

/* From 1899 to 2201, and far beyond in longer steps. */
static void writes_days_as_icu_does(void **state)
{
    (void) state;
    size_t own_count = 0;
    for (size_t row = 0; row < fixture_languages->count; row++) {
        const Language *language = &fixture_languages->items[row];
        for (Calendar calendar = CALENDAR_GREGORIAN; calendar < CALENDAR_COUNT; calendar++) {
            for (DateForm form = DATE_FORM_LONG; form < DATE_FORM_TIME; form++) {
                const ArenaMark mark = arena_mark(&fixture_arena);
                for (int32_t number = -25933; number < 84740; number += 67)
                    assert_true(agrees(language, calendar, form, number));
                for (int32_t number = -800000; number < 3000000; number += 9973)
                    assert_true(agrees(language, calendar, form, number));
                arena_rewind(&fixture_arena, mark);
                own_count += language->tools->forms[calendar][form].count > 0;
            }
        }
    }
    assert_true(own_count > fixture_languages->count * 5); // else the loops compared nothing
}

static void names_every_month_of_the_solar_year(void **state)
{
    (void) state;
    static const struct {
        const char *language;
        const char *months[12];
    } cases[] = {
        {"fa",
         {"فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی",
          "بهمن", "اسفند"}},
        {"azb",
         {"فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی",
          "بهمن", "اسفند"}},
        {"fa-AF",
         {"حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبلهٔ", "میزان", "عقرب", "قوس", "جدی", "دلو",
          "حوت"}},
        {"ps",
         {"وری", "غویی", "غبرگولی", "چنگاښ", "زمری", "وږی", "تله", "لړم", "لیندۍ", "مرغومی",
          "سلواغه", "کب"}},
        {"ckb-IR",
         {"خاکەلێوە", "گوڵان", "جۆزەردان", "پووشپەڕ", "گەلاوێژ", "خەرمانان", "ڕەزبەر", "گەڵاڕێزان",
          "سەرماوەز", "بەفرانبار", "ڕێبەندان", "ڕەشەمە"}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        for (int month = 0; month < 12; month++) {
            char day[16];
            snprintf(day, sizeof day, "1403-%02d-15", month + 1);
            const char *shown =
                shown_in(cases[i].language, day, DATE_STYLE_MONTH, CALENDAR_DEFAULT);
            if (strstr(shown, cases[i].months[month]) == NULL)
                fail_msg("%s: %s is %s", cases[i].language, day, shown);
        }
    }
}

static void names_every_day_of_the_week_in_azb(void **state)
{
    (void) state;
    static const char *const days[] = {"بازار",        "بازار ائرتسی", "چرشنبه آخشامی", "چرشنبه",
                                       "جومعه آخشامی", "جومعه",        "شنبه"};
    for (int i = 0; i < 7; i++) { // 2024-07-07 was a Sunday
        char day[16], wanted[64];
        snprintf(day, sizeof day, "2024-07-%02d", 7 + i);
        snprintf(wanted, sizeof wanted, "، %s", days[i]);
        const char *shown = shown_in("azb", day, DATE_STYLE_FULL, CALENDAR_DEFAULT);
        if (strlen(shown) < strlen(wanted) ||
            strcmp(shown + strlen(shown) - strlen(wanted), wanted) != 0)
            fail_msg("%s is %s", day, shown);
    }
}

static void reads_what_editors_type(void **state)
{
    (void) state;
    static const struct {
        const char *typed;
        const char *iso;
    } cases[] = {
        {"2026-05-01", "2026-05-01"},
        {"2026/5/1", "2026-05-01"},
        {"1405-02-11", "2026-05-01"},
        {"۱۴۰۵/۰۲/۱۱", "2026-05-01"},
        {"١٤٠٥/٠٢/١١", "2026-05-01"},
        {" 2026-05-01 ", "2026-05-01"},
        {"2026-05-01T20:00", "2026-05-01T20:00:00+03:30"},
        {"2026-05-01 20:00", "2026-05-01T20:00:00+03:30"},
        {"2026-05-01T20:00:59", "2026-05-01T20:00:59+03:30"},
        {"2026-05-01T20:00:59.123Z", "2026-05-01T23:30:59+03:30"},
        {"2026-05-01T20:00+03:30", "2026-05-01T20:00:00+03:30"},
        {"2026-05-01 20:00 +0330", "2026-05-01T20:00:00+03:30"},
        {"2026-05-01T20:00-05:00", "2026-05-02T04:30:00+03:30"},
        {"۱۴۰۵-۰۲-۱۱ ۲۰:۰۰", "2026-05-01T20:00:00+03:30"},
        {"2018-06-10T17:30Z", "2018-06-10T22:00:00+04:30"},
        {"2024-07-12T17:30Z", "2024-07-12T21:00:00+03:30"},
        {"2024-07-11T20:30Z", "2024-07-12T00:00:00+03:30"},
        {"1934-05-01T20:30", "1934-05-01T20:30:00+03:25"},
        {"1300-01-01", "1921-03-21"},
        {"1500-12-29", "2122-03-20"},
        {"1900-01-01", "1900-01-01"},
        {"2200-12-31", "2200-12-31"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_string_equal(iso_of(date_of(cases[i].typed)), cases[i].iso);
}

/* long: a table */
static void refuses_with_the_reason(void **state)
{
    (void) state;
    static const struct {
        const char *typed;
        DateFault fault;
        int32_t last_day;
    } cases[] = {
        {"", DATE_FORM, 0},
        {"yesterday", DATE_FORM, 0},
        {"2026", DATE_FORM, 0},
        {"2026-05", DATE_FORM, 0},
        {"2026-05/01", DATE_FORM, 0},
        {"01-05-2026", DATE_FORM, 0},
        {"2026-05-01x", DATE_FORM, 0},
        {"2026-05-011", DATE_FORM, 0},
        {"2026-05-01T", DATE_FORM, 0},
        {"2026-05-01T20", DATE_FORM, 0},
        {"2026-05-01T20:00+", DATE_FORM, 0},
        {"2026-05-01T20:00 3:30", DATE_FORM, 0},
        {"2026-05-01T20:00.", DATE_FORM, 0},
        {"1600-01-01", DATE_YEAR, 0},
        {"1299-12-29", DATE_YEAR, 0},
        {"1501-01-01", DATE_YEAR, 0},
        {"1899-12-31", DATE_YEAR, 0},
        {"2201-01-01", DATE_YEAR, 0},
        {"0000-00-00", DATE_YEAR, 0},
        {"2026-13-01", DATE_MONTH, 0},
        {"2026-00-01", DATE_MONTH, 0},
        {"2026-02-30", DATE_DAY, 28},
        {"2024-02-30", DATE_DAY, 29},
        {"2026-04-31", DATE_DAY, 30},
        {"2026-04-00", DATE_DAY, 30},
        {"1404-12-30", DATE_DAY, 29},
        {"1403-12-31", DATE_DAY, 30},
        {"1405-07-31", DATE_DAY, 30},
        {"۱۴۰۴/۱۲/۳۰", DATE_DAY, 29},
        {"2026-05-01T24:00", DATE_TIME, 0},
        {"2026-05-01T20:60", DATE_TIME, 0},
        {"2026-05-01T20:00:60", DATE_TIME, 0},
        {"2026-05-01T20:00+15:00", DATE_OFFSET, 0},
        {"2026-05-01T20:00+03:60", DATE_OFFSET, 0},
        {"2026-۰۵-01", DATE_MIXED_DIGITS, 0},
        {"۱۴۰۵/٠٢/۱۱", DATE_MIXED_DIGITS, 0},
        {"2026-05-01T۲۰:00", DATE_MIXED_DIGITS, 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        DateReading reading;
        DateFault fault = date_read(slice_of_string(cases[i].typed), tehran, true, &reading);
        if (fault != cases[i].fault)
            fail_msg("%s: fault %d, not %d", cases[i].typed, (int) fault, (int) cases[i].fault);
        if (fault == DATE_DAY)
            assert_int_equal(reading.last_day, cases[i].last_day);
        assert_false(reading.date.is_set);
    }
}

static void obeys_the_switch_for_solar_dates(void **state)
{
    (void) state;
    DateReading reading;
    assert_int_equal(date_read(SLICE("1405-02-11"), tehran, false, &reading), DATE_SOLAR);
    assert_int_equal(date_read(SLICE("2026-05-01"), tehran, false, &reading), DATE_FINE);
    assert_int_equal(reading.calendar, CALENDAR_GREGORIAN);
}

static void keeps_the_first_second_of_a_day(void **state)
{
    (void) state;
    /* Until 2022 clocks in Iran went forward at midnight: 2 Farvardin 1400 began at 01:00. */
    Date day = date_of("1400-01-02");
    assert_string_equal(iso_of(day), "2021-03-22");
    assert_int_equal(day.seconds, 1616358600);
    assert_int_equal(day.offset, 4 * 3600 + 1800);
    assert_string_equal(shown_in("fa", "1400-01-02", DATE_STYLE_LONG, CALENDAR_DEFAULT),
                        "۲ فروردین ۱۴۰۰");
}

static void refuses_the_time_of_a_mere_day(void **state)
{
    (void) state;
    Buffer out = new_buffer();
    assert_false(date_write(language_of("fa"), date_of("1403-04-22"), DATE_STYLE_TIME,
                            CALENDAR_DEFAULT, &out));
    assert_int_equal(out.size, 0);
    assert_string_equal(shown_in("fa", "1403-04-22", DATE_STYLE_DATETIME, CALENDAR_DEFAULT),
                        "۲۲ تیر ۱۴۰۳");
}

static void writes_machine_dates_in_utc(void **state)
{
    (void) state;
    Buffer out = new_buffer();
    date_write_utc(date_of("2024-07-12T21:00"), &out);
    assert_string_equal(written(&out), "2024-07-12T17:30:00Z");
    buffer_clear(&out);
    date_write_utc(date_of("2024-07-12"), &out);
    assert_string_equal(written(&out), "2024-07-11T20:30:00Z");
    assert_string_equal(iso_of(date_of_seconds(-1, tehran)), "1970-01-01T03:29:59+03:30");
}

static void finds_styles_by_their_word(void **state)
{
    (void) state;
    for (DateStyle style = DATE_STYLE_LONG; style < DATE_STYLE_COUNT; style++) {
        DateStyle found = DATE_STYLE_COUNT;
        assert_true(date_style_find(date_style_word(style), &found));
        assert_int_equal(found, style);
    }
    DateStyle found;
    assert_false(date_style_find(SLICE("medium"), &found));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(converts_days_between_calendars),
        cmocka_unit_test(writes_each_style_in_each_language),
        cmocka_unit_test(writes_days_as_icu_does),
        cmocka_unit_test(names_every_month_of_the_solar_year),
        cmocka_unit_test(names_every_day_of_the_week_in_azb),
        cmocka_unit_test(reads_what_editors_type),
        cmocka_unit_test(refuses_with_the_reason),
        cmocka_unit_test(obeys_the_switch_for_solar_dates),
        cmocka_unit_test(keeps_the_first_second_of_a_day),
        cmocka_unit_test(refuses_the_time_of_a_mere_day),
        cmocka_unit_test(writes_machine_dates_in_utc),
        cmocka_unit_test(finds_styles_by_their_word),
    };
    return cmocka_run_group_tests(tests, open_dates, close_fixture);
}
