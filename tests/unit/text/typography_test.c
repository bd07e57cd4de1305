/* The rules of docs/persian.md 9.1, row by row, and what they must leave alone. */
#include "expect.h"
#include "text/polish.h"
#include "text/typography.h"

static const Language persian = {.id = LANGUAGE_FA,
                                 .code = SLICE_INIT("fa"),
                                 .tag = SLICE_INIT("fa"),
                                 .direction = DIRECTION_RTL,
                                 .digits = DIGITS_ARABEXT,
                                 .is_arabic_script = true};
static const Language persian_latn = {.id = LANGUAGE_FA,
                                      .tag = SLICE_INIT("fa"),
                                      .direction = DIRECTION_RTL,
                                      .digits = DIGITS_LATN,
                                      .is_arabic_script = true};
static const Language kurdish = {.id = LANGUAGE_CKB,
                                 .tag = SLICE_INIT("ckb"),
                                 .direction = DIRECTION_RTL,
                                 .digits = DIGITS_ARAB,
                                 .is_arabic_script = true};
static const Language hebrew = {
    .id = LANGUAGE_HE, .tag = SLICE_INIT("he"), .direction = DIRECTION_RTL, .digits = DIGITS_LATN};
static const Language english = {
    .id = LANGUAGE_EN, .tag = SLICE_INIT("en"), .direction = DIRECTION_LTR, .digits = DIGITS_LATN};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define J "\u200c" /* the half-space */

typedef struct Row {
    const char *rule;
    const Language *language;
    const char *text, *set;
} Row;

static const Row rows[] = {
    {"C1", &persian, "\u0627\u0653ب", "آب"},
    {"C1", &english, "cafe\u0301", "caf\u00e9"},
    {"C1", &persian, "بَّ", "ب\u064e\u0651"},
    {"C2", &persian, "كتاب علي", "کتاب علی"},
    {"C2", &persian, "\u064a\u0654", "\u0626"},
    {"C2", &kurdish, "كتاب", "كتاب"},
    {"C3", &persian, "ﺍﯾﺮﺍﻥ", "ایران"},
    {"C3", &persian, "\ufdfa", "\ufdfa"},
    {"C4", &persian, "سال ١٤٠٣", "سال ۱۴۰۳"},
    {"C4", &kurdish, "ساڵی ٢٠٢٤", "ساڵی ٢٠٢٤"},
    {"C5", &persian, "می" J J "رود", "می" J "رود"},
    {"C5", &persian, "می" J " رود", "می رود"},
    {"C5", &persian, "API" J "ها", "API" J "ها"},
    {"C5", &persian, "اثر" J "ها", "اثر" J "ها"},
    {"C5", &persian, "کتاب" J ".", "کتاب."},
    {"C5", &persian, J "کتاب" J, "کتاب"},
    {"C5", &english, "a" J " b", "a" J " b"},
    {"C6", &persian, "کتـــاب", "کتاب"},
    {"C6", &persian, "هـ است", "هـ است"},
    {"C7", &persian, "خانۀ ما", "خانه\u0654 ما"},
    {"C7", &persian, "\u06cc\u0654", "\u0626"},
    {"C7", &persian, "خانه\u0654 ما", "خانه\u0654 ما"},
    {"C8", &persian, "کتاب\u064b\u064b", "کتاب\u064b"},
    {"C9", &english, "\u2066a\u2069 b", "a b"},
    {"C10", &persian, "آب  و \tبرق", "آب و برق"},
    {"C10", &persian, "آب \u00a0 برق", "آب\u00a0برق"},
    {"C10", &english, "two  spaces", "two  spaces"},
    {"D1", &persian, "5 نفر", "۵ نفر"},
    {"D1", &persian_latn, "5 نفر", "5 نفر"},
    {"D1", &persian, "در سال 2018 Google گفت", "در سال ۲۰۱۸ Google گفت"},
    {"D1", &persian, "شبکهٔ 5G است", "شبکهٔ 5G است"},
    {"D2", &persian, "حدود 20% کمتر", "حدود ۲۰٪ کمتر"},
    {"D2", &persian_latn, "حدود 20% کمتر", "حدود 20% کمتر"},
    {"D3", &persian, "1,234,567 نفر", "۱٬۲۳۴٬۵۶۷ نفر"},
    {"D3", &persian, "1,23 نفر", "۱,۲۳ نفر"},
    {"D4", &persian, "12.5 درصد", "۱۲٫۵ درصد"},
    {"D4", &persian, "12.5%", "۱۲٫۵٪"},
    {"D4", &persian, "12.5 تنظیم", "۱۲.۵ تنظیم"},
    {"D5", &persian, "از 10-20 نفر", "از ۱۰-۲۰ نفر"},
    {"D5", &persian, "دمای -5 درجه", "دمای -۵ درجه"},
    {"D6", &persian, "ظرفیت 50 m³ است", "ظرفیت 50\u00a0m³ است"},
    {"D6", &hebrew, "כ 50 m³", "כ 50 m³"},
    {"P1", &persian, "آب, برق; گاز?", "آب، برق؛ گاز؟"},
    {"P1", &persian, "۱,۲", "۱,۲"},
    {"P1", &persian, "«آب», برق", "«آب»، برق"},
    {"P1", &persian, "سال ۱۴۰۳, ماه تیر", "سال ۱۴۰۳، ماه تیر"},
    {"P2", &persian, "\"آب\" است", "«آب» است"},
    {"P2", &persian, "\"OK\" را", "\"OK\" را"},
    {"P2", &persian, "\"آب است", "\"آب است"},
    {"P3", &persian, "“آب” است", "«آب» است"},
    {"P3", &persian, "“Water” است", "“Water” است"},
    {"P4", &persian, "آب و...", "آب و…"},
    {"P5", &persian, "آب ، برق", "آب، برق"},
    {"P5", &persian, "آب است .", "آب است."},
    {"P5", &persian, "پسوند .NET است", "پسوند .NET است"},
    {"P6", &persian, "آب،برق", "آب، برق"},
    {"P7", &persian, "( آب ) و « برق »", "(آب) و «برق»"},
    {"P8", &persian, "ه.ش. ساعت ۲۱:۰۰", "ه.ش. ساعت ۲۱:۰۰"},
};

/* Real text showed what mere replacement of strings breaks. */
static const char *const left_alone[] = {
    "نشانی 192.168.1.1 است",
    "تاریخ 10/6/2018 Reuters",
    "It's a test آب",
    "با .NET کار کنید",
    "سال ۱۳۰۰ ه.ش. بود",
    "کاربر user_5 و a,b_c",
    "هشتگ #سال_2022 داغ شد",
    "مسیر C:\\Users\\ali5, است",
    "از Windows 11, macOS 14 یا Linux",
    "به info@example.org, بنویسید",
    "نشانی https://example.org/?a=1,2;b است",
    "«آب» و ‹برق›",
    "می" J "رود و خانه\u0654 ما",
    "نسخهٔ 3.2.1 آمد",
};

typedef struct Bench {
    Arena arena;
    Polish polish;
} Bench;

static Slice set(Bench *bench, const Language *language, Slice text)
{
    PolishRules rules;
    polish_rules_init(&rules, language);
    polish_clear(&bench->polish);
    letters_add(&bench->polish.letters, text, 0);
    polish_block(&bench->polish, &rules);
    Buffer out;
    buffer_init(&out, &bench->arena, 4096);
    letters_encode(&bench->polish.letters, 0, bench->polish.letters.count, &out);
    return buffer_slice(&out);
}

static void sets_every_row_as_written(void **state)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        char about[200];
        snprintf(about, sizeof(about), "%s %s", rows[i].rule, rows[i].text);
        expect_text(set(*state, rows[i].language, slice_of_string(rows[i].text)), rows[i].set,
                    about);
    }
}

static void changes_nothing_in_its_own_result(void **state)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        const Slice once = set(*state, rows[i].language, slice_of_string(rows[i].text));
        expect_slice(set(*state, rows[i].language, once), once, slice_of_string(rows[i].text));
    }
}

static void leaves_names_and_signs_alone(void **state)
{
    for (size_t i = 0; i < COUNT(left_alone); i++) {
        const Slice text = slice_of_string(left_alone[i]);
        expect_slice(set(*state, &persian_latn, text), text, text);
    }
}

static void keeps_tokens_on_their_letters(void **state)
{
    Bench *bench = *state;
    static const struct {
        const char *text, *token;
    } cases[] = {
        {"كتاب ، ( C++ )...", "C++"},
        {"آب?i z", "i z"},
        {"آب  ،برق , +98 21 1234 5678 !", "+98 21 1234 5678"},
        {"آب...برق، \"گاز\" , HTTP/2 و", "HTTP/2"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        set(bench, &persian, slice_of_string(cases[i].text));
        assert_int_equal(bench->polish.tokens.count, 1);
        const Token *token = &bench->polish.tokens.items[0];
        Buffer found;
        buffer_init(&found, &bench->arena, 200);
        letters_encode(&bench->polish.letters, token->start, token->end, &found);
        expect_text(buffer_slice(&found), cases[i].token, cases[i].text);
    }
}

static void keeps_the_stretching_of_verse(void **state)
{
    Bench *bench = *state;
    PolishRules rules;
    polish_rules_init(&rules, &persian);
    rules.typography.is_verse = true;
    polish_clear(&bench->polish);
    letters_add(&bench->polish.letters, SLICE("کتـــاب"), 0);
    polish_block(&bench->polish, &rules);
    assert_int_equal(bench->polish.letters.count, 7);
}

static void does_not_touch_what_is_switched_off(void **state)
{
    Bench *bench = *state;
    PolishRules rules;
    polish_rules_init(&rules, &persian);
    polish_clear(&bench->polish);
    letters_add(&bench->polish.letters, SLICE("كتاب , 5 نفر ..."), CLASS_KEPT);
    polish_block(&bench->polish, &rules);
    Buffer out;
    buffer_init(&out, &bench->arena, 200);
    letters_encode(&bench->polish.letters, 0, bench->polish.letters.count, &out);
    expect_text(buffer_slice(&out), "كتاب , 5 نفر ...", "kept");
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
        cmocka_unit_test(sets_every_row_as_written),
        cmocka_unit_test(changes_nothing_in_its_own_result),
        cmocka_unit_test(leaves_names_and_signs_alone),
        cmocka_unit_test(keeps_tokens_on_their_letters),
        cmocka_unit_test(keeps_the_stretching_of_verse),
        cmocka_unit_test(does_not_touch_what_is_switched_off),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
