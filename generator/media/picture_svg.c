/* Reads the first tag of an SVG: width and height, or the box it is drawn in. */
#include "media/picture_form.h"

#define MAX_ATTRIBUTES 256

/* Skips `start` … `end` at the front, where it stands there. */
static bool skip_between(Slice *rest, Slice start, Slice end)
{
    size_t offset;
    if (!slice_starts(*rest, start) || !slice_find(*rest, end, &offset))
        return false;
    *rest = slice_from(*rest, offset + end.size);
    return true;
}

/* Declaration, comments and document type before the first tag. */
static Slice skip_prologue(Slice rest)
{
    bool has_mark = slice_starts(rest, SLICE("\xEF\xBB\xBF"));
    rest = slice_trim_start(slice_from(rest, has_mark ? 3 : 0));
    while (skip_between(&rest, SLICE("<?"), SLICE("?>")) ||
           skip_between(&rest, SLICE("<!--"), SLICE("-->")) ||
           skip_between(&rest, SLICE("<!DOCTYPE"), SLICE(">")))
        rest = slice_trim_start(rest);
    return rest;
}

/* The next name="value" of a tag. */
static bool cut_attribute(Slice *rest, Slice *ret_name, Slice *ret_value)
{
    *rest = slice_trim_start(*rest);
    size_t equal;
    if (rest->size == 0 || rest->at[0] == '>' || rest->at[0] == '/' ||
        !slice_find_byte(*rest, '=', &equal))
        return false;
    *ret_name = slice_trim_end(slice_to(*rest, equal));
    Slice value = slice_trim_start(slice_from(*rest, equal + 1));
    if (value.size == 0 || (value.at[0] != '"' && value.at[0] != '\''))
        return false;
    return slice_cut(slice_from(value, 1), value.at[0], ret_value, rest);
}

/* The number at the front; 0 where there is none. Exponents do not occur in what people draw. */
static double cut_number(Slice *rest)
{
    *rest = slice_trim_start(*rest);
    double number = 0;
    double place = 0;
    size_t i = rest->size > 0 && (rest->at[0] == '-' || rest->at[0] == '+');
    bool is_negative = i > 0 && rest->at[0] == '-';
    for (; i < rest->size; i++) {
        char byte = rest->at[i];
        if (byte == '.' && place == 0) {
            place = 1;
        } else if (byte >= '0' && byte <= '9' && place == 0) {
            number = number * 10 + (byte - '0');
        } else if (byte >= '0' && byte <= '9') {
            place /= 10;
            number += place * (byte - '0');
        } else {
            break;
        }
    }
    *rest = slice_from(*rest, i);
    return is_negative ? -number : number;
}

/* A length in pixels of CSS; 0 for lengths that depend on something else ("100%", "2em"). */
static double read_length(Slice value)
{
    static const struct {
        Slice unit;
        double pixels;
    } units[] = {
        {SLICE_INIT(""), 1},           {SLICE_INIT("px"), 1},  {SLICE_INIT("pt"), 96.0 / 72},
        {SLICE_INIT("pc"), 16},        {SLICE_INIT("in"), 96}, {SLICE_INIT("cm"), 96 / 2.54},
        {SLICE_INIT("mm"), 96 / 25.4},
    };
    double number = cut_number(&value);
    value = slice_trim(value);
    for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
        if (slice_equal(value, units[i].unit))
            return number * units[i].pixels;
    }
    return 0;
}

/* "0 0 300 150": the last two are the sides. */
static void read_box(Slice value, double *ret_width, double *ret_height)
{
    double numbers[4];
    for (size_t i = 0; i < 4; i++) {
        numbers[i] = cut_number(&value);
        value = slice_trim_start(value);
        if (value.size > 0 && value.at[0] == ',')
            value = slice_from(value, 1);
    }
    *ret_width = numbers[2];
    *ret_height = numbers[3];
}

static uint32_t to_pixels(double length)
{
    if (!(length > 0))
        return 0;
    return length > PICTURE_MAX_SIDE ? PICTURE_MAX_SIDE + 1 : (uint32_t) (length + 0.5);
}

void picture_read_svg(Slice bytes, Picture *ret_picture)
{
    Slice rest = skip_prologue(bytes);
    bool is_svg = slice_starts(rest, SLICE("<svg")) && rest.size > 4 &&
                  slice_trim_start(slice_part(rest, 4, 5)).size == 0;
    if (!is_svg && !slice_starts(rest, SLICE("<svg>"))) {
        ret_picture->kind = PICTURE_UNKNOWN;
        return;
    }
    double width = 0, height = 0, box_width = 0, box_height = 0;
    Slice name, value;
    rest = slice_from(rest, 4);
    for (size_t i = 0; i < MAX_ATTRIBUTES && cut_attribute(&rest, &name, &value); i++) {
        if (slice_equal(name, SLICE("width")))
            width = read_length(value);
        else if (slice_equal(name, SLICE("height")))
            height = read_length(value);
        else if (slice_equal(name, SLICE("viewBox")))
            read_box(value, &box_width, &box_height);
    }
    bool has_box = box_width > 0 && box_height > 0;
    if (has_box && !(width > 0))
        width = height > 0 ? height * box_width / box_height : box_width;
    if (has_box && !(height > 0))
        height = width * box_height / box_width;
    ret_picture->width = to_pixels(width);
    ret_picture->height = to_pixels(height);
}
