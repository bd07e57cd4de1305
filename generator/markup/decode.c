/* Decodes the text between tags for markup/tidy and remembers where it stood. */
#include "markup/decode.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "markup/xml.h"

#define MAX_ENTITY_SIZE 32

/* Finds each line of the text at the end of a line of the span: Markdown took prefixes off. */
static void match_lines(Decoder *decoder)
{
    const TidyInput *input = decoder->input;
    Slice text = input->text;
    Slice source = span_text(input->span);
    Slice line;
    Slice typed;
    size_t text_capacity = 0;
    size_t source_capacity = 0;
    uint32_t place = input->span.start;
    while (slice_cut_line(&text, &line)) {
        bool found = false;
        while (!found && slice_cut_line(&source, &typed)) {
            found = slice_ends(typed, line);
            place = span_of(input->span.source, typed).end - (uint32_t) (found ? line.size : 0);
        }
        decoder->line_texts = arena_grow(decoder->arena, decoder->line_texts, sizeof(uint32_t),
                                         decoder->line_count, &text_capacity);
        decoder->line_sources = arena_grow(decoder->arena, decoder->line_sources, sizeof(uint32_t),
                                           decoder->line_count, &source_capacity);
        decoder->line_texts[decoder->line_count] = (uint32_t) (line.at - input->text.at);
        decoder->line_sources[decoder->line_count++] = place;
    }
}

void decode_init(Decoder *decoder, Arena *arena, const TidyInput *input, Tidied *tidied,
                 Buffer *xml)
{
    *decoder = (Decoder){.arena = arena, .input = input, .tidied = tidied, .xml = xml};
    const Slice bytes = input->span.source->bytes;
    decoder->is_contiguous =
        input->text.at >= bytes.at && input->text.at + input->text.size <= bytes.at + bytes.size;
    if (!decoder->is_contiguous)
        match_lines(decoder);
}

uint32_t decode_place(const Decoder *decoder, size_t at)
{
    if (decoder->is_contiguous)
        return span_of(decoder->input->span.source, decoder->input->text).start + (uint32_t) at;
    size_t low = 0;
    size_t high = decoder->line_count;
    while (low + 1 < high) {
        const size_t middle = (low + high) / 2;
        if (decoder->line_texts[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    if (decoder->line_count == 0)
        return decoder->input->span.start;
    const size_t place = decoder->line_sources[low] + (at - decoder->line_texts[low]);
    // a line without a match leaves no more than the place where it should have stood
    return place < decoder->input->span.end ? (uint32_t) place : decoder->input->span.end;
}

Span decode_span(const Decoder *decoder, size_t start, size_t end)
{
    const uint32_t place = decode_place(decoder, start);
    const uint32_t last = end > start ? decode_place(decoder, end - 1) + 1 : place;
    return (Span){decoder->input->span.source, place, last > place ? last : place};
}

void decode_start_run(Decoder *decoder, size_t at)
{
    decoder->run = (TidyRun){.start = decode_place(decoder, at),
                             .first_shift = (uint32_t) decoder->tidied->shift_count};
    decoder->is_shifted = true;
}

TidyRun decode_end_run(Decoder *decoder, size_t at)
{
    TidyRun *run = &decoder->run;
    run->end = decode_place(decoder, at);
    run->shift_count = (uint32_t) decoder->tidied->shift_count - run->first_shift;
    return *run;
}

static void mark_shift(Decoder *decoder, size_t at)
{
    if (!decoder->is_shifted)
        return;
    Tidied *tidied = decoder->tidied;
    tidied->shifts = arena_grow(decoder->arena, tidied->shifts, sizeof(TidyShift),
                                tidied->shift_count, &tidied->shift_capacity);
    tidied->shifts[tidied->shift_count++] =
        (TidyShift){decoder->run.text_size, decode_place(decoder, at)};
    decoder->is_shifted = false;
}

static Slice xml_escape_of(char byte)
{
    switch (byte) {
    case '&':
        return SLICE("&amp;");
    case '<':
        return SLICE("&lt;");
    case '>':
        return SLICE("&gt;");
    case '"':
        return SLICE("&quot;");
    default:
        return (Slice){0};
    }
}

static void add_escaped(Buffer *xml, Slice text)
{
    size_t done = 0;
    for (size_t i = 0; i < text.size; i++) {
        const Slice escape = xml_escape_of(text.at[i]);
        if (escape.size == 0)
            continue;
        buffer_add(xml, slice_part(text, done, i));
        buffer_add(xml, escape);
        done = i + 1;
    }
    buffer_add(xml, slice_from(text, done));
}

static void add_piece(Decoder *decoder, size_t start, size_t end)
{
    if (start == end)
        return;
    mark_shift(decoder, start);
    add_escaped(decoder->xml, slice_part(decoder->input->text, start, end));
    decoder->run.text_size += (uint32_t) (end - start);
}

void decode_text(Decoder *decoder, size_t start, size_t end)
{
    const char *bytes = decoder->input->text.at;
    size_t done = start;
    for (size_t i = start; i < end; i++) {
        if (bytes[i] == '\r') {
            add_piece(decoder, done, i);
            done = i + 1;
            decoder->is_shifted = true;
        } else if (bytes[i] == '\n' && !decoder->is_contiguous) {
            add_piece(decoder, done, i + 1);
            done = i + 1;
            decoder->is_shifted = true;
        }
    }
    add_piece(decoder, done, end);
}

void decode_skip(Decoder *decoder)
{
    decoder->is_shifted = true;
}

static void add_code_point(Decoder *decoder, size_t at, uint32_t code_point)
{
    char bytes[UTF8_MAX_SIZE];
    const size_t size = utf8_encode(code_point, bytes);
    mark_shift(decoder, at);
    if (code_point == '\n' || code_point == '\r' || code_point == '\t')
        buffer_print(decoder->xml, "&#%u;", (unsigned) code_point); // no line of the file ends here
    else
        add_escaped(decoder->xml, (Slice){bytes, size});
    decoder->run.text_size += (uint32_t) size;
    decoder->is_shifted = true;
}

static bool is_writable(uint32_t code_point)
{
    char bytes[UTF8_MAX_SIZE];
    size_t offset;
    uint32_t found;
    if (code_point == 0 || code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF))
        return false;
    const Slice text = {bytes, utf8_encode(code_point, bytes)};
    return !utf8_find_control(text, &offset, &found) &&
           !utf8_find_bidi_control(text, &offset, &found);
}

/* The value of a digit, at most 15; 16 for any other byte. */
static uint32_t digit_of(char byte)
{
    if (byte >= '0' && byte <= '9')
        return (uint32_t) (byte - '0');
    const char lower = (char) (byte | 0x20);
    return lower >= 'a' && lower <= 'f' ? (uint32_t) (lower - 'a' + 10) : 16;
}

static bool read_number(Slice digits, uint32_t *ret_code_point)
{
    const bool is_hex = digits.size > 0 && (digits.at[0] == 'x' || digits.at[0] == 'X');
    const uint32_t base = is_hex ? 16 : 10;
    const Slice rest = slice_from(digits, is_hex ? 1 : 0);
    uint32_t value = 0;
    for (size_t i = 0; i < rest.size; i++) {
        const uint32_t digit = digit_of(rest.at[i]);
        if (digit >= base || value > 0x10FFFF)
            return false;
        value = value * base + digit;
    }
    *ret_code_point = value;
    return rest.size > 0 && is_writable(value);
}

static bool is_name_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '#';
}

DecodeResult decode_entity(Decoder *decoder, size_t at, size_t limit, size_t *ret_end)
{
    const Slice text = decoder->input->text;
    size_t end = at + 1;
    while (end < limit && end - at < MAX_ENTITY_SIZE && is_name_byte(text.at[end]))
        end++;
    if (end == at + 1 || end == limit || text.at[end] != ';')
        return DECODE_NOT_ENTITY;
    const Slice name = slice_part(text, at + 1, end);
    uint32_t code_point;
    *ret_end = end + 1;
    if (slice_starts(name, SLICE("#")) ? !read_number(slice_from(name, 1), &code_point)
                                       : !xml_find_entity(name, &code_point))
        return DECODE_UNKNOWN;
    add_code_point(decoder, at, code_point);
    if (decoder->input->mode == TIDY_TEMPLATE && (code_point == '{' || code_point == '}'))
        add_code_point(decoder, at, code_point);
    return DECODE_FINE;
}
