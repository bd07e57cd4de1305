/* Words, marks and widths that the printed forms of a report share. */
#include "base/report_form.h"

#include "base/utf8.h"

static const Slice sentences[][2] = {
#define X(code, severity, name, english, persian) {SLICE_INIT(english), SLICE_INIT(persian)},
    DIAGNOSTIC_CODES(X)
#undef X
};

Slice report_severity_name(Severity severity)
{
    switch (severity) {
    case SEVERITY_ERROR:
        return SLICE("error");
    case SEVERITY_WARNING:
        return SLICE("warning");
    case SEVERITY_NOTE:
    case SEVERITY_OFF:
        return SLICE("note");
    }
    return SLICE("note");
}

static bool needs_mark(uint32_t letter)
{
    return letter < 0x20 || (letter >= 0x7F && letter < 0xA0) || utf8_is_invisible(letter) ||
           (letter & 0xFFFE) == 0xFFFE;
}

/* The name between ⟨ and ⟩: of the characters that people know by name, else the number. */
static Slice mark_name(uint32_t letter, char number[16])
{
    static const struct {
        uint32_t letter;
        Slice name;
    } names[] = {
        {0x061C, SLICE_INIT("ALM")}, {0x200C, SLICE_INIT("ZWNJ")}, {0x200E, SLICE_INIT("LRM")},
        {0x200F, SLICE_INIT("RLM")}, {0x2066, SLICE_INIT("LRI")},  {0x2067, SLICE_INIT("RLI")},
        {0x2068, SLICE_INIT("FSI")}, {0x2069, SLICE_INIT("PDI")},
    };
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (names[i].letter == letter)
            return names[i].name;
    }
    int size = snprintf(number, 16, "U+%04X", letter);
    return (Slice){number, (size_t) size};
}

void report_add_shown(Buffer *out, Slice text)
{
    size_t start = 0;
    for (size_t i = 0; i < text.size;) {
        size_t place = i;
        uint32_t letter = utf8_next(text, &i);
        if (!needs_mark(letter))
            continue;
        buffer_add(out, slice_part(text, start, place));
        start = i;
        char number[16];
        if (letter == '\t') {
            buffer_add_byte(out, ' ');
            continue;
        }
        buffer_add(out, SLICE("⟨"));
        buffer_add(out, mark_name(letter, number));
        buffer_add(out, SLICE("⟩"));
    }
    buffer_add(out, slice_from(text, start));
}

void report_add_quoted(Buffer *out, Slice text, const ReportStyle *style)
{
    if (style->form == REPORT_JSON) {
        buffer_add(out, text);
        return;
    }
    bool is_isolated = style->is_terminal && style->form != REPORT_GITHUB;
    if (is_isolated)
        buffer_add(out, SLICE("\u2068"));
    report_add_shown(out, text);
    if (is_isolated)
        buffer_add(out, SLICE("\u2069"));
}

typedef struct LetterRange {
    uint32_t first, last;
} LetterRange;

static bool is_within(uint32_t letter, const LetterRange *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (letter >= ranges[i].first && letter <= ranges[i].last)
            return true;
    }
    return false;
}

static size_t letter_width(uint32_t letter)
{
    /* Marks that stand on the letter before: the scripts of our portals and their neighbours. */
    static const LetterRange narrow[] = {
        {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C2},
        {0x05C4, 0x05C5}, {0x0610, 0x061A}, {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06DC},
        {0x06DF, 0x06E4}, {0x06E7, 0x06E8}, {0x06EA, 0x06ED}, {0x08D3, 0x08FF}, {0x0900, 0x0902},
        {0x093C, 0x093C}, {0x0941, 0x0948}, {0x094D, 0x094D}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
        {0x20D0, 0x20FF}, {0xFE20, 0xFE2F},
    };
    /* East Asian Wide and Fullwidth, and emoji. */
    static const LetterRange wide[] = {
        {0x1100, 0x115F},   {0x231A, 0x231B},   {0x23E9, 0x23EC},   {0x2614, 0x2615},
        {0x2648, 0x2653},   {0x26AA, 0x26AB},   {0x26BD, 0x26BE},   {0x26C4, 0x26C5},
        {0x2705, 0x2705},   {0x270A, 0x270B},   {0x2728, 0x2728},   {0x274C, 0x274C},
        {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},   {0x2B1B, 0x2B1C},
        {0x2B50, 0x2B50},   {0x2B55, 0x2B55},   {0x2E80, 0x303E},   {0x3041, 0x33FF},
        {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xA960, 0xA97F},
        {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},   {0x1F004, 0x1F004}, {0x1F18E, 0x1F18E}, {0x1F191, 0x1F19A},
        {0x1F200, 0x1F320}, {0x1F32D, 0x1F335}, {0x1F337, 0x1F393}, {0x1F3A0, 0x1F3CA},
        {0x1F3E0, 0x1F3F0}, {0x1F3F8, 0x1F43E}, {0x1F440, 0x1F4FC}, {0x1F4FF, 0x1F53D},
        {0x1F54B, 0x1F567}, {0x1F5FB, 0x1F64F}, {0x1F680, 0x1F6C5}, {0x1F6D0, 0x1F6DF},
        {0x1F6EB, 0x1F6EC}, {0x1F6F4, 0x1F6FC}, {0x1F7E0, 0x1F7EB}, {0x1F90C, 0x1F9FF},
        {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
    };
    if (letter < 0x300)
        return 1;
    if (is_within(letter, narrow, sizeof(narrow) / sizeof(narrow[0])))
        return 0;
    return is_within(letter, wide, sizeof(wide) / sizeof(wide[0])) ? 2 : 1;
}

size_t report_shown_width(Slice text)
{
    size_t width = 0;
    for (size_t i = 0; i < text.size;) {
        uint32_t letter = utf8_next(text, &i);
        char number[16];
        if (letter != '\t' && needs_mark(letter))
            width += mark_name(letter, number).size + 2;
        else
            width += letter_width(letter);
    }
    return width;
}

bool report_has_right_to_left(Slice text)
{
    static const LetterRange ranges[] = {
        {0x0590, 0x08FF},   {0xFB1D, 0xFDFF},   {0xFE70, 0xFEFC},
        {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF},
    };
    for (size_t i = 0; i < text.size;) {
        if (is_within(utf8_next(text, &i), ranges, sizeof(ranges) / sizeof(ranges[0])))
            return true;
    }
    return false;
}

Slice diagnostic_sentence(DiagnosticCode code, bool is_persian)
{
    return sentences[code][is_persian];
}

void report_add_sentence(Buffer *out, const ReportEntry *entry, const ReportStyle *style)
{
    Slice rest = sentences[entry->code][style->is_persian];
    for (size_t brace; slice_find_byte(rest, '{', &brace);) {
        buffer_add(out, slice_to(rest, brace));
        rest = slice_from(rest, brace + 1);
        uint32_t word = rest.size > 1 ? (uint32_t) (rest.at[0] - '0') : REPORT_MAX_WORDS;
        if (word < REPORT_MAX_WORDS && rest.at[1] == '}') {
            report_add_quoted(out, entry->words[word], style);
            rest = slice_from(rest, 2);
        } else {
            buffer_add_byte(out, '{'); // a brace that is part of the sentence
        }
    }
    buffer_add(out, rest);
}

static void add_name(Buffer *out, Slice name, const ReportStyle *style)
{
    buffer_add(out, style->is_persian ? SLICE("«") : SLICE("“"));
    report_add_quoted(out, name, style);
    buffer_add(out, style->is_persian ? SLICE("»") : SLICE("”"));
}

bool report_has_suggestion(const ReportEntry *entry)
{
    return entry->suggestion.size > 0 || entry->suggestions[0].size > 0;
}

void report_add_suggestion(Buffer *out, const ReportEntry *entry, const ReportStyle *style)
{
    if (entry->suggestion.size > 0) {
        buffer_add(out, style->is_persian ? SLICE("منظورتان ") : SLICE("did you mean "));
        add_name(out, entry->suggestion, style);
        buffer_add(out, style->is_persian ? SLICE(" بود؟") : SLICE("?"));
        return;
    }
    for (size_t i = 0; i < 3 && entry->suggestions[i].size > 0; i++) {
        Slice comma = style->is_persian ? SLICE("، ") : SLICE(", ");
        Slice nearest =
            style->is_persian ? SLICE("نزدیک\u200cترین نام\u200cها: ") : SLICE("nearest: ");
        buffer_add(out, i == 0 ? nearest : comma);
        add_name(out, entry->suggestions[i], style);
    }
}

void report_add_count(Buffer *out, size_t count, const ReportStyle *style)
{
    char digits[24];
    int size = snprintf(digits, sizeof(digits), "%zu", count);
    for (int i = 0; i < size; i++) {
        if (style->is_persian)
            buffer_add_code_point(out, 0x06F0u + (uint32_t) (digits[i] - '0'));
        else
            buffer_add_byte(out, digits[i]);
    }
}

/* Blanks that are asked for would not be seen. */
static void add_spaces(Buffer *out, size_t count, const ReportStyle *style)
{
    report_add_count(out, count, style);
    buffer_add(out, style->is_persian ? SLICE(" فاصله")
                    : count == 1      ? SLICE(" space")
                                      : SLICE(" spaces"));
}

void report_add_repaired(Buffer *out, const ReportEntry *entry, const ReportStyle *style)
{
    buffer_add(out, style->is_persian ? SLICE("بنویسید: ") : SLICE("write: "));
    if (slice_trim(entry->repaired).size == 0)
        add_spaces(out, entry->repaired.size, style);
    else
        report_add_quoted(out, entry->repaired, style);
}

void report_add_fix_label(Buffer *out, const ReportEntry *entry, const ReportStyle *style)
{
    if (entry->fix_label.size > 0 || entry->edit_count != 1) {
        report_add_quoted(out, entry->fix_label, style);
        return;
    }
    Slice text = entry->edits[0].text;
    if (text.size == 0) {
        buffer_add(out, style->is_persian ? SLICE("پاک کنید") : SLICE("remove it"));
        return;
    }
    buffer_add(out, style->is_persian ? SLICE("بنویسید ") : SLICE("write "));
    if (slice_trim(text).size == 0)
        add_spaces(out, text.size, style);
    else
        add_name(out, text, style);
}

bool report_is_fixable(const ReportEntry *entry)
{
    // The command never edits templates.
    return entry->edit_count > 0 && entry->is_safe_fix &&
           !slice_starts(entry->path, SLICE("templates/"));
}
