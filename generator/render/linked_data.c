/* The site, the page and the way to it as structured data. */
#include "render/linked_data.h"

#include "base/json.h"
#include "text/date.h"

typedef struct DataWriter {
    const Site *site;
    const Page *page;
    Slice address; /* of the page, absolute */
    Buffer *out;
    JsonWriter json;
} DataWriter;

/* The guide is an article: search engines have dropped HowTo, and other readers know articles. */
static const Slice type_names[PAGE_TYPE_COUNT] = {
    [PAGE_HOME] = SLICE_INIT("WebSite"),
    [PAGE_SECTION] = SLICE_INIT("CollectionPage"),
    [PAGE_PAGE] = SLICE_INIT("WebPage"),
    [PAGE_ARTICLE] = SLICE_INIT("Article"),
    [PAGE_GUIDE] = SLICE_INIT("Article"),
    [PAGE_LANGUAGES] = SLICE_INIT("WebSite"),
    [PAGE_TAXONOMY] = SLICE_INIT("CollectionPage"),
    [PAGE_TERM] = SLICE_INIT("CollectionPage"),
    [PAGE_ALPHABET] = SLICE_INIT("CollectionPage"),
};

static Slice absolute(const DataWriter *writer, const Url *url)
{
    return url_absolute(writer->out->arena, url, writer->site->settings.base);
}

static void add_address(DataWriter *writer, Slice key, const Url *url)
{
    json_pair(&writer->json, key, absolute(writer, url));
}

static void open_thing(DataWriter *writer, Slice type)
{
    json_open_object(&writer->json);
    json_pair(&writer->json, SLICE("@type"), type);
}

/* Another thing of the graph, by its id alone. */
static void add_reference(DataWriter *writer, Slice key, const Url *url)
{
    json_key(&writer->json, key);
    json_open_object(&writer->json);
    add_address(writer, SLICE("@id"), url);
    json_close_object(&writer->json);
}

static void add_named(DataWriter *writer, Slice type, Slice name, const Url *url)
{
    open_thing(writer, type);
    json_pair(&writer->json, SLICE("name"), name);
    if (url->kind != URL_NONE)
        add_address(writer, SLICE("url"), url);
    json_close_object(&writer->json);
}

static void add_publisher(DataWriter *writer)
{
    json_key(&writer->json, SLICE("publisher"));
    add_named(writer, SLICE("Organization"),
              writer->site->plan->publishers[writer->page->origin.language->number],
              &writer->site->settings.publisher.url);
}

static void add_authors(DataWriter *writer)
{
    List authors = writer->page->links.authors;
    if (authors.count == 0)
        return;
    json_key(&writer->json, SLICE("author"));
    json_open_array(&writer->json);
    for (size_t i = 0; i < authors.count; i++) {
        const Person *person = authors.items[i];
        size_t row = writer->page->origin.language->number;
        add_named(writer, SLICE("Person"), view_text_in(person->names, row).bytes, &person->url);
    }
    json_close_array(&writer->json);
}

static void add_date(DataWriter *writer, Slice key, Date date)
{
    if (!date.is_set)
        return;
    Buffer text;
    buffer_init(&text, writer->out->arena, 64);
    date_write_iso(date, &text);
    json_pair(&writer->json, key, buffer_slice(&text));
}

static void add_image(DataWriter *writer)
{
    const ImageFile *image = writer->page->links.image;
    if (!image)
        return;
    json_key(&writer->json, SLICE("image"));
    open_thing(writer, SLICE("ImageObject"));
    add_address(writer, SLICE("url"), &image->url);
    if (image->width > 0 && image->height > 0) {
        json_key(&writer->json, SLICE("width"));
        json_int(&writer->json, image->width);
        json_key(&writer->json, SLICE("height"));
        json_int(&writer->json, image->height);
    }
    json_close_object(&writer->json);
}

static bool is_site(const Page *page)
{
    return page->origin.type == PAGE_HOME || page->origin.type == PAGE_LANGUAGES;
}

/* The site in the language of the page. */
static Url site_id(const DataWriter *writer)
{
    const Page *home = writer->site->homes[writer->page->origin.language->number];
    Url url = is_site(writer->page) || !home ? writer->page->links.url : home->links.url;
    url.fragment = SLICE("website");
    return url;
}

static void add_languages(DataWriter *writer)
{
    json_key(&writer->json, SLICE("inLanguage"));
    if (writer->page->origin.type != PAGE_LANGUAGES) {
        json_text(&writer->json, writer->page->origin.language->tag);
        return;
    }
    json_open_array(&writer->json);
    for (size_t row = 0; row < site_language_count(writer->site); row++)
        json_text(&writer->json, writer->site->settings.languages->items[row].tag);
    json_close_array(&writer->json);
}

static void add_site(DataWriter *writer)
{
    const Page *page = writer->page;
    size_t row = page->origin.language->number;
    const Url id = site_id(writer);
    open_thing(writer, type_names[page->origin.type]);
    add_address(writer, SLICE("@id"), &id);
    json_pair(&writer->json, SLICE("url"), writer->address);
    json_pair(&writer->json, SLICE("name"), writer->site->plan->titles[row]);
    if (page->origin.type == PAGE_HOME)
        json_pair(&writer->json, SLICE("description"), writer->site->plan->descriptions[row]);
    add_languages(writer);
    add_publisher(writer);
    json_close_object(&writer->json);
}

static void add_page(DataWriter *writer)
{
    const Page *page = writer->page;
    const FrontMatter *front = page_front(page);
    Slice type = type_names[page->origin.type];
    bool is_article = slice_equal(type, SLICE("Article"));
    const Url site = site_id(writer);
    open_thing(writer, type);
    json_pair(&writer->json, SLICE("@id"), writer->address);
    json_pair(&writer->json, SLICE("url"), writer->address);
    json_pair(&writer->json, is_article ? SLICE("headline") : SLICE("name"), page_title(page));
    if (page->text.front.description.bytes.size > 0)
        json_pair(&writer->json, SLICE("description"), page->text.front.description.bytes);
    add_languages(writer);
    add_date(writer, SLICE("datePublished"), front->date);
    add_date(writer, SLICE("dateModified"), page_changed(page));
    add_authors(writer);
    add_publisher(writer);
    add_image(writer);
    if (page->links.original)
        add_reference(writer, SLICE("translationOfWork"), &page->links.original->links.url);
    add_reference(writer, SLICE("isPartOf"), &site);
    json_close_object(&writer->json);
}

/* Written straight: three or four of them stand on every page. */
static void add_step(DataWriter *writer, size_t position, Slice name, Slice address)
{
    Buffer *out = writer->out;
    buffer_add(out, position > 1 ? SLICE(",{\"@type\":\"ListItem\",\"position\":")
                                 : SLICE("{\"@type\":\"ListItem\",\"position\":"));
    buffer_add_int(out, (int64_t) position);
    buffer_add(out, SLICE(",\"name\":\""));
    json_escape(out, name);
    buffer_add(out, SLICE("\",\"item\":\""));
    json_escape(out, address);
    buffer_add(out, SLICE("\"}"));
}

/* From home to the page itself. */
static void add_breadcrumbs(DataWriter *writer)
{
    List ancestors = writer->page->links.ancestors;
    if (ancestors.count == 0)
        return;
    open_thing(writer, SLICE("BreadcrumbList"));
    json_key(&writer->json, SLICE("itemListElement"));
    json_open_array(&writer->json);
    for (size_t i = 0; i < ancestors.count; i++) {
        const Page *page = page_in(ancestors, i);
        Slice name = page->text.front.short_title.bytes;
        add_step(writer, i + 1, name.size > 0 ? name : page_title(page),
                 absolute(writer, &page->links.url));
    }
    add_step(writer, ancestors.count + 1, page_title(writer->page), writer->address);
    json_close_array(&writer->json);
    json_close_object(&writer->json);
}

void linked_data_write(const Site *site, const Page *page, Slice address, Buffer *out)
{
    DataWriter writer = {.site = site, .page = page, .address = address, .out = out};
    bool stands_in = page->links.content_language != page->origin.language;
    if (address.size == 0 || type_names[page->origin.type].size == 0 || stands_in)
        return;
    buffer_add(out, SLICE("<script type=\"application/ld+json\">"));
    json_init(&writer.json, out);
    json_open_object(&writer.json);
    json_pair(&writer.json, SLICE("@context"), SLICE("https://schema.org"));
    json_key(&writer.json, SLICE("@graph"));
    json_open_array(&writer.json);
    if (is_site(page))
        add_site(&writer);
    else
        add_page(&writer);
    add_breadcrumbs(&writer);
    json_close_array(&writer.json);
    json_close_object(&writer.json);
    buffer_add(out, SLICE("</script>"));
}
