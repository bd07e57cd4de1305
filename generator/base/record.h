/* Records describe C structs as named, typed fields, so that a template can name them and a
 * compiler can check the names: a field becomes an offset or a getter when a template is compiled,
 * and nothing is looked up by name later. The types are those of templates.md 3. A Datum is a small
 * view of one value; it owns nothing.
 *
 * long: a field, its type and its value are one description. */
#ifndef BASE_RECORD_H
#define BASE_RECORD_H

#include "base/url.h"

typedef enum TypeKind {
    TYPE_TEXT,       /* C member: Text */
    TYPE_INLINE,     /* Markup: finished phrasing content */
    TYPE_HTML,       /* Markup: finished blocks */
    TYPE_URL,        /* Url */
    TYPE_INT,        /* int64_t */
    TYPE_NUMBER,     /* double */
    TYPE_BOOL,       /* bool */
    TYPE_DATE,       /* Date */
    TYPE_DURATION,   /* int64_t, seconds; 0: absent when optional */
    TYPE_ENUM,       /* uint32_t, index into the words; as an optional: UINT32_MAX is absent */
    TYPE_ATTRIBUTES, /* Attributes */
    TYPE_LIST,       /* List of pointers to items */
    TYPE_RECORD,     /* pointer to the struct; NULL: absent */
    TYPE_NAMES,      /* a family of names below this one: page.extra.NAME */
} TypeKind;

typedef struct Record Record;
typedef struct Type Type;
typedef struct NameFamily NameFamily;

struct Type {
    TypeKind kind;
    bool is_optional;
    const Type *item;     /* list */
    const Record *record; /* record */
    const Slice *words;   /* enum */
    uint32_t word_count;
    const NameFamily *family; /* names */
};

/* Text knows its language; NULL: none (a literal). See text/language.h for tokens and unknown
 * languages. */
typedef struct Text {
    Slice bytes;
    const Language *language;
} Text;

/* A day, or an instant with the offset of its zone. {0} is absent. */
typedef struct Date {
    bool is_set;
    bool has_time;
    int32_t offset;  /* seconds east of UTC */
    int64_t seconds; /* since 1970-01-01T00:00Z; of a mere day: its first second in the site's time
                        zone */
} Date;

/* Markup is written where it lands, straight into the page being made: no copy is kept. `context`
 * is that of the run (record_context of templates), so a writer can reach the page being made. */
typedef struct Markup Markup;
struct Markup {
    void (*write)(const Markup *markup, void *context, Buffer *out); /* NULL: absent */
    const void *subject;
    uint32_t node; /* of the subject's tree, where there is one */
    const Language *language;
};

typedef struct Attribute {
    Slice name;
    bool is_address;
    Slice value; /* not yet escaped */
    Url url;     /* where is_address */
} Attribute;

typedef struct Attributes {
    const Attribute *items;
    size_t count;
} Attributes;

typedef struct List {
    const void *const *items;
    size_t count;
} List;

typedef struct Datum {
    bool is_absent;
    union {
        Text text;
        Markup markup;
        Url url;
        int64_t integer; /* int and duration */
        double number;
        bool truth;
        Date date;
        uint32_t word;
        Attributes attributes;
        List list;
        const void *record;
    };
} Datum;

/* Works out a value that no member holds. `context` is what the run was given; *ret_datum comes
 * zeroed. */
typedef void (*RecordGetter)(const void *record, void *context, Datum *ret_datum);

typedef struct RecordField {
    Slice name;
    Type type;
    uint32_t offset; /* of the member, where there is no getter */
    RecordGetter get;
    uint32_t
        variants; /* 0: all; else a bit for each word of the record's variant field it exists for */
} RecordField;

/* site.menu.NAME, page.extra.NAME: names known only once the site's settings are read. */
struct NameFamily {
    Type item;
    /* False: no such name. `schema` is what the compiler was given. Any name passes where this is
     * NULL. */
    bool (*find)(void *schema, Slice name, size_t *ret_index);
    /* All names, for did-you-mean. */
    Slice (*name_at)(void *schema, size_t index); /* past the end: an empty Slice */
    void (*get)(const void *record, void *context, Slice name, size_t index, Datum *ret_datum);
};

struct Record {
    Slice name;
    const RecordField *fields;
    size_t field_count;
    const RecordField *variant; /* the enum field whose words the variant bits count; NULL: none */
};

const RecordField *record_find(const Record *record, Slice name);

/* Reads one field of a struct. Optional members that hold nothing come back absent. */
void record_read(const RecordField *field, const void *record, void *context, Datum *ret_datum);

/* An item of a list, by the type of its items. */
void record_read_item(const Type *item, const void *pointer, Datum *ret_datum);

/* "text?", "list of page", "enum easy|medium|hard": for messages and the manual. */
void type_describe(Buffer *buffer, const Type *type);

#endif
