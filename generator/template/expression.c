/* Parses expressions by recursive descent; its depth is limited. Nothing is looked up here. */
#include "template/expression.h"

#include "text/number.h"

typedef enum TokenType {
    LEX_END,
    LEX_NAME,
    LEX_STRING,
    LEX_INTEGER,
    LEX_DECIMAL,
    LEX_MARK, /* . | ( ) = == != < <= > >= ?: , */
} TokenType;

typedef struct Parser {
    Arena *arena;
    const ExpressionInput *input;
    Report *report;
    size_t at;          /* behind the token */
    size_t token_start; /* of the token */
    size_t last_end;    /* of the token before */
    TokenType type;
    Slice token;
    int depth;
    uint32_t node_count;
    bool failed;
} Parser;

static Expression *parse_else(Parser *parser);

static bool is_name_start(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' ||
           (unsigned char) byte >= 0x80;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

size_t expression_name_size(Slice text)
{
    if (text.size == 0 || !is_name_start(text.at[0]))
        return 0;
    size_t size = 1;
    while (size < text.size &&
           (is_name_start(text.at[size]) || is_digit(text.at[size]) || text.at[size] == '-'))
        size++;
    return size;
}

static uint32_t file_offset(const Parser *parser, size_t offset)
{
    return parser->input->offset_of(parser->input->place, offset);
}

static void fail(Parser *parser, const char *expected)
{
    if (parser->failed)
        return;
    parser->failed = true;
    Slice got = parser->type == LEX_END
                    ? SLICE("end")
                    : slice_part(parser->input->text, parser->token_start, parser->at);
    report_add(parser->report, &(Diagnostic){.code = DIAGNOSTIC_TEMPLATE_EXPRESSION,
                                             .span = {parser->input->source,
                                                      file_offset(parser, parser->token_start),
                                                      file_offset(parser, parser->at)},
                                             .words = {slice_of_string(expected), got}});
}

static void take(Parser *parser, TokenType type, size_t size)
{
    parser->type = type;
    parser->token = slice_part(parser->input->text, parser->at, parser->at + size);
    parser->at += size;
}

static void take_string(Parser *parser, char quote)
{
    Slice text = parser->input->text;
    Slice rest = slice_from(text, parser->at + 1);
    size_t size = 0;
    if (!slice_find_byte(rest, quote, &size)) {
        take(parser, LEX_STRING, text.size - parser->at);
        fail(parser, "a closing quote");
        return;
    }
    parser->type = LEX_STRING;
    parser->token = slice_to(rest, size);
    parser->at += size + 2;
}

static void take_number(Parser *parser)
{
    Slice text = parser->input->text;
    size_t size = 1;
    TokenType type = LEX_INTEGER;
    while (parser->at + size < text.size && is_digit(text.at[parser->at + size]))
        size++;
    if (parser->at + size + 1 < text.size && text.at[parser->at + size] == '.' &&
        is_digit(text.at[parser->at + size + 1])) {
        type = LEX_DECIMAL;
        size++;
        while (parser->at + size < text.size && is_digit(text.at[parser->at + size]))
            size++;
    }
    take(parser, type, size);
}

static void next_token(Parser *parser)
{
    Slice text = parser->input->text;
    parser->last_end = parser->at;
    while (parser->at < text.size && (text.at[parser->at] == ' ' || text.at[parser->at] == '\n' ||
                                      text.at[parser->at] == '\t' || text.at[parser->at] == '\r'))
        parser->at++;
    parser->token_start = parser->at;
    Slice rest = slice_from(text, parser->at);
    if (rest.size == 0) {
        take(parser, LEX_END, 0);
        return;
    }
    char first = rest.at[0];
    char second = rest.size > 1 ? rest.at[1] : '\0';
    if (is_name_start(first))
        take(parser, LEX_NAME, expression_name_size(rest));
    else if (first == '"' || first == '\'')
        take_string(parser, first);
    else if (is_digit(first) || (first == '-' && is_digit(second)))
        take_number(parser);
    else if ((second == '=' && (first == '=' || first == '!' || first == '<' || first == '>')) ||
             (first == '?' && second == ':'))
        take(parser, LEX_MARK, 2);
    else
        take(parser, LEX_MARK, 1);
}

static bool at_mark(const Parser *parser, const char *mark)
{
    return parser->type == LEX_MARK && slice_equal(parser->token, slice_of_string(mark));
}

static bool at_word(const Parser *parser, const char *word)
{
    return parser->type == LEX_NAME && slice_equal(parser->token, slice_of_string(word));
}

/* Counting nodes bounds the recursion of all that walks the tree. */
static void count_node(Parser *parser)
{
    if (++parser->node_count > EXPRESSION_MAX_NODES)
        fail(parser, "at most 256 parts");
}

static Expression *new_node(Parser *parser, ExpressionKind kind, size_t start)
{
    count_node(parser);
    return expression_new(parser->arena, kind, file_offset(parser, start),
                          file_offset(parser, parser->at));
}

Expression *expression_new(Arena *arena, ExpressionKind kind, uint32_t start, uint32_t end)
{
    Expression *node = ARENA_NEW(arena, Expression);
    node->kind = kind;
    node->start = start;
    node->end = end;
    return node;
}

static Expression *close_node(Parser *parser, Expression *node)
{
    node->end = file_offset(parser, parser->last_end);
    return node;
}

static Expression *parse_constant(Parser *parser)
{
    Expression *node = new_node(parser, EXPRESSION_CONSTANT, parser->token_start);
    if (parser->type == LEX_STRING) {
        node->type.kind = TYPE_TEXT;
        node->value.text.bytes = parser->token;
    } else if (parser->type == LEX_INTEGER) {
        node->type.kind = TYPE_INT;
        if (!slice_to_int(parser->token, &node->value.integer))
            fail(parser, "a smaller number");
    } else if (parser->type == LEX_DECIMAL) {
        node->type.kind = TYPE_NUMBER;
        if (!number_read(parser->token, &node->value.number))
            fail(parser, "a number");
    } else {
        node->type.kind = TYPE_BOOL;
        node->value.truth = at_word(parser, "true");
    }
    next_token(parser);
    return node;
}

static void add_argument(Parser *parser, Expression *node, size_t *capacity,
                         ExpressionArgument argument)
{
    node->arguments = arena_grow(parser->arena, node->arguments, sizeof *node->arguments,
                                 node->argument_count, capacity);
    node->arguments[node->argument_count++] = argument;
}

static Expression *parse_primary(Parser *parser);

/* A key may hold dots: `pages.count`. */
static Slice take_key(Parser *parser)
{
    size_t start = parser->token_start;
    if (parser->type != LEX_NAME) {
        fail(parser, "the key of a message");
        return (Slice){0};
    }
    next_token(parser);
    while (at_mark(parser, ".")) {
        next_token(parser);
        if (parser->type != LEX_NAME && parser->type != LEX_INTEGER) {
            fail(parser, "a name");
            return (Slice){0};
        }
        next_token(parser);
    }
    return slice_part(parser->input->text, start, parser->last_end);
}

static bool next_is_argument(const Parser *parser)
{
    if (parser->type != LEX_NAME)
        return false;
    Slice rest = slice_trim_start(slice_from(parser->input->text, parser->at));
    return rest.size > 0 && rest.at[0] == '=' && !(rest.size > 1 && rest.at[1] == '=');
}

static Expression *parse_message(Parser *parser, size_t start)
{
    Expression *node = new_node(parser, EXPRESSION_MESSAGE, start);
    next_token(parser);
    node->name = take_key(parser);
    size_t capacity = 0;
    while (!parser->failed && next_is_argument(parser)) {
        ExpressionArgument argument = {parser->token, NULL,
                                       file_offset(parser, parser->token_start),
                                       file_offset(parser, parser->at)};
        next_token(parser);
        next_token(parser);
        argument.value = parse_primary(parser);
        add_argument(parser, node, &capacity, argument);
    }
    return close_node(parser, node);
}

static Expression *parse_path(Parser *parser, ExpressionKind kind, size_t start)
{
    Expression *node = new_node(parser, kind, start);
    next_token(parser);
    if (parser->type != LEX_STRING)
        fail(parser, "a path in quotes");
    node->name = parser->token;
    next_token(parser);
    return close_node(parser, node);
}

static Expression *parse_name(Parser *parser)
{
    size_t start = parser->token_start;
    if (at_word(parser, "true") || at_word(parser, "false"))
        return parse_constant(parser);
    Slice rest = slice_trim_start(slice_from(parser->input->text, parser->at));
    bool before_quote = rest.size > 0 && (rest.at[0] == '"' || rest.at[0] == '\'');
    if (at_word(parser, "msg") && expression_name_size(rest) > 0)
        return parse_message(parser, start);
    if (at_word(parser, "asset") && before_quote)
        return parse_path(parser, EXPRESSION_ASSET, start);
    if (at_word(parser, "ref") && before_quote)
        return parse_path(parser, EXPRESSION_REFERENCE, start);
    Expression *node = new_node(parser, EXPRESSION_NAME, start);
    node->name = parser->token;
    next_token(parser);
    while (at_mark(parser, ".") && !parser->failed) {
        next_token(parser);
        Expression *member = new_node(parser, EXPRESSION_MEMBER, parser->token_start);
        if (parser->type != LEX_NAME)
            fail(parser, "a name");
        member->name = parser->token;
        member->left = node;
        node = member;
        next_token(parser);
    }
    return node;
}

static Expression *parse_primary(Parser *parser)
{
    if (at_mark(parser, "(")) {
        next_token(parser);
        Expression *node = parse_else(parser);
        if (!at_mark(parser, ")"))
            fail(parser, "“)”");
        next_token(parser);
        return node;
    }
    if (parser->type == LEX_NAME)
        return parse_name(parser);
    if (parser->type == LEX_STRING || parser->type == LEX_INTEGER || parser->type == LEX_DECIMAL)
        return parse_constant(parser);
    fail(parser, "a value");
    return new_node(parser, EXPRESSION_CONSTANT, parser->token_start);
}

/* `list or` is one filter; elsewhere the word is an operator. */
static bool at_filter_argument(const Parser *parser, const Expression *filter)
{
    if (at_word(parser, "or"))
        return slice_equal(filter->name, SLICE("list")) && filter->argument_count == 0;
    if (parser->type == LEX_NAME)
        return !at_word(parser, "and");
    return parser->type == LEX_STRING || parser->type == LEX_INTEGER ||
           parser->type == LEX_DECIMAL || at_mark(parser, "(");
}

static void parse_filter_argument(Parser *parser, Expression *node, size_t *capacity)
{
    ExpressionArgument argument = {.start = file_offset(parser, parser->token_start)};
    if (parser->type == LEX_NAME && !at_word(parser, "true") && !at_word(parser, "false")) {
        argument.word = parser->token;
        next_token(parser);
    } else {
        argument.value = parse_primary(parser);
    }
    argument.end = file_offset(parser, parser->last_end);
    if (node->argument_count == EXPRESSION_MAX_ARGUMENTS)
        fail(parser, "at most 4 arguments");
    else
        add_argument(parser, node, capacity, argument);
}

static Expression *parse_pipe(Parser *parser)
{
    Expression *node = parse_primary(parser);
    while (at_mark(parser, "|") && !parser->failed) {
        next_token(parser);
        Expression *filter = new_node(parser, EXPRESSION_FILTER, parser->token_start);
        if (parser->type != LEX_NAME)
            fail(parser, "the name of a filter");
        filter->name = parser->token;
        filter->left = node;
        node = filter;
        next_token(parser);
        size_t capacity = 0;
        while (at_filter_argument(parser, filter) && !parser->failed)
            parse_filter_argument(parser, filter, &capacity);
    }
    return node;
}

static Expression *binary(Parser *parser, ExpressionKind kind, Expression *left, Expression *right)
{
    count_node(parser);
    Expression *node = expression_new(parser->arena, kind, left->start, right->end);
    node->left = left;
    node->right = right;
    return node;
}

static Expression *parse_compare(Parser *parser)
{
    static const struct {
        const char *mark;
        Comparison comparison;
    } marks[] = {
        {"==", COMPARE_EQUAL},    {"!=", COMPARE_NOT_EQUAL}, {"<", COMPARE_LESS},
        {"<=", COMPARE_NOT_MORE}, {">", COMPARE_MORE},       {">=", COMPARE_NOT_LESS},
    };
    Expression *left = parse_pipe(parser);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (!at_mark(parser, marks[i].mark))
            continue;
        next_token(parser);
        Expression *node = binary(parser, EXPRESSION_COMPARE, left, parse_pipe(parser));
        node->comparison = marks[i].comparison;
        return node;
    }
    return left;
}

static Expression *parse_not(Parser *parser)
{
    if (!at_word(parser, "not"))
        return parse_compare(parser);
    size_t start = parser->token_start;
    next_token(parser);
    Expression *node = new_node(parser, EXPRESSION_NOT, start);
    node->left = parse_compare(parser);
    return close_node(parser, node);
}

static Expression *parse_and(Parser *parser)
{
    Expression *left = parse_not(parser);
    while (at_word(parser, "and") && !parser->failed) {
        next_token(parser);
        left = binary(parser, EXPRESSION_AND, left, parse_not(parser));
    }
    return left;
}

static Expression *parse_or(Parser *parser)
{
    Expression *left = parse_and(parser);
    while (at_word(parser, "or") && !parser->failed) {
        next_token(parser);
        left = binary(parser, EXPRESSION_OR, left, parse_and(parser));
    }
    return left;
}

static Expression *parse_else(Parser *parser)
{
    if (++parser->depth > EXPRESSION_MAX_DEPTH) {
        fail(parser, "at most 16 levels of parentheses");
        return new_node(parser, EXPRESSION_CONSTANT, parser->token_start);
    }
    Expression *left = parse_or(parser);
    if (at_mark(parser, "?:")) {
        next_token(parser);
        left = binary(parser, EXPRESSION_ELSE, left, parse_else(parser));
    }
    parser->depth--;
    return left;
}

Expression *expression_parse(Arena *arena, const ExpressionInput *input, Report *report)
{
    Parser parser = {.arena = arena, .input = input, .report = report};
    next_token(&parser);
    Expression *node = parse_else(&parser);
    if (!parser.failed && parser.type != LEX_END)
        fail(&parser, "the end of the expression");
    return parser.failed ? NULL : node;
}
