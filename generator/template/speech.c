/* Compiles changes of language and direction. */
#include "template/speech.h"

const Language *speech_read_language(Compiler *compiler, Slice text, Span span)
{
    const Languages *languages = compiler->set->host.languages;
    Slice code;
    Slice word;
    slice_cut(slice_trim(text), ' ', &code, &word);
    const Language *language = languages == NULL ? NULL : languages_find(languages, code);
    Direction direction = DIRECTION_NONE;
    bool has_direction = direction_find(slice_trim(word), &direction);
    if (language != NULL && slice_trim(word).size == 0)
        return language;
    if (language_is_tag(code) && has_direction)
        return language_new(compiler->arena, code, direction);
    compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_LANG_DIRECTION, span, code, (Slice){0},
                    (Slice){0});
    return NULL;
}

static bool is_place_record(const Record *record)
{
    return slice_equal(record->name, SLICE("page")) ||
           slice_equal(record->name, SLICE("translation")) ||
           slice_equal(record->name, SLICE("language"));
}

/* Keeps the language of a constant in the node itself. */
static bool check_language(Compiler *compiler, Expression *expression)
{
    Span span = compiler_span(compiler, expression->start, expression->end);
    if (expression->kind == EXPRESSION_CONSTANT && expression->type.kind == TYPE_TEXT) {
        const Language *language =
            speech_read_language(compiler, expression->value.text.bytes, span);
        expression->value.text.language = language;
        return language != NULL;
    }
    if (!compiler_require(compiler, expression))
        return false;
    if (expression->type.kind == TYPE_RECORD && is_place_record(expression->type.record))
        return true;
    compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_LANG_VALUE, span,
                    type_name(compiler->arena, &expression->type), (Slice){0}, (Slice){0});
    return false;
}

static SpeechState take_place(Compiler *compiler)
{
    SpeechState place = {true, (uint16_t) compiler->place_depth++};
    if (compiler->program->place_count < compiler->place_depth)
        compiler->program->place_count = (uint16_t) compiler->place_depth;
    return place;
}

static SpeechState open_direction(Compiler *compiler, const XmlAttribute *dir)
{
    Direction direction;
    if (dir == NULL || !direction_find(dir->value.bytes, &direction) || direction == DIRECTION_AUTO)
        return (SpeechState){0};
    SpeechState place = take_place(compiler);
    Op *op = program_add(compiler->program, OP_DIR, dir->name_start);
    op->slot = place.slot;
    op->size = direction == DIRECTION_RTL;
    return place;
}

SpeechState speech_open(Compiler *compiler, const XmlNode *node, const XmlAttribute *lang)
{
    if (lang == NULL)
        return open_direction(compiler, xml_find_attribute(node, SLICE("dir")));
    Expression *expression = compiler_expression(compiler, &lang->value, lang->value.bytes);
    if (expression == NULL || !check_language(compiler, expression))
        return (SpeechState){0};
    SpeechState place = take_place(compiler);
    Op *op = program_add(compiler->program, OP_LANG, expression->start);
    op->expression = expression;
    op->slot = place.slot;
    return place;
}

void speech_close(Compiler *compiler, const SpeechState *place)
{
    if (!place->is_open)
        return;
    compiler->place_depth--;
    program_add(compiler->program, OP_LANG_END, 0)->slot = place->slot;
}
