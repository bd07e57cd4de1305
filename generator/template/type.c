/* Types by their names. */
#include "template/type.h"

typedef struct TypeRow {
    TypeKind kind;
    Slice name;
    Slice phrase;
} TypeRow;

static const TypeRow rows[] = {
    {TYPE_TEXT, SLICE_INIT("text"), SLICE_INIT("text")},
    {TYPE_INLINE, SLICE_INIT("inline"), SLICE_INIT("inline")},
    {TYPE_HTML, SLICE_INIT("html"), SLICE_INIT("html")},
    {TYPE_URL, SLICE_INIT("url"), SLICE_INIT("a url")},
    {TYPE_INT, SLICE_INIT("int"), SLICE_INIT("an int")},
    {TYPE_NUMBER, SLICE_INIT("number"), SLICE_INIT("a number")},
    {TYPE_BOOL, SLICE_INIT("bool"), SLICE_INIT("a bool")},
    {TYPE_DATE, SLICE_INIT("date"), SLICE_INIT("a date")},
    {TYPE_DURATION, SLICE_INIT("duration"), SLICE_INIT("a duration")},
    {TYPE_ENUM, SLICE_INIT("enum"), SLICE_INIT("an enum")},
    {TYPE_ATTRIBUTES, SLICE_INIT("attrs"), SLICE_INIT("attrs")},
    {TYPE_LIST, SLICE_INIT("list"), SLICE_INIT("a list")},
    {TYPE_RECORD, SLICE_INIT("record"), SLICE_INIT("a record")},
    {TYPE_NAMES, SLICE_INIT("group of names"), SLICE_INIT("a group of names")},
};

#define ROW_COUNT (sizeof rows / sizeof *rows)

static bool words_equal(const Type *a, const Type *b)
{
    if (a->words == b->words && a->word_count == b->word_count)
        return true;
    if (a->word_count != b->word_count)
        return false;
    for (uint32_t i = 0; i < a->word_count; i++) {
        if (!slice_equal(a->words[i], b->words[i]))
            return false;
    }
    return true;
}

static bool records_equal(const Record *a, const Record *b)
{
    return a == b || (a != NULL && b != NULL && slice_equal(a->name, b->name));
}

bool type_equal(const Type *a, const Type *b)
{
    while (a->kind == TYPE_LIST && b->kind == TYPE_LIST) {
        a = a->item;
        b = b->item;
    }
    if (a->kind != b->kind)
        return false;
    if (a->kind == TYPE_RECORD)
        return records_equal(a->record, b->record);
    return a->kind != TYPE_ENUM || words_equal(a, b);
}

static Slice list_name(Arena *arena, const Type *type, const char *start)
{
    size_t depth = 0;
    while (type->kind == TYPE_LIST && type->item != NULL && depth < 8) {
        type = type->item;
        depth++;
    }
    Buffer out;
    buffer_init(&out, arena, 256);
    buffer_add(&out, slice_of_string(start));
    for (size_t i = 0; i < depth; i++)
        buffer_add(&out, i == 0 ? SLICE("list of ") : SLICE("lists of "));
    buffer_add(&out, type->kind == TYPE_RECORD ? type->record->name : rows[type->kind].name);
    return buffer_slice(&out);
}

Slice type_name(Arena *arena, const Type *type)
{
    if (type->kind == TYPE_RECORD)
        return type->record->name;
    if (type->kind == TYPE_LIST && type->item != NULL)
        return list_name(arena, type, "");
    return rows[type->kind].name;
}

Slice type_phrase(Arena *arena, const Type *type)
{
    if (type->kind == TYPE_RECORD)
        return slice_print(arena, "%s %.*s",
                           type->record->name.size > 0 && type->record->name.at[0] == 'i' ? "an"
                                                                                          : "a",
                           SLICE_FORMAT(type->record->name));
    if (type->kind == TYPE_LIST && type->item != NULL)
        return list_name(arena, type, "a ");
    return rows[type->kind].phrase;
}

Slice type_words(Arena *arena, const Type *type)
{
    return slice_join(arena, type->words, type->word_count, SLICE(", "));
}

bool type_find_word(const Type *type, Slice word, uint32_t *ret_index)
{
    for (uint32_t i = 0; i < type->word_count; i++) {
        if (slice_equal(type->words[i], word)) {
            *ret_index = i;
            return true;
        }
    }
    return false;
}

static const Record *find_record(const TemplateHost *host, Slice name)
{
    for (size_t i = 0; i < host->record_count; i++) {
        if (slice_equal(host->records[i]->name, name))
            return host->records[i];
    }
    return NULL;
}

static bool is_word(Slice word)
{
    for (size_t i = 0; i < word.size; i++) {
        char byte = word.at[i];
        if (!((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9' && i > 0) ||
              (byte == '-' && i > 0)))
            return false;
    }
    return word.size > 0;
}

static bool read_words(Arena *arena, Slice text, Type *ret_type, Slice *ret_word)
{
    Slice *words = NULL;
    size_t capacity = 0;
    Type type = {.kind = TYPE_ENUM};
    Slice rest = text;
    bool more = true;
    while (more) {
        Slice word;
        more = slice_cut(rest, '|', &word, &rest);
        *ret_word = slice_trim(word);
        if (!is_word(*ret_word))
            return false;
        words = arena_grow(arena, words, sizeof *words, type.word_count, &capacity);
        words[type.word_count++] = *ret_word;
    }
    type.words = words;
    *ret_type = type;
    return true;
}

static bool read_plain(const TemplateHost *host, Slice text, Type *ret_type, Slice *ret_word)
{
    *ret_word = text;
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (rows[i].kind < TYPE_LIST && rows[i].kind != TYPE_ENUM &&
            slice_equal(rows[i].name, text)) {
            ret_type->kind = rows[i].kind;
            return true;
        }
    }
    ret_type->kind = TYPE_RECORD;
    ret_type->record = find_record(host, text);
    return ret_type->record != NULL;
}

bool type_read(Arena *arena, const TemplateHost *host, Slice text, Type *ret_type, Slice *ret_word)
{
    Type type = {0};
    text = slice_trim(text);
    bool is_optional = slice_ends(text, SLICE("?"));
    if (is_optional)
        text = slice_trim(slice_to(text, text.size - 1));
    size_t depth = 0;
    while (slice_starts(text, SLICE("list of ")) && depth < 4) {
        text = slice_trim(slice_from(text, sizeof "list of " - 1));
        depth++;
    }
    size_t bar = 0;
    bool found = slice_find_byte(text, '|', &bar) ? read_words(arena, text, &type, ret_word)
                                                  : read_plain(host, text, &type, ret_word);
    if (!found)
        return false;
    for (; depth > 0; depth--) {
        Type *item = ARENA_NEW(arena, Type);
        *item = type;
        type = (Type){.kind = TYPE_LIST, .item = item};
    }
    type.is_optional = is_optional;
    *ret_type = type;
    return true;
}

size_t type_known_names(Arena *arena, const TemplateHost *host, Slice **ret_names)
{
    Slice *names = ARENA_ARRAY(arena, Slice, ROW_COUNT + host->record_count);
    size_t count = 0;
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (rows[i].kind < TYPE_LIST && rows[i].kind != TYPE_ENUM)
            names[count++] = rows[i].name;
    }
    for (size_t i = 0; i < host->record_count; i++)
        names[count++] = host->records[i]->name;
    *ret_names = names;
    return count;
}
