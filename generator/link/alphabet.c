/* The A–Z page of each language: every page under the letter its title begins with, so that all can
 * be found without scripts (output 29, 45). */
#include "link/part.h"
#include "text/collate.h"

#define LETTERS_ON_ONE_PAGE 300

static List titled_pages(Site *site, size_t row)
{
    ListBuilder list = {0};
    for (size_t i = 0; i < site->source_count; i++) {
        const Page *page = site->pages[i];
        if (page->origin.language->number == row && page->links.is_listed &&
            page->origin.type != PAGE_HOME)
            list_add(site, &list, page);
    }
    List pages = list_done(&list);
    list_sort(&site->links, pages, SORT_TITLE);
    return pages;
}

/* The letters that have pages, in the order of the language. */
static size_t fill_letters(Site *site, const Language *language, List pages, Letter *letters)
{
    size_t heading_count = collate_heading_count(language);
    ListBuilder *builders = ARENA_ARRAY(&site->links, ListBuilder, heading_count);
    for (size_t i = 0; i < pages.count; i++) {
        const Page *page = page_in(pages, i);
        list_add(site, &builders[page->shape.heading], page);
    }
    size_t count = 0;
    for (size_t i = 0; i < heading_count; i++) {
        if (builders[i].count > 0)
            letters[count++] = (Letter){
                .title = collate_heading(language, i).bytes,
                .id = collate_heading_id(&site->links, language, i),
                .pages = list_done(&builders[i]),
            };
    }
    return count;
}

static Page *make_alphabet(Site *site, const Language *language, Slice path, Text title)
{
    Page *page = page_make(site, PAGE_ALPHABET, language, path, title);
    const void **ancestors = ARENA_ARRAY(&site->links, const void *, 1);
    ancestors[0] = site->homes[language->number];
    page->links.section = site->homes[language->number];
    page->links.ancestors = (List){ancestors, 1};
    page->links.is_listed = true;
    return page;
}

/* Letters on pages of their own: the A–Z page names them and leads there. */
static void make_letter_pages(Site *site, Page *index)
{
    for (size_t i = 0; i < index->links.letter_count; i++) {
        Letter *letter = &index->links.letters[i];
        const MessageValue values[] = {
            {.kind = MESSAGE_TEXT, .text = index->text.front.title},
            {.kind = MESSAGE_TEXT, .text = {letter->title, index->origin.language}},
        };
        Page *page = make_alphabet(
            site, index->origin.language, slice_print(&site->links, "a-z-%zu", i + 1),
            page_words(site, index->origin.language, INTERFACE_ALPHABET_LETTER, values));
        Letter *own = ARENA_NEW(&site->links, Letter);
        *own = *letter;
        letter->pages = (List){0};
        page->links.letters = own;
        page->links.letter_count = 1;
        page->links.first_cut = index;
    }
}

void alphabet_build(Site *site)
{
    site->alphabets = ARENA_ARRAY(&site->links, const Page *, site_language_count(site));
    for (size_t row = 0; row < site_language_count(site); row++) {
        const Language *language = &site->settings.languages->items[row];
        if (!site->homes[row])
            continue;
        List pages = titled_pages(site, row);
        Page *page = make_alphabet(site, language, SLICE("a-z"),
                                   page_words(site, language, INTERFACE_ALPHABET_TITLE, NULL));
        site->alphabets[row] = page;
        page->links.letters = ARENA_ARRAY(&site->links, Letter, collate_heading_count(language));
        page->links.letter_count = fill_letters(site, language, pages, page->links.letters);
        if (pages.count > LETTERS_ON_ONE_PAGE)
            make_letter_pages(site, page);
    }
}
