/* Text through all its steps: the first byte chooses the language, the rest is the text. Tokens
 * stand in order, and the rules change nothing in their own result. */
#include "base/arena.h"
#include "base/utf8.h"
#include "text/isolate.h"
#include "text/polish.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const Language languages[] = {
    {.id = LANGUAGE_FA,
     .tag = SLICE_INIT("fa"),
     .direction = DIRECTION_RTL,
     .digits = DIGITS_ARABEXT,
     .is_arabic_script = true},
    {.id = LANGUAGE_EN, .tag = SLICE_INIT("en"), .direction = DIRECTION_LTR, .digits = DIGITS_LATN},
    {.id = LANGUAGE_CKB,
     .tag = SLICE_INIT("ckb"),
     .direction = DIRECTION_RTL,
     .digits = DIGITS_ARAB,
     .is_arabic_script = true},
    {.id = LANGUAGE_HE, .tag = SLICE_INIT("he"), .direction = DIRECTION_RTL, .digits = DIGITS_LATN},
};

static void check_tokens(const Polish *polish)
{
    size_t floor = 0;
    for (size_t i = 0; i < polish->tokens.count; i++) {
        const Token *token = &polish->tokens.items[i];
        if (token->start < floor || token->end <= token->start ||
            token->end > polish->letters.count)
            abort();
        floor = token->end;
    }
}

static Slice set(Polish *polish, const PolishRules *rules, Slice text, Arena *arena)
{
    polish_clear(polish);
    letters_add(&polish->letters, text, 0);
    polish_block(polish, rules);
    check_tokens(polish);
    Buffer out;
    buffer_init(&out, arena, SIZE_MAX);
    letters_encode(&polish->letters, 0, polish->letters.count, &out);
    return buffer_slice(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t offset = 0;
    if (size == 0)
        return 0;
    const Slice text = {(const char *) data + 1, size - 1};
    if (!utf8_check(text, &offset))
        return 0;
    Arena arena = {0};
    Polish polish;
    PolishRules rules;
    polish_init(&polish, &arena);
    polish_rules_init(&rules, &languages[data[0] % 4]);
    const Slice once = set(&polish, &rules, text, &arena);
    if (!slice_equal(set(&polish, &rules, once, &arena), once))
        abort();
    const Slice plain = isolate_plain(&arena, text, rules.typography.language);
    if (!slice_equal(isolate_plain(&arena, plain, rules.typography.language), plain))
        abort();
    arena_close(&arena);
    return 0;
}
