/* Durations as editors type them and as readers see them. */
#include "fixture.h"
#include "text/duration.h"

static void reads_what_editors_type(void **state)
{
    (void) state;
    static const struct {
        const char *typed;
        int64_t seconds; /* -1: refused */
    } cases[] = {
        {"30m", 1800},
        {"1h 30m", 5400},
        {"1h30m", 5400},
        {"2d", 172800},
        {"1 hour, 30 minutes", 5400},
        {"1 hour and 30 minutes", 5400},
        {"1 Day", 86400},
        {"45 s", 45},
        {"PT30M", 1800},
        {"PT1H30M", 5400},
        {"P2DT1H", 176400},
        {"P1W", 604800},
        {"۳۰ دقیقه", 1800},
        {"۱ ساعت و ۳۰ دقیقه", 5400},
        {"١ ساعة", 3600},
        {"۲ روز", 172800},
        {"0m", 0},
        {"", -1},
        {"30", -1},
        {"m", -1},
        {"30x", -1},
        {"30m 1h", -1},
        {"1h 1h", -1},
        {"1h,", -1},
        {"-30m", -1},
        {"1.5h", -1},
        {"۳0m", -1},
        {"P", -1},
        {"PT", -1},
        {"P1M", -1},
        {"P1Y", -1},
        {"PT1D", -1},
        {"99999999999999999999m", -1},
        {"4000d", -1},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        int64_t seconds = -1;
        bool is_read = duration_read(slice_of_string(cases[i].typed), &seconds);
        if (is_read != (cases[i].seconds >= 0) || (is_read && seconds != cases[i].seconds))
            fail_msg("“%s” is read as %lld", cases[i].typed, (long long) seconds);
    }
}

static void writes_words_of_the_language(void **state)
{
    (void) state;
    static const struct {
        const char *language;
        int64_t seconds;
        const char *shown;
        const char *iso;
    } cases[] = {
        {"fa", 5400, "۱" NBSP "ساعت و ۳۰" NBSP "دقیقه", "PT1H30M"},
        {"fa", 1800, "۳۰" NBSP "دقیقه", "PT30M"},
        {"fa", 93784, "۱" NBSP "روز، ۲" NBSP "ساعت، ۳" NBSP "دقیقه و ۴" NBSP "ثانیه", "P1DT2H3M4S"},
        {"en", 5400, "1" NBSP "hour, 30" NBSP "minutes", "PT1H30M"},
        {"en", 172800, "2" NBSP "days", "P2D"},
        {"en", 0, "0" NBSP "minutes", "PT0S"},
        {"ps", 5400, "۱" NBSP "ساعت او ۳۰" NBSP "دقیقې", "PT1H30M"},
        {"ckb", 5400, "١" NBSP "کاتژمێر و ٣٠" NBSP "خولەک", "PT1H30M"},
        {"azb", 5400, "۱" NBSP "ساعات و ۳۰" NBSP "دقیقه", "PT1H30M"},
        {"ar", 7200, "ساعتان", "PT2H"},
        {"he", 7200, "שעתיים", "PT2H"},
        {"ur", 5400, "1" NBSP "گھنٹہ اور 30" NBSP "منٹ", "PT1H30M"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Buffer out = new_buffer();
        duration_write(language_of(cases[i].language), cases[i].seconds, &out);
        assert_string_equal(written(&out), cases[i].shown);
        buffer_clear(&out);
        duration_write_iso(cases[i].seconds, &out);
        assert_string_equal(written(&out), cases[i].iso);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_editors_type),
        cmocka_unit_test(writes_words_of_the_language),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
