/* What templates write: every form of the language over the toy site. long: tables */
#include "theme.h"

typedef struct Case {
    const char *piece;
    const char *component;
    const char *expected;
} Case;

static void check(const Case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        expect_text(toy_write_piece(cases[i].piece, cases[i].component), cases[i].expected,
                    cases[i].piece);
}

static void keeps_text_behind_a_false_test(void **state)
{
    (void) state;
    static const Case cases[] = {
        {"<a t-if=\"page.draft\">1</a><p>2</p>", NULL, "<p>2</p>"},
        {"<a t-if=\"not page.draft\">1</a><p>2</p>", NULL, "<a>1</a><p>2</p>"},
        {"<p>0</p><b t-for=\"x in page.steps\">1</b><p>2</p>", NULL, "<p>0</p><p>2</p>"},
    };
    check(cases, COUNT(cases));
}

static void writes_flow(void **state)
{
    (void) state;
    static const Case cases[] = {
        {"<b t-if=\"page.draft\">1</b> <i t-else>2</i>", NULL, "<i>2</i>"},
        {"<b t-if=\"page.draft\">1</b><i t-else t-if=\"page.image\">2</i><u t-else>3</u>", NULL,
         "<i>2</i>"},
        {"<b t-for=\"t, i in page.tags\">{i}{t | lang 'fa'}</b>", NULL, "<b>۱آب</b><b>۲soil</b>"},
        {"<b t-for=\"t in page.steps\">1</b><i t-else>2</i>", NULL, "<i>2</i>"},
        {"<b t-for=\"p in page.pages\" t-if=\"p.words > 10\">{p.words}</b>", NULL, "<b>۱۲۳۴</b>"},
        {"<b t-let=\"n = page.words; s = ';'\">{n}{s}</b>", NULL, "<b>۱۲۳۴;</b>"},
        {"<t-match on=\"page.state\"><t-case is=\"fresh|minor\">1</t-case><t-default>2</t-default>"
         "</t-match>",
         NULL, "1"},
        {"<t-block t-for=\"p in page.pages\"><t-match on=\"p.type\"><t-case is=\"guide\">"
         "<b t-if=\"p.time\">{p.time | duration}</b></t-case><t-default>-</t-default></t-match>"
         "</t-block>",
         NULL, "<b>۱" NBSP "ساعت و ۳۰" NBSP "دقیقه</b>"},
        {"<b t-omit>1</b><b t-omit=\"page.draft\">2</b><b t-omit=\"page.image\">3</b>", NULL,
         "1<b>2</b>3"},
        {"<t-element name=\"h{page.words | count}\"/>", NULL,
         "1:33 template/type [count] [a list or text] [int]; "},
        {"<t-element name=\"h{2}\" id=\"a\">x</t-element>", NULL, "<h2 id=\"a\">x</h2>"},
        {"{{x}} }", NULL, "{x} }"},
        {"<p>  a \n b  c</p>", NULL, "<p> a\nb c</p>"},
        {"<pre>  a \n b</pre>", NULL, "<pre>  a \n b</pre>"},
        {"\n <p>a</p>\n", NULL, "<p>a</p>"},
        {"<script>if (a < b) {x()}</script>", NULL, "<script>if (a < b) {x()}</script>"},
        {"<t-inline asset=\"main.css\"/><t-inline asset=\"logo.svg\"/>", NULL,
         "<style>p>b{color:red}</style><svg><path d=\"M0 0\"/></svg>"},
    };
    check(cases, COUNT(cases));
}

static void writes_expressions(void **state)
{
    (void) state;
    static const Case cases[] = {
        {"{page.description ?: page.title}", NULL, "راهنمای آب"},
        {"{page.extra.color ?: 'red'} {page.extra.size ?: 'big'}", NULL, "green big"},
        {"{page.updated ?: page.updated | iso}", NULL,
         "1:33 template/type [“?:”] [a date] [text]; "},
        {"<b t-if=\"page.words >= 1234 and not page.draft or false\">1</b>", NULL, "<b>1</b>"},
        {"<b t-if=\"page.state == 'fresh' and page.lang != 'en'\">1</b>", NULL, "<b>1</b>"},
        {"<b t-if=\"(page.words < 3 or 1.5 > 1) and page.url == page.url\">1</b>", NULL,
         "<b>1</b>"},
        {"<b t-if=\"page.image and page.image.width > 3\">1</b>", NULL, "<b>1</b>"},
        {"<b t-if=\"not page.image\">0</b><i t-else>{page.image.width}</i>", NULL, "<i>۶۴۰</i>"},
        {"<time t-if=\"page.updated\" datetime=\"{page.updated | iso}\">{page.updated | "
         "date}</time>",
         NULL, "<time datetime=\"2024-07-12\">۲۲ تیر ۱۴۰۳</time>"},
        {"{page.words | number} {page.ratio | percent} {page.words | bytes}", NULL,
         "۱٬۲۳۴ " ALM "۲۵٪ ۱٫۲" NBSP "کیلوبایت"},
        {"{page.body | plain} {page.title | truncate 8} {page.title | count}", NULL,
         "متن یک راهنمای… ۱۰"},
        {"<b t-if=\"page.tags | has 'soil'\">{page.tags | count}</b>", NULL, "<b>۲</b>"},
        {"<b t-if=\"page.authors | has 'sara'\">1</b>", NULL, "<b>1</b>"},
        {"<b t-for=\"p in page.pages | sort words\">{p.words}</b>", NULL, "<b>۷</b><b>۱۲۳۴</b>"},
        {"<b t-for=\"p in page.pages | sort title desc\">{p.words}</b>", NULL,
         "<b>۷</b><b>۱۲۳۴</b>"},
        {"<b t-for=\"p in page.pages | where words 7\">{p.words}</b>", NULL, "<b>۷</b>"},
        {"<b t-for=\"p in page.pages | where type 'guide' | skip 1 | reverse\">{p.words}</b>", NULL,
         "<b>۱۲۳۴</b>"},
        {"<b t-for=\"p in page.pages | last 1\">{p.words}</b>", NULL, "<b>۱۲۳۴</b>"},
        {"<b t-let=\"p = page.pages | first\" t-if=\"true\"><i t-if=\"p\">{p.words}</i></b>", NULL,
         "<b><i>۷</i></b>"},
        {"<b data-x=\"{page.tags | json}\" data-n=\"{page.words}\"></b>", NULL,
         "<b data-x=\"[&quot;آب&quot;,&quot;soil&quot;]\" data-n=\"1234\"></b>"},
        {"{page.tags | list}", NULL, "آب و <bdi lang=\"en\" dir=\"ltr\">soil</bdi>"},
        {"{page.tags | join ', '}", NULL, "آب, <bdi lang=\"en\" dir=\"ltr\">soil</bdi>"},
        {"{page.tags | list | truncate 90}", NULL, "آب و <bdi dir=\"ltr\">soil</bdi>"},
        {"<b title=\"{page.tags | list}\"></b>", NULL, "<b title=\"آب و " LRI "soil" PDI "\"></b>"},
        {"{page.tags | list or}", NULL, "آب یا <bdi lang=\"en\" dir=\"ltr\">soil</bdi>"},
        {"{'Ab c' | slug}", NULL, "ab-c"},
        {"{msg page.of n=2 total=page.paginator.count}", NULL, "صفحهٔ ۲ از ۳"},
        {"<t-msg key=\"more\"><t-fill slot=\"link\"><a href=\"{page.url}\">x</a></t-fill></t-msg>",
         NULL, "بیشتر در <a href=\"drip.html\">x</a> ببینید"},
    };
    check(cases, COUNT(cases));
}

static void writes_attributes(void **state)
{
    (void) state;
    static const Case cases[] = {
        {"<img src=\"{asset 'main.css'}\" alt=\"\">", NULL,
         "<img src=\"../../assets/main.1a2b.css\" alt=\"\">"},
        {"<a href=\"{page.url}\">1</a><a href=\"{page.url}#cost\">2</a><a href=\"#{'x'}\">3</a>",
         NULL, "<a href=\"drip.html\">1</a><a href=\"#cost\">2</a><a href=\"#x\">3</a>"},
        {"<a t-if=\"page.original\" href=\"{page.original.url}\">1</a>", NULL,
         "<a href=\"../../en/about.html\" hreflang=\"en\">1</a>"},
        {"<a href=\"https://example.org/آ\">1</a><a href=\"tel:{'12'}\" rel=\"nofollow\">2</a>",
         NULL,
         "<a href=\"https://example.org/%D8%A2\" rel=\"noreferrer noopener\">1</a>"
         "<a href=\"tel:12\" rel=\"nofollow\">2</a>"},
        {"<a t-let=\"u = 'http://a.org' | url\" href=\"{u}\" rel=\"me\">1</a>", NULL,
         "<a href=\"http://a.org\" rel=\"me noreferrer noopener\">1</a>"},
        {"<a href=\"{ref 'about.md'}\">1</a>", NULL,
         "1:11 template/type [ref 'about.md'] [page] [an address]; "},
        {"<a t-let=\"p = ref 'about.md'\" t-if=\"true\"><b t-if=\"p\">{p.words}</b></a>", NULL,
         "<a><b>۷</b></a>"},
        {"<input disabled required=\"{page.draft}\" checked=\"{not page.draft}\" "
         "value=\"{page.words}\">",
         NULL, "<input disabled checked value=\"1234\">"},
        {"<i aria-hidden=\"{page.draft}\" title=\"{page.description}\" lang-x=\"1\"></i>", NULL,
         "<i aria-hidden=\"false\" lang-x=\"1\"></i>"},
        {"<i class=\" a  {page.state} \" id=\"x{page.words}\"></i>", NULL,
         "<i class=\"a fresh\" id=\"x1234\"></i>"},
        {"<i id=\"{page.title}\"></i>", NULL,
         "1:4 render/value [an id takes ASCII letters only] [راهنمای آب]; "},
        {"<img t-if=\"page.image\" t-attrs=\"page.image.attrs\" width=\"1\" alt=\"\">", NULL,
         "<img width=\"1\" alt=\"\" src=\"../a.png\">"},
        {"<i title=\"a & b &lt; &quot;{page.words}&quot;\"></i>", NULL,
         "<i title=\"" RLM "a &amp; b &lt; &quot;۱۲۳۴&quot;\"></i>"},
        {"<img srcset=\"{asset 'main.css'} 1x, {page.url} 640w\" alt=\"\">", NULL,
         "<img srcset=\"../../assets/main.1a2b.css 1x, drip.html 640w\" alt=\"\">"},
        {"<p>{'<&>'}</p>", NULL, "<p>&lt;&amp;&gt;</p>"},
        {"<a t-let=\"u = 'javascript:x' | url\" href=\"{u}\">1</a>", NULL,
         "1:32 render/scheme [javascript:x] [no scheme that is allowed, or a character that cannot "
         "stand there]; "},
    };
    check(cases, COUNT(cases));
}

static void isolates_by_language(void **state)
{
    (void) state;
    static const Case cases[] = {
        {"<p t-if=\"page.original\">{page.original.title}</p>", NULL,
         "<p><bdi lang=\"en\" dir=\"ltr\">Save water!</bdi></p>"},
        {"<b t-if=\"page.original\" t-lang=\"page.original\">{page.original.title}</b>", NULL,
         "<b lang=\"en\" dir=\"ltr\">Save water!</b>"},
        {"<img t-if=\"page.original\" src=\"{asset 'main.css'}\" alt=\"{page.original.title}\">",
         NULL, "<img src=\"../../assets/main.1a2b.css\" alt=\"" RLM LRI "Save water!" PDI "\">"},
        {"<title t-if=\"page.original\">{page.original.title} – {site.title}</title>", NULL,
         "<title>" RLM LRI "Save water!" PDI " – آب</title>"},
        {"<title>{'WHO: '}{page.title}</title>", NULL, "<title>" RLM "WHO: راهنمای آب</title>"},
        {"<p t-for=\"c in site.publisher.contacts\">{c.text | ltr}</p>", NULL,
         "<p><bdi dir=\"ltr\" class=\"nowrap\">+98 21 1234 5678</bdi></p>"},
        {"<p>{page.title | lang 'de ltr'}</p>", NULL,
         "<p><bdi lang=\"de\" dir=\"ltr\">راهنمای آب</bdi></p>"},
        {"<p t-lang=\"'en'\">{page.words | number} {page.title} {msg next}</p>", NULL,
         "<p lang=\"en\" dir=\"ltr\">1,234 <bdi lang=\"fa\" dir=\"rtl\">راهنمای آب</bdi> Next</p>"},
        {"<p t-lang=\"'de ltr'\">{msg next}</p>", NULL,
         "<p lang=\"de\" dir=\"ltr\"><bdi lang=\"fa\" dir=\"rtl\">پس</bdi></p>"},
        {"<i dir=\"ltr\" title=\"{'a'}\"></i><i title=\"{'a'}\"></i>", NULL,
         "<i dir=\"ltr\" title=\"a\"></i><i title=\"" RLM "a\"></i>"},
        {"<p t-lang=\"'en'\">{page.body | plain}</p><p t-lang=\"'en'\">{page.summary ?: "
         "page.summary}</p>",
         NULL, "1:64 template/absent [page.summary]; "},
        {"<div t-lang=\"'en'\">{page.body}</div>", NULL, "1:26 render/language [page.body] [fa]; "},
    };
    check(cases, COUNT(cases));
}

static void calls_components(void **state)
{
    (void) state;
    static const Case cases[] = {
        {"<t-x title=\"{page.title}\">a<t-fill slot=\"foot\">b</t-fill></t-x>",
         "<t-component params=\"title: text, kind: note|tip = note\"><i class=\"{kind}\">{title}"
         "<t-slot/><b t-if=\"slots.foot\"><t-slot name=\"foot\">0</t-slot></b></i></t-component>",
         "<i class=\"note\">راهنمای آبa<b>b</b></i>"},
        {"<t-x/>", "<t-component><t-slot>none</t-slot></t-component>", "none"},
        {"<t-x of=\"about.md\" flag by=\"sara\"/>",
         "<t-component params=\"of: page, flag: bool = false, by: person?\"><b t-if=\"flag\">"
         "{of.words}</b><i t-if=\"by\">{by.name}</i></t-component>",
         "<b>۷</b><i>سارا</i>"},
        {"<t-x of=\"gone.md\"/>", "<t-component params=\"of: page\">{of.words}</t-component>",
         "1:1 render/value [t-x needs a value that is missing in this language] [of]; "},
        {"<t-x n=\"a {page.words} b\" r=\"{page.words}\"/>",
         "<t-component params=\"n: text, r: number\">{n} {r | percent}</t-component>",
         "a ۱۲۳۴ b " ALM "۱۲۳٬۴۰۰٪"},
        {"<t-x p=\"{page}\" n=\"2\"/>",
         "<t-component params=\"p: page, n: int\"><i>{n}<t-x t-if=\"n == 2\" p=\"{p}\" "
         "n=\"1\"/></i>"
         "</t-component>",
         "<i>۲<i>۱</i></i>"},
        {"<t-x><b t-for=\"p in page.pages\"><t-x>{p.words}</t-x></b></t-x>",
         "<t-component><u><t-slot/></u></t-component>", "<u><b><u>۷</u></b><b><u>۱۲۳۴</u></b></u>"},
        {"<t-x/>", "<t-component><t-x/></t-component>", "1:1 template/recursion [t-x]; "},
        {"<t-x n=\"3\"/>",
         "<t-component params=\"n: int\"><t-x t-if=\"n > 0\" n=\"{n}\"/></t-component>",
         "1:30 render/depth [32]; "},
    };
    check(cases, COUNT(cases));
}

static void starts_a_page_of_html_with_the_document_type(void **state)
{
    (void) state;
    static const Case cases[] = {
        {"<html t-lang=\"page\"><head><title>x</title></head><body></body></html>", NULL,
         "<!DOCTYPE html>\n<html lang=\"fa\" dir=\"rtl\"><head><title>x</title></head><body></body>"
         "</html>"},
    };
    check(cases, COUNT(cases));
}

static void anchors_the_page_that_may_stand_anywhere(void **state)
{
    (void) state;
    static const ToyFile files[] = {
        {"pages/guide", "<a href=\"{site.home.url}\">1</a><a href=\"#x\">2</a>"}};
    Toy *toy = toy_compile(files, 1);
    toy->run.root = SLICE("/sub/");
    toy->run.path = SLICE("404.html");
    run_page(&toy->run, template_find_page(toy->set, SLICE("guide")));
    expect_text(buffer_slice(&toy->out),
                "<a href=\"/sub/fa/guides/drip.html\">1</a><a href=\"#x\">2</a>", "404");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_text_behind_a_false_test),
        cmocka_unit_test(writes_flow),
        cmocka_unit_test(writes_expressions),
        cmocka_unit_test(writes_attributes),
        cmocka_unit_test(isolates_by_language),
        cmocka_unit_test(calls_components),
        cmocka_unit_test(starts_a_page_of_html_with_the_document_type),
        cmocka_unit_test(anchors_the_page_that_may_stand_anywhere),
    };
    return cmocka_run_group_tests(tests, open_toy, close_toy);
}
