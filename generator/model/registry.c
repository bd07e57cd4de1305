/* The registry of front-matter fields: one table, from which everything else about fields is made.
 */
#include "model/registry.h"

#include <assert.h>

static const Slice author_types[] = {SLICE_INIT("home"), SLICE_INIT("section"), SLICE_INIT("page"),
                                     SLICE_INIT("article"), SLICE_INIT("guide")};
static const Slice sort_words[] = {SLICE_INIT("date"), SLICE_INIT("weight"), SLICE_INIT("title")};
static const Slice level_words[] = {SLICE_INIT("easy"), SLICE_INIT("medium"), SLICE_INIT("hard")};

#define SECTION_TYPES (PAGE_TYPE_BIT(PAGE_HOME) | PAGE_TYPE_BIT(PAGE_SECTION))
#define GUIDE_TYPES PAGE_TYPE_BIT(PAGE_GUIDE)
#define AT(member) offsetof(FrontMatter, member)
#define WORDS(list) list, sizeof(list) / sizeof(list[0])

/* name, kind, shared, required, types, offset, max, words, default, other names, sample, English,
 * Persian */
// clang-format off
static const Field fields[] = {
    {SLICE_INIT("title"), FIELD_TEXT, false, true, 0, AT(title), 300, NULL, 0, {0},
     SLICE_INIT("عنوان"), SLICE_INIT("…"),
     SLICE_INIT("the page's only level 1 heading"), SLICE_INIT("تنها سرتیتر سطح یک صفحه")},
    {SLICE_INIT("short_title"), FIELD_TEXT, false, false, 0, AT(short_title), 300, NULL, 0,
     SLICE_INIT("title"), {0}, {0},
     SLICE_INIT("a shorter title for menus and breadcrumbs"),
     SLICE_INIT("عنوان کوتاه\u200cتر برای فهرست\u200cها و مسیر صفحه")},
    {SLICE_INIT("description"), FIELD_TEXT, false, false, 0, AT(description), 1000, NULL, 0, {0},
     SLICE_INIT("summary excerpt"), SLICE_INIT("…"),
     SLICE_INIT("one or two sentences for search results and share cards; best under 160 "
                "characters"),
     SLICE_INIT("یکی دو جمله برای نتیجهٔ جست\u200cوجو و کارت هم\u200cرسانی؛ بهتر است زیر ۱۶۰ "
                "نویسه باشد")},
    {SLICE_INIT("date"), FIELD_DATE, true, false, 0, AT(date), 0, NULL, 0, {0},
     SLICE_INIT("publishDate published pubdate تاریخ"), SLICE_INIT("date"),
     SLICE_INIT("first publication; a page with a date in the future waits for it"),
     SLICE_INIT("تاریخ نخستین انتشار؛ صفحه\u200cای که تاریخش نرسیده منتظر می\u200cماند")},
    {SLICE_INIT("updated"), FIELD_DATE, true, false, 0, AT(updated), 0, NULL, 0, {0},
     SLICE_INIT("lastmod modified"), {0},
     SLICE_INIT("last significant change; not before date"),
     SLICE_INIT("آخرین تغییر مهم؛ نه پیش از date")},
    {SLICE_INIT("change_note"), FIELD_TEXT, false, false, 0, AT(change_note), 300, NULL, 0, {0},
     {0}, {0},
     SLICE_INIT("one line on what changed"), SLICE_INIT("یک خط دربارهٔ آنچه عوض شده است")},
    {SLICE_INIT("checked"), FIELD_DATE, false, false, 0, AT(checked), 0, NULL, 0, {0}, {0}, {0},
     SLICE_INIT("day on which facts (of a translation: the text against the original) were "
                "checked"),
     SLICE_INIT("روزی که درستی مطلب (و در ترجمه، برابری با متن اصلی) بررسی شده است")},
    {SLICE_INIT("draft"), FIELD_BOOL, false, false, 0, AT(is_draft), 0, NULL, 0,
     SLICE_INIT("false"), {0}, {0},
     SLICE_INIT("left out of the site until it is false"),
     SLICE_INIT("تا وقتی true است صفحه منتشر نمی\u200cشود")},
    {SLICE_INIT("expires"), FIELD_DATE, true, false, 0, AT(expires), 0, NULL, 0, {0},
     SLICE_INIT("expiryDate"), {0},
     SLICE_INIT("afterwards the page leaves lists and feeds and carries a notice"),
     SLICE_INIT("پس از این روز صفحه از فهرست\u200cها و خوراک\u200cها بیرون می\u200cرود و هشداری "
                "نشان می\u200cدهد")},
    {SLICE_INIT("weight"), FIELD_INT, true, false, 0, AT(weight), 0, NULL, 0, SLICE_INIT("0"), {0},
     {0},
     SLICE_INIT("order by hand: smaller comes first"),
     SLICE_INIT("ترتیب دستی: عدد کوچک\u200cتر جلوتر می\u200cآید")},
    {SLICE_INIT("slug"), FIELD_SLUG, false, false, 0, AT(slug), 0, NULL, 0,
     SLICE_INIT("the file name"), SLICE_INIT("url permalink"), {0},
     SLICE_INIT("name in the address: a-z, 0-9 and single hyphens"),
     SLICE_INIT("نام صفحه در نشانی: a تا z، رقم و خط تیرهٔ تکی")},
    {SLICE_INIT("aliases"), FIELD_ALIASES, false, false, 0, AT(aliases), 64, NULL, 0, {0}, {0}, {0},
     SLICE_INIT("old addresses that lead here, such as /fa/old.html"),
     SLICE_INIT("نشانی\u200cهای قدیمی که به این صفحه می\u200cرسند، مانند /fa/old.html")},
    {SLICE_INIT("tags"), FIELD_TERMS, true, false, 0, 0, 64, NULL, 0, {0}, SLICE_INIT("categories"),
     {0},
     SLICE_INIT("ids from data/tags.yaml"), SLICE_INIT("شناسه\u200cهایی از data/tags.yaml")},
    {SLICE_INIT("image"), FIELD_IMAGE, true, false, 0, AT(image), 0, NULL, 0, {0},
     SLICE_INIT("cover thumbnail featured_image"), {0},
     SLICE_INIT("the page's picture: src, alt, caption, credit, decorative"),
     SLICE_INIT("تصویر صفحه: src، alt، caption، credit، decorative")},
    {SLICE_INIT("authors"), FIELD_IDS, true, false, 0, AT(authors), 64, NULL, 0, {0},
     SLICE_INIT("author"), {0},
     SLICE_INIT("ids from data/people.yaml"), SLICE_INIT("شناسه\u200cهایی از data/people.yaml")},
    {SLICE_INIT("key"), FIELD_PATH, true, false, 0, AT(key), 0, NULL, 0,
     SLICE_INIT("the path without language"), SLICE_INIT("translationKey"), {0},
     SLICE_INIT("joins translations whose files have different names"),
     SLICE_INIT("ترجمه\u200cهایی را که نام پرونده\u200cشان یکی نیست به هم می\u200cپیوندد")},
    {SLICE_INIT("type"), FIELD_WORD, true, false, 0, AT(type), 0, WORDS(author_types),
     SLICE_INIT("children_type of the section"), {0}, {0},
     SLICE_INIT("what kind of page this is"), SLICE_INIT("نوع صفحه")},
    {SLICE_INIT("original"), FIELD_LANGUAGE, true, false, 0, AT(original), 0, NULL, 0,
     SLICE_INIT("original of the site"), {0}, {0},
     SLICE_INIT("language in which the page was first written"),
     SLICE_INIT("زبانی که صفحه نخست به آن نوشته شده است")},
    {SLICE_INIT("noindex"), FIELD_BOOL, true, false, 0, AT(is_noindex), 0, NULL, 0,
     SLICE_INIT("false"), {0}, {0},
     SLICE_INIT("keeps the page out of sitemap, feeds and search"),
     SLICE_INIT("صفحه را از نقشهٔ سایت، خوراک\u200cها و جست\u200cوجو بیرون نگه می\u200cدارد")},
    {SLICE_INIT("menu"), FIELD_NAME, true, false, 0, AT(menu), 0, NULL, 0, {0}, {0}, {0},
     SLICE_INIT("adds the page to that menu"), SLICE_INIT("صفحه را به این منو می\u200cافزاید")},
    {SLICE_INIT("isolate"), FIELD_SWITCH, false, false, 0, AT(no_isolation), 0, NULL, 0,
     SLICE_INIT("on"), {0}, {0},
     SLICE_INIT("off: no automatic isolation on this page"),
     SLICE_INIT("off: در این صفحه هیچ عبارتی خودکار جدا نمی\u200cشود")},
    {SLICE_INIT("typography"), FIELD_SWITCH, false, false, 0, AT(no_typography), 0, NULL, 0,
     SLICE_INIT("on"), {0}, {0},
     SLICE_INIT("off: the rules of typography leave this page alone"),
     SLICE_INIT("off: قاعده\u200cهای حروف\u200cچینی به این صفحه دست نمی\u200cزنند")},
    {SLICE_INIT("silence"), FIELD_SILENCE, false, false, 0, AT(silenced), 0, NULL, 0, {0}, {0}, {0},
     SLICE_INIT("code of a warning → why it does not hold here"),
     SLICE_INIT("کد هشدار ← چرا اینجا درست نیست")},
    {SLICE_INIT("extra"), FIELD_EXTRA, false, false, 0, AT(extra), 0, NULL, 0, {0}, {0}, {0},
     SLICE_INIT("texts for templates"), SLICE_INIT("متن\u200cهایی برای قالب\u200cها")},
    {SLICE_INIT("children_type"), FIELD_WORD, true, false, SECTION_TYPES, AT(children_type), 0,
     WORDS(author_types), SLICE_INIT("page"), {0}, {0},
     SLICE_INIT("type of the pages in this section"), SLICE_INIT("نوع صفحه\u200cهای این بخش")},
    {SLICE_INIT("sort"), FIELD_WORD, true, false, SECTION_TYPES, AT(sort), 0, WORDS(sort_words),
     SLICE_INIT("date"), {0}, {0},
     SLICE_INIT("order of the list"), SLICE_INIT("ترتیب فهرست")},
    {SLICE_INIT("page_size"), FIELD_INT, true, false, SECTION_TYPES, AT(page_size), 0, NULL, 0,
     SLICE_INIT("pagination of the site"), {0}, {0},
     SLICE_INIT("pages on one numbered page of the list"), SLICE_INIT("شمار مطلب در هر برگ فهرست")},
    {SLICE_INIT("feed"), FIELD_BOOL, true, false, SECTION_TYPES, AT(has_feed), 0, NULL, 0,
     SLICE_INIT("true"), {0}, {0},
     SLICE_INIT("whether the section has a feed"), SLICE_INIT("آیا بخش خوراک دارد")},
    {SLICE_INIT("time"), FIELD_DURATION, true, false, GUIDE_TYPES, AT(time), 0, NULL, 0, {0}, {0},
     SLICE_INIT("30m"),
     SLICE_INIT("how long it takes: 30m, 1h 30m, 2d"),
     SLICE_INIT("چقدر زمان می\u200cبرد: ۳۰ دقیقه، 1h 30m، 2d")},
    {SLICE_INIT("needs"), FIELD_TEXTS, false, false, GUIDE_TYPES, AT(needs), 64, NULL, 0, {0}, {0},
     SLICE_INIT("[…]"),
     SLICE_INIT("what the reader needs, as a list"),
     SLICE_INIT("آنچه خواننده لازم دارد، به صورت فهرست")},
    {SLICE_INIT("level"), FIELD_WORD, true, false, GUIDE_TYPES, AT(level), 0, WORDS(level_words),
     {0}, {0}, SLICE_INIT("easy"),
     SLICE_INIT("how hard it is"), SLICE_INIT("میزان دشواری")},
};
// clang-format on

#define FIELD_COUNT (sizeof(fields) / sizeof(fields[0]))
_Static_assert(FIELD_COUNT <= FRONT_MATTER_MAX_FIELDS, "FrontMatter keeps a bit for each field");

size_t registry_count(void)
{
    return FIELD_COUNT;
}

const Field *registry_at(size_t index)
{
    assert(index < FIELD_COUNT);
    return &fields[index];
}

const Field *registry_find(Slice name, size_t *ret_index)
{
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        if (slice_equal(fields[i].name, name)) {
            *ret_index = i;
            return &fields[i];
        }
    }
    return NULL;
}

static bool has_word(Slice words, Slice word)
{
    Slice first;
    while (words.size > 0) {
        slice_cut(words, ' ', &first, &words);
        if (slice_equal(first, word))
            return true;
    }
    return false;
}

const Field *registry_find_other(Slice name)
{
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        if (has_word(fields[i].other_names, name))
            return &fields[i];
    }
    return NULL;
}

typedef struct Advice {
    Slice name;
    Slice english;
    Slice persian;
} Advice;

static const Advice advices[] = {
    {SLICE_INIT("layout"), SLICE_INIT("the type chooses the template"),
     SLICE_INIT("قالب را نوع صفحه تعیین می\u200cکند")},
    {SLICE_INIT("template"), SLICE_INIT("the type chooses the template"),
     SLICE_INIT("قالب را نوع صفحه تعیین می\u200cکند")},
    {SLICE_INIT("lang"), SLICE_INIT("the folder is the language"),
     SLICE_INIT("زبان همان پوشه است")},
    {SLICE_INIT("language"), SLICE_INIT("the folder is the language"),
     SLICE_INIT("زبان همان پوشه است")},
};

Slice registry_advice(Slice name, bool persian)
{
    for (size_t i = 0; i < sizeof(advices) / sizeof(advices[0]); i++) {
        if (slice_equal(advices[i].name, name))
            return persian ? advices[i].persian : advices[i].english;
    }
    return (Slice){0};
}

size_t registry_names(Slice names[FRONT_MATTER_MAX_FIELDS])
{
    for (size_t i = 0; i < FIELD_COUNT; i++)
        names[i] = fields[i].name;
    return FIELD_COUNT;
}
