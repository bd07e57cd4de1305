/* Tells what a picture is from its bytes: knows each form by its first ones, reads the plain forms.
 */
#include "media/picture.h"

#include "media/picture_form.h"

#define PNG_START SLICE("\x89PNG\r\n\x1a\n")
#define PNG_EXIF_TEXT SLICE("Raw profile type exif") /* where ImageMagick puts it */

/* The next chunk of a PNG: size, name, content, checksum. */
static bool cut_png_chunk(Slice *rest, Slice *ret_name, Slice *ret_content)
{
    if (rest->size < 12)
        return false;
    size_t size = picture_big_endian(*rest, 0, 4);
    *ret_name = slice_part(*rest, 4, 8);
    *ret_content = slice_part(*rest, 8, 8 + size);
    *rest = slice_from(*rest, 12 + size);
    return true;
}

static void read_png(Slice bytes, Picture *ret_picture)
{
    Slice rest = slice_from(bytes, PNG_START.size);
    Slice name, content;
    if (!cut_png_chunk(&rest, &name, &content) || !slice_equal(name, SLICE("IHDR")))
        return;
    ret_picture->width = picture_big_endian(content, 0, 4);
    ret_picture->height = picture_big_endian(content, 4, 4);
    while (cut_png_chunk(&rest, &name, &content)) {
        bool is_text = slice_ends(name, SLICE("EXt")) || slice_ends(name, SLICE("TXt"));
        if (slice_equal(name, SLICE("eXIf")) || (is_text && slice_starts(content, PNG_EXIF_TEXT)))
            ret_picture->has_exif = true;
    }
}

static void read_gif(Slice bytes, Picture *ret_picture)
{
    ret_picture->width = picture_little_endian(bytes, 6, 2);
    ret_picture->height = picture_little_endian(bytes, 8, 2);
}

/* The frame of a simple file with loss: three bytes of tag, a start code, two sides of 14 bits. */
static void read_webp_frame(Slice content, Picture *ret_picture)
{
    if (picture_big_endian(content, 3, 3) != 0x9D012A)
        return;
    ret_picture->width = picture_little_endian(content, 6, 2) & 0x3FFF;
    ret_picture->height = picture_little_endian(content, 8, 2) & 0x3FFF;
}

/* Without loss: a mark, then both sides less one in 14 bits each. */
static void read_webp_lossless(Slice content, Picture *ret_picture)
{
    if (content.size < 5 || content.at[0] != 0x2F)
        return;
    uint32_t sides = picture_little_endian(content, 1, 4);
    ret_picture->width = (sides & 0x3FFF) + 1;
    ret_picture->height = (sides >> 14 & 0x3FFF) + 1;
}

static void read_webp_canvas(Slice content, Picture *ret_picture)
{
    if (content.size < 10)
        return;
    ret_picture->width = picture_little_endian(content, 4, 3) + 1;
    ret_picture->height = picture_little_endian(content, 7, 3) + 1;
}

static void read_webp(Slice bytes, Picture *ret_picture)
{
    Slice rest = slice_from(bytes, 12);
    while (rest.size >= 8) {
        Slice name = slice_to(rest, 4);
        size_t size = picture_little_endian(rest, 4, 4);
        Slice content = slice_part(rest, 8, 8 + size);
        rest = slice_from(rest, 8 + size + size % 2);
        bool is_first = ret_picture->width == 0;
        if (is_first && slice_equal(name, SLICE("VP8X")))
            read_webp_canvas(content, ret_picture);
        else if (is_first && slice_equal(name, SLICE("VP8 ")))
            read_webp_frame(content, ret_picture);
        else if (is_first && slice_equal(name, SLICE("VP8L")))
            read_webp_lossless(content, ret_picture);
        else if (slice_equal(name, SLICE("EXIF")))
            ret_picture->has_exif = true;
    }
}

/* White space, a byte order mark, "<": the rest is for the reader to judge. */
static bool may_be_svg(Slice bytes)
{
    bool has_mark = slice_starts(bytes, SLICE("\xEF\xBB\xBF"));
    return slice_starts(slice_trim_start(slice_from(bytes, has_mark ? 3 : 0)), SLICE("<"));
}

static PictureKind find_kind(Slice bytes)
{
    if (slice_starts(bytes, PNG_START))
        return PICTURE_PNG;
    if (slice_starts(bytes, SLICE("\xFF\xD8\xFF")))
        return PICTURE_JPEG;
    if (slice_starts(bytes, SLICE("GIF87a")) || slice_starts(bytes, SLICE("GIF89a")))
        return PICTURE_GIF;
    if (slice_starts(bytes, SLICE("RIFF")) && slice_equal(slice_part(bytes, 8, 12), SLICE("WEBP")))
        return PICTURE_WEBP;
    if (slice_equal(slice_part(bytes, 4, 8), SLICE("ftyp")))
        return PICTURE_AVIF;
    return may_be_svg(bytes) ? PICTURE_SVG : PICTURE_UNKNOWN;
}

static void read_form(Slice bytes, Picture *picture)
{
    switch (picture->kind) {
    case PICTURE_PNG:
        read_png(bytes, picture);
        break;
    case PICTURE_JPEG:
        picture_read_jpeg(bytes, picture);
        break;
    case PICTURE_GIF:
        read_gif(bytes, picture);
        break;
    case PICTURE_WEBP:
        read_webp(bytes, picture);
        break;
    case PICTURE_AVIF:
        picture_read_avif(bytes, picture);
        break;
    case PICTURE_SVG:
        picture_read_svg(bytes, picture);
        break;
    case PICTURE_UNKNOWN:
        break;
    }
}

Picture picture_read(Slice bytes)
{
    Picture picture = {.kind = find_kind(bytes)};
    read_form(bytes, &picture);
    bool has_size = picture.width > 0 && picture.height > 0;
    bool is_huge = picture.width > PICTURE_MAX_SIDE || picture.height > PICTURE_MAX_SIDE;
    if (is_huge || (!has_size && picture.kind != PICTURE_SVG))
        return (Picture){0};
    return picture;
}
