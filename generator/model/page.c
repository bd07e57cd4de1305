/* Names of the page types, and the texts of a page outside its tree. */
#include "model/page.h"

#include "text/isolate.h"
#include "text/polish.h"
#include "text/unicode.h"

const Slice page_type_words[PAGE_TYPE_COUNT] = {
    SLICE_INIT("home"),     SLICE_INIT("section"),   SLICE_INIT("page"),     SLICE_INIT("article"),
    SLICE_INIT("guide"),    SLICE_INIT("languages"), SLICE_INIT("taxonomy"), SLICE_INIT("term"),
    SLICE_INIT("alphabet"), SLICE_INIT("not-found"),
};

bool page_type_find(Slice word, PageType *ret_type)
{
    for (PageType type = PAGE_HOME; type <= PAGE_GUIDE; type++) {
        if (slice_equal(page_type_words[type], word)) {
            *ret_type = type;
            return true;
        }
    }
    return false;
}

Slice page_plain(const Page *page, Arena *arena, Slice text)
{
    PolishRules rules;
    polish_rules_init(&rules, page->origin.language);
    rules.no_isolation = page->text.front.no_isolation;
    rules.no_typography = page->text.front.no_typography;
    const Slice plain = polish_string(arena, &rules, text, NULL);
    return plain.at == text.at ? slice_copy(arena, text) : plain;
}

Slice page_shorten(const Page *page, Arena *arena, Slice text, size_t max)
{
    const Slice bare = isolate_strip(arena, text);
    const Slice cut = unicode_shorten(arena, bare, max);
    const bool is_safe = cut.at == bare.at && !page->origin.is_made; // it stands as it was typed
    return is_safe ? text : page_plain(page, arena, cut);
}
