/* base/url: references lead from file to file, and only fit addresses leave the site. */
#include "base/url.h"
#include "test.h"

static void writes_references_relative_to_the_page(void **state)
{
    (void) state;
    static const struct {
        const char *path, *fragment, *from, *reference;
    } cases[] = {
        {"fa/guides/drip.html", "", "fa/guides/index.html", "drip.html"},
        {"fa/about.html", "cost", "fa/guides/drip.html", "../about.html#cost"},
        {"en/guides/drip.html", "", "fa/guides/drip.html", "../../en/guides/drip.html"},
        {"index.html", "", "fa/guides/drip.html", "../../index.html"},
        {"fa/guides/drip.html", "", "index.html", "fa/guides/drip.html"},
        {"fa/guides/drip.html", "cost", "fa/guides/drip.html", "#cost"},
        {"fa/guides/drip.html", "", "fa/guides/drip.html", "drip.html"},
        {"fa.html", "", "fa/index.html", "../fa.html"},
        {"faq/a.html", "", "fa/a.html", "../faq/a.html"},
        {"assets/a b?%#.png", "", "index.html", "assets/a%20b%3F%25%23.png"},
        {"آب.pdf", "", "index.html", "%D8%A2%D8%A8.pdf"},
        {"a:b.html", "", "index.html", "./a:b.html"},
    };
    Arena arena = {0};
    Buffer out;
    buffer_init(&out, &arena, 1000);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Url url = {.kind = URL_FILE,
                   .path = slice_of_string(cases[i].path),
                   .fragment = slice_of_string(cases[i].fragment)};
        buffer_clear(&out);
        url_add(&out, &url, slice_of_string(cases[i].from));
        assert_slice(buffer_slice(&out), cases[i].reference);
    }
    arena_close(&arena);
}

static void writes_absolute_addresses_from_the_base(void **state)
{
    (void) state;
    Arena arena = {0};
    Buffer out;
    buffer_init(&out, &arena, 1000);
    Url url = {.kind = URL_FILE, .path = SLICE("fa/a.html"), .fragment = SLICE("x")};
    url_add_absolute(&out, &url, SLICE("https://example.org/w/"));
    assert_slice(buffer_slice(&out), "https://example.org/w/fa/a.html#x");
    buffer_clear(&out);
    url = (Url){.kind = URL_EXTERNAL, .path = SLICE("tel:+982112345")};
    url_add(&out, &url, SLICE("fa/a.html"));
    url_add(&out, &(Url){0}, SLICE("fa/a.html"));
    url_add_absolute(&out, &url, SLICE("https://example.org/"));
    assert_slice(buffer_slice(&out), "tel:+982112345tel:+982112345");
    arena_close(&arena);
}

static void judges_addresses_that_leave_the_site(void **state)
{
    (void) state;
    static const struct {
        const char *address;
        UrlFault fault;
        const char *part_or_address;
    } cases[] = {
        {"https://example.org/", URL_FINE, "https://example.org/"},
        {"HTTPS://example.org:8080/a?b#c", URL_FINE, "HTTPS://example.org:8080/a?b#c"},
        {"http://[2001:db8::1]/", URL_FINE, "http://[2001:db8::1]/"},
        {"https://fa.wikipedia.org/wiki/آب", URL_FINE,
         "https://fa.wikipedia.org/wiki/%D8%A2%D8%A8"},
        {"https://example.org/%D8%A2", URL_FINE, "https://example.org/%D8%A2"},
        {"mailto:a@example.org", URL_FINE, "mailto:a@example.org"},
        {"tel:+98-21-1234", URL_FINE, "tel:+98-21-1234"},
        {"tg://resolve?domain=qanat", URL_FINE, "tg://resolve?domain=qanat"},
        {"geo:35.7,51.4", URL_FINE, "geo:35.7,51.4"}, /* added by the settings */
        {"javascript:alert(1)", URL_SCHEME, "javascript"},
        {"JavaScript:alert(1)", URL_SCHEME, "JavaScript"},
        {"data:text/html,x", URL_SCHEME, "data"}, /* not even the settings can add it */
        {"ftp://example.org/", URL_SCHEME, "ftp"},
        {"//example.org/", URL_HOST, "//example.org/"},
        {"https:///a", URL_HOST, ""},
        {"https:example.org", URL_HOST, "example.org"},
        {"https://آب.ایران/", URL_HOST, "آب.ایران"},
        {"https://bank.example@evil.example/", URL_HOST, "bank.example@evil.example"},
        {"https://example.org\\@evil.example/", URL_CHARACTER, "\\"},
        {"https://example.org/a b", URL_CHARACTER, " "},
        {"java\nscript:alert(1)", URL_CHARACTER, "\n"},
        {" https://example.org/", URL_CHARACTER, " "},
        {"https://example.org/\u202egpj", URL_CHARACTER, "\u202e"},
        {"https://example.org/\u200c", URL_CHARACTER, "\u200c"},
        {"https://example.org/\u00a0", URL_CHARACTER, "\u00a0"},
        {"guides/drip.md", URL_NO_SCHEME, "guides/drip.md"},
        {"/a:b", URL_NO_SCHEME, "/a:b"},
        {"", URL_NO_SCHEME, ""},
    };
    static const Slice added[] = {SLICE_INIT("geo"), SLICE_INIT("data")};
    Arena arena = {0};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Slice part = {0}, address = {0};
        UrlFault fault = url_check(&arena, slice_of_string(cases[i].address), added,
                                   COUNT_OF(added), &part, &address);
        assert_int_equal(fault, cases[i].fault);
        assert_slice(fault == URL_FINE ? address : part, cases[i].part_or_address);
    }
    arena_close(&arena);
}

static void finds_the_path_of_a_site(void **state)
{
    (void) state;
    static const struct {
        const char *base, *path;
    } cases[] = {
        {"https://example.org/", "/"},
        {"https://example.org/sub/", "/sub/"},
        {"https://example.org", "/"},
        {"", "/"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_slice(url_base_path(slice_of_string(cases[i].base)), cases[i].path);
}

static void finds_the_scheme_of_an_address(void **state)
{
    (void) state;
    static const struct {
        const char *address, *scheme;
    } cases[] = {
        {"https://x", "https"},
        {"Web+App:x", "Web+App"},
        {"a/b:c", ""},
        {"#a:b", ""},
        {"1a:b", ""},
        {":a", ""},
        {"", ""},
        {"well.md", ""},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_slice(url_scheme(slice_of_string(cases[i].address)), cases[i].scheme);
}

static void joins_paths_without_leaving_the_root(void **state)
{
    (void) state;
    static const struct {
        const char *from, *path, *joined; /* NULL: leaves the root */
    } cases[] = {
        {"fa/guides/drip.md", "well.md", "fa/guides/well.md"},
        {"fa/guides/drip.md", "../about.md", "fa/about.md"},
        {"fa/guides/drip.md", "./a//b/../c.md", "fa/guides/a/c.md"},
        {"fa/guides/drip.md", "../../en/x.md", "en/x.md"},
        {"fa/guides/drip.md", "../../../x.md", NULL},
        {"index.md", "..", NULL},
        {"fa/index.md", "..", ""},
        {"fa/index.md", "/en/x.md", "en/x.md"},
        {"fa/guides/drip.md", "", "fa/guides"},
        {"", "a/b.md", "a/b.md"},
        {"fa/x.md", "a/", "fa/a"},
    };
    Arena arena = {0};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Slice joined;
        bool is_inside = url_join(&arena, slice_of_string(cases[i].from),
                                  slice_of_string(cases[i].path), &joined);
        assert_int_equal(is_inside, cases[i].joined != NULL);
        if (is_inside)
            assert_slice(joined, cases[i].joined);
    }
    arena_close(&arena);
}

static void decodes_what_percent_signs_stand_for(void **state)
{
    (void) state;
    static const struct {
        const char *text, *decoded; /* NULL: refused */
    } cases[] = {
        {"/fa/old.html", "/fa/old.html"},
        {"/%D8%A2%D8%A8/", "/آب/"},
        {"%d8%a2", "آ"},
        {"آب", "آب"},
        {"%41", "A"},
        {"%4", NULL},
        {"%", NULL},
        {"%4g", NULL},
        {"%D8", NULL},
        {"%D8/", NULL},
    };
    Arena arena = {0};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Slice decoded;
        bool is_fine = url_decode(&arena, slice_of_string(cases[i].text), &decoded);
        assert_int_equal(is_fine, cases[i].decoded != NULL);
        if (is_fine)
            assert_slice(decoded, cases[i].decoded);
    }
    arena_close(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_references_relative_to_the_page),
        cmocka_unit_test(writes_absolute_addresses_from_the_base),
        cmocka_unit_test(judges_addresses_that_leave_the_site),
        cmocka_unit_test(finds_the_path_of_a_site),
        cmocka_unit_test(finds_the_scheme_of_an_address),
        cmocka_unit_test(joins_paths_without_leaving_the_root),
        cmocka_unit_test(decodes_what_percent_signs_stand_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
