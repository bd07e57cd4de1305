/* From a language to its family of rules. */
#include "text/typography.h"

void typography_init(Typography *typography, const Language *language)
{
    const bool is_persian = language->id == LANGUAGE_FA || language->id == LANGUAGE_FA_AF;
    *typography = (Typography){
        .family = is_persian                   ? TYPOGRAPHY_PERSIAN
                  : language->is_arabic_script ? TYPOGRAPHY_ARABIC
                                               : TYPOGRAPHY_OTHER,
        .language = language,
        .keeps_digits = language->digits != DIGITS_ARABEXT,
    };
}
