/* The kinds of nodes whose output a component may replace (templates.md 11), with the parameters
 * each gets. Arguments are given in the order of this list. */
#ifndef TEMPLATE_HOOK_H
#define TEMPLATE_HOOK_H

#include "template/template.h"

#define HOOK_MAX_PARAMETERS 5

typedef enum Hook {
    HOOK_HEADING,      /* level, id; + */
    HOOK_LINK,         /* href, kind, target, file, title; + */
    HOOK_IMAGE,        /* image, title */
    HOOK_FIGURE,       /* image; + */
    HOOK_TABLE,        /* caption, columns; + */
    HOOK_CODE,         /* language, title, text */
    HOOK_QUOTE,        /* + */
    HOOK_ALERT,        /* kind, title; + */
    HOOK_LIST,         /* ordered, start, tasks; + */
    HOOK_FOOTNOTE_REF, /* number, id, href */
    HOOK_FOOTNOTES,    /* notes */
    HOOK_COUNT
} Hook;

/* Words of md-link's `kind`, as a Datum gives them. */
enum HookLinkKind {
    HOOK_LINK_PAGE,
    HOOK_LINK_HEADING,
    HOOK_LINK_FILE,
    HOOK_LINK_EXTERNAL,
    HOOK_LINK_MAIL,
    HOOK_LINK_PHONE
};

/* The component that takes the place of the built-in output; NULL: there is none. */
const Component *template_find_hook(const TemplateSet *set, Hook hook);

/* How the table of hooks describes one of them, for the compiler. */
typedef struct HookParameter {
    Slice name;
    Slice type; /* as params would write it */
} HookParameter;

typedef struct HookForm {
    Slice name;
    bool has_slot; /* must contain exactly one default slot */
    HookParameter parameters[HOOK_MAX_PARAMETERS];
} HookForm;

const HookForm *hook_form(Hook hook);
const HookForm *hook_find(Slice name, Hook *ret_hook);

#endif
