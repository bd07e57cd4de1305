/* Punctuation and white space around it, as Persian writes them; digits are text/digit_rule's. */
#include "text/mark.h"

#include "text/numeral.h"
#include "text/quote.h"

static bool is_persian_end(const Letters *letters, size_t end)
{
    while (end > 0 && (letters->classes[end - 1] & (CLASS_NSM | CLASS_JOINER)))
        end--;
    return (letters_class_before(letters, end) & CLASS_ARABIC) != 0;
}

static bool is_fixed(const Letters *letters, size_t position)
{
    return (letters->classes[position] & (CLASS_KEPT | CLASS_PROTECTED)) != 0;
}

static uint32_t persian_mark(uint32_t code)
{
    return code == ',' ? 0x60C : code == ';' ? 0x61B : code == '?' ? 0x61F : 0;
}

static Slice mark_text(uint32_t code)
{
    return code == ',' ? SLICE("،") : code == ';' ? SLICE("؛") : SLICE("؟");
}

/* P1: true when the , ; or ? at `position` ends Persian words. */
static bool follows_persian(const Letters *letters, size_t position)
{
    const uint32_t before = letters_code_before(letters, position);
    const uint32_t class = letters_class_before(letters, position);
    const uint32_t next = letters_class(letters, position + 1);
    if (is_persian_end(letters, position) || before == 0xBB)
        return true;
    return (next & (CLASS_SPACE | CLASS_BREAK)) &&
           ((class & CLASS_DIGIT) || before == ')' || before == 0x66A);
}

static void fix_punctuation(Letters *letters, FindingList *findings)
{
    for (size_t i = 0; (i = letters_find(letters, i, CLASS_PUNCT)) < letters->count; i++) {
        const uint32_t code = letters->codes[i];
        const uint32_t persian = persian_mark(code);
        if (persian == 0 || is_fixed(letters, i) || !follows_persian(letters, i))
            continue;
        const size_t origin = letters_origin(letters, i);
        Finding *finding = finding_add(findings, DIAGNOSTIC_TEXT_PUNCTUATION, origin, origin + 1);
        finding->words[1] = mark_text(code);
        finding_edit(finding, origin, origin + 1, finding->words[1]);
        letters_set(letters, i, persian);
    }
}

void mark_bind_units(const Typography *typography, Letters *letters, const TokenList *tokens)
{
    if (typography->family == TYPOGRAPHY_OTHER)
        return;
    for (size_t i = 0; i < tokens->count; i++) {
        if (tokens->items[i].kind != TOKEN_QUANTITY)
            continue;
        for (size_t j = tokens->items[i].start; j < tokens->items[i].end; j++)
            if ((letters->classes[j] & (CLASS_SPACE | CLASS_KEPT)) == CLASS_SPACE &&
                letters->codes[j] != 0xA0)
                letters_set(letters, j, 0xA0);
    }
}

static bool closes_tightly(uint32_t code)
{
    return code == 0x60C || code == 0x61B || code == 0x61F || code == 0xBB;
}

static bool ends_word(const Letters *letters, size_t position)
{
    const uint32_t code = letters->codes[position];
    const uint32_t next = letters_class(letters, position + 1);
    return (code == ':' || code == '!' || code == '.' || code == ')') &&
           (next & (CLASS_SPACE | CLASS_BREAK));
}

/* True when `rewrite` ends in Persian: a letter, a mark on it, a digit, » ) or ٪. */
static bool last_is_persian(const LettersRewrite *rewrite)
{
    const uint32_t class = letters_last_class(rewrite), code = letters_last_code(rewrite);
    return (class & (CLASS_ARABIC | CLASS_NSM)) ||
           ((class & CLASS_DIGIT) && !(class & CLASS_LATIN_DIGIT)) || code == 0xBB || code == ')' ||
           code == 0x66A;
}

/* P5 and P7: true when the white space at `position` goes. */
static bool drops_space(const LettersRewrite *rewrite, const Letters *letters, size_t position)
{
    const size_t next = position + 1;
    const uint32_t code = letters_code(letters, next);
    const uint32_t last = letters_last_code(rewrite);
    if (next >= letters->count || is_fixed(letters, next))
        return false;
    const bool opens = last == '(' || last == 0xAB;
    const bool closes = code == ')' || code == 0xBB;
    if (opens || closes)
        return !(opens && closes) && !(letters_last_class(rewrite) & CLASS_KEPT);
    return last_is_persian(rewrite) && (closes_tightly(code) || ends_word(letters, next));
}

/* P6: true when a space is missing behind the letter put last. */
static bool lacks_space(const LettersRewrite *rewrite, const Letters *letters, size_t next)
{
    const uint32_t last = letters_last_code(rewrite);
    const uint32_t class = letters_class(letters, next);
    const bool is_comma = last == 0x60C || last == 0x61B || last == 0x61F;
    return is_comma && !(letters_last_class(rewrite) & (CLASS_KEPT | CLASS_PROTECTED)) &&
           ((class & (CLASS_L | CLASS_R)) || letters_code(letters, next) == 0xAB) &&
           !(class & CLASS_HIDDEN) && !(letters_code(letters, next) == 0x61F) &&
           !(letters_code(letters, next) == 0x61B);
}

/* P4: the end of a run of full stops. */
static size_t end_of_stops(const Letters *letters, size_t position)
{
    while (letters_code(letters, position) == '.' && !is_fixed(letters, position))
        position++;
    return position;
}

static size_t pass_letter(LettersRewrite *rewrite, const Letters *letters, size_t position)
{
    const uint32_t class = letters->classes[position];
    if (lacks_space(rewrite, letters, position))
        letters_put(rewrite, ' ', position - 1);
    if (is_fixed(letters, position)) {
        letters_keep(rewrite, position);
        return position + 1;
    }
    if ((class & CLASS_SPACE) && drops_space(rewrite, letters, position))
        return position + 1;
    const size_t stops = end_of_stops(letters, position);
    if (stops < position + 3) {
        letters_keep(rewrite, position);
        return position + 1;
    }
    letters_put(rewrite, 0x2026, position);
    return stops;
}

/* Rules that take letters out or put them in. */
static void fix_spacing(Letters *letters)
{
    LettersRewrite rewrite;
    letters_rewrite_begin(&rewrite, letters, letters->count * 2);
    for (size_t i = 0; i < letters->count;)
        i = pass_letter(&rewrite, letters, i);
    if (rewrite.count != letters->count)
        letters_rewrite_end(&rewrite);
}

/* Digits of these kinds follow the rules although they are tokens (D5). */
static bool follows_digit_rules(uint8_t kind)
{
    return kind == TOKEN_PERCENT || kind == TOKEN_RANGE || kind == TOKEN_SIGNED;
}

static void protect(Letters *letters, size_t start, size_t end)
{
    letters->mask |= CLASS_PROTECTED;
    for (size_t i = start; i < end; i++)
        letters->classes[i] |= CLASS_PROTECTED;
}

static void unprotect(Letters *letters)
{
    if (!(letters->mask & CLASS_PROTECTED))
        return;
    for (size_t i = 0; i < letters->count; i++)
        letters->classes[i] &= ~CLASS_PROTECTED;
    letters->mask &= ~CLASS_PROTECTED;
}

static void protect_tokens(Letters *letters, const TokenList *tokens)
{
    for (size_t i = 0; i < tokens->count; i++)
        if (!follows_digit_rules(tokens->items[i].kind))
            protect(letters, tokens->items[i].start, tokens->items[i].end);
}

/* Words with _ \\ or @ and hashtags are names, not prose. */
static void protect_names(Letters *letters)
{
    size_t start = 0;
    bool is_name = false;
    for (size_t i = 0; i <= letters->count; i++) {
        const uint32_t code = letters_code(letters, i);
        is_name = is_name || code == '_' || code == '\\' || code == '@' || code == '#';
        if (!(letters_class(letters, i) & (CLASS_SPACE | CLASS_BREAK)))
            continue;
        if (is_name)
            protect(letters, start, i);
        start = i + 1;
        is_name = false;
    }
}

#define PAIRS_OF_SPACING                                                                           \
    (PAIR_SPACE_BEFORE_MARK | PAIR_SPACE_AFTER_MARK | PAIR_COMMA_LETTER | PAIR_STOPS)

static bool has_trigger(const Letters *letters)
{
    return (letters->mask & CLASS_LATIN_DIGIT) || (letters->wakes & WAKE_QUOTE) ||
           (letters->pairs & (PAIRS_OF_SPACING | PAIR_DIGIT_MARK | PAIR_LETTER_MARK)) != 0;
}

void mark_fix(const Typography *typography, Letters *letters, const TokenList *tokens,
              FindingList *findings)
{
    if (typography->family != TYPOGRAPHY_PERSIAN || !has_trigger(letters))
        return;
    unprotect(letters);
    protect_tokens(letters, tokens);
    if (letters->wakes & WAKE_NAME)
        protect_names(letters);
    if ((letters->mask & CLASS_LATIN_DIGIT) || (letters->pairs & PAIR_DIGIT_MARK))
        numeral_fix(typography, letters, findings);
    if (letters->wakes & WAKE_QUOTE)
        quote_fix(letters, findings);
    if (letters->pairs & PAIR_LETTER_MARK)
        fix_punctuation(letters, findings);
    if (letters->pairs & PAIRS_OF_SPACING)
        fix_spacing(letters);
}
