/* What page.head writes: canonical, alternates, description, Open Graph, policies. Private to
 * render. */
#ifndef RENDER_HEAD_H
#define RENDER_HEAD_H

#include "render/plan.h"

void head_write(const Site *site, const Page *page, Buffer *out);

#endif
