/* Expressions (templates.md 6): `page.date | date long`. expression_parse makes a tree of names and
 * operators; template/resolve gives every node its type and turns names into slots, fields and
 * constants; template/evaluate works on the result. Parsing gives NULL after a fault. */
#ifndef TEMPLATE_EXPRESSION_H
#define TEMPLATE_EXPRESSION_H

#include "base/record.h"
#include "base/report.h"

#define EXPRESSION_MAX_DEPTH 16
#define EXPRESSION_MAX_ARGUMENTS 4
#define EXPRESSION_MAX_NODES 256

typedef enum ExpressionKind {
    EXPRESSION_NAME,      /* name; gone once typed */
    EXPRESSION_MEMBER,    /* left.name; gone once typed */
    EXPRESSION_CONSTANT,  /* value */
    EXPRESSION_SLOT,      /* index: of the frame */
    EXPRESSION_SITE,      /* the record `site` */
    EXPRESSION_PAGE,      /* the record `page` */
    EXPRESSION_FIELD,     /* field of the record left */
    EXPRESSION_FAMILY,    /* name of the family below the record left */
    EXPRESSION_FILLED,    /* index: of a slot of the component */
    EXPRESSION_FILTER,    /* filter of left */
    EXPRESSION_AND,       /* left and right */
    EXPRESSION_OR,        /* left or right */
    EXPRESSION_NOT,       /* not left */
    EXPRESSION_ELSE,      /* left ?: right */
    EXPRESSION_COMPARE,   /* left comparison right */
    EXPRESSION_MESSAGE,   /* index: of the key; arguments */
    EXPRESSION_ASSET,     /* name: the path; url */
    EXPRESSION_REFERENCE, /* a record by its key, in the page's language */
    EXPRESSION_REWORD,    /* an enum word in another enum: map */
    EXPRESSION_WIDEN,     /* an int as a number */
    EXPRESSION_JOIN,      /* text and expressions side by side: parts */
} ExpressionKind;

typedef enum Comparison {
    COMPARE_EQUAL,
    COMPARE_NOT_EQUAL,
    COMPARE_LESS,
    COMPARE_NOT_MORE,
    COMPARE_MORE,
    COMPARE_NOT_LESS,
} Comparison;

typedef struct Expression Expression;
typedef struct Filter Filter;

/* Of a filter: a bare word, or a value. Of a message: name and value. */
typedef struct ExpressionArgument {
    Slice word;
    Expression *value; /* NULL: the word stands alone */
    uint32_t start, end;
} ExpressionArgument;

struct Expression {
    ExpressionKind kind;
    Comparison comparison;
    uint32_t start, end; /* bytes of the file */
    uint32_t index;
    Type type;
    Slice name;
    Slice path; /* "page.image.src" where the node is a chain of names: what guards know it by */
    Expression *left;
    Expression *right;
    union {
        Datum value;
        const RecordField *field;
        const NameFamily *family;
        const Url *url;
        const void *key;
        const uint32_t *map;
    };
    const Filter *filter;
    const RecordField *filter_field; /* sort, where */
    uint32_t option;                 /* of the filter: style, digits, count */
    uint32_t second_option;
    ExpressionArgument *arguments; /* of filter and message */
    Expression **parts;            /* join */
    uint32_t argument_count;       /* also of parts */
    const Expression *absent;      /* the part that may be absent; for the fault's words */
};

/* `text` is decoded; offset_of gives the byte of the file for a byte of it. */
typedef struct ExpressionInput {
    Slice text;
    const Source *source;
    uint32_t (*offset_of)(const void *place, size_t offset);
    const void *place;
} ExpressionInput;

Expression *expression_parse(Arena *arena, const ExpressionInput *input, Report *report);

Expression *expression_new(Arena *arena, ExpressionKind kind, uint32_t start, uint32_t end);

/* The size of the name `text` begins with: a letter, then letters, digits, "_", "-"; 0: none. */
size_t expression_name_size(Slice text);

#endif
