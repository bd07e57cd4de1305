/* The set of templates of a site (templates.md 1, 5, 11): add every file, compile once, then find
 * pages, components, hooks and directives by name. Adding reads the header of a component, so that
 * files may call each other in any order; template_compile turns all bodies into ops. Every fault
 * goes to the report with its span, and a file with a fault is still there to be found, but never
 * to be run. A compiled set is read-only and shared by all threads. */
#ifndef TEMPLATE_TEMPLATE_H
#define TEMPLATE_TEMPLATE_H

#include "base/record.h"
#include "base/report.h"
#include "text/message.h"
#include "text/zone.h"

#define TEMPLATE_MAX_FILE_SIZE ((size_t) 256 * 1024)
#define TEMPLATE_MAX_COUNT 4096

typedef struct TemplateSet TemplateSet;
typedef struct Component Component;

/* What only the site knows. The finders run while templates are compiled, `context` is theirs and
 * the schema of every NameFamily; resolve and language_of run while pages are written and get the
 * context of the run. */
typedef struct TemplateHost {
    void *context;
    const Record *site;
    const Record *page;           /* its variant field is `type`, whose words are the page types */
    const Record *const *records; /* all that a parameter may name: page, person, table … */
    size_t record_count;
    const Languages *languages; /* of the site; the first is the default one */
    const Messages *messages;   /* interface texts, read before templates are compiled */
    const Zone *zone;           /* of the site, for dates written out */
    const Slice *schemes;       /* urls.schemes of site.yaml */
    size_t scheme_count;

    /* The address of a file in assets/, NULL: there is none. What it points to is filled later,
     * when files get their names; the same for the text of a file that a template puts inside the
     * page. */
    const Url *(*find_asset)(void *context, Slice path);
    const Slice *(*find_asset_text)(void *context, Slice path);

    /* What stands for the record a literal names: a page by its source path without language
     * ("guides/drip.md", there in any language), a table by its name, a term or person by id. NULL:
     * nothing is called that. */
    const void *(*find_literal)(void *context, const Record *record, Slice literal);

    /* The record behind a key of find_literal, in the language of the page being written; NULL: it
     * is not there in this language. */
    const void *(*resolve)(void *context, const Record *record, const void *key);

    /* The language of a page, a translation or a language record, for t-lang. */
    const Language *(*language_of)(void *context, const Record *record, const void *subject);
} TemplateHost;

TemplateSet *template_set_new(Arena *arena, const TemplateHost *host, Report *report);

/* `name` is the file name without ".html"; for a page one of the page types or "default". A source
 * that is_unread only takes the name, so that nobody reports it as missing. */
void template_add_page(TemplateSet *set, Slice name, const Source *source);
void template_add_component(TemplateSet *set, Slice name, const Source *source);

/* Compiles all bodies and checks what concerns the whole set; false when the report has errors. */
bool template_compile(TemplateSet *set);

/* The page template of a type: its own, else pages/default.html. */
const Component *template_find_page(const TemplateSet *set, Slice type);

/* By the component's name or one of its names-LANG; only components with `markdown`. */
const Component *template_find_directive(const TemplateSet *set, Slice name);

/* False while the header of a component cannot be read: a directive that is not found may be its.
 */
bool template_knows_directives(const TemplateSet *set);

/* Names a directive may be called by, for did-you-mean. */
size_t template_directive_names(const TemplateSet *set, const Slice **ret_names);

/* False for a message that no template names: its `number` is that of text/message. */
bool template_uses_message(const TemplateSet *set, uint32_t number);

/* False for a field that no template names, of whatever record: nobody has to work it out. */
bool template_uses_field(const TemplateSet *set, Slice name);

/* True for markdown="leaf": one line, no content. */
bool template_is_leaf(const Component *component);

/* The style sheets and pictures that running a component may put inside the page, through all
 * calls: a view of each asset's text, the path of each. */
typedef struct InlinedAsset {
    Slice path;
    const Slice *text;
} InlinedAsset;
size_t template_inlined_assets(const Component *component, const InlinedAsset **ret_assets);

#endif
