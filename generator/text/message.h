/* Interface texts. Patterns of MessageFormat 1 are compiled when a catalogue is read (persian.md
 * 11, templates 8): names, types, plural words and braces are checked with file, line and column;
 * ICU gives plural categories, numbers and dates. Compiled messages are read-only and shared. A key
 * has one index for all languages, so a template looks it up once. */
#ifndef TEXT_MESSAGE_H
#define TEXT_MESSAGE_H

#include "base/record.h"
#include "base/report.h"
#include "base/value.h"
#include "text/languages.h"

#define MESSAGE_MAX_SIZE 8192
#define MESSAGE_MAX_DEPTH 8
#define MESSAGE_MAX_ARGUMENTS 16

typedef enum ArgumentKind {
    ARGUMENT_ANY,    /* {name}: a text, a number, or markup of t-msg */
    ARGUMENT_NUMBER, /* number, plural, selectordinal */
    ARGUMENT_DATE,
    ARGUMENT_WORD, /* select: a text or the word of an enum */
} ArgumentKind;

typedef struct MessageArgument {
    Slice name;
    ArgumentKind kind;
} MessageArgument;

typedef struct Message Message;
typedef struct Messages Messages;

Messages *messages_new(Arena *arena, const Languages *languages);

/* Before the first catalogue: a message that the caller writes itself. Every language has to have
 * it, with exactly these arguments. */
void messages_declare(Messages *messages, Slice key, const MessageArgument *arguments,
                      size_t count);
bool messages_is_declared(const Messages *messages, uint32_t number);

/* Compiles one catalogue: a map of texts and maps, nested maps make dotted keys. `tree` may be NULL
 * or VALUE_NONE (an empty catalogue). Faults are reported; false if there was an error. */
bool messages_add(Messages *messages, const Language *language, const Value *tree, Report *report);

/* A catalogue that cannot be read, which has been reported: its keys are not missing as well. */
void messages_skip(Messages *messages, const Language *language);
bool messages_skipped_any(const Messages *messages);

/* After all catalogues: every key in every language, argument names and types equal. */
bool messages_check(const Messages *messages, Report *report);

size_t messages_count(const Messages *messages);
Slice messages_key(const Messages *messages, uint32_t number);
Span messages_span(const Messages *messages, uint32_t number); /* where the key first stands */
const Slice *messages_keys(const Messages *messages);          /* all, for did-you-mean */
bool messages_find(const Messages *messages, Slice key, uint32_t *ret_number);

/* The message in a language of the site; NULL where the catalogue lacks it. */
const Message *messages_get(const Messages *messages, uint32_t number, const Language *language);

const Language *message_language(const Message *message);

/* The arguments of a key in all its languages: values are passed in this order. */
size_t messages_arguments(const Messages *messages, uint32_t number,
                          const MessageArgument **ret_arguments);

typedef enum MessageValueKind {
    MESSAGE_ABSENT,
    MESSAGE_TEXT,
    MESSAGE_NUMBER,
    MESSAGE_DATE,
    MESSAGE_MARKUP, /* a fill of t-msg: the sink writes it */
} MessageValueKind;

typedef struct MessageValue {
    MessageValueKind kind;
    union {
        Text text;
        double number;
        Date date;
    };
} MessageValue;

/* Where a message goes. Literal pieces, numbers and dates are text in the message's language; a
 * text or markup argument is left to the sink, which isolates and escapes it as its place demands.
 */
typedef struct MessageSink {
    void (*literal)(void *shared, Slice text);
    void (*argument)(void *shared, uint32_t argument, const MessageValue *value);
    void *shared;
} MessageSink;

/* `values` has one entry for each argument of messages_arguments. `scratch` takes numbers and
 * dates; it is cut back to its size at the end. */
void message_run(const Message *message, const MessageValue *values, const MessageSink *sink,
                 Buffer *scratch);

/* The message as a plain string: texts of other languages stand in isolates (persian.md 7). */
void message_write(const Message *message, const MessageValue *values, Buffer *out);

#endif
