/* One block of text through all steps in their order: characters, tokens, digits and punctuation,
 * the decision what to isolate, lint. Elements are not known here: shape/prose fills the letters
 * from a tree and writes the result back; isolate_plain does the same for a mere string. */
#ifndef TEXT_POLISH_H
#define TEXT_POLISH_H

#include "text/typography.h"

typedef struct PolishRules {
    Typography typography;
    Direction base; /* of the block */
    bool isolates;
    bool has_typography;
} PolishRules;

typedef struct Polish {
    Letters letters;
    TokenList tokens;
    FindingList findings;
} Polish;

void polish_init(Polish *polish, Arena *scratch);

/* Forgets the block and keeps the memory. */
void polish_clear(Polish *polish);

/* Works on polish->letters, filled by the caller. Afterwards `tokens` holds what was found, with
 * needs and wishes. */
void polish_block(Polish *polish, const PolishRules *rules);

#endif
