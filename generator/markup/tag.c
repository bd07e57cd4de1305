/* Reads start tags and the text of values for markup/tidy, and says what is wrong with them. */
#include "markup/tag.h"

#include "base/arena.h"
#include "markup/escape.h"
#include "markup/html.h"

#include <string.h>

#define ROW(name) [FAULT_##name] = {DIAGNOSTIC_TEMPLATE_SYNTAX_##name, DIAGNOSTIC_HTML_##name}
static const DiagnosticCode fault_codes[][2] = {
    ROW(UNCLOSED), ROW(NEVER_CLOSED), ROW(END),    ROW(VALUE),      ROW(BARE),       ROW(NAME),
    ROW(TAG_NAME), ROW(TWICE),        ROW(ENTITY), ROW(CASE),       ROW(EMPTY),      ROW(OPEN),
    ROW(FOREIGN),  ROW(LESS),         ROW(DEPTH),  ROW(ATTRIBUTES), ROW(VALUE_SIZE),
};
#undef ROW

static const Slice expression_attributes =
    SLICE_INIT("t-if t-else t-for t-let t-lang t-attrs t-omit on");

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f';
}

static Slice rest_of(const Tidy *tidy)
{
    return slice_from(tidy->text, tidy->at);
}

bool tag_fail(Tidy *tidy, TagFault fault, size_t start, size_t end, Diagnostic rest)
{
    rest.code = fault_codes[fault][tidy->input->mode == TIDY_TEMPLATE ? 0 : 1];
    rest.span = decode_span(&tidy->decoder, start, end);
    report_add(tidy->report, &rest);
    tidy->is_broken = true;
    return false;
}

bool tag_fail_with_fix(Tidy *tidy, TagFault fault, Slice place, Diagnostic rest, Slice text)
{
    const size_t start = (size_t) (place.at - tidy->text.at);
    const Edit edit = {decode_span(&tidy->decoder, start, start + place.size), text};
    rest.edits = &edit;
    rest.edit_count = 1;
    rest.is_safe_fix = true;
    return tag_fail(tidy, fault, start, start + place.size, rest);
}

bool tag_fail_open(Tidy *tidy, size_t start, size_t size)
{
    return tag_fail(tidy, FAULT_OPEN, start, start + size,
                    (Diagnostic){.words = {slice_part(tidy->text, start, start + size)}});
}

void tag_skip_space(Tidy *tidy)
{
    while (is_space(tag_byte(tidy, tidy->at))) {
        const char byte = tidy->text.at[tidy->at++];
        buffer_add_byte(&tidy->xml, byte == '\n' ? '\n' : ' ');
    }
}

static bool read_entity(Tidy *tidy, size_t limit)
{
    size_t end;
    switch (decode_entity(&tidy->decoder, tidy->at, limit, &end)) {
    case DECODE_FINE:
        tidy->at = end;
        return true;
    case DECODE_NOT_ENTITY:
        decode_text(&tidy->decoder, tidy->at, tidy->at + 1);
        tidy->at++;
        return true;
    case DECODE_UNKNOWN:
        break;
    }
    if (!escape_check_entity(decode_span(&tidy->decoder, tidy->at, end), tidy->report)) {
        tidy->is_broken = true;
        return false;
    }
    return tag_fail(tidy, FAULT_ENTITY, tidy->at, end,
                    (Diagnostic){.words = {slice_part(tidy->text, tidy->at, end)}});
}

/* Behind the "}" of the expression that begins at `at`; 0: it never ends. Tags cannot stand in an
 * expression, so one shows that its "}" was forgotten. */
static size_t expression_end(Slice text, size_t at, size_t limit)
{
    char quote = '\0';
    for (size_t i = at + 1; i < limit; i++) {
        const char byte = text.at[i];
        if (quote != '\0') {
            quote = byte == quote ? '\0' : quote;
        } else if (byte == '"' || byte == '\'') {
            quote = byte;
        } else if (byte == '}') {
            return i + 1;
        } else if (byte == '{' || (byte == '<' && i + 1 < limit && text.at[i + 1] == '/')) {
            return 0;
        }
    }
    return 0;
}

static bool read_brace(Tidy *tidy, size_t limit)
{
    size_t end = tidy->at + 2;
    if (tag_byte(tidy, tidy->at + 1) != '{' || end > limit)
        end = expression_end(tidy->text, tidy->at, limit);
    if (end == 0)
        return tag_fail_open(tidy, tidy->at, 1);
    decode_text(&tidy->decoder, tidy->at, end);
    tidy->at = end;
    return true;
}

static bool is_plain_byte(const Tidy *tidy, char byte)
{
    return byte != '&' && byte != '<' && (byte != '{' || tidy->input->mode != TIDY_TEMPLATE);
}

bool tag_read_text(Tidy *tidy, size_t limit, bool is_value)
{
    while (tidy->at < limit) {
        const size_t start = tidy->at;
        while (tidy->at < limit && is_plain_byte(tidy, tidy->text.at[tidy->at]))
            tidy->at++;
        decode_text(&tidy->decoder, start, tidy->at);
        if (tidy->at == limit)
            return true;
        const char byte = tidy->text.at[tidy->at];
        if (byte == '<') {
            if (!is_value)
                return true;
            decode_text(&tidy->decoder, tidy->at, tidy->at + 1);
            tidy->at++;
        } else if (byte == '&' ? !read_entity(tidy, limit) : !read_brace(tidy, limit)) {
            return false;
        }
    }
    return true;
}

static Slice lower_case(Tidy *tidy, Slice name)
{
    char *bytes = ARENA_ARRAY(tidy->arena, char, name.size);
    for (size_t i = 0; i < name.size; i++)
        bytes[i] = name.at[i] >= 'A' && name.at[i] <= 'Z' ? (char) (name.at[i] | 0x20) : name.at[i];
    return (Slice){bytes, name.size};
}

static bool is_name(Slice name)
{
    for (size_t i = 0; i < name.size; i++) {
        const char byte = name.at[i];
        const bool is_later = (byte >= '0' && byte <= '9') || byte == '-' || byte == '.';
        if (!tag_is_letter(byte) && byte != '_' && (i == 0 || !is_later))
            return false;
    }
    return name.size > 0;
}

static bool is_attribute_name(Slice name)
{
    Slice prefix = {0};
    Slice local = name;
    if (slice_contains(name, SLICE(":")))
        slice_cut(name, ':', &prefix, &local);
    const bool is_known = prefix.size == 0 || slice_equal(prefix, SLICE("xlink")) ||
                          slice_equal(prefix, SLICE("xml"));
    return is_known && (prefix.size > 0 || local.size == name.size) && is_name(local);
}

static bool check_case(Tidy *tidy, Slice name, bool is_foreign)
{
    const Slice lower = lower_case(tidy, name);
    if (is_foreign || slice_equal(name, lower))
        return true;
    return tag_fail_with_fix(tidy, FAULT_CASE, name, (Diagnostic){.words = {name, lower}}, lower);
}

bool tag_is_foreign_root(Slice name)
{
    return slice_equal(name, SLICE("svg")) || slice_equal(name, SLICE("math"));
}

bool tag_read_name(Tidy *tidy, Slice *ret_name)
{
    const size_t start = tidy->at;
    while (tidy->at < tidy->text.size && !is_space(tidy->text.at[tidy->at]) &&
           strchr("/>", tidy->text.at[tidy->at]) == NULL)
        tidy->at++;
    const Slice name = slice_part(tidy->text, start, tidy->at);
    *ret_name = name;
    if (!is_name(name))
        return tag_fail(tidy, FAULT_TAG_NAME, start, tidy->at, (Diagnostic){.words = {name}});
    const HtmlElement *element = html_find_element(name);
    const bool is_root = element != NULL && (element->flags & HTML_FOREIGN) != 0;
    return check_case(tidy, name, tidy->foreign_depth > 0 && !is_root);
}

static bool is_expression_attribute(Slice name)
{
    Slice words = expression_attributes;
    Slice word;
    while (words.size > 0) {
        slice_cut(words, ' ', &word, &words);
        if (slice_equal(word, name))
            return true;
    }
    return false;
}

static bool may_stand_alone(const Tidy *tidy, const Tag *tag, Slice name)
{
    if (html_is_boolean_attribute(name))
        return true;
    return tidy->input->mode == TIDY_TEMPLATE &&
           (slice_starts(tag->name, SLICE("t-")) || slice_equal(name, SLICE("t-else")) ||
            slice_equal(name, SLICE("t-omit")));
}

/* A value without quotes; the fix puts them around it. */
static bool fail_unquoted(Tidy *tidy, Slice name)
{
    const size_t start = tidy->at;
    size_t end = start;
    while (end < tidy->text.size && !is_space(tidy->text.at[end]) && tidy->text.at[end] != '>')
        end++;
    const Slice value = slice_part(tidy->text, start, end);
    const Slice quoted =
        slice_join(tidy->arena, (Slice[]){SLICE("\""), value, SLICE("\"")}, 3, (Slice){0});
    return tag_fail_with_fix(tidy, FAULT_VALUE, value, (Diagnostic){.words = {name}}, quoted);
}

static bool read_value(Tidy *tidy, Slice name, TidyRun *ret_run)
{
    const char quote = tag_byte(tidy, tidy->at);
    if (quote != '"' && quote != '\'')
        return fail_unquoted(tidy, name);
    size_t size;
    const size_t start = ++tidy->at;
    if (!slice_find_byte(rest_of(tidy), quote, &size))
        return tag_fail_open(tidy, start - 1, 1);
    if (size > TIDY_MAX_VALUE_SIZE)
        return tag_fail(
            tidy, FAULT_VALUE_SIZE, start, start,
            (Diagnostic){.words = {name, slice_print(tidy->arena, "%d", TIDY_MAX_VALUE_SIZE)}});
    const size_t end = start + size;
    buffer_add_byte(&tidy->xml, '"');
    decode_start_run(&tidy->decoder, start);
    if (tidy->input->mode == TIDY_TEMPLATE && is_expression_attribute(name))
        decode_text(&tidy->decoder, start, end);
    else if (!tag_read_text(tidy, end, true))
        return false;
    tidy->at = end + 1;
    buffer_add_byte(&tidy->xml, '"');
    *ret_run = decode_end_run(&tidy->decoder, end);
    return true;
}

static bool check_attribute_name(Tidy *tidy, const Tag *tag, Slice name)
{
    const size_t start = tidy->at - name.size;
    if (!is_attribute_name(name)) {
        const size_t end = tidy->at > start ? tidy->at : start + 1;
        return tag_fail(tidy, FAULT_NAME, start, end,
                        (Diagnostic){.words = {slice_part(tidy->text, start, end)}});
    }
    const Tidied *tidied = tidy->tidied;
    for (size_t i = tag->event.first_attribute; i < tidied->attribute_count; i++) {
        const TidyAttribute *other = &tidied->attributes[i];
        const Span span = {tidy->input->span.source, other->name_start, other->name_end};
        if (slice_equal(span_text(span), name))
            return tag_fail(tidy, FAULT_TWICE, start, tidy->at,
                            (Diagnostic){.words = {name}, .other = span});
    }
    return check_case(tidy, name, tag->is_foreign);
}

static Slice cut_attribute_name(Tidy *tidy)
{
    const size_t start = tidy->at;
    while (tidy->at < tidy->text.size && !is_space(tidy->text.at[tidy->at]) &&
           strchr("=>/\"'<", tidy->text.at[tidy->at]) == NULL)
        tidy->at++;
    return slice_part(tidy->text, start, tidy->at);
}

static void add_attribute(Tidy *tidy, Tag *tag, TidyAttribute attribute)
{
    Tidied *tidied = tidy->tidied;
    tidied->attributes = arena_grow(tidy->arena, tidied->attributes, sizeof(TidyAttribute),
                                    tidied->attribute_count, &tidied->attribute_capacity);
    tidied->attributes[tidied->attribute_count++] = attribute;
    tag->event.attribute_count++;
}

/* Takes back what was written, but its newlines. */
static void blank_out(Tidy *tidy, size_t xml_size)
{
    for (size_t i = xml_size; i < tidy->xml.size; i++)
        if (tidy->xml.at[i] != '\n')
            tidy->xml.at[i] = ' ';
}

static bool read_attribute(Tidy *tidy, Tag *tag)
{
    const size_t start = tidy->at;
    const Slice name = cut_attribute_name(tidy);
    const size_t xml_size = tidy->xml.size;
    if (!check_attribute_name(tidy, tag, name))
        return false;
    const Span place = decode_span(&tidy->decoder, start, tidy->at);
    TidyAttribute attribute = {.name_start = place.start, .name_end = place.end};
    buffer_add(&tidy->xml, name);
    tag_skip_space(tidy);
    if (tag_byte(tidy, tidy->at) == '=') {
        buffer_add_byte(&tidy->xml, '=');
        tidy->at++;
        tag_skip_space(tidy);
        if (!read_value(tidy, name, &attribute.value))
            return false;
    } else if (may_stand_alone(tidy, tag, name)) {
        buffer_add(&tidy->xml, SLICE("=\"\""));
        attribute.is_bare = true;
        attribute.value.start = attribute.value.end = place.end;
    } else {
        return tag_fail(tidy, FAULT_BARE, start, start + name.size, (Diagnostic){.words = {name}});
    }
    // libxml2 keeps a namespace apart from the attributes; pages need none, so it is left out
    if (slice_equal(name, SLICE("xmlns")))
        blank_out(tidy, xml_size);
    else
        add_attribute(tidy, tag, attribute);
    return true;
}

static bool check_attribute_count(Tidy *tidy, const Tag *tag)
{
    if (tag->event.attribute_count < TIDY_MAX_ATTRIBUTES)
        return true;
    return tag_fail(
        tidy, FAULT_ATTRIBUTES, tag->start, tag->start + 1 + tag->name.size,
        (Diagnostic){.words = {tag->name, slice_print(tidy->arena, "%d", TIDY_MAX_ATTRIBUTES)}});
}

bool tag_read_attributes(Tidy *tidy, Tag *tag)
{
    while (tidy->at < tidy->text.size) {
        tag_skip_space(tidy);
        const char byte = tag_byte(tidy, tidy->at);
        tag->is_slashed = byte == '/' && tag_byte(tidy, tidy->at + 1) == '>';
        if (byte == '>' || tag->is_slashed) {
            tidy->at += tag->is_slashed ? 2 : 1;
            return true;
        }
        if (tidy->at == tidy->text.size || byte == '<')
            break;
        // white space stands between two attributes, also where it was forgotten
        if (strchr(" \n", tidy->xml.at[tidy->xml.size - 1]) == NULL)
            buffer_add_byte(&tidy->xml, ' ');
        if (!check_attribute_count(tidy, tag) || !read_attribute(tidy, tag))
            return false;
    }
    return tag_fail_open(tidy, tag->start, 1 + tag->name.size);
}
