/* The head of a page: what machines read. Absolute addresses come from `base` alone; without it
 * they are left out. */
#include "render/head.h"

#include "base/utf8.h"
#include "markup/html.h"
#include "render/alternate.h"
#include "render/linked_data.h"
#include "text/date.h"
#include "text/isolate.h"
#include "text/unicode.h"

#define DESCRIPTION_SIZE 200

typedef struct HeadWriter {
    const Site *site;
    const Page *page;
    Buffer *out;
} HeadWriter;

static void write_meta(const HeadWriter *head, Slice key, Slice name, Slice content)
{
    html_open_tag(head->out, SLICE("meta"));
    html_attribute(head->out, key, name);
    html_attribute(head->out, SLICE("content"), content);
    html_close_tag(head->out);
}

static void write_property(const HeadWriter *head, Slice name, Slice content)
{
    write_meta(head, SLICE("property"), name, content);
}

static Slice absolute(const HeadWriter *head, const Url *url)
{
    return url_absolute(head->out->arena, url, head->site->settings.base);
}

static void write_link(const HeadWriter *head, Slice rel, Slice hreflang, const Url *url)
{
    html_open_tag(head->out, SLICE("link"));
    html_attribute(head->out, SLICE("rel"), rel);
    if (hreflang.size > 0)
        html_attribute(head->out, SLICE("hreflang"), hreflang);
    html_attribute(head->out, SLICE("href"), absolute(head, url));
    html_close_tag(head->out);
}

static void write_alternates(const HeadWriter *head)
{
    Alternate *alternates;
    size_t count = alternate_list(head->page, head->out->arena, &alternates);
    for (size_t i = 0; i < count; i++)
        write_link(head, SLICE("alternate"), alternates[i].hreflang,
                   &alternates[i].page->links.url);
}

static void write_feed_link(const HeadWriter *head, const Feed *feed, Slice type, const Url *url)
{
    Buffer address;
    buffer_init(&address, head->out->arena, 4096);
    url_add(&address, url, head->page->links.output_path);
    html_open_tag(head->out, SLICE("link"));
    html_attribute(head->out, SLICE("rel"), SLICE("alternate"));
    html_attribute(head->out, SLICE("type"), type);
    html_attribute(head->out, SLICE("title"), feed->title);
    html_attribute(head->out, SLICE("href"), buffer_slice(&address));
    html_close_tag(head->out);
}

/* The feed of the list that the page shows or stands in, and that of its language. */
static void write_feeds(const HeadWriter *head)
{
    const Feed *nearest = NULL;
    const Feed *last = NULL;
    for (const Page *page = head->page; page; page = page->links.section) {
        last = page->links.feed ? page->links.feed : last;
        nearest = nearest ? nearest : last;
    }
    for (const Feed *feed = nearest; feed; feed = feed == last ? NULL : last) {
        write_feed_link(head, feed, SLICE("application/atom+xml"), &feed->atom);
        write_feed_link(head, feed, SLICE("application/feed+json"), &feed->json);
    }
}

/* What stands for the page elsewhere: its description, else its summary, held to a length. */
static Slice description_of(const HeadWriter *head)
{
    const Page *page = head->page;
    Slice text = page_about(page);
    if (text.size == 0)
        text = head->site->plan->descriptions[page->origin.language->number];
    return page_shorten(page, head->out->arena, text, DESCRIPTION_SIZE);
}

/* "fa_IR", "en": as og:locale wants it. */
static Slice open_graph_locale(const Language *language)
{
    static const Slice known[][2] = {
        {SLICE_INIT("fa"), SLICE_INIT("fa_IR")}, {SLICE_INIT("en"), SLICE_INIT("en_US")},
        {SLICE_INIT("ar"), SLICE_INIT("ar_AR")}, {SLICE_INIT("he"), SLICE_INIT("he_IL")},
        {SLICE_INIT("ur"), SLICE_INIT("ur_PK")}, {SLICE_INIT("ps"), SLICE_INIT("ps_AF")},
    };
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
        if (slice_equal(known[i][0], language->code))
            return known[i][1];
    }
    return language->locale;
}

/* A page that stands in says whose text it shows. */
static const Url *canonical_url(const Page *page)
{
    return page->links.fallback_of ? &page->links.fallback_of->links.url : &page->links.url;
}

/* The title, or the short one where a card would cut it. */
static Slice card_title(const HeadWriter *head)
{
    const Page *page = head->page;
    Arena *arena = head->out->arena;
    Slice title = page_title(page), given = page->text.front.short_title.bytes;
    bool is_long = title.size > CARD_TITLE_SIZE && utf8_count(title) > CARD_TITLE_SIZE;
    return page_shorten(page, arena, is_long && given.size > 0 ? given : title, CARD_TITLE_SIZE);
}

static void write_time(const HeadWriter *head, Slice name, Date date)
{
    if (!date.is_set)
        return;
    Buffer text;
    buffer_init(&text, head->out->arena, 64);
    date_write_iso(date, &text);
    write_property(head, name, buffer_slice(&text));
}

static void write_type(const HeadWriter *head)
{
    const Page *page = head->page;
    bool is_article = page->origin.type == PAGE_ARTICLE || page->origin.type == PAGE_GUIDE;
    write_property(head, SLICE("og:type"), is_article ? SLICE("article") : SLICE("website"));
    if (!is_article)
        return;
    write_time(head, SLICE("article:published_time"), page_front(page)->date);
    write_time(head, SLICE("article:modified_time"), page_front(page)->updated);
}

static void write_size(const HeadWriter *head, Slice name, int64_t size)
{
    write_property(head, name, slice_print(head->out->arena, "%lld", (long long) size));
}

static void write_card_image(const HeadWriter *head, const ImageFile *image)
{
    write_property(head, SLICE("og:image"), absolute(head, &image->url));
    if (image->width > 0 && image->height > 0) {
        write_size(head, SLICE("og:image:width"), image->width);
        write_size(head, SLICE("og:image:height"), image->height);
    }
    Slice alt = page_front(head->page)->image.alt.bytes;
    if (alt.size > 0)
        write_property(head, SLICE("og:image:alt"), alt);
}

static void write_open_graph(const HeadWriter *head, Slice description)
{
    const Page *page = head->page;
    const Language *language = page->origin.language;
    write_type(head);
    write_property(head, SLICE("og:title"), card_title(head));
    write_property(head, SLICE("og:description"), description);
    write_property(head, SLICE("og:site_name"), head->site->plan->titles[language->number]);
    write_property(head, SLICE("og:locale"), open_graph_locale(language));
    for (size_t i = 0; i < page->links.translation_count; i++) {
        if (page->links.translations[i].page)
            write_property(head, SLICE("og:locale:alternate"),
                           open_graph_locale(page->links.translations[i].language));
    }
    if (head->site->settings.base.size == 0)
        return;
    write_property(head, SLICE("og:url"), absolute(head, canonical_url(page)));
    const ImageFile *image = page->links.image;
    bool has_image = image && image->is_for_cards;
    if (has_image)
        write_card_image(head, image);
    write_meta(head, SLICE("name"), SLICE("twitter:card"),
               has_image ? SLICE("summary_large_image") : SLICE("summary"));
}

static bool is_hidden(const Page *page)
{
    return page->origin.type == PAGE_NOT_FOUND || page_front(page)->is_noindex;
}

void head_write(const Site *site, const Page *page, Buffer *out)
{
    HeadWriter head = {site, page, out};
    write_meta(&head, SLICE("http-equiv"), SLICE("Content-Security-Policy"),
               site->plan->policies[page->origin.type]);
    write_meta(&head, SLICE("name"), SLICE("referrer"), SLICE("no-referrer"));
    if (is_hidden(page)) {
        write_meta(&head, SLICE("name"), SLICE("robots"), SLICE("noindex"));
        return;
    }
    Slice description = description_of(&head);
    write_meta(&head, SLICE("name"), SLICE("description"), description);
    if (site->settings.base.size > 0) {
        write_link(&head, SLICE("canonical"), (Slice){0}, canonical_url(page));
        write_alternates(&head);
        write_feeds(&head);
    }
    write_open_graph(&head, description);
    linked_data_write(site, page, out);
}
