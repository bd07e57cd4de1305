/* Pictures, downloads and files of the design: read once, measured, and named after the digest of
 * their bytes. Style sheets are joined over @import and lead to the new names. */
#include "base/digest.h"
#include "base/file.h"
#include "link/part.h"
#include "link/style.h"
#include "media/picture.h"

#define FILE_MAX_SIZE (64 * 1024 * 1024)
#define NAME_DIGITS 8

ImageFile *asset_find(Site *site, const Page *page, Slice path)
{
    Slice full;
    if (slice_starts(path, SLICE("/"))) {
        Slice shared = file_join(&site->links, SLICE("content/_shared"), slice_from(path, 1));
        return table_find(&site->files, shared);
    }
    for (const Page *at = page; at; at = at->links.original) {
        if (url_join(&site->links, at->origin.source_path, path, &full)) {
            ImageFile *file = table_find(&site->files, full);
            if (file)
                return file;
        }
    }
    return NULL;
}

static Slice extension_of(Slice path)
{
    size_t dot;
    return slice_find_last_byte(path, '.', &dot) ? slice_from(path, dot + 1) : (Slice){0};
}

static Slice base_name(Slice path)
{
    Slice name = url_file_name(path);
    size_t dot;
    return slice_find_last_byte(name, '.', &dot) ? slice_to(name, dot) : name;
}

/* Names in addresses are lower-case ASCII (output 55). */
static bool is_plain_name(Slice name)
{
    for (size_t i = 0; i < name.size; i++) {
        char c = name.at[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-' && c != '_' && c != '.')
            return false;
    }
    return name.size > 0;
}

static void name_file(Site *site, ImageFile *file)
{
    Slice base = base_name(file->source_path), extension = extension_of(file->source_path);
    if (!is_plain_name(base) || !is_plain_name(extension)) {
        report_add(&site->link_report, &(Diagnostic){.code = DIAGNOSTIC_ASSET_NAME,
                                                     .path = file->source_path,
                                                     .words = {base}});
        return;
    }
    Digest digest = digest_of(file->bytes);
    Slice hash = digest_hex(&site->links, &digest, NAME_DIGITS);
    Slice path = slice_print(&site->links, "assets/%.*s.%.*s.%.*s", SLICE_FORMAT(base),
                             SLICE_FORMAT(hash), SLICE_FORMAT(extension));
    file->url = (Url){.kind = URL_FILE, .path = path};
    file->format = extension;
}

/* What networks show in a card: they know neither SVG nor AVIF. */
static bool is_for_cards(PictureKind kind)
{
    return kind == PICTURE_PNG || kind == PICTURE_JPEG || kind == PICTURE_GIF ||
           kind == PICTURE_WEBP;
}

static void measure(Site *site, ImageFile *file)
{
    Picture picture = picture_read(file->bytes);
    if (picture.kind == PICTURE_UNKNOWN)
        return;
    file->is_picture = true;
    file->is_for_cards = is_for_cards(picture.kind);
    file->width = (int64_t) picture.width;
    file->height = (int64_t) picture.height;
    if (picture.has_exif)
        report_add(&site->link_report, &(Diagnostic){.code = DIAGNOSTIC_IMAGE_EXIF,
                                                     .path = file->source_path,
                                                     .words = {file->source_path}});
}

static bool read_file(Site *site, ImageFile *file)
{
    int error = file_read(&site->links, file->disk_path, FILE_MAX_SIZE, &file->bytes);
    if (error)
        file_fault(&site->link_report, file->source_path, error, false);
    file->size = file->bytes.size;
    return error == 0;
}

void asset_use(Site *site, ImageFile *file)
{
    file->is_used = true;
    if (file->url.kind != URL_NONE || file->is_read)
        return;
    file->is_read = true; // before style sheets lead back here
    if (!read_file(site, file))
        return;
    if (slice_ends(file->source_path, SLICE(".css")))
        file->bytes = style_join(site, file);
    measure(site, file);
    name_file(site, file);
    file->size = file->bytes.size;
}

/* A file that stands inside pages gets no name of its own; its digest goes into the content policy.
 */
static void inline_file(Site *site, ImageFile *file)
{
    if (!file->is_read) {
        file->is_read = true;
        if (!read_file(site, file))
            return;
        if (slice_ends(file->source_path, SLICE(".css")))
            file->bytes = style_join(site, file);
    }
    Digest digest = digest_of(file->bytes);
    file->style_digest = digest_base64(&site->links, &digest);
    file->size = file->bytes.size;
}

void asset_name(Site *site)
{
    for (size_t i = 0; i < site->files.count; i++) {
        ImageFile *file = site->files.entries[i].item;
        if (file->is_used)
            asset_use(site, file);
        if (file->is_inlined)
            inline_file(site, file);
    }
}

void asset_collect(Site *site)
{
    ListBuilder list = {0};
    for (size_t i = 0; i < site->files.count; i++) {
        const ImageFile *file = site->files.entries[i].item;
        if (file->is_used && file->url.kind != URL_NONE)
            list_add(site, &list, file);
    }
    site->written_files = list_done(&list);
}
