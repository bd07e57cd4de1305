/* Gathers the entries of all reports into one settled order, and prints them in the form asked for.
 */
#include "base/arena.h"
#include "base/report.h"
#include "base/report_form.h"

#include <stdlib.h>

#define MAX_ENTRY_SIZE ((size_t) 1 << 20) /* printed size of one entry */

typedef struct Gathered {
    const ReportEntry **entries;
    size_t count;
} Gathered;

static int compare_numbers(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

static int compare_entries(const void *a, const void *b)
{
    const ReportEntry *first = *(const ReportEntry *const *) a;
    const ReportEntry *second = *(const ReportEntry *const *) b;
    int order = slice_compare(first->path, second->path);
    if (order == 0)
        order = compare_numbers(first->start, second->start);
    if (order == 0)
        order = slice_compare(diagnostic_name(first->code), diagnostic_name(second->code));
    for (size_t i = 0; order == 0 && i < REPORT_MAX_WORDS; i++)
        order = slice_compare(first->words[i], second->words[i]);
    if (order == 0)
        order = compare_numbers(first->end, second->end);
    if (order == 0)
        order = slice_compare(first->other_path, second->other_path);
    if (order == 0)
        order = compare_numbers(first->other.line, second->other.line);
    if (order == 0)
        order = compare_numbers(first->code, second->code);
    return order;
}

static bool is_double(const ReportEntry *a, const ReportEntry *b)
{
    if (a->code != b->code || a->start != b->start || !slice_equal(a->path, b->path))
        return false;
    for (size_t i = 0; i < REPORT_MAX_WORDS; i++) {
        if (!slice_equal(a->words[i], b->words[i]))
            return false;
    }
    return true;
}

/* All entries in order, without doubles. */
static Gathered gather(Arena *arena, const Report *const *reports, size_t count)
{
    size_t total = 0;
    for (size_t i = 0; i < count; i++) {
        for (const ReportEntry *entry = reports[i]->newest; entry != NULL; entry = entry->next)
            total++;
    }
    Gathered gathered = {ARENA_ARRAY(arena, const ReportEntry *, total), 0};
    for (size_t i = 0; i < count; i++) {
        for (const ReportEntry *entry = reports[i]->newest; entry != NULL; entry = entry->next)
            gathered.entries[gathered.count++] = entry;
    }
    if (total == 0)
        return gathered;
    qsort(gathered.entries, total, sizeof(const ReportEntry *), compare_entries);
    size_t kept = 1;
    for (size_t i = 1; i < total; i++) {
        if (!is_double(gathered.entries[kept - 1], gathered.entries[i]))
            gathered.entries[kept++] = gathered.entries[i];
    }
    gathered.count = kept;
    return gathered;
}

typedef void (*EntryPrinter)(Buffer *out, const ReportEntry *entry, const ReportStyle *style);

static EntryPrinter find_printer(ReportForm form)
{
    switch (form) {
    case REPORT_TEXT:
    case REPORT_SHORT:
        return report_text_entry;
    case REPORT_JSON:
        return report_json_entry;
    case REPORT_GITHUB:
        return report_github_entry;
    }
    return report_text_entry;
}

static bool is_for_people(const ReportStyle *style)
{
    return style->form == REPORT_TEXT || style->form == REPORT_SHORT;
}

static void flush(Buffer *buffer, FILE *out)
{
    fwrite(buffer->at != NULL ? buffer->at : "", 1, buffer->size, out);
    buffer_clear(buffer);
}

/* Counts an entry and what was left out after it; returns how many problems that is. */
static size_t add_to_totals(ReportTotals *totals, const ReportEntry *entry)
{
    size_t count = 1;
    totals->counts[entry->severity]++;
    totals->fixable_count += report_is_fixable(entry);
    for (size_t severity = 0; severity <= SEVERITY_ERROR; severity++) {
        totals->counts[severity] += entry->left_out[severity];
        count += entry->left_out[severity];
    }
    return count;
}

/* The entries of one path, from `start` on; returns where they end. */
static size_t print_file(const Gathered *gathered, size_t start, const ReportStyle *style,
                         Buffer *buffer, ReportTotals *totals, FILE *out)
{
    Slice path = gathered->entries[start]->path;
    size_t found_count = 0;
    size_t shown_count = 0;
    size_t end = start;
    for (; end < gathered->count && slice_equal(gathered->entries[end]->path, path); end++) {
        const ReportEntry *entry = gathered->entries[end];
        found_count += add_to_totals(totals, entry);
        if (shown_count == REPORT_MAX_PER_FILE || totals->shown_count == REPORT_MAX_PRINTED)
            continue;
        if (style->form == REPORT_TEXT && totals->shown_count > 0)
            buffer_add_byte(buffer, '\n');
        find_printer(style->form)(buffer, entry, style);
        flush(buffer, out);
        shown_count++;
        totals->shown_count++;
    }
    totals->file_count++;
    totals->hidden_count += found_count - shown_count;
    if (shown_count > 0 && found_count > shown_count && is_for_people(style))
        report_text_more(buffer, path, found_count - shown_count, style);
    flush(buffer, out);
    return end;
}

void report_print(const Report *const *reports, size_t count, const ReportStyle *style, FILE *out)
{
    Arena arena = {0};
    Gathered gathered = gather(&arena, reports, count);
    Buffer buffer;
    buffer_init(&buffer, &arena, MAX_ENTRY_SIZE);
    ReportTotals totals = {0};
    for (size_t i = 0; i < gathered.count;)
        i = print_file(&gathered, i, style, &buffer, &totals, out);
    if (gathered.count > 0 && is_for_people(style)) {
        report_text_totals(&buffer, &totals, style);
        flush(&buffer, out);
    }
    arena_close(&arena);
}

static bool is_in_the_way(const Edit *a, const Edit *b)
{
    return a->span.start == b->span.start ||
           (a->span.start < b->span.end && b->span.start < a->span.end);
}

static bool fits(const ReportEntry *entry, const FileFixes *file)
{
    for (size_t i = 0; i < entry->edit_count; i++) {
        for (size_t j = 0; j < file->edit_count; j++) {
            if (is_in_the_way(&entry->edits[i], &file->edits[j]))
                return false;
        }
    }
    return true;
}

static int compare_edits(const void *a, const void *b)
{
    return compare_numbers(((const Edit *) a)->span.start, ((const Edit *) b)->span.start);
}

static void add_edits(FileFixes *file, size_t *capacity, const ReportEntry *entry, Arena *arena)
{
    for (size_t i = 0; i < entry->edit_count; i++) {
        file->edits = arena_grow(arena, file->edits, sizeof(Edit), file->edit_count, capacity);
        file->edits[file->edit_count++] = entry->edits[i];
    }
}

size_t report_collect_fixes(const Report *const *reports, size_t count, bool suggested,
                            Arena *arena, FileFixes **ret_files)
{
    Arena scratch = {0};
    Gathered gathered = gather(&scratch, reports, count);
    FileFixes *files = NULL;
    size_t file_count = 0, file_capacity = 0, edit_capacity = 0;
    for (size_t i = 0; i < gathered.count; i++) {
        const ReportEntry *entry = gathered.entries[i];
        if (entry->edit_count == 0 || !(entry->is_safe_fix || suggested))
            continue;
        if (file_count == 0 || !slice_equal(files[file_count - 1].path, entry->path)) {
            files = arena_grow(arena, files, sizeof(FileFixes), file_count, &file_capacity);
            files[file_count++] = (FileFixes){.path = slice_copy(arena, entry->path)};
            edit_capacity = 0;
        }
        if (fits(entry, &files[file_count - 1]))
            add_edits(&files[file_count - 1], &edit_capacity, entry, arena);
    }
    arena_close(&scratch);
    for (size_t i = 0; i < file_count; i++) {
        if (files[i].edit_count > 0)
            qsort(files[i].edits, files[i].edit_count, sizeof(Edit), compare_edits);
    }
    *ret_files = files;
    return file_count;
}
