/* What HTML is: its elements and what browsers do with them where they do not belong, and how tags
 * are written. Escaping lives here and nowhere else; what is escaped for HTML is right in XML too.
 */
#ifndef MARKUP_HTML_H
#define MARKUP_HTML_H

#include "base/buffer.h"

enum HtmlFlag {
    HTML_VOID = 1 << 0,        /* no content, no end tag */
    HTML_BLOCK = 1 << 1,       /* ends an open <p> */
    HTML_PHRASING = 1 << 2,    /* may stand in a line of text */
    HTML_RAW = 1 << 3,         /* script and style: text without markup */
    HTML_PLAIN = 1 << 4,       /* title, textarea, option: text, no elements */
    HTML_TEXTLESS = 1 << 5,    /* browsers move text out of it: table, tr, tbody … */
    HTML_CONTENT = 1 << 6,     /* may be typed as raw HTML in Markdown */
    HTML_FOREIGN = 1 << 7,     /* svg and math: other names and letters inside */
    HTML_HEADING = 1 << 8,     /* h1 … h6 */
    HTML_INTERACTIVE = 1 << 9, /* may not stand in <a> or <button> */
    HTML_PRESERVES = 1 << 10,  /* pre and textarea: white space is kept */
};

typedef struct HtmlElement {
    Slice name;
    uint32_t flags;
    Slice parents; /* names with blanks between: it stands directly in one of these; empty: anywhere
                    */
    Slice children; /* it holds these elements only; empty: any */
} HtmlElement;

/* By its name in lower case; NULL: HTML has no such element. Obsolete ones are not known. */
const HtmlElement *html_find_element(Slice name);

/* All names in alphabetical order, for did-you-mean; returns how many. */
size_t html_element_names(Arena *arena, Slice **ret_names);

/* It holds a phrase and no block: p, h1 … h6, a, span, button. */
bool html_is_phrase(const HtmlElement *element);

bool html_is_void(Slice name);
bool html_is_boolean_attribute(Slice name); /* may stand alone (templates 2), `download` too */

/* May typed Markdown hold this attribute in raw HTML (editorial 5)? */
bool html_is_content_attribute(Slice name);

/* `open` are the elements around a place from the outermost known one in; NULL stands for an
 * element of unknown kind. False when a browser would move `child` or close what is open;
 * *ret_at is then the index in `open` of the element at odds with it, or `count` when `child` lacks
 * the parent it needs. With nothing open everything may come. */
bool html_may_stand(const HtmlElement *const *open, size_t count, const HtmlElement *child,
                    size_t *ret_at);

/* Adds text with & < > escaped. */
void html_escape(Buffer *out, Slice text);

/* The same for XML, which has no place for control characters: they are left out. */
void html_escape_xml(Buffer *out, Slice text);

/* Adds the text of an attribute value with & < > " escaped. */
void html_escape_value(Buffer *out, Slice value);

/* <name, then attributes, then > : */
void html_open_tag(Buffer *out, Slice name);
void html_attribute(Buffer *out, Slice name, Slice value); /* with a blank in front */
void html_bare_attribute(Buffer *out, Slice name);
void html_close_tag(Buffer *out);                    /* > */
void html_close_empty(Buffer *out);                  /* /> : XML only */
void html_end(Buffer *out, Slice name);              /* </name> */
void html_text(Buffer *out, Slice name, Slice text); /* <name>escaped text</name> */

#endif
