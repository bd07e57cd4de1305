/* What cannot be seen and is no spelling: hidden characters in code, where they make a command that
 * readers copy fail, and half a fragment of raw HTML that states the direction of the page. */
#include "base/utf8.h"
#include "markup/escape.h"
#include "shape/lint_part.h"
#include "text/class.h"

#define MAX_OPEN 16

static bool is_arabic(uint32_t code)
{
    return (class_of(code) & (CLASS_ARABIC | CLASS_NSM)) != 0;
}

/* U+200C is spelling beside Persian letters, in code too. */
static bool is_hidden(const Lint *lint, size_t start, size_t end, uint32_t code)
{
    if (code == 0x200C)
        return !is_arabic(lint_before(lint, start)) && !is_arabic(lint_after(lint, end));
    return utf8_is_invisible(code) && code != 0x200D && !(code >= 0xFE00 && code <= 0xFE0F);
}

static void report_hidden(const Lint *lint, DiagnosticCode code, size_t start, size_t end)
{
    const bool is_space = code == DIAGNOSTIC_TEXT_HIDDEN_SPACE;
    const Edit edit = lint_edit(lint, start, end, is_space ? SLICE(" ") : SLICE(""));
    Diagnostic fault = lint_fault(lint, code, start, end);
    fault.words[0] = slice_print(lint->scratch, "U+%04X", lint_after(lint, start));
    fault.fix_label = is_space ? SLICE("replace") : SLICE("remove");
    fault.edits = &edit;
    fault.edit_count = 1;
    report_add(lint->report, &fault);
}

static void check_escapes(const Lint *lint, NodeId id, Slice text)
{
    const bool is_view = text.at >= lint->bytes.at && text.at < lint->bytes.at + lint->bytes.size;
    if (!is_view && text.size > 0)
        escape_check(node_span(lint->document, id), text, lint->report);
}

/* What differs from its bytes may hold a character that was written as an entity. */
void lint_escapes(Lint *lint, NodeId id)
{
    const Node *node = node_at(lint->document, id);
    if (node->kind == NODE_TEXT)
        check_escapes(lint, id, node->text);
    else
        check_escapes(lint, id, node->link->title);
}

void lint_code(Lint *lint, NodeId code)
{
    const Node *node = node_at(lint->document, code);
    if (node->kind == NODE_CODE_BLOCK) {
        check_escapes(lint, code, node->code->language);
        check_escapes(lint, code, node->code->title);
    }
    if (slice_is_ascii(node->kind == NODE_CODE ? node->text : node->code->text))
        return;
    for (size_t at = node->start, end = at; at < node->end; at = end) {
        const uint32_t letter = utf8_next(lint->bytes, &end);
        if (letter < 0x80)
            continue;
        if (lint_is_blank(letter))
            report_hidden(lint, DIAGNOSTIC_TEXT_HIDDEN_SPACE, at, end);
        else if (is_hidden(lint, at, end, letter))
            report_hidden(lint, DIAGNOSTIC_TEXT_HIDDEN_CODE, at, end);
    }
}

/* The name of a footnote, at its text and at each mark. */
void lint_note(Lint *lint, NodeId note)
{
    const Node *node = node_at(lint->document, note);
    const Slice label = node->kind == NODE_FOOTNOTE ? node->footnote->label : node->mark->label;
    size_t size = 0;
    const Slice typed = slice_part(lint->bytes, node->start, node->end);
    if (slice_is_ascii(label) || !slice_find_byte(typed, ']', &size))
        return;
    const size_t limit = node->start + size;
    for (size_t at = node->start, end = at; at < limit; at = end) {
        const uint32_t letter = utf8_next(lint->bytes, &end);
        if (is_hidden(lint, at, end, letter))
            report_hidden(lint, DIAGNOSTIC_HIDDEN_NAME, at, end);
    }
}

/* The name in `<div dir="rtl" …>`, when the text is one such tag; empty: it is not. */
static Slice direction_tag(Slice text)
{
    size_t end = 1, found = 0;
    const bool is_tag = text.size > 2 && text.at[0] == '<' && slice_find_byte(text, '>', &found) &&
                        found == text.size - 1;
    if (!is_tag)
        return (Slice){0};
    while (end < text.size && text.at[end] >= 'a' && text.at[end] <= 'z')
        end++;
    const Slice rest = slice_from(text, end);
    const bool is_rtl = slice_contains(rest, SLICE("dir=\"rtl\"")) ||
                        slice_contains(rest, SLICE("dir='rtl'")) ||
                        slice_contains(rest, SLICE("dir=rtl"));
    return is_rtl ? slice_part(text, 1, end) : (Slice){0};
}

static bool is_end_tag(Slice text, Slice name)
{
    return text.size == name.size + 3 && slice_starts(text, SLICE("</")) &&
           slice_equal(slice_part(text, 2, 2 + name.size), name);
}

/* The lines of a block, with the line break behind them. */
static Edit removal(const Lint *lint, NodeId block)
{
    const Node *node = node_at(lint->document, block);
    size_t end = node->end;
    if (end > node->start && lint->bytes.at[end - 1] != '\n' && end < lint->bytes.size &&
        lint->bytes.at[end] == '\n')
        end++;
    return lint_edit(lint, node->start, end, SLICE(""));
}

static void report_block(const Lint *lint, NodeId start, NodeId end)
{
    const Edit edits[] = {removal(lint, start), removal(lint, end == NODE_NONE ? start : end)};
    const Slice tag = slice_trim(node_at(lint->document, start)->text);
    Diagnostic fault = {.code = DIAGNOSTIC_LINT_RTL_BLOCK,
                        .span = edits[0].span,
                        .words = {tag},
                        .fix_label = SLICE("remove"),
                        .edits = edits,
                        .edit_count = end == NODE_NONE ? 1 : 2,
                        .is_safe_fix = true};
    fault.span.end = fault.span.start + (uint32_t) tag.size;
    report_add(lint->report, &fault);
    // One word about it is enough: as raw HTML it would be half a fragment, a comment is dropped.
    node_at(lint->document, start)->text = SLICE("<!---->");
    if (end != NODE_NONE)
        node_at(lint->document, end)->text = SLICE("<!---->");
}

/* `<div dir="rtl">` and the `</div>` that belongs to it, each a block of its own. */
void lint_html(Lint *lint)
{
    Document *document = lint->document;
    NodeId open[MAX_OPEN];
    size_t count = 0;
    if (lint->language->direction != DIRECTION_RTL)
        return;
    for (NodeId id = 1; id < document->count; id++) {
        if (node_at(document, id)->kind != NODE_HTML_BLOCK)
            continue;
        const Slice text = slice_trim(node_at(document, id)->text);
        if (direction_tag(text).size > 0 && count < MAX_OPEN)
            open[count++] = id;
        else if (count > 0 && is_end_tag(text, direction_tag(slice_trim(
                                                   node_at(document, open[count - 1])->text))))
            report_block(lint, open[--count], id);
    }
    while (count > 0)
        report_block(lint, open[--count], NODE_NONE);
}
