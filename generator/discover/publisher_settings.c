/* Reads `publisher` and `checks` of site.yaml: without a publisher nothing is built (editorial 15).
 */
#include "base/suggest.h"
#include "discover/settings_reader.h"

static void read_kind(SchemaReader *reader, Slice name, const Value *value)
{
    (void) name;
    static const Slice words[] = {SLICE_INIT("web"), SLICE_INIT("email"), SLICE_INIT("phone"),
                                  SLICE_INIT("telegram"), SLICE_INIT("address")};
    schema_word(reader, value, words, 5, &((Contact *) reader->target)->kind);
}

static void read_value(SchemaReader *reader, Slice name, const Value *value)
{
    schema_text(reader, name, value, 300, &((Contact *) reader->target)->value);
}

static void read_label(SchemaReader *reader, Slice name, const Value *value)
{
    schema_texts(reader, name, value, true, &((Contact *) reader->target)->labels);
}

static const SchemaKey contact_keys[] = {
    {SLICE_INIT("kind"), true, read_kind},
    {SLICE_INIT("value"), true, read_value},
    {SLICE_INIT("label"), false, read_label},
};

/* A number in the form that tel: wants: digits and a leading plus. */
static Slice dialled_number(Arena *arena, Slice value)
{
    char *bytes = ARENA_ARRAY(arena, char, value.size);
    size_t size = 0;
    for (size_t i = 0; i < value.size; i++) {
        if ((value.at[i] >= '0' && value.at[i] <= '9') || (value.at[i] == '+' && size == 0))
            bytes[size++] = value.at[i];
    }
    return (Slice){bytes, size};
}

static Slice contact_address(Arena *arena, const Contact *contact)
{
    Slice value = contact->value;
    switch ((ContactKind) contact->kind) {
    case CONTACT_WEB:
        return value;
    case CONTACT_EMAIL:
        return slice_print(arena, "mailto:%.*s", SLICE_FORMAT(value));
    case CONTACT_PHONE:
        value = dialled_number(arena, value);
        return slice_print(arena, "tel:%.*s", SLICE_FORMAT(value));
    case CONTACT_TELEGRAM:
        value = slice_starts(value, SLICE("@")) ? slice_from(value, 1) : value;
        return slice_print(arena, "https://t.me/%.*s", SLICE_FORMAT(value));
    case CONTACT_ADDRESS:
        break;
    }
    return (Slice){0};
}

static bool read_contact(Site *site, const Value *value, Contact *contact)
{
    SchemaReader reader = settings_reader(site, contact);
    if (!schema_map(&reader, SLICE("contacts"), value, contact_keys,
                    sizeof(contact_keys) / sizeof(contact_keys[0])) ||
        contact->value.size == 0)
        return false;
    Slice address = contact_address(&site->arena, contact), part, checked;
    if (address.size == 0)
        return true;
    if (url_check(&site->arena, address, NULL, 0, &part, &checked) != URL_FINE) {
        schema_fault(&reader, DIAGNOSTIC_CONFIG_URL, value, address, (Slice){0});
        return false;
    }
    contact->url = (Url){.kind = URL_EXTERNAL, .path = checked};
    return true;
}

static void read_contacts(SchemaReader *reader, Slice name, const Value *value)
{
    Site *site = settings_site(reader);
    const ValueEntry *entries;
    size_t count;
    if (!schema_list(reader, name, value, &entries, &count))
        return;
    const void **items = ARENA_ARRAY(&site->arena, const void *, count);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        Contact *contact = ARENA_NEW(&site->arena, Contact);
        if (read_contact(site, &entries[i].value, contact))
            items[kept++] = contact;
    }
    site->settings.publisher.contacts = (List){items, kept};
    if (count == 0)
        schema_fault(reader, DIAGNOSTIC_CONFIG_CONTACT, value, (Slice){0}, (Slice){0});
}

static void read_names(SchemaReader *reader, Slice name, const Value *value)
{
    schema_texts(reader, name, value, true, &settings_site(reader)->settings.publisher.names);
}

static void read_statement(SchemaReader *reader, Slice name, const Value *value)
{
    schema_texts(reader, name, value, true, &settings_site(reader)->settings.publisher.statements);
}

static void read_url(SchemaReader *reader, Slice name, const Value *value)
{
    settings_url(reader, name, value, &settings_site(reader)->settings.publisher.url);
}

static const SchemaKey publisher_keys[] = {
    {SLICE_INIT("name"), true, read_names},
    {SLICE_INIT("contacts"), true, read_contacts},
    {SLICE_INIT("statement"), false, read_statement},
    {SLICE_INIT("url"), false, read_url},
};

void settings_read_publisher(Site *site, const Value *map)
{
    SchemaReader reader = settings_reader(site, site);
    schema_map(&reader, SLICE("publisher"), map, publisher_keys,
               sizeof(publisher_keys) / sizeof(publisher_keys[0]));
}

static void report_code(Site *site, const ValueEntry *entry)
{
    Slice names[DIAGNOSTIC_CODE_COUNT];
    for (size_t i = 0; i < DIAGNOSTIC_CODE_COUNT; i++)
        names[i] = diagnostic_name((DiagnosticCode) i);
    Diagnostic diagnostic = {
        .code = DIAGNOSTIC_CONFIG_CODE, .span = entry->key_span, .words = {entry->key}};
    Edit edit;
    suggest_fill(&diagnostic, entry->key, names, DIAGNOSTIC_CODE_COUNT, &edit);
    report_add(&site->report, &diagnostic);
}

static void read_check(Site *site, const ValueEntry *entry)
{
    static const Slice words[] = {SLICE_INIT("off"), SLICE_INIT("note"), SLICE_INIT("warning"),
                                  SLICE_INIT("error")};
    SchemaReader reader = settings_reader(site, site);
    DiagnosticCode code;
    uint32_t severity;
    if (!diagnostic_find(entry->key, &code)) {
        report_code(site, entry);
        return;
    }
    if (!schema_word(&reader, &entry->value, words, 4, &severity))
        return;
    if (diagnostic_severity(code) == SEVERITY_ERROR && severity != SEVERITY_ERROR)
        schema_fault(&reader, DIAGNOSTIC_CONFIG_CHECK_LOWERED, &entry->value, entry->key,
                     (Slice){0});
    else
        report_policy_set(&site->settings.policy, code, (Severity) severity);
}

void settings_read_checks(Site *site, const Value *map)
{
    SchemaReader reader = settings_reader(site, site);
    if (map->kind != VALUE_MAP) {
        schema_fault(&reader, DIAGNOSTIC_YAML_MAP, map, SLICE("checks"), (Slice){0});
        return;
    }
    for (size_t i = 0; i < map->count; i++)
        read_check(site, &map->entries[i]);
}
