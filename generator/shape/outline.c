/* Headings: ids, levels, and the list from which contents are made. */
#include "shape/outline.h"

#include "base/table.h"
#include "text/slug.h"

typedef struct Ids {
    Table taken;    /* by what came before */
    Table reserved; /* by headings that state theirs, wherever they stand */
} Ids;

/* What one walk over the tree finds. */
typedef struct Survey {
    Page *page;
    Ids ids;
    NodeId *headings;
    size_t heading_count, heading_capacity;
    size_t id_capacity; /* of the list of the page */
} Survey;

static void add_fault(Page *page, DiagnosticCode code, uint32_t start, uint32_t end, Slice word)
{
    report_add(
        &page->report,
        &(Diagnostic){.code = code, .span = {page->text.source, start, end}, .words = {word}});
}

/* Ids that stand in raw HTML; a reference may lead to them. */
static void collect_ids(Survey *survey, const ElementDetail *element)
{
    Page *page = survey->page;
    for (uint32_t i = 0; i < element->attribute_count; i++) {
        const ElementAttribute *attribute = &element->attributes[i];
        if (!slice_equal(attribute->name, SLICE("id")))
            continue;
        if (!slug_is_id(attribute->value))
            add_fault(page, DIAGNOSTIC_ID_FORM, attribute->value_start, attribute->value_end,
                      attribute->value);
        else if (!table_add(&survey->ids.taken, attribute->value, page))
            add_fault(page, DIAGNOSTIC_ID_TWICE, attribute->value_start, attribute->value_end,
                      attribute->value);
        page->shape.ids = arena_grow(&page->arena, page->shape.ids, sizeof(Slice),
                                     page->shape.id_count, &survey->id_capacity);
        page->shape.ids[page->shape.id_count++] = attribute->value;
    }
}

/* A made id that is taken gets a number behind it. */
static Slice make_id(Page *page, Slice text, const Ids *ids)
{
    Slice made = slug_heading(&page->arena, text), id = made;
    for (int number = 2; table_find(&ids->taken, id) || table_find(&ids->reserved, id); number++)
        id = slice_print(&page->arena, "%.*s-%d", SLICE_FORMAT(made), number);
    return id;
}

static Slice settle_id(Page *page, const HeadingDetail *detail, Slice text, Ids *ids)
{
    Slice id = detail->anchor;
    if (!detail->is_explicit) {
        id = make_id(page, text, ids);
    } else if (!slug_is_id(id)) {
        add_fault(page, DIAGNOSTIC_ID_FORM, detail->anchor_start, detail->anchor_end, id);
        id = make_id(page, text, ids);
    } else if (table_find(&ids->taken, id)) {
        add_fault(page, DIAGNOSTIC_ID_TWICE, detail->anchor_start, detail->anchor_end, id);
    }
    table_add(&ids->taken, id, page);
    return id;
}

/* Explicit ids come first, so that a made one never takes the name an editor chose further down. */
static void add_heading_id(Survey *survey, NodeId id, const HeadingDetail *detail, Arena *scratch)
{
    survey->headings = arena_grow(scratch, survey->headings, sizeof(NodeId), survey->heading_count,
                                  &survey->heading_capacity);
    survey->headings[survey->heading_count++] = id;
    if (detail->is_explicit)
        table_add(&survey->ids.reserved, detail->anchor, survey);
}

static void survey_document(Survey *survey, Arena *scratch)
{
    const Document *document = survey->page->text.document;
    for (NodeId id = node_following(document, 0, 0); id; id = node_following(document, 0, id)) {
        const Node *node = node_at(document, id);
        if (node->kind == NODE_ELEMENT)
            collect_ids(survey, node->element);
        else if (node->kind == NODE_HEADING)
            add_heading_id(survey, id, node->heading, scratch);
    }
}

static void check_level(Page *page, const Node *node, uint8_t *level)
{
    if (node->level == 1)
        add_fault(page, DIAGNOSTIC_SECOND_TITLE, node->start, node->end, (Slice){0});
    else if (node->level > *level + 1)
        report_add(&page->report,
                   &(Diagnostic){.code = DIAGNOSTIC_HEADING_LEVEL,
                                 .span = {page->text.source, node->start, node->end},
                                 .words = {slice_print(&page->arena, "%d", node->level),
                                           slice_print(&page->arena, "%d", *level + 1)}});
    *level = node->level;
}

static void add_heading(Page *page, NodeId id, Ids *ids, Arena *scratch)
{
    Document *document = page->text.document;
    Node *node = node_at(document, id);
    Buffer plain;
    buffer_init(&plain, scratch, 64 * 1024);
    node_add_plain(document, id, &plain);
    Slice text = slice_trim(buffer_slice(&plain));
    node->heading->anchor = settle_id(page, node->heading, text, ids);
    page->shape.headings[page->shape.heading_count++] = (Heading){
        .level = node->level,
        .is_explicit = node->heading->is_explicit,
        .id = node->heading->anchor,
        .text = page_plain(page, &page->arena, text),
        .node = id,
        .start = node->start,
        .end = node->end,
    };
}

void outline_make(Page *page, Arena *scratch)
{
    Survey survey = {.page = page};
    table_init(&survey.ids.taken, scratch);
    table_init(&survey.ids.reserved, scratch);
    survey_document(&survey, scratch);
    if (survey.heading_count == 0)
        return;
    page->shape.headings = ARENA_ARRAY(&page->arena, Heading, survey.heading_count);
    uint8_t level = 1;
    for (size_t i = 0; i < survey.heading_count; i++) {
        check_level(page, node_at(page->text.document, survey.headings[i]), &level);
        add_heading(page, survey.headings[i], &survey.ids, scratch);
    }
}
