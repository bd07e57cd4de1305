/* The catalogues of all languages side by side: built once, checked against each other, run for
 * every page. */
#include "text/message.h"

#include "base/table.h"
#include "text/isolate.h"
#include "text/number.h"
#include "text/pattern.h"

#include <assert.h>

#define KEY_MAX_DEPTH 8

struct Message {
    Slice key;
    Span span;
    const Language *language;
    uint32_t used; /* a bit for each argument of the key */
    PatternNode *first;
};

typedef struct MessageKey {
    Slice key;
    uint32_t number;
    PatternArguments arguments;
    Message **by_language; /* NULL: missing, or faulty */
    uint64_t is_written;   /* a bit for each language whose catalogue has the key, sound or not */
    Span span;             /* of the first catalogue that has it */
} MessageKey;

struct Messages {
    Arena *arena;
    const Languages *languages;
    Table table; /* key -> MessageKey */
    Slice *keys;
    size_t key_capacity;
    Span *roots;      /* of each language's catalogue */
    uint64_t skipped; /* a bit for each language whose catalogue is not known */
};

_Static_assert(LANGUAGES_MAX <= 64, "a bit for each language");

Messages *messages_new(Arena *arena, const Languages *languages)
{
    Messages *messages = ARENA_NEW(arena, Messages);
    messages->arena = arena;
    messages->languages = languages;
    messages->roots = ARENA_ARRAY(arena, Span, languages->count);
    table_init(&messages->table, arena);
    return messages;
}

static uint64_t bit_of(const Language *language)
{
    return UINT64_C(1) << language->number;
}

void messages_skip(Messages *messages, const Language *language)
{
    messages->skipped |= bit_of(language);
}

bool messages_skipped_any(const Messages *messages)
{
    return messages->skipped != 0;
}

static MessageKey *key_of(Messages *messages, Slice key, Span span)
{
    MessageKey *entry = table_find(&messages->table, key);
    if (entry != NULL && entry->span.source == NULL)
        entry->span = span; // declared until now
    if (entry != NULL)
        return entry;
    size_t count = messages->table.count;
    if (count == messages->key_capacity)
        messages->keys = arena_grow(messages->arena, messages->keys, sizeof(Slice), count,
                                    &messages->key_capacity);
    messages->keys[count] = key;
    entry = ARENA_NEW(messages->arena, MessageKey);
    entry->key = key;
    entry->number = (uint32_t) count;
    entry->span = span;
    entry->by_language = ARENA_ARRAY(messages->arena, Message *, messages->languages->count);
    table_add(&messages->table, key, entry);
    return entry;
}

void messages_declare(Messages *messages, Slice key, const MessageArgument *arguments, size_t count)
{
    assert(count <= MESSAGE_MAX_ARGUMENTS);
    MessageKey *entry = key_of(messages, key, (Span){0});
    for (size_t i = 0; i < count; i++)
        entry->arguments.items[i] = arguments[i];
    entry->arguments.count = count;
    entry->arguments.is_closed = true;
}

static bool fail(Report *report, DiagnosticCode code, Span span, Slice word)
{
    Diagnostic diagnostic = {.code = code, .span = span, .words = {word}};
    report_add(report, &diagnostic);
    return false;
}

static bool add_message(Messages *messages, const Language *language, Slice key,
                        const ValueEntry *entry, Report *report)
{
    MessageKey *known = key_of(messages, key, entry->key_span);
    known->is_written |= bit_of(language);
    PatternSource source = {
        .language = language,
        .key = key,
        .value = &entry->value,
        .arguments = &known->arguments,
    };
    PatternNode *first = NULL;
    if (!pattern_compile(messages->arena, &source, report, &first))
        return false;
    Message *message = ARENA_NEW(messages->arena, Message);
    *message = (Message){key, entry->value.span, language, source.used, first};
    known->by_language[language->number] = message;
    return true;
}

/* Dotted keys grow with every map; `depth` bounds the recursion. */
static bool add_map(Messages *messages, const Language *language, Slice prefix, const Value *map,
                    Report *report)
{
    bool is_sound = true;
    size_t depth = 0;
    for (size_t i = 0; i < prefix.size; i++)
        depth += prefix.at[i] == '.';
    if (depth > KEY_MAX_DEPTH) {
        messages_skip(messages, language);
        return fail(report, DIAGNOSTIC_MESSAGE_DEPTH, map->span, prefix);
    }
    for (size_t i = 0; i < map->count; i++) {
        const ValueEntry *entry = &map->entries[i];
        Slice parts[] = {prefix, entry->key};
        Slice key =
            prefix.size == 0 ? entry->key : slice_join(messages->arena, parts, 2, SLICE("."));
        if (entry->value.kind == VALUE_MAP)
            is_sound &= add_map(messages, language, key, &entry->value, report);
        else if (entry->value.kind == VALUE_SCALAR)
            is_sound &= add_message(messages, language, key, entry, report);
        else {
            key_of(messages, key, entry->key_span)->is_written |= bit_of(language);
            is_sound = fail(report, DIAGNOSTIC_MESSAGE_VALUE, entry->key_span, key);
        }
    }
    return is_sound;
}

bool messages_add(Messages *messages, const Language *language, const Value *tree, Report *report)
{
    assert(language->kind == LANGUAGE_OF_SITE);
    if (value_is_none(tree))
        return true;
    messages->roots[language->number] = tree->span;
    if (tree->kind != VALUE_MAP) {
        messages_skip(messages, language);
        return fail(report, DIAGNOSTIC_MESSAGE_VALUE, tree->span, language->code);
    }
    return add_map(messages, language, (Slice){0}, tree, report);
}

/* Checks between languages. */

static void report_missing(const Messages *messages, const MessageKey *key,
                           const Language *language, Report *report)
{
    Span root = messages->roots[language->number];
    Diagnostic diagnostic = {
        .code = DIAGNOSTIC_MESSAGE_MISSING,
        .span = root.source != NULL ? span_whole(root.source) : root,
        .path = slice_print(messages->arena, "templates/messages/%.*s.yaml",
                            SLICE_FORMAT(language->code)),
        .other = key->span,
        .words = {key->key, language->code},
    };
    report_add(report, &diagnostic);
}

static bool check_arguments(const MessageKey *key, const Message *message, Report *report)
{
    bool is_sound = true;
    for (size_t i = 0; i < key->arguments.count; i++) {
        if ((message->used & (1U << i)) != 0)
            continue;
        Diagnostic diagnostic = {
            .code =
                key->arguments.is_closed ? DIAGNOSTIC_MESSAGE_LACKS : DIAGNOSTIC_MESSAGE_DIFFERS,
            .span = message->span,
            .other = key->arguments.is_closed ? (Span){0} : key->span,
            .words = {key->key, key->arguments.items[i].name},
        };
        report_add(report, &diagnostic);
        is_sound = false;
    }
    return is_sound;
}

bool messages_check(const Messages *messages, Report *report)
{
    bool is_sound = true;
    for (size_t i = 0; i < messages->table.count; i++) {
        const MessageKey *key = messages->table.entries[i].item;
        for (size_t j = 0; j < messages->languages->count; j++) {
            const Message *message = key->by_language[j];
            if (message != NULL) {
                is_sound &= check_arguments(key, message, report);
            } else if (((key->is_written | messages->skipped) & (UINT64_C(1) << j)) == 0) {
                report_missing(messages, key, &messages->languages->items[j], report);
                is_sound = false;
            }
        }
    }
    return is_sound;
}

/* Looking up. */

size_t messages_count(const Messages *messages)
{
    return messages->table.count;
}

static const MessageKey *key_at(const Messages *messages, uint32_t number)
{
    assert(number < messages->table.count);
    return messages->table.entries[number].item;
}

Slice messages_key(const Messages *messages, uint32_t number)
{
    return key_at(messages, number)->key;
}

const Slice *messages_keys(const Messages *messages)
{
    return messages->keys;
}

Span messages_span(const Messages *messages, uint32_t number)
{
    return key_at(messages, number)->span;
}

bool messages_is_declared(const Messages *messages, uint32_t number)
{
    return key_at(messages, number)->arguments.is_closed;
}

bool messages_find(const Messages *messages, Slice key, uint32_t *ret_number)
{
    const MessageKey *known = table_find(&messages->table, key);
    if (known == NULL)
        return false;
    *ret_number = known->number;
    return true;
}

const Message *messages_get(const Messages *messages, uint32_t number, const Language *language)
{
    assert(language->kind == LANGUAGE_OF_SITE);
    return key_at(messages, number)->by_language[language->number];
}

size_t messages_arguments(const Messages *messages, uint32_t number,
                          const MessageArgument **ret_arguments)
{
    const MessageKey *key = key_at(messages, number);
    *ret_arguments = key->arguments.items;
    return key->arguments.count;
}

const Language *message_language(const Message *message)
{
    return message->language;
}

/* Running. */

typedef struct MessageRun {
    const Language *language;
    const MessageValue *values;
    const MessageSink *sink;
    Buffer *scratch;
    double counted; /* what # stands for */
} MessageRun;

static void run_nodes(const MessageRun *run, const PatternNode *node);

/* Hands over what was written into scratch behind `start`. */
static void flush(const MessageRun *run, size_t start)
{
    run->sink->literal(run->sink->shared, slice_from(buffer_slice(run->scratch), start));
    buffer_truncate(run->scratch, start);
}

static void run_number(const MessageRun *run, double number, PatternNumber style)
{
    size_t start = run->scratch->size;
    if (style == PATTERN_NUMBER_PERCENT)
        number_write_percent(run->language, number, 0, run->scratch);
    else
        number_write(run->language, number,
                     style == PATTERN_NUMBER_INTEGER ? 0 : NUMBER_DEFAULT_FRACTION, run->scratch);
    flush(run, start);
}

static void run_date(const MessageRun *run, Date date, DateStyle style)
{
    size_t start = run->scratch->size;
    if (date.is_set)
        date_write(run->language, date, style, CALENDAR_DEFAULT, run->scratch);
    flush(run, start);
}

static void run_value(const MessageRun *run, const PatternNode *node)
{
    const MessageValue *value = &run->values[node->argument];
    switch (value->kind) {
    case MESSAGE_ABSENT:
        return;
    case MESSAGE_NUMBER:
        run_number(run, value->number, PATTERN_NUMBER_PLAIN);
        return;
    case MESSAGE_DATE:
        run_date(run, value->date, DATE_STYLE_LONG);
        return;
    case MESSAGE_TEXT:
    case MESSAGE_MARKUP:
        run->sink->argument(run->sink->shared, node->argument, value);
        return;
    }
}

/* An exact value wins over a plural word. */
static const PatternBranch *choose_plural(const MessageRun *run, const PatternNode *node,
                                          double number)
{
    for (const PatternBranch *branch = node->branches; branch != NULL; branch = branch->next) {
        if (branch->is_exact && branch->exact == number)
            return branch;
    }
    PluralWord word = plural_select(run->language, node->plural, number - node->offset);
    for (const PatternBranch *branch = node->branches; branch != NULL; branch = branch->next) {
        if (!branch->is_exact && branch->word == word)
            return branch;
    }
    return node->other;
}

static void run_plural(const MessageRun *run, const PatternNode *node)
{
    double number = run->values[node->argument].number;
    MessageRun inner = *run;
    inner.counted = number - node->offset;
    run_nodes(&inner, choose_plural(run, node, number)->first);
}

static void run_select(const MessageRun *run, const PatternNode *node)
{
    Slice word = run->values[node->argument].text.bytes;
    const PatternBranch *chosen = node->other;
    for (const PatternBranch *branch = node->branches; branch != NULL; branch = branch->next) {
        if (slice_equal(branch->selector, word))
            chosen = branch;
    }
    run_nodes(run, chosen->first);
}

static void run_node(const MessageRun *run, const PatternNode *node)
{
    const MessageValue *value = &run->values[node->argument];
    switch (node->kind) {
    case PATTERN_TEXT:
        run->sink->literal(run->sink->shared, node->text);
        return;
    case PATTERN_VALUE:
        run_value(run, node);
        return;
    case PATTERN_HASH:
        run_number(run, run->counted, PATTERN_NUMBER_PLAIN);
        return;
    case PATTERN_NUMBER:
        assert(value->kind == MESSAGE_NUMBER);
        run_number(run, value->number, node->number);
        return;
    case PATTERN_DATE:
        assert(value->kind == MESSAGE_DATE);
        run_date(run, value->date, node->date);
        return;
    case PATTERN_PLURAL:
        assert(value->kind == MESSAGE_NUMBER);
        run_plural(run, node);
        return;
    case PATTERN_SELECT:
        assert(value->kind == MESSAGE_TEXT);
        run_select(run, node);
        return;
    }
}

/* The depth of a pattern was bounded when it was compiled. */
static void run_nodes(const MessageRun *run, const PatternNode *node)
{
    for (; node != NULL; node = node->next)
        run_node(run, node);
}

void message_run(const Message *message, const MessageValue *values, const MessageSink *sink,
                 Buffer *scratch)
{
    MessageRun run = {message->language, values, sink, scratch, 0};
    run_nodes(&run, message->first);
}

/* Plain strings. */

typedef struct PlainSink {
    Buffer *out;
    const Language *place;
} PlainSink;

static void add_literal(void *shared, Slice text)
{
    const PlainSink *plain = shared;
    buffer_add(plain->out, text);
}

static void add_argument(void *shared, uint32_t argument, const MessageValue *value)
{
    (void) argument;
    const PlainSink *plain = shared;
    if (value->kind != MESSAGE_TEXT)
        return;
    bool is_open =
        isolate_open_plain(plain->out, value->text.bytes, value->text.language, plain->place);
    buffer_add(plain->out, value->text.bytes);
    if (is_open)
        isolate_close_plain(plain->out);
}

void message_write(const Message *message, const MessageValue *values, Buffer *out)
{
    PlainSink plain = {out, message->language};
    MessageSink sink = {add_literal, add_argument, &plain};
    Buffer scratch;
    buffer_init(&scratch, out->arena, MESSAGE_MAX_SIZE);
    message_run(message, values, &sink, &scratch);
}
