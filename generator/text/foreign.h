/* Phrases of the other direction: how far they reach to both sides and what kind they are
 * (persian 4.4 and 4.5). */
#ifndef TEXT_FOREIGN_H
#define TEXT_FOREIGN_H

#include "text/token.h"

/* Where a scan of one block stands. Phrases of one stretch share its end, so that a text full of
 * half brackets is not walked again from each. */
typedef struct ForeignScan {
    const Letters *letters;
    size_t floor;      /* end of the token before; nothing grows left past it */
    size_t extent_end; /* of the stretch that was walked last */
    bool has_turned;   /* right-to-left block: a letter of that direction came before */
} ForeignScan;

/* The phrase around the left-to-right letter at `position` of a right-to-left block. */
Token foreign_match_ltr(ForeignScan *scan, size_t position);

/* The phrase around the right-to-left letter at `position` of a left-to-right block. */
Token foreign_match_rtl(ForeignScan *scan, size_t position);

#endif
