/* One walk over the tree as parsed, and a look at the few bytes that may be marks gone astray. */
#include "base/utf8.h"
#include "shape/lint_part.h"
#include "text/class.h"

#include <stdlib.h>

static int compare_leaves(const void *left, const void *right)
{
    const LintLeaf *a = left, *b = right;
    return (a->start > b->start) - (a->start < b->start);
}

static NodeId block_of(const Document *document, NodeId id)
{
    while (node_at(document, id)->kind > NODE_ELEMENT)
        id = node_at(document, id)->parent;
    return id;
}

/* Filled when the first suspect turns up: most pages have none. */
static void find_leaves(Lint *lint)
{
    const Document *document = lint->document;
    bool is_sorted = true;
    lint->has_leaves = true;
    lint->leaves = ARENA_ARRAY(lint->scratch, LintLeaf, document->count);
    for (NodeId id = 1; id < document->count; id++) {
        const Node *node = node_at(document, id);
        if (node->kind != NODE_TEXT || node->start == node->end)
            continue;
        const LintLeaf leaf = {node->start, node->end, block_of(document, id)};
        is_sorted = is_sorted && (lint->leaf_count == 0 ||
                                  lint->leaves[lint->leaf_count - 1].start <= leaf.start);
        lint->leaves[lint->leaf_count++] = leaf;
    }
    if (!is_sorted) // footnotes stand at the end of the tree
        qsort(lint->leaves, lint->leaf_count, sizeof(LintLeaf), compare_leaves);
}

const LintLeaf *lint_leaf(Lint *lint, size_t offset)
{
    if (!lint->has_leaves)
        find_leaves(lint);
    size_t low = 0, high = lint->leaf_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (lint->leaves[middle].start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    const LintLeaf *leaf = low > 0 ? &lint->leaves[low - 1] : NULL;
    return leaf != NULL && offset < leaf->end ? leaf : NULL;
}

static bool is_escaped(const Lint *lint, size_t offset)
{
    size_t count = 0;
    while (count < offset && lint->bytes.at[offset - 1 - count] == '\\')
        count++;
    return count % 2 == 1;
}

bool lint_is_text(Lint *lint, size_t offset)
{
    return offset < lint->bytes.size && !is_escaped(lint, offset) &&
           lint_leaf(lint, offset) != NULL;
}

Edit lint_edit(const Lint *lint, size_t start, size_t end, Slice text)
{
    return (Edit){{lint->document->source, (uint32_t) start, (uint32_t) end}, text};
}

Diagnostic lint_fault(const Lint *lint, DiagnosticCode code, size_t start, size_t end)
{
    return (Diagnostic){.code = code,
                        .span = {lint->document->source, (uint32_t) start, (uint32_t) end}};
}

uint32_t lint_before(const Lint *lint, size_t offset)
{
    return offset > 0 ? utf8_previous(lint->bytes, &offset) : ' ';
}

uint32_t lint_after(const Lint *lint, size_t offset)
{
    return offset < lint->bytes.size ? utf8_next(lint->bytes, &offset) : ' ';
}

bool lint_is_blank(uint32_t code)
{
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0xA0 || code == 0x202F ||
           code == 0x3000 || (code >= 0x2000 && code <= 0x200A);
}

bool lint_is_letter(uint32_t code)
{
    if (code == 0x200C || code == 0x200D)
        return true;
    return (class_of(code) & (CLASS_L | CLASS_ARABIC | CLASS_DIGIT | CLASS_NSM)) != 0 ||
           class_is_turned(class_of(code));
}

bool lint_is_address(Slice text)
{
    static const Slice starts[] = {
        SLICE_INIT("https://"), SLICE_INIT("http://"), SLICE_INIT("mailto:"), SLICE_INIT("tel:"),
        SLICE_INIT("www."),     SLICE_INIT("./"),      SLICE_INIT("../")};
    static const Slice ends[] = {SLICE_INIT(".md"),  SLICE_INIT(".pdf"), SLICE_INIT(".jpg"),
                                 SLICE_INIT(".png"), SLICE_INIT(".svg"), SLICE_INIT(".webp"),
                                 SLICE_INIT(".csv"), SLICE_INIT(".html")};
    Slice path = {0}, fragment = {0};
    for (size_t at = 0; at < text.size;)
        if (lint_is_blank(utf8_next(text, &at)))
            return false;
    for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
        if (slice_starts(text, starts[i]))
            return true;
    slice_cut(text, '#', &path, &fragment);
    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
        if (path.size > ends[i].size && slice_ends(path, ends[i]))
            return true;
    return false;
}

void lint_document(Document *document, const Language *language, const Languages *languages,
                   Report *report, Arena *scratch)
{
    if (document->source == NULL)
        return;
    Lint lint = {.document = document,
                 .language = language,
                 .languages = languages,
                 .report = report,
                 .scratch = scratch,
                 .bytes = document->source->bytes};
    for (NodeId id = 1; id < document->count; id++) {
        const uint8_t kind = node_at(document, id)->kind;
        if (kind == NODE_PARAGRAPH)
            lint_lines(&lint, id);
        else if (kind == NODE_TEXT)
            lint_escapes(&lint, id);
        else if (kind == NODE_FOOTNOTE || kind == NODE_FOOTNOTE_MARK)
            lint_note(&lint, id);
        else if (kind == NODE_TABLE_ROW)
            lint_row(&lint, id);
        else if (kind == NODE_CODE || kind == NODE_CODE_BLOCK)
            lint_code(&lint, id);
        else if (kind == NODE_LINK || kind == NODE_IMAGE)
            lint_link(&lint, id);
    }
    lint_stars(&lint);
    lint_underscores(&lint);
    lint_brackets(&lint);
    lint_handles(&lint);
    lint_html(&lint);
}

void lint_apply(Page *page, Arena *scratch)
{
    lint_document(page->text.document, page->origin.language, page->site->settings.languages,
                  &page->report, scratch);
}
