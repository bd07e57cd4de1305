/* The reach of a foreign phrase: as far as its words go, with the marks that belong to it, and
 * never through one half of a pair of brackets. */
#include "text/foreign.h"

#include "text/locator.h"
#include "text/numeric.h"

#include <string.h>

#define BRACKET_MAX_DEPTH 32
#define ABBREVIATION_MAX_SIZE 4

static bool is_latin_capital(uint32_t code)
{
    return (code >= 'A' && code <= 'Z');
}

static bool is_listed_abbreviation(const Letters *letters, size_t start, size_t size)
{
    static const char listed[][ABBREVIATION_MAX_SIZE + 1] = {
        "Mrs", "vs", "etc", "Inc", "Ltd", "Prof", "Jr", "Sr", "vol", "No", "pp", "ed", "al"};
    char word[ABBREVIATION_MAX_SIZE + 1] = {0};
    if (size > ABBREVIATION_MAX_SIZE)
        return false;
    for (size_t i = 0; i < size; i++) {
        if (letters->codes[start + i] >= 0x80)
            return false;
        word[i] = (char) letters->codes[start + i];
    }
    for (size_t i = 0; i < sizeof(listed) / sizeof(listed[0]); i++)
        if (strcmp(listed[i], word) == 0)
            return true;
    return false;
}

/* True when the full stop at `stop` may belong to the word before it. */
static bool is_abbreviation(const Letters *letters, size_t stop)
{
    size_t start = stop;
    while (start > 0 && (letters->classes[start - 1] & CLASS_L))
        start--;
    const size_t size = stop - start;
    return size <= 1 || (size == 2 && is_latin_capital(letters->codes[start])) ||
           is_listed_abbreviation(letters, start, size);
}

static bool stops_phrase(const Letters *letters, size_t position, bool has_turned)
{
    const uint32_t class = letters->classes[position];
    if (class & CLASS_L)
        return false;
    if (class & (CLASS_R | CLASS_BREAK))
        return true;
    switch (letters->codes[position]) {
    case 0x60C:  /* ، */
    case 0xAB:   /* « */
    case 0xBB:   /* » */
    case 0x2026: /* … */
        return true;
    case 0x66B:
    case 0x66C:
        return !(letters_class_before(letters, position) & CLASS_DIGIT) ||
               !(letters_class(letters, position + 1) & CLASS_DIGIT);
    case '.':
        return has_turned && (letters_class(letters, position + 1) & CLASS_SPACE) &&
               !is_abbreviation(letters, position);
    default:
        return (class & CLASS_AN) != 0;
    }
}

/* Behind the last letter or number of the phrase that begins at `start`. */
static size_t end_of_extent(const Letters *letters, size_t start, bool has_turned)
{
    size_t end = start, position = start;
    while (position < letters->count && !stops_phrase(letters, position, has_turned)) {
        const uint32_t class = letters->classes[position];
        size_t next = position + 1;
        bool counts = (class & (CLASS_L | CLASS_EN)) || ((class & CLASS_NSM) && end == position);
        if ((class & CLASS_L) && !(letters_class_before(letters, position) & CLASS_L) &&
            locator_match(letters, position, &next))
            counts = true;
        else if (class & CLASS_DIGIT) {
            next = numeric_end_of_number(letters, position);
            const uint32_t code = letters_code(letters, next);
            if (code == 0x66A)
                break;
            counts = code != '%' || (letters_class(letters, next + 1) & CLASS_L);
        }
        if (counts)
            end = next;
        position = next;
    }
    return end;
}

static uint32_t closer_of(uint32_t opener)
{
    switch (opener) {
    case '(':
        return ')';
    case '[':
        return ']';
    case '{':
        return '}';
    case 0x201C: /* “ */
        return 0x201D;
    case 0x2018: /* ‘ */
        return 0x2019;
    default:
        return 0;
    }
}

static bool is_quotation(uint32_t code)
{
    return code == 0x2018 || code == 0x2019 || code == 0x201C || code == 0x201D;
}

/* Moves an end that was cut back behind the last letter or digit. */
static size_t settle(const Letters *letters, size_t start, size_t end)
{
    while (end > start + 1 &&
           !(letters->classes[end - 1] & (CLASS_L | CLASS_R | CLASS_DIGIT | CLASS_EN)))
        end--;
    return end;
}

/* True when the bracket that is open closes right behind the phrase. */
static bool closes_behind(const Letters *letters, size_t end, uint32_t opener)
{
    for (;; end++) {
        const uint32_t code = letters_code(letters, end);
        if (code == closer_of(opener))
            return true;
        if (code != '+' && code != '?' && code != '!' && code != '.')
            return false;
    }
}

/* The first bracket of start … end whose other half is not there; `end` when there is none. */
static size_t find_half(const Letters *letters, size_t start, size_t end)
{
    size_t open[BRACKET_MAX_DEPTH];
    size_t depth = 0;
    if (!(letters->mask & (CLASS_OPENER | CLASS_CLOSER)))
        return end;
    for (size_t i = start; i < end; i++) {
        const uint32_t code = letters->codes[i];
        if (!(letters->classes[i] & (CLASS_OPENER | CLASS_CLOSER)) || is_quotation(code))
            continue;
        if (letters->classes[i] & CLASS_OPENER) {
            if (depth == BRACKET_MAX_DEPTH)
                return open[0];
            open[depth++] = i;
        } else if (depth > 0 && closer_of(letters->codes[open[depth - 1]]) == code)
            depth--;
        else
            return depth > 0 ? open[0] : i;
    }
    if (depth == 0 || (depth == 1 && closes_behind(letters, end, letters->codes[open[0]])))
        return end;
    return open[0];
}

/* A phrase never holds one half of a pair. A cut may leave half of another, so it is looked at
 * again; a text that goes on like this is no text, and its phrase is one letter. */
static size_t cut_at_brackets(const Letters *letters, size_t start, size_t end)
{
    for (size_t i = 0; i < BRACKET_MAX_DEPTH; i++) {
        const size_t half = find_half(letters, start, end);
        if (half == end)
            return end;
        end = settle(letters, start, half);
    }
    return start + 1;
}

/* True when the closer `code` ends a pair that was opened in start … end and not closed there. */
static bool has_partner_inside(const Letters *letters, size_t start, size_t end, uint32_t code)
{
    size_t depth = 0;
    for (size_t i = end; i > start; i--) {
        if (letters->codes[i - 1] == code)
            depth++;
        else if ((letters->classes[i - 1] & CLASS_OPENER) &&
                 closer_of(letters->codes[i - 1]) == code && depth-- == 0)
            return true;
    }
    return false;
}

/* True when the opener before start … end is closed inside by a mark without partner there. */
static bool has_closer_inside(const Letters *letters, size_t start, size_t end, uint32_t opener)
{
    const uint32_t closer = closer_of(opener);
    size_t depth = 0;
    for (size_t i = start; i < end; i++) {
        if (letters->codes[i] == opener)
            depth++;
        else if (letters->codes[i] == closer && depth-- == 0)
            return true;
    }
    return false;
}

static bool is_trailing_mark(const Letters *letters, size_t position)
{
    switch (letters_code(letters, position)) {
    case '+':
    case '#':
    case '%':
    case 0xB0:   /* ° */
    case 0x2122: /* ™ */
    case 0xAE:   /* ® */
    case '\\':
    case '_':
    case '=':
    case '&':
    case '`':
    case 0x2032: /* ′ */
    case 0x2033: /* ″ */
    case '?':
        return true;
    case '/':
        return !(letters_class(letters, position + 1) & CLASS_R);
    default:
        return (letters_class(letters, position) & CLASS_CURRENCY) != 0;
    }
}

/* True when start … end ends in a full stop and one letter, as U.S does. */
static bool ends_in_initial(const Letters *letters, size_t start, size_t end)
{
    return end >= start + 3 && (letters->classes[end - 1] & CLASS_L) &&
           letters->codes[end - 2] == '.';
}

/* True when the closer at `end` belongs to a pair opened in start … end. */
static bool closes_inside(const Letters *letters, size_t start, size_t end)
{
    return (letters_class(letters, end) & CLASS_CLOSER) &&
           has_partner_inside(letters, start, end, letters->codes[end]);
}

static size_t grow_right(const Letters *letters, size_t start, size_t end)
{
    size_t pair_count = 0;
    for (; end < letters->count && pair_count < BRACKET_MAX_DEPTH; end++) {
        const uint32_t code = letters->codes[end];
        if (is_trailing_mark(letters, end) || (code == '.' && ends_in_initial(letters, start, end)))
            continue;
        const bool closes = closes_inside(letters, start, end);
        const uint32_t next = letters_code(letters, end + 1);
        const bool calls = code == '!' && (letters_class(letters, end + 1) & CLASS_CLOSER) &&
                           has_partner_inside(letters, start, end, next);
        if (!closes && !calls)
            break;
        pair_count++;
    }
    return end;
}

static bool is_leading_mark(const Letters *letters, size_t position)
{
    switch (letters->codes[position]) {
    case '@':
    case '#':
    case '.':
    case '/':
    case '~':
    case '\\':
    case '_':
    case '+':
    case '&':
        return true;
    default:
        return (letters->classes[position] & CLASS_CURRENCY) != 0;
    }
}

/* True when a leading mark with `position` before it may begin a phrase. */
static bool lets_mark_lead(const Letters *letters, size_t position, size_t floor)
{
    if (position == floor ||
        (letters_class_before(letters, position) & (CLASS_SPACE | CLASS_BREAK | CLASS_DIGIT)))
        return true;
    switch (letters_code_before(letters, position)) {
    case '(':
    case 0xAB: /* « */
    case '"':
    case 0x201C: /* “ */
    case '/':
    case '\\':
    case '.':
    case '~':
    case '-':
    case 0x60C: /* ، */
        return true;
    default:
        return false;
    }
}

/* True when the hyphen before `start` begins an option (-v, --help) or joins a number. */
static bool lets_hyphen_lead(const Letters *letters, size_t start, size_t floor)
{
    const size_t before = start - 1;
    const uint32_t first = letters->codes[start];
    if (letters_code_before(letters, before) == '-' || first == '-' ||
        (before > floor && (letters->classes[before - 1] & CLASS_DIGIT)))
        return true;
    const bool is_free =
        before == floor || (letters_class_before(letters, before) & (CLASS_SPACE | CLASS_BREAK));
    const bool after_number =
        before >= 2 && (letters->classes[before - 2] & CLASS_DIGIT) && before != floor;
    return is_free && !after_number && first >= 'a' && first <= 'z';
}

static size_t start_of_digits(const Letters *letters, size_t end, size_t floor)
{
    while (end > floor && (letters->classes[end - 1] & CLASS_DIGIT))
        end--;
    return end;
}

/* True when the opener before `start` is closed inside the phrase. */
static bool opens_inside(const Letters *letters, size_t start, size_t end)
{
    return (letters_class_before(letters, start) & CLASS_OPENER) &&
           has_closer_inside(letters, start, end, letters->codes[start - 1]);
}

static size_t grow_left(const Letters *letters, size_t start, size_t end, size_t floor)
{
    size_t pair_count = 0;
    while (start > floor && pair_count < BRACKET_MAX_DEPTH) {
        const size_t before = start - 1;
        if (letters->classes[before] & CLASS_DIGIT) {
            const size_t digits = start_of_digits(letters, start, floor);
            if (class_is_turned(letters_class_before(letters, digits)))
                break;
            start = digits;
            continue;
        }
        const bool leads =
            (is_leading_mark(letters, before) && lets_mark_lead(letters, before, floor)) ||
            (letters->codes[before] == '-' && lets_hyphen_lead(letters, start, floor));
        if (!leads && !opens_inside(letters, start, end))
            break;
        pair_count += !leads;
        start = before;
    }
    return start;
}

/* Takes in the quotation marks “…” or ‘…’ that stand right around the phrase. */
static void take_quotes(const Letters *letters, size_t floor, size_t *start, size_t *end)
{
    const uint32_t opener = *start > floor ? letters->codes[*start - 1] : 0;
    if (opener != 0x201C && opener != 0x2018)
        return;
    const uint32_t code = letters_code(letters, *end);
    const size_t closer = *end + (code == '!' || code == '.' || code == ',' ? 1 : 0);
    if (letters_code(letters, closer) != closer_of(opener))
        return;
    --*start;
    *end = closer + 1;
}

static bool holds_space(const Letters *letters, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
        if (letters->classes[i] & CLASS_SPACE)
            return true;
    return false;
}

static bool is_mail(const Letters *letters, size_t start, size_t end)
{
    size_t at_count = 0;
    bool has_stop = false;
    if (!(letters->wakes & WAKE_NAME))
        return false;
    for (size_t i = start; i < end; i++) {
        at_count += letters->codes[i] == '@';
        has_stop = has_stop || (at_count > 0 && letters->codes[i] == '.');
    }
    return at_count == 1 && has_stop && letters->codes[start] != '@' &&
           !holds_space(letters, start, end);
}

static TokenKind kind_of(const Letters *letters, size_t start, size_t end)
{
    const uint32_t first = letters->codes[start];
    if (is_mail(letters, start, end))
        return TOKEN_MAIL;
    if (first == '@' || first == '#')
        return TOKEN_TAG;
    if (first == '/' || first == '~' || first == '.')
        return TOKEN_PATH;
    const bool is_drive = end - start > 2 && (letters->classes[start] & CLASS_L) &&
                          letters->codes[start + 1] == ':' && letters->codes[start + 2] == '\\';
    return is_drive ? TOKEN_PATH : TOKEN_PHRASE;
}

static Token make_token(TokenKind kind, size_t start, size_t end)
{
    return (Token){.start = (uint32_t) start, .end = (uint32_t) end, .kind = (uint8_t) kind};
}

Token foreign_match_ltr(ForeignScan *scan, size_t position)
{
    const Letters *letters = scan->letters;
    if (position >= scan->extent_end)
        scan->extent_end = end_of_extent(letters, position, scan->has_turned);
    size_t end = cut_at_brackets(letters, position, scan->extent_end);
    end = grow_right(letters, position, end);
    size_t start = grow_left(letters, position, end, scan->floor);
    take_quotes(letters, scan->floor, &start, &end);
    return make_token(kind_of(letters, start, end), start, end);
}

static bool is_persian_digit(const Letters *letters, size_t position)
{
    return (letters->classes[position] & (CLASS_DIGIT | CLASS_LATIN_DIGIT)) == CLASS_DIGIT;
}

static size_t end_of_rtl_extent(const Letters *letters, size_t start)
{
    size_t end = start;
    for (size_t i = start; i < letters->count; i++) {
        const uint32_t class = letters->classes[i];
        if ((class & (CLASS_L | CLASS_BREAK)) || letters->codes[i] == ',' ||
            letters->codes[i] == ';')
            break;
        if ((class & CLASS_R) || is_persian_digit(letters, i) ||
            ((class & (CLASS_NSM | CLASS_JOINER)) && end == i))
            end = i + 1;
    }
    return end;
}

Token foreign_match_rtl(ForeignScan *scan, size_t position)
{
    const Letters *letters = scan->letters;
    if (position >= scan->extent_end)
        scan->extent_end = end_of_rtl_extent(letters, position);
    size_t start = position;
    size_t end = cut_at_brackets(letters, position, scan->extent_end);
    size_t pair_count = 0;
    for (; pair_count < BRACKET_MAX_DEPTH; end++) {
        if (letters_code(letters, end) == 0x66A)
            continue;
        if (!closes_inside(letters, start, end))
            break;
        pair_count++;
    }
    for (pair_count = 0; start > scan->floor && pair_count < BRACKET_MAX_DEPTH; start--) {
        if (letters->codes[start - 1] == '#')
            continue;
        if (!opens_inside(letters, start, end))
            break;
        pair_count++;
    }
    return make_token(letters->codes[start] == '#' ? TOKEN_TAG : TOKEN_PHRASE, start, end);
}
