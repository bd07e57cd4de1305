/* Opens and closes ICU's objects of a language. Every call shares one status, which is looked at
 * once at the end. */
#include "text/tools.h"

#include "base/utf8.h"

#include <unicode/udatpg.h>
#include <unicode/uenum.h>
#include <unicode/ulistformatter.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/unum.h>
#include <unicode/unumsys.h>
#include <unicode/uset.h>
#include <unicode/ustring.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LOCALE_SIZE 128

void tools_start(void)
{
    UErrorCode status = U_ZERO_ERROR;
    uloc_setDefault("en_US_POSIX", &status);
}

void tools_add_units(Buffer *out, const UChar *units, int32_t count)
{
    size_t size_max = (size_t) count * 3;
    if (out->capacity - out->size < size_max && !buffer_reserve(out, size_max))
        return;
    UErrorCode status = U_ZERO_ERROR;
    int32_t size = 0;
    u_strToUTF8(out->at + out->size, (int32_t) size_max, &size, units, count, &status);
    if (U_SUCCESS(status))
        out->size += (size_t) size;
}

Slice tools_slice(Arena *arena, const UChar *units, int32_t count)
{
    Buffer buffer;
    buffer_init(&buffer, arena, (size_t) count * 3);
    tools_add_units(&buffer, units, count);
    return buffer_slice(&buffer);
}

UChar *tools_units(Arena *arena, Slice text, int32_t *ret_count)
{
    UChar *units = ARENA_ARRAY(arena, UChar, text.size + 1);
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8(units, (int32_t) text.size + 1, ret_count, text.at, (int32_t) text.size, &status);
    if (U_FAILURE(status))
        *ret_count = 0;
    return units;
}

static Slice digits_keyword(DigitFamily digits)
{
    static const Slice keywords[DIGITS_COUNT] = {
        SLICE_INIT("latn"),
        SLICE_INIT("latn"),
        SLICE_INIT("arabext"),
        SLICE_INIT("arab"),
    };
    return keywords[digits];
}

/* A locale as ICU takes it, with the digits of the language. */
static const char *full_locale(char bytes[LOCALE_SIZE], Slice locale, const char *calendar,
                               DigitFamily digits)
{
    snprintf(bytes, LOCALE_SIZE, "%.*s@calendar=%s;numbers=%.*s", SLICE_FORMAT(locale), calendar,
             SLICE_FORMAT(digits_keyword(digits)));
    return bytes;
}

static const char *plain_locale(char bytes[LOCALE_SIZE], Slice locale)
{
    snprintf(bytes, LOCALE_SIZE, "%.*s", SLICE_FORMAT(locale));
    return bytes;
}

DigitFamily tools_digits(Slice locale)
{
    char bytes[LOCALE_SIZE];
    UErrorCode status = U_ZERO_ERROR;
    UNumberingSystem *system = unumsys_open(plain_locale(bytes, locale), &status);
    DigitFamily digits = DIGITS_LATN;
    if (U_SUCCESS(status)) {
        Slice name = slice_of_string(unumsys_getName(system));
        for (DigitFamily family = DIGITS_ARABEXT; family < DIGITS_COUNT; family++) {
            if (slice_equal(name, digits_keyword(family)))
                digits = family;
        }
    }
    unumsys_close(system);
    return digits;
}

bool tools_has_locale(Slice locale)
{
    char bytes[LOCALE_SIZE];
    char base[ULOC_LANG_CAPACITY];
    UErrorCode status = U_ZERO_ERROR;
    uloc_getLanguage(plain_locale(bytes, locale), base, ULOC_LANG_CAPACITY, &status);
    if (U_FAILURE(status) || base[0] == '\0')
        return false;
    for (int32_t i = 0; i < uloc_countAvailable(); i++) {
        if (strcmp(uloc_getAvailable(i), base) == 0)
            return true;
    }
    return false;
}

/* Dates. */

static const UChar *const skeletons[DATE_FORM_COUNT] = {
    u"yMMMMd", u"yMMMMEEEEd", u"yMd", u"yMMMM", u"y", u"jm",
};

/* The skeleton's pattern with L, the month that stands alone, replaced by M: in the Solar Hijri
 * calendar L gives Iranian names in fa_AF. */
static int32_t best_pattern(UDateTimePatternGenerator *generator, DateForm form,
                            UChar pattern[TOOLS_MAX_UNITS], UErrorCode *status)
{
    int32_t count =
        udatpg_getBestPattern(generator, skeletons[form], -1, pattern, TOOLS_MAX_UNITS, status);
    if (U_FAILURE(*status))
        return 0;
    bool is_quoted = false;
    for (int32_t i = 0; i < count; i++) {
        is_quoted ^= pattern[i] == u'\'';
        if (pattern[i] == u'L' && !is_quoted)
            pattern[i] = u'M';
    }
    return count;
}

static void set_names(UDateFormat *format, UDateFormatSymbolType type, const Slice *names,
                      int32_t count, int32_t first, UErrorCode *status)
{
    for (int32_t i = 0; names != NULL && i < count; i++) {
        UChar units[TOOLS_MAX_UNITS];
        int32_t size = 0;
        u_strFromUTF8(units, TOOLS_MAX_UNITS, &size, names[i].at, (int32_t) names[i].size, status);
        udat_setSymbols(format, type, first + i, units, size, status);
    }
}

static UDateFormat *open_date(const LanguageFacts *facts, const Language *language,
                              Calendar calendar, const UChar *pattern, int32_t count,
                              UErrorCode *status)
{
    bool is_persian = calendar == CALENDAR_PERSIAN;
    Slice locale = language->locale;
    if (is_persian && facts->persian_locale.size > 0)
        locale = facts->persian_locale;
    char bytes[LOCALE_SIZE];
    full_locale(bytes, locale, is_persian ? "persian" : "gregorian", language->digits);
    UDateFormat *format =
        udat_open(UDAT_PATTERN, UDAT_PATTERN, bytes, u"Etc/UTC", -1, pattern, count, status);
    if (U_FAILURE(*status))
        return format;
    set_names(format, UDAT_MONTHS, is_persian ? facts->persian_months : facts->months, 12, 0,
              status);
    set_names(format, UDAT_WEEKDAYS, facts->weekdays, 7, 1, status);
    return format;
}

static void open_dates(LanguageTools *tools, const LanguageFacts *facts, const Language *language,
                       UErrorCode *status)
{
    UDateTimePatternGenerator *generator = NULL;
    char bytes[LOCALE_SIZE];
    full_locale(bytes, language->locale, "gregorian", language->digits);
    for (DateForm form = DATE_FORM_LONG; form < DATE_FORM_COUNT; form++) {
        UChar pattern[TOOLS_MAX_UNITS];
        int32_t count = 0;
        Slice own = facts->patterns[form];
        if (own.size == 0 && generator == NULL)
            generator = udatpg_open(bytes, status);
        if (own.size == 0)
            count = best_pattern(generator, form, pattern, status);
        else
            u_strFromUTF8(pattern, TOOLS_MAX_UNITS, &count, own.at, (int32_t) own.size, status);
        tools->dates[CALENDAR_GREGORIAN][form] =
            open_date(facts, language, CALENDAR_GREGORIAN, pattern, count, status);
        if (form != DATE_FORM_TIME)
            tools->dates[CALENDAR_PERSIAN][form] =
                open_date(facts, language, CALENDAR_PERSIAN, pattern, count, status);
    }
    udatpg_close(generator);
}

/* Numbers. */

static UNumberFormatter *open_number(const Language *language, const char *stem, uint32_t fraction,
                                     UErrorCode *status)
{
    char locale[LOCALE_SIZE];
    plain_locale(locale, language->locale);
    char skeleton[TOOLS_MAX_UNITS];
    int count = snprintf(skeleton, sizeof skeleton,
                         "%s numbering-system/%.*s rounding-mode-half-up sign-negative %s%.*s",
                         stem, SLICE_FORMAT(digits_keyword(language->digits)),
                         fraction == 0 ? "precision-integer" : ".", (int) fraction, "#########");
    if (count < 0 || count >= TOOLS_MAX_UNITS) {
        *status = U_BUFFER_OVERFLOW_ERROR;
        return NULL;
    }
    UChar units[TOOLS_MAX_UNITS];
    u_charsToUChars(skeleton, units, count);
    return unumf_openForSkeletonAndLocale(units, count, locale, status);
}

static void open_percent_sign(Arena *arena, LanguageTools *tools, const Language *language,
                              UErrorCode *status)
{
    char locale[LOCALE_SIZE];
    full_locale(locale, language->locale, "gregorian", language->digits);
    UNumberFormat *format = unum_open(UNUM_DECIMAL, NULL, 0, locale, NULL, status);
    UChar sign[16];
    int32_t count = 0;
    if (U_SUCCESS(*status))
        count = unum_getSymbol(format, UNUM_PERCENT_SYMBOL, sign, 16, status);
    if (U_SUCCESS(*status))
        tools->percent_sign = tools_slice(arena, sign, count);
    unum_close(format);
}

static void open_numbers(Arena *arena, LanguageTools *tools, const Language *language,
                         UErrorCode *status)
{
    tools->marks_percent = language->is_arabic_script && language->digits != DIGITS_ARAB;
    const char *percent = tools->marks_percent ? "scale/100" : "percent scale/100";
    for (uint32_t fraction = 0; fraction <= NUMBER_MAX_FRACTION; fraction++) {
        tools->numbers[fraction] = open_number(language, "", fraction, status);
        tools->plain[fraction] = open_number(language, "group-off", fraction, status);
        tools->percents[fraction] = open_number(language, percent, fraction, status);
    }
    open_percent_sign(arena, tools, language, status);
}

static void open_units(LanguageTools *tools, const LanguageFacts *facts, const Language *language,
                       UErrorCode *status)
{
    static const char *const names[UNIT_COUNT] = {
        "byte", "kilobyte", "megabyte", "gigabyte", "terabyte", "second", "minute", "hour", "day",
    };
    tools->unit_names = facts->units;
    if (facts->units != NULL)
        return;
    for (Unit unit = UNIT_BYTE; unit < UNIT_COUNT; unit++) {
        bool is_short = unit <= UNIT_TERABYTE && tools->script == SCRIPT_LATIN;
        char stem[TOOLS_MAX_UNITS];
        snprintf(stem, sizeof stem, "unit/%s unit-width-%s", names[unit],
                 is_short ? "short" : "full-name");
        tools->units[unit] = open_number(language, stem, unit == UNIT_BYTE ? 0 : 1, status);
    }
}

static void open_plurals(LanguageTools *tools, const LanguageFacts *facts, const Language *language,
                         UErrorCode *status)
{
    char locale[LOCALE_SIZE];
    plain_locale(locale, facts->plural_locale.size > 0 ? facts->plural_locale : language->locale);
    for (PluralKind kind = PLURAL_CARDINAL; kind < PLURAL_KIND_COUNT; kind++) {
        UPluralType type = kind == PLURAL_ORDINAL ? UPLURAL_TYPE_ORDINAL : UPLURAL_TYPE_CARDINAL;
        tools->plurals[kind] = uplrules_openForType(locale, type, status);
        if (U_FAILURE(*status))
            return;
        UEnumeration *keywords = uplrules_getKeywords(tools->plurals[kind], status);
        tools->plural_words[kind] = 1U << PLURAL_OTHER;
        const char *keyword;
        while (U_SUCCESS(*status) && (keyword = uenum_next(keywords, NULL, status)) != NULL) {
            PluralWord word;
            if (plural_find(slice_of_string(keyword), &word))
                tools->plural_words[kind] |= 1U << word;
        }
        uenum_close(keywords);
    }
}

/* Lists: what ICU puts between items is found by formatting three private characters. */

static Slice between(Arena *arena, const UChar *text, int32_t count, UChar left, UChar right)
{
    const UChar *start = u_memchr(text, left, count);
    const UChar *end = u_memchr(text, right, count);
    if (start == NULL || end == NULL || end < start)
        return SLICE(", ");
    UChar kept[TOOLS_MAX_UNITS];
    int32_t kept_count = 0;
    for (start++; start < end; start++) {
        if (*start != 0x200F && *start != 0x200E)
            kept[kept_count++] = *start;
    }
    return tools_slice(arena, kept, kept_count);
}

static void fill_list(Arena *arena, ListPattern *list, const char *locale, UListFormatterType type,
                      UErrorCode *status)
{
    static const UChar *const items[3] = {u"\uE000", u"\uE001", u"\uE002"};
    static const int32_t sizes[3] = {1, 1, 1};
    UListFormatter *formatter = ulistfmt_openForType(locale, type, ULISTFMT_WIDTH_WIDE, status);
    UChar text[TOOLS_MAX_UNITS];
    int32_t count = ulistfmt_format(formatter, items, sizes, 3, text, TOOLS_MAX_UNITS, status);
    if (U_SUCCESS(*status)) {
        list->middle = between(arena, text, count, 0xE000, 0xE001);
        list->last = between(arena, text, count, 0xE001, 0xE002);
    }
    count = ulistfmt_format(formatter, items, sizes, 2, text, TOOLS_MAX_UNITS, status);
    if (U_SUCCESS(*status))
        list->two = between(arena, text, count, 0xE000, 0xE001);
    ulistfmt_close(formatter);
}

static void open_lists(Arena *arena, Language *language, UErrorCode *status)
{
    static const UListFormatterType types[LIST_COUNT] = {
        ULISTFMT_TYPE_AND,
        ULISTFMT_TYPE_OR,
        ULISTFMT_TYPE_UNITS,
    };
    char locale[LOCALE_SIZE];
    plain_locale(locale, language->locale);
    for (ListKind kind = LIST_AND; kind < LIST_COUNT; kind++) {
        if (language->lists[kind].middle.size == 0)
            fill_list(arena, &language->lists[kind], locale, types[kind], status);
    }
}

/* Order. */

static Slice primary_key(Arena *arena, const UCollator *collator, Slice letter)
{
    int32_t count;
    UChar *units = tools_units(arena, letter, &count);
    uint8_t key[TOOLS_MAX_UNITS];
    int32_t size = ucol_getSortKey(collator, units, count, key, sizeof key);
    size_t primary = 0;
    while ((int32_t) primary < size && primary < sizeof key && key[primary] > 1)
        primary++;
    return slice_copy(arena, (Slice){(const char *) key, primary});
}

static void add_letter(Arena *arena, LanguageTools *tools, Slice letter, size_t *capacity)
{
    if (tools->letter_count == *capacity)
        tools->letters =
            arena_grow(arena, tools->letters, sizeof(IndexLetter), tools->letter_count, capacity);
    tools->letters[tools->letter_count++] =
        (IndexLetter){letter, primary_key(arena, tools->collator, letter)};
}

static void add_own_letters(Arena *arena, LanguageTools *tools, Slice letters, size_t *capacity)
{
    Slice rest = letters;
    while (rest.size > 0) {
        Slice letter;
        slice_cut(rest, ' ', &letter, &rest);
        add_letter(arena, tools, letter, capacity);
    }
}

/* One item of a set: letters from first to last, or a string of several that counts as one. */
static void add_item(Arena *arena, LanguageTools *tools, const USet *set, int32_t item,
                     size_t *capacity)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar32 first = 0;
    UChar32 last = -1;
    UChar text[16];
    int32_t count = uset_getItem(set, item, &first, &last, text, 16, &status);
    if (U_FAILURE(status))
        return;
    if (count >= 2) {
        add_letter(arena, tools, tools_slice(arena, text, count), capacity);
        return;
    }
    for (UChar32 letter = first; letter <= last; letter++) {
        char bytes[UTF8_MAX_SIZE];
        size_t size = utf8_encode((uint32_t) letter, bytes);
        add_letter(arena, tools, slice_copy(arena, (Slice){bytes, size}), capacity);
    }
}

static void add_exemplars(Arena *arena, LanguageTools *tools, const char *locale, size_t *capacity,
                          UErrorCode *status)
{
    ULocaleData *data = ulocdata_open(locale, status);
    USet *set = ulocdata_getExemplarSet(data, NULL, 0, ULOCDATA_ES_INDEX, status);
    int32_t count = U_SUCCESS(*status) ? uset_getItemCount(set) : 0;
    for (int32_t i = 0; i < count; i++)
        add_item(arena, tools, set, i, capacity);
    uset_close(set);
    ulocdata_close(data);
}

static int compare_letters(const void *left, const void *right)
{
    const IndexLetter *a = left;
    const IndexLetter *b = right;
    int order = slice_compare(a->key, b->key);
    return order != 0 ? order : slice_compare(a->letter, b->letter);
}

/* In order, and of letters that count as the same only the first. */
static void sort_letters(LanguageTools *tools)
{
    if (tools->letter_count == 0)
        return;
    qsort(tools->letters, tools->letter_count, sizeof(IndexLetter), compare_letters);
    size_t kept = 1;
    for (size_t i = 1; i < tools->letter_count; i++) {
        if (!slice_equal(tools->letters[i].key, tools->letters[kept - 1].key))
            tools->letters[kept++] = tools->letters[i];
    }
    tools->letter_count = kept;
}

/* A collator with rules of our own behind those of its locale. */
static UCollator *add_rules(Arena *arena, UCollator *collator, Slice rules, UErrorCode *status)
{
    int32_t base_count;
    const UChar *base = ucol_getRules(collator, &base_count);
    int32_t own_count;
    const UChar *own = tools_units(arena, rules, &own_count);
    UChar *all = ARENA_ARRAY(arena, UChar, (size_t) (base_count + own_count));
    u_memcpy(all, base, base_count);
    u_memcpy(all + base_count, own, own_count);
    UCollator *tailored =
        ucol_openRules(all, base_count + own_count, UCOL_DEFAULT, UCOL_DEFAULT, NULL, status);
    ucol_close(collator);
    return tailored;
}

static void open_order(Arena *arena, LanguageTools *tools, const LanguageFacts *facts,
                       const Language *language, UErrorCode *status)
{
    char locale[LOCALE_SIZE];
    plain_locale(locale, facts->order_locale.size > 0 ? facts->order_locale : language->locale);
    tools->collator = ucol_open(locale, status);
    if (U_FAILURE(*status))
        return;
    if (facts->order_rules.size > 0)
        tools->collator = add_rules(arena, tools->collator, facts->order_rules, status);
    ucol_setAttribute(tools->collator, UCOL_ALTERNATE_HANDLING, UCOL_SHIFTED, status);
    size_t capacity = 0;
    if (facts->letters.size > 0)
        add_own_letters(arena, tools, facts->letters, &capacity);
    else
        add_exemplars(arena, tools, locale, &capacity, status);
    sort_letters(tools);
    tools->script =
        tools->letter_count > 0 ? unicode_first_script(tools->letters[0].letter) : SCRIPT_LATIN;
}

LanguageTools *tools_open(Arena *arena, const LanguageFacts *facts, Language *language)
{
    LanguageTools *tools = ARENA_NEW(arena, LanguageTools);
    UErrorCode status = U_ZERO_ERROR;
    open_order(arena, tools, facts, language, &status);
    open_dates(tools, facts, language, &status);
    if (U_SUCCESS(status))
        form_read_all(arena, tools, language->digits);
    open_numbers(arena, tools, language, &status);
    open_units(tools, facts, language, &status);
    open_plurals(tools, facts, language, &status);
    open_lists(arena, language, &status);
    if (U_SUCCESS(status))
        return tools;
    tools_close(tools);
    return NULL;
}

void tools_close(const LanguageTools *tools)
{
    if (tools == NULL)
        return;
    for (Calendar calendar = CALENDAR_DEFAULT; calendar < CALENDAR_COUNT; calendar++) {
        for (DateForm form = DATE_FORM_LONG; form < DATE_FORM_COUNT; form++)
            udat_close(tools->dates[calendar][form]);
    }
    for (uint32_t fraction = 0; fraction <= NUMBER_MAX_FRACTION; fraction++) {
        unumf_close(tools->numbers[fraction]);
        unumf_close(tools->plain[fraction]);
        unumf_close(tools->percents[fraction]);
    }
    for (Unit unit = UNIT_BYTE; unit < UNIT_COUNT; unit++)
        unumf_close(tools->units[unit]);
    for (PluralKind kind = PLURAL_CARDINAL; kind < PLURAL_KIND_COUNT; kind++)
        uplrules_close(tools->plurals[kind]);
    ucol_close(tools->collator);
}
