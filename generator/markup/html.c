/* What HTML is, as tables, and the only place that escapes; everything that writes markup uses it.
 */
#include "markup/html.h"

#include "base/arena.h"

#include <string.h>

// In alphabetical order. `parents` and `children` are what browsers hold people to, and what they
// would otherwise repair without a word.
// clang-format off
static const HtmlElement elements[] = {
    {.name = SLICE_INIT("a"), .flags = HTML_PHRASING | HTML_CONTENT | HTML_INTERACTIVE},
    {.name = SLICE_INIT("abbr"), .flags = HTML_PHRASING | HTML_CONTENT},
    {.name = SLICE_INIT("address"), .flags = HTML_BLOCK},
    {.name = SLICE_INIT("area"), .flags = HTML_VOID | HTML_PHRASING},
    {.name = SLICE_INIT("article"), .flags = HTML_BLOCK},
    {.name = SLICE_INIT("aside"), .flags = HTML_BLOCK},
    {.name = SLICE_INIT("audio"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("b"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("base"), .flags = HTML_VOID, .parents = SLICE_INIT("head")},
    {.name = SLICE_INIT("bdi"), .flags = HTML_PHRASING | HTML_CONTENT},
    {.name = SLICE_INIT("bdo"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("blockquote"), .flags = HTML_BLOCK | HTML_CONTENT},
    {.name = SLICE_INIT("body"), .flags = 0, .parents = SLICE_INIT("html")},
    {.name = SLICE_INIT("br"), .flags = HTML_VOID | HTML_PHRASING | HTML_CONTENT},
    {.name = SLICE_INIT("button"), .flags = HTML_PHRASING | HTML_INTERACTIVE},
    {.name = SLICE_INIT("canvas"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("caption"), .flags = HTML_CONTENT, .parents = SLICE_INIT("table")},
    {.name = SLICE_INIT("cite"), .flags = HTML_PHRASING | HTML_CONTENT},
    {.name = SLICE_INIT("code"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("col"), .flags = HTML_VOID, .parents = SLICE_INIT("colgroup table")},
    {.name = SLICE_INIT("colgroup"), .flags = HTML_TEXTLESS, .parents = SLICE_INIT("table"),
     .children = SLICE_INIT("col template")},
    {.name = SLICE_INIT("data"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("datalist"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("dd"), .flags = HTML_BLOCK | HTML_CONTENT, .parents = SLICE_INIT("dl div")},
    {.name = SLICE_INIT("del"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("details"), .flags = HTML_BLOCK | HTML_CONTENT | HTML_INTERACTIVE},
    {.name = SLICE_INIT("dfn"), .flags = HTML_PHRASING | HTML_CONTENT},
    {.name = SLICE_INIT("dialog"), .flags = HTML_BLOCK},
    {.name = SLICE_INIT("div"), .flags = HTML_BLOCK | HTML_CONTENT},
    {.name = SLICE_INIT("dl"), .flags = HTML_BLOCK | HTML_CONTENT,
     .children = SLICE_INIT("dt dd div script template")},
    {.name = SLICE_INIT("dt"), .flags = HTML_BLOCK | HTML_CONTENT, .parents = SLICE_INIT("dl div")},
    {.name = SLICE_INIT("em"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("embed"), .flags = HTML_VOID | HTML_PHRASING | HTML_INTERACTIVE},
    {.name = SLICE_INIT("fieldset"), .flags = HTML_BLOCK},
    {.name = SLICE_INIT("figcaption"), .flags = HTML_BLOCK | HTML_CONTENT,
     .parents = SLICE_INIT("figure")},
    {.name = SLICE_INIT("figure"), .flags = HTML_BLOCK | HTML_CONTENT},
    {.name = SLICE_INIT("footer"), .flags = HTML_BLOCK},
    {.name = SLICE_INIT("form"), .flags = HTML_BLOCK},
    {.name = SLICE_INIT("h1"), .flags = HTML_BLOCK | HTML_HEADING},
    {.name = SLICE_INIT("h2"), .flags = HTML_BLOCK | HTML_HEADING},
    {.name = SLICE_INIT("h3"), .flags = HTML_BLOCK | HTML_HEADING},
    {.name = SLICE_INIT("h4"), .flags = HTML_BLOCK | HTML_HEADING},
    {.name = SLICE_INIT("h5"), .flags = HTML_BLOCK | HTML_HEADING},
    {.name = SLICE_INIT("h6"), .flags = HTML_BLOCK | HTML_HEADING},
    {.name = SLICE_INIT("head"), .flags = HTML_TEXTLESS, .parents = SLICE_INIT("html"),
     .children = SLICE_INIT("title meta link base style script noscript template")},
    {.name = SLICE_INIT("header"), .flags = HTML_BLOCK},
    {.name = SLICE_INIT("hgroup"), .flags = HTML_BLOCK},
    {.name = SLICE_INIT("hr"), .flags = HTML_VOID | HTML_BLOCK},
    {.name = SLICE_INIT("html"), .flags = HTML_TEXTLESS, .children = SLICE_INIT("head body")},
    {.name = SLICE_INIT("i"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("iframe"), .flags = HTML_PHRASING | HTML_INTERACTIVE},
    {.name = SLICE_INIT("img"), .flags = HTML_VOID | HTML_PHRASING | HTML_CONTENT},
    {.name = SLICE_INIT("input"), .flags = HTML_VOID | HTML_PHRASING | HTML_INTERACTIVE},
    {.name = SLICE_INIT("ins"), .flags = HTML_PHRASING | HTML_CONTENT},
    {.name = SLICE_INIT("kbd"), .flags = HTML_PHRASING | HTML_CONTENT},
    {.name = SLICE_INIT("label"), .flags = HTML_PHRASING | HTML_INTERACTIVE},
    {.name = SLICE_INIT("legend"), .flags = 0, .parents = SLICE_INIT("fieldset")},
    {.name = SLICE_INIT("li"), .flags = HTML_BLOCK | HTML_CONTENT,
     .parents = SLICE_INIT("ul ol menu")},
    {.name = SLICE_INIT("link"), .flags = HTML_VOID | HTML_PHRASING},
    {.name = SLICE_INIT("main"), .flags = HTML_BLOCK},
    {.name = SLICE_INIT("map"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("mark"), .flags = HTML_PHRASING | HTML_CONTENT},
    {.name = SLICE_INIT("math"), .flags = HTML_PHRASING | HTML_FOREIGN},
    {.name = SLICE_INIT("menu"), .flags = HTML_BLOCK, .children = SLICE_INIT("li script template")},
    {.name = SLICE_INIT("meta"), .flags = HTML_VOID | HTML_PHRASING},
    {.name = SLICE_INIT("meter"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("nav"), .flags = HTML_BLOCK},
    {.name = SLICE_INIT("noscript"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("object"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("ol"), .flags = HTML_BLOCK | HTML_CONTENT,
     .children = SLICE_INIT("li script template")},
    {.name = SLICE_INIT("optgroup"), .flags = 0, .parents = SLICE_INIT("select"),
     .children = SLICE_INIT("option script template")},
    {.name = SLICE_INIT("option"), .flags = HTML_PLAIN,
     .parents = SLICE_INIT("select optgroup datalist")},
    {.name = SLICE_INIT("output"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("p"), .flags = HTML_BLOCK | HTML_CONTENT},
    {.name = SLICE_INIT("picture"), .flags = HTML_PHRASING,
     .children = SLICE_INIT("source img script template")},
    {.name = SLICE_INIT("pre"), .flags = HTML_BLOCK | HTML_PRESERVES},
    {.name = SLICE_INIT("progress"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("q"), .flags = HTML_PHRASING | HTML_CONTENT},
    {.name = SLICE_INIT("rp"), .flags = 0, .parents = SLICE_INIT("ruby")},
    {.name = SLICE_INIT("rt"), .flags = 0, .parents = SLICE_INIT("ruby")},
    {.name = SLICE_INIT("ruby"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("s"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("samp"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("script"), .flags = HTML_PHRASING | HTML_RAW},
    {.name = SLICE_INIT("search"), .flags = HTML_BLOCK},
    {.name = SLICE_INIT("section"), .flags = HTML_BLOCK | HTML_CONTENT},
    {.name = SLICE_INIT("select"), .flags = HTML_PHRASING | HTML_INTERACTIVE,
     .children = SLICE_INIT("option optgroup hr script template")},
    {.name = SLICE_INIT("slot"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("small"), .flags = HTML_PHRASING | HTML_CONTENT},
    {.name = SLICE_INIT("source"), .flags = HTML_VOID,
     .parents = SLICE_INIT("picture audio video")},
    {.name = SLICE_INIT("span"), .flags = HTML_PHRASING | HTML_CONTENT},
    {.name = SLICE_INIT("strong"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("style"), .flags = HTML_RAW},
    {.name = SLICE_INIT("sub"), .flags = HTML_PHRASING | HTML_CONTENT},
    {.name = SLICE_INIT("summary"), .flags = HTML_BLOCK | HTML_CONTENT,
     .parents = SLICE_INIT("details")},
    {.name = SLICE_INIT("sup"), .flags = HTML_PHRASING | HTML_CONTENT},
    {.name = SLICE_INIT("svg"), .flags = HTML_PHRASING | HTML_FOREIGN},
    {.name = SLICE_INIT("table"), .flags = HTML_BLOCK | HTML_TEXTLESS | HTML_CONTENT,
     .children = SLICE_INIT("caption colgroup col thead tbody tfoot tr script style template")},
    {.name = SLICE_INIT("tbody"), .flags = HTML_TEXTLESS | HTML_CONTENT,
     .parents = SLICE_INIT("table"),
     .children = SLICE_INIT("tr script template")},
    {.name = SLICE_INIT("td"), .flags = HTML_CONTENT, .parents = SLICE_INIT("tr")},
    {.name = SLICE_INIT("template"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("textarea"), .flags = HTML_PHRASING | HTML_PLAIN |
     HTML_INTERACTIVE | HTML_PRESERVES},
    {.name = SLICE_INIT("tfoot"), .flags = HTML_TEXTLESS, .parents = SLICE_INIT("table"),
     .children = SLICE_INIT("tr script template")},
    {.name = SLICE_INIT("th"), .flags = HTML_CONTENT, .parents = SLICE_INIT("tr")},
    {.name = SLICE_INIT("thead"), .flags = HTML_TEXTLESS | HTML_CONTENT,
     .parents = SLICE_INIT("table"),
     .children = SLICE_INIT("tr script template")},
    {.name = SLICE_INIT("time"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("title"), .flags = HTML_PLAIN, .parents = SLICE_INIT("head")},
    {.name = SLICE_INIT("tr"), .flags = HTML_TEXTLESS | HTML_CONTENT,
     .parents = SLICE_INIT("table thead tbody tfoot"),
     .children = SLICE_INIT("td th script template")},
    {.name = SLICE_INIT("track"), .flags = HTML_VOID, .parents = SLICE_INIT("audio video")},
    {.name = SLICE_INIT("u"), .flags = HTML_PHRASING | HTML_CONTENT},
    {.name = SLICE_INIT("ul"), .flags = HTML_BLOCK | HTML_CONTENT,
     .children = SLICE_INIT("li script template")},
    {.name = SLICE_INIT("var"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("video"), .flags = HTML_PHRASING},
    {.name = SLICE_INIT("wbr"), .flags = HTML_VOID | HTML_PHRASING},
};
// clang-format on

#define ELEMENT_COUNT (sizeof elements / sizeof elements[0])

static const Slice boolean_attributes =
    SLICE_INIT("allowfullscreen async autofocus autoplay checked controls default defer disabled "
               "download formnovalidate hidden inert ismap itemscope loop multiple muted nomodule "
               "novalidate open playsinline readonly required reversed selected");

static const Slice content_attributes =
    SLICE_INIT("alt class colspan dir height href hreflang id lang open rowspan scope src title "
               "width");

const HtmlElement *html_find_element(Slice name)
{
    size_t low = 0;
    size_t high = ELEMENT_COUNT;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        const int order = slice_compare(name, elements[middle].name);
        if (order == 0)
            return &elements[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

size_t html_element_names(Arena *arena, Slice **ret_names)
{
    *ret_names = ARENA_ARRAY(arena, Slice, ELEMENT_COUNT);
    for (size_t i = 0; i < ELEMENT_COUNT; i++)
        (*ret_names)[i] = elements[i].name;
    return ELEMENT_COUNT;
}

static bool holds_word(Slice words, Slice word)
{
    Slice first;
    while (words.size > 0) {
        slice_cut(words, ' ', &first, &words);
        if (slice_equal(first, word))
            return true;
    }
    return false;
}

bool html_is_void(Slice name)
{
    const HtmlElement *element = html_find_element(name);
    return element != NULL && (element->flags & HTML_VOID) != 0;
}

bool html_is_boolean_attribute(Slice name)
{
    return holds_word(boolean_attributes, name);
}

bool html_is_content_attribute(Slice name)
{
    return holds_word(content_attributes, name);
}

static bool is_named(const HtmlElement *element, Slice name)
{
    return slice_equal(element->name, name);
}

/* Does `child` end or break an element that is open further out? */
static bool is_at_odds(const HtmlElement *outer, const HtmlElement *child, bool is_behind_wall)
{
    if (is_named(outer, SLICE("p")))
        return (child->flags & HTML_BLOCK) != 0 && !is_behind_wall;
    if (is_named(outer, SLICE("a")) || is_named(outer, SLICE("button")))
        return (child->flags & HTML_INTERACTIVE) != 0;
    return is_named(outer, SLICE("form")) && is_named(child, SLICE("form"));
}

bool html_is_phrase(const HtmlElement *element)
{
    return holds_word(SLICE("p h1 h2 h3 h4 h5 h6 a span button"), element->name);
}

/* An open <p> is not looked for beyond these. */
static bool is_wall(const HtmlElement *element)
{
    return holds_word(SLICE("button caption object table td template th"), element->name);
}

static bool may_hold(const HtmlElement *parent, const HtmlElement *child)
{
    if ((parent->flags & (HTML_PLAIN | HTML_RAW | HTML_VOID)) != 0)
        return false;
    // a heading begins where another is open: the first one ends
    if ((parent->flags & child->flags & HTML_HEADING) != 0)
        return false;
    return parent->children.size == 0 || holds_word(parent->children, child->name);
}

bool html_may_stand(const HtmlElement *const *open, size_t count, const HtmlElement *child,
                    size_t *ret_at)
{
    if (count == 0)
        return true;
    const HtmlElement *parent = open[count - 1];
    if (parent != NULL && (parent->flags & HTML_FOREIGN) != 0)
        return true;
    *ret_at = count - 1;
    if (parent != NULL && !may_hold(parent, child))
        return false;
    bool is_behind_wall = false;
    for (size_t i = count; i > 0; i--) {
        const HtmlElement *outer = open[i - 1];
        if (outer == NULL)
            continue;
        *ret_at = i - 1;
        if (is_at_odds(outer, child, is_behind_wall))
            return false;
        is_behind_wall = is_behind_wall || is_wall(outer);
    }
    *ret_at = count;
    return parent == NULL || child->parents.size == 0 || holds_word(child->parents, parent->name);
}

static Slice escape_of(char byte)
{
    switch (byte) {
    case '&':
        return SLICE("&amp;");
    case '<':
        return SLICE("&lt;");
    case '>':
        return SLICE("&gt;");
    default:
        return SLICE("&quot;");
    }
}

static void escape(Buffer *out, Slice text, const char marks[4])
{
    for (size_t i; slice_find_any(text, marks, &i); text = slice_from(text, i + 1)) {
        buffer_add(out, slice_to(text, i));
        buffer_add(out, escape_of(text.at[i]));
    }
    buffer_add(out, text);
}

void html_escape(Buffer *out, Slice text)
{
    escape(out, text, "&<><");
}

/* Bytes at the start of `text` that no XML file may hold; 0: it may stand. */
static size_t refused_size(Slice text)
{
    unsigned char byte = (unsigned char) text.at[0];
    if (byte >= 0xFE) // never part of a letter
        return 1;
    if (byte < 0x20)
        return byte != '\t' && byte != '\n' && byte != '\r' ? 1 : 0;
    bool is_last = slice_starts(text, SLICE("\xEF\xBF\xBE")) || // U+FFFE, U+FFFF
                   slice_starts(text, SLICE("\xEF\xBF\xBF"));
    return is_last ? 3 : 0;
}

void html_escape_xml(Buffer *out, Slice text)
{
    size_t done = 0;
    for (size_t i = 0; i < text.size;) {
        unsigned char byte = (unsigned char) text.at[i];
        size_t size = byte < 0x20 || byte >= 0xEF ? refused_size(slice_from(text, i)) : 0;
        if (size > 0) {
            html_escape(out, slice_part(text, done, i));
            done = i + size;
        }
        i += size > 0 ? size : 1;
    }
    html_escape(out, slice_from(text, done));
}

void html_escape_value(Buffer *out, Slice value)
{
    escape(out, value, "&<>\"");
}

void html_open_tag(Buffer *out, Slice name)
{
    buffer_add_byte(out, '<');
    buffer_add(out, name);
}

void html_attribute(Buffer *out, Slice name, Slice value)
{
    html_bare_attribute(out, name);
    buffer_add(out, SLICE("=\""));
    html_escape_value(out, value);
    buffer_add_byte(out, '"');
}

void html_bare_attribute(Buffer *out, Slice name)
{
    buffer_add_byte(out, ' ');
    buffer_add(out, name);
}

void html_close_tag(Buffer *out)
{
    buffer_add_byte(out, '>');
}

void html_close_empty(Buffer *out)
{
    buffer_add(out, SLICE("/>"));
}

static void start_element(Buffer *out, Slice name)
{
    html_open_tag(out, name);
    html_close_tag(out);
}

void html_end(Buffer *out, Slice name)
{
    buffer_add(out, SLICE("</"));
    buffer_add(out, name);
    buffer_add_byte(out, '>');
}

void html_text(Buffer *out, Slice name, Slice text)
{
    start_element(out, name);
    html_escape(out, text);
    html_end(out, name);
}
