/* Filters that write dates, numbers and other values as text. */
#include "template/filter_text.h"

#include "base/json.h"
#include "template/evaluate.h"
#include "template/speech.h"
#include "text/date.h"
#include "text/duration.h"
#include "text/isolate.h"
#include "text/number.h"
#include "text/slug.h"
#include "text/unicode.h"

#define FILTER_MAX_TEXT_SIZE ((size_t) 4 * 1024 * 1024)
#define TRUNCATE_MAX 100000

static void begin(Run *run, Buffer *out)
{
    buffer_init(out, run->scratch, FILTER_MAX_TEXT_SIZE);
}

static void finish(Datum *value, const Buffer *out, const Language *language)
{
    *value = (Datum){.text = {buffer_slice(out), language}};
}

bool filter_check_date(Compiler *compiler, Expression *node)
{
    static const Slice known[] = {
        SLICE_INIT("long"),      SLICE_INIT("full"),   SLICE_INIT("short"),    SLICE_INIT("month"),
        SLICE_INIT("year"),      SLICE_INIT("time"),   SLICE_INIT("datetime"), SLICE_INIT("both"),
        SLICE_INIT("gregorian"), SLICE_INIT("persian")};
    DateStyle style = DATE_STYLE_LONG;
    Calendar calendar = CALENDAR_DEFAULT;
    for (uint32_t i = 0; i < node->argument_count; i++) {
        Slice word = node->arguments[i].word;
        bool is_style = i == 0 && date_style_find(word, &style);
        if (!is_style && !calendar_find(word, &calendar))
            return filter_refuse(compiler, node, i, known, sizeof known / sizeof *known);
    }
    node->option = style;
    node->second_option = calendar;
    return true;
}

bool filter_check_digits(Compiler *compiler, Expression *node)
{
    bool is_percent = slice_equal(node->filter->name, SLICE("percent"));
    node->option = is_percent ? 0 : NUMBER_DEFAULT_FRACTION;
    return node->argument_count == 0 || filter_take_int(compiler, node, 0, 0, NUMBER_MAX_FRACTION);
}

bool filter_check_truncate(Compiler *compiler, Expression *node)
{
    if (node->argument_count == 0)
        return filter_miss(compiler, node, "a number of letters");
    return filter_take_int(compiler, node, 0, 2, TRUNCATE_MAX);
}

bool filter_check_lang(Compiler *compiler, Expression *node)
{
    if (node->argument_count == 0)
        return filter_miss(compiler, node, "a language");
    const ExpressionArgument *argument = &node->arguments[0];
    const Expression *value = argument->value;
    if (value == NULL || value->kind != EXPRESSION_CONSTANT || value->type.kind != TYPE_TEXT)
        return filter_refuse(compiler, node, 0, NULL, 0);
    node->key = speech_read_language(compiler, value->value.text.bytes,
                                     compiler_span(compiler, argument->start, argument->end));
    return node->key != NULL;
}

void filter_date(Run *run, const Expression *node, Datum *value)
{
    Buffer out;
    const Language *language = evaluate_language(run);
    begin(run, &out);
    if (!date_write(language, value->date, (DateStyle) node->option, (Calendar) node->second_option,
                    &out))
        run_fail(run, DIAGNOSTIC_RENDER_VALUE, SLICE("a mere day has no time"), node->left->path);
    finish(value, &out, language);
}

void filter_iso(Run *run, const Expression *node, Datum *value)
{
    Buffer out;
    begin(run, &out);
    if (node->left->type.kind == TYPE_DATE)
        date_write_iso(value->date, &out);
    else
        duration_write_iso(value->integer, &out);
    finish(value, &out, NULL);
}

void filter_duration(Run *run, const Expression *node, Datum *value)
{
    Buffer out;
    const Language *language = evaluate_language(run);
    (void) node;
    begin(run, &out);
    duration_write(language, value->integer, &out);
    finish(value, &out, language);
}

void filter_number(Run *run, const Expression *node, Datum *value)
{
    Buffer out;
    const Language *language = evaluate_language(run);
    begin(run, &out);
    if (node->left->type.kind == TYPE_INT)
        number_write_int(language, value->integer, &out);
    else
        number_write(language, value->number, node->option, &out);
    finish(value, &out, language);
}

void filter_percent(Run *run, const Expression *node, Datum *value)
{
    Buffer out;
    const Language *language = evaluate_language(run);
    bool is_int = node->left->type.kind == TYPE_INT;
    begin(run, &out);
    number_write_percent(language, is_int ? (double) value->integer : value->number, node->option,
                         &out);
    finish(value, &out, language);
}

void filter_bytes(Run *run, const Expression *node, Datum *value)
{
    Buffer out;
    const Language *language = evaluate_language(run);
    (void) node;
    begin(run, &out);
    number_write_bytes(language, value->integer, &out);
    finish(value, &out, language);
}

typedef struct Entity {
    Slice name;
    char letter;
} Entity;

static size_t add_entity(Buffer *out, Slice rest)
{
    static const Entity entities[] = {{SLICE_INIT("&amp;"), '&'},
                                      {SLICE_INIT("&lt;"), '<'},
                                      {SLICE_INIT("&gt;"), '>'},
                                      {SLICE_INIT("&quot;"), '"'}};
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
        if (!slice_starts(rest, entities[i].name))
            continue;
        buffer_add_byte(out, entities[i].letter);
        return entities[i].name.size;
    }
    buffer_add_byte(out, '&');
    return 1;
}

/* Only markup we have written ourselves comes here: tags, and four entities. */
static void add_without_tags(Buffer *out, Slice html)
{
    bool blank = true;
    for (size_t i = 0; i < html.size;) {
        char byte = html.at[i];
        size_t size = 0;
        if (byte == '<') {
            Slice rest = slice_from(html, i);
            i += slice_find_byte(rest, '>', &size) ? size + 1 : rest.size;
            continue;
        }
        bool is_blank = byte == ' ' || byte == '\n' || byte == '\t';
        if (is_blank && !blank)
            buffer_add_byte(out, ' ');
        blank = is_blank;
        if (is_blank) {
            i++;
        } else if (byte == '&') {
            i += add_entity(out, slice_from(html, i));
        } else {
            buffer_add_byte(out, byte);
            i++;
        }
    }
}

/* What writes itself into the page is caught in a buffer of its own. */
static Slice catch_markup(Run *run, const Markup *markup)
{
    Buffer caught;
    Buffer *out = run->out;
    Buffer *target = run->target;
    begin(run, &caught);
    run->out = &caught;
    run->target = &caught;
    if (markup->write != NULL)
        markup->write(markup, run->context, &caught);
    run->out = out;
    run->target = target;
    return buffer_slice(&caught);
}

void filter_plain(Run *run, const Expression *node, Datum *value)
{
    Buffer out;
    TypeKind kind = node->left->type.kind;
    begin(run, &out);
    if (kind == TYPE_INT) {
        buffer_add_int(&out, value->integer);
        finish(value, &out, NULL);
    } else if (kind == TYPE_NUMBER) {
        number_write_machine(value->number, &out);
        finish(value, &out, NULL);
    } else if (kind != TYPE_TEXT) {
        const Language *language = value->markup.language;
        add_without_tags(&out, catch_markup(run, &value->markup));
        value->text = (Text){slice_trim(buffer_slice(&out)), language};
    }
}

void filter_truncate(Run *run, const Expression *node, Datum *value)
{
    value->text.bytes = unicode_shorten(run->scratch, value->text.bytes, node->option);
}

void filter_url(Run *run, const Expression *node, Datum *value)
{
    const TemplateHost *host = &run->set->host;
    Slice text = value->text.bytes;
    Slice part;
    Url url = {.kind = URL_EXTERNAL};
    (void) node;
    if (url_check(run->scratch, text, host->schemes, host->scheme_count, &part, &url.path) !=
        URL_FINE) {
        run_fail(run, DIAGNOSTIC_RENDER_SCHEME, text,
                 SLICE("no scheme that is allowed, or a character that cannot stand there"));
        url.path = SLICE("#");
    }
    *value = (Datum){.url = url};
}

void filter_absolute(Run *run, const Expression *node, Datum *value)
{
    Buffer out;
    begin(run, &out);
    if (run->base.size == 0)
        run_fail(run, DIAGNOSTIC_RENDER_VALUE, SLICE("“absolute” needs base in site.yaml"),
                 node->left->path);
    if (value->url.kind == URL_FILE)
        url_add_absolute(&out, &value->url, run->base);
    else
        buffer_add(&out, value->url.path);
    finish(value, &out, NULL);
}

void filter_ltr(Run *run, const Expression *node, Datum *value)
{
    (void) run;
    (void) node;
    value->text.language = &language_token;
}

void filter_lang(Run *run, const Expression *node, Datum *value)
{
    (void) run;
    value->text.language = node->key;
}

void filter_slug(Run *run, const Expression *node, Datum *value)
{
    Slice slug = slug_make(run->scratch, value->text.bytes);
    if (slug.size == 0)
        run_fail(run, DIAGNOSTIC_RENDER_VALUE, SLICE("“slug” finds no ASCII letter or digit"),
                 value->text.bytes);
    (void) node;
    *value = (Datum){.text = {slug, NULL}};
}

static void write_json(Run *run, JsonWriter *json, const Type *type, const Datum *value)
{
    Buffer date;
    switch (type->kind) {
    case TYPE_TEXT:
        json_text(json, isolate_strip(run->scratch, value->text.bytes));
        return;
    case TYPE_INT:
        json_int(json, value->integer);
        return;
    case TYPE_NUMBER:
        json_number(json, value->number);
        return;
    case TYPE_BOOL:
        json_bool(json, value->truth);
        return;
    case TYPE_DATE:
        begin(run, &date);
        date_write_iso(value->date, &date);
        json_text(json, buffer_slice(&date));
        return;
    case TYPE_LIST:
    case TYPE_INLINE:
    case TYPE_HTML:
    case TYPE_URL:
    case TYPE_DURATION:
    case TYPE_ENUM:
    case TYPE_ATTRIBUTES:
    case TYPE_RECORD:
    case TYPE_NAMES:
        json_null(json); // refused when compiled
        return;
    }
}

void filter_json(Run *run, const Expression *node, Datum *value)
{
    const Type *type = &node->left->type;
    JsonWriter json;
    Buffer out;
    begin(run, &out);
    json_init(&json, &out);
    if (type->kind != TYPE_LIST) {
        write_json(run, &json, type, value);
    } else {
        json_open_array(&json);
        for (size_t i = 0; i < value->list.count; i++) {
            Datum item = {0};
            record_read_item(type->item, value->list.items[i], &item);
            write_json(run, &json, type->item, &item);
        }
        json_close_array(&json);
    }
    finish(value, &out, NULL);
}
