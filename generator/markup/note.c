/* Finds footnotes that the Markdown parser drops without a word. */
#include "markup/note.h"

#include "base/arena.h"
#include "base/report.h"

#define MAX_LABEL_SIZE 1000 /* the parser's own limit */

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static bool has_blank(Slice label)
{
    for (size_t i = 0; i < label.size; i++)
        if (is_blank(label.at[i]))
            return true;
    return false;
}

/* The label of `[^label]` at the start of a text; empty where there is none. */
static Slice read_label(Slice text)
{
    if (!slice_starts(text, SLICE("[^")))
        return (Slice){0};
    const Slice rest = slice_part(text, 2, MAX_LABEL_SIZE);
    for (size_t i = 0; i < rest.size; i++) {
        if (rest.at[i] == ']')
            return slice_to(rest, i);
        if (rest.at[i] == '[' || rest.at[i] == '\n')
            break;
    }
    return (Slice){0};
}

/* `label` with "-" for each run of blanks, as the edit that repairs it. */
static Slice join_label(Arena *arena, Slice label)
{
    char *text = ARENA_ARRAY(arena, char, label.size);
    size_t size = 0;
    for (size_t i = 0; i < label.size; i++) {
        if (!is_blank(label.at[i]))
            text[size++] = label.at[i];
        else if (size > 0 && text[size - 1] != '-')
            text[size++] = '-';
    }
    return (Slice){text, size};
}

static void report_label(const Document *document, Span label, Report *report)
{
    const Slice text = span_text(label);
    const Edit edit = {.span = label, .text = join_label(document->arena, text)};
    report_add(report, &(Diagnostic){
                           .code = DIAGNOSTIC_NOTE_LABEL,
                           .span = label,
                           .words = {text, edit.text},
                           .edits = &edit,
                           .edit_count = 1,
                           .is_safe_fix = true,
                       });
}

static bool is_escaped(Slice content, size_t at)
{
    size_t count = 0;
    while (count < at && content.at[at - 1 - count] == '\\')
        count++;
    return count % 2 == 1;
}

/* The next "[^" from *at on. "^" is rare, so looking for one byte is faster. */
static bool next_mark(Slice text, size_t *at)
{
    size_t found = 0;
    for (size_t from = *at; slice_find_byte(slice_from(text, from), '^', &found); from++) {
        from += found;
        if (from > *at && text.at[from - 1] == '[') {
            *at = from - 1;
            return true;
        }
    }
    return false;
}

void note_check_text(Place *place, uint32_t start, uint32_t end, Document *document, Report *report)
{
    const Slice content = slice_to(place->content, end);
    for (size_t at = start; next_mark(content, &at); at += 2) {
        const Slice label = read_label(slice_from(content, at));
        if (label.size == 0 || is_escaped(content, at))
            continue;
        const uint32_t from = (uint32_t) at + 2;
        const Span span = {document->source, place_offset(place, from),
                           place_offset(place, from + (uint32_t) label.size)};
        if (has_blank(label))
            report_label(document, span, report);
        else
            report_add(report, &(Diagnostic){.code = DIAGNOSTIC_NOTE_UNDEFINED,
                                             .span = span,
                                             .words = {span_text(span)}});
    }
}

void note_check_link(const Document *document, NodeId link, Report *report)
{
    const Span span = node_span(document, link);
    const Slice label = read_label(span_text(span));
    if (label.size > 0 && has_blank(label))
        report_label(document, span_of(document->source, label), report);
}

static void report_unused(Span place, Slice label, Report *report)
{
    report_add(report,
               &(Diagnostic){.code = DIAGNOSTIC_NOTE_UNUSED, .span = place, .words = {label}});
}

void note_count_uses(const Document *document, Arena *scratch, Report *report)
{
    uint32_t count = 0;
    NodeId id = document->first_footnote;
    for (; id != NODE_NONE; id = node_at(document, id)->next)
        count++;
    if (count == 0)
        return;
    FootnoteDetail **notes = ARENA_ARRAY(scratch, FootnoteDetail *, count);
    for (id = document->first_footnote; id != NODE_NONE; id = node_at(document, id)->next)
        notes[node_at(document, id)->footnote->number - 1] = node_at(document, id)->footnote;
    for (id = 0; (id = node_following(document, 0, id)) != NODE_NONE;) {
        const Node *node = node_at(document, id);
        if (node->kind == NODE_FOOTNOTE_MARK && node->mark->number <= count)
            node->mark->use = ++notes[node->mark->number - 1]->use_count;
    }
    for (id = document->first_footnote; id != NODE_NONE; id = node_at(document, id)->next)
        if (node_at(document, id)->footnote->use_count == 0)
            report_unused(node_span(document, id), node_at(document, id)->footnote->label, report);
}

/* The innermost node whose span holds an offset. */
static NodeId innermost(const Document *document, uint32_t offset)
{
    NodeId found = 0;
    NodeId child = node_at(document, 0)->first_child;
    while (child != NODE_NONE) {
        const Node *node = node_at(document, child);
        const bool holds = node->start <= offset && offset < node->end;
        if (holds)
            found = child;
        child = holds ? node->first_child : node->next;
    }
    return found;
}

/* Could a definition vanish here? Text, code and raw HTML hold none. */
static bool is_container(NodeKind kind)
{
    return kind == NODE_DOCUMENT || kind == NODE_QUOTE || kind == NODE_LIST || kind == NODE_ITEM ||
           kind == NODE_DIRECTIVE || kind == NODE_FOOTNOTE;
}

/* `line` begins with the "[^" of a definition and is a view into the source. */
static void check_definition(const Document *document, Slice line, Report *report)
{
    const Slice label = read_label(line);
    if (label.size == 0 || !slice_starts(slice_from(line, label.size + 2), SLICE("]:")))
        return;
    const Span whole = span_of(document->source, slice_to(line, label.size + 3));
    const Node *node = node_at(document, innermost(document, whole.start));
    if (!is_container((NodeKind) node->kind) ||
        (node->kind == NODE_FOOTNOTE && node->start == whole.start))
        return;
    if (has_blank(label))
        report_label(document, span_of(document->source, label), report);
    else
        report_add(report,
                   &(Diagnostic){.code = DIAGNOSTIC_NOTE_UNUSED, .span = whole, .words = {label}});
}

/* The offset of the first byte of the line at `at`. */
static size_t line_start(Slice text, size_t at)
{
    while (at > 0 && text.at[at - 1] != '\n' && text.at[at - 1] != '\r')
        at--;
    return at;
}

void note_check_definitions(const Document *document, const Typing *typing, Report *report)
{
    const Slice text = typing->text;
    for (size_t at = 0; next_mark(text, &at); at++) {
        // Nothing but marks of containers may stand before a definition.
        const size_t start = line_start(text, at);
        const Slice before = slice_part(text, start, at);
        if (typing_skip_containers(before) != before.size)
            continue;
        const uint32_t offset = typing_offset(typing, (uint32_t) at);
        uint32_t typed_start = 0;
        const Slice typed = source_line(document->source, offset, &typed_start);
        check_definition(document, slice_from(typed, offset - typed_start), report);
    }
}
