/* Evaluates typed expressions. Nothing is looked up by name here. */
#include "template/evaluate.h"

#include "template/filter.h"
#include "template/write.h"
#include "text/isolate.h"

const Language *evaluate_language(const Run *run)
{
    const Language *language = run->language;
    return language != NULL && language->kind == LANGUAGE_OF_SITE ? language : run->page_language;
}

const Message *evaluate_find_message(const Run *run, uint32_t number)
{
    return messages_get(run->set->host.messages, number, evaluate_language(run));
}

static void settle_word(MessageValue *value, const Type *type, uint32_t word)
{
    value->kind = MESSAGE_TEXT;
    value->text = (Text){type->words[word], NULL};
}

size_t evaluate_message(Run *run, const Expression *const *arguments, size_t count,
                        MessageValue *ret_values)
{
    for (size_t i = 0; i < count; i++) {
        MessageValue *value = &ret_values[i];
        *value = (MessageValue){.kind = MESSAGE_MARKUP};
        if (arguments[i] == NULL)
            continue;
        Datum datum;
        evaluate_value(run, arguments[i], &datum);
        TypeKind kind = arguments[i]->type.kind;
        if (datum.is_absent) {
            value->kind = MESSAGE_ABSENT;
        } else if (kind == TYPE_TEXT) {
            value->kind = MESSAGE_TEXT;
            value->text = datum.text;
        } else if (kind == TYPE_ENUM) {
            settle_word(value, &arguments[i]->type, datum.word);
        } else if (kind == TYPE_DATE) {
            value->kind = MESSAGE_DATE;
            value->date = datum.date;
        } else {
            value->kind = MESSAGE_NUMBER;
            value->number = kind == TYPE_INT ? (double) datum.integer : datum.number;
        }
    }
    return count;
}

typedef struct PlainSink {
    Buffer out;
    const Language *language;
} PlainSink;

static void add_piece(void *shared, Slice text)
{
    PlainSink *sink = shared;
    buffer_add(&sink->out, text);
}

static void add_argument(void *shared, uint32_t argument, const MessageValue *value)
{
    PlainSink *sink = shared;
    (void) argument;
    if (value->kind != MESSAGE_TEXT)
        return;
    bool is_open =
        isolate_open_plain(&sink->out, value->text.bytes, value->text.language, sink->language);
    buffer_add(&sink->out, value->text.bytes);
    if (is_open)
        isolate_close_plain(&sink->out);
}

static void evaluate_wording(Run *run, const Expression *node, Datum *ret_value)
{
    const Expression *arguments[MESSAGE_MAX_ARGUMENTS];
    MessageValue values[MESSAGE_MAX_ARGUMENTS];
    const Message *message = evaluate_find_message(run, node->index);
    if (message == NULL)
        return;
    for (uint32_t i = 0; i < node->argument_count; i++)
        arguments[i] = node->arguments[i].value;
    evaluate_message(run, arguments, node->argument_count, values);
    PlainSink plain = {.language = message_language(message)};
    Buffer scratch;
    buffer_init(&plain.out, run->scratch, RUN_MAX_OUTPUT_SIZE);
    buffer_init(&scratch, run->scratch, RUN_MAX_OUTPUT_SIZE);
    message_run(message, values, &(MessageSink){add_piece, add_argument, &plain}, &scratch);
    ret_value->text = (Text){buffer_slice(&plain.out), plain.language};
}

static void evaluate_field(Run *run, const Expression *node, Datum *ret_value)
{
    Datum record;
    evaluate_value(run, node->left, &record);
    if (record.is_absent || record.record == NULL)
        ret_value->is_absent = true;
    else if (node->kind == EXPRESSION_FIELD)
        record_read(node->field, record.record, run->context, ret_value);
    else
        node->family->get(record.record, run->context, node->name, node->index, ret_value);
}

static double number_of(const Expression *node, const Datum *value)
{
    return node->type.kind == TYPE_INT ? (double) value->integer : value->number;
}

static int order(double left, double right)
{
    return (left > right) - (left < right);
}

static int compare(const Expression *node, const Datum *left, const Datum *right)
{
    switch (node->left->type.kind) {
    case TYPE_INT:
        if (node->right->type.kind == TYPE_INT)
            return (left->integer > right->integer) - (left->integer < right->integer);
        return order(number_of(node->left, left), number_of(node->right, right));
    case TYPE_NUMBER:
        return order(number_of(node->left, left), number_of(node->right, right));
    case TYPE_TEXT:
        return slice_compare(left->text.bytes, right->text.bytes);
    case TYPE_DATE:
        return (left->date.seconds > right->date.seconds) -
               (left->date.seconds < right->date.seconds);
    case TYPE_DURATION:
        return (left->integer > right->integer) - (left->integer < right->integer);
    case TYPE_ENUM:
        return left->word != right->word;
    case TYPE_BOOL:
        return left->truth != right->truth;
    case TYPE_RECORD:
        return left->record != right->record;
    case TYPE_URL:
        return !(slice_equal(left->url.path, right->url.path) &&
                 slice_equal(left->url.fragment, right->url.fragment));
    case TYPE_INLINE:
    case TYPE_HTML:
    case TYPE_ATTRIBUTES:
    case TYPE_LIST:
    case TYPE_NAMES:
        return 1;
    }
    return 1;
}

static bool evaluate_compare(Run *run, const Expression *node)
{
    Datum left;
    Datum right;
    evaluate_value(run, node->left, &left);
    evaluate_value(run, node->right, &right);
    int outcome = compare(node, &left, &right);
    switch (node->comparison) {
    case COMPARE_EQUAL:
        return outcome == 0;
    case COMPARE_NOT_EQUAL:
        return outcome != 0;
    case COMPARE_LESS:
        return outcome < 0;
    case COMPARE_NOT_MORE:
        return outcome <= 0;
    case COMPARE_MORE:
        return outcome > 0;
    case COMPARE_NOT_LESS:
        return outcome >= 0;
    }
    return false;
}

static void evaluate_else(Run *run, const Expression *node, Datum *ret_value)
{
    evaluate_value(run, node->left, ret_value);
    bool is_empty = node->left->type.kind == TYPE_TEXT && ret_value->text.bytes.size == 0;
    if (ret_value->is_absent || is_empty)
        evaluate_value(run, node->right, ret_value);
}

static void evaluate_filter(Run *run, const Expression *node, Datum *ret_value)
{
    evaluate_value(run, node->left, ret_value);
    if (!ret_value->is_absent)
        node->filter->apply(run, node, ret_value);
}

static void evaluate_reference(Run *run, const Expression *node, Datum *ret_value)
{
    const TemplateHost *host = &run->set->host;
    ret_value->record = host->resolve(run->context, node->type.record, node->key);
    ret_value->is_absent = ret_value->record == NULL;
}

static void evaluate_join(Run *run, const Expression *node, Datum *ret_value)
{
    Buffer out;
    buffer_init(&out, run->scratch, RUN_MAX_OUTPUT_SIZE);
    for (uint32_t i = 0; i < node->argument_count; i++)
        write_plain(run, node->parts[i], true, &out);
    ret_value->text = (Text){buffer_slice(&out), NULL};
}

/* long: one line or two for each kind of node */
void evaluate_value(Run *run, const Expression *node, Datum *ret_value)
{
    if (node->kind != EXPRESSION_CONSTANT && node->kind != EXPRESSION_SLOT)
        *ret_value = (Datum){0};
    switch (node->kind) {
    case EXPRESSION_CONSTANT:
        *ret_value = node->value;
        return;
    case EXPRESSION_SLOT:
        *ret_value = run->frame->values[node->index];
        return;
    case EXPRESSION_SITE:
        ret_value->record = run->site;
        return;
    case EXPRESSION_PAGE:
        ret_value->record = run->page;
        return;
    case EXPRESSION_FIELD:
    case EXPRESSION_FAMILY:
        evaluate_field(run, node, ret_value);
        return;
    case EXPRESSION_FILLED:
        ret_value->truth = frame_is_filled(run->frame, node->index);
        return;
    case EXPRESSION_FILTER:
        evaluate_filter(run, node, ret_value);
        return;
    case EXPRESSION_AND:
        ret_value->truth = evaluate_test(run, node->left) && evaluate_test(run, node->right);
        return;
    case EXPRESSION_OR:
        ret_value->truth = evaluate_test(run, node->left) || evaluate_test(run, node->right);
        return;
    case EXPRESSION_NOT:
        ret_value->truth = !evaluate_test(run, node->left);
        return;
    case EXPRESSION_ELSE:
        evaluate_else(run, node, ret_value);
        return;
    case EXPRESSION_COMPARE:
        ret_value->truth = evaluate_compare(run, node);
        return;
    case EXPRESSION_MESSAGE:
        evaluate_wording(run, node, ret_value);
        return;
    case EXPRESSION_ASSET:
        ret_value->url = *node->url;
        return;
    case EXPRESSION_REFERENCE:
        evaluate_reference(run, node, ret_value);
        return;
    case EXPRESSION_REWORD:
        evaluate_value(run, node->left, ret_value);
        if (!ret_value->is_absent)
            ret_value->word = node->map[ret_value->word];
        return;
    case EXPRESSION_WIDEN:
        evaluate_value(run, node->left, ret_value);
        if (!ret_value->is_absent)
            ret_value->number = (double) ret_value->integer;
        return;
    case EXPRESSION_JOIN:
        evaluate_join(run, node, ret_value);
        return;
    case EXPRESSION_NAME:
    case EXPRESSION_MEMBER:
        return; // gone once typed
    }
}

bool evaluate_test(Run *run, const Expression *node)
{
    Datum value;
    evaluate_value(run, node, &value);
    if (value.is_absent)
        return false;
    switch (node->type.kind) {
    case TYPE_TEXT:
        return value.text.bytes.size > 0;
    case TYPE_INLINE:
    case TYPE_HTML:
        return value.markup.write != NULL;
    case TYPE_BOOL:
        return value.truth;
    case TYPE_URL:
        return value.url.kind != URL_NONE;
    case TYPE_ATTRIBUTES:
        return value.attributes.count > 0;
    case TYPE_LIST:
        return value.list.count > 0;
    case TYPE_RECORD:
        return value.record != NULL;
    case TYPE_INT:
    case TYPE_NUMBER:
    case TYPE_DATE:
    case TYPE_DURATION:
    case TYPE_ENUM:
    case TYPE_NAMES:
        return true;
    }
    return true;
}
