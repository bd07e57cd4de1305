/* The order of titles and the letters of an index. */
#include "fixture.h"
#include "text/collate.h"

static Slice key_of(const char *code, const char *text)
{
    return collate_key(&fixture_arena, language_of(code), slice_of_string(text));
}

static void puts_words_in_the_order_of_the_language(void **state)
{
    (void) state;
    static const struct {
        const char *language;
        const char *words[10];
    } cases[] = {
        {"fa", {"آب", "اب", "باران", "پمپ", "تهران", "ژاله", "کاریز", "گندم", "وزن", "هوا"}},
        {"fa", {"هوا", "یزد", "Aquifer", "Water"}},
        {"fa-AF", {"نهر", "هوا", "وزن", "یخ"}},
        {"ps", {"نهر", "هوا", "وزن", "یخ"}},
        {"azb", {"آب", "باران", "وزن", "هوا", "یزد"}},
        {"ckb", {"ئاو", "بەفر", "رۆژ", "ڕووبار", "زەوی", "لق", "ڵێ", "وێنە", "هەوا", "یاد"}},
        {"ar", {"أحمد", "باب", "تمر", "ياسمين"}},
        {"he", {"אב", "בית", "מים", "תמר"}},
        {"en", {"aquifer", "Barrier", "canal", "Zebra"}},
        {"de", {"Ader", "Äste", "Baum", "Öl", "Zaun"}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        for (size_t j = 1; j < 10 && cases[i].words[j] != NULL; j++) {
            Slice before = key_of(cases[i].language, cases[i].words[j - 1]);
            Slice after = key_of(cases[i].language, cases[i].words[j]);
            if (slice_compare(before, after) >= 0)
                fail_msg("%s: “%s” comes behind “%s”", cases[i].language, cases[i].words[j - 1],
                         cases[i].words[j]);
            assert_true(collate_rank(before) <= collate_rank(after));
        }
    }
}

static void ranks_keys_in_their_order(void **state)
{
    (void) state;
    static const char *const keys[] = {"",        "\x01",     "a",        "ab",
                                       "abcdefg", "abcdefgh", "abcdefgi", "\xFF"};
    for (size_t i = 1; i < COUNT(keys); i++)
        assert_true(collate_rank(slice_of_string(keys[i - 1])) <
                    collate_rank(slice_of_string(keys[i])));
    assert_true(collate_rank(SLICE("abcdefgh1")) == collate_rank(SLICE("abcdefgh2")));
}

/* Up to the end of the first level. */
static Slice primary_of(const char *code, const char *text)
{
    Slice key = key_of(code, text);
    size_t end;
    return slice_find_byte(key, 1, &end) ? slice_to(key, end) : key;
}

static void takes_ways_of_typing_for_the_same(void **state)
{
    (void) state;
    static const char *const pairs[][2] = {
        {"می خواهم", "می" ZWNJ "خواهم"},
        {"علي", "علی"},
        {"كتاب", "کتاب"},
        {"۱۲", "12"},
    };
    for (size_t i = 0; i < COUNT(pairs); i++)
        expect_slice(primary_of("fa", pairs[i][0]), primary_of("fa", pairs[i][1]),
                     slice_of_string(pairs[i][0]));
    expect_slice(key_of("fa", pairs[0][0]), key_of("fa", pairs[0][1]), SLICE("spaces are ignored"));
}

static void gives_long_titles_a_whole_key(void **state)
{
    (void) state;
    char text[1001];
    memset(text, 'a', 1000);
    text[1000] = '\0';
    Slice longer = key_of("en", text);
    text[999] = 'b';
    Slice later = key_of("en", text);
    assert_true(longer.size >= 1000);
    assert_true(slice_compare(longer, later) < 0);
    assert_int_equal(key_of("en", "").size, key_of("en", "-").size);
}

static const char *heading_of(const char *code, const char *title)
{
    const Language *language = language_of(code);
    size_t heading = collate_find_heading(language, slice_of_string(title), key_of(code, title));
    assert_true(heading < collate_heading_count(language));
    return string_of(collate_heading(language, heading).bytes);
}

static void finds_the_letter_of_a_title(void **state)
{
    (void) state;
    static const struct {
        const char *language;
        const char *title;
        const char *heading;
    } cases[] = {
        {"fa", "آب", "آ"},      {"fa", "ابر", "ا"},       {"fa", "كرمان", "ک"},
        {"fa", "أحمد", "ا"},    {"fa", "یزد", "ی"},       {"fa", "هوا", "ه"},
        {"fa", "«گندم»", "گ"},  {"fa", "Aquifer", "A–Z"}, {"fa", "Вода", "A–Z"},
        {"fa", "۱۲ راه", "#"},  {"fa", "12", "#"},        {"fa", "…", "#"},
        {"fa", "", "#"},        {"en", "Éclair", "E"},    {"en", "zebra", "Z"},
        {"en", "آب", "ا–ی"},    {"en", "5G", "#"},        {"en", "The Well", "T"},
        {"ckb", "ڕووبار", "ڕ"}, {"ckb", "ئاو", "ئ"},      {"ckb", "ێستا", "ێ"},
        {"ckb", "ەوە", "ە"},    {"ckb", "کانی", "ک"},     {"azb", "سو", "س"},
        {"ar", "كتاب", "ك"},    {"he", "מים", "מ"},       {"ps", "ځمکه", "ځ"},
        {"ur", "ٹیوب", "ٹ"},    {"de", "Öl", "O"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        expect_text(slice_of_string(heading_of(cases[i].language, cases[i].title)),
                    cases[i].heading, cases[i].title);
}

static void has_the_letters_of_each_language(void **state)
{
    (void) state;
    static const struct {
        const char *language;
        size_t count;
        const char *first, *last;
    } cases[] = {
        {"fa", 33, "آ", "ی"}, {"en", 26, "A", "Z"},  {"ar", 28, "ا", "ي"},
        {"he", 22, "א", "ת"}, {"azb", 33, "آ", "ی"}, {"ckb", 33, "ئ", "ێ"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const Language *language = language_of(cases[i].language);
        assert_int_equal(collate_heading_count(language), cases[i].count + 2);
        expect_text(collate_heading(language, 0).bytes, cases[i].first, cases[i].language);
        expect_text(collate_heading(language, cases[i].count - 1).bytes, cases[i].last,
                    cases[i].language);
        expect_text(collate_heading_id(&fixture_arena, language, 0), "l1", "id");
        expect_text(collate_heading_id(&fixture_arena, language, cases[i].count), "other", "id");
        expect_text(collate_heading_id(&fixture_arena, language, cases[i].count + 1), "digits",
                    "id");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(puts_words_in_the_order_of_the_language),
        cmocka_unit_test(ranks_keys_in_their_order),
        cmocka_unit_test(takes_ways_of_typing_for_the_same),
        cmocka_unit_test(gives_long_titles_a_whole_key),
        cmocka_unit_test(finds_the_letter_of_a_title),
        cmocka_unit_test(has_the_letters_of_each_language),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
