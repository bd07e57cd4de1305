/* YAML, with the limits of settings: what is refused is reported, and what is read stays in its
 * file. */
#include "markup/yaml.h"

#include "base/utf8.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_span(Span span, Span part)
{
    if (span.source != part.source || span.start < part.start || span.end > part.end ||
        span.start > span.end)
        abort();
}

// no deeper than YAML_MAX_DEPTH, which is what is tested here
static void check_value(const Value *value, Span part)
{
    size_t offset;
    check_span(value->span, part);
    if (value->kind == VALUE_SCALAR && !utf8_check(value->text, &offset))
        abort();
    for (size_t i = 0; i < value->count; i++) {
        if (value->kind == VALUE_MAP)
            check_span(value->entries[i].key_span, part);
        check_value(&value->entries[i].value, part);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena = {0};
    Report report;
    Value value;
    report_init(&report, &arena, NULL);
    const Source *source = source_new(&arena, SLICE("x.yaml"), (Slice){(const char *) data, size});
    if (source_check(source, &report)) {
        if (yaml_read_file(&arena, source, &YAML_SETTINGS, &report, &value) !=
            !report_has_errors(&report))
            abort();
        if (!report_has_errors(&report))
            check_value(&value, (Span){source, 0, (uint32_t) size});
    }
    arena_close(&arena);
    return 0;
}
