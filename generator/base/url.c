/* Where something leads: writing it relative to a page, and checking addresses that leave the site.
 */
#include "base/url.h"

#include "base/arena.h"
#include "base/utf8.h"

#define ADDRESS_MAX_SIZE 4096
#define UP SLICE("../")

/* The folder of a file, with its "/"; empty at the root. */
static Slice folder_of(Slice path)
{
    size_t slash;
    return slice_find_last_byte(path, '/', &slash) ? slice_to(path, slash + 1) : (Slice){0};
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Bytes that may stand in the path of an address as they are (RFC 3986, pchar and "/"). */
static bool is_path_byte(char byte)
{
    static const bool marks[256] = {
        ['-'] = true, ['.'] = true, ['_'] = true,  ['~'] = true, ['/'] = true, ['!'] = true,
        ['$'] = true, ['&'] = true, ['\''] = true, ['('] = true, [')'] = true, ['*'] = true,
        ['+'] = true, [','] = true, [';'] = true,  ['='] = true, [':'] = true, ['@'] = true,
    };
    return is_letter(byte) || is_digit(byte) || marks[(unsigned char) byte];
}

static void add_percent(Buffer *buffer, char byte)
{
    static const char digits[] = "0123456789ABCDEF";
    buffer_add_byte(buffer, '%');
    buffer_add_byte(buffer, digits[(unsigned char) byte >> 4]);
    buffer_add_byte(buffer, digits[(unsigned char) byte & 15]);
}

static void add_path(Buffer *buffer, Slice path)
{
    size_t start = 0;
    for (size_t i = 0; i < path.size; i++) {
        if (is_path_byte(path.at[i]))
            continue;
        buffer_add(buffer, slice_part(path, start, i));
        add_percent(buffer, path.at[i]);
        start = i + 1;
    }
    buffer_add(buffer, slice_from(path, start));
}

static void add_fragment(Buffer *buffer, Slice fragment)
{
    if (fragment.size == 0)
        return;
    buffer_add_byte(buffer, '#');
    buffer_add(buffer, fragment);
}

/* How many bytes of folders two paths have in common at their front. */
static size_t shared_size(Slice a, Slice b)
{
    size_t shared = 0;
    for (size_t i = 0; i < a.size && i < b.size && a.at[i] == b.at[i]; i++) {
        if (a.at[i] == '/')
            shared = i + 1;
    }
    return shared;
}

static void add_relative(Buffer *buffer, Slice path, Slice from)
{
    size_t shared = shared_size(path, from);
    Slice below = slice_from(from, shared);
    bool goes_up = false;
    for (size_t slash; slice_find_byte(below, '/', &slash); below = slice_from(below, slash + 1)) {
        buffer_add(buffer, UP);
        goes_up = true;
    }
    Slice rest = slice_from(path, shared);
    if (!goes_up && url_scheme(rest).size > 0)
        buffer_add(buffer, SLICE("./")); // "a:b.html" would be read as an address of scheme "a"
    add_path(buffer, rest);
}

void url_add(Buffer *buffer, const Url *url, Slice from)
{
    if (url->kind == URL_EXTERNAL)
        buffer_add(buffer, url->path);
    if (url->kind != URL_FILE)
        return;
    if (url->fragment.size == 0 || !slice_equal(url->path, from))
        add_relative(buffer, url->path, from);
    add_fragment(buffer, url->fragment);
}

void url_add_absolute(Buffer *buffer, const Url *url, Slice base)
{
    if (url->kind == URL_EXTERNAL)
        buffer_add(buffer, url->path);
    if (url->kind != URL_FILE)
        return;
    buffer_add(buffer, base);
    add_path(buffer, url->path);
    add_fragment(buffer, url->fragment);
}

Slice url_absolute(Arena *arena, const Url *url, Slice base)
{
    Buffer buffer;
    buffer_init(&buffer, arena, ADDRESS_MAX_SIZE);
    url_add_absolute(&buffer, url, base);
    return buffer_slice(&buffer);
}

Slice url_base_path(Slice base)
{
    size_t at = 0;
    if (!slice_find(base, SLICE("://"), &at))
        return SLICE("/");
    Slice rest = slice_from(base, at + 3);
    return slice_find_byte(rest, '/', &at) ? slice_from(rest, at) : SLICE("/");
}

Slice url_scheme(Slice address)
{
    if (address.size == 0 || !is_letter(address.at[0]))
        return (Slice){0};
    for (size_t i = 1; i < address.size; i++) {
        char byte = address.at[i];
        if (byte == ':')
            return slice_to(address, i);
        if (!is_letter(byte) && !is_digit(byte) && byte != '+' && byte != '-' && byte != '.')
            break;
    }
    return (Slice){0};
}

static bool is_white_space(uint32_t letter)
{
    return letter <= 0x20 || letter == 0x7F || (letter >= 0x80 && letter <= 0xA0) ||
           letter == 0x1680 || (letter >= 0x2000 && letter <= 0x200A) || letter == 0x202F ||
           letter == 0x205F || letter == 0x3000;
}

static bool find_bad_character(Slice address, Slice *ret_part)
{
    for (size_t i = 0; i < address.size;) {
        size_t start = i;
        uint32_t letter = utf8_next(address, &i);
        if (letter == '\\' || is_white_space(letter) || utf8_is_invisible(letter)) {
            *ret_part = slice_part(address, start, i);
            return true;
        }
    }
    return false;
}

static bool is_one_of(Slice scheme, const Slice *schemes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (slice_equal_ascii_case(scheme, schemes[i]))
            return true;
    }
    return false;
}

static bool is_allowed_scheme(Slice scheme, const Slice *schemes, size_t count)
{
    static const Slice own[] = {
        SLICE_INIT("https"), SLICE_INIT("http"), SLICE_INIT("mailto"),
        SLICE_INIT("tel"),   SLICE_INIT("sms"),  SLICE_INIT("tg"),
    };
    static const Slice never[] = {
        SLICE_INIT("javascript"), SLICE_INIT("data"), SLICE_INIT("vbscript"),
        SLICE_INIT("file"),       SLICE_INIT("blob"),
    };
    if (is_one_of(scheme, never, sizeof(never) / sizeof(never[0])))
        return false;
    return is_one_of(scheme, own, sizeof(own) / sizeof(own[0])) ||
           is_one_of(scheme, schemes, count);
}

/* Host and port: letters, digits, "." and "-", or an IPv6 address in brackets. A name before "@"
 * makes one host look like another, so it is no host here. */
static bool is_host(Slice host)
{
    if (host.size == 0 || host.at[0] == ':' || host.at[0] == '.')
        return false;
    for (size_t i = 0; i < host.size; i++) {
        char byte = host.at[i];
        if (!is_letter(byte) && !is_digit(byte) && byte != '.' && byte != '-' && byte != ':' &&
            byte != '[' && byte != ']' && byte != '_')
            return false;
    }
    return true;
}

static bool has_good_host(Slice address, Slice scheme, Slice *ret_part)
{
    Slice rest = slice_from(address, scheme.size + 1);
    bool has_authority = slice_starts(rest, SLICE("//"));
    bool needs_host = slice_equal_ascii_case(scheme, SLICE("https")) ||
                      slice_equal_ascii_case(scheme, SLICE("http"));
    *ret_part = rest;
    if (!has_authority)
        return !needs_host;
    Slice host = slice_from(rest, 2);
    size_t end = 0;
    while (end < host.size && host.at[end] != '/' && host.at[end] != '?' && host.at[end] != '#')
        end++;
    *ret_part = slice_to(host, end);
    return is_host(*ret_part);
}

static Slice encode(Arena *arena, Slice address)
{
    if (slice_is_ascii(address))
        return address;
    Buffer buffer;
    buffer_init(&buffer, arena, address.size * 3);
    for (size_t i = 0; i < address.size; i++) {
        if ((unsigned char) address.at[i] < 0x80)
            buffer_add_byte(&buffer, address.at[i]);
        else
            add_percent(&buffer, address.at[i]);
    }
    return buffer_slice(&buffer);
}

UrlFault url_check(Arena *arena, Slice address, const Slice *schemes, size_t scheme_count,
                   Slice *ret_part, Slice *ret_address)
{
    if (find_bad_character(address, ret_part))
        return URL_CHARACTER;
    *ret_part = address;
    if (slice_starts(address, SLICE("//")))
        return URL_HOST;
    Slice scheme = url_scheme(address);
    if (scheme.size == 0)
        return URL_NO_SCHEME;
    *ret_part = scheme;
    if (!is_allowed_scheme(scheme, schemes, scheme_count))
        return URL_SCHEME;
    if (!has_good_host(address, scheme, ret_part))
        return URL_HOST;
    *ret_address = encode(arena, address);
    return URL_FINE;
}

static int hex_value(char byte)
{
    if (is_digit(byte))
        return byte - '0';
    if (byte >= 'A' && byte <= 'F')
        return byte - 'A' + 10;
    return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

bool url_decode(Arena *arena, Slice text, Slice *ret_text)
{
    char *decoded = arena_take(arena, text.size + 1, 1);
    size_t size = 0, fault;
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.at[i];
        if (byte == '%') {
            int high = i + 2 < text.size ? hex_value(text.at[i + 1]) : -1;
            int low = high >= 0 ? hex_value(text.at[i + 2]) : -1;
            if (low < 0)
                return false;
            byte = (char) (high * 16 + low);
            i += 2;
        }
        decoded[size++] = byte;
    }
    *ret_text = (Slice){decoded, size};
    return utf8_check(*ret_text, &fault);
}

/* Takes one step along a path that is being joined; false at a step out of the root. */
static bool add_step(char *joined, size_t *size, Slice step)
{
    if (step.size == 0 || slice_equal(step, SLICE(".")))
        return true;
    if (slice_equal(step, SLICE(".."))) {
        if (*size == 0)
            return false;
        size_t slash = 0;
        bool is_deep = slice_find_last_byte((Slice){joined, *size}, '/', &slash);
        *size = is_deep ? slash : 0;
        return true;
    }
    if (*size > 0)
        joined[(*size)++] = '/';
    memcpy(joined + *size, step.at, step.size);
    *size += step.size;
    return true;
}

bool url_join(Arena *arena, Slice from, Slice path, Slice *ret_path)
{
    Slice folder = slice_starts(path, SLICE("/")) ? (Slice){0} : folder_of(from);
    char *joined = arena_take_raw(arena, folder.size + path.size + 1, 1);
    size_t size = 0;
    Slice parts[2] = {folder, path};
    for (size_t i = 0; i < 2; i++) {
        Slice rest = parts[i];
        while (rest.size > 0) {
            Slice step;
            slice_cut(rest, '/', &step, &rest);
            if (!add_step(joined, &size, step))
                return false;
        }
    }
    *ret_path = (Slice){joined, size};
    return true;
}

Slice url_file_name(Slice path)
{
    return slice_from(path, folder_of(path).size);
}
