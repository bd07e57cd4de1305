/* From HTML as typed to XML: walks the tags, checks that they match, and keeps the table of places.
 */
#include "markup/tidy.h"

#include "base/arena.h"
#include "markup/html.h"
#include "markup/tag.h"

static void add_event(Tidy *tidy, TidyEvent event)
{
    Tidied *tidied = tidy->tidied;
    tidied->events = arena_grow(tidy->arena, tidied->events, sizeof(TidyEvent), tidied->event_count,
                                &tidied->event_capacity);
    tidied->events[tidied->event_count++] = event;
}

/* A tag begins: the text since the last one is complete. */
static void end_text(Tidy *tidy)
{
    Tidied *tidied = tidy->tidied;
    tidied->events[tidied->event_count - 1].run = decode_end_run(&tidy->decoder, tidy->at);
}

static void finish_tag(Tidy *tidy, TidyEvent event)
{
    event.end = decode_span(&tidy->decoder, tidy->at - 1, tidy->at).end;
    add_event(tidy, event);
    decode_start_run(&tidy->decoder, tidy->at);
}

static Slice rest_of(const Tidy *tidy)
{
    return slice_from(tidy->text, tidy->at);
}

static bool starts_end_tag(Slice rest, Slice name)
{
    return slice_starts(rest, SLICE("</")) &&
           slice_equal_ascii_case(slice_part(rest, 2, 2 + name.size), name);
}

/* The content of script and style: text up to their end tag, whatever it looks like. */
static void read_raw(Tidy *tidy, Slice name)
{
    const size_t start = tidy->at;
    while (tidy->at < tidy->text.size && !starts_end_tag(rest_of(tidy), name))
        tidy->at++;
    decode_text(&tidy->decoder, start, tidy->at);
}

static bool read_comment(Tidy *tidy)
{
    size_t size;
    if (!slice_find(slice_from(tidy->text, tidy->at + 4), SLICE("-->"), &size))
        return tag_fail_open(tidy, tidy->at, 4);
    // an XML comment keeps the newlines and splits no text
    const size_t end = tidy->at + 4 + size + 3;
    buffer_add(&tidy->xml, SLICE("<!--"));
    for (; tidy->at < end; tidy->at++)
        if (tidy->text.at[tidy->at] == '\n')
            buffer_add_byte(&tidy->xml, '\n');
    buffer_add(&tidy->xml, SLICE("-->"));
    decode_skip(&tidy->decoder);
    return true;
}

static bool check_slash(Tidy *tidy, const Tag *tag, bool is_void)
{
    const bool is_template = tidy->input->mode == TIDY_TEMPLATE;
    if (!tag->is_slashed || tag->is_foreign || (!is_template && is_void) ||
        (is_template && slice_starts(tag->name, SLICE("t-"))))
        return true;
    const Slice end = is_void
                          ? SLICE(">")
                          : slice_join(tidy->arena, (Slice[]){SLICE("></"), tag->name, SLICE(">")},
                                       3, (Slice){0});
    const Slice mended =
        slice_join(tidy->arena, (Slice[]){SLICE("<"), tag->name, end}, 3, (Slice){0});
    return tag_fail_with_fix(tidy, FAULT_EMPTY, slice_part(tidy->text, tidy->at - 2, tidy->at),
                             (Diagnostic){.words = {tag->name, mended}}, end);
}

static bool push_element(Tidy *tidy, const Tag *tag)
{
    if (tidy->depth == TIDY_MAX_DEPTH)
        return tag_fail(tidy, FAULT_DEPTH, tag->start, tag->start + 1 + tag->name.size,
                        (Diagnostic){.words = {slice_print(tidy->arena, "%d", TIDY_MAX_DEPTH)}});
    tidy->open[tidy->depth++] = (OpenElement){tag->name, tag->start};
    if (tidy->foreign_depth == 0 && tag_is_foreign_root(tag->name))
        tidy->foreign_depth = tidy->depth;
    return true;
}

static bool read_start_tag(Tidy *tidy)
{
    Tag tag = {.start = tidy->at};
    end_text(tidy);
    buffer_add_byte(&tidy->xml, '<');
    tidy->at++;
    if (!tag_read_name(tidy, &tag.name))
        return false;
    tag.is_foreign = tidy->foreign_depth > 0 || tag_is_foreign_root(tag.name);
    tag.event.start = decode_place(&tidy->decoder, tag.start);
    tag.event.first_attribute = (uint32_t) tidy->tidied->attribute_count;
    buffer_add(&tidy->xml, tag.name);
    if (!tag_read_attributes(tidy, &tag))
        return false;
    const bool is_void = tidy->foreign_depth == 0 && html_is_void(tag.name);
    if (!check_slash(tidy, &tag, is_void))
        return false;
    tag.event.is_empty = is_void || tag.is_slashed;
    buffer_add(&tidy->xml, tag.event.is_empty ? SLICE("/>") : SLICE(">"));
    finish_tag(tidy, tag.event);
    if (tag.event.is_empty)
        return true;
    const HtmlElement *element = html_find_element(tag.name);
    if (!push_element(tidy, &tag))
        return false;
    if (element != NULL && (element->flags & HTML_RAW) != 0 && tidy->input->mode != TIDY_TAG)
        read_raw(tidy, tag.name);
    return true;
}

/* Counting lines takes time: thousands of tags that are never closed are counted, not placed. */
static Slice line_of(Tidy *tidy, const OpenElement *element)
{
    const Source *source = tidy->input->span.source;
    if (report_is_full(tidy->report, source->path))
        return SLICE("…");
    const Position position = source_position(source, decode_place(&tidy->decoder, element->start));
    return slice_print(tidy->arena, "%u", position.line);
}

static bool is_open(const Tidy *tidy, Slice name)
{
    for (size_t i = 0; i < tidy->depth; i++)
        if (slice_equal(tidy->open[i].name, name))
            return true;
    return false;
}

static bool pop_element(Tidy *tidy, size_t start, Slice name)
{
    const OpenElement *top = tidy->depth > 0 ? &tidy->open[tidy->depth - 1] : NULL;
    if (top != NULL && slice_equal(top->name, name)) {
        if (tidy->foreign_depth == tidy->depth)
            tidy->foreign_depth = 0;
        tidy->depth--;
        return true;
    }
    if (top == NULL || !is_open(tidy, name))
        return tag_fail(tidy, FAULT_END, start, tidy->at, (Diagnostic){.words = {name}});
    const Slice tag =
        slice_join(tidy->arena, (Slice[]){SLICE("</"), name, SLICE(">")}, 3, (Slice){0});
    return tag_fail(tidy, FAULT_UNCLOSED, start, tidy->at,
                    (Diagnostic){.words = {top->name, line_of(tidy, top), tag},
                                 .other = decode_span(&tidy->decoder, top->start,
                                                      top->start + 1 + top->name.size)});
}

static bool read_end_tag(Tidy *tidy)
{
    const size_t start = tidy->at;
    TidyEvent event = {.start = decode_place(&tidy->decoder, start), .is_end = true};
    Slice name;
    end_text(tidy);
    buffer_add(&tidy->xml, SLICE("</"));
    tidy->at += 2;
    if (!tag_read_name(tidy, &name))
        return false;
    buffer_add(&tidy->xml, name);
    tag_skip_space(tidy);
    if (tag_byte(tidy, tidy->at) != '>')
        return tag_fail_open(tidy, start, 2 + name.size);
    tidy->at++;
    buffer_add_byte(&tidy->xml, '>');
    if (!pop_element(tidy, start, name))
        return false;
    finish_tag(tidy, event);
    return true;
}

/* TIDY_TAG: an end tag alone becomes an empty element. */
static bool read_lone_end_tag(Tidy *tidy)
{
    const size_t start = tidy->at;
    TidyEvent event = {.start = decode_place(&tidy->decoder, start), .is_empty = true};
    Slice name;
    end_text(tidy);
    tidy->at += 2;
    if (!tag_read_name(tidy, &name))
        return false;
    buffer_add_byte(&tidy->xml, '<');
    buffer_add(&tidy->xml, name);
    tag_skip_space(tidy);
    if (tag_byte(tidy, tidy->at) != '>')
        return tag_fail_open(tidy, start, 2 + name.size);
    tidy->at++;
    buffer_add(&tidy->xml, SLICE("/>"));
    finish_tag(tidy, event);
    return true;
}

/* "<!DOCTYPE", "<![CDATA[", "<?xml": shown up to where the word ends. */
static bool fail_foreign(Tidy *tidy)
{
    const bool is_cdata = slice_starts(rest_of(tidy), SLICE("<![CDATA["));
    size_t end = tidy->at + (is_cdata ? 9 : 2);
    while (!is_cdata && tag_is_letter(tag_byte(tidy, end)))
        end++;
    return tag_fail(tidy, FAULT_FOREIGN, tidy->at, end,
                    (Diagnostic){.words = {slice_part(tidy->text, tidy->at, end)}});
}

/* At a "<". */
static bool read_markup(Tidy *tidy)
{
    const char next = tag_byte(tidy, tidy->at + 1);
    if (slice_starts(rest_of(tidy), SLICE("<!--")))
        return read_comment(tidy);
    if (next == '!' || next == '?')
        return fail_foreign(tidy);
    if (next == '/' && tidy->input->mode == TIDY_TAG && tidy->depth == 0)
        return read_lone_end_tag(tidy);
    if (next == '/')
        return read_end_tag(tidy);
    if (tag_is_letter(next))
        return read_start_tag(tidy);
    return tag_fail_with_fix(tidy, FAULT_LESS, slice_to(rest_of(tidy), 1), (Diagnostic){0},
                             SLICE("&lt;"));
}

static bool finish(Tidy *tidy)
{
    end_text(tidy);
    const uint32_t end = decode_place(&tidy->decoder, tidy->at);
    for (; tidy->depth > 0; tidy->depth--) {
        const OpenElement *top = &tidy->open[tidy->depth - 1];
        if (tidy->input->mode != TIDY_TAG)
            return tag_fail(tidy, FAULT_NEVER_CLOSED, top->start, top->start + 1 + top->name.size,
                            (Diagnostic){.words = {top->name, line_of(tidy, top)}});
        html_end(&tidy->xml, top->name);
        add_event(tidy,
                  (TidyEvent){
                      .start = end, .end = end, .is_end = true, .run = {.start = end, .end = end}});
    }
    return true;
}

bool tidy_read(Arena *arena, const TidyInput *input, Report *report, Tidied *ret_tidied)
{
    Tidy tidy = {.arena = arena,
                 .report = report,
                 .input = input,
                 .tidied = ret_tidied,
                 .text = input->text};
    *ret_tidied = (Tidied){.source = input->span.source};
    // an escape is at most six times as long as its character
    buffer_init(&tidy.xml, arena, 8 * input->text.size + 1024);
    decode_init(&tidy.decoder, arena, input, ret_tidied, &tidy.xml);
    buffer_add(&tidy.xml, SLICE("<qanat xmlns:xlink=\"http://www.w3.org/1999/xlink\">"));
    const uint32_t start = decode_place(&tidy.decoder, 0);
    add_event(&tidy, (TidyEvent){.start = start, .end = start});
    decode_start_run(&tidy.decoder, 0);
    while (!tidy.is_broken && tidy.at < tidy.text.size)
        if (tag_read_text(&tidy, tidy.text.size, false) && tidy.at < tidy.text.size)
            read_markup(&tidy);
    if (tidy.is_broken || !finish(&tidy))
        return false;
    buffer_add(&tidy.xml, SLICE("</qanat>"));
    ret_tidied->xml = buffer_slice(&tidy.xml);
    return true;
}
