/* Plural and ordinal words of a language, by ICU's rules. */
#ifndef TEXT_PLURAL_H
#define TEXT_PLURAL_H

#include "text/language.h"

typedef enum PluralKind { PLURAL_CARDINAL, PLURAL_ORDINAL, PLURAL_KIND_COUNT } PluralKind;

typedef enum PluralWord {
    PLURAL_ZERO,
    PLURAL_ONE,
    PLURAL_TWO,
    PLURAL_FEW,
    PLURAL_MANY,
    PLURAL_OTHER,
    PLURAL_WORD_COUNT
} PluralWord;

/* The word a number takes in a language of the site. */
PluralWord plural_select(const Language *language, PluralKind kind, double value);

/* The words the language has: a bit for each. PLURAL_OTHER is always there. */
uint32_t plural_words(const Language *language, PluralKind kind);

/* "one", "few" … */
Slice plural_word(PluralWord word);
bool plural_find(Slice name, PluralWord *ret_word);

#endif
