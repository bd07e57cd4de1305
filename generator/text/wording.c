/* Words that belong together and were typed apart. */
#include "text/wording.h"

#include "base/arena.h"
#include "text/verb.h"

#define WORD_MAX_LETTERS 24

#define JOINER "\u200c"

static Slice text_between(const Letters *letters, size_t start, size_t end, Arena *arena)
{
    Buffer text;
    buffer_init(&text, arena, (end - start + 1) * 4);
    letters_encode(letters, start, end, &text);
    return buffer_slice(&text);
}

static bool cut_ending(Slice *word, Slice ending)
{
    if (!slice_ends(*word, ending) || word->size == ending.size)
        return false;
    *word = slice_to(*word, word->size - ending.size);
    return true;
}

static bool is_conjugated(Slice word)
{
    static const Slice endings[] = {SLICE_INIT("م"),  SLICE_INIT("ی"),  SLICE_INIT("د"),
                                    SLICE_INIT("یم"), SLICE_INIT("ید"), SLICE_INIT("ند"),
                                    SLICE_INIT("ه")};
    if (verb_has_stem(word))
        return true;
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
        Slice stem = word;
        if (cut_ending(&stem, endings[i]) && verb_has_stem(stem))
            return true;
    }
    return false;
}

/* A form that می may stand before: رود, کنند, گفته. */
static bool is_verb(Slice word)
{
    static const Slice objects[] = {SLICE_INIT("م"),   SLICE_INIT("ت"),   SLICE_INIT("ش"),
                                    SLICE_INIT("مان"), SLICE_INIT("تان"), SLICE_INIT("شان")};
    if (is_conjugated(word))
        return true;
    for (size_t i = 0; i < sizeof(objects) / sizeof(objects[0]); i++) {
        Slice verb = word;
        if (cut_ending(&verb, objects[i]) && is_conjugated(verb))
            return true;
    }
    return false;
}

static size_t end_of_word(const Letters *letters, size_t position)
{
    return letters_skip(letters, position, CLASS_ARABIC | CLASS_NSM | CLASS_JOINER);
}

static size_t start_of_word(const Letters *letters, size_t position)
{
    while (position > 0 &&
           (letters->classes[position - 1] & (CLASS_ARABIC | CLASS_NSM | CLASS_JOINER)))
        position--;
    return position;
}

static bool reads(const Letters *letters, size_t start, size_t end, const uint32_t *word,
                  size_t size)
{
    if (end - start != size)
        return false;
    for (size_t i = 0; i < size; i++)
        if (letters->codes[start + i] != word[i])
            return false;
    return true;
}

/* می or نمی as a word of its own. */
static bool is_prefix(const Letters *letters, size_t start, size_t end)
{
    static const uint32_t mi[] = {0x645, 0x6CC}, nemi[] = {0x646, 0x645, 0x6CC};
    return reads(letters, start, end, mi, 2) || reads(letters, start, end, nemi, 3);
}

/* «ماه می» is the month of May, and so is «۵ می». */
static bool is_month(const Letters *letters, size_t start)
{
    static const uint32_t mah[] = {0x645, 0x627, 0x647};
    if (start < 2)
        return false;
    const size_t end = start - 1;
    return (letters->classes[end - 1] & CLASS_DIGIT) ||
           reads(letters, start_of_word(letters, end), end, mah, 3);
}

static void say(const Letters *letters, size_t start, size_t space, size_t end, bool with_edit,
                FindingList *findings)
{
    const size_t at = letters_origin(letters, space);
    Finding *finding =
        finding_add(findings, DIAGNOSTIC_TEXT_JOINER_SPACE, letters_origin(letters, start),
                    (size_t) letters_origin(letters, end - 1) + 1);
    finding->words[0] = text_between(letters, start, space, findings->arena);
    finding->words[1] = text_between(letters, space + 1, end, findings->arena);
    if (with_edit)
        finding_edit(finding, at, at + 1, SLICE(JOINER));
}

static void check_prefix(const Letters *letters, size_t space, FindingList *findings)
{
    const size_t start = start_of_word(letters, space);
    const size_t end = end_of_word(letters, space + 1);
    if (!is_prefix(letters, start, space) || end == space + 1 || end - space > WORD_MAX_LETTERS ||
        is_month(letters, start))
        return;
    const Slice word = text_between(letters, space + 1, end, findings->arena);
    if (is_verb(word))
        say(letters, start, space, end, true, findings);
}

static const Slice suffixes[] = {SLICE_INIT("ها"),     SLICE_INIT("های"),    SLICE_INIT("هایی"),
                                 SLICE_INIT("هایم"),   SLICE_INIT("هایت"),   SLICE_INIT("هایش"),
                                 SLICE_INIT("هایمان"), SLICE_INIT("هایتان"), SLICE_INIT("هایشان")};

static bool is_plural(Slice word)
{
    for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++)
        if (slice_equal(suffixes[i], word))
            return true;
    return false;
}

static void check_suffix(const Letters *letters, size_t space, FindingList *findings)
{
    const size_t end = end_of_word(letters, space + 1);
    const size_t start = start_of_word(letters, space);
    if (start == space || end - space > WORD_MAX_LETTERS || end < space + 3)
        return;
    const Slice word = text_between(letters, space + 1, end, findings->arena);
    const bool compares = slice_equal(word, SLICE("تر")) || slice_equal(word, SLICE("ترین"));
    if (compares || is_plural(word))
        say(letters, start, space, end, !compares, findings);
}

/* The bits of `class` if the two letters differ from what is sought in none of theirs. */
static uint32_t class_if_equal(uint32_t difference, uint32_t class)
{
    return -(uint32_t) (difference == 0) & class;
}

/* True when می stands before white space, or ها or تر behind it. Few blocks hold any of them, so a
 * look at all letters comes first, without a branch, so that it becomes vectors. */
static bool holds_candidate(const Letters *letters)
{
    const uint32_t *codes = letters->codes, *classes = letters->classes;
    uint32_t found = 0;
    for (size_t i = 0; i + 2 < letters->count; i++) {
        const uint32_t prefix = (codes[i] ^ 0x645) | (codes[i + 1] ^ 0x6CC);
        const uint32_t plural = (codes[i + 1] ^ 0x647) | (codes[i + 2] ^ 0x627);
        const uint32_t degree = (codes[i + 1] ^ 0x62A) | (codes[i + 2] ^ 0x631);
        found |= class_if_equal(prefix, classes[i + 2]) | class_if_equal(plural, classes[i]) |
                 class_if_equal(degree, classes[i]);
    }
    return (found & CLASS_SPACE) != 0;
}

void wording_check(const Letters *letters, FindingList *findings)
{
    if (!holds_candidate(letters))
        return;
    for (size_t i = 1; i + 1 < letters->count; i++) {
        if (!(letters->classes[i] & CLASS_SPACE) || letters->codes[i] == 0xA0)
            continue;
        const uint32_t next = letters->codes[i + 1], after = letters_code(letters, i + 2);
        if (letters->codes[i - 1] == 0x6CC && letters_code_before(letters, i - 1) == 0x645)
            check_prefix(letters, i, findings);
        if ((next == 0x647 && after == 0x627) || (next == 0x62A && after == 0x631))
            check_suffix(letters, i, findings);
    }
}
