/* Which forms of the ezafe a page writes. */
#include "text/ezafe.h"

#define HEH 0x647
#define HAMZA 0x654
#define YEH 0x6CC

static bool ends_word(const Letters *letters, size_t position)
{
    return !(letters_class(letters, position) & (CLASS_ARABIC | CLASS_NSM | CLASS_JOINER));
}

bool ezafe_note(EzafeForms *forms, const Letters *letters, size_t *ret_position)
{
    const bool was_mixed = forms->has_hamza && forms->has_yeh;
    const bool may_hold_form =
        (letters->pairs & PAIR_EZAFE) &&
        ((letters->pairs & PAIR_JOINER_YEH) || (letters->mask & CLASS_COMPOSES));
    if (was_mixed || !may_hold_form)
        return false;
    const uint32_t second = CLASS_JOINER | CLASS_COMPOSES;
    for (size_t i = 1; (i = letters_find(letters, i, second)) < letters->count; i++) {
        if (letters->codes[i - 1] != HEH)
            continue;
        const bool is_yeh = (letters->classes[i] & CLASS_JOINER) &&
                            letters_code(letters, i + 1) == YEH && ends_word(letters, i + 2);
        forms->has_hamza |= letters->codes[i] == HAMZA;
        forms->has_yeh |= is_yeh;
        if (forms->has_hamza && forms->has_yeh) {
            *ret_position = i - 1;
            return true;
        }
    }
    return false;
}
