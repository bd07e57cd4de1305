/* Patterns of messages: the first byte chooses the language, the rest is the pattern. What compiles
 * must also run. */
#include "text/message.h"

#include "base/report.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static Arena long_lived;
static Languages *languages;

static void close_languages(void)
{
    languages_close(languages);
    arena_close(&long_lived);
}

static void open_languages(void)
{
    static const LanguageSettings settings[] = {
        {.code = SLICE_INIT("fa"), .direction = DIRECTION_RTL},
        {.code = SLICE_INIT("en"), .direction = DIRECTION_LTR},
        {.code = SLICE_INIT("ar"), .direction = DIRECTION_RTL},
    };
    languages = languages_open(&long_lived, settings, 3);
    if (languages == NULL)
        abort();
    atexit(close_languages);
}

static void ignore_text(void *shared, Slice text)
{
    size_t *total = shared;
    *total += text.size;
}

static void ignore_argument(void *shared, uint32_t argument, const MessageValue *value)
{
    (void) shared;
    if (argument >= MESSAGE_MAX_ARGUMENTS || value->kind == MESSAGE_ABSENT)
        abort();
}

static void run(Arena *arena, const Messages *messages, const Language *language)
{
    const MessageArgument *arguments;
    size_t count = messages_arguments(messages, 0, &arguments);
    MessageValue values[MESSAGE_MAX_ARGUMENTS] = {0};
    for (size_t i = 0; i < count; i++) {
        values[i].kind = arguments[i].kind == ARGUMENT_NUMBER ? MESSAGE_NUMBER : MESSAGE_TEXT;
        if (arguments[i].kind == ARGUMENT_DATE)
            values[i] = (MessageValue){.kind = MESSAGE_DATE, .date = {.is_set = true}};
    }
    size_t total = 0;
    MessageSink sink = {ignore_text, ignore_argument, &total};
    Buffer scratch;
    buffer_init(&scratch, arena, MESSAGE_MAX_SIZE);
    message_run(messages_get(messages, 0, language), values, &sink, &scratch);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (languages == NULL)
        open_languages();
    if (size == 0)
        return 0;
    Arena arena = {0};
    Report report;
    report_init(&report, &arena, NULL);
    const Language *language = &languages->items[data[0] % languages->count];
    Slice pattern = {(const char *) data + 1, size - 1};
    const Source *source = source_new(&arena, SLICE("x.yaml"), pattern);
    if (source_check(source, &report)) {
        Span span = {source, 0, (uint32_t) pattern.size};
        ValueEntry entry = {
            SLICE("key"), span, {.kind = VALUE_SCALAR, .span = span, .text = pattern}};
        Value tree = {.kind = VALUE_MAP, .span = span, .entries = &entry, .count = 1};
        Messages *messages = messages_new(&arena, languages);
        if (messages_add(messages, language, &tree, &report))
            run(&arena, messages, language);
    }
    arena_close(&arena);
    return 0;
}
