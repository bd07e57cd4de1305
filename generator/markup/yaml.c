/* Door to libyaml: turns its events into a Value and refuses what content has no use for. */
#include "markup/yaml.h"

#include "base/arena.h"
#include "base/table.h"
#include "base/utf8.h"
#include "markup/doctor.h"

#include <yaml.h>

#include <assert.h>
#include <string.h>

// a file with more faults than this is not what it seems; the rest of it is not looked at
#define MAX_FAULTS 100

// below this many keys, comparing each with each is faster than a table
#define FEW_KEYS 16

const YamlLimits YAML_FRONT_MATTER = {64 * 1024, 4096};
const YamlLimits YAML_SETTINGS = {256 * 1024, 4096};
const YamlLimits YAML_DATA = {64 * 1024 * 1024, 65536};

/* A list or map that is still open. */
typedef struct Frame {
    Value value;
    size_t capacity;
    Slice key; /* map: the key that waits for its value */
    Span key_span;
    bool has_key;
} Frame;

typedef struct Reader {
    Arena *arena;
    Arena *tree; /* for lists and maps */
    Report *report;
    const YamlLimits *limits;
    Span part;
    Slice text;
    bool is_ascii;
    size_t cursor_index; /* libyaml counts code points, we count bytes: the same place in both */
    size_t cursor_offset;
    Frame frames[YAML_MAX_DEPTH + 1];
    size_t depth;
    uint32_t node_count;
    uint32_t document_count;
    uint32_t fault_count;
    Value root;
    bool is_broken;
    bool is_stopped;
} Reader;

static uint32_t offset_of(Reader *reader, size_t index)
{
    if (reader->is_ascii)
        return reader->part.start +
               (uint32_t) (index < reader->text.size ? index : reader->text.size);
    while (reader->cursor_index < index && reader->cursor_offset < reader->text.size) {
        utf8_next(reader->text, &reader->cursor_offset);
        reader->cursor_index++;
    }
    while (reader->cursor_index > index && reader->cursor_offset > 0) {
        utf8_previous(reader->text, &reader->cursor_offset);
        reader->cursor_index--;
    }
    return reader->part.start + (uint32_t) reader->cursor_offset;
}

static Span event_span(Reader *reader, const yaml_event_t *event)
{
    const uint32_t start = offset_of(reader, event->start_mark.index);
    uint32_t end = offset_of(reader, event->end_mark.index);
    const char *bytes = reader->part.source->bytes.at;
    // a block ends where the next thing begins; what lies between is not part of it
    while (end > start &&
           (bytes[end - 1] == '\n' || bytes[end - 1] == '\r' || bytes[end - 1] == ' '))
        end--;
    return (Span){reader->part.source, start, end};
}

static void add_fault(Reader *reader, const Diagnostic *diagnostic)
{
    report_add(reader->report, diagnostic);
    reader->is_broken = true;
    if (++reader->fault_count >= MAX_FAULTS)
        reader->is_stopped = true;
}

static void refuse(Reader *reader, DiagnosticCode code, Span span, Slice word)
{
    add_fault(reader, &(Diagnostic){.code = code, .span = span, .words = {word}});
}

static void refuse_limit(Reader *reader, DiagnosticCode code, Span span, uint32_t limit)
{
    refuse(reader, code, span, slice_print(reader->arena, "%u", limit));
    reader->is_stopped = true;
}

/* The word at the start of a span, up to a blank: "&name", "!tag". */
static Span first_word(Span span)
{
    Slice text = span_text(span);
    size_t size = 0;
    while (size < text.size && text.at[size] != ' ' && text.at[size] != '\n' &&
           text.at[size] != '\r')
        size++;
    span.end = span.start + (uint32_t) size;
    return span;
}

static void check_properties(Reader *reader, Span span, bool has_anchor, bool has_tag)
{
    const Span word = first_word(span);
    if (has_anchor)
        refuse(reader, DIAGNOSTIC_YAML_ANCHOR, word, span_text(word));
    // libyaml hides the tag "!" that stands alone
    if (has_tag || (!has_anchor && slice_starts(span_text(span), SLICE("!"))))
        refuse(reader, DIAGNOSTIC_YAML_TAG, word, span_text(word));
}

static void refuse_invisible(Reader *reader, Span span)
{
    const Slice text = span_text(span);
    size_t offset = 0;
    while (offset < text.size) {
        const size_t start = offset;
        const uint32_t code_point = utf8_next(text, &offset);
        if (!utf8_is_invisible(code_point))
            continue;
        const Span place = {span.source, span.start + (uint32_t) start,
                            span.start + (uint32_t) offset};
        const Edit edit = {.span = place};
        add_fault(reader, &(Diagnostic){.code = DIAGNOSTIC_HIDDEN_NAME,
                                        .span = place,
                                        .words = {slice_print(reader->arena, "U+%04X", code_point)},
                                        .edits = &edit,
                                        .edit_count = 1});
        return;
    }
}

static void check_key(Reader *reader, yaml_scalar_style_t style, Slice key, Span span)
{
    const bool is_word = style == YAML_PLAIN_SCALAR_STYLE ||
                         style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
                         style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    if (!is_word || key.size == 0 || slice_contains(key, SLICE("\n")))
        refuse(reader, DIAGNOSTIC_YAML_KEY, span, span_text(span));
    else if (style == YAML_PLAIN_SCALAR_STYLE && slice_equal(key, SLICE("<<")))
        refuse(reader, DIAGNOSTIC_YAML_MERGE, span, key);
    else if (key.size > YAML_MAX_KEY_SIZE)
        refuse(reader, DIAGNOSTIC_YAML_KEY_SIZE, span,
               slice_print(reader->arena, "%d", YAML_MAX_KEY_SIZE));
    else
        refuse_invisible(reader, span);
}

static void add_value(Reader *reader, Value value)
{
    if (reader->depth == 0) {
        reader->root = value;
        return;
    }
    Frame *frame = &reader->frames[reader->depth - 1];
    if (frame->value.kind == VALUE_MAP && !frame->has_key) {
        // a list or a map as a key: it was refused when it began
        frame->has_key = true;
        frame->key = (Slice){0};
        frame->key_span = value.span;
        return;
    }
    frame->value.entries = arena_grow(reader->tree, frame->value.entries, sizeof(ValueEntry),
                                      frame->value.count, &frame->capacity);
    frame->value.entries[frame->value.count++] = (ValueEntry){frame->key, frame->key_span, value};
    frame->has_key = false;
    frame->key = (Slice){0};
}

static bool is_key_place(const Reader *reader)
{
    if (reader->depth == 0)
        return false;
    const Frame *frame = &reader->frames[reader->depth - 1];
    return frame->value.kind == VALUE_MAP && !frame->has_key;
}

static bool is_nothing(Slice text)
{
    return text.size == 0 || slice_equal(text, SLICE("~")) || slice_equal(text, SLICE("null"));
}

/* Where it stands in the source as it is meant, the source serves. */
static Slice scalar_text(const Reader *reader, const yaml_event_t *event, Span span)
{
    const Slice text = {(const char *) event->data.scalar.value, event->data.scalar.length};
    const Slice typed = span_text(span);
    return slice_equal(text, typed) ? typed : slice_copy(reader->arena, text);
}

static void read_scalar(Reader *reader, const yaml_event_t *event)
{
    const yaml_scalar_style_t style = event->data.scalar.style;
    const Span span = event_span(reader, event);
    const Slice text = scalar_text(reader, event, span);
    check_properties(reader, span, event->data.scalar.anchor != NULL,
                     event->data.scalar.tag != NULL);
    if (is_key_place(reader)) {
        check_key(reader, style, text, span);
        Frame *frame = &reader->frames[reader->depth - 1];
        frame->key = text;
        frame->key_span = span;
        frame->has_key = true;
        return;
    }
    const bool is_quoted = style != YAML_PLAIN_SCALAR_STYLE;
    const ValueKind kind = !is_quoted && is_nothing(text) ? VALUE_NONE : VALUE_SCALAR;
    add_value(reader, (Value){.kind = kind,
                              .is_quoted = is_quoted,
                              .span = span,
                              .text = kind == VALUE_NONE ? (Slice){0} : text});
}

static void open_frame(Reader *reader, ValueKind kind, Span span)
{
    if (is_key_place(reader))
        refuse(reader, DIAGNOSTIC_YAML_KEY, first_word(span), span_text(first_word(span)));
    if (reader->depth == YAML_MAX_DEPTH + 1) {
        refuse_limit(reader, DIAGNOSTIC_YAML_DEPTH, span, YAML_MAX_DEPTH);
        return;
    }
    reader->frames[reader->depth++] = (Frame){.value = {.kind = kind, .span = span}};
}

static void refuse_repeated(Reader *reader, const ValueEntry *first, const ValueEntry *second)
{
    const Source *source = first->key_span.source;
    const bool is_told = !report_is_full(reader->report, source->path);
    const Position position =
        is_told ? source_position(source, first->key_span.start) : (Position){0};
    add_fault(reader, &(Diagnostic){
                          .code = DIAGNOSTIC_YAML_REPEATED_KEY,
                          .span = second->key_span,
                          .other = first->key_span,
                          .words = {second->key, slice_print(reader->arena, "%u", position.line)}});
}

static void check_few_keys(Reader *reader, const Value *map)
{
    for (size_t i = 1; i < map->count; i++) {
        size_t earlier = 0;
        while (earlier < i && !slice_equal(map->entries[earlier].key, map->entries[i].key))
            earlier++;
        if (earlier < i && map->entries[i].key.size > 0)
            refuse_repeated(reader, &map->entries[earlier], &map->entries[i]);
    }
}

static void check_repeated_keys(Reader *reader, const Value *map)
{
    if (map->count <= FEW_KEYS) {
        check_few_keys(reader, map);
        return;
    }
    Table table;
    table_init(&table, reader->tree);
    for (size_t i = 0; i < map->count && !reader->is_stopped; i++) {
        ValueEntry *entry = &map->entries[i];
        if (entry->key.size > 0 && !table_add(&table, entry->key, entry))
            refuse_repeated(reader, table_find(&table, entry->key), entry);
    }
}

static void close_frame(Reader *reader, const yaml_event_t *event)
{
    assert(reader->depth > 0);
    Frame *frame = &reader->frames[--reader->depth];
    Value *value = &frame->value;
    if (event->start_mark.index < event->end_mark.index)
        value->span.end = offset_of(reader, event->end_mark.index); // "]" or "}"
    else if (value->count > 0)
        value->span.end = value->entries[value->count - 1].value.span.end;
    if (value->kind == VALUE_MAP)
        check_repeated_keys(reader, value);
    add_value(reader, *value);
}

static void read_alias(Reader *reader, const yaml_event_t *event)
{
    const Span span = event_span(reader, event);
    refuse(reader, DIAGNOSTIC_YAML_ALIAS, span, span_text(span));
    if (is_key_place(reader))
        refuse(reader, DIAGNOSTIC_YAML_KEY, span, span_text(span));
    add_value(reader, (Value){.kind = VALUE_NONE, .span = span});
}

static void count_node(Reader *reader, const yaml_event_t *event)
{
    if (++reader->node_count > reader->limits->max_nodes)
        refuse_limit(reader, DIAGNOSTIC_YAML_NODES, event_span(reader, event),
                     reader->limits->max_nodes);
}

static void start_document(Reader *reader, const yaml_event_t *event)
{
    if (reader->document_count++ == 0)
        return;
    refuse(reader, DIAGNOSTIC_YAML_SECOND_DOCUMENT, event_span(reader, event), (Slice){0});
    reader->is_stopped = true;
}

static void read_event(Reader *reader, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        return;
    case YAML_DOCUMENT_START_EVENT:
        start_document(reader, event);
        return;
    case YAML_ALIAS_EVENT:
        count_node(reader, event);
        read_alias(reader, event);
        return;
    case YAML_SCALAR_EVENT:
        count_node(reader, event);
        read_scalar(reader, event);
        return;
    case YAML_SEQUENCE_START_EVENT:
        count_node(reader, event);
        check_properties(reader, event_span(reader, event),
                         event->data.sequence_start.anchor != NULL,
                         event->data.sequence_start.tag != NULL);
        open_frame(reader, VALUE_LIST, event_span(reader, event));
        return;
    case YAML_MAPPING_START_EVENT:
        count_node(reader, event);
        check_properties(reader, event_span(reader, event),
                         event->data.mapping_start.anchor != NULL,
                         event->data.mapping_start.tag != NULL);
        open_frame(reader, VALUE_MAP, event_span(reader, event));
        return;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        close_frame(reader, event);
        return;
    }
}

static void explain_failure(Reader *reader, const yaml_parser_t *parser)
{
    if (parser->error == YAML_MEMORY_ERROR)
        arena_out_of_memory(reader->text.size);
    YamlFault fault = {.part = reader->part};
    if (parser->error == YAML_READER_ERROR) {
        const size_t offset = parser->problem_offset;
        fault.problem = reader->part.start +
                        (uint32_t) (offset < reader->text.size ? offset : reader->text.size);
        fault.context = fault.problem;
    } else {
        fault.problem = offset_of(reader, parser->problem_mark.index);
        fault.context =
            parser->context != NULL ? offset_of(reader, parser->context_mark.index) : fault.problem;
        // of a key without ": " the mark can lie one line late
        if (parser->problem_mark.column == 0 && parser->context != NULL &&
            strcmp(parser->context, "while scanning a simple key") == 0)
            fault.problem = fault.context;
    }
    doctor_explain(reader->arena, &fault, reader->report);
    reader->is_broken = true;
}

static void read_events(Reader *reader)
{
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser))
        arena_out_of_memory(sizeof parser);
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *) reader->text.at,
                                 reader->text.size);
    bool is_end = false;
    while (!is_end && !reader->is_stopped) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            explain_failure(reader, &parser);
            break;
        }
        is_end = event.type == YAML_STREAM_END_EVENT;
        read_event(reader, &event);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
}

static bool refuse_directives(Reader *reader)
{
    Slice rest = reader->text;
    Slice line;
    while (!reader->is_stopped && slice_cut_line(&rest, &line))
        if (slice_starts(line, SLICE("%")))
            refuse(reader, DIAGNOSTIC_YAML_PERCENT_LINE, span_of(reader->part.source, line), line);
    return reader->is_broken;
}

bool yaml_read(Arena *arena, Arena *tree, Span part, const YamlLimits *limits, Report *report,
               Value *ret_value)
{
    const Slice text = span_text(part);
    Reader reader = {.arena = arena,
                     .tree = tree,
                     .report = report,
                     .limits = limits,
                     .part = part,
                     .text = text};
    *ret_value = (Value){.kind = VALUE_MAP, .span = part};
    if (text.size > limits->max_size) {
        refuse_limit(&reader, DIAGNOSTIC_YAML_SIZE, (Span){part.source, part.start, part.start},
                     limits->max_size / 1024);
        return false;
    }
    if (text.size == 0)
        return true;
    if (refuse_directives(&reader))
        return false;
    reader.is_ascii = slice_is_ascii(text);
    read_events(&reader);
    if (reader.is_broken || !doctor_check(tree, &reader.root, report))
        return false;
    if (reader.root.kind == VALUE_MAP)
        *ret_value = reader.root;
    return true;
}

static uint32_t skip_mark(const Source *source)
{
    return slice_starts(source->bytes, SLICE("\xEF\xBB\xBF")) ? 3 : 0;
}

bool yaml_read_file(Arena *arena, const Source *source, const YamlLimits *limits, Report *report,
                    Value *ret_value)
{
    const Span part = {source, skip_mark(source), (uint32_t) source->bytes.size};
    return yaml_read(arena, arena, part, limits, report, ret_value);
}

static bool is_fence(Slice line)
{
    return slice_equal(slice_trim_end(line), SLICE("---"));
}

static bool report_form(const Source *source, Slice line, Report *report)
{
    const bool is_toml = slice_equal(slice_trim_end(line), SLICE("+++"));
    // "{" alone or before a quote is JSON; "{name}" may begin a text
    const Slice json = slice_trim(slice_from(line, 1));
    const bool is_json = slice_starts(line, SLICE("{")) && (json.size == 0 || json.at[0] == '"');
    if (is_toml || is_json)
        report_add(report, &(Diagnostic){.code = DIAGNOSTIC_FRONT_MATTER_FORM,
                                         .span = span_of(source, line),
                                         .words = {line}});
    return is_toml || is_json;
}

static uint32_t offset_in(const Source *source, Slice rest)
{
    return (uint32_t) (source->bytes.size - rest.size);
}

bool yaml_find_front_matter(const Source *source, Report *report,
                            FrontMatterBlock *ret_front_matter)
{
    const uint32_t start = skip_mark(source);
    Slice rest = slice_from(source->bytes, start);
    Slice line;
    *ret_front_matter = (FrontMatterBlock){.start = start, .end = start, .body_start = start};
    if (!slice_cut_line(&rest, &line))
        return true;
    if (!is_fence(line))
        return !report_form(source, line, report);
    const Span opening = span_of(source, line);
    ret_front_matter->is_present = true;
    ret_front_matter->start = offset_in(source, rest);
    while (slice_cut_line(&rest, &line)) {
        if (!is_fence(line))
            continue;
        ret_front_matter->end = span_of(source, line).start;
        ret_front_matter->body_start = offset_in(source, rest);
        if (ret_front_matter->end - ret_front_matter->start <= YAML_FRONT_MATTER.max_size)
            return true;
        report_add(report, &(Diagnostic){.code = DIAGNOSTIC_FRONT_MATTER_SIZE, .span = opening});
        return false;
    }
    ret_front_matter->end = ret_front_matter->body_start = (uint32_t) source->bytes.size;
    report_add(report,
               &(Diagnostic){.code = DIAGNOSTIC_FRONT_MATTER_NEVER_CLOSED, .span = opening});
    return false;
}
