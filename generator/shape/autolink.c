/* Bare addresses become links, the marks around them stay outside. */
#include "shape/autolink.h"

#include "base/arena.h"
#include "shape/wrap.h"

bool autolink_is_inside_link(const Document *document, NodeId id)
{
    for (; id != NODE_NONE; id = node_at(document, id)->parent) {
        const Node *node = node_at(document, id);
        if (node->kind == NODE_LINK ||
            (node->kind == NODE_ELEMENT && slice_equal(node->element->name, SLICE("a"))))
            return true;
    }
    return false;
}

/* Turns the positions of the tokens from letters into bytes. */
static void count_bytes(const Letters *letters, TokenList *tokens)
{
    size_t letter = 0, size = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        Token *token = &tokens->items[i];
        const size_t start = size + letters_size(letters, letter, token->start);
        size = start + letters_size(letters, token->start, token->end);
        letter = token->end;
        token->start = (uint32_t) start;
        token->end = (uint32_t) size;
    }
}

static Slice address_of(Arena *arena, TokenKind kind, Slice text)
{
    const Slice parts[] = {kind == TOKEN_MAIL ? SLICE("mailto:") : SLICE("https://"), text};
    const bool is_complete = kind == TOKEN_URL && !slice_starts(text, SLICE("www.")) &&
                             !slice_starts(text, SLICE("WWW."));
    return is_complete ? text : slice_join(arena, parts, 2, SLICE(""));
}

static void link_token(Document *document, NodeId text, size_t start, size_t end, TokenKind kind)
{
    const Slice words = slice_part(node_at(document, text)->text, start, end);
    const NodeId id = wrap_text(document, text, start, end, NODE_LINK);
    LinkDetail *detail = ARENA_NEW(document->arena, LinkDetail);
    detail->address = address_of(document->arena, kind, words);
    Node *link = node_at(document, id);
    link->link = detail;
    link->flags |= NODE_BARE;
    detail->reference =
        document_add_reference(document, id, false, detail->address, link->start, link->end);
}

void autolink_text(Document *document, NodeId text, Letters *letters, TokenList *tokens)
{
    const Slice words = node_at(document, text)->text;
    if (token_has_no_address(words) || autolink_is_inside_link(document, text))
        return;
    letters_clear(letters);
    letters_add(letters, words, 0);
    token_find_addresses(letters, tokens);
    count_bytes(letters, tokens);
    for (size_t i = tokens->count; i > 0; i--) {
        const Token *token = &tokens->items[i - 1];
        link_token(document, text, token->start, token->end, (TokenKind) token->kind);
    }
}
