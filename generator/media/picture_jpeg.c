/* Reads the segments of a JPEG up to its pixels: size, EXIF, and the turn EXIF asks for. */
#include "media/picture_form.h"

#define EXIF_START SLICE("Exif\0\0")
#define TAG_ORIENTATION 0x0112
#define MAX_TAGS 512

typedef enum Marker {
    MARKER_START = 0xD8,
    MARKER_END = 0xD9,
    MARKER_PIXELS = 0xDA,
    MARKER_EXIF = 0xE1,
} Marker;

/* SOF0 to SOF15 without the tables that share their range (DHT, JPG, DAC). */
static bool is_frame(unsigned marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/* Markers that stand alone, without a size behind them. */
static bool is_bare(unsigned marker)
{
    return marker == 0x01 || (marker >= 0xD0 && marker <= MARKER_START);
}

typedef uint32_t (*NumberReader)(Slice bytes, size_t offset, size_t size);

/* The orientation in the first directory of a TIFF; 1 where it is not stated. */
static uint32_t find_orientation(Slice tiff)
{
    NumberReader number =
        slice_starts(tiff, SLICE("MM")) ? picture_big_endian : picture_little_endian;
    size_t directory = number(tiff, 4, 4);
    uint32_t count = number(tiff, directory, 2);
    for (uint32_t i = 0; i < count && i < MAX_TAGS; i++) {
        size_t entry = directory + 2 + 12 * (size_t) i;
        if (number(tiff, entry, 2) == TAG_ORIENTATION)
            return number(tiff, entry + 8, 2);
    }
    return 1;
}

/* The next segment; its content stands without the size. False at the pixels and at the end. */
static bool cut_segment(Slice *rest, unsigned *ret_marker, Slice *ret_content)
{
    while (rest->size >= 2 && (unsigned char) rest->at[0] == 0xFF) {
        unsigned marker = (unsigned char) rest->at[1];
        bool is_filling = marker == 0xFF;
        *rest = slice_from(*rest, is_filling ? 1 : 2);
        if (is_filling || is_bare(marker))
            continue;
        size_t size = picture_big_endian(*rest, 0, 2);
        if (marker == MARKER_PIXELS || marker == MARKER_END || size < 2)
            return false;
        *ret_marker = marker;
        *ret_content = slice_part(*rest, 2, size);
        *rest = slice_from(*rest, size);
        return true;
    }
    return false;
}

void picture_read_jpeg(Slice bytes, Picture *ret_picture)
{
    uint32_t orientation = 1;
    unsigned marker;
    Slice content;
    while (cut_segment(&bytes, &marker, &content)) {
        if (is_frame(marker)) {
            ret_picture->height = picture_big_endian(content, 1, 2);
            ret_picture->width = picture_big_endian(content, 3, 2);
        } else if (marker == MARKER_EXIF && slice_starts(content, EXIF_START)) {
            ret_picture->has_exif = true;
            orientation = find_orientation(slice_from(content, EXIF_START.size));
        }
    }
    if (orientation >= 5 && orientation <= 8) { // a quarter turn: shown with the sides swapped
        uint32_t width = ret_picture->width;
        ret_picture->width = ret_picture->height;
        ret_picture->height = width;
    }
}
