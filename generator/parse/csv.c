/* RFC 4180 with places: every field knows its bytes in the file. */
#include "parse/csv.h"

typedef struct CsvReader {
    Arena *arena;
    const Source *source;
    Report *report;
    size_t offset;
    CsvField *fields;
    size_t count;
    size_t capacity;
} CsvReader;

static bool at_end(const CsvReader *reader)
{
    return reader->offset >= reader->source->bytes.size;
}

static char peek(const CsvReader *reader)
{
    return reader->source->bytes.at[reader->offset];
}

static void fault(CsvReader *reader, DiagnosticCode code, size_t start, size_t end, Slice first,
                  Slice second)
{
    report_add(reader->report,
               &(Diagnostic){.code = code,
                             .span = {reader->source, (uint32_t) start, (uint32_t) end},
                             .words = {first, second}});
}

/* The text between quotes, a doubled quote standing for one. */
static Slice unquote(Arena *arena, Slice quoted)
{
    Buffer buffer;
    buffer_init(&buffer, arena, quoted.size + 1);
    for (size_t i = 0; i < quoted.size; i++) {
        buffer_add_byte(&buffer, quoted.at[i]);
        if (quoted.at[i] == '"')
            i++;
    }
    return buffer_slice(&buffer);
}

static bool read_quoted(CsvReader *reader, CsvField *field)
{
    size_t start = reader->offset++;
    bool has_quotes = false;
    for (; !at_end(reader); reader->offset++) {
        if (peek(reader) != '"')
            continue;
        bool is_doubled = reader->offset + 1 < reader->source->bytes.size &&
                          reader->source->bytes.at[reader->offset + 1] == '"';
        if (!is_doubled)
            break;
        has_quotes = true;
        reader->offset++;
    }
    if (at_end(reader)) {
        fault(reader, DIAGNOSTIC_CSV_QUOTE, start, start + 1, (Slice){0}, (Slice){0});
        return false;
    }
    Slice inner = slice_part(reader->source->bytes, start + 1, reader->offset);
    field->text = has_quotes ? unquote(reader->arena, inner) : inner;
    field->start = (uint32_t) start;
    field->end = (uint32_t) ++reader->offset;
    bool is_closed =
        at_end(reader) || peek(reader) == ',' || peek(reader) == '\n' || peek(reader) == '\r';
    if (!is_closed)
        fault(reader, DIAGNOSTIC_CSV_QUOTE, start, reader->offset, (Slice){0}, (Slice){0});
    return is_closed;
}

static void read_plain(CsvReader *reader, CsvField *field)
{
    size_t start = reader->offset;
    while (!at_end(reader) && peek(reader) != ',' && peek(reader) != '\n' && peek(reader) != '\r')
        reader->offset++;
    field->text = slice_part(reader->source->bytes, start, reader->offset);
    field->start = (uint32_t) start;
    field->end = (uint32_t) reader->offset;
}

static bool read_row(CsvReader *reader, size_t *ret_count)
{
    size_t count = 0;
    for (;;) {
        reader->fields = arena_grow(reader->arena, reader->fields, sizeof(CsvField), reader->count,
                                    &reader->capacity);
        CsvField *field = &reader->fields[reader->count++];
        count++;
        if (!at_end(reader) && peek(reader) == '"') {
            if (!read_quoted(reader, field))
                return false;
        } else {
            read_plain(reader, field);
        }
        if (at_end(reader) || peek(reader) != ',')
            break;
        reader->offset++;
    }
    if (!at_end(reader) && peek(reader) == '\r')
        reader->offset++;
    if (!at_end(reader) && peek(reader) == '\n')
        reader->offset++;
    *ret_count = count;
    return true;
}

/* A row against the first line. */
static void report_ragged(const CsvReader *reader, size_t start, size_t count, size_t column_count)
{
    const CsvField *fields = reader->fields;
    report_add(
        reader->report,
        &(Diagnostic){.code = DIAGNOSTIC_CSV_RAGGED,
                      .span = {reader->source, (uint32_t) start, (uint32_t) reader->offset},
                      .other = {reader->source, fields[0].start, fields[column_count - 1].end},
                      .words = {slice_print(reader->arena, "%zu", count),
                                slice_print(reader->arena, "%zu", column_count)}});
}

bool csv_read(Arena *arena, const Source *source, Report *report, CsvTable *ret_table)
{
    CsvReader reader = {.arena = arena, .source = source, .report = report};
    if (slice_starts(source->bytes, SLICE("\xEF\xBB\xBF")))
        reader.offset = 3;
    size_t column_count = 0, row_count = 0;
    bool is_fine = true;
    while (!at_end(&reader)) {
        size_t start = reader.offset, count;
        if (!read_row(&reader, &count))
            return false;
        if (row_count == 0)
            column_count = count;
        row_count++;
        if (count == column_count)
            continue;
        report_ragged(&reader, start, count, column_count);
        is_fine = false;
    }
    *ret_table = (CsvTable){reader.fields, column_count, row_count};
    return is_fine;
}
