/* What the text rules know about a code point, as one word of bits. long: each bit has its line.
 * Answers come from an own table for the letters that fill real pages and from ICU for the rest; a
 * test compares the two for every code point. */
#ifndef TEXT_CLASS_H
#define TEXT_CLASS_H

#include <stdbool.h>
#include <stdint.h>

/* The low half: facts about one letter. */
enum ClassBit {
    CLASS_L = 1 << 0,  /* bidi class L, and U+200E */
    CLASS_R = 1 << 1,  /* bidi classes R and AL, and U+200F, U+061C */
    CLASS_EN = 1 << 2, /* bidi class EN */
    CLASS_AN = 1 << 3, /* bidi class AN */
    CLASS_NSM = 1 << 4,
    CLASS_SPACE = 1 << 5, /* U+0020, U+0009, U+00A0, U+2009, U+202F */
    CLASS_BREAK = 1 << 6, /* bidi class B; the letter that stands for a hard break */
    CLASS_DIGIT = 1 << 7, /* of the three families */
    CLASS_DASH = 1 << 8,  /* - U+2011 U+2013 U+2014 U+2212 */
    CLASS_CURRENCY = 1 << 9,
    CLASS_OPENER = 1 << 10, /* ( [ { “ ‘ */
    CLASS_CLOSER = 1 << 11, /* ) ] } ” ’ */
    CLASS_ATOM = 1 << 12,   /* U+FFFC: something text rules do not look into */
    CLASS_ARABIC = 1 << 13, /* a letter of the Arabic script */
    CLASS_JOINER = 1 << 14, /* U+200C */
    CLASS_TATWEEL = 1 << 15,
    CLASS_ARABIC_FORM = 1 << 16,  /* ي ى ك */
    CLASS_PRESENTATION = 1 << 17, /* U+FB50–U+FDCF, U+FE70–U+FEFC */
    CLASS_ARABIC_DIGIT = 1 << 18, /* ٠–٩ */
    CLASS_COMPOSES = 1 << 19,     /* normal form C may change it or what stands before it */
    CLASS_HARAKAT = 1 << 20,      /* U+064B–U+065F, U+0670 */
    CLASS_ISOLATE = 1 << 21,      /* U+2066–U+2069 */
    CLASS_HIDDEN = 1 << 22,       /* leaves no ink and is not spelling */
    CLASS_FOREIGN = 1 << 23,      /* Arabic script, but not Persian */
    CLASS_LATIN_DIGIT = 1 << 24,
    CLASS_QUOTE = 1 << 25,   /* " “ ” « » */
    CLASS_PUNCT = 1 << 26,   /* marks a rule about punctuation or digits may turn into another */
    CLASS_PERCENT = 1 << 27, /* % and U+066A */
    /* Set by those who fill and work on a block, never by the table. */
    CLASS_KEPT = 1 << 28,         /* typography is off here */
    CLASS_BARE = 1 << 29,         /* isolation is off here */
    CLASS_LATIN_DIGITS = 1 << 30, /* digits stay Latin here */
};
#define CLASS_PROTECTED (UINT32_C(1) << 31) /* inside a token */

/* What is set on a place, whatever letter stands there. */
#define CLASS_OWN (CLASS_KEPT | CLASS_BARE | CLASS_LATIN_DIGITS | CLASS_PROTECTED)

/* The high half: pairs of neighbours that wake a rule. Bit n of `class_pair` is set when the left
 * letter has bit n of its left role and the right one bit n of its right role. */
enum ClassPair {
    PAIR_SPACE_BEFORE_MARK = 1 << 0, /* W before W, ⟨ZWNJ⟩ or a mark that closes */
    PAIR_SPACE_AFTER_MARK = 1 << 1,  /* an opening mark or ⟨ZWNJ⟩ before W */
    PAIR_COMMA_LETTER = 1 << 2,      /* ، ؛ ؟ before a letter or « */
    PAIR_STOPS = 1 << 3,             /* two full stops */
    PAIR_JOINER = 1 << 4,            /* ⟨ZWNJ⟩ before what is no letter */
    PAIR_BEFORE_JOINER = 1 << 5,     /* what is no letter before ⟨ZWNJ⟩ */
    PAIR_DIGIT_MARK = 1 << 6,        /* a digit before % , . ; ? */
    PAIR_LETTER_MARK = 1 << 7,       /* a Persian letter, » ) or ٪ before , ; ? */
    PAIR_REPEATED = 1 << 8,          /* two of ! ? ؟ */
    PAIR_DASH = 1 << 9,              /* W before a dash */
    PAIR_EZAFE = 1 << 10,            /* ه before ⟨ZWNJ⟩ or U+0654 */
    PAIR_JOINER_YEH = 1 << 11,       /* ⟨ZWNJ⟩ before ی */
    PAIR_BEFORE_LATIN = 1 << 12,     /* ۰–۹ or ٠–٩ before 0–9 or ٠–٩ */
    PAIR_BEFORE_PERSIAN = 1 << 13,   /* 0–9 or ٠–٩ before ۰–۹ or ٠–٩ */
};

/* Letters that wake a rule wherever they stand: bits of the roles that are no pair. */
enum ClassWake {
    WAKE_NAME = 1 << 14,   /* _ \ @ # */
    WAKE_QUOTE = 1 << 15,  /* quotation marks that may become « » */
    WAKE_NUMBER = 1 << 30, /* + ٪, without which no number is a token in left-to-right text */
};

/* Bits 0–31 of the word: ClassBit. 32–47: roles as the left one of a pair. 48–63: as the right. */
uint64_t class_far(uint32_t code_point);

#define CLASS_NEAR 0x700 /* below are the code points of the table */
extern const char class_table[CLASS_NEAR];
extern const uint64_t class_words[128];

static inline uint64_t class_near(uint32_t code_point)
{
    return class_words[(unsigned char) class_table[code_point]];
}

static inline uint64_t class_word(uint32_t code_point)
{
    return code_point < CLASS_NEAR ? class_near(code_point) : class_far(code_point);
}

static inline uint32_t class_of(uint32_t code_point)
{
    return (uint32_t) class_word(code_point);
}

/* True for R and AL but the marks ؛ ؟, which stand where ; ? may have been typed. */
static inline bool class_is_turned(uint32_t class)
{
    return (class & (CLASS_R | CLASS_PUNCT)) == CLASS_R;
}

/* True when two letters that stand side by side are written as one stroke. */
bool class_joins(uint32_t left, uint32_t right);

/* The pairs of two neighbours, where the left role stands in a word; the rest is of no meaning. */
static inline uint64_t class_meet(uint64_t left, uint64_t right)
{
    return left & right >> 16;
}

static inline uint32_t class_pair(uint64_t left, uint64_t right)
{
    return (uint32_t) (class_meet(left, right) >> 32);
}

static inline uint32_t class_wakes(uint64_t words)
{
    return (uint32_t) (words >> 32) & (WAKE_NAME | WAKE_QUOTE | WAKE_NUMBER);
}

#endif
