/* Faults of a text as typed: code, place and repair, and the diagnostics of the examples. */
#include "examples.h"
#include "expect.h"
#include "text/polish.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define J "\u200c"

static const Language persian = {.id = LANGUAGE_FA,
                                 .tag = SLICE_INIT("fa"),
                                 .direction = DIRECTION_RTL,
                                 .digits = DIGITS_ARABEXT,
                                 .is_arabic_script = true};
static const Language english = {
    .id = LANGUAGE_EN, .tag = SLICE_INIT("en"), .direction = DIRECTION_LTR, .digits = DIGITS_LATN};

typedef struct Bench {
    Arena arena;
    Polish polish;
} Bench;

static void polish(Bench *bench, const Language *language, const char *text, bool no_typography)
{
    PolishRules rules;
    polish_rules_init(&rules, language);
    rules.no_typography = no_typography;
    polish_clear(&bench->polish);
    letters_add(&bench->polish.letters, slice_of_string(text), 0);
    polish_block(&bench->polish, &rules);
}

static void reports_the_examples_as_written(void **state)
{
    Bench *bench = *state;
    for (size_t i = 0; i < EXAMPLE_COUNT; i++) {
        polish(bench, examples[i].is_ltr ? &english : &persian, examples[i].text, true);
        const FindingList *findings = &bench->polish.findings;
        if (examples[i].diagnostic == NULL) {
            if (findings->count > 0)
                fail_msg("example %d: %s", examples[i].number,
                         diagnostic_name(findings->items[0].code).at);
            continue;
        }
        if (findings->count != 1)
            fail_msg("example %d: %zu findings", examples[i].number, findings->count);
        expect_text(diagnostic_name(findings->items[0].code), examples[i].diagnostic,
                    examples[i].text);
    }
}

/* Letters start … end are at fault; `repaired` is the whole text after the edits. */
static const struct {
    const char *code, *text;
    size_t start, end;
    const char *repaired; /* NULL: no edit */
    bool is_safe;
} faults[] = {
    {"text/arabic-letters", "كتاب", 0, 1, "کتاب", true},
    {"text/arabic-digits", "سال ٣", 4, 5, "سال ۳", true},
    {"text/mixed-digits", "سال ۱۴۰3", 4, 8, "سال ۱۴۰۳", true},
    {"text/mixed-digits", "1۴", 0, 2, "۱۴", true},
    {"text/mixed-digits", "١۴", 0, 2, "۱۴", true},
    {"text/heh-yeh", "خانۀ ما", 3, 4, "خانه\u0654 ما", true},
    {"text/tatweel", "کتـــاب", 2, 5, "کتاب", true},
    {"text/joiner-edge", "کتاب" J " ما", 4, 5, "کتاب ما", true},
    {"text/stray-isolate", "آب \u2067ما", 3, 4, "آب ما", true},
    {"text/joiner-space", "او می رود", 3, 9, "او می" J "رود", false},
    {"text/joiner-space", "نمی خواهمشان", 0, 12, "نمی" J "خواهمشان", false},
    {"text/joiner-space", "کتاب های ما", 0, 8, "کتاب" J "های ما", false},
    {"text/joiner-space", "بزرگ تر است", 0, 7, NULL, false},
    {"text/range", "۱۲-۱۵ نفر", 0, 5, "۱۲ تا ۱۵ نفر", false},
    {"text/hidden", "می\u00acرود", 2, 3, "می" J "رود", false},
    {"text/foreign-letter", "واژهٔ بڕۆ است", 7, 8, NULL, false},
    {"text/decimal", "عدد ۱۲.۵ است", 4, 8, "عدد ۱۲٫۵ است", false},
    {"text/quotes", "او \"آب\" گفت", 3, 7, "او «آب» گفت", false},
    {"text/quotes", "او «آب گفت", 3, 4, NULL, false},
    {"text/quotes", "او \"آب گفت", 3, 4, NULL, false},
    {"text/punctuation", "آب, برق", 2, 3, "آب، برق", false},
    {"text/repeated-mark", "چرا؟؟", 3, 5, "چرا؟", false},
    {"text/dash", "آب - برق", 3, 4, "آب – برق", false},
    {"text/latin-number", "در Telegram 5 کانال", 3, 13, NULL, false},
    {"text/latin-mark", "شرکت Yahoo! گفت", 5, 10, NULL, false},
    {"text/foreign-quote", "صَلَاةُ", 0, 7, NULL, false},
};

static Slice repair(Bench *bench, const char *text, const Finding *finding)
{
    Letters typed;
    Buffer out;
    letters_init(&typed, &bench->arena);
    letters_add(&typed, slice_of_string(text), 0);
    buffer_init(&out, &bench->arena, 4096);
    size_t at = 0;
    for (size_t i = 0; i < finding->edit_count; i++) {
        letters_encode(&typed, at, finding->edits[i].start, &out);
        buffer_add(&out, finding->edits[i].text);
        at = finding->edits[i].end;
    }
    letters_encode(&typed, at, typed.count, &out);
    return buffer_slice(&out);
}

static void names_place_and_repair_of_each_fault(void **state)
{
    Bench *bench = *state;
    for (size_t i = 0; i < COUNT(faults); i++) {
        polish(bench, &persian, faults[i].text, false);
        const FindingList *findings = &bench->polish.findings;
        if (findings->count == 0)
            fail_msg("%s: nothing found", faults[i].text);
        const Finding *finding = &findings->items[0];
        expect_text(diagnostic_name(finding->code), faults[i].code, faults[i].text);
        if (finding->start != faults[i].start || finding->end != faults[i].end)
            fail_msg("%s: %u to %u", faults[i].text, finding->start, finding->end);
        assert_int_equal(finding->is_safe, faults[i].is_safe);
        assert_int_equal(finding->edit_count > 0, faults[i].repaired != NULL);
        if (faults[i].repaired != NULL)
            expect_text(repair(bench, faults[i].text, finding), faults[i].repaired, faults[i].text);
    }
}

static void finds_nothing_in_what_was_repaired(void **state)
{
    Bench *bench = *state;
    for (size_t i = 0; i < COUNT(faults); i++) {
        if (faults[i].repaired == NULL)
            continue;
        polish(bench, &persian, faults[i].repaired, false);
        if (bench->polish.findings.count != 0)
            fail_msg("%s: %s", faults[i].repaired,
                     diagnostic_name(bench->polish.findings.items[0].code).at);
    }
}

static const char *const clean[] = {
    "ماه می آمد",   "۵ می آمد",   "می" J "رود",    "کتاب" J "ها",       "چوب هایل",
    "۱۲ تا ۱۵ نفر", "آب – برق",   "ساعت ۲۱:۰۰",    "کوه و دریا هم هست", "«آب» و «برق»",
    "می و ساقی",    "نسخهٔ ۳.۲.۱", "خانه\u0654 ما", "API" J "ها",
};

static void finds_no_fault_in_clean_text(void **state)
{
    Bench *bench = *state;
    for (size_t i = 0; i < COUNT(clean); i++) {
        polish(bench, &persian, clean[i], false);
        if (bench->polish.findings.count != 0)
            fail_msg("%s: %s", clean[i], diagnostic_name(bench->polish.findings.items[0].code).at);
    }
}

static const struct {
    const char *text;
    bool is_passed;
} passed[] = {
    {"drip, 25 % and C#", true}, {"“fresh” water – 50 m³…", true}, {"naïve café", true},
    {"call +98 21", false},      {"Tehran, تهران", false},         {"about ۲۵", false},
    {"cafe\u0301", false},       {"soft\u00adhyphen", false},      {"a\u2066b\u2069", false},
};

static void passes_over_english_without_anything_to_do(void **state)
{
    (void) state;
    PolishRules rules;
    for (size_t i = 0; i < COUNT(passed); i++) {
        polish_rules_init(&rules, &english);
        if (polish_passes_over(&rules, slice_of_string(passed[i].text)) != passed[i].is_passed)
            fail_msg("%s", passed[i].text);
        polish_rules_init(&rules, &persian);
        assert_false(polish_passes_over(&rules, slice_of_string(passed[i].text)));
    }
}

static int set_up(void **state)
{
    static Bench bench;
    polish_init(&bench.polish, &bench.arena);
    *state = &bench;
    return 0;
}

static int tear_down(void **state)
{
    arena_close(&((Bench *) *state)->arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reports_the_examples_as_written),
        cmocka_unit_test(names_place_and_repair_of_each_fault),
        cmocka_unit_test(finds_nothing_in_what_was_repaired),
        cmocka_unit_test(finds_no_fault_in_clean_text),
        cmocka_unit_test(passes_over_english_without_anything_to_do),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
