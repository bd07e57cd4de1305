/* From entries of site.yaml to languages with open tools. */
#include "text/languages.h"

#include "base/suggest.h"
#include "text/tools.h"

#include <unicode/uloc.h>

#include <assert.h>

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char) (byte + ('a' - 'A')) : byte;
}

static Slice lower_case(Arena *arena, Slice code)
{
    char *bytes = arena_take(arena, code.size, 1);
    for (size_t i = 0; i < code.size; i++)
        bytes[i] = lower(code.at[i]);
    return (Slice){bytes, code.size};
}

/* ICU's name for a code: "ar-EG" is "ar_EG". */
static Slice locale_of_code(Arena *arena, Slice code)
{
    char *bytes = arena_take(arena, code.size, 1);
    for (size_t i = 0; i < code.size; i++)
        bytes[i] = code.at[i] == '-' ? '_' : code.at[i];
    return (Slice){bytes, code.size};
}

/* A region in the code names ICU's data for it, unless the row borrows the data of another
 * language. */
static Slice default_locale(Arena *arena, const LanguageFacts *facts, Slice code)
{
    Slice base;
    Slice region;
    bool has_region = slice_cut(code, '-', &base, &region);
    bool is_own = facts->id == LANGUAGE_OTHER || slice_starts(facts->code, base);
    if (facts->locale.size > 0 && (!has_region || !is_own || facts->id == LANGUAGE_AZB))
        return facts->locale;
    return locale_of_code(arena, code);
}

static const LanguageFacts *facts_of(Slice code)
{
    const LanguageFacts *facts = facts_find(code);
    return facts != NULL ? facts : facts_get(LANGUAGE_OTHER);
}

/* ICU's opinion on a language without a row. */
static Direction icu_direction(Slice code)
{
    char bytes[64] = {0};
    for (size_t i = 0; i < code.size && i < sizeof bytes - 1; i++)
        bytes[i] = code.at[i] == '-' ? '_' : code.at[i];
    return uloc_isRightToLeft(bytes) ? DIRECTION_RTL : DIRECTION_LTR;
}

static bool is_locale(Slice locale)
{
    for (size_t i = 0; i < locale.size; i++) {
        char byte = lower(locale.at[i]);
        bool is_word = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
        if (!is_word && byte != '_' && byte != '-')
            return false;
    }
    return locale.size <= 32 && tools_has_locale(locale);
}

LanguageFault language_check(const LanguageSettings *settings, Slice *ret_word)
{
    tools_start();
    *ret_word = (Slice){0};
    const LanguageFacts *facts = facts_find(settings->code);
    bool is_tag = language_is_tag(settings->code);
    if (!is_tag || (facts == NULL && !tools_has_locale(settings->code))) {
        const Slice *codes;
        size_t count = facts_codes(&codes);
        *ret_word = facts_advice(settings->code);
        if (ret_word->size == 0)
            *ret_word = suggest_one(settings->code, codes, count);
        return LANGUAGE_UNKNOWN;
    }
    *ret_word = settings->locale;
    if (settings->locale.size > 0 && !is_locale(settings->locale))
        return LANGUAGE_LOCALE_UNKNOWN;
    Direction expected = facts != NULL ? facts->direction : icu_direction(settings->code);
    *ret_word = direction_word(expected);
    if (settings->direction == DIRECTION_NONE)
        return LANGUAGE_NO_DIRECTION;
    return settings->direction != expected ? LANGUAGE_DIRECTION_DIFFERS : LANGUAGE_FINE;
}

static Slice or_default(Arena *arena, Slice stated, Slice otherwise)
{
    return slice_copy(arena, stated.size > 0 ? stated : otherwise);
}

static void fill_calendars(Language *language, const LanguageFacts *facts,
                           const LanguageSettings *settings)
{
    language->calendar = settings->calendar > CALENDAR_NONE ? settings->calendar : facts->calendar;
    language->second_calendar = settings->second_calendar;
    if (settings->second_calendar == CALENDAR_DEFAULT)
        language->second_calendar =
            language->calendar == CALENDAR_GREGORIAN ? CALENDAR_NONE : CALENDAR_GREGORIAN;
    if (language->second_calendar == language->calendar)
        language->second_calendar = CALENDAR_NONE;
}

static void fill(Arena *arena, Language *language, const LanguageSettings *settings)
{
    const LanguageFacts *facts = facts_of(settings->code);
    language->kind = LANGUAGE_OF_SITE;
    language->id = facts->id;
    language->code = slice_copy(arena, settings->code);
    language->folder = lower_case(arena, settings->code);
    language->tag = language->code;
    language->name = or_default(arena, settings->name, settings->code);
    Slice hreflang = facts->hreflang.size > 0 ? facts->hreflang : settings->code;
    language->hreflang = or_default(arena, settings->hreflang, hreflang);
    language->locale =
        or_default(arena, settings->locale, default_locale(arena, facts, settings->code));
    language->direction = settings->direction;
    language->digits = settings->digits != DIGITS_NONE ? settings->digits : facts->digits;
    if (language->digits == DIGITS_NONE)
        language->digits = tools_digits(language->locale);
    fill_calendars(language, facts, settings);
    language->is_arabic_script = facts->is_arabic_script;
    for (size_t i = 0; i < 4; i++)
        language->quotes[i] = facts->quotes[i];
    for (ListKind kind = LIST_AND; kind < LIST_COUNT; kind++)
        language->lists[kind] = facts->lists[kind];
}

Languages *languages_open(Arena *arena, const LanguageSettings *settings, size_t count)
{
    assert(count <= LANGUAGES_MAX);
    tools_start();
    Languages *languages = ARENA_NEW(arena, Languages);
    languages->items = ARENA_ARRAY(arena, Language, count);
    languages->unicode = unicode_open(arena);
    if (languages->unicode == NULL)
        return NULL;
    for (; languages->count < count; languages->count++) {
        Language *language = &languages->items[languages->count];
        language->number = (uint32_t) languages->count;
        fill(arena, language, &settings[languages->count]);
        language->tools = tools_open(arena, facts_of(language->code), language);
        if (language->tools == NULL) {
            languages_close(languages);
            return NULL;
        }
        bool is_arabic = language->tools->script == SCRIPT_ARABIC;
        language->is_arabic_script |= is_arabic;
        language->comma = language->is_arabic_script ? SLICE("، ") : SLICE(", ");
    }
    return languages;
}

void languages_close(Languages *languages)
{
    if (languages == NULL)
        return;
    for (size_t i = 0; i < languages->count; i++)
        tools_close(languages->items[i].tools);
    unicode_close(languages->unicode);
}

const Language *languages_find(const Languages *languages, Slice code)
{
    for (size_t i = 0; i < languages->count; i++) {
        if (slice_equal_ascii_case(languages->items[i].code, code))
            return &languages->items[i];
    }
    return NULL;
}
