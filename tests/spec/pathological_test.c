/* Deep and repeated input on a clock: the inputs of cmark's test/pathological_tests.py and those
 * that our own parts might read in more than linear time. A page must never hang the build. */
#include "../unit/test.h"
#include "base/report.h"
#include "markup/guard.h"
#include "markup/markdown.h"
#include "tree.h"

#include <string.h>
#include <time.h>

#define MAX_INPUT_SIZE (8 << 20)
#define MAX_SECONDS 30.0 /* the slowest takes one, and ten times that under a sanitizer */
#define COPIES 3

typedef struct Pattern {
    const char *name;
    const char *before;
    const char *piece;
    uint32_t count;
    const char *middle;
    const char *behind; /* repeated as often as the piece */
} Pattern;

static const Pattern patterns[] = {
    {"strong inside emphasis", "", "*a **a ", 65000, "b", " a** a*"},
    {"emphasis that closes and never opened", "", "a_ ", 65000, "", ""},
    {"emphasis that opens and is never closed", "", "_a ", 65000, "", ""},
    {"link text that closes and never opened", "", "a]", 65000, "", ""},
    {"link text that opens and is never closed", "", "[a", 65000, "", ""},
    {"pairs of marks that do not match", "", "*a_ ", 50000, "", ""},
    {"marks of lengths that do not add up", "", "a**b", 50000, "", "c* "},
    {"links that open and emphasis that closes", "", "[ a_", 50000, "", ""},
    {"an address that opens and is never closed", "", "[a](", 50000, "b", ""},
    {"angle brackets in addresses", "", "[a](<b", 50000, "", ""},
    {"nested brackets", "", "[", 50000, "a", "]"},
    {"nested block quotes", "", "> ", 900, "a", ""},
    {"block quotes on every line", "", "> > > > > > > > > a\n", 10000, "", ""},
    {"deeply nested lists", "", "- ", 900, "a", ""},
    {"runs of backticks", "e", "``` `` e", 20000, "", ""},
    {"unclosed comments", "", "</!", 50000, "", ""},
    {"unclosed titles", "", "[x](y \"", 20000, "", ""},
    {"empty lines and rules", "", "\n---\n", 50000, "", ""},
    {"tables of one column", "| a |\n|---|\n", "| b |\n", 20000, "", ""},
    {"pipes", "", "|", 50000, "\n", "-|"},
    {"footnote marks", "", "[^a]", 20000, "\n\n[^a]: x\n", ""},
    {"footnote marks without a text", "", "[^a] ", 20000, "", ""},
    {"definitions that nobody uses", "", "[^a]: x\n\n", 5000, "", ""},
    {"link definitions", "", "[a]: b\n", 20000, "", ""},
    {"entities", "", "&amp;", 50000, "", ""},
    {"escapes", "", "\\*", 50000, "", ""},
    {"directives of one line", "", "::a\n", 20000, "", ""},
    {"directives that are never closed", "", ":::a\n", 900, "", ""},
    {"closing lines", ":::a\n", "::::\n", 20000, "", ""},
    {"attributes", "::a{", "b=c ", 20000, "}", ""},
    {"quotation marks", "::a{", "b=\"", 20000, "}", ""},
    {"Persian list markers", "", "۱. آب\n", 20000, "", ""},
    {"hard breaks", "", "a\\\n", 50000, "", ""},
    {"soft breaks", "", "a\n", 50000, "", ""},
    {"carriage returns", "", "a\r", 50000, "", ""},
    {"carriage returns and one line feed", "", "\r", 100000, "\n", ""},
    {"headings with ids", "", "# a {#b}\n", 20000, "", ""},
    {"pictures in links", "", "[![a](b)", 10000, "", "](c)"},
    {"strikethrough", "", "~~a ", 30000, "", "~~ "},
    {"code blocks", "", "```\na\n```\n", 20000, "", ""},
    {"brackets that look like pictures", "", "![[]()", 50000, "", ""},
    {"processing instructions that never end", "", "a <?", 50000, "", ""},
    {"declarations that never end", "", "a <!A ", 50000, "", ""},
    {"character data that never ends", "", "a <![CDATA[", 50000, "", ""},
    {"comments that never end", "", "a <!-- ", 50000, "", ""},
    {"tags that never end", "", "a <b c=\"", 30000, "", ""},
    {"underscores", "", "_", 60000, "", ""},
    {"stars and underscores", "", "*_", 60000, "a", ""},
    {"rows of dashes that make no table", "", "|-|\n|-|-|\n", 3000, "", ""},
    {"quotes with list marks", "", "> - ", 400, "\n", "> - \n"},
    {"indented list marks", "", "  - a\n", 20000, "", ""},
    {"footnotes in footnotes", "", "[^a]: [^a]", 10000, "\n", ""},
    {"raw HTML", "", "<div>\n\n", 20000, "", ""},
};

/* Lines as long as they may be; longer ones never reach the parser. */
static uint32_t count_of(const Pattern *pattern)
{
    const size_t size = strlen(pattern->piece) + strlen(pattern->behind);
    const uint32_t most = (uint32_t) (GUARD_MAX_TEXT_SIZE / size) - 1;
    const bool has_lines = strchr(pattern->piece, '\n') || strchr(pattern->piece, '\r');
    return has_lines || pattern->count < most ? pattern->count : most;
}

static void add_times(Buffer *out, const char *text, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        buffer_add(out, slice_of_string(text));
}

static Slice make_input(Arena *arena, const Pattern *pattern)
{
    Buffer out;
    buffer_init(&out, arena, MAX_INPUT_SIZE);
    for (uint32_t copy = 0; copy < COPIES; copy++) {
        buffer_add(&out, slice_of_string(pattern->before));
        add_times(&out, pattern->piece, count_of(pattern));
        buffer_add(&out, slice_of_string(pattern->middle));
        add_times(&out, pattern->behind, count_of(pattern));
        buffer_add(&out, SLICE("\n\n"));
    }
    return buffer_slice(&out);
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static void reads_hostile_input_in_time(void **state)
{
    (void) state;
    for (size_t i = 0; i < COUNT_OF(patterns); i++) {
        Arena arena = {0};
        Arena scratch = {0};
        Report report = {0};
        report_init(&report, &arena, NULL);
        const Slice input = make_input(&arena, &patterns[i]);
        const Source *source = source_new(&arena, SLICE("hostile.md"), input);
        const double start = seconds();
        const Document *document = markdown_parse(&arena, &scratch, source, 0, &report);
        const double taken = seconds() - start;
        NodeId node = 0;
        const char *broken = tree_check(document, &node);
        if (broken != NULL || taken > MAX_SECONDS)
            fail_msg("%s: %.1f seconds, %s", patterns[i].name, taken, broken ? broken : "");
        print_message("# %6.3f s  %s\n", taken, patterns[i].name);
        arena_close(&scratch);
        arena_close(&arena);
    }
}

static void keeps_a_line_without_end_from_the_parser(void **state)
{
    (void) state;
    Arena arena = {0};
    Report report = {0};
    report_init(&report, &arena, NULL);
    char *line = ARENA_ARRAY(&arena, char, GUARD_MAX_TEXT_SIZE + 1);
    memset(line, '[', GUARD_MAX_TEXT_SIZE + 1);
    const Source *source =
        source_new(&arena, SLICE("long.md"), (Slice){line, GUARD_MAX_TEXT_SIZE + 1});
    Arena scratch = {0};
    const Document *document = markdown_parse(&arena, &scratch, source, 0, &report);
    assert_int_equal(document->count, 1);
    assert_int_equal(report.newest->code, DIAGNOSTIC_TEXT_SIZE);
    arena_close(&scratch);
    arena_close(&arena);
}

int main(void)
{
    markdown_setup();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_hostile_input_in_time),
        cmocka_unit_test(keeps_a_line_without_end_from_the_parser),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
