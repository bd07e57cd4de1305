/* The words of a page: per block of text, characters are mended, tokens found and isolated, digits
 * and punctuation set, bare addresses linked, faults of the source reported (persian 2–6). Nothing
 * is done in code, formulas, addresses and names. Private to shape. */
#ifndef SHAPE_PROSE_H
#define SHAPE_PROSE_H

#include "model/site.h"

typedef struct ProseSettings {
    const Language *language;   /* of the page */
    const Languages *languages; /* of the site; NULL: a tag is looked up nowhere */
    bool no_isolation;
    bool no_typography;
} ProseSettings;

void prose_document(Document *document, const ProseSettings *settings, Report *report,
                    Arena *scratch);

/* The same for the document of a page, by its front matter. */
void prose_apply(Page *page, Arena *scratch);

#endif
