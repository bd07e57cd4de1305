/* Filters over lists. They make new arrays of pointers, never change the ones they got. */
#include "template/filter_list.h"

#include "template/convert.h"
#include "template/evaluate.h"
#include "template/write.h"
#include "text/collate.h"
#include "text/isolate.h"
#include "text/unicode.h"

#define FILTER_MAX_TEXT_SIZE ((size_t) 1024 * 1024)

static bool holds_text(const Expression *node)
{
    return node->left->type.item->kind == TYPE_TEXT;
}

bool filter_check_texts(Compiler *compiler, Expression *node)
{
    static const Slice known[] = {SLICE_INIT("or")};
    if (!holds_text(node))
        return filter_refuse_input(compiler, node);
    if (node->argument_count > 0 && !slice_equal(node->arguments[0].word, known[0]))
        return filter_refuse(compiler, node, 0, known, 1);
    node->option = node->argument_count;
    return true;
}

bool filter_check_join(Compiler *compiler, Expression *node)
{
    if (!holds_text(node))
        return filter_refuse_input(compiler, node);
    if (node->argument_count == 0)
        return filter_miss(compiler, node, "the text between the items");
    const Expression *value = node->arguments[0].value;
    return (value != NULL && value->type.kind == TYPE_TEXT) ||
           filter_refuse(compiler, node, 0, NULL, 0);
}

bool filter_check_json(Compiler *compiler, Expression *node)
{
    const Type *type = &node->left->type;
    if (type->kind != TYPE_LIST)
        return true;
    TypeKind kind = type->item->kind;
    bool is_fine = kind == TYPE_TEXT || kind == TYPE_INT || kind == TYPE_NUMBER ||
                   kind == TYPE_BOOL || kind == TYPE_DATE;
    return is_fine || filter_refuse_input(compiler, node);
}

/* Alone one item that may be missing, with a number a list. */
bool filter_check_first(Compiler *compiler, Expression *node)
{
    if (node->argument_count > 0) {
        node->type = node->left->type;
        return filter_take_int(compiler, node, 0, 1, INT32_MAX);
    }
    node->type = *node->left->type.item;
    node->type.is_optional = true;
    node->absent = node;
    return true;
}

bool filter_check_skip(Compiler *compiler, Expression *node)
{
    node->type = node->left->type;
    if (node->argument_count == 0)
        return filter_miss(compiler, node, "a number of items");
    return filter_take_int(compiler, node, 0, 0, INT32_MAX);
}

bool filter_check_same(Compiler *compiler, Expression *node)
{
    (void) compiler;
    node->type = node->left->type;
    return true;
}

/* The first argument as a field of the items. */
static bool take_field(Compiler *compiler, Expression *node)
{
    const Type *item = node->left->type.item;
    node->type = node->left->type;
    if (item->kind != TYPE_RECORD)
        return filter_refuse_input(compiler, node);
    if (node->argument_count == 0)
        return filter_miss(compiler, node, "a field");
    const Record *record = item->record;
    node->filter_field = record_find(record, node->arguments[0].word);
    if (node->filter_field != NULL) {
        table_add(&compiler->set->used_fields, node->filter_field->name, compiler->set);
        return true;
    }
    Slice *known = ARENA_ARRAY(compiler->arena, Slice, record->field_count);
    for (size_t i = 0; i < record->field_count; i++)
        known[i] = record->fields[i].name;
    return filter_refuse(compiler, node, 0, known, record->field_count);
}

bool filter_check_sort(Compiler *compiler, Expression *node)
{
    static const Slice known[] = {SLICE_INIT("desc")};
    if (!take_field(compiler, node))
        return false;
    TypeKind kind = node->filter_field->type.kind;
    bool is_ordered = kind == TYPE_TEXT || kind == TYPE_INT || kind == TYPE_NUMBER ||
                      kind == TYPE_DATE || kind == TYPE_DURATION || kind == TYPE_ENUM ||
                      kind == TYPE_BOOL;
    if (!is_ordered)
        return filter_refuse(compiler, node, 0, NULL, 0);
    if (node->argument_count > 1 && !slice_equal(node->arguments[1].word, known[0]))
        return filter_refuse(compiler, node, 1, known, 1);
    node->option = node->argument_count > 1;
    return true;
}

bool filter_check_where(Compiler *compiler, Expression *node)
{
    if (!take_field(compiler, node))
        return false;
    const Type *type = &node->filter_field->type;
    if (node->argument_count == 1)
        return type->kind == TYPE_BOOL || filter_miss(compiler, node, "a value to compare with");
    ExpressionArgument *argument = &node->arguments[1];
    bool can_compare = type->kind == TYPE_TEXT || type->kind == TYPE_INT ||
                       type->kind == TYPE_ENUM || type->kind == TYPE_BOOL;
    if (argument->value == NULL || !can_compare)
        return filter_refuse(compiler, node, can_compare ? 1 : 0, NULL, 0);
    Type wanted = *type;
    wanted.is_optional = false;
    argument->value = convert_value(compiler, argument->value, &wanted, node->arguments[0].word);
    return argument->value != NULL;
}

bool filter_check_has(Compiler *compiler, Expression *node)
{
    const Type *item = node->left->type.item;
    node->filter_field = item->kind == TYPE_RECORD ? record_find(item->record, SLICE("id")) : NULL;
    bool has_id = node->filter_field != NULL && node->filter_field->type.kind == TYPE_TEXT;
    if (item->kind != TYPE_TEXT && !has_id)
        return filter_refuse_input(compiler, node);
    if (node->argument_count == 0)
        return filter_miss(compiler, node, "a text to look for");
    const Expression *value = node->arguments[0].value;
    return (value != NULL && value->type.kind == TYPE_TEXT) ||
           filter_refuse(compiler, node, 0, NULL, 0);
}

/* What stands between the items of a list, and before its last one. */
typedef struct Separators {
    Slice middle, last;
} Separators;

static void add_item(Run *run, const Type *type, const void *pointer, Buffer *out)
{
    Datum item = {0};
    const Language *place = evaluate_language(run);
    record_read_item(type, pointer, &item);
    bool is_open = isolate_open_plain(out, item.text.bytes, item.text.language, place);
    buffer_add(out, item.text.bytes);
    if (is_open)
        isolate_close_plain(out);
}

static void join_items(Run *run, const Expression *node, Separators separators, Datum *value)
{
    List list = value->list;
    Buffer out;
    buffer_init(&out, run->scratch, FILTER_MAX_TEXT_SIZE);
    for (size_t i = 0; i < list.count; i++) {
        if (i > 0)
            buffer_add(&out, i + 1 == list.count ? separators.last : separators.middle);
        add_item(run, node->left->type.item, list.items[i], &out);
    }
    *value = (Datum){.text = {buffer_slice(&out), evaluate_language(run)}};
}

/* Where markup stands, what is isolated gets an element that names its language. */
static void write_items(Run *run, const Expression *node, Separators separators, List list)
{
    for (size_t i = 0; i < list.count; i++) {
        Datum item = {0};
        if (i > 0)
            html_escape(run->target, i + 1 == list.count ? separators.last : separators.middle);
        record_read_item(node->left->type.item, list.items[i], &item);
        write_text(run, item.text);
    }
}

static Separators words_of(Run *run, const Expression *node, size_t count)
{
    const ListPattern *pattern =
        &evaluate_language(run)->lists[node->option > 0 ? LIST_OR : LIST_AND];
    return (Separators){pattern->middle, count == 2 ? pattern->two : pattern->last};
}

static Separators marks_of(Run *run, const Expression *node)
{
    Datum between;
    evaluate_value(run, node->arguments[0].value, &between);
    return (Separators){between.text.bytes, between.text.bytes};
}

void filter_texts(Run *run, const Expression *node, Datum *value)
{
    join_items(run, node, words_of(run, node, value->list.count), value);
}

void filter_write_texts(Run *run, const Expression *node, const Datum *value)
{
    write_items(run, node, words_of(run, node, value->list.count), value->list);
}

void filter_join(Run *run, const Expression *node, Datum *value)
{
    join_items(run, node, marks_of(run, node), value);
}

void filter_write_join(Run *run, const Expression *node, const Datum *value)
{
    write_items(run, node, marks_of(run, node), value->list);
}

void filter_count(Run *run, const Expression *node, Datum *value)
{
    (void) run;
    size_t count = node->left->type.kind == TYPE_LIST ? value->list.count
                                                      : unicode_count_clusters(value->text.bytes);
    *value = (Datum){.integer = (int64_t) count};
}

static void take_item(const Expression *node, List list, size_t i, Datum *value)
{
    *value = (Datum){.is_absent = list.count == 0};
    if (list.count > 0)
        record_read_item(node->left->type.item, list.items[i], value);
}

void filter_first(Run *run, const Expression *node, Datum *value)
{
    (void) run;
    if (node->argument_count == 0)
        take_item(node, value->list, 0, value);
    else if (value->list.count > node->option)
        value->list.count = node->option;
}

void filter_last(Run *run, const Expression *node, Datum *value)
{
    (void) run;
    List *list = &value->list;
    if (node->argument_count == 0) {
        take_item(node, *list, list->count == 0 ? 0 : list->count - 1, value);
    } else if (list->count > node->option) {
        list->items += list->count - node->option;
        list->count = node->option;
    }
}

void filter_skip(Run *run, const Expression *node, Datum *value)
{
    (void) run;
    size_t count = node->option < value->list.count ? node->option : value->list.count;
    value->list.items += count;
    value->list.count -= count;
}

void filter_reverse(Run *run, const Expression *node, Datum *value)
{
    (void) node;
    List list = value->list;
    const void **items = ARENA_ARRAY(run->scratch, const void *, list.count);
    for (size_t i = 0; i < list.count; i++)
        items[i] = list.items[list.count - 1 - i];
    value->list.items = items;
}

/* What an item is sorted by: letters of a collation, or a number. */
typedef struct SortKey {
    const void *item;
    bool is_absent;
    Slice letters;
    double number;
} SortKey;

static SortKey sort_key(Run *run, const RecordField *field, const void *item)
{
    Datum value = {0};
    SortKey key = {.item = item};
    record_read(field, item, run->context, &value);
    key.is_absent = value.is_absent;
    if (value.is_absent)
        return key;
    TypeKind kind = field->type.kind;
    if (kind == TYPE_TEXT)
        key.letters = collate_key(run->scratch, evaluate_language(run), value.text.bytes);
    else if (kind == TYPE_NUMBER)
        key.number = value.number;
    else if (kind == TYPE_DATE)
        key.number = (double) value.date.seconds;
    else if (kind == TYPE_ENUM)
        key.number = value.word;
    else
        key.number = kind == TYPE_BOOL ? value.truth : (double) value.integer;
    return key;
}

/* Absent ones stand at the end, whatever the direction. */
static int compare_keys(const SortKey *a, const SortKey *b, bool is_descending)
{
    if (a->is_absent || b->is_absent)
        return (int) a->is_absent - (int) b->is_absent;
    int order = slice_compare(a->letters, b->letters);
    if (order == 0)
        order = (a->number > b->number) - (a->number < b->number);
    return is_descending ? -order : order;
}

static void merge(SortKey *to, const SortKey *from, const size_t bounds[3], bool is_descending)
{
    size_t left = bounds[0];
    size_t right = bounds[1];
    for (size_t i = bounds[0]; i < bounds[2]; i++) {
        bool takes_left =
            left < bounds[1] &&
            (right >= bounds[2] || compare_keys(&from[left], &from[right], is_descending) <= 0);
        to[i] = takes_left ? from[left++] : from[right++];
    }
}

static size_t at_most(size_t value, size_t max)
{
    return value < max ? value : max;
}

void filter_sort(Run *run, const Expression *node, Datum *value)
{
    size_t count = value->list.count;
    SortKey *from = ARENA_ARRAY(run->scratch, SortKey, count);
    SortKey *to = ARENA_ARRAY(run->scratch, SortKey, count);
    for (size_t i = 0; i < count; i++)
        from[i] = sort_key(run, node->filter_field, value->list.items[i]);
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t i = 0; i < count; i += 2 * width) {
            size_t bounds[3] = {i, at_most(i + width, count), at_most(i + 2 * width, count)};
            merge(to, from, bounds, node->option != 0);
        }
        SortKey *sorted = to;
        to = from;
        from = sorted;
    }
    const void **items = ARENA_ARRAY(run->scratch, const void *, count);
    for (size_t i = 0; i < count; i++)
        items[i] = from[i].item;
    value->list.items = items;
}

static bool is_equal(TypeKind kind, const Datum *a, const Datum *b)
{
    if (kind == TYPE_TEXT)
        return slice_equal(a->text.bytes, b->text.bytes);
    if (kind == TYPE_ENUM)
        return a->word == b->word;
    return kind == TYPE_BOOL ? a->truth == b->truth : a->integer == b->integer;
}

void filter_where(Run *run, const Expression *node, Datum *value)
{
    List list = value->list;
    const RecordField *field = node->filter_field;
    const void **items = ARENA_ARRAY(run->scratch, const void *, list.count);
    Datum wanted = {.truth = true};
    size_t count = 0;
    if (node->argument_count > 1)
        evaluate_value(run, node->arguments[1].value, &wanted);
    for (size_t i = 0; i < list.count; i++) {
        Datum item = {0};
        record_read(field, list.items[i], run->context, &item);
        if (!item.is_absent && is_equal(field->type.kind, &item, &wanted))
            items[count++] = list.items[i];
    }
    value->list = (List){items, count};
}

void filter_has(Run *run, const Expression *node, Datum *value)
{
    List list = value->list;
    Datum wanted;
    bool found = false;
    evaluate_value(run, node->arguments[0].value, &wanted);
    for (size_t i = 0; i < list.count && !found; i++) {
        Datum item = {0};
        if (node->filter_field != NULL)
            record_read(node->filter_field, list.items[i], run->context, &item);
        else
            record_read_item(node->left->type.item, list.items[i], &item);
        found = !item.is_absent && slice_equal(item.text.bytes, wanted.text.bytes);
    }
    *value = (Datum){.truth = found};
}
