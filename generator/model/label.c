/* From a YAML scalar to a text that can be shown anywhere. */
#include "model/label.h"

#include "markup/scalar.h"
#include "text/polish.h"

static bool find_span(void *shared, size_t start, size_t end, Span *ret_span)
{
    ScalarWalk *walk = shared;
    return scalar_find(walk, start, end, ret_span);
}

bool label_read(SchemaReader *reader, Slice name, const Value *value, uint32_t max_size,
                const Language *language, Text *ret_text)
{
    Slice typed;
    if (!schema_text(reader, name, value, max_size, &typed))
        return false;
    PolishRules rules;
    polish_rules_init(&rules, language);
    rules.no_isolation = reader->no_isolation;
    rules.no_typography = reader->no_typography;
    FindingList findings;
    finding_list_init(&findings, reader->arena);
    *ret_text = (Text){polish_string(reader->arena, &rules, typed, &findings), language};
    ScalarWalk walk;
    scalar_walk_init(&walk, value, typed);
    for (size_t i = 0; i < findings.count; i++)
        finding_report(&findings.items[i], find_span, &walk, reader->report);
    return true;
}
