/* What servers are told: redirects of old addresses, security and cache headers, the page for wrong
 * addresses. The same lists in four forms: _redirects and _headers for hosts of static files,
 * server/nginx.conf and server/caddy.conf to be included in the block of the site. */
#ifndef RENDER_HEADERS_H
#define RENDER_HEADERS_H

#include "model/site.h"

/* Adds the four files to site->site_files; without redirects there is no _redirects. */
void headers_add(Site *site);

/* Their paths. */
void headers_list(Table *paths);

#endif
