/* Second stage of the pipeline: what all pages share, then each page by itself. */
#include "parse/parse.h"

#include "markup/markdown.h"
#include "markup/xml.h"
#include "markup/yaml.h"
#include "parse/catalogue.h"
#include "parse/component.h"
#include "parse/data.h"
#include "parse/front_matter.h"

#define CONTENT_MAX_SIZE (4 * 1024 * 1024)

void parse_setup(void)
{
    markdown_setup();
    xml_prepare();
}

void parse_shared(Site *site)
{
    data_read(site);
    catalogue_read(site);
    component_register_files(site);
    component_read(site);
}

static bool read_front_matter(Page *page, Arena *scratch)
{
    FrontMatterBlock block = {0};
    bool is_found = yaml_find_front_matter(page->text.source, &page->report, &block);
    page->text.body_offset = block.body_start;
    Value map = {.kind = VALUE_MAP};
    if (!is_found)
        return false;
    Span part = {page->text.source, block.start, block.end};
    if (block.is_present &&
        !yaml_read(&page->arena, scratch, part, &YAML_FRONT_MATTER, &page->report, &map))
        return false;
    return front_matter_read(page, &map);
}

static bool read_source(Page *page)
{
    const PageOrigin *origin = &page->origin;
    Source *source = source_new(&page->arena, origin->source_path, (Slice){0});
    page->text.source = source;
    source->is_unread = origin->is_unread ||
                        !site_load(page->site, &page->arena, origin->source_path, CONTENT_MAX_SIZE,
                                   &page->report, &source->bytes) ||
                        !source_check(source, &page->report);
    return !source->is_unread;
}

void parse_page(Page *page, Arena *scratch)
{
    front_matter_prepare(page);
    page->is_broken = !read_source(page);
    if (page->is_broken)
        return;
    // Front matter that cannot be read does not hide what is wrong below it.
    page->is_broken = !read_front_matter(page, scratch);
    page->text.document = markdown_parse(&page->arena, scratch, page->text.source,
                                         page->text.body_offset, &page->report);
}
