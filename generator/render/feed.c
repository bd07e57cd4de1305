/* News of a list for feed readers, in both forms from the same facts. */
#include "render/feed.h"

#include "base/json.h"
#include "markup/html.h"

typedef struct FeedWriter {
    const Site *site;
    const Feed *feed;
    Buffer *out;
    JsonWriter json;
} FeedWriter;

static Slice absolute(const FeedWriter *writer, const Url *url)
{
    return url_absolute(writer->out->arena, url, writer->site->settings.base);
}

/* With a time, as both forms demand. */
static Slice instant(const FeedWriter *writer, Date date)
{
    Buffer buffer;
    buffer_init(&buffer, writer->out->arena, 64);
    date_write_utc(date, &buffer);
    return buffer_slice(&buffer);
}

/* A feed is as new as the newest change in it. */
static Date feed_changed(const Feed *feed)
{
    Date newest = {0};
    for (size_t i = 0; i < feed->entries.count; i++) {
        Date changed = page_changed(page_in(feed->entries, i));
        if (!newest.is_set || changed.seconds > newest.seconds)
            newest = changed;
    }
    return newest;
}

static Slice feed_about(const FeedWriter *writer)
{
    const Page *page = writer->feed->page;
    if (page && page->origin.type != PAGE_HOME)
        return page_about(page);
    return writer->site->plan->descriptions[writer->feed->language->number];
}

/* The page that shows the same list. */
static Slice feed_home(const FeedWriter *writer)
{
    static const Url root = {.kind = URL_FILE, .path = SLICE_INIT("index.html")};
    return absolute(writer, writer->feed->page ? &writer->feed->page->links.url : &root);
}

static void add_element(const FeedWriter *writer, Slice name, Slice text)
{
    html_open_tag(writer->out, name);
    html_close_tag(writer->out);
    html_escape_xml(writer->out, text);
    html_end(writer->out, name);
    buffer_add_byte(writer->out, '\n');
}

static void add_link(const FeedWriter *writer, Slice rel, Slice type, Slice address)
{
    html_open_tag(writer->out, SLICE("link"));
    html_attribute(writer->out, SLICE("rel"), rel);
    html_attribute(writer->out, SLICE("type"), type);
    html_attribute(writer->out, SLICE("href"), address);
    html_close_empty(writer->out);
    buffer_add_byte(writer->out, '\n');
}

static void add_author(const FeedWriter *writer, Slice name, const Url *url)
{
    buffer_add(writer->out, SLICE("<author>"));
    add_element(writer, SLICE("name"), name);
    if (url->kind != URL_NONE)
        add_element(writer, SLICE("uri"), absolute(writer, url));
    buffer_add(writer->out, SLICE("</author>\n"));
}

static void add_categories(const FeedWriter *writer, const Page *page)
{
    for (size_t row = 0; page->links.terms && row < writer->site->taxonomy_count; row++) {
        for (size_t i = 0; i < page->links.terms[row].count; i++) {
            const Term *term = page->links.terms[row].items[i];
            html_open_tag(writer->out, SLICE("category"));
            html_attribute(writer->out, SLICE("term"), term->id);
            html_attribute(writer->out, SLICE("label"),
                           view_text_in(term->titles, page->origin.language->number).bytes);
            html_close_empty(writer->out);
            buffer_add_byte(writer->out, '\n');
        }
    }
}

static void add_entry(const FeedWriter *writer, const Page *page)
{
    Slice address = absolute(writer, &page->links.url);
    html_open_tag(writer->out, SLICE("entry"));
    html_attribute(writer->out, SLICE("xml:lang"), page->origin.language->tag);
    buffer_add(writer->out, SLICE(">\n"));
    add_element(writer, SLICE("id"), address);
    add_element(writer, SLICE("title"), page_title(page));
    add_link(writer, SLICE("alternate"), SLICE("text/html"), address);
    add_element(writer, SLICE("published"), instant(writer, page_front(page)->date));
    add_element(writer, SLICE("updated"), instant(writer, page_changed(page)));
    for (size_t i = 0; i < page->links.authors.count; i++) {
        const Person *person = page->links.authors.items[i];
        add_author(writer, view_text_in(person->names, page->origin.language->number).bytes,
                   &person->url);
    }
    add_categories(writer, page);
    if (page_about(page).size > 0)
        add_element(writer, SLICE("summary"), page_about(page));
    if (page->output.entry.size > 0) {
        buffer_add(writer->out, SLICE("<content type=\"html\">"));
        html_escape_xml(writer->out, page->output.entry);
        buffer_add(writer->out, SLICE("</content>\n"));
    }
    buffer_add(writer->out, SLICE("</entry>\n"));
}

void feed_write_atom(const Site *site, const Feed *feed, Buffer *out)
{
    FeedWriter writer = {.site = site, .feed = feed, .out = out};
    Slice self = absolute(&writer, &feed->atom);
    buffer_add(out, SLICE("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<feed xmlns=\"http://www.w3.org/2005/Atom\""));
    html_attribute(out, SLICE("xml:lang"), feed->language->tag);
    buffer_add(out, SLICE(">\n"));
    add_element(&writer, SLICE("id"), self);
    add_element(&writer, SLICE("title"), feed->title);
    if (feed_about(&writer).size > 0)
        add_element(&writer, SLICE("subtitle"), feed_about(&writer));
    add_link(&writer, SLICE("self"), SLICE("application/atom+xml"), self);
    add_link(&writer, SLICE("alternate"), SLICE("text/html"), feed_home(&writer));
    add_element(&writer, SLICE("updated"), instant(&writer, feed_changed(feed)));
    add_author(&writer, site->plan->publishers[feed->language->number],
               &site->settings.publisher.url);
    for (size_t i = 0; i < feed->entries.count; i++)
        add_entry(&writer, page_in(feed->entries, i));
    buffer_add(out, SLICE("</feed>\n"));
}

static void add_json_author(FeedWriter *writer, Slice name, const Url *url)
{
    json_open_object(&writer->json);
    json_pair(&writer->json, SLICE("name"), name);
    if (url->kind != URL_NONE)
        json_pair(&writer->json, SLICE("url"), absolute(writer, url));
    json_close_object(&writer->json);
}

static void add_json_authors(FeedWriter *writer, const Page *page)
{
    if (page->links.authors.count == 0)
        return;
    json_key(&writer->json, SLICE("authors"));
    json_open_array(&writer->json);
    for (size_t i = 0; i < page->links.authors.count; i++) {
        const Person *person = page->links.authors.items[i];
        Slice name = view_text_in(person->names, page->origin.language->number).bytes;
        add_json_author(writer, name, &person->url);
    }
    json_close_array(&writer->json);
}

static void add_json_tags(FeedWriter *writer, const Page *page)
{
    json_key(&writer->json, SLICE("tags"));
    json_open_array(&writer->json);
    for (size_t row = 0; page->links.terms && row < writer->site->taxonomy_count; row++) {
        for (size_t i = 0; i < page->links.terms[row].count; i++) {
            const Term *term = page->links.terms[row].items[i];
            json_text(&writer->json,
                      view_text_in(term->titles, page->origin.language->number).bytes);
        }
    }
    json_close_array(&writer->json);
}

/* An item must have a text; where feeds are short it is what the page is about. */
static void add_json_content(FeedWriter *writer, const Page *page)
{
    Slice about = page_about(page);
    if (page->output.entry.size > 0)
        json_pair(&writer->json, SLICE("content_html"), page->output.entry);
    else
        json_pair(&writer->json, SLICE("content_text"), about.size > 0 ? about : page_title(page));
    if (about.size > 0)
        json_pair(&writer->json, SLICE("summary"), about);
}

static void add_json_item(FeedWriter *writer, const Page *page)
{
    JsonWriter *json = &writer->json;
    Slice address = absolute(writer, &page->links.url);
    buffer_add_byte(writer->out, '\n');
    json_open_object(json);
    json_pair(json, SLICE("id"), address);
    json_pair(json, SLICE("url"), address);
    json_pair(json, SLICE("language"), page->origin.language->tag);
    json_pair(json, SLICE("title"), page_title(page));
    add_json_content(writer, page);
    if (page->links.image)
        json_pair(json, SLICE("image"), absolute(writer, &page->links.image->url));
    json_pair(json, SLICE("date_published"), instant(writer, page_front(page)->date));
    json_pair(json, SLICE("date_modified"), instant(writer, page_changed(page)));
    add_json_authors(writer, page);
    add_json_tags(writer, page);
    json_close_object(json);
}

void feed_write_json(const Site *site, const Feed *feed, Buffer *out)
{
    FeedWriter writer = {.site = site, .feed = feed, .out = out};
    JsonWriter *json = &writer.json;
    json_init(json, out);
    json_open_object(json);
    json_pair(json, SLICE("version"), SLICE("https://jsonfeed.org/version/1.1"));
    json_pair(json, SLICE("title"), feed->title);
    json_pair(json, SLICE("home_page_url"), feed_home(&writer));
    json_pair(json, SLICE("feed_url"), absolute(&writer, &feed->json));
    if (feed_about(&writer).size > 0)
        json_pair(json, SLICE("description"), feed_about(&writer));
    json_pair(json, SLICE("language"), feed->language->tag);
    json_key(json, SLICE("authors"));
    json_open_array(json);
    add_json_author(&writer, site->plan->publishers[feed->language->number],
                    &site->settings.publisher.url);
    json_close_array(json);
    json_key(json, SLICE("items"));
    json_open_array(json);
    for (size_t i = 0; i < feed->entries.count; i++)
        add_json_item(&writer, page_in(feed->entries, i));
    json_close_array(json);
    json_close_object(json);
    buffer_add_byte(out, '\n');
}
