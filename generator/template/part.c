/* Finds expressions in texts. */
#include "template/part.h"

/* Behind the closing brace; braces in quotes do not count. 0: there is none. */
static size_t expression_end(Slice bytes, size_t at)
{
    char quote = '\0';
    for (; at < bytes.size; at++) {
        char byte = bytes.at[at];
        if (quote != '\0')
            quote = byte == quote ? '\0' : quote;
        else if (byte == '"' || byte == '\'')
            quote = byte;
        else if (byte == '}')
            return at + 1;
    }
    return 0;
}

static bool fail_open(Compiler *compiler, const XmlText *text, size_t offset)
{
    uint32_t start = xml_offset(text, offset);
    compiler_fault(compiler, DIAGNOSTIC_TEMPLATE_EXPRESSION, start, start + 1, SLICE("“}”"),
                   SLICE("end"));
    return false;
}

static bool is_doubled(Slice bytes, size_t at)
{
    return at + 1 < bytes.size && bytes.at[at + 1] == bytes.at[at];
}

bool part_next(Compiler *compiler, const XmlText *text, size_t *offset, Part *ret_part)
{
    Slice bytes = text->bytes;
    size_t start = *offset;
    if (start >= bytes.size)
        return false;
    if (bytes.at[start] == '{' && !is_doubled(bytes, start)) {
        size_t end = expression_end(bytes, start + 1);
        if (end == 0) {
            *offset = bytes.size;
            return fail_open(compiler, text, start);
        }
        *ret_part = (Part){true, slice_part(bytes, start + 1, end - 1)};
        *offset = end;
        return true;
    }
    size_t at = start;
    while (at < bytes.size) {
        char byte = bytes.at[at];
        if ((byte == '{' || byte == '}') && is_doubled(bytes, at)) {
            *ret_part = (Part){false, slice_part(bytes, start, at + 1)};
            *offset = at + 2;
            return true;
        }
        if (byte == '{')
            break;
        at++;
    }
    *ret_part = (Part){false, slice_part(bytes, start, at)};
    *offset = at;
    return true;
}

bool part_has_expression(const XmlText *text)
{
    for (size_t i = 0; i < text->bytes.size; i++) {
        if (text->bytes.at[i] != '{')
            continue;
        if (!is_doubled(text->bytes, i))
            return true;
        i++;
    }
    return false;
}

Slice part_plain(Compiler *compiler, const XmlText *text)
{
    Buffer out;
    buffer_init(&out, compiler->arena, TIDY_MAX_VALUE_SIZE);
    size_t offset = 0;
    Part part;
    while (part_next(compiler, text, &offset, &part)) {
        if (!part.is_expression)
            buffer_add(&out, part.text);
    }
    return buffer_slice(&out);
}
