/* Checks written-out addresses. */
#include "template/target.h"

static bool fail(Compiler *compiler, DiagnosticCode code, const TargetPlace *place, Slice address,
                 Slice word)
{
    compiler_fault3(compiler, code, place->span, address, word, (Slice){0});
    return false;
}

static bool check_start(Compiler *compiler, Slice address, const TargetPlace *place)
{
    Slice scheme = url_scheme(address);
    if (slice_starts(address, SLICE("/")) && !slice_starts(address, SLICE("//")))
        return fail(compiler, DIAGNOSTIC_TEMPLATE_ROOT_ADDRESS, place, address, (Slice){0});
    if (scheme.size == 0 && !slice_starts(address, SLICE("//")))
        return fail(compiler, DIAGNOSTIC_TEMPLATE_RELATIVE, place, address, (Slice){0});
    if (place->context == CONTEXT_RESOURCE || place->context == CONTEXT_CANDIDATES)
        return fail(compiler, DIAGNOSTIC_TEMPLATE_THIRD_PARTY, place, place->attribute, address);
    return true;
}

bool target_check(Compiler *compiler, Slice address, const TargetPlace *place, Url *ret_url)
{
    const TemplateHost *host = &compiler->set->host;
    *ret_url = (Url){0};
    if (slice_starts(address, SLICE("#")))
        return true;
    Slice part;
    Slice checked;
    UrlFault fault =
        url_check(compiler->arena, address, host->schemes, host->scheme_count, &part, &checked);
    if (fault == URL_SCHEME)
        return fail(compiler, DIAGNOSTIC_TEMPLATE_SCHEME, place, address, part);
    if (!check_start(compiler, address, place))
        return false;
    switch (fault) {
    case URL_FINE:
        *ret_url = (Url){.kind = URL_EXTERNAL, .path = checked};
        return true;
    case URL_HOST:
        return fail(compiler, DIAGNOSTIC_TEMPLATE_ADDRESS, place, address,
                    SLICE("no host in ASCII behind its scheme"));
    case URL_CHARACTER:
        return fail(compiler, DIAGNOSTIC_TEMPLATE_ADDRESS, place, address,
                    SLICE("a character that cannot stand in an address"));
    case URL_NO_SCHEME:
    case URL_SCHEME:
        break;
    }
    return fail(compiler, DIAGNOSTIC_TEMPLATE_RELATIVE, place, address, (Slice){0});
}

static Slice letters(const Expression *part)
{
    bool is_letters = part->kind == EXPRESSION_CONSTANT && part->type.kind == TYPE_TEXT;
    return is_letters ? part->value.text.bytes : (Slice){0};
}

static bool fail_part(Compiler *compiler, const Expression *part, TypeKind wanted)
{
    Slice takes = wanted == TYPE_URL ? SLICE("a url") : SLICE("text");
    compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_TYPE_WANTED,
                    compiler_span(compiler, part->start, part->end), SLICE("an address"), takes,
                    type_name(compiler->arena, &part->type));
    return false;
}

static bool is_descriptor(Slice word)
{
    size_t i = 0;
    while (i < word.size && ((word.at[i] >= '0' && word.at[i] <= '9') || word.at[i] == '.'))
        i++;
    return i > 0 && i + 1 == word.size &&
           (word.at[i] == 'x' || word.at[i] == 'w' || word.at[i] == 'h');
}

/* Between the addresses of srcset stand only descriptors and commas. */
static bool check_descriptors(Compiler *compiler, Slice text, const TargetPlace *place)
{
    while (text.size > 0) {
        size_t size = 0;
        while (size < text.size && text.at[size] != ' ' && text.at[size] != ',' &&
               text.at[size] != '\n')
            size++;
        Slice word = slice_to(text, size);
        if (size > 0 && !is_descriptor(word))
            return check_start(compiler, word, place) &&
                   fail(compiler, DIAGNOSTIC_TEMPLATE_RELATIVE, place, word, (Slice){0});
        text = slice_from(text, size > 0 ? size : 1);
    }
    return true;
}

static bool check_candidates(Compiler *compiler, const Expression *join, const TargetPlace *place)
{
    for (uint32_t i = 0; i < join->argument_count; i++) {
        const Expression *part = join->parts[i];
        Slice text = letters(part);
        if (text.size > 0 && !check_descriptors(compiler, text, place))
            return false;
        if (text.size == 0 && part->type.kind != TYPE_URL)
            return fail_part(compiler, part, TYPE_URL);
    }
    return true;
}

bool target_check_parts(Compiler *compiler, const Expression *join, const TargetPlace *place)
{
    if (place->context == CONTEXT_CANDIDATES)
        return check_candidates(compiler, join, place);
    const Expression *first = join->parts[0];
    Slice start = letters(first);
    bool is_url = first->type.kind == TYPE_URL;
    if (start.size == 0 && !is_url)
        return fail_part(compiler, first, TYPE_URL);
    if (is_url && !slice_starts(letters(join->parts[1]), SLICE("#")))
        return fail_part(compiler, join->parts[1], TYPE_TEXT);
    if (start.size > 0 && !slice_starts(start, SLICE("#")) && !check_start(compiler, start, place))
        return false;
    for (uint32_t i = 1; i < join->argument_count; i++) {
        if (!context_takes(CONTEXT_MACHINE, join->parts[i]->type.kind) ||
            join->parts[i]->type.kind == TYPE_BOOL)
            return fail_part(compiler, join->parts[i], TYPE_TEXT);
    }
    return true;
}
