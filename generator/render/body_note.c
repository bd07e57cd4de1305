/* Footnotes: marks in the digits of the page's language, and the notes with their ways back. */
#include "render/body_part.h"
#include "text/digit.h"

static Slice mark_id(BodyWriter *writer, uint32_t number, uint32_t use)
{
    if (use <= 1)
        return slice_print(writer->run->scratch, "fnref-%u", number);
    return slice_print(writer->run->scratch, "fnref-%u-%u", number, use);
}

static Url on_page(const BodyWriter *writer, Slice fragment)
{
    return (Url){.kind = URL_FILE, .path = writer->page->links.output_path, .fragment = fragment};
}

void body_write_footnote_mark(BodyWriter *writer, NodeId id)
{
    const MarkDetail *mark = node_at(writer->document, id)->mark;
    if (writer->has_no_links)
        return;
    Slice note = slice_print(writer->run->scratch, "fn-%u", mark->number);
    Slice own = mark_id(writer, mark->number, mark->use);
    const Datum arguments[] = {
        {.integer = mark->number},
        {.text = {own, NULL}},
        {.url = on_page(writer, note)},
    };
    if (body_run_hook(writer, HOOK_FOOTNOTE_REF, arguments, id))
        return;
    // An isolate in the page's direction: otherwise the digit joins a Latin word before it.
    bool is_rtl = writer->language->direction == DIRECTION_RTL;
    buffer_print(body_out(writer), "<sup id=\"%.*s\"><a href=\"", SLICE_FORMAT(own));
    run_write_url(writer->run, &arguments[2].url);
    buffer_print(body_out(writer), "\" role=\"doc-noteref\" dir=\"%s\">", is_rtl ? "rtl" : "ltr");
    body_write_number(writer, mark->number);
    body_add(writer, SLICE("</a></sup>"));
}

static void write_note_markup(const Markup *markup, void *context, Buffer *out)
{
    (void) context;
    (void) out;
    BodyWriter *writer =
        (BodyWriter *) (uintptr_t) markup->subject; // the run's own, lent as a subject
    body_write_children(writer, markup->node);
}

static FootnoteView *note_view(BodyWriter *writer, NodeId id)
{
    Arena *scratch = writer->run->scratch;
    const FootnoteDetail *note = node_at(writer->document, id)->footnote;
    FootnoteView *view = ARENA_NEW(scratch, FootnoteView);
    Url *backs = ARENA_ARRAY(scratch, Url, note->use_count);
    const void **items = ARENA_ARRAY(scratch, const void *, note->use_count);
    for (uint32_t use = 0; use < note->use_count; use++) {
        backs[use] = on_page(writer, mark_id(writer, note->number, use + 1));
        items[use] = &backs[use];
    }
    *view = (FootnoteView){
        .number = note->number,
        .id = {slice_print(scratch, "fn-%u", note->number), NULL},
        .body = {write_note_markup, writer, id, writer->language},
        .backs = {items, note->use_count},
    };
    return view;
}

static size_t count_notes(const Document *document)
{
    size_t count = 0;
    for (NodeId id = document->first_footnote; id; id = node_at(document, id)->next)
        count += node_at(document, id)->kind == NODE_FOOTNOTE;
    return count;
}

static bool run_notes_hook(BodyWriter *writer, size_t count)
{
    const Component *component = writer->site->plan->hooks[HOOK_FOOTNOTES];
    if (!component)
        return false;
    const void **items = ARENA_ARRAY(writer->run->scratch, const void *, count);
    size_t i = 0;
    for (NodeId id = writer->document->first_footnote; id; id = node_at(writer->document, id)->next)
        items[i++] = note_view(writer, id);
    const Datum arguments[] = {{.list = {items, count}}};
    run_hook(writer->run, component, HOOK_FOOTNOTES, arguments, NULL, NULL);
    return true;
}

/* Ways back from a note that is marked more than once are told apart by a number. */
static void write_back(BodyWriter *writer, const FootnoteDetail *note, uint32_t use)
{
    Buffer label;
    buffer_init(&label, writer->run->scratch, MESSAGE_MAX_SIZE);
    const MessageValue values[] = {{.kind = MESSAGE_NUMBER, .number = use}};
    bool is_one = note->use_count == 1;
    interface_write(writer->site, writer->language,
                    is_one ? INTERFACE_FOOTNOTES_BACK : INTERFACE_FOOTNOTES_BACK_TO,
                    is_one ? NULL : values, &label);
    const Url mark = on_page(writer, mark_id(writer, note->number, use));
    body_add(writer, SLICE(" <a href=\""));
    run_write_url(writer->run, &mark);
    body_add(writer, SLICE("\" role=\"doc-backlink\""));
    html_attribute(body_out(writer), SLICE("aria-label"), buffer_slice(&label));
    body_add(writer, SLICE(">\xE2\x86\xA9")); // U+21A9
    if (!is_one) {
        body_add(writer, SLICE("<sup>"));
        body_write_number(writer, use);
        body_add(writer, SLICE("</sup>"));
    }
    body_add(writer, SLICE("</a>"));
}

static void write_note(BodyWriter *writer, NodeId id)
{
    const FootnoteDetail *note = node_at(writer->document, id)->footnote;
    buffer_print(body_out(writer), "<li id=\"fn-%u\">", note->number);
    body_write_children(writer, id);
    for (uint32_t use = 1; use <= note->use_count; use++)
        write_back(writer, note, use);
    body_add(writer, SLICE("</li>"));
}

void body_write_footnotes(BodyWriter *writer)
{
    const Document *document = writer->document;
    size_t count = count_notes(document);
    if (count == 0 || run_notes_hook(writer, count))
        return;
    Buffer title;
    buffer_init(&title, writer->run->scratch, MESSAGE_MAX_SIZE);
    interface_write(writer->site, writer->language, INTERFACE_FOOTNOTES_TITLE, NULL, &title);
    body_add(writer, SLICE("<section role=\"doc-endnotes\""));
    html_attribute(body_out(writer), SLICE("aria-label"), buffer_slice(&title));
    body_add(writer, SLICE("><ol>"));
    for (NodeId id = document->first_footnote; id; id = node_at(document, id)->next)
        write_note(writer, id);
    body_add(writer, SLICE("</ol></section>"));
}
