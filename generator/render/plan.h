/* What is looked up once per site and used on every page. Private to render. */
#ifndef RENDER_PLAN_H
#define RENDER_PLAN_H

#include "model/view.h"
#include "template/run.h"

struct RenderPlan {
    const Component *hooks[HOOK_COUNT];
    const Component *pages[PAGE_TYPE_COUNT];
    int64_t style_size;           /* of the style sheets that stand outside pages */
    Slice *policies;              /* per page type: the content policy */
    Slice server_policy;          /* what all pages need, as a header of the server */
    Slice *titles, *descriptions; /* of the site, per language, safe for plain text */
    Slice *publishers;            /* its name likewise */
    Slice *locales;               /* per language, as Open Graph wants them */
};

#endif
