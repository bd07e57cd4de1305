/* Looks up once what every page needs: hooks, page templates, content policies. */
#include "render/plan.h"

#include "render/render.h"
#include "render/stub.h"
#include "text/isolate.h"

/* A text that nobody shows is usually a key that was misspelt in a template. */
static void report_unused(Site *site)
{
    for (uint32_t i = 0; i < messages_count(site->messages); i++) {
        Slice key = messages_key(site->messages, i);
        if (!messages_is_declared(site->messages, i) &&
            !template_uses_message(site->template_set, i))
            report_add(&site->output_report, &(Diagnostic){.code = DIAGNOSTIC_MESSAGE_UNUSED,
                                                           .span = messages_span(site->messages, i),
                                                           .words = {key}});
    }
}

static void begin_policy(Site *site, Buffer *policy)
{
    buffer_init(policy, &site->arena, 64 * 1024);
    buffer_add(policy, SLICE("default-src 'none'; img-src 'self' data:; style-src 'self'"));
}

static void allow_style(const ImageFile *file, Buffer *policy)
{
    if (slice_ends(file->source_path, SLICE(".css")))
        buffer_print(policy, " 'sha256-%.*s'", SLICE_FORMAT(file->style_digest));
}

static void end_policy(Buffer *policy)
{
    buffer_add(policy, SLICE("; script-src 'self'; form-action 'self'; base-uri 'none'"));
}

/* Hashes of the style sheets that a page template may put inside its pages (output 76). */
static Slice content_policy(Site *site, const Component *component)
{
    Buffer policy;
    begin_policy(site, &policy);
    const InlinedAsset *assets;
    size_t count = template_inlined_assets(component, &assets);
    for (size_t i = 0; i < count; i++) {
        Slice path = slice_print(&site->arena, "assets/%.*s", SLICE_FORMAT(assets[i].path));
        const ImageFile *file = table_find(&site->files, path);
        if (file)
            allow_style(file, &policy);
    }
    end_policy(&policy);
    return buffer_slice(&policy);
}

/* A header stands beside the policy of the page, so it allows what any page does; and it says who
 * may frame a page, which a page cannot. */
static Slice server_policy(Site *site)
{
    Buffer policy;
    begin_policy(site, &policy);
    for (size_t i = 0; i < site->files.count; i++) {
        const ImageFile *file = site->files.entries[i].item;
        if (file->is_inlined)
            allow_style(file, &policy);
    }
    end_policy(&policy);
    buffer_add(&policy, SLICE("; frame-ancestors 'none'"));
    return buffer_slice(&policy);
}

static int64_t sum_style_sizes(const Site *site)
{
    int64_t size = 0;
    for (size_t i = 0; i < site->written_files.count; i++) {
        const ImageFile *file = site->written_files.items[i];
        if (slice_ends(file->source_path, SLICE(".css")))
            size += (int64_t) file->size;
    }
    return size;
}

static Slice *plain_texts(Site *site, const Text *texts)
{
    const Languages *languages = site->settings.languages;
    Slice *plain = ARENA_ARRAY(&site->arena, Slice, languages->count);
    for (size_t row = 0; row < languages->count; row++)
        plain[row] =
            isolate_plain(&site->arena, view_text_in(texts, row).bytes, &languages->items[row]);
    return plain;
}

/* "fa_IR", "en": as og:locale wants it. */
static Slice open_graph_locale(const Language *language)
{
    static const Slice known[][2] = {
        {SLICE_INIT("fa"), SLICE_INIT("fa_IR")}, {SLICE_INIT("en"), SLICE_INIT("en_US")},
        {SLICE_INIT("ar"), SLICE_INIT("ar_AR")}, {SLICE_INIT("he"), SLICE_INIT("he_IL")},
        {SLICE_INIT("ur"), SLICE_INIT("ur_PK")}, {SLICE_INIT("ps"), SLICE_INIT("ps_AF")},
    };
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
        if (slice_equal(known[i][0], language->code))
            return known[i][1];
    }
    return language->locale;
}

static Slice *list_locales(Site *site)
{
    const Languages *languages = site->settings.languages;
    Slice *locales = ARENA_ARRAY(&site->arena, Slice, languages->count);
    for (size_t row = 0; row < languages->count; row++)
        locales[row] = open_graph_locale(&languages->items[row]);
    return locales;
}

void render_setup(Site *site)
{
    RenderPlan *plan = ARENA_NEW(&site->arena, RenderPlan);
    for (Hook hook = 0; hook < HOOK_COUNT; hook++)
        plan->hooks[hook] = template_find_hook(site->template_set, hook);
    plan->policies = ARENA_ARRAY(&site->arena, Slice, PAGE_TYPE_COUNT);
    for (size_t type = 0; type < PAGE_TYPE_COUNT; type++) {
        plan->pages[type] = template_find_page(site->template_set, page_type_words[type]);
        if (plan->pages[type])
            plan->policies[type] = content_policy(site, plan->pages[type]);
    }
    plan->server_policy = server_policy(site);
    plan->style_size = sum_style_sizes(site);
    plan->titles = plain_texts(site, site->settings.titles);
    plan->descriptions = plain_texts(site, site->settings.descriptions);
    plan->publishers = plain_texts(site, site->settings.publisher.names);
    plan->locales = list_locales(site);
    report_unused(site);
    stub_check(site);
    site->plan = plan;
}
