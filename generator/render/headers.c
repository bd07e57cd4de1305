/* Lists for servers, from the settings and the aliases (output 61, 76, 77, 80). */
#include "render/headers.h"

#include "render/plan.h"

#define HEADERS_MAX_SIZE (64 * 1024 * 1024)

typedef struct Header {
    Slice name;
    Slice value; /* empty: the content policy of the site */
} Header;

static const Header headers[] = {
    {SLICE_INIT("Content-Security-Policy"), {0}},
    {SLICE_INIT("Permissions-Policy"),
     SLICE_INIT("accelerometer=(), autoplay=(), camera=(), display-capture=(), "
                "encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), "
                "magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), "
                "publickey-credentials-get=(), screen-wake-lock=(), usb=(), "
                "xr-spatial-tracking=()")},
    {SLICE_INIT("Referrer-Policy"), SLICE_INIT("no-referrer")},
    {SLICE_INIT("X-Content-Type-Options"), SLICE_INIT("nosniff")},
};
#define HEADER_COUNT (sizeof(headers) / sizeof(headers[0]))

/* Files below assets/ have their digest in their name: what is kept never grows old. */
static const Header asset_header = {SLICE_INIT("Cache-Control"),
                                    SLICE_INIT("public, max-age=31536000, immutable")};

typedef struct HeaderWriter {
    const Site *site;
    Slice base; /* the path of the site's address: "/", "/water/" */
    Buffer out;
} HeaderWriter;

static Slice value_of(const HeaderWriter *writer, const Header *header)
{
    return header->value.size > 0 ? header->value : writer->site->plan->server_policy;
}

static void add(HeaderWriter *writer, Slice text)
{
    buffer_add(&writer->out, text);
}

/* Both ends of a redirect. Servers compare what an address stands for; hosts of static files, and
 * what is sent to a browser, take it percent-encoded. */
static void add_old(HeaderWriter *writer, const Redirect *redirect)
{
    add(writer, writer->base);
    add(writer, redirect->address);
}

static void add_new(HeaderWriter *writer, const Redirect *redirect)
{
    url_add_absolute(&writer->out, &redirect->target->links.url, writer->base);
}

static void write_redirects(HeaderWriter *writer)
{
    for (size_t i = 0; i < writer->site->redirect_count; i++) {
        const Redirect *redirect = &writer->site->redirects[i];
        const Url old = {.kind = URL_FILE, .path = redirect->address};
        url_add_absolute(&writer->out, &old, writer->base);
        add(writer, SLICE(" "));
        add_new(writer, redirect);
        add(writer, SLICE(" 301\n"));
    }
}

/* Rules of one header that meet are joined by hosts, so no header stands in two of them. */
static void write_headers(HeaderWriter *writer)
{
    buffer_print(&writer->out, "%.*s*\n", SLICE_FORMAT(writer->base));
    for (size_t i = 0; i < HEADER_COUNT; i++)
        buffer_print(&writer->out, "  %.*s: %.*s\n", SLICE_FORMAT(headers[i].name),
                     SLICE_FORMAT(value_of(writer, &headers[i])));
    buffer_print(&writer->out, "%.*sassets/*\n  %.*s: %.*s\n", SLICE_FORMAT(writer->base),
                 SLICE_FORMAT(asset_header.name), SLICE_FORMAT(asset_header.value));
}

static void add_nginx_headers(HeaderWriter *writer, const char *indent)
{
    for (size_t i = 0; i < HEADER_COUNT; i++)
        buffer_print(&writer->out, "%sadd_header %.*s \"%.*s\" always;\n", indent,
                     SLICE_FORMAT(headers[i].name), SLICE_FORMAT(value_of(writer, &headers[i])));
}

/* A location with headers of its own inherits none, so all are written again. Each redirect is a
 * location of its own: they are found in a tree, and need no size set in the http block as a map
 * would. */
static void write_nginx(HeaderWriter *writer)
{
    add(writer, SLICE("# Made by qanat; include it in the server block of the site.\n"));
    buffer_print(&writer->out, "absolute_redirect off;\nerror_page 404 %.*s404.html;\n",
                 SLICE_FORMAT(writer->base));
    add_nginx_headers(writer, "");
    buffer_print(&writer->out, "location %.*sassets/ {\n", SLICE_FORMAT(writer->base));
    add_nginx_headers(writer, "    ");
    // without "always": what is missing must not be kept for a year
    buffer_print(&writer->out, "    add_header %.*s \"%.*s\";\n}\n",
                 SLICE_FORMAT(asset_header.name), SLICE_FORMAT(asset_header.value));
    for (size_t i = 0; i < writer->site->redirect_count; i++) {
        add(writer, SLICE("location = \""));
        add_old(writer, &writer->site->redirects[i]);
        add(writer, SLICE("\" { return 301 "));
        add_new(writer, &writer->site->redirects[i]);
        add(writer, SLICE("; }\n"));
    }
}

static void write_caddy_map(HeaderWriter *writer)
{
    if (writer->site->redirect_count == 0)
        return;
    add(writer, SLICE("map {path} {moved_to} {\n\tdefault \"\"\n"));
    for (size_t i = 0; i < writer->site->redirect_count; i++) {
        add(writer, SLICE("\t\""));
        add_old(writer, &writer->site->redirects[i]);
        add(writer, SLICE("\" \""));
        add_new(writer, &writer->site->redirects[i]);
        add(writer, SLICE("\"\n"));
    }
    add(writer, SLICE("}\n@moved expression `{moved_to} != \"\"`\nredir @moved {moved_to} 301\n"));
}

static void write_caddy(HeaderWriter *writer)
{
    add(writer, SLICE("# Made by qanat; import it in the block of the site.\nheader {\n"));
    for (size_t i = 0; i < HEADER_COUNT; i++)
        buffer_print(&writer->out, "\t%.*s \"%.*s\"\n", SLICE_FORMAT(headers[i].name),
                     SLICE_FORMAT(value_of(writer, &headers[i])));
    buffer_print(&writer->out,
                 "}\n@assets {\n\tpath %.*sassets/*\n\tfile\n}\nheader @assets %.*s \"%.*s\"\n",
                 SLICE_FORMAT(writer->base), SLICE_FORMAT(asset_header.name),
                 SLICE_FORMAT(asset_header.value));
    write_caddy_map(writer);
    buffer_print(&writer->out,
                 "handle_errors {\n\t@missing expression {err.status_code} == 404\n"
                 "\trewrite @missing %.*s404.html\n\tfile_server\n}\n",
                 SLICE_FORMAT(writer->base));
}

typedef struct ServerFile {
    Slice path;
    void (*write)(HeaderWriter *writer);
} ServerFile;

static const ServerFile files[] = {
    {SLICE_INIT("_redirects"), write_redirects},
    {SLICE_INIT("_headers"), write_headers},
    {SLICE_INIT("server/nginx.conf"), write_nginx},
    {SLICE_INIT("server/caddy.conf"), write_caddy},
};

/* What Cloudflare Pages reads of a list of fixed redirects; the lists for servers have no end. */
#define REDIRECTS_MOST_READ 2000

static void count_redirects(Site *site)
{
    if (site->redirect_count > REDIRECTS_MOST_READ)
        report_add(&site->output_report,
                   &(Diagnostic){.code = DIAGNOSTIC_REDIRECT_COUNT,
                                 .path = SLICE("_redirects"),
                                 .words = {slice_print(&site->bytes, "%zu", site->redirect_count),
                                           SLICE("2000")}});
}

void headers_add(Site *site)
{
    count_redirects(site);
    for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
        HeaderWriter writer = {.site = site, .base = url_base_path(site->settings.base)};
        buffer_init(&writer.out, &site->bytes, HEADERS_MAX_SIZE);
        files[i].write(&writer);
        if (writer.out.overflowed)
            report_add(&site->output_report, &(Diagnostic){.code = DIAGNOSTIC_RENDER_SIZE,
                                                           .path = files[i].path,
                                                           .words = {SLICE("64 MiB")}});
        else if (writer.out.size > 0)
            site_add_file(site, files[i].path, buffer_slice(&writer.out));
    }
}

void headers_list(Table *paths)
{
    for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
        table_add(paths, files[i].path, paths);
}
