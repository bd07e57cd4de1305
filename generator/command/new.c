/* qanat new: writes the skeleton of a page, from the registry of fields. */
#include "base/file.h"
#include "base/suggest.h"
#include "build.h"
#include "command/option.h"
#include "command/part.h"
#include "command/today.h"
#include "model/registry.h"
#include "text/slug.h"

#include <stdio.h>

typedef struct NewPage {
    Site *site;
    PageType type;
    Slice path; /* "guides/drip" */
    const Language *language;
    Date today;
} NewPage;

/* Today in the calendar of the language, as an editor would type it. */
static void add_today(Buffer *out, const NewPage *page)
{
    Date today = date_of_seconds(page->today.seconds, page->site->settings.zone);
    date_write_iso((Date){true, false, today.offset, today.seconds}, out);
    buffer_add(out, SLICE("   # "));
    date_write(page->language, today, DATE_STYLE_LONG, CALENDAR_DEFAULT, out);
}

static bool belongs(const Field *field, PageType type)
{
    return field->sample.size > 0 && (field->types == 0 || (field->types & PAGE_TYPE_BIT(type)));
}

static void add_field(Buffer *out, const NewPage *page, const Field *field)
{
    buffer_add(out, field->name);
    buffer_add(out, SLICE(": "));
    if (field->kind == FIELD_DATE)
        add_today(out, page);
    else
        buffer_add(out, field->sample);
    buffer_add(out, SLICE("   # "));
    bool is_persian = page->site->settings.persian_messages;
    buffer_add(out, is_persian ? field->persian : field->english);
    buffer_add(out, SLICE("\n"));
}

static Slice skeleton(const NewPage *page, Arena *arena)
{
    Buffer out;
    buffer_init(&out, arena, 64 * 1024);
    buffer_add(&out, SLICE("---\n"));
    bool is_index = page->type == PAGE_HOME || page->type == PAGE_SECTION;
    if (!is_index && page->type != PAGE_PAGE)
        buffer_print(&out, "type: %.*s\n", SLICE_FORMAT(page_type_words[page->type]));
    for (size_t i = 0; i < registry_count(); i++) {
        const Field *field = registry_at(i);
        bool has_date = field->kind != FIELD_DATE || !is_index;
        if (belongs(field, page->type) && has_date)
            add_field(&out, page, field);
    }
    buffer_add(&out, SLICE("draft: true\n---\n\n"));
    return buffer_slice(&out);
}

/* Each part of the path must be fit for an address. */
static bool check_path(Slice path)
{
    Slice part, rest = path;
    do {
        bool has_more = slice_cut(rest, '/', &part, &rest);
        if (!slug_is_valid(part)) {
            fprintf(stderr,
                    "qanat: “%.*s” cannot stand in an address: use a–z, 0–9 and single hyphens\n",
                    SLICE_FORMAT(part));
            return false;
        }
        if (!has_more)
            return true;
    } while (rest.size > 0);
    return true;
}

static bool find_type(Slice word, PageType *ret_type)
{
    if (page_type_find(word, ret_type))
        return true;
    Slice nearest = suggest_one(word, page_type_words, PAGE_GUIDE + 1);
    fprintf(stderr, "qanat: “%.*s” is no type of page: home, section, page, article, guide",
            SLICE_FORMAT(word));
    if (nearest.size > 0)
        fprintf(stderr, "; did you mean “%.*s”?", SLICE_FORMAT(nearest));
    fputc('\n', stderr);
    return false;
}

static int write_page(const NewPage *page, Arena *arena)
{
    bool is_index = page->type == PAGE_HOME || page->type == PAGE_SECTION;
    Slice relative =
        page->type == PAGE_HOME
            ? slice_print(arena, "content/%.*s/index.md", SLICE_FORMAT(page->language->folder))
            : slice_print(arena, "content/%.*s/%.*s%s.md", SLICE_FORMAT(page->language->folder),
                          SLICE_FORMAT(page->path), is_index ? "/index" : "");
    Slice path = file_join(arena, page->site->options.source, relative);
    if (file_exists(path)) {
        fprintf(stderr, "qanat: %.*s is there already\n", SLICE_FORMAT(relative));
        return EXIT_TROUBLE;
    }
    bool is_changed;
    int error = file_write_changed(arena, path, skeleton(page, arena), &is_changed);
    if (error) {
        fprintf(stderr, "qanat: cannot write %.*s\n", SLICE_FORMAT(relative));
        return EXIT_TROUBLE;
    }
    printf("%.*s\n", SLICE_FORMAT(relative));
    return EXIT_DONE;
}

static void tell_languages(const Languages *languages, Slice code)
{
    fprintf(stderr, "qanat: “%.*s” is no language of this site, which has", SLICE_FORMAT(code));
    for (size_t i = 0; i < languages->count; i++)
        fprintf(stderr, "%s %.*s", i > 0 ? "," : "", SLICE_FORMAT(languages->items[i].code));
    fputc('\n', stderr);
}

static int make_page(Site *site, Workers *workers, const Slice *words, Slice language)
{
    NewPage page = {.site = site, .path = words[1]};
    if (!find_type(words[0], &page.type) || (page.type != PAGE_HOME && !check_path(page.path)))
        return EXIT_TROUBLE;
    if (!build_read_settings(site, workers)) {
        fputs("qanat: site.yaml cannot be read; qanat build says why\n", stderr);
        return EXIT_FAULTS;
    }
    page.language = language.size > 0 ? languages_find(site->settings.languages, language)
                                      : site->settings.original;
    if (!today_find(&site->arena, (Slice){0}, &page.today))
        return EXIT_TROUBLE;
    if (!page.language) {
        tell_languages(site->settings.languages, language);
        return EXIT_TROUBLE;
    }
    return write_page(&page, &site->arena);
}

int command_new(int argc, char *const argv[])
{
    Slice source = SLICE("."), language = {0}, words[2];
    const Option options[] = {
        {SLICE("source"), SLICE("DIR"), SLICE("folder of the site (this one)"), &source, NULL},
        {SLICE("language"), SLICE("CODE"), SLICE("language (the one pages are first written in)"),
         &language, NULL},
    };
    OptionReader reader = {
        .options = options, .option_count = 2, .arguments = words, .argument_max = 2};
    if (!option_read(&reader, argc, argv))
        return EXIT_TROUBLE;
    if (reader.wants_help) {
        puts("usage: qanat new TYPE SLUG [OPTION…]\n\nWrites a draft whose fields are explained, "
             "and "
             "prints its path.\nTypes: home, section, page, article, guide. SLUG is the path below "
             "the language, such as guides/drip; home has none.\n");
        option_print_help(options, 2);
        return EXIT_DONE;
    }
    bool is_home = reader.argument_count == 1 && slice_equal(words[0], SLICE("home"));
    if (reader.argument_count != 2 && !is_home) {
        fputs("qanat: new wants a type and a slug, such as: qanat new guide guides/drip\n", stderr);
        return EXIT_TROUBLE;
    }
    Site site = {.options.source = source};
    Workers *workers = workers_open(1);
    int status = make_page(&site, workers, words, language);
    build_close(&site, workers);
    workers_close(workers);
    return status;
}
