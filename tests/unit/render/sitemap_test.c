/* Sitemaps within the limits of their format, and versions of a page that name each other. */
#include "expect.h"
#include "render/alternate.h"
#include "render/sitemap.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* A site of numbered pages in two languages, each the other's translation. */
static void fill_site(Site *site, Languages *languages, size_t count)
{
    *site = (Site){.page_count = count * 2};
    site->settings.base = SLICE("https://example.org/");
    site->settings.languages = languages;
    site->settings.default_language = &languages->items[0];
    site->pages = ARENA_ARRAY(&site->arena, Page *, site->page_count);
    for (size_t i = 0; i < site->page_count; i++) {
        const Language *language = &languages->items[i / count];
        Page *page = ARENA_NEW(&site->arena, Page);
        Slice path = slice_print(&site->arena, "%.*s/%zu.html", SLICE_FORMAT(language->folder),
                                 i % count + 1);
        page->site = site;
        page->origin.language = language;
        page->links = (PageLinks){
            .url = {.kind = URL_FILE, .path = path},
            .content_language = language,
            .is_listed = true,
            .translations = ARENA_NEW(&site->arena, Translation),
            .translation_count = 1,
        };
        site->pages[i] = page;
    }
    for (size_t i = 0; i < site->page_count; i++) {
        Page *other = site->pages[(i + count) % site->page_count];
        site->pages[i]->links.translations[0] = (Translation){other->origin.language, other, NULL};
    }
}

static Languages open_languages(Language *items)
{
    items[0] = (Language){.tag = SLICE("fa"), .hreflang = SLICE("fa"), .folder = SLICE("fa")};
    items[1] =
        (Language){.tag = SLICE("en"), .hreflang = SLICE("en"), .folder = SLICE("en"), .number = 1};
    return (Languages){.items = items, .count = 2};
}

static void close_site(Site *site)
{
    arena_close(&site->arena);
    arena_close(&site->bytes);
    for (size_t i = 0; i < WORKERS_MAX; i++)
        arena_close(&site->task_links[i].arena);
}

static size_t count_of(Slice text, Slice word)
{
    size_t count = 0;
    size_t at;
    for (; slice_find(text, word, &at); text = slice_from(text, at + word.size))
        count++;
    return count;
}

static Slice file_at(const Site *site, const char *path)
{
    for (size_t i = 0; i < site->site_file_count; i++) {
        if (slice_equal(site->site_files[i].path, slice_of_string(path)))
            return site->site_files[i].bytes;
    }
    return (Slice){0};
}

static void cuts_sitemaps_at_the_limits_of_the_format(void **state)
{
    (void) state;
    static const struct {
        size_t pages;
        SitemapLimits limits;
        size_t first, second, third; /* addresses in the files of one language */
    } cases[] = {
        {2, {2, 10000}, 2, 0, 0},   {3, {2, 10000}, 2, 1, 0},  {4, {2, 10000}, 2, 2, 0},
        {5, {2, 10000}, 2, 2, 1},   {4, {100, 1100}, 3, 1, 0}, {2, {100, 10}, 1, 1, 0},
        {1, {100, 10000}, 1, 0, 0},
    };
    Language items[2];
    Languages languages = open_languages(items);
    Workers *workers = workers_open(2);
    for (size_t i = 0; i < COUNT(cases); i++) {
        Site site;
        fill_site(&site, &languages, cases[i].pages);
        sitemap_add(&site, cases[i].limits, workers);
        const size_t wanted[] = {cases[i].first, cases[i].second, cases[i].third};
        const char *const paths[] = {"en/sitemap.xml", "en/sitemap-2.xml", "en/sitemap-3.xml"};
        size_t file_count = 0;
        for (size_t k = 0; k < COUNT(paths); k++) {
            Slice text = file_at(&site, paths[k]);
            assert_int_equal(count_of(text, SLICE("<loc>")), wanted[k]);
            assert_int_equal(count_of(text, SLICE("</urlset>")), wanted[k] > 0);
            assert_true(text.size <= cases[i].limits.size || wanted[k] == 1);
            file_count += wanted[k] > 0;
        }
        assert_int_equal(count_of(file_at(&site, "sitemap.xml"), SLICE("<loc>")), 2 * file_count);
        close_site(&site);
    }
    workers_close(workers);
}

static void names_no_sitemap_without_a_base(void **state)
{
    (void) state;
    Language items[2];
    Languages languages = open_languages(items);
    Site site;
    fill_site(&site, &languages, 1);
    site.settings.base = (Slice){0};
    Workers *workers = workers_open(1);
    sitemap_add(&site, (SitemapLimits){SITEMAP_MAX_COUNT, SITEMAP_MAX_SIZE}, workers);
    assert_int_equal(site.site_file_count, 0);
    workers_close(workers);
    close_site(&site);
}

static void names_only_versions_that_exist_and_name_it_back(void **state)
{
    (void) state;
    enum Hidden { NOTHING, NO_TRANSLATION, OTHER_HIDDEN, SELF_HIDDEN, OTHER_STANDS_IN };
    static const struct {
        enum Hidden hidden;
        size_t count;
    } cases[] = {
        {NOTHING, 3},     {NO_TRANSLATION, 0},  {OTHER_HIDDEN, 0},
        {SELF_HIDDEN, 0}, {OTHER_STANDS_IN, 0},
    };
    Language items[2];
    Languages languages = open_languages(items);
    for (size_t i = 0; i < COUNT(cases); i++) {
        Site site;
        fill_site(&site, &languages, 1);
        Page *page = site.pages[1], *other = site.pages[0];
        if (cases[i].hidden == NO_TRANSLATION)
            page->links.translations[0].page = NULL;
        other->text.front.is_noindex = cases[i].hidden == OTHER_HIDDEN;
        page->text.front.is_noindex = cases[i].hidden == SELF_HIDDEN;
        if (cases[i].hidden == OTHER_STANDS_IN)
            other->links.content_language = &items[1];
        Alternate *alternates;
        size_t count = alternate_list(page, &site.arena, &alternates);
        assert_int_equal(count, cases[i].count);
        if (count > 0) {
            assert_ptr_equal(alternates[0].page, page);
            assert_ptr_equal(alternates[1].page, other);
            expect_text(alternates[2].hreflang, "x-default", "last");
            assert_ptr_equal(alternates[2].page, other);
        }
        close_site(&site);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_sitemaps_at_the_limits_of_the_format),
        cmocka_unit_test(names_no_sitemap_without_a_base),
        cmocka_unit_test(names_only_versions_that_exist_and_name_it_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
