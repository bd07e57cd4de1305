/* From the content of a block back to the bytes of the file. */
#include "expect.h"
#include "markup/place.h"

typedef struct Page {
    Arena arena;
    const Source *source;
    Typing typing;
    Place place;
} Page;

static void type(Page *page, const char *typed)
{
    *page = (Page){0};
    page->source = source_new(&page->arena, SLICE("x.md"), slice_of_string(typed));
    typing_prepare(&page->typing, &page->arena,
                   (Span){page->source, 0, (uint32_t) page->source->bytes.size});
}

static void lines_are_found_behind_the_marks_of_containers(void **state)
{
    (void) state;
    static const struct {
        const char *typed, *content;
        PlaceKind kind;
        uint32_t first_line;
        uint32_t at, offset;
    } cases[] = {
        {"> a\n> b\n", "a\nb\n", PLACE_LINES, 1, 2, 6},
        {"> a\nb\n", "a\nb\n", PLACE_LINES, 1, 3, 5},
        {"[x]: y\na\n", "a\n", PLACE_LINES, 2, 0, 7},
        {"a  \nb  \n", "a  \nb", PLACE_LINES, 1, 4, 4},
        {"\ta\n", "  a\n", PLACE_LINES, 1, 2, 1},
        {"a\r\nb\r\n", "a\nb\n", PLACE_LINES, 1, 2, 3},
        {"a\nb\n", "a\nb\n", PLACE_LINES, 1, 4, 4},
        {"- a\n", "b\n", PLACE_UNKNOWN, 0, 0, 0},
        {"x\n۲. b\n", "x\n2. b\n", PLACE_LINES, 1, 3, 4},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Page page;
        type(&page, cases[i].typed);
        place_lines(&page.place, &page.typing, slice_of_string(cases[i].content), 1,
                    (uint32_t) page.typing.line_count);
        const uint32_t offset = place_offset(&page.place, cases[i].at);
        if (page.place.kind != cases[i].kind || page.place.first_line != cases[i].first_line ||
            offset != cases[i].offset)
            fail_msg("%s: kind %d, line %u, offset %u", cases[i].typed, (int) page.place.kind,
                     page.place.first_line, offset);
        arena_close(&page.arena);
    }
}

static void places_can_be_asked_in_any_order(void **state)
{
    (void) state;
    Page page;
    type(&page, "> a\n>  b\n> c\n");
    place_lines(&page.place, &page.typing, SLICE("a\nb\nc\n"), 1, 3);
    assert_int_equal(place_offset(&page.place, 4), 11);
    assert_int_equal(place_offset(&page.place, 0), 2);
    assert_int_equal(place_offset(&page.place, 2), 7);
    assert_int_equal(place_offset(&page.place, 6), 13);
    arena_close(&page.arena);
}

static void cells_lose_the_backslash_before_a_pipe(void **state)
{
    (void) state;
    Page page;
    type(&page, "| a\\|b |\n");
    const Slice cell = slice_part(page.typing.text, 2, 6);
    place_cell(&page.place, &page.typing, SLICE("a|b"), cell);
    assert_int_equal(page.place.kind, PLACE_CELL);
    assert_int_equal(place_offset(&page.place, 0), 2);
    assert_int_equal(place_offset(&page.place, 2), 5);
    assert_int_equal(place_offset(&page.place, 3), 6);
    place_cell(&page.place, &page.typing, SLICE("ab"), cell);
    assert_int_equal(page.place.kind, PLACE_UNKNOWN);
    arena_close(&page.arena);
}

static void text_has_its_digits_as_typed(void **state)
{
    (void) state;
    Page page;
    type(&page, "x\n۲. b\n");
    const Slice content = SLICE("x\n2. b\n");
    place_lines(&page.place, &page.typing, content, 1, 2);
    const Slice part = place_text(&page.place, &page.arena, 2, 6);
    expect_slice(part, SLICE("۲. b"), SLICE("one line"));
    assert_ptr_equal(part.at, page.source->bytes.at + 2);
    expect_slice(place_text(&page.place, &page.arena, 0, 7), SLICE("x\n۲. b\n"),
                 SLICE("all lines"));
    arena_close(&page.arena);
}

static void text_of_an_unknown_place_is_a_copy(void **state)
{
    (void) state;
    Page page;
    type(&page, "a\n");
    const Slice content = SLICE("b");
    place_run(&page.place, &page.typing, content, 0);
    assert_int_equal(page.place.kind, PLACE_UNKNOWN);
    const Slice text = place_text(&page.place, &page.arena, 0, 1);
    expect_slice(text, content, SLICE("copy"));
    assert_ptr_not_equal(text.at, content.at);
    arena_close(&page.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_found_behind_the_marks_of_containers),
        cmocka_unit_test(places_can_be_asked_in_any_order),
        cmocka_unit_test(cells_lose_the_backslash_before_a_pipe),
        cmocka_unit_test(text_has_its_digits_as_typed),
        cmocka_unit_test(text_of_an_unknown_place_is_a_copy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
