/* What search engines ask for: a sitemap for each language, in as many files as the limits of the
 * format take, an index of them, and robots.txt (output 99). Private to render. */
#ifndef RENDER_SITEMAP_H
#define RENDER_SITEMAP_H

#include "model/site.h"

/* Of one file (sitemaps.org). */
#define SITEMAP_MAX_COUNT 50000
#define SITEMAP_MAX_SIZE (50 * 1024 * 1024)

typedef struct SitemapLimits {
    size_t count; /* of addresses */
    size_t size;  /* in bytes */
} SitemapLimits;

/* Adds the files to the site; nothing without a base. */
void sitemap_add(Site *site, SitemapLimits limits, Workers *workers);

/* Their paths, as far as the number of pages tells. */
void sitemap_list(const Site *site, Table *paths);

#endif
