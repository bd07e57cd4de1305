/* Reads values written out as letters. */
#include "template/literal.h"

#include "text/date.h"
#include "text/duration.h"
#include "text/number.h"

static LiteralFault as_fault(bool is_fine)
{
    return is_fine ? LITERAL_FINE : LITERAL_UNREADABLE;
}

static LiteralFault read_bool(Slice text, bool *ret_truth)
{
    *ret_truth = slice_equal(text, SLICE("true"));
    return as_fault(*ret_truth || slice_equal(text, SLICE("false")));
}

static LiteralFault read_date(const TemplateHost *host, Slice text, Date *ret_date)
{
    DateReading reading;
    if (host->zone == NULL || date_read(text, host->zone, true, &reading) != DATE_FINE)
        return LITERAL_UNREADABLE;
    *ret_date = reading.date;
    return LITERAL_FINE;
}

static LiteralFault read_url(Arena *arena, const TemplateHost *host, Slice text, Url *ret_url)
{
    Slice part;
    Slice address;
    if (url_check(arena, text, host->schemes, host->scheme_count, &part, &address) != URL_FINE)
        return LITERAL_ADDRESS;
    *ret_url = (Url){.kind = URL_EXTERNAL, .path = address};
    return LITERAL_FINE;
}

static LiteralFault read_record(const TemplateHost *host, Slice text, const Type *type,
                                const void **ret_key)
{
    if (host->find_literal != NULL)
        *ret_key = host->find_literal(host->context, type->record, text);
    return *ret_key != NULL ? LITERAL_FINE : LITERAL_NO_RECORD;
}

LiteralFault literal_read(Arena *arena, const TemplateHost *host, Slice text, const Type *type,
                          const Language *language, Literal *ret_literal)
{
    Datum *value = &ret_literal->value;
    switch (type->kind) {
    case TYPE_TEXT:
        value->text = (Text){text, language};
        return LITERAL_FINE;
    case TYPE_INT:
        return as_fault(number_read_int(text, &value->integer));
    case TYPE_NUMBER:
        return as_fault(number_read(text, &value->number));
    case TYPE_BOOL:
        return read_bool(text, &value->truth);
    case TYPE_DATE:
        return read_date(host, text, &value->date);
    case TYPE_DURATION:
        return as_fault(duration_read(text, &value->integer));
    case TYPE_ENUM:
        return type_find_word(type, text, &value->word) ? LITERAL_FINE : LITERAL_NO_WORD;
    case TYPE_URL:
        return read_url(arena, host, text, &value->url);
    case TYPE_RECORD:
        return read_record(host, text, type, &ret_literal->key);
    case TYPE_INLINE:
    case TYPE_HTML:
    case TYPE_ATTRIBUTES:
    case TYPE_LIST:
    case TYPE_NAMES:
        return LITERAL_UNREADABLE;
    }
    return LITERAL_UNREADABLE;
}
