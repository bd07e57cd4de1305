/* One reader for each written form of a picture. Private to picture*.c. A reader is given bytes
 * that begin as its form begins, and sets nothing where they are cut short. */
#ifndef MEDIA_PICTURE_FORM_H
#define MEDIA_PICTURE_FORM_H

#include "media/picture.h"

void picture_read_jpeg(Slice bytes, Picture *ret_picture);
void picture_read_avif(Slice bytes, Picture *ret_picture);
void picture_read_svg(Slice bytes, Picture *ret_picture);

/* A number of `size` bytes at `offset`, highest byte first, or lowest; 0 past the end. */
static inline uint32_t picture_big_endian(Slice bytes, size_t offset, size_t size)
{
    uint32_t number = 0;
    if (offset > bytes.size || bytes.size - offset < size)
        return 0;
    for (size_t i = 0; i < size; i++)
        number = number << 8 | (unsigned char) bytes.at[offset + i];
    return number;
}

static inline uint32_t picture_little_endian(Slice bytes, size_t offset, size_t size)
{
    uint32_t number = 0;
    if (offset > bytes.size || bytes.size - offset < size)
        return 0;
    for (size_t i = size; i > 0; i--)
        number = number << 8 | (unsigned char) bytes.at[offset + i - 1];
    return number;
}

#endif
