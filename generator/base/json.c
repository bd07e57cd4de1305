/* Writes JSON into a Buffer. */
#include "base/json.h"

#include "base/lane.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define MAX_DIGITS 17 /* enough for any double to read back the same */

void json_init(JsonWriter *json, Buffer *out)
{
    *json = (JsonWriter){.out = out};
}

/* A comma where one is due. */
static void start_item(JsonWriter *json)
{
    if (!json->after_key && json->has_item[json->depth])
        buffer_add_byte(json->out, ',');
    json->has_item[json->depth] = true;
    json->after_key = false;
}

static void open_level(JsonWriter *json, char bracket)
{
    start_item(json);
    assert(json->depth + 1 < JSON_MAX_DEPTH);
    buffer_add_byte(json->out, bracket);
    json->has_item[++json->depth] = false;
}

static void close_level(JsonWriter *json, char bracket)
{
    assert(json->depth > 0 && !json->after_key);
    json->depth--;
    buffer_add_byte(json->out, bracket);
}

void json_open_object(JsonWriter *json)
{
    open_level(json, '{');
}

void json_close_object(JsonWriter *json)
{
    close_level(json, '}');
}

void json_open_array(JsonWriter *json)
{
    open_level(json, '[');
}

void json_close_array(JsonWriter *json)
{
    close_level(json, ']');
}

static void add_string(Buffer *out, Slice text)
{
    buffer_add_byte(out, '"');
    json_escape(out, text);
    buffer_add_byte(out, '"');
}

void json_key(JsonWriter *json, Slice key)
{
    assert(!json->after_key);
    start_item(json);
    add_string(json->out, key);
    buffer_add_byte(json->out, ':');
    json->after_key = true;
}

void json_text(JsonWriter *json, Slice text)
{
    start_item(json);
    add_string(json->out, text);
}

void json_int(JsonWriter *json, int64_t value)
{
    start_item(json);
    buffer_add_int(json->out, value);
}

void json_number(JsonWriter *json, double value)
{
    if (!isfinite(value)) { // JSON has no word for them
        json_null(json);
        return;
    }
    start_item(json);
    char text[32];
    int size = 0;
    for (int digits = 1; digits <= MAX_DIGITS; digits++) {
        size = snprintf(text, sizeof(text), "%.*g", digits, value);
        if (strtod(text, NULL) == value)
            break;
    }
    buffer_add(json->out, (Slice){text, (size_t) size});
}

void json_bool(JsonWriter *json, bool value)
{
    start_item(json);
    buffer_add(json->out, value ? SLICE("true") : SLICE("false"));
}

void json_null(JsonWriter *json)
{
    start_item(json);
    buffer_add(json->out, SLICE("null"));
}

void json_pair(JsonWriter *json, Slice key, Slice text)
{
    json_key(json, key);
    json_text(json, text);
}

#define FOUR true, true, true, true

/* Bytes that may begin what must not stand in a string: controls, marks, and the first byte of
 * U+2028 and U+2029. */
static const bool is_doubtful[256] = {
    FOUR,         FOUR,         FOUR,          FOUR,          FOUR,
    FOUR,         FOUR,         FOUR,          ['"'] = true,  ['&'] = true,
    ['<'] = true, ['>'] = true, ['\\'] = true, [0x7F] = true, [0xE2] = true,
};

/* The size of the doubtful piece at `i` that must not stand as it is; 0: it may. */
static size_t escaped_size(Slice text, size_t i)
{
    if ((unsigned char) text.at[i] != 0xE2)
        return 1;
    if (text.size - i < 3 || (unsigned char) text.at[i + 1] != 0x80)
        return 0;
    unsigned char last = (unsigned char) text.at[i + 2];
    return last == 0xA8 || last == 0xA9 ? 3 : 0; // U+2028, U+2029
}

static void add_escape(Buffer *out, const char *at, size_t size)
{
    static const char digits[] = "0123456789abcdef";
    static const char plain[] = "\"\\\b\f\n\r\t";
    static const char letters[] = "\"\\bfnrt";
    unsigned char byte = (unsigned char) at[0];
    const char *place = memchr(plain, byte, sizeof(plain) - 1);
    if (size == 3) {
        buffer_add(out, (unsigned char) at[2] == 0xA8 ? SLICE("\\u2028") : SLICE("\\u2029"));
    } else if (place != NULL) {
        buffer_add_byte(out, '\\');
        buffer_add_byte(out, letters[place - plain]);
    } else {
        buffer_add(out, SLICE("\\u00"));
        buffer_add_byte(out, digits[byte >> 4]);
        buffer_add_byte(out, digits[byte & 15]);
    }
}

/* No byte of the lane is doubtful. */
static bool is_plain(Lane lane)
{
    const Lane doubts = (Lane) (lane < 0x20) | (Lane) (lane == '"') | (Lane) (lane == '&') |
                        (Lane) (lane == '<') | (Lane) (lane == '>') | (Lane) (lane == '\\') |
                        (Lane) (lane == 0x7F) | (Lane) (lane == 0xE2);
    return lane_is_empty(doubts);
}

void json_escape(Buffer *out, Slice text)
{
    size_t start = 0;
    for (size_t i = 0; i < text.size; i++) {
        while (i + sizeof(Lane) < text.size && is_plain(lane_at(text.at + i)))
            i += sizeof(Lane);
        const size_t size = is_doubtful[(unsigned char) text.at[i]] ? escaped_size(text, i) : 0;
        if (size == 0)
            continue;
        buffer_add(out, slice_part(text, start, i));
        add_escape(out, text.at + i, size);
        start = i + size;
        i = start - 1;
    }
    buffer_add(out, slice_from(text, start));
}
