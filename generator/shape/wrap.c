/* A token becomes an isolate: an attribute where an element fits exactly, one element where it does
 * not, marks where neither is possible. */
#include "shape/wrap.h"

#include "base/arena.h"
#include "text/isolate.h"

/* Where a token begins and ends, in bytes of the nodes that hold its first and last letter. */
typedef struct Place {
    const Token *token;
    const Piece *first, *last;
    uint32_t start, end;
} Place;

typedef struct Wrap {
    Document *document;
    NodeId block;
    const Pieces *pieces;
    Polish *polish;
    const PolishRules *rules;
} Wrap;

/* A text node with the bytes start … end of another, hanging nowhere. */
static NodeId part_of(Document *document, NodeId text, size_t start, size_t end)
{
    const Node whole = *node_at(document, text);
    const bool is_view = whole.end - whole.start == whole.text.size;
    const uint32_t from = is_view ? whole.start + (uint32_t) start : whole.start;
    const uint32_t to = is_view ? whole.start + (uint32_t) end : whole.end;
    const NodeId part = node_new(document, NODE_TEXT, from, to);
    node_at(document, part)->text = slice_part(whole.text, start, end);
    return part;
}

static void hang_behind(Document *document, NodeId sibling, NodeId node)
{
    node_at(document, node)->parent = node_at(document, sibling)->parent;
    node_at(document, node)->next = node_at(document, sibling)->next;
    node_at(document, sibling)->next = node;
}

void wrap_cut(Document *document, NodeId text, size_t size)
{
    Node *node = node_at(document, text);
    if (node->end - node->start == node->text.size)
        node->end = node->start + (uint32_t) size;
    node->text = slice_to(node->text, size);
}

NodeId wrap_split(Document *document, NodeId text, size_t offset)
{
    const NodeId rest = part_of(document, text, offset, node_at(document, text)->text.size);
    wrap_cut(document, text, offset);
    hang_behind(document, text, rest);
    return rest;
}

NodeId wrap_text(Document *document, NodeId text, size_t start, size_t end, NodeKind kind)
{
    if (end < node_at(document, text)->text.size)
        wrap_split(document, text, end);
    if (start > 0)
        text = wrap_split(document, text, start);
    // The node itself becomes the wrapper, so that nobody has to find what stands before it.
    const NodeId inner = part_of(document, text, 0, node_at(document, text)->text.size);
    Node *wrapper = node_at(document, text);
    wrapper->kind = (uint8_t) kind;
    wrapper->text = (Slice){0};
    wrapper->first_child = inner;
    node_at(document, inner)->parent = text;
    return text;
}

/* A walk over the letters: each question goes on where the one before left off. */
typedef struct Walk {
    const Pieces *pieces;
    const Letters *letters;
    size_t piece;
    size_t letter;
    size_t size; /* bytes of the piece before the letter */
} Walk;

/* Moves to the letter at `position`, which stands in the piece or behind it. */
static void move_to(Walk *walk, size_t position)
{
    const Piece *pieces = walk->pieces->items;
    while (pieces[walk->piece].end <= position) {
        walk->piece++;
        walk->letter = pieces[walk->piece].start;
        walk->size = 0;
    }
    walk->size += letters_size(walk->letters, walk->letter, position);
    walk->letter = position;
}

static Place place_of(Walk *walk, const Token *token)
{
    Place place;
    move_to(walk, token->start);
    place.first = &walk->pieces->items[walk->piece];
    place.start = (uint32_t) walk->size;
    move_to(walk, token->end - 1);
    place.last = &walk->pieces->items[walk->piece];
    place.end = (uint32_t) (walk->size + letters_size(walk->letters, token->end - 1, token->end));
    return place;
}

static bool may_carry_direction(const Document *document, NodeId id)
{
    const Node *node = node_at(document, id);
    return node->kind == NODE_LINK || node->kind == NODE_EMPHASIS || node->kind == NODE_STRONG ||
           node->kind == NODE_STRIKE || (node->kind == NODE_ELEMENT && !node->element->is_block);
}

static bool is_only_child(const Document *document, NodeId id)
{
    const Node *parent = node_at(document, node_at(document, id)->parent);
    return parent->first_child == id && node_at(document, id)->next == NODE_NONE;
}

/* The outermost inline element that holds `id` and nothing else; 0 when there is none. */
static NodeId exact_element(const Wrap *wrap, NodeId id)
{
    NodeId found = NODE_NONE;
    while (is_only_child(wrap->document, id)) {
        id = node_at(wrap->document, id)->parent;
        if (id == wrap->block || !flatten_is_inline(wrap->document, id))
            break;
        if (may_carry_direction(wrap->document, id))
            found = id;
    }
    return found;
}

static uint16_t flags_of(const Wrap *wrap, const Token *token)
{
    if (token->kind == TOKEN_PHONE)
        return NODE_LTR | NODE_NOWRAP;
    return wrap->rules->base == DIRECTION_RTL ? NODE_LTR : NODE_RTL;
}

/* Puts bytes into a text node at `offset`. */
static void insert_text(Document *document, NodeId text, size_t offset, Slice added)
{
    const Slice whole = node_at(document, text)->text;
    const Slice parts[] = {slice_to(whole, offset), added, slice_from(whole, offset)};
    node_at(document, text)->text = slice_join(document->arena, parts, 3, SLICE(""));
}

/* Puts U+061C before the number at `offset`. What stands before it becomes a node of its own, so
 * that it is not copied for every number. */
static void hold_percent(Document *document, NodeId text, size_t offset)
{
    if (offset > 0)
        text = wrap_split(document, text, offset);
    insert_text(document, text, 0, SLICE(ISOLATE_ALM));
}

static void wrap_in_text(const Wrap *wrap, const Place *place)
{
    NodeId text = place->first->node;
    const bool is_whole =
        place->start == 0 && place->end == node_at(wrap->document, text)->text.size;
    NodeId holder = is_whole ? exact_element(wrap, text) : NODE_NONE;
    if (holder == NODE_NONE) {
        holder = wrap_text(wrap->document, text, place->start, place->end, NODE_ISOLATE);
        text = node_at(wrap->document, holder)->first_child;
    }
    node_at(wrap->document, holder)->flags |= flags_of(wrap, place->token);
    if (polish_wants_mark(wrap->polish, wrap->rules, place->token))
        insert_text(wrap->document, text, 0, SLICE(ISOLATE_ALM));
}

static size_t depth_of(const Document *document, NodeId id)
{
    size_t depth = 0;
    for (; id != NODE_NONE; id = node_at(document, id)->parent)
        depth++;
    return depth;
}

/* The children of the innermost common parent that hold a and b. */
static void meet(const Document *document, NodeId *a, NodeId *b)
{
    size_t depth_a = depth_of(document, *a), depth_b = depth_of(document, *b);
    while (node_at(document, *a)->parent != node_at(document, *b)->parent) {
        if (depth_a >= depth_b) {
            *a = node_at(document, *a)->parent;
            depth_a--;
        } else {
            *b = node_at(document, *b)->parent;
            depth_b--;
        }
    }
}

static bool begins(const Document *document, NodeId id, NodeId ancestor)
{
    for (; id != ancestor; id = node_at(document, id)->parent)
        if (node_at(document, node_at(document, id)->parent)->first_child != id)
            return false;
    return true;
}

static bool ends(const Document *document, NodeId id, NodeId ancestor)
{
    for (; id != ancestor; id = node_at(document, id)->parent)
        if (node_at(document, id)->next != NODE_NONE)
            return false;
    return true;
}

/* No element can hold the token: marks at both ends, and somebody should look at it. */
static void mark_ends(const Wrap *wrap, const Place *place)
{
    const Slice mark = wrap->rules->base == DIRECTION_RTL ? SLICE(ISOLATE_LRM) : SLICE(ISOLATE_RLM);
    const Token *token = place->token;
    if (!token->needs)
        return;
    insert_text(wrap->document, place->last->node, place->end, mark);
    insert_text(wrap->document, place->first->node, place->start, mark);
    const Letters *letters = &wrap->polish->letters;
    finding_add(&wrap->polish->findings, DIAGNOSTIC_TEXT_CROSSES_MARKUP,
                letters_origin(letters, token->start),
                (size_t) letters_origin(letters, token->end - 1) + 1);
}

static void wrap_nodes(const Wrap *wrap, const Place *place)
{
    Document *document = wrap->document;
    const NodeId first = place->first->node, last = place->last->node;
    const size_t start = place->start, end = place->end;
    NodeId from = first, to = last;
    meet(document, &from, &to);
    const bool cuts_first = start > 0 || !begins(document, first, from);
    const bool cuts_last = end < node_at(document, last)->text.size || !ends(document, last, to);
    if ((from != first && cuts_first) || (to != last && cuts_last)) {
        mark_ends(wrap, place);
        return;
    }
    if (to == last && end < node_at(document, to)->text.size)
        wrap_split(document, to, end);
    if (from == first && start > 0)
        from = wrap_split(document, from, start);
    const NodeId isolate = node_new(document, NODE_ISOLATE, node_at(document, from)->start,
                                    node_at(document, to)->end);
    node_wrap(document, from, to, isolate);
    const NodeId holder = exact_element(wrap, isolate);
    if (holder != NODE_NONE)
        node_unwrap(document, isolate);
    node_at(document, holder == NODE_NONE ? isolate : holder)->flags |=
        flags_of(wrap, place->token);
}

/* The places of the tokens that are written in another way than typed. */
static Place *find_places(const Wrap *wrap, size_t *ret_count)
{
    const TokenList *tokens = &wrap->polish->tokens;
    Place *places = ARENA_ARRAY(wrap->pieces->arena, Place, tokens->count);
    Walk walk = {.pieces = wrap->pieces, .letters = &wrap->polish->letters};
    size_t count = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        const Token *token = &tokens->items[i];
        if (!token_is_isolated(token) && !polish_wants_mark(wrap->polish, wrap->rules, token))
            continue;
        places[count] = place_of(&walk, token);
        places[count++].token = token;
    }
    *ret_count = count;
    return places;
}

void wrap_tokens(Document *document, NodeId block, const Pieces *pieces, Polish *polish,
                 const PolishRules *rules)
{
    if (polish->tokens.count == 0)
        return;
    const Wrap wrap = {document, block, pieces, polish, rules};
    size_t count;
    const Place *places = find_places(&wrap, &count);
    // From the last to the first: what is cut off stands behind what is still to come.
    for (size_t i = count; i > 0; i--) {
        const Place *place = &places[i - 1];
        if (!token_is_isolated(place->token))
            hold_percent(document, place->first->node, place->start);
        else if (place->first == place->last)
            wrap_in_text(&wrap, place);
        else
            wrap_nodes(&wrap, place);
    }
}
