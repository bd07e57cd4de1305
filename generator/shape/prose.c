/* Walks the blocks of a page, lets the text rules work on each, and writes the result back. */
#include "shape/prose.h"

#include "base/utf8.h"
#include "shape/autolink.h"
#include "shape/fault.h"
#include "shape/joining.h"
#include "shape/remark.h"
#include "shape/wrap.h"
#include "text/ezafe.h"

#define ALT_MAX_SIZE (64 * 1024)
#define LOOK_AHEAD_SIZE 1024 /* bytes searched for addresses at a time */

typedef struct Prose {
    Document *document;
    const ProseSettings *settings;
    Report *report;
    Polish polish;
    Pieces pieces;
    EzafeForms ezafe; /* of the whole page */
    Slice searched;   /* a stretch of the source; whether it has anything of an address: */
    bool has_address;
    Buffer written; /* scratch: a text as the rules leave it */
} Prose;

/* What holds for a block by the elements around it. */
typedef struct Context {
    PolishRules rules;
    const Language *language;
    Direction stated; /* by an element between the block and the page; none: DIRECTION_NONE */
    bool latin_digits;
} Context;

static const Language *find_language(const Prose *prose, Slice tag)
{
    const Languages *languages = prose->settings->languages;
    const Language *language = languages == NULL ? NULL : languages_find(languages, tag);
    return language != NULL ? language : language_new(prose->document->arena, tag, DIRECTION_NONE);
}

static void read_language(const Prose *prose, Slice tag, Context *context)
{
    if (tag.size == 0 || context->language != NULL)
        return;
    context->language = find_language(prose, tag);
    if (context->stated == DIRECTION_NONE)
        context->stated = context->language->direction;
}

static bool is_off(const DirectiveAttribute *attribute, Slice key)
{
    return slice_equal(attribute->key, key) && slice_equal(attribute->value, SLICE("off"));
}

static void read_directive(const Prose *prose, const DirectiveDetail *directive, Context *context)
{
    context->rules.typography.is_verse |= slice_equal(directive->name, SLICE("verse"));
    for (uint32_t i = 0; i < directive->attribute_count; i++) {
        const DirectiveAttribute *attribute = &directive->attributes[i];
        context->rules.no_isolation |= is_off(attribute, SLICE("isolate"));
        context->rules.no_typography |= is_off(attribute, SLICE("typography"));
        if (slice_equal(attribute->key, SLICE("lang")))
            read_language(prose, attribute->value, context);
    }
}

static void read_node(const Prose *prose, const Node *node, Context *context)
{
    if (context->stated == DIRECTION_NONE && (node->flags & (NODE_LTR | NODE_RTL)))
        context->stated = (node->flags & NODE_LTR) ? DIRECTION_LTR : DIRECTION_RTL;
    if (node->kind == NODE_SPAN) {
        context->rules.no_isolation |= node->span->no_isolation;
        context->rules.no_typography |= node->span->no_typography;
        context->latin_digits |= node->span->latin_digits;
        read_language(prose, node->span->language, context);
    } else if (node->kind == NODE_DIRECTIVE)
        read_directive(prose, node->directive, context);
    else if (node->kind == NODE_ELEMENT) {
        Direction direction = DIRECTION_NONE;
        if (context->stated == DIRECTION_NONE &&
            direction_find(flatten_attribute(node, SLICE("dir")), &direction))
            context->stated = direction;
        read_language(prose, flatten_attribute(node, SLICE("lang")), context);
    }
}

static Context context_of(const Prose *prose, NodeId id)
{
    Context context = {0};
    for (; id != NODE_NONE; id = node_at(prose->document, id)->parent)
        read_node(prose, node_at(prose->document, id), &context);
    if (context.language == NULL)
        context.language = prose->settings->language;
    const PolishRules read = context.rules;
    polish_rules_init(&context.rules, context.language);
    context.rules.no_isolation = read.no_isolation || prose->settings->no_isolation;
    context.rules.no_typography = read.no_typography || prose->settings->no_typography;
    context.rules.typography.is_verse = read.typography.is_verse;
    context.rules.typography.keeps_digits |= context.latin_digits;
    if (context.stated != DIRECTION_NONE && context.stated != context.rules.base)
        polish_rules_turn(&context.rules, context.stated);
    return context;
}

static bool is_passed_over(const PolishRules *rules, const Node *node)
{
    const uint64_t without_own_rules =
        UINT64_C(1) << NODE_SOFT_BREAK | UINT64_C(1) << NODE_LINE_BREAK | UINT64_C(1) << NODE_CODE |
        UINT64_C(1) << NODE_EMPHASIS | UINT64_C(1) << NODE_STRONG | UINT64_C(1) << NODE_STRIKE |
        UINT64_C(1) << NODE_LINK | UINT64_C(1) << NODE_FOOTNOTE_MARK;
    return node->kind == NODE_TEXT ? polish_passes_over(rules, node->text)
                                   : (without_own_rules >> node->kind & 1) != 0;
}

/* A run in which every text is left alone. */
static bool passes_over(const PolishRules *rules, const Document *document, NodeId first)
{
    if (rules->base != DIRECTION_LTR)
        return false;
    const NodeId parent = node_at(document, first)->parent;
    NodeId id = first;
    while (id != NODE_NONE && is_passed_over(rules, node_at(document, id)))
        id = node_following(document, parent, id);
    return id == NODE_NONE ||
           (node_at(document, id)->parent == parent && !flatten_is_inline(document, id));
}

static NodeId end_of_run(const Document *document, NodeId first)
{
    NodeId last = first;
    for (NodeId id = first; id != NODE_NONE && flatten_is_inline(document, id);
         id = node_at(document, id)->next)
        last = id;
    return last;
}

static bool lies_in(Slice part, Slice whole)
{
    return part.at >= whole.at && part.at + part.size <= whole.at + whole.size;
}

/* Most texts are views of the source, which is searched far ahead: the texts that follow are known
 * then. */
static bool may_hold_address(Prose *prose, Slice text)
{
    if (lies_in(text, prose->searched))
        return prose->has_address;
    const Source *source = prose->document->source;
    if (source == NULL || !lies_in(text, source->bytes))
        return true;
    const size_t start = (size_t) (text.at - source->bytes.at);
    const size_t size = text.size > LOOK_AHEAD_SIZE ? text.size : LOOK_AHEAD_SIZE;
    prose->searched = slice_part(source->bytes, start, start + size);
    prose->has_address = !token_has_no_address(prose->searched);
    return prose->has_address;
}

static void link_addresses(Prose *prose, NodeId first)
{
    Document *document = prose->document;
    const NodeId parent = node_at(document, first)->parent;
    NodeId id = first;
    while (id != NODE_NONE && flatten_is_inline(document, id)) {
        // What is cut off a text comes behind it and is looked at again, to no effect.
        const NodeId next = flatten_is_atom(document, id) ? node_after(document, parent, id)
                                                          : node_following(document, parent, id);
        const Node *node = node_at(document, id);
        if (node->kind == NODE_TEXT && may_hold_address(prose, node->text))
            autolink_text(document, id, &prose->polish.letters, &prose->polish.tokens);
        id = next;
    }
}

/* True when a block of `base` has words of the other direction only; a unit is no word. */
static bool runs_the_other_way(Polish *polish, Direction base)
{
    const uint32_t own = base == DIRECTION_RTL ? CLASS_R : CLASS_L;
    const uint32_t other = base == DIRECTION_RTL ? CLASS_L : CLASS_R;
    if ((polish->letters.mask & own) || !(polish->letters.mask & other))
        return false;
    token_find(&polish->letters, base, &polish->tokens);
    for (size_t i = 0; i < polish->tokens.count; i++)
        if (polish->tokens.items[i].kind <= TOKEN_PATH)
            return true;
    return false;
}

/* A block that may turn as a whole: its alignment may turn with it. */
static bool may_turn(const Document *document, NodeId block)
{
    const Node *node = node_at(document, block);
    const Node *parent = node_at(document, node->parent);
    if (node->kind == NODE_ELEMENT)
        return slice_equal(node->element->name, SLICE("p")) ||
               slice_equal(node->element->name, SLICE("blockquote"));
    return node->kind == NODE_PARAGRAPH && parent->kind != NODE_ITEM;
}

static uint16_t direction_flag(Direction direction)
{
    return direction == DIRECTION_LTR ? NODE_LTR : NODE_RTL;
}

static Direction opposite(Direction direction)
{
    return direction == DIRECTION_LTR ? DIRECTION_RTL : DIRECTION_LTR;
}

static size_t lesser(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t greater(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* The text of a piece as the rules leave it. What stands before and behind the changes is copied.
 */
static Slice text_of(Prose *prose, const Piece *piece, Slice before)
{
    const Letters *letters = &prose->polish.letters;
    size_t start = piece->start, end = piece->end;
    if (!letters->has_moved) {
        start = lesser(greater(start, letters->changed_start), end);
        end = greater(lesser(end, letters->changed_end), start);
    }
    const size_t head = letters_size(letters, piece->start, start);
    const size_t tail = letters_size(letters, end, piece->end);
    buffer_clear(&prose->written);
    buffer_add(&prose->written, slice_to(before, head));
    letters_encode(letters, start, end, &prose->written);
    buffer_add(&prose->written, slice_from(before, before.size - tail));
    return buffer_slice(&prose->written);
}

/* True when no letter of a piece has changed. */
static bool is_as_typed(const Letters *letters, const Piece *piece)
{
    return !letters->has_moved &&
           (piece->end <= letters->changed_start || piece->start >= letters->changed_end);
}

/* Gives new text to the nodes whose letters changed. */
static void write_back(Prose *prose)
{
    Document *document = prose->document;
    for (size_t i = 0; i < prose->pieces.count; i++) {
        const Piece *piece = &prose->pieces.items[i];
        Node *node = node_at(document, piece->node);
        if ((node->kind != NODE_TEXT && node->kind != NODE_SOFT_BREAK) ||
            is_as_typed(&prose->polish.letters, piece))
            continue;
        const Slice before = node->kind == NODE_TEXT ? piece->text : SLICE(" ");
        const Slice text = text_of(prose, piece, before);
        if (slice_equal(text, before))
            continue;
        node->kind = NODE_TEXT;
        node->text = slice_copy(document->arena, text);
    }
}

/* Says once for a page that it writes the ezafe in two ways. */
static void judge_ezafe(Prose *prose, const Context *context)
{
    const Letters *letters = &prose->polish.letters;
    size_t position = 0;
    if (context->rules.typography.family == TYPOGRAPHY_PERSIAN &&
        ezafe_note(&prose->ezafe, letters, &position))
        finding_add(&prose->polish.findings, DIAGNOSTIC_TEXT_EZAFE,
                    letters_origin(letters, position),
                    (size_t) letters_origin(letters, position + 1) + 1);
}

static void work_on_run(Prose *prose, NodeId block, NodeId first)
{
    Document *document = prose->document;
    Context context = context_of(prose, block);
    if (passes_over(&context.rules, document, first))
        return;
    Polish *polish = &prose->polish;
    polish_clear(polish);
    prose->pieces.count = 0;
    flatten_run(document, first, &polish->letters, &prose->pieces);
    const bool turns = context.stated == DIRECTION_NONE && !context.rules.no_isolation &&
                       runs_the_other_way(polish, context.rules.base);
    if (turns)
        polish_rules_turn(&context.rules, opposite(context.rules.base));
    polish_block(polish, &context.rules);
    judge_ezafe(prose, &context);
    flatten_settle(&polish->letters, &prose->pieces);
    if (polish->letters.has_changed)
        write_back(prose);
    wrap_tokens(document, block, &prose->pieces, polish, &context.rules);
    while (node_at(document, first)->parent != block) // an isolate may have come around it
        first = node_at(document, first)->parent;
    if (prose->pieces.count > 1 && (polish->letters.mask & CLASS_ARABIC))
        joining_mend(document, first);
    fault_report(document, &prose->pieces, &polish->findings, prose->report);
    if (turns && may_turn(document, block))
        node_at(document, block)->flags |= direction_flag(context.rules.base);
    else if (turns) {
        const NodeId isolate = node_new(document, NODE_ISOLATE, node_at(document, first)->start,
                                        node_at(document, first)->end);
        node_wrap(document, first, end_of_run(document, first), isolate);
        node_at(document, isolate)->flags |= direction_flag(context.rules.base);
    }
}

static PolishRules rules_of_string(const Context *context)
{
    PolishRules rules;
    polish_rules_init(&rules, context->language);
    rules.no_isolation = context->rules.no_isolation;
    rules.no_typography = context->rules.no_typography;
    return rules;
}

/* Reports what is wrong with words that become a mere string. */
static void judge_run(Prose *prose, NodeId first, const PolishRules *rules)
{
    Polish *polish = &prose->polish;
    Pieces pieces = {.arena = prose->pieces.arena};
    polish_clear(polish);
    flatten_run(prose->document, first, &polish->letters, &pieces);
    polish_block(polish, rules);
    fault_report(prose->document, &pieces, &polish->findings, prose->report);
}

/* The alternative text of a picture becomes one string. */
static void work_on_alt(Prose *prose, NodeId image)
{
    Document *document = prose->document;
    const Context context = context_of(prose, image);
    const PolishRules rules = rules_of_string(&context);
    const NodeId first = node_at(document, image)->first_child;
    judge_run(prose, first, &rules);
    Buffer alt;
    buffer_init(&alt, document->arena, ALT_MAX_SIZE);
    node_add_plain(document, image, &alt);
    Node *text = node_at(document, first);
    text->kind = NODE_TEXT;
    text->first_child = text->next = NODE_NONE;
    text->text =
        remark_polish(document, &rules, context.stated, buffer_slice(&alt), (Span){0}, NULL);
}

static bool is_human(Slice attribute)
{
    return slice_equal(attribute, SLICE("alt")) || slice_equal(attribute, SLICE("title")) ||
           slice_equal(attribute, SLICE("aria-label"));
}

/* Which of the values are texts only their component knows: all are made ready to be shown. */
static void work_on_directive(Prose *prose, NodeId id)
{
    Document *document = prose->document;
    const DirectiveDetail *directive = node_at(document, id)->directive;
    const Context context = context_of(prose, id);
    const PolishRules rules = rules_of_string(&context);
    for (uint32_t i = 0; i < directive->attribute_count; i++) {
        DirectiveAttribute *attribute = &directive->attributes[i];
        const Span where = {document->source, attribute->value_start, attribute->value_end};
        if (!attribute->is_flag && attribute->value.size > 0)
            attribute->words = remark_polish(document, &rules, DIRECTION_NONE, attribute->value,
                                             where, prose->report);
    }
}

/* Titles of links and pictures, and what raw HTML says to people in attributes. */
static void work_on_strings(Prose *prose, NodeId id)
{
    Document *document = prose->document;
    Node *node = node_at(document, id);
    const bool is_link = node->kind == NODE_LINK || node->kind == NODE_IMAGE;
    if (node->kind == NODE_DIRECTIVE)
        work_on_directive(prose, id);
    if ((!is_link || node->link->title.size == 0) && node->kind != NODE_ELEMENT)
        return;
    const Context context = context_of(prose, id);
    const PolishRules rules = rules_of_string(&context);
    if (is_link) {
        node->link->title =
            remark_polish(document, &rules, context.stated, node->link->title,
                          (Span){document->source, node->start, node->end}, prose->report);
        return;
    }
    if (flatten_is_code(node) && context.stated == DIRECTION_NONE)
        node->flags |= NODE_LTR;
    for (uint32_t i = 0; i < node->element->attribute_count; i++) {
        ElementAttribute *attribute = &node->element->attributes[i];
        if (is_human(attribute->name) && attribute->value.size > 0)
            attribute->value = remark_polish(
                document, &rules, context.stated, attribute->value,
                (Span){document->source, attribute->value_start, attribute->value_end},
                prose->report);
    }
}

/* Texts in atoms are blocks of their own. Each may hold more of them. */
static void work_on_atoms(Prose *prose, size_t first)
{
    for (size_t i = first; i < prose->pieces.atom_count; i++) {
        const NodeId atom = prose->pieces.atoms[i];
        if (node_at(prose->document, atom)->kind == NODE_IMAGE)
            work_on_alt(prose, atom);
        else
            work_on_run(prose, atom, node_at(prose->document, atom)->first_child);
    }
    prose->pieces.atom_count = 0;
}

/* Every run of inlines right below a block. */
static void work_on_block(Prose *prose, NodeId block)
{
    Document *document = prose->document;
    NodeId id = node_at(document, block)->first_child;
    while (id != NODE_NONE) {
        if (!flatten_is_inline(document, id)) {
            id = node_at(document, id)->next;
            continue;
        }
        const NodeId after = node_at(document, end_of_run(document, id))->next;
        link_addresses(prose, id);
        work_on_run(prose, block, id);
        work_on_atoms(prose, 0);
        id = after;
    }
}

/* Which strong letters stand below a node, as far as one of `until`. */
static uint32_t strong_below(const Document *document, NodeId root, uint32_t until)
{
    uint32_t strong = 0;
    NodeId id = node_at(document, root)->first_child;
    while (id != NODE_NONE && !(strong & until)) {
        const Node *node = node_at(document, id);
        if (node->kind == NODE_TEXT)
            for (size_t offset = 0; offset < node->text.size && !(strong & until);)
                strong |= class_of(utf8_next(node->text, &offset));
        const bool is_atom = flatten_is_inline(document, id) && flatten_is_atom(document, id);
        id = is_atom ? node_after(document, root, id) : node_following(document, root, id);
    }
    return strong;
}

/* A list, table or quotation without a letter of the page's direction turns as a whole. */
static void turn_group(Prose *prose, NodeId id)
{
    const NodeKind kind = (NodeKind) node_at(prose->document, id)->kind;
    if (kind != NODE_LIST && kind != NODE_TABLE && kind != NODE_QUOTE)
        return;
    const Context context = context_of(prose, id);
    if (context.stated != DIRECTION_NONE || context.rules.no_isolation)
        return;
    const Direction base = context.rules.base;
    const uint32_t own = base == DIRECTION_RTL ? CLASS_R : CLASS_L;
    const uint32_t other = base == DIRECTION_RTL ? CLASS_L : CLASS_R;
    const uint32_t strong = strong_below(prose->document, id, own);
    if (!(strong & own) && (strong & other))
        node_at(prose->document, id)->flags |= direction_flag(opposite(base));
}

void prose_document(Document *document, const ProseSettings *settings, Report *report,
                    Arena *scratch)
{
    Prose prose = {
        .document = document, .settings = settings, .report = report, .pieces = {.arena = scratch}};
    polish_init(&prose.polish, scratch);
    buffer_init(&prose.written, scratch, SIZE_MAX);
    for (NodeId id = node_at(document, NODE_NONE)->first_child; id != NODE_NONE;
         id = node_following(document, NODE_NONE, id)) {
        work_on_strings(&prose, id);
        if (flatten_is_inline(document, id))
            continue;
        turn_group(&prose, id);
        work_on_block(&prose, id);
    }
}

void prose_apply(Page *page, Arena *scratch)
{
    const ProseSettings settings = {.language = page->origin.language,
                                    .languages = page->site->settings.languages,
                                    .no_isolation = page->text.front.no_isolation,
                                    .no_typography = page->text.front.no_typography};
    prose_document(page->text.document, &settings, &page->report, scratch);
}
