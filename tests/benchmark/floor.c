/* The floor of any generator that stands on cmark-gfm: each Markdown file below CONTENT is read,
 * parsed with the extensions Qanat uses, rendered as the library does, and written below OUTPUT;
 * nothing else. `floor CONTENT OUTPUT THREADS` */
#include "base/file.h"
#include "base/workers.h"

#include <cmark-gfm-core-extensions.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_SIZE ((size_t) 1 << 24)

typedef struct Floor {
    Slice content, output;
    FileEntry *entries;
} Floor;

static char *make_html(Slice text)
{
    static const char *const extensions[] = {"table", "strikethrough", "tasklist", "autolink"};
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
    for (size_t i = 0; i < sizeof(extensions) / sizeof(extensions[0]); i++)
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extensions[i]));
    cmark_parser_feed(parser, text.at, text.size);
    cmark_node *document = cmark_parser_finish(parser);
    char *html = cmark_render_html(document, CMARK_OPT_FOOTNOTES,
                                   cmark_parser_get_syntax_extensions(parser));
    cmark_node_free(document);
    cmark_parser_free(parser);
    return html;
}

static void make_page(Worker *worker, size_t i, void *shared)
{
    const Floor *floor = shared;
    const Slice path = floor->entries[i].path;
    if (!slice_ends(path, SLICE(".md")))
        return;
    Slice text;
    if (file_read(&worker->scratch, file_join(&worker->scratch, floor->content, path), MAX_SIZE,
                  &text) != 0)
        abort();
    char *html = make_html(text);
    const Slice target = file_join(&worker->scratch, floor->output, path);
    if (file_create(target, slice_of_string(html)) != 0)
        abort();
    free(html);
}

int main(int argc, char *argv[])
{
    if (argc != 4)
        return 2;
    arena_setup();
    cmark_gfm_core_extensions_ensure_registered();
    Arena arena = {0};
    Floor floor = {slice_of_string(argv[1]), slice_of_string(argv[2]), NULL};
    size_t count;
    Workers *workers = workers_open((uint32_t) strtoul(argv[3], NULL, 10));
    if (file_list(&arena, workers, floor.content, &floor.entries, &count) != 0)
        return 2;
    workers_each(workers, count, make_page, &floor);
    workers_close(workers);
    arena_close(&arena);
    return 0;
}
