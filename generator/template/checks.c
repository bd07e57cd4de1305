/* Walks through the calls between components. */
#include "template/checks.h"

#include "template/nesting.h"
#include "template/type.h"

/* What a component shows, with all it calls. */
typedef struct Sum {
    uint32_t heads; /* page.head inside <head> */
    uint32_t bare;  /* page.head outside of it */
    bool name;
    bool contacts;
    InlinedAsset *assets;
} Sum;

#define CHECKS_MAX_STEPS 100000 /* calls of calls of calls: enough for any honest set */

typedef struct Walk {
    TemplateSet *set;
    Component *root;
    Sum sum;
    uint32_t steps;
    uint32_t depth;
} Walk;

static void fault(const Component *component, DiagnosticCode code, Slice first, Slice second)
{
    report_add(component->set->report, &(Diagnostic){.code = code,
                                                     .span = span_whole(component->source),
                                                     .words = {first, second}});
}

/* Components that are called twice count twice; a call that is under way is not entered again. */
static void sum_up(Walk *walk, Component *component, bool is_conditional, bool is_in_head)
{
    if (component->is_open || walk->steps++ > CHECKS_MAX_STEPS)
        return;
    if (!is_conditional) {
        walk->sum.heads += component->head_count;
        if (is_in_head)
            walk->sum.heads += component->bare_head_count;
        else
            walk->sum.bare += component->bare_head_count;
        walk->sum.name |= component->shows_name;
        walk->sum.contacts |= component->shows_contacts;
    }
    component->is_open = true;
    for (size_t i = 0; i < component->call_count; i++) {
        const CallEdge *call = &component->calls[i];
        sum_up(walk, call->callee, is_conditional || call->is_conditional,
               is_in_head || call->is_in_head);
    }
    component->is_open = false;
}

static void collect_assets(Component *root, Component *component, uint32_t visit)
{
    if (component->visit == visit)
        return;
    component->visit = visit;
    for (size_t i = 0; i < component->inlined_count && component != root; i++)
        set_add_inlined(root, component->inlined[i]);
    for (size_t i = 0; i < component->call_count; i++)
        collect_assets(root, component->calls[i].callee, visit);
}

/* True when `component` reaches itself by calls that are always made. */
static bool calls_itself(const Component *root, Component *component, uint32_t visit)
{
    for (size_t i = 0; i < component->call_count; i++) {
        const CallEdge *call = &component->calls[i];
        if (call->is_conditional || call->callee->is_endless)
            continue;
        if (call->callee == root)
            return true;
        if (call->callee->visit == visit)
            continue;
        call->callee->visit = visit;
        if (calls_itself(root, call->callee, visit))
            return true;
    }
    return false;
}

static void check_recursion(TemplateSet *set, Component *component)
{
    if (!calls_itself(component, component, ++set->visit))
        return;
    component->is_sound = false;
    component->is_endless = true; // the others of this ring are no second fault
    fault(component, DIAGNOSTIC_TEMPLATE_RECURSION,
          slice_print(set->arena, "t-%.*s", SLICE_FORMAT(component->name)), (Slice){0});
}

static void check_page(TemplateSet *set, Component *page)
{
    Walk walk = {.set = set, .root = page};
    sum_up(&walk, page, false, false);
    const Sum *sum = &walk.sum;
    size_t errors = set->report->error_count;
    if (sum->bare > 0)
        fault(page, DIAGNOSTIC_TEMPLATE_HEAD_PLACE, (Slice){0}, (Slice){0});
    else if (sum->heads == 0)
        fault(page, DIAGNOSTIC_TEMPLATE_HEAD, page->name, (Slice){0});
    else if (sum->heads > 1)
        fault(page, DIAGNOSTIC_TEMPLATE_HEAD_TWICE, page->name,
              slice_print(set->arena, "%u", sum->heads));
    if (!sum->name)
        fault(page, DIAGNOSTIC_TEMPLATE_PUBLISHER, page->name, SLICE("site.publisher.name"));
    if (!sum->contacts)
        fault(page, DIAGNOSTIC_TEMPLATE_PUBLISHER, page->name, SLICE("site.publisher.contacts"));
    if (set->report->error_count > errors)
        page->is_sound = false;
}

static bool calls_are_sound(const Component *component)
{
    for (size_t i = 0; i < component->call_count; i++) {
        if (!component->calls[i].callee->is_sound)
            return false;
    }
    return true;
}

/* A caller of what cannot be run cannot be run either. */
static void spread_faults(TemplateSet *set)
{
    bool changed = true;
    while (changed) {
        changed = false;
        for (size_t i = 0; i < set->pages.count + set->components.count; i++) {
            size_t page = i - set->components.count;
            Component *component = i < set->components.count ? set->components.entries[i].item
                                                             : set->pages.entries[page].item;
            if (component->is_sound && !calls_are_sound(component)) {
                component->is_sound = false;
                changed = true;
            }
        }
    }
}

void checks_run(TemplateSet *set)
{
    nesting_check(set);
    for (size_t i = 0; i < set->components.count; i++)
        check_recursion(set, set->components.entries[i].item);
    spread_faults(set);
    for (size_t i = 0; i < set->pages.count; i++) {
        Component *page = set->pages.entries[i].item;
        collect_assets(page, page, ++set->visit);
        if (page->is_sound)
            check_page(set, page);
    }
    for (size_t i = 0; i < set->components.count; i++) {
        Component *component = set->components.entries[i].item;
        collect_assets(component, component, ++set->visit);
    }
}
