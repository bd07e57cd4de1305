/* Small facts about languages that need no tools. */
#include "text/language.h"

#include "base/arena.h"
#include "text/facts.h"

#define TAG_MAX_SIZE 35

const Language language_token = {
    .kind = LANGUAGE_TOKEN,
    .direction = DIRECTION_LTR,
    .digits = DIGITS_LATN,
};

static const Slice directions[] = {
    [DIRECTION_NONE] = SLICE_INIT(""),
    [DIRECTION_LTR] = SLICE_INIT("ltr"),
    [DIRECTION_RTL] = SLICE_INIT("rtl"),
    [DIRECTION_AUTO] = SLICE_INIT("auto"),
};

Slice direction_word(Direction direction)
{
    return directions[direction];
}

bool direction_find(Slice word, Direction *ret_direction)
{
    for (Direction direction = DIRECTION_LTR; direction <= DIRECTION_RTL; direction++) {
        if (!slice_equal(word, directions[direction]))
            continue;
        *ret_direction = direction;
        return true;
    }
    return false;
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool is_part(Slice part, bool is_first)
{
    if (part.size < (is_first ? 2 : 1) || part.size > 8)
        return false;
    for (size_t i = 0; i < part.size; i++) {
        bool is_digit = part.at[i] >= '0' && part.at[i] <= '9';
        if (!is_letter(part.at[i]) && (is_first || !is_digit))
            return false;
    }
    return true;
}

bool language_is_tag(Slice tag)
{
    if (tag.size == 0 || tag.size > TAG_MAX_SIZE || tag.at[tag.size - 1] == '-')
        return false;
    Slice rest = tag;
    bool is_first = true;
    while (rest.size > 0) {
        Slice part;
        slice_cut(rest, '-', &part, &rest);
        if (!is_part(part, is_first))
            return false;
        is_first = false;
    }
    return true;
}

const Language *language_new(Arena *arena, Slice tag, Direction direction)
{
    Language *language = ARENA_NEW(arena, Language);
    language->kind = LANGUAGE_FOREIGN;
    language->tag = slice_copy(arena, tag);
    language->code = language->tag;
    language->hreflang = language->tag;
    language->digits = DIGITS_LATN;
    const LanguageFacts *facts = facts_find(tag);
    if (facts != NULL) {
        language->id = facts->id;
        language->is_arabic_script = facts->is_arabic_script;
    }
    language->direction = direction;
    if (direction == DIRECTION_NONE)
        language->direction = facts != NULL ? facts->direction : DIRECTION_AUTO;
    return language;
}

bool language_equal(const Language *a, const Language *b)
{
    if (a == b)
        return true;
    if (a == NULL || b == NULL || a->kind == LANGUAGE_TOKEN || b->kind == LANGUAGE_TOKEN)
        return false;
    return slice_equal_ascii_case(a->tag, b->tag);
}
