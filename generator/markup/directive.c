/* The lines of directives: what they are, and what stands in their braces. */
#include "markup/directive.h"

#include "base/arena.h"
#include "base/report.h"
#include "markup/typing.h"

#define MIN_FENCE 3
#define LEAF_COLONS 2

/* `text` is being read at `at`; it begins at `offset` in its source. */
typedef struct Reader {
    Arena *arena;
    Slice text;
    size_t at;
    uint32_t offset;
    const Source *source;
    Report *report; /* NULL: say nothing */
    DirectiveAttribute *attributes;
    size_t count;
    size_t capacity;
} Reader;

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* Letters of any script: every byte of a character above ASCII counts, joiners too. */
static bool is_name_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '-' || byte == '_' || (unsigned char) byte > 127;
}

static size_t colons_of(Slice line)
{
    size_t count = 0;
    while (count < line.size && line.at[count] == ':')
        count++;
    return count;
}

/* `name` or `name{…}` and nothing else: prose may begin with two colons. */
static bool is_leaf(Slice rest)
{
    size_t at = 0;
    while (at < rest.size && is_name_byte(rest.at[at]))
        at++;
    const Slice after = slice_trim(slice_from(rest, at));
    return at > 0 && (after.size == 0 || after.at[0] == '{');
}

DirectiveLine directive_probe(Slice line, uint32_t *ret_colons)
{
    const size_t colons = colons_of(line);
    *ret_colons = (uint32_t) colons;
    if (colons < LEAF_COLONS)
        return DIRECTIVE_NONE;
    const Slice rest = slice_from(line, colons);
    if (colons == LEAF_COLONS)
        return is_leaf(rest) ? DIRECTIVE_LEAF : DIRECTIVE_NONE;
    return slice_trim(rest).size == 0 ? DIRECTIVE_CLOSE : DIRECTIVE_OPEN;
}

static void skip_blanks(Reader *reader)
{
    while (reader->at < reader->text.size && is_blank(reader->text.at[reader->at]))
        reader->at++;
}

static bool is_at_end(const Reader *reader)
{
    return reader->at >= reader->text.size;
}

static bool is_at(const Reader *reader, char byte)
{
    return !is_at_end(reader) && reader->text.at[reader->at] == byte;
}

static uint32_t offset_of(const Reader *reader, size_t at)
{
    return reader->offset + (uint32_t) at;
}

/* Says what was expected from `start` on. Reading ends there. */
static void report_syntax(Reader *reader, size_t start, Slice expected)
{
    const Slice found = slice_trim(slice_from(reader->text, start));
    const Slice line = slice_trim(reader->text);
    const uint32_t end = offset_of(reader, reader->text.size);
    reader->at = reader->text.size;
    if (reader->report == NULL)
        return;
    const Span span = {reader->source, found.size > 0 ? offset_of(reader, start) : reader->offset,
                       end};
    report_add(reader->report, &(Diagnostic){.code = DIAGNOSTIC_DIRECTIVE_SYNTAX,
                                             .span = span,
                                             .words = {found.size > 0 ? found : line, expected}});
}

static Slice read_name(Reader *reader)
{
    const size_t start = reader->at;
    while (!is_at_end(reader) && is_name_byte(reader->text.at[reader->at]))
        reader->at++;
    return slice_part(reader->text, start, reader->at);
}

/* The mark that closes the quotation which begins here; empty for a bare word. */
static Slice closing_mark(const Reader *reader)
{
    static const struct {
        Slice open, close;
    } marks[] = {
        {SLICE_INIT("\""), SLICE_INIT("\"")},
        {SLICE_INIT("'"), SLICE_INIT("'")},
        {SLICE_INIT("«"), SLICE_INIT("»")},
    };
    const Slice rest = slice_from(reader->text, reader->at);
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (slice_starts(rest, marks[i].open))
            return marks[i].close;
    return (Slice){0};
}

static bool read_quoted(Reader *reader, Slice close, DirectiveAttribute *attribute)
{
    const size_t open = reader->at;
    const size_t start = open + close.size; // the marks of a pair have one size
    size_t size = 0;
    if (!slice_find(slice_from(reader->text, start), close, &size)) {
        report_syntax(reader, open, close);
        return false;
    }
    attribute->value = slice_part(reader->text, start, start + size);
    attribute->value_start = offset_of(reader, start);
    attribute->value_end = offset_of(reader, start + size);
    reader->at = start + size + close.size;
    return true;
}

static bool read_word(Reader *reader, DirectiveAttribute *attribute)
{
    const size_t start = reader->at;
    while (!is_at_end(reader) && !is_blank(reader->text.at[reader->at]) && !is_at(reader, '}'))
        reader->at++;
    attribute->value = slice_part(reader->text, start, reader->at);
    attribute->value_start = offset_of(reader, start);
    attribute->value_end = offset_of(reader, reader->at);
    if (reader->at == start)
        report_syntax(reader, start, SLICE("\"…\""));
    return attribute->value.size > 0;
}

static bool read_value(Reader *reader, DirectiveAttribute *attribute)
{
    const Slice close = closing_mark(reader);
    return close.size > 0 ? read_quoted(reader, close, attribute) : read_word(reader, attribute);
}

static bool read_attribute(Reader *reader, DirectiveAttribute *attribute)
{
    const size_t start = reader->at;
    *attribute = (DirectiveAttribute){.key = read_name(reader),
                                      .key_start = offset_of(reader, start),
                                      .key_end = offset_of(reader, reader->at)};
    if (attribute->key.size == 0) {
        report_syntax(reader, start, SLICE("key=\"value\""));
        return false;
    }
    if (is_at(reader, '=')) {
        reader->at++;
        return read_value(reader, attribute);
    }
    attribute->is_flag = true;
    attribute->value = SLICE("true");
    attribute->value_start = attribute->key_start;
    attribute->value_end = attribute->key_end;
    return true;
}

static const DirectiveAttribute *find_key(const DirectiveAttribute *attributes, size_t count,
                                          Slice key)
{
    for (size_t i = 0; i < count; i++)
        if (slice_equal(attributes[i].key, key))
            return &attributes[i];
    return NULL;
}

static void report_repeat(Reader *reader, const DirectiveAttribute *attribute,
                          const DirectiveAttribute *first)
{
    if (reader->report == NULL)
        return;
    report_add(reader->report,
               &(Diagnostic){
                   .code = DIAGNOSTIC_DIRECTIVE_REPEAT,
                   .span = {reader->source, attribute->key_start, attribute->key_end},
                   .other = {reader->source, first->key_start, first->key_end},
                   .words = {attribute->key},
               });
}

static void keep_attribute(Reader *reader, const DirectiveAttribute *attribute)
{
    const DirectiveAttribute *first = find_key(reader->attributes, reader->count, attribute->key);
    if (first != NULL) {
        report_repeat(reader, attribute, first);
        return;
    }
    if (reader->count == reader->capacity)
        reader->attributes =
            arena_grow(reader->arena, reader->attributes, sizeof(DirectiveAttribute), reader->count,
                       &reader->capacity);
    reader->attributes[reader->count++] = *attribute;
}

/* Reads up to the closing brace or the end of the text, whichever comes first. */
static void read_attributes(Reader *reader)
{
    for (skip_blanks(reader); !is_at_end(reader) && !is_at(reader, '}'); skip_blanks(reader)) {
        DirectiveAttribute attribute;
        const size_t start = reader->at;
        if (reader->count == DIRECTIVE_MAX_ATTRIBUTES)
            report_syntax(reader, start, SLICE("}"));
        else if (read_attribute(reader, &attribute))
            keep_attribute(reader, &attribute);
    }
}

static void read_braces(Reader *reader)
{
    const size_t open = reader->at++;
    read_attributes(reader);
    if (is_at(reader, '}')) {
        reader->at++;
        return;
    }
    // A fault inside has been reported and has moved the reader to the end, where a brace may
    // stand.
    if (!slice_ends(slice_trim_end(reader->text), SLICE("}")))
        report_syntax(reader, open, SLICE("}"));
}

DirectiveDetail *directive_read(Arena *arena, Span line, Report *report)
{
    Reader reader = {.arena = arena,
                     .text = span_text(line),
                     .offset = line.start,
                     .source = line.source,
                     .report = report};
    DirectiveDetail *detail = ARENA_NEW(arena, DirectiveDetail);
    reader.at = colons_of(reader.text);
    detail->is_leaf = reader.at < MIN_FENCE;
    skip_blanks(&reader);
    detail->name_start = offset_of(&reader, reader.at);
    detail->name = read_name(&reader);
    detail->name_end = offset_of(&reader, reader.at);
    if (detail->name.size == 0)
        report_syntax(&reader, reader.at, SLICE(":::name"));
    skip_blanks(&reader);
    if (is_at(&reader, '{'))
        read_braces(&reader);
    skip_blanks(&reader);
    if (!is_at_end(&reader))
        report_syntax(&reader, reader.at, SLICE("{key=\"value\"}"));
    detail->attributes = reader.attributes;
    detail->attribute_count = (uint32_t) reader.count;
    return detail;
}

size_t directive_read_attributes(Arena *arena, Slice text, DirectiveAttribute **ret_attributes)
{
    Reader reader = {.arena = arena, .text = text};
    read_attributes(&reader);
    *ret_attributes = reader.attributes;
    return reader.count;
}

void directive_check_stray(const Document *document, NodeId text, Report *report)
{
    const Span span = node_span(document, text);
    uint32_t colons = 0;
    uint32_t start = 0;
    const Slice line = source_line(document->source, span.start, &start);
    const Slice before = slice_to(line, span.start - start);
    if (directive_probe(span_text(span), &colons) != DIRECTIVE_CLOSE ||
        span.start + colons != start + slice_trim_end(line).size ||
        typing_skip_containers(before) != before.size)
        return;
    report_add(report, &(Diagnostic){.code = DIAGNOSTIC_DIRECTIVE_STRAY,
                                     .span = span,
                                     .words = {span_text(span)}});
}

const DirectiveAttribute *directive_find(const DirectiveDetail *directive, Slice key)
{
    return find_key(directive->attributes, directive->attribute_count, key);
}
