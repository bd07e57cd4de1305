/* Every example of the specifications runs against our tree, written back as cmark writes HTML. An
 * example that we read otherwise on purpose, or because the parser is older than the specification,
 * stands in a list with the reason, and must differ. */
#include "../unit/test.h"
#include "base/file.h"
#include "deviations.h"
#include "markup/markdown.h"
#include "plain.h"
#include "tree.h"

#include <stdlib.h>
#include <string.h>

#define MAX_CORPUS_SIZE (1 << 20)
#define MAX_HTML_SIZE (1 << 20)
#define FENCE SLICE("````````````````````````````````")

typedef struct Example {
    uint32_t number;
    Slice section;
    Slice markdown;
    Slice html;
} Example;

typedef struct Corpus {
    const char *path;
    uint32_t count; /* of examples: none may get lost */
    const Deviation *deviations;
    size_t deviation_count;
} Corpus;

static Slice read_corpus(Arena *arena, const char *path)
{
    const char *root = getenv("QANAT_TEST_SOURCE");
    Slice bytes = {0};
    const Slice name =
        file_join(arena, slice_of_string(root != NULL ? root : "."), slice_of_string(path));
    if (file_read(arena, name, MAX_CORPUS_SIZE, &bytes) != 0)
        fail_msg("cannot read %s", path);
    return bytes;
}

/* The arrow of the specifications is a tab. */
static Slice with_tabs(Arena *arena, Slice text)
{
    const Slice arrow = SLICE("→");
    Buffer out;
    buffer_init(&out, arena, MAX_HTML_SIZE);
    size_t at = 0;
    while (slice_find(text, arrow, &at)) {
        buffer_add(&out, slice_to(text, at));
        buffer_add_byte(&out, '\t');
        text = slice_from(text, at + arrow.size);
    }
    buffer_add(&out, text);
    return buffer_slice(&out);
}

/* Takes the lines up to the one that begins with `end`. */
static Slice take_until(Slice *rest, Slice end)
{
    const char *start = rest->at;
    Slice line = {0};
    for (const char *at = start; slice_cut_line(rest, &line); at = rest->at)
        if (slice_equal(line, end))
            return slice_between(start, at);
    return (Slice){0};
}

static bool next_example(Arena *arena, Slice *rest, Example *example)
{
    Slice before = {0};
    Slice line = {0};
    while (slice_cut_line(rest, &line) && !slice_starts(line, FENCE))
        before = line;
    if (line.size == 0)
        return false;
    Slice number = {0};
    int64_t value = 0;
    slice_cut(before, ' ', &number, &example->section);
    if (!slice_to_int(number, &value))
        return false;
    example->number = (uint32_t) value;
    example->markdown = with_tabs(arena, take_until(rest, SLICE(".")));
    example->html = with_tabs(arena, take_until(rest, FENCE));
    return true;
}

static const char *reason_of(const Corpus *corpus, uint32_t number)
{
    for (size_t i = 0; i < corpus->deviation_count; i++)
        if (corpus->deviations[i].number == number)
            return corpus->deviations[i].reason;
    return NULL;
}

/* False, and the difference is printed, where the example does not do what it should. */
static bool run_example(const Corpus *corpus, const Example *example)
{
    Arena arena = {0};
    Arena scratch = {0};
    Report report = {0};
    report_init(&report, &arena, NULL);
    const Source *source = source_new(&arena, SLICE("example.md"), example->markdown);
    const Document *document = markdown_parse(&arena, &scratch, source, 0, &report);
    Buffer html;
    buffer_init(&html, &arena, MAX_HTML_SIZE);
    plain_write(document, &html);
    NodeId node = 0;
    const char *broken = tree_check(document, &node);
    const char *reason = reason_of(corpus, example->number);
    const bool is_equal = slice_equal(buffer_slice(&html), example->html);
    const bool is_fine = broken == NULL && is_equal == (reason == NULL);
    if (!is_fine)
        print_error(
            "%s, example %u (%.*s): %s\n-- typed --\n%.*s-- wanted --\n%.*s-- is --\n%.*s\n",
            corpus->path, example->number, SLICE_FORMAT(example->section),
            broken != NULL ? broken
            : is_equal     ? "is equal after all"
                           : "differs",
            SLICE_FORMAT(example->markdown), SLICE_FORMAT(example->html),
            SLICE_FORMAT(buffer_slice(&html)));
    arena_close(&scratch);
    arena_close(&arena);
    return is_fine;
}

static void run_corpus(const Corpus *corpus)
{
    Arena arena = {0};
    Slice rest = read_corpus(&arena, corpus->path);
    Example example = {0};
    uint32_t count = 0;
    uint32_t fault_count = 0;
    for (; next_example(&arena, &rest, &example); count++)
        fault_count += run_example(corpus, &example) ? 0 : 1;
    arena_close(&arena);
    assert_int_equal(fault_count, 0);
    assert_int_equal(count, corpus->count);
}

static void reads_commonmark_as_specified(void **state)
{
    (void) state;
    run_corpus(&(Corpus){"tests/spec/commonmark.txt", 652, commonmark_deviations,
                         COUNT_OF(commonmark_deviations)});
}

static void reads_extensions_as_specified(void **state)
{
    (void) state;
    run_corpus(&(Corpus){"tests/spec/gfm.txt", 54, gfm_deviations, COUNT_OF(gfm_deviations)});
}

int main(void)
{
    markdown_setup();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_commonmark_as_specified),
        cmocka_unit_test(reads_extensions_as_specified),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
