/* The records inside a page (headings, pictures, tables, people), and the list of all records. */
#include "model/view_field.h"
#include "text/date.h"
#include "text/number.h"

static const Slice contact_words[] = {SLICE_INIT("web"), SLICE_INIT("email"), SLICE_INIT("phone"),
                                      SLICE_INIT("telegram"), SLICE_INIT("address")};

static const Type type_cell = {.kind = TYPE_RECORD, .record = &view_cell};
static const Type type_row = {.kind = TYPE_LIST, .item = &type_cell};

GETTER(heading_level, HeadingView)
{
    (void) context;
    ret->integer = ((const HeadingView *) record)->heading->level;
}

static Slice heading_anchor(const HeadingView *view)
{
    return view->page->links.anchors ? view->page->links.anchors[view->index] : view->heading->id;
}

GETTER(heading_id, HeadingView)
{
    (void) context;
    set_text(ret, (Text){heading_anchor(record), NULL});
}

GETTER(heading_text, HeadingView)
{
    (void) context;
    const HeadingView *view = record;
    set_text(ret, (Text){view->heading->text, view->page->links.content_language});
}

GETTER(heading_url, HeadingView)
{
    (void) context;
    const HeadingView *view = record;
    Url url = view->page->links.url;
    url.fragment = heading_anchor(view);
    set_url(ret, url);
}

GETTER(heading_title, HeadingView)
{
    const ViewContext *writers = context;
    const HeadingView *view = record;
    set_markup(ret, (Markup){writers->write_inline, view->page->text.document, view->heading->node,
                             view->page->links.content_language});
}

GETTER(heading_children, HeadingView)
{
    (void) context;
    ret->list = ((const HeadingView *) record)->children;
}

// clang-format off
static const RecordField heading_fields[] = {
    FIELD_GET("level", TYPE_INT, heading_level),
    FIELD_GET("id", TYPE_TEXT, heading_id),
    FIELD_GET("text", TYPE_TEXT, heading_text),
    FIELD_GET("url", TYPE_URL, heading_url),
    FIELD_GET("title", TYPE_INLINE, heading_title),
    FIELD_LIST("children", view_heading, heading_children),
};
// clang-format on
const Record view_heading = RECORD("heading", heading_fields);

/* The headings from *index on that lie below `level`, each with its own children. */
static List toc_below(const Page *page, size_t *index, uint8_t level, Arena *arena)
{
    const PageShape *shape = &page->shape;
    const void **items = NULL;
    size_t count = 0, capacity = 0;
    while (*index < shape->heading_count && shape->headings[*index].level > level) {
        HeadingView *view = ARENA_NEW(arena, HeadingView);
        *view = (HeadingView){page, &shape->headings[*index], *index, {0}};
        *index += 1;
        view->children = toc_below(page, index, view->heading->level, arena); // at most six levels
        items = arena_grow(arena, items, sizeof *items, count, &capacity);
        items[count++] = view;
    }
    return (List){items, count};
}

List view_toc(const Page *page, Arena *arena)
{
    size_t index = 0;
    return toc_below(page, &index, 0, arena);
}

void view_fill_image(ImageView *view, const ImageFile *file, Text alt)
{
    *view = (ImageView){.file = file, .alt = alt};
}

GETTER(image_src, ImageView)
{
    (void) context;
    set_url(ret, ((const ImageView *) record)->file->url);
}

GETTER(image_width, ImageView)
{
    (void) context;
    ret->integer = ((const ImageView *) record)->file->width;
}

GETTER(image_height, ImageView)
{
    (void) context;
    ret->integer = ((const ImageView *) record)->file->height;
}

GETTER(image_bytes, ImageView)
{
    (void) context;
    ret->integer = (int64_t) ((const ImageView *) record)->file->size;
}

/* src, width, height, loading: a picture that is not an SVG without a size states both sides, so
 * that nothing jumps while it loads. */
GETTER(image_attrs, ImageView)
{
    const ViewContext *view = context;
    const ImageView *image = record;
    Attribute *items = ARENA_ARRAY(view->scratch, Attribute, 4);
    size_t count = 0;
    items[count++] = (Attribute){SLICE("src"), true, {0}, image->file->url};
    if (image->file->width > 0 && image->file->height > 0) {
        Slice width = slice_print(view->scratch, "%lld", (long long) image->file->width);
        Slice height = slice_print(view->scratch, "%lld", (long long) image->file->height);
        items[count++] = (Attribute){SLICE("width"), false, width, {0}};
        items[count++] = (Attribute){SLICE("height"), false, height, {0}};
    }
    items[count++] = (Attribute){SLICE("loading"), false, SLICE("lazy"), {0}};
    ret->attributes = (Attributes){items, count};
}

// clang-format off
static const RecordField image_fields[] = {
    FIELD_GET("src", TYPE_URL, image_src),
    FIELD_AT("alt", TYPE_TEXT, ImageView, alt),
    FIELD_MAYBE("caption", TYPE_TEXT, ImageView, caption),
    FIELD_MAYBE("credit", TYPE_TEXT, ImageView, credit),
    FIELD_GET("width", TYPE_INT, image_width),
    FIELD_GET("height", TYPE_INT, image_height),
    FIELD_GET("bytes", TYPE_INT, image_bytes),
    FIELD_GET("attrs", TYPE_ATTRIBUTES, image_attrs),
};
// clang-format on
const Record view_image = RECORD("image", image_fields);

GETTER(table_columns, DataTable)
{
    const ViewContext *view = context;
    const DataTable *table = record;
    const void **items = ARENA_ARRAY(view->scratch, const void *, table->column_count);
    for (size_t i = 0; i < table->column_count; i++)
        items[i] = &table->columns[i];
    ret->list = (List){items, table->column_count};
}

/* Numbers and dates are written by the language; a text cell stays as typed. */
static Text cell_text(const DataColumn *column, const DataCell *cell, const ViewContext *view)
{
    const Language *language = view->page->origin.language;
    if (column->type == COLUMN_TEXT || cell->text.size == 0)
        return (Text){cell->text, language};
    Buffer buffer;
    buffer_init(&buffer, view->scratch, 256);
    if (column->type == COLUMN_NUMBER)
        number_write(language, cell->number, NUMBER_MAX_FRACTION, &buffer);
    else
        date_write(language, cell->date, DATE_STYLE_LONG, CALENDAR_DEFAULT, &buffer);
    return (Text){buffer_slice(&buffer), language};
}

GETTER(table_rows, DataTable)
{
    const ViewContext *view = context;
    const DataTable *table = record;
    List *rows = ARENA_ARRAY(view->scratch, List, table->row_count);
    const void **items = ARENA_ARRAY(view->scratch, const void *, table->row_count);
    for (size_t r = 0; r < table->row_count; r++) {
        CellView *cells = ARENA_ARRAY(view->scratch, CellView, table->column_count);
        const void **pointers = ARENA_ARRAY(view->scratch, const void *, table->column_count);
        for (size_t c = 0; c < table->column_count; c++) {
            const DataCell *cell = &table->cells[r * table->column_count + c];
            const DataColumn *column = &table->columns[c];
            bool has_number = column->type == COLUMN_NUMBER && cell->text.size > 0;
            cells[c] =
                (CellView){cell_text(column, cell, view), cell->number, has_number, cell->date};
            pointers[c] = &cells[c];
        }
        rows[r] = (List){pointers, table->column_count};
        items[r] = &rows[r];
    }
    ret->list = (List){items, table->row_count};
}

GETTER(table_source, DataTable)
{
    const ViewContext *view = context;
    set_text(ret, view_text_in(((const DataTable *) record)->sources, view->row));
}

// clang-format off
static const RecordField table_fields[] = {
    FIELD_LIST("columns", view_column, table_columns),
    FIELD_LIST_OF("rows", type_row, table_rows),
    FIELD_GET_MAYBE("source", TYPE_TEXT, table_source),
};
// clang-format on
const Record view_table = RECORD("table", table_fields);

GETTER(column_name, DataColumn)
{
    (void) context;
    set_text(ret, (Text){((const DataColumn *) record)->name, NULL});
}

GETTER(column_title, DataColumn)
{
    const ViewContext *view = context;
    set_text(ret, view_text_in(((const DataColumn *) record)->titles, view->row));
}

GETTER(column_unit, DataColumn)
{
    (void) context;
    set_text(ret, (Text){((const DataColumn *) record)->unit, &language_token});
}

GETTER(cell_number, CellView)
{
    (void) context;
    const CellView *cell = record;
    ret->number = cell->number;
    ret->is_absent = !cell->has_number;
}

// clang-format off
static const RecordField column_fields[] = {
    FIELD_GET("name", TYPE_TEXT, column_name),
    FIELD_GET("title", TYPE_TEXT, column_title),
    FIELD_GET_MAYBE("unit", TYPE_TEXT, column_unit),
};
static const RecordField cell_fields[] = {
    FIELD_AT("text", TYPE_TEXT, CellView, text),
    FIELD_GET_MAYBE("number", TYPE_NUMBER, cell_number),
    FIELD_MAYBE("date", TYPE_DATE, CellView, date),
};
// clang-format on
const Record view_column = RECORD("column", column_fields);
const Record view_cell = RECORD("cell", cell_fields);

GETTER(person_id, Person)
{
    (void) context;
    set_text(ret, (Text){((const Person *) record)->id, NULL});
}

GETTER(person_name, Person)
{
    const ViewContext *view = context;
    set_text(ret, view_text_in(((const Person *) record)->names, view->row));
}

GETTER(person_role, Person)
{
    const ViewContext *view = context;
    set_text(ret, view_text_in(((const Person *) record)->roles, view->row));
}

GETTER(person_url, Person)
{
    (void) context;
    set_url(ret, ((const Person *) record)->url);
}

// clang-format off
static const RecordField person_fields[] = {
    FIELD_GET("id", TYPE_TEXT, person_id),
    FIELD_GET("name", TYPE_TEXT, person_name),
    FIELD_GET_MAYBE("role", TYPE_TEXT, person_role),
    FIELD_GET_MAYBE("url", TYPE_URL, person_url),
};
// clang-format on
const Record view_person = RECORD("person", person_fields);

GETTER(publisher_name, Publisher)
{
    const ViewContext *view = context;
    set_text(ret, view_text_in(((const Publisher *) record)->names, view->row));
}

GETTER(publisher_statement, Publisher)
{
    const ViewContext *view = context;
    set_text(ret, view_text_in(((const Publisher *) record)->statements, view->row));
}

GETTER(publisher_contacts, Publisher)
{
    (void) context;
    ret->list = ((const Publisher *) record)->contacts;
}

// clang-format off
static const RecordField publisher_fields[] = {
    FIELD_GET("name", TYPE_TEXT, publisher_name),
    FIELD_GET_MAYBE("statement", TYPE_TEXT, publisher_statement),
    FIELD_MAYBE("url", TYPE_URL, Publisher, url),
    FIELD_LIST("contacts", view_contact, publisher_contacts),
};
// clang-format on
const Record view_publisher = RECORD("publisher", publisher_fields);

/* A contact shows its label; without one its value, which is a token unless it is a postal address.
 */
GETTER(contact_text, Contact)
{
    const ViewContext *view = context;
    const Contact *contact = record;
    Text label = view_text_in(contact->labels, view->row);
    if (label.bytes.size > 0)
        set_text(ret, label);
    else if (contact->kind == CONTACT_ADDRESS)
        set_text(ret, (Text){contact->value, view->page->origin.language});
    else
        set_text(ret, (Text){contact->value, &language_token});
}

// clang-format off
static const RecordField contact_fields[] = {
    {SLICE_INIT("kind"), {.kind = TYPE_ENUM, .words = contact_words, .word_count = 5},
     MEMBER(Contact, kind), NULL, 0},
    FIELD_GET("text", TYPE_TEXT, contact_text),
    FIELD_MAYBE("url", TYPE_URL, Contact, url),
};
// clang-format on
const Record view_contact = RECORD("contact", contact_fields);

const Record *const view_records[] = {
    &view_site,     &view_page,      &view_taxonomy,  &view_term,      &view_translation,
    &view_language, &view_menu_item, &view_paginator, &view_page_link, &view_footnote,
    &view_letter,   &view_file,      &view_heading,   &view_image,     &view_table,
    &view_column,   &view_cell,      &view_person,    &view_publisher, &view_contact,
};
const size_t view_record_count = sizeof(view_records) / sizeof(view_records[0]);
