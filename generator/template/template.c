/* The set of templates: files in, components by name out. Compiling a body is template/compile's.
 */
#include "template/template.h"

#include "template/checks.h"
#include "template/compile.h"
#include "template/header.h"

TemplateSet *template_set_new(Arena *arena, const TemplateHost *host, Report *report)
{
    TemplateSet *set = ARENA_NEW(arena, TemplateSet);
    set->arena = arena;
    set->host = *host;
    set->report = report;
    table_init(&set->pages, arena);
    table_init(&set->components, arena);
    table_init(&set->directives, arena);
    table_init(&set->used_fields, arena);
    size_t messages = host->messages == NULL ? 0 : messages_count(host->messages);
    set->used_messages = ARENA_ARRAY(arena, bool, messages);
    return set;
}

static void fault(TemplateSet *set, DiagnosticCode code, const Source *source, Slice word,
                  Slice second)
{
    report_add(set->report,
               &(Diagnostic){.code = code, .span = span_whole(source), .words = {word, second}});
}

static Component *component_new(TemplateSet *set, Slice name, const Source *source, bool is_page)
{
    Component *component = ARENA_NEW(set->arena, Component);
    component->name = name;
    component->source = source;
    component->set = set;
    component->is_page = is_page;
    program_init(&component->program, set->arena);
    Table *table = is_page ? &set->pages : &set->components;
    if (set->pages.count + set->components.count >= TEMPLATE_MAX_COUNT) {
        fault(set, DIAGNOSTIC_TEMPLATE_LIMIT, source, SLICE("templates"), SLICE("4096"));
        return NULL;
    }
    if (!table_add(table, name, component)) {
        fault(set, DIAGNOSTIC_TEMPLATE_DUPLICATE, source, name, (Slice){0});
        return NULL;
    }
    header_read(component);
    return component;
}

static bool is_page_type(const TemplateSet *set, Slice name)
{
    uint32_t index;
    const RecordField *variant = set->host.page->variant;
    return slice_equal(name, SLICE("default")) || variant == NULL ||
           type_find_word(&variant->type, name, &index);
}

void template_add_page(TemplateSet *set, Slice name, const Source *source)
{
    if (is_page_type(set, name)) {
        component_new(set, name, source, true);
        return;
    }
    const Type *types = &set->host.page->variant->type;
    Edit edit;
    Diagnostic diagnostic = {
        .code = DIAGNOSTIC_TEMPLATE_FILE_NAME, .span = span_whole(source), .words = {name}};
    suggest_fill(&diagnostic, name, types->words, types->word_count, &edit);
    diagnostic.edit_count = 0;
    report_add(set->report, &diagnostic);
}

static bool is_component_name(Slice name)
{
    for (size_t i = 0; i < name.size; i++) {
        char byte = name.at[i];
        bool is_letter = byte >= 'a' && byte <= 'z';
        bool is_inner = (byte >= '0' && byte <= '9') || byte == '-';
        if (!is_letter && !(is_inner && i > 0))
            return false;
    }
    return name.size > 0;
}

static void add_directive_name(TemplateSet *set, Component *component, Slice name)
{
    if (!table_add(&set->directives, name, component)) {
        fault(set, DIAGNOSTIC_TEMPLATE_DUPLICATE, component->source, name, (Slice){0});
        return;
    }
    set->directive_names =
        arena_grow(set->arena, set->directive_names, sizeof *set->directive_names,
                   set->directive_name_count, &set->directive_name_capacity);
    set->directive_names[set->directive_name_count++] = name;
}

static void add_directive_names(TemplateSet *set, Component *component)
{
    add_directive_name(set, component, component->name);
    for (uint32_t i = 0; i < component->name_count; i++) {
        if (component->names[i].meaning.size == 0)
            add_directive_name(set, component, component->names[i].local);
    }
}

void template_add_component(TemplateSet *set, Slice name, const Source *source)
{
    if (!is_component_name(name)) {
        fault(set, DIAGNOSTIC_TEMPLATE_COMPONENT_NAME, source, name, (Slice){0});
        return;
    }
    Component *component = component_new(set, name, source, false);
    if (component == NULL)
        return;
    set->component_names =
        arena_grow(set->arena, set->component_names, sizeof *set->component_names,
                   set->component_name_count, &set->component_name_capacity);
    set->component_names[set->component_name_count++] = name;
    set->has_unread |= !component->is_readable;
    Hook hook;
    if (hook_find(name, &hook) != NULL) {
        header_check_hook(component, hook);
        set->hooks[hook] = component;
    }
    if (component->directive != DIRECTIVE_NONE)
        add_directive_names(set, component);
}

bool template_compile(TemplateSet *set)
{
    size_t errors = set->report->error_count;
    for (size_t i = 0; i < set->components.count; i++)
        compile_component(set->components.entries[i].item);
    for (size_t i = 0; i < set->pages.count; i++)
        compile_component(set->pages.entries[i].item);
    if (table_find(&set->pages, SLICE("default")) == NULL)
        report_add(set->report, &(Diagnostic){.code = DIAGNOSTIC_TEMPLATE_DEFAULT,
                                              .path = SLICE("templates/pages/default.html")});
    checks_run(set);
    return set->report->error_count == errors;
}

const Component *template_find_page(const TemplateSet *set, Slice type)
{
    const Component *page = table_find(&set->pages, type);
    return page != NULL ? page : table_find(&set->pages, SLICE("default"));
}

const Component *template_find_directive(const TemplateSet *set, Slice name)
{
    return table_find(&set->directives, name);
}

bool template_knows_directives(const TemplateSet *set)
{
    return !set->has_unread;
}

size_t template_directive_names(const TemplateSet *set, const Slice **ret_names)
{
    *ret_names = set->directive_names;
    return set->directive_name_count;
}

bool template_uses_message(const TemplateSet *set, uint32_t number)
{
    return set->used_messages[number];
}

bool template_uses_field(const TemplateSet *set, Slice name)
{
    return table_find(&set->used_fields, name) != NULL;
}

bool template_is_leaf(const Component *component)
{
    return component->directive == DIRECTIVE_LEAF;
}

size_t template_inlined_assets(const Component *component, const InlinedAsset **ret_assets)
{
    *ret_assets = component->inlined;
    return component->inlined_count;
}
