/* ASCII names out of titles and file names. */
#include "text/slug.h"

#include "base/digest.h"
#include "base/utf8.h"

#include <unicode/uchar.h>

#define ID_DIGEST_SIZE 6

static bool is_lower(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

static bool is_upper(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

bool slug_is_valid(Slice slug)
{
    if (slug.size == 0 || slug.size > SLUG_MAX_SIZE)
        return false;
    bool after_word = false;
    for (size_t i = 0; i < slug.size; i++) {
        bool is_word = is_lower(slug.at[i]) || is_digit(slug.at[i]);
        if (!is_word && (slug.at[i] != '-' || !after_word))
            return false;
        after_word = is_word;
    }
    return after_word;
}

bool slug_is_id(Slice id)
{
    if (id.size == 0 || id.size > SLUG_MAX_SIZE)
        return false;
    for (size_t i = 0; i < id.size; i++) {
        char byte = id.at[i];
        bool is_letter = is_lower(byte) || is_upper(byte);
        bool is_other = is_digit(byte) || byte == '-' || byte == '_' || byte == '.';
        if (!is_letter && (i == 0 || !is_other))
            return false;
    }
    return true;
}

/* Cuts to the limit, behind a whole word if there is more than one. */
static Slice cut(const char *bytes, size_t size)
{
    Slice slug = {bytes, size};
    if (slug.size > SLUG_MAX_SIZE) {
        size_t hyphen;
        bool ends_word = slug.at[SLUG_MAX_SIZE] == '-';
        slug = slice_to(slug, SLUG_MAX_SIZE);
        if (!ends_word && slice_find_last_byte(slug, '-', &hyphen))
            slug = slice_to(slug, hyphen);
    }
    if (slice_ends(slug, SLICE("-")))
        slug = slice_to(slug, slug.size - 1);
    return slug;
}

/* An apostrophe inside a word leaves no trace: "don't" is "dont". */
static bool is_silent(uint32_t code_point)
{
    return code_point == '\'' || code_point == 0x2019 ||
           u_charType((UChar32) code_point) == U_NON_SPACING_MARK;
}

static Slice make(Arena *arena, Slice text, bool drops_letters)
{
    char *bytes = arena_take(arena, text.size, 1);
    size_t size = 0;
    for (size_t offset = 0; offset < text.size;) {
        uint32_t code_point = utf8_next(text, &offset);
        if (code_point > 0x7F && u_isalnum((UChar32) code_point) && !drops_letters)
            return (Slice){0};
        char byte = code_point > 0x7F ? '-' : (char) code_point;
        if (is_upper(byte))
            bytes[size++] = (char) (byte + ('a' - 'A'));
        else if (is_lower(byte) || is_digit(byte))
            bytes[size++] = byte;
        else if (!is_silent(code_point) && size > 0 && bytes[size - 1] != '-')
            bytes[size++] = '-';
    }
    return cut(bytes, size);
}

Slice slug_make(Arena *arena, Slice text)
{
    return make(arena, text, false);
}

Slice slug_propose(Arena *arena, Slice text)
{
    return make(arena, text, true);
}

Slice slug_heading(Arena *arena, Slice text)
{
    Slice slug = slug_make(arena, text);
    if (slug.size > 0)
        return slug;
    Digest digest = digest_of(text);
    return slice_print(arena, "h-%.*s", SLICE_FORMAT(digest_hex(arena, &digest, ID_DIGEST_SIZE)));
}
