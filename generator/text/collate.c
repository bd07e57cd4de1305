/* Sort keys and the letters of an index. */
#include "text/collate.h"

#include "base/utf8.h"
#include "text/tools.h"

#include <unicode/uchar.h>

#include <assert.h>

#define KEY_GUESS 128

Slice collate_key(Arena *arena, const Language *language, Slice text)
{
    assert(language->kind == LANGUAGE_OF_SITE);
    const UCollator *collator = language->tools->collator;
    ArenaMark mark = arena_mark(arena);
    int32_t count;
    UChar *units = tools_units(arena, text, &count);
    uint8_t guess[KEY_GUESS];
    int32_t size = ucol_getSortKey(collator, units, count, guess, KEY_GUESS);
    if (size <= 0)
        return (Slice){0};
    if (size <= KEY_GUESS) {
        arena_rewind(arena, mark);
        return slice_copy(arena, (Slice){(const char *) guess, (size_t) size - 1});
    }
    uint8_t *key = arena_take(arena, (size_t) size, 1);
    ucol_getSortKey(collator, units, count, key, size);
    return (Slice){(const char *) key, (size_t) size - 1};
}

size_t collate_heading_count(const Language *language)
{
    return language->tools->letter_count + 2;
}

static bool is_other(const LanguageTools *tools, size_t heading)
{
    return heading == tools->letter_count;
}

Text collate_heading(const Language *language, size_t heading)
{
    static const Language arabic_letters = {
        .kind = LANGUAGE_FOREIGN,
        .direction = DIRECTION_RTL,
    };
    const LanguageTools *tools = language->tools;
    if (heading < tools->letter_count)
        return (Text){tools->letters[heading].letter, language};
    if (!is_other(tools, heading))
        return (Text){SLICE("#"), NULL};
    if (tools->script == SCRIPT_LATIN)
        return (Text){SLICE("ا–ی"), &arabic_letters};
    return (Text){SLICE("A–Z"), &language_token};
}

Slice collate_heading_id(Arena *arena, const Language *language, size_t heading)
{
    const LanguageTools *tools = language->tools;
    if (heading < tools->letter_count)
        return slice_print(arena, "l%zu", heading + 1);
    return is_other(tools, heading) ? SLICE("other") : SLICE("digits");
}

/* The first letter or digit of a title; 0: it has none. */
static uint32_t first_sign(Slice title)
{
    for (size_t offset = 0; offset < title.size;) {
        uint32_t code_point = utf8_next(title, &offset);
        if (u_isalnum((UChar32) code_point))
            return code_point;
    }
    return 0;
}

static size_t last_not_greater(const LanguageTools *tools, Slice key)
{
    size_t low = 0;
    size_t high = tools->letter_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (slice_compare(tools->letters[middle].key, key) <= 0)
            low = middle;
        else
            high = middle;
    }
    return low;
}

uint64_t collate_rank(Slice key)
{
    uint64_t rank = 0;
    for (size_t i = 0; i < sizeof(rank); i++)
        rank = rank << 8 | (i < key.size ? (unsigned char) key.at[i] : 0u);
    return rank;
}

size_t collate_find_heading(const Language *language, Slice title, Slice key)
{
    const LanguageTools *tools = language->tools;
    uint32_t sign = first_sign(title);
    if (sign == 0 || u_isdigit((UChar32) sign))
        return tools->letter_count + 1;
    if (tools->letter_count == 0 || unicode_script(sign) != tools->script)
        return tools->letter_count;
    Slice primary = key;
    size_t end;
    if (slice_find_byte(key, 1, &end))
        primary = slice_to(key, end);
    return last_not_greater(tools, primary);
}
