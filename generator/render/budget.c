/* Weight as law: over a default limit is a warning, over one that site.yaml sets an error. */
#include "render/budget.h"

#include "render/plan.h"

/* Pictures that the text shows, each once, and the style sheets that are not inside the page. */
static int64_t loaded_size(const Page *page, const ImageFile **ret_heaviest)
{
    const Document *document = page->text.document;
    int64_t size = page->site->plan->style_size;
    *ret_heaviest = NULL;
    for (size_t i = 0; document && page->links.targets && i < document->reference_count; i++) {
        const ImageFile *file = page->links.targets[i].image;
        bool is_first = true;
        for (size_t k = 0; k < i; k++)
            is_first = is_first && page->links.targets[k].image != file;
        if (!file || !document->references[i].is_image || !is_first)
            continue;
        size += (int64_t) file->size;
        if (!*ret_heaviest || file->size > (*ret_heaviest)->size)
            *ret_heaviest = file;
    }
    return size;
}

static void report_weight(Page *page, bool is_whole_page, int64_t size, int64_t limit,
                          const ImageFile *heaviest)
{
    const Budget *budget = &page->site->settings.budgets[page->origin.type];
    DiagnosticCode over = is_whole_page ? DIAGNOSTIC_BUDGET_PAGE : DIAGNOSTIC_BUDGET_HTML;
    DiagnosticCode above =
        is_whole_page ? DIAGNOSTIC_BUDGET_PAGE_DEFAULT : DIAGNOSTIC_BUDGET_HTML_DEFAULT;
    Diagnostic fault = {
        .code = budget->is_set ? over : above,
        .path = page->links.output_path,
        .words = {slice_print(&page->arena, "%lld", (long long) size),
                  slice_print(&page->arena, "%lld", (long long) limit),
                  heaviest ? heaviest->source_path : SLICE("HTML")},
    };
    if (page->text.source)
        fault.path = page->origin.source_path;
    report_add(&page->report, &fault);
}

void budget_check(Page *page)
{
    const Budget *budget = &page->site->settings.budgets[page->origin.type];
    int64_t html = (int64_t) page->output.size;
    if (budget->html > 0 && html > budget->html)
        report_weight(page, false, html, budget->html, NULL);
    const ImageFile *heaviest;
    page->output.weight = html + loaded_size(page, &heaviest);
    if (budget->page > 0 && page->output.weight > budget->page)
        report_weight(page, true, page->output.weight, budget->page, heaviest);
}
