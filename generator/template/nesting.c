/* Walks the trees of the templates through calls and slots, with the elements open around. */
#include "template/nesting.h"

#include "markup/html.h"

#define NESTING_MAX_OPEN 1024
#define NESTING_MAX_CALLS 32      /* as deep as calls may go when a page is written */
#define NESTING_MAX_STEPS 1000000 /* nodes seen from one root: enough for any honest set */
#define NESTING_MAX_ROUNDS 2      /* of a component inside itself: the second shows all */

/* A component being walked, and the call that fills its slots. */
typedef struct Frame {
    Component *component;
    const XmlNode *call; /* NULL: the engine runs it */
    const struct Frame *caller;
} Frame;

typedef struct Walk {
    TemplateSet *set;
    struct {
        const XmlNode *node;
        const Frame *frame; /* in whose component it stands */
    } open[NESTING_MAX_OPEN];
    const HtmlElement *elements[NESTING_MAX_OPEN]; /* of `open`; NULL: of unknown kind */
    size_t open_count;
    size_t base;      /* what is open before it is not at odds with what comes */
    uint32_t foreign; /* svg, math around */
    uint32_t steps;
} Walk;

static void walk_children(Walk *walk, const XmlNode *parent, const Frame *frame);

/* Something at odds with the open element `at`, which stands elsewhere. */
static void fault(Walk *walk, const Frame *frame, DiagnosticCode code, Span span, size_t at,
                  const Slice words[3])
{
    const Source *source = walk->open[at].frame->component->source;
    const XmlNode *outer = walk->open[at].node;
    Position position = source_position(source, outer->start);
    report_add(walk->set->report,
               &(Diagnostic){
                   .code = code,
                   .span = span,
                   .other = {source, outer->start, outer->tag_end},
                   .words = {words[0], words[1],
                             slice_print(walk->set->arena, "%.*s:%u", SLICE_FORMAT(source->path),
                                         position.line),
                             words[2]},
               });
    frame->component->is_sound = false;
}

static bool is_elsewhere(const Walk *walk, const Frame *frame, size_t at)
{
    return walk->open[at].frame != frame;
}

static void check_element(Walk *walk, const XmlNode *node, const HtmlElement *element,
                          const Frame *frame)
{
    size_t at = 0, count = walk->open_count - walk->base;
    if (html_may_stand(walk->elements + walk->base, count, element, &at))
        return;
    bool lacks_parent = at == count;
    at += walk->base - lacks_parent;
    walk->base = walk->open_count;
    if (!is_elsewhere(walk, frame, at))
        return;
    Span span = {frame->component->source, node->start + 1,
                 node->start + 1 + (uint32_t) node->name.size};
    Slice shown = lacks_parent ? node->name
                               : slice_print(walk->set->arena, "<%.*s>", SLICE_FORMAT(node->name));
    fault(walk, frame,
          lacks_parent ? DIAGNOSTIC_TEMPLATE_NESTING_CALLER : DIAGNOSTIC_TEMPLATE_NESTING_ACROSS,
          span, at, (Slice[]){shown, walk->open[at].node->name, element->parents});
}

static void walk_inside(Walk *walk, const XmlNode *node, const HtmlElement *element,
                        const Frame *frame)
{
    bool is_foreign = element != NULL && (element->flags & HTML_FOREIGN) != 0;
    walk->open[walk->open_count].node = node;
    walk->open[walk->open_count].frame = frame;
    walk->elements[walk->open_count++] = element;
    walk->foreign += is_foreign;
    walk_children(walk, node, frame);
    walk->foreign -= is_foreign;
    walk->open_count--;
}

static void walk_element(Walk *walk, const XmlNode *node, const Frame *frame)
{
    bool is_computed = slice_equal(node->name, SLICE("t-element"));
    const HtmlElement *element =
        walk->foreign > 0 || is_computed ? NULL : html_find_element(node->name);
    size_t base = walk->base;
    if (element != NULL)
        check_element(walk, node, element, frame);
    uint32_t flags = element != NULL ? element->flags : 0;
    if ((flags & (HTML_VOID | HTML_RAW)) == 0 && walk->open_count < NESTING_MAX_OPEN)
        walk_inside(walk, node, element, frame);
    walk->base = base;
}

/* Blocks of finished markup stand in no phrase, whoever opened it. Without a label they are what a
 * directive holds, of which the compiler knows nothing. */
static void check_markup(Walk *walk, const MarkupPart *part, const Frame *frame)
{
    for (size_t i = walk->open_count; i > 0; i--) {
        const HtmlElement *outer = walk->elements[i - 1];
        bool is_told = part->label.size > 0 && !is_elsewhere(walk, frame, i - 1);
        if (outer == NULL || !html_is_phrase(outer) || is_told)
            continue;
        fault(walk, frame, DIAGNOSTIC_TEMPLATE_NESTING_ACROSS,
              (Span){frame->component->source, part->start, part->end}, i - 1,
              (Slice[]){part->label.size > 0 ? part->label : SLICE("<t-slot>"), outer->name, {0}});
        return;
    }
}

static void walk_text(Walk *walk, const XmlText *text, const Frame *frame)
{
    const Component *component = frame->component;
    for (size_t i = 0; i < component->markup_count; i++) {
        const MarkupPart *part = &component->markup[i];
        if (part->start >= text->start && part->start < text->end)
            check_markup(walk, part, frame);
    }
    Slice seen = slice_trim(text->bytes);
    size_t at = walk->open_count - 1;
    if (seen.size == 0 || walk->open_count == 0 || walk->elements[at] == NULL ||
        (walk->elements[at]->flags & HTML_TEXTLESS) == 0 || !is_elsewhere(walk, frame, at) ||
        slice_equal(walk->elements[at]->name, SLICE("head")))
        return;
    fault(walk, frame, DIAGNOSTIC_TEMPLATE_NESTING_TEXT_ACROSS,
          xml_span(component->source, text, seen), at,
          (Slice[]){walk->elements[at]->name, {0}, {0}});
}

static const XmlNode *find_fill(const XmlNode *call, Slice slot)
{
    for (const XmlNode *node = call->first_child; node != NULL; node = node->next) {
        const XmlAttribute *name = slice_equal(node->name, SLICE("t-fill"))
                                       ? xml_find_attribute(node, SLICE("slot"))
                                       : NULL;
        if (name != NULL && slice_equal(name->value.bytes, slot))
            return node;
    }
    return NULL;
}

/* The call itself stands for the fill of the default slot. */
static const XmlNode *find_default_fill(const XmlNode *call)
{
    for (const XmlNode *node = call->first_child; node != NULL; node = node->next) {
        bool is_blank = xml_is_text(node) && slice_trim(node->text.bytes).size == 0;
        if (!is_blank && !slice_equal(node->name, SLICE("t-fill")))
            return call;
    }
    return NULL;
}

/* What the caller filled in, in the caller's file; else what the component says instead. */
static void walk_slot(Walk *walk, const XmlNode *slot, const Frame *frame)
{
    const XmlAttribute *name = xml_find_attribute(slot, SLICE("name"));
    const XmlNode *fill = NULL;
    if (frame->call != NULL)
        fill = name != NULL ? find_fill(frame->call, name->value.bytes)
                            : find_default_fill(frame->call);
    bool is_directive = frame->call == NULL && frame->component->directive == DIRECTIVE_BLOCK;
    if (is_directive && name == NULL)
        check_markup(walk, &(MarkupPart){{0}, slot->start, slot->tag_end}, frame);
    if (fill != NULL)
        walk_children(walk, fill, frame->caller);
    else
        walk_children(walk, slot, frame);
}

static void walk_call(Walk *walk, const XmlNode *node, const Frame *frame)
{
    Component *callee = table_find(&walk->set->components, slice_from(node->name, 2));
    if (callee == NULL || !callee->is_readable)
        return;
    uint32_t depth = 0, rounds = 0;
    for (const Frame *outer = frame; outer != NULL; outer = outer->caller) {
        depth++;
        rounds += outer->component == callee;
    }
    if (depth >= NESTING_MAX_CALLS || rounds >= NESTING_MAX_ROUNDS)
        return;
    callee->visit = walk->set->visit;
    walk_children(walk, callee->body, &(Frame){callee, node, frame});
}

static bool is_one_of(Slice name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (slice_equal(name, slice_of_string(names[i])))
            return true;
    }
    return false;
}

static void walk_node(Walk *walk, const XmlNode *node, const Frame *frame)
{
    static const char *const groups[] = {"t-block", "t-match", "t-case", "t-default", "t-msg"};
    if (walk->steps++ > NESTING_MAX_STEPS)
        return;
    if (xml_is_text(node))
        walk_text(walk, &node->text, frame);
    else if (!slice_starts(node->name, SLICE("t-")) || slice_equal(node->name, SLICE("t-element")))
        walk_element(walk, node, frame);
    else if (slice_equal(node->name, SLICE("t-slot")))
        walk_slot(walk, node, frame);
    else if (is_one_of(node->name, groups, sizeof groups / sizeof *groups))
        walk_children(walk, node, frame);
    else if (!slice_equal(node->name, SLICE("t-inline")))
        walk_call(walk, node, frame);
}

/* The fills of a call stand where its slots are; those of t-msg in the message itself. */
static void walk_children(Walk *walk, const XmlNode *parent, const Frame *frame)
{
    bool is_message = slice_equal(parent->name, SLICE("t-msg"));
    for (const XmlNode *node = parent->first_child; node != NULL; node = node->next) {
        if (!slice_equal(node->name, SLICE("t-fill")))
            walk_node(walk, node, frame);
        else if (is_message)
            walk_children(walk, node, frame);
    }
}

static void walk_root(Walk *walk, Component *root)
{
    if (!root->is_readable)
        return;
    walk->steps = 0;
    walk_children(walk, root->body, &(Frame){.component = root});
}

void nesting_check(TemplateSet *set)
{
    Walk *walk = ARENA_NEW(set->arena, Walk);
    walk->set = set;
    set->visit++;
    for (size_t i = 0; i < set->pages.count; i++)
        walk_root(walk, set->pages.entries[i].item);
    for (size_t i = 0; i < set->components.count; i++) {
        Component *component = set->components.entries[i].item;
        if (component->visit != set->visit) // no page calls it: the engine does
            walk_root(walk, component);
    }
}
