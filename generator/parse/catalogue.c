/* Interface texts: one file per language, compiled once, checked against each other. */
#include "parse/catalogue.h"

#include "base/file.h"
#include "markup/yaml.h"
#include "model/interface.h"

static void read_language(Site *site, const Language *language)
{
    Slice path =
        slice_print(&site->arena, "templates/messages/%.*s.yaml", SLICE_FORMAT(language->code));
    const FoundFile *found = site_find_file(&site->template_files, path);
    Source *source = NULL;
    Value tree = {0};
    if (!found)
        report_add(&site->report, &(Diagnostic){.code = DIAGNOSTIC_NO_CATALOGUE,
                                                .path = path,
                                                .words = {language->code}});
    if (found && !found->is_unread &&
        site_read(site, &site->arena, path, YAML_SETTINGS.max_size, &site->report, &source) &&
        yaml_read_file(&site->arena, source, &YAML_SETTINGS, &site->report, &tree))
        messages_add(site->messages, language, &tree, &site->report);
    else
        messages_skip(site->messages, language);
}

void catalogue_read(Site *site)
{
    interface_declare(site);
    for (size_t i = 0; i < site->settings.languages->count; i++)
        read_language(site, &site->settings.languages->items[i]);
    messages_check(site->messages, &site->report);
}
