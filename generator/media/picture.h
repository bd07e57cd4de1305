/* What a picture is, told from its bytes and never from its name: kind, size as it is shown, and
 * whether it carries EXIF (output 83). Nothing is decoded; bytes are treated as hostile, and a file
 * that is cut short or of another kind is PICTURE_UNKNOWN. */
#ifndef MEDIA_PICTURE_H
#define MEDIA_PICTURE_H

#include "base/slice.h"

#define PICTURE_MAX_SIDE 65535 /* pixels; larger sides count as unknown */

typedef enum PictureKind {
    PICTURE_UNKNOWN,
    PICTURE_PNG,
    PICTURE_JPEG,
    PICTURE_GIF,
    PICTURE_WEBP,
    PICTURE_AVIF,
    PICTURE_SVG,
} PictureKind;

typedef struct Picture {
    PictureKind kind;
    uint32_t width; /* in pixels, after the turn EXIF or the file asks for; 0: not stated (SVG) */
    uint32_t height;
    bool has_exif;
} Picture;

/* `bytes` is the whole file: EXIF may stand at its end. */
Picture picture_read(Slice bytes);

#endif
