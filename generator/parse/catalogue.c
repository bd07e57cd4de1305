/* Interface texts: one file per language, compiled once, checked against each other. */
#include "parse/catalogue.h"

#include "base/file.h"
#include "markup/yaml.h"

static void read_language(Site *site, const Language *language)
{
    Slice path =
        slice_print(&site->arena, "templates/messages/%.*s.yaml", SLICE_FORMAT(language->code));
    if (!site_has_file(&site->template_files, path)) {
        report_add(&site->report, &(Diagnostic){.code = DIAGNOSTIC_NO_CATALOGUE,
                                                .path = path,
                                                .words = {language->code}});
        return;
    }
    Source *source = NULL;
    Value tree = {0};
    if (source_read(&site->arena, site->options.source, path, YAML_SETTINGS.max_size, &site->report,
                    &source) &&
        yaml_read_file(&site->arena, source, &YAML_SETTINGS, &site->report, &tree))
        messages_add(site->messages, language, &tree, &site->report);
}

void catalogue_read(Site *site)
{
    site->messages = messages_new(&site->arena, site->settings.languages);
    size_t errors = site->report.error_count;
    for (size_t i = 0; i < site->settings.languages->count; i++)
        read_language(site, &site->settings.languages->items[i]);
    // A catalogue that could not be read would make every one of its keys a fault of its own.
    if (site->report.error_count == errors)
        messages_check(site->messages, &site->report);
}
