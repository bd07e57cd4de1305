/* Runs ops. */
#include "template/run.h"

#include "markup/html.h"
#include "template/evaluate.h"
#include "template/write.h"

static void execute(Run *run, RunFrame *frame, uint32_t pc);

void run_init(Run *run)
{
    run->language = run->page_language;
    run->is_right_to_left = run->language != NULL && run->language->direction == DIRECTION_RTL;
    run->frame = NULL;
    run->depth = 0;
    run->failed = false;
    run->target = run->out;
    run->link = (Url){0};
    buffer_init(&run->text, run->scratch, RUN_MAX_OUTPUT_SIZE);
}

void run_fail(Run *run, DiagnosticCode code, Slice first, Slice second)
{
    Diagnostic diagnostic = {
        .code = code, .span = run->span, .path = run->path, .words = {first, second}};
    Span place = {0};
    if (run->frame != NULL)
        place = (Span){run->frame->component->source, run->frame->offset, run->frame->offset};
    if (run->span.source == NULL)
        diagnostic.span = place; // nobody wrote the page: one fault of the template for all of them
    else
        diagnostic.other = place;
    run->failed = true;
    report_add(run->report, &diagnostic);
}

const Language *run_set_language(Run *run, const Language *language)
{
    const Language *old = run->language;
    run->language = language;
    run->is_right_to_left = language != NULL && language->direction == DIRECTION_RTL;
    return old;
}

/* What `new` t-lang says; the place stays where it says nothing. */
static void enter_language(Run *run, RunFrame *frame, const Op *op)
{
    Datum value;
    frame->places[op->slot] = (FramePlace){run->language, run->is_right_to_left};
    evaluate_value(run, op->expression, &value);
    const Language *language = NULL;
    if (op->expression->type.kind == TYPE_TEXT)
        language = value.text.language;
    else if (!value.is_absent && value.record != NULL)
        language =
            run->set->host.language_of(run->context, op->expression->type.record, value.record);
    if (language != NULL)
        run_set_language(run, language);
}

static void enter_direction(Run *run, RunFrame *frame, const Op *op)
{
    frame->places[op->slot] = (FramePlace){run->language, run->is_right_to_left};
    run->is_right_to_left = op->size == 1;
}

static void leave_place(Run *run, const RunFrame *frame, const Op *op)
{
    run->language = frame->places[op->slot].language;
    run->is_right_to_left = frame->places[op->slot].is_right_to_left;
}

static void write_place(Run *run, const RunFrame *frame, const Op *op)
{
    const FramePlace *outer = &frame->places[op->slot];
    bool always = op->size == 1;
    if (run->language != NULL && (always || !language_equal(outer->language, run->language)))
        html_attribute(run->out, SLICE("lang"), run->language->tag);
    if (always || outer->is_right_to_left != run->is_right_to_left)
        html_attribute(run->out, SLICE("dir"), run->is_right_to_left ? SLICE("rtl") : SLICE("ltr"));
}

/* The item of a loop and its number lie side by side. */
static void take_item(RunFrame *frame, const Op *op)
{
    FrameLoop *loop = &frame->loops[op->size];
    Datum *item = &frame->values[op->slot];
    *item = (Datum){0};
    record_read_item(loop->item, loop->list.items[loop->next++], item);
    item[1] = (Datum){.integer = (int64_t) loop->next};
}

static bool open_loop(Run *run, RunFrame *frame, const Op *op)
{
    Datum list;
    evaluate_value(run, op->expression, &list);
    if (list.is_absent || list.list.count == 0)
        return false;
    frame->loops[op->size] = (FrameLoop){list.list, 0, op->expression->type.item};
    take_item(frame, op);
    return true;
}

static void fail_argument(Run *run, const Component *component, const Parameter *parameter)
{
    run_fail(run, DIAGNOSTIC_RENDER_VALUE,
             slice_print(run->scratch, "t-%.*s needs a value that is missing in this language",
                         SLICE_FORMAT(component->name)),
             parameter->name);
}

/* Arguments are worked out in the frame of the caller. */
static bool fill_values(Run *run, const Component *component, const Expression *const *arguments,
                        RunFrame *frame)
{
    for (uint32_t i = 0; i < component->parameter_count; i++) {
        const Parameter *parameter = &component->parameters[i];
        Datum *value = &frame->values[i];
        value->is_absent = true;
        if (arguments[i] != NULL)
            evaluate_value(run, arguments[i], value);
        if (value->is_absent && parameter->fallback != NULL)
            evaluate_value(run, parameter->fallback, value);
        if (value->is_absent && !parameter->type.is_optional) {
            fail_argument(run, component, parameter);
            return false;
        }
    }
    return true;
}

static void enter(Run *run, RunFrame *frame, uint32_t pc)
{
    RunFrame *outer = run->frame;
    run->frame = frame;
    execute(run, frame, pc);
    run->frame = outer;
}

static void call(Run *run, RunFrame *frame, const Call *call_of)
{
    if (run->depth >= RUN_MAX_DEPTH) {
        run_fail(run, DIAGNOSTIC_RENDER_DEPTH, SLICE("32"), (Slice){0});
        return;
    }
    RunFrame *inner = frame_new(run->scratch, call_of->component);
    inner->caller = frame;
    inner->fills = call_of->fills;
    if (!fill_values(run, call_of->component, call_of->arguments, inner))
        return;
    run->depth++;
    enter(run, inner, 0);
    run->depth--;
}

static bool write_slot(Run *run, const RunFrame *frame, const Op *op)
{
    if (!frame_is_filled(frame, op->slot))
        return false;
    if (frame->fills != NULL && frame->fills[op->slot].pc != 0)
        enter(run, frame->caller, frame->fills[op->slot].pc);
    else
        frame->write(run, frame->shared);
    return true;
}

typedef struct FillSink {
    Run *run;
    RunFrame *frame;
    const MessageCall *message;
} FillSink;

static void add_piece(void *shared, Slice text)
{
    const FillSink *sink = shared;
    html_escape(sink->run->out, text);
}

static void add_argument(void *shared, uint32_t argument, const MessageValue *value)
{
    const FillSink *sink = shared;
    if (value->kind == MESSAGE_MARKUP && sink->message->fills[argument].pc != 0)
        execute(sink->run, sink->frame, sink->message->fills[argument].pc);
    else if (value->kind == MESSAGE_TEXT)
        run_write_text(sink->run, value->text);
}

static void write_message(Run *run, RunFrame *frame, const MessageCall *message_call)
{
    MessageValue values[MESSAGE_MAX_ARGUMENTS];
    const Message *message = evaluate_find_message(run, message_call->number);
    if (message == NULL)
        return;
    evaluate_message(run, message_call->arguments, message_call->count, values);
    Buffer scratch;
    buffer_init(&scratch, run->scratch, RUN_MAX_OUTPUT_SIZE);
    FillSink sink = {run, frame, message_call};
    message_run(message, values, &(MessageSink){add_piece, add_argument, &sink}, &scratch);
}

/* No script, no frame: a computed name is that of a plain element. */
static bool is_tag_name(Slice name)
{
    static const Slice refused[] = {SLICE_INIT("script"), SLICE_INIT("style"), SLICE_INIT("iframe"),
                                    SLICE_INIT("object"), SLICE_INIT("embed"), SLICE_INIT("base")};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        if (slice_equal(refused[i], name))
            return false;
    }
    const HtmlElement *element = html_find_element(name);
    return element != NULL && (element->flags & HTML_VOID) == 0;
}

static void open_tag(Run *run, RunFrame *frame, const Op *op)
{
    Buffer name;
    buffer_init(&name, run->scratch, RUN_MAX_OUTPUT_SIZE);
    write_plain(run, op->expression, false, &name);
    Slice word = buffer_slice(&name);
    if (!is_tag_name(word)) {
        run_fail(run, DIAGNOSTIC_RENDER_VALUE, SLICE("no element has this name"), word);
        word = SLICE("span");
    }
    frame->values[op->slot] = (Datum){.text = {word, NULL}};
    buffer_add_byte(run->out, '<');
    buffer_add(run->out, word);
}

static void close_tag(Run *run, const RunFrame *frame, const Op *op)
{
    buffer_add(run->out, SLICE("</"));
    buffer_add(run->out, frame->values[op->slot].text.bytes);
    buffer_add_byte(run->out, '>');
}

/* A picture begins at its element; what stands before it is for files of their own. */
static void write_inlined(Run *run, const InlineText *inlined)
{
    Slice text = *inlined->text;
    size_t at = 0;
    if (inlined->is_style) {
        if (slice_contains(text, SLICE("</style")))
            run_fail(run, DIAGNOSTIC_RENDER_VALUE, SLICE("a style sheet must not hold </style"),
                     inlined->path);
        buffer_add(run->out, SLICE("<style>"));
        buffer_add(run->out, text);
        buffer_add(run->out, SLICE("</style>"));
        return;
    }
    if (slice_find(text, SLICE("<svg"), &at))
        text = slice_from(text, at);
    buffer_add(run->out, slice_trim(text));
}

static void begin_string(Run *run)
{
    buffer_clear(&run->text);
    run->target = &run->text;
}

static void end_string(Run *run)
{
    run->target = run->out;
    write_string(run, buffer_slice(&run->text), false);
}

/* long: one case for each op */
static void execute(Run *run, RunFrame *frame, uint32_t pc)
{
    const Program *program = &frame->component->program;
    while (!run->out->overflowed) {
        const Op *op = &program->ops[pc++];
        frame->offset = op->offset;
        switch ((OpCode) op->code) {
        case OP_TEXT:
            buffer_add(run->target, (Slice){program->text.at + op->start, op->size});
            break;
        case OP_WRITE:
            write_content(run, op->expression);
            break;
        case OP_MARKUP:
            write_markup(run, op->expression);
            break;
        case OP_ATTRIBUTE:
            write_attribute(run, op);
            break;
        case OP_ADD:
            write_attributes(run, op);
            break;
        case OP_REL:
            write_rel(run, op);
            break;
        case OP_HREFLANG:
            write_hreflang(run);
            break;
        case OP_UNLESS:
            pc = evaluate_test(run, op->expression) ? pc : op->pc;
            break;
        case OP_JUMP:
            pc = op->pc;
            break;
        case OP_FOR:
            pc = open_loop(run, frame, op) ? pc : op->pc;
            break;
        case OP_NEXT:
            if (frame->loops[op->size].next < frame->loops[op->size].list.count) {
                take_item(frame, op);
                pc = op->pc;
            }
            break;
        case OP_LET:
            evaluate_value(run, op->expression, &frame->values[op->slot]);
            break;
        case OP_LANG:
            enter_language(run, frame, op);
            break;
        case OP_DIR:
            enter_direction(run, frame, op);
            break;
        case OP_LANG_TAG:
            write_place(run, frame, op);
            break;
        case OP_LANG_END:
            leave_place(run, frame, op);
            break;
        case OP_STRING:
            begin_string(run);
            break;
        case OP_STRING_END:
            end_string(run);
            break;
        case OP_MESSAGE:
            write_message(run, frame, op->message);
            pc = op->pc;
            break;
        case OP_CALL:
            call(run, frame, op->call);
            pc = op->pc;
            break;
        case OP_SLOT:
            pc = write_slot(run, frame, op) ? op->pc : pc;
            break;
        case OP_TAG:
            open_tag(run, frame, op);
            break;
        case OP_TAG_END:
            close_tag(run, frame, op);
            break;
        case OP_INLINE:
            write_inlined(run, op->inlined);
            break;
        case OP_RETURN:
            return;
        }
    }
}

bool frame_execute(Run *run, RunFrame *frame)
{
    enter(run, frame, 0);
    if (run->out->overflowed && !run->failed)
        run_fail(run, DIAGNOSTIC_RENDER_SIZE, SLICE("16 MiB"), (Slice){0});
    return !run->failed;
}

/* The document type stands before a page whose first element is html, through its layouts. */
static bool begins_with_html(const Component *component)
{
    for (int depth = 0; depth < RUN_MAX_DEPTH && component != NULL; depth++) {
        if (component->is_html)
            return true;
        component = component->call_count > 0 ? component->calls[0].callee : NULL;
    }
    return false;
}

bool run_page(Run *run, const Component *page)
{
    if (begins_with_html(page))
        buffer_add(run->out, SLICE("<!DOCTYPE html>\n"));
    return frame_execute(run, frame_new(run->scratch, page));
}

void run_write_text(Run *run, Text text)
{
    Expression constant = {
        .kind = EXPRESSION_CONSTANT, .type = {.kind = TYPE_TEXT}, .value = {.text = text}};
    write_content(run, &constant);
}

void run_write_attribute_text(Run *run, Text text)
{
    Buffer *built = &run->text;
    Expression constant = {
        .kind = EXPRESSION_CONSTANT, .type = {.kind = TYPE_TEXT}, .value = {.text = text}};
    buffer_clear(built);
    write_plain(run, &constant, true, built);
    write_string(run, buffer_slice(built), true);
}

bool run_write_url(Run *run, const Url *url)
{
    Buffer out;
    buffer_init(&out, run->scratch, RUN_MAX_OUTPUT_SIZE);
    if (!write_address(run, url, &out))
        return false;
    html_escape_value(run->out, buffer_slice(&out));
    return true;
}
