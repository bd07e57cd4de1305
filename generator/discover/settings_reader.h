/* What the files of discover that read site.yaml share. */
#ifndef DISCOVER_SETTINGS_READER_H
#define DISCOVER_SETTINGS_READER_H

#include "model/schema.h"
#include "model/site.h"

/* The Site behind a reader of site.yaml. */
static inline Site *settings_site(const SchemaReader *reader)
{
    return reader->target;
}

/* A reader of site.yaml whose functions get `target`. */
static inline SchemaReader settings_reader(Site *site, void *target)
{
    return (SchemaReader){
        .arena = &site->arena,
        .report = &site->report,
        .languages = site->settings.languages,
        .unknown_key = DIAGNOSTIC_CONFIG_UNKNOWN_KEY,
        .missing_key = DIAGNOSTIC_CONFIG_MISSING_KEY,
        .target = target,
    };
}

/* A name of a menu, a taxonomy, a language: a-z, 0-9 and hyphens. False and reported otherwise. */
bool settings_check_name(SchemaReader *reader, const ValueEntry *entry);

/* An address that leaves the site. */
bool settings_url(SchemaReader *reader, Slice name, const Value *value, Url *ret_url);

/* languages: checks every entry, then opens all tools. False when one of them cannot be used. */
bool settings_read_languages(Site *site, const Value *map);

void settings_read_menus(Site *site, const Value *map);
void settings_read_publisher(Site *site, const Value *map);

/* checks: code → error|warning|note|off. */
void settings_read_checks(Site *site, const Value *map);

#endif
