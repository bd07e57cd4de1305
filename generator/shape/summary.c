/* The summary is a small tree of its own: the first paragraph without links, notes and pictures. */
#include "shape/summary.h"

#include "base/utf8.h"
#include "template/template.h"
#include "text/collate.h"
#include "text/unicode.h"

#define SUMMARY_MAX_NODES 1000

static NodeId first_paragraph(const Document *document)
{
    NodeId id = node_at(document, NODE_NONE)->first_child;
    while (id && node_at(document, id)->kind != NODE_PARAGRAPH)
        id = node_at(document, id)->next;
    return id;
}

static bool is_left_out(NodeKind kind)
{
    return kind == NODE_FOOTNOTE_MARK || kind == NODE_IMAGE || kind == NODE_LINE_BREAK;
}

static bool is_unwrapped(NodeKind kind)
{
    return kind == NODE_LINK || kind == NODE_ELEMENT;
}

static void copy_children(const Document *from, NodeId parent, Document *to, NodeId to_parent);

static void copy_node(const Document *from, NodeId id, Document *to, NodeId to_parent)
{
    const Node *node = node_at(from, id);
    if (is_left_out(node->kind) || to->count > SUMMARY_MAX_NODES)
        return;
    if (is_unwrapped(node->kind)) {
        copy_children(from, id, to, to_parent);
        return;
    }
    NodeId copy = node_new(to, node->kind, 0, 0);
    node_at(to, copy)->flags = node->flags;
    if (node->kind == NODE_TEXT || node->kind == NODE_CODE)
        node_at(to, copy)->text = node->text;
    else if (node->kind == NODE_SPAN)
        node_at(to, copy)->span = node->span;
    node_append(to, to_parent, copy);
    copy_children(from, id, to, copy);
}

/* Inlines nest at most NODE_MAX_DEPTH deep: markdown refuses more. */
static void copy_children(const Document *from, NodeId parent, Document *to, NodeId to_parent)
{
    for (NodeId id = node_at(from, parent)->first_child; id; id = node_at(from, id)->next)
        copy_node(from, id, to, to_parent);
}

/* Where the title stands in lists. */
static void add_title(Page *page)
{
    const Language *language = page->origin.language;
    PageShape *shape = &page->shape;
    shape->sort_key = collate_key(&page->arena, language, page_title(page));
    shape->sort_rank = collate_rank(shape->sort_key);
    shape->heading = collate_find_heading(language, page_title(page), shape->sort_key);
}

/* page.minutes goes by characters, page.words by words: each is counted where a template shows it.
 */
static void count_text(Page *page)
{
    const TemplateSet *set = page->site->template_set;
    const bool shows_words = template_uses_field(set, SLICE("words"));
    const bool shows_minutes = template_uses_field(set, SLICE("minutes"));
    if (!shows_words && !shows_minutes)
        return;
    const Document *document = page->text.document;
    for (NodeId id = node_following(document, 0, 0); id; id = node_following(document, 0, id)) {
        const Node *node = node_at(document, id);
        if (node->kind != NODE_TEXT && node->kind != NODE_CODE)
            continue;
        page->shape.character_count += (int64_t) utf8_count(node->text);
        if (shows_words)
            page->shape.word_count += (int64_t) unicode_count_words(node->text);
    }
}

/* The tree is for page.summary; the plain text describes a page that has no description. */
static void add_summary(Page *page, Arena *scratch)
{
    const bool is_asked_for = template_uses_field(page->site->template_set, SLICE("summary"));
    const bool is_described = page->text.front.description.bytes.size > 0;
    NodeId paragraph = first_paragraph(page->text.document);
    if (!paragraph || (is_described && !is_asked_for))
        return;
    Document *summary = document_new(is_asked_for ? &page->arena : scratch, scratch, NULL, 64);
    copy_children(page->text.document, paragraph, summary, NODE_NONE);
    if (is_asked_for) {
        document_settle(summary);
        page->shape.summary = summary;
    }
    if (is_described)
        return;
    Buffer plain;
    buffer_init(&plain, scratch, 64 * 1024);
    node_add_plain(summary, NODE_NONE, &plain);
    page->shape.plain_summary = page_plain(page, &page->arena, slice_trim(buffer_slice(&plain)));
}

void summary_make(Page *page, Arena *scratch)
{
    add_title(page);
    count_text(page);
    add_summary(page, scratch);
}
