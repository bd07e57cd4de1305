/* Numbers and what belongs to them, told apart by form alone. */
#include "text/numeric.h"

#include <string.h>

#define PHONE_MIN_DIGITS 7
#define PHONE_MAX_DIGITS 15
#define PHONE_SINGLE_GROUP 10 /* digits that make one group a phone */
#define LOCAL_PHONE_MIN_DIGITS 8
#define LOCAL_PHONE_FULL_DIGITS 11 /* no further group is taken */
#define LOCAL_PHONE_MAX_DIGITS 12
#define UNIT_MAX_SIZE 4
#define NUMBER_MAX_GROUPS 32 /* longer chains are nothing a reader could take in */

static bool is_hyphen(uint32_t code)
{
    return code == '-' || code == 0x2011;
}

static bool is_digit(const Letters *letters, size_t position)
{
    return (letters_class(letters, position) & CLASS_DIGIT) != 0;
}

static size_t end_of_digits(const Letters *letters, size_t position)
{
    return letters_skip(letters, position, CLASS_DIGIT);
}

static bool is_separator(uint32_t code)
{
    return code == '.' || code == ',' || code == ':' || code == '/' || code == 0x66B ||
           code == 0x66C;
}

size_t numeric_end_of_number(const Letters *letters, size_t position)
{
    size_t end = end_of_digits(letters, position);
    for (size_t i = 1; i < NUMBER_MAX_GROUPS; i++) {
        if (!is_separator(letters_code(letters, end)) || !is_digit(letters, end + 1))
            break;
        end = end_of_digits(letters, end + 1);
    }
    return end;
}

bool numeric_is_glued(const Letters *letters, size_t end)
{
    const uint32_t code = letters_code(letters, end);
    if ((letters_class(letters, end) & CLASS_L) || code == '_')
        return true;
    return (code == '-' || code == '+' || code == '.' || code == '/') &&
           (letters_class(letters, end + 1) & CLASS_L);
}

bool numeric_may_start(const Letters *letters, size_t position)
{
    return !(letters_class_before(letters, position) & (CLASS_L | CLASS_DIGIT)) &&
           letters_code_before(letters, position) != '_';
}

static bool is_open(const Letters *letters, size_t position)
{
    if (letters_class_before(letters, position) & (CLASS_SPACE | CLASS_BREAK))
        return true;
    switch (letters_code_before(letters, position)) {
    case '(':
    case '[':
    case '"':
    case 0xAB:   /* « */
    case 0x60C:  /* ، */
    case 0x201C: /* “ */
        return true;
    default:
        return false;
    }
}

static bool joins_phone(uint32_t code)
{
    return code == ' ' || code == 0xA0 || is_hyphen(code) || code == '.';
}

/* One group of digits, in brackets or not; false when none begins at *at. */
static bool take_phone_group(const Letters *letters, size_t *at, bool *is_bracketed,
                             size_t *digit_count)
{
    size_t position = *at;
    if (letters_code(letters, position) == '(' && !*is_bracketed) {
        *is_bracketed = true;
        position++;
    }
    const size_t end = end_of_digits(letters, position);
    if (end == position)
        return false;
    *digit_count += end - position;
    *at = end;
    if (*is_bracketed && letters_code(letters, end) == ')') {
        *is_bracketed = false;
        *at = end + 1;
    }
    return true;
}

/* Where the next group begins behind `end`; false when none does. */
static bool find_phone_group(const Letters *letters, size_t end, size_t *ret_start)
{
    const bool is_joined = joins_phone(letters_code(letters, end));
    const size_t next = is_joined ? end + 1 : end;
    const bool opens = letters_code(letters, next) == '(' && is_digit(letters, next + 1);
    const bool follows = is_joined || letters_code_before(letters, end) == ')';
    if (!opens && !(follows && is_digit(letters, next)))
        return false;
    *ret_start = next;
    return true;
}

bool numeric_match_international_phone(const Letters *letters, size_t position, size_t *ret_end)
{
    if (!is_open(letters, position))
        return false;
    bool is_bracketed = letters_code(letters, position) == '(';
    size_t at = position + (is_bracketed ? 1 : 0);
    if (letters_code(letters, at) != '+')
        return false;
    at++;
    if (letters_class(letters, at) & CLASS_SPACE)
        at++;
    size_t digit_count = 0, group_count = 0;
    while (take_phone_group(letters, &at, &is_bracketed, &digit_count)) {
        group_count++;
        if (digit_count > PHONE_MAX_DIGITS || !find_phone_group(letters, at, &at))
            break;
    }
    if (is_bracketed || digit_count < PHONE_MIN_DIGITS || digit_count > PHONE_MAX_DIGITS ||
        (group_count < 2 && digit_count < PHONE_SINGLE_GROUP))
        return false;
    *ret_end = at;
    return true;
}

static bool match_local_phone(const Letters *letters, size_t position, size_t *ret_end)
{
    const uint32_t first = letters_code(letters, position);
    if (first != '0' && first != 0x6F0 && first != 0x660)
        return false;
    size_t end = end_of_digits(letters, position);
    size_t digit_count = end - position, group_count = 1;
    while (digit_count < LOCAL_PHONE_FULL_DIGITS) {
        const uint32_t joiner = letters_code(letters, end);
        if ((joiner != ' ' && joiner != 0xA0 && !is_hyphen(joiner)) || !is_digit(letters, end + 1))
            break;
        const size_t start = end + 1;
        end = end_of_digits(letters, start);
        digit_count += end - start;
        group_count++;
    }
    *ret_end = end;
    return group_count >= 2 && digit_count >= LOCAL_PHONE_MIN_DIGITS &&
           digit_count <= LOCAL_PHONE_MAX_DIGITS;
}

/* Exactly `count` digits at *at. */
static bool take_digits(const Letters *letters, size_t *at, size_t count)
{
    const size_t end = end_of_digits(letters, *at);
    if (end - *at != count)
        return false;
    *at = end;
    return true;
}

static bool take_code(const Letters *letters, size_t *at, uint32_t code)
{
    if (letters_code(letters, *at) != code)
        return false;
    ++*at;
    return true;
}

static size_t end_of_zone(const Letters *letters, size_t position)
{
    size_t at = position;
    if (take_code(letters, &at, 'Z'))
        return at;
    if (!take_code(letters, &at, '+') && !take_code(letters, &at, '-'))
        return position;
    if (take_digits(letters, &at, 4))
        return at;
    if (!take_digits(letters, &at, 2))
        return position;
    size_t minutes = at;
    return take_code(letters, &minutes, ':') && take_digits(letters, &minutes, 2) ? minutes : at;
}

/* T20:00, T20:00:30.5+03:30; `position` itself when there is no time. */
static size_t end_of_time(const Letters *letters, size_t position)
{
    size_t at = position;
    if (!take_code(letters, &at, 'T') || !take_digits(letters, &at, 2) ||
        !take_code(letters, &at, ':') || !take_digits(letters, &at, 2))
        return position;
    size_t seconds = at;
    if (take_code(letters, &seconds, ':') && take_digits(letters, &seconds, 2))
        at = seconds;
    const uint32_t point = letters_code(letters, at);
    if ((point == '.' || point == ',') && is_digit(letters, at + 1))
        at = end_of_digits(letters, at + 1);
    return end_of_zone(letters, at);
}

static bool match_date(const Letters *letters, size_t position, size_t *ret_end)
{
    size_t at = position;
    if (!take_digits(letters, &at, 4) || !is_hyphen(letters_code(letters, at)))
        return false;
    at++;
    if (!take_digits(letters, &at, 2) || !is_hyphen(letters_code(letters, at)))
        return false;
    at++;
    if (!take_digits(letters, &at, 2))
        return false;
    if (is_hyphen(letters_code(letters, at)) && is_digit(letters, at + 1))
        return false;
    *ret_end = end_of_time(letters, at);
    return true;
}

/* Groups of digits joined by hyphens, or by full stops; at least three. */
static bool match_joined(const Letters *letters, size_t position, bool by_stops, size_t *ret_end)
{
    size_t end = end_of_digits(letters, position);
    size_t group_count = 1;
    while (group_count < NUMBER_MAX_GROUPS) {
        const uint32_t code = letters_code(letters, end);
        if ((by_stops ? code != '.' : !is_hyphen(code)) || !is_digit(letters, end + 1))
            break;
        end = end_of_digits(letters, end + 1);
        group_count++;
    }
    *ret_end = end;
    return group_count >= 3;
}

static const char units[][UNIT_MAX_SIZE + 1] = {
    "m",   "km",  "cm",  "mm",   "nm", "kg",  "g",   "mg",  "t",   "l",    "L",    "ml",   "mL",
    "W",   "kW",  "MW",  "GW",   "TW", "kWh", "MWh", "GWh", "TWh", "V",    "A",    "Hz",   "kHz",
    "MHz", "GHz", "B",   "kB",   "KB", "MB",  "GB",  "TB",  "PB",  "Mbps", "Gbps", "kbps", "ha",
    "ppm", "ppb", "dB",  "dS",   "s",  "ms",  "h",   "min", "bar", "Pa",   "kPa",  "MPa",  "USD",
    "EUR", "GBP", "IRR", "AM",   "PM", "am",  "pm",  "px",  "pt",  "em",   "rem",  "bpd",  "mAh",
    "rpm", "mol", "cal", "kcal", "J",  "kJ",  "MJ",  "K",   "Bq",  "Sv"};

static bool is_latin_letter(uint32_t code)
{
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
}

static bool is_power(uint32_t code)
{
    return code == 0xB2 || code == 0xB3; /* ² ³ */
}

static size_t end_of_word(const Letters *letters, size_t position)
{
    while (is_latin_letter(letters_code(letters, position)))
        position++;
    return position;
}

static bool is_unit_word(const Letters *letters, size_t start, size_t end)
{
    const size_t size = end - start;
    if (size == 0 || size > UNIT_MAX_SIZE)
        return false;
    char word[UNIT_MAX_SIZE + 1] = {0};
    for (size_t i = 0; i < size; i++)
        word[i] = (char) letters->codes[start + i];
    for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
        if (strcmp(units[i], word) == 0)
            return true;
    return false;
}

/* The powers and divisors behind the first word: ³/day. */
static size_t end_of_unit_tail(const Letters *letters, size_t position)
{
    size_t end = position;
    while (is_power(letters_code(letters, end)))
        end++;
    for (;;) {
        const uint32_t code = letters_code(letters, end);
        if (code != '/' && code != 0xB7)
            break;
        const size_t word_end = end_of_word(letters, end + 1);
        if (word_end == end + 1)
            break;
        for (end = word_end; is_power(letters_code(letters, end));)
            end++;
    }
    return letters_code(letters, end) == '+' ? end + 1 : end;
}

/* The end of the unit at `position`, or `position` itself. */
static size_t end_of_unit(const Letters *letters, size_t position)
{
    size_t at = position;
    const bool has_degree = take_code(letters, &at, 0xB0);
    const uint32_t micro = letters_code(letters, at);
    if (micro == 0xB5 || micro == 0x3BC)
        at++;
    const size_t word_end = end_of_word(letters, at);
    const uint32_t first = letters_code(letters, at);
    const bool is_scale = word_end - at == 1 && (first == 'C' || first == 'F');
    if ((has_degree && is_scale) || is_unit_word(letters, at, word_end))
        at = end_of_unit_tail(letters, word_end);
    else if (!has_degree || at != position + 1 || word_end != at)
        return position;
    const bool runs_on = (letters_class(letters, at) & (CLASS_L | CLASS_DIGIT | CLASS_EN)) != 0 ||
                         letters_code(letters, at) == '_';
    return runs_on ? position : at;
}

/* The end of the unit behind a number, over one optional space, or `position` itself. */
static size_t end_of_measure(const Letters *letters, size_t position)
{
    const size_t start = (letters_class(letters, position) & CLASS_SPACE) ? position + 1 : position;
    const size_t end = end_of_unit(letters, start);
    return end == start ? position : end;
}

static bool found(TokenKind kind, size_t end, TokenKind *ret_kind, size_t *ret_end)
{
    *ret_kind = kind;
    *ret_end = end;
    return true;
}

/* A number, alone or with a dash and a second one: what may carry a unit. */
static bool found_measure(const Letters *letters, TokenKind kind, size_t end, TokenKind *ret_kind,
                          size_t *ret_end)
{
    const size_t unit_end = end_of_measure(letters, end);
    return unit_end > end ? found(TOKEN_QUANTITY, unit_end, ret_kind, ret_end)
                          : found(kind, end, ret_kind, ret_end);
}

static size_t end_of_range(const Letters *letters, size_t end)
{
    return (letters_class(letters, end) & CLASS_DASH) && is_digit(letters, end + 1)
               ? numeric_end_of_number(letters, end + 1)
               : end;
}

static bool match_number(const Letters *letters, size_t position, TokenKind *ret_kind,
                         size_t *ret_end)
{
    size_t end = 0;
    if (match_date(letters, position, &end))
        return found(TOKEN_DATE, end, ret_kind, ret_end);
    if (match_local_phone(letters, position, &end))
        return found(TOKEN_PHONE, end, ret_kind, ret_end);
    if (match_joined(letters, position, false, &end))
        return found(TOKEN_GROUPS, end, ret_kind, ret_end);
    if (match_joined(letters, position, true, &end))
        return found(TOKEN_VERSION, end, ret_kind, ret_end);
    end = numeric_end_of_number(letters, position);
    const size_t range_end = end_of_range(letters, end);
    if (range_end > end)
        return found_measure(letters, TOKEN_RANGE, range_end, ret_kind, ret_end);
    if (letters_class(letters, end) & CLASS_CURRENCY)
        return found(TOKEN_AMOUNT, end + 1, ret_kind, ret_end);
    const size_t unit_end = end_of_measure(letters, end);
    if (unit_end > end)
        return found(TOKEN_QUANTITY, unit_end, ret_kind, ret_end);
    return (letters_class(letters, end) & CLASS_PERCENT) &&
           found(TOKEN_PERCENT, end + 1, ret_kind, ret_end);
}

static bool is_sign(uint32_t code)
{
    return code == '+' || code == '-' || code == 0xB1 || code == 0x2264 || code == 0x2265 ||
           code == 0x2212;
}

bool numeric_match(const Letters *letters, size_t position, TokenKind *ret_kind, size_t *ret_end)
{
    if (is_digit(letters, position))
        return match_number(letters, position, ret_kind, ret_end);
    const uint32_t code = letters_code(letters, position);
    size_t end = 0;
    if ((code == '+' || code == '(') && numeric_match_international_phone(letters, position, &end))
        return found(TOKEN_PHONE, end, ret_kind, ret_end);
    if (!is_digit(letters, position + 1) || !is_open(letters, position))
        return false;
    end = numeric_end_of_number(letters, position + 1);
    if (is_sign(code))
        return found_measure(letters, TOKEN_SIGNED, end, ret_kind, ret_end);
    if (letters_class(letters, position) & CLASS_CURRENCY)
        return found(TOKEN_AMOUNT, end_of_range(letters, end), ret_kind, ret_end);
    return false;
}
