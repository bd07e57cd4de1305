/* Follows @import and url() in style sheets and leaves comments and spare white space out: only
 * what is needed of CSS Syntax, strings respected. */
#include "link/style.h"

#include "base/file.h"
#include "link/part.h"

#include <string.h>

#define STYLE_MAX_SIZE (4 * 1024 * 1024)
#define IMPORT_MAX_DEPTH 8

typedef struct StyleJoin {
    Site *site;
    const ImageFile *root;
    Buffer out;
    int depth;
} StyleJoin;

static void join_sheet(StyleJoin *join, const Source *sheet);

/* `part` is a view of the sheet. */
static void fault(StyleJoin *join, DiagnosticCode code, const Source *sheet, Slice part, Slice word)
{
    report_add(
        &join->site->link_report,
        &(Diagnostic){.code = code, .span = span_of(sheet, part), .words = {word, sheet->path}});
}

/* Takes a comment or a string off the front and copies it; false when neither stands there. */
static bool copy_opaque(StyleJoin *join, Slice *rest)
{
    size_t end = 0;
    char first = rest->at[0];
    if (slice_starts(*rest, SLICE("/*"))) {
        if (!slice_find(*rest, SLICE("*/"), &end))
            end = rest->size;
        *rest = slice_from(*rest, end + 2); // comments are not written
        return true;
    }
    if (first != '"' && first != '\'')
        return false;
    for (end = 1; end < rest->size && rest->at[end] != first; end++)
        end += rest->at[end] == '\\';
    buffer_add(&join->out, slice_to(*rest, end + 1));
    *rest = slice_from(*rest, end + 1);
    return true;
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

static char last_byte(const StyleJoin *join)
{
    Slice written = buffer_slice(&join->out);
    return written.size > 0 ? written.at[written.size - 1] : '{';
}

/* Takes white space off the front and writes what a browser needs of it: nothing beside signs that
 * part by themselves, else one space. Those of a sum, a selector or a list of values stay. */
static bool copy_space(StyleJoin *join, Slice *rest)
{
    size_t end = 0;
    while (end < rest->size && is_space(rest->at[end]))
        end++;
    if (end == 0)
        return false;
    *rest = slice_from(*rest, end);
    char before = last_byte(join), next = rest->size > 0 ? rest->at[0] : '}';
    bool is_spare = memchr("{};,> ", before, 6) || memchr("{};,>", next, 5);
    if (!is_spare && before != ':')
        buffer_add(&join->out, SLICE(" "));
    return true;
}

static Slice unquote(Slice text)
{
    text = slice_trim(text);
    bool is_quoted = text.size >= 2 && (text.at[0] == '"' || text.at[0] == '\'') &&
                     text.at[text.size - 1] == text.at[0];
    return is_quoted ? slice_part(text, 1, text.size - 1) : text;
}

static ImageFile *find_beside(StyleJoin *join, const Source *sheet, Slice address)
{
    Slice full;
    return url_join(&join->site->links, sheet->path, address, &full)
               ? table_find(&join->site->files, full)
               : NULL;
}

static bool is_foreign(Slice address)
{
    return slice_starts(address, SLICE("//")) || url_scheme(address).size > 0;
}

/* url(…): fragments and data: stay, files get their new name, all else is refused. */
static void join_url(StyleJoin *join, const Source *sheet, Slice address)
{
    bool stays = slice_starts(address, SLICE("#")) || slice_starts(address, SLICE("data:"));
    ImageFile *file = stays || is_foreign(address) ? NULL : find_beside(join, sheet, address);
    if (is_foreign(address) && !stays)
        fault(join, DIAGNOSTIC_ASSET_FOREIGN, sheet, address, address);
    else if (!stays && !file)
        fault(join, DIAGNOSTIC_ASSET_MISSING, sheet, address, address);
    else if (file && join->root->is_inlined)
        fault(join, DIAGNOSTIC_ASSET_INLINE_URL, sheet, address, address);
    buffer_add(&join->out, SLICE("url("));
    if (file) {
        asset_use(join->site, file);
        address = slice_from(file->url.path, SLICE("assets/").size);
    }
    buffer_add(&join->out, address);
    buffer_add(&join->out, SLICE(")"));
}

/* @import "x.css"; the text of the other sheet takes its place. */
static void join_import(StyleJoin *join, const Source *sheet, Slice prelude)
{
    prelude = slice_trim(prelude);
    if (slice_starts(prelude, SLICE("url(")) && slice_ends(prelude, SLICE(")")))
        prelude = slice_part(prelude, 4, prelude.size - 1);
    Slice address = unquote(prelude);
    const ImageFile *file = is_foreign(address) ? NULL : find_beside(join, sheet, address);
    Source *imported;
    if (is_foreign(address))
        fault(join, DIAGNOSTIC_ASSET_FOREIGN, sheet, address, address);
    else if (!file)
        fault(join, DIAGNOSTIC_ASSET_MISSING, sheet, address, address);
    else if (join->depth >= IMPORT_MAX_DEPTH)
        fault(join, DIAGNOSTIC_ASSET_IMPORT_DEPTH, sheet, address, SLICE("8"));
    else if (!file->is_unread && site_read(join->site, &join->site->links, file->source_path,
                                           STYLE_MAX_SIZE, &join->site->link_report, &imported))
        join_sheet(join, imported);
}

static void join_sheet(StyleJoin *join, const Source *sheet)
{
    Slice text = sheet->bytes;
    join->depth++;
    while (text.size > 0) {
        size_t end;
        if (copy_opaque(join, &text) || copy_space(join, &text))
            continue;
        if (slice_starts(text, SLICE("@import ")) && slice_find_byte(text, ';', &end)) {
            join_import(join, sheet, slice_part(text, SLICE("@import").size, end));
            text = slice_from(text, end + 1);
        } else if (slice_starts(text, SLICE("url(")) && slice_find_byte(text, ')', &end)) {
            join_url(join, sheet, unquote(slice_part(text, SLICE("url(").size, end)));
            text = slice_from(text, end + 1);
        } else {
            buffer_add_byte(&join->out, text.at[0]);
            text = slice_from(text, 1);
        }
    }
    join->depth--;
}

Slice style_join(Site *site, const ImageFile *file)
{
    StyleJoin join = {.site = site, .root = file};
    const Source *sheet = source_new(&site->links, file->source_path, file->bytes);
    buffer_init(&join.out, &site->links, STYLE_MAX_SIZE);
    if (source_check(sheet, &site->link_report))
        join_sheet(&join, sheet);
    if (join.out.overflowed)
        fault(&join, DIAGNOSTIC_SIZE, sheet, (Slice){0}, SLICE("4 MiB"));
    return buffer_slice(&join.out);
}
