/* What a build says at its end: files, what waits, what is not translated. */
#include "command/summary.h"

#include "base/json.h"

#include <stdio.h>

/* A moment in the zone of the site, to the second: what a timer of CI can be set to. */
static Slice moment(const Site *site, Arena *arena, Date date)
{
    Buffer buffer;
    buffer_init(&buffer, arena, 64);
    date_write_iso(date_of_seconds(date.seconds, site->settings.zone), &buffer);
    return buffer_slice(&buffer);
}

/* Drafts and pages not due, with the next moment at which the output would change. */
static void print_waiting(const Site *site, Arena *arena)
{
    for (size_t i = 0; i < site->source_count; i++) {
        const Page *page = site->pages[i];
        if (!page->is_held)
            continue;
        printf("  left out: %.*s (", SLICE_FORMAT(page->origin.source_path));
        if (page->links.due.is_set)
            printf("waits for %.*s)\n", SLICE_FORMAT(moment(site, arena, page->links.due)));
        else
            printf("draft)\n");
    }
    if (site->next_moment.is_set)
        printf("  the next build that changes anything: %.*s\n",
               SLICE_FORMAT(moment(site, arena, site->next_moment)));
}

/* For CI: what waits, as the last line of the JSON form. */
void summary_print_json(const Site *site, Arena *arena)
{
    Buffer out;
    JsonWriter json;
    buffer_init(&out, arena, 64 * 1024 * 1024);
    json_init(&json, &out);
    json_open_object(&json);
    json_key(&json, SLICE("waiting"));
    json_open_array(&json);
    for (size_t i = 0; i < site->source_count; i++) {
        const Page *page = site->pages[i];
        if (!page->is_held)
            continue;
        json_open_object(&json);
        json_pair(&json, SLICE("path"), page->origin.source_path);
        json_key(&json, SLICE("due"));
        if (page->links.due.is_set)
            json_text(&json, moment(site, arena, page->links.due));
        else
            json_null(&json);
        json_close_object(&json);
    }
    json_close_array(&json);
    json_key(&json, SLICE("next"));
    if (site->next_moment.is_set)
        json_text(&json, moment(site, arena, site->next_moment));
    else
        json_null(&json);
    json_close_object(&json);
    printf("%.*s\n", SLICE_FORMAT(buffer_slice(&out)));
}

/* How many pages each language lacks. */
static void print_missing(const Site *site)
{
    for (size_t row = 0; row < site->settings.languages->count; row++) {
        const Language *language = &site->settings.languages->items[row];
        size_t missing = 0;
        for (size_t i = 0; i < site->source_count; i++) {
            const PageLinks *links = &site->pages[i]->links;
            for (size_t k = 0; !links->original && k < links->translation_count; k++)
                missing +=
                    links->translations[k].language == language && !links->translations[k].page;
        }
        if (missing > 0)
            printf("  %zu %s not translated into %.*s\n", missing, missing == 1 ? "page" : "pages",
                   SLICE_FORMAT(language->code));
    }
}

static void print_weight(const Page *page)
{
    printf("%8zu %8lld  %.*s\n", page->output.size, (long long) page->output.weight,
           SLICE_FORMAT(page->links.output_path));
}

void summary_print_weights(const Site *site)
{
    printf("    HTML      all  bytes of each page and of all that it loads\n");
    for (size_t i = 0; i < site->page_count; i++) {
        if (site->pages[i]->output.size > 0)
            print_weight(site->pages[i]);
    }
}

/* The first of the heaviest pages. */
static void print_heaviest(const Site *site)
{
    const Page *heaviest = NULL;
    for (size_t i = 0; i < site->page_count; i++) {
        const Page *page = site->pages[i];
        if (page->output.size > 0 && (!heaviest || page->output.weight > heaviest->output.weight))
            heaviest = page;
    }
    if (heaviest)
        printf("  heaviest page: %.*s, %.1f kB of HTML, %.1f kB with all that it loads\n",
               SLICE_FORMAT(heaviest->links.output_path), (double) heaviest->output.size / 1e3,
               (double) heaviest->output.weight / 1e3);
}

void summary_print(const Site *site, Arena *arena, const EmitResult *result)
{
    printf("%zu files, %.1f MB in %.*s: %zu written, %zu unchanged, %zu removed\n",
           result->file_count, (double) result->size / 1e6, SLICE_FORMAT(site->options.output),
           result->changed_count, result->file_count - result->changed_count,
           result->removed_count);
    print_heaviest(site);
    print_waiting(site, arena);
    print_missing(site);
}
