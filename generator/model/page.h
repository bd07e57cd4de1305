/* What a page is: one file in one language, or a page that link makes (a term, a numbered part of a
 * list, the A–Z page). A Page has one part per stage; a stage writes its own part and reads the
 * others through const.
 *
 * long: the parts of a page are read together. */
#ifndef MODEL_PAGE_H
#define MODEL_PAGE_H

#include "base/record.h"
#include "base/report.h"
#include "base/value.h"
#include "markup/node.h"
#include "text/language.h"

typedef struct Page Page;
typedef struct Site Site;
typedef struct Term Term;
typedef struct Taxonomy Taxonomy;
typedef struct Person Person;
typedef struct ImageFile ImageFile;
typedef struct Feed Feed;

/* The page types of templates.md 1, in the order of the words of page.type. */
typedef enum PageType {
    PAGE_HOME,
    PAGE_SECTION,
    PAGE_PAGE,
    PAGE_ARTICLE,
    PAGE_GUIDE,
    PAGE_LANGUAGES, /* from here on made by qanat */
    PAGE_TAXONOMY,
    PAGE_TERM,
    PAGE_ALPHABET,
    PAGE_NOT_FOUND,
    PAGE_TYPE_COUNT
} PageType;

#define PAGE_TYPE_BIT(type) (1u << (type))

typedef struct PageOrigin {
    PageType type;  /* of a source: settled by parse from `type`, index.md and the section */
    bool is_made;   /* has no source file */
    bool is_index;  /* index.md */
    bool is_unread; /* discover has reported why */
    const Language *language;
    Slice source_path; /* "content/fa/guides/drip.md"; empty: made */
    Slice path;        /* without language and suffix: "guides/drip", "guides/index" */
    size_t position;   /* in site->pages */
} PageOrigin;

/* A text of the front matter with the place where it stands. */
typedef struct Given {
    Slice text;
    uint32_t start;
    uint32_t end;
} Given;

typedef struct GivenList {
    Given *items;
    size_t count;
} GivenList;

typedef enum SortOrder { SORT_DATE, SORT_WEIGHT, SORT_TITLE } SortOrder;
typedef enum GuideLevel { LEVEL_EASY, LEVEL_MEDIUM, LEVEL_HARD, LEVEL_NONE } GuideLevel;

typedef struct FrontImage {
    Given src;
    Text alt;
    Text caption;
    Text credit;
    bool is_decorative;
} FrontImage;

typedef struct ExtraEntry {
    Slice name;
    Text text;
} ExtraEntry;

/* The terms of one taxonomy, as ids. */
typedef struct TermIds {
    const Taxonomy *taxonomy;
    GivenList ids;
} TermIds;

#define FRONT_MATTER_MAX_FIELDS 48

/* Bytes of the source. */
typedef struct FieldPlace {
    uint32_t start;
    uint32_t end;
} FieldPlace;

/* Typed by the registry, which knows the offset of each member. `given` has a bit for each field of
 * the registry. */
typedef struct FrontMatter {
    Text title, short_title, description, change_note;
    Date date, updated, checked, expires;
    bool is_draft, is_noindex, no_isolation, no_typography, has_feed;
    uint32_t type, children_type; /* PageType; UINT32_MAX: not given */
    uint32_t sort;                /* SortOrder */
    uint32_t level;               /* GuideLevel */
    int64_t weight, page_size, time;
    Given slug, key, original, menu;
    GivenList aliases, authors, needs;
    FrontImage image;
    ExtraEntry *extra;
    size_t extra_count;
    TermIds *terms; /* one row for each taxonomy of the site, in its order */
    GivenList silenced;
    uint64_t given;
    uint64_t refused;   /* given or meant, and reported already: of no use, but not missing */
    FieldPlace *places; /* a row for each field of the registry; of those given, their values' */
} FrontMatter;

typedef struct PageText {
    FrontMatter front;
    uint32_t body_offset; /* where the Markdown begins in the source */
    Document *document;   /* NULL: made, or the body could not be read */
    Source *source;
} PageText;

typedef struct Heading {
    uint8_t level;
    bool is_explicit;
    Slice id;
    Slice text; /* without markup, made safe for plain text */
    NodeId node;
    uint32_t start, end;
} Heading;

typedef struct PageShape {
    Heading *headings; /* in order; level 1 is the title and not among them */
    size_t heading_count;
    Slice *ids; /* that stand in raw HTML */
    size_t id_count;
    Document *summary;   /* the first paragraph without links and notes, a small tree of its own;
                            NULL: there is none, or no template asks for it */
    Slice plain_summary; /* the same as text; empty where there is a description */
    int64_t word_count;
    int64_t character_count;
    Slice sort_key;     /* of the title, by the collation of the page's language */
    uint64_t sort_rank; /* its first bytes as a number: that nearly always decides */
    size_t heading;     /* of the A–Z page, that the title stands under */
} PageShape;

/* Where one reference of the document leads. */
typedef enum TargetKind {
    TARGET_BROKEN, /* reported */
    TARGET_PAGE,
    TARGET_HEADING, /* an anchor, on this page or another */
    TARGET_FILE,
    TARGET_EXTERNAL,
    TARGET_MAIL,
    TARGET_PHONE,
} TargetKind;

typedef struct Target {
    TargetKind kind;
    Url url;
    const Page *page;       /* page and heading */
    const ImageFile *image; /* a picture of this site, or a file that is linked to */
} Target;

/* Lists of pages, terms and people are Lists (base/record.h), so that templates read them as they
 * are. */
static inline const Page *page_in(List pages, size_t i)
{
    return pages.items[i];
}

typedef struct Translation {
    const Language *language;
    const Page *page;     /* NULL: missing */
    const Page *fallback; /* stands in for a missing one; NULL: nothing does */
} Translation;

/* One numbered page of a list. All pages of a list share `all`. */
typedef struct PageLink {
    int64_t number;
    Url url;
    bool is_current;
} PageLink;

typedef struct Paginator {
    int64_t number, count, size, total;
    List items;
    Url *urls; /* of each numbered page */
} Paginator;

typedef struct PageLinks {
    const FrontMatter *front; /* with what the original shares; before link page->text.front */
    Slice output_path;        /* "fa/guides/drip.html" */
    Url url;
    const Page *section;
    List ancestors; /* from home down */
    const Page *previous, *next;
    List children, sections, all;
    Paginator *paginator;      /* NULL: no list */
    const Page *first_cut;     /* of a numbered page: the first page of its list */
    Translation *translations; /* one for each language of the site but the page's own */
    size_t translation_count;
    const Page *original;    /* NULL on the original itself */
    const Page *fallback_of; /* whose text this page shows for want of a translation; NULL: none */
    List fallbacks;          /* the pages that show the text of this one */
    const Language *content_language;
    List related, backlinks;  /* empty where no template asks for them */
    List *terms;              /* one for each taxonomy of the site, in its order */
    const Taxonomy *taxonomy; /* of a taxonomy or term page */
    const Term *term;
    List authors;
    Target *targets; /* one for each reference of the document */
    Slice *anchors;  /* final id of each heading of shape.headings */
    const ImageFile *image;
    const Feed *feed;       /* of the list on this page; NULL: none */
    struct Letter *letters; /* of an A–Z page */
    size_t letter_count;
    bool is_listed;  /* stands in lists, feeds and the sitemap */
    bool is_in_feed; /* some feed carries its text */
    bool is_expired;
    Date due; /* of a page that waits for its day; not set: it does not, or is a draft */
} PageLinks;

typedef struct PageOutput {
    Slice html;     /* in the scratch of the worker: ends with the task that renders the page */
    size_t size;    /* of html; 0: nothing was made */
    int64_t weight; /* of html and of all that it loads */
    Slice entry;    /* the text for feeds, where addresses are whole; empty: no feed carries it */
} PageOutput;

struct Page {
    PageOrigin origin;
    PageText text;
    PageShape shape;
    PageLinks links;
    PageOutput output;
    Report report;
    bool is_broken; /* later stages pass it over */
    bool is_held;   /* a draft or not yet due: read and checked, never written */
    Site *site;
    Arena arena;  /* what is read of it: source, front matter, tree, outline; diagnostics */
    Slice memory; /* where all that lies, but for what found no room in one piece */
    Arena bytes;  /* what feeds carry */
};

extern const Slice page_type_words[PAGE_TYPE_COUNT];

/* The type with this name; only those that editors may write. */
bool page_type_find(Slice word, PageType *ret_type);

/* The front matter that counts: what a translation leaves out comes from its original. */
static inline const FrontMatter *page_front(const Page *page)
{
    return page->links.front ? page->links.front : &page->text.front;
}

/* A string made of the page's text, ready for a place without markup: in the page's language, by
 * its switches. Always a copy: `text` may be scratch. */
Slice page_plain(const Page *page, Arena *arena, Slice text);

/* A string of the page, ready for a place without markup, held to a length. Itself where it is
 * short enough, but on a page that nobody wrote: what names that has not been made ready. */
Slice page_shorten(const Page *page, Arena *arena, Slice text, size_t max);

static inline Slice page_title(const Page *page)
{
    return page->text.front.title.bytes;
}

/* The day of its last significant change: `updated`, else `date`. */
static inline Date page_changed(const Page *page)
{
    const FrontMatter *front = page_front(page);
    return front->updated.is_set ? front->updated : front->date;
}

/* Shared cards hold titles to this many characters (output 73). */
#define CARD_TITLE_SIZE 70

/* What a report calls it: its source, or its path where nobody wrote it. */
static inline Slice page_place(const Page *page)
{
    return page->origin.is_made ? page->links.output_path : page->origin.source_path;
}

/* The place of a text of its front matter. */
static inline Span page_span(const Page *page, const Given *given)
{
    return (Span){page->text.source, given->start, given->end};
}

/* The place of the value of a field that is given. */
static inline Span page_field_span(const Page *page, size_t field)
{
    const FieldPlace *place = &page->text.front.places[field];
    return (Span){page->text.source, place->start, place->end};
}

/* What it is about in plain text: `description`, else its summary. */
static inline Slice page_about(const Page *page)
{
    Slice description = page->text.front.description.bytes;
    return description.size > 0 ? description : page->shape.plain_summary;
}

#endif
