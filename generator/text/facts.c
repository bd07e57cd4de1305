/* The constant table of languages. Names of months, weekdays and units stand here only where ICU 72
 * has none or wrong ones. */
#include "text/facts.h"

#define S(literal) SLICE_INIT(literal)
#define COMMA_AND(word)                                                                            \
    {                                                                                              \
        S("، "), S(word), S(word)                                                                  \
    }
#define AND_LISTS(conjunction, alternative)                                                        \
    {                                                                                              \
        COMMA_AND(conjunction), COMMA_AND(alternative), COMMA_AND(conjunction)                     \
    }
#define GUILLEMETS                                                                                 \
    {                                                                                              \
        S("«"), S("»"), S("‹"), S("›")                                                             \
    }
#define CURLY_QUOTES                                                                               \
    {                                                                                              \
        S("“"), S("”"), S("‘"), S("’")                                                             \
    }
#define MIRRORED_QUOTES                                                                            \
    {                                                                                              \
        S("”"), S("“"), S("’"), S("‘")                                                             \
    }

// clang-format off
static const Slice azb_months[12] = {
    S("ژانویه"), S("فوریه"), S("مارس"), S("آوریل"), S("مه"), S("ژوئن"),
    S("ژوئیه"), S("اوت"), S("سپتامبر"), S("اکتبر"), S("نوامبر"), S("دسامبر"),
};

static const Slice azb_persian_months[12] = {
    S("فروردین"), S("اردیبهشت"), S("خرداد"), S("تیر"), S("مرداد"), S("شهریور"),
    S("مهر"), S("آبان"), S("آذر"), S("دی"), S("بهمن"), S("اسفند"),
};

static const Slice azb_weekdays[7] = {
    S("بازار"), S("بازار ائرتسی"), S("چرشنبه آخشامی"), S("چرشنبه"),
    S("جومعه آخشامی"), S("جومعه"), S("شنبه"),
};

static const Slice ps_units[UNIT_COUNT][2] = {
    [UNIT_BYTE] = {S("بایټ"), S("بایټ")},
    [UNIT_KILOBYTE] = {S("کیلوبایټ"), S("کیلوبایټ")},
    [UNIT_MEGABYTE] = {S("میګابایټ"), S("میګابایټ")},
    [UNIT_GIGABYTE] = {S("ګیګابایټ"), S("ګیګابایټ")},
    [UNIT_TERABYTE] = {S("ټیرابایټ"), S("ټیرابایټ")},
    [UNIT_SECOND] = {S("ثانیه"), S("ثانیې")},
    [UNIT_MINUTE] = {S("دقیقه"), S("دقیقې")},
    [UNIT_HOUR] = {S("ساعت"), S("ساعتونه")},
    [UNIT_DAY] = {S("ورځ"), S("ورځې")},
};

static const Slice ckb_units[UNIT_COUNT][2] = {
    [UNIT_BYTE] = {S("بایت"), S("بایت")},
    [UNIT_KILOBYTE] = {S("کیلۆبایت"), S("کیلۆبایت")},
    [UNIT_MEGABYTE] = {S("مێگابایت"), S("مێگابایت")},
    [UNIT_GIGABYTE] = {S("گیگابایت"), S("گیگابایت")},
    [UNIT_TERABYTE] = {S("تێرابایت"), S("تێرابایت")},
    [UNIT_SECOND] = {S("چرکە"), S("چرکە")},
    [UNIT_MINUTE] = {S("خولەک"), S("خولەک")},
    [UNIT_HOUR] = {S("کاتژمێر"), S("کاتژمێر")},
    [UNIT_DAY] = {S("ڕۆژ"), S("ڕۆژ")},
};

static const Slice azb_units[UNIT_COUNT][2] = {
    [UNIT_BYTE] = {S("بایت"), S("بایت")},
    [UNIT_KILOBYTE] = {S("کیلوبایت"), S("کیلوبایت")},
    [UNIT_MEGABYTE] = {S("مگابایت"), S("مگابایت")},
    [UNIT_GIGABYTE] = {S("گیگابایت"), S("گیگابایت")},
    [UNIT_TERABYTE] = {S("ترابایت"), S("ترابایت")},
    [UNIT_SECOND] = {S("ثانیه"), S("ثانیه")},
    [UNIT_MINUTE] = {S("دقیقه"), S("دقیقه")},
    [UNIT_HOUR] = {S("ساعات"), S("ساعات")},
    [UNIT_DAY] = {S("گون"), S("گون")},
};

static const LanguageFacts table[LANGUAGE_ID_COUNT] = {
    [LANGUAGE_OTHER] = {
        .direction = DIRECTION_NONE, .calendar = CALENDAR_GREGORIAN, .quotes = CURLY_QUOTES,
    },
    [LANGUAGE_FA] = {
        .id = LANGUAGE_FA, .code = S("fa"), .direction = DIRECTION_RTL, .digits = DIGITS_ARABEXT,
        .calendar = CALENDAR_PERSIAN, .is_arabic_script = true, .quotes = GUILLEMETS,
        .lists = AND_LISTS(" و ", " یا "),
        .patterns = {
            S("d MMMM y"), S("EEEE d MMMM y"), S("y/MM/dd"), S("MMMM y"), S("y"), S("H:mm"),
        },
    },
    [LANGUAGE_FA_AF] = {
        .id = LANGUAGE_FA_AF, .code = S("fa-AF"), .direction = DIRECTION_RTL,
        .digits = DIGITS_ARABEXT, .calendar = CALENDAR_PERSIAN, .is_arabic_script = true,
        .quotes = GUILLEMETS, .lists = AND_LISTS(" و ", " یا "),
        .patterns = {
            S("d MMMM y"), S("EEEE d MMMM y"), S("y/MM/dd"), S("MMMM y"), S("y"), S("H:mm"),
        },
    },
    [LANGUAGE_PS] = {
        .id = LANGUAGE_PS, .code = S("ps"), .direction = DIRECTION_RTL, .digits = DIGITS_ARABEXT,
        .calendar = CALENDAR_PERSIAN, .is_arabic_script = true, .quotes = CURLY_QUOTES,
        .locale = S("ps_AF"),
        .lists = {
            {S("، "), S("، او "), S(" او ")},
            {S("، "), S("، یا "), S(" یا ")},
            {S("، "), S("، او "), S(" او ")},
        },
        .patterns = {
            S("د y د MMMM d"), S("EEEE د y د MMMM d"), S("y/MM/dd"), S("د y د MMMM"), S("y"),
            S("H:mm"),
        },
        .units = ps_units,
    },
    [LANGUAGE_AR] = {
        .id = LANGUAGE_AR, .code = S("ar"), .direction = DIRECTION_RTL,
        .calendar = CALENDAR_GREGORIAN, .is_arabic_script = true, .quotes = MIRRORED_QUOTES,
    },
    [LANGUAGE_HE] = {
        .id = LANGUAGE_HE, .code = S("he"), .direction = DIRECTION_RTL, .digits = DIGITS_LATN,
        .calendar = CALENDAR_GREGORIAN, .quotes = {S("”"), S("”"), S("’"), S("’")},
        /* ICU puts a hyphen behind the conjunction when a Latin word follows. */
        .lists = {
            {S(", "), S(" ו"), S(" ו")},
            {S(", "), S(" או "), S(" או ")},
            {S(", "), S(" ו"), S(" ו")},
        },
    },
    [LANGUAGE_CKB] = {
        .id = LANGUAGE_CKB, .code = S("ckb"), .hreflang = S("ku-Arab"),
        .direction = DIRECTION_RTL, .digits = DIGITS_ARAB, .calendar = CALENDAR_GREGORIAN,
        .is_arabic_script = true, .quotes = GUILLEMETS,
        .locale = S("ckb_IQ"), .persian_locale = S("ckb_IR"), .order_locale = S("fa"),
        .lists = AND_LISTS(" و ", " یان "),
        .patterns = {
            S("dی MMMMی y"), S("EEEE، dی MMMMی y"), S("y/MM/dd"), S("MMMMی y"), S("y"), S(""),
        },
        .units = ckb_units,
        .order_rules = S("&[before 1]ا<ئ &ر<ڕ &ف<ڤ &ل<ڵ &و<ۆ &ه<ە &ی<ێ"),
        .letters = S("ئ ا ب پ ت ج چ ح خ د ر ڕ ز ژ س ش ع غ ف ڤ ق ک گ ل ڵ م ن و ۆ ه ە ی ێ"),
    },
    [LANGUAGE_AZB] = {
        .id = LANGUAGE_AZB, .code = S("azb"), .hreflang = S("az-Arab"),
        .direction = DIRECTION_RTL, .digits = DIGITS_ARABEXT, .calendar = CALENDAR_PERSIAN,
        .is_arabic_script = true, .quotes = GUILLEMETS,
        .locale = S("fa"), .plural_locale = S("az"),
        .lists = AND_LISTS(" و ", " یا "),
        .patterns = {
            S("d MMMM y"), S("d MMMM y، EEEE"), S("y/MM/dd"), S("MMMM y"), S("y"), S("H:mm"),
        },
        .months = azb_months, .persian_months = azb_persian_months, .weekdays = azb_weekdays,
        .units = azb_units,
        .letters = S("آ ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی"),
    },
    [LANGUAGE_UR] = {
        .id = LANGUAGE_UR, .code = S("ur"), .direction = DIRECTION_RTL, .digits = DIGITS_LATN,
        .calendar = CALENDAR_GREGORIAN, .is_arabic_script = true, .quotes = MIRRORED_QUOTES,
        .lists = {
            {S("، "), S("، اور "), S(" اور ")},
            {S("، "), S("، یا "), S(" یا ")},
            {S("، "), S("، اور "), S(" اور ")},
        },
    },
    [LANGUAGE_AZ] = {
        .id = LANGUAGE_AZ, .code = S("az"), .direction = DIRECTION_LTR, .digits = DIGITS_LATN,
        .calendar = CALENDAR_GREGORIAN, .quotes = CURLY_QUOTES,
    },
    [LANGUAGE_KU] = {
        .id = LANGUAGE_KU, .code = S("ku"), .direction = DIRECTION_LTR, .digits = DIGITS_LATN,
        .calendar = CALENDAR_GREGORIAN, .quotes = CURLY_QUOTES,
    },
    [LANGUAGE_EN] = {
        .id = LANGUAGE_EN, .code = S("en"), .direction = DIRECTION_LTR, .digits = DIGITS_LATN,
        .calendar = CALENDAR_GREGORIAN, .quotes = CURLY_QUOTES,
    },
};

static const Slice codes[] = {
    S("ar"), S("az"), S("azb"), S("ckb"), S("en"), S("fa"), S("fa-AF"),
    S("he"), S("ku"), S("ps"), S("ur"),
};

/* Tags that mean a row without saying so, and tags better written otherwise. */
static const struct { Slice tag; LanguageId id; bool is_advice; } others[] = {
    {S("az-arab"), LANGUAGE_AZB, false},
    {S("az-ir"), LANGUAGE_AZB, false},
    {S("ku-arab"), LANGUAGE_CKB, false},
    {S("ku-iq"), LANGUAGE_CKB, false},
    {S("ku-ir"), LANGUAGE_CKB, false},
    {S("prs"), LANGUAGE_FA_AF, true},
    {S("dari"), LANGUAGE_FA_AF, true},
    {S("iw"), LANGUAGE_HE, true},
    {S("kmr"), LANGUAGE_KU, true},
    {S("pes"), LANGUAGE_FA, true},
    {S("per"), LANGUAGE_FA, true},
    {S("farsi"), LANGUAGE_FA, true},
};
// clang-format on

#define OTHER_COUNT (sizeof others / sizeof others[0])

static const LanguageFacts *find_row(Slice code)
{
    for (LanguageId id = LANGUAGE_FA; id < LANGUAGE_ID_COUNT; id++) {
        if (slice_equal_ascii_case(code, table[id].code))
            return &table[id];
    }
    return NULL;
}

const LanguageFacts *facts_find(Slice code)
{
    const LanguageFacts *row = find_row(code);
    if (row != NULL)
        return row;
    for (size_t i = 0; i < OTHER_COUNT; i++) {
        if (!others[i].is_advice && slice_equal_ascii_case(code, others[i].tag))
            return &table[others[i].id];
    }
    Slice base;
    Slice region;
    return slice_cut(code, '-', &base, &region) ? find_row(base) : NULL;
}

const LanguageFacts *facts_get(LanguageId id)
{
    return &table[id];
}

Slice facts_advice(Slice code)
{
    for (size_t i = 0; i < OTHER_COUNT; i++) {
        if (others[i].is_advice && slice_equal_ascii_case(code, others[i].tag))
            return table[others[i].id].code;
    }
    return (Slice){0};
}

size_t facts_codes(const Slice **ret_codes)
{
    *ret_codes = codes;
    return sizeof codes / sizeof codes[0];
}
