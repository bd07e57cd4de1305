/* Finds the written address of a link, for spans and repairs. */
#include "markup/bracket.h"

#define MAX_PARENTHESES 32 /* the parser's own limit inside an address */
#define NOT_FOUND ((size_t) -1)

static bool is_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool is_punctuation(char byte)
{
    return (byte >= '!' && byte <= '/') || (byte >= ':' && byte <= '@') ||
           (byte >= '[' && byte <= '`') || (byte >= '{' && byte <= '~');
}

static bool is_escape(Slice content, size_t at)
{
    return content.at[at] == '\\' && at + 1 < content.size && is_punctuation(content.at[at + 1]);
}

static size_t skip_spaces(Slice content, size_t at)
{
    while (at < content.size && is_space(content.at[at]))
        at++;
    return at;
}

/* The end of `<address>`, behind the ">". */
static size_t pointed_end(Slice content, size_t at)
{
    for (at++; at < content.size; at++) {
        const char byte = content.at[at];
        if (byte == '>')
            return at + 1;
        if (byte == '\n' || byte == '<')
            return NOT_FOUND;
        if (byte == '\\')
            at++;
    }
    return NOT_FOUND;
}

static size_t plain_end(Slice content, size_t start)
{
    size_t open = 0;
    size_t at = start;
    for (; at < content.size; at++) {
        const char byte = content.at[at];
        if (is_escape(content, at))
            at++;
        else if (byte == '(' && ++open > MAX_PARENTHESES)
            return NOT_FOUND;
        else if (byte == ')' && open-- == 0)
            return at;
        else if (is_space(byte))
            return at == start ? NOT_FOUND : at;
    }
    return NOT_FOUND;
}

/* The end of a title in quotes or parentheses. A closing mark behind a backslash closes only where
 * no other one follows. */
static size_t title_end(Slice content, size_t start)
{
    if (start >= content.size)
        return start;
    const char open = content.at[start];
    if (open != '"' && open != '\'' && open != '(')
        return start;
    const char close = open == '(' ? ')' : open;
    size_t last = start;
    for (size_t at = start + 1; at < content.size; at++) {
        const bool is_escaped = content.at[at - 1] == '\\' && at - 1 > start;
        if (content.at[at] == close)
            last = at + 1;
        if (content.at[at] == close && !is_escaped)
            return last;
        if (open == '(' && content.at[at] == '(' && !is_escaped)
            return last;
    }
    return last;
}

static bool read_inline(Slice content, size_t after, BracketTail *tail)
{
    const size_t start = skip_spaces(content, after + 1);
    const bool is_pointed = start < content.size && content.at[start] == '<';
    const size_t end = is_pointed ? pointed_end(content, start) : plain_end(content, start);
    if (end == NOT_FOUND)
        return false;
    const size_t title = skip_spaces(content, end);
    const size_t title_close = title == end ? end : title_end(content, title);
    const size_t close = skip_spaces(content, title_close);
    if (close >= content.size || content.at[close] != ')')
        return false;
    const size_t mark = is_pointed ? 1 : 0;
    *tail = (BracketTail){.end = close + 1,
                          .is_inline = true,
                          .address_start = start + mark,
                          .address_end = end - mark};
    return true;
}

static size_t label_end(Slice content, size_t after)
{
    for (size_t at = after + 1; at < content.size; at++) {
        if (content.at[at] == '[')
            return after;
        if (content.at[at] == ']')
            return at + 1;
        if (is_escape(content, at))
            at++;
    }
    return after;
}

BracketTail bracket_read_tail(Slice content, size_t after)
{
    BracketTail tail = {.end = after};
    if (after >= content.size)
        return tail;
    if (content.at[after] == '(' && read_inline(content, after, &tail))
        return tail;
    if (content.at[after] == '[')
        tail.end = label_end(content, after);
    return tail;
}

size_t bracket_find_close(Slice content, size_t start)
{
    size_t open = 0;
    size_t at = start;
    for (; at < content.size; at++) {
        if (content.at[at] == '[')
            open++;
        else if (content.at[at] == ']' && open-- == 0)
            return at;
        else if (content.at[at] == '\\')
            at++;
    }
    return content.size;
}
