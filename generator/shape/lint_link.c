/* Texts that claim to be what they are not: a link whose text shows another host, names and link
 * texts with letters of another script among their own (persian 13). */
#include "base/url.h"
#include "base/utf8.h"
#include "shape/lint_part.h"
#include "text/unicode.h"

#define MAX_TEXT_SIZE 2000

/* The host in `https://user@host:80/path` or `www.host/path`; empty where the text is none. */
static Slice host_in(Slice text)
{
    const Slice scheme = url_scheme(text);
    size_t found = 0, end = 0;
    if (scheme.size > 0 && !slice_starts(slice_from(text, scheme.size), SLICE("://")))
        return (Slice){0};
    text = slice_from(text, scheme.size > 0 ? scheme.size + 3 : 0);
    while (end < text.size && text.at[end] != '/' && text.at[end] != '?' && text.at[end] != '#')
        end++;
    text = slice_to(text, end);
    if (slice_find_last_byte(text, '@', &found)) // without a scheme: a mail address, “npm@2.0”
        text = scheme.size > 0 ? slice_from(text, found + 1) : (Slice){0};
    if (slice_find_byte(text, ':', &found))
        text = slice_to(text, found);
    return text;
}

static Slice without_www(Slice host)
{
    return slice_equal_ascii_case(slice_to(host, 4), SLICE("www.")) ? slice_from(host, 4) : host;
}

/* Words like “water.org” count as well; “3.5”, “file.md” and sentences do not. */
static bool looks_like_host(Slice text, Slice host)
{
    static const Slice ends[] = {SLICE_INIT(".org"), SLICE_INIT(".com"), SLICE_INIT(".net"),
                                 SLICE_INIT(".ir"), SLICE_INIT(".info")};
    size_t found = 0;
    if (host.size == 0 || !slice_find_byte(host, '.', &found))
        return false;
    if (host.at != text.at || slice_equal_ascii_case(slice_to(host, 4), SLICE("www.")))
        return true;
    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
        if (host.size > ends[i].size && slice_ends(host, ends[i]))
            return true;
    return false;
}

static bool is_same_host(const Lint *lint, Slice shown, Slice host)
{
    Slice ascii = shown, other = host;
    if (lint->languages != NULL) {
        unicode_host(lint->languages->unicode, lint->scratch, shown, &ascii);
        unicode_host(lint->languages->unicode, lint->scratch, host, &other);
    }
    return slice_equal_ascii_case(without_www(ascii), without_www(other));
}

static void check_host(const Lint *lint, NodeId link, Slice text)
{
    const Slice address = node_at(lint->document, link)->link->address;
    const Slice shown = host_in(text), host = host_in(address);
    const Slice scheme = url_scheme(address);
    if (!slice_equal_ascii_case(scheme, SLICE("https")) &&
        !slice_equal_ascii_case(scheme, SLICE("http")))
        return;
    if (!looks_like_host(text, shown) || is_same_host(lint, shown, host))
        return;
    Diagnostic fault = {.code = DIAGNOSTIC_LINK_OTHER_HOST,
                        .span = node_span(lint->document, link),
                        .words = {shown, host}};
    report_add(lint->report, &fault);
}

/* Latin and Arabic letters may stand together, and text/mixed-digits looks after their digits: most
 * words need no look at their scripts. */
static bool is_plain(Slice word)
{
    for (size_t i = 0; i < word.size; i++) {
        const unsigned char byte = (unsigned char) word.at[i];
        const bool is_arabic = byte >= 0xD8 && byte <= 0xDB && i + 1 < word.size;
        if (byte >= 0x80 && !is_arabic)
            return false;
        i += is_arabic;
    }
    return true;
}

/* Reports a word whose letters come from scripts that do not stand together. */
static void check_word(const Lint *lint, Slice word, Span span)
{
    Slice strangers = {0};
    if (is_plain(word) || !unicode_is_lookalike(lint->scratch, word, &strangers))
        return;
    report_add(
        lint->report,
        &(Diagnostic){.code = DIAGNOSTIC_TEXT_LOOKALIKE, .span = span, .words = {word, strangers}});
}

static void check_words(const Lint *lint, NodeId link, Slice text)
{
    size_t start = 0;
    for (size_t at = 0, next = 0; at < text.size; at = next) {
        if (!lint_is_blank(utf8_next(text, &next)))
            continue;
        check_word(lint, slice_part(text, start, at), node_span(lint->document, link));
        start = next;
    }
    check_word(lint, slice_from(text, start), node_span(lint->document, link));
}

void lint_link(Lint *lint, NodeId link)
{
    const Node *node = node_at(lint->document, link);
    const NodeId child = node->first_child;
    lint_escapes(lint, link);
    if (node->kind == NODE_IMAGE || (node->flags & NODE_BARE) || child == NODE_NONE)
        return;
    const Node *only = node_at(lint->document, child);
    Slice text = only->kind == NODE_TEXT ? only->text : (Slice){0};
    if (only->next != NODE_NONE || only->kind != NODE_TEXT) {
        Buffer buffer;
        buffer_init(&buffer, lint->scratch, MAX_TEXT_SIZE);
        node_add_plain(lint->document, link, &buffer);
        text = buffer_slice(&buffer);
    }
    check_words(lint, link, text);
    size_t found = 0;
    if (slice_find_byte(text, '.', &found))
        check_host(lint, link, slice_trim(text));
}

/* `@name` in the text. */
void lint_handles(Lint *lint)
{
    size_t found = 0;
    for (size_t at = 0; slice_find_byte(slice_from(lint->bytes, at), '@', &found);) {
        const size_t start = at + found;
        size_t end = start + 1;
        while (end < lint->bytes.size && (lint_is_letter(lint_after(lint, end)) ||
                                          lint->bytes.at[end] == '_' || lint->bytes.at[end] == '.'))
            utf8_next(lint->bytes, &end);
        at = end;
        const Slice name = slice_part(lint->bytes, start, end);
        if (!slice_is_ascii(name) && lint_is_text(lint, start))
            check_word(lint, name,
                       (Span){lint->document->source, (uint32_t) start, (uint32_t) end});
    }
}
