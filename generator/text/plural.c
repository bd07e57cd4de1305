/* Plural words: which one a number takes, which ones a language has. */
#include "text/plural.h"

#include "text/tools.h"

#include <assert.h>

static const Slice names[PLURAL_WORD_COUNT] = {
    SLICE_INIT("zero"), SLICE_INIT("one"),  SLICE_INIT("two"),
    SLICE_INIT("few"),  SLICE_INIT("many"), SLICE_INIT("other"),
};

PluralWord plural_select(const Language *language, PluralKind kind, double value)
{
    assert(language->kind == LANGUAGE_OF_SITE);
    UChar units[16];
    UErrorCode status = U_ZERO_ERROR;
    int32_t count = uplrules_select(language->tools->plurals[kind], value, units, 16, &status);
    char bytes[16];
    for (int32_t i = 0; i < count && i < 16; i++)
        bytes[i] = (char) units[i];
    PluralWord word = PLURAL_OTHER;
    if (U_SUCCESS(status))
        plural_find((Slice){bytes, (size_t) count}, &word);
    return word;
}

uint32_t plural_words(const Language *language, PluralKind kind)
{
    assert(language->kind == LANGUAGE_OF_SITE);
    return language->tools->plural_words[kind];
}

Slice plural_word(PluralWord word)
{
    return names[word];
}

bool plural_find(Slice name, PluralWord *ret_word)
{
    for (PluralWord word = PLURAL_ZERO; word < PLURAL_WORD_COUNT; word++) {
        if (!slice_equal(name, names[word]))
            continue;
        *ret_word = word;
        return true;
    }
    return false;
}
