/* Gives every heading a stable ASCII id and lists them (output 56). Private to shape. */
#ifndef SHAPE_OUTLINE_H
#define SHAPE_OUTLINE_H

#include "model/site.h"

/* Fills shape.headings and shape.ids. Two equal ids are an error when both are written by hand. */
void outline_make(Page *page, Arena *scratch);

#endif
