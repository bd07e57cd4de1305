/* What stands around strings: in markup, in plain text, and in front of a finished one. */
#include "expect.h"
#include "text/isolate.h"

static const Language persian = {.id = LANGUAGE_FA,
                                 .code = SLICE_INIT("fa"),
                                 .tag = SLICE_INIT("fa"),
                                 .direction = DIRECTION_RTL,
                                 .digits = DIGITS_ARABEXT,
                                 .is_arabic_script = true};
static const Language english = {.id = LANGUAGE_EN,
                                 .code = SLICE_INIT("en"),
                                 .tag = SLICE_INIT("en"),
                                 .direction = DIRECTION_LTR,
                                 .digits = DIGITS_LATN};
static const Language british = {.id = LANGUAGE_OTHER,
                                 .code = SLICE_INIT("en-GB"),
                                 .tag = SLICE_INIT("en-GB"),
                                 .direction = DIRECTION_LTR,
                                 .digits = DIGITS_LATN};
static const Language unknown = {
    .kind = LANGUAGE_FOREIGN, .tag = SLICE_INIT("de"), .direction = DIRECTION_AUTO};
static const Language token = {.kind = LANGUAGE_TOKEN, .direction = DIRECTION_LTR};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct {
    const char *text;
    const Language *language, *place;
    const char *markup, *plain; /* what is opened */
} values[] = {
    {"Save water!", &english, &persian, "<bdi lang=\"en\" dir=\"ltr\">", ISOLATE_LRI},
    {"آب", &persian, &english, "<bdi lang=\"fa\" dir=\"rtl\">", ISOLATE_RLI},
    {"آب", &persian, &persian, "", ""},
    {"", &english, &persian, "", ""},
    {"آب", NULL, &english, "", ""},
    {"colour", &british, &english, "<bdi lang=\"en-GB\" dir=\"ltr\">", ""},
    {"Wasser", &unknown, &persian, "<bdi lang=\"de\">", ISOLATE_FSI},
    {"x-1", &token, &persian, "<bdi dir=\"ltr\">", ISOLATE_LRI},
    {"x-1", &token, &english, "<bdi dir=\"ltr\">", ISOLATE_LRI},
    {"+98 21 1234 5678", &token, &persian, "<bdi dir=\"ltr\" class=\"nowrap\">", ISOLATE_LRI},
};

static void opens_an_isolate_where_the_language_differs(void **state)
{
    (void) state;
    Arena arena = {0};
    for (size_t i = 0; i < COUNT(values); i++) {
        Buffer markup, plain;
        buffer_init(&markup, &arena, 200);
        buffer_init(&plain, &arena, 200);
        const Slice text = slice_of_string(values[i].text);
        const bool in_markup =
            isolate_open_markup(&markup, text, values[i].language, values[i].place);
        const bool in_plain = isolate_open_plain(&plain, text, values[i].language, values[i].place);
        expect_text(buffer_slice(&markup), values[i].markup, values[i].text);
        expect_text(buffer_slice(&plain), values[i].plain, values[i].text);
        assert_int_equal(in_markup, markup.size > 0);
        assert_int_equal(in_plain, plain.size > 0);
    }
    arena_close(&arena);
}

#define LRI ISOLATE_LRI
#define RLI ISOLATE_RLI
#define PDI ISOLATE_PDI
#define RLM ISOLATE_RLM
#define LRM ISOLATE_LRM
#define ALM ISOLATE_ALM

static const struct {
    const char *text;
    const Language *language;
    const char *plain;
} strings[] = {
    {"WHO: راهنمای آب", &persian, RLM "WHO: راهنمای آب"},
    {"زبان C++", &persian, "زبان " LRI "C++" PDI},
    {"تلفن +98 21 1234 5678", &persian, "تلفن " LRI "+98 21 1234 5678" PDI},
    {"Cities: تهران, مشهد", &english, "Cities: " RLI "تهران" PDI ", " RLI "مشهد" PDI},
    {"۲۵٪ کاهش", &persian, ALM "۲۵٪ کاهش"},
    {"آب کافی است", &persian, "آب کافی است"},
    {"", &persian, ""},
    {"Water", &english, "Water"},
    {"آب", &english, LRM "آب"},
    {"۱۴۰۳", &persian, RLM "۱۴۰۳"},
    {"A drop of ۲۵٪", &english, "A drop of " RLI ALM "۲۵٪" PDI},
    {LRI "Save water!" PDI " – آب", &persian, RLM LRI "Save water!" PDI " – آب"},
};

static void prepares_a_string_for_a_place_without_markup(void **state)
{
    (void) state;
    Arena arena = {0};
    for (size_t i = 0; i < COUNT(strings); i++) {
        const Slice text = slice_of_string(strings[i].text);
        expect_text(isolate_plain(&arena, text, strings[i].language), strings[i].plain,
                    strings[i].text);
    }
    arena_close(&arena);
}

static void leaves_its_own_work_alone(void **state)
{
    (void) state;
    Arena arena = {0};
    for (size_t i = 0; i < COUNT(strings); i++) {
        const Slice once =
            isolate_plain(&arena, slice_of_string(strings[i].text), strings[i].language);
        expect_slice(isolate_plain(&arena, once, strings[i].language), once,
                     slice_of_string(strings[i].text));
    }
    arena_close(&arena);
}

static void returns_the_text_itself_where_nothing_is_to_be_done(void **state)
{
    (void) state;
    Arena arena = {0};
    const Slice text = SLICE("آب کافی است");
    assert_ptr_equal(isolate_plain(&arena, text, &persian).at, text.at);
    arena_close(&arena);
}

static const struct {
    const char *text;
    Direction direction;
    const char *guard;
} guards[] = {
    {"آب", DIRECTION_RTL, ""},
    {"Water آب", DIRECTION_RTL, RLM},
    {LRI "Water" PDI " آب", DIRECTION_RTL, RLM},
    {RLI "آب" PDI, DIRECTION_RTL, RLM}, /* readers that skip isolates find nothing */
    {"12", DIRECTION_RTL, RLM},
    {"", DIRECTION_RTL, ""},
    {"12", DIRECTION_LTR, ""},
    {RLI "آب" PDI " water", DIRECTION_LTR, LRM},
    {"Water آب", DIRECTION_LTR, ""},
};

static void guards_the_first_strong_letter(void **state)
{
    (void) state;
    for (size_t i = 0; i < COUNT(guards); i++)
        expect_text(isolate_guard(slice_of_string(guards[i].text), guards[i].direction),
                    guards[i].guard, guards[i].text);
}

static void cuts_a_plain_string_into_parts(void **state)
{
    (void) state;
    static const struct {
        IsolatePart part;
        const char *text;
    } expected[] = {{ISOLATE_TEXT, "زبان … "}, {ISOLATE_OPEN_LTR, LRI}, {ISOLATE_TEXT, "C++"},
                    {ISOLATE_CLOSE, PDI},      {ISOLATE_OPEN_RTL, RLI}, {ISOLATE_CLOSE, PDI}};
    Slice rest = SLICE("زبان … " LRI "C++" PDI RLI PDI);
    IsolatePart part = ISOLATE_TEXT;
    Slice text = {0};
    for (size_t i = 0; i < COUNT(expected); i++) {
        assert_true(isolate_next(&rest, &part, &text));
        assert_int_equal(part, expected[i].part);
        expect_text(text, expected[i].text, "part");
    }
    assert_false(isolate_next(&rest, &part, &text));
}

static void strips_every_control_from_machine_values(void **state)
{
    (void) state;
    Arena arena = {0};
    const Slice text = SLICE(RLM LRI "C++" PDI ALM "25" LRM);
    expect_text(isolate_strip(&arena, text), "C++25", "strip");
    expect_text(isolate_strip(&arena, SLICE("می\u200cرود")), "می\u200cرود", "joiners stay");
    arena_close(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(opens_an_isolate_where_the_language_differs),
        cmocka_unit_test(prepares_a_string_for_a_place_without_markup),
        cmocka_unit_test(leaves_its_own_work_alone),
        cmocka_unit_test(returns_the_text_itself_where_nothing_is_to_be_done),
        cmocka_unit_test(guards_the_first_strong_letter),
        cmocka_unit_test(cuts_a_plain_string_into_parts),
        cmocka_unit_test(strips_every_control_from_machine_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
