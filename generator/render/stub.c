/* A small page that refreshes to the new address and says so in words; both references are
 * relative. */
#include "render/stub.h"

#include "markup/html.h"
#include "model/interface.h"

void stub_write(const Site *site, const Redirect *redirect, Buffer *out)
{
    const Page *page = redirect->target;
    const Language *language = page->origin.language;
    Buffer address, text;
    buffer_init(&address, out->arena, 4096);
    buffer_init(&text, out->arena, MESSAGE_MAX_SIZE);
    url_add(&address, &page->links.url, redirect->path);
    interface_write(site, language, INTERFACE_REDIRECT_TEXT, NULL, &text);
    buffer_add(out, SLICE("<!DOCTYPE html>\n<html"));
    html_attribute(out, SLICE("lang"), language->tag);
    html_attribute(out, SLICE("dir"), direction_word(language->direction));
    buffer_add(out, SLICE("><head><meta charset=\"utf-8\"><title>"));
    html_escape(out, page_title(page));
    buffer_add(out, SLICE("</title><meta name=\"robots\" content=\"noindex\">"
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                          "'none'; base-uri 'none'; form-action 'none'\">"
                          "<meta name=\"referrer\" content=\"no-referrer\">"
                          "<meta name=\"color-scheme\" content=\"light dark\">"
                          "<meta name=\"viewport\" content=\"width=device-width\">"
                          "<meta http-equiv=\"refresh\" content=\"0; url="));
    html_escape_value(out, buffer_slice(&address));
    buffer_add(out, SLICE("\"></head><body><p>"));
    html_escape(out, buffer_slice(&text));
    buffer_add(out, SLICE(" <a"));
    html_attribute(out, SLICE("href"), buffer_slice(&address));
    buffer_add(out, SLICE(">"));
    html_escape(out, page_title(page));
    buffer_add(out, SLICE("</a></p></body></html>\n"));
}
