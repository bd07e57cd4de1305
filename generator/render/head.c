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
    Slice address; /* of the page, absolute; empty: the site has no base */
    Buffer *out;
} HeadWriter;

#define META(name) SLICE("<meta name=\"" name "\" content=\"")
#define PROPERTY(name) SLICE("<meta property=\"" name "\" content=\"")

/* `start` ends where the value of the last attribute begins. */
static void write_tag(const HeadWriter *head, Slice start, Slice value)
{
    buffer_add(head->out, start);
    html_escape_value(head->out, value);
    buffer_add(head->out, SLICE("\">"));
}

static Slice absolute(const HeadWriter *head, const Url *url)
{
    return url_absolute(head->out->arena, url, head->site->settings.base);
}

static Slice address_of(const HeadWriter *head, const Page *page)
{
    return page == head->page ? head->address : absolute(head, &page->links.url);
}

static void write_alternates(const HeadWriter *head)
{
    Alternate *alternates;
    size_t count = alternate_list(head->page, head->out->arena, &alternates);
    for (size_t i = 0; i < count; i++) {
        buffer_add(head->out, SLICE("<link rel=\"alternate\" hreflang=\""));
        html_escape_value(head->out, alternates[i].hreflang);
        write_tag(head, SLICE("\" href=\""), address_of(head, alternates[i].page));
    }
}

/* The start of the tag is that of the type. */
static void write_feed_link(const HeadWriter *head, Slice start, const Feed *feed, const Url *url)
{
    Buffer address;
    buffer_init(&address, head->out->arena, 4096);
    url_add(&address, url, head->page->links.output_path);
    buffer_add(head->out, start);
    html_escape_value(head->out, feed->title);
    write_tag(head, SLICE("\" href=\""), buffer_slice(&address));
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
        write_feed_link(head,
                        SLICE("<link rel=\"alternate\" type=\"application/atom+xml\" title=\""),
                        feed, &feed->atom);
        write_feed_link(head,
                        SLICE("<link rel=\"alternate\" type=\"application/feed+json\" title=\""),
                        feed, &feed->json);
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

/* A page that stands in says whose text it shows. */
static Slice canonical_address(const HeadWriter *head)
{
    const Page *original = head->page->links.fallback_of;
    return address_of(head, original ? original : head->page);
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

static void write_time(const HeadWriter *head, Slice start, Date date)
{
    if (!date.is_set)
        return;
    buffer_add(head->out, start);
    date_write_iso(date, head->out);
    buffer_add(head->out, SLICE("\">"));
}

static void write_type(const HeadWriter *head)
{
    const Page *page = head->page;
    bool is_article = page->origin.type == PAGE_ARTICLE || page->origin.type == PAGE_GUIDE;
    if (!is_article) {
        buffer_add(head->out, SLICE("<meta property=\"og:type\" content=\"website\">"));
        return;
    }
    buffer_add(head->out, SLICE("<meta property=\"og:type\" content=\"article\">"));
    write_time(head, PROPERTY("article:published_time"), page_front(page)->date);
    write_time(head, PROPERTY("article:modified_time"), page_front(page)->updated);
}

static void write_size(const HeadWriter *head, Slice start, int64_t size)
{
    buffer_add(head->out, start);
    buffer_add_int(head->out, size);
    buffer_add(head->out, SLICE("\">"));
}

static void write_card_image(const HeadWriter *head, const ImageFile *image)
{
    write_tag(head, PROPERTY("og:image"), absolute(head, &image->url));
    if (image->width > 0 && image->height > 0) {
        write_size(head, PROPERTY("og:image:width"), image->width);
        write_size(head, PROPERTY("og:image:height"), image->height);
    }
    Slice alt = page_front(head->page)->image.alt.bytes;
    if (alt.size > 0)
        write_tag(head, PROPERTY("og:image:alt"), alt);
}

static void write_locales(const HeadWriter *head)
{
    const Page *page = head->page;
    const Slice *locales = head->site->plan->locales;
    write_tag(head, PROPERTY("og:locale"), locales[page->origin.language->number]);
    for (size_t i = 0; i < page->links.translation_count; i++) {
        const Translation *translation = &page->links.translations[i];
        if (translation->page)
            write_tag(head, PROPERTY("og:locale:alternate"),
                      locales[translation->language->number]);
    }
}

static void write_open_graph(const HeadWriter *head, Slice description)
{
    const Page *page = head->page;
    write_type(head);
    write_tag(head, PROPERTY("og:title"), card_title(head));
    write_tag(head, PROPERTY("og:description"), description);
    write_tag(head, PROPERTY("og:site_name"),
              head->site->plan->titles[page->origin.language->number]);
    write_locales(head);
    if (head->address.size == 0)
        return;
    write_tag(head, PROPERTY("og:url"), canonical_address(head));
    const ImageFile *image = page->links.image;
    bool has_image = image && image->is_for_cards;
    if (has_image)
        write_card_image(head, image);
    write_tag(head, META("twitter:card"),
              has_image ? SLICE("summary_large_image") : SLICE("summary"));
}

static bool is_hidden(const Page *page)
{
    return page->origin.type == PAGE_NOT_FOUND || page_front(page)->is_noindex;
}

void head_write(const Site *site, const Page *page, Buffer *out)
{
    HeadWriter head = {.site = site, .page = page, .out = out};
    write_tag(&head, SLICE("<meta http-equiv=\"Content-Security-Policy\" content=\""),
              site->plan->policies[page->origin.type]);
    buffer_add(out, SLICE("<meta name=\"referrer\" content=\"no-referrer\">"));
    if (is_hidden(page)) {
        buffer_add(out, SLICE("<meta name=\"robots\" content=\"noindex\">"));
        return;
    }
    Slice description = description_of(&head);
    write_tag(&head, META("description"), description);
    if (site->settings.base.size > 0) {
        head.address = absolute(&head, &page->links.url);
        write_tag(&head, SLICE("<link rel=\"canonical\" href=\""), canonical_address(&head));
        write_alternates(&head);
        write_feeds(&head);
    }
    write_open_graph(&head, description);
    linked_data_write(site, page, head.address, out);
}
