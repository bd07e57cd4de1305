/* The examples that we read otherwise, each with its reason. */
#ifndef SPEC_DEVIATIONS_H
#define SPEC_DEVIATIONS_H

#include <stdint.h>

typedef struct Deviation {
    uint32_t number;
    const char *reason;
} Deviation;

#define SINCE_030 "cmark-gfm follows CommonMark 0.29; this changed in 0.30"
#define SINCE_031 "cmark-gfm follows CommonMark 0.29; this changed in 0.31"
#define NO_AUTOLINK                                                                                \
    "bare addresses are found by the text rules, which leave ، and » outside (editorial 5)"
#define TWO_TILDES "strikethrough is written with two tildes; one stands before numbers in prose"
#define OWN_HTML "raw HTML is judged by shape, which takes listed elements only"
#define OTHER_FORM "the example orders the attributes of <input> in a way no program writes"

static const Deviation commonmark_deviations[] = {
    {28, "cmark-gfm takes up to eight digits for a character number and writes U+FFFD"},
    {171, SINCE_030}, /* <textarea> goes on past blank lines */
    {354, SINCE_031}, /* currency signs count as punctuation */
    {625, SINCE_031}, /* comments as HTML reads them */
    {626, SINCE_031},
};

static const Deviation gfm_deviations[] = {
    {9, OTHER_FORM},   {10, OTHER_FORM},  {13, NO_AUTOLINK}, {14, NO_AUTOLINK}, {15, NO_AUTOLINK},
    {16, NO_AUTOLINK}, {17, NO_AUTOLINK}, {18, NO_AUTOLINK}, {19, NO_AUTOLINK}, {20, NO_AUTOLINK},
    {21, NO_AUTOLINK}, {22, NO_AUTOLINK}, {23, NO_AUTOLINK}, {24, OWN_HTML},    {41, TWO_TILDES},
    {42, TWO_TILDES},  {43, NO_AUTOLINK}, {44, NO_AUTOLINK}, {46, OWN_HTML},    {50, NO_AUTOLINK},
    {51, NO_AUTOLINK},
};

#endif
