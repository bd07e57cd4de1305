/* Hand-written HTML: the first byte chooses template, fragment or tag. No newline is lost, every
 * tag and letter has a place, and nothing reaches libxml2 that is not well formed. */
#include "markup/html.h"

#include "markup/xml.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t count_newlines(Slice text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.size; i++)
        count += text.at[i] == '\n';
    return count;
}

static void check_text(const XmlText *text, uint32_t size)
{
    if (text->start > text->end || text->end > size)
        abort();
    uint32_t before = text->start;
    for (size_t i = 0; i <= text->bytes.size; i++) {
        const uint32_t place = xml_offset(text, i);
        if (place < before || place > text->end)
            abort();
        before = place;
    }
}

static void check_tree(Arena *arena, const XmlNode *root, uint32_t size)
{
    Buffer out;
    buffer_init(&out, arena, 1 << 24);
    for (const XmlNode *node = root; node != NULL; node = xml_following(root, node)) {
        if (node->start > node->tag_end || node->tag_end > node->end || node->end > size)
            abort();
        check_text(&node->text, size);
        html_escape(&out, node->text.bytes);
        for (uint32_t i = 0; i < node->attribute_count; i++)
            check_text(&node->attributes[i].value, size);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    Arena arena = {0};
    Report report;
    Tidied tidied;
    XmlNode *root;
    xml_prepare();
    report_init(&report, &arena, NULL);
    const Source *source =
        source_new(&arena, SLICE("x.html"), (Slice){(const char *) data + 1, size - 1});
    const TidyInput input = {.span = {source, 0, (uint32_t) (size - 1)},
                             .text = source->bytes,
                             .mode = (TidyMode) (data[0] % 3)};
    if (source_check(source, &report) && tidy_read(&arena, &input, &report, &tidied)) {
        if (input.mode != TIDY_TAG && count_newlines(tidied.xml) != count_newlines(source->bytes))
            abort();
        if (!xml_read(&arena, &input, &report, &root))
            abort();
        check_tree(&arena, root, (uint32_t) (size - 1));
    } else if (report.newest == NULL) {
        abort();
    }
    arena_close(&arena);
    return 0;
}
