/* base/json: what it writes is JSON, and harmless inside a script element. */
#include "base/json.h"
#include "test.h"

#include <math.h>
#include <string.h>

static void writes_nested_objects_and_lists(void **state)
{
    (void) state;
    Arena arena = {0};
    Buffer out;
    buffer_init(&out, &arena, 1000);
    JsonWriter json;
    json_init(&json, &out);
    json_open_object(&json);
    json_pair(&json, SLICE("name"), SLICE("آب"));
    json_key(&json, SLICE("list"));
    json_open_array(&json);
    json_int(&json, -1);
    json_bool(&json, true);
    json_null(&json);
    json_open_array(&json);
    json_close_array(&json);
    json_open_object(&json);
    json_close_object(&json);
    json_close_array(&json);
    json_key(&json, SLICE("last"));
    json_bool(&json, false);
    json_close_object(&json);
    assert_slice(buffer_slice(&out),
                 "{\"name\":\"آب\",\"list\":[-1,true,null,[],{}],\"last\":false}");
    arena_close(&arena);
}

static void escapes_what_could_end_the_text_or_the_script(void **state)
{
    (void) state;
    static const struct {
        const char *text, *escaped;
    } cases[] = {
        {"plain", "plain"},
        {"a\"b\\c", "a\\\"b\\\\c"},
        {"\b\f\n\r\t", "\\b\\f\\n\\r\\t"},
        {"\x01\x1f\x7f", "\\u0001\\u001f\\u007f"},
        {"</script>&", "\\u003c/script\\u003e\\u0026"},
        {"a\u2028b\u2029\u202e", "a\\u2028b\\u2029\u202e"},
        {"می\u200cرود", "می\u200cرود"},
    };
    Arena arena = {0};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Buffer out;
        buffer_init(&out, &arena, 1000);
        json_escape(&out, slice_of_string(cases[i].text));
        assert_slice(buffer_slice(&out), cases[i].escaped);
    }
    arena_close(&arena);
}

/* Sixteen bytes are looked at together, and fewer at the end. */
static void escapes_wherever_it_stands(void **state)
{
    (void) state;
    static const char doubtful[] = "\x01\x1f\"&<>\\\x7f";
    Arena arena = {0};
    for (size_t size = 1; size <= 50; size++) {
        for (size_t at = 0; at < size; at++) {
            for (size_t i = 0; i < sizeof(doubtful) - 1; i++) {
                char text[50];
                memset(text, 'x', sizeof(text));
                text[at] = doubtful[i];
                Buffer out;
                buffer_init(&out, &arena, 1000);
                json_escape(&out, (Slice){text, size});
                const size_t escape = doubtful[i] == '"' || doubtful[i] == '\\' ? 2 : 6;
                assert_int_equal(out.size, size - 1 + escape);
                assert_int_equal(out.at[at], '\\');
            }
        }
        arena_reset(&arena);
    }
    arena_close(&arena);
}

static void writes_numbers_in_their_shortest_form(void **state)
{
    (void) state;
    static const struct {
        double value;
        const char *text;
    } cases[] = {
        {0, "0"},
        {1.5, "1.5"},
        {0.1, "0.1"},
        {-2, "-2"},
        {1e21, "1e+21"},
        {1.0 / 3, "0.3333333333333333"},
        {(double) INFINITY, "null"},
        {123456789, "123456789"},
    };
    Arena arena = {0};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Buffer out;
        buffer_init(&out, &arena, 100);
        JsonWriter json;
        json_init(&json, &out);
        json_number(&json, cases[i].value);
        assert_slice(buffer_slice(&out), cases[i].text);
    }
    arena_close(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_nested_objects_and_lists),
        cmocka_unit_test(escapes_what_could_end_the_text_or_the_script),
        cmocka_unit_test(escapes_wherever_it_stands),
        cmocka_unit_test(writes_numbers_in_their_shortest_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
