/* What a place in a template demands of the values written there (templates.md 9): the element and
 * the attribute decide, so escaping cannot be forgotten. */
#ifndef TEMPLATE_CONTEXT_H
#define TEMPLATE_CONTEXT_H

#include "base/record.h"

typedef enum Context {
    CONTEXT_TEXT,       /* content of an element */
    CONTEXT_PLAIN,      /* title, textarea, option: a plain string, escaped at its end */
    CONTEXT_HUMAN,      /* alt, title, aria-label …: a plain string */
    CONTEXT_MACHINE,    /* all other attributes */
    CONTEXT_ID,         /* ASCII ids, with blanks between */
    CONTEXT_CLASS,      /* words, white space squeezed */
    CONTEXT_ADDRESS,    /* an address that is followed */
    CONTEXT_RESOURCE,   /* an address a page loads by itself: may not leave the site */
    CONTEXT_CANDIDATES, /* srcset: addresses with descriptors */
    CONTEXT_NOWHERE,    /* on…, style, srcdoc: cannot stand in a template */
} Context;

/* What an attribute of an element demands. */
Context context_of_attribute(Slice element, Slice attribute);

/* Its name in a fault: "text", "an attribute", "an address". */
Slice context_name(Context context);

/* True when a value of this kind may be written there; a bool is for attributes only. */
bool context_takes(Context context, TypeKind kind);

/* The filter that would make it fit; empty: none. */
Slice context_remedy(Context context, TypeKind kind);

static inline bool context_is_address(Context context)
{
    return context == CONTEXT_ADDRESS || context == CONTEXT_RESOURCE ||
           context == CONTEXT_CANDIDATES;
}

#endif
