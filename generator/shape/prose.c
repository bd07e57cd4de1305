/* Walks the blocks of a page, lets the text rules work on each, and writes the result back. */
#include "shape/prose.h"

#include "base/utf8.h"
#include "shape/autolink.h"
#include "shape/environment.h"
#include "shape/fault.h"
#include "shape/joining.h"
#include "shape/remark.h"
#include "shape/wrap.h"
#include "text/ezafe.h"

#define ALT_MAX_SIZE (64 * 1024)

typedef struct Prose {
    Document *document;
    const ProseSettings *settings;
    Report *report;
    Polish polish;
    Pieces pieces;
    EzafeForms ezafe; /* of the whole page */
    Autolink autolink;
    EnvironmentReader environment;
    Buffer written; /* scratch: a text as the rules leave it */
} Prose;

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
static void judge_ezafe(Prose *prose, const Environment *environment)
{
    const Letters *letters = &prose->polish.letters;
    size_t position = 0;
    if (environment->rules.typography.family == TYPOGRAPHY_PERSIAN &&
        ezafe_note(&prose->ezafe, letters, &position))
        finding_add(&prose->polish.findings, DIAGNOSTIC_TEXT_EZAFE,
                    letters_origin(letters, position),
                    (size_t) letters_origin(letters, position + 1) + 1);
}

static void work_on_run(Prose *prose, NodeId block, NodeId first)
{
    Document *document = prose->document;
    Environment environment = environment_of(&prose->environment, block);
    if (passes_over(&environment.rules, document, first))
        return;
    Polish *polish = &prose->polish;
    polish_clear(polish);
    prose->pieces.count = 0;
    flatten_run(document, first, &polish->letters, &prose->pieces);
    const bool turns = environment.stated == DIRECTION_NONE && !environment.rules.no_isolation &&
                       runs_the_other_way(polish, environment.rules.base);
    if (turns)
        polish_rules_turn(&environment.rules, opposite(environment.rules.base));
    polish_block(polish, &environment.rules);
    judge_ezafe(prose, &environment);
    flatten_settle(&polish->letters, &prose->pieces);
    if (polish->letters.has_changed)
        write_back(prose);
    wrap_tokens(document, block, &prose->pieces, polish, &environment.rules);
    while (node_at(document, first)->parent != block) // an isolate may have come around it
        first = node_at(document, first)->parent;
    if (prose->pieces.count > 1 && (polish->letters.mask & CLASS_ARABIC))
        joining_mend(document, first);
    fault_report(document, &prose->pieces, &polish->findings, prose->report);
    if (turns && may_turn(document, block))
        node_at(document, block)->flags |= direction_flag(environment.rules.base);
    else if (turns) {
        const NodeId isolate = node_new(document, NODE_ISOLATE, node_at(document, first)->start,
                                        node_at(document, first)->end);
        node_wrap(document, first, end_of_run(document, first), isolate);
        node_at(document, isolate)->flags |= direction_flag(environment.rules.base);
    }
}

static PolishRules rules_of_string(const Environment *environment)
{
    PolishRules rules;
    polish_rules_init(&rules, environment->language);
    rules.no_isolation = environment->rules.no_isolation;
    rules.no_typography = environment->rules.no_typography;
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
    const Environment environment = environment_of(&prose->environment, image);
    const PolishRules rules = rules_of_string(&environment);
    const NodeId first = node_at(document, image)->first_child;
    judge_run(prose, first, &rules);
    Buffer alt;
    buffer_init(&alt, document->arena, ALT_MAX_SIZE);
    node_add_plain(document, image, &alt);
    Node *text = node_at(document, first);
    text->kind = NODE_TEXT;
    text->first_child = text->next = NODE_NONE;
    text->text =
        remark_polish(document, &rules, environment.stated, buffer_slice(&alt), (Span){0}, NULL);
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
    const Environment environment = environment_of(&prose->environment, id);
    const PolishRules rules = rules_of_string(&environment);
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
    const Environment environment = environment_of(&prose->environment, id);
    const PolishRules rules = rules_of_string(&environment);
    if (is_link) {
        node->link->title =
            remark_polish(document, &rules, environment.stated, node->link->title,
                          (Span){document->source, node->start, node->end}, prose->report);
        return;
    }
    if (flatten_is_code(node) && environment.stated == DIRECTION_NONE)
        node->flags |= NODE_LTR;
    for (uint32_t i = 0; i < node->element->attribute_count; i++) {
        ElementAttribute *attribute = &node->element->attributes[i];
        if (is_human(attribute->name) && attribute->value.size > 0)
            attribute->value = remark_polish(
                document, &rules, environment.stated, attribute->value,
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
        autolink_run(&prose->autolink, id);
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
    const Environment environment = environment_of(&prose->environment, id);
    if (environment.stated != DIRECTION_NONE || environment.rules.no_isolation)
        return;
    const Direction base = environment.rules.base;
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
    environment_init(&prose.environment, document, settings);
    autolink_init(&prose.autolink, document, &prose.polish.letters, &prose.polish.tokens);
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
