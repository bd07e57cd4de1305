/* The table of classes: a picture of the code points that fill real pages, one mark each. */
#include "text/class.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#define LEFT(pairs) ((uint64_t) (pairs) << 32)
#define RIGHT(pairs) ((uint64_t) (pairs) << 48)

/* Roles that many marks share. */
#define LETTER RIGHT(PAIR_COMMA_LETTER)
#define NOT_LETTER (LEFT(PAIR_BEFORE_JOINER) | RIGHT(PAIR_JOINER))
#define SPACE                                                                                      \
    (CLASS_SPACE | LEFT(PAIR_SPACE_BEFORE_MARK | PAIR_DASH) |                                      \
     RIGHT(PAIR_SPACE_BEFORE_MARK | PAIR_SPACE_AFTER_MARK) | NOT_LETTER)
#define ARABIC (CLASS_R | CLASS_ARABIC | LEFT(PAIR_LETTER_MARK) | LETTER)
#define DIGIT (CLASS_DIGIT | LEFT(PAIR_LETTER_MARK | PAIR_DIGIT_MARK))
#define OPENS (LEFT(PAIR_SPACE_AFTER_MARK) | NOT_LETTER)
#define CLOSES (RIGHT(PAIR_SPACE_BEFORE_MARK) | NOT_LETTER)
#define ASCII_MARK (CLASS_PUNCT | CLOSES | RIGHT(PAIR_LETTER_MARK | PAIR_DIGIT_MARK))
#define ARABIC_MARK (CLOSES | LEFT(PAIR_COMMA_LETTER))

const uint64_t class_words[128] = {
    // clang-format off
    ['L'] = CLASS_L | LETTER,
    ['R'] = CLASS_R | LETTER,
    ['A'] = ARABIC,
    ['E'] = ARABIC | LEFT(PAIR_EZAFE),
    ['I'] = ARABIC | RIGHT(PAIR_JOINER_YEH),
    ['F'] = ARABIC | CLASS_FOREIGN,
    ['y'] = ARABIC | CLASS_ARABIC_FORM,
    ['t'] = ARABIC | CLASS_TATWEEL,
    ['0'] = CLASS_EN | DIGIT | CLASS_LATIN_DIGIT | LEFT(PAIR_BEFORE_PERSIAN) |
            RIGHT(PAIR_BEFORE_LATIN),
    ['P'] = CLASS_EN | DIGIT | LEFT(PAIR_BEFORE_LATIN) | RIGHT(PAIR_BEFORE_PERSIAN),
    ['d'] = CLASS_AN | DIGIT | CLASS_ARABIC_DIGIT | LEFT(PAIR_BEFORE_LATIN | PAIR_BEFORE_PERSIAN) |
            RIGHT(PAIR_BEFORE_LATIN | PAIR_BEFORE_PERSIAN),
    ['e'] = CLASS_EN,
    ['v'] = CLASS_AN,
    ['V'] = CLASS_AN | CLASS_HIDDEN,
    ['m'] = CLASS_NSM | CLASS_COMPOSES,
    ['a'] = CLASS_NSM | CLASS_COMPOSES | CLASS_HARAKAT,
    ['H'] = CLASS_NSM | CLASS_COMPOSES | CLASS_HARAKAT | RIGHT(PAIR_EZAFE),
    [' '] = SPACE,
    ['w'] = SPACE,
    ['n'] = SPACE,
    ['b'] = CLASS_BREAK | NOT_LETTER | RIGHT(PAIR_SPACE_AFTER_MARK),
    ['-'] = CLASS_DASH | NOT_LETTER | RIGHT(PAIR_DASH),
    ['$'] = CLASS_CURRENCY,
    ['('] = CLASS_OPENER | OPENS,
    [')'] = CLASS_CLOSER | CLOSES | LEFT(PAIR_LETTER_MARK),
    ['['] = CLASS_OPENER | NOT_LETTER,
    [']'] = CLASS_CLOSER | NOT_LETTER,
    ['{'] = CLASS_OPENER | CLASS_QUOTE | LEFT(WAKE_QUOTE) | NOT_LETTER,
    ['}'] = CLASS_CLOSER | CLASS_QUOTE | LEFT(WAKE_QUOTE) | NOT_LETTER,
    ['<'] = CLASS_QUOTE | OPENS | LETTER,
    ['>'] = CLASS_QUOTE | CLOSES | LEFT(PAIR_LETTER_MARK),
    ['"'] = CLASS_QUOTE | LEFT(WAKE_QUOTE) | NOT_LETTER,
    ['#'] = LEFT(WAKE_NAME),
    ['+'] = LEFT(WAKE_NUMBER),
    [','] = ASCII_MARK,
    [';'] = ASCII_MARK,
    ['?'] = ASCII_MARK | LEFT(PAIR_REPEATED) | RIGHT(PAIR_REPEATED),
    ['.'] = CLASS_PUNCT | CLOSES | LEFT(PAIR_STOPS) | RIGHT(PAIR_STOPS | PAIR_DIGIT_MARK),
    ['!'] = CLOSES | LEFT(PAIR_REPEATED) | RIGHT(PAIR_REPEATED),
    [':'] = CLOSES,
    ['u'] = NOT_LETTER,
    ['c'] = ARABIC_MARK,
    ['s'] = CLASS_R | CLASS_PUNCT | ARABIC_MARK,
    ['q'] = CLASS_R | CLASS_PUNCT | ARABIC_MARK | LEFT(PAIR_REPEATED) | RIGHT(PAIR_REPEATED),
    ['%'] = CLASS_PERCENT | RIGHT(PAIR_DIGIT_MARK),
    ['p'] = CLASS_PERCENT | LEFT(WAKE_NUMBER | PAIR_LETTER_MARK),
    ['j'] = CLASS_JOINER |
            LEFT(PAIR_SPACE_AFTER_MARK | PAIR_JOINER | PAIR_BEFORE_JOINER | PAIR_JOINER_YEH) |
            RIGHT(PAIR_SPACE_BEFORE_MARK | PAIR_JOINER | PAIR_BEFORE_JOINER | PAIR_EZAFE),
    ['k'] = CLASS_HIDDEN,
    ['l'] = CLASS_L | CLASS_HIDDEN,
    ['r'] = CLASS_R | CLASS_HIDDEN,
    ['h'] = CLASS_HIDDEN,
    ['z'] = CLASS_HIDDEN,
    ['N'] = CLASS_HIDDEN,
    ['i'] = CLASS_ISOLATE | CLASS_HIDDEN,
    ['G'] = ASCII_MARK | CLASS_COMPOSES, /* a semicolon after normal form */
    ['O'] = CLASS_COMPOSES,
    ['o'] = 0,
    // clang-format on
};

/*  L R A  letters: left-to-right, right-to-left, Arabic script; F not Persian; y ي ى ك ۀ; t U+0640
 *  0 P d  digits: Latin, Persian, Arabic-Indic; e other EN; v V AN, the latter without ink
 *  m a    marks, harakat among them a      blank w n  white space; b breaks
 *  j k l r h z N i  without ink: U+200C, U+200D, towards L, towards R, others, isolates i
 *  c s q p  ، ؛ ؟ ٪;  < > « »;  { } [ ]  “ ” ‘ ’;  # names;  u other marks of writing
 *  E H I  ه U+0654 ی, which make the ezafe;  o all else
 *  O G    composes;  other marks stand for themselves and their kin */
const char class_table[CLASS_NEAR] =
    /* 0000 */ "zzzzzzzzzwboobzzzzzzzzzzzzzzbbbo !\"#$%ou()o+,-.u0000000000:;ooo?"
               /* 0040 */ "#LLLLLLLLLLLLLLLLLLLLLLLLLL(#)o#oLLLLLLLLLLLLLLLLLLLLLLLLLL(o)oz"
               /* 0080 */ "zzzzzbzzzzzzzzzzzzzzzzzzzzzzzzzzno$$$$ooooL<NhooooeeoLoooeL>oooo"
               /* 00C0 */ "LLLLLLLLLLLLLLLLLLLLLLLoLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLoLLLLLLLL"
               /* 0100 */ "LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL"
               /* 0140 */ "LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL"
               /* 0180 */ "LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL"
               /* 01C0 */ "LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL"
               /* 0200 */ "LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL"
               /* 0240 */ "LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL"
               /* 0280 */ "LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLooLLLLL"
               /* 02C0 */ "LLooooooooooooooLLooooooooooooooLLLLLoooooooooLooooooooooooooooo"
               /* 0300 */ "mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm"
               /* 0340 */ "mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmLLLLOoLLLLLLLLGL"
               /* 0380 */ "LLLLooLOLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL"
               /* 03C0 */ "LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLoLLLLLLLLL"
               /* 0400 */ "LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL"
               /* 0440 */ "LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL"
               /* 0480 */ "LLLmmmmmmmLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL"
               /* 04C0 */ "LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL"
               /* 0500 */ "LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL"
               /* 0540 */ "LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL"
               /* 0580 */ "LLLLLLLLLLoLLoo$RmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmRm"
               /* 05C0 */ "RmmRmmRmRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRR"
               /* 0600 */ "VVVVVVooRooRcRoommmmmmmmmmmsrRRqAAAAAAAAAFAAAAAAAAAAAAAAAAAAAAAA"
               /* 0640 */ "tAAyAAAEAyyaaaaaaaaaHaaaaaaaaaaaddddddddddpvvRAAaAAAAAAAAAAAAAAA"
               /* 0680 */ "AFAAAFAAAAAAAAAAAAAFAFAAAAFAAAAAAAAAAAAAAAAAAAAAAAAAAFAAAAAAAAFA"
               /* 06C0 */ "yFAAAAFAAAAAIFFAFAFARFmmmmmmmVommmmmmAAmmommmmAAPPPPPPPPPPAAARRA";

/* U+2000 … U+206F */
static const char general_punctuation[0x70] =
    /* 2000 */ "OOooooooowozjklro-o--ooo[]oo{}oooooooouoobzzzzznooooooooouuooooo"
               /* 2040 */ "oooooooooooooooooooooooooooooooozzzzzziiiizzzzzz";

static uint64_t ask_icu(uint32_t code_point)
{
    uint64_t word = 0;
    switch ((int) u_charDirection((UChar32) code_point)) {
    case U_LEFT_TO_RIGHT:
        word = CLASS_L | LETTER;
        break;
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
        word = CLASS_R | LETTER;
        break;
    case U_EUROPEAN_NUMBER:
        word = CLASS_EN;
        break;
    case U_ARABIC_NUMBER:
        word = CLASS_AN;
        break;
    case U_DIR_NON_SPACING_MARK:
        word = CLASS_NSM;
        break;
    case U_BLOCK_SEPARATOR:
        word = CLASS_BREAK | NOT_LETTER;
        break;
    default:
        break;
    }
    if (u_charType((UChar32) code_point) == U_CURRENCY_SYMBOL && !(word & CLASS_R))
        word |= CLASS_CURRENCY;
    if (u_getIntPropertyValue((UChar32) code_point, UCHAR_NFC_QUICK_CHECK) != UNORM_YES ||
        u_getCombiningClass((UChar32) code_point) != 0)
        word |= CLASS_COMPOSES;
    if (u_hasBinaryProperty((UChar32) code_point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
        word |= CLASS_HIDDEN;
    return word;
}

static uint64_t class_of_arabic_letter(uint32_t code_point)
{
    const uint64_t word = ask_icu(code_point);
    return (word & CLASS_R) && u_isalpha((UChar32) code_point)
               ? word | CLASS_ARABIC | LEFT(PAIR_LETTER_MARK)
               : word;
}

uint64_t class_far(uint32_t code_point)
{
    if (code_point >= 0x2000 && code_point < 0x2070)
        return class_words[(unsigned char) general_punctuation[code_point - 0x2000]];
    if (code_point == 0x2212)
        return CLASS_DASH | NOT_LETTER;
    if (code_point == 0xFFFC)
        return CLASS_ATOM;
    if ((code_point >= 0xFB50 && code_point <= 0xFDCF) ||
        (code_point >= 0xFE70 && code_point <= 0xFEFC))
        return class_of_arabic_letter(code_point) | CLASS_PRESENTATION;
    if ((code_point >= 0x750 && code_point <= 0x77F) ||
        (code_point >= 0x870 && code_point <= 0x8FF))
        return class_of_arabic_letter(code_point);
    return ask_icu(code_point);
}

bool class_joins(uint32_t left, uint32_t right)
{
    const int32_t before = u_getIntPropertyValue((UChar32) left, UCHAR_JOINING_TYPE);
    const int32_t after = u_getIntPropertyValue((UChar32) right, UCHAR_JOINING_TYPE);
    return (before == U_JT_DUAL_JOINING || before == U_JT_LEFT_JOINING) &&
           (after == U_JT_DUAL_JOINING || after == U_JT_RIGHT_JOINING);
}
