/* Reads tables as RFC 4180 describes them: UTF-8, commas, fields in quotes where they hold commas,
 * quotes or line breaks; the first line names the columns. Private to parse. */
#ifndef PARSE_CSV_H
#define PARSE_CSV_H

#include "base/buffer.h"
#include "base/report.h"

typedef struct CsvField {
    Slice text; /* without quotes */
    uint32_t start, end;
} CsvField;

typedef struct CsvTable {
    CsvField *fields; /* row after row; the first row holds the names */
    size_t column_count;
    size_t row_count; /* the first one included */
} CsvTable;

/* Ragged rows and quotes out of place are reported with their line and column; false then. */
bool csv_read(Arena *arena, const Source *source, Report *report, CsvTable *ret_table);

#endif
