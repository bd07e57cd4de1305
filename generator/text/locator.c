/* Where an address begins and, the harder part, where it ends. */
#include "text/locator.h"

#define SCHEME_MAX_SIZE 20
#define HOST_LABEL_MAX_SIZE 63

static bool is_ascii_letter(uint32_t code)
{
    return (code | 0x20) >= 'a' && (code | 0x20) <= 'z' && code < 0x80;
}

static bool is_ascii_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

static bool starts_with(const Letters *letters, size_t position, const char *word)
{
    for (; *word != '\0'; word++, position++) {
        const uint32_t code = letters_code(letters, position);
        if (code != (unsigned char) *word &&
            !(is_ascii_letter(code) && (code | 0x20) == (unsigned char) *word))
            return false;
    }
    return true;
}

/* The size of `scheme://`, `www.` or `tel:` at `position`; 0 when there is none. */
static size_t prefix_size(const Letters *letters, size_t position)
{
    if (starts_with(letters, position, "www."))
        return is_ascii_letter(letters_code(letters, position + 4)) ? 4 : 0;
    size_t end = position + 1;
    for (; end < position + SCHEME_MAX_SIZE; end++) {
        const uint32_t code = letters_code(letters, end);
        if (!is_ascii_letter(code) && !is_ascii_digit(code) && code != '+' && code != '.' &&
            code != '-')
            break;
    }
    if (letters_code(letters, end) != ':')
        return 0;
    if (letters_code(letters, end + 1) == '/' && letters_code(letters, end + 2) == '/')
        return end + 3 - position;
    const bool is_short =
        starts_with(letters, position, "mailto:") || starts_with(letters, position, "tel:") ||
        starts_with(letters, position, "tg:") || starts_with(letters, position, "sms:");
    return is_short ? end + 1 - position : 0;
}

static bool ends_address(uint32_t code, uint32_t class)
{
    if (class & (CLASS_SPACE | CLASS_BREAK | CLASS_ATOM))
        return true;
    switch (code) {
    case 0xAB:   /* « */
    case 0xBB:   /* » */
    case 0x60C:  /* ، */
    case 0x61B:  /* ؛ */
    case 0x61F:  /* ؟ */
    case 0x2026: /* … */
    case '<':
    case '>':
    case '"':
        return true;
    default:
        return false;
    }
}

typedef struct BracketCount {
    size_t open[3], closed[3]; /* of ( [ { */
} BracketCount;

static void count_bracket(BracketCount *count, uint32_t code)
{
    static const char openers[] = "([{", closers[] = ")]}";
    for (size_t i = 0; i < 3; i++) {
        count->open[i] += code == (unsigned char) openers[i];
        count->closed[i] += code == (unsigned char) closers[i];
    }
}

/* Takes the closer `code` off the count when it closes nothing; else false. */
static bool drop_lone_closer(BracketCount *count, uint32_t code)
{
    const size_t kind = code == ')' ? 0 : code == ']' ? 1 : code == '}' ? 2 : 3;
    if (kind == 3 || count->closed[kind] <= count->open[kind])
        return false;
    count->closed[kind]--;
    return true;
}

static bool is_final_mark(uint32_t code)
{
    switch (code) {
    case '.':
    case ',':
    case ':':
    case ';':
    case '!':
    case '?':
    case '\'':
    case '*':
    case 0x2019: /* ’ */
    case 0x201D: /* ” */
        return true;
    default:
        return false;
    }
}

/* Final marks and closers without partner come off the end, again and again. */
static size_t trim_end(const Letters *letters, size_t start, size_t end)
{
    BracketCount count = {0};
    for (size_t i = start; i < end; i++)
        count_bracket(&count, letters->codes[i]);
    while (end > start && (is_final_mark(letters->codes[end - 1]) ||
                           drop_lone_closer(&count, letters->codes[end - 1])))
        end--;
    return end;
}

bool locator_match(const Letters *letters, size_t position, size_t *ret_end)
{
    if (!is_ascii_letter(letters_code(letters, position)) ||
        (letters_class_before(letters, position) & (CLASS_L | CLASS_DIGIT)) ||
        letters_code_before(letters, position) == '_')
        return false;
    const size_t prefix = prefix_size(letters, position);
    if (prefix == 0)
        return false;
    size_t end = position + prefix;
    while (end < letters->count && !ends_address(letters->codes[end], letters->classes[end]))
        end++;
    end = trim_end(letters, position, end);
    if (end <= position + prefix)
        return false;
    *ret_end = end;
    return true;
}

bool locator_is_web(const Letters *letters, size_t position)
{
    return starts_with(letters, position, "http://") ||
           starts_with(letters, position, "https://") || starts_with(letters, position, "www.");
}

static bool is_mail_letter(uint32_t code)
{
    return is_ascii_letter(code) || is_ascii_digit(code) || code == '.' || code == '-' ||
           code == '_' || code == '+';
}

/* The end of a host name with a dot in it, or `position`. */
static size_t end_of_host(const Letters *letters, size_t position)
{
    size_t end = position, label = 0, dot_count = 0;
    for (; label <= HOST_LABEL_MAX_SIZE; end++) {
        const uint32_t code = letters_code(letters, end);
        const uint32_t next = letters_code(letters, end + 1);
        const bool goes_on = is_ascii_letter(next) || is_ascii_digit(next);
        if (is_ascii_letter(code) || is_ascii_digit(code) || (code == '-' && label > 0 && goes_on))
            label++;
        else if (code == '.' && label > 0 && goes_on) {
            label = 0;
            dot_count++;
        } else
            break;
    }
    return dot_count > 0 && is_ascii_letter(letters_code(letters, end - 1)) ? end : position;
}

bool locator_match_mail(const Letters *letters, size_t position, size_t *ret_start, size_t *ret_end)
{
    size_t start = position;
    while (start > 0 && is_mail_letter(letters->codes[start - 1]))
        start--;
    while (start < position && letters->codes[start] == '.')
        start++;
    const size_t end = end_of_host(letters, position + 1);
    const uint32_t next = letters_code(letters, end);
    if (start == position || end == position + 1 || letters->codes[position - 1] == '.' ||
        next == '@' || next == '_' || (letters_class_before(letters, start) & CLASS_L) ||
        letters_code_before(letters, start) == '@' || letters_code_before(letters, start) == '/')
        return false;
    *ret_start = start;
    *ret_end = end;
    return true;
}
