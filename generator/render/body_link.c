/* Links, pictures, figures, and elements of raw HTML: what leads or loads somewhere. */
#include "render/body_part.h"
#include "text/number.h"

static const Target *target_of(const BodyWriter *writer, uint32_t reference)
{
    static const Target none = {0};
    return writer->owner->links.targets ? &writer->owner->links.targets[reference] : &none;
}

static const Datum absent = {.is_absent = true};

static Datum optional_text(const BodyWriter *writer, Slice text)
{
    return (Datum){.text = {text, writer->language}, .is_absent = text.size == 0};
}

static uint32_t hook_kind(TargetKind kind)
{
    switch (kind) {
    case TARGET_HEADING:
        return HOOK_LINK_HEADING;
    case TARGET_FILE:
        return HOOK_LINK_FILE;
    case TARGET_EXTERNAL:
        return HOOK_LINK_EXTERNAL;
    case TARGET_MAIL:
        return HOOK_LINK_MAIL;
    case TARGET_PHONE:
        return HOOK_LINK_PHONE;
    case TARGET_BROKEN:
    case TARGET_PAGE:
        break;
    }
    return HOOK_LINK_PAGE;
}

static bool run_link_hook(BodyWriter *writer, NodeId id, const Target *target)
{
    const LinkDetail *link = node_at(writer->document, id)->link;
    FileView file = {0};
    if (target->kind == TARGET_FILE && target->image)
        file = (FileView){
            .name = {url_file_name(target->image->source_path), NULL},
            .format = {target->image->format, NULL},
            .bytes = (int64_t) target->image->size,
        };
    const Datum arguments[] = {
        {.url = target->url},
        {.word = hook_kind(target->kind)},
        target->page ? (Datum){.record = target->page} : absent,
        file.name.bytes.size > 0 ? (Datum){.record = &file} : absent,
        optional_text(writer, link->title),
    };
    return body_run_hook(writer, HOOK_LINK, arguments, id);
}

static bool is_other_language(const BodyWriter *writer, const Target *target)
{
    return target->url.language && target->url.language != writer->language;
}

static void write_note(BodyWriter *writer, Slice text)
{
    body_add(writer, SLICE(" <small>"));
    run_write_text(writer->run, (Text){text, writer->language});
    body_add(writer, SLICE("</small>"));
}

/* Behind a link: type and size of a file (output 48), or the language of a page in another one
 * (output 18). */
static void write_link_note(BodyWriter *writer, const Target *target)
{
    const Language *language = writer->language;
    Buffer text, size;
    buffer_init(&text, writer->run->scratch, MESSAGE_MAX_SIZE);
    buffer_init(&size, writer->run->scratch, 256);
    if (target->kind == TARGET_FILE && target->image) {
        number_write_bytes(language, (int64_t) target->image->size, &size);
        const MessageValue values[] = {
            {.kind = MESSAGE_TEXT, .text = {target->image->format, &language_token}},
            {.kind = MESSAGE_TEXT, .text = {buffer_slice(&size), language}},
        };
        interface_write(writer->site, language, INTERFACE_LINK_FILE, values, &text);
        write_note(writer, buffer_slice(&text));
    } else if (is_other_language(writer, target)) {
        buffer_add(&text, SLICE("("));
        interface_write_language(writer->site, language, target->url.language, &text);
        buffer_add(&text, SLICE(")"));
        write_note(writer, buffer_slice(&text));
    }
}

void body_write_link(BodyWriter *writer, NodeId id)
{
    const Node *node = node_at(writer->document, id);
    const Target *target = target_of(writer, node->link->reference);
    if (writer->has_no_links || target->kind == TARGET_BROKEN) {
        body_write_children(writer, id);
        return;
    }
    if (run_link_hook(writer, id, target))
        return;
    body_add(writer, SLICE("<a href=\""));
    run_write_url(writer->run, &target->url);
    body_add(writer, SLICE("\""));
    if (node->link->title.size > 0)
        html_attribute(body_out(writer), SLICE("title"), node->link->title);
    if (target->url.kind == URL_EXTERNAL)
        body_add(writer, SLICE(" rel=\"noreferrer noopener\""));
    if (is_other_language(writer, target))
        html_attribute(body_out(writer), SLICE("hreflang"), target->url.language->tag);
    body_write_flags(writer, node);
    html_close_tag(body_out(writer));
    body_write_children(writer, id);
    html_end(body_out(writer), SLICE("a"));
    write_link_note(writer, target);
}

/* The alternative text is plain; a decoration has none. */
static Text alt_text(BodyWriter *writer, NodeId id)
{
    Buffer alt;
    buffer_init(&alt, writer->run->scratch, 64 * 1024);
    if (!(node_at(writer->document, id)->flags & NODE_DECORATIVE))
        node_add_plain(writer->document, id, &alt);
    return (Text){slice_trim(buffer_slice(&alt)), writer->language};
}

static void write_img(BodyWriter *writer, const ImageFile *file, Text alt, Slice title)
{
    Buffer *out = body_out(writer);
    body_add(writer, SLICE("<img src=\""));
    run_write_url(writer->run, &file->url);
    body_add(writer, SLICE("\" alt=\""));
    run_write_attribute_text(writer->run, alt);
    body_add(writer, SLICE("\""));
    if (file->width > 0 && file->height > 0)
        buffer_print(out, " width=\"%lld\" height=\"%lld\"", (long long) file->width,
                     (long long) file->height);
    if (title.size > 0)
        html_attribute(out, SLICE("title"), title);
    body_add(writer, SLICE(" loading=\"lazy\">"));
}

void body_write_image(BodyWriter *writer, NodeId id)
{
    const LinkDetail *link = node_at(writer->document, id)->link;
    const Target *target = target_of(writer, link->reference);
    if (!target->image)
        return; // reported
    ImageView view;
    view_fill_image(&view, target->image, alt_text(writer, id));
    const Datum arguments[] = {{.record = &view}, optional_text(writer, link->title)};
    if (!body_run_hook(writer, HOOK_IMAGE, arguments, id))
        write_img(writer, target->image, view.alt, link->title);
}

void body_write_figure(BodyWriter *writer, NodeId id)
{
    NodeId image = node_at(writer->document, id)->first_child;
    NodeId caption = node_at(writer->document, image)->next;
    const LinkDetail *link = node_at(writer->document, image)->link;
    const Target *target = target_of(writer, link->reference);
    if (!target->image)
        return;
    ImageView view;
    view_fill_image(&view, target->image, alt_text(writer, image));
    const Datum arguments[] = {{.record = &view}};
    const Component *component = writer->site->plan->hooks[HOOK_FIGURE];
    if (component) {
        BodySlot slot = {writer, caption};
        run_hook(writer->run, component, HOOK_FIGURE, arguments,
                 caption ? body_fill_children : NULL, &slot);
        return;
    }
    body_add(writer, SLICE("<figure>"));
    body_write_image(writer, image);
    if (caption) {
        body_add(writer, SLICE("<figcaption>"));
        body_write_children(writer, caption);
        body_add(writer, SLICE("</figcaption>"));
    }
    body_add(writer, SLICE("</figure>"));
}

static void write_element_attribute(BodyWriter *writer, const ElementAttribute *attribute)
{
    if (attribute->reference == 0) {
        html_attribute(body_out(writer), attribute->name, attribute->value);
        return;
    }
    const Target *target = target_of(writer, attribute->reference - 1);
    if (target->kind == TARGET_BROKEN)
        return;
    body_add(writer, SLICE(" "));
    body_add(writer, attribute->name);
    body_add(writer, SLICE("=\""));
    run_write_url(writer->run, &target->url);
    body_add(writer, SLICE("\""));
    if (target->url.kind == URL_EXTERNAL)
        body_add(writer, SLICE(" rel=\"noreferrer noopener\""));
}

void body_write_element(BodyWriter *writer, NodeId id)
{
    const Node *node = node_at(writer->document, id);
    const ElementDetail *element = node->element;
    html_open_tag(body_out(writer), element->name);
    for (uint32_t i = 0; i < element->attribute_count; i++)
        write_element_attribute(writer, &element->attributes[i]);
    body_write_flags(writer, node);
    html_close_tag(body_out(writer));
    if (element->is_void)
        return;
    bool was_tight = writer->is_tight;
    writer->is_tight = false;
    body_write_children(writer, id);
    writer->is_tight = was_tight;
    html_end(body_out(writer), element->name);
}
