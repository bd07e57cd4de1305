/* The form for GitHub's annotations: one workflow command on each line. */
#include "base/report_form.h"

#define MAX_MESSAGE_SIZE ((size_t) 8 << 10)

/* `special`: the bytes that end a value here and are percent-encoded. */
static void add_encoded(Buffer *out, Slice text, Slice special)
{
    for (size_t i = 0; i < text.size; i++) {
        size_t place;
        if (slice_find_byte(special, text.at[i], &place))
            buffer_print(out, "%%%02X", (unsigned char) text.at[i]);
        else
            buffer_add_byte(out, text.at[i]);
    }
}

static void add_property(Buffer *out, const char *name, Slice value)
{
    buffer_add(out, slice_of_string(name));
    add_encoded(out, value, SLICE("%\r\n:,"));
}

static void add_place(Buffer *out, const ReportEntry *entry)
{
    if (entry->from.line == 0)
        return;
    buffer_print(out, ",line=%u,col=%u", entry->from.line, entry->from.column);
    if (entry->to.line == entry->from.line)
        buffer_print(out, ",endColumn=%u", entry->to.column);
    else
        buffer_print(out, ",endLine=%u", entry->to.line);
}

void report_github_entry(Buffer *out, const ReportEntry *entry, const ReportStyle *style)
{
    static const char *const commands[] = {
        [SEVERITY_OFF] = "::notice ",
        [SEVERITY_NOTE] = "::notice ",
        [SEVERITY_WARNING] = "::warning ",
        [SEVERITY_ERROR] = "::error ",
    };
    buffer_add(out, slice_of_string(commands[entry->severity]));
    add_property(out, "file=", entry->path);
    add_place(out, entry);
    add_property(out, ",title=", diagnostic_name(entry->code));
    buffer_add(out, SLICE("::"));
    Buffer message;
    buffer_init(&message, out->arena, MAX_MESSAGE_SIZE);
    report_add_sentence(&message, entry, style);
    if (report_has_suggestion(entry))
        buffer_add(&message, style->is_persian ? SLICE("؛ ") : SLICE("; "));
    report_add_suggestion(&message, entry, style);
    add_encoded(out, buffer_slice(&message), SLICE("%\r\n"));
    buffer_add_byte(out, '\n');
}
