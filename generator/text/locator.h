/* Addresses in running text: `https://…`, `www.…`, `tel:…` and mail. The same rules serve the
 * finder, which isolates them, and the links that are made of bare ones (persian 4.2). */
#ifndef TEXT_LOCATOR_H
#define TEXT_LOCATOR_H

#include "text/letters.h"

/* The end of the address that begins at `position`; false when none does. */
bool locator_match(const Letters *letters, size_t position, size_t *ret_end);

/* True for the forms that become links: http://, https:// and www. */
bool locator_is_web(const Letters *letters, size_t position);

/* The mail address around the @ at `position`. */
bool locator_match_mail(const Letters *letters, size_t position, size_t *ret_start,
                        size_t *ret_end);

#endif
