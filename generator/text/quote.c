/* "…" and “…” become «…» where their content is Persian. */
#include "text/quote.h"

#define NO_QUOTE SIZE_MAX

static bool is_fixed(const Letters *letters, size_t position)
{
    return (letters->classes[position] & (CLASS_KEPT | CLASS_PROTECTED)) != 0;
}

static bool is_outside(uint32_t class)
{
    const uint32_t inner = CLASS_L | CLASS_R | CLASS_DIGIT | CLASS_ATOM | CLASS_NSM | CLASS_JOINER;
    return !(class & inner);
}

/* At least one Persian letter, and no more Latin ones than Persian ones. */
static bool is_persian_content(const Letters *letters, size_t start, size_t end)
{
    size_t persian = 0, latin = 0;
    for (size_t i = start; i < end; i++) {
        persian += (letters->classes[i] & CLASS_ARABIC) != 0;
        latin += (letters->classes[i] & CLASS_L) != 0;
    }
    return persian > 0 && latin <= persian;
}

/* No white space just inside, and nothing of a word just outside. */
static bool sits_well(const Letters *letters, size_t open, size_t close)
{
    return close > open + 1 && !(letters->classes[open + 1] & CLASS_SPACE) &&
           !(letters->classes[close - 1] & CLASS_SPACE) &&
           is_outside(letters_class_before(letters, open)) &&
           is_outside(letters_class(letters, close + 1));
}

static void turn(Letters *letters, size_t open, size_t close, FindingList *findings)
{
    const size_t from = letters_origin(letters, open), to = letters_origin(letters, close);
    Finding *finding = finding_add(findings, DIAGNOSTIC_TEXT_QUOTES, from, to + 1);
    finding_edit(finding, from, from + 1, SLICE("«"));
    finding_edit(finding, to, to + 1, SLICE("»"));
    letters_set(letters, open, 0xAB);
    letters_set(letters, close, 0xBB);
}

static size_t count_straight(const Letters *letters)
{
    size_t count = 0;
    for (size_t i = 0; (i = letters_find(letters, i, CLASS_QUOTE)) < letters->count; i++)
        count += letters->codes[i] == '"';
    return count;
}

/* P2 */
static void fix_straight(Letters *letters, FindingList *findings)
{
    size_t open = NO_QUOTE;
    if (count_straight(letters) % 2 != 0)
        return;
    for (size_t i = 0; (i = letters_find(letters, i, CLASS_QUOTE)) < letters->count; i++) {
        if (letters->codes[i] != '"')
            continue;
        if (open == NO_QUOTE) {
            open = i;
            continue;
        }
        if (!is_fixed(letters, open) && !is_fixed(letters, i) && sits_well(letters, open, i) &&
            is_persian_content(letters, open + 1, i))
            turn(letters, open, i, findings);
        open = NO_QUOTE;
    }
}

/* P3; marks inside « » or inside each other stay. */
static void fix_curly(Letters *letters, FindingList *findings)
{
    size_t open = NO_QUOTE, depth = 0;
    for (size_t i = 0; (i = letters_find(letters, i, CLASS_QUOTE)) < letters->count; i++) {
        const uint32_t code = letters->codes[i];
        if (code == 0xAB)
            depth++;
        else if (code == 0xBB && depth > 0)
            depth--;
        else if (code == 0x201C)
            open = open == NO_QUOTE && depth == 0 ? i : open;
        else if (code == 0x201D && open != NO_QUOTE) {
            if (!is_fixed(letters, open) && !is_fixed(letters, i) && depth == 0 &&
                is_persian_content(letters, open + 1, i))
                turn(letters, open, i, findings);
            open = NO_QUOTE;
        }
    }
}

void quote_fix(Letters *letters, FindingList *findings)
{
    fix_straight(letters, findings);
    fix_curly(letters, findings);
}
