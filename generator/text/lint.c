/* Faults of the source that can be seen in single letters, before any rule has worked. */
#include "text/lint.h"

#include "base/arena.h"
#include "text/character.h"

#define HARAKAT_OF_A_QUOTE 3

typedef enum Family { FAMILY_NONE, FAMILY_LATIN, FAMILY_PERSIAN, FAMILY_ARABIC } Family;

static Family family_of(uint32_t class)
{
    if (!(class & CLASS_DIGIT) || (class & CLASS_KEPT))
        return FAMILY_NONE;
    return (class & CLASS_LATIN_DIGIT)    ? FAMILY_LATIN
           : (class & CLASS_ARABIC_DIGIT) ? FAMILY_ARABIC
                                          : FAMILY_PERSIAN;
}

static uint32_t value_of_digit(uint32_t code)
{
    return code & 0xF; /* U+0030, U+0660 and U+06F0 begin at a multiple of 16 */
}

static uint32_t zero_of(const Language *language)
{
    return language->digits == DIGITS_ARABEXT ? 0x6F0
           : language->digits == DIGITS_ARAB  ? 0x660
                                              : '0';
}

static void report_mixed(const Typography *typography, const Letters *letters, size_t start,
                         size_t end, FindingList *findings)
{
    Buffer text;
    buffer_init(&text, findings->arena, (end - start + 1) * 2);
    for (size_t i = start; i < end; i++)
        buffer_add_code_point(&text,
                              zero_of(typography->language) + value_of_digit(letters->codes[i]));
    Finding *finding = finding_add(findings, DIAGNOSTIC_TEXT_MIXED_DIGITS, start, end);
    size_t other = start + 1;
    while (family_of(letters->classes[other]) == family_of(letters->classes[start]))
        other++;
    finding->words[1] = buffer_slice(&text);
    finding->words[2] = finding_name(findings, letters->codes[start], letters->codes[other]);
    finding->is_safe = true;
    finding_edit(finding, start, end, buffer_slice(&text));
}

/* Two families of digits in one number. */
static void lint_digits(const Typography *typography, const Letters *letters, FindingList *findings)
{
    size_t end = 0;
    for (size_t i = 0; (i = letters_find(letters, end, CLASS_DIGIT)) < letters->count;) {
        const Family family = family_of(letters->classes[i]);
        bool is_mixed = false;
        end = i + 1;
        for (; family != FAMILY_NONE && family_of(letters_class(letters, end)) != FAMILY_NONE;
             end++)
            is_mixed = is_mixed || family_of(letters->classes[end]) != family;
        if (is_mixed)
            report_mixed(typography, letters, i, end, findings);
    }
}

static bool is_letter(uint32_t class)
{
    return (class & (CLASS_L | CLASS_ARABIC)) != 0;
}

/* U+00AC, U+00AD, U+200B, U+2060, U+FEFF anywhere; others only between two letters. */
static bool is_hidden_fault(const Letters *letters, size_t position)
{
    switch (letters->codes[position]) {
    case 0xAC:
    case 0xAD:
    case 0x200B:
    case 0x2060:
    case 0xFEFF:
        return true;
    case 0x200D:
    case 0x200E:
    case 0x200F:
        return is_letter(letters_class_before(letters, position)) &&
               is_letter(letters_class(letters, position + 1));
    default:
        return false;
    }
}

static void lint_hidden(const Letters *letters, FindingList *findings)
{
    for (size_t i = 0; (i = letters_find(letters, i, CLASS_HIDDEN)) < letters->count; i++) {
        if (!is_hidden_fault(letters, i))
            continue;
        const bool is_inside = (letters_class_before(letters, i) & CLASS_ARABIC) &&
                               (letters_class(letters, i + 1) & CLASS_ARABIC);
        Finding *finding = finding_add(findings, DIAGNOSTIC_TEXT_HIDDEN, i, i + 1);
        finding->words[0] = slice_print(findings->arena, "U+%04X", letters->codes[i]);
        finding_edit(finding, i, i + 1, is_inside ? SLICE("\u200c") : SLICE(""));
    }
}

/* Letters that are typed with the keyboard of another language. */
static bool is_foreign(LanguageId language, uint32_t code, uint32_t class)
{
    switch ((int) language) {
    case LANGUAGE_FA:
    case LANGUAGE_FA_AF:
        return (class & CLASS_FOREIGN) && code != 0x629; /* ة is judged by the block */
    case LANGUAGE_UR:
        return code == 0x647;
    case LANGUAGE_AR:
        return code == 0x6CC || code == 0x6A9;
    default:
        return false;
    }
}

static size_t end_of_word(const Letters *letters, size_t position)
{
    return letters_skip(letters, position, CLASS_ARABIC | CLASS_NSM | CLASS_JOINER);
}

/* One finding for each word. */
static void lint_letters(const Typography *typography, const Letters *letters,
                         FindingList *findings)
{
    for (size_t i = 0; i < letters->count; i++) {
        if (!is_foreign(typography->language->id, letters->codes[i], letters->classes[i]))
            continue;
        size_t start = i;
        while (start > 0 && (letters->classes[start - 1] & (CLASS_ARABIC | CLASS_NSM)))
            start--;
        const size_t end = end_of_word(letters, i);
        Buffer letter, word;
        buffer_init(&letter, findings->arena, 8);
        buffer_init(&word, findings->arena, (end - start + 1) * 4);
        letters_encode(letters, i, i + 1, &letter);
        letters_encode(letters, start, end, &word);
        Finding *finding = finding_add(findings, DIAGNOSTIC_TEXT_FOREIGN_LETTER, i, i + 1);
        finding->words[0] = buffer_slice(&letter);
        finding->words[1] = buffer_slice(&word);
        i = end - 1;
    }
}

/* ي ى ك in languages whose page is left as typed. */
static void lint_arabic_letters(const Letters *letters, FindingList *findings)
{
    for (size_t i = 0; i < letters->count; i++) {
        const uint32_t persian = character_persian(letters->codes[i]);
        if (!(letters->classes[i] & CLASS_ARABIC_FORM) || persian == letters->codes[i] ||
            (letters->classes[i] & CLASS_KEPT))
            continue;
        Finding *finding = finding_add(findings, DIAGNOSTIC_TEXT_ARABIC_LETTERS, i, i + 1);
        finding->words[1] = persian == 0x6CC ? SLICE("ی") : SLICE("ک");
        finding->is_safe = true;
        finding->words[2] = finding_name(findings, letters->codes[i], letters->codes[i]);
        finding_edit(finding, i, i + 1, finding->words[1]);
    }
}

/* ة and three harakat or more: an Arabic quotation nobody has marked. */
static void lint_quotation(const Letters *letters, FindingList *findings)
{
    size_t teh_count = 0, harakat_count = 0;
    for (size_t i = 0; i < letters->count; i++) {
        teh_count += letters->codes[i] == 0x629;
        harakat_count += letters->codes[i] >= 0x64B && letters->codes[i] <= 0x652;
    }
    if (teh_count > 0 && harakat_count >= HARAKAT_OF_A_QUOTE)
        finding_add(findings, DIAGNOSTIC_TEXT_FOREIGN_QUOTE, 0, letters->count);
}

void lint_typed(const Typography *typography, const Letters *letters, FindingList *findings)
{
    const LanguageId id = typography->language->id;
    if (letters->pairs & (PAIR_BEFORE_LATIN | PAIR_BEFORE_PERSIAN))
        lint_digits(typography, letters, findings);
    if (letters->mask & CLASS_HIDDEN)
        lint_hidden(letters, findings);
    if ((letters->mask & CLASS_FOREIGN) || id == LANGUAGE_UR || id == LANGUAGE_AR)
        lint_letters(typography, letters, findings);
    if ((letters->mask & CLASS_ARABIC_FORM) &&
        (id == LANGUAGE_CKB || id == LANGUAGE_AZB || id == LANGUAGE_UR))
        lint_arabic_letters(letters, findings);
    if ((letters->mask & CLASS_FOREIGN) && (letters->mask & CLASS_HARAKAT) &&
        typography->family == TYPOGRAPHY_PERSIAN)
        lint_quotation(letters, findings);
}
