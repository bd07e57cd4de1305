/* The document tree of one page: one array of nodes, linked by indexes. Node 0 is the document
 * itself, so index 0 stands for "none" everywhere else. Text equal to the source bytes is a view
 * into them. Spans are byte offsets in the file on disk. A node is 40 bytes; kinds that need more
 * carry a detail.
 *
 *   nodes: [0 document][1 heading][2 text][3 paragraph] …
 *            first_child -> 1, 1.next -> 3, 3.next -> 0
 *
 * long: every stage needs the whole tree, and a part of it alone means nothing. */
#ifndef MARKUP_NODE_H
#define MARKUP_NODE_H

#include "base/buffer.h"
#include "base/source.h"

typedef uint32_t NodeId;
#define NODE_NONE 0
#define NODE_MAX_DEPTH 100

typedef enum NodeKind {
    NODE_DOCUMENT,
    /* blocks */
    NODE_PARAGRAPH,
    NODE_HEADING, /* level 1–6; detail.anchor */
    NODE_QUOTE,
    NODE_LIST,       /* flags; level is the digit family of its markers; number is the start */
    NODE_ITEM,       /* NODE_TASK, NODE_DONE */
    NODE_CODE_BLOCK, /* detail.code */
    NODE_RULE,       /* thematic break */
    NODE_TABLE,      /* detail.table; child rows, the first is the header */
    NODE_TABLE_ROW,
    NODE_TABLE_CELL, /* flags: alignment, NODE_HEADER */
    NODE_DIRECTIVE,  /* detail.directive */
    NODE_HTML_BLOCK, /* text: raw, as typed; shape turns it into NODE_ELEMENT */
    NODE_FOOTNOTE,   /* detail.footnote: a definition; children are blocks; in order of first use at
                        the end */
    NODE_ALERT,      /* level: AlertKind; children without the mark. Made by shape */
    NODE_FIGURE,     /* children: NODE_IMAGE, then NODE_CAPTION if there is one. Made by shape */
    NODE_CAPTION,    /* of a figure or, as first child, of a table. Made by shape */
    /* blocks or inlines */
    NODE_ELEMENT, /* detail.element: allowed raw HTML. Made by shape */
    /* inlines */
    NODE_TEXT,
    NODE_SOFT_BREAK,
    NODE_LINE_BREAK,
    NODE_CODE,
    NODE_EMPHASIS,
    NODE_STRONG,
    NODE_STRIKE,
    NODE_LINK,          /* detail.link */
    NODE_IMAGE,         /* detail.link; children are the alt text as typed */
    NODE_HTML_INLINE,   /* text: raw, as typed */
    NODE_FOOTNOTE_MARK, /* detail.mark */
    NODE_SPAN,          /* detail.span: [phrase]{en}. Made by shape */
    NODE_ISOLATE,       /* <bdi dir>: NODE_LTR or NODE_RTL, NODE_NOWRAP. Made by shape */
    NODE_KIND_COUNT
} NodeKind;

enum NodeFlag {
    NODE_ORDERED = 1 << 0, /* list */
    NODE_TIGHT = 1 << 1,   /* list */
    NODE_PAREN = 1 << 2,   /* list: "1)" */
    NODE_TASK = 1 << 3,    /* item */
    NODE_DONE = 1 << 4,    /* item */
    NODE_START = 1 << 5,   /* cell alignment; none of the three: not stated */
    NODE_CENTER = 1 << 6,
    NODE_END = 1 << 7,
    NODE_HEADER = 1 << 8, /* row of headers; cell */
    NODE_LTR = 1 << 9,    /* dir to be written on this element */
    NODE_RTL = 1 << 10,
    NODE_NOWRAP = 1 << 11,     /* class="nowrap" */
    NODE_ATOM = 1 << 12,       /* text rules do not look inside */
    NODE_BARE = 1 << 13,       /* link: found as a bare address or written <like this> */
    NODE_FENCED = 1 << 14,     /* code block; directive with an end */
    NODE_DECORATIVE = 1 << 15, /* image: ![-](x.png) */
};

typedef enum AlertKind {
    ALERT_NOTE,
    ALERT_TIP,
    ALERT_IMPORTANT,
    ALERT_WARNING,
    ALERT_CAUTION
} AlertKind;

typedef struct LinkDetail {
    Slice address; /* unescaped, not percent-encoded */
    Slice title;
    uint32_t reference; /* index into Document.references */
} LinkDetail;

typedef struct CodeDetail {
    Slice language; /* first word after the fence */
    Slice title;    /* title="…" after it */
    Slice text;
} CodeDetail;

typedef struct HeadingDetail {
    Slice anchor; /* explicit {#id}, else given by shape */
    bool is_explicit;
    uint32_t anchor_start, anchor_end; /* span of the {#id} */
} HeadingDetail;

typedef struct TableDetail {
    uint32_t column_count;
    bool has_row_headers; /* empty first header cell */
} TableDetail;

typedef struct DirectiveAttribute {
    Slice key;
    Slice value; /* equal to "true" for a flag that stands alone */
    Slice words; /* the value as people are shown it; set by shape, empty before */
    bool is_flag;
    uint32_t key_start, key_end;
    uint32_t value_start, value_end;
} DirectiveAttribute;

typedef struct DirectiveDetail {
    Slice name; /* as typed */
    uint32_t name_start, name_end;
    DirectiveAttribute *attributes;
    uint32_t attribute_count;
    bool is_leaf; /* "::name{…}" on one line */
    bool is_closed;
} DirectiveDetail;

typedef struct FootnoteDetail {
    Slice label;
    uint32_t number;    /* from 1, by first use */
    uint32_t use_count; /* how many marks point here */
} FootnoteDetail;

typedef struct MarkDetail {
    Slice label;
    uint32_t number; /* of the note */
    uint32_t use;    /* from 1: which of the marks of this note */
} MarkDetail;

typedef struct ElementAttribute {
    Slice name;
    Slice value;
    uint32_t value_start, value_end;
    uint32_t reference; /* index into Document.references, plus one; 0: no address */
} ElementAttribute;

typedef struct ElementDetail {
    Slice name; /* lower case */
    ElementAttribute *attributes;
    uint32_t attribute_count;
    bool is_block;
    bool is_void;
} ElementDetail;

typedef struct SpanDetail {
    Slice language; /* tag; empty: none stated */
    bool no_isolation;
    bool no_typography;
    bool latin_digits;
} SpanDetail;

typedef struct Node {
    uint8_t kind;  /* NodeKind */
    uint8_t level; /* heading 1–6; alert: AlertKind */
    uint16_t flags;
    NodeId parent;
    NodeId first_child;
    NodeId next;
    uint32_t start, end; /* span; start == end: not in the source */
    union {
        Slice text; /* text, code, raw HTML */
        struct {
            union {
                LinkDetail *link;
                CodeDetail *code;
                HeadingDetail *heading;
                TableDetail *table;
                DirectiveDetail *directive;
                FootnoteDetail *footnote;
                MarkDetail *mark;
                ElementDetail *element;
                SpanDetail *span;
            };
            int64_t number; /* list: start */
        };
    };
} Node;

_Static_assert(sizeof(Node) == 40, "the tree is the memory of a build");

/* A place in the text that names something else: link, image, raw href or src. Link resolves them.
 */
typedef struct Reference {
    NodeId node;
    bool is_image;
    Slice address;
    uint32_t start,
        end; /* of the address; of the whole node where the address cannot be found in the source */
} Reference;

typedef struct Document {
    Arena *arena;
    const Source *source;
    Node *nodes;
    size_t count;
    size_t capacity;
    Reference *references;
    size_t reference_count;
    size_t reference_capacity;
    NodeId first_footnote; /* child of the document; 0: none */
} Document;

static inline Node *node_at(const Document *document, NodeId id)
{
    return &document->nodes[id];
}

/* A document with node 0 that lives in `arena`, but for its first array of nodes: that stands in
 * `scratch` (which may be `arena`) until the tree is settled, and `capacity` should be enough. */
Document *document_new(Arena *arena, Arena *scratch, const Source *source, size_t capacity);

/* Moves the nodes into the arena of the document, when no more will come. */
void document_settle(Document *document);

/* A new node that hangs nowhere yet. Node pointers end with the next node_new. */
NodeId node_new(Document *document, NodeKind kind, uint32_t start, uint32_t end);

NodeId node_last_child(const Document *document, NodeId parent);
void node_append(Document *document, NodeId parent, NodeId child);
void node_insert_after(Document *document, NodeId parent, NodeId sibling,
                       NodeId node);               /* sibling 0: as first child */
void node_remove(Document *document, NodeId node); /* with all below it; the memory stays */

/* Puts `node` where first…last (siblings) stand and makes them its children. */
void node_wrap(Document *document, NodeId first, NodeId last, NodeId node);

/* Puts the children of a node in its place. */
void node_unwrap(Document *document, NodeId node);

bool node_is_block(NodeKind kind);
bool node_is_text_container(NodeKind kind); /* a block whose children are inlines */
Span node_span(const Document *document, NodeId id);

/* Preorder walk without recursion: the node after `id` inside `root`, or 0 at the end. */
NodeId node_following(const Document *document, NodeId root, NodeId id);
/* The same, passing over what is below `id`. */
NodeId node_after(const Document *document, NodeId root, NodeId id);

uint32_t document_add_reference(Document *document, NodeId node, bool is_image, Slice address,
                                uint32_t start, uint32_t end);

/* Adds the letters of everything below `id`, soft breaks as spaces, without footnote marks. */
void node_add_plain(const Document *document, NodeId id, Buffer *out);

/* A readable picture of the tree, one node a line, for --dump and golden tests. */
void node_dump(const Document *document, Buffer *out);

#endif
