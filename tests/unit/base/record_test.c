/* base/record: fields of a struct are found by name and read by type. */
#include "base/record.h"
#include "test.h"

#include <math.h>
#include <string.h>

typedef struct Sample {
    Text title;
    Markup summary;
    Url address;
    int64_t count;
    int64_t duration;
    double share;
    bool is_draft;
    Date date;
    uint32_t level;
    Attributes attributes;
    List tags;
    const struct Sample *next;
} Sample;

static const Slice levels[] = {SLICE_INIT("easy"), SLICE_INIT("medium"), SLICE_INIT("hard")};

static const Type text_type = {.kind = TYPE_TEXT};

static void get_length(const void *record, void *context, Datum *ret_datum)
{
    const Sample *sample = record;
    ret_datum->integer = (int64_t) sample->title.bytes.size + *(const int *) context;
}

#define FIELD(field_name, member, ...)                                                             \
    {                                                                                              \
        .name = SLICE_INIT(field_name), .type = {.is_optional = true, __VA_ARGS__},                \
        .offset = offsetof(Sample, member)                                                         \
    }

static const Record sample_record;

static const RecordField fields[] = {
    FIELD("title", title, .kind = TYPE_TEXT),
    FIELD("summary", summary, .kind = TYPE_INLINE),
    FIELD("address", address, .kind = TYPE_URL),
    FIELD("count", count, .kind = TYPE_INT),
    FIELD("duration", duration, .kind = TYPE_DURATION),
    FIELD("share", share, .kind = TYPE_NUMBER),
    FIELD("draft", is_draft, .kind = TYPE_BOOL),
    FIELD("date", date, .kind = TYPE_DATE),
    FIELD("level", level, .kind = TYPE_ENUM, .words = levels, .word_count = 3),
    FIELD("attributes", attributes, .kind = TYPE_ATTRIBUTES),
    FIELD("tags", tags, .kind = TYPE_LIST, .item = &text_type),
    FIELD("next", next, .kind = TYPE_RECORD, .record = &sample_record),
    {.name = SLICE_INIT("length"), .type = {.kind = TYPE_INT}, .get = get_length},
};

static const Record sample_record = {SLICE_INIT("sample"), fields, COUNT_OF(fields), NULL};

static Datum read_field(const Sample *sample, const char *name)
{
    int context = 100;
    Datum datum;
    memset(&datum, 0xFF, sizeof(datum));
    record_read(record_find(&sample_record, slice_of_string(name)), sample, &context, &datum);
    return datum;
}

static void finds_fields_by_their_whole_name(void **state)
{
    (void) state;
    for (size_t i = 0; i < COUNT_OF(fields); i++)
        assert_ptr_equal(record_find(&sample_record, fields[i].name), &fields[i]);
    assert_null(record_find(&sample_record, SLICE("titl")));
    assert_null(record_find(&sample_record, (Slice){0}));
}

static void reads_every_type_of_member(void **state)
{
    (void) state;
    const Attribute attribute = {.name = SLICE_INIT("lang")};
    const Text tag = {.bytes = SLICE_INIT("soil")};
    const void *const tags[] = {&tag};
    const Sample next = {.count = 2};
    const Sample sample = {
        .title.bytes = SLICE_INIT("آب"),
        .address = {.kind = URL_FILE, .path = SLICE_INIT("a.html")},
        .count = -5,
        .duration = 60,
        .share = 0.5,
        .is_draft = true,
        .date.is_set = true,
        .date.seconds = 86400,
        .level = 2,
        .attributes = {&attribute, 1},
        .tags = {tags, 1},
        .next = &next,
    };
    assert_slice(read_field(&sample, "title").text.bytes, "آب");
    assert_slice(read_field(&sample, "address").url.path, "a.html");
    assert_int_equal(read_field(&sample, "count").integer, -5);
    assert_int_equal(read_field(&sample, "duration").integer, 60);
    assert_true(read_field(&sample, "share").number == 0.5);
    assert_true(read_field(&sample, "draft").truth);
    assert_int_equal(read_field(&sample, "date").date.seconds, 86400);
    assert_int_equal(read_field(&sample, "level").word, 2);
    assert_slice(read_field(&sample, "attributes").attributes.items[0].name, "lang");
    assert_ptr_equal(read_field(&sample, "next").record, &next);
    assert_int_equal(read_field(&sample, "length").integer, 104);
    Datum item;
    record_read_item(&text_type, read_field(&sample, "tags").list.items[0], &item);
    assert_slice(item.text.bytes, "soil");
    record_read_item(&fields[11].type, &next, &item);
    assert_ptr_equal(item.record, &next);
}

static void takes_optional_members_that_hold_nothing_as_absent(void **state)
{
    (void) state;
    const Sample sample = {.share = NAN, .level = UINT32_MAX};
    static const struct {
        const char *name;
        bool is_absent;
    } cases[] = {
        {"title", true},   {"summary", true},    {"address", true}, {"count", false},
        {"share", true},   {"duration", true},   {"draft", false},  {"date", true},
        {"level", true},   {"attributes", true}, {"tags", true},    {"next", true},
        {"length", false},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_int_equal(read_field(&sample, cases[i].name).is_absent, cases[i].is_absent);
    Datum datum;
    record_read_item(&text_type, &(Text){0}, &datum);
    assert_false(datum.is_absent);
}

static void describes_types_in_words(void **state)
{
    (void) state;
    static const Type list_type = {.kind = TYPE_LIST, .item = &text_type};
    static const NameFamily family = {.item = {.kind = TYPE_TEXT, .is_optional = true}};
    static const struct {
        Type type;
        const char *words;
    } cases[] = {
        {{.kind = TYPE_TEXT}, "text"},
        {{.kind = TYPE_TEXT, .is_optional = true}, "text?"},
        {{.kind = TYPE_LIST, .item = &list_type}, "list of list of text"},
        {{.kind = TYPE_RECORD, .record = &sample_record, .is_optional = true}, "sample?"},
        {{.kind = TYPE_ENUM, .words = levels, .word_count = 3}, "enum easy|medium|hard"},
        {{.kind = TYPE_NAMES, .family = &family}, "names of text?"},
    };
    Arena arena = {0};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Buffer out;
        buffer_init(&out, &arena, 100);
        type_describe(&out, &cases[i].type);
        assert_slice(buffer_slice(&out), cases[i].words);
    }
    arena_close(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_fields_by_their_whole_name),
        cmocka_unit_test(reads_every_type_of_member),
        cmocka_unit_test(takes_optional_members_that_hold_nothing_as_absent),
        cmocka_unit_test(describes_types_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
