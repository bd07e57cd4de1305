/* media/picture: kind, size and EXIF of every form, and nothing from files that are cut short. */
#include "media/picture.h"
#include "test.h"

/* Chunks and boxes, written as their standards do. */
#define PNG(width, height) "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" width height "\x08\x06\0\0\0CRC_"
#define PNG_END "\0\0\0\0IENDCRC_"
#define JPEG(segments) "\xFF\xD8" segments "\xFF\xDA\0\2pixels\xFF\xD9"
#define JFIF "\xFF\xE0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"
#define FRAME(marker) "\xFF" marker "\0\x0b\x08\0\x78\1\x40\1\1\x11\0" /* 320 wide, 120 high */
#define EXIF(tiff)                                                                                 \
    "\xFF\xE1\0\x22"                                                                               \
    "Exif\0\0" tiff
#define TIFF_LITTLE(turn) "II*\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0" turn "\0\0\0\0\0\0\0"
#define TIFF_BIG(turn) "MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0" turn "\0\0\0\0\0\0"
#define WEBP(chunks) "RIFF\x40\0\0\0WEBP" chunks
#define FTYP                                                                                       \
    "\0\0\0\x18"                                                                                   \
    "ftypavif\0\0\0\0mif1avif"
#define PITM                                                                                       \
    "\0\0\0\x0e"                                                                                   \
    "pitm\0\0\0\0\0\1"
#define INFE(type) "\0\0\0\x15infe\2\0\0\0\0\1\0\0" type "\0"
#define ISPE "\0\0\0\x14ispe\0\0\0\0\0\0\2\x80\0\0\1\xe0" /* 640 wide, 480 high */
#define THUMBNAIL "\0\0\0\x14ispe\0\0\0\0\0\0\0\x20\0\0\0\x18"
#define IROT(angle) "\0\0\0\x09irot" angle
/* item 2 has property 1, the primary item 1 has 2 and 3 */
#define IPMA "\0\0\0\x19ipma\0\0\0\0\0\0\0\2\0\2\1\1\0\1\2\2\x83"
#define META(angle, type)                                                                          \
    "\0\0\0\x97meta\0\0\0\0" PITM                                                                  \
    "\0\0\0\x23iinf\0\0\0\0\0\1" INFE(type) "\0\0\0\x5aiprp\0\0\0\x39ipco" THUMBNAIL ISPE          \
    IROT(angle) IPMA

#define CASE(literal, ...)                                                                         \
    {                                                                                              \
        SLICE_INIT(literal),                                                                       \
        {                                                                                          \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }

static const struct {
    Slice bytes;
    Picture picture;
} cases[] = {
    CASE(PNG("\0\0\1\x40", "\0\0\0\x78") PNG_END, PICTURE_PNG, 320, 120, false),
    CASE(PNG("\0\0\1\x40", "\0\0\0\x78") "\0\0\0\4eXIfMM\0*CRC_" PNG_END, PICTURE_PNG, 320, 120,
         true),
    CASE(PNG("\0\0\1\x40", "\0\0\0\x78") "\0\0\0\x16zTXtRaw profile type exif\0CRC_" PNG_END,
         PICTURE_PNG, 320, 120, true),
    CASE(PNG("\0\0\1\x40", "\0\0\0\x78") "\0\0\0\7tEXtTitle\0xCRC_" PNG_END, PICTURE_PNG, 320, 120,
         false),
    CASE(PNG("\0\0\0\0", "\0\0\0\x78") PNG_END, PICTURE_UNKNOWN, 0, 0, false),
    CASE(PNG("\xff\xff\xff\xff", "\0\0\0\x78") PNG_END, PICTURE_UNKNOWN, 0, 0, false),
    CASE(JPEG(JFIF FRAME("\xC0")), PICTURE_JPEG, 320, 120, false),
    CASE(JPEG(JFIF "\xFF\xC4\0\5abc\xFF" FRAME("\xC2")), PICTURE_JPEG, 320, 120, false),
    CASE(JPEG(EXIF(TIFF_LITTLE("\1")) FRAME("\xC0")), PICTURE_JPEG, 320, 120, true),
    CASE(JPEG(EXIF(TIFF_LITTLE("\6")) FRAME("\xC0")), PICTURE_JPEG, 120, 320, true),
    CASE(JPEG(FRAME("\xC0") EXIF(TIFF_BIG("\x08"))), PICTURE_JPEG, 120, 320, true),
    CASE(JPEG("\xFF\xE1\0\7http:" FRAME("\xC0")), PICTURE_JPEG, 320, 120, false),
    CASE(JPEG(JFIF), PICTURE_UNKNOWN, 0, 0, false),
    CASE("GIF89a\x40\1\x78\0\0\0\0;", PICTURE_GIF, 320, 120, false),
    CASE("GIF87a\x40\1\x78\0", PICTURE_GIF, 320, 120, false),
    CASE(WEBP("VP8 \x0a\0\0\0\0\0\0\x9d\1\x2a\x40\1\x78\0"), PICTURE_WEBP, 320, 120, false),
    CASE(WEBP("VP8L\5\0\0\0\x2f\x3f\xc1\x1d\0\0"), PICTURE_WEBP, 320, 120, false),
    CASE(WEBP("VP8X\x0a\0\0\0\x08\0\0\0\x3f\1\0\x77\0\0"
              "VP8 \0\0\0\0"
              "EXIF\4\0\0\0II*\0"),
         PICTURE_WEBP, 320, 120, true),
    CASE(WEBP("ALPH\0\0\0\0"), PICTURE_UNKNOWN, 0, 0, false),
    CASE(FTYP META("\0", "av01"), PICTURE_AVIF, 640, 480, false),
    CASE(FTYP META("\1", "Exif"), PICTURE_AVIF, 480, 640, true),
    CASE("\0\0\0\x10"
         "ftypheic\0\0\0\0" META("\0", "hvc1"),
         PICTURE_UNKNOWN, 0, 0, false),
    CASE("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"320\" height='119.6px'>", PICTURE_SVG,
         320, 120, false),
    CASE("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- <svg> -->\n<!DOCTYPE svg>\n<svg\n viewBox=\"0 "
         "0 320 120\"/>",
         PICTURE_SVG, 320, 120, false),
    CASE("<svg viewBox='-10,-10,32,12' width = '1in'/>", PICTURE_SVG, 96, 36, false),
    CASE("<svg height='36pt' viewBox='0 0 2 1'/>", PICTURE_SVG, 96, 48, false),
    CASE("<svg width='100%' height='100%' viewBox='0 0 320 120'/>", PICTURE_SVG, 320, 120, false),
    CASE("<svg width='100%'/>", PICTURE_SVG, 0, 0, false),
    CASE("<svg>", PICTURE_SVG, 0, 0, false),
    CASE("<svg width='99999999999999999999' height='1'/>", PICTURE_UNKNOWN, 0, 0, false),
    CASE("<svgs width='1'/>", PICTURE_UNKNOWN, 0, 0, false),
    CASE("<html><svg width='1'/></html>", PICTURE_UNKNOWN, 0, 0, false),
    CASE("plain text", PICTURE_UNKNOWN, 0, 0, false),
    CASE("", PICTURE_UNKNOWN, 0, 0, false),
};

static void tells_kind_size_and_exif(void **state)
{
    (void) state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Picture picture = picture_read(cases[i].bytes);
        const Picture *wanted = &cases[i].picture;
        if (picture.kind != wanted->kind || picture.width != wanted->width ||
            picture.height != wanted->height || picture.has_exif != wanted->has_exif)
            fail_msg("case %zu: kind %d, %u by %u, exif %d", i, (int) picture.kind, picture.width,
                     picture.height, picture.has_exif);
    }
}

static void bears_every_cut_and_every_changed_byte(void **state)
{
    (void) state;
    Arena arena = {0};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        for (size_t size = 0; size < cases[i].bytes.size; size++) {
            // a piece of its own, so that the sanitizer sees a step past the end
            arena_reset(&arena);
            char *bytes = arena_take(&arena, size, 1);
            for (size_t j = 0; j < size; j++)
                bytes[j] = cases[i].bytes.at[j];
            Picture picture = picture_read((Slice){bytes, size});
            assert_true(picture.width <= PICTURE_MAX_SIDE && picture.height <= PICTURE_MAX_SIDE);
            for (size_t j = 0; j < size; j++) {
                bytes[j] = (char) ~bytes[j];
                picture = picture_read((Slice){bytes, size});
                assert_true(picture.width <= PICTURE_MAX_SIDE);
                bytes[j] = (char) ~bytes[j];
            }
        }
    }
    arena_close(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_kind_size_and_exif),
        cmocka_unit_test(bears_every_cut_and_every_changed_byte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
