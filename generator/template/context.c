/* The table of attributes and what each demands. */
#include "template/context.h"

typedef struct AttributeRow {
    Slice name;
    Context context;
} AttributeRow;

static const AttributeRow rows[] = {
    {SLICE_INIT("action"), CONTEXT_ADDRESS},
    {SLICE_INIT("alt"), CONTEXT_HUMAN},
    {SLICE_INIT("aria-activedescendant"), CONTEXT_ID},
    {SLICE_INIT("aria-controls"), CONTEXT_ID},
    {SLICE_INIT("aria-describedby"), CONTEXT_ID},
    {SLICE_INIT("aria-description"), CONTEXT_HUMAN},
    {SLICE_INIT("aria-details"), CONTEXT_ID},
    {SLICE_INIT("aria-errormessage"), CONTEXT_ID},
    {SLICE_INIT("aria-flowto"), CONTEXT_ID},
    {SLICE_INIT("aria-label"), CONTEXT_HUMAN},
    {SLICE_INIT("aria-labelledby"), CONTEXT_ID},
    {SLICE_INIT("aria-owns"), CONTEXT_ID},
    {SLICE_INIT("cite"), CONTEXT_ADDRESS},
    {SLICE_INIT("class"), CONTEXT_CLASS},
    {SLICE_INIT("data"), CONTEXT_RESOURCE},
    {SLICE_INIT("for"), CONTEXT_ID},
    {SLICE_INIT("formaction"), CONTEXT_ADDRESS},
    {SLICE_INIT("headers"), CONTEXT_ID},
    {SLICE_INIT("href"), CONTEXT_ADDRESS},
    {SLICE_INIT("id"), CONTEXT_ID},
    {SLICE_INIT("label"), CONTEXT_HUMAN},
    {SLICE_INIT("list"), CONTEXT_ID},
    {SLICE_INIT("placeholder"), CONTEXT_HUMAN},
    {SLICE_INIT("poster"), CONTEXT_RESOURCE},
    {SLICE_INIT("src"), CONTEXT_RESOURCE},
    {SLICE_INIT("srcdoc"), CONTEXT_NOWHERE},
    {SLICE_INIT("srcset"), CONTEXT_CANDIDATES},
    {SLICE_INIT("style"), CONTEXT_NOWHERE},
    {SLICE_INIT("title"), CONTEXT_HUMAN},
    {SLICE_INIT("xlink:href"), CONTEXT_ADDRESS},
};

Context context_of_attribute(Slice element, Slice attribute)
{
    if (slice_starts(attribute, SLICE("on")))
        return CONTEXT_NOWHERE;
    if (slice_equal(attribute, SLICE("content")))
        return slice_equal(element, SLICE("meta")) ? CONTEXT_HUMAN : CONTEXT_MACHINE;
    if (slice_equal(attribute, SLICE("href")) &&
        (slice_equal(element, SLICE("link")) || slice_equal(element, SLICE("use")) ||
         slice_equal(element, SLICE("image"))))
        return CONTEXT_RESOURCE;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (slice_equal(rows[i].name, attribute))
            return rows[i].context;
    }
    return CONTEXT_MACHINE;
}

Slice context_name(Context context)
{
    switch (context) {
    case CONTEXT_TEXT:
        return SLICE("text");
    case CONTEXT_PLAIN:
        return SLICE("a plain-text element");
    case CONTEXT_HUMAN:
    case CONTEXT_MACHINE:
    case CONTEXT_CLASS:
    case CONTEXT_NOWHERE:
        return SLICE("an attribute");
    case CONTEXT_ID:
        return SLICE("an id");
    case CONTEXT_ADDRESS:
    case CONTEXT_RESOURCE:
    case CONTEXT_CANDIDATES:
        return SLICE("an address");
    }
    return (Slice){0};
}

bool context_takes(Context context, TypeKind kind)
{
    switch (kind) {
    case TYPE_INLINE:
    case TYPE_HTML:
        return context == CONTEXT_TEXT;
    case TYPE_URL:
        return context_is_address(context);
    case TYPE_TEXT:
    case TYPE_INT:
    case TYPE_NUMBER:
    case TYPE_ENUM:
        return !context_is_address(context);
    case TYPE_BOOL:
        return context == CONTEXT_MACHINE;
    case TYPE_DATE:
    case TYPE_DURATION:
    case TYPE_ATTRIBUTES:
    case TYPE_LIST:
    case TYPE_RECORD:
    case TYPE_NAMES:
        return false;
    }
    return false;
}

/* True for places where people read: digits of the language, isolation. */
static bool is_human(Context context)
{
    return context == CONTEXT_TEXT || context == CONTEXT_PLAIN || context == CONTEXT_HUMAN;
}

Slice context_remedy(Context context, TypeKind kind)
{
    bool is_address = context_is_address(context);
    if ((kind == TYPE_INLINE || kind == TYPE_HTML) && !is_address)
        return SLICE("plain");
    if (kind == TYPE_TEXT && is_address)
        return SLICE("url");
    if (kind == TYPE_URL && !is_address)
        return SLICE("absolute");
    if (kind == TYPE_DATE)
        return is_human(context) ? SLICE("date") : SLICE("iso");
    if (kind == TYPE_DURATION)
        return is_human(context) ? SLICE("duration") : SLICE("iso");
    return (Slice){0};
}
