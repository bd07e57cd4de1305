/* The form for programs: one JSON object on each line. */
#include "base/json.h"
#include "base/report_form.h"

#define MAX_MESSAGE_SIZE ((size_t) 8 << 10)

static void add_number(JsonWriter *json, Slice key, uint32_t number)
{
    json_key(json, key);
    json_int(json, number);
}

static void add_place(JsonWriter *json, const ReportEntry *entry)
{
    if (entry->from.line == 0)
        return;
    add_number(json, SLICE("line"), entry->from.line);
    add_number(json, SLICE("column"), entry->from.column);
    add_number(json, SLICE("end_line"), entry->to.line);
    add_number(json, SLICE("end_column"), entry->to.column);
    add_number(json, SLICE("start"), entry->start);
    add_number(json, SLICE("end"), entry->end);
}

static void add_notes(JsonWriter *json, const ReportEntry *entry, const ReportStyle *style)
{
    json_key(json, SLICE("notes"));
    json_open_array(json);
    if (entry->other_path.size > 0) {
        json_open_object(json);
        json_pair(json, SLICE("message"), style->is_persian ? SLICE("همچنین") : SLICE("see also"));
        json_pair(json, SLICE("path"), entry->other_path);
        add_number(json, SLICE("line"), entry->other.line);
        add_number(json, SLICE("column"), entry->other.column);
        json_close_object(json);
    }
    json_close_array(json);
}

static void add_edits(JsonWriter *json, const ReportEntry *entry)
{
    json_key(json, SLICE("edits"));
    json_open_array(json);
    for (size_t i = 0; i < entry->edit_count; i++) {
        json_open_object(json);
        add_number(json, SLICE("start"), entry->edits[i].span.start);
        add_number(json, SLICE("end"), entry->edits[i].span.end);
        json_pair(json, SLICE("text"), entry->edits[i].text);
        json_close_object(json);
    }
    json_close_array(json);
}

static void add_fixes(JsonWriter *json, const ReportEntry *entry, const ReportStyle *style,
                      Buffer *message)
{
    json_key(json, SLICE("fixes"));
    json_open_array(json);
    if (entry->edit_count > 0) {
        json_open_object(json);
        json_key(json, SLICE("safe"));
        json_bool(json, entry->is_safe_fix);
        buffer_clear(message);
        report_add_fix_label(message, entry, style);
        json_pair(json, SLICE("label"), buffer_slice(message));
        add_edits(json, entry);
        json_close_object(json);
    }
    json_close_array(json);
}

void report_json_entry(Buffer *out, const ReportEntry *entry, const ReportStyle *style)
{
    Buffer message;
    buffer_init(&message, out->arena, MAX_MESSAGE_SIZE);
    JsonWriter json;
    json_init(&json, out);
    json_open_object(&json);
    json_pair(&json, SLICE("severity"), report_severity_name(entry->severity));
    json_pair(&json, SLICE("code"), diagnostic_name(entry->code));
    report_add_sentence(&message, entry, style);
    json_pair(&json, SLICE("message"), buffer_slice(&message));
    json_pair(&json, SLICE("path"), entry->path);
    add_place(&json, entry);
    add_notes(&json, entry, style);
    add_fixes(&json, entry, style, &message);
    json_close_object(&json);
    buffer_add_byte(out, '\n');
}
