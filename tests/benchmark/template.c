/* What templates cost: microseconds of one core to compile the theme of a listing, and to write a
 * page of 50 cards with it, over the toy site of the unit tests. */
#include "template/theme.h"

#include <time.h>

#define ROUNDS 300
#define CARDS 50

static const char listing[] =
    "<ul><li t-for=\"p in page.pages\" class=\"card {p.state}\"><a href=\"{p.url}\">"
    "<img t-if=\"p.image\" src=\"{p.image.src}\" alt=\"{p.image.alt}\" width=\"{p.image.width}\">"
    "<b>{p.title}</b></a> <t-x of=\"{p}\"/></li></ul>";
static const char card[] =
    "<t-component params=\"of: page\"><span t-if=\"of.summary\">{of.summary}</span>"
    "<small>{of.words | number} {msg next}</small> <time t-if=\"of.updated\" "
    "datetime=\"{of.updated | iso}\">{of.updated | date}</time></t-component>";

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

/* The least of many rounds: what disturbs a round only adds to it. */
static double write_page(Toy *toy, Arena *scratch)
{
    double least = 1e12;
    const Component *page = template_find_page(toy->set, SLICE("guide"));
    Buffer out;
    buffer_init(&out, &toy_arena, RUN_MAX_OUTPUT_SIZE);
    toy->run.out = &out;
    toy->run.scratch = scratch;
    for (int i = 0; i < ROUNDS; i++) {
        buffer_clear(&out);
        arena_reset(scratch);
        const double start = now();
        run_init(&toy->run);
        run_page(&toy->run, page);
        const double taken = now() - start;
        least = taken < least ? taken : least;
    }
    printf("%zu bytes of HTML, ", out.size);
    return least;
}

int main(void)
{
    static const ToyFile files[] = {{"pages/guide", listing}, {"components/x", card}};
    Arena scratch = {0};
    const void *cards[CARDS];
    open_toy(NULL);
    const double start = now();
    Toy *toy = toy_compile(files, COUNT(files));
    const double compiled = now() - start;
    for (size_t i = 0; i < CARDS; i++)
        cards[i] = &toy->page;
    toy->page.pages = (List){cards, CARDS};
    const double written = write_page(toy, &scratch);
    printf("50 cards written in %.1f µs; two templates and their messages compiled in %.1f µs\n",
           written, compiled);
    arena_close(&scratch);
    return close_toy(NULL);
}
