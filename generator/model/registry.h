/* The one table of front-matter fields: name, type, who shares it, default, limits, other names,
 * help in both languages. Validation, did-you-mean, the skeletons of `qanat new`, `qanat explain`
 * and the manual read it (editorial 3). */
#ifndef MODEL_REGISTRY_H
#define MODEL_REGISTRY_H

#include "model/page.h"

typedef enum FieldKind {
    FIELD_TEXT,     /* Text */
    FIELD_BOOL,     /* bool */
    FIELD_SWITCH,   /* bool, turned round: "off" makes the member true */
    FIELD_INT,      /* int64_t */
    FIELD_DATE,     /* Date */
    FIELD_DURATION, /* int64_t, seconds */
    FIELD_WORD,     /* uint32_t, index into words */
    FIELD_SLUG,     /* Given */
    FIELD_PATH,     /* Given */
    FIELD_NAME,     /* Given: the name of a menu */
    FIELD_LANGUAGE, /* Given */
    FIELD_IDS,      /* GivenList of ids */
    FIELD_TEXTS,    /* GivenList of texts */
    FIELD_ALIASES,  /* GivenList of site paths */
    FIELD_TERMS,    /* ids of a taxonomy; goes to `terms` */
    FIELD_IMAGE,    /* FrontImage */
    FIELD_SILENCE,  /* GivenList of codes */
    FIELD_EXTRA,    /* map of texts */
} FieldKind;

typedef struct Field {
    Slice name;
    FieldKind kind;
    bool is_shared; /* S: taken from the original when a translation leaves it out */
    bool is_required;
    uint32_t types;    /* PAGE_TYPE_BITs of the types that have it; 0: all */
    uint32_t offset;   /* in FrontMatter */
    uint32_t max_size; /* code points of a text, items of a list; 0: no limit */
    const Slice *words;
    uint32_t word_count;
    Slice fallback;    /* default, as the manual shows it; empty: none */
    Slice other_names; /* separated by spaces: typed by people who come from other tools */
    Slice
        sample; /* what `qanat new` writes as the value; empty: the field is not in the skeleton */
    Slice english;
    Slice persian;
} Field;

size_t registry_count(void);
const Field *registry_at(size_t index);
const Field *registry_find(Slice name, size_t *ret_index);

/* The field that people mean with another tool's name ("lastmod" → updated); NULL: none. */
const Field *registry_find_other(Slice name);

/* What to say of names that no field replaces ("layout", "lang"); empty: nothing. */
Slice registry_advice(Slice name, bool persian);

/* All names, for did-you-mean; returns how many. */
size_t registry_names(Slice names[FRONT_MATTER_MAX_FIELDS]);

static inline bool field_is_given(const FrontMatter *front, size_t index)
{
    return (front->given >> index & 1) != 0;
}

static inline bool field_is_refused(const FrontMatter *front, size_t index)
{
    return (front->refused >> index & 1) != 0;
}

#endif
