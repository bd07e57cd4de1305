/* What servers are told, as bytes, and the limit of a host. */
#include "expect.h"
#include "render/headers.h"
#include "render/plan.h"

static RenderPlan plan = {.server_policy = SLICE_INIT("default-src 'none'")};

static void fill_site(Site *site, Page *target, size_t count)
{
    *site = (Site){.redirect_count = count, .plan = &plan};
    report_init(&site->output_report, &site->arena, NULL);
    site->settings.base = SLICE("https://example.org/");
    site->redirects = ARENA_ARRAY(&site->arena, Redirect, count);
    target->links.url = (Url){.kind = URL_FILE, .path = SLICE("fa/a.html")};
    for (size_t i = 0; i < count; i++) {
        Slice path = slice_print(&site->arena, "fa/%zu.html", i);
        site->redirects[i] = (Redirect){.address = path, .path = path, .target = target};
    }
}

static void close_site(Site *site)
{
    arena_close(&site->arena);
    arena_close(&site->bytes);
}

static void notes_redirects_that_a_host_would_not_read(void **state)
{
    (void) state;
    static const struct {
        size_t count;
        bool is_noted;
    } cases[] = {{0, false}, {2000, false}, {2001, true}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases)[0]; i++) {
        Site site;
        Page target = {0};
        fill_site(&site, &target, cases[i].count);
        headers_add(&site);
        assert_int_equal(report_has_code(&site.output_report, DIAGNOSTIC_REDIRECT_COUNT),
                         cases[i].is_noted);
        close_site(&site);
    }
}

static void leaves_out_a_list_without_redirects(void **state)
{
    (void) state;
    Site site;
    Page target = {0};
    fill_site(&site, &target, 0);
    headers_add(&site);
    assert_int_equal(site.site_file_count, 3);
    close_site(&site);
    fill_site(&site, &target, 1);
    headers_add(&site);
    assert_int_equal(site.site_file_count, 4);
    expect_text(site.site_files[0].path, "_redirects", "path");
    expect_text(site.site_files[0].bytes, "/fa/0.html /fa/a.html 301\n", "bytes");
    close_site(&site);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(notes_redirects_that_a_host_would_not_read),
        cmocka_unit_test(leaves_out_a_list_without_redirects),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
