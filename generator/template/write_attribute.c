/* Writes attributes: each context has its own way to finish a value. */
#include "markup/html.h"
#include "template/evaluate.h"
#include "template/write.h"
#include "text/isolate.h"

static void open_value(Run *run, Slice name)
{
    buffer_add_byte(run->out, ' ');
    buffer_add(run->out, name);
    buffer_add(run->out, SLICE("=\""));
}

static void write_value(Run *run, Slice name, Slice value)
{
    open_value(run, name);
    html_escape_value(run->out, value);
    buffer_add_byte(run->out, '"');
}

/* Ids are ASCII, with blanks between them where a list may stand. */
static bool is_ids(Slice text)
{
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char) text.at[i];
        if (byte < 0x20 || byte > 0x7E)
            return false;
    }
    return text.size > 0;
}

static void write_words(Run *run, Slice name, Slice text)
{
    Slice rest = slice_trim(text);
    open_value(run, name);
    while (rest.size > 0) {
        size_t size = 0;
        while (size < rest.size && slice_trim(slice_part(rest, size, size + 1)).size > 0)
            size++;
        html_escape_value(run->out, slice_to(rest, size));
        rest = slice_trim_start(slice_from(rest, size));
        if (rest.size > 0)
            buffer_add_byte(run->out, ' ');
    }
    buffer_add_byte(run->out, '"');
}

/* An address as a value of its own. */
static void write_url(Run *run, const Op *op, const Url *url)
{
    Buffer out;
    buffer_init(&out, run->scratch, RUN_MAX_OUTPUT_SIZE);
    run->link = *url;
    if (op->context == CONTEXT_RESOURCE && url->kind == URL_EXTERNAL)
        run_fail(run, DIAGNOSTIC_RENDER_VALUE,
                 slice_print(run->scratch, "%.*s loads from another host", SLICE_FORMAT(op->name)),
                 url->path);
    if (write_address(run, url, &out))
        write_value(run, op->name, buffer_slice(&out));
}

static Slice join_parts(Run *run, const Expression *join, uint32_t first)
{
    Buffer out;
    buffer_init(&out, run->scratch, RUN_MAX_OUTPUT_SIZE);
    for (uint32_t i = first; i < join->argument_count; i++)
        write_plain(run, join->parts[i], false, &out);
    return buffer_slice(&out);
}

static Slice fault_words(UrlFault fault)
{
    switch (fault) {
    case URL_FINE:
        break;
    case URL_SCHEME:
        return SLICE("a scheme that is not allowed");
    case URL_HOST:
        return SLICE("no host in ASCII");
    case URL_CHARACTER:
        return SLICE("a character that cannot stand in an address");
    case URL_NO_SCHEME:
        return SLICE("no scheme");
    }
    return (Slice){0};
}

static void write_external(Run *run, const Op *op, Slice text)
{
    const TemplateHost *host = &run->set->host;
    Slice part;
    Url url = {.kind = URL_EXTERNAL};
    UrlFault fault =
        url_check(run->scratch, text, host->schemes, host->scheme_count, &part, &url.path);
    if (fault == URL_FINE)
        write_url(run, op, &url);
    else
        run_fail(run, DIAGNOSTIC_RENDER_SCHEME, text, fault_words(fault));
}

static void write_fragment(Run *run, const Op *op, Slice text)
{
    run->link = (Url){0};
    if (is_ids(text))
        write_value(run, op->name, text);
    else
        run_fail(run, DIAGNOSTIC_RENDER_VALUE, SLICE("an id takes ASCII letters only"), text);
}

/* "#{id}", "{p.url}#cost", "tel:{number}": the first part decides. */
static void write_address_parts(Run *run, const Op *op)
{
    const Expression *join = op->expression;
    if (op->context == CONTEXT_CANDIDATES) {
        write_value(run, op->name, join_parts(run, join, 0));
        return;
    }
    if (join->parts[0]->type.kind != TYPE_URL) {
        Slice text = join_parts(run, join, 0);
        if (slice_starts(text, SLICE("#")))
            write_fragment(run, op, text);
        else
            write_external(run, op, text);
        return;
    }
    Datum value;
    evaluate_value(run, join->parts[0], &value);
    Slice fragment = slice_from(join_parts(run, join, 1), 1);
    value.url.fragment = fragment;
    if (is_ids(fragment))
        write_url(run, op, &value.url);
    else
        run_fail(run, DIAGNOSTIC_RENDER_VALUE, SLICE("an id takes ASCII letters only"), fragment);
}

static void write_built(Run *run, const Op *op)
{
    Context context = (Context) op->context;
    Buffer *text = &run->text;
    buffer_clear(text);
    write_plain(run, op->expression, context == CONTEXT_HUMAN, text);
    Slice value = buffer_slice(text);
    if (context == CONTEXT_HUMAN) {
        open_value(run, op->name);
        write_string(run, value, true);
        buffer_add_byte(run->out, '"');
    } else if (context == CONTEXT_CLASS) {
        write_words(run, op->name, value);
    } else if (context == CONTEXT_ID && !is_ids(value)) {
        run_fail(run, DIAGNOSTIC_RENDER_VALUE, SLICE("an id takes ASCII letters only"),
                 slice_copy(run->scratch, value));
    } else {
        write_value(run, op->name, value);
    }
}

void write_attribute(Run *run, const Op *op)
{
    const Expression *expression = op->expression;
    bool is_address = context_is_address((Context) op->context);
    if (expression->kind == EXPRESSION_JOIN) {
        if (is_address)
            write_address_parts(run, op);
        else
            write_built(run, op);
        return;
    }
    bool is_simple =
        expression->type.is_optional || is_address || expression->type.kind == TYPE_BOOL;
    if (!is_simple) {
        write_built(run, op);
        return;
    }
    Datum value;
    evaluate_value(run, expression, &value);
    if (is_address)
        run->link = (Url){0};
    if (value.is_absent)
        return;
    if (is_address) {
        write_url(run, op, &value.url);
    } else if (expression->type.kind == TYPE_BOOL && op->slot != 0) {
        if (value.truth)
            html_bare_attribute(run->out, op->name);
    } else {
        write_built(run, op);
    }
}

static bool is_written(const Slice *names, Slice name)
{
    for (; names->size > 0; names++) {
        if (slice_equal(*names, name))
            return true;
    }
    return false;
}

void write_attributes(Run *run, const Op *op)
{
    Datum value;
    evaluate_value(run, op->expression, &value);
    for (size_t i = 0; i < value.attributes.count && !value.is_absent; i++) {
        const Attribute *attribute = &value.attributes.items[i];
        if (is_written(op->names, attribute->name))
            continue;
        Buffer out;
        if (!attribute->is_address) {
            write_value(run, attribute->name, attribute->value);
            continue;
        }
        buffer_init(&out, run->scratch, RUN_MAX_OUTPUT_SIZE);
        run->link = attribute->url;
        if (write_address(run, &attribute->url, &out))
            write_value(run, attribute->name, buffer_slice(&out));
    }
}
