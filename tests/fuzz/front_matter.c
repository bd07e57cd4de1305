/* The block at the top of a page: where it ends, and what stands in it. */
#include "markup/yaml.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena = {0};
    Report report;
    FrontMatterBlock block;
    Value value;
    report_init(&report, &arena, NULL);
    const Source *source = source_new(&arena, SLICE("x.md"), (Slice){(const char *) data, size});
    if (source_check(source, &report)) {
        const bool is_found = yaml_find_front_matter(source, &report, &block);
        if (block.start > block.end || block.end > block.body_start || block.body_start > size)
            abort();
        const Span part = {source, block.start, block.end};
        if (is_found && yaml_read(&arena, &arena, part, &YAML_FRONT_MATTER, &report, &value) !=
                            !report_has_errors(&report))
            abort();
    }
    arena_close(&arena);
    return 0;
}
