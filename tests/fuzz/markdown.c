/* Pages as editors type them: whatever the text is, the tree keeps its promises, and what the lint
 * wants to edit lies in order inside of the page. */
#include "markup/markdown.h"

#include "../spec/tree.h"
#include "base/arena.h"
#include "base/report.h"
#include "shape/lint.h"
#include "shape/silence.h"

#include <stdio.h>
#include <stdlib.h>

#define MAX_DUMP_SIZE (1 << 24)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const Language persian = {.id = LANGUAGE_FA,
                                 .tag = SLICE_INIT("fa"),
                                 .direction = DIRECTION_RTL,
                                 .digits = DIGITS_ARABEXT,
                                 .is_arabic_script = true};

static void check_edits(const Report *report, size_t size)
{
    for (const ReportEntry *entry = report->newest; entry != NULL; entry = entry->next) {
        uint32_t floor = 0;
        for (size_t i = 0; i < entry->edit_count; i++) {
            const Span *span = &entry->edits[i].span;
            if (span->start < floor || span->end < span->start || span->end > size)
                abort();
            floor = span->end;
        }
    }
}

static void check_page(Arena *arena, const Source *source, Report *report)
{
    Arena scratch = {0};
    Document *document = markdown_parse(arena, &scratch, source, 0, report);
    NodeId node = 0;
    const char *broken = tree_check(document, &node);
    if (broken != NULL) {
        Buffer out;
        buffer_init(&out, arena, MAX_DUMP_SIZE);
        node_dump(document, &out);
        fprintf(stderr, "node %u: %s\n%.*s\n%.*s\n", node, broken, SLICE_FORMAT(source->bytes),
                SLICE_FORMAT(buffer_slice(&out)));
        abort();
    }
    silence_document(document, report);
    lint_document(document, &persian, NULL, report, &scratch);
    check_edits(report, source->bytes.size);
    arena_close(&scratch);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Slice text = {(const char *) data, size};
    Arena arena = {0};
    Report report = {0};
    report_init(&report, &arena, NULL);
    markdown_setup();
    const Source *source = source_new(&arena, SLICE("fuzz.md"), text);
    if (source_check(source, &report))
        check_page(&arena, source, &report);
    arena_close(&arena);
    return 0;
}
