/* The order of work on one block of text. */
#include "text/polish.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "text/advice.h"
#include "text/character.h"
#include "text/isolate.h"
#include "text/lint.h"
#include "text/mark.h"

#define MARK_MAX_ROUNDS 4  /* real text is settled after one */
#define PLAIN_MAX_GROWTH 8 /* bytes that a letter of a string may come to be */
#define WORK_BLOCK_SIZE (16 * 1024)

void polish_rules_init(PolishRules *rules, const Language *language)
{
    *rules = (PolishRules){.base = language->direction};
    typography_init(&rules->typography, language);
}

void polish_rules_turn(PolishRules *rules, Direction base)
{
    rules->base = base;
    rules->typography.family = TYPOGRAPHY_OTHER;
    rules->typography.keeps_digits = true;
}

void polish_init(Polish *polish, Arena *scratch)
{
    *polish = (Polish){0};
    letters_init(&polish->letters, scratch);
    token_list_init(&polish->tokens, scratch);
    finding_list_init(&polish->findings, scratch);
}

void polish_clear(Polish *polish)
{
    letters_clear(&polish->letters);
    polish->tokens.count = 0;
    polish->findings.count = 0;
}

/* Tokens in a stretch where isolation is off are no tokens any more. */
static void drop_bare(Polish *polish)
{
    size_t kept = 0;
    for (size_t i = 0; i < polish->tokens.count; i++) {
        const Token token = polish->tokens.items[i];
        if (!(polish->letters.classes[token.start] & CLASS_BARE))
            polish->tokens.items[kept++] = token;
    }
    polish->tokens.count = kept;
}

/* Digits and punctuation. What is isolated is decided by the text that will be seen, and so is what
 * the rules leave alone: they look again at what they have made. */
static void fix_marks(Polish *polish, const PolishRules *rules)
{
    const bool had_changed = polish->letters.has_changed;
    bool has_changed = false;
    for (size_t round = 0; round < MARK_MAX_ROUNDS; round++) {
        const size_t finding_count = polish->findings.count;
        polish->letters.has_changed = false;
        mark_fix(&rules->typography, &polish->letters, &polish->tokens, &polish->findings);
        if (round > 0)
            polish->findings.count = finding_count; // what was typed has been judged
        if (!polish->letters.has_changed)
            break;
        has_changed = true;
        token_find(&polish->letters, rules->base, &polish->tokens);
    }
    polish->letters.has_changed = had_changed || has_changed;
    mark_bind_units(&rules->typography, &polish->letters, &polish->tokens);
}

void polish_block(Polish *polish, const PolishRules *rules)
{
    Letters *letters = &polish->letters;
    letters_finish(letters);
    lint_typed(&rules->typography, letters, &polish->findings);
    if (!rules->no_typography)
        character_fix(&rules->typography, letters, &polish->findings);
    token_find(letters, rules->base, &polish->tokens);
    if (rules->base == DIRECTION_RTL)
        advice_give(&rules->typography, letters, &polish->tokens, &polish->findings);
    if (!rules->no_typography)
        fix_marks(polish, rules);
    if (rules->no_isolation)
        polish->tokens.count = 0;
    else if (letters->mask & CLASS_BARE)
        drop_bare(polish);
    token_decide(letters, rules->base, &polish->tokens);
}

static bool holds_arabic_digit(const Letters *letters, const Token *token)
{
    for (size_t i = token->start; i < token->end; i++)
        if (letters->classes[i] & CLASS_ARABIC_DIGIT)
            return true;
    return false;
}

bool polish_wants_mark(const Polish *polish, const PolishRules *rules, const Token *token)
{
    const uint32_t before = letters_code_before(&polish->letters, token->start);
    if (token->kind != TOKEN_PERCENT || holds_arabic_digit(&polish->letters, token))
        return false;
    if (rules->base == DIRECTION_LTR)
        return true;
    return rules->typography.language->is_arabic_script && before != 0x61C && before != 0x200F;
}

/* A string being written. `rest` is the text from `position` on, until a letter has changed. */
typedef struct Writing {
    const Polish *polish;
    const PolishRules *rules;
    Slice rest;
    size_t position;
    Buffer out;
} Writing;

static void add_letters(Writing *writing, size_t end)
{
    const Letters *letters = &writing->polish->letters;
    if (letters->has_changed)
        letters_encode(letters, writing->position, end, &writing->out);
    else {
        const size_t size = letters_size(letters, writing->position, end);
        buffer_add(&writing->out, slice_to(writing->rest, size));
        writing->rest = slice_from(writing->rest, size);
    }
    writing->position = end;
}

static void add_token(Writing *writing, const Token *token)
{
    const bool is_isolated = token_is_isolated(token);
    if (is_isolated)
        buffer_add(&writing->out,
                   writing->rules->base == DIRECTION_RTL ? SLICE(ISOLATE_LRI) : SLICE(ISOLATE_RLI));
    if (polish_wants_mark(writing->polish, writing->rules, token))
        buffer_add(&writing->out, SLICE(ISOLATE_ALM));
    add_letters(writing, token->end);
    if (is_isolated)
        buffer_add(&writing->out, SLICE(ISOLATE_PDI));
}

static Slice write_plain(const Polish *polish, const PolishRules *rules, Slice text, Arena *arena)
{
    Writing writing = {.polish = polish, .rules = rules, .rest = text};
    buffer_init(&writing.out, arena, (text.size + 1) * PLAIN_MAX_GROWTH);
    for (size_t i = 0; i < polish->tokens.count; i++) {
        add_letters(&writing, polish->tokens.items[i].start);
        add_token(&writing, &polish->tokens.items[i]);
    }
    add_letters(&writing, polish->letters.count);
    return buffer_slice(&writing.out);
}

static bool changes_nothing(const Polish *polish)
{
    for (size_t i = 0; i < polish->tokens.count; i++)
        if (token_is_isolated(&polish->tokens.items[i]) ||
            polish->tokens.items[i].kind == TOKEN_PERCENT)
            return false;
    return !polish->letters.has_changed;
}

/* The classes of what is no ASCII. */
static uint32_t classes_beyond_ascii(Slice text)
{
    uint32_t classes = 0;
    for (size_t offset = 0; slice_find_beyond_ascii(text, &offset); text = slice_from(text, offset))
        classes |= class_of(utf8_next(text, &offset));
    return classes;
}

bool polish_passes_over(const PolishRules *rules, Slice text)
{
    const uint32_t worked_on = CLASS_R | CLASS_AN | CLASS_DIGIT | CLASS_NSM | CLASS_COMPOSES |
                               CLASS_HIDDEN | CLASS_ISOLATE;
    size_t offset;
    if (rules->base != DIRECTION_LTR || slice_find_byte(text, '+', &offset))
        return false;
    return slice_is_ascii(text) || (rules->typography.family == TYPOGRAPHY_OTHER &&
                                    !(classes_beyond_ascii(text) & worked_on));
}

/* No rule changes the letters of an address. */
static void keep_addresses(Polish *polish)
{
    token_find_addresses(&polish->letters, &polish->tokens);
    for (size_t i = 0; i < polish->tokens.count; i++)
        for (size_t j = polish->tokens.items[i].start; j < polish->tokens.items[i].end; j++)
            polish->letters.classes[j] |= CLASS_KEPT;
}

Slice polish_string(Arena *arena, const PolishRules *rules, Slice text, FindingList *findings)
{
    if (polish_passes_over(rules, text))
        return text;
    Arena work; // the letters take many times the room of the text
    arena_open(&work, WORK_BLOCK_SIZE);
    Polish polish;
    polish_init(&polish, &work);
    if (findings != NULL)
        polish.findings = *findings;
    letters_add(&polish.letters, text, 0);
    if (!token_has_no_address(text))
        keep_addresses(&polish);
    const bool is_left = findings == NULL && (polish.letters.mask & CLASS_ISOLATE) != 0;
    if (!is_left)
        polish_block(&polish, rules);
    const Slice plain =
        is_left || changes_nothing(&polish) ? text : write_plain(&polish, rules, text, arena);
    if (findings != NULL)
        *findings = polish.findings;
    arena_close(&work);
    const Slice guard = isolate_guard(plain, rules->base);
    const Slice parts[] = {guard, plain};
    return guard.size == 0 ? plain : slice_join(arena, parts, 2, SLICE(""));
}
