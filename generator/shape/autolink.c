/* Bare addresses become links, the marks around them stay outside. */
#include "shape/autolink.h"

#include "base/arena.h"
#include "shape/wrap.h"

#define LOOK_AHEAD_SIZE 1024 /* bytes searched at a time */

static bool is_inside_link(const Document *document, NodeId id)
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
    const bool is_complete =
        kind == TOKEN_URL && !slice_equal_ascii_case(slice_to(text, 4), SLICE("www."));
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

static void link_text(const Autolink *autolink, NodeId text)
{
    Document *document = autolink->document;
    Letters *letters = autolink->letters;
    TokenList *tokens = autolink->tokens;
    const Slice words = node_at(document, text)->text;
    if (token_has_no_address(words) || is_inside_link(document, text))
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

static bool lies_in(Slice part, Slice whole)
{
    return part.at >= whole.at && part.at + part.size <= whole.at + whole.size;
}

/* Most texts are views of the source, which is searched far ahead: what follows is known then. */
static bool may_hold_address(Autolink *autolink, Slice text)
{
    if (lies_in(text, autolink->searched))
        return autolink->has_address;
    const Source *source = autolink->document->source;
    if (source == NULL || !lies_in(text, source->bytes))
        return true;
    const size_t start = (size_t) (text.at - source->bytes.at);
    const size_t size = text.size > LOOK_AHEAD_SIZE ? text.size : LOOK_AHEAD_SIZE;
    autolink->searched = slice_part(source->bytes, start, start + size);
    autolink->has_address = !token_has_no_address(autolink->searched);
    return autolink->has_address;
}

void autolink_init(Autolink *autolink, Document *document, Letters *letters, TokenList *tokens)
{
    *autolink = (Autolink){.document = document, .letters = letters, .tokens = tokens};
}

void autolink_run(Autolink *autolink, NodeId first)
{
    Document *document = autolink->document;
    const NodeId parent = node_at(document, first)->parent;
    NodeId id = first;
    while (id != NODE_NONE && flatten_is_inline(document, id)) {
        // What is cut off a text comes behind it and is looked at again, to no effect.
        const NodeId next = flatten_is_atom(document, id) ? node_after(document, parent, id)
                                                          : node_following(document, parent, id);
        const Node *node = node_at(document, id);
        if (node->kind == NODE_TEXT && may_hold_address(autolink, node->text))
            link_text(autolink, id);
        id = next;
    }
}
