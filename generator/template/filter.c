/* The table of filters and the checks they share. */
#include "template/filter.h"

#include "template/filter_list.h"
#include "template/filter_text.h"

#define BIT(kind) (1U << (kind))
#define NUMBERS (BIT(TYPE_INT) | BIT(TYPE_NUMBER))
#define MARKUP (BIT(TYPE_INLINE) | BIT(TYPE_HTML))

// clang-format off
static const Filter filters[] = {
    {SLICE_INIT("absolute"), SLICE_INIT("a url"), BIT(TYPE_URL), TYPE_TEXT, 0, NULL,
     filter_absolute,
     SLICE_INIT("the address with the base of site.yaml in front"),
     SLICE_INIT("نشانی کامل، با base تنظیمات در آغاز آن"), NULL},
    {SLICE_INIT("bytes"), SLICE_INIT("an int"), BIT(TYPE_INT), TYPE_TEXT, 0, NULL, filter_bytes,
     SLICE_INIT("a file size in words, in steps of 1,000"),
     SLICE_INIT("اندازهٔ پرونده به واژه، در گام\u200cهای هزارتایی"), NULL},
    {SLICE_INIT("count"), SLICE_INIT("a list or text"), BIT(TYPE_LIST) | BIT(TYPE_TEXT), TYPE_INT,
     0, NULL, filter_count,
     SLICE_INIT("how many items, or letters as readers count them"),
     SLICE_INIT("شمار موردها، یا نویسه\u200cها چنان\u200cکه خواننده می\u200cشمارد"), NULL},
    {SLICE_INIT("date"), SLICE_INIT("a date"), BIT(TYPE_DATE), TYPE_TEXT, 2, filter_check_date,
     filter_date,
     SLICE_INIT("a date in the words and the calendar of the place"),
     SLICE_INIT("تاریخ با واژه\u200cها و تقویم زبان همان جا"), NULL},
    {SLICE_INIT("duration"), SLICE_INIT("a duration"), BIT(TYPE_DURATION), TYPE_TEXT, 0, NULL,
     filter_duration,
     SLICE_INIT("how long something takes, in words"),
     SLICE_INIT("مدت کار، به واژه"), NULL},
    {SLICE_INIT("first"), SLICE_INIT("a list"), BIT(TYPE_LIST), TYPE_LIST, 1, filter_check_first,
     filter_first,
     SLICE_INIT("the first item, or the first n"),
     SLICE_INIT("نخستین مورد، یا n مورد نخست"), NULL},
    {SLICE_INIT("has"), SLICE_INIT("a list"), BIT(TYPE_LIST), TYPE_BOOL, 1, filter_check_has,
     filter_has,
     SLICE_INIT("whether the id is in the list"),
     SLICE_INIT("اینکه شناسه در فهرست هست یا نه"), NULL},
    {SLICE_INIT("iso"), SLICE_INIT("a date or a duration"), BIT(TYPE_DATE) | BIT(TYPE_DURATION),
     TYPE_TEXT, 0, NULL, filter_iso,
     SLICE_INIT("the machine form, Gregorian and in ASCII"),
     SLICE_INIT("شکل ماشینی، میلادی و با رقم لاتین"), NULL},
    {SLICE_INIT("join"), SLICE_INIT("a list of text"), BIT(TYPE_LIST), TYPE_TEXT, 1,
     filter_check_join, filter_join,
     SLICE_INIT("the texts with the given one between them"),
     SLICE_INIT("متن\u200cها با نوشتهٔ داده\u200cشده میان آن\u200cها"), filter_write_join},
    {SLICE_INIT("json"), SLICE_INIT("text, a number, a bool, a date or a list"),
     BIT(TYPE_TEXT) | NUMBERS | BIT(TYPE_BOOL) | BIT(TYPE_DATE) | BIT(TYPE_LIST), TYPE_TEXT, 0,
     filter_check_json, filter_json,
     SLICE_INIT("JSON for a data- attribute"),
     SLICE_INIT("JSON برای ویژگی\u200cهای data-"), NULL},
    {SLICE_INIT("lang"), SLICE_INIT("text"), BIT(TYPE_TEXT), TYPE_TEXT, 1, filter_check_lang,
     filter_lang,
     SLICE_INIT("the same text, said to be in that language"),
     SLICE_INIT("همان متن، با اعلام زبانی دیگر برای آن"), NULL},
    {SLICE_INIT("last"), SLICE_INIT("a list"), BIT(TYPE_LIST), TYPE_LIST, 1, filter_check_first,
     filter_last,
     SLICE_INIT("the last item, or the last n"),
     SLICE_INIT("آخرین مورد، یا n مورد آخر"), NULL},
    {SLICE_INIT("list"), SLICE_INIT("a list of text"), BIT(TYPE_LIST), TYPE_TEXT, 1,
     filter_check_texts, filter_texts,
     SLICE_INIT("the texts as a list in the grammar of the place"),
     SLICE_INIT("متن\u200cها به شکل فهرست، با دستور زبان همان جا"), filter_write_texts},
    {SLICE_INIT("ltr"), SLICE_INIT("text"), BIT(TYPE_TEXT), TYPE_TEXT, 0, NULL, filter_ltr,
     SLICE_INIT("a token that runs left to right, such as a code"),
     SLICE_INIT("تکه\u200cای که چپ به راست می\u200cرود، مانند کد"), NULL},
    {SLICE_INIT("number"), SLICE_INIT("a number"), NUMBERS, TYPE_TEXT, 1, filter_check_digits,
     filter_number,
     SLICE_INIT("a number with the digits and groups of the place"),
     SLICE_INIT("عدد با رقم\u200cها و سه\u200cرقمی\u200cهای همان زبان"), NULL},
    {SLICE_INIT("percent"), SLICE_INIT("a number"), NUMBERS, TYPE_TEXT, 1, filter_check_digits,
     filter_percent,
     SLICE_INIT("0.25 as 25 percent, signs where they belong"),
     SLICE_INIT("۰٫۲۵ به شکل ۲۵ درصد، نشانه سر جای خود"), NULL},
    {SLICE_INIT("plain"), SLICE_INIT("inline, html, text or a number"),
     MARKUP | BIT(TYPE_TEXT) | NUMBERS, TYPE_TEXT, 0, NULL, filter_plain,
     SLICE_INIT("text without markup"),
     SLICE_INIT("متن بدون نشانه\u200cگذاری"), NULL},
    {SLICE_INIT("reverse"), SLICE_INIT("a list"), BIT(TYPE_LIST), TYPE_LIST, 0, filter_check_same,
     filter_reverse,
     SLICE_INIT("the list from its end"),
     SLICE_INIT("فهرست از آخر به اول"), NULL},
    {SLICE_INIT("skip"), SLICE_INIT("a list"), BIT(TYPE_LIST), TYPE_LIST, 1, filter_check_skip,
     filter_skip,
     SLICE_INIT("the list without its first n"),
     SLICE_INIT("فهرست بدون n مورد نخست"), NULL},
    {SLICE_INIT("slug"), SLICE_INIT("text"), BIT(TYPE_TEXT), TYPE_TEXT, 0, NULL, filter_slug,
     SLICE_INIT("a short ASCII name for an id"),
     SLICE_INIT("نامی کوتاه و لاتین برای شناسه"), NULL},
    {SLICE_INIT("sort"), SLICE_INIT("a list"), BIT(TYPE_LIST), TYPE_LIST, 2, filter_check_sort,
     filter_sort,
     SLICE_INIT("the list by a field, desc for downwards"),
     SLICE_INIT("فهرست به ترتیب یک فیلد؛ desc یعنی نزولی"), NULL},
    {SLICE_INIT("truncate"), SLICE_INIT("text"), BIT(TYPE_TEXT), TYPE_TEXT, 1,
     filter_check_truncate, filter_truncate,
     SLICE_INIT("at most n letters, cut behind a word"),
     SLICE_INIT("حداکثر n نویسه، بریده پس از یک واژه"), NULL},
    {SLICE_INIT("url"), SLICE_INIT("text"), BIT(TYPE_TEXT), TYPE_URL, 0, NULL, filter_url,
     SLICE_INIT("an address made from a checked text"),
     SLICE_INIT("نشانی، پس از وارسی متن"), NULL},
    {SLICE_INIT("where"), SLICE_INIT("a list"), BIT(TYPE_LIST), TYPE_LIST, 2, filter_check_where,
     filter_where,
     SLICE_INIT("the items whose field is true or has the value"),
     SLICE_INIT("موردهایی که فیلدشان درست است یا آن مقدار را دارد"), NULL},
};
// clang-format on

#define FILTER_COUNT (sizeof filters / sizeof *filters)

const Filter *filter_find(Slice name)
{
    for (size_t i = 0; i < FILTER_COUNT; i++) {
        if (slice_equal(filters[i].name, name))
            return &filters[i];
    }
    return NULL;
}

size_t filter_names(Arena *arena, const Slice **ret_names)
{
    Slice *names = ARENA_ARRAY(arena, Slice, FILTER_COUNT);
    for (size_t i = 0; i < FILTER_COUNT; i++)
        names[i] = filters[i].name;
    *ret_names = names;
    return FILTER_COUNT;
}

bool filter_refuse_input(Compiler *compiler, const Expression *node)
{
    compiler_fault3(compiler, DIAGNOSTIC_TEMPLATE_TYPE_FILTER,
                    compiler_span(compiler, node->start, node->end), node->filter->name,
                    node->filter->takes, type_name(compiler->arena, &node->left->type));
    return false;
}

bool filter_refuse(Compiler *compiler, const Expression *node, uint32_t i, const Slice *known,
                   size_t known_count)
{
    const ExpressionArgument *argument = &node->arguments[i];
    Span span = compiler_span(compiler, argument->start, argument->end);
    Slice word = argument->word.size > 0 ? argument->word : span_text(span);
    Slice words[2] = {node->filter->name, word};
    compiler_unknown(compiler, DIAGNOSTIC_TEMPLATE_ARGUMENT, span, words, word,
                     (KnownWords){known, known_count});
    return false;
}

bool filter_miss(Compiler *compiler, const Expression *node, const char *what)
{
    compiler_fault(compiler, DIAGNOSTIC_TEMPLATE_ARGUMENT_MISSING, node->start, node->end,
                   node->filter->name, slice_of_string(what));
    return false;
}

bool filter_take_int(Compiler *compiler, Expression *node, uint32_t i, uint32_t min, uint32_t max)
{
    const Expression *value = node->arguments[i].value;
    if (value == NULL || value->kind != EXPRESSION_CONSTANT || value->type.kind != TYPE_INT ||
        value->value.integer < (int64_t) min || value->value.integer > (int64_t) max)
        return filter_refuse(compiler, node, i, NULL, 0);
    node->option = (uint32_t) value->value.integer;
    return true;
}

bool filter_check(Compiler *compiler, Expression *node)
{
    const Filter *filter = node->filter;
    if ((filter->kinds & BIT(node->left->type.kind)) == 0)
        return filter_refuse_input(compiler, node);
    if (node->argument_count > filter->max_arguments)
        return filter_refuse(compiler, node, filter->max_arguments, NULL, 0);
    node->type = (Type){.kind = filter->result};
    return filter->check == NULL || filter->check(compiler, node);
}
