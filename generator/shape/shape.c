/* Third stage of the pipeline: one page, in order. */
#include "shape/shape.h"

#include "shape/idiom.h"
#include "shape/lint.h"
#include "shape/marked.h"
#include "shape/outline.h"
#include "shape/prose.h"
#include "shape/raw.h"
#include "shape/silence.h"
#include "shape/summary.h"

void shape_page(Page *page, Arena *scratch)
{
    if (!page->text.document)
        return;
    silence_document(page->text.document, &page->report);
    lint_apply(page, scratch);
    raw_apply(page, scratch);
    idiom_apply(page, scratch);
    marked_apply(page, scratch);
    prose_apply(page, scratch);
    outline_make(page, scratch);
    summary_make(page, scratch);
    document_settle(page->text.document);
}
