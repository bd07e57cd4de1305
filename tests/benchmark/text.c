/* What the text rules cost on a page: microseconds of one core for the lint of Markdown and for
 * everything shape/prose does, in that order.
 * usage: text_benchmark LANGUAGE FILE … */
#include "base/file.h"
#include "markup/markdown.h"
#include "shape/lint.h"
#include "shape/prose.h"

#include <stdlib.h>
#include <time.h>

#define ROUNDS 2000
#define FILE_MAX_SIZE (4 * 1024 * 1024)

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

static Language language_of(const char *code)
{
    const bool is_persian = slice_equal(slice_of_string(code), SLICE("fa"));
    return (Language){.id = is_persian ? LANGUAGE_FA : LANGUAGE_EN,
                      .code = slice_of_string(code),
                      .tag = slice_of_string(code),
                      .direction = is_persian ? DIRECTION_RTL : DIRECTION_LTR,
                      .digits = is_persian ? DIGITS_ARABEXT : DIGITS_LATN,
                      .is_arabic_script = is_persian};
}

typedef struct Times {
    double lint;
    double prose;
} Times;

static double lesser(double a, double b)
{
    return a < b ? a : b;
}

/* The least of many rounds: what disturbs a round only adds to it. */
static Times measure(const Source *source, const ProseSettings *settings)
{
    Arena arena = {0}, scratch = {0};
    Times least = {1e12, 1e12};
    for (int i = 0; i < ROUNDS; i++) {
        Report report = {0};
        report_init(&report, &arena, NULL);
        Document *document = markdown_parse(&arena, &scratch, source, 0, &report);
        document_settle(document); // out of scratch, which is used again
        arena_reset(&scratch);
        const double start = now();
        lint_document(document, settings->language, NULL, &report, &scratch);
        const double linted = now();
        prose_document(document, settings, &report, &scratch);
        least.lint = lesser(least.lint, linted - start);
        least.prose = lesser(least.prose, now() - linted);
        arena_reset(&arena);
        arena_reset(&scratch);
    }
    arena_close(&arena);
    arena_close(&scratch);
    return least;
}

int main(int argc, char **argv)
{
    Arena arena = {0};
    if (argc < 3)
        return 2;
    markdown_setup();
    const Language language = language_of(argv[1]);
    const ProseSettings settings = {.language = &language};
    for (int i = 2; i < argc; i++) {
        Report report = {0};
        Source *source = NULL;
        report_init(&report, &arena, NULL);
        if (!source_read(&arena, SLICE("."), slice_of_string(argv[i]), FILE_MAX_SIZE, &report,
                         &source))
            return 1;
        const Times taken = measure(source, &settings);
        printf("%5.1f + %6.1f µs  %6zu bytes  %5.1f ns/byte  %s\n", taken.lint, taken.prose,
               source->bytes.size, (taken.lint + taken.prose) * 1000 / (double) source->bytes.size,
               argv[i]);
    }
    arena_close(&arena);
    return 0;
}
