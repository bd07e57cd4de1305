/* Writes JSON (RFC 8259) into a Buffer: commas and nesting are kept by the writer. "<", ">" and "&"
 * are written as escapes, and so are U+2028 and U+2029, so the text is safe inside a script
 * element. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buffer.h"

#define JSON_MAX_DEPTH 32

typedef struct JsonWriter {
    Buffer *out;
    uint32_t depth;
    bool has_item[JSON_MAX_DEPTH];
    bool after_key;
} JsonWriter;

void json_init(JsonWriter *json, Buffer *out);
void json_open_object(JsonWriter *json);
void json_close_object(JsonWriter *json);
void json_open_array(JsonWriter *json);
void json_close_array(JsonWriter *json);
void json_key(JsonWriter *json, Slice key);
void json_text(JsonWriter *json, Slice text);
void json_int(JsonWriter *json, int64_t value);
void json_number(JsonWriter *json,
                 double value); /* shortest form that reads back the same; no locale */
void json_bool(JsonWriter *json, bool value);
void json_null(JsonWriter *json);

/* key and value at once */
void json_pair(JsonWriter *json, Slice key, Slice text);

/* Adds `text` with the escapes of a JSON string, without quotes. */
void json_escape(Buffer *out, Slice text);

#endif
