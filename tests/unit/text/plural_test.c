/* Plural and ordinal words of the languages. */
#include "fixture.h"
#include "text/plural.h"

#define BIT(word) (1U << PLURAL_##word)
#define ONE_OTHER (BIT(ONE) | BIT(OTHER))

static void has_the_words_of_each_language(void **state)
{
    (void) state;
    static const struct {
        const char *language;
        uint32_t cardinal, ordinal;
    } cases[] = {
        {"fa", ONE_OTHER, BIT(OTHER)},
        {"fa-AF", ONE_OTHER, BIT(OTHER)},
        {"en", ONE_OTHER, BIT(ONE) | BIT(TWO) | BIT(FEW) | BIT(OTHER)},
        {"ar", BIT(ZERO) | BIT(ONE) | BIT(TWO) | BIT(FEW) | BIT(MANY) | BIT(OTHER), BIT(OTHER)},
        {"he", BIT(ONE) | BIT(TWO) | BIT(OTHER), BIT(OTHER)},
        {"ckb", ONE_OTHER, BIT(OTHER)},
        {"azb", ONE_OTHER, BIT(ONE) | BIT(FEW) | BIT(MANY) | BIT(OTHER)},
        {"az", ONE_OTHER, BIT(ONE) | BIT(FEW) | BIT(MANY) | BIT(OTHER)},
        {"ps", ONE_OTHER, BIT(OTHER)},
        {"ku", ONE_OTHER, BIT(OTHER)},
        {"ur", ONE_OTHER, BIT(OTHER)},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const Language *language = language_of(cases[i].language);
        assert_int_equal(plural_words(language, PLURAL_CARDINAL), cases[i].cardinal);
        assert_int_equal(plural_words(language, PLURAL_ORDINAL), cases[i].ordinal);
    }
}

static void chooses_the_word_of_a_number(void **state)
{
    (void) state;
    static const struct {
        const char *language;
        PluralKind kind;
        double value;
        PluralWord word;
    } cases[] = {
        {"fa", PLURAL_CARDINAL, 0, PLURAL_ONE},     {"fa", PLURAL_CARDINAL, 0.5, PLURAL_ONE},
        {"fa", PLURAL_CARDINAL, 1, PLURAL_ONE},     {"fa", PLURAL_CARDINAL, 2, PLURAL_OTHER},
        {"en", PLURAL_CARDINAL, 0, PLURAL_OTHER},   {"en", PLURAL_CARDINAL, 1, PLURAL_ONE},
        {"en", PLURAL_CARDINAL, 1.5, PLURAL_OTHER}, {"ar", PLURAL_CARDINAL, 0, PLURAL_ZERO},
        {"ar", PLURAL_CARDINAL, 1, PLURAL_ONE},     {"ar", PLURAL_CARDINAL, 2, PLURAL_TWO},
        {"ar", PLURAL_CARDINAL, 3, PLURAL_FEW},     {"ar", PLURAL_CARDINAL, 11, PLURAL_MANY},
        {"ar", PLURAL_CARDINAL, 100, PLURAL_OTHER}, {"he", PLURAL_CARDINAL, 2, PLURAL_TWO},
        {"azb", PLURAL_CARDINAL, 1, PLURAL_ONE},    {"azb", PLURAL_CARDINAL, 2, PLURAL_OTHER},
        {"en", PLURAL_ORDINAL, 1, PLURAL_ONE},      {"en", PLURAL_ORDINAL, 22, PLURAL_TWO},
        {"en", PLURAL_ORDINAL, 13, PLURAL_OTHER},   {"az", PLURAL_ORDINAL, 3, PLURAL_FEW},
        {"fa", PLURAL_ORDINAL, 3, PLURAL_OTHER},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(
            plural_select(language_of(cases[i].language), cases[i].kind, cases[i].value),
            cases[i].word);
}

static void finds_words_by_name(void **state)
{
    (void) state;
    for (PluralWord word = PLURAL_ZERO; word < PLURAL_WORD_COUNT; word++) {
        PluralWord found = PLURAL_WORD_COUNT;
        assert_true(plural_find(plural_word(word), &found));
        assert_int_equal(found, word);
    }
    PluralWord found;
    assert_false(plural_find(SLICE("several"), &found));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_the_words_of_each_language),
        cmocka_unit_test(chooses_the_word_of_a_number),
        cmocka_unit_test(finds_words_by_name),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
