/* Normal forms, scripts, borders of clusters and words, look-alikes and hosts, on UTF-8. Borders
 * are worked out from ICU's properties: its break iterators hold state, so each thread would need
 * its own, and they want UTF-16. */
#include "text/unicode.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "text/tools.h"

#include <unicode/uchar.h>
#include <unicode/uidna.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#define ZWNJ 0x200C
#define ZWJ 0x200D
#define HOST_MAX_SIZE 253
#define STRANGERS_MAX 8
#define STRANGERS_MAX_SIZE 128
#define CLOSERS_MAX 8

struct UnicodeTools {
    UIDNA *idna;
};

UnicodeTools *unicode_open(Arena *arena)
{
    UErrorCode status = U_ZERO_ERROR;
    uint32_t options = UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ |
                       UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_NONTRANSITIONAL_TO_UNICODE;
    UnicodeTools *tools = ARENA_NEW(arena, UnicodeTools);
    tools->idna = uidna_openUTS46(options, &status);
    return U_SUCCESS(status) ? tools : NULL;
}

void unicode_close(UnicodeTools *tools)
{
    if (tools != NULL)
        uidna_close(tools->idna);
}

/* Scripts. */

static UScriptCode script_code(uint32_t code_point)
{
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript((UChar32) code_point, &status);
}

Script unicode_script(uint32_t code_point)
{
    UScriptCode code = script_code(code_point);
    if (code == USCRIPT_LATIN)
        return SCRIPT_LATIN;
    if (code == USCRIPT_ARABIC)
        return SCRIPT_ARABIC;
    if (code == USCRIPT_HEBREW)
        return SCRIPT_HEBREW;
    return code == USCRIPT_COMMON || code == USCRIPT_INHERITED ? SCRIPT_COMMON : SCRIPT_OTHER;
}

Script unicode_first_script(Slice text)
{
    for (size_t offset = 0; offset < text.size;) {
        uint32_t code_point = utf8_next(text, &offset);
        if (u_isalpha((UChar32) code_point))
            return unicode_script(code_point);
    }
    return SCRIPT_COMMON;
}

/* Normal forms. */

bool unicode_is_nfc(Slice text)
{
    uint8_t last_class = 0;
    for (size_t offset = 0; offset < text.size;) {
        UChar32 code_point = (UChar32) utf8_next(text, &offset);
        if (code_point < 0x300) {
            last_class = 0;
            continue;
        }
        uint8_t class = u_getCombiningClass(code_point);
        bool is_in_order = class == 0 || last_class <= class;
        if (!is_in_order || u_getIntPropertyValue(code_point, UCHAR_NFC_QUICK_CHECK) != UNORM_YES)
            return false;
        last_class = class;
    }
    return true;
}

static Slice normalize(Arena *arena, Slice text, const UNormalizer2 *normalizer)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t count;
    const UChar *units = tools_units(arena, text, &count);
    int32_t room = count * 3 + 32;
    UChar *normal = ARENA_ARRAY(arena, UChar, (size_t) room);
    int32_t size = unorm2_normalize(normalizer, units, count, normal, room, &status);
    if (status == U_BUFFER_OVERFLOW_ERROR) {
        status = U_ZERO_ERROR;
        normal = ARENA_ARRAY(arena, UChar, (size_t) size);
        size = unorm2_normalize(normalizer, units, count, normal, size, &status);
    }
    return U_SUCCESS(status) ? tools_slice(arena, normal, size) : text;
}

Slice unicode_nfc(Arena *arena, Slice text)
{
    UErrorCode status = U_ZERO_ERROR;
    return unicode_is_nfc(text) ? text : normalize(arena, text, unorm2_getNFCInstance(&status));
}

Slice unicode_nfkc(Arena *arena, Slice text)
{
    UErrorCode status = U_ZERO_ERROR;
    if (slice_is_ascii(text))
        return text;
    return normalize(arena, text, unorm2_getNFKCInstance(&status));
}

/* Clusters, by the rules GB3 to GB13 of UAX 29. */

typedef struct ClusterState {
    int32_t before;        /* class of the last code point */
    bool is_pictograph;    /* a pictograph stands before, perhaps with marks behind it */
    bool joins_pictograph; /* and U+200D behind those */
    bool is_odd_flag;      /* an odd number of regional indicators stands before */
} ClusterState;

static bool is_hangul_pair(int32_t before, int32_t after)
{
    if (before == U_GCB_L)
        return after == U_GCB_L || after == U_GCB_V || after == U_GCB_LV || after == U_GCB_LVT;
    if (before == U_GCB_LV || before == U_GCB_V)
        return after == U_GCB_V || after == U_GCB_T;
    return (before == U_GCB_LVT || before == U_GCB_T) && after == U_GCB_T;
}

static bool is_line_class(int32_t class)
{
    return class == U_GCB_CONTROL || class == U_GCB_CR || class == U_GCB_LF;
}

static bool is_cluster_border(const ClusterState *state, int32_t after, bool is_pictograph)
{
    int32_t before = state->before;
    if (before == U_GCB_CR && after == U_GCB_LF)
        return false;
    if (is_line_class(before) || is_line_class(after))
        return true;
    if (is_hangul_pair(before, after) || after == U_GCB_EXTEND || after == U_GCB_ZWJ ||
        after == U_GCB_SPACING_MARK || before == U_GCB_PREPEND)
        return false;
    if (is_pictograph && state->joins_pictograph)
        return false;
    return !(after == U_GCB_REGIONAL_INDICATOR && state->is_odd_flag);
}

static void step(ClusterState *state, int32_t class, bool is_pictograph)
{
    state->joins_pictograph = state->is_pictograph && class == U_GCB_ZWJ;
    bool continues = class == U_GCB_EXTEND || class == U_GCB_ZWJ;
    state->is_pictograph = is_pictograph || (state->is_pictograph && continues);
    state->is_odd_flag = class == U_GCB_REGIONAL_INDICATOR && !state->is_odd_flag;
    state->before = class;
}

static int32_t cluster_class(uint32_t code_point)
{
    return u_getIntPropertyValue((UChar32) code_point, UCHAR_GRAPHEME_CLUSTER_BREAK);
}

static bool is_pictograph(uint32_t code_point)
{
    return code_point > 0xA8 &&
           u_hasBinaryProperty((UChar32) code_point, UCHAR_EXTENDED_PICTOGRAPHIC);
}

/* utf8_next, inlined for one and two bytes. */
static inline uint32_t next_code_point(Slice text, size_t *offset)
{
    const unsigned char *at = (const unsigned char *) text.at + *offset;
    if (at[0] < 0x80) {
        *offset += 1;
        return at[0];
    }
    if (at[0] >= 0xE0)
        return utf8_next(text, offset);
    *offset += 2;
    return (at[0] & 0x1Fu) << 6 | (at[1] & 0x3Fu);
}

/* Code points of the class Other that fill real text: two of them side by side never join. */
static bool is_lone(uint32_t code_point)
{
    return (code_point >= 0x20 && code_point < 0x7F) ||
           (code_point >= 0x620 && code_point <= 0x64A) ||
           (code_point >= 0x671 && code_point <= 0x6D3) ||
           (code_point >= 0x6F0 && code_point <= 0x6F9);
}

size_t unicode_next_cluster(Slice text, size_t offset)
{
    if (offset >= text.size)
        return text.size;
    uint32_t first = next_code_point(text, &offset);
    if (is_lone(first)) {
        size_t after = offset;
        if (offset == text.size || is_lone(next_code_point(text, &after)))
            return offset;
    }
    ClusterState state = {0};
    step(&state, cluster_class(first), is_pictograph(first));
    while (offset < text.size) {
        size_t after = offset;
        uint32_t code_point = next_code_point(text, &after);
        int32_t class = cluster_class(code_point);
        bool pictograph = is_pictograph(code_point);
        if (is_cluster_border(&state, class, pictograph))
            break;
        step(&state, class, pictograph);
        offset = after;
    }
    return offset;
}

size_t unicode_count_clusters(Slice text)
{
    size_t count = 0;
    for (size_t offset = 0; offset < text.size; count++)
        offset = unicode_next_cluster(text, offset);
    return count;
}

/* Words. */

/* Letters, marks and numbers below U+0800, one bit each: nearly all text. A test compares them with
 * ICU. */
static const uint64_t word_letters[0x800 / 64] = {
    0x03FF000000000000, 0x07FFFFFE07FFFFFE, 0x762C040000000000, 0xFF7FFFFFFF7FFFFF,
    0xFFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF,
    0xFFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF, 0x0000501F0003FFC3,
    0xFFFFFFFFFFFFFFFF, 0xBCDFFFFFFFFFFFFF, 0xFFFFFFFBFFFFD740, 0xFFBFFFFFFFFFFFFF,
    0xFFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFB, 0xFFFFFFFFFFFFFFFF,
    0xFFFEFFFFFFFFFFFF, 0xFFFFFFFF027FFFFF, 0xBFFFFFFFFFFE01FF, 0x000787FFFFFF00B6,
    0xFFFFFFFF07FF0000, 0xFFFFC3FFFFFFFFFF, 0xFFFFFFFFFFFFFFFF, 0x9FFFFDFF9FEFFFFF,
    0xFFFFFFFFFFFF0000, 0xFFFFFFFFFFFFE7FF, 0x0003FFFFFFFFFFFF, 0x243FFFFFFFFFFFFF,
};

static bool is_word_letter(uint32_t code_point)
{
    if (code_point < 0x800)
        return (word_letters[code_point / 64] >> code_point % 64 & 1) != 0;
    uint32_t category = U_GET_GC_MASK((UChar32) code_point);
    return (category & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0;
}

static bool is_word_joint(uint32_t code_point)
{
    return code_point == ZWNJ || code_point == ZWJ || code_point == '\'' || code_point == 0x2019;
}

/* The end of the word whose letter stands at `offset`. */
static size_t end_of_word(Slice text, size_t offset)
{
    size_t end = offset;
    while (offset < text.size) {
        uint32_t code_point = utf8_next(text, &offset);
        if (is_word_letter(code_point))
            end = offset;
        else if (!is_word_joint(code_point))
            break;
    }
    return end;
}

/* The first letter of a word at or behind `offset`. */
static bool find_word(Slice text, size_t *offset)
{
    while (*offset < text.size) {
        size_t before = *offset;
        if (is_word_letter(utf8_next(text, offset))) {
            *offset = before;
            return true;
        }
    }
    return false;
}

size_t unicode_count_words(Slice text)
{
    size_t count = 0;
    for (size_t offset = 0; offset < text.size;) {
        if (!is_word_letter(next_code_point(text, &offset)))
            continue;
        count++;
        for (uint32_t code_point; offset < text.size;) {
            code_point = next_code_point(text, &offset);
            if (!is_word_letter(code_point) && !is_word_joint(code_point))
                break;
        }
    }
    return count;
}

size_t unicode_word_end(Slice text, size_t offset)
{
    size_t last = 0;
    for (size_t at = 0; find_word(text, &at);) {
        at = end_of_word(text, at);
        if (at > offset)
            break;
        last = at;
    }
    return last;
}

/* Excerpts. */

/* Decodes once what stands alone: nearly all letters. */
static size_t skip_clusters(Slice text, size_t offset, size_t count)
{
    size_t end = offset;
    for (bool is_alone = false; count > 0 && offset < text.size; count--) {
        end = is_alone ? end : offset;
        is_alone = is_alone || is_lone(next_code_point(text, &end));
        size_t after = end;
        is_alone = is_alone && end < text.size && is_lone(next_code_point(text, &after));
        offset = is_alone ? end : unicode_next_cluster(text, offset);
        end = after;
    }
    return offset;
}

/* Marks that must not stand before "…". */
static bool is_dangling(uint32_t code_point)
{
    static const uint32_t marks[] = {' ', '\n',   '\t',   0xA0, ',',    ';',    ':', '(',
                                     '.', 0x060C, 0x061B, 0xAB, 0x2013, 0x2014, ZWNJ};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (code_point == marks[i])
            return true;
    }
    return false;
}

static Slice strip_end(Slice text)
{
    size_t end = text.size;
    while (end > 0) {
        size_t offset = end;
        if (!is_dangling(utf8_previous(text, &offset)))
            break;
        end = offset;
    }
    return slice_to(text, end);
}

/* The closers of « and ( that the text leaves open, innermost first. */
static size_t find_closers(Slice text, uint32_t closers[CLOSERS_MAX])
{
    size_t depth = 0, offset = 0;
    if (!slice_find_any(text, "((\xC2\xC2", &offset)) // the lead byte of «
        return 0;
    while (offset < text.size) {
        uint32_t code_point = next_code_point(text, &offset);
        if ((code_point == '(' || code_point == 0xAB) && depth < CLOSERS_MAX)
            closers[depth++] = code_point == '(' ? ')' : 0xBB;
        else if (depth > 0 && code_point == closers[depth - 1])
            depth--;
    }
    return depth;
}

/* What stays of a text that may have `max` clusters before its "…". */
static Slice cut(Slice text, size_t max)
{
    size_t middle = skip_clusters(text, 0, max / 2);
    size_t end = skip_clusters(text, middle, max - max / 2);
    size_t word = unicode_word_end(slice_from(text, middle), end - middle);
    return strip_end(slice_to(text, word > 0 ? middle + word : end));
}

Slice unicode_shorten(Arena *arena, Slice text, size_t max)
{
    if (text.size <= max || skip_clusters(text, 0, max) >= text.size)
        return text;
    uint32_t closers[CLOSERS_MAX];
    size_t count = 0, room = max > 1 ? max - 1 : 1;
    Slice kept = cut(text, room);
    while ((count = find_closers(kept, closers)) > 0 && room > 1 &&
           unicode_count_clusters(kept) + 1 + count > max)
        kept = cut(text, --room);
    Buffer out;
    buffer_init(&out, arena, text.size + 32);
    buffer_add(&out, kept);
    buffer_add(&out, SLICE("…"));
    while (count > 0)
        buffer_add_code_point(&out, closers[--count]);
    return buffer_slice(&out);
}

/* Look-alikes: the level "moderately restrictive" of UTS 39, and digits of one family. ICU's
 * checker says the same, takes 5 ms to open and does not name the strangers. */

typedef struct ScriptCount {
    UScriptCode first; /* Latin where there is some */
    UScriptCode second;
    bool has_third;
    bool is_asian; /* nothing but Latin and the scripts of one East Asian language */
} ScriptCount;

static bool is_asian_script(UScriptCode code)
{
    return code == USCRIPT_HAN || code == USCRIPT_HIRAGANA || code == USCRIPT_KATAKANA ||
           code == USCRIPT_HANGUL || code == USCRIPT_BOPOMOFO;
}

static void count_script(ScriptCount *scripts, UScriptCode code)
{
    if (code == USCRIPT_COMMON || code == USCRIPT_INHERITED || code == scripts->first ||
        code == scripts->second)
        return;
    scripts->is_asian &= code == USCRIPT_LATIN || is_asian_script(code);
    if (scripts->first == USCRIPT_INVALID_CODE)
        scripts->first = code;
    else if (scripts->second == USCRIPT_INVALID_CODE)
        scripts->second = code;
    else
        scripts->has_third = true;
    if (code == USCRIPT_LATIN && scripts->second == USCRIPT_LATIN) {
        scripts->second = scripts->first;
        scripts->first = USCRIPT_LATIN;
    }
}

static bool mixes_scripts(const ScriptCount *scripts)
{
    if (scripts->second == USCRIPT_INVALID_CODE || scripts->is_asian)
        return false;
    return scripts->has_third || scripts->first != USCRIPT_LATIN ||
           scripts->second == USCRIPT_CYRILLIC || scripts->second == USCRIPT_GREEK;
}

/* The zero of a digit's family; 0: no digit. */
static uint32_t zero_of(uint32_t code_point)
{
    int32_t value = u_charDigitValue((UChar32) code_point);
    return value < 0 ? 0 : code_point - (uint32_t) value;
}

static void add_stranger(Buffer *out, uint32_t code_point, size_t *count)
{
    if ((*count)++ >= STRANGERS_MAX)
        return;
    buffer_print(out, "%sU+%04X", out->size > 0 ? ", " : "", (unsigned) code_point);
}

bool unicode_is_lookalike(Arena *arena, Slice word, Slice *ret_strangers)
{
    ScriptCount scripts = {USCRIPT_INVALID_CODE, USCRIPT_INVALID_CODE, false, true};
    uint32_t zero = 0;
    for (size_t offset = 0; offset < word.size;) {
        uint32_t code_point = utf8_next(word, &offset);
        count_script(&scripts, script_code(code_point));
        if (zero == 0)
            zero = zero_of(code_point);
    }
    bool mixes = mixes_scripts(&scripts);
    Buffer out;
    buffer_init(&out, arena, STRANGERS_MAX_SIZE);
    size_t count = 0;
    for (size_t offset = 0; offset < word.size;) {
        uint32_t code_point = utf8_next(word, &offset);
        UScriptCode code = script_code(code_point);
        bool is_foreign =
            code != scripts.first && code != USCRIPT_COMMON && code != USCRIPT_INHERITED;
        uint32_t own_zero = zero_of(code_point);
        if ((mixes && is_foreign) || (own_zero != 0 && own_zero != zero))
            add_stranger(&out, code_point, &count);
    }
    *ret_strangers = buffer_slice(&out);
    return count > 0;
}

bool unicode_host(const UnicodeTools *tools, Arena *arena, Slice host, Slice *ret_ascii)
{
    if (host.size == 0 || host.size / UTF8_MAX_SIZE > HOST_MAX_SIZE)
        return false;
    char ascii[HOST_MAX_SIZE + 1];
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    UErrorCode status = U_ZERO_ERROR;
    int32_t size = uidna_nameToASCII_UTF8(tools->idna, host.at, (int32_t) host.size, ascii,
                                          sizeof ascii, &info, &status);
    if (U_FAILURE(status) || info.errors != 0 || size <= 0 || size > HOST_MAX_SIZE)
        return false;
    *ret_ascii = slice_copy(arena, (Slice){ascii, (size_t) size});
    return true;
}
