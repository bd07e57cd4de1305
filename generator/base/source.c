/* A loaded file: reading it, checking it, and finding lines and columns when something is said. */
#include "base/source.h"

#include "base/file.h"
#include "base/report.h"
#include "base/utf8.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#define BYTE_ORDER_MARK SLICE("\xEF\xBB\xBF")

Span span_of(const Source *source, Slice part)
{
    if (part.at == NULL)
        return span_whole(source);
    assert(part.at >= source->bytes.at &&
           part.at + part.size <= source->bytes.at + source->bytes.size);
    size_t start = (size_t) (part.at - source->bytes.at);
    return (Span){source, (uint32_t) start, (uint32_t) (start + part.size)};
}

Slice span_text(Span span)
{
    return span.source != NULL ? slice_part(span.source->bytes, span.start, span.end) : (Slice){0};
}

Span span_whole(const Source *source)
{
    return (Span){source, 0, 0};
}

/* Where the line that holds `offset` starts; a byte order mark belongs to no line. */
static size_t line_start(Slice bytes, size_t offset)
{
    size_t newline;
    if (slice_find_last_byte(slice_to(bytes, offset), '\n', &newline))
        return newline + 1;
    return slice_starts(bytes, BYTE_ORDER_MARK) && offset >= 3 ? 3 : 0;
}

Position source_position(const Source *source, uint32_t offset)
{
    Slice before = slice_to(source->bytes, offset);
    size_t start = line_start(source->bytes, before.size);
    Position position = {.line = 1};
    size_t newline;
    for (Slice rest = before; slice_find_byte(rest, '\n', &newline);) {
        position.line++;
        rest = slice_from(rest, newline + 1);
    }
    position.column = (uint32_t) utf8_count(slice_from(before, start)) + 1;
    return position;
}

Slice source_line(const Source *source, uint32_t offset, uint32_t *ret_start)
{
    size_t start =
        line_start(source->bytes, offset < source->bytes.size ? offset : source->bytes.size);
    Slice rest = slice_from(source->bytes, start);
    Slice line = {0};
    slice_cut_line(&rest, &line);
    *ret_start = (uint32_t) start;
    return line;
}

Source *source_new(Arena *arena, Slice path, Slice bytes)
{
    Source *source = ARENA_NEW(arena, Source);
    source->path = path;
    source->bytes = bytes;
    return source;
}

static void add_character_fault(const Source *source, Report *report, DiagnosticCode code,
                                size_t offset, uint32_t code_point)
{
    char name[16];
    int size = snprintf(name, sizeof(name), "U+%04X", code_point);
    char bytes[UTF8_MAX_SIZE];
    size_t end = offset + utf8_encode(code_point, bytes);
    Edit removal = {.span = {source, (uint32_t) offset, (uint32_t) end}};
    report_add(report, &(Diagnostic){
                           .code = code,
                           .span = removal.span,
                           .words = {{name, (size_t) size}},
                           .edits = &removal,
                           .edit_count = 1,
                       });
}

typedef bool (*CharacterFinder)(Slice text, size_t *ret_offset, uint32_t *ret_code_point);

/* One fault for each line: what follows in the same line may come from the first. */
static bool check_characters(const Source *source, Report *report, DiagnosticCode code,
                             CharacterFinder function)
{
    size_t offset;
    uint32_t code_point;
    size_t start = 0;
    while (function(slice_from(source->bytes, start), &offset, &code_point)) {
        add_character_fault(source, report, code, start + offset, code_point);
        start += offset;
        size_t line_size;
        if (!slice_find_byte(slice_from(source->bytes, start), '\n', &line_size))
            return false;
        start += line_size + 1;
    }
    return start == 0;
}

static void add_encoding_fault(const Source *source, Report *report, size_t offset)
{
    char byte[4];
    int size = snprintf(byte, sizeof(byte), "%02X", (unsigned char) source->bytes.at[offset]);
    report_add(report, &(Diagnostic){
                           .code = DIAGNOSTIC_ENCODING,
                           .span = {source, (uint32_t) offset, (uint32_t) offset + 1},
                           .words = {{byte, (size_t) size}},
                       });
}

bool source_check(const Source *source, Report *report)
{
    size_t offset;
    if (utf8_is_clean(source->bytes))
        return true;
    if (!utf8_check(source->bytes, &offset)) {
        add_encoding_fault(source, report, offset);
        return false;
    }
    bool is_fine = check_characters(source, report, DIAGNOSTIC_CONTROL, utf8_find_control);
    return check_characters(source, report, DIAGNOSTIC_BIDI_CONTROL, utf8_find_bidi_control) &&
           is_fine;
}

static Slice describe_size(char text[32], size_t size)
{
    bool is_whole_mebi = size >= 1u << 20 && size % (1u << 20) == 0;
    bool is_whole_kibi = size >= 1u << 10 && size % (1u << 10) == 0;
    int length = is_whole_mebi   ? snprintf(text, 32, "%zu MiB", size >> 20)
                 : is_whole_kibi ? snprintf(text, 32, "%zu KiB", size >> 10)
                                 : snprintf(text, 32, "%zu B", size);
    return (Slice){text, (size_t) length};
}

bool source_load(Arena *arena, Slice folder, Slice path, size_t max_size, Report *report,
                 Slice *ret_bytes)
{
    assert(max_size < UINT32_MAX);
    const int error = file_read(arena, file_join(arena, folder, path), max_size, ret_bytes);
    if (error == EFBIG) {
        char text[32];
        report_add(report, &(Diagnostic){
                               .code = DIAGNOSTIC_SIZE,
                               .path = path,
                               .words = {describe_size(text, max_size)},
                           });
    } else if (error != 0) {
        file_fault(report, path, error, false);
    }
    return error == 0;
}

bool source_read(Arena *arena, Slice folder, Slice path, size_t max_size, Report *report,
                 Source **ret_source)
{
    Source *source = source_new(arena, slice_copy(arena, path), (Slice){0});
    source->is_unread = !source_load(arena, folder, path, max_size, report, &source->bytes) ||
                        !source_check(source, report);
    *ret_source = source;
    return !source->is_unread;
}
