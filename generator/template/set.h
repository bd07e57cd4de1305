/* What the compiler and the run know of a set of templates and of each component in it. Outside of
 * template/ these types are opaque. */
#ifndef TEMPLATE_SET_H
#define TEMPLATE_SET_H

#include "base/table.h"
#include "markup/xml.h"
#include "template/hook.h"
#include "template/program.h"

#define SET_MAX_PARAMETERS 64
#define SET_MAX_SLOTS 16
#define SET_DEFAULT_SLOT 0 /* the slot without a name */

typedef enum DirectiveForm { DIRECTIVE_NONE, DIRECTIVE_BLOCK, DIRECTIVE_LEAF } DirectiveForm;

typedef struct Parameter {
    Slice name;
    Type type;
    const Expression *fallback; /* NULL: none */
    uint32_t start, end;
} Parameter;

/* names-LANG: a word, and what it stands for; nothing for the component's own name. */
typedef struct LocalName {
    Slice local;
    Slice meaning;
} LocalName;

typedef struct CallEdge {
    struct Component *callee;
    bool is_conditional; /* under t-if, t-for or t-match */
    bool is_in_head;
} CallEdge;

/* Finished blocks of markup that a template writes: {page.body}. */
typedef struct MarkupPart {
    Slice label;
    uint32_t start, end;
} MarkupPart;

struct Component {
    Slice name;
    const Source *source;
    struct TemplateSet *set;
    bool is_page, is_sound;
    bool is_readable; /* its header could be read */
    DirectiveForm directive;
    const XmlNode *body; /* the element whose children are the content */
    Parameter *parameters;
    uint32_t parameter_count;
    Slice slots[SET_MAX_SLOTS]; /* [0] is the default one */
    uint32_t slot_count;
    uint32_t default_slot_uses;
    LocalName *names;
    uint32_t name_count;
    size_t name_capacity;
    Program program;
    /* of the body, for the checks that cross components */
    CallEdge *calls;
    size_t call_count, call_capacity;
    MarkupPart *markup;
    size_t markup_count, markup_capacity;
    uint32_t head_count;             /* page.head inside <head> */
    uint32_t bare_head_count;        /* page.head at the top of the component */
    bool shows_name, shows_contacts; /* of site.publisher, outside conditions */
    bool is_html;                    /* its root is <html> */
    InlinedAsset *inlined;
    size_t inlined_count, inlined_capacity;
    uint8_t hook_order[HOOK_MAX_PARAMETERS]; /* argument of the hook -> parameter, plus one */
    uint32_t visit;                          /* of the walk through calls */
    bool is_open, is_endless;                /* on the way of that walk; calls itself for ever */
};

struct TemplateSet {
    Arena *arena;
    TemplateHost host;
    Report *report;
    Table pages;
    Table components;
    Table directives; /* every name a directive may be called by */
    Slice *directive_names, *component_names;
    size_t directive_name_count, directive_name_capacity;
    bool *used_messages; /* by number */
    Table used_fields;   /* by name, the set itself */
    size_t component_name_count, component_name_capacity;
    const Component *hooks[HOOK_COUNT];
    bool has_unread; /* the header of a component cannot be read */
    uint32_t visit;
};

const Parameter *set_find_parameter(const Component *component, Slice name, uint32_t *ret_index);

/* The slot of a component; false: it has none of this name. */
bool set_find_slot(const Component *component, Slice name, uint32_t *ret_index);

/* Remembers a path once. */
void set_add_inlined(Component *component, InlinedAsset asset);

#endif
