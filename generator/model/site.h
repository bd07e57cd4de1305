/* What a site is: its settings, and what each stage adds. Arrays "per language" have a row for each
 * entry of `languages`, in its order; whose `number` is the row of a language.
 *
 * long: the parts of a site are read together. */
#ifndef MODEL_SITE_H
#define MODEL_SITE_H

#include "base/table.h"
#include "base/workers.h"
#include "model/page.h"
#include "text/date.h"
#include "text/languages.h"
#include "text/message.h"

typedef struct TemplateSet TemplateSet;
typedef struct RenderPlan RenderPlan;

typedef enum ContactKind {
    CONTACT_WEB,
    CONTACT_EMAIL,
    CONTACT_PHONE,
    CONTACT_TELEGRAM,
    CONTACT_ADDRESS
} ContactKind;

typedef struct Contact {
    uint32_t kind; /* ContactKind */
    Slice value;
    Text *labels; /* per language; empty: the value is shown */
    Url url;
} Contact;

typedef struct Publisher {
    Text *names;      /* per language */
    Text *statements; /* per language */
    Url url;
    List contacts;
} Publisher;

struct Person {
    Slice id;
    Text *names;
    Text *roles;
    Url url;
};

struct Term {
    const Taxonomy *taxonomy;
    Slice id;
    Text *titles;       /* per language */
    Text *descriptions; /* per language */
    Span span;
    List *pages;       /* per language, newest first; by link */
    const Page **made; /* per language: its page; by link */
};

struct Taxonomy {
    Slice name;    /* "tags" */
    Slice address; /* "tags" in fa/tags/water.html */
    Text *titles;  /* per language */
    bool has_feed;
    Term *terms;
    size_t term_count;
    Table by_id;
    const Page **made; /* per language; by link */
    List *sorted;      /* per language, collated; by link */
};

typedef struct MenuEntry MenuEntry;
struct MenuEntry {
    Given page; /* a source path without language, or empty */
    Url url;
    Text *titles; /* per language; empty: the page's short title */
    MenuEntry *children;
    size_t child_count;
};

typedef struct Menu {
    Slice name;
    MenuEntry *entries;
    size_t entry_count;
} Menu;

/* An entry as link settled it for one language. */
typedef struct MenuItem MenuItem;
struct MenuItem {
    Text title;
    Url url;
    const Page *page;
    MenuItem *children;
    size_t child_count;
};

typedef struct MenuItems {
    MenuItem *items;
    size_t count;
} MenuItems;

typedef struct DataColumn {
    Slice name;
    Text *titles; /* per language */
    Slice unit;
    Span span;      /* where it is described */
    Span unit_span; /* of its unit; no source: none */
    enum { COLUMN_TEXT, COLUMN_NUMBER, COLUMN_DATE } type;
} DataColumn;

typedef struct DataCell {
    Slice text; /* as typed */
    double number;
    Date date;
} DataCell;

typedef struct DataTable {
    Slice name;
    DataColumn *columns;
    size_t column_count;
    DataCell *cells; /* row after row */
    size_t row_count;
    Span columns_span; /* where the columns are described */
    Text *sources;     /* per language */
} DataTable;

typedef struct Letter {
    Slice title;
    Slice id;
    Url url; /* where its pages are listed */
    List pages;
} Letter;

/* News of one list, newest first: written as Atom and as JSON Feed. */
struct Feed {
    const Page *page;         /* home, section or term; NULL: pages of all languages */
    const Language *language; /* of its title */
    Slice title;              /* safe for plain text */
    List entries;             /* pages with a date */
    Url atom, json;
    Slice atom_bytes, json_bytes; /* by render */
    bool is_too_large;
    Arena bytes;
};

/* An old address and the page it leads to now. */
typedef struct Redirect {
    Slice address; /* as servers are asked for it, decoded, without the leading "/" */
    Slice path;    /* of its page, from the output root */
    const Given *alias;
    const Page *target;
    bool is_ascii; /* else it stands in the lists for servers only */
} Redirect;

/* A picture or download of the content, or a file of assets/. Written under `url`. */
struct ImageFile {
    Slice source_path; /* "content/_shared/map.png", "assets/main.css" */
    Slice disk_path;
    Slice bytes; /* as written: style sheets have their url() rewritten */
    Url url;
    uint64_t size;
    int64_t width, height; /* of a picture; 0: not known */
    Slice format;          /* "png", "pdf" */
    bool is_picture;
    bool is_for_cards;  /* a picture that networks show: PNG, JPEG, GIF, WebP */
    bool is_used;       /* something leads to it: it is written */
    bool is_inlined;    /* stands inside pages */
    bool is_read;       /* bytes are there, or cannot be had */
    bool is_unread;     /* discover has reported why */
    Slice style_digest; /* sha256 in base64 of a style sheet, for the content policy */
};

typedef struct Budget {
    int64_t html; /* bytes of one page; 0: no limit */
    int64_t page; /* bytes of all it loads */
    bool is_set;  /* in site.yaml: over it is an error */
} Budget;

typedef struct Settings {
    Source *source;              /* site.yaml */
    Text *titles, *descriptions; /* per language */
    Publisher publisher;
    Languages *languages; /* a language's number is its row */
    const Language *default_language;
    const Language *original;
    Slice base; /* ends in "/"; empty: none */
    const Zone *zone;
    Menu *menus;
    size_t menu_count;
    int64_t page_size;
    int64_t feed_entries;
    bool feeds_are_full;
    Budget budgets[PAGE_TYPE_COUNT];
    bool fallback_pages; /* missing_translations: fallback */
    Slice *schemes;
    size_t scheme_count;
    bool no_solar_input;
    bool persian_messages;
    Slice edit_url;
    ExtraEntry *extra;
    size_t extra_count;
    ReportPolicy policy;
} Settings;

/* A file of the output that is no page: feed, sitemap, redirect page, server file. */
typedef struct SiteFile {
    Slice path; /* from the output root */
    Slice bytes;
} SiteFile;

/* What the command line asks for. */
typedef struct BuildOptions {
    Slice source; /* folder of the site */
    Slice output;
    uint32_t jobs; /* 0: one for each processor */
    bool is_strict;
    bool with_drafts;
    Date now;
    Slice dump_stage;     /* parse, shape or link; empty: none */
    Slice dump_path;      /* the source of the page to print */
    const Table *overlay; /* path → Slice: bytes that stand for those on disk; NULL: none */
} BuildOptions;

typedef struct FoundFile {
    Slice path;     /* from the source folder */
    bool is_unread; /* could not be read, which has been reported: what it holds is not known */
} FoundFile;

typedef struct FoundFiles {
    FoundFile *items;
    size_t count;
} FoundFiles;

struct Site {
    BuildOptions options;
    Settings settings;
    /* by discover */
    FoundFiles template_files, data_files, asset_files, content_files;
    Page **pages; /* sources in byte order, then those link makes */
    size_t page_count;
    size_t source_count;
    size_t page_capacity;
    /* by parse */
    Messages *messages;
    Taxonomy *taxonomies;
    size_t taxonomy_count;
    Person *people;
    size_t person_count;
    Table people_by_id;
    DataTable *tables;
    size_t table_count;
    TemplateSet *template_set;
    Table files; /* source path -> ImageFile: assets and pictures */
    /* by link */
    Table by_source;        /* source path -> Page */
    Table by_output;        /* output path -> Page, of live pages */
    Table *by_key;          /* per language: key -> Page */
    bool has_originals;     /* some page says in which language it was first written */
    Table fallbacks;        /* source path of a missing page -> the one that stands in for it */
    const Page **homes;     /* per language */
    const Page **alphabets; /* per language: its A–Z page; NULL: none */
    List *sections;         /* per language: first level */
    List *all;              /* per language: newest first */
    MenuItems **menu_items; /* per menu, per language */
    Redirect *redirects;
    size_t redirect_count;
    Feed *feeds;
    size_t feed_count;
    List written_files; /* pictures, downloads and assets in use */
    Date next_moment;
    size_t hinted_names; /* looked at so far for what broken links may have meant */
    /* by render */
    const RenderPlan *plan;
    SiteFile *site_files;
    size_t site_file_count;
    size_t site_file_capacity;

    Report report;                       /* settings, templates, data, messages */
    Report link_report;                  /* what link finds */
    Report output_report;                /* what render and emit find in no one page */
    Buffer dump;                         /* what options.dump_stage asks for */
    Arena arena;                         /* lives for the run */
    Arena links;                         /* until the next link */
    WorkerArena task_links[WORKERS_MAX]; /* the same, of what tasks make */
    WorkerArena sources[WORKERS_MAX];    /* where the memory of pages lies */
    Arena bytes;                         /* site files */
};

/* Where a task keeps what is to last as long as `links`. */
static inline Arena *site_task_links(Site *site, const Worker *worker)
{
    return &site->task_links[worker->number].arena;
}

static inline size_t site_language_count(const Site *site)
{
    return site->settings.languages->count;
}

bool site_find_taxonomy(const Site *site, Slice name, size_t *ret_row);

/* What discover has found under this path; NULL: nothing. */
FoundFile *site_find_file(const FoundFiles *files, Slice path);

/* True when data/NAME.yaml is there but cannot be read: a name that is not found may stand in it.
 */
bool site_lacks_data(const Site *site, Slice name);

#define MANIFEST_NAME "MANIFEST" /* the list of all files, beside them */

/* A file of the output that is no page. */
void site_add_file(Site *site, Slice path, Slice bytes);

/* source_load and source_read of a file of the site, or of the bytes that stand for it
 * (options.overlay). */
bool site_load(const Site *site, Arena *arena, Slice path, size_t max_size, Report *report,
               Slice *ret_bytes);
bool site_read(const Site *site, Arena *arena, Slice path, size_t max_size, Report *report,
               Source **ret_source);

/* True while an error stands anywhere: nothing may be written. */
bool site_has_errors(const Site *site);

#endif
