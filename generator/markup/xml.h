/* Hand-written HTML as a tree of elements and texts that know where they were typed. It is read by
 * libxml2 as XML after markup/tidy has made it readable; this module is the only user of libxml2.
 * No entity is resolved, no document type, no network. Comments are gone. Only the first fault of
 * form in a file is reported; the rest would be its cascade. */
#ifndef MARKUP_XML_H
#define MARKUP_XML_H

#include "markup/tidy.h"

/* Decoded text and its place. In an attribute value line breaks and tabs are spaces. */
typedef struct XmlText {
    Slice bytes;
    uint32_t start, end; /* bytes of the file, without quotes */
    const TidyShift *shifts;
    uint32_t shift_count;
} XmlText;

typedef struct XmlAttribute {
    Slice name; /* as typed, "xlink:href" */
    uint32_t name_start, name_end;
    XmlText value;
    bool is_bare; /* stood alone, without a value */
} XmlAttribute;

typedef struct XmlNode XmlNode;
struct XmlNode {
    Slice name; /* of an element; empty: a text */
    XmlText text;
    XmlAttribute *attributes; /* in the order typed */
    uint32_t attribute_count;
    uint32_t start;   /* "<" */
    uint32_t tag_end; /* behind the ">" of the start tag */
    uint32_t end;     /* behind the end tag; tag_end where there is none */
    XmlNode *parent;
    XmlNode *first_child;
    XmlNode *next;
};

/* Once, before any thread reads XML. */
void xml_prepare(void);

/* The root is a synthetic element around everything; its children are what was typed. */
bool xml_read(Arena *arena, const TidyInput *input, Report *report, XmlNode **ret_root);

/* A whole template file. */
bool xml_read_template(Arena *arena, const Source *source, Report *report, XmlNode **ret_root);

/* One tag of an inline fragment: its name and attributes, without children. *ret_tag is NULL for a
 * comment. */
bool xml_read_tag(Arena *arena, Span span, Report *report, XmlNode **ret_tag, bool *ret_is_end);

static inline bool xml_is_text(const XmlNode *node)
{
    return node->name.size == 0;
}

const XmlAttribute *xml_find_attribute(const XmlNode *node, Slice name);

/* The node after `node` inside `root` in document order; NULL at the end. No recursion needed. */
XmlNode *xml_following(const XmlNode *root, const XmlNode *node);

/* The byte of the file where a byte of decoded text stands. */
uint32_t xml_offset(const XmlText *text, size_t offset);

/* `part` must be a view into text->bytes. */
Span xml_span(const Source *source, const XmlText *text, Slice part);

/* The 253 names of HTML 4, without "&" and ";". */
bool xml_find_entity(Slice name, uint32_t *ret_code_point);

#endif
