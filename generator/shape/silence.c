/* From comments that speak to the program to stretches of the file where a code is silent. */
#include "shape/silence.h"

#include "base/report.h"
#include "base/suggest.h"

#define KEYWORD SLICE("qanat:")
#define MAX_NOTES 100 /* of a page */
#define MAX_NOTES_WORD SLICE("100")

/* What stands in the comment behind `qanat:`; false for all other comments. */
static bool read_comment(Slice text, Slice *ret_note)
{
    text = slice_trim(text);
    if (!slice_starts(text, SLICE("<!--")))
        return false;
    size_t end = text.size;
    slice_find(text, SLICE("-->"), &end);
    const Slice inner = slice_trim(slice_part(text, 4, end));
    if (!slice_starts(inner, KEYWORD))
        return false;
    *ret_note = slice_trim(slice_from(inner, KEYWORD.size));
    return true;
}

static void suggest_code(Diagnostic *fault, Slice word)
{
    Slice names[DIAGNOSTIC_CODE_COUNT];
    size_t count = 0;
    for (size_t i = 0; i < DIAGNOSTIC_CODE_COUNT; i++) {
        const Slice name = diagnostic_name((DiagnosticCode) i);
        if (count == 0 || !slice_equal(names[count - 1], name))
            names[count++] = name;
    }
    fault->suggestion = suggest_one(word, names, count);
}

/* The block a comment stands above: comments may follow each other. */
static NodeId block_below(const Document *document, NodeId comment)
{
    Slice note = {0};
    NodeId id = node_at(document, comment)->next;
    while (id != NODE_NONE && node_at(document, id)->kind == NODE_HTML_BLOCK &&
           read_comment(node_at(document, id)->text, &note))
        id = node_at(document, id)->next;
    return id;
}

static void read_note(const Document *document, NodeId comment, Slice note, Report *report)
{
    Slice word = {0}, reason = {0};
    DiagnosticCode code;
    const bool has_reason = slice_cut(note, ':', &word, &reason);
    const NodeId block = block_below(document, comment);
    Diagnostic fault = {.span = node_span(document, comment), .words = {slice_trim(word)}};
    if (node_at(document, comment)->kind != NODE_HTML_BLOCK || block == NODE_NONE)
        fault.code = DIAGNOSTIC_SILENCE_BLOCK_PLACE;
    else if (fault.words[0].size == 0)
        fault.code = DIAGNOSTIC_SILENCE_BLOCK_FORM;
    else if (!diagnostic_find(fault.words[0], &code)) {
        fault.code = DIAGNOSTIC_SILENCE_BLOCK_CODE;
        suggest_code(&fault, fault.words[0]);
    } else if (diagnostic_severity(code) == SEVERITY_ERROR)
        fault.code = DIAGNOSTIC_SILENCE_BLOCK_ERROR;
    else if (!has_reason || slice_trim(reason).size == 0)
        fault.code = DIAGNOSTIC_SILENCE_BLOCK_REASON;
    else {
        report_silence_span(report, code, node_span(document, block));
        return;
    }
    report_add(report, &fault);
}

void silence_document(const Document *document, Report *report)
{
    Slice note = {0};
    size_t count = 0;
    for (NodeId id = 1; id < document->count && count <= MAX_NOTES; id++) {
        const Node *node = node_at(document, id);
        if ((node->kind != NODE_HTML_BLOCK && node->kind != NODE_HTML_INLINE) ||
            !read_comment(node->text, &note))
            continue;
        if (++count <= MAX_NOTES)
            read_note(document, id, note, report);
        else
            report_add(report, &(Diagnostic){.code = DIAGNOSTIC_SILENCE_BLOCK_MANY,
                                             .span = node_span(document, id),
                                             .words = {MAX_NOTES_WORD}});
    }
}
