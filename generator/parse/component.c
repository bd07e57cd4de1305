/* Templates: every file of templates/pages and templates/components goes into one set, which is
 * compiled once. What only the site knows (assets, pages, people) is answered here. */
#include "parse/component.h"

#include "base/file.h"
#include "model/view.h"
#include "template/template.h"

static void register_file(Site *site, const FoundFile *found)
{
    ImageFile *file = ARENA_NEW(&site->arena, ImageFile);
    file->source_path = found->path;
    file->disk_path = file_join(&site->arena, site->options.source, found->path);
    file->is_unread = file->is_read = found->is_unread;
    table_add(&site->files, file->source_path, file);
}

void component_register_files(Site *site)
{
    table_init(&site->files, &site->arena);
    for (size_t i = 0; i < site->asset_files.count; i++)
        register_file(site, &site->asset_files.items[i]);
    for (size_t i = 0; i < site->content_files.count; i++)
        register_file(site, &site->content_files.items[i]);
}

static ImageFile *find_asset_file(Site *site, Slice path)
{
    Slice full = slice_print(&site->arena, "assets/%.*s", SLICE_FORMAT(path));
    ImageFile *file = table_find(&site->files, full);
    if (file)
        file->is_used = true;
    return file;
}

static const Url *find_asset(void *context, Slice path)
{
    ImageFile *file = find_asset_file(context, path);
    return file ? &file->url : NULL;
}

/* A file that only stands inside pages is not written by itself. */
static const Slice *find_asset_text(void *context, Slice path)
{
    Site *site = context;
    Slice full = slice_print(&site->arena, "assets/%.*s", SLICE_FORMAT(path));
    ImageFile *file = table_find(&site->files, full);
    if (file)
        file->is_inlined = true;
    return file ? &file->bytes : NULL;
}

/* A page stands under its path without language, whichever language has it first. */
static const void *find_page(const Site *site, Slice literal)
{
    if (!slice_ends(literal, SLICE(".md")))
        return NULL;
    Slice path = slice_to(literal, literal.size - SLICE(".md").size);
    for (size_t i = 0; i < site->source_count; i++) {
        if (slice_equal(site->pages[i]->origin.path, path))
            return site->pages[i];
    }
    return NULL;
}

static const void *find_term(const Site *site, Slice literal)
{
    for (size_t i = 0; i < site->taxonomy_count; i++) {
        const void *term = table_find(&site->taxonomies[i].by_id, literal);
        if (term)
            return term;
    }
    return NULL;
}

static const void *find_literal(void *context, const Record *record, Slice literal)
{
    const Site *site = context;
    if (record == &view_page)
        return find_page(site, literal);
    if (record == &view_term)
        return find_term(site, literal);
    if (record == &view_person)
        return table_find(&site->people_by_id, literal);
    for (size_t i = 0; record == &view_table && i < site->table_count; i++) {
        if (slice_equal(site->tables[i].name, literal))
            return &site->tables[i];
    }
    return NULL;
}

/* A page is looked up again in the language being written; all else is the same in every language.
 */
static const void *resolve(void *context, const Record *record, const void *key)
{
    const ViewContext *view = context;
    if (record != &view_page)
        return key;
    const Page *page = key;
    Slice name = page->text.front.key.text.size > 0 ? page->text.front.key.text : page->origin.path;
    return table_find(&view->site->by_key[view->row], name);
}

static const Language *language_of(void *context, const Record *record, const void *subject)
{
    (void) context;
    if (record == &view_page)
        return ((const Page *) subject)->origin.language;
    if (record == &view_translation)
        return ((const Translation *) subject)->language;
    return record == &view_language ? subject : NULL;
}

/* A template that cannot be read is there all the same: who calls it makes no fault. */
static void add_template(Site *site, const FoundFile *found)
{
    Slice path = found->path;
    Slice pages = SLICE("templates/pages/"), components = SLICE("templates/components/");
    bool is_page = slice_starts(path, pages);
    if (!slice_ends(path, SLICE(".html")))
        return;
    if (!is_page && !slice_starts(path, components)) {
        report_add(&site->report,
                   &(Diagnostic){.code = DIAGNOSTIC_TEMPLATE_WRONG_FOLDER, .path = path});
        return;
    }
    Slice name = slice_from(path, is_page ? pages.size : components.size);
    name = slice_to(name, name.size - SLICE(".html").size);
    Source *source = source_new(&site->arena, path, (Slice){0});
    if (found->is_unread)
        source->is_unread = true;
    else
        source_read(&site->arena, site->options.source, path, TEMPLATE_MAX_FILE_SIZE, &site->report,
                    &source);
    if (is_page)
        template_add_page(site->template_set, name, source);
    else
        template_add_component(site->template_set, name, source);
}

void component_read(Site *site)
{
    TemplateHost host = {
        .context = site,
        .site = &view_site,
        .page = &view_page,
        .records = view_records,
        .record_count = view_record_count,
        .languages = site->settings.languages,
        .messages = site->messages,
        .schemes = site->settings.schemes,
        .scheme_count = site->settings.scheme_count,
        .find_asset = find_asset,
        .find_asset_text = find_asset_text,
        .find_literal = find_literal,
        .resolve = resolve,
        .language_of = language_of,
    };
    site->template_set = template_set_new(&site->arena, &host, &site->report);
    for (size_t i = 0; i < site->template_files.count; i++)
        add_template(site, &site->template_files.items[i]);
    template_compile(site->template_set);
}
