/* What stands around a string so that its direction is safe, in markup and without. */
#include "text/isolate.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "text/polish.h"

static bool stands_bare(Slice text, const Language *language, const Language *place)
{
    return language == NULL || text.size == 0 || language_equal(language, place);
}

static void open_language(Buffer *out, const Language *language)
{
    buffer_add(out, SLICE("<bdi lang=\""));
    buffer_add(out, language->tag);
    buffer_add_byte(out, '"');
    if (language->direction == DIRECTION_LTR || language->direction == DIRECTION_RTL) {
        buffer_add(out, SLICE(" dir=\""));
        buffer_add(out, direction_word(language->direction));
        buffer_add_byte(out, '"');
    }
    buffer_add_byte(out, '>');
}

bool isolate_open_markup(Buffer *out, Slice text, const Language *language, const Language *place)
{
    if (stands_bare(text, language, place))
        return false;
    if (language->kind != LANGUAGE_TOKEN)
        open_language(out, language);
    else if (token_is_phone(text))
        buffer_add(out, SLICE("<bdi dir=\"ltr\" class=\"nowrap\">"));
    else
        buffer_add(out, SLICE("<bdi dir=\"ltr\">"));
    return true;
}

void isolate_close_markup(Buffer *out)
{
    buffer_add(out, SLICE("</bdi>"));
}

bool isolate_open_plain(Buffer *out, Slice text, const Language *language, const Language *place)
{
    if (stands_bare(text, language, place))
        return false;
    const bool is_same = place != NULL && language->direction == place->direction;
    switch (language->direction) {
    case DIRECTION_LTR:
        if (is_same && language->kind != LANGUAGE_TOKEN)
            return false;
        buffer_add(out, SLICE(ISOLATE_LRI));
        return true;
    case DIRECTION_RTL:
        if (is_same)
            return false;
        buffer_add(out, SLICE(ISOLATE_RLI));
        return true;
    case DIRECTION_NONE:
    case DIRECTION_AUTO:
        break;
    }
    buffer_add(out, SLICE(ISOLATE_FSI));
    return true;
}

void isolate_close_plain(Buffer *out)
{
    buffer_add(out, SLICE(ISOLATE_PDI));
}

static bool opens_isolate(uint32_t code)
{
    return code >= 0x2066 && code <= 0x2068;
}

/* CLASS_L or CLASS_R of the first strong letter; 0 when there is none. */
static uint32_t first_strong(Slice text, bool skips_isolates)
{
    size_t depth = 0;
    for (size_t offset = 0; offset < text.size;) {
        const uint32_t code = utf8_next(text, &offset);
        if (opens_isolate(code))
            depth++;
        else if (code == 0x2069 && depth > 0)
            depth--;
        const uint32_t strong = class_of(code) & (CLASS_L | CLASS_R);
        if (strong != 0 && !(skips_isolates && depth > 0))
            return strong;
    }
    return 0;
}

Slice isolate_guard(Slice text, Direction direction)
{
    const uint32_t first = first_strong(text, false), outside = first_strong(text, true);
    if (direction == DIRECTION_RTL && (first != CLASS_R || outside != CLASS_R))
        return text.size > 0 ? SLICE(ISOLATE_RLM) : SLICE("");
    if (direction == DIRECTION_LTR && (first == CLASS_R || outside == CLASS_R))
        return SLICE(ISOLATE_LRM);
    return SLICE("");
}

Slice isolate_plain(Arena *arena, Slice text, const Language *language)
{
    PolishRules rules;
    polish_rules_init(&rules, language);
    return polish_string(arena, &rules, text, NULL);
}

/* Which part the three bytes at the start of `text` are; ISOLATE_TEXT when they are no control. */
static IsolatePart part_at(Slice text)
{
    static const struct {
        Slice bytes;
        IsolatePart part;
    } controls[] = {
        {SLICE_INIT(ISOLATE_LRI), ISOLATE_OPEN_LTR},
        {SLICE_INIT(ISOLATE_RLI), ISOLATE_OPEN_RTL},
        {SLICE_INIT(ISOLATE_FSI), ISOLATE_OPEN_AUTO},
        {SLICE_INIT(ISOLATE_PDI), ISOLATE_CLOSE},
    };
    for (size_t i = 0; i < sizeof(controls) / sizeof(controls[0]); i++)
        if (slice_starts(text, controls[i].bytes))
            return controls[i].part;
    return ISOLATE_TEXT;
}

bool isolate_next(Slice *rest, IsolatePart *ret_part, Slice *ret_text)
{
    if (rest->size == 0)
        return false;
    const IsolatePart part = part_at(*rest);
    size_t size = sizeof(ISOLATE_LRI) - 1;
    if (part == ISOLATE_TEXT) {
        for (size = 1; size < rest->size; size++)
            if (rest->at[size] == ISOLATE_LRI[0] && part_at(slice_from(*rest, size)) != part)
                break;
    }
    *ret_part = part;
    *ret_text = slice_to(*rest, size);
    *rest = slice_from(*rest, size);
    return true;
}

static bool is_direction_control(uint32_t code)
{
    return code == 0x61C || code == 0x200E || code == 0x200F || (code >= 0x2066 && code <= 0x2069);
}

/* The first direction control from *at on, and *at behind it. All hold the byte 0xE2 or, U+061C,
 * the byte 0x9C. */
static bool find_control(Slice text, size_t *at, size_t *ret_start)
{
    for (size_t step; slice_find_any(slice_from(text, *at), "\xE2\x9C\xE2\x9C", &step);) {
        size_t start = *at + step;
        *at = start + 1;
        if (text.at[start] != '\xE2' && (start == 0 || text.at[--start] != '\xD8'))
            continue;
        size_t end = start;
        const bool is_control = is_direction_control(utf8_next(text, &end));
        *at = end;
        *ret_start = start;
        if (is_control)
            return true;
    }
    return false;
}

Slice isolate_strip(Arena *arena, Slice text)
{
    Buffer out;
    buffer_init(&out, arena, text.size);
    size_t kept = 0, at = 0;
    for (size_t start; find_control(text, &at, &start); kept = at)
        buffer_add(&out, slice_part(text, kept, start));
    if (kept == 0)
        return text;
    buffer_add(&out, slice_from(text, kept));
    return buffer_slice(&out);
}
