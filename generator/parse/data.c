/* data/people.yaml, the terms of each taxonomy, and typed tables from YAML and CSV. */
#include "parse/data.h"

#include "base/file.h"
#include "base/suggest.h"
#include "markup/yaml.h"
#include "model/schema.h"
#include "parse/csv.h"
#include "text/number.h"

static SchemaReader data_reader(Site *site, void *target)
{
    return (SchemaReader){
        .arena = &site->arena,
        .report = &site->report,
        .languages = site->settings.languages,
        .zone = site->settings.zone,
        .allows_solar = !site->settings.no_solar_input,
        .unknown_key = DIAGNOSTIC_DATA_UNKNOWN_KEY,
        .missing_key = DIAGNOSTIC_DATA_MISSING_KEY,
        .target = target,
    };
}

/* False when the file is not there or cannot be read. */
static bool read_map(Site *site, Slice path, Value *ret_map)
{
    Source *source;
    FoundFile *found = site_find_file(&site->data_files, path);
    if (!found || found->is_unread)
        return false;
    found->is_unread =
        !site_read(site, &site->arena, path, YAML_DATA.max_size, &site->report, &source) ||
        !yaml_read_file(&site->arena, source, &YAML_DATA, &site->report, ret_map);
    return !found->is_unread;
}

/* An id that stands as a key of a data file. It is kept all the same: where it is named there is no
 * second fault. */
static void check_id(Site *site, const ValueEntry *entry)
{
    if (!schema_is_id(entry->key))
        report_add(&site->report, &(Diagnostic){.code = DIAGNOSTIC_DATA_ID,
                                                .span = entry->key_span,
                                                .words = {entry->key}});
}

static void read_person_name(SchemaReader *reader, Slice name, const Value *value)
{
    schema_texts(reader, name, value, true, &((Person *) reader->target)->names);
}

static void read_person_role(SchemaReader *reader, Slice name, const Value *value)
{
    schema_texts(reader, name, value, true, &((Person *) reader->target)->roles);
}

static void read_person_url(SchemaReader *reader, Slice name, const Value *value)
{
    Slice text, part, address;
    if (!schema_text(reader, name, value, 2000, &text))
        return;
    if (url_check(reader->arena, text, NULL, 0, &part, &address) == URL_FINE)
        ((Person *) reader->target)->url = (Url){.kind = URL_EXTERNAL, .path = address};
    else
        schema_fault(reader, DIAGNOSTIC_CONFIG_URL, value, text, (Slice){0});
}

static const SchemaKey person_keys[] = {
    {SLICE_INIT("name"), true, read_person_name},
    {SLICE_INIT("role"), false, read_person_role},
    {SLICE_INIT("url"), false, read_person_url},
};

static void read_people(Site *site)
{
    table_init(&site->people_by_id, &site->arena);
    Slice path = SLICE("data/people.yaml");
    Value map = {0};
    if (!read_map(site, path, &map))
        return;
    site->people = ARENA_ARRAY(&site->arena, Person, map.count);
    for (size_t i = 0; i < map.count; i++) {
        check_id(site, &map.entries[i]);
        Person *person = &site->people[site->person_count++];
        person->id = map.entries[i].key;
        SchemaReader reader = data_reader(site, person);
        schema_map(&reader, person->id, &map.entries[i].value, person_keys,
                   sizeof(person_keys) / sizeof(person_keys[0]));
        table_add(&site->people_by_id, person->id, person);
    }
}

static void read_term_title(SchemaReader *reader, Slice name, const Value *value)
{
    schema_texts(reader, name, value, true, &((Term *) reader->target)->titles);
}

static void read_term_description(SchemaReader *reader, Slice name, const Value *value)
{
    schema_texts(reader, name, value, true, &((Term *) reader->target)->descriptions);
}

static const SchemaKey term_keys[] = {
    {SLICE_INIT("title"), true, read_term_title},
    {SLICE_INIT("description"), false, read_term_description},
};

static void read_terms(Site *site, Taxonomy *taxonomy)
{
    table_init(&taxonomy->by_id, &site->arena);
    Slice path = slice_print(&site->arena, "data/%.*s.yaml", SLICE_FORMAT(taxonomy->name));
    Value map = {0};
    if (!read_map(site, path, &map))
        return;
    taxonomy->terms = ARENA_ARRAY(&site->arena, Term, map.count);
    for (size_t i = 0; i < map.count; i++) {
        const ValueEntry *entry = &map.entries[i];
        check_id(site, entry);
        Term *term = &taxonomy->terms[taxonomy->term_count++];
        *term = (Term){.taxonomy = taxonomy, .id = entry->key, .span = entry->key_span};
        SchemaReader reader = data_reader(site, term);
        schema_map(&reader, term->id, &entry->value, term_keys,
                   sizeof(term_keys) / sizeof(term_keys[0]));
        table_add(&taxonomy->by_id, term->id, term);
    }
}

static void read_column_title(SchemaReader *reader, Slice name, const Value *value)
{
    schema_texts(reader, name, value, true, &((DataColumn *) reader->target)->titles);
}

static void read_column_type(SchemaReader *reader, Slice name, const Value *value)
{
    (void) name;
    static const Slice words[] = {SLICE_INIT("text"), SLICE_INIT("number"), SLICE_INIT("date")};
    uint32_t word;
    if (schema_word(reader, value, words, 3, &word))
        ((DataColumn *) reader->target)->type = word;
}

static void read_column_unit(SchemaReader *reader, Slice name, const Value *value)
{
    DataColumn *column = reader->target;
    if (schema_text(reader, name, value, 60, &column->unit))
        column->unit_span = value->span;
}

static const SchemaKey column_keys[] = {
    {SLICE_INIT("title"), true, read_column_title},
    {SLICE_INIT("type"), false, read_column_type},
    {SLICE_INIT("unit"), false, read_column_unit},
};

typedef struct TableReading {
    Site *site;
    DataTable *table;
    const Value *rows; /* NULL: a CSV file holds them */
} TableReading;

static void read_columns(SchemaReader *reader, Slice name, const Value *value)
{
    TableReading *reading = reader->target;
    if (value->kind != VALUE_MAP) {
        schema_fault(reader, DIAGNOSTIC_YAML_MAP, value, name, (Slice){0});
        return;
    }
    reading->table->columns = ARENA_ARRAY(reader->arena, DataColumn, value->count);
    reading->table->columns_span = value->span;
    for (size_t i = 0; i < value->count; i++) {
        check_id(reading->site, &value->entries[i]);
        DataColumn *column = &reading->table->columns[reading->table->column_count++];
        column->name = value->entries[i].key;
        column->span = value->entries[i].key_span;
        SchemaReader inner = data_reader(reading->site, column);
        schema_map(&inner, column->name, &value->entries[i].value, column_keys,
                   sizeof(column_keys) / sizeof(column_keys[0]));
        if (column->unit.size > 0 && column->type != COLUMN_NUMBER)
            report_add(reader->report, &(Diagnostic){.code = DIAGNOSTIC_DATA_UNIT_TYPE,
                                                     .span = column->unit_span,
                                                     .other = column->span,
                                                     .words = {column->name}});
    }
}

static void read_source(SchemaReader *reader, Slice name, const Value *value)
{
    TableReading *reading = reader->target;
    schema_texts(reader, name, value, true, &reading->table->sources);
}

static void read_rows(SchemaReader *reader, Slice name, const Value *value)
{
    TableReading *reading = reader->target;
    if (value->kind == VALUE_LIST)
        reading->rows = value;
    else
        schema_fault(reader, DIAGNOSTIC_DATA_ROWS, value, name, (Slice){0});
}

static const SchemaKey table_keys[] = {
    {SLICE_INIT("columns"), true, read_columns},
    {SLICE_INIT("source"), false, read_source},
    {SLICE_INIT("rows"), false, read_rows},
};

#define NUMBER_MAX_SIZE 100

/* The number at the front of a cell such as "12 L", and what stands behind it. */
static bool split_unit(Slice text, double *ret_number, Slice *ret_unit)
{
    if (text.size > NUMBER_MAX_SIZE)
        return false;
    for (size_t end = text.size; end > 0; end--) {
        if (!number_read(slice_trim_end(slice_to(text, end)), ret_number))
            continue;
        *ret_unit = slice_trim(slice_from(text, end));
        return true;
    }
    return false;
}

/* A number may carry the unit of its column and no other. */
static void read_number(SchemaReader *reader, const DataColumn *column, const Value *value,
                        DataCell *cell)
{
    Slice unit = {0};
    if (number_read(cell->text, &cell->number))
        return;
    Diagnostic fault = {
        .code = DIAGNOSTIC_DATA_NUMBER,
        .span = value->span,
        .other = column->span,
        .words = {column->name, cell->text},
    };
    if (column->unit.size > 0 && split_unit(cell->text, &cell->number, &unit)) {
        if (slice_equal(unit, column->unit))
            return;
        fault.code = DIAGNOSTIC_DATA_UNIT;
        fault.other = column->unit_span;
        fault.words[1] = unit;
        fault.words[2] = column->unit;
    }
    report_add(reader->report, &fault);
}

/* Types one cell by its column. */
static void read_cell(Site *site, const DataColumn *column, const Value *value, DataCell *cell)
{
    SchemaReader reader = data_reader(site, NULL);
    cell->text = slice_trim(value->text);
    if (cell->text.size == 0)
        return;
    if (column->type == COLUMN_NUMBER)
        read_number(&reader, column, value, cell);
    if (column->type == COLUMN_DATE)
        schema_date(&reader, column->name, value, &cell->date);
}

static void report_ragged(Site *site, const DataTable *table, Span span, size_t count)
{
    report_add(&site->report,
               &(Diagnostic){.code = DIAGNOSTIC_CSV_RAGGED,
                             .span = span,
                             .other = table->columns_span,
                             .words = {slice_print(&site->arena, "%zu", count),
                                       slice_print(&site->arena, "%zu", table->column_count)}});
}

static void fill_from_rows(Site *site, DataTable *table, const Value *rows)
{
    table->cells = ARENA_ARRAY(&site->arena, DataCell, rows->count * table->column_count);
    for (size_t r = 0; r < rows->count; r++) {
        const Value *row = &rows->entries[r].value;
        if (row->kind != VALUE_LIST || row->count != table->column_count) {
            report_ragged(site, table, row->span, row->kind == VALUE_LIST ? row->count : 1);
            continue;
        }
        DataCell *cells = &table->cells[table->row_count++ * table->column_count];
        for (size_t c = 0; c < table->column_count; c++)
            read_cell(site, &table->columns[c], &row->entries[c].value, &cells[c]);
    }
}

static size_t find_column(const DataTable *table, Slice name)
{
    size_t column = 0;
    while (column < table->column_count && !slice_equal(table->columns[column].name, name))
        column++;
    return column;
}

/* Which column of the description each column of the file is; false when one is not described or
 * missing. */
static bool match_columns(Site *site, const DataTable *table, const Source *source,
                          const CsvTable *csv, size_t *places)
{
    bool is_fine = csv->column_count == table->column_count;
    for (size_t c = 0; c < csv->column_count; c++) {
        const CsvField *field = &csv->fields[c];
        places[c] = find_column(table, field->text);
        if (places[c] < table->column_count)
            continue;
        report_add(&site->report, &(Diagnostic){.code = DIAGNOSTIC_CSV_COLUMN,
                                                .span = {source, field->start, field->end},
                                                .other = table->columns_span,
                                                .words = {field->text, table->name}});
        return false;
    }
    Span first_line = {source, csv->fields[0].start, csv->fields[csv->column_count - 1].end};
    if (!is_fine)
        report_ragged(site, table, first_line, csv->column_count);
    return is_fine;
}

static void fill_from_csv(Site *site, DataTable *table, Slice path)
{
    Source *source;
    CsvTable csv;
    if (site_find_file(&site->data_files, path)->is_unread ||
        !site_read(site, &site->arena, path, YAML_DATA.max_size, &site->report, &source) ||
        !csv_read(&site->arena, source, &site->report, &csv) || csv.row_count == 0)
        return;
    size_t *places = ARENA_ARRAY(&site->arena, size_t, csv.column_count);
    if (!match_columns(site, table, source, &csv, places))
        return;
    table->row_count = csv.row_count - 1;
    table->cells = ARENA_ARRAY(&site->arena, DataCell, table->row_count * table->column_count);
    for (size_t r = 0; r < table->row_count; r++) {
        for (size_t c = 0; c < csv.column_count; c++) {
            const CsvField *field = &csv.fields[(r + 1) * csv.column_count + c];
            Value value = {.kind = VALUE_SCALAR,
                           .text = field->text,
                           .span = {source, field->start, field->end}};
            read_cell(site, &table->columns[places[c]], &value,
                      &table->cells[r * table->column_count + places[c]]);
        }
    }
}

static void read_table(Site *site, Slice path, Slice name)
{
    Value map = {0};
    DataTable *table = &site->tables[site->table_count++];
    table->name = name; // there to be named, even when it cannot be read
    if (!read_map(site, path, &map))
        return;
    TableReading reading = {site, table, NULL};
    SchemaReader reader = data_reader(site, &reading);
    size_t errors = site->report.error_count;
    schema_map(&reader, name, &map, table_keys, sizeof(table_keys) / sizeof(table_keys[0]));
    if (site->report.error_count > errors)
        return; // what its columns or rows are is not known
    Slice csv = slice_print(&site->arena, "data/%.*s.csv", SLICE_FORMAT(name));
    if (reading.rows)
        fill_from_rows(site, table, reading.rows);
    else if (site_find_file(&site->data_files, csv))
        fill_from_csv(site, table, csv);
    else
        schema_fault(&reader, DIAGNOSTIC_DATA_ROWS, &map, name, (Slice){0});
}

/* The name of a file data/NAME.yaml; empty for all others. */
static Slice table_name(Slice path)
{
    Slice name = slice_from(path, SLICE("data/").size);
    return slice_ends(name, SLICE(".yaml")) ? slice_to(name, name.size - SLICE(".yaml").size)
                                            : (Slice){0};
}

/* A table without a description has columns of no type: nobody could show it. */
static void check_described(Site *site, Slice path)
{
    Slice ending = SLICE(".csv");
    if (!slice_ends(path, ending))
        return;
    Slice description = slice_print(&site->arena, "%.*s.yaml",
                                    SLICE_FORMAT(slice_to(path, path.size - ending.size)));
    if (!site_find_file(&site->data_files, description))
        report_add(&site->report, &(Diagnostic){.code = DIAGNOSTIC_DATA_NO_COLUMNS,
                                                .path = path,
                                                .words = {description}});
}

void data_read(Site *site)
{
    read_people(site);
    for (size_t i = 0; i < site->taxonomy_count; i++)
        read_terms(site, &site->taxonomies[i]);
    site->tables = ARENA_ARRAY(&site->arena, DataTable, site->data_files.count);
    for (size_t i = 0; i < site->data_files.count; i++) {
        Slice path = site->data_files.items[i].path, name = table_name(path);
        size_t row;
        check_described(site, path);
        if (name.size > 0 && !slice_equal(name, SLICE("people")) &&
            !site_find_taxonomy(site, name, &row))
            read_table(site, path, name);
    }
}
