/* Finds in a block what must keep its own order whatever stands around it: phones, dates, ranges,
 * units, addresses, foreign phrases. One pass over the letters, nothing allocated per token, no
 * knowledge of markup. Decides too which of the tokens have to be isolated, and finds bare
 * addresses for links. */
#ifndef TEXT_TOKEN_H
#define TEXT_TOKEN_H

#include "text/language.h"
#include "text/letters.h"

typedef enum TokenKind {
    TOKEN_PHRASE,
    TOKEN_URL,
    TOKEN_MAIL,
    TOKEN_TAG,
    TOKEN_PATH,
    TOKEN_PHONE,
    TOKEN_DATE,
    TOKEN_GROUPS,
    TOKEN_VERSION,
    TOKEN_RANGE,
    TOKEN_AMOUNT,
    TOKEN_QUANTITY,
    TOKEN_PERCENT,
    TOKEN_SIGNED,
    TOKEN_KIND_COUNT
} TokenKind;

/* Positions are letters, half open. */
typedef struct Token {
    uint32_t start;
    uint32_t end;
    uint8_t kind;
    bool needs;  /* shows wrongly in some neighbourhood */
    bool wishes; /* reads better isolated */
} Token;

typedef struct TokenList {
    Arena *arena;
    Token *items;
    size_t count;
    size_t capacity;
} TokenList;

void token_list_init(TokenList *list, Arena *arena);

/* Empties the list and fills it in order of the text. `base` is the direction of the block. */
void token_find(const Letters *letters, Direction base, TokenList *list);

/* Sets needs and wishes of every token. */
void token_decide(const Letters *letters, Direction base, TokenList *list);

/* Empties the list and fills it with bare addresses only: TOKEN_URL that begins with http://,
 * https:// or www., and TOKEN_MAIL. The same in both directions. */
void token_find_addresses(const Letters *letters, TokenList *list);

/* True when `text` cannot hold a bare address: a look at the bytes, before they are decoded. Best
 * asked once of a long text. */
bool token_has_no_address(Slice text);

/* True when the whole of `text` is a phone number, which must not wrap. */
bool token_is_phone(Slice text);

Slice token_kind_name(TokenKind kind);

static inline bool token_is_isolated(const Token *token)
{
    return token->needs || token->wishes;
}

#endif
