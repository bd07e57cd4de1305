/* A Url is where something leads: a file this build makes, named from the output root, or an
 * address elsewhere. Files of the site are always written relative to the page being made, and
 * always name a file (output 52), so one output works at any root, below any path, from file:// and
 * in archives. */
#ifndef BASE_URL_H
#define BASE_URL_H

#include "base/buffer.h"

typedef struct Language Language;

typedef enum UrlKind {
    URL_NONE,     /* absent */
    URL_FILE,     /* path, with or without fragment */
    URL_EXTERNAL, /* address */
} UrlKind;

typedef struct Url {
    UrlKind kind;
    Slice path; /* file: from the output root, "fa/guides/drip.html"; external: the whole address */
    Slice fragment;           /* file: an ASCII id without "#", or empty */
    const Language *language; /* of the page it leads to; NULL: not a page */
} Url;

/* Adds the reference as seen from the file `from`: "../about.html#cost", "#cost" on the page itself
 * when there is a fragment, else the file's own name. External addresses are added as they are.
 * Nothing is escaped for HTML. */
void url_add(Buffer *buffer, const Url *url, Slice from);

/* Adds base + path + fragment: only where output 53 asks for an absolute address. `base` ends in
 * "/". */
void url_add_absolute(Buffer *buffer, const Url *url, Slice base);

/* The same as a text of its own. */
Slice url_absolute(Arena *arena, const Url *url, Slice base);

/* The path of a site's address: "/sub/" of "https://example.org/sub/", "/" without one. */
Slice url_base_path(Slice base);

typedef enum UrlFault {
    URL_FINE,
    URL_SCHEME,    /* not in the list; *ret_part is the scheme */
    URL_HOST,      /* host missing, not ASCII, or "//host" without a scheme */
    URL_CHARACTER, /* backslash, white space, control, bidi or invisible character */
    URL_NO_SCHEME, /* a relative path where an address is wanted */
} UrlFault;

/* Checks an address that leaves the site (templates 9): a scheme of https http mailto tel sms tg or
 * of `schemes`, an ASCII host. On success *ret_address holds it with non-ASCII bytes
 * percent-encoded, existing escapes untouched. */
UrlFault url_check(Arena *arena, Slice address, const Slice *schemes, size_t scheme_count,
                   Slice *ret_part, Slice *ret_address);

/* The scheme before the first ":", in lower case letters or as typed; empty for a relative address.
 */
Slice url_scheme(Slice address);

/* The text that percent-encoding stands for; false for a "%" without two digits and for bytes that
 * are no UTF-8. */
bool url_decode(Arena *arena, Slice text, Slice *ret_text);

/* The last part of a path: "drip.html" of "fa/guides/drip.html". */
Slice url_file_name(Slice path);

/* Joins a path to the folder of `from` and resolves "." and ".."; false when it would leave the
 * root. */
bool url_join(Arena *arena, Slice from, Slice path, Slice *ret_path);

#endif
