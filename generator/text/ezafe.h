/* The two ways to write the ezafe after a silent heh: heh with hamza, and heh with U+200C and yeh.
 * Both are right; a page should choose one (persian 9.2). */
#ifndef TEXT_EZAFE_H
#define TEXT_EZAFE_H

#include "text/letters.h"

/* The forms a page has shown so far. {0}: none. */
typedef struct EzafeForms {
    bool has_hamza;
    bool has_yeh;
} EzafeForms;

/* Notes the forms of a block. True when this block is the first to hold the other form of a page;
 * *ret_position is the letter where it stands. */
bool ezafe_note(EzafeForms *forms, const Letters *letters, size_t *ret_position);

#endif
