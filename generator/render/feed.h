/* News as Atom (RFC 4287) and as JSON Feed 1.1, with the whole text where the site has full feeds
 * (output 101). All addresses are whole. Private to render. */
#ifndef RENDER_FEED_H
#define RENDER_FEED_H

#include "render/plan.h"

void feed_write_atom(const Site *site, const Feed *feed, Buffer *out);
void feed_write_json(const Site *site, const Feed *feed, Buffer *out);

#endif
