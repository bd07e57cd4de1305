/* The texts of qanat itself. Declared first and in order, they have their places in the table as
 * numbers, and the names of languages follow them. */
#include "model/interface.h"

typedef struct InterfaceForm {
    Slice key;
    Slice arguments[INTERFACE_MAX_ARGUMENTS]; /* empty: none */
} InterfaceForm;

static const InterfaceForm forms[INTERFACE_TEXT_COUNT] = {
#define X(name, key, first, second) {SLICE_INIT(key), {SLICE_INIT(first), SLICE_INIT(second)}},
    INTERFACE_TEXTS(X)
#undef X
};

static void declare(Site *site, const InterfaceForm *form)
{
    MessageArgument arguments[INTERFACE_MAX_ARGUMENTS];
    size_t count = 0;
    while (count < INTERFACE_MAX_ARGUMENTS && form->arguments[count].size > 0) {
        Slice name = form->arguments[count];
        bool is_number = slice_equal(name, SLICE("n"));
        arguments[count++] = (MessageArgument){name, is_number ? ARGUMENT_NUMBER : ARGUMENT_WORD};
    }
    messages_declare(site->messages, form->key, arguments, count);
}

void interface_declare(Site *site)
{
    const Languages *languages = site->settings.languages;
    site->messages = messages_new(&site->arena, languages);
    for (size_t i = 0; i < INTERFACE_TEXT_COUNT; i++)
        declare(site, &forms[i]);
    for (size_t i = 0; languages->count > 1 && i < languages->count; i++) {
        Slice code = languages->items[i].code;
        Slice key = slice_print(&site->arena, "language.%.*s", SLICE_FORMAT(code));
        declare(site, &(InterfaceForm){.key = key});
    }
}

static void write_message(const Site *site, size_t number, const Language *language,
                          const MessageValue *values, Buffer *out)
{
    const Message *message = messages_get(site->messages, (uint32_t) number, language);
    if (message)
        message_write(message, values, out);
}

void interface_write(const Site *site, const Language *language, InterfaceText text,
                     const MessageValue *values, Buffer *out)
{
    write_message(site, text, language, values, out);
}

void interface_write_language(const Site *site, const Language *place, const Language *language,
                              Buffer *out)
{
    write_message(site, INTERFACE_TEXT_COUNT + language->number, place, NULL, out);
}
