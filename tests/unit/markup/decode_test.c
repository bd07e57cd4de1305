/* Entities and the places of decoded text. */
#include "expect.h"
#include "markup/decode.h"
#include "markup/xml.h"

static DecodeResult decode(Arena *arena, const char *typed, TidyMode mode, Buffer *xml,
                           size_t *ret_end)
{
    const Source *source = source_new(arena, SLICE("x"), slice_of_string(typed));
    const TidyInput input = {
        .span = {source, 0, (uint32_t) source->bytes.size}, .text = source->bytes, .mode = mode};
    Tidied tidied = {0};
    Decoder decoder;
    buffer_init(xml, arena, 1024);
    decode_init(&decoder, arena, &input, &tidied, xml);
    decode_start_run(&decoder, 0);
    return decode_entity(&decoder, 0, source->bytes.size, ret_end);
}

static void reads_entities(void **state)
{
    (void) state;
    static const struct {
        const char *typed;
        DecodeResult result;
        const char *xml;
        size_t end;
    } cases[] = {
        {"&amp;x", DECODE_FINE, "&amp;", 5}, {"&zwnj;", DECODE_FINE, "\u200c", 6},
        {"&hellip;", DECODE_FINE, "…", 8},   {"&#8230;", DECODE_FINE, "…", 7},
        {"&#X2026;", DECODE_FINE, "…", 8},   {"&#9;", DECODE_FINE, "&#9;", 4},
        {"&#123;", DECODE_FINE, "{{", 6},    {"&", DECODE_NOT_ENTITY, "", 0},
        {"&amp", DECODE_NOT_ENTITY, "", 0},  {"& amp;", DECODE_NOT_ENTITY, "", 0},
        {"&;", DECODE_NOT_ENTITY, "", 0},    {"&#;", DECODE_UNKNOWN, "", 3},
        {"&#x;", DECODE_UNKNOWN, "", 4},     {"&#12a;", DECODE_UNKNOWN, "", 6},
        {"&#55296;", DECODE_UNKNOWN, "", 8}, {"&#99999999999;", DECODE_UNKNOWN, "", 14},
        {"&AMP;", DECODE_UNKNOWN, "", 5},    {"&Eacute;", DECODE_FINE, "É", 8},
        {"&#x7f;", DECODE_UNKNOWN, "", 6},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Arena arena = {0};
        Buffer xml;
        size_t end = 0;
        const DecodeResult result = decode(&arena, cases[i].typed, TIDY_TEMPLATE, &xml, &end);
        if (result != cases[i].result || end != cases[i].end)
            fail_msg("%s: result %d, end %zu", cases[i].typed, (int) result, end);
        expect_text(buffer_slice(&xml), cases[i].xml, cases[i].typed);
        arena_close(&arena);
    }
}

static void knows_all_names_of_html4(void **state)
{
    (void) state;
    uint32_t code_point;
    static const struct {
        const char *name;
        uint32_t code_point;
    } cases[] = {{"nbsp", 0xA0},   {"lang", 0x27E8},    {"rang", 0x27E9}, {"zwj", 0x200D},
                 {"lrm", 0x200E},  {"thetasym", 0x3D1}, {"euro", 0x20AC}, {"quot", '"'},
                 {"Omega", 0x3A9}, {"clubs", 0x2663}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_true(xml_find_entity(slice_of_string(cases[i].name), &code_point));
        assert_int_equal(code_point, cases[i].code_point);
    }
    assert_false(xml_find_entity(SLICE("lbrace"), &code_point));
    assert_false(xml_find_entity(SLICE("averyverylongname"), &code_point));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_entities),
        cmocka_unit_test(knows_all_names_of_html4),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
