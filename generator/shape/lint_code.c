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

/* An element that states a direction. */
typedef struct Tag {
    Slice name;
    bool is_rtl;
    bool is_plain; /* it states nothing else that a page from right to left would lack */
} Tag;

static size_t count_until(Slice text, char mark)
{
    size_t count = 0;
    while (count < text.size && text.at[count] != mark &&
           slice_trim(slice_part(text, count, count + 1)).size > 0)
        count++;
    return count;
}

static Slice cut_value(Slice *rest)
{
    const char quote = rest->size > 0 ? rest->at[0] : ' ';
    size_t size = 0;
    if ((quote == '"' || quote == '\'') && slice_find_byte(slice_from(*rest, 1), quote, &size)) {
        const Slice value = slice_part(*rest, 1, 1 + size);
        *rest = slice_from(*rest, size + 2);
        return value;
    }
    const Slice value = slice_to(*rest, count_until(*rest, ' '));
    *rest = slice_from(*rest, value.size);
    return value;
}

static void read_attributes(Slice rest, Tag *tag)
{
    tag->is_plain = slice_equal(tag->name, SLICE("div"));
    for (rest = slice_trim(rest); rest.size > 0; rest = slice_trim_start(rest)) {
        const Slice name = slice_to(rest, count_until(rest, '='));
        rest = slice_from(rest, name.size);
        Slice value = {0};
        if (slice_starts(rest, SLICE("="))) {
            rest = slice_from(rest, 1);
            value = cut_value(&rest);
        }
        const bool is_rtl = slice_equal(name, SLICE("dir")) && slice_equal(value, SLICE("rtl"));
        tag->is_rtl |= is_rtl;
        tag->is_plain &=
            is_rtl || (slice_equal(name, SLICE("align")) && slice_equal(value, SLICE("right")));
    }
}

/* Reads `<div dir="rtl" …>`, when the text is one such tag; without a name: it is not. */
static Tag direction_tag(Slice text)
{
    size_t end = 1, found = 0;
    Tag tag = {.is_rtl = false};
    const bool is_tag = text.size > 2 && text.at[0] == '<' && slice_find_byte(text, '>', &found) &&
                        found == text.size - 1;
    if (!is_tag)
        return tag;
    while (end < text.size && text.at[end] >= 'a' && text.at[end] <= 'z')
        end++;
    tag.name = slice_part(text, 1, end);
    read_attributes(slice_part(text, end, found), &tag);
    return tag.is_rtl ? tag : (Tag){.is_rtl = false};
}

static Tag tag_of(const Lint *lint, NodeId block)
{
    return direction_tag(slice_trim(node_at(lint->document, block)->text));
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

/* The marks of a list or a quotation before it would stay behind. */
static bool starts_line(const Lint *lint, NodeId block)
{
    const size_t start = node_at(lint->document, block)->start;
    return start == 0 || lint->bytes.at[start - 1] == '\n';
}

/* Only the tag that does nothing else may go unasked: a quotation, a list, a name that a link leads
 * to or another language would be lost with it. */
static void report_block(const Lint *lint, NodeId start, NodeId end)
{
    const bool is_removable = tag_of(lint, start).is_plain && starts_line(lint, start) &&
                              (end == NODE_NONE || starts_line(lint, end));
    const Edit edits[] = {removal(lint, start), removal(lint, end == NODE_NONE ? start : end)};
    const Slice tag = slice_trim(node_at(lint->document, start)->text);
    Diagnostic fault = {.code = DIAGNOSTIC_LINT_RTL_BLOCK, .span = edits[0].span, .words = {tag}};
    fault.span.end = fault.span.start + (uint32_t) tag.size;
    if (is_removable) {
        fault.fix_label = SLICE("remove");
        fault.edits = edits;
        fault.edit_count = end == NODE_NONE ? 1 : 2;
        fault.is_safe_fix = true;
    }
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
        if (direction_tag(text).is_rtl && count < MAX_OPEN)
            open[count++] = id;
        else if (count > 0 && is_end_tag(text, tag_of(lint, open[count - 1]).name))
            report_block(lint, open[--count], id);
    }
    while (count > 0)
        report_block(lint, open[--count], NODE_NONE);
}
