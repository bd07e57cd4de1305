/* Faults, names and typed expressions for all parts of the compiler. */
#include "template/compiler.h"

#include "template/resolve.h"

Span compiler_span(const Compiler *compiler, uint32_t start, uint32_t end)
{
    return (Span){compiler->component->source, start, end};
}

Span compiler_name_span(const Compiler *compiler, const XmlNode *node)
{
    return compiler_span(compiler, node->start + 1, node->start + 1 + (uint32_t) node->name.size);
}

void compiler_fault3(Compiler *compiler, DiagnosticCode code, Span span, Slice first, Slice second,
                     Slice third)
{
    if (diagnostic_severity(code) == SEVERITY_ERROR)
        compiler->component->is_sound = false;
    report_add(compiler->report,
               &(Diagnostic){.code = code, .span = span, .words = {first, second, third}});
}

void compiler_fault(Compiler *compiler, DiagnosticCode code, uint32_t start, uint32_t end,
                    Slice first, Slice second)
{
    compiler_fault3(compiler, code, compiler_span(compiler, start, end), first, second, (Slice){0});
}

void compiler_unknown(Compiler *compiler, DiagnosticCode code, Span span, const Slice words[2],
                      Slice word, KnownWords known)
{
    Edit edit;
    Diagnostic diagnostic = {.code = code, .span = span, .words = {words[0], words[1]}};
    suggest_fill(&diagnostic, word, known.words, known.count, &edit);
    compiler->component->is_sound = false;
    report_add(compiler->report, &diagnostic);
}

Slice compiler_label(const Compiler *compiler, const Expression *expression)
{
    if (expression->path.size > 0)
        return expression->path;
    return span_text(compiler_span(compiler, expression->start, expression->end));
}

typedef struct Place {
    const XmlText *text;
    size_t shift;
} Place;

static uint32_t place_offset(const void *place, size_t offset)
{
    const Place *self = place;
    return xml_offset(self->text, self->shift + offset);
}

Expression *compiler_expression(Compiler *compiler, const XmlText *text, Slice part)
{
    Place place = {text, part.size > 0 ? (size_t) (part.at - text->bytes.at) : 0};
    ExpressionInput input = {part, compiler->component->source, place_offset, &place};
    Expression *node = expression_parse(compiler->arena, &input, compiler->report);
    if (node == NULL) {
        compiler->component->is_sound = false;
        return NULL;
    }
    return resolve_expression(compiler, node) ? node : NULL;
}

bool compiler_require(Compiler *compiler, const Expression *expression)
{
    if (!expression->type.is_optional)
        return true;
    const Expression *absent = expression->absent != NULL ? expression->absent : expression;
    compiler_fault(compiler, DIAGNOSTIC_TEMPLATE_ABSENT, expression->start, expression->end,
                   compiler_label(compiler, absent), (Slice){0});
    return false;
}

bool compiler_check_test(Compiler *compiler, const Expression *expression)
{
    TypeKind kind = expression->type.kind;
    if (expression->type.is_optional ||
        (kind != TYPE_INT && kind != TYPE_NUMBER && kind != TYPE_ENUM && kind != TYPE_NAMES))
        return true;
    Slice label = compiler_label(compiler, expression);
    Slice example = kind == TYPE_ENUM && expression->type.word_count > 0
                        ? slice_print(compiler->arena, "%.*s == '%.*s'", SLICE_FORMAT(label),
                                      SLICE_FORMAT(expression->type.words[0]))
                        : slice_print(compiler->arena, "%.*s > 0", SLICE_FORMAT(label));
    compiler_fault(compiler, DIAGNOSTIC_TEMPLATE_TYPE_TEST, expression->start, expression->end,
                   type_phrase(compiler->arena, &expression->type), example);
    return false;
}

uint16_t compiler_take_slot(Compiler *compiler)
{
    return compiler->program->slot_count++;
}

bool compiler_bind(Compiler *compiler, Slice name, Span span, const Type *type, uint16_t *ret_slot)
{
    Scope *scope = &compiler->scope;
    bool is_own = slice_equal(name, SLICE("site")) || slice_equal(name, SLICE("page")) ||
                  slice_equal(name, SLICE("slots"));
    if (is_own || scope_find(scope, name) != NULL) {
        compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_DUPLICATE, span, name, (Slice){0},
                        (Slice){0});
        return false;
    }
    if (scope->name_count == SCOPE_MAX_NAMES) {
        compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_LIMIT, span,
                        SLICE("parameters and names of a component"), SLICE("64"), (Slice){0});
        return false;
    }
    *ret_slot = compiler_take_slot(compiler);
    scope->names[scope->name_count++] = (ScopeName){name, *type, *ret_slot};
    return true;
}
