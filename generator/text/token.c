/* The finder: one pass over a block, from token to token. */
#include "text/token.h"

#include "base/arena.h"
#include "text/foreign.h"
#include "text/locator.h"
#include "text/numeric.h"

#include <string.h>

#define PHONE_MAX_SIZE 48 /* letters; longer strings are no phone */
#define SIGNS_MAX_SIZE 3  /* what a token begins with before its first digit: "(+ ", "+ (" */

void token_list_init(TokenList *list, Arena *arena)
{
    *list = (TokenList){.arena = arena};
}

static void add(TokenList *list, Token token)
{
    if (list->count == list->capacity)
        list->items =
            arena_grow(list->arena, list->items, sizeof(Token), list->count, &list->capacity);
    list->items[list->count++] = token;
}

static void add_range(TokenList *list, TokenKind kind, size_t start, size_t end)
{
    add(list, (Token){.start = (uint32_t) start, .end = (uint32_t) end, .kind = (uint8_t) kind});
}

/* Steps over a number that is no token. */
static size_t pass_number(const Letters *letters, size_t position)
{
    const size_t end = numeric_end_of_number(letters, position);
    return numeric_is_glued(letters, end) ? letters_skip(letters, position, CLASS_DIGIT) : end;
}

/* The token at `position` of a right-to-left block; without one, *ret_token.end says where to look
 * next. */
static bool match_in_rtl(ForeignScan *scan, size_t position, Token *ret_token)
{
    const Letters *letters = scan->letters;
    const uint32_t class = letters->classes[position];
    size_t end = 0;
    TokenKind kind = TOKEN_URL;
    ret_token->end = (uint32_t) position + 1;
    const bool is_number = numeric_may_start(letters, position) &&
                           numeric_match(letters, position, &kind, &end) &&
                           (kind == TOKEN_QUANTITY || !numeric_is_glued(letters, end));
    if (is_number || locator_match(letters, position, &end)) {
        *ret_token =
            (Token){.start = (uint32_t) position, .end = (uint32_t) end, .kind = (uint8_t) kind};
        return true;
    }
    if (class & CLASS_DIGIT) {
        ret_token->end = (uint32_t) pass_number(letters, position);
        return false;
    }
    if (!(class & CLASS_L))
        return false;
    *ret_token = foreign_match_ltr(scan, position);
    return true;
}

/* Signs and brackets in front of a number begin the token. */
static size_t start_of_signs(const Letters *letters, size_t floor, size_t digit)
{
    const uint32_t no_sign = CLASS_L | CLASS_R | CLASS_SPACE | CLASS_NSM | CLASS_JOINER;
    size_t start = digit - floor > SIGNS_MAX_SIZE ? digit - SIGNS_MAX_SIZE : floor;
    while (start < digit && (letters->classes[start] & no_sign))
        start++;
    return start;
}

/* The first place from `position` on where a token may begin: a letter of the other direction, or a
 * number. */
static size_t find_start(const Letters *letters, size_t position, uint32_t classes)
{
    const size_t start = letters_find(letters, position, classes);
    return (letters_class(letters, start) & CLASS_DIGIT) ? start_of_signs(letters, position, start)
                                                         : start;
}

static bool turns_between(const Letters *letters, size_t start, size_t end)
{
    while (start < end && !class_is_turned(letters->classes[start]))
        start++;
    return start < end;
}

static void find_in_rtl(const Letters *letters, TokenList *list)
{
    ForeignScan scan = {.letters = letters};
    for (size_t i = 0, passed = 0;
         (i = find_start(letters, i, CLASS_L | CLASS_DIGIT)) < letters->count;) {
        scan.has_turned = scan.has_turned || turns_between(letters, passed, i);
        Token token = {0};
        if (match_in_rtl(&scan, i, &token)) {
            add(list, token);
            scan.floor = token.end;
        }
        i = passed = token.end;
    }
}

/* A Persian number with its percent sign, which loses it in left-to-right text. */
static size_t end_of_percent(const Letters *letters, size_t position)
{
    if ((letters->classes[position] & (CLASS_DIGIT | CLASS_LATIN_DIGIT)) != CLASS_DIGIT)
        return position;
    const size_t end = numeric_end_of_number(letters, position);
    return letters_code(letters, end) == 0x66A ? end + 1 : position;
}

static bool match_in_ltr(ForeignScan *scan, size_t position, Token *ret_token)
{
    const Letters *letters = scan->letters;
    const uint32_t code = letters->codes[position];
    size_t end = position;
    TokenKind kind = TOKEN_PHONE;
    ret_token->end = (uint32_t) position + 1;
    if (letters->classes[position] & CLASS_R) {
        *ret_token = foreign_match_rtl(scan, position);
        return true;
    }
    const bool is_phone = (code == '+' || code == '(') &&
                          numeric_match_international_phone(letters, position, &end) &&
                          !numeric_is_glued(letters, end);
    if (!is_phone) {
        end = numeric_may_start(letters, position) ? end_of_percent(letters, position) : position;
        kind = TOKEN_PERCENT;
    }
    if (end == position) {
        const size_t digits = letters_skip(letters, position, CLASS_DIGIT);
        ret_token->end = (uint32_t) (digits > position ? digits : position + 1);
        return false;
    }
    *ret_token =
        (Token){.start = (uint32_t) position, .end = (uint32_t) end, .kind = (uint8_t) kind};
    return true;
}

static void find_in_ltr(const Letters *letters, TokenList *list)
{
    ForeignScan scan = {.letters = letters};
    const uint32_t classes = (letters->wakes & WAKE_NUMBER) ? CLASS_R | CLASS_DIGIT : CLASS_R;
    for (size_t i = 0; (i = find_start(letters, i, classes)) < letters->count;) {
        Token token = {0};
        if (match_in_ltr(&scan, i, &token)) {
            add(list, token);
            scan.floor = token.end;
        }
        i = token.end;
    }
}

void token_find(const Letters *letters, Direction base, TokenList *list)
{
    list->count = 0;
    if (base == DIRECTION_RTL && (letters->mask & (CLASS_L | CLASS_DIGIT)))
        find_in_rtl(letters, list);
    else if (base == DIRECTION_LTR)
        find_in_ltr(letters, list);
}

static bool is_strong_start(uint32_t class, Direction base)
{
    return (class & (base == DIRECTION_RTL ? CLASS_L : CLASS_R)) != 0;
}

/* The class of the last letter that is neither a mark nor a joiner. */
static uint32_t last_class(const Letters *letters, const Token *token)
{
    size_t end = token->end;
    while (end > token->start + 1 && (letters->classes[end - 1] & (CLASS_NSM | CLASS_JOINER)))
        end--;
    return letters->classes[end - 1];
}

#define CLASS_NOT_NEUTRAL (CLASS_L | CLASS_R | CLASS_EN | CLASS_AN | CLASS_BREAK)

/* The first letter from `position` on that is not neutral. */
static size_t skip_neutrals(const Letters *letters, size_t position)
{
    while (position < letters->count && !(letters->classes[position] & CLASS_NOT_NEUTRAL))
        position++;
    return position;
}

static bool needs_isolation(const Letters *letters, Direction base, const Token *token)
{
    if (token->kind == TOKEN_PERCENT)
        return base == DIRECTION_LTR;
    if (token->kind >= TOKEN_PHONE || !is_strong_start(letters->classes[token->start], base))
        return true;
    const uint32_t last = last_class(letters, token);
    if (!is_strong_start(last, base) && !(base == DIRECTION_RTL && (last & CLASS_EN)))
        return true;
    const size_t next = skip_neutrals(letters, token->end);
    return (letters_class(letters, next) & CLASS_DIGIT) != 0;
}

static bool wishes_isolation(const Letters *letters, const Token *token)
{
    if (token->kind == TOKEN_URL || token->kind == TOKEN_MAIL || token->kind == TOKEN_TAG ||
        token->kind == TOKEN_PATH || (last_class(letters, token) & CLASS_DIGIT))
        return token->kind != TOKEN_PERCENT;
    for (size_t i = token->start; i < token->end; i++)
        if (letters->classes[i] & CLASS_SPACE)
            return true;
    return false;
}

void token_decide(const Letters *letters, Direction base, TokenList *list)
{
    Token *previous = NULL;
    for (size_t i = 0; i < list->count; i++) {
        Token *token = &list->items[i];
        token->needs = needs_isolation(letters, base, token);
        token->wishes = wishes_isolation(letters, token);
        if (base == DIRECTION_RTL && token->kind == TOKEN_PERCENT)
            continue;
        if (previous != NULL && skip_neutrals(letters, previous->end) >= token->start)
            previous->needs = token->needs = true;
        previous = token;
    }
}

/* Every address holds "@", "//" or "ww", whatever its case. The loop has no branch, so that it
 * becomes vectors. */
bool token_has_no_address(Slice text)
{
    unsigned char found = text.size > 0 && text.at[text.size - 1] == '@';
    for (size_t i = 0; i + 1 < text.size; i++) {
        const unsigned char byte = (unsigned char) text.at[i];
        const unsigned char next = (unsigned char) text.at[i + 1];
        const unsigned char is_doubled = byte == next;
        found |= (byte == '@') | (((byte == '/') | ((byte | 0x20) == 'w')) & is_doubled);
    }
    return !found;
}

void token_find_addresses(const Letters *letters, TokenList *list)
{
    list->count = 0;
    size_t floor = 0;
    for (size_t i = 0; i < letters->count; i++) {
        const uint32_t code = letters->codes[i] | 0x20;
        size_t start = i, end = 0;
        if (letters->codes[i] == '@') {
            if (locator_match_mail(letters, i, &start, &end) && start >= floor)
                add_range(list, TOKEN_MAIL, start, end);
            else
                continue;
        } else if ((code == 'h' || code == 'w') && locator_is_web(letters, i) &&
                   locator_match(letters, i, &end))
            add_range(list, TOKEN_URL, i, end);
        else
            continue;
        floor = end;
        i = end - 1;
    }
}

/* Decodes a short ASCII or Persian string on the stack, so that no arena is needed. */
bool token_is_phone(Slice text)
{
    uint32_t codes[PHONE_MAX_SIZE], classes[PHONE_MAX_SIZE], origins[PHONE_MAX_SIZE];
    if (text.size == 0 || text.size > PHONE_MAX_SIZE)
        return false;
    Letters letters = {
        .codes = codes, .classes = classes, .origins = origins, .capacity = PHONE_MAX_SIZE};
    letters_clear(&letters);
    letters_add(&letters, text, 0);
    TokenKind kind = TOKEN_PHRASE;
    size_t end = 0;
    return numeric_match(&letters, 0, &kind, &end) && kind == TOKEN_PHONE && end == letters.count;
}

Slice token_kind_name(TokenKind kind)
{
    static const Slice names[TOKEN_KIND_COUNT] = {
        SLICE_INIT("phrase"),  SLICE_INIT("url"),   SLICE_INIT("mail"),   SLICE_INIT("tag"),
        SLICE_INIT("path"),    SLICE_INIT("phone"), SLICE_INIT("date"),   SLICE_INIT("groups"),
        SLICE_INIT("version"), SLICE_INIT("range"), SLICE_INIT("amount"), SLICE_INIT("quantity"),
        SLICE_INIT("percent"), SLICE_INIT("signed")};
    return names[kind];
}
