/* Reads a pattern from left to right. A fault of form ends the pattern, a fault of meaning does
 * not, so one run shows every plural word that is missing. */
#include "text/pattern.h"

#include "base/suggest.h"

#include <string.h>

typedef struct Parser {
    Arena *arena;
    PatternSource *source;
    Report *report;
    Slice text;
    size_t at;
    uint32_t depth;
    bool in_plural;
    bool has_failed;  /* something was reported */
    bool has_stopped; /* the form is broken: nothing more is read */
} Parser;

/* Reports. */

/* A part of the pattern in its file: exact where the file holds the pattern as it is, else the
 * whole value (escapes of YAML, folded lines). */
static Span place(const Parser *parser, size_t start, size_t end)
{
    Span span = parser->source->value->span;
    size_t offset;
    if (span.source == NULL || !slice_find(span_text(span), parser->text, &offset))
        return span;
    uint32_t base = span.start + (uint32_t) offset;
    return (Span){span.source, base + (uint32_t) start, base + (uint32_t) end};
}

static void fail(Parser *parser, DiagnosticCode code, size_t start, Slice word, Slice second)
{
    Diagnostic diagnostic = {
        .code = code,
        .span = place(parser, start, parser->at),
        .words = {parser->source->key, word, second},
    };
    report_add(parser->report, &diagnostic);
    parser->has_failed = true;
}

static void stop(Parser *parser, DiagnosticCode code, size_t start, Slice word)
{
    fail(parser, code, start, word, (Slice){0});
    parser->has_stopped = true;
}

/* Words. */

static char peek(const Parser *parser)
{
    return parser->at < parser->text.size ? parser->text.at[parser->at] : '\0';
}

static void skip_spaces(Parser *parser)
{
    while (peek(parser) == ' ' || peek(parser) == '\n' || peek(parser) == '\t')
        parser->at++;
}

static bool take(Parser *parser, char byte)
{
    skip_spaces(parser);
    if (peek(parser) != byte)
        return false;
    parser->at++;
    return true;
}

static bool is_name_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_' || byte == '-';
}

/* A name, or whatever stands there up to a space or a mark of the grammar: for the report. */
static Slice take_word(Parser *parser)
{
    skip_spaces(parser);
    size_t start = parser->at;
    while (parser->at < parser->text.size) {
        char byte = peek(parser);
        if (byte == ' ' || byte == '\n' || byte == '\t' || byte == ',' || byte == '{' ||
            byte == '}')
            break;
        parser->at++;
    }
    return slice_part(parser->text, start, parser->at);
}

static bool is_name(Slice word)
{
    for (size_t i = 0; i < word.size; i++) {
        if (!is_name_byte(word.at[i]))
            return false;
    }
    return word.size > 0;
}

/* Arguments. */

/* The engine gives a message of its own nothing but what it has declared. */
static void stop_at_unknown(Parser *parser, Slice name)
{
    const PatternArguments *arguments = parser->source->arguments;
    Slice known[MESSAGE_MAX_ARGUMENTS];
    for (size_t i = 0; i < arguments->count; i++)
        known[i] = arguments->items[i].name;
    Diagnostic diagnostic = {
        .code = arguments->count > 0 ? DIAGNOSTIC_MESSAGE_GIVEN : DIAGNOSTIC_MESSAGE_GIVEN_NONE,
        .span = place(parser, parser->at - name.size, parser->at),
        .words = {parser->source->key, name,
                  slice_join(parser->arena, known, arguments->count, SLICE(", "))},
        .suggestion = suggest_one(name, known, arguments->count),
    };
    report_add(parser->report, &diagnostic);
    parser->has_failed = true;
    parser->has_stopped = true;
}

static bool use_argument(Parser *parser, size_t start, Slice name, uint32_t *ret_index)
{
    PatternArguments *arguments = parser->source->arguments;
    size_t i = 0;
    while (i < arguments->count && !slice_equal(arguments->items[i].name, name))
        i++;
    if (i == arguments->count && arguments->is_closed) {
        stop_at_unknown(parser, name);
        return false;
    }
    if (i == MESSAGE_MAX_ARGUMENTS) {
        stop(parser, DIAGNOSTIC_MESSAGE_ARGUMENTS, start, name);
        return false;
    }
    if (i == arguments->count)
        arguments->items[arguments->count++] =
            (MessageArgument){slice_copy(parser->arena, name), ARGUMENT_ANY};
    parser->source->used |= 1U << i;
    *ret_index = (uint32_t) i;
    return true;
}

/* The kind an argument has everywhere; {name} alone leaves it open. */
static void set_kind(Parser *parser, size_t start, uint32_t argument, ArgumentKind kind)
{
    MessageArgument *known = &parser->source->arguments->items[argument];
    if (known->kind == ARGUMENT_ANY)
        known->kind = kind;
    else if (known->kind != kind)
        fail(parser, DIAGNOSTIC_MESSAGE_KINDS, start, known->name, (Slice){0});
}

/* Branches. */

static PatternNode *parse_nodes(Parser *parser);

static bool read_exact(Slice word, double *ret_exact)
{
    int64_t exact;
    if (!slice_to_int(slice_from(word, 1), &exact))
        return false;
    *ret_exact = (double) exact;
    return true;
}

/* Types the selector of a plural branch; a word the language lacks is a fault of meaning. */
static void read_selector(Parser *parser, const PatternNode *node, size_t start,
                          PatternBranch *branch)
{
    const Language *language = parser->source->language;
    branch->word = PLURAL_OTHER;
    branch->is_exact = slice_starts(branch->selector, SLICE("="));
    bool is_known = branch->is_exact ? read_exact(branch->selector, &branch->exact)
                                     : plural_find(branch->selector, &branch->word);
    if (is_known && !branch->is_exact)
        is_known = (plural_words(language, node->plural) & (1U << branch->word)) != 0;
    if (!is_known)
        fail(parser, DIAGNOSTIC_MESSAGE_PLURAL_WORD, start, branch->selector, language->code);
}

static bool is_double(const PatternBranch *branches, const PatternBranch *branch)
{
    for (; branches != NULL; branches = branches->next) {
        if (slice_equal(branches->selector, branch->selector))
            return true;
    }
    return false;
}

static PatternBranch *parse_branch(Parser *parser, PatternNode *node)
{
    PatternBranch *branch = ARENA_NEW(parser->arena, PatternBranch);
    skip_spaces(parser);
    size_t start = parser->at;
    branch->selector = take_word(parser);
    if (branch->selector.size == 0) {
        stop(parser, DIAGNOSTIC_MESSAGE_BRANCH, start, slice_part(parser->text, start, start + 1));
        return NULL;
    }
    if (node->kind == PATTERN_PLURAL)
        read_selector(parser, node, start, branch);
    if (is_double(node->branches, branch))
        fail(parser, DIAGNOSTIC_MESSAGE_BRANCH_TWICE, start, branch->selector, (Slice){0});
    size_t brace = parser->at;
    if (!take(parser, '{')) {
        stop(parser, DIAGNOSTIC_MESSAGE_BRANCH, start, branch->selector);
        return NULL;
    }
    branch->first = parse_nodes(parser);
    if (!parser->has_stopped && !take(parser, '}'))
        stop(parser, DIAGNOSTIC_MESSAGE_BRACE, brace, SLICE("{"));
    return branch;
}

static bool has_word(const PatternNode *node, PluralWord word)
{
    for (const PatternBranch *branch = node->branches; branch != NULL; branch = branch->next) {
        if (!branch->is_exact && branch->word == word)
            return true;
    }
    return false;
}

static PatternBranch *find_other(const PatternNode *node)
{
    for (PatternBranch *branch = node->branches; branch != NULL; branch = branch->next) {
        if (slice_equal(branch->selector, SLICE("other")))
            return branch;
    }
    return NULL;
}

static void check_branches(Parser *parser, size_t start, PatternNode *node)
{
    const Language *language = parser->source->language;
    node->other = find_other(node);
    if (node->other == NULL)
        fail(parser, DIAGNOSTIC_MESSAGE_BRANCH_MISSING, start, SLICE("other"), language->code);
    if (node->kind != PATTERN_PLURAL)
        return;
    uint32_t words = plural_words(language, node->plural);
    for (PluralWord word = PLURAL_ZERO; word < PLURAL_OTHER; word++) {
        if ((words & (1U << word)) != 0 && !has_word(node, word))
            fail(parser, DIAGNOSTIC_MESSAGE_BRANCH_MISSING, start, plural_word(word),
                 language->code);
    }
}

static void parse_branches(Parser *parser, size_t start, PatternNode *node)
{
    if (++parser->depth > MESSAGE_MAX_DEPTH) {
        stop(parser, DIAGNOSTIC_MESSAGE_DEPTH, start, (Slice){0});
        return;
    }
    bool was_in_plural = parser->in_plural;
    parser->in_plural |= node->kind == PATTERN_PLURAL;
    PatternBranch **last = &node->branches;
    skip_spaces(parser);
    while (!parser->has_stopped && peek(parser) != '}' && parser->at < parser->text.size) {
        PatternBranch *branch = parse_branch(parser, node);
        if (branch == NULL)
            break;
        *last = branch;
        last = &branch->next;
        skip_spaces(parser);
    }
    parser->in_plural = was_in_plural;
    parser->depth--;
    if (!parser->has_stopped && parser->at < parser->text.size)
        check_branches(parser, start, node);
}

/* Types. */

static void parse_plural(Parser *parser, size_t start, PatternNode *node, PluralKind plural)
{
    node->kind = PATTERN_PLURAL;
    node->plural = plural;
    set_kind(parser, start, node->argument, ARGUMENT_NUMBER);
    skip_spaces(parser);
    if (slice_starts(slice_from(parser->text, parser->at), SLICE("offset:"))) {
        parser->at += strlen("offset:");
        size_t number = parser->at;
        Slice word = take_word(parser);
        int64_t offset = 0;
        if (!slice_to_int(word, &offset)) {
            stop(parser, DIAGNOSTIC_MESSAGE_STYLE, number, word);
            return;
        }
        node->offset = (double) offset;
    }
    parse_branches(parser, start, node);
}

static bool find_number_style(Slice word, PatternNumber *ret_style)
{
    static const Slice words[PATTERN_NUMBER_COUNT] = {
        SLICE_INIT(""),
        SLICE_INIT("integer"),
        SLICE_INIT("percent"),
    };
    for (PatternNumber style = PATTERN_NUMBER_PLAIN; style < PATTERN_NUMBER_COUNT; style++) {
        if (!slice_equal(word, words[style]))
            continue;
        *ret_style = style;
        return true;
    }
    return false;
}

/* The optional word behind number or date. */
static void parse_style(Parser *parser, size_t start, PatternNode *node, bool is_date)
{
    Slice word = {0};
    node->kind = is_date ? PATTERN_DATE : PATTERN_NUMBER;
    set_kind(parser, start, node->argument, is_date ? ARGUMENT_DATE : ARGUMENT_NUMBER);
    bool is_stated = take(parser, ',');
    skip_spaces(parser);
    size_t style = parser->at;
    if (is_stated)
        word = take_word(parser);
    bool is_known = is_date
                        ? !is_stated || date_style_find(word, &node->date)
                        : is_stated == (word.size > 0) && find_number_style(word, &node->number);
    if (!is_known)
        stop(parser, DIAGNOSTIC_MESSAGE_STYLE, style, word);
}

static void parse_type(Parser *parser, size_t start, PatternNode *node)
{
    skip_spaces(parser);
    size_t word_start = parser->at;
    Slice type = take_word(parser);
    bool is_select = slice_equal(type, SLICE("select"));
    bool is_ordinal = slice_equal(type, SLICE("selectordinal"));
    if (slice_equal(type, SLICE("number")) || slice_equal(type, SLICE("date"))) {
        parse_style(parser, start, node, type.at[0] == 'd');
        return;
    }
    if (!is_select && !is_ordinal && !slice_equal(type, SLICE("plural"))) {
        stop(parser, DIAGNOSTIC_MESSAGE_TYPE, word_start, type);
        return;
    }
    if (!take(parser, ',')) {
        stop(parser, DIAGNOSTIC_MESSAGE_BRANCH, start, type);
        return;
    }
    if (!is_select) {
        parse_plural(parser, start, node, is_ordinal ? PLURAL_ORDINAL : PLURAL_CARDINAL);
        return;
    }
    node->kind = PATTERN_SELECT;
    set_kind(parser, start, node->argument, ARGUMENT_WORD);
    parse_branches(parser, start, node);
}

/* From "{" to "}". */
static PatternNode *parse_argument(Parser *parser)
{
    size_t start = parser->at++;
    PatternNode *node = ARENA_NEW(parser->arena, PatternNode);
    node->kind = PATTERN_VALUE;
    Slice name = take_word(parser);
    if (!is_name(name)) {
        DiagnosticCode code =
            parser->at == parser->text.size ? DIAGNOSTIC_MESSAGE_BRACE : DIAGNOSTIC_MESSAGE_NAME;
        stop(parser, code, start, code == DIAGNOSTIC_MESSAGE_BRACE ? SLICE("{") : name);
        return node;
    }
    if (!use_argument(parser, start, name, &node->argument))
        return node;
    if (take(parser, ','))
        parse_type(parser, start, node);
    if (!parser->has_stopped && !take(parser, '}'))
        stop(parser, DIAGNOSTIC_MESSAGE_BRACE, start, SLICE("{"));
    return node;
}

/* Text. */

static PatternNode *new_text(Parser *parser, size_t start, size_t end)
{
    PatternNode *node = ARENA_NEW(parser->arena, PatternNode);
    node->text = slice_part(parser->text, start, end);
    return node;
}

static bool is_special(char byte)
{
    return byte == '{' || byte == '}' || byte == '#' || byte == '|';
}

/* At an apostrophe: '' is one, '{…' quotes up to the next one, any other stands for itself. */
static PatternNode *parse_apostrophe(Parser *parser)
{
    size_t start = parser->at++;
    char next = peek(parser);
    if (next == '\'') {
        parser->at++;
        return new_text(parser, start, start + 1);
    }
    if (!is_special(next))
        return new_text(parser, start, start + 1);
    size_t end = start + 1;
    while (end < parser->text.size && parser->text.at[end] != '\'')
        end++;
    parser->at = end < parser->text.size ? end + 1 : end;
    return new_text(parser, start + 1, end);
}

static PatternNode *parse_text(Parser *parser)
{
    size_t start = parser->at;
    while (parser->at < parser->text.size) {
        char byte = peek(parser);
        if (byte == '{' || byte == '}' || byte == '\'' || (byte == '#' && parser->in_plural))
            break;
        parser->at++;
    }
    return new_text(parser, start, parser->at);
}

static PatternNode *parse_node(Parser *parser)
{
    char byte = peek(parser);
    if (byte == '{')
        return parse_argument(parser);
    if (byte == '\'')
        return parse_apostrophe(parser);
    if (byte != '#' || !parser->in_plural)
        return parse_text(parser);
    parser->at++;
    PatternNode *node = ARENA_NEW(parser->arena, PatternNode);
    node->kind = PATTERN_HASH;
    return node;
}

/* Up to the end or the "}" of the branch; depth is bounded by parse_branches. */
static PatternNode *parse_nodes(Parser *parser)
{
    PatternNode *first = NULL;
    PatternNode **last = &first;
    while (!parser->has_stopped && parser->at < parser->text.size && peek(parser) != '}') {
        PatternNode *node = parse_node(parser);
        *last = node;
        last = &node->next;
    }
    return first;
}

bool pattern_compile(Arena *arena, PatternSource *source, Report *report, PatternNode **ret_first)
{
    Parser parser = {
        .arena = arena,
        .source = source,
        .report = report,
        .text = source->value->text,
    };
    if (parser.text.size > MESSAGE_MAX_SIZE) {
        stop(&parser, DIAGNOSTIC_MESSAGE_SIZE, 0, (Slice){0});
        return false;
    }
    PatternNode *first = parse_nodes(&parser);
    if (!parser.has_stopped && parser.at < parser.text.size) {
        size_t start = parser.at++;
        stop(&parser, DIAGNOSTIC_MESSAGE_BRACE, start, SLICE("}"));
    }
    if (parser.has_failed)
        return false;
    *ret_first = first;
    return true;
}
