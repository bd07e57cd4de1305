/* The words of whole trees: the table of docs/persian.md 5.2, directions of blocks, links, faults.
 */
#include "expect.h"
#include "markup/markdown.h"
#include "shape/prose.h"

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

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

typedef struct Bench {
    Arena arena;
    Arena scratch;
    Report report;
} Bench;

static const char *name_of(const Node *node)
{
    switch ((int) node->kind) {
    case NODE_PARAGRAPH:
        return "p";
    case NODE_HEADING:
        return "h2";
    case NODE_LIST:
        return "ul";
    case NODE_ITEM:
        return "li";
    case NODE_QUOTE:
        return "blockquote";
    case NODE_TABLE_CELL:
        return "td";
    case NODE_EMPHASIS:
        return "em";
    case NODE_STRONG:
        return "b";
    case NODE_LINK:
        return "a";
    case NODE_ISOLATE:
        return "bdi";
    default:
        return "";
    }
}

static void open_tag(const Node *node, Buffer *out)
{
    buffer_print(out, "<%s", name_of(node));
    if ((node->flags & NODE_BARE) && node->kind == NODE_LINK)
        buffer_print(out, " href=%.*s", SLICE_FORMAT(node->link->address));
    if (node->flags & (NODE_LTR | NODE_RTL))
        buffer_print(out, " dir=%s", (node->flags & NODE_LTR) ? "ltr" : "rtl");
    buffer_print(out, "%s>", (node->flags & NODE_NOWRAP) ? " nowrap" : "");
}

/* Invisible characters of direction become readable. */
static void add_text(Slice text, Buffer *out)
{
    static const struct {
        Slice bytes, name;
    } marks[] = {{SLICE_INIT("\u200e"), SLICE_INIT("[LRM]")},
                 {SLICE_INIT("\u200f"), SLICE_INIT("[RLM]")},
                 {SLICE_INIT("\u061c"), SLICE_INIT("[ALM]")},
                 {SLICE_INIT("\u00a0"), SLICE_INIT("[NBSP]")},
                 {SLICE_INIT("\u200d"), SLICE_INIT("[ZWJ]")}};
    for (size_t i = 0; i < text.size;) {
        size_t size = 1;
        Slice added = slice_part(text, i, i + 1);
        for (size_t j = 0; j < COUNT(marks); j++)
            if (slice_starts(slice_from(text, i), marks[j].bytes)) {
                added = marks[j].name;
                size = marks[j].bytes.size;
            }
        buffer_add(out, added);
        i += size;
    }
}

static void write_node(const Document *document, NodeId id, Buffer *out)
{
    const Node *node = node_at(document, id);
    const bool has_tag = name_of(node)[0] != '\0';
    if (has_tag)
        open_tag(node, out);
    if (node->kind == NODE_TEXT)
        add_text(node->text, out);
    if (node->kind == NODE_SOFT_BREAK)
        buffer_add_byte(out, '\n');
    if (node->kind == NODE_CODE)
        buffer_print(out, "<code>%.*s</code>", SLICE_FORMAT(node->text));
    for (NodeId child = node->first_child; child != NODE_NONE;
         child = node_at(document, child)->next)
        write_node(document, child, out);
    if (has_tag)
        buffer_print(out, "</%s>", name_of(node));
}

static Slice shape(Bench *bench, const char *text, const ProseSettings *settings)
{
    const Source *source = source_new(&bench->arena, SLICE("a.md"), slice_of_string(text));
    report_init(&bench->report, &bench->arena, NULL);
    Document *document = markdown_parse(&bench->arena, &bench->scratch, source, 0, &bench->report);
    prose_document(document, settings, &bench->report, &bench->scratch);
    Buffer out;
    buffer_init(&out, &bench->arena, 65536);
    write_node(document, NODE_NONE, &out);
    return buffer_slice(&out);
}

typedef struct Row {
    const Language *language;
    const char *text, *written;
    const char *code; /* of the first diagnostic; NULL: not looked at; "": none */
} Row;

static const Row markup[] = {
    {&persian, "[Signal](x)، [Telegram](x)، WhatsApp",
     "<p dir=ltr><a>Signal</a>، <a>Telegram</a>، WhatsApp</p>", NULL},
    {&persian, "پیام\u200cرسان: [Signal](x)، [Telegram](x)، WhatsApp",
     "<p>پیام\u200cرسان: <a dir=ltr>Signal</a>، <a dir=ltr>Telegram</a>، <bdi "
     "dir=ltr>WhatsApp</bdi></p>",
     ""},
    {&persian, "نسخهٔ **Visual** Studio Code است",
     "<p>نسخهٔ <bdi dir=ltr><b>Visual</b> Studio Code</bdi> است</p>", ""},
    {&persian, "تلفن: **+98 21** 1234 5678",
     "<p>تلفن: <bdi dir=ltr nowrap><b>+98 21</b> 1234 5678</bdi></p>", ""},
    {&persian, "[گزارش (HTTP/2) و C++](x) را",
     "<p><a>گزارش (<bdi dir=ltr>HTTP/2</bdi>) و <bdi dir=ltr>C++</bdi></a> را</p>", ""},
    {&persian, "به [نسخهٔ Visual](x) Studio++ بروید",
     "<p>به <a>نسخهٔ [LRM]Visual</a> Studio++[LRM] بروید</p>", "text/crosses-markup"},
    {&persian, "به [نسخهٔ Visual](x) Studio رو", "<p>به <a>نسخهٔ Visual</a> Studio رو</p>", ""},
    {&persian, "حساب [@handle](x) و *#Water*!",
     "<p>حساب <a dir=ltr>@handle</a> و <em dir=ltr>#Water</em>!</p>", "text/latin-mark"},
    {&persian, "سازمان *World Bank* (WB) گفت",
     "<p>سازمان <bdi dir=ltr><em>World Bank</em> (WB)</bdi> گفت</p>", ""},
    {&persian, "زبان **[C++](x)** خوب است", "<p>زبان <b dir=ltr><a>C++</a></b> خوب است</p>", ""},
    {&persian, "کاهش ۲۵٪ در مصرف", "<p>کاهش [ALM]۲۵٪ در مصرف</p>", ""},
    {&english, "A drop of ۲۵٪ is seen", "<p>A drop of <bdi dir=rtl>[ALM]۲۵٪</bdi> is seen</p>", ""},
    {&english, "Cities: تهران, مشهد, 3 others",
     "<p>Cities: <bdi dir=rtl>تهران</bdi>, <bdi dir=rtl>مشهد</bdi>, 3 others</p>", ""},
    {&english, "Call +98 21 1234 5678 now",
     "<p>Call <bdi dir=ltr nowrap>+98 21 1234 5678</bdi> now</p>", ""},
    {&persian, "ظرفیت 50 m³ است", "<p>ظرفیت <bdi dir=ltr>50[NBSP]m³</bdi> است</p>", ""},
    {&persian, "دستور `ls -l` و Signal (۱۲ نفر)",
     "<p>دستور <code>ls -l</code> و <bdi dir=ltr>Signal</bdi> (۱۲ نفر)</p>", ""},
};

static const Row directions[] = {
    {&persian, "Water for all", "<p dir=ltr>Water for all</p>", ""},
    {&persian, "## Water for all", "<h2><bdi dir=ltr>Water for all</bdi></h2>", ""},
    {&persian, "## **+98 21** 1234 5678 is it",
     "<h2><bdi dir=ltr><bdi dir=ltr nowrap><b>+98 21</b> 1234 5678</bdi> is it</bdi></h2>", ""},
    {&persian, "- Signal\n- Telegram",
     "<ul dir=ltr><li><p>Signal</p></li><li><p>Telegram</p></li></ul>", ""},
    {&persian, "- Signal\n- آب",
     "<ul><li><p><bdi dir=ltr>Signal</bdi></p></li><li><p>آب</p></li></ul>", ""},
    {&persian, "> Save\n> now", "<blockquote dir=ltr><p>Save\nnow</p></blockquote>", ""},
    {&english, "آب برای همه", "<p dir=rtl>آب برای همه</p>", ""},
    {&english, "Nothing to do here", "<p>Nothing to do here</p>", ""},
    {&persian, "۱۴۰۳", "<p>۱۴۰۳</p>", ""},
};

static const Row links[] = {
    {&persian, "نشانی https://example.org/fa، است",
     "<p>نشانی <a href=https://example.org/fa dir=ltr>https://example.org/fa</a>، است</p>", ""},
    {&persian, "به info@example.org بنویسید.",
     "<p>به <a href=mailto:info@example.org dir=ltr>info@example.org</a> بنویسید.</p>", ""},
    {&english, "See www.example.org/a_b (or mail a.b@c.org).",
     "<p>See <a href=https://www.example.org/a_b>www.example.org/a_b</a> (or mail <a "
     "href=mailto:a.b@c.org>a.b@c.org</a>).</p>",
     ""},
    {&english, "Www.example.org", "<p><a href=https://Www.example.org>Www.example.org</a></p>", ""},
    {&english, "[https://example.org](x) stays", "<p><a>https://example.org</a> stays</p>", ""},
    {&english, "a@b is none, nor is www.1", "<p>a@b is none, nor is www.1</p>", ""},
    {&english, "mail a&#64;b.org or *www\\.b.org*, [x](https://c.org)",
     "<p>mail <a href=mailto:a@b.org>a@b.org</a> or <em><a "
     "href=https://www.b.org>www.b.org</a></em>, <a>x</a></p>",
     ""},
};

static void check_rows(Bench *bench, const Row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const ProseSettings settings = {.language = rows[i].language};
        expect_text(shape(bench, rows[i].text, &settings), rows[i].written, rows[i].text);
        const ReportEntry *first = expect_first(&bench->report);
        const Slice code = first == NULL ? SLICE("") : diagnostic_name(first->code);
        if (rows[i].code != NULL)
            expect_text(code, rows[i].code, rows[i].text);
    }
}

static void writes_the_least_markup_there_is(void **state)
{
    check_rows(*state, markup, COUNT(markup));
}

static void turns_blocks_in_the_other_script(void **state)
{
    check_rows(*state, directions, COUNT(directions));
}

static void links_bare_addresses(void **state)
{
    check_rows(*state, links, COUNT(links));
}

static void leaves_the_text_alone_where_isolation_is_off(void **state)
{
    const ProseSettings settings = {.language = &persian, .no_isolation = true};
    expect_text(shape(*state, "زبان C++ خوب است", &settings), "<p>زبان C++ خوب است</p>", "off");
}

static void mends_letters_across_elements(void **state)
{
    const ProseSettings settings = {.language = &persian};
    expect_text(shape(*state, "كتاب **علي** , آب", &settings), "<p>کتاب <b>علی</b> , آب</p>", "C2");
    expect_text(shape(*state, "**آب**, برق", &settings), "<p><b>آب</b>، برق</p>", "P1");
    expect_text(shape(*state, "آب\n، برق", &settings), "<p>آب، برق</p>", "P5 over a line end");
}

static void joins_letters_across_elements(void **state)
{
    const ProseSettings settings = {.language = &persian};
    expect_text(shape(*state, "کتاب**ها**ی ما", &settings), "<p>کتاب[ZWJ]<b>[ZWJ]ها</b>ی ما</p>",
                "joins before, not after alef");
    expect_text(shape(*state, "**آب** *و* برق", &settings), "<p><b>آب</b> <em>و</em> برق</p>",
                "spaces between");
}

static void notes_two_forms_of_ezafe_once(void **state)
{
    Bench *bench = *state;
    const ProseSettings settings = {.language = &persian};
    shape(bench, "خانه\u0654 ما\n\nخانه\u200cی شما و خانه\u200cی او", &settings);
    assert_int_equal(bench->report.note_count, 1);
    expect_text(diagnostic_name(expect_first(&bench->report)->code), "text/ezafe", "code");
    shape(bench, "خانه\u200cی شما و خانه\u200cی او", &settings);
    assert_int_equal(bench->report.note_count, 0);
}

static void names_the_place_of_a_fault_in_the_source(void **state)
{
    Bench *bench = *state;
    const ProseSettings settings = {.language = &persian};
    shape(bench, "آب و **برق**, كتاب", &settings);
    const ReportEntry *first = expect_first(&bench->report);
    assert_non_null(first);
    expect_text(diagnostic_name(first->code), "text/arabic-letters", "code");
    expect_text(first->quoted, "ك", "quoted");
    assert_int_equal(first->from.column, 15);
    assert_int_equal(first->edit_count, 1);
    assert_true(first->is_safe_fix);
}

static int set_up(void **state)
{
    static Bench bench;
    markdown_setup();
    *state = &bench;
    return 0;
}

static int tear_down(void **state)
{
    arena_close(&((Bench *) *state)->arena);
    arena_close(&((Bench *) *state)->scratch);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_the_least_markup_there_is),
        cmocka_unit_test(turns_blocks_in_the_other_script),
        cmocka_unit_test(links_bare_addresses),
        cmocka_unit_test(leaves_the_text_alone_where_isolation_is_off),
        cmocka_unit_test(mends_letters_across_elements),
        cmocka_unit_test(joins_letters_across_elements),
        cmocka_unit_test(notes_two_forms_of_ezafe_once),
        cmocka_unit_test(names_the_place_of_a_fault_in_the_source),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
