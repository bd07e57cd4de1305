/* One block of text through all steps in their order: characters, tokens, digits and punctuation,
 * the decision what to isolate, lint. Elements are not known here: shape/prose fills the letters
 * from a tree and writes the result back; a mere string goes through polish_string. */
#ifndef TEXT_POLISH_H
#define TEXT_POLISH_H

#include "text/token.h"
#include "text/typography.h"

typedef struct PolishRules {
    Typography typography;
    Direction base; /* of the block */
    bool no_isolation;
    bool no_typography;
} PolishRules;

void polish_rules_init(PolishRules *rules, const Language *language);

/* The rules of a block that runs against its language: its words are of another one, whose digits
 * and marks they keep. */
void polish_rules_turn(PolishRules *rules, Direction base);

typedef struct Polish {
    Letters letters;
    TokenList tokens;
    FindingList findings;
} Polish;

void polish_init(Polish *polish, Arena *scratch);

/* Forgets the block and keeps the memory. */
void polish_clear(Polish *polish);

/* Works on polish->letters, which the caller has filled. Afterwards `tokens` holds what was found,
 * with needs and wishes; where isolation is off it is empty. */
void polish_block(Polish *polish, const PolishRules *rules);

/* True when U+061C goes in front of a token, to hold its percent sign. */
bool polish_wants_mark(const Polish *polish, const PolishRules *rules, const Token *token);

/* True for text that no step touches: left-to-right, without a sign that may begin a number, and
 * without letters of the other direction, marks and what leaves no ink (persian 16). */
bool polish_passes_over(const PolishRules *rules, Slice text);

/* A string through all steps, with controls for isolates, and guarded in front. Returns `text`
 * itself where nothing was to be done. Only the result stays in `arena`. What is isolated already
 * is left alone; with `findings` (NULL: nobody asks) the text is judged, and treated, as somebody
 * typed it. */
Slice polish_string(Arena *arena, const PolishRules *rules, Slice text, FindingList *findings);

#endif
