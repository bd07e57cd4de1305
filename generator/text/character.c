/* Characters as Persian writes them, one pass over the blocks that hold a trigger. */
#include "text/character.h"

#include "base/arena.h"
#include "base/utf8.h"

#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include <string.h>

#define CLUSTER_MAX 30   /* a letter and its marks; Unicode's own limit for streams */
#define EXPANSION_MAX 18 /* letters one presentation form may come to be */

typedef struct Work {
    const Typography *typography;
    Letters *letters;
    FindingList *findings;
    LettersRewrite out;
} Work;

uint32_t character_persian(uint32_t code_point)
{
    if (code_point == 0x64A || code_point == 0x649)
        return 0x6CC;
    if (code_point == 0x643)
        return 0x6A9;
    if (code_point >= 0x660 && code_point <= 0x669)
        return code_point - 0x660 + 0x6F0;
    return code_point;
}

static bool is_persian(const Work *work)
{
    return work->typography->family == TYPOGRAPHY_PERSIAN;
}

static Slice text_of(const Work *work, const uint32_t *codes, size_t count)
{
    Buffer text;
    buffer_init(&text, work->findings->arena, (count + 1) * UTF8_MAX_SIZE);
    for (size_t i = 0; i < count; i++)
        buffer_add_code_point(&text, codes[i]);
    return buffer_slice(&text);
}

/* Says that the letters start … end, still as typed, are replaced by `codes`. */
static void say(Work *work, DiagnosticCode code, size_t start, size_t end, const uint32_t *codes,
                size_t count)
{
    const Slice text = text_of(work, codes, count);
    Finding *finding = finding_add(work->findings, code, start, end);
    finding->words[0] = text_of(work, work->letters->codes + start, end - start);
    finding->words[1] = text;
    finding->words[2] =
        finding_name(work->findings, work->letters->codes[start], work->letters->codes[start]);
    finding->is_safe = true;
    finding_edit(finding, start, end, text);
}

static void say_removed(Work *work, DiagnosticCode code, size_t start, size_t end)
{
    say(work, code, start, end, NULL, 0);
    if (code == DIAGNOSTIC_TEXT_STRAY_ISOLATE)
        work->findings->items[work->findings->count - 1].words[0] =
            slice_print(work->findings->arena, "U+%04X", work->letters->codes[start]);
}

#define CHANGED_IN_PERSIAN (CLASS_ARABIC_FORM | CLASS_ARABIC_DIGIT)

/* C2, C4 and U+06C0 of C7. */
static void put_persian(Work *work, size_t position)
{
    const uint32_t code = work->letters->codes[position];
    static const uint32_t heh_with_hamza[] = {0x647, 0x654};
    const uint32_t persian = character_persian(code);
    if (code == 0x6C0) {
        say(work, DIAGNOSTIC_TEXT_HEH_YEH, position, position + 1, heh_with_hamza, 2);
        letters_put(&work->out, heh_with_hamza[0], position);
        letters_put(&work->out, heh_with_hamza[1], position);
        return;
    }
    const bool is_digit = (class_of(code) & CLASS_ARABIC_DIGIT) != 0;
    say(work, is_digit ? DIAGNOSTIC_TEXT_ARABIC_DIGITS : DIAGNOSTIC_TEXT_ARABIC_LETTERS, position,
        position + 1, &persian, 1);
    letters_put(&work->out, persian, position);
}

/* C3. Ligatures that are signs of their own stay. */
static bool stays_ligature(uint32_t code)
{
    return code == 0xFDFA || code == 0xFDFC || code == 0xFDFD;
}

static void put_presentation(Work *work, size_t position)
{
    const uint32_t code = work->letters->codes[position];
    UErrorCode status = U_ZERO_ERROR;
    const UChar form = (UChar) code;
    UChar plain[EXPANSION_MAX];
    const int32_t size =
        unorm2_normalize(unorm2_getNFKCInstance(&status), &form, 1, plain, EXPANSION_MAX, &status);
    if (U_FAILURE(status) || stays_ligature(code) || (size == 1 && plain[0] == code)) {
        letters_keep(&work->out, position);
        return;
    }
    uint32_t codes[EXPANSION_MAX * 2];
    size_t count = 0;
    for (int32_t i = 0; i < size; i++) {
        const bool is_heh_yeh = is_persian(work) && plain[i] == 0x6C0;
        codes[count++] = is_heh_yeh         ? 0x647
                         : is_persian(work) ? character_persian(plain[i])
                                            : plain[i];
        if (is_heh_yeh)
            codes[count++] = 0x654;
    }
    for (size_t i = 0; i < count; i++)
        letters_put(&work->out, codes[i], position);
    say(work, DIAGNOSTIC_TEXT_ARABIC_LETTERS, position, position + 1, codes, count);
}

static bool is_letter(uint32_t class)
{
    return (class & CLASS_ARABIC) && !(class & CLASS_TATWEEL);
}

/* C6: the end of the run of U+0640 at `position`, and whether it goes. */
static size_t pass_tatweel(Work *work, size_t position)
{
    Letters *letters = work->letters;
    const size_t end = letters_skip(letters, position, CLASS_TATWEEL);
    const uint32_t last = letters_last_class(&work->out);
    const bool is_between =
        (is_letter(last) || (last & CLASS_NSM)) &&
        is_letter(letters_class(letters, letters_skip(letters, end, CLASS_ISOLATE)));
    if (work->typography->is_verse || !is_between) {
        for (size_t i = position; i < end; i++)
            letters_keep(&work->out, i);
        return end;
    }
    say_removed(work, DIAGNOSTIC_TEXT_TATWEEL, position, end);
    return end;
}

/* C5: one joiner of a run stays, if letters stand on both sides. */
static size_t pass_joiners(Work *work, size_t position)
{
    Letters *letters = work->letters;
    const size_t end = letters_skip(letters, position, CLASS_JOINER);
    const uint64_t joiner = class_word(0x200C);
    const uint64_t left =
        work->out.count > 0 ? class_word(letters_last_code(&work->out)) : class_word(LETTER_BREAK);
    // Isolates go too, so what stands behind them counts.
    const size_t next = letters_skip(letters, end, CLASS_ISOLATE | CLASS_JOINER);
    const uint64_t right = class_word(next < letters->count ? letters->codes[next] : LETTER_BREAK);
    const bool goes = (class_pair(left, joiner) & PAIR_BEFORE_JOINER) ||
                      (class_pair(joiner, right) & PAIR_JOINER);
    size_t removed = position;
    if (!goes) {
        letters_keep(&work->out, position);
        removed++;
    }
    if (removed < end)
        say_removed(work, DIAGNOSTIC_TEXT_JOINER_EDGE, removed, end);
    return end;
}

/* C10: a run of white space is one space; a no-break space wins. */
static void put_space(Work *work, size_t position)
{
    Letters *letters = work->letters;
    if (!(letters_last_class(&work->out) & CLASS_SPACE)) {
        letters_keep(&work->out, position);
        return;
    }
    uint32_t *last = &letters->spare_codes[work->out.count - 1];
    *last = *last == 0xA0 || letters->codes[position] == 0xA0 ? 0xA0 : ' ';
}

/* Marks that never compose with the letter they commonly stand on. */
static bool is_surely_normal(const uint32_t *codes, size_t count)
{
    if (count != 2 || (class_of(codes[0]) & CLASS_COMPOSES))
        return false;
    const bool is_plain_mark = (codes[1] >= 0x64B && codes[1] <= 0x652) || codes[1] == 0x670;
    return is_plain_mark || (codes[1] == 0x654 && codes[0] == 0x647);
}

/* C1 on a letter and its marks; returns how many letters come out. */
static size_t compose(const uint32_t *codes, size_t count, uint32_t *ret_codes)
{
    UChar typed[CLUSTER_MAX * 2], composed[CLUSTER_MAX * 6];
    int32_t size = 0;
    for (size_t i = 0; i < count; i++)
        U16_APPEND_UNSAFE(typed, size, codes[i]);
    UErrorCode status = U_ZERO_ERROR;
    const int32_t composed_size = unorm2_normalize(unorm2_getNFCInstance(&status), typed, size,
                                                   composed, CLUSTER_MAX * 6, &status);
    size_t result = 0;
    for (int32_t i = 0; U_SUCCESS(status) && i < composed_size; result++) {
        UChar32 code = composed[i++];
        if (U16_IS_LEAD(composed[i - 1]) && i < composed_size)
            code = U16_GET_SUPPLEMENTARY(code, composed[i++]);
        ret_codes[result] = (uint32_t) code;
    }
    return result;
}

/* One code point of a composed cluster; `next` is the one behind it. Returns how many it took. */
static size_t put_composed(Work *work, uint32_t code, uint32_t next, size_t position)
{
    const bool is_repeated = work->typography->family != TYPOGRAPHY_OTHER && code == next &&
                             (class_of(code) & CLASS_HARAKAT);
    if (is_repeated)
        return 1; // the next one stays (C8)
    if (is_persian(work) && code == 0x6CC && next == 0x654) {
        letters_put(&work->out, 0x626, position); // C7: normal form does neither
        return 2;
    }
    letters_put(&work->out, code, position);
    return 1;
}

/* C1, and C7 for what it makes of heh: two letters, with all marks in their order. */
static size_t compose_persian(const uint32_t *typed, size_t count, uint32_t *ret_codes)
{
    uint32_t apart[CLUSTER_MAX * 6 + 1] = {0x647, 0x654};
    const size_t composed = compose(typed, count, ret_codes);
    if (composed == 0 || ret_codes[0] != 0x6C0 || composed >= CLUSTER_MAX)
        return composed;
    memcpy(apart + 2, ret_codes + 1, (composed - 1) * sizeof(*apart));
    return compose(apart, composed + 1, ret_codes);
}

/* Puts a letter and its marks in normal form; returns where to go on. */
static size_t pass_cluster(Work *work, size_t position)
{
    Letters *letters = work->letters;
    size_t end = position + 1;
    while (end < letters->count && end - position < CLUSTER_MAX &&
           (letters->classes[end] & CLASS_COMPOSES))
        end++;
    const bool is_plain = end == position + 1 && !(letters->classes[position] & CLASS_COMPOSES);
    const uint32_t *typed = letters->codes + position;
    size_t count = end - position;
    if (is_plain || (letters->classes[position] & CLASS_KEPT) || is_surely_normal(typed, count)) {
        for (; position < end; position++)
            letters_keep(&work->out, position);
        return end;
    }
    uint32_t codes[CLUSTER_MAX * 6 + 1];
    const size_t composed =
        is_persian(work) ? compose_persian(typed, count, codes) : compose(typed, count, codes);
    codes[composed] = 0;
    for (size_t i = 0; i < composed;)
        i += put_composed(work, codes[i], codes[i + 1], position + (i < count ? i : count - 1));
    return end;
}

/* Works on the letter at `position`, or on more; returns where to go on. */
static size_t pass_letter(Work *work, size_t position)
{
    Letters *letters = work->letters;
    const uint32_t class = letters->classes[position];
    const bool is_arabic = work->typography->family != TYPOGRAPHY_OTHER;
    if (class & CLASS_KEPT) {
        letters_keep(&work->out, position);
        return position + 1;
    }
    if (is_arabic && (class & CLASS_TATWEEL))
        return pass_tatweel(work, position);
    if (is_arabic && (class & CLASS_JOINER))
        return pass_joiners(work, position);
    if (class & CLASS_ISOLATE)
        say_removed(work, DIAGNOSTIC_TEXT_STRAY_ISOLATE, position, position + 1);
    else if (is_arabic && (class & CLASS_PRESENTATION))
        put_presentation(work, position);
    else if (is_persian(work) && (class & CHANGED_IN_PERSIAN))
        put_persian(work, position);
    else if (is_arabic && (class & CLASS_SPACE))
        put_space(work, position);
    else
        letters_keep(&work->out, position);
    return position + 1;
}

static bool has_trigger(const Typography *typography, const Letters *letters)
{
    uint32_t mask = CLASS_ISOLATE, pairs = 0;
    if (typography->family != TYPOGRAPHY_OTHER) {
        mask |= CLASS_PRESENTATION | CLASS_TATWEEL;
        pairs |= PAIR_SPACE_BEFORE_MARK | PAIR_SPACE_AFTER_MARK | PAIR_JOINER | PAIR_BEFORE_JOINER;
    }
    if (typography->family == TYPOGRAPHY_PERSIAN)
        mask |= CHANGED_IN_PERSIAN;
    return (letters->mask & mask) != 0 || (letters->pairs & pairs) != 0;
}

/* True when marks are all there is to look at, and all of them stand where they commonly do. */
static bool holds_common_marks_only(const Letters *letters)
{
    for (size_t i = 0; i < letters->count; i++)
        if ((letters->classes[i] & CLASS_COMPOSES) &&
            (i == 0 || (letters_class(letters, i + 1) & CLASS_COMPOSES) ||
             (letters->classes[i - 1] & CLASS_COMPOSES) ||
             !is_surely_normal(letters->codes + i - 1, 2)))
            return false;
    return true;
}

/* The most letters that may come out. */
static size_t room_for(const Letters *letters)
{
    size_t room = letters->count;
    if (letters->mask & (CLASS_PRESENTATION | CLASS_ARABIC_FORM | CLASS_COMPOSES))
        for (size_t i = 0; i < letters->count; i++)
            room += (letters->classes[i] & CLASS_PRESENTATION)  ? EXPANSION_MAX
                    : (letters->classes[i] & CLASS_COMPOSES)    ? 6
                    : (letters->classes[i] & CLASS_ARABIC_FORM) ? 1
                                                                : 0;
    return room;
}

static void pass(Work *work, size_t (*step)(Work *work, size_t position))
{
    letters_rewrite_begin(&work->out, work->letters, room_for(work->letters));
    for (size_t i = 0; i < work->letters->count;)
        i = step(work, i);
    letters_rewrite_end(&work->out);
}

void character_fix(const Typography *typography, Letters *letters, FindingList *findings)
{
    Work work = {.typography = typography, .letters = letters, .findings = findings};
    if (has_trigger(typography, letters))
        pass(&work, pass_letter);
    // What composes comes last, because letters that went have brought marks to others.
    if ((letters->mask & CLASS_COMPOSES) && !holds_common_marks_only(letters))
        pass(&work, pass_cluster);
}
