/* Runs the components of Markdown: hooks with arguments in a fixed order, directives with
 * attributes as typed. */
#include "base/suggest.h"
#include "template/evaluate.h"
#include "template/literal.h"

static bool execute_apart(Run *run, RunFrame *frame)
{
    uint32_t depth = run->depth;
    run->depth = 0; // nodes nest as deep as the tree allows, which has its own limit
    bool is_fine = frame_execute(run, frame);
    run->depth = depth;
    return is_fine;
}

bool run_hook(Run *run, const Component *component, Hook hook, const Datum *arguments, RunFill fill,
              void *shared)
{
    const HookForm *form = hook_form(hook);
    RunFrame *frame = frame_new(run->scratch, component);
    frame->write = fill;
    frame->shared = shared;
    for (uint32_t i = 0; i < component->parameter_count; i++)
        frame->values[i].is_absent = true;
    for (size_t i = 0; i < HOOK_MAX_PARAMETERS && form->parameters[i].name.size > 0; i++) {
        uint8_t order = component->hook_order[i];
        if (order == 0)
            continue;
        const Parameter *parameter = &component->parameters[order - 1];
        frame->values[order - 1] = arguments[i];
        if (arguments[i].is_absent && parameter->fallback != NULL)
            evaluate_value(run, parameter->fallback, &frame->values[order - 1]);
    }
    return execute_apart(run, frame);
}

/* Reads the attributes of one directive. */
typedef struct Reading {
    Run *run;
    const Component *component;
    const DirectiveDetail *directive;
    const Source *source;
    RunFrame *frame;
} Reading;

static void fail(const Reading *reading, Diagnostic *diagnostic, uint32_t start, uint32_t end)
{
    diagnostic->span = (Span){reading->source, start, end};
    reading->run->failed = true;
    report_add(reading->run->report, diagnostic);
}

static Slice meaning_of(const Component *component, Slice word)
{
    for (uint32_t i = 0; i < component->name_count; i++) {
        if (component->names[i].meaning.size > 0 && slice_equal(component->names[i].local, word))
            return component->names[i].meaning;
    }
    return word;
}

static void fail_unknown(const Reading *reading, const DirectiveAttribute *attribute)
{
    const Component *component = reading->component;
    Slice *known = ARENA_ARRAY(reading->run->scratch, Slice,
                               (size_t) component->parameter_count + component->name_count);
    size_t count = 0;
    for (uint32_t i = 0; i < component->parameter_count; i++)
        known[count++] = component->parameters[i].name;
    for (uint32_t i = 0; i < component->name_count; i++) {
        if (set_find_parameter(component, component->names[i].meaning, NULL) != NULL)
            known[count++] = component->names[i].local;
    }
    Edit edit;
    Diagnostic diagnostic = {.code = DIAGNOSTIC_TEMPLATE_UNKNOWN_PARAMETER,
                             .span = {reading->source, attribute->key_start, attribute->key_end},
                             .words = {reading->directive->name, attribute->key}};
    suggest_fill(&diagnostic, attribute->key, known, count, &edit);
    fail(reading, &diagnostic, attribute->key_start, attribute->key_end);
}

static void fail_value(const Reading *reading, const DirectiveAttribute *attribute,
                       const Type *type, LiteralFault fault)
{
    Arena *arena = reading->run->scratch;
    Edit edit;
    Diagnostic diagnostic = {
        .code = DIAGNOSTIC_TEMPLATE_TYPE_WANTED,
        .span = {reading->source, attribute->value_start, attribute->value_end},
        .words = {attribute->key, type_phrase(arena, type),
                  slice_print(arena, "“%.*s”", SLICE_FORMAT(attribute->value))}};
    if (fault == LITERAL_NO_WORD) {
        diagnostic.code = DIAGNOSTIC_TEMPLATE_ENUM;
        diagnostic.words[0] = attribute->value;
        diagnostic.words[1] = type_words(arena, type);
        diagnostic.words[2] = (Slice){0};
        suggest_fill(&diagnostic, attribute->value, type->words, type->word_count, &edit);
    } else if (fault == LITERAL_NO_RECORD) {
        diagnostic.code = DIAGNOSTIC_TEMPLATE_REFERENCE;
        diagnostic.words[0] = type_name(arena, type);
        diagnostic.words[1] = attribute->value;
        diagnostic.words[2] = (Slice){0};
    }
    fail(reading, &diagnostic, attribute->value_start, attribute->value_end);
}

static void read_value(const Reading *reading, const DirectiveAttribute *attribute,
                       const Type *type, Datum *ret_value)
{
    Run *run = reading->run;
    const TemplateHost *host = &run->set->host;
    Literal literal = {0};
    Slice text = attribute->value;
    if (type->kind == TYPE_ENUM)
        text = meaning_of(reading->component, text);
    else if (type->kind == TYPE_TEXT && attribute->words.size > 0)
        text = attribute->words;
    LiteralFault fault =
        literal_read(run->scratch, host, text, type, evaluate_language(run), &literal);
    if (fault == LITERAL_FINE && literal.key != NULL) {
        literal.value.record = host->resolve(run->context, type->record, literal.key);
        fault = literal.value.record == NULL ? LITERAL_NO_RECORD : LITERAL_FINE;
    }
    if (fault == LITERAL_FINE)
        *ret_value = literal.value;
    else
        fail_value(reading, attribute, type, fault);
}

/* Every directive takes these; shape has looked at them. */
static bool is_common(Slice name)
{
    return slice_equal(name, SLICE("isolate")) || slice_equal(name, SLICE("typography"));
}

static void read_attributes(const Reading *reading)
{
    const DirectiveDetail *directive = reading->directive;
    for (uint32_t i = 0; i < directive->attribute_count; i++) {
        const DirectiveAttribute *attribute = &directive->attributes[i];
        Slice name = meaning_of(reading->component, attribute->key);
        uint32_t index;
        if (is_common(name))
            continue;
        const Parameter *parameter = set_find_parameter(reading->component, name, &index);
        if (parameter == NULL)
            fail_unknown(reading, attribute);
        else
            read_value(reading, attribute, &parameter->type, &reading->frame->values[index]);
    }
}

static void fail_missing(const Reading *reading, const Parameter *parameter)
{
    Diagnostic diagnostic = {.code = DIAGNOSTIC_TEMPLATE_MISSING_PARAMETER,
                             .words = {reading->directive->name, parameter->name}};
    fail(reading, &diagnostic, reading->directive->name_start, reading->directive->name_end);
}

bool run_directive(Run *run, const Component *component, const DirectiveDetail *directive,
                   const Source *source, RunFill fill, void *shared)
{
    RunFrame *frame = frame_new(run->scratch, component);
    Reading reading = {run, component, directive, source, frame};
    bool failed = run->failed;
    run->failed = false;
    frame->write = fill;
    frame->shared = shared;
    for (uint32_t i = 0; i < component->parameter_count; i++)
        frame->values[i].is_absent = true;
    read_attributes(&reading);
    for (uint32_t i = 0; i < component->parameter_count && !run->failed; i++) {
        const Parameter *parameter = &component->parameters[i];
        if (!frame->values[i].is_absent)
            continue;
        if (parameter->fallback != NULL)
            evaluate_value(run, parameter->fallback, &frame->values[i]);
        else if (!parameter->type.is_optional)
            fail_missing(&reading, parameter);
    }
    bool is_fine = !run->failed && execute_apart(run, frame);
    run->failed |= failed;
    return is_fine;
}
