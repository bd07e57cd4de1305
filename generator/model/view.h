/* Record tables: what templates may name (templates.md 12). One static table for each record; the
 * compiler, did-you-mean and the manual read them. Values that depend on the page being written
 * come from getters, which find everything in the ViewContext that a run carries. */
#ifndef MODEL_VIEW_H
#define MODEL_VIEW_H

#include "model/site.h"

/* The `context` of every run: which page is being written, and who writes the parts that render
 * makes. */
typedef struct ViewContext {
    const Site *site;
    const Page *page;
    size_t row;     /* of the page's language */
    Arena *scratch; /* of the task */
    void (*write_body)(const Markup *markup, void *context, Buffer *out);
    void (*write_head)(const Markup *markup, void *context, Buffer *out);
    void (*write_inline)(const Markup *markup, void *context,
                         Buffer *out); /* subject: Document; node */
    void *writer;                      /* render's own */
} ViewContext;

extern const Record view_site, view_page, view_taxonomy, view_term, view_translation, view_language,
    view_menu_item, view_paginator, view_page_link, view_footnote, view_letter, view_file,
    view_heading, view_image, view_table, view_column, view_cell, view_person, view_publisher,
    view_contact;

/* All of the above, by name, for the types of parameters. */
extern const Record *const view_records[];
extern const size_t view_record_count;

/* Structs that exist only while a page is written. */
typedef struct MenuItemView {
    Text title;
    Url url;
    const Page *page;
    Text current; /* "page", "true" or empty */
    bool is_external;
    List children;
} MenuItemView;

typedef struct HeadingView {
    const Page *page;
    const Heading *heading;
    size_t index; /* in shape.headings */
    List children;
} HeadingView;

typedef struct ImageView {
    const ImageFile *file;
    Text alt, caption, credit;
} ImageView;

typedef struct FootnoteView {
    int64_t number;
    Text id;
    Markup body;
    List backs; /* of Url */
} FootnoteView;

typedef struct FileView {
    Text name;
    Text format;
    int64_t bytes;
} FileView;

typedef struct CellView {
    Text text;
    double number;
    bool has_number;
    Date date;
} CellView;

/* Fills an ImageView for a picture: attrs = src, width, height, loading. */
void view_fill_image(ImageView *view, const ImageFile *file, Text alt);

/* The tree of headings of a page, as `page.toc`. */
List view_toc(const Page *page, Arena *arena);

/* The text of an entry that exists per language, tagged with that language. */
static inline Text view_text_in(const Text *texts, size_t row)
{
    return texts ? texts[row] : (Text){0};
}

#endif
