/* Compiles texts. */
#include "template/content.h"

#include "template/part.h"
#include "text/unicode.h"

#define CONTENT_MAX_QUOTED 40

void content_check_letters(Compiler *compiler, Slice letters, Span span)
{
    letters = slice_trim(letters);
    if (unicode_first_script(letters) == SCRIPT_COMMON)
        return;
    compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_LITERAL_TEXT, span,
                    unicode_shorten(compiler->arena, letters, CONTENT_MAX_QUOTED), (Slice){0},
                    (Slice){0});
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f';
}

/* A run of white space becomes one newline or one space. */
static void add_squeezed(Compiler *compiler, Buffer *out, Slice text)
{
    for (size_t i = 0; i < text.size;) {
        size_t end = i;
        bool has_newline = false;
        bool blank = is_space(text.at[i]);
        while (end < text.size && is_space(text.at[end]) == blank) {
            has_newline |= text.at[end] == '\n';
            end++;
        }
        Slice run = slice_part(text, i, end);
        if (blank && !compiler->preserves)
            buffer_add(out, has_newline ? SLICE("\n") : SLICE(" "));
        else if (compiler->is_plain)
            buffer_add(out, run);
        else
            html_escape(out, run);
        i = end;
    }
}

/* Code samples are no interface text. */
static bool is_code(const Compiler *compiler)
{
    for (size_t i = 0; i < compiler->open_count; i++) {
        Slice name = compiler->open[i].node->name;
        if (slice_equal(name, SLICE("code")) || slice_equal(name, SLICE("pre")))
            return true;
    }
    return false;
}

/* True, after a fault, inside an element browsers move text out of. */
static bool stands_wrong(Compiler *compiler, Span span)
{
    if (compiler->open_count == 0)
        return false;
    const OpenElement *parent = &compiler->open[compiler->open_count - 1];
    if (parent->element == NULL || (parent->element->flags & HTML_TEXTLESS) == 0)
        return false;
    Position position = source_position(compiler->component->source, parent->node->start);
    compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_NESTING_TEXT, span, parent->node->name,
                    slice_print(compiler->arena, "%u", position.line), (Slice){0});
    return true;
}

bool content_check_type(Compiler *compiler, const Expression *expression, Context context)
{
    const Type *type = &expression->type;
    if (context_takes(context, type->kind))
        return true;
    Slice remedy = context_remedy(context, type->kind);
    report_add(
        compiler->report,
        &(Diagnostic){.code = remedy.size > 0 ? DIAGNOSTIC_TEMPLATE_TYPE_PLACE_USE
                                              : DIAGNOSTIC_TEMPLATE_TYPE_PLACE,
                      .span = compiler_span(compiler, expression->start, expression->end),
                      .words = {compiler_label(compiler, expression),
                                type_name(compiler->arena, type), context_name(context), remedy}});
    compiler->component->is_sound = false;
    return false;
}

static bool is_inside(const Compiler *compiler, const char *name)
{
    for (size_t i = 0; i < compiler->open_count; i++) {
        if (slice_equal(compiler->open[i].node->name, slice_of_string(name)))
            return true;
    }
    return false;
}

/* Blocks may not stand where only phrases may; what callers have open is looked at later. */
static bool check_html(Compiler *compiler, const Expression *expression)
{
    for (size_t i = compiler->open_count; i > 0; i--) {
        const HtmlElement *outer = compiler->open[i - 1].element;
        if (outer == NULL || !html_is_phrase(outer))
            continue;
        compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_TYPE_PLACE,
                        compiler_span(compiler, expression->start, expression->end),
                        compiler_label(compiler, expression), SLICE("html"),
                        slice_print(compiler->arena, "<%.*s>", SLICE_FORMAT(outer->name)));
        return false;
    }
    Component *component = compiler->component;
    component->markup = arena_grow(compiler->arena, component->markup, sizeof(MarkupPart),
                                   component->markup_count, &component->markup_capacity);
    component->markup[component->markup_count++] =
        (MarkupPart){compiler_label(compiler, expression), expression->start, expression->end};
    return true;
}

/* page.head: counted inside <head>, and where nothing is open, because the caller may be there. */
static bool check_head(Compiler *compiler, const Expression *expression)
{
    if (!slice_equal(expression->path, SLICE("page.head")))
        return true;
    if (is_inside(compiler, "head"))
        compiler->component->head_count += compiler->condition_depth == 0;
    else if (compiler->open_count == 0)
        compiler->component->bare_head_count += compiler->condition_depth == 0;
    else
        compiler_fault(compiler, DIAGNOSTIC_TEMPLATE_HEAD_PLACE, expression->start, expression->end,
                       (Slice){0}, (Slice){0});
    return true;
}

static void compile_part(Compiler *compiler, const XmlText *text, Slice part)
{
    Context context = compiler->is_plain ? CONTEXT_PLAIN : CONTEXT_TEXT;
    Expression *expression = compiler_expression(compiler, text, part);
    if (expression == NULL || !compiler_require(compiler, expression) ||
        !content_check_type(compiler, expression, context) || !check_head(compiler, expression))
        return;
    if (!slice_equal(expression->path, SLICE("page.head")) &&
        stands_wrong(compiler, compiler_span(compiler, expression->start, expression->end)))
        return;
    bool is_markup = expression->type.kind == TYPE_INLINE || expression->type.kind == TYPE_HTML;
    if (expression->type.kind == TYPE_HTML && !check_html(compiler, expression))
        return;
    Op *op = program_add(compiler->program, is_markup ? OP_MARKUP : OP_WRITE, expression->start);
    op->expression = expression;
    op->context = (uint8_t) context;
}

static Slice trim_part(Slice text, bool start, bool end)
{
    if (start)
        text = slice_trim_start(text);
    return end ? slice_trim_end(text) : text;
}

static void compile_letters(Compiler *compiler, const XmlText *text, Slice part, ContentTrim trim,
                            Buffer *out)
{
    Slice seen = slice_trim(part);
    Span span = xml_span(compiler->component->source, text, seen);
    if (seen.size > 0 && stands_wrong(compiler, span))
        return;
    if (!is_code(compiler))
        content_check_letters(compiler, part, span);
    buffer_clear(out);
    add_squeezed(compiler, out, trim_part(part, trim.start, trim.end));
    program_text(compiler->program, buffer_slice(out));
}

void content_compile(Compiler *compiler, const XmlNode *node, ContentTrim trim)
{
    const XmlText *text = &node->text;
    Buffer out;
    buffer_init(&out, compiler->arena, TEMPLATE_MAX_FILE_SIZE * 6);
    size_t offset = 0;
    Part part;
    bool is_first = true;
    while (part_next(compiler, text, &offset, &part)) {
        bool is_last = offset >= text->bytes.size;
        if (part.is_expression)
            compile_part(compiler, text, part.text);
        else
            compile_letters(compiler, text, part.text,
                            (ContentTrim){trim.start && is_first, trim.end && is_last}, &out);
        is_first = false;
    }
}

/* `{name.`, `{name|` and `{name}` where braces mean nothing: somebody expected a value. */
static bool looks_like_value(const Compiler *compiler, Slice rest)
{
    size_t size = expression_name_size(rest);
    Slice name = slice_to(rest, size);
    if (size == 0 || size == rest.size)
        return false;
    char next = slice_trim_start(slice_from(rest, size)).size > 0
                    ? slice_trim_start(slice_from(rest, size)).at[0]
                    : '\0';
    bool is_known = slice_equal(name, SLICE("site")) || slice_equal(name, SLICE("page")) ||
                    scope_find(&compiler->scope, name) != NULL;
    return is_known && (next == '.' || next == '|' || next == '}');
}

void content_compile_raw(Compiler *compiler, const XmlNode *node, Slice element)
{
    const XmlText *text = &node->text;
    for (size_t i = 0; i < text->bytes.size; i++) {
        if (text->bytes.at[i] != '{' || !looks_like_value(compiler, slice_from(text->bytes, i + 1)))
            continue;
        uint32_t start = xml_offset(text, i);
        compiler_fault(compiler, DIAGNOSTIC_TEMPLATE_PLACE, start, start + 1, element, (Slice){0});
        return;
    }
    program_text(compiler->program, text->bytes);
}
