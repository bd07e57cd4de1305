/* Faults of the source that show only beside tokens and words. */
#include "text/advice.h"

#include "base/arena.h"
#include "text/wording.h"

static Slice text_between(const Letters *letters, size_t start, size_t end, Arena *arena)
{
    Buffer text;
    buffer_init(&text, arena, (end - start + 1) * 4);
    letters_encode(letters, start, end, &text);
    return buffer_slice(&text);
}

static Finding *add(const Letters *letters, DiagnosticCode code, size_t start, size_t end,
                    FindingList *findings)
{
    return finding_add(findings, code, letters_origin(letters, start),
                       (size_t) letters_origin(letters, end - 1) + 1);
}

static void edit(Finding *finding, const Letters *letters, size_t start, size_t end, Slice text)
{
    finding_edit(finding, letters_origin(letters, start),
                 (size_t) letters_origin(letters, end - 1) + 1, text);
}

/* «۱۲-۱۵»: «۱۲ تا ۱۵» */
static void check_range(const Letters *letters, const Token *token, FindingList *findings)
{
    size_t dash = token->start;
    while (dash < token->end && !(letters->classes[dash] & CLASS_DASH))
        dash++;
    if (dash == token->end)
        return;
    const Slice parts[] = {text_between(letters, token->start, dash, findings->arena),
                           SLICE(" تا "),
                           text_between(letters, dash + 1, token->end, findings->arena)};
    Finding *finding = add(letters, DIAGNOSTIC_TEXT_RANGE, token->start, token->end, findings);
    finding->words[1] = slice_join(findings->arena, parts, 3, SLICE(""));
    edit(finding, letters, dash, dash + 1, parts[1]);
}

/* The letter behind `position` that is neither white space nor another neutral. */
static size_t skip_neutrals(const Letters *letters, size_t position)
{
    const uint32_t stops = CLASS_L | CLASS_R | CLASS_EN | CLASS_AN | CLASS_BREAK | CLASS_ATOM;
    while (position < letters->count && !(letters->classes[position] & stops))
        position++;
    return position;
}

/* A name that ends in a number of its own word, before a Persian word. */
static void check_number(const Letters *letters, const Token *token, FindingList *findings)
{
    size_t start = token->end;
    while (start > token->start && (letters->classes[start - 1] & CLASS_DIGIT))
        start--;
    const bool is_number =
        start < token->end && start > token->start && (letters->classes[start - 1] & CLASS_SPACE);
    const size_t next = skip_neutrals(letters, token->end);
    if (is_number && next > token->end && (letters_class(letters, next) & CLASS_R) &&
        (letters->classes[token->end] & CLASS_SPACE))
        add(letters, DIAGNOSTIC_TEXT_LATIN_NUMBER, token->start, token->end, findings);
}

static bool is_full_stop_between(const Letters *letters, const Token *token, const Token *next)
{
    return letters_code(letters, token->end) == '.' && next != NULL && next->kind == TOKEN_PHRASE &&
           next->start == token->end + 2 && (letters->classes[token->end + 1] & CLASS_SPACE);
}

/* Marks that may belong to a name or to the sentence. */
static void check_mark(const Letters *letters, const Token *token, const Token *next,
                       FindingList *findings)
{
    const uint32_t code = letters_code(letters, token->end);
    const size_t after = skip_neutrals(letters, token->end);
    const bool before_persian = (letters_class(letters, after) & CLASS_R) != 0;
    const bool is_comma = code == ',' && before_persian;
    const bool ends_in_plus =
        letters->codes[token->end - 1] == '+' && token->end - token->start > 1 &&
        letters->codes[token->end - 2] != '+' && before_persian &&
        (letters_class(letters, token->end) & CLASS_SPACE) && after == token->end + 1;
    if (code == '!' || is_comma || is_full_stop_between(letters, token, next) || ends_in_plus)
        add(letters, DIAGNOSTIC_TEXT_LATIN_MARK, token->start, token->end, findings);
}

static bool is_name(const Token *token)
{
    return token->kind == TOKEN_PHRASE || token->kind == TOKEN_TAG;
}

static void check_tokens(const Letters *letters, const TokenList *tokens, FindingList *findings)
{
    for (size_t i = 0; i < tokens->count; i++) {
        const Token *token = &tokens->items[i];
        const Token *next = i + 1 < tokens->count ? token + 1 : NULL;
        if (token->kind == TOKEN_RANGE)
            check_range(letters, token, findings);
        else if (is_name(token)) {
            check_number(letters, token, findings);
            check_mark(letters, token, next, findings);
        }
    }
}

static bool is_mark_to_repeat(uint32_t code)
{
    return code == '!' || code == '?' || code == 0x61F;
}

/* !! and ؟؟ */
static void check_repeated(const Letters *letters, FindingList *findings)
{
    for (size_t i = 0; i < letters->count;) {
        size_t end = i + 1;
        while (is_mark_to_repeat(letters->codes[i]) &&
               letters_code(letters, end) == letters->codes[i])
            end++;
        if (end > i + 1) {
            Finding *finding = add(letters, DIAGNOSTIC_TEXT_REPEATED_MARK, i, end, findings);
            finding->words[0] = text_between(letters, i, i + 1, findings->arena);
            edit(finding, letters, i, end, finding->words[0]);
        }
        i = end;
    }
}

/* A hyphen between spaces, after Persian. */
static void check_dashes(const Letters *letters, FindingList *findings)
{
    for (size_t i = 2; (i = letters_find(letters, i, CLASS_DASH)) + 2 < letters->count; i++) {
        const bool is_dash = letters->codes[i] == '-' && (letters->classes[i - 1] & CLASS_SPACE) &&
                             (letters->classes[i + 1] & CLASS_SPACE);
        if (!is_dash || !(letters->classes[i - 2] & (CLASS_ARABIC | CLASS_NSM)) ||
            (letters->classes[i + 2] & CLASS_DIGIT))
            continue;
        Finding *finding = add(letters, DIAGNOSTIC_TEXT_DASH, i, i + 1, findings);
        edit(finding, letters, i, i + 1, SLICE("–"));
    }
}

/* Quotation marks without partner. */
static void check_quotes(const Letters *letters, FindingList *findings)
{
    size_t straight = 0, first = 0, open = 0, depth = 0;
    for (size_t i = 0; (i = letters_find(letters, i, CLASS_QUOTE)) < letters->count; i++) {
        const uint32_t code = letters->codes[i];
        if (code == '"' && straight++ == 0)
            first = i;
        else if (code == 0xAB && depth++ == 0)
            open = i;
        else if (code == 0xBB && depth > 0)
            depth--;
    }
    if (straight % 2 != 0)
        add(letters, DIAGNOSTIC_TEXT_QUOTES, first, first + 1, findings);
    if (depth > 0)
        add(letters, DIAGNOSTIC_TEXT_QUOTES, open, open + 1, findings);
}

void advice_give(const Typography *typography, const Letters *letters, const TokenList *tokens,
                 FindingList *findings)
{
    if (typography->family != TYPOGRAPHY_PERSIAN || !(letters->mask & CLASS_R))
        return;
    check_tokens(letters, tokens, findings);
    if (letters->pairs & PAIR_REPEATED)
        check_repeated(letters, findings);
    if (letters->pairs & PAIR_DASH)
        check_dashes(letters, findings);
    if (letters->mask & CLASS_QUOTE)
        check_quotes(letters, findings);
    wording_check(letters, findings);
}
