/* Reads the headers of component files. */
#include "template/header.h"

#include "base/suggest.h"
#include "template/convert.h"

#define HEADER_MAX_NAMES 128

static void fault(Component *component, DiagnosticCode code, Span span, Slice first, Slice second)
{
    component->is_sound = false;
    report_add(component->set->report,
               &(Diagnostic){.code = code, .span = span, .words = {first, second}});
}

static bool is_parameter_name(Slice name)
{
    for (size_t i = 0; i < name.size; i++) {
        char byte = name.at[i];
        bool is_letter = byte >= 'a' && byte <= 'z';
        bool is_inner = (byte >= '0' && byte <= '9') || byte == '-' || byte == '_';
        if (!is_letter && !(is_inner && i > 0))
            return false;
    }
    return name.size > 0;
}

/* Names that mean something else everywhere. */
static bool is_taken(const Component *component, Slice name)
{
    static const Slice own[] = {SLICE_INIT("site"), SLICE_INIT("page"), SLICE_INIT("slots"),
                                SLICE_INIT("isolate"), SLICE_INIT("typography")};
    size_t count = component->directive == DIRECTIVE_NONE ? 3 : 5;
    for (size_t i = 0; i < count; i++) {
        if (slice_equal(own[i], name))
            return true;
    }
    return set_find_parameter(component, name, NULL) != NULL;
}

static void read_fallback(Component *component, Parameter *parameter, Slice literal, Span span)
{
    Compiler compiler = {.set = component->set,
                         .arena = component->set->arena,
                         .component = component,
                         .report = component->set->report};
    char quote = literal.size > 1 ? literal.at[0] : '\0';
    if ((quote == '\'' || quote == '"') && literal.at[literal.size - 1] == quote)
        literal = slice_part(literal, 1, literal.size - 1);
    parameter->fallback =
        convert_literal(&compiler, literal, span, &parameter->type, parameter->name);
}

/* "kind: note|warning = note" */
static void read_parameter(Component *component, const XmlText *text, Slice part)
{
    Arena *arena = component->set->arena;
    Span span = xml_span(component->source, text, part);
    Slice name;
    Slice rest;
    Slice type;
    Slice literal;
    bool has_type = slice_cut(part, ':', &name, &rest);
    bool has_fallback = slice_cut(rest, '=', &type, &literal);
    name = slice_trim(name);
    if (!has_type || !is_parameter_name(name)) {
        fault(component, DIAGNOSTIC_TEMPLATE_PARAMETER, span, part, (Slice){0});
        return;
    }
    Span name_span = xml_span(component->source, text, name);
    if (is_taken(component, name)) {
        fault(component, DIAGNOSTIC_TEMPLATE_DUPLICATE, name_span, name, (Slice){0});
        return;
    }
    Parameter *parameter = &component->parameters[component->parameter_count];
    *parameter = (Parameter){.name = name, .start = name_span.start, .end = name_span.end};
    Slice word;
    const TemplateHost *host = &component->set->host;
    if (!type_read(arena, host, type, &parameter->type, &word)) {
        Slice *known;
        size_t count = type_known_names(arena, host, &known);
        Edit edit;
        Diagnostic diagnostic = {.code = DIAGNOSTIC_TEMPLATE_UNKNOWN_TYPE,
                                 .span = xml_span(component->source, text, word),
                                 .words = {word}};
        suggest_fill(&diagnostic, word, known, count, &edit);
        component->is_sound = false;
        report_add(component->set->report, &diagnostic);
        return;
    }
    literal = slice_trim(literal);
    if (has_fallback)
        read_fallback(component, parameter, literal, xml_span(component->source, text, literal));
    component->parameter_count++;
}

static void read_parameters(Component *component, const XmlAttribute *attribute)
{
    component->parameters = ARENA_ARRAY(component->set->arena, Parameter, SET_MAX_PARAMETERS);
    if (attribute == NULL)
        return;
    Slice rest = attribute->value.bytes;
    bool more = slice_trim(rest).size > 0;
    while (more) {
        Slice part;
        more = slice_cut(rest, ',', &part, &rest);
        part = slice_trim(part);
        if (component->parameter_count == SET_MAX_PARAMETERS) {
            fault(component, DIAGNOSTIC_TEMPLATE_LIMIT,
                  xml_span(component->source, &attribute->value, part),
                  SLICE("parameters and names of a component"), SLICE("64"));
            return;
        }
        read_parameter(component, &attribute->value, part);
    }
}

static void add_name(Component *component, Slice local, Slice meaning)
{
    component->names = arena_grow(component->set->arena, component->names, sizeof *component->names,
                                  component->name_count, &component->name_capacity);
    component->names[component->name_count++] = (LocalName){local, meaning};
}

static bool is_meaning(const Component *component, Slice word)
{
    uint32_t index;
    for (uint32_t i = 0; i < component->parameter_count; i++) {
        const Parameter *parameter = &component->parameters[i];
        if (slice_equal(parameter->name, word))
            return true;
        if (parameter->type.kind == TYPE_ENUM && type_find_word(&parameter->type, word, &index))
            return true;
    }
    return slice_equal(word, SLICE("isolate")) || slice_equal(word, SLICE("typography")) ||
           slice_equal(word, SLICE("off"));
}

/* "نکته عنوان=title هشدار=warning" */
static void read_names(Component *component, const XmlAttribute *attribute)
{
    Slice rest = slice_trim(attribute->value.bytes);
    while (rest.size > 0 && component->name_count < HEADER_MAX_NAMES) {
        Slice item;
        slice_cut(rest, ' ', &item, &rest);
        rest = slice_trim_start(rest);
        Slice local;
        Slice meaning;
        bool is_pair = slice_cut(item, '=', &local, &meaning);
        if (!is_pair || is_meaning(component, meaning)) {
            add_name(component, local, meaning);
            continue;
        }
        fault(component, DIAGNOSTIC_TEMPLATE_UNKNOWN_PARAMETER,
              xml_span(component->source, &attribute->value, meaning), component->name, meaning);
    }
}

static void read_form(Component *component, const XmlAttribute *attribute)
{
    if (slice_equal(attribute->value.bytes, SLICE("block")))
        component->directive = DIRECTIVE_BLOCK;
    else if (slice_equal(attribute->value.bytes, SLICE("leaf")))
        component->directive = DIRECTIVE_LEAF;
    else
        fault(component, DIAGNOSTIC_TEMPLATE_ENUM,
              (Span){component->source, attribute->value.start, attribute->value.end},
              attribute->value.bytes, SLICE("block, leaf"));
}

static void read_attributes(Component *component, const XmlNode *root)
{
    const XmlAttribute *form = xml_find_attribute(root, SLICE("markdown"));
    if (form != NULL)
        read_form(component, form);
    read_parameters(component, xml_find_attribute(root, SLICE("params")));
    for (uint32_t i = 0; i < root->attribute_count; i++) {
        const XmlAttribute *attribute = &root->attributes[i];
        if (slice_starts(attribute->name, SLICE("names-")))
            read_names(component, attribute);
        else if (!slice_equal(attribute->name, SLICE("params")) &&
                 !slice_equal(attribute->name, SLICE("markdown")))
            fault(component, DIAGNOSTIC_TEMPLATE_UNKNOWN_ATTRIBUTE,
                  (Span){component->source, attribute->name_start, attribute->name_end},
                  attribute->name, (Slice){0});
    }
}

static void add_slot(Component *component, const XmlNode *node)
{
    const XmlAttribute *attribute = xml_find_attribute(node, SLICE("name"));
    uint32_t index;
    if (attribute == NULL) {
        component->default_slot_uses++;
        return;
    }
    if (set_find_slot(component, attribute->value.bytes, &index))
        return;
    if (component->slot_count == SET_MAX_SLOTS)
        fault(component, DIAGNOSTIC_TEMPLATE_LIMIT,
              (Span){component->source, node->start, node->tag_end}, SLICE("slots of a component"),
              SLICE("15"));
    else
        component->slots[component->slot_count++] = attribute->value.bytes;
}

static void read_slots(Component *component, const XmlNode *root)
{
    component->slots[SET_DEFAULT_SLOT] = SLICE("default");
    component->slot_count = 1;
    for (const XmlNode *node = root; node != NULL; node = xml_following(root, node)) {
        if (slice_equal(node->name, SLICE("t-slot")))
            add_slot(component, node);
    }
}

/* The one element of the file, with nothing but white space beside it. */
static const XmlNode *find_root(Component *component, const XmlNode *root)
{
    const XmlNode *found = NULL;
    for (const XmlNode *node = root->first_child; node != NULL; node = node->next) {
        if (xml_is_text(node) && slice_trim(node->text.bytes).size == 0)
            continue;
        if (found != NULL || !slice_equal(node->name, SLICE("t-component"))) {
            fault(component, DIAGNOSTIC_TEMPLATE_PLACE_ELEMENT,
                  (Span){component->source, node->start, node->start},
                  xml_is_text(node) ? SLICE("text") : node->name, SLICE("inside <t-component>"));
            return NULL;
        }
        found = node;
    }
    if (found == NULL)
        fault(component, DIAGNOSTIC_TEMPLATE_PLACE_ELEMENT, span_whole(component->source),
              SLICE("t-component"), SLICE("at the root of a component"));
    return found;
}

void header_read(Component *component)
{
    TemplateSet *set = component->set;
    XmlNode *root = NULL;
    component->is_sound = !component->source->is_unread;
    component->parameters = NULL;
    if (component->source->is_unread)
        return;
    if (component->source->bytes.size > TEMPLATE_MAX_FILE_SIZE) {
        fault(component, DIAGNOSTIC_TEMPLATE_LIMIT, span_whole(component->source),
              SLICE("size of a template"), SLICE("256 KiB"));
        return;
    }
    if (!xml_read_template(set->arena, component->source, set->report, &root)) {
        component->is_sound = false;
        return;
    }
    component->body = component->is_page ? root : find_root(component, root);
    if (component->body == NULL)
        return;
    component->is_readable = true;
    read_slots(component, component->body);
    if (!component->is_page)
        read_attributes(component, component->body);
}

static bool check_hook_parameter(Component *component, const HookForm *form, uint32_t index)
{
    const Parameter *parameter = &component->parameters[index];
    Span span = {component->source, parameter->start, parameter->end};
    for (size_t i = 0; i < HOOK_MAX_PARAMETERS; i++) {
        if (!slice_equal(form->parameters[i].name, parameter->name))
            continue;
        Type wanted;
        Slice word;
        const TemplateSet *set = component->set;
        bool is_known = type_read(set->arena, &set->host, form->parameters[i].type, &wanted, &word);
        component->hook_order[i] = (uint8_t) (index + 1);
        if (is_known && type_equal(&wanted, &parameter->type) &&
            (parameter->type.is_optional || !wanted.is_optional))
            return true;
        component->is_sound = false;
        report_add(set->report, &(Diagnostic){.code = DIAGNOSTIC_TEMPLATE_TYPE_WANTED,
                                              .span = span,
                                              .words = {form->name, form->parameters[i].type,
                                                        type_name(set->arena, &parameter->type)}});
        return false;
    }
    fault(component, DIAGNOSTIC_TEMPLATE_UNKNOWN_PARAMETER, span, form->name, parameter->name);
    return false;
}

void header_check_hook(Component *component, Hook hook)
{
    const HookForm *form = hook_form(hook);
    if (!component->is_readable)
        return;
    for (uint32_t i = 0; i < component->parameter_count; i++)
        check_hook_parameter(component, form, i);
    if (form->has_slot && component->default_slot_uses != 1)
        fault(component, DIAGNOSTIC_TEMPLATE_HOOK_SLOT, span_whole(component->source), form->name,
              slice_print(component->set->arena, "%u", component->default_slot_uses));
}
