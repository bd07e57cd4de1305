/* Checks, walks and counts code points, free of ICU. */
#include "base/utf8.h"

#include "base/buffer.h"
#include "base/lane.h"

#include <string.h>

#define REPLACEMENT 0xFFFDu
#define MAX_ISOLATES 64 /* nested isolates in one line; nobody types more than a few */

static bool is_continuation(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* Where a run of ASCII that starts at `i` ends, eight bytes at a time. */
static size_t skip_ascii(const unsigned char *bytes, size_t size, size_t i)
{
    for (; i + 8 <= size; i += 8) {
        uint64_t word;
        memcpy(&word, bytes + i, 8);
        if ((word & 0x8080808080808080u) != 0)
            break;
    }
    while (i < size && bytes[i] < 0x80)
        i++;
    return i;
}

/* Size of the well-formed sequence of a lead byte from 0x80 on; 0 where it is not well-formed
 * (Unicode, table 3-7). */
static size_t sequence_size(const unsigned char *bytes, size_t left)
{
    unsigned char lead = bytes[0];
    if (lead < 0xC2 || lead > 0xF4 || left < 2)
        return 0;
    if (lead < 0xE0)
        return is_continuation(bytes[1]) ? 2 : 0;
    unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (bytes[1] < low || bytes[1] > high || left < 3 || !is_continuation(bytes[2]))
        return 0;
    if (lead < 0xF0)
        return 3;
    return left >= 4 && is_continuation(bytes[3]) ? 4 : 0;
}

bool utf8_check(Slice text, size_t *ret_offset)
{
    const unsigned char *bytes = (const unsigned char *) text.at;
    size_t i = 0;
    while (i < text.size) {
        if (bytes[i] < 0x80) {
            i = skip_ascii(bytes, text.size, i);
            continue;
        }
        size_t size = sequence_size(bytes + i, text.size - i);
        if (size == 0) {
            *ret_offset = i;
            return false;
        }
        i += size;
    }
    return true;
}

Slice utf8_mend(Arena *arena, Slice text)
{
    size_t offset;
    if (utf8_check(text, &offset))
        return text;
    Buffer mended;
    buffer_init(&mended, arena, text.size * UTF8_MAX_SIZE);
    for (; !utf8_check(text, &offset); text = slice_from(text, offset + 1)) {
        buffer_add(&mended, slice_to(text, offset));
        buffer_add_code_point(&mended, REPLACEMENT);
    }
    buffer_add(&mended, text);
    return buffer_slice(&mended);
}

/* True for leads whose sequences hold controls, or letters that may be direction controls. */
static bool is_suspect(const unsigned char *bytes, size_t size)
{
    if (bytes[0] == 0xC2)
        return bytes[1] < 0xA0;
    if (bytes[0] == 0xE2) // U+2000–U+207F
        return bytes[1] == 0x80 ? bytes[2] >= 0xAA && bytes[2] <= 0xAE
                                : bytes[1] == 0x81 && bytes[2] >= 0xA6 && bytes[2] <= 0xA9;
    if (bytes[0] == 0xEF)
        return bytes[1] == 0xBF && bytes[2] >= 0xBE;
    return size == 4 && bytes[0] == 0xF3;
}

/* Size of what stands at `at` and is above suspicion; 0 otherwise. */
static size_t clean_size(const unsigned char *at, size_t left)
{
    if (at[0] < 0x80) {
        bool is_blank = at[0] == '\n' || at[0] == '\t' || at[0] == '\r';
        return (at[0] >= 0x20 && at[0] < 0x7F) || is_blank ? 1 : 0;
    }
    if (at[0] > 0xC2 && at[0] < 0xE0) // nearly every letter of a Persian page
        return left > 1 && is_continuation(at[1]) ? 2 : 0;
    size_t size = sequence_size(at, left);
    return size > 0 && is_suspect(at, size) ? 0 : size;
}

static Lane leads_two(Lane bytes)
{
    return (Lane) ((bytes - 0xC2) <= 0xDF - 0xC2);
}

/* True when the sixteen bytes at `at` are printable ASCII, line ends, letters of two bytes, and
 * punctuation of three that begins with E2, all above suspicion; the two bytes before them are read
 * too. False says nothing. */
static bool lane_is_clean(const unsigned char *at)
{
    const Lane now = lane_at(at), before = lane_at(at - 1), second = lane_at(at - 2);
    const Lane follows = leads_two(before) | (Lane) (before == 0xE2) | (Lane) (second == 0xE2);
    const Lane is_continuation_byte = (Lane) ((now & 0xC0) == 0x80);
    const Lane is_plain = (Lane) ((now - 0x20) < 0x7F - 0x20) | (Lane) (now == '\n') |
                          (Lane) (now == '\t') | (Lane) (now == '\r');
    const Lane is_lead = leads_two(now) | (Lane) (now == 0xE2);
    const Lane is_suspect_end = // controls of C1, controls of direction
        ((Lane) (before == 0xC2) & (Lane) (now < 0xA0)) |
        ((Lane) (second == 0xE2) & (Lane) (before <= 0x81) & (Lane) (now >= 0xA6));
    const Lane doubts = (is_continuation_byte ^ follows) |
                        ~(is_plain | is_lead | is_continuation_byte) | is_suspect_end;
    return lane_is_empty(doubts);
}

/* Where the character that holds the byte before `i` starts. */
static size_t start_before(const unsigned char *bytes, size_t i)
{
    do
        i--;
    while (is_continuation(bytes[i]));
    return i;
}

bool utf8_is_clean(Slice text)
{
    const unsigned char *bytes = (const unsigned char *) text.at;
    size_t wide = 2; // from here on lanes are tried; they look back by two bytes
    for (size_t i = 0; i < text.size;) {
        if (i >= wide && i + sizeof(Lane) <= text.size) {
            const size_t from = i;
            while (i + sizeof(Lane) <= text.size && lane_is_clean(bytes + i))
                i += sizeof(Lane);
            wide = i + sizeof(Lane);
            i = i > from ? start_before(bytes, i) : i;
        }
        const size_t size = clean_size(bytes + i, text.size - i);
        if (size == 0)
            return false;
        i += size;
    }
    return true;
}

uint32_t utf8_next(Slice text, size_t *offset)
{
    const unsigned char *at = (const unsigned char *) text.at + *offset;
    size_t left = text.size - *offset;
    uint32_t lead = at[0];
    size_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (size > left) { // only in text that nobody has checked
        *offset += 1;
        return REPLACEMENT;
    }
    *offset += size;
    if (size == 1)
        return lead;
    if (size == 2)
        return (lead & 0x1F) << 6 | (at[1] & 0x3Fu);
    if (size == 3)
        return (lead & 0x0F) << 12 | (at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu);
    return (lead & 0x07) << 18 | (at[1] & 0x3Fu) << 12 | (at[2] & 0x3Fu) << 6 | (at[3] & 0x3Fu);
}

uint32_t utf8_previous(Slice text, size_t *offset)
{
    size_t start = *offset - 1;
    while (start > 0 && *offset - start < UTF8_MAX_SIZE &&
           is_continuation((unsigned char) text.at[start]))
        start--;
    *offset = start;
    return utf8_next(text, &start);
}

static size_t continuations_in(uint64_t word)
{
    const uint64_t ones = 0x0101010101010101;
    return (size_t) ((word >> 7 & ~word >> 6 & ones) * ones >> 56); // a 1 for each, and their sum
}

size_t utf8_count(Slice text)
{
    static const unsigned char masks[2 * sizeof(uint64_t)] = {
        [sizeof(uint64_t)] = 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
    size_t count = text.size, i = 0;
    uint64_t word, mask;
    for (; i + sizeof(word) <= text.size; i += sizeof(word)) {
        memcpy(&word, text.at + i, sizeof(word));
        count -= continuations_in(word);
    }
    if (text.size >= sizeof(word)) { // the last eight, without those already counted
        memcpy(&word, text.at + text.size - sizeof(word), sizeof(word));
        memcpy(&mask, masks + (text.size - i), sizeof(mask));
        return count - continuations_in(word & mask);
    }
    for (; i < text.size; i++)
        count -= is_continuation((unsigned char) text.at[i]);
    return count;
}

size_t utf8_encode(uint32_t code_point, char bytes[UTF8_MAX_SIZE])
{
    if (code_point < 0x80) {
        bytes[0] = (char) code_point;
        return 1;
    }
    if (code_point < 0x800) {
        bytes[0] = (char) (0xC0 | code_point >> 6);
        bytes[1] = (char) (0x80 | (code_point & 0x3F));
        return 2;
    }
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF))
        code_point = REPLACEMENT;
    if (code_point < 0x10000) {
        bytes[0] = (char) (0xE0 | code_point >> 12);
        bytes[1] = (char) (0x80 | (code_point >> 6 & 0x3F));
        bytes[2] = (char) (0x80 | (code_point & 0x3F));
        return 3;
    }
    bytes[0] = (char) (0xF0 | code_point >> 18);
    bytes[1] = (char) (0x80 | (code_point >> 12 & 0x3F));
    bytes[2] = (char) (0x80 | (code_point >> 6 & 0x3F));
    bytes[3] = (char) (0x80 | (code_point & 0x3F));
    return 4;
}

static bool is_control(uint32_t code_point)
{
    if (code_point < 0x20)
        return code_point != '\t' && code_point != '\n' && code_point != '\r';
    return (code_point >= 0x7F && code_point < 0xA0) || code_point == 0xFFFE ||
           code_point == 0xFFFF;
}

bool utf8_find_control(Slice text, size_t *ret_offset, uint32_t *ret_code_point)
{
    for (size_t i = 0; i < text.size;) {
        unsigned char byte = (unsigned char) text.at[i];
        bool is_suspect = byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xEF;
        if (!is_suspect) {
            i++;
            continue;
        }
        size_t offset = i;
        uint32_t code_point = utf8_next(text, &i);
        if (is_control(code_point)) {
            *ret_offset = offset;
            *ret_code_point = code_point;
            return true;
        }
    }
    return false;
}

/* The first character of one line that is not allowed to stand there: a direction control that is
 * never allowed, an isolate without its end, an end without its isolate. */
static bool find_in_line(Slice line, size_t *ret_offset)
{
    size_t open[MAX_ISOLATES];
    size_t open_count = 0;
    size_t first = SIZE_MAX;
    for (size_t i = 0; i < line.size && first == SIZE_MAX;) {
        unsigned char byte = (unsigned char) line.at[i];
        if (byte != 0xE2 && byte != 0xF3) {
            i++;
            continue;
        }
        size_t offset = i;
        uint32_t code_point = utf8_next(line, &i);
        bool is_opener = code_point >= 0x2066 && code_point <= 0x2068;
        if (is_opener && open_count < MAX_ISOLATES)
            open[open_count++] = offset;
        else if (code_point == 0x2069 && open_count > 0)
            open_count--;
        else if (is_opener || code_point == 0x2069 ||
                 (code_point >= 0x202A && code_point <= 0x202E) ||
                 (code_point >= 0xE0000 && code_point <= 0xE007F))
            first = offset;
    }
    // What is still open may be closed behind `first`; then `first` is reported alone.
    if (first == SIZE_MAX && open_count > 0)
        first = open[0];
    *ret_offset = first;
    return first != SIZE_MAX;
}

bool utf8_find_bidi_control(Slice text, size_t *ret_offset, uint32_t *ret_code_point)
{
    size_t start = 0;
    while (start < text.size) {
        Slice rest = {text.at + start, text.size - start};
        const char *line_end = memchr(rest.at, '\n', rest.size);
        Slice line = line_end != NULL ? slice_between(rest.at, line_end) : rest;
        size_t offset;
        if (find_in_line(line, &offset)) {
            *ret_offset = start + offset;
            *ret_code_point = utf8_next(line, &offset);
            return true;
        }
        start += line.size + 1;
    }
    return false;
}

bool utf8_is_invisible(uint32_t code_point)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {
        {0x00AD, 0x00AD}, {0x034F, 0x034F},   {0x061C, 0x061C},   {0x180E, 0x180E},
        {0x200B, 0x200F}, {0x2028, 0x202E},   {0x2060, 0x206F},   {0xFE00, 0xFE0F},
        {0xFEFF, 0xFEFF}, {0xE0000, 0xE007F}, {0xE0100, 0xE01EF},
    };
    if (code_point < 0xAD)
        return false;
    for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++) {
        if (code_point >= ranges[i].first && code_point <= ranges[i].last)
            return true;
    }
    return false;
}
