/* Compiles one pattern of MessageFormat 1 into a small tree and checks it against its language.
 * Only text/message uses it. */
#ifndef TEXT_PATTERN_H
#define TEXT_PATTERN_H

#include "text/date.h"
#include "text/message.h"
#include "text/plural.h"

typedef enum PatternKind {
    PATTERN_TEXT,   /* text */
    PATTERN_VALUE,  /* {name} */
    PATTERN_NUMBER, /* number style */
    PATTERN_DATE,   /* date style */
    PATTERN_HASH,   /* # of the innermost plural around it */
    PATTERN_PLURAL, /* plural kind, offset, branches */
    PATTERN_SELECT, /* branches */
} PatternKind;

typedef enum PatternNumber {
    PATTERN_NUMBER_PLAIN,
    PATTERN_NUMBER_INTEGER,
    PATTERN_NUMBER_PERCENT,
    PATTERN_NUMBER_COUNT
} PatternNumber;

typedef struct PatternNode PatternNode;
typedef struct PatternBranch PatternBranch;

struct PatternNode {
    PatternKind kind;
    uint32_t argument; /* index into PatternArguments */
    union {
        Slice text;
        PatternNumber number;
        DateStyle date;
        struct {
            PluralKind plural;
            double offset;
            PatternBranch *branches; /* as written */
            PatternBranch *other;    /* the one that is always there */
        };
    };
    PatternNode *next;
};

struct PatternBranch {
    Slice selector; /* as written */
    bool is_exact;  /* =k */
    double exact;
    PluralWord word; /* of a plural that is not exact */
    PatternNode *first;
    PatternBranch *next;
};

/* The arguments of one key, in all languages read so far. */
typedef struct PatternArguments {
    MessageArgument items[MESSAGE_MAX_ARGUMENTS];
    size_t count;
    bool is_closed; /* all were declared: a pattern names no others */
} PatternArguments;

typedef struct PatternSource {
    const Language *language;
    Slice key;
    const Value *value;
    PatternArguments *arguments; /* new ones are added, unless it is closed */
    uint32_t used;               /* set: a bit for each argument the pattern names */
} PatternSource;

/* False after a fault, which has been reported. An empty pattern gives NULL. */
bool pattern_compile(Arena *arena, PatternSource *source, Report *report, PatternNode **ret_first);

#endif
