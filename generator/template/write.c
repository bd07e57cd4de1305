/* Writes values of all types into the places of a page. */
#include "template/write.h"

#include "markup/html.h"
#include "template/evaluate.h"
#include "template/filter.h"
#include "text/digit.h"
#include "text/isolate.h"
#include "text/number.h"

/* A phone number must not wrap, in a string either. */
static void open_token(Slice rest, Buffer *out)
{
    IsolatePart part;
    Slice words = {0};
    isolate_next(&rest, &part, &words);
    if (!isolate_open_markup(out, words, &language_token, NULL))
        buffer_add(out, SLICE("<bdi dir=\"ltr\">"));
}

/* Controls in a plain string become the elements that stand for them where markup can stand. */
static void write_isolated(Slice text, Buffer *out)
{
    static const Slice tags[] = {
        [ISOLATE_OPEN_RTL] = SLICE_INIT("<bdi dir=\"rtl\">"),
        [ISOLATE_OPEN_AUTO] = SLICE_INIT("<bdi>"),
        [ISOLATE_CLOSE] = SLICE_INIT("</bdi>"),
    };
    IsolatePart part;
    size_t depth = 0;
    for (Slice piece; isolate_next(&text, &part, &piece);) {
        if (part == ISOLATE_TEXT)
            html_escape(out, piece);
        else if (part == ISOLATE_OPEN_LTR)
            open_token(text, out);
        else if (part != ISOLATE_CLOSE || depth > 0)
            buffer_add(out, tags[part]);
        depth += part != ISOLATE_TEXT && part != ISOLATE_CLOSE;
        depth -= part == ISOLATE_CLOSE && depth > 0;
    }
    for (; depth > 0; depth--)
        buffer_add(out, tags[ISOLATE_CLOSE]);
}

/* Whether one of the four controls stands in a text; all begin alike. */
static bool has_isolate(Slice text)
{
    for (size_t at = 0, step; slice_find_any(slice_from(text, at), "\xE2\xE2\xE2\xE2", &step);) {
        at += step + 1;
        if (at < text.size && text.at[at] == '\x81')
            return true;
    }
    return false;
}

void write_text(Run *run, Text text)
{
    Buffer *out = run->target;
    bool is_open = text.language != NULL && text.language != run->language &&
                   isolate_open_markup(out, text.bytes, text.language, run->language);
    if (has_isolate(text.bytes))
        write_isolated(text.bytes, out);
    else
        html_escape(out, text.bytes);
    if (is_open)
        isolate_close_markup(out);
}

static void write_plain_text(Run *run, Text text, Buffer *out)
{
    bool is_open = text.language != NULL && text.language != run->language &&
                   isolate_open_plain(out, text.bytes, text.language, run->language);
    buffer_add(out, text.bytes);
    if (is_open)
        isolate_close_plain(out);
}

static void write_number(Run *run, const Type *type, const Datum *value, bool is_human, Buffer *out)
{
    const Language *language = evaluate_language(run);
    if (type->kind == TYPE_INT) {
        if (!is_human)
            buffer_add_int(out, value->integer);
        else if (value->integer >= 0)
            digit_write_int(language->digits, value->integer, out); // no sign: ICU adds nothing
        else
            number_write_plain_int(language, value->integer, out);
    } else if (is_human) {
        number_write_plain(language, value->number, NUMBER_DEFAULT_FRACTION, out);
    } else {
        number_write_machine(value->number, out);
    }
}

/* What machines read holds no marks of direction; plain ASCII has none. */
static void add_bare(Run *run, Slice text, Buffer *out)
{
    buffer_add(out, slice_is_ascii(text) ? text : isolate_strip(run->scratch, text));
}

/* long: one case for each type */
static void write_plain_value(Run *run, const Type *type, const Datum *value, bool is_human,
                              Buffer *out)
{
    switch (type->kind) {
    case TYPE_TEXT:
        if (is_human)
            write_plain_text(run, value->text, out);
        else
            add_bare(run, value->text.bytes, out);
        return;
    case TYPE_INT:
    case TYPE_NUMBER:
        write_number(run, type, value, is_human, out);
        return;
    case TYPE_ENUM:
        buffer_add(out, type->words[value->word]);
        return;
    case TYPE_BOOL:
        buffer_add(out, value->truth ? SLICE("true") : SLICE("false"));
        return;
    case TYPE_URL:
        write_address(run, &value->url, out);
        return;
    case TYPE_INLINE:
    case TYPE_HTML:
    case TYPE_DATE:
    case TYPE_DURATION:
    case TYPE_ATTRIBUTES:
    case TYPE_LIST:
    case TYPE_RECORD:
    case TYPE_NAMES:
        return; // refused when compiled
    }
}

void write_plain(Run *run, const Expression *expression, bool is_human, Buffer *out)
{
    Datum value;
    if (expression->kind == EXPRESSION_JOIN) {
        for (uint32_t i = 0; i < expression->argument_count; i++)
            write_plain(run, expression->parts[i], is_human, out);
        return;
    }
    evaluate_value(run, expression, &value);
    if (!value.is_absent)
        write_plain_value(run, &expression->type, &value, is_human, out);
}

static void write_piece(void *shared, Slice text)
{
    Run *run = shared;
    html_escape(run->target, text);
}

static void write_argument(void *shared, uint32_t argument, const MessageValue *value)
{
    Run *run = shared;
    (void) argument;
    if (value->kind == MESSAGE_TEXT)
        write_text(run, value->text);
}

/* A message straight into element content: its texts get elements, not controls. */
static void write_message(Run *run, const Expression *node)
{
    const Expression *arguments[MESSAGE_MAX_ARGUMENTS];
    MessageValue values[MESSAGE_MAX_ARGUMENTS];
    const Message *message = evaluate_find_message(run, node->index);
    if (message == NULL)
        return;
    for (uint32_t i = 0; i < node->argument_count; i++)
        arguments[i] = node->arguments[i].value;
    evaluate_message(run, arguments, node->argument_count, values);
    Buffer scratch;
    buffer_init(&scratch, run->scratch, RUN_MAX_OUTPUT_SIZE);
    const Language *language = message_language(message);
    bool is_open = language != run->language &&
                   isolate_open_markup(run->target, SLICE("x"), language, run->language);
    message_run(message, values, &(MessageSink){write_piece, write_argument, run}, &scratch);
    if (is_open)
        isolate_close_markup(run->target);
}

void write_content(Run *run, const Expression *expression)
{
    Datum value;
    if (run->target == &run->text) {
        write_plain(run, expression, true, run->target);
        return;
    }
    if (expression->kind == EXPRESSION_MESSAGE) {
        write_message(run, expression);
        return;
    }
    if (expression->kind == EXPRESSION_FILTER && expression->filter->write != NULL) {
        evaluate_value(run, expression->left, &value);
        if (!value.is_absent)
            expression->filter->write(run, expression, &value);
        return;
    }
    evaluate_value(run, expression, &value);
    if (value.is_absent)
        return;
    if (expression->type.kind == TYPE_TEXT)
        write_text(run, value.text);
    else
        write_plain_value(run, &expression->type, &value, true, run->target);
}

void write_markup(Run *run, const Expression *expression)
{
    Datum value;
    evaluate_value(run, expression, &value);
    const Markup *markup = &value.markup;
    if (value.is_absent || markup->write == NULL)
        return;
    if (markup->language != NULL && !language_equal(markup->language, run->language))
        run_fail(run, DIAGNOSTIC_RENDER_LANGUAGE, expression->path, markup->language->tag);
    markup->write(markup, run->context, run->target);
}

void write_string(Run *run, Slice text, bool is_attribute)
{
    buffer_add(run->out,
               isolate_guard(text, run->is_right_to_left ? DIRECTION_RTL : DIRECTION_LTR));
    if (is_attribute)
        html_escape_value(run->out, text);
    else
        html_escape(run->out, text);
}

bool write_address(Run *run, const Url *url, Buffer *out)
{
    if (url->kind == URL_NONE) {
        run_fail(run, DIAGNOSTIC_RENDER_VALUE, SLICE("an address leads nowhere"), url->path);
        return false;
    }
    bool is_within = slice_equal(url->path, run->path) && url->fragment.size > 0;
    if (run->root.size > 0 && !is_within)
        url_add_absolute(out, url, run->root);
    else
        url_add(out, url, run->path);
    return true;
}

void write_hreflang(Run *run)
{
    const Language *language = run->link.language;
    run->link = (Url){0};
    if (language == NULL || language_equal(language, run->page_language))
        return;
    html_attribute(run->out, SLICE("hreflang"),
                   language->hreflang.size > 0 ? language->hreflang : language->tag);
}

static bool leaves_site(const Url *url)
{
    return url->kind == URL_EXTERNAL &&
           (slice_starts(url->path, SLICE("https:")) || slice_starts(url->path, SLICE("http:")));
}

static void add_word(Buffer *out, Slice word)
{
    if (slice_contains(buffer_slice(out), word))
        return;
    if (out->size > 0)
        buffer_add_byte(out, ' ');
    buffer_add(out, word);
}

void write_rel(Run *run, const Op *op)
{
    Buffer words;
    buffer_init(&words, run->scratch, RUN_MAX_OUTPUT_SIZE);
    if (op->expression != NULL)
        write_plain(run, op->expression, false, &words);
    if (leaves_site(&run->link)) {
        add_word(&words, SLICE("noreferrer"));
        add_word(&words, SLICE("noopener"));
    }
    if (words.size > 0)
        html_attribute(run->out, SLICE("rel"), buffer_slice(&words));
}
