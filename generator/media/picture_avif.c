/* Reads the boxes of an AVIF: the size of its primary item, the turn it asks for, and EXIF items.
 *
 *   ftyp   meta [ pitm   iinf [ infe … ]   iprp [ ipco [ ispe irot … ]   ipma ] ]   mdat        */
#include "media/picture_form.h"

#define MAX_ITEMS 4096
#define FULL_BOX_SIZE 4 /* version and flags before the content of a full box */

/* The next box: size, name, content. A size of 0 reaches to the end, of 1 is followed by 64 bits.
 */
static bool cut_box(Slice *rest, Slice *ret_name, Slice *ret_content)
{
    if (rest->size < 8)
        return false;
    size_t size = picture_big_endian(*rest, 0, 4);
    size_t head = 8;
    if (size == 0)
        size = rest->size;
    if (size == 1) {
        if (picture_big_endian(*rest, 8, 4) != 0)
            return false;
        size = picture_big_endian(*rest, 12, 4);
        head = 16;
    }
    if (size < head)
        return false;
    *ret_name = slice_part(*rest, 4, 8);
    *ret_content = slice_part(*rest, head, size);
    *rest = slice_from(*rest, size);
    return true;
}

static bool find_box(Slice boxes, Slice name, Slice *ret_content)
{
    Slice found;
    while (cut_box(&boxes, &found, ret_content)) {
        if (slice_equal(found, name))
            return true;
    }
    return false;
}

static bool is_avif(Slice brands)
{
    for (; brands.size >= 4; brands = slice_from(brands, 4)) {
        Slice brand = slice_to(brands, 4);
        if (slice_equal(brand, SLICE("avif")) || slice_equal(brand, SLICE("avis")))
            return true;
    }
    return false;
}

/* True when a list of items holds one of type Exif. */
static bool has_exif_item(Slice meta)
{
    Slice items, name, item;
    if (!find_box(meta, SLICE("iinf"), &items))
        return false;
    bool is_wide = picture_big_endian(items, 0, 1) > 0;
    items = slice_from(items, FULL_BOX_SIZE + (is_wide ? 4 : 2));
    while (cut_box(&items, &name, &item)) {
        // infe of version 2 and 3: number of 2 or 4 bytes, protection, type
        size_t type = FULL_BOX_SIZE + (picture_big_endian(item, 0, 1) == 3 ? 6 : 4);
        if (slice_equal(slice_part(item, type, type + 4), SLICE("Exif")))
            return true;
    }
    return false;
}

/* Property number `wanted` of the list, from 1. */
static void apply_property(Slice properties, uint32_t wanted, Picture *picture, bool *is_turned)
{
    Slice name = {0}, content = {0};
    for (uint32_t i = 0; i < wanted; i++) {
        if (!cut_box(&properties, &name, &content))
            return;
    }
    if (slice_equal(name, SLICE("ispe"))) {
        picture->width = picture_big_endian(content, FULL_BOX_SIZE, 4);
        picture->height = picture_big_endian(content, FULL_BOX_SIZE + 4, 4);
    } else if (slice_equal(name, SLICE("irot"))) {
        *is_turned = (picture_big_endian(content, 0, 1) & 1) != 0; // in quarters of a turn
    }
}

/* Which properties the primary item has stands in ipma: a row for each item. */
static void read_properties(Slice properties, Slice rows, uint32_t primary, Picture *picture)
{
    bool has_wide_numbers = picture_big_endian(rows, 0, 1) > 0;
    size_t index_size = (picture_big_endian(rows, 3, 1) & 1) != 0 ? 2 : 1;
    size_t number_size = has_wide_numbers ? 4 : 2;
    uint32_t row_count = picture_big_endian(rows, FULL_BOX_SIZE, 4);
    Slice rest = slice_from(rows, FULL_BOX_SIZE + 4);
    bool is_turned = false;
    for (uint32_t i = 0; i < row_count && i < MAX_ITEMS && rest.size > 0; i++) {
        uint32_t number = picture_big_endian(rest, 0, number_size);
        uint32_t count = picture_big_endian(rest, number_size, 1);
        rest = slice_from(rest, number_size + 1);
        for (uint32_t j = 0; j < count && number == primary; j++) {
            uint32_t index = picture_big_endian(rest, j * index_size, index_size);
            index &= index_size == 2 ? 0x7FFF : 0x7F; // the highest bit says “essential”
            apply_property(properties, index, picture, &is_turned);
        }
        rest = slice_from(rest, count * index_size);
    }
    if (is_turned) {
        uint32_t width = picture->width;
        picture->width = picture->height;
        picture->height = width;
    }
}

void picture_read_avif(Slice bytes, Picture *ret_picture)
{
    Slice brands, meta, primary, lists, properties, rows;
    if (!find_box(bytes, SLICE("ftyp"), &brands) || !is_avif(brands) ||
        !find_box(bytes, SLICE("meta"), &meta))
        return;
    meta = slice_from(meta, FULL_BOX_SIZE);
    if (!find_box(meta, SLICE("pitm"), &primary) || !find_box(meta, SLICE("iprp"), &lists) ||
        !find_box(lists, SLICE("ipco"), &properties) || !find_box(lists, SLICE("ipma"), &rows))
        return;
    size_t number_size = picture_big_endian(primary, 0, 1) > 0 ? 4 : 2;
    uint32_t number = picture_big_endian(primary, FULL_BOX_SIZE, number_size);
    read_properties(properties, rows, number, ret_picture);
    ret_picture->has_exif = has_exif_item(meta);
}
