/* The fourth stage: everything that joins pages. Addresses, sections, terms, lists,
 * menus, translations, redirects; every reference resolved. Runs over broken pages too, since
 * others may point at them. */
#ifndef LINK_LINK_H
#define LINK_LINK_H

#include "model/site.h"

/* Fills the links of every page and of the site, and adds the pages that nobody wrote. Faults of
 * one page go to its own report, all others to site->link_report. */
void link_site(Site *site, Workers *workers);

#endif
